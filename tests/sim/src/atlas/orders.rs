//! Creating, reading and changing orders. <https://connect.atlas.kitchen/admin-api/orders/create-order>,
//! <https://connect.atlas.kitchen/admin-api/orders/order-details-identifier>

use serde_json::{Map, Value, json};

use super::order::{self, Order};
use super::refusal::Refusal;
use super::{Atlas, CREATED, Reply, catalogue};
use crate::clock;
use crate::context::{Call, Context};
use crate::platform::Platform;

/// A field, and what is wrong with it.
type Problem = (String, &'static str);

impl Atlas {
    /// `POST /outlets/{outlet_id}/channels/{channel_id}/orders`
    pub(super) fn create(
        &mut self,
        outlet: &str,
        channel: &str,
        call: &Call<'_>,
        context: &mut Context<'_>,
    ) -> Reply {
        let outlet = catalogue::outlet(outlet).ok_or(Refusal::NotFound)?;
        let channel: u64 = channel.parse().map_err(|_| Refusal::NotFound)?;
        let body = object(call)?;
        let problems = problems(&body);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let external = body.get("external_order_id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let settings = &context.settings.atlas;
        if settings.external_ids_are_unique && !external.is_empty() && self.has_external(&external) {
            return Err(Refusal::Invalid(vec![("external_order_id".to_owned(), "has already been taken")]));
        }
        let status = settings.created_status;
        let mut given = body;
        let items = given.get("order_items").map(|items| created_items(items, 1)).unwrap_or_default();
        given.insert("order_items".to_owned(), items);
        given.insert("outlet_id".to_owned(), outlet.into());
        given.insert("channel_id".to_owned(), channel.into());
        let mut order = Order::at(context.now);
        order.given = Some(Box::new(given));
        let number = self.orders.add(order);
        let key = Some(external.as_str()).filter(|key| !key.is_empty());
        context.act(Platform::Atlas, order::id(number).to_string(), "create", key);
        self.announce(number, CREATED, context);
        self.orders.get(number).map(|order| (status, order.read(number))).ok_or(Refusal::Server)
    }

    /// `GET /orders/{order_id}`
    pub(super) fn by_id(&self, id: &str) -> Reply {
        self.read(self.number(id))
    }

    /// `GET /orders/identifier/{identifier}`
    pub(super) fn by_identifier(&self, identifier: &str) -> Reply {
        self.read(order::identified(identifier))
    }

    /// `PATCH /orders/{order_id}`. Assumption: everything about it, since only that it exists is published; the answer's
    /// status is a setting.
    pub(super) fn change(&mut self, id: &str, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        let number = self.number(id).ok_or(Refusal::NotFound)?;
        let members = object(call)?;
        let status = context.settings.atlas.change_status;
        match status {
            200..300 => {}
            404 => return Err(Refusal::NotFound),
            500.. => return Err(Refusal::Server),
            _ => {
                let fields = members.keys().map(|name| (name.clone(), "cannot be changed")).collect();
                return Err(Refusal::Invalid(fields));
            }
        }
        let order = self.orders.get_mut(number).ok_or(Refusal::NotFound)?;
        let event = order.change(&members, context.now);
        context.act(Platform::Atlas, id, "update", None);
        self.announce(number, event, context);
        self.read(Some(number)).map(|(_, order)| (status, order))
    }

    fn read(&self, number: Option<usize>) -> Reply {
        let number = number.ok_or(Refusal::NotFound)?;
        let order = self.orders.get(number).ok_or(Refusal::NotFound)?;
        Ok((200, order.read(number)))
    }

    fn has_external(&self, external: &str) -> bool {
        let same = |order: &Order| {
            order.given.as_ref().is_some_and(|given| given.get("external_order_id") == Some(&external.into()))
        };
        self.orders.newest_first().any(|(_, order)| same(order))
    }
}

fn object(call: &Call<'_>) -> Result<Map<String, Value>, Refusal> {
    match call.json() {
        Some(Value::Object(body)) => Ok(body),
        _ => Err(Refusal::Invalid(vec![("body".to_owned(), "must be a JSON object")])),
    }
}

fn problems(body: &Map<String, Value>) -> Vec<Problem> {
    let member = |name: &str| body.get(name).unwrap_or(&Value::Null);
    let mut problems = Vec::new();
    let mut check = |name: &str, good: bool, message| {
        if !good {
            problems.push((name.to_owned(), message));
        }
    };
    let fulfilment = member("fulfilment_type").as_str();
    let known = fulfilment.is_some_and(|word| ["dine_in", "pickup", "delivery"].contains(&word));
    check("fulfilment_type", known, "must be dine_in, pickup or delivery");
    let date = member("serving_date").as_str().is_some_and(is_date);
    check("serving_date", date, "must be a date");
    for name in ["timeslot_start", "timeslot_end"] {
        check(name, member(name).is_u64(), "must be seconds into the day");
    }
    let slot = member("timeslot_type");
    let known = slot.is_null() || ["asap", "available_timeslots"].iter().any(|word| slot == word);
    check("timeslot_type", known, "must be asap or available_timeslots");
    let items = member("order_items").as_array().filter(|items| !items.is_empty());
    check("order_items", items.is_some(), "must have items");
    for item in items.into_iter().flatten() {
        check("order_items.item_id", item["item_id"].is_u64(), "must be an integer");
        check(
            "order_items.quantity",
            item["quantity"].as_u64().is_some_and(|count| count > 0),
            "must be at least 1",
        );
        check(
            "order_items.price_cents",
            item["price_cents"].is_i64() || item["price_cents"].is_u64(),
            "must be an integer",
        );
    }
    problems
}

pub(super) fn is_date(text: &str) -> bool {
    text.len() == 10 && clock::parse(&format!("{text}T00:00:00Z")).is_some()
}

/// The items of an order that was created, as an answer has them; ids count from `first`.
fn created_items(items: &Value, first: u64) -> Value {
    let made = |(place, item): (usize, &Value)| {
        let place = u64::try_from(place).unwrap_or(u64::MAX);
        let price = item["price_cents"].as_i64().unwrap_or_default();
        let quantity = item["quantity"].as_i64().unwrap_or_default();
        json!({
            "id": first.saturating_add(place),
            "item_id": item["item_id"],
            "name": item["name"],
            "quantity": item["quantity"],
            "currency": "SGD",
            "price_cents": price,
            "discount": 0,
            "calculated_subtotal": price.saturating_mul(quantity),
            "notes": item["notes"],
            "report_category": item["report_category"],
            "product_tags": [],
            "kitchen_tags": [],
            "sub_items": created_items(&item["sub_items"], first.saturating_add(place).saturating_mul(100)),
        })
    };
    items.as_array().into_iter().flatten().enumerate().map(made).collect()
}

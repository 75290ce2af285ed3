//! An order of Atlas: what is kept of it, what reads answer, and what deliveries bring.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use crate::amount;
use crate::clock::{self, SECOND};
use crate::shelf::Record;
use crate::step::Step;

/// The event that deliveries are made from.
static EVENT: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../vectors/atlas/order-event.json")).unwrap_or_default()
});
/// The answer, of the second generation, that reads are made from.
static READ: LazyLock<Value> = LazyLock::new(read_sample);

const FIRST_ID: u64 = 98_765;
const FIRST_REFERENCE: usize = 123;

/// What is kept of an order.
pub(super) struct Order {
    created: i64,
    updated: i64,
    state: State,
    /// When it became completed or cancelled.
    ended: Option<i64>,
    /// Members that were given, in place of the sample's.
    pub(super) given: Option<Box<Map<String, Value>>>,
}

/// <https://help.atlas.kitchen/connect/webhooks/order-events>, with `ready_for_pickup` of the vendor's published client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
enum State {
    Unpaid,
    Confirmed,
    ReadyForPickup,
    Dispatched,
    Completed,
    Cancelled,
}

const STATES: [(State, &str, &str); 6] = [
    (State::Unpaid, "unpaid", super::UPDATED),
    (State::Confirmed, "confirmed", "order.confirmed"),
    (State::ReadyForPickup, "ready_for_pickup", super::UPDATED),
    (State::Dispatched, "dispatched", "order.dispatched"),
    (State::Completed, "completed", "order.completed"),
    (State::Cancelled, "cancelled", "order.cancelled"),
];

impl State {
    /// Its word, and the event that tells of it.
    fn words(self) -> (&'static str, &'static str) {
        STATES
            .iter()
            .find(|(state, _, _)| *state == self)
            .map_or(("", super::UPDATED), |(_, word, event)| (word, event))
    }
}

impl Record for Order {
    fn created(&self) -> i64 {
        self.created
    }
}

impl Order {
    /// The order A123, at the time it has in the samples.
    pub(super) fn sample() -> Self {
        let created = EVENT["created_at"].as_str().and_then(clock::parse).unwrap_or_default();
        Self { state: State::Confirmed, ..Self::at(created) }
    }

    /// A new order, unpaid.
    pub(super) fn at(created: i64) -> Self {
        Self { created, updated: created, state: State::Unpaid, ended: None, given: None }
    }

    /// A step that Atlas, its customer or a courier takes, and the event that tells of it.
    ///
    /// Assumption: an order goes from unpaid by confirmed, ready or dispatched to completed; until then it may be
    /// cancelled.
    pub(super) fn step(&mut self, step: Step, now: i64) -> Option<&'static str> {
        let state = match step {
            Step::Accepted | Step::Paid => State::Confirmed,
            Step::Ready => State::ReadyForPickup,
            Step::Dispatched => State::Dispatched,
            Step::Delivered => State::Completed,
            Step::Cancelled => State::Cancelled,
            Step::Preparing => return None,
        };
        let over = matches!(self.state, State::Completed | State::Cancelled);
        (!over && state > self.state).then(|| self.become_(state, now))
    }

    /// Sets members of the order; the event that tells of it.
    pub(super) fn change(&mut self, members: &Map<String, Value>, now: i64) -> &'static str {
        let word = members.get("state").and_then(Value::as_str);
        let state = STATES.iter().find(|(_, known, _)| Some(*known) == word).map(|(state, _, _)| *state);
        let given = self.given.get_or_insert_default();
        given.extend(
            members
                .iter()
                .filter(|(name, _)| *name != "state")
                .map(|(name, value)| (name.clone(), value.clone())),
        );
        self.updated = self.updated.max(now);
        match state {
            Some(state) if state != self.state => self.become_(state, now),
            _ => super::UPDATED,
        }
    }

    fn become_(&mut self, state: State, now: i64) -> &'static str {
        self.state = state;
        self.updated = self.updated.max(now);
        if matches!(state, State::Completed | State::Cancelled) {
            self.ended = Some(now);
        }
        state.words().1
    }

    /// When it became this state, if it is in it.
    fn since(&self, state: State) -> Option<i64> {
        self.ended.filter(|_| self.state == state)
    }

    /// The order as a read answers it: times are Unix seconds, amounts hundredths.
    pub(super) fn read(&self, number: usize) -> Value {
        let seconds = |at: i64| at.div_euclid(SECOND);
        let mut order = READ.clone();
        if let Some(given) = &self.given {
            for (name, value) in given.iter().filter(|(name, _)| *name != "order_items") {
                order[name] = value.clone();
            }
            if let Some(items) = given.get("order_items") {
                order["order_items"] = items.clone();
            }
        }
        order["id"] = id(number).into();
        order["identifier"] = identifier(number).into();
        order["state"] = self.state.words().0.into();
        order["is_paid"] = (self.state != State::Unpaid).into();
        order["created_at"] = seconds(self.created).into();
        order["updated_at"] = seconds(self.updated).into();
        order["cancelled_at"] = self.since(State::Cancelled).map(seconds).into();
        order["completed_at"] = self.since(State::Completed).map(seconds).into();
        order
    }

    /// The order as a delivery brings it: times with Singapore's offset, amounts in major units.
    pub(super) fn event(&self, number: usize, kind: &str, enveloped: bool, now: i64) -> Value {
        let mut order = EVENT.clone();
        order["id"] = id(number).into();
        order["order_id"] = id(number).into();
        order["identifier"] = identifier(number).into();
        order["state"] = self.state.words().0.into();
        order["created_at"] = clock::singapore_text(self.created).into();
        order["cancelled_at"] = self.since(State::Cancelled).map(clock::singapore_text).into();
        order["completed_at"] = self.since(State::Completed).map(clock::singapore_text).into();
        for name in ["contact_name", "fulfilment_type", "serving_date"] {
            if let Some(value) = self.given.as_ref().and_then(|given| given.get(name)) {
                order[name] = value.clone();
            }
        }
        own(&mut order["order_items"], id(number));
        if enveloped {
            json!({ "event_type": kind, "event_at": now.div_euclid(SECOND), "payload": order })
        } else {
            order
        }
    }
}

pub(super) fn id(number: usize) -> u64 {
    FIRST_ID.saturating_add(u64::try_from(number).unwrap_or(u64::MAX))
}

pub(super) fn number(id: &str) -> Option<usize> {
    usize::try_from(id.parse::<u64>().ok()?.checked_sub(FIRST_ID)?).ok()
}

pub(super) fn identifier(number: usize) -> String {
    format!("A{}", FIRST_REFERENCE.saturating_add(number))
}

pub(super) fn identified(identifier: &str) -> Option<usize> {
    identifier.strip_prefix('A')?.parse::<usize>().ok()?.checked_sub(FIRST_REFERENCE)
}

/// Items, and those in them, belong to an order.
fn own(items: &mut Value, order: u64) {
    for item in items.as_array_mut().into_iter().flatten() {
        item["order_id"] = order.into();
        own(&mut item["sub_items"], order);
    }
}

/// The published answer, with the lines and amounts of the published event.
fn read_sample() -> Value {
    let mut order: Value =
        serde_json::from_str(include_str!("../../../vectors/atlas/reads/order-second-generation.json"))
            .unwrap_or_default();
    for name in ["contact_name", "serving_date", "fulfilment_type", "timeslot_range"] {
        order[name] = EVENT[name].clone();
    }
    order["outlet_id"] = EVENT["outlet"]["id"].clone();
    order["user_id"] = EVENT["user"]["id"].clone();
    for name in [
        "subtotal",
        "surcharge",
        "delivery_fee",
        "discount",
        "admin_discount",
        "total",
        "tax",
        "total_including_tax",
    ] {
        order["payment_breakdown"][name] = amount::scaled(&EVENT[name], 2).into();
    }
    order["order_items"] = read_items(&EVENT["order_items"]);
    order
}

fn read_items(items: &Value) -> Value {
    let read = |item: &Value| {
        json!({
            "id": item["id"],
            "item_id": item["item_id"],
            "name": item["name"],
            "quantity": item["quantity"],
            "currency": item["currency"],
            "price_cents": amount::scaled(&item["unit_price"], 2),
            "discount": amount::scaled(&item["item_discount"], 2),
            "calculated_subtotal": amount::scaled(&item["item_total"], 2),
            "notes": null,
            "report_category": item["report_category"],
            "product_tags": item["product_tags"],
            "kitchen_tags": item["kitchen_tags"],
            "sub_items": read_items(&item["sub_items"]),
        })
    };
    items.as_array().into_iter().flatten().map(read).collect()
}

//! Cancelling an order, in all three ways. <https://docs.fire.rest/en/api-reference/cancel-order>,
//! <https://docs.fire.rest/en/api-reference/cancellation-eligibility>

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::order::{self, Cancellation, Order, Status};
use super::{Fire, Refusal, Reply, access, act, body, events, text};
use crate::clock;
use crate::context::{Call, Context};
use crate::credentials::Credentials;
use crate::http::Answer;
use crate::platform::Platform;
use crate::shelf::Record;

static SAMPLE: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/fire/cancel-order-v4.json")).unwrap_or_default()
});
static ELIGIBILITY: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/fire/cancellation-eligibility.json")).unwrap_or_default()
});

impl Fire {
    /// `GET /api/v1/external/orders/{ref}/cancellation-eligibility`
    pub(super) fn eligibility(&self, reference: &str, call: &Call<'_>, context: &Context<'_>) -> Reply {
        access::allow(call, context, "orders:read")?;
        if call.query("locale").is_some_and(|locale| !["es", "en", "pt"].contains(&locale)) {
            return Err(Refusal::Invalid("locale must be es, en or pt".to_owned()));
        }
        let number = self.find(reference, context)?;
        let order = self.orders.get(number).ok_or_else(|| Refusal::NotFound("Order not found".to_owned()))?;
        let refused = refused(order, context);
        let mut body = ELIGIBILITY[if refused.is_some() { "denied_fire_rule" } else { "allowed" }].clone();
        if let Some(code) = refused {
            body["data"]["code"] = code.into();
        }
        let minutes = context.now.saturating_sub(order.created()).max(0) / 6_000;
        body["data"]["resolvedFrom"] = json!({
            "orderStatus": order.status.word(),
            "paymentStatus": order.payment,
            "countryCode": "BR",
            "minutesSinceCreation": format!("{}.{}", minutes / 10, minutes % 10),
        });
        Ok(Answer::json(200, &body))
    }

    /// `POST /api/v1/adapters/xmart/stores/orders/{externalId}/cancel`. Assumption: the answer's `data`.
    pub(super) fn cancel(&mut self, reference: &str, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        access::allow(call, context, "orders:write")?;
        let body = body(call)?;
        let reason = text(&body, "reason")?;
        if !(5..=500).contains(&reason.chars().count()) {
            return Err(Refusal::Invalid("reason must have 5 to 500 characters".to_owned()));
        }
        let number = self.find(reference, context)?;
        self.cancel_order(number, reason, body.clone(), context)?;
        act(context, order::id(number), "cancel", "");
        Ok(Answer::json(
            200,
            &json!({
                "success": true,
                "data": {
                    "orderId": order::id(number),
                    "orderCode": order::code(number),
                    "status": Status::Cancelled.word(),
                    "cancellationId": order::cancellation_id(number),
                    "cancelledAt": clock::millis_text(context.now),
                },
            }),
        ))
    }

    /// `POST /api/v4/integrations/sales/aggregator/orders/{order_uid}/refund`
    pub(super) fn refund(&mut self, id: &str, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        self.tokens.check(call, context)?;
        let body = body(call)?;
        let reason = text(&body, "reason")?.to_owned();
        if text(&body, "vendor_uid")? != Credentials::of(Platform::Fire).get("vendor") {
            return Err(Refusal::NotFound("Order not found".to_owned()));
        }
        let number = self.number(id).ok_or_else(|| Refusal::NotFound("Order not found".to_owned()))?;
        let paid = self.orders.get(number).is_some_and(|order| order.payment == "SUCCEEDED");
        let more = json!({ "cancellationType": body["cancellation_type"] });
        self.cancel_order(number, &reason, more, context)?;
        act(context, id, "refund", "");
        let mut answer = SAMPLE["200"].clone();
        let data = &mut answer["data"];
        let known = Credentials::of(Platform::Fire);
        data["uid"] = id.into();
        data["order_code"] = order::code(number).into();
        data["account_uid"] = known.get("account").into();
        data["vendor_uid"] = known.get("vendor").into();
        data["payment_status"] = if paid { "REFUNDED" } else { "CANCELED" }.into();
        data["cancellation_type"] = body["cancellation_type"].clone();
        data["updated_at"] = clock::millis_text(context.now).into();
        let created = self.orders.get(number).map(|order| clock::millis_text(order.created()));
        data["created_at"] = created.into();
        answer["pathname"] = call.path.into();
        answer["traceId"] = self.trace().into();
        Ok(Answer::json(200, &answer))
    }

    fn cancel_order(
        &mut self,
        number: usize,
        reason: &str,
        more: Value,
        context: &mut Context<'_>,
    ) -> Result<(), Refusal> {
        let order =
            self.orders.get_mut(number).ok_or_else(|| Refusal::NotFound("Order not found".to_owned()))?;
        if let Some(code) = refused(order, context) {
            return Err(Refusal::NotCancellable(code));
        }
        let (at, reason) = (context.now, reason.into());
        order.cancel(Cancellation { at, by: "api-key:test", reason, source: "adapter", more }, at);
        self.announce(number, events::CANCELLED, context);
        Ok(())
    }
}

/// The code by which a cancellation is refused.
fn refused(order: &Order, context: &Context<'_>) -> Option<String> {
    let set = &context.settings.fire.cancellation_refused;
    match order.status {
        Status::Cancelled => Some("ORDER_NOT_CANCELLABLE".to_owned()),
        Status::Open | Status::Completed => (!set.is_empty()).then(|| set.clone()),
    }
}

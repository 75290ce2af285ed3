//! Reports of a delivery. <https://docs.fire.rest/en/api-reference/aggregator-order-status>

use serde_json::json;

use super::{Fire, Refusal, Reply, access, act, body, kitchen, order, text, time};
use crate::context::{Call, Context};
use crate::http::Answer;
use crate::journal::uuid;

impl Fire {
    /// `POST /api/v1/webhooks/aggregators/order-status`
    pub(super) fn report_delivery(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        access::allow(call, context, "webhooks:aggregator")?;
        let body = body(call)?;
        let (channel, status) = (text(&body, "channelCode")?, text(&body, "status")?);
        let provider_event = text(&body, "providerEventId")?;
        let occurred = time(&body, "occurredAt")?;
        let number = self.meant(body["orderId"].as_str(), body["externalOrderId"].as_str())?;
        if channel != order::CHANNEL {
            return Err(Refusal::TenantWrong("channelCode does not match the order's channel"));
        }
        let order_id = order::id(number);
        let event_id = uuid(&format!("fire {channel} {provider_event}"));
        let key = format!("aggregator {order_id} {event_id} {status}");
        let duplicate = self.queue.seen(&key).is_some();
        if !duplicate {
            let order = self.orders.get_mut(number);
            let current = order.map(|order| order.travel(status, occurred, context.now));
            act(context, order_id.as_str(), status, provider_event);
            let result = json!({ "kind": "merged", "current": current });
            self.queue.take(key.clone(), "aggregator", status, result, context);
        }
        let report = self.queue.seen(&key).ok_or(Refusal::Internal)?;
        let answer = json!({
            "received": true,
            "duplicate": duplicate,
            "eventId": event_id,
            "webhookEventId": report.id(),
            "status": report.status(context),
            "firstReceivedAt": report.first_received(),
            "message": kitchen::message(duplicate),
        });
        Ok(Answer::json(202, &answer))
    }

    /// The order that one or both ids mean.
    fn meant(&self, id: Option<&str>, external: Option<&str>) -> Result<usize, Refusal> {
        let known = |number: &usize| *number < self.orders.len();
        let by_id = id.map(|id| order::number(id).filter(known));
        let by_external = external.map(|id| order::external_number(id).filter(known));
        let unknown = || {
            Refusal::NotFound(
                "No order matched the provided orderId / externalOrderId for this vendor.".to_owned(),
            )
        };
        match (by_id, by_external) {
            (None, None) => {
                Err(Refusal::Invalid("At least one of orderId or externalOrderId is required".to_owned()))
            }
            (Some(Some(a)), Some(Some(b))) if a != b => Err(Refusal::Conflict(
                "orderId and externalOrderId resolve to different orders. Send one, or send both pointing at the same order.",
            )),
            (Some(Some(number)), _) | (_, Some(Some(number))) => Ok(number),
            _ => Err(unknown()),
        }
    }
}

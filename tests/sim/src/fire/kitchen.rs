//! Reports of the kitchen. <https://docs.fire.rest/en/api-reference/kds-order-status>, <https://docs.fire.rest/en/events/overview>

use serde_json::{Value, json};

use super::refusal::Style;
use super::{Fire, Refusal, Reply, access, act, body, events, order, text, time};
use crate::context::{Call, Context};
use crate::http::Answer;
use crate::settings::KdsAnswer;

/// Types of reports, in the order of their ranks, which count from 1.
pub(super) const STAGES: [(&str, &str); 3] =
    [("order.preparing", "preparing"), ("order.ready", "ready"), ("order.dispatched", "dispatched")];

/// The style of the errors, by generation.
pub(super) fn style(context: &Context<'_>) -> Style {
    match context.settings.fire.kds_answer {
        KdsAnswer::Current => Style::Flat,
        KdsAnswer::Earlier => Style::Nested,
    }
}

impl Fire {
    /// `POST /api/v1/webhooks/kds/order-status`
    pub(super) fn report_kitchen(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        access::allow(call, context, "webhooks:kds")?;
        let body = body(call)?;
        let kind = text(&body, "eventType")?;
        let rank = STAGES.iter().position(|(known, _)| *known == kind);
        let rank = rank.ok_or_else(|| {
            Refusal::Invalid("eventType must be order.preparing, order.ready or order.dispatched".to_owned())
        })?;
        let provider_event = text(&body, "providerEventId")?;
        let occurred = time(&body, "occurredAt")?;
        let (order_id, event_id) = (text(&body, "orderId")?, text(&body, "eventId")?);
        // Assumption: an order that is not there is 404, as at the sibling endpoints.
        let number = self
            .number(order_id)
            .ok_or_else(|| Refusal::NotFound("No order matched the provided orderId.".to_owned()))?;
        if !is_fires(event_id, number) {
            return Err(Refusal::Invalid("eventId was not emitted by Fire for this order".to_owned()));
        }
        let key = format!("kds {order_id} {event_id} {kind}");
        if let Some(report) = self.queue.seen(&key) {
            let status = report.status(context);
            return Ok(answer(context, event_id, report.id(), status, true, &report.first_received()));
        }
        let station = body["stationName"].as_str();
        let moved = self
            .orders
            .get_mut(number)
            .is_some_and(|order| order.cook(rank, occurred, station, provider_event, context.now));
        let result = json!({ "kind": if moved { "recorded" } else { "ignored" } });
        let report = self.queue.take(key, "kds", kind, result, context);
        let answered =
            answer(context, event_id, report.id(), report.status(context), false, &report.first_received());
        act(context, order_id, kind, provider_event);
        if moved {
            self.announce(number, events::STATUS_UPDATED, context);
        }
        Ok(answered)
    }
}

/// Assumption: either of the events that bring an order to a kitchen will do.
fn is_fires(event_id: &str, number: usize) -> bool {
    [events::OPENED, events::COMPLETED].into_iter().any(|kind| order::event_id(number, kind, 0) == event_id)
}

fn answer(
    context: &Context<'_>,
    event: &str,
    id: &str,
    status: &str,
    duplicate: bool,
    first: &str,
) -> Answer {
    let body: Value = match context.settings.fire.kds_answer {
        KdsAnswer::Current => json!({
            "received": true,
            "duplicate": duplicate,
            "eventId": event,
            "webhookEventId": id,
            "status": status,
            "firstReceivedAt": first,
            "message": message(duplicate),
        }),
        KdsAnswer::Earlier => {
            json!({ "received": true, "eventId": id, "status": status, "duplicate": duplicate })
        }
    };
    Answer::json(202, &body)
}

/// What an answer to a report says in words.
pub(super) const fn message(duplicate: bool) -> &'static str {
    if duplicate {
        "Event already received; no action needed."
    } else {
        "Event accepted and queued for processing."
    }
}

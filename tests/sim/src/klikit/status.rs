//! Changing an order's status.
//!
//! <https://developer.klikit.io/partner-api/api-reference/orders/transition-an-order-through-its-state-machine>

use serde_json::{Value, json};

use super::order::{self, Kind, Status};
use super::refusal::Refusal;
use super::{Klikit, Reply};
use crate::clock;
use crate::context::{Call, Context};
use crate::platform::Platform;

/// Which statuses may be asked for, and whether they need a reason.
const ASKED: [(Status, bool); 5] = [
    (Status::Accepted, false),
    (Status::Ready, false),
    (Status::PickedUp, false),
    (Status::Rejected, true),
    (Status::Cancelled, true),
];

impl Klikit {
    /// `PATCH /orders/{id}/status`
    pub(super) fn change_status(&mut self, id: &str, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        let body = call.json().ok_or(Refusal::Invalid("the body is not JSON"))?;
        let word = body["status"].as_str().ok_or(Refusal::Invalid("status is required"))?;
        let (status, needs_reason) = ASKED
            .into_iter()
            .find(|(status, _)| status.word() == word)
            .ok_or(Refusal::Invalid("status must be accepted, ready, picked_up, rejected or cancelled"))?;
        let reason = body["reason_code"].as_str().filter(|reason| !reason.is_empty());
        if needs_reason && reason.is_none() {
            return Err(Refusal::Invalid("reason_code is required for rejected and cancelled"));
        }
        if !is_time(&body["occurred_at"]) {
            return Err(Refusal::Invalid("occurred_at must be an RFC 3339 date-time"));
        }
        let number = order::number(id).ok_or(Refusal::NotFound)?;
        let order = self.orders.get_mut(number).ok_or(Refusal::NotFound)?;
        if !allowed(order.status, status, order.kind) {
            return Err(Refusal::Transition { from: order.status.word(), to: status.word() });
        }
        order.become_(status, context.now);
        order.reason = reason.map(Into::into);
        let updated = clock::seconds_text(order.updated);
        context.act(Platform::Klikit, id, status.word(), call.idempotency_key());
        self.announce(number, super::STATUS_UPDATED, context);
        Ok(json!({ "id": id, "status": status.word(), "updated_at": updated }).to_string())
    }
}

fn is_time(value: &Value) -> bool {
    match value {
        Value::Null => true,
        value => value.as_str().is_some_and(|text| clock::parse(text).is_some()),
    }
}

/// Assumption: the transitions of klikit's earlier draft (<https://github.com/klikit/klikit-partner>), which the current
/// reference does not list; `rejected` only while nobody has accepted.
fn allowed(from: Status, to: Status, kind: Kind) -> bool {
    match to {
        Status::Accepted | Status::Rejected => from == Status::Placed,
        Status::Ready => from == Status::Accepted,
        Status::PickedUp => from == Status::Ready && kind != Kind::Delivery,
        Status::Cancelled => matches!(from, Status::Placed | Status::Accepted | Status::Ready),
        Status::Placed | Status::Delivered => false,
    }
}

//! Events about orders, as both families of Fire's webhooks bring them.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::{Fire, order};
use crate::clock;
use crate::context::Context;
use crate::journal::uuid;
use crate::mail::Family;
use crate::platform::Platform;

pub(super) const OPENED: &str = "order.opened";
pub(super) const COMPLETED: &str = "order.completed";
pub(super) const CANCELLED: &str = "order.cancelled";
pub(super) const STATUS_UPDATED: &str = "order.status_updated";
/// Of the other family.
pub(super) const CHANGED: &str = "order.status_changed";
pub(super) const ALL: [&str; 5] = [OPENED, COMPLETED, CANCELLED, STATUS_UPDATED, CHANGED];

static THIN: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../vectors/fire/order-status-updated.json")).unwrap_or_default()
});
static CHANGE: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../vectors/fire/order-status-changed.json")).unwrap_or_default()
});

impl Fire {
    /// Tells both families of what happened to an order.
    pub(super) fn announce(&mut self, number: usize, kind: &'static str, context: &mut Context<'_>) {
        if kind != CHANGED {
            self.tell(number, kind, context);
        }
        self.tell(number, CHANGED, context);
    }

    /// Tells one family of one event.
    pub(super) fn tell(&self, number: usize, kind: &'static str, context: &mut Context<'_>) {
        let Some(order) = self.orders.get(number) else { return };
        let id = order::id(number);
        let now = context.now;
        if kind == CHANGED {
            let event =
                format!("evt_{}", uuid(&format!("fire change {}", context.mail.told())).replace('-', ""));
            context.announce(Platform::Fire, Some(Family::Aggregator), kind, &id, || {
                (event.clone(), change(order, number, &event, now).to_string())
            });
            return;
        }
        let rank = order.kitchen()["rank"].as_u64().and_then(|rank| usize::try_from(rank).ok()).unwrap_or(0);
        let event = order::event_id(number, kind, rank);
        context.announce(Platform::Fire, Some(Family::Flow), kind, &id, || {
            let head = json!({ "id": event, "type": kind, "createdAt": clock::millis_text(now) });
            let body = if kind == STATUS_UPDATED {
                json!({ "event": head, "data": thin(order, number) }).to_string()
            } else {
                let meta = json!({
                    "executionId": event,
                    "flowId": "9a2b3c4d-7e8f-4a1b-9c2d-3e4f5a6b7c8d",
                    "flowName": "ERP integration",
                    "attempt": "1",
                    "triggerEntityId": order::id(number),
                });
                format!("{{\"event\":{head},\"data\":{},\"_meta\":{meta}}}", order.snapshot(number))
            };
            (event, body)
        });
    }
}

/// <https://docs.fire.rest/en/events/order-status-updated>
fn thin(order: &order::Order, number: usize) -> Value {
    let mut data = THIN["data"].clone();
    data["orderId"] = order::id(number).into();
    data["orderCode"] = order::code(number).into();
    data["externalOrderId"] = order::external_id(number).into();
    data["businessDayDate"] = order.business_day(number).into();
    data["status"] = order.status.word().into();
    data["channel"]["code"] = order::CHANNEL.into();
    data["kitchen"] = order.kitchen();
    data
}

/// <https://docs.fire.rest/en/webhook-reference/order-status-changed>
fn change(order: &order::Order, number: usize, event: &str, now: i64) -> Value {
    let mut body = CHANGE.clone();
    let (previous, status) = order.lifecycle;
    body["event"]["id"] = event.into();
    body["event"]["createdAt"] = clock::seconds_text(now).into();
    body["data"]["fire_order_id"] = order::id(number).into();
    body["data"]["external_order_id"] = order::external_id(number).into();
    body["data"]["status"] = status.into();
    body["data"]["previous_status"] = previous.into();
    body["data"]["updated_at"] = clock::seconds_text(now).into();
    body
}

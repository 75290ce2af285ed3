//! Fire: its webhook events as the common [`Event`](crate::event::Event) and [`Order`](crate::order::Order).
//!
//! Fire sends two families of events that share a host and little else:
//!
//! | family | events | envelope | source |
//! | --- | --- | --- | --- |
//! | integration flows | orders and their kitchen, the end of a store's day | `{event, data, _meta}`, made by a template that its user may edit | <https://docs.fire.rest/en/events/overview> |
//! | aggregator integration | the catalogue, `order.status_changed` | `{event, data}`; in older copies flat, `event` being the type | <https://docs.fire.rest/en/webhook-reference/overview> |
//!
//! Either envelope is accepted with either family. `data` of an order event is the same snapshot of the order, whole or
//! thin, in every generation; no document states which generation it is. `order.status_changed` alone has members and
//! statuses of its own.
//!
//! Orders that Fire answers, to a read or to a call of its v4 API, have members of their own, too.

mod adjustment;
mod amounts;
mod answer;
mod api;
mod catalogue;
mod change;
mod channel;
mod day;
mod dictionary;
mod event;
mod fiscal;
mod fulfilment;
mod kitchen;
mod line;
mod menu;
mod order;
mod party;
mod payment;
mod product;
mod read;
mod reading;
mod request;
mod store;
mod stores;

pub(crate) use amounts::known_at;
pub(crate) use answer::read_answer;
pub(crate) use api::{ACCOUNT_TEXTS, ENDPOINTS, HOSTS, addresses, authorization};
pub(crate) use dictionary::word;
pub(crate) use event::read_event;
pub(crate) use read::read_orders;
pub(crate) use request::request;

use crate::json::Value;

/// The members of the envelope beside the data.
pub(crate) const ENVELOPE: &[&str] = &["event", "_meta"];

/// A member that says something: Fire writes `""` where it has nothing to say.
fn said(value: Option<Value<'_>>) -> Option<Value<'_>> {
    value.filter(|value| !value.is_named(""))
}

//! Atlas Kitchen: its webhook events as the common [`Event`](crate::event::Event) and [`Order`](crate::order::Order).
//!
//! Atlas has published its platform three times. Every generation of its orders is read, told apart by shape:
//!
//! | generation | body | totals | amounts | times | source |
//! | --- | --- | --- | --- | --- | --- |
//! | first (Open API), events and admin API | events in `event_type`, `event_at`, `payload`; the answer to a read alone | at the top level | whole minor units (`price_cents`) | Unix seconds | <https://docs.atlas.kitchen/webhook-events-and-payload> |
//! | second (Connect), admin API and storefront | the order alone | in `payment_breakdown` | whole minor units | Unix seconds or ISO 8601 | <https://connect.atlas.kitchen/admin-api/orders/order-details-identifier> |
//! | current (Connect), events | the order alone | at the top level | decimal major units | ISO 8601 with offset | <https://help.atlas.kitchen/connect/webhooks/order-events> |
//!
//! Any order is accepted with an envelope and without, since the current pages do not say whether the order is wrapped.

mod amounts;
mod answer;
mod api;
mod dictionary;
mod event;
mod item;
mod order;
mod reads;
mod shape;
mod subject;
mod totals;

pub(crate) use amounts::known_at;
pub(crate) use answer::read_answer;
pub(crate) use api::{ACCOUNT_TEXTS, ENDPOINTS, HOSTS, addresses, authorization};
pub(crate) use dictionary::word;
pub(crate) use event::read_event;
pub(crate) use reads::read_orders;

/// The members of the envelope beside the order.
pub(crate) const ENVELOPE: &[&str] = &["event_type", "event_at"];

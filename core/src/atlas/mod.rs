//! Atlas Kitchen: its webhook events as the common [`Event`](crate::event::Event) and [`Order`](crate::order::Order).
//!
//! Atlas has published its platform three times. Both webhook generations are read, told apart by shape:
//!
//! | generation | body | amounts | times | source |
//! | --- | --- | --- | --- | --- |
//! | first (Open API) | `event_type`, `event_at`, `payload` | whole minor units (`price_cents`) | Unix seconds | <https://docs.atlas.kitchen/webhook-events-and-payload> |
//! | current (Connect) | the order alone | decimal major units | ISO 8601 with offset | <https://help.atlas.kitchen/connect/webhooks/order-events> |
//!
//! Either envelope is accepted with either order, since the current pages do not say whether the order is wrapped.

mod amounts;
mod dictionary;
mod event;
mod item;
mod order;
mod totals;

pub(crate) use dictionary::word;
pub(crate) use event::{read_event, read_orders};

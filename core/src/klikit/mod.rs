//! klikit: its webhook events as the common [`Event`](crate::event::Event) and [`Order`](crate::order::Order).
//!
//! All three events have one body, `{brand_id, branch_id, orders[]}`, which states neither type nor time
//! (<https://developer.klikit.io/partner-api/webhooks/events>). The published examples of an order are cut short, so members
//! that klikit's own clients use are read as well; none is required but the id.
//!
//! Assumption: an empty text says no more than a missing one, as klikit's own clients treat it; it is read as absent.
//! Assumption: 0 in `payment_method`, `payment_channel_id`, `fulfillment_status_id` and `cancellation_reason_id` says no more
//! than a missing member, since no dictionary known has an entry 0 for them; it is read as absent.

mod adjustment;
mod amounts;
mod answer;
mod api;
mod dictionary;
mod event;
mod item;
mod names;
mod order;
mod orders;
mod party;
mod payment;
mod read;
mod request;
mod served;
mod state;
mod tables;

use crate::json::Value;
use crate::order::{Reader, Span};

pub(crate) use amounts::known_at;
pub(crate) use answer::read_answer;
pub(crate) use api::{ACCOUNT_TEXTS, ENDPOINTS, HOSTS, addresses, authorization};
pub(crate) use dictionary::progress;
pub(crate) use event::read_event;
pub(crate) use read::read_orders;
pub(crate) use request::request;
pub(crate) use served::{is_served, read_dictionary};
pub(crate) use tables::word;

/// The value, unless it is an empty text.
fn filled(value: Option<Value<'_>>) -> Option<Value<'_>> {
    value.filter(|value| !value.is_named(""))
}

/// A string's text, unless it is empty.
fn text(value: Option<Value<'_>>, r: &mut Reader<'_>) -> Span {
    r.text(filled(value))
}

/// An id, unless it is empty.
fn id(value: Option<Value<'_>>, r: &mut Reader<'_>) -> Span {
    r.id(filled(value))
}

/// The value of a member that refers to an entry of a dictionary, unless it is empty or 0.
fn chosen(value: Option<Value<'_>>) -> Option<Value<'_>> {
    filled(value).filter(|value| value.number() != Some("0") && !value.is_named("0"))
}

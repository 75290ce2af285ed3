//! klikit: its webhook events as the common [`Event`](crate::event::Event) and [`Order`](crate::order::Order).
//!
//! All three events have one body, `{brand_id, branch_id, orders[]}`, which states neither type nor time
//! (<https://developer.klikit.io/partner-api/webhooks/events>). The published examples of an order are cut short, so members
//! that klikit's own clients use are read as well; none is required but the id.
//!
//! Assumption: an empty text says no more than a missing one, as klikit's own clients treat it; it is read as absent.

mod amounts;
mod dictionary;
mod event;
mod item;
mod order;

use crate::json::Value;
use crate::order::{Reader, Span};

pub(crate) use amounts::known_at;
pub(crate) use event::read_event;

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

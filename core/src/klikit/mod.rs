//! klikit: its webhook events as the common [`Event`](crate::event::Event) and [`Order`](crate::order::Order).
//!
//! All three events have one body, `{brand_id, branch_id, orders[]}`, which states neither type nor time
//! (<https://developer.klikit.io/partner-api/webhooks/events>). The published examples of an order are cut short, so members
//! that klikit's own clients use are read as well; none is required but the id.

mod amounts;
mod dictionary;
mod event;
mod item;
mod order;

use crate::json::Value;

pub(crate) use event::read_event;

/// The value, unless it is the empty text that klikit writes where it has nothing to say.
fn filled(value: Option<Value<'_>>) -> Option<Value<'_>> {
    value.filter(|value| !value.is_named(""))
}

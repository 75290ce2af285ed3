//! What a document is about, as its members show it.
//!
//! The current pages show the bodies of events without a type in them
//! (<https://help.atlas.kitchen/connect/webhooks/order-events>,
//! <https://help.atlas.kitchen/connect/webhooks/customer-events>), so that the members have to tell. The first line that
//! fits counts:
//!
//! | members, `null` or not | shape | event, where nothing states its type |
//! | --- | --- | --- |
//! | `order_items` | an order | [`OrderChanged`](EventKind::OrderChanged) |
//! | `external_user_links` | a customer | [`CustomerUpdated`](EventKind::CustomerUpdated): created or updated, which both say how the customer is now |
//! | `menu_id` | a menu | [`MenuUpdated`](EventKind::MenuUpdated) |
//! | `item_id` (`product_id`), `outlet_id`, `is_available` | a product in stock or not | [`ProductAvailabilityChanged`](EventKind::ProductAvailabilityChanged) |
//! | `item_id` | an item of an order, which is no order | none |
//! | `order_id`, or `state` and `fulfilment_type` | an order | [`OrderChanged`](EventKind::OrderChanged) |

use crate::event::EventKind;
use crate::json::Value;

/// What a document is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Order,
    Customer,
    Menu,
    Stock,
    /// An item of an order, without the order.
    Item,
    /// Something else.
    Other,
}

impl Shape {
    pub(super) fn of(object: Value<'_>) -> Self {
        let has = |name| object.has(name);
        if has("order_items") {
            Self::Order
        } else if has("external_user_links") {
            Self::Customer
        } else if has("menu_id") {
            Self::Menu
        } else if (has("item_id") || has("product_id")) && has("outlet_id") && has("is_available") {
            Self::Stock
        } else if has("item_id") {
            Self::Item
        } else if has("order_id") || (has("state") && has("fulfilment_type")) {
            Self::Order
        } else {
            Self::Other
        }
    }

    /// What an event of this kind is about.
    pub(super) fn of_kind(kind: EventKind) -> Self {
        match kind {
            EventKind::CustomerCreated | EventKind::CustomerUpdated => Self::Customer,
            EventKind::MenuUpdated => Self::Menu,
            EventKind::ProductAvailabilityChanged => Self::Stock,
            EventKind::Unknown => Self::Other,
            _ => Self::Order,
        }
    }

    /// The kind of an event of which only this is known.
    pub(super) fn kind(self) -> EventKind {
        match self {
            Self::Order => EventKind::OrderChanged,
            Self::Customer => EventKind::CustomerUpdated,
            Self::Menu => EventKind::MenuUpdated,
            Self::Stock => EventKind::ProductAvailabilityChanged,
            Self::Item | Self::Other => EventKind::Unknown,
        }
    }
}

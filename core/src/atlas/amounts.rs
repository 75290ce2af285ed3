//! How Atlas scales its amounts: the one place that says so, for fields and paths.
//!
//! | generation | unit | source |
//! | --- | --- | --- |
//! | current (`unit_price`, `item_total`) | decimal major units "for most currencies" | <https://help.atlas.kitchen/connect/webhooks/order-events> |
//! | first (`price_cents`, `calculated_subtotal`) | whole minor units | <https://docs.atlas.kitchen/webhook-events-and-payload> |
//! | `payment_breakdown` | not published: cents on one page, decimals on another | <https://docs.atlas.kitchen/api-20806228> |
//!
//! Assumption: the currencies that the current generation exempts are not published, so all are read as major units;
//! [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.
//! Assumption: minor units are those of ISO 4217 (hundredths for SGD, whole yen for JPY), hundredths where no currency is
//! stated; [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.

use crate::event::{Known, Scales, Spot, own_currency};
use crate::json::{Link, Value, after, leads_to};
use crate::value::Currency;

/// Which unit the amounts are in. Never guessed from how large they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Major,
    Minor,
}

/// The members of an order that are amounts.
const ORDER: &[&str] = &[
    "subtotal",
    "surcharge",
    "delivery_fee",
    "discount",
    "admin_discount",
    "total",
    "tax",
    "total_including_tax",
    "donation",
];
/// The members of an item that are amounts, in the current generation and in the first.
const ITEM: [(Unit, &[&str]); 2] = [
    (
        Unit::Major,
        &["unit_price", "unit_modifier_price", "unit_component_price", "item_total", "item_discount"],
    ),
    (Unit::Minor, &["price_cents", "calculated_subtotal", "discount"]),
];

impl Unit {
    /// The unit of an order's totals, by the members that only one generation has.
    pub(super) fn of_order(order: Value<'_>, items: Option<Value<'_>>) -> Self {
        let first = items.and_then(|items| items.elements().next());
        let has = |object: Option<Value<'_>>, names: &[&str]| {
            object.is_some_and(|object| {
                object.members().any(|(name, _)| names.iter().any(|known| name.is_named(known)))
            })
        };
        if has(first, &["unit_price", "item_total"]) {
            Self::Major
        } else if has(first, &["price_cents", "calculated_subtotal"])
            || has(Some(order), &["channel_id", "user_id", "outlet_id", "timeslot_start"])
        {
            Self::Minor
        } else {
            Self::Major
        }
    }

    /// By what power of ten an amount in this unit is divided.
    pub(super) fn shift(self, scales: &Scales, currency: Option<Currency>) -> u32 {
        scales.of(currency).unwrap_or_else(|| match self {
            Self::Major => 0,
            Self::Minor => currency.map_or(2, Currency::digits),
        })
    }
}

/// What is known of an amount at a place of an order. An item has the currency that it states itself, as its fields do.
pub(crate) fn known_at(spot: &Spot<'_, '_>, scales: &Scales) -> Known {
    let (unit, currency) = if let Some((item, below)) = item(spot) {
        let unit = ITEM.iter().find(|(_, members)| leads_to(below, "", members)).map(|(unit, _)| *unit);
        (unit, own_currency(item, &["currency"]))
    } else {
        let is_amount =
            leads_to(spot.links, "", ORDER) || leads_to(spot.links, "order_payments[]", &["amount"]);
        let unit = is_amount.then(|| Unit::of_order(spot.whole, spot.whole.get("order_items")));
        (unit, spot.order_currency())
    };
    Known { shift: unit.map(|unit| unit.shift(scales, currency)), currency }
}

/// The innermost item on the way, and the way from there.
fn item<'e, 'l>(spot: &Spot<'e, 'l>) -> Option<(Value<'e>, &'l [Link<'e>])> {
    let mut below = after(spot.links, "order_items[]")?;
    while let Some(child) = after(below, "sub_items[]") {
        below = child;
    }
    let last = spot.links.len().checked_sub(below.len())?.checked_sub(1)?;
    Some((spot.links.get(last)?.value, below))
}

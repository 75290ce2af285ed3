//! How Atlas scales its amounts: the one place that says so, for fields and paths.
//!
//! The unit follows from which members an order has, never from how large an amount is:
//!
//! | amount | unit | source |
//! | --- | --- | --- |
//! | of an item: `unit_price`, `unit_modifier_price`, `unit_component_price`, `item_total`, `item_discount` | major, "for most currencies" | <https://help.atlas.kitchen/connect/webhooks/order-events> |
//! | of an item: `price_cents`, `calculated_subtotal`, `discount` | minor | <https://docs.atlas.kitchen/webhook-events-and-payload> |
//! | in `payment_breakdown` with `service_charge_rate`, `discount_amount` or `discount_percentage` | major | <https://docs.atlas.kitchen/api-20806228> (a cart of the admin API) |
//! | in any other `payment_breakdown` | minor | <https://atlaskitchen.mintlify.app/storefront-api/order/create-order> |
//! | of an order: totals, `order_payments` | as the first item that shows one of these members: `unit_price`, `item_total` major; `price_cents`, `calculated_subtotal` minor | both pages on events |
//! | the same, where no item shows any | major with `order_id`; else minor with `channel_id`, `user_id`, `outlet_id` or `timeslot_start`; else major | both pages on events, <https://connect.atlas.kitchen/admin-api/orders/order-details-identifier> |
//!
//! Minor units are documented as whole numbers. Where one of an object's is written with decimal places, all of them are in
//! doubt: they are absent, with a problem noted for each, rather than wrong by a factor of 100.
//!
//! Assumption: the currencies that the current generation exempts are not published, so all are read as major units;
//! [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.
//! Assumption: minor units are those of ISO 4217 (hundredths for SGD, whole yen for JPY), hundredths where no currency is
//! stated; [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.
//! Assumption: what `payment_breakdown` holds in an order of the admin API is not published; it is read as the storefront's,
//! or as a cart's where it has members that only a cart's has.

use alloc::borrow::Cow;

use crate::event::{Decoder, Known, Scales, Spot, own_currency};
use crate::json::{Link, Value, after, leads_to};
use crate::order::Reader;
use crate::problem::ProblemCode;
use crate::value::{Currency, Money, decimal};

/// Which unit the amounts are in. Never guessed from how large they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Major,
    Minor,
    /// Documented as minor, but not written so.
    Doubtful,
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
/// The members of an order's `payment_breakdown` that are amounts.
const BREAKDOWN: &[&str] = &[
    "donation_amount",
    "cash_vouchers_amount",
    "service_charge",
    "delivery_fee",
    "surcharge",
    "points_value",
    "discount",
    "admin_discount",
    "subtotal",
    "total",
    "total_including_tax",
    "tax",
    "amount_paid",
    "amount_unpaid",
];
/// The members of an item that are amounts, in the current generation and in the first.
const MAJOR_OF_ITEM: &[&str] =
    &["unit_price", "unit_modifier_price", "unit_component_price", "item_total", "item_discount"];
const MINOR_OF_ITEM: &[&str] = &["price_cents", "calculated_subtotal", "discount"];

/// Whether an object has one of these members, `null` or not.
fn has(object: Value<'_>, names: &[&str]) -> bool {
    object.members().any(|(name, _)| names.iter().any(|known| name.is_named(known)))
}

impl Unit {
    /// The unit of an order's totals, by the members that only one generation has.
    pub(super) fn of_order(order: Value<'_>, items: Option<Value<'_>>) -> Self {
        let by_item = |item| {
            if has(item, &["unit_price", "item_total"]) {
                Some(Self::Major)
            } else if has(item, &["price_cents", "calculated_subtotal"]) {
                Some(Self::Minor)
            } else {
                None
            }
        };
        if let Some(unit) = items.and_then(|items| items.elements().find_map(by_item)) {
            unit
        } else if !has(order, &["order_id"])
            && has(order, &["channel_id", "user_id", "outlet_id", "timeslot_start"])
        {
            Self::Minor
        } else {
            Self::Major
        }
    }

    /// The unit of the amounts in a `payment_breakdown`.
    pub(super) fn of_breakdown(breakdown: Value<'_>) -> Self {
        if has(breakdown, &["service_charge_rate", "discount_amount", "discount_percentage"]) {
            Self::Major
        } else {
            Self::Minor
        }
    }

    /// The unit of some amounts of one object.
    pub(super) fn of_all<'d>(self, amounts: impl IntoIterator<Item = Option<Value<'d>>>) -> Self {
        match self {
            Self::Minor if amounts.into_iter().flatten().any(has_decimals) => Self::Doubtful,
            unit => unit,
        }
    }

    /// By what power of ten an amount in this unit is divided.
    fn shift(self, scales: &Scales, currency: Option<Currency>) -> u32 {
        scales.of(currency).unwrap_or_else(|| match self {
            Self::Major => 0,
            Self::Minor | Self::Doubtful => currency.map_or(2, Currency::digits),
        })
    }

    /// The unit of some members of an object.
    fn of_members(self, object: Value<'_>, names: &[&str]) -> Self {
        self.of_all(names.iter().map(|name| object.get(name)))
    }

    /// An amount in this unit.
    #[inline]
    pub(super) fn money(
        self,
        value: Option<Value<'_>>,
        decoder: &Decoder,
        currency: Option<Currency>,
        r: &mut Reader<'_>,
    ) -> Option<Money> {
        let value = value?;
        if self == Self::Doubtful {
            r.problems.note(ProblemCode::WrongType, value);
            return None;
        }
        r.money(Some(value), self.shift(&decoder.scales, currency), currency)
    }
}

/// Whether a number, or one in a string, is written with decimal places.
fn has_decimals(value: Value<'_>) -> bool {
    let written = value.number().map(Cow::Borrowed).or_else(|| value.string());
    written.is_some_and(|text| {
        [".", "e-", "E-"].iter().any(|sign| text.contains(sign)) && decimal::parse(&text, 0).is_ok()
    })
}

/// What is known of an amount at a place of an order. An item has the currency that it states itself, as its fields do.
pub(crate) fn known_at(spot: &Spot<'_, '_>, scales: &Scales) -> Known {
    let (unit, currency) = match item(spot) {
        Some((item, below)) => (unit_of_item(item, below), own_currency(item, &["currency"])),
        None => (unit_of_order(spot), spot.order_currency()),
    };
    let unit = unit.filter(|unit| *unit != Unit::Doubtful);
    Known { shift: unit.map(|unit| unit.shift(scales, currency)), currency }
}

fn unit_of_item(item: Value<'_>, below: &[Link<'_>]) -> Option<Unit> {
    if leads_to(below, "", MAJOR_OF_ITEM) {
        return Some(Unit::Major);
    }
    leads_to(below, "", MINOR_OF_ITEM).then(|| Unit::Minor.of_members(item, MINOR_OF_ITEM))
}

fn unit_of_order(spot: &Spot<'_, '_>) -> Option<Unit> {
    let unit = || Unit::of_order(spot.whole, spot.whole.get("order_items"));
    if leads_to(spot.links, "", ORDER) {
        return Some(unit().of_members(spot.whole, ORDER));
    }
    if leads_to(spot.links, "payment_breakdown", BREAKDOWN) {
        let breakdown = spot.whole.get("payment_breakdown")?;
        return Some(Unit::of_breakdown(breakdown).of_members(breakdown, BREAKDOWN));
    }
    let paid = spot.links.last().map(|link| link.value);
    leads_to(spot.links, "order_payments[]", &["amount"]).then(|| unit().of_all([paid]))
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

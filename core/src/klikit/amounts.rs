//! How klikit scales its amounts: the one place that says so, for fields and paths.
//!
//! | place | unit | source |
//! | --- | --- | --- |
//! | amounts of an order (`final_price`, `vat`), of `promos`, of `cart` and its modifiers | hundredths | klikit's own clients divide by 100; the published examples have zeros only, <https://developer.klikit.io/partner-api/api-reference/orders/list-orders> |
//! | `total` of an order | decimal major units | `"84.50"`, <https://developer.klikit.io/partner-api/webhooks/events> |
//! | amounts of `cart_v2` and its modifiers | decimal major units | `"0.00"`, <https://developer.klikit.io/partner-api/api-reference/orders/list-orders> |
//! | `…_display` | text for people, never read | same page |
//! | `provider_sub_total`, `provider_grand_total`, `provider_additional_fee`, `discount_value` | not published | |
//!
//! Assumption: amounts of an order and of its `cart` are hundredths in every currency, also in those without hundredths
//! (JPY, VND); [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.
//! Assumption: `total` and the amounts of `cart_v2` are decimal major units.

use crate::event::{Known, Scales, Spot};
use crate::json::{Link, after, leads_to};
use crate::value::Currency;

/// Which unit an amount is in, by its place. Never guessed from how large it is or how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hundredths,
    Major,
}

/// The members of an order that are amounts, but for `total`.
const ORDER: &[&str] = &[
    "item_price",
    "final_price",
    "discount",
    "merchant_discount",
    "provider_discount",
    "delivery_fee",
    "additional_fee",
    "gateway_fee",
    "service_fee",
    "restaurant_service_fee",
    "vat",
];
/// The members of a line or modifier, of either spelling, that are amounts.
const LINE: &[&str] = &[
    "unit_price",
    "price",
    "item_final_price",
    "klikit_price",
    "klikit_unit_price",
    "modifier_group_price",
    "extra_price",
    "promo_discount",
    "vat",
];
/// The ways from a line to its modifiers.
const MODIFIERS: [&str; 2] = ["groups[].modifiers[]", "modifier_groups[].modifiers[]"];

impl Unit {
    /// Of `total`.
    pub(super) const TOTAL: Self = Self::Major;
    /// Of the other amounts of an order.
    pub(super) const ORDER: Self = Self::Hundredths;
    /// Of the lines in `cart`.
    pub(super) const CART: Self = Self::Hundredths;
    /// Of the lines in `cart_v2`.
    pub(super) const CART_V2: Self = Self::Major;

    /// By what power of ten an amount in this unit is divided.
    pub(super) fn shift(self, scales: &Scales, currency: Option<Currency>) -> u32 {
        match self {
            Self::Hundredths => scales.of(currency).unwrap_or(2),
            Self::Major => 0,
        }
    }
}

/// What is known of an amount at a place of an order.
pub(crate) fn known_at(spot: &Spot<'_, '_>, scales: &Scales) -> Known {
    let currency = spot.order_currency();
    Known { shift: unit(spot.links).map(|unit| unit.shift(scales, currency)), currency }
}

fn unit(links: &[Link<'_>]) -> Option<Unit> {
    for (cart, unit) in [("cart[]", Unit::CART), ("cart_v2[]", Unit::CART_V2)] {
        let Some(mut line) = after(links, cart) else { continue };
        while let Some(modifier) = MODIFIERS.iter().find_map(|way| after(line, way)) {
            line = modifier;
        }
        return leads_to(line, "", LINE).then_some(unit);
    }
    if leads_to(links, "", &["total"]) {
        return Some(Unit::TOTAL);
    }
    let is_amount = leads_to(links, "", ORDER) || leads_to(links, "promos[]", &["discount"]);
    is_amount.then_some(Unit::ORDER)
}

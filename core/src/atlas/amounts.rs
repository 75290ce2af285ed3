//! How Atlas scales its amounts: the one place that says so.
//!
//! | generation | unit | source |
//! | --- | --- | --- |
//! | current (`unit_price`, `item_total`) | decimal major units "for most currencies" | <https://help.atlas.kitchen/connect/webhooks/order-events> |
//! | first (`price_cents`, `calculated_subtotal`) | whole minor units | <https://docs.atlas.kitchen/webhook-events-and-payload> |
//!
//! Assumption: the currencies that the current generation exempts are not published, so all are read as major units;
//! [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.
//! Assumption: minor units are those of ISO 4217 (hundredths for SGD, whole yen for JPY), hundredths where no currency is
//! stated; [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.

use crate::event::Scales;
use crate::json::Value;
use crate::value::Currency;

/// Which unit the amounts are in. Never guessed from how large they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Major,
    Minor,
}

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

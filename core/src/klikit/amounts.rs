//! How klikit scales its amounts: the one place that says so.
//!
//! | place | unit | source |
//! | --- | --- | --- |
//! | amounts of an order (`final_price`, `vat`), of `cart` and its modifiers | hundredths | klikit's own clients divide by 100; the published examples have zeros only, <https://developer.klikit.io/partner-api/api-reference/orders/list-orders> |
//! | `total` of an order | decimal major units | `"84.50"`, <https://developer.klikit.io/partner-api/webhooks/events> |
//! | amounts of `cart_v2` and its modifiers | decimal major units | `"0.00"`, <https://developer.klikit.io/partner-api/api-reference/orders/list-orders> |
//! | `…_display` | text for people, never read | same page |
//!
//! Assumption: amounts of an order and of its `cart` are hundredths in every currency, also in those without hundredths
//! (JPY, VND); [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.
//! Assumption: `total` and the amounts of `cart_v2` are decimal major units.

use crate::event::Scales;
use crate::value::Currency;

/// Which unit an amount is in, by its place. Never guessed from how large it is or how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hundredths,
    Major,
}

impl Unit {
    /// By what power of ten an amount in this unit is divided.
    pub(super) fn shift(self, scales: &Scales, currency: Option<Currency>) -> u32 {
        match self {
            Self::Hundredths => scales.of(currency).unwrap_or(2),
            Self::Major => 0,
        }
    }
}

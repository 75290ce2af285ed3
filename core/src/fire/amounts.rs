//! How Fire scales its amounts, and which of several currencies counts: the one place that says so.
//!
//! | amounts | unit | source |
//! | --- | --- | --- |
//! | `payments.totals[]`, `shippingCost[]`, `extraCharges[]`; `price` and `lineTotals[]` of lines | ten-thousandths: `"229000"` is 22.90 | <https://docs.fire.rest/en/events/order-completed> |
//! | `payments.paymentMethods[].totalBill` | major units: 22.9 | same page |
//! | `quantity`, `taxes[].rate` | plain numbers | same page |
//!
//! Amounts stand in lists with an entry for each currency.
//!
//! Assumption: amounts are ten-thousandths in every currency, those without decimals (CLP) included; [`Decoder::scale`]
//! overrides a currency.
//! Assumption: `totalBill` is in major units as a string, too, as it is documented to be as a number.

use crate::event::Decoder;
use crate::json::{Value, members};
use crate::order::Reader;
use crate::value::{Currency, Money};

/// The scale of a bill, which no setting changes.
const BILL: u32 = 0;
/// The scale of a count.
pub(super) const PLAIN: u32 = 0;
/// The scale of every other amount.
const TEN_THOUSANDTHS: u32 = 4;

members! {
    /// An entry of a list of amounts: of an order's totals, a line's price or totals, a charge. The second spelling is
    /// that of the first generation.
    pub(super) struct Entry {
        total: "total",
        subtotal: "subtotal",
        taxes: "taxesValue" | "taxes_value",
        currency: "currencyCode" | "currency_code",
        discount: "discountValue" | "discount_value",
        before_taxes: "subtotalBeforeTaxes" | "subtotal_before_taxes",
        gross: "grossPrice" | "gross_price",
    }
}

/// An entry with the currency it is in.
pub(super) struct Amounts<'d> {
    pub(super) entry: Entry<'d>,
    pub(super) currency: Option<Currency>,
    shift: u32,
}

impl<'d> Amounts<'d> {
    /// The entry in the wanted currency, else the first one. An entry that states no currency is in the wanted one.
    pub(super) fn pick(
        list: Option<Value<'d>>,
        wanted: Option<Currency>,
        decoder: &Decoder,
        r: &mut Reader<'_>,
    ) -> Option<Self> {
        let mut picked = None;
        for value in r.array(list).into_iter().flat_map(Value::elements) {
            let Some(value) = r.object(Some(value)) else { continue };
            let amounts = Self::read(value, wanted, decoder, r);
            if wanted.is_none() || amounts.currency == wanted {
                return Some(amounts);
            }
            picked = picked.or(Some(amounts));
        }
        picked
    }

    /// The only entry in the wanted currency; none if there are several.
    pub(super) fn only(
        list: Option<Value<'d>>,
        wanted: Option<Currency>,
        decoder: &Decoder,
        r: &mut Reader<'_>,
    ) -> Option<Self> {
        let mut picked = None;
        for value in r.array(list).into_iter().flat_map(Value::elements) {
            let Some(value) = r.object(Some(value)) else { continue };
            let amounts = Self::read(value, wanted, decoder, r);
            if wanted.is_some() && amounts.currency != wanted {
                continue;
            }
            if picked.is_some() {
                return None;
            }
            picked = Some(amounts);
        }
        picked
    }

    fn read(value: Value<'d>, wanted: Option<Currency>, decoder: &Decoder, r: &mut Reader<'_>) -> Self {
        let entry = Entry::read(value, r.problems);
        let currency = r.currency(super::said(entry.currency)).or(wanted);
        let shift = decoder.scales.of(currency).unwrap_or(TEN_THOUSANDTHS);
        Self { entry, currency, shift }
    }

    /// One of the entry's amounts.
    pub(super) fn money(&self, value: Option<Value<'d>>, r: &mut Reader<'_>) -> Option<Money> {
        r.money(value, self.shift, self.currency)
    }
}

/// What a tender pays.
pub(super) fn bill(
    value: Option<Value<'_>>,
    currency: Option<Currency>,
    r: &mut Reader<'_>,
) -> Option<Money> {
    r.money(value, BILL, currency)
}

//! How Fire scales its amounts, and which of several currencies counts: the one place that says so.
//!
//! | amounts | unit | source |
//! | --- | --- | --- |
//! | `payments.totals[]`, `shippingCost[]`, `extraCharges[]`; `price` and `lineTotals[]` of lines; taxes and discounts in them | ten-thousandths: `"229000"` is 22.90 | <https://docs.fire.rest/en/events/order-completed> |
//! | `payments.paymentMethods[].totalBill`, `customerCashAmount`, `changeAmount` | major units: 22.9 | same page |
//! | `quantity`, `taxes[].rate` | plain numbers | same page |
//! | `totals[]`, `orderLines[]`, `settlement` and tenders of orders that were read | ten-thousandths | <https://docs.fire.rest/en/api-reference/get-order> |
//! | `totals[]` and `order_lines[]` in answers of the v4 API | major units: `"34.78"` | <https://docs.fire.rest/en/api-reference/orders> |
//! | `payment_methods[].total` in the same answers | ten-thousandths | same page |
//! | `taxes[].percentage` in the same answers | percent | same page |
//!
//! Amounts stand in lists with an entry for each currency.
//!
//! Assumption: amounts are ten-thousandths in every currency, those without decimals (CLP) included; [`Decoder::scale`]
//! overrides a currency.
//! Assumption: `totalBill` is in major units as a string, too, as it is documented to be as a number.

use super::reading::Reading;
use crate::event::Decoder;
use crate::json::{Value, members};
use crate::order::{Reader, SharedCurrency};
use crate::value::{Currency, Money};

/// The scale of a count or rate.
pub(super) const PLAIN: u32 = 0;
/// The scale of a rate in percent.
pub(super) const PERCENT: u32 = 2;

/// The unit of a document's amounts.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    /// Ten-thousandths, or what a setting says for the currency.
    TenThousandths,
    /// Major units, which no setting changes.
    Major,
}

impl Unit {
    /// How many decimal places an amount in this unit has to be moved.
    pub(super) fn shift(self, currency: Option<Currency>, decoder: &Decoder) -> u32 {
        match self {
            Self::TenThousandths => currency.and_then(|currency| decoder.scale_of(currency)).unwrap_or(4),
            Self::Major => 0,
        }
    }
}

members! {
    /// An entry of a list of amounts: of an order's totals, a line's price or totals, a charge. The second spelling is
    /// that of the first generation and of the v4 API.
    pub(super) struct Entry {
        taxes: "taxes",
        total: "total",
        subtotal: "subtotal",
        discounts: "discounts",
        tax: "taxesValue" | "taxes_value",
        currency: "currencyCode" | "currency_code",
        discount: "discountValue" | "discount_value",
        before_taxes: "subtotalBeforeTaxes" | "subtotal_before_taxes",
        gross: "grossPrice" | "gross_price",
        description: "description",
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
        reading: &Reading<'_>,
        r: &mut Reader<'_>,
    ) -> Option<Self> {
        let mut picked = None;
        for value in r.array(list).into_iter().flat_map(Value::elements) {
            let Some(amounts) = Self::read(value, wanted, reading, r) else { continue };
            if wanted.is_none() || amounts.currency == wanted {
                return Some(amounts);
            }
            picked = picked.or(Some(amounts));
        }
        picked
    }

    /// One entry. One that states no currency is in the wanted one.
    pub(super) fn read(
        value: Value<'d>,
        wanted: Option<Currency>,
        reading: &Reading<'_>,
        r: &mut Reader<'_>,
    ) -> Option<Self> {
        let entry = Entry::read(r.object(Some(value))?, r.problems);
        let currency = r.currency(super::said(entry.currency)).or(wanted);
        Some(Self { entry, currency, shift: reading.shift(currency) })
    }

    /// One of the entry's amounts.
    pub(super) fn money(&self, value: Option<Value<'d>>, r: &mut Reader<'_>) -> Option<Money> {
        r.money(super::said(value), self.shift, self.currency)
    }
}

/// An amount in major units, whatever the rest of the document is in.
pub(super) fn major(
    value: Option<Value<'_>>,
    currency: Option<Currency>,
    r: &mut Reader<'_>,
) -> Option<Money> {
    r.money(super::said(value), 0, currency)
}

/// The currency in which an order's amounts are looked for: that of its lines, else that of its store; none where the
/// lines disagree.
pub(super) fn wanted(lines: SharedCurrency, store: Option<Currency>) -> Option<Currency> {
    match lines {
        SharedCurrency::One(currency) => Some(currency),
        SharedCurrency::None => store,
        SharedCurrency::Mixed => None,
    }
}

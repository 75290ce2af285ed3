//! How Fire scales its amounts, and which of several currencies counts: the one place that says so, for fields and paths.
//!
//! | amounts | unit | source |
//! | --- | --- | --- |
//! | `payments.totals[]`, `shippingCost[]`, `extraCharges[]`; `price` and `lineTotals[]` of lines; taxes and discounts in them; `payments.discounts[]`, `payments.metadata.fiscal` | ten-thousandths: `"229000"` is 22.90 | <https://docs.fire.rest/en/events/order-completed> |
//! | `payments.paymentMethods[].totalBill`, `customerCashAmount`, `changeAmount` | major units: 22.9 | same page |
//! | `orderLines[].metadata.fiscal.vTotTrib` | major units: 3.16 | same page |
//! | `authority.amounts` of a fiscal document | major units: 11.9 | <https://docs.fire.rest/en/events/order-invoiced> |
//! | `quantity`, `taxes[].rate` | plain numbers, no amounts | <https://docs.fire.rest/en/events/order-completed> |
//! | `discounts[].value`, which may be a percentage; `referenceUnitPrice`, `referenceTotalPrice`; prices of the catalogue | not published | |
//! | `totals[]`, `orderLines[]`, `settlement` and tenders of orders that were read | ten-thousandths | <https://docs.fire.rest/en/api-reference/get-order> |
//! | `totals[]` and `order_lines[]` in answers of the v4 API | major units: `"34.78"` | <https://docs.fire.rest/en/api-reference/orders> |
//! | `payment_methods[].total` in the same answers | ten-thousandths | same page |
//! | `taxes[].percentage` in the same answers | percent | same page |
//!
//! Amounts stand in lists with an entry for each currency.
//!
//! Assumption: amounts are ten-thousandths in every currency, those without decimals (CLP) included;
//! [`Decoder::scale`](crate::event::Decoder::scale) overrides a currency.
//! Assumption: `totalBill` is in major units as a string, too, as it is documented to be as a number.

use super::reading::Reading;
use crate::event::{Known, Scales, Spot, nearest_currency, own_currency};
use crate::json::{Link, Value, after, leads_to, members};
use crate::order::{Reader, SharedCurrency};
use crate::value::{Currency, Money};

/// The scale of a count or rate.
pub(super) const PLAIN: u32 = 0;
/// The scale of a rate in percent.
pub(super) const PERCENT: u32 = 2;

/// The unit of a document's amounts. Never guessed from how large they are or how they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Ten-thousandths, or what a setting says for the currency.
    TenThousandths,
    /// Major units, which no setting changes.
    Major,
}

impl Unit {
    /// Of a list with an entry for each currency, in an event.
    const ENTRY: Self = Self::TenThousandths;

    /// By what power of ten an amount in this unit is divided.
    pub(super) fn shift(self, scales: &Scales, currency: Option<Currency>) -> u32 {
        match self {
            Self::TenThousandths => scales.of(currency).unwrap_or(4),
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

/// A way, the members there that are amounts, and their unit.
type Place = (&'static str, &'static [&'static str], Unit);

/// Lists with an entry for each currency: of an order, and of a line.
const ORDER_ENTRIES: [&str; 3] = ["payments.totals[]", "payments.shippingCost[]", "payments.extraCharges[]"];
const LINE_ENTRIES: [&str; 3] = ["price.unitPrice[]", "price.totalPrice[]", "lineTotals[]"];

/// The amounts of an entry, in either spelling. `taxes[].rate` is a fraction.
const ENTRY: &[Place] = &[
    (
        "",
        &[
            "total",
            "subtotal",
            "taxesValue",
            "taxes_value",
            "taxValue",
            "discountValue",
            "discount_value",
            "subtotalBeforeTaxes",
            "subtotal_before_taxes",
            "subtotalWithoutTaxes",
            "subtotalIncludeDiscounts",
            "grossPrice",
            "gross_price",
            "netPrice",
            "net_price",
        ],
        Unit::ENTRY,
    ),
    ("taxes[]", &["base", "amount"], Unit::ENTRY),
    ("discounts[]", DISCOUNT, Unit::ENTRY),
];
const DISCOUNT: &[&str] = &[
    "netPrice",
    "net_price",
    "discountValue",
    "discount_value",
    "netPriceAfterDiscount",
    "net_price_after_discount",
];

/// The other amounts of an order.
const ORDER: &[Place] = &[
    ("payments.discounts[]", DISCOUNT, Unit::TenThousandths),
    ("payments.metadata.fiscal", FISCAL, Unit::TenThousandths),
    ("payments.paymentMethods[]", &["totalBill", "customerCashAmount", "changeAmount"], Unit::Major),
    ("fiscal.authority.amounts", AUTHORITY, Unit::Major),
    ("fiscal.history[].authority.amounts", AUTHORITY, Unit::Major),
    ("cancellation.fiscal.authority.amounts", AUTHORITY, Unit::Major),
    ("cancellation.fiscal.history[].authority.amounts", AUTHORITY, Unit::Major),
];
const FISCAL: &[&str] = &[
    "vBC",
    "vNF",
    "vProd",
    "vDesc",
    "vICMS",
    "vPIS",
    "vCOFINS",
    "vCBS",
    "vIBS",
    "vIBSUF",
    "vIBSMun",
    "vTotTrib",
    "vBCIBSCBS",
];
const AUTHORITY: &[&str] = &["total", "tax"];

/// The other amounts of a line.
const LINE: &[Place] = &[("metadata.fiscal", &["vTotTrib"], Unit::Major)];

/// How objects state the currency of what is in them.
const CURRENCY: &[&str] = &["currencyCode", "currency_code", "selectedCurrency"];

/// What is known of an amount at a place of an order.
///
/// Of a line, the currency is that of the entry, else of the line, else of the store; elsewhere that of the nearest object
/// that states one, else of the order.
pub(crate) fn known_at(spot: &Spot<'_, '_>, scales: &Scales) -> Known {
    let (unit, currency) = if let Some((line, below)) = line(spot.links) {
        let store = || own_currency(spot.whole.get("store")?.get("locationInfo")?, CURRENCY);
        let currency = nearest_currency(below, CURRENCY).or_else(|| own_currency(line, CURRENCY));
        (unit(below, &LINE_ENTRIES, LINE), currency.or_else(store))
    } else {
        let currency = nearest_currency(spot.links, CURRENCY);
        (unit(spot.links, &ORDER_ENTRIES, ORDER), currency.or_else(|| spot.order_currency()))
    };
    Known { shift: unit.map(|unit| unit.shift(scales, currency)), currency }
}

/// The innermost line on the way, and the way from there.
fn line<'e, 'l>(links: &'l [Link<'e>]) -> Option<(Value<'e>, &'l [Link<'e>])> {
    let mut below = after(links, "orderLines[]")?;
    while let Some(modifier) = after(below, "modifierGroups[].selectedModifiers[]") {
        below = modifier;
    }
    let last = links.len().checked_sub(below.len())?.checked_sub(1)?;
    Some((links.get(last)?.value, below))
}

fn unit(links: &[Link<'_>], entries: &[&str], others: &[Place]) -> Option<Unit> {
    let find = |links: &[Link<'_>], places: &[Place]| {
        let place = places.iter().find(|(way, members, _)| leads_to(links, way, members));
        place.map(|(_, _, unit)| *unit)
    };
    match entries.iter().find_map(|way| after(links, way)) {
        Some(entry) => find(entry, ENTRY),
        None => find(links, others),
    }
}

//! Any amount of a document as exact money, by its path.

use alloc::vec::Vec;

use super::decoder::Decoder;
use super::store::Event;
use crate::json::{Descent, Document, Kind, Link, Value};
use crate::order::{Order, OrderText};
use crate::platform::Platform;
use crate::value::decimal::{self, DecimalError};
use crate::value::{Currency, Money};
use crate::{atlas, fire, klikit};

/// Why there is no amount at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AmountError {
    /// No value stands there, or one that says nothing: `null` or an empty text.
    #[error("the document has no value at this path")]
    Absent,
    /// The platform does not say in which unit amounts at this place are, or that it is an amount at all.
    #[error("the unit of an amount at this place is not published")]
    Unit,
    /// The value is neither a number nor a number in a text.
    #[error("the value at this path is no number")]
    NotANumber,
    /// The number does not fit 28 decimal digits.
    #[error("the number at this path does not fit 28 decimal digits")]
    OutOfRange,
    /// Memory to look for the unit could not be had.
    #[error("memory to look for the unit could not be had")]
    OutOfMemory,
}

impl AmountError {
    /// The stable name of the kind of error, such as `unit`; the C status has the same.
    pub const fn code_name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Unit => "unit",
            Self::NotANumber => "not_a_number",
            Self::OutOfRange => "range",
            Self::OutOfMemory => "memory",
        }
    }

    /// What to do about it.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Absent => "see which members the document has",
            Self::Unit => "give the scale: 0 for major units, 2 for hundredths, 4 for ten-thousandths",
            Self::NotANumber => "read the value as raw text",
            Self::OutOfRange => "read the number as raw text",
            Self::OutOfMemory => "free memory",
        }
    }
}

/// What is known of amounts at a place.
#[derive(Clone, Copy, Default)]
pub(crate) struct Known {
    /// By what power of ten they are divided; absent where that is not published.
    pub(crate) shift: Option<u32>,
    pub(crate) currency: Option<Currency>,
}

/// A place in an order.
pub(crate) struct Spot<'e, 'l> {
    pub(crate) order: &'e Order,
    /// What the order was read from.
    pub(crate) whole: Value<'e>,
    /// The way from there to the place.
    pub(crate) links: &'l [Link<'e>],
}

impl Spot<'_, '_> {
    /// The order's currency.
    pub(crate) fn order_currency(&self) -> Option<Currency> {
        self.order.text(OrderText::Currency).and_then(Currency::new)
    }
}

/// The currency that the nearest object on the way states, the value itself left out.
pub(crate) fn nearest_currency(links: &[Link<'_>], members: &[&str]) -> Option<Currency> {
    let (_, around) = links.split_last()?;
    around.iter().rev().find_map(|link| own_currency(link.value, members))
}

/// The currency that an object states.
pub(crate) fn own_currency(object: Value<'_>, members: &[&str]) -> Option<Currency> {
    members.iter().find_map(|name| Currency::new(&object.get(name)?.string()?))
}

impl Event {
    /// The amount at a path of the received document, in the unit in which the platform states amounts at that place, with
    /// the currency where the document states one. Scales that were set for a currency hold.
    ///
    /// # Errors
    /// There is no value, it is no number, or the unit at its place is not published: then give it to
    /// [`money_at_scale`](Self::money_at_scale).
    pub fn money_at(&self, path: &str) -> Result<Money, AmountError> {
        let value = self.amount(path)?;
        let known = self.known_of(value)?;
        let shift = known.shift.ok_or(AmountError::Unit)?;
        read(value, shift, known.currency)
    }

    /// The amount at a path of the received document, given that it is a whole number of 10^-`digits`: 0 for major units, 2
    /// for hundredths. Digits beyond [`Decoder::MAX_SCALE`] count as that, and no scale that was set for a currency holds.
    ///
    /// # Errors
    /// There is no value, or it is no number.
    pub fn money_at_scale(&self, path: &str, digits: u32) -> Result<Money, AmountError> {
        let value = self.amount(path)?;
        let known = self.known_of(value)?;
        read(value, digits.min(Decoder::MAX_SCALE), known.currency)
    }

    /// The value at a path, if it says something.
    fn amount(&self, path: &str) -> Result<Value<'_>, AmountError> {
        let value = self.document().at(path).ok_or(AmountError::Absent)?;
        match value.kind() {
            Kind::Null => Err(AmountError::Absent),
            Kind::String if value.is_named("") => Err(AmountError::Absent),
            Kind::String | Kind::Number => Ok(value),
            _ => Err(AmountError::NotANumber),
        }
    }

    /// What is known of a received value: of the first documented place in which it stands and whose unit is published, else
    /// of the first with a currency.
    fn known_of(&self, value: Value<'_>) -> Result<Known, AmountError> {
        let Some(composed) = &self.composed else {
            return self.known_at(self.document(), value.offset());
        };
        let mut best = Known::default();
        for offset in composed.composed(value.offset()) {
            let known = self.known_at(composed.document(), offset)?;
            if known.shift.is_some() {
                return Ok(known);
            }
            best.currency = best.currency.or(known.currency);
        }
        Ok(best)
    }

    /// What is known of the value at an offset of the document that the orders were read from.
    fn known_at(&self, document: &Document, offset: usize) -> Result<Known, AmountError> {
        let mut links = Vec::new();
        for link in Descent::new(document, offset) {
            links.try_reserve(1).map_err(|_| AmountError::OutOfMemory)?;
            links.push(link);
        }
        let spots = self.orders().enumerate().filter_map(|(position, order)| {
            let whole = self.repeated_part(position)?;
            let below = match links.iter().position(|link| link.value == whole) {
                Some(at) => links.get(at..)?.get(1..)?,
                None if whole == document.root() => &links,
                None => return None,
            };
            Some(Spot { order, whole, links: below })
        });
        let known = spots.take(1).map(|spot| match self.platform() {
            Platform::Klikit => klikit::known_at(&spot, &self.scales),
            Platform::Atlas => atlas::known_at(&spot, &self.scales),
            Platform::Fire => fire::known_at(&spot, &self.scales),
        });
        let outside = || Known {
            shift: None,
            currency: links
                .iter()
                .rev()
                .nth(1)
                .and_then(|link| own_currency(link.value, &["currency", "currencyCode"])),
        };
        Ok(known.last().unwrap_or_else(outside))
    }
}

fn read(value: Value<'_>, shift: u32, currency: Option<Currency>) -> Result<Money, AmountError> {
    let text = value.number().map(Into::into).or_else(|| value.string()).ok_or(AmountError::OutOfMemory)?;
    match decimal::parse(&text, shift) {
        Ok(amount) => Ok(Money { amount, currency }),
        Err(DecimalError::NotANumber) => Err(AmountError::NotANumber),
        Err(DecimalError::OutOfRange) => Err(AmountError::OutOfRange),
    }
}

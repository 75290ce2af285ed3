//! The currency of an order, where platforms state one on each line only.

use super::read::Reader;
use crate::json::Value;
use crate::problem::ProblemCode;
use crate::value::Currency;

/// The currency that the lines read so far share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SharedCurrency {
    None,
    One(Currency),
    Mixed,
}

impl SharedCurrency {
    /// Takes in the currency of one more line. The first that differs is noted, with its place.
    pub(crate) fn add(&mut self, currency: Option<Currency>, at: Value<'_>, r: &mut Reader<'_>) {
        match (*self, currency) {
            (Self::None, Some(currency)) => *self = Self::One(currency),
            (Self::One(shared), Some(currency)) if shared != currency => {
                r.problems.note(ProblemCode::MixedCurrencies, at);
                *self = Self::Mixed;
            }
            _ => {}
        }
    }

    /// The currency, if all lines that state one agree.
    pub(crate) fn agreed(self) -> Option<Currency> {
        match self {
            Self::One(currency) => Some(currency),
            Self::None | Self::Mixed => None,
        }
    }
}

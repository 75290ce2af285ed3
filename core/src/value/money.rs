//! Money: an exact amount, and the currency where the document states one.

use core::fmt;

use super::currency::Currency;
use super::decimal::Decimal;

/// An exact amount in major units (dollars, not cents).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// The amount, with as many decimal places as the document wrote.
    pub amount: Decimal,
    /// The currency, where the document states one.
    pub currency: Option<Currency>,
}

/// Why an amount is no whole number of minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The amount has more decimal places than asked for.
    #[error("the amount has more decimal places than that; rounding is the caller's decision")]
    Inexact,
    /// The amount does not fit a 64-bit integer.
    #[error("the amount does not fit a 64-bit integer")]
    OutOfRange,
}

impl Money {
    /// The amount in units of 10^-`digits`, exactly: 35.42 with 2 digits is 3542.
    ///
    /// # Errors
    /// The amount has more decimal places, or does not fit.
    pub fn minor_units(&self, digits: u32) -> Result<i64, MoneyError> {
        let mantissa = self.amount.mantissa();
        let scale = self.amount.scale();
        let units = if let Some(more) = digits.checked_sub(scale) {
            let factor = 10_i128.checked_pow(more);
            if mantissa == 0 { Some(0) } else { factor.and_then(|factor| mantissa.checked_mul(factor)) }
        } else {
            let divisor = 10_i128.checked_pow(scale.saturating_sub(digits)).ok_or(MoneyError::OutOfRange)?;
            if mantissa.checked_rem(divisor) != Some(0) {
                return Err(MoneyError::Inexact);
            }
            mantissa.checked_div(divisor)
        };
        units.and_then(|units| i64::try_from(units).ok()).ok_or(MoneyError::OutOfRange)
    }

    /// The amount with the currency's number of decimal places, where that is exact: 28.5 SGD reads `28.50`,
    /// 22.9000 reads `22.90`, 0.125 stays. Without a currency, two places.
    pub fn display(&self) -> Amount {
        Amount { amount: self.amount, digits: self.currency.map_or(2, Currency::digits) }
    }
}

impl fmt::Display for Money {
    /// For people: `SGD 28.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(currency) = self.currency {
            write!(f, "{currency} ")?;
        }
        self.display().fmt(f)
    }
}

/// An amount as people read it. See [`Money::display`].
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    amount: Decimal,
    digits: u32,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = self.amount.normalize();
        let places = usize::try_from(exact.scale().max(self.digits)).unwrap_or(0);
        // A precision beyond the scale only pads zeros, so nothing is rounded here.
        write!(f, "{exact:.places$}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::decimal::parse;
    use super::*;
    use alloc::string::ToString;

    fn money(amount: &str, currency: &str) -> Money {
        Money { amount: parse(amount, 0).unwrap(), currency: Currency::new(currency) }
    }

    #[test]
    fn minor_units_are_exact_or_refused() {
        assert_eq!(money("35.42", "SGD").minor_units(2), Ok(3542));
        assert_eq!(money("28.5", "SGD").minor_units(2), Ok(2850));
        assert_eq!(money("22.9000", "BRL").minor_units(2), Ok(2290));
        assert_eq!(money("-0.01", "SGD").minor_units(2), Ok(-1));
        assert_eq!(money("0.125", "SGD").minor_units(2), Err(MoneyError::Inexact));
        assert_eq!(money("12345678901234.67", "SGD").minor_units(2), Ok(1_234_567_890_123_467));
        assert_eq!(money("92233720368547758.08", "SGD").minor_units(2), Err(MoneyError::OutOfRange));
        assert_eq!(money("1", "SGD").minor_units(u32::MAX), Err(MoneyError::OutOfRange));
        assert_eq!(money("0", "SGD").minor_units(u32::MAX), Ok(0));
    }

    #[test]
    fn people_read_the_currencys_digits_and_nothing_is_rounded() {
        assert_eq!(money("28.5", "SGD").to_string(), "SGD 28.50");
        assert_eq!(money("22.9000", "BRL").to_string(), "BRL 22.90");
        assert_eq!(money("0.125", "SGD").to_string(), "SGD 0.125");
        assert_eq!(money("1200", "JPY").to_string(), "JPY 1200");
        assert_eq!(money("-1.5", "KWD").to_string(), "KWD -1.500");
        assert_eq!(money("4", "").to_string(), "4.00");
    }
}

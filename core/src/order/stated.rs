//! An amount as columns have it.

use serde::ser::{Serialize, Serializer};

use crate::value::Money;

/// An amount with all its digits, and its currency.
pub(super) struct Stated(pub(super) Money);

impl Stated {
    /// A sign, 29 digits, a point, and after a space a currency.
    const LONGEST: usize = 40;

    /// Writes it from the end of the buffer backwards: formatting would take the greater part of a column's time.
    fn write<'b>(&self, buffer: &'b mut [u8; Self::LONGEST]) -> &'b str {
        let mut free = buffer.len();
        let mut put = |byte| {
            free = free.saturating_sub(1);
            if let Some(place) = buffer.get_mut(free) {
                *place = byte;
            }
        };
        if let Some(currency) = self.0.currency {
            currency.letters().into_iter().rev().for_each(&mut put);
            put(b' ');
        }
        let (mut rest, scale) = (self.0.amount.mantissa().unsigned_abs(), self.0.amount.scale());
        let mut digits = 0_u32;
        while rest > 0 || digits <= scale {
            if digits == scale && scale > 0 {
                put(b'.');
            }
            // Most amounts are short, and long division takes long.
            let (quotient, digit) = match u64::try_from(rest) {
                Ok(short) => (u128::from(short / 10), short % 10),
                Err(_) => (rest / 10, u64::try_from(rest % 10).unwrap_or(0)),
            };
            put(b'0'.wrapping_add(u8::try_from(digit).unwrap_or(0)));
            rest = quotient;
            digits = digits.wrapping_add(1);
        }
        if self.0.amount.is_sign_negative() {
            put(b'-');
        }
        let written = buffer.get(free..).unwrap_or_default();
        core::str::from_utf8(written).unwrap_or_default()
    }
}

impl Serialize for Stated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.write(&mut [0; Self::LONGEST]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Currency, Decimal};
    use alloc::format;

    #[test]
    fn amounts_are_written_as_they_are_displayed() {
        let mantissas = [0, 1, 9, 10, 99, 100, 1_234_567_890, i128::from(u64::MAX), i128::from(u64::MAX) + 1];
        for mantissa in mantissas.into_iter().chain([Decimal::MAX.mantissa()]) {
            for scale in 0..=Decimal::MAX_SCALE {
                for signed in [mantissa, -mantissa] {
                    let amount = Decimal::try_from_i128_with_scale(signed, scale).unwrap();
                    for currency in [None, Currency::new("SGD")] {
                        let code =
                            currency.map(|currency| format!(" {}", currency.code())).unwrap_or_default();
                        let written = Stated(Money { amount, currency });
                        assert_eq!(written.write(&mut [0; Stated::LONGEST]), format!("{amount}{code}"));
                    }
                }
            }
        }
    }
}

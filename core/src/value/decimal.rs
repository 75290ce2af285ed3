//! The one parser from a number's own text to a decimal.

pub use rust_decimal::Decimal;

/// Why a text is no decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// The text is not a number by the JSON grammar (`-12.50e3`; no `+`, no `1_000`, no `.5`).
    #[error("the text is not a number as JSON writes numbers")]
    NotANumber,
    /// The number needs more than 28 decimal places or a mantissa beyond 96 bits.
    #[error("the number does not fit 28 decimal digits")]
    OutOfRange,
}

/// What a number's text says: `mantissa` × 10^-`scale`, with the mantissa's last `zeros` zeros not yet multiplied in.
struct Parts {
    negative: bool,
    mantissa: u128,
    overflow: bool,
    zeros: i64,
    scale: i64,
}

/// Reads a number exactly, divided by 10^`shift`: 2 for minor units of most currencies, 4 for ten-thousandths.
///
/// Zeros at the end are kept (`28.50` has scale 2) unless that would not fit. Nothing is rounded.
pub(crate) fn parse(text: &str, shift: u32) -> Result<Decimal, DecimalError> {
    short(text.as_bytes(), shift).map_or_else(|| any(text, shift), Ok)
}

/// Any number.
#[cold]
#[inline(never)]
fn any(text: &str, shift: u32) -> Result<Decimal, DecimalError> {
    let parts = split(text).ok_or(DecimalError::NotANumber)?;
    if parts.overflow {
        return Err(DecimalError::OutOfRange);
    }
    let scale = parts.scale.saturating_add(i64::from(shift));
    // The fewest decimal places that hold the number, and those the text asks for.
    let fewest = if parts.mantissa == 0 { 0 } else { scale.saturating_sub(parts.zeros).max(0) };
    let most = scale.clamp(0, i64::from(Decimal::MAX_SCALE));
    let mut places = most;
    while places >= fewest {
        let grow = places.saturating_sub(scale).saturating_add(parts.zeros);
        if let Some(decimal) = build(parts.negative, parts.mantissa, grow, places) {
            return Ok(decimal);
        }
        places = places.saturating_sub(1);
    }
    Err(DecimalError::OutOfRange)
}

/// A number as platforms write nearly all of them: up to 18 characters after the sign, without an exponent. Absent for
/// anything else, right or wrong.
fn short(text: &[u8], shift: u32) -> Option<Decimal> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if rest.len() > 18 || matches!(rest, [] | [b'.', ..] | [.., b'.'] | [b'0', b'0'..=b'9', ..]) {
        return None;
    }
    let mut units = 0_i64;
    let mut fraction = None;
    for byte in rest {
        match (byte, &mut fraction) {
            (b'0'..=b'9', places) => {
                // At most 18 digits, so far from the end of the type.
                units = units.wrapping_mul(10).wrapping_add(i64::from(byte.wrapping_sub(b'0')));
                *places = places.map(|places: u32| places.wrapping_add(1));
            }
            (b'.', None) => fraction = Some(0),
            _ => return None,
        }
    }
    let scale = fraction.unwrap_or(0).checked_add(shift)?;
    Decimal::try_new(if negative { units.wrapping_neg() } else { units }, scale).ok()
}

/// `mantissa` × 10^`grow` with this many decimal places, if it fits.
fn build(negative: bool, mantissa: u128, grow: i64, places: i64) -> Option<Decimal> {
    let grown = if mantissa == 0 {
        0
    } else {
        mantissa.checked_mul(10_u128.checked_pow(u32::try_from(grow).ok()?)?)?
    };
    let magnitude = i128::try_from(grown).ok()?;
    let signed = if negative { magnitude.checked_neg()? } else { magnitude };
    Decimal::try_from_i128_with_scale(signed, u32::try_from(places).ok()?).ok()
}

fn split(text: &str) -> Option<Parts> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let whole = digits(rest);
    if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let mut rest = rest.strip_prefix(whole)?;
    let mut fraction = "";
    if let Some(after) = rest.strip_prefix('.') {
        fraction = digits(after);
        if fraction.is_empty() {
            return None;
        }
        rest = after.strip_prefix(fraction)?;
    }
    let exponent = match rest.strip_prefix(['e', 'E']) {
        Some(exponent) => read_exponent(exponent)?,
        None if rest.is_empty() => 0,
        None => return None,
    };
    let mut parts = Parts { negative, mantissa: 0, overflow: false, zeros: 0, scale: 0 };
    for digit in whole.bytes().chain(fraction.bytes()) {
        parts.push(digit);
    }
    parts.scale = i64::try_from(fraction.len()).ok()?.saturating_sub(exponent);
    Some(parts)
}

impl Parts {
    /// Takes one more digit; zeros wait until a digit follows them, so that any number of them fits.
    fn push(&mut self, digit: u8) {
        if digit == b'0' {
            if self.mantissa != 0 {
                self.zeros = self.zeros.saturating_add(1);
            }
            return;
        }
        let grown = u32::try_from(self.zeros.saturating_add(1))
            .ok()
            .and_then(|power| 10_u128.checked_pow(power))
            .and_then(|factor| self.mantissa.checked_mul(factor))
            .and_then(|grown| grown.checked_add(u128::from(digit.wrapping_sub(b'0'))));
        match grown {
            Some(grown) => self.mantissa = grown,
            None => self.overflow = true,
        }
        self.zeros = 0;
    }
}

/// The digits at the front.
fn digits(text: &str) -> &str {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// An exponent of any length; beyond a million its exact size no longer matters.
fn read_exponent(text: &str) -> Option<i64> {
    let (negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, text.get(1..)?),
        Some(b'+') => (false, text.get(1..)?),
        _ => (false, text),
    };
    if rest.is_empty() || digits(rest).len() != rest.len() {
        return None;
    }
    let size = rest.bytes().fold(0_i64, |size, digit| {
        size.saturating_mul(10).saturating_add(i64::from(digit.wrapping_sub(b'0'))).min(1_000_000)
    });
    Some(if negative { size.saturating_neg() } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn text(number: &str, shift: u32) -> alloc::string::String {
        parse(number, shift).unwrap().to_string()
    }

    #[test]
    fn numbers_are_exactly_what_is_written() {
        for exact in
            ["0", "0.1", "28.50", "12345678901234.67", "-3.10", "0.00", "79228162514264337593543950335"]
        {
            assert_eq!(text(exact, 0), exact);
        }
        assert_eq!(text("1e2", 0), "100");
        assert_eq!(text("1.5E+1", 0), "15");
        assert_eq!(text("1.50e1", 0), "15.0");
        assert_eq!(text("25e-2", 0), "0.25");
        assert_eq!(text("0e999999999999", 0), "0");
        assert_eq!(text("-0", 0), "0");
    }

    #[test]
    fn the_short_way_reads_the_same() {
        let characters = ['0', '1', '9', '.', '-', 'e'];
        let mut texts = alloc::vec![alloc::string::String::new()];
        for length in 1..=6 {
            let longer = |text: &alloc::string::String| characters.map(|next| alloc::format!("{text}{next}"));
            let grown: alloc::vec::Vec<_> =
                texts.iter().filter(|text| text.len() + 1 == length).flat_map(longer).collect();
            texts.extend(grown);
        }
        texts.extend(
            ["123456789012345678", "-999999999999999999", "9999999999999999999", "1234567890.12345678"]
                .map(Into::into),
        );
        let mut short_ones = 0;
        for text in &texts {
            for shift in [0, 2, 27, 28, 40] {
                if let Some(decimal) = short(text.as_bytes(), shift) {
                    short_ones += 1;
                    let any = any(text, shift).unwrap();
                    assert_eq!(
                        (decimal.mantissa(), decimal.scale()),
                        (any.mantissa(), any.scale()),
                        "{text} {shift}"
                    );
                }
            }
        }
        assert!(short_ones > 1000, "{short_ones}");
    }

    #[test]
    fn a_scale_divides_exactly() {
        assert_eq!(text("400", 2), "4.00");
        assert_eq!(text("229000", 4), "22.9000");
        assert_eq!(text("-1", 2), "-0.01");
        assert_eq!(text("1e2", 2), "1");
    }

    #[test]
    fn zeros_are_dropped_only_where_they_do_not_fit() {
        assert_eq!(text("1.0000000000000000000000000000", 0), "1.0000000000000000000000000000");
        assert_eq!(text("1.00000000000000000000000000000", 0), "1.0000000000000000000000000000");
        assert_eq!(text("12345678901234567890123456789.000", 0), "12345678901234567890123456789");
        assert_eq!(text("10e-29", 0), "0.0000000000000000000000000001");
        assert_eq!(text(&alloc::format!("5.{}", "0".repeat(5000)), 0), "5.0000000000000000000000000000");
    }

    #[test]
    fn what_does_not_fit_is_refused_not_rounded() {
        for number in [
            "79228162514264337593543950336",
            "0.00000000000000000000000000001",
            "1.00000000000000000000000000001",
            "1e29",
            "1e400",
            "1e-400",
            "1e99999999999999999999",
            "1234567890123456789012345678901234567890",
        ] {
            assert_eq!(parse(number, 0), Err(DecimalError::OutOfRange), "{number}");
        }
    }

    #[test]
    fn only_the_json_grammar_is_a_number() {
        for text in
            ["", "-", "+1", "01", ".5", "5.", "1_000", "1,5", "1e", "1e+", "NaN", "0x1", " 1", "1 ", "١"]
        {
            assert_eq!(parse(text, 0), Err(DecimalError::NotANumber), "{text}");
        }
    }
}

//! Currencies by their ISO 4217 code.

use core::fmt;

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency([u8; 3]);

/// Codes whose minor unit is not a hundredth, by number of digits (ISO 4217, list one).
const DIGITS: &[(u32, &[&[u8; 3]])] = &[
    (
        0,
        &[
            b"BIF", b"CLP", b"DJF", b"GNF", b"ISK", b"JPY", b"KMF", b"KRW", b"PYG", b"RWF", b"UGX", b"UYI",
            b"VND", b"VUV", b"XAF", b"XOF", b"XPF",
        ],
    ),
    (3, &[b"BHD", b"IQD", b"JOD", b"KWD", b"LYD", b"OMR", b"TND"]),
    (4, &[b"CLF", b"UYW"]),
];

impl Currency {
    /// The currency with this code, in either case. Any three letters pass: new codes appear.
    pub fn new(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(letters.map(|letter| letter.to_ascii_uppercase())))
    }

    /// The code, as in `SGD`.
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The code's three letters.
    pub const fn letters(self) -> [u8; 3] {
        self.0
    }

    /// Decimal digits of the currency's minor unit: 2 for SGD, 0 for JPY, 3 for KWD.
    pub fn digits(self) -> u32 {
        DIGITS.iter().find(|(_, codes)| codes.contains(&&self.0)).map_or(2, |(digits, _)| *digits)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_three_letters_and_know_their_digits() {
        assert_eq!(Currency::new("sgd").unwrap().code(), "SGD");
        for (code, digits) in [("SGD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("XYZ", 2)] {
            assert_eq!(Currency::new(code).unwrap().digits(), digits);
        }
        for text in ["", "SG", "SGDX", "S D", "S€", "12A"] {
            assert_eq!(Currency::new(text), None);
        }
    }
}

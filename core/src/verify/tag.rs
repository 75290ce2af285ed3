//! A MAC as text: 64 hex digits, compared as text and in constant time, never decoded.

use subtle::ConstantTimeEq;

use super::refusal::SignatureProblem;

const DIGITS: usize = 64;

/// The presented signature's hex digits in lower case.
pub(super) struct Tag([u8; DIGITS]);

impl Tag {
    /// Reads what a header presents, after `prefix`, which may be in either case. Looks only at what the sender
    /// wrote, so it may take what time it likes.
    pub(super) fn read(text: &[u8], prefix: &[u8]) -> Result<Self, SignatureProblem> {
        if text.is_empty() {
            return Err(SignatureProblem::Empty);
        }
        let Some(digits) = strip_prefix(text, prefix) else { return Err(without_prefix(text)) };
        let Ok(digits) = <[u8; DIGITS]>::try_from(digits) else { return Err(of_wrong_length(digits)) };
        if digits.iter().all(u8::is_ascii_hexdigit) {
            Ok(Self(digits.map(|digit| digit.to_ascii_lowercase())))
        } else {
            Err(SignatureProblem::NotHex)
        }
    }

    /// Whether this is the tag of `mac`, in constant time.
    pub(super) fn is(&self, mac: &[u8; 32]) -> bool {
        self.0.ct_eq(&hex(mac)).into()
    }
}

/// Lower-case hex digits, without branching on what they are.
pub(super) fn hex(mac: &[u8; 32]) -> [u8; DIGITS] {
    let mut text = [0; DIGITS];
    let nibbles = mac.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    for (place, nibble) in text.iter_mut().zip(nibbles) {
        let above_nine = 9_u8.wrapping_sub(nibble) >> 7;
        *place = nibble.wrapping_add(b'0').wrapping_add(above_nine.wrapping_mul(b'a' - b'9' - 1));
    }
    text
}

fn strip_prefix<'a>(text: &'a [u8], prefix: &[u8]) -> Option<&'a [u8]> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// What is wrong with a signature that lacks its scheme's prefix.
fn without_prefix(text: &[u8]) -> SignatureProblem {
    if looks_base64(text) {
        SignatureProblem::LooksBase64
    } else if has_foreign_prefix(text) {
        SignatureProblem::OtherScheme
    } else {
        SignatureProblem::PrefixMissing
    }
}

/// What is wrong with digits that are not 64.
fn of_wrong_length(digits: &[u8]) -> SignatureProblem {
    if looks_base64(digits) {
        SignatureProblem::LooksBase64
    } else if has_foreign_prefix(digits) {
        SignatureProblem::OtherScheme
    } else {
        SignatureProblem::WrongLength
    }
}

/// Whether this could be 32 bytes in base64: 43 characters, padded or not, not all of them hex digits.
fn looks_base64(text: &[u8]) -> bool {
    let text = text.strip_suffix(b"=").unwrap_or(text);
    text.len() == 43
        && text.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte))
        && !text.iter().all(u8::is_ascii_hexdigit)
}

/// Whether there is a short word and `=` or a space before something else, as in `v1=…` or `Bearer …`.
fn has_foreign_prefix(text: &[u8]) -> bool {
    let mut words = text.splitn(2, |byte| matches!(byte, b'=' | b' '));
    let word = words.next().unwrap_or_default();
    (1..=10).contains(&word.len())
        && word.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && words.next().is_some_and(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAC: [u8; 32] = [
        0x00, 0x09, 0x0a, 0x0f, 0x90, 0x99, 0x9a, 0x9f, 0xa0, 0xa9, 0xaa, 0xaf, 0xf0, 0xf9, 0xfa, 0xff, 1, 2,
        3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ];
    const TEXT: &str = "00090a0f90999a9fa0a9aaaff0f9faff0102030405060708090a0b0c0d0e0f10";

    fn problem(text: &str, prefix: &str) -> Option<SignatureProblem> {
        Tag::read(text.as_bytes(), prefix.as_bytes()).err()
    }

    #[test]
    fn every_nibble_in_lower_case() {
        assert_eq!(hex(&MAC).as_slice(), TEXT.as_bytes());
    }

    #[test]
    fn either_case_passes_and_one_other_digit_does_not() {
        assert!(Tag::read(TEXT.as_bytes(), b"").unwrap().is(&MAC));
        assert!(Tag::read(TEXT.to_ascii_uppercase().as_bytes(), b"").unwrap().is(&MAC));
        assert!(Tag::read(alloc::format!("V1={TEXT}").as_bytes(), b"v1=").unwrap().is(&MAC));
        assert!(!Tag::read(TEXT.replace("ff0f", "fe0f").as_bytes(), b"").unwrap().is(&MAC));
    }

    #[test]
    fn what_is_wrong_is_told() {
        use SignatureProblem::{Empty, LooksBase64, NotHex, OtherScheme, PrefixMissing, WrongLength};
        let base64 = "zeIS2YVK5IK7R2SHoYfuiMS1+T6yRE3jT9clK1zLhm0=";
        for (text, prefix, expected) in [
            ("", "", Empty),
            ("", "v1=", Empty),
            ("v1=", "v1=", WrongLength),
            ("abc", "", WrongLength),
            (base64, "", LooksBase64),
            (&base64[..43], "", LooksBase64),
            (base64, "v1=", LooksBase64),
            (&alloc::format!("sha256={base64}"), "sha256=", LooksBase64),
            (TEXT, "sha256=", PrefixMissing),
            (&alloc::format!("v1={TEXT}"), "sha256=", OtherScheme),
            (&alloc::format!("v1={TEXT}"), "", OtherScheme),
            (&alloc::format!("Bearer {TEXT}"), "", OtherScheme),
            (&TEXT.replace('f', "g"), "", NotHex),
            (&TEXT[..43], "", WrongLength),
        ] {
            assert_eq!(problem(text, prefix), Some(expected), "{text:?} after {prefix:?}");
        }
    }
}

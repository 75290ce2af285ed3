//! Where a string or a number ends: the inner loops of the parser.

use super::error::JsonErrorKind;

/// An end found by a scan: the offset after the token, or what is wrong and where.
pub(super) type Scan<T> = Result<T, (JsonErrorKind, usize)>;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Bit 7 of each byte that is a quote, a backslash or a control character. Exact up to the first such byte, which is
/// all that is used.
const fn specials(chunk: u64) -> u64 {
    // Flipping bit 1 puts the quote (0x22) right behind the control characters, and keeps these together.
    let quote_or_control = (chunk ^ ONES.wrapping_mul(0x02)).wrapping_sub(ONES.wrapping_mul(0x21));
    let backslash = (chunk ^ ONES.wrapping_mul(0x5C)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !chunk & HIGHS
}

/// From the byte after the opening quote: the offset after the closing one, and whether there are escapes.
#[allow(clippy::inline_always, reason = "the reader's innermost loop, called in two places")]
#[inline(always)]
pub(super) fn string(bytes: &[u8], from: usize) -> Scan<(usize, bool)> {
    let at = special(bytes, from);
    match bytes.get(at) {
        Some(b'"') => Ok((at.wrapping_add(1), false)),
        _ => escaped_string(bytes, at).map(|end| (end, true)),
    }
}

/// The rest of a string, from the first byte that is not plain and no quote either.
#[cold]
#[inline(never)]
fn escaped_string(bytes: &[u8], from: usize) -> Scan<usize> {
    let mut at = from;
    loop {
        at = match bytes.get(at) {
            None => return Err((JsonErrorKind::Truncated, at)),
            Some(b'"') => return Ok(at.wrapping_add(1)),
            Some(b'\\') => special(bytes, escape(bytes, at)?),
            Some(_) => return Err((JsonErrorKind::ControlCharacter, at)),
        };
    }
}

/// The offset of the first quote, backslash or control character, or of the end.
#[allow(clippy::inline_always, reason = "the reader's innermost loop, called in two places")]
#[inline(always)]
fn special(bytes: &[u8], from: usize) -> usize {
    let mut rest = bytes.get(from..).unwrap_or_default();
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let hits = specials(u64::from_le_bytes(*chunk));
        if hits != 0 {
            let plain = usize::try_from(hits.trailing_zeros() >> 3).unwrap_or(0);
            return bytes.len().wrapping_sub(rest.len()).wrapping_add(plain);
        }
        rest = after;
    }
    let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
    bytes.len().wrapping_sub(rest.len()).wrapping_add(plain.unwrap_or(rest.len()))
}

/// From a backslash: the offset after the escape.
fn escape(bytes: &[u8], at: usize) -> Scan<usize> {
    let after = at.wrapping_add(2);
    match bytes.get(at.wrapping_add(1)) {
        None => Err((JsonErrorKind::Truncated, at.wrapping_add(1))),
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(after),
        Some(b'u') => {
            let end = at.wrapping_add(6);
            for digit in after..end {
                match bytes.get(digit) {
                    None => return Err((JsonErrorKind::Truncated, digit)),
                    Some(byte) if byte.is_ascii_hexdigit() => {}
                    Some(_) => return Err((JsonErrorKind::BadEscape, at)),
                }
            }
            Ok(end)
        }
        Some(_) => Err((JsonErrorKind::BadEscape, at)),
    }
}

/// From a minus sign or digit: the offset after the number.
#[inline]
pub(super) fn number(bytes: &[u8], from: usize) -> Scan<usize> {
    let mut at = from;
    if bytes.get(at) == Some(&b'-') {
        at = at.wrapping_add(1);
    }
    at = if bytes.get(at) == Some(&b'0') { at.wrapping_add(1) } else { digits(bytes, at)? };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at.wrapping_add(1))?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at = at.wrapping_add(1);
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at = at.wrapping_add(1);
        }
        at = digits(bytes, at)?;
    }
    match bytes.get(at) {
        Some(b'0'..=b'9' | b'.' | b'+' | b'-' | b'A'..=b'Z' | b'a'..=b'z' | b'_') => {
            Err((JsonErrorKind::BadNumber, at))
        }
        _ => Ok(at),
    }
}

/// One digit or more: the offset after the last.
fn digits(bytes: &[u8], from: usize) -> Scan<usize> {
    let mut at = from;
    while matches!(bytes.get(at), Some(b'0'..=b'9')) {
        at = at.wrapping_add(1);
    }
    match bytes.get(at) {
        _ if at != from => Ok(at),
        None => Err((JsonErrorKind::Truncated, at)),
        Some(_) => Err((JsonErrorKind::BadNumber, at)),
    }
}

/// From its first letter: the offset after `true`, `false` or `null`.
pub(super) fn word(bytes: &[u8], from: usize, word: &[u8]) -> Scan<usize> {
    let rest = bytes.get(from..).unwrap_or_default();
    if rest.starts_with(word) {
        return Ok(from.wrapping_add(word.len()));
    }
    let cut = word.starts_with(rest);
    Err((if cut { JsonErrorKind::Truncated } else { JsonErrorKind::ExpectedValue }, from))
}

/// The offset of the next byte that is no white space.
#[inline]
pub(super) fn blank(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at = at.wrapping_add(1);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_end_of_a_string_at_every_alignment() {
        for length in 0..40 {
            for special in [b'"', b'\\', 0x1F, 0x00] {
                let mut bytes = alloc::vec![0xC3; length];
                bytes.push(special);
                bytes.extend_from_slice(b"n\"");
                let expected = match special {
                    b'"' => Ok((length + 1, false)),
                    b'\\' => Ok((length + 3, true)),
                    _ => Err((JsonErrorKind::ControlCharacter, length)),
                };
                assert_eq!(string(&bytes, 0), expected, "{length} {special}");
            }
        }
    }

    #[test]
    fn every_plain_byte_passes() {
        for byte in 0x20..=0xFF_u8 {
            if byte != b'"' && byte != b'\\' {
                assert_eq!(
                    string(&[byte, byte, byte, byte, byte, byte, byte, byte, b'"'], 0),
                    Ok((9, false))
                );
            }
        }
    }
}

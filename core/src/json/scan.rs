//! Where a string or a number ends: the inner loops of the parser.

use super::error::JsonErrorKind;

/// What a scan found, such as the offset after a token, or what is wrong and where.
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

/// The byte at an offset; absent after the last.
#[inline]
pub(super) fn byte(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at).copied()
}

/// The offset of the first quote, backslash or control character, or of the end.
#[allow(clippy::inline_always, reason = "the parser's innermost loop, called in two places")]
#[inline(always)]
pub(super) fn special(bytes: &[u8], from: usize) -> usize {
    let mut rest = bytes.get(from..).unwrap_or_default();
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let hits = specials(u64::from_le_bytes(*chunk));
        if hits != 0 {
            let plain = usize::try_from(hits.trailing_zeros() >> 3).unwrap_or(0);
            return bytes.len().wrapping_sub(rest.len()).wrapping_add(plain);
        }
        rest = after;
    }
    special_at_end(bytes, bytes.len().wrapping_sub(rest.len()))
}

/// As [`special`], byte by byte.
#[cold]
#[inline(never)]
fn special_at_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while byte(bytes, at).is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)) {
        at = at.wrapping_add(1);
    }
    at
}

/// The rest of a string, from the first byte that is not plain and no quote either: the offset after the closing quote.
#[cold]
#[inline(never)]
pub(super) fn escaped_string(bytes: &[u8], from: usize) -> Scan<usize> {
    let mut at = from;
    loop {
        at = match byte(bytes, at) {
            None => return Err((JsonErrorKind::Truncated, at)),
            Some(b'"') => return Ok(at.wrapping_add(1)),
            Some(b'\\') => special(bytes, escape(bytes, at)?),
            Some(_) => return Err((JsonErrorKind::ControlCharacter, at)),
        };
    }
}

/// From a backslash: the offset after the escape.
fn escape(bytes: &[u8], at: usize) -> Scan<usize> {
    let after = at.wrapping_add(2);
    match byte(bytes, at.wrapping_add(1)) {
        None => Err((JsonErrorKind::Truncated, at.wrapping_add(1))),
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(after),
        Some(b'u') => {
            let end = at.wrapping_add(6);
            for digit in after..end {
                match byte(bytes, digit) {
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
    if byte(bytes, at) == Some(b'-') {
        at = at.wrapping_add(1);
    }
    at = if byte(bytes, at) == Some(b'0') { at.wrapping_add(1) } else { digits(bytes, at)? };
    if byte(bytes, at) == Some(b'.') {
        at = digits(bytes, at.wrapping_add(1))?;
    }
    match byte(bytes, at) {
        Some(b',' | b'}' | b']') => Ok(at),
        _ => end_of_number(bytes, at),
    }
}

/// From after the digits: the offset after the number, its exponent included.
#[cold]
#[inline(never)]
fn end_of_number(bytes: &[u8], from: usize) -> Scan<usize> {
    let mut at = from;
    if matches!(byte(bytes, at), Some(b'e' | b'E')) {
        at = at.wrapping_add(1);
        if matches!(byte(bytes, at), Some(b'+' | b'-')) {
            at = at.wrapping_add(1);
        }
        at = digits(bytes, at)?;
    }
    match byte(bytes, at) {
        Some(b'0'..=b'9' | b'.' | b'+' | b'-' | b'A'..=b'Z' | b'a'..=b'z' | b'_') => {
            Err((JsonErrorKind::BadNumber, at))
        }
        _ => Ok(at),
    }
}

/// One digit or more: the offset after the last.
#[inline]
fn digits(bytes: &[u8], from: usize) -> Scan<usize> {
    let mut at = from;
    while matches!(byte(bytes, at), Some(b'0'..=b'9')) {
        at = at.wrapping_add(1);
    }
    match byte(bytes, at) {
        _ if at != from => Ok(at),
        None => Err((JsonErrorKind::Truncated, at)),
        Some(_) => Err((JsonErrorKind::BadNumber, at)),
    }
}

/// From its first letter: the offset after `true`, `false` or `null`.
#[inline]
pub(super) fn word<const LENGTH: usize>(bytes: &[u8], from: usize, word: &[u8; LENGTH]) -> Scan<usize> {
    match bytes.get(from..).and_then(<[u8]>::first_chunk) {
        Some(found) if found == word => Ok(from.wrapping_add(LENGTH)),
        _ => Err(no_word(bytes, from, word)),
    }
}

/// What is wrong with something that begins as a word does.
#[cold]
#[inline(never)]
fn no_word(bytes: &[u8], from: usize, word: &[u8]) -> (JsonErrorKind, usize) {
    let cut = word.starts_with(bytes.get(from..).unwrap_or_default());
    (if cut { JsonErrorKind::Truncated } else { JsonErrorKind::ExpectedValue }, from)
}

/// The offset of the next byte that is no white space.
#[inline]
pub(super) fn blank(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while matches!(byte(bytes, at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
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
            for end in [b'"', b'\\', 0x1F, 0x00] {
                let mut bytes = alloc::vec![0xC3; length];
                bytes.push(end);
                bytes.extend_from_slice(b"n\"");
                assert_eq!(special(&bytes, 0), length, "{length} {end}");
                let expected = match end {
                    b'"' => Ok(length + 1),
                    b'\\' => Ok(length + 3),
                    _ => Err((JsonErrorKind::ControlCharacter, length)),
                };
                assert_eq!(escaped_string(&bytes, length), expected, "{length} {end}");
            }
        }
    }

    #[test]
    fn every_plain_byte_passes() {
        for byte in 0x20..=0xFF_u8 {
            if byte != b'"' && byte != b'\\' {
                assert_eq!(special(&[byte, byte, byte, byte, byte, byte, byte, byte, b'"'], 0), 8);
                assert_eq!(special(&[byte, byte, byte, b'"'], 0), 3);
            }
        }
    }

    #[test]
    fn a_number_ends_where_its_grammar_does() {
        for written in ["0", "-0", "7", "12345678901234567890", "-1.5", "0.25", "1e5", "1.5E-10", "2e+3"] {
            for after in ["", ",", "}", "]", " ", "\n", "/"] {
                let text = alloc::format!("{written}{after}");
                assert_eq!(number(text.as_bytes(), 0), Ok(written.len()), "{text}");
            }
            for after in ["_", "x"] {
                let text = alloc::format!("{written}{after}");
                let wrong = Err((JsonErrorKind::BadNumber, written.len()));
                assert_eq!(number(text.as_bytes(), 0), wrong, "{text}");
            }
        }
        for (text, at) in [("-", 1), ("1.", 2), ("1e", 2), ("1e-", 3)] {
            assert_eq!(number(text.as_bytes(), 0), Err((JsonErrorKind::Truncated, at)), "{text}");
        }
    }

    #[test]
    fn a_word_is_there_cut_or_another() {
        assert_eq!(word(b" null,", 1, b"null"), Ok(5));
        assert_eq!(word(b" null", 1, b"null"), Ok(5));
        assert_eq!(word(b" nul", 1, b"null"), Err((JsonErrorKind::Truncated, 1)));
        assert_eq!(word(b" nule", 1, b"null"), Err((JsonErrorKind::ExpectedValue, 1)));
        assert_eq!(word(b" nu,", 1, b"null"), Err((JsonErrorKind::ExpectedValue, 1)));
    }
}

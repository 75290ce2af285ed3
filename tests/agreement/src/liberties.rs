//! The documented differences between our parser and the others, taken out of a body.

/// The body as the other parsers must see it: without the byte order mark that we skip, and with `\uFFFD` for each
/// escape that we read as U+FFFD (U+0000, halves of surrogate pairs). What is no JSON stays no JSON.
#[must_use]
pub fn without_liberties(body: &[u8]) -> Vec<u8> {
    let mut plain = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body).to_vec();
    let mut at = 0;
    while let Some(found) = plain.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\\')) {
        let start = at + found;
        at = match (unit(&plain, start), unit(&plain, start + 6)) {
            (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => start + 12,
            (Some(0 | 0xD800..0xE000), _) => {
                plain[start + 2..start + 6].copy_from_slice(b"FFFD");
                start + 6
            }
            // The escaped character, which may be a backslash, is passed over.
            _ => start + 2,
        };
    }
    plain
}

/// The UTF-16 code unit that is written at `at` as `\uXXXX`.
fn unit(body: &[u8], at: usize) -> Option<u16> {
    let digits = body.get(at..at + 6)?.strip_prefix(b"\\u")?;
    let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'))?;
    u16::from_str_radix(digits, 16).ok()
}

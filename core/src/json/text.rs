//! Escapes of JSON strings.

use alloc::string::String;

/// Appends the text of a string whose content between the quotes is `raw`, already checked by the parser.
///
/// Returns whether something was replaced: U+0000, which C cannot carry, or half of a surrogate pair, which UTF-8
/// cannot, read as U+FFFD. The result is never longer than `raw`.
pub(crate) fn unescape(raw: &str, out: &mut String) -> bool {
    let mut replaced = false;
    let mut rest = raw;
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = escape.chars();
        let read = match chars.next() {
            Some('b') => '\u{8}',
            Some('f') => '\u{C}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let (character, after) = unicode(chars.as_str());
                out.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
                replaced |= character.is_none();
                rest = after;
                continue;
            }
            // Quote, backslash and slash stand for themselves.
            Some(same) => same,
            None => break,
        };
        out.push(read);
        rest = chars.as_str();
    }
    out.push_str(rest);
    replaced
}

/// What the digits after `\u` stand for, a second `\u` of a surrogate pair included, and what follows.
fn unicode(digits: &str) -> (Option<char>, &str) {
    let (first, after) = unit(digits);
    if let 0xD800..0xDC00 = first {
        if let Some(second) = after.strip_prefix("\\u") {
            let (low, after) = unit(second);
            if let 0xDC00..0xE000 = low {
                let high = first.wrapping_sub(0xD800).wrapping_mul(0x400);
                let code = high.wrapping_add(low.wrapping_sub(0xDC00)).wrapping_add(0x1_0000);
                return (char::from_u32(code), after);
            }
        }
    }
    (char::from_u32(first).filter(|character| *character != '\0'), after)
}

fn unit(text: &str) -> (u32, &str) {
    let (digits, after) = text.split_at_checked(4).unwrap_or((text, ""));
    (u32::from_str_radix(digits, 16).unwrap_or(0), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> (String, bool) {
        let mut out = String::new();
        let replaced = unescape(raw, &mut out);
        (out, replaced)
    }

    #[test]
    fn every_escape_reads_as_rfc_8259_says() {
        assert_eq!(read(r#"\"\\\/\b\f\n\r\t\u0041"#), ("\"\\/\u{8}\u{C}\n\r\tA".into(), false));
        assert_eq!(read(r"\u304a\u6301\u3061"), ("お持ち".into(), false));
        assert_eq!(read(r"a\uD83D\uDE00b"), ("a😀b".into(), false));
    }

    #[test]
    fn what_text_cannot_carry_is_replaced() {
        assert_eq!(read(r"a\u0000b"), ("a\u{FFFD}b".into(), true));
        assert_eq!(read(r"\uD83Dx"), ("\u{FFFD}x".into(), true));
        assert_eq!(read(r"\uDE00"), ("\u{FFFD}".into(), true));
        assert_eq!(read(r"\uD83D\uD83D\uDE00"), ("\u{FFFD}😀".into(), true));
        assert_eq!(read(r"\uD83D\n"), ("\u{FFFD}\n".into(), true));
    }
}

//! Why a signature does not fit, where that can be shown: the signature fits the body before a known change.

use super::mac::mac;
use super::secret::Secret;
use super::tag::Tag;
use crate::value::codes;

/// Larger bodies are not examined: the search takes up to three more MACs per secret, also for forged deliveries.
const LARGEST_BODY: usize = 64 * 1024;

codes! {
    /// What was done to a body between its signing and its verification. The delivery stays refused.
    pub enum Diagnosis {
        /// The signature is that of the body without the line break at its end.
        LineBreakAdded = 1, "line_break_added";
        /// The signature is that of the body with one more line break at its end.
        LineBreakRemoved = 2, "line_break_removed";
        /// The signature is that of the body without the white space between its JSON tokens.
        JsonWhitespaceAdded = 3, "json_whitespace_added";
        /// The body is empty, and the signature is not that of an empty one.
        BodyEmpty = 4, "body_empty";
    }
}

impl Diagnosis {
    /// What is known, to follow a colon.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::LineBreakAdded => "a line break was added to the end of the body after it was signed",
            Self::LineBreakRemoved => "a line break was removed from the end of the body after it was signed",
            Self::JsonWhitespaceAdded => "white space was added to the JSON of the body after it was signed",
            Self::BodyEmpty => "the body is empty",
        }
    }

    /// What to do about it.
    pub(super) const fn hint(self) -> &'static str {
        match self {
            Self::LineBreakAdded | Self::LineBreakRemoved => {
                "pass the exact bytes received and their exact length; do not read the body as lines of text"
            }
            Self::JsonWhitespaceAdded => {
                "pass the exact bytes received, not JSON that was parsed and written again"
            }
            Self::BodyEmpty => {
                "pass the body; if the HTTP stack has consumed it already, keep its bytes from there"
            }
        }
    }
}

/// Looks for a known change of the body that explains why `tag` does not fit it.
pub(super) fn find(secrets: &[Secret], tag: &Tag, before: &[&[u8]], body: &[u8]) -> Option<Diagnosis> {
    if body.is_empty() {
        let newline = secrets.iter().any(|secret| tag.is(&mac(secret, before, [b"\n".as_slice()])));
        return Some(if newline { Diagnosis::LineBreakRemoved } else { Diagnosis::BodyEmpty });
    }
    if body.len() > LARGEST_BODY {
        return None;
    }
    secrets.iter().find_map(|secret| {
        let without_break = body.strip_suffix(b"\n").map(|body| body.strip_suffix(b"\r").unwrap_or(body));
        if without_break.is_some_and(|body| tag.is(&mac(secret, before, [body]))) {
            Some(Diagnosis::LineBreakAdded)
        } else if tag.is(&mac(secret, before, [body, b"\n".as_slice()])) {
            Some(Diagnosis::LineBreakRemoved)
        } else if tag.is(&mac(secret, before, without_whitespace(body))) {
            Some(Diagnosis::JsonWhitespaceAdded)
        } else {
            None
        }
    })
}

/// The pieces of a JSON text between its insignificant white space.
fn without_whitespace(mut rest: &[u8]) -> impl Iterator<Item = &[u8]> {
    core::iter::from_fn(move || {
        let start = rest.iter().position(|byte| !is_whitespace(*byte))?;
        let (_, text) = rest.split_at_checked(start)?;
        let (piece, after) = text.split_at_checked(piece_length(text))?;
        rest = after;
        Some(piece)
    })
}

/// How far it is to the next white space outside a string.
fn piece_length(text: &[u8]) -> usize {
    let mut in_string = false;
    let mut escaped = false;
    let end = text.iter().position(|byte| {
        if escaped {
            escaped = false;
        } else if *byte == b'"' {
            in_string = !in_string;
        } else if in_string {
            escaped = *byte == b'\\';
        } else {
            return is_whitespace(*byte);
        }
        false
    });
    end.unwrap_or(text.len())
}

const fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::tag::hex;
    use alloc::vec;
    use alloc::vec::Vec;

    fn signed_and_arrived(signed: &[u8], arrived: &[u8]) -> Option<Diagnosis> {
        let secrets = [Secret::new(b"old").unwrap(), Secret::new(b"new").unwrap()];
        let before = [b"17".as_slice(), b"."];
        let tag = Tag::read(&hex(&mac(&secrets[1], &before, [signed])), b"").unwrap();
        find(&secrets, &tag, &before, arrived)
    }

    #[test]
    fn known_changes_are_named() {
        let body = br#"{"a b":"c \" d","e":[1,2]}"#;
        let pretty = b"{\r\n\t\"a b\": \"c \\\" d\",\n  \"e\" : [1, 2]\n}\n";
        assert_eq!(signed_and_arrived(body, pretty), Some(Diagnosis::JsonWhitespaceAdded));
        assert_eq!(signed_and_arrived(b"{}", b"{}\n"), Some(Diagnosis::LineBreakAdded));
        assert_eq!(signed_and_arrived(b"{}", b"{}\r\n"), Some(Diagnosis::LineBreakAdded));
        assert_eq!(signed_and_arrived(b"{}\n", b"{}"), Some(Diagnosis::LineBreakRemoved));
        assert_eq!(signed_and_arrived(b"\n", b""), Some(Diagnosis::LineBreakRemoved));
        assert_eq!(signed_and_arrived(b"{}", b""), Some(Diagnosis::BodyEmpty));
        assert_eq!(signed_and_arrived(b"{}", b"[]"), None);
        assert_eq!(signed_and_arrived(b"{\"a\":\"bc\"}", b"{\"a\":\"b c\"}"), None);
    }

    #[test]
    fn large_bodies_are_not_examined() {
        let mut body = vec![b'1'; LARGEST_BODY - 1];
        let signed = body.clone();
        body.push(b'\n');
        assert_eq!(signed_and_arrived(&signed, &body), Some(Diagnosis::LineBreakAdded));
        body.push(b'\n');
        assert_eq!(signed_and_arrived(&body[..LARGEST_BODY], &body), None);
    }

    #[test]
    fn text_that_is_not_json_ends_too() {
        for text in [b"\"".as_slice(), b"\"\\", b"\\\" \\", b" \xff \0", b"   "] {
            let pieces: Vec<u8> = without_whitespace(text).flatten().copied().collect();
            assert!(pieces.len() <= text.len());
        }
    }
}

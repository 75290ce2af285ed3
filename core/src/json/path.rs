//! Paths to values, as in `$.order_items[0].name`: written for people, read back by programs.

use alloc::string::String;
use core::fmt::Write;

use super::document::Document;
use super::text::unescape;
use super::value::{Kind, Value};

/// The outermost value.
pub(super) const ROOT: &str = "$";

/// How much of a name is shown; a hostile name does not make a long message.
const NAME_SHOWN: usize = 64;

/// Appends a member, given its name as it stands in the body, quotes included.
pub(super) fn push_name(path: &mut String, quoted: &str) {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(quoted);
    let plain = !inner.is_empty()
        && inner.len() <= NAME_SHOWN
        && inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if plain {
        path.push('.');
        path.push_str(inner);
    } else if inner.len() <= NAME_SHOWN {
        path.push_str("[\"");
        path.push_str(inner);
        path.push_str("\"]");
    } else {
        path.push_str("[…]");
    }
}

/// Appends an element.
pub(super) fn push_index(path: &mut String, index: usize) {
    // Writing to a String cannot fail.
    let _ = write!(path, "[{index}]");
}

/// The path of the value that starts at a byte offset.
pub(super) fn of(document: &Document, offset: usize) -> String {
    let mut path = String::from(ROOT);
    let mut value = document.root();
    // Each round goes one level down, so the depth of the document bounds it.
    while value.offset() < offset {
        let inner = match value.kind() {
            Kind::Object => {
                value.members().take_while(|(name, _)| name.offset() <= offset).last().map(|(name, value)| {
                    push_name(&mut path, name.raw());
                    value
                })
            }
            Kind::Array => {
                value.elements().enumerate().take_while(|(_, value)| value.offset() <= offset).last().map(
                    |(index, value)| {
                        push_index(&mut path, index);
                        value
                    },
                )
            }
            _ => None,
        };
        let Some(inner) = inner else { break };
        value = inner;
    }
    path
}

/// Follows a path.
pub(super) fn find<'d>(root: Value<'d>, path: &str) -> Option<Value<'d>> {
    let mut value = root;
    let mut rest = path.strip_prefix(ROOT)?;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            let (name, left) = after.split_at_checked(end)?;
            value = value.get(name)?;
            rest = left;
        } else if let Some(after) = rest.strip_prefix("[\"") {
            let end = quoted_end(after)?;
            let (raw, left) = after.split_at_checked(end)?;
            let mut name = String::new();
            unescape(raw, &mut name);
            value = value.get(&name)?;
            rest = left.strip_prefix("\"]")?;
        } else {
            let (index, left) = rest.strip_prefix('[')?.split_once(']')?;
            let digits = !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit());
            value = value.elements().nth(index.parse().ok().filter(|_| digits)?)?;
            rest = left;
        }
    }
    Some(value)
}

/// Where the quoted name ends: the first quote that is not escaped.
fn quoted_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

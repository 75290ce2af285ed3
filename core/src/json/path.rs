//! Paths to values, as in `$.order_items[0].name`: written for people, read back by programs.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write;

use super::descent::{Descent, Key};
use super::document::Document;
use super::text::unescape;
use super::value::Value;

/// The outermost value.
pub(super) const ROOT: &str = "$";

/// How much of a name is shown; a hostile name does not make a long message.
const NAME_SHOWN: usize = 64;

/// The longest escape is `\u0061`.
const ESCAPE: usize = 6;

/// Appends a member, given its name as it stands in the body, quotes included. A name that needs no escapes is shown
/// without them.
pub(super) fn push_name(path: &mut String, quoted: &str) {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(quoted);
    let mut read = String::new();
    if inner.len() <= NAME_SHOWN.saturating_mul(ESCAPE) {
        unescape(inner, &mut read);
    }
    let plain = !read.is_empty()
        && read.len() <= NAME_SHOWN
        && read.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if plain {
        path.push('.');
        path.push_str(&read);
    } else if inner.len() <= NAME_SHOWN {
        path.push_str("[\"");
        push_visible(path, inner);
        path.push_str("\"]");
    } else {
        path.push_str("[…]");
    }
}

/// Appends a text, its control characters as escapes: JSON lets those beyond ASCII's first 32 stand, a log must not.
fn push_visible(path: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_control() {
            // Writing to a String cannot fail.
            let _ = write!(path, "\\u{:04x}", u32::from(c));
        } else {
            path.push(c);
        }
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
    for link in Descent::new(document, offset) {
        match link.key {
            Key::Member(name) => push_name(&mut path, name.raw()),
            Key::Element(index) => push_index(&mut path, index),
        }
    }
    path
}

/// One step of a path.
pub(crate) enum Step<'p> {
    /// To a member, by its name as it reads.
    Name(Cow<'p, str>),
    /// To an element, from 0.
    Index(usize),
}

/// The steps of a path; `None` in the place of the first that is none.
pub(crate) struct Steps<'p> {
    rest: &'p str,
}

/// The steps of a path; `None` where it does not begin at the outermost value.
pub(crate) fn steps(path: &str) -> Option<Steps<'_>> {
    path.strip_prefix(ROOT).map(|rest| Steps { rest })
}

impl<'p> Iterator for Steps<'p> {
    type Item = Option<Step<'p>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let step = step(self.rest);
        self.rest = step.as_ref().map_or("", |(_, rest)| *rest);
        Some(step.map(|(step, _)| step))
    }
}

/// The first step, and what follows it.
fn step(path: &str) -> Option<(Step<'_>, &str)> {
    if let Some(after) = path.strip_prefix('.') {
        let end = after.find(['.', '[']).unwrap_or(after.len());
        let (name, rest) = after.split_at_checked(end)?;
        (!name.is_empty()).then_some((Step::Name(Cow::Borrowed(name)), rest))
    } else if let Some(after) = path.strip_prefix("[\"") {
        let (raw, rest) = after.split_at_checked(quoted_end(after)?)?;
        let mut name = String::new();
        unescape(raw, &mut name);
        Some((Step::Name(Cow::Owned(name)), rest.strip_prefix("\"]")?))
    } else {
        let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
        let digits = !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit());
        Some((Step::Index(index.parse().ok().filter(|_| digits)?), rest))
    }
}

/// Follows a path.
pub(super) fn find<'d>(root: Value<'d>, path: &str) -> Option<Value<'d>> {
    let mut value = root;
    for step in steps(path)? {
        value = match step? {
            Step::Name(name) => value.get(&name)?,
            Step::Index(index) => value.elements().nth(index)?,
        };
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

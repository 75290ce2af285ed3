//! Views of the values on a tape.

use alloc::borrow::Cow;
use alloc::string::String;

use super::document::Document;
use super::{path, text};

/// The JSON types.
// As wide as the position beside it in a `Value`, which so has no gap that would be copied byte by byte.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number; its text is exact.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// The type of a value by its first byte: a table, since which type comes next cannot be guessed.
const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Number; 256];
    kinds[0x7B] = Kind::Object;
    kinds[0x5B] = Kind::Array;
    kinds[0x22] = Kind::String;
    kinds[0x74] = Kind::Bool;
    kinds[0x66] = Kind::Bool;
    kinds[0x6E] = Kind::Null;
    kinds
};

/// A value of a [`Document`].
#[derive(Clone, Copy)]
pub struct Value<'d> {
    document: &'d Document,
    position: u32,
    /// Looked up once: nearly every question about a value begins with it.
    kind: Kind,
}

impl<'d> Value<'d> {
    #[inline]
    pub(super) fn new(document: &'d Document, position: u32) -> Self {
        let first = document.text().as_bytes().get(document.node(position).offset());
        let kind = first.and_then(|byte| KINDS.get(usize::from(*byte))).copied().unwrap_or(Kind::Null);
        Self { document, position, kind }
    }

    /// Where the value stands on the tape, for [`Document::at_place`].
    pub(crate) const fn place(self) -> u32 {
        self.position
    }

    /// The JSON type.
    #[inline]
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// Whether this is `null`.
    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// Byte offset of the value in the body, from 0.
    #[inline]
    pub fn offset(self) -> usize {
        self.document.node(self.position).offset()
    }

    /// The value as it stands in the body, byte for byte.
    pub fn raw(self) -> &'d str {
        let node = self.document.node(self.position);
        let end = match self.kind() {
            Kind::Array | Kind::Object => self.document.node(node.link).offset().saturating_add(1),
            _ => node.end(),
        };
        self.document.text().get(node.offset()..end).unwrap_or_default()
    }

    /// The text of a number, as it stands in the body.
    #[inline]
    pub fn number(self) -> Option<&'d str> {
        if self.kind() != Kind::Number {
            return None;
        }
        self.document.node(self.position).scalar(self.document.text())
    }

    /// `true` or `false`.
    pub fn bool(self) -> Option<bool> {
        match self.document.text().as_bytes().get(self.offset()) {
            Some(b't') => Some(true),
            Some(b'f') => Some(false),
            _ => None,
        }
    }

    /// A string's content between the quotes, escapes not yet read.
    #[inline]
    pub(crate) fn string_raw(self) -> Option<&'d str> {
        if self.kind() != Kind::String {
            return None;
        }
        let node = self.document.node(self.position);
        self.document.text().get(node.offset().wrapping_add(1)..node.end().wrapping_sub(1))
    }

    /// Whether a string or name has escapes.
    #[inline]
    pub(crate) fn is_escaped(self) -> bool {
        self.document.node(self.position).is_escaped()
    }

    /// A string's text. U+0000 and halves of surrogate pairs read as U+FFFD. `None` of anything else, and where there is no
    /// memory for a text with escapes.
    pub fn string(self) -> Option<Cow<'d, str>> {
        let raw = self.string_raw()?;
        if !self.is_escaped() {
            return Some(Cow::Borrowed(raw));
        }
        let mut out = String::new();
        out.try_reserve(raw.len()).ok()?;
        text::unescape(raw, &mut out);
        Some(Cow::Owned(out))
    }

    /// How many elements or members there are, repeated names included; 0 for a scalar.
    pub fn len(self) -> usize {
        match self.kind() {
            Kind::Array | Kind::Object => {
                let node = self.document.node(self.position);
                usize::try_from(self.document.node(node.link).link).unwrap_or(0)
            }
            _ => 0,
        }
    }

    /// Whether there are no elements or members; true for a scalar.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The elements of an array; none of anything else.
    pub fn elements(self) -> Elements<'d> {
        Elements { document: self.document, range: self.inside(Kind::Array) }
    }

    /// The members of an object, in the order of the body, repeated names included; none of anything else.
    pub fn members(self) -> Members<'d> {
        Members { document: self.document, range: self.inside(Kind::Object) }
    }

    /// The member with this name; the last of several.
    pub fn get(self, name: &str) -> Option<Value<'d>> {
        self.members().filter(|(key, _)| key.is_named(name)).last().map(|(_, value)| value)
    }

    /// Whether there is a member with this name, `null` or not.
    pub(crate) fn has(self, name: &str) -> bool {
        self.members().any(|(key, _)| key.is_named(name))
    }

    /// Where the value is, as in `$.order_items[0].name`.
    pub fn path(self) -> String {
        path::of(self.document, self.offset())
    }

    /// Whether this string or member name reads as `name`.
    #[inline]
    pub(crate) fn is_named(self, name: &str) -> bool {
        if self.is_escaped() {
            return self.string().is_some_and(|text| text == name);
        }
        self.plain_bytes().is_some_and(|raw| raw == name.as_bytes())
    }

    /// The bytes of a string or name without escapes; absent where it has some, or is no string.
    #[inline]
    pub(super) fn plain_bytes(self) -> Option<&'d [u8]> {
        let node = self.document.node(self.position);
        if self.kind != Kind::String || node.is_escaped() {
            return None;
        }
        self.document.text().as_bytes().get(node.offset().wrapping_add(1)..node.end().wrapping_sub(1))
    }

    /// The tape positions between the brackets of a container of this kind.
    fn inside(self, kind: Kind) -> (u32, u32) {
        if self.kind() == kind {
            (self.position.wrapping_add(1), self.document.node(self.position).link)
        } else {
            (0, 0)
        }
    }
}

impl PartialEq for Value<'_> {
    /// Whether this is the same place of the same document.
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.document, other.document) && self.position == other.position
    }
}

impl core::fmt::Debug for Value<'_> {
    /// Type and place only: values hold customers' details.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?} at byte {}", self.kind(), self.offset())
    }
}

/// Takes the value at the front of a range of tape positions and moves the front past it.
#[inline]
fn take<'d>(document: &'d Document, range: &mut (u32, u32)) -> Option<Value<'d>> {
    let (front, end) = *range;
    if front >= end {
        return None;
    }
    let value = Value::new(document, front);
    let past = match value.kind() {
        Kind::Array | Kind::Object => document.node(front).link.wrapping_add(1),
        _ => front.wrapping_add(1),
    };
    range.0 = past;
    Some(value)
}

/// The elements of an array. See [`Value::elements`].
#[derive(Clone, Debug)]
pub struct Elements<'d> {
    document: &'d Document,
    range: (u32, u32),
}

impl<'d> Iterator for Elements<'d> {
    type Item = Value<'d>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        take(self.document, &mut self.range)
    }
}

/// The members of an object: name and value. See [`Value::members`].
#[derive(Clone, Debug)]
pub struct Members<'d> {
    document: &'d Document,
    range: (u32, u32),
}

impl<'d> Iterator for Members<'d> {
    type Item = (Value<'d>, Value<'d>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (position, _) = self.range;
        let name = Value { document: self.document, position, kind: Kind::String };
        self.range.0 = position.wrapping_add(1);
        let value = take(self.document, &mut self.range)?;
        Some((name, value))
    }
}

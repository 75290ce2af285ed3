//! A received body with its tape: the body unchanged, the tape as offsets into it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::{self, Utf8Error};

use super::error::{JsonError, JsonErrorKind};
use super::parse::parse;
use super::path;
use super::value::Value;
use crate::limits::Limits;

/// One entry of the tape.
///
/// A scalar or name has one node: where it starts and where it ends. A container has two: the opening one links to
/// the closing one, and the closing one counts the elements or members. What a node is shows in the body, at `start`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Offset of the first byte; the top bit marks a string with escapes.
    pub(super) start: u32,
    /// Offset after the last byte of a scalar; tape position of the closing node; count in a closing node.
    pub(super) link: u32,
}

impl Node {
    pub(super) const ESCAPED: u32 = 0x8000_0000;

    pub(super) const fn new(start: u32, link: u32) -> Self {
        Self { start, link }
    }

    pub(super) const fn is_escaped(self) -> bool {
        self.start & Self::ESCAPED != 0
    }

    pub(super) fn offset(self) -> usize {
        widen(self.start & !Self::ESCAPED)
    }

    pub(super) fn end(self) -> usize {
        widen(self.link)
    }

    /// The text of a scalar as it stands in the body, quotes included.
    pub(super) fn scalar(self, text: &str) -> Option<&str> {
        text.get(self.offset()..self.end())
    }
}

/// An offset or tape position as the standard library takes it.
#[inline]
pub(super) fn widen(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// An offset or tape position as the tape keeps it: smaller than 2^31, since the body is.
#[inline]
pub(super) fn narrow(number: usize) -> u32 {
    // Masked, so that nothing is left to check.
    u32::try_from(number & 0xFFFF_FFFF).unwrap_or(0)
}

/// The nodes of one document, in the order of the body.
pub(super) struct Tape {
    pub(super) nodes: Vec<Node>,
}

/// A JSON document that owns the body it was read from.
pub struct Document {
    text: String,
    tape: Tape,
}

impl Document {
    /// Reads a body.
    ///
    /// # Errors
    /// The body is not JSON or exceeds a limit: what, with path and byte offset.
    pub fn parse(body: Vec<u8>, limits: &Limits) -> Result<Self, JsonError> {
        let refuse = |kind, offset| JsonError { kind, path: String::from(path::ROOT), offset };
        let most = limits.body_bytes.min(Limits::MAX_BODY_BYTES);
        if body.len() > most {
            return Err(refuse(JsonErrorKind::BodyTooLarge, most));
        }
        let text = String::from_utf8(body)
            .map_err(|error| not_text(error.as_bytes(), error.utf8_error(), limits))?;
        let tape = parse(&text, limits)?;
        Ok(Self { text, tape })
    }

    /// Reads a copy of a body.
    ///
    /// # Errors
    /// As [`Document::parse`]; the size is checked before anything is copied.
    pub fn copy(body: &[u8], limits: &Limits) -> Result<Self, JsonError> {
        let mut copy = Vec::new();
        if body.len() <= limits.body_bytes.min(Limits::MAX_BODY_BYTES)
            && copy.try_reserve_exact(body.len()).is_ok()
        {
            copy.extend_from_slice(body);
            return Self::parse(copy, limits);
        }
        let most = limits.body_bytes.min(Limits::MAX_BODY_BYTES);
        let kind = if body.len() > most { JsonErrorKind::BodyTooLarge } else { JsonErrorKind::OutOfMemory };
        Err(JsonError { kind, path: String::from(path::ROOT), offset: most.min(body.len()) })
    }

    /// The body, byte for byte as received.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The outermost value.
    pub fn root(&self) -> Value<'_> {
        Value::new(self, 0)
    }

    /// The value at a place that [`Value::place`] told.
    pub(crate) fn at_place(&self, place: u32) -> Value<'_> {
        Value::new(self, place)
    }

    /// The value at a path such as `$.order_items[0].name` or `$["a b"]`; of members that stand several times, the
    /// last. A path as problems and errors state it finds the value they are about.
    pub fn at(&self, path: &str) -> Option<Value<'_>> {
        path::find(self.root(), path)
    }

    /// The path of the value that starts at a byte offset.
    pub(crate) fn path_at(&self, offset: usize) -> String {
        path::of(self, offset)
    }

    pub(super) fn node(&self, position: u32) -> Node {
        const NOWHERE: Node = Node::new(0, 0);
        self.tape.nodes.get(widen(position)).copied().unwrap_or(NOWHERE)
    }
}

/// What to say of a body that is not UTF-8: the first thing that is wrong, with its path.
///
/// A body that was cut inside a character was cut; only other bytes are no text.
fn not_text(body: &[u8], error: Utf8Error, limits: &Limits) -> JsonError {
    let offset = error.valid_up_to();
    let text = body.get(..offset).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default();
    let not_utf8 = |path| JsonError { kind: JsonErrorKind::NotUtf8, path, offset };
    match parse(text, limits) {
        Ok(_) => not_utf8(String::from(path::ROOT)),
        Err(before) if !matches!(before.kind, JsonErrorKind::Truncated | JsonErrorKind::Empty) => before,
        Err(cut) if error.error_len().is_some() => not_utf8(cut.path),
        Err(cut) => JsonError { kind: JsonErrorKind::Truncated, path: cut.path, offset },
    }
}

impl fmt::Debug for Document {
    /// Sizes only: a body holds customers' details.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({} bytes, {} nodes)", self.text.len(), self.tape.nodes.len())
    }
}

//! One pass over a body: checks the grammar and the limits, writes the tape.
//!
//! No recursion: open containers stand on a stack that the depth limit bounds.

use alloc::string::String;
use alloc::vec::Vec;

use super::document::{Node, Tape};
use super::error::{JsonError, JsonErrorKind};
use super::path;
use super::scan::{self, Scan};
use crate::limits::Limits;

/// A container that is still open.
#[derive(Clone, Copy)]
struct Open {
    /// Where its opening node stands on the tape.
    node: u32,
    /// Elements or members begun so far.
    count: u32,
    /// The tape position of the name of the member being read, in an object; `u32::MAX` while that is read itself.
    name: u32,
    /// What closes it.
    closer: u8,
}

impl Open {
    /// Around the outermost value: no container, closed by a byte that is in no text.
    const ROOT: Self = Self { node: 0, count: 0, name: 0, closer: 0xFF };
}

struct Parser<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    tape: Vec<Node>,
    /// The innermost open container, and what is around it.
    inner: Open,
    outer: Vec<Open>,
}

/// The tape of a body that is already known to be UTF-8, of at most [`Limits::MAX_BODY_BYTES`].
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Tape, JsonError> {
    let (tape, outer) = (Vec::new(), Vec::new());
    let mut parser = Parser { bytes: text.as_bytes(), limits, tape, inner: Open::ROOT, outer };
    match parser.document() {
        Ok(()) => {
            parser.tape.shrink_to_fit();
            Ok(Tape { nodes: parser.tape })
        }
        Err((kind, offset)) => Err(JsonError { kind, path: parser.path(text), offset }),
    }
}

/// Each step takes the offset where it starts and gives the one after it, which so stays in a register.
impl Parser<'_> {
    fn document(&mut self) -> Scan<()> {
        // About one node for every ten bytes in the documents that the platforms send.
        self.tape.try_reserve(self.bytes.len() / 8).map_err(|_| (JsonErrorKind::OutOfMemory, 0))?;
        let mark = if self.bytes.starts_with("\u{FEFF}".as_bytes()) { 3 } else { 0 };
        let mut at = scan::blank(self.bytes, mark);
        if at >= self.bytes.len() {
            return Err((JsonErrorKind::Empty, at));
        }
        loop {
            at = self.begin(at)?;
            let (after, opened) = self.value(at)?;
            at = scan::blank(self.bytes, after);
            if opened && self.bytes.get(at) != Some(&self.inner.closer) {
                continue;
            }
            let (after, more) = self.next(at)?;
            at = after;
            if !more {
                break;
            }
        }
        if at < self.bytes.len() { Err((JsonErrorKind::TrailingData, at)) } else { Ok(()) }
    }

    /// Counts a member or an element of the innermost container, and reads a member's name and colon.
    #[inline]
    fn begin(&mut self, at: usize) -> Scan<usize> {
        let name = narrow(self.tape.len());
        self.inner.count = self.inner.count.wrapping_add(1);
        if self.inner.closer != b'}' {
            let count = usize::try_from(self.inner.count).unwrap_or(usize::MAX);
            let many = self.inner.closer == b']' && count > self.limits.elements;
            return if many { Err((JsonErrorKind::TooManyElements, at)) } else { Ok(at) };
        }
        self.inner.name = u32::MAX;
        match self.bytes.get(at) {
            Some(b'"') => {}
            Some(_) => return Err((JsonErrorKind::ExpectedName, at)),
            None => return Err((JsonErrorKind::Truncated, at)),
        }
        let end = self.string(at)?;
        self.inner.name = name;
        let colon = scan::blank(self.bytes, end);
        match self.bytes.get(colon) {
            Some(b':') => Ok(scan::blank(self.bytes, colon.wrapping_add(1))),
            Some(_) => Err((JsonErrorKind::ExpectedColon, colon)),
            None => Err((JsonErrorKind::Truncated, colon)),
        }
    }

    /// Reads a scalar whole or opens a container (true).
    #[inline]
    fn value(&mut self, at: usize) -> Scan<(usize, bool)> {
        let end = match self.bytes.get(at) {
            Some(b'"') => return Ok((self.string(at)?, false)),
            Some(b'{') => return Ok((self.open(at, b'}')?, true)),
            Some(b'[') => return Ok((self.open(at, b']')?, true)),
            Some(b'-' | b'0'..=b'9') => scan::number(self.bytes, at)?,
            Some(b't') => scan::word(self.bytes, at, b"true")?,
            Some(b'f') => scan::word(self.bytes, at, b"false")?,
            Some(b'n') => scan::word(self.bytes, at, b"null")?,
            Some(_) => return Err((JsonErrorKind::ExpectedValue, at)),
            None => return Err((JsonErrorKind::Truncated, at)),
        };
        self.push(Node::new(narrow(at), narrow(end)))?;
        Ok((end, false))
    }

    /// Opens a container.
    fn open(&mut self, at: usize, closer: u8) -> Scan<usize> {
        if self.outer.len() >= self.limits.depth {
            return Err((JsonErrorKind::TooDeep, at));
        }
        self.outer.try_reserve(1).map_err(|_| (JsonErrorKind::OutOfMemory, at))?;
        self.outer.push(self.inner);
        self.inner = Open { node: narrow(self.tape.len()), count: 0, name: 0, closer };
        self.push(Node::new(narrow(at), 0))?;
        Ok(at.wrapping_add(1))
    }

    /// After a value: on to the next one (true), or the document is complete (false).
    #[inline]
    fn next(&mut self, after: usize) -> Scan<(usize, bool)> {
        let mut at = after;
        loop {
            match self.bytes.get(at) {
                _ if self.outer.is_empty() => return Ok((at, false)),
                Some(b',') => return Ok((scan::blank(self.bytes, at.wrapping_add(1)), true)),
                Some(byte) if *byte == self.inner.closer => at = scan::blank(self.bytes, self.close(at)?),
                Some(_) => return Err((JsonErrorKind::ExpectedCommaOrEnd, at)),
                None => return Err((JsonErrorKind::Truncated, at)),
            }
        }
    }

    /// Closes the innermost container: its opening node learns where the closing one is, which keeps the count.
    fn close(&mut self, at: usize) -> Scan<usize> {
        let end = narrow(self.tape.len());
        self.push(Node::new(narrow(at), self.inner.count))?;
        if let Some(node) = self.tape.get_mut(usize::try_from(self.inner.node).unwrap_or(usize::MAX)) {
            node.link = end;
        }
        self.inner = self.outer.pop().unwrap_or(Open::ROOT);
        Ok(at.wrapping_add(1))
    }

    #[allow(clippy::inline_always, reason = "two calls, and a tenth of the time is the calling")]
    #[inline(always)]
    fn string(&mut self, at: usize) -> Scan<usize> {
        let (end, escaped) = scan::string(self.bytes, at.wrapping_add(1))?;
        let mark = if escaped { Node::ESCAPED } else { 0 };
        self.push(Node::new(narrow(at) | mark, narrow(end)))?;
        Ok(end)
    }

    #[inline]
    fn push(&mut self, node: Node) -> Scan<()> {
        if self.tape.len() == self.tape.capacity() {
            self.tape.try_reserve(1).map_err(|_| (JsonErrorKind::OutOfMemory, node.offset()))?;
        }
        self.tape.push(node);
        Ok(())
    }

    /// The path of the value being read when an error was met.
    fn path(&self, text: &str) -> String {
        let mut path = String::from(path::ROOT);
        for open in self.outer.iter().chain([&self.inner]) {
            if open.closer == Open::ROOT.closer {
                continue;
            }
            if open.count == 0 || open.name == u32::MAX {
                break;
            }
            if open.closer == b'}' {
                let name = self.tape.get(usize::try_from(open.name).unwrap_or(usize::MAX));
                let raw = name.and_then(|node| node.scalar(text)).unwrap_or_default();
                path::push_name(&mut path, raw);
            } else {
                path::push_index(&mut path, usize::try_from(open.count).unwrap_or(0).saturating_sub(1));
            }
        }
        path
    }
}

/// An offset or tape position as the tape keeps it: both are smaller than 2^31, since the body is.
#[inline]
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

//! One pass over a body: checks the grammar and the limits, writes the tape.
//!
//! No recursion: open containers stand on a stack that the depth limit bounds.

use alloc::string::String;
use alloc::vec::Vec;

use super::document::{Node, Tape, narrow, widen};
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
    /// The tape position of the name of the member being read, in an object; nothing is there while that is read itself.
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
        if self.byte(at).is_none() {
            return Err((JsonErrorKind::Empty, at));
        }
        loop {
            let (after, opened) = self.value(at)?;
            at = scan::blank(self.bytes, after);
            let next = self.byte(at);
            at = if opened && next != Some(self.inner.closer) {
                at
            } else if !opened && next == Some(b',') && !self.outer.is_empty() {
                scan::blank(self.bytes, at.wrapping_add(1))
            } else if let Some(after) = self.leave(at)? {
                after
            } else {
                return Ok(());
            };
            at = self.begin(at)?;
        }
    }

    /// Counts a member or an element of the innermost container, and reads a member's name and colon.
    #[inline]
    fn begin(&mut self, at: usize) -> Scan<usize> {
        self.inner.count = self.inner.count.wrapping_add(1);
        if self.inner.closer == b']' {
            let many = widen(self.inner.count) > self.limits.elements;
            return if many { Err((JsonErrorKind::TooManyElements, at)) } else { Ok(at) };
        }
        self.inner.name = narrow(self.tape.len());
        match self.byte(at) {
            Some(b'"') => {}
            Some(_) => return Err((JsonErrorKind::ExpectedName, at)),
            None => return Err((JsonErrorKind::Truncated, at)),
        }
        let end = self.string(at)?;
        let colon = scan::blank(self.bytes, end);
        match self.byte(colon) {
            Some(b':') => Ok(scan::blank(self.bytes, colon.wrapping_add(1))),
            Some(_) => Err((JsonErrorKind::ExpectedColon, colon)),
            None => Err((JsonErrorKind::Truncated, colon)),
        }
    }

    /// Reads a scalar whole or opens a container (true).
    #[inline]
    fn value(&mut self, at: usize) -> Scan<(usize, bool)> {
        let end = match self.byte(at) {
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

    /// Closes containers, from after the last value in the innermost one: on to the next value, unless the document is
    /// complete.
    #[inline(never)]
    fn leave(&mut self, after: usize) -> Scan<Option<usize>> {
        let mut at = after;
        loop {
            match self.byte(at) {
                None if self.outer.is_empty() => return Ok(None),
                Some(_) if self.outer.is_empty() => return Err((JsonErrorKind::TrailingData, at)),
                Some(b',') => return Ok(Some(scan::blank(self.bytes, at.wrapping_add(1)))),
                Some(byte) if byte == self.inner.closer => at = scan::blank(self.bytes, self.close(at)?),
                Some(_) => return Err((JsonErrorKind::ExpectedCommaOrEnd, at)),
                None => return Err((JsonErrorKind::Truncated, at)),
            }
        }
    }

    /// Closes the innermost container: its opening node learns where the closing one is, which keeps the count.
    fn close(&mut self, at: usize) -> Scan<usize> {
        let end = narrow(self.tape.len());
        self.push(Node::new(narrow(at), self.inner.count))?;
        if let Some(node) = self.tape.get_mut(widen(self.inner.node)) {
            node.link = end;
        }
        self.inner = self.outer.pop().unwrap_or(Open::ROOT);
        Ok(at.wrapping_add(1))
    }

    #[allow(clippy::inline_always, reason = "two calls, and a tenth of the time is the calling")]
    #[inline(always)]
    fn string(&mut self, at: usize) -> Scan<usize> {
        let end = scan::special(self.bytes, at.wrapping_add(1));
        if self.byte(end) != Some(b'"') {
            return self.escaped_string(at, end);
        }
        let end = end.wrapping_add(1);
        self.push(Node::new(narrow(at), narrow(end)))?;
        Ok(end)
    }

    /// A string that is not plain up to `special`.
    #[cold]
    #[inline(never)]
    fn escaped_string(&mut self, at: usize, special: usize) -> Scan<usize> {
        let end = scan::escaped_string(self.bytes, special)?;
        self.push(Node::new(narrow(at) | Node::ESCAPED, narrow(end)))?;
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

    #[inline]
    fn byte(&self, at: usize) -> Option<u8> {
        scan::byte(self.bytes, at)
    }

    /// The path of the value being read when an error was met.
    fn path(&self, text: &str) -> String {
        let mut path = String::from(path::ROOT);
        for open in self.outer.iter().chain([&self.inner]) {
            if open.closer == Open::ROOT.closer {
                continue;
            }
            if open.count == 0 {
                break;
            }
            if open.closer == b'}' {
                let Some(name) = self.tape.get(widen(open.name)) else { break };
                path::push_name(&mut path, name.scalar(text).unwrap_or_default());
            } else {
                path::push_index(&mut path, widen(open.count).saturating_sub(1));
            }
        }
        path
    }
}

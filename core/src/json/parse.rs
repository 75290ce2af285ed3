//! One pass over a body: checks the grammar and the limits, writes the tape.
//!
//! No recursion: open containers stand on a stack that the depth limit bounds.

use alloc::string::String;
use alloc::vec::Vec;

use super::document::{Node, Tape};
use super::error::{JsonError, JsonErrorKind};
use super::path;
use super::scan;
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
    is_object: bool,
}

struct Parser<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    tape: Vec<Node>,
    open: Vec<Open>,
    at: usize,
}

type Step<T> = Result<T, JsonErrorKind>;

/// The tape of a body that is already known to be UTF-8.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Tape, JsonError> {
    let mut parser = Parser { bytes: text.as_bytes(), limits, tape: Vec::new(), open: Vec::new(), at: 0 };
    match parser.document() {
        Ok(()) => Ok(Tape { nodes: parser.tape }),
        Err(kind) => Err(JsonError { kind, path: parser.path(text), offset: parser.at }),
    }
}

impl Parser<'_> {
    fn document(&mut self) -> Step<()> {
        // About one node for every eleven bytes in the documents that the platforms send.
        self.tape.try_reserve(self.bytes.len() / 10).map_err(|_| JsonErrorKind::OutOfMemory)?;
        if self.bytes.starts_with("\u{FEFF}".as_bytes()) {
            self.at = 3;
        }
        self.skip_blank();
        if self.at >= self.bytes.len() {
            return Err(JsonErrorKind::Empty);
        }
        loop {
            let opened = self.value()?;
            if !opened && !self.next()? {
                break;
            }
        }
        if self.at < self.bytes.len() { Err(JsonErrorKind::TrailingData) } else { Ok(()) }
    }

    /// Reads a scalar whole or opens a container; true if the container has a first value to read.
    #[inline]
    fn value(&mut self) -> Step<bool> {
        let start = self.at;
        match self.bytes.get(start) {
            Some(b'"') => self.string().map(|()| false),
            Some(b'{') => self.container(true),
            Some(b'[') => self.container(false),
            Some(b'-' | b'0'..=b'9') => {
                let end = scan::number(self.bytes, start).map_err(|error| self.fail(error))?;
                self.scalar(start, end).map(|()| false)
            }
            Some(b't') => self.word(b"true").map(|()| false),
            Some(b'f') => self.word(b"false").map(|()| false),
            Some(b'n') => self.word(b"null").map(|()| false),
            Some(_) => Err(JsonErrorKind::ExpectedValue),
            None => Err(JsonErrorKind::Truncated),
        }
    }

    /// Opens a container, and closes it at once where it is empty.
    fn container(&mut self, is_object: bool) -> Step<bool> {
        if self.open.len() >= self.limits.depth {
            return Err(JsonErrorKind::TooDeep);
        }
        let node = self.tape_len()?;
        self.push(Node::new(self.offset()?, 0))?;
        self.open.try_reserve(1).map_err(|_| JsonErrorKind::OutOfMemory)?;
        self.open.push(Open { node, count: 0, name: 0, is_object });
        self.at = self.at.wrapping_add(1);
        self.skip_blank();
        match (self.bytes.get(self.at), is_object) {
            (Some(b'}'), true) | (Some(b']'), false) => {
                self.close()?;
                Ok(false)
            }
            (_, true) => {
                self.name()?;
                Ok(true)
            }
            (_, false) => {
                self.element()?;
                Ok(true)
            }
        }
    }

    /// After a value: on to the next one (true), or the document is complete (false).
    #[inline]
    fn next(&mut self) -> Step<bool> {
        loop {
            self.skip_blank();
            let Some(open) = self.open.last() else { return Ok(false) };
            match (self.bytes.get(self.at), open.is_object) {
                (Some(b','), is_object) => {
                    self.at = self.at.wrapping_add(1);
                    self.skip_blank();
                    if is_object {
                        self.name()?;
                    } else {
                        self.element()?;
                    }
                    return Ok(true);
                }
                (Some(b'}'), true) | (Some(b']'), false) => self.close()?,
                (Some(_), _) => return Err(JsonErrorKind::ExpectedCommaOrEnd),
                (None, _) => return Err(JsonErrorKind::Truncated),
            }
        }
    }

    /// Counts an element of the innermost array.
    fn element(&mut self) -> Step<()> {
        if let Some(open) = self.open.last_mut() {
            open.count = open.count.wrapping_add(1);
            if usize::try_from(open.count).unwrap_or(usize::MAX) > self.limits.elements {
                return Err(JsonErrorKind::TooManyElements);
            }
        }
        Ok(())
    }

    /// Reads a member's name and colon.
    #[inline]
    fn name(&mut self) -> Step<()> {
        let name = self.tape_len()?;
        if let Some(open) = self.open.last_mut() {
            open.name = u32::MAX;
        }
        match self.bytes.get(self.at) {
            Some(b'"') => {}
            Some(_) => return Err(JsonErrorKind::ExpectedName),
            None => return Err(JsonErrorKind::Truncated),
        }
        self.string()?;
        if let Some(open) = self.open.last_mut() {
            open.count = open.count.wrapping_add(1);
            open.name = name;
        }
        self.skip_blank();
        match self.bytes.get(self.at) {
            Some(b':') => self.at = self.at.wrapping_add(1),
            Some(_) => return Err(JsonErrorKind::ExpectedColon),
            None => return Err(JsonErrorKind::Truncated),
        }
        self.skip_blank();
        Ok(())
    }

    /// Closes the innermost container: its opening node learns where the closing one is, which keeps the count.
    fn close(&mut self) -> Step<()> {
        let Some(open) = self.open.pop() else { return Err(JsonErrorKind::ExpectedValue) };
        let end = self.tape_len()?;
        self.push(Node::new(self.offset()?, open.count))?;
        if let Some(node) = self.tape.get_mut(usize::try_from(open.node).unwrap_or(usize::MAX)) {
            node.link = end;
        }
        self.at = self.at.wrapping_add(1);
        Ok(())
    }

    #[inline]
    fn string(&mut self) -> Step<()> {
        let start = self.at;
        let (end, escaped) =
            scan::string(self.bytes, start.wrapping_add(1)).map_err(|error| self.fail(error))?;
        self.scalar(start, end)?;
        if escaped {
            if let Some(node) = self.tape.last_mut() {
                node.start |= Node::ESCAPED;
            }
        }
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Step<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.starts_with(word) {
            return self.scalar(self.at, self.at.wrapping_add(word.len()));
        }
        Err(if word.starts_with(rest) { JsonErrorKind::Truncated } else { JsonErrorKind::ExpectedValue })
    }

    #[inline]
    fn scalar(&mut self, start: usize, end: usize) -> Step<()> {
        let (Ok(start), Ok(link)) = (u32::try_from(start), u32::try_from(end)) else {
            return Err(JsonErrorKind::BodyTooLarge);
        };
        self.push(Node::new(start, link))?;
        self.at = end;
        Ok(())
    }

    #[inline]
    fn push(&mut self, node: Node) -> Step<()> {
        self.tape.try_reserve(1).map_err(|_| JsonErrorKind::OutOfMemory)?;
        self.tape.push(node);
        Ok(())
    }

    fn tape_len(&self) -> Step<u32> {
        u32::try_from(self.tape.len()).map_err(|_| JsonErrorKind::BodyTooLarge)
    }

    fn offset(&self) -> Step<u32> {
        u32::try_from(self.at).map_err(|_| JsonErrorKind::BodyTooLarge)
    }

    #[inline]
    fn skip_blank(&mut self) {
        self.at = scan::blank(self.bytes, self.at);
    }

    /// Moves to where a scan failed.
    fn fail(&mut self, (kind, at): (JsonErrorKind, usize)) -> JsonErrorKind {
        self.at = at;
        kind
    }

    /// The path of the value being read when an error was met.
    fn path(&self, text: &str) -> String {
        let mut path = String::from(path::ROOT);
        for open in &self.open {
            if open.count == 0 || open.name == u32::MAX {
                break;
            }
            if open.is_object {
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

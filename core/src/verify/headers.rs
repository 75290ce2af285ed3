//! The headers of one delivery, owned: all text in one buffer, with a limit on their number.

use alloc::vec::Vec;
use core::fmt;

/// The headers of one delivery, in the order in which they came.
///
/// `Debug` shows names only: a value may be a token.
#[derive(Clone)]
pub struct Headers {
    /// Each name and each value, with a NUL behind it.
    bytes: Vec<u8>,
    fields: Vec<Field>,
    limit: usize,
}

#[derive(Clone, Copy)]
struct Field {
    name: Span,
    value: Span,
}

#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

/// What [`Headers::get`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup<'a> {
    /// No header has this name.
    Absent,
    /// The value of the only header with this name, or of several with the same value.
    One(&'a [u8]),
    /// Several headers have this name and their values differ.
    Conflict,
}

/// A header, or a block of headers, that cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HeaderError {
    /// A name is empty or has a character that header names cannot have (RFC 9110 §5.1).
    #[error("the name of header {number} is empty or has a character that no header name has")]
    Name {
        /// Which header, counted from 1 in the order of adding.
        number: usize,
    },
    /// A value has a line break or a NUL.
    #[error("the value of header {number} has a line break or a NUL in it")]
    Value {
        /// Which header, counted from 1 in the order of adding.
        number: usize,
    },
    /// A line of a header block is not "Name: value".
    #[error("line {line} of the header block is not of the form \"Name: value\"")]
    Line {
        /// Which line, counted from 1, the request line included.
        line: usize,
    },
    /// There are more headers than the limit.
    #[error("there are more than {limit} headers")]
    TooMany {
        /// The limit in force.
        limit: usize,
    },
    /// Memory for the headers could not be had.
    #[error("memory for the headers could not be had")]
    Memory,
}

impl HeaderError {
    /// The stable name of the kind of error: `header_format` or `memory`.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::Name { .. } | Self::Value { .. } | Self::Line { .. } | Self::TooMany { .. } => {
                "header_format"
            }
            Self::Memory => "memory",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Name { .. } => "pass the name alone, without the colon and without spaces",
            Self::Value { .. } => {
                "pass each header by itself, without its line break; check the length passed"
            }
            Self::Line { .. } => {
                "pass the block as it was received: one header per line, each line ended by a line break"
            }
            Self::TooMany { .. } => {
                "pass only the headers that the verifier needs, or raise the limit on the number of headers"
            }
            Self::Memory => "answer with a failure, so that the platform sends the delivery again",
        }
    }
}

impl Headers {
    /// How many headers are taken unless [`Headers::with_limit`] says otherwise.
    pub const DEFAULT_LIMIT: usize = 100;

    /// No headers yet, at most 100 later.
    pub const fn new() -> Self {
        Self::with_limit(Self::DEFAULT_LIMIT)
    }

    /// No headers yet, at most `limit` later.
    pub const fn with_limit(limit: usize) -> Self {
        Self { bytes: Vec::new(), fields: Vec::new(), limit }
    }

    /// Takes at most `limit` headers from here on.
    pub const fn set_limit(&mut self, limit: usize) {
        self.limit = limit;
    }

    /// Adds one header. Spaces and tabs around the value are no part of it (RFC 9110 §5.5).
    pub fn add(&mut self, name: &str, value: &[u8]) -> Result<(), HeaderError> {
        let number = self.fields.len().saturating_add(1);
        if !is_name(name.as_bytes()) {
            return Err(HeaderError::Name { number });
        }
        if !is_value(value) {
            return Err(HeaderError::Value { number });
        }
        self.push(name.as_bytes(), value)
    }

    /// The value under a name, which is compared without regard to case.
    pub fn get(&self, name: &str) -> Lookup<'_> {
        let mut found = None;
        for field in &self.fields {
            if !self.text(field.name).eq_ignore_ascii_case(name.as_bytes()) {
                continue;
            }
            let value = self.text(field.value);
            match found {
                None => found = Some(value),
                Some(first) if first == value => {}
                Some(_) => return Lookup::Conflict,
            }
        }
        found.map_or(Lookup::Absent, Lookup::One)
    }

    /// Names and values in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.fields.iter().map(|field| {
            (core::str::from_utf8(self.text(field.name)).unwrap_or_default(), self.text(field.value))
        })
    }

    /// Name and value at a position, from 0, each with a NUL behind it, for C.
    pub fn get_with_nul(&self, position: usize) -> Option<(&[u8], &[u8])> {
        let field = self.fields.get(position)?;
        let with_nul = |span: Span| self.bytes.get(span.start..span.end.checked_add(1)?);
        Some((with_nul(field.name)?, with_nul(field.value)?))
    }

    /// How many headers there are.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    fn text(&self, span: Span) -> &[u8] {
        self.bytes.get(span.start..span.end).unwrap_or_default()
    }

    /// Adds a header whose name and value have been checked.
    pub(super) fn push(&mut self, name: &[u8], value: &[u8]) -> Result<(), HeaderError> {
        if self.fields.len() >= self.limit {
            return Err(HeaderError::TooMany { limit: self.limit });
        }
        self.fields.try_reserve(1).map_err(|_| HeaderError::Memory)?;
        let name = self.keep(name)?;
        self.keep(b"\0")?;
        let value = self.keep(trim(value))?;
        self.keep(b"\0")?;
        self.fields.push(Field { name, value });
        Ok(())
    }

    /// Continues the value of the last header, after a space.
    pub(super) fn continue_last(&mut self, more: &[u8]) -> Result<(), HeaderError> {
        let more = trim(more);
        let Some(last) = self.fields.last().map(|field| field.value) else { return Ok(()) };
        if more.is_empty() {
            return Ok(());
        }
        // The NUL behind the value moves to its new end.
        self.bytes.truncate(last.end);
        if last.start != last.end {
            self.keep(b" ")?;
        }
        let end = self.keep(more)?.end;
        self.keep(b"\0")?;
        if let Some(field) = self.fields.last_mut() {
            field.value.end = end;
        }
        Ok(())
    }

    /// Makes room for a block of so many bytes, unless it is an unusually long one.
    pub(super) fn reserve(&mut self, bytes: usize) -> Result<(), HeaderError> {
        self.bytes.try_reserve(bytes.saturating_add(1).min(4096)).map_err(|_| HeaderError::Memory)
    }

    /// How much there is, for [`Headers::shrink_to`].
    pub(super) fn size(&self) -> (usize, usize) {
        (self.bytes.len(), self.fields.len())
    }

    /// Forgets what was added since [`Headers::size`] was asked.
    pub(super) fn shrink_to(&mut self, (bytes, fields): (usize, usize)) {
        self.bytes.truncate(bytes);
        self.fields.truncate(fields);
    }

    fn keep(&mut self, text: &[u8]) -> Result<Span, HeaderError> {
        self.bytes.try_reserve(text.len()).map_err(|_| HeaderError::Memory)?;
        let start = self.bytes.len();
        self.bytes.extend_from_slice(text);
        Ok(Span { start, end: self.bytes.len() })
    }
}

impl Default for Headers {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

/// Whether this is a header name: an RFC 9110 token.
pub(super) fn is_name(name: &[u8]) -> bool {
    let is_token = |byte: &u8| {
        matches!(
            byte,
            b'0'..=b'9' | b'A'..=b'Z' | b'^'..=b'z' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'|' | b'~'
        )
    };
    !name.is_empty() && name.iter().all(is_token)
}

/// Whether this can be one header's value.
pub(super) fn is_value(value: &[u8]) -> bool {
    !value.iter().any(|byte| matches!(byte, b'\0' | b'\r' | b'\n'))
}

/// The value without the optional white space around it.
fn trim(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = value {
        value = rest;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn names_are_found_in_any_case_and_values_are_trimmed() {
        let mut headers = Headers::new();
        headers.add("X-Fire-Signature", b" \tv1=ab \t").unwrap();
        assert_eq!(headers.get("x-fire-signature"), Lookup::One(b"v1=ab"));
        assert_eq!(headers.get("x-fire-timestamp"), Lookup::Absent);
        assert_eq!(headers.iter().next(), Some(("X-Fire-Signature", b"v1=ab".as_slice())));
    }

    #[test]
    fn equal_duplicates_pass_and_differing_ones_conflict() {
        let mut headers = Headers::new();
        headers.add("A", b"1").unwrap();
        headers.add("a", b"1").unwrap();
        assert_eq!(headers.get("A"), Lookup::One(b"1"));
        headers.add("A", b"2").unwrap();
        assert_eq!(headers.get("A"), Lookup::Conflict);
    }

    #[test]
    fn what_is_no_header_is_refused() {
        let mut headers = Headers::with_limit(1);
        for name in ["", "a b", "a:", "ä", "a\n"] {
            assert_eq!(headers.add(name, b"1"), Err(HeaderError::Name { number: 1 }), "{name:?}");
        }
        for value in [b"a\nb".as_slice(), b"a\r", b"a\0"] {
            assert_eq!(headers.add("a", value), Err(HeaderError::Value { number: 1 }));
        }
        headers.add("a", b"").unwrap();
        assert_eq!(headers.add("b", b""), Err(HeaderError::TooMany { limit: 1 }));
        assert_eq!(headers.len(), 1);
    }

    #[test]
    fn a_name_has_the_characters_of_rfc_9110() {
        for byte in 0..=u8::MAX {
            let expected = byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
            assert_eq!(is_name(&[byte]), expected, "{byte}");
        }
    }

    #[test]
    fn debug_shows_no_value() {
        let mut headers = Headers::new();
        headers.add("Authorization", b"Bearer swordfish").unwrap();
        assert_eq!(format!("{headers:?}"), r#"["Authorization"]"#);
    }
}

//! The texts of an order in one buffer, each followed by a NUL.

use alloc::string::String;
use alloc::vec::Vec;

use crate::json::Value;

/// Where a text lies in its pool. Absent is told apart from empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    start: u32,
    length: u32,
}

impl Span {
    pub(crate) const ABSENT: Self = Self { start: u32::MAX, length: 0 };

    pub(crate) fn is_absent(self) -> bool {
        self == Self::ABSENT
    }
}

/// The buffer. A push that finds no memory is remembered and reported once, by [`Pool::is_exhausted`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Pool {
    text: String,
    exhausted: bool,
}

impl Pool {
    /// Makes room for about this many bytes.
    pub(crate) fn reserve(&mut self, bytes: usize) {
        self.exhausted |= self.text.try_reserve(bytes).is_err();
    }

    /// The same texts in a buffer of their own; `None` where there is no memory for it.
    pub(crate) fn copied(&self) -> Option<Self> {
        let mut text = String::new();
        text.try_reserve_exact(self.text.len()).ok()?;
        text.push_str(&self.text);
        Some(Self { text, exhausted: self.exhausted })
    }

    /// Gives unused memory back.
    pub(crate) fn shrink(&mut self) {
        self.text.shrink_to_fit();
    }

    pub(crate) fn is_exhausted(&self) -> bool {
        self.exhausted
    }

    /// Appends to a list, unless there is no memory.
    pub(crate) fn push_to<T>(&mut self, list: &mut Vec<T>, item: T) {
        if list.try_reserve(1).is_ok() {
            list.push(item);
        } else {
            self.exhausted = true;
        }
    }

    /// Keeps a text without NUL.
    pub(crate) fn push(&mut self, text: &str) -> Span {
        self.append(text.len(), |pool| {
            pool.push_str(text);
            false
        })
        .0
    }

    /// Keeps two of its texts as one, with a separator between them; absent where either is.
    pub(crate) fn push_pair(&mut self, first: Span, separator: char, second: Span) -> Span {
        let (Some(start), Some(end)) = (self.get(first), self.get(second)) else { return Span::ABSENT };
        let mut pair = String::new();
        let most = start.len().saturating_add(separator.len_utf8()).saturating_add(end.len());
        if pair.try_reserve_exact(most).is_err() {
            self.exhausted = true;
            return Span::ABSENT;
        }
        pair.push_str(start);
        pair.push(separator);
        pair.push_str(end);
        self.push(&pair)
    }

    /// Keeps a JSON string's text; true if something in it was replaced.
    pub(crate) fn push_string(&mut self, value: Value<'_>) -> (Span, bool) {
        let Some(raw) = value.string_raw() else { return (Span::ABSENT, false) };
        if value.is_escaped() { self.push_escaped(raw) } else { (self.push(raw), false) }
    }

    /// Keeps a text without NUL that is written with escapes.
    #[cold]
    #[inline(never)]
    fn push_escaped(&mut self, raw: &str) -> (Span, bool) {
        self.append(raw.len(), |pool| crate::json::unescape(raw, pool))
    }

    /// Keeps two JSON strings' texts as one, a space between them; true if something in them was replaced.
    pub(crate) fn push_joined(&mut self, first: Value<'_>, second: Value<'_>) -> (Span, bool) {
        let (Some(first_raw), Some(second_raw)) = (first.string_raw(), second.string_raw()) else {
            return (Span::ABSENT, false);
        };
        let most = first_raw.len().saturating_add(second_raw.len()).saturating_add(1);
        self.append(most, |pool| {
            let replaced = crate::json::unescape(first_raw, pool);
            pool.push(' ');
            crate::json::unescape(second_raw, pool) || replaced
        })
    }

    fn append(&mut self, most: usize, write: impl FnOnce(&mut String) -> bool) -> (Span, bool) {
        let start = self.text.len();
        if self.text.try_reserve(most.saturating_add(1)).is_err() {
            self.exhausted = true;
            return (Span::ABSENT, false);
        }
        let replaced = write(&mut self.text);
        let length = self.text.len().saturating_sub(start);
        self.text.push('\0');
        if let (Ok(start), Ok(length)) = (u32::try_from(start), u32::try_from(length)) {
            (Span { start, length }, replaced)
        } else {
            self.exhausted = true;
            (Span::ABSENT, false)
        }
    }

    /// The text with the NUL behind it.
    pub(crate) fn get_with_nul(&self, span: Span) -> Option<&str> {
        let start = usize::try_from(span.start).ok()?;
        let end = start.checked_add(usize::try_from(span.length).ok()?)?.checked_add(1)?;
        self.text.get(start..end)
    }

    /// Copies a text into another pool.
    pub(crate) fn copy(&self, span: Span, to: &mut Self) -> Span {
        self.get(span).map_or(Span::ABSENT, |text| to.push(text))
    }

    pub(crate) fn get(&self, span: Span) -> Option<&str> {
        self.get_with_nul(span)?.strip_suffix('\0')
    }

    /// Bytes of memory held.
    pub(crate) fn capacity(&self) -> usize {
        self.text.capacity()
    }
}

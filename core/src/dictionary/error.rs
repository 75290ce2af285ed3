//! Why an answer could not be loaded as a dictionary.

use alloc::string::String;

use super::vocabulary::Vocabulary;
use crate::json::{JsonError, Value};

/// Why an answer could not be loaded as a dictionary. Nothing is put into effect then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DictionaryError {
    /// The answer is not JSON, or exceeds a limit.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// The platform serves no dictionary of this vocabulary.
    #[error("the platform serves no dictionary of the vocabulary {}", vocabulary.name())]
    NotServed {
        /// Which was asked for.
        vocabulary: Vocabulary,
    },
    /// The answer holds no list of entries, as the answer of a refused call does not.
    #[error("the answer holds no list of entries (at {path}, byte {offset})")]
    NoList {
        /// Where the list was looked for.
        path: String,
        /// Byte offset in the answer.
        offset: usize,
    },
    /// No entry of the list has both an id and a name.
    #[error("no entry of the list has an id and a name (at {path}, byte {offset})")]
    NoEntries {
        /// Where the list is.
        path: String,
        /// Byte offset in the answer.
        offset: usize,
    },
    /// The names are those of another vocabulary.
    #[error("the names are those of the vocabulary {} (at {path}, byte {offset})", vocabulary.name())]
    Foreign {
        /// Whose names they are.
        vocabulary: Vocabulary,
        /// Where the list is.
        path: String,
        /// Byte offset in the answer.
        offset: usize,
    },
    /// Memory for the dictionary could not be had.
    #[error("memory for the dictionary could not be had")]
    OutOfMemory,
}

impl DictionaryError {
    /// The stable name of the kind of error, such as `shape`; the C status has the same.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::Json(error) => error.code_name(),
            Self::NotServed { .. } => "argument",
            Self::NoList { .. } | Self::NoEntries { .. } | Self::Foreign { .. } => "shape",
            Self::OutOfMemory => "memory",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Json(error) => error.hint(),
            Self::NotServed { .. } => {
                "load order statuses, fulfilment statuses, order types or providers of klikit; the others are built in"
            }
            Self::NoList { .. } => {
                "pass the whole body of an answer that succeeded; if it states an error, that says why it did not"
            }
            Self::NoEntries { .. } | Self::Foreign { .. } => {
                "check that this is the answer of the address that serves this vocabulary"
            }
            Self::OutOfMemory => "lower the limit on the size of a body, or free memory",
        }
    }

    /// Where in the answer, where it is about a place.
    pub fn place(&self) -> Option<(&str, usize)> {
        match self {
            Self::Json(error) => Some((&error.path, error.offset)),
            Self::NoList { path, offset }
            | Self::NoEntries { path, offset }
            | Self::Foreign { path, offset, .. } => Some((path, *offset)),
            Self::NotServed { .. } | Self::OutOfMemory => None,
        }
    }

    pub(crate) fn no_list(value: Value<'_>) -> Self {
        Self::NoList { path: value.path(), offset: value.offset() }
    }

    pub(crate) fn no_entries(value: Value<'_>) -> Self {
        Self::NoEntries { path: value.path(), offset: value.offset() }
    }

    pub(crate) fn foreign(vocabulary: Vocabulary, value: Value<'_>) -> Self {
        Self::Foreign { vocabulary, path: value.path(), offset: value.offset() }
    }
}

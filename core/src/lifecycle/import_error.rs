//! Why a text cannot be imported.

use alloc::string::String;

use super::export::VERSION;
use super::state::OutOfMemory;
use crate::json::JsonError;
use crate::order::ParseError;

/// Why a text cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// It is not JSON.
    #[error(transparent)]
    Json(JsonError),
    /// It is no export of a book.
    #[error("this is no export of a book of orders")]
    NoExport,
    /// It is of a version that this library does not read.
    #[error("the export is of version {found}, and this library reads version {VERSION}")]
    Version {
        /// The version stated.
        found: i64,
    },
    /// A value is not what the form has there.
    #[error("this is not what an export has here (at {path}, byte {offset})")]
    Odd {
        /// Where.
        path: String,
        /// Byte offset in the text.
        offset: usize,
    },
    /// Memory could not be had.
    #[error("memory for the orders could not be had")]
    OutOfMemory,
}

impl ImportError {
    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Json(_) | Self::Odd { .. } => "keep the export as it was written, whole",
            Self::NoExport => "import what the export of a book wrote",
            Self::Version { .. } => "use the version of this library that wrote it, or read the orders anew",
            Self::OutOfMemory => "import one order at a time, or free memory",
        }
    }
}

impl<'d> From<ParseError<'d>> for ImportError {
    fn from(error: ParseError<'d>) -> Self {
        match error {
            ParseError::Odd(value) => Self::Odd { path: value.path(), offset: value.offset() },
            ParseError::OutOfMemory => Self::OutOfMemory,
        }
    }
}

impl From<OutOfMemory> for ImportError {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

//! Why an authentic document could not be used.

use alloc::string::String;

use crate::json::{JsonError, Value};

/// An authentic document is refused only if it is not JSON, exceeds a limit, or does not say what it is about.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The body is not JSON, or exceeds a limit.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// The document is JSON, but not an object as every event is.
    #[error("the document is no object, so it is no event (at {path}, byte {offset})")]
    NoObject {
        /// Where.
        path: String,
        /// Byte offset in the body.
        offset: usize,
    },
    /// The document is an object, but no order: something else, or a part of one.
    #[error("the document is no order (at {path}, byte {offset})")]
    NoOrder {
        /// Where.
        path: String,
        /// Byte offset in the body.
        offset: usize,
    },
    /// An order has no id.
    #[error("the order has no id (at {path}, byte {offset})")]
    NoIdentity {
        /// Where the order is.
        path: String,
        /// Byte offset in the body.
        offset: usize,
    },
    /// The answer to a read holds neither orders nor an order, as the answer of a refused call does not.
    #[error("the answer holds no orders (at {path}, byte {offset})")]
    NoData {
        /// Where orders were looked for.
        path: String,
        /// Byte offset in the body.
        offset: usize,
    },
    /// An event has more lines than [`Limits::elements`](crate::Limits).
    #[error("there are more lines than the limit (at {path}, byte {offset})")]
    TooManyLines {
        /// The first line beyond the limit.
        path: String,
        /// Byte offset in the body.
        offset: usize,
    },
    /// Memory for the order could not be had.
    #[error("memory for the order could not be had")]
    OutOfMemory,
}

impl DecodeError {
    /// The stable name of the kind of error, such as `no_identity`; the C status has the same.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::Json(error) => error.code_name(),
            Self::NoObject { .. } | Self::NoOrder { .. } | Self::NoData { .. } => "shape",
            Self::NoIdentity { .. } => "no_identity",
            Self::TooManyLines { .. } => "too_many_elements",
            Self::OutOfMemory => "memory",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Json(error) => error.hint(),
            Self::NoObject { .. } => {
                "check that this address receives order events, and that nothing rewrites the body"
            }
            Self::NoOrder { .. } => "check that this is a whole order, not a part of one or something else",
            Self::NoIdentity { .. } => "check that the platform sends whole orders to this address",
            Self::NoData { .. } => {
                "pass the whole body of an answer that succeeded; if it states an error, that says why it did not"
            }
            Self::TooManyLines { .. } => "raise the limit on elements if such orders are real",
            Self::OutOfMemory => "lower the limit on the size of a body, or free memory",
        }
    }

    /// Where in the document, where it is about a place.
    pub fn place(&self) -> Option<(&str, usize)> {
        match self {
            Self::Json(error) => Some((&error.path, error.offset)),
            Self::NoObject { path, offset }
            | Self::NoOrder { path, offset }
            | Self::NoIdentity { path, offset }
            | Self::NoData { path, offset }
            | Self::TooManyLines { path, offset } => Some((path, *offset)),
            Self::OutOfMemory => None,
        }
    }

    /// The same error at another place, given the offset it is at.
    pub(crate) fn moved(mut self, to: impl FnOnce(usize) -> (String, usize)) -> Self {
        match &mut self {
            Self::Json(JsonError { path, offset, .. })
            | Self::NoObject { path, offset }
            | Self::NoIdentity { path, offset }
            | Self::NoOrder { path, offset }
            | Self::NoData { path, offset }
            | Self::TooManyLines { path, offset } => (*path, *offset) = to(*offset),
            Self::OutOfMemory => {}
        }
        self
    }

    pub(crate) fn no_object(value: Value<'_>) -> Self {
        Self::NoObject { path: value.path(), offset: value.offset() }
    }

    pub(crate) fn no_order(value: Value<'_>) -> Self {
        Self::NoOrder { path: value.path(), offset: value.offset() }
    }

    pub(crate) fn no_identity(value: Value<'_>) -> Self {
        Self::NoIdentity { path: value.path(), offset: value.offset() }
    }

    pub(crate) fn no_data(value: Value<'_>) -> Self {
        Self::NoData { path: value.path(), offset: value.offset() }
    }

    pub(crate) fn too_many_lines(value: Value<'_>) -> Self {
        Self::TooManyLines { path: value.path(), offset: value.offset() }
    }
}

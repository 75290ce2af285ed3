//! Why a body was refused as JSON: what was wrong, where, by path and byte offset.

use alloc::string::String;
use core::fmt;

/// What was wrong with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// The body is larger than [`Limits::body_bytes`](crate::Limits).
    BodyTooLarge,
    /// Arrays and objects are nested more deeply than [`Limits::depth`](crate::Limits).
    TooDeep,
    /// An array has more elements than [`Limits::elements`](crate::Limits).
    TooManyElements,
    /// Memory for the body or its tape could not be had.
    OutOfMemory,
    /// The body has no bytes, or white space only.
    Empty,
    /// The body ends inside a value.
    Truncated,
    /// A byte sequence is not UTF-8.
    NotUtf8,
    /// A value was expected here.
    ExpectedValue,
    /// A member name in double quotes was expected here.
    ExpectedName,
    /// A colon was expected after a member name.
    ExpectedColon,
    /// A comma or the closing bracket was expected here.
    ExpectedCommaOrEnd,
    /// Something follows the end of the document.
    TrailingData,
    /// A number is not written by the JSON grammar.
    BadNumber,
    /// A control character stands unescaped in a string.
    ControlCharacter,
    /// An escape in a string is none that JSON knows.
    BadEscape,
}

impl JsonErrorKind {
    const fn message(self) -> &'static str {
        match self {
            Self::BodyTooLarge => "the body is larger than the limit",
            Self::TooDeep => "arrays and objects are nested more deeply than the limit",
            Self::TooManyElements => "an array has more elements than the limit",
            Self::OutOfMemory => "memory for the document could not be had",
            Self::Empty => "the body is empty",
            Self::Truncated => "the body ends inside a value; was it cut short?",
            Self::NotUtf8 => "the body is not UTF-8",
            Self::ExpectedValue => "a value was expected",
            Self::ExpectedName => "a member name in double quotes was expected",
            Self::ExpectedColon => "a colon was expected after the member name",
            Self::ExpectedCommaOrEnd => "a comma or a closing bracket was expected",
            Self::TrailingData => "something follows the end of the document",
            Self::BadNumber => "the number is not written as JSON writes numbers",
            Self::ControlCharacter => "a control character stands unescaped in a string",
            Self::BadEscape => "the string holds an escape that JSON does not know",
        }
    }
}

/// A body that is not JSON, or exceeds a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What was wrong.
    pub kind: JsonErrorKind,
    /// The innermost value that was being read, as in `$.order_items[0].quantity`.
    pub path: String,
    /// Where in the body, in bytes from 0.
    pub offset: usize,
}

impl JsonError {
    /// The stable name of the kind of error, such as `not_json`.
    pub const fn code_name(&self) -> &'static str {
        match self.kind {
            JsonErrorKind::BodyTooLarge => "body_too_large",
            JsonErrorKind::TooDeep => "too_deep",
            JsonErrorKind::TooManyElements => "too_many_elements",
            JsonErrorKind::OutOfMemory => "memory",
            _ => "not_json",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self.kind {
            JsonErrorKind::BodyTooLarge => {
                "raise the limit on the size of a body if the platform sends such orders"
            }
            JsonErrorKind::TooDeep => "raise the limit on depth if the platform nests so deeply",
            JsonErrorKind::TooManyElements => "raise the limit on elements if the platform sends such lists",
            JsonErrorKind::OutOfMemory => "lower the limit on the size of a body, or free memory",
            JsonErrorKind::Empty | JsonErrorKind::Truncated => {
                "check that the whole body was read: as many bytes as Content-Length says, or all chunks"
            }
            JsonErrorKind::NotUtf8 => {
                "pass the bytes as received; do not convert them to another character set"
            }
            _ => "check that the sender sends JSON here, and pass the bytes as received",
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at {}, byte {})", self.kind.message(), self.path, self.offset)
    }
}

impl core::error::Error for JsonError {}

//! A received body as a tape: checked in one pass, numbers kept as text, every value with its path and offset.
//!
//! The tape holds offsets into the body and nothing else, so an amount is only ever read from the characters the
//! platform sent. Strict by RFC 8259, with two liberties: a byte order mark at the start is skipped, and half of a
//! surrogate pair is accepted in an escape (it reads as U+FFFD).

mod descent;
mod document;
mod error;
mod members;
mod parse;
mod path;
mod scan;
mod text;
mod value;

pub use document::Document;
pub use error::{JsonError, JsonErrorKind};
pub use value::{Elements, Kind, Members, Value};

pub(crate) use descent::{Descent, Link, after, leads_to};
pub(crate) use members::members;
pub(crate) use members::{read_members, table, table_size};
pub(crate) use path::{Step, steps};
pub(crate) use text::unescape;

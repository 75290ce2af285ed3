//! The life of an order: how far it has come, what to do about each report of it, and many orders at once.

mod accounts;
mod asks;
mod axes;
mod book;
mod book_counts;
mod book_limits;
mod change;
mod decision;
mod due;
mod export;
mod import;
mod import_error;
mod json;
mod key;
mod known;
mod lines;
mod provenance;
mod queue;
#[cfg(test)]
mod readme;
mod remembered;
mod request;
mod seen;
mod standing;
mod state;
mod text;
mod tombstone;
mod transitions;

pub use asks::{Ask, AskReason, Permission};
pub use axes::{Courier, PaymentStatus, Progress};
pub use book::OrderBook;
pub use book_counts::BookCounts;
pub use book_limits::BookLimits;
pub use change::{Action, Change, Verdict};
pub use import_error::ImportError;
pub use lines::{LineChange, LineChangeKind};
pub use request::AskDetails;
pub use state::{OrderState, OutOfMemory};
pub use transitions::Move;

pub(crate) use request::Asked;

//! Why a round of reading ended early.

use crate::event::DecodeError;
use crate::http::{CallBuildError, CrawlError};
use crate::lifecycle::OutOfMemory;

/// A round that cannot go on, or a poller that cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PollError {
    /// An answer holds no orders.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The account cannot ask for what the round needs.
    #[error(transparent)]
    Build(#[from] CallBuildError),
    /// The list ended early.
    #[error(transparent)]
    Crawl(#[from] CrawlError),
    /// The reply is not to the call that [`Poller::next_call`](super::Poller::next_call) told last.
    #[error("the reply is not to the call that was asked for last")]
    OtherReply,
    /// The text is no export of a poller, or of another account.
    #[error("the text is no export of a poller of this account and platform")]
    NoExport,
    /// The export is of a version that this library does not read.
    #[error("the export is of version {found}, which this library does not read")]
    Version {
        /// Its version.
        found: i64,
    },
    /// There is no memory.
    #[error("memory for the round could not be had")]
    OutOfMemory,
}

impl From<OutOfMemory> for PollError {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

impl PollError {
    /// The stable name of the kind of error.
    pub fn code_name(&self) -> &'static str {
        match self {
            Self::Decode(error) => error.code_name(),
            Self::Build(error) => error.code_name(),
            Self::Crawl(_) => "bad_answer",
            Self::OtherReply => "argument",
            Self::NoExport => "export",
            Self::Version { .. } => "version",
            Self::OutOfMemory => "memory",
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Decode(error) => error.hint(),
            Self::Build(error) => error.hint(),
            Self::Crawl(_) => "begin a new round; what was read is in the book",
            Self::OtherReply => "hand over each reply before asking for the next call",
            Self::NoExport => "begin without an export: the first round reads further back",
            Self::Version { .. } => "begin without it: the first round reads further back",
            Self::OutOfMemory => "free memory and begin a new round",
        }
    }
}

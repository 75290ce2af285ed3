//! Why a call came to nothing.

use tillwire_core::http::{CallBuildError, CallError, CrawlError};
use tillwire_core::poll::PollError;

/// A call that came to no reply, or a list that cannot be read further.
///
/// `Display` and `Debug` tell no secret and nothing about a customer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The operation cannot be asked for so; nothing was sent.
    #[error(transparent)]
    Build(#[from] CallBuildError),
    /// The call, or the login before it, failed.
    #[error(transparent)]
    Call(#[from] CallError),
    /// The list cannot be read further. What was read before is good.
    #[error(transparent)]
    Crawl(#[from] CrawlError),
    /// A round of catching up cannot be read to its end. What was read before is good.
    #[error(transparent)]
    Poll(#[from] PollError),
    /// The platform answered a login without a token that can be sent.
    #[error("the platform answered the login without a token")]
    NoToken,
    /// The operating system gives no random bytes; nothing was sent.
    #[error("the operating system gives no random bytes")]
    NoRandom,
}

impl SendError {
    /// The stable name of the kind of error.
    pub fn code_name(&self) -> &'static str {
        match self {
            Self::Build(error) => error.code_name(),
            Self::Call(error) => error.code_name(),
            Self::Poll(error) => error.code_name(),
            Self::Crawl(_) | Self::NoToken => "bad_answer",
            Self::NoRandom => "random",
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Build(error) => error.hint(),
            Self::Call(error) => error.hint(),
            Self::Poll(error) => error.hint(),
            Self::Crawl(_) => "read the list again; if it happens again, tell the platform",
            Self::NoToken => "check the client's id and secret; then tell the platform",
            Self::NoRandom => "check the operating system; a till may be too early in its start",
        }
    }

    /// The error of the call, where it is one.
    pub fn call(&self) -> Option<&CallError> {
        match self {
            Self::Call(error) => Some(error),
            _ => None,
        }
    }
}

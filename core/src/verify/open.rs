//! Verify, then decode: the one call for a delivery.

use super::headers::Headers;
use super::refusal::Refusal;
use super::verifier::Verifier;
use crate::answer::{Answer, Outcome, answer};
use crate::event::{DecodeError, Decoder, Event};
use crate::limits::Limits;

/// Why a delivery did not become an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The body is larger than [`Limits::body_bytes`]; it was not looked at.
    #[error("the body has {size} bytes, {limit} are allowed")]
    TooLarge {
        /// Bytes received.
        size: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// It could not be shown to come from the platform.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It is authentic, but could not be decoded.
    #[error(transparent)]
    Undecodable(#[from] DecodeError),
}

impl OpenError {
    /// What to do about it.
    pub fn hint(&self) -> &str {
        match self {
            Self::TooLarge { .. } => {
                "raise the limit on the size of a body if the platform sends such orders"
            }
            Self::Refused(refusal) => refusal.hint(),
            Self::Undecodable(error) => error.hint(),
        }
    }

    /// What the delivery came to, for [`Verifier::answer`].
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::TooLarge { .. } => Outcome::TooLarge,
            Self::Refused(Refusal::HeaderMissing { .. }) => Outcome::HeaderMissing,
            Self::Refused(_) => Outcome::Refused,
            Self::Undecodable(_) => Outcome::Undecodable,
        }
    }
}

impl Verifier {
    /// Verifies a delivery and decodes it: `body` is exactly the bytes received, `now` is Unix seconds.
    ///
    /// Nothing of the body is read before it is verified, except its length.
    ///
    /// # Errors
    /// The body is too large, the delivery is not shown to be genuine, or it is but cannot be decoded.
    pub fn open(&self, headers: &Headers, body: &[u8], now: i64) -> Result<Event, OpenError> {
        let limit = self.decoder().current_limits().body_bytes.min(Limits::MAX_BODY_BYTES);
        if body.len() > limit {
            return Err(OpenError::TooLarge { size: body.len(), limit });
        }
        let verified = self.verify(headers, body, now)?;
        let mut event = self.decoder().decode_unverified(headers, body)?;
        event.set_verified(verified);
        Ok(event)
    }

    /// What to answer the platform. `kept` says whether the delivery is on disk, so that it is not lost if it could
    /// not be decoded.
    pub fn answer(&self, outcome: Outcome, kept: bool) -> Answer {
        answer(self.platform(), self.scheme(), outcome, kept)
    }

    /// How bodies are read.
    pub fn decoder(&self) -> &Decoder {
        &self.decoder
    }
}

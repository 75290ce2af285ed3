//! Why a verifier cannot be made from its settings, and what to set instead.

use super::scheme::Scheme;
use super::secret::SecretProblem;
use crate::event::LocationProblem;

/// A setting of the verifier that is missing or unusable. Never tells a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingError {
    /// A secret cannot be one.
    #[error("secret {} {}", index.saturating_add(1), problem.text())]
    Secret {
        /// Which secret, counted from 0 in the order of the settings.
        index: usize,
        /// What is wrong with it.
        problem: SecretProblem,
    },
    /// The scheme needs a secret, and none was given.
    #[error("the scheme {} needs a secret, and none was given", scheme.name())]
    SecretMissing {
        /// The scheme of the verifier.
        scheme: Scheme,
    },
    /// A secret was given, but the scheme would not look at it.
    #[error("a secret was given, but the scheme {} checks nothing", scheme.name())]
    SecretUnused {
        /// The scheme of the verifier.
        scheme: Scheme,
    },
    /// The name of the header that carries signature or token has no default here.
    #[error("the scheme {} needs the name of the header that carries signature or token", scheme.name())]
    SignatureHeaderMissing {
        /// The scheme of the verifier.
        scheme: Scheme,
    },
    /// The name of the header that carries the signed time has no default here.
    #[error("the scheme {} needs the name of the header that carries the signed time", scheme.name())]
    TimestampHeaderMissing {
        /// The scheme of the verifier.
        scheme: Scheme,
    },
    /// The name given for the header that carries signature or token can be no header's name.
    #[error("the name given for the header that carries signature or token can be no header's name")]
    SignatureHeaderName,
    /// The name given for the header that carries the signed time can be no header's name.
    #[error("the name given for the header that carries the signed time can be no header's name")]
    TimestampHeaderName,
    /// A location cannot be one.
    #[error("location {} {}", index.saturating_add(1), problem.text())]
    Location {
        /// Which location, counted from 0 in the order of the settings.
        index: usize,
        /// What is wrong with it.
        problem: LocationProblem,
    },
}

impl SettingError {
    /// The stable name of the kind of error: `secret` or `setting`.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::Secret { .. } => "secret",
            Self::SecretMissing { .. }
            | Self::SecretUnused { .. }
            | Self::SignatureHeaderMissing { .. }
            | Self::TimestampHeaderMissing { .. }
            | Self::SignatureHeaderName
            | Self::TimestampHeaderName
            | Self::Location { .. } => "setting",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Secret { problem, .. } => problem.hint(),
            Self::Location { problem, .. } => problem.hint(),
            Self::SecretMissing { .. } => "give the secret that the platform shows beside the webhook",
            Self::SecretUnused { .. } => {
                "choose the scheme that the platform signs with, or leave the secret out"
            }
            Self::SignatureHeaderMissing { .. } => {
                "set the signature header to the name that was chosen at the platform"
            }
            Self::TimestampHeaderMissing { .. } => {
                "set the timestamp header to the name that the platform sends, such as X-Fire-Timestamp"
            }
            Self::SignatureHeaderName | Self::TimestampHeaderName => {
                "give the name alone, without the colon and without spaces"
            }
        }
    }
}

//! Why an account cannot be used as it was set up.

use super::account::AccountText;
use super::endpoint::Host;
use crate::verify::SecretProblem;

/// A setting of an account that is missing or unusable. Never tells a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AccountError {
    /// An address is not one.
    #[error("an address is not of the form https://host[:port][/path]")]
    Address,
    /// An address would send credentials in clear.
    #[error("an address begins with http://, which would send the credentials in clear")]
    PlainHttp,
    /// A host is not one that the platform documents, and is not on the account's own list.
    #[error("the host {host} is none of the platform's, and the account does not allow it")]
    HostNotAllowed {
        /// The host.
        host: alloc::string::String,
    },
    /// The platform has no such environment.
    #[error("the platform documents no {environment} environment")]
    NoEnvironment {
        /// Which.
        environment: &'static str,
    },
    /// A secret cannot be one.
    #[error("{} {}: {}", setting.name(), index.saturating_add(1), problem)]
    Secret {
        /// Which setting.
        setting: AccountText,
        /// Which of several, from 0.
        index: usize,
        /// What is wrong with it.
        problem: SecretProblem,
    },
    /// A setting has a character that its place in a request cannot carry.
    #[error("{} has a character that cannot be sent, or is empty", setting.name())]
    Text {
        /// Which setting.
        setting: AccountText,
    },
    /// The key has a colon, which Basic authentication cannot carry (RFC 7617 §2).
    #[error("the key has a colon, which cannot be sent")]
    ColonInKey,
    /// A setting that the platform's calls need is not there.
    #[error("{} is not set", setting.name())]
    Missing {
        /// Which setting.
        setting: AccountText,
    },
    /// The platform has no such setting.
    #[error("the platform takes no {}", setting.name())]
    NotTaken {
        /// Which setting.
        setting: AccountText,
    },
    /// The platform has no such address.
    #[error("the platform has no {} address", host.name())]
    NoHost {
        /// Which address.
        host: Host,
    },
    /// A path is not one.
    #[error("a path does not begin with a slash, or has characters that no path has")]
    Path,
    /// A limit is zero, or beyond what can be.
    #[error("a limit of the account's policy is zero or beyond what can be")]
    Policy,
}

impl AccountError {
    /// The stable name of the kind of error: `secret` or `setting`.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::Secret { .. } => "secret",
            _ => "setting",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Address => {
                "write it as the platform states it, without a query and without credentials in it"
            }
            Self::PlainHttp => "use https://; http:// is for a simulator on this machine",
            Self::HostNotAllowed { .. } => {
                "check the address; if the platform gave it to you, allow the host in the account's settings"
            }
            Self::NoEnvironment { .. } => "choose another, or set the address that the platform gave you",
            Self::Secret { problem, .. } => problem.hint(),
            Self::Text { .. } => "it was probably pasted with what stood around it; store the value alone",
            Self::ColonInKey => "check that it is the key alone, without the secret behind it",
            Self::Missing { .. } => "set it, as the platform issued it",
            Self::NotTaken { .. } | Self::NoHost { .. } => "leave it out, or check the platform",
            Self::Path => "write it as /menus/bulk, relative to the address",
            Self::Policy => "give at least one attempt and one millisecond",
        }
    }
}

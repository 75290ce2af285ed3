//! What kinds of trouble a call can come to, by what a till does about them.

use crate::value::codes;

codes! {
    /// Why a call did not come to a reply.
    pub enum Trouble {
        /// The platform finds the request itself wrong.
        Invalid = 1, "invalid";
        /// The credentials are missing, wrong or revoked.
        Unauthorized = 2, "unauthorized";
        /// The credentials are good, but may not do this.
        Forbidden = 3, "forbidden";
        /// There is no such thing, or these credentials do not see it.
        NotFound = 4, "not_found";
        /// The order is not in a state that allows it.
        Transition = 5, "transition";
        /// The key was used for another action.
        KeyConflict = 6, "key_conflict";
        /// The platform says that it is against something it holds.
        Conflict = 7, "conflict";
        /// Too many requests.
        RateLimited = 8, "rate_limited";
        /// The platform, or what stands before it, failed.
        Unavailable = 9, "unavailable";
        /// The platform does not offer this.
        Unsupported = 10, "unsupported";
        /// The answer sends the request elsewhere, which is not followed.
        Redirected = 11, "redirected";
        /// The answer cannot be read: it is cut, or not what the platform documents.
        BadAnswer = 12, "bad_answer";
        /// The answer is larger than the limit.
        TooLarge = 13, "too_large";
        /// The name of the platform's host is not found.
        NoHost = 20, "no_host";
        /// No connection could be made.
        NoConnection = 21, "no_connection";
        /// The connection is not to whom it should be: its certificate is not trusted, out of date, or of another host.
        Untrusted = 22, "untrusted";
        /// The connection broke before the answer was whole.
        Broken = 23, "broken";
        /// No answer came in time.
        TimedOut = 24, "timed_out";
        /// The caller cancelled the call.
        Cancelled = 25, "cancelled";
        /// The proxy refused.
        Proxy = 26, "proxy";
    }
}

impl Trouble {
    /// What it is, in a sentence.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Invalid => "the platform finds the request wrong",
            Self::Unauthorized => "the platform does not accept the credentials",
            Self::Forbidden => "the credentials may not do this",
            Self::NotFound => "there is no such thing, or these credentials do not see it",
            Self::Transition => "the order is not in a state that allows this",
            Self::KeyConflict => "the idempotency key was used for another action",
            Self::Conflict => "this is against something that the platform holds",
            Self::RateLimited => "too many requests",
            Self::Unavailable => "the platform failed",
            Self::Unsupported => "the platform does not offer this",
            Self::Redirected => "the answer sends the request elsewhere, which is not followed",
            Self::BadAnswer => "the answer is cut, or not what the platform documents",
            Self::TooLarge => "the answer is larger than the limit",
            Self::NoHost => "the name of the platform's host was not found",
            Self::NoConnection => "no connection could be made",
            Self::Untrusted => "the certificate of the platform's host is not trusted",
            Self::Broken => "the connection broke before the answer was whole",
            Self::TimedOut => "no answer came in time",
            Self::Cancelled => "the call was cancelled",
            Self::Proxy => "the proxy refused the connection",
        }
    }

    /// What to do about it.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Invalid => {
                "read what the platform says of it, and mend the request; sending it again changes nothing"
            }
            Self::Unauthorized => {
                "check the credentials and the environment; a rotated secret is replaced at the platform's staff or portal"
            }
            Self::Forbidden => "ask the platform for the scope, or the set-up, that this operation needs",
            Self::NotFound => "check the id and the environment: ids of development and production differ",
            Self::Transition => "read the order and show its state; sending it again changes nothing",
            Self::KeyConflict => "use a new key for each action, and the same key and bytes for its attempts",
            Self::Conflict => "read what is there before deciding anew",
            Self::RateLimited => "wait as long as the platform says, and ask less often",
            Self::Unavailable => "try again later; with the same key where it was an action",
            Self::Unsupported => "do without; the platform's page says what it takes",
            Self::Redirected => "check the address in the account's settings",
            Self::BadAnswer => {
                "check that nothing between till and platform rewrites answers; then tell the platform, with the request id"
            }
            Self::TooLarge => "ask for smaller pages, or raise the limit on the size of an answer",
            Self::NoHost => "check the address in the account's settings, the network, and the name server",
            Self::NoConnection => "check the network, the firewall and the proxy",
            Self::Untrusted => {
                "check the till's clock and root certificates, and whether something on the way opens the connection"
            }
            Self::Broken | Self::TimedOut => {
                "try again; an action may have been done, so use the same key and bytes"
            }
            Self::Cancelled => {
                "an action may have been done, so use the same key and bytes when trying again"
            }
            Self::Proxy => "check the proxy's address and credentials",
        }
    }
}

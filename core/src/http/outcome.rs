//! What came of one attempt, as whoever sent it tells.

use crate::value::codes;
use crate::verify::Headers;

codes! {
    /// Why an attempt got no answer.
    pub enum Failure {
        /// The name of the host was not found.
        NoHost = 1, "no_host";
        /// No connection could be made, in time or at all: nothing was sent.
        NoConnection = 2, "no_connection";
        /// The certificate is not trusted, out of date, or of another host: nothing was sent.
        Untrusted = 3, "untrusted";
        /// The proxy refused: nothing was sent.
        Proxy = 4, "proxy";
        /// The connection broke after something may have been sent.
        Broken = 5, "broken";
        /// No whole answer came in time after something may have been sent.
        TimedOut = 6, "timed_out";
        /// The answer is larger than the limit.
        TooLarge = 7, "too_large";
        /// The answer is no HTTP.
        NotHttp = 8, "not_http";
        /// The caller cancelled.
        Cancelled = 9, "cancelled";
    }
}

impl Failure {
    /// Whether the platform may have received the request.
    pub const fn may_have_arrived(self) -> bool {
        !matches!(self, Self::NoHost | Self::NoConnection | Self::Untrusted | Self::Proxy)
    }
}

/// What came of one attempt.
#[derive(Clone, Copy, Debug)]
pub enum Outcome<'a> {
    /// An answer, whole.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The headers.
        headers: &'a Headers,
        /// The body, decoded from any transfer coding; empty where there is none.
        body: &'a [u8],
    },
    /// No answer.
    Failed(Failure),
}

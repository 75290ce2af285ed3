//! What can go wrong between a client and a platform, on purpose.

use serde::{Deserialize, Serialize};

use crate::platform::Platform;

/// A fault of the platform or of the way to it.
///
/// Those that spoil an answer carry the request out first; those that stand in for one do not, unless wrapped in
/// [`Committed`](Self::Committed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fault {
    /// The connection is closed once the head shows which request it is; the body is not read, nothing is carried out.
    DropBeforeReading,
    /// The request is carried out, and the connection closed without an answer.
    DropAfterCommit,
    /// The request is carried out; the connection closes in the middle of the answer's head.
    HalfHeaders,
    /// The request is carried out; the answer comes one byte each so many milliseconds.
    SlowDrip {
        /// Milliseconds between two bytes.
        #[serde(default = "a_second")]
        interval_ms: u64,
    },
    /// The request is carried out; `Content-Length` says more than is sent before the connection closes.
    LengthTooLong,
    /// The request is carried out; `Content-Length` says less than is sent.
    LengthTooShort,
    /// 429; nothing is carried out.
    TooManyRequests(RetryAfter),
    /// Any status, with the platform's error body where it has one for it, otherwise a plain text; nothing is carried out.
    Status(u16),
    /// 502 with the HTML page of a proxy; nothing is carried out.
    ProxyPage,
    /// 200 with a JSON document of so many bytes; nothing is carried out.
    HugeBody {
        /// The length of the body.
        bytes: u64,
    },
    /// The request is carried out and answered 200 with no body.
    EmptyOk,
    /// The request is carried out; the body stops half-way, with a `Content-Length` that fits.
    TruncatedJson,
    /// A redirect; nothing is carried out.
    Redirect {
        /// 302, 307 or 308.
        status: u16,
        /// Another host.
        location: String,
    },
    /// Nothing is ever answered and nothing carried out; the connection stays open.
    BlackHole,
    /// The request is carried out, its answer thrown away, and then comes the fault: what a proxy's timeout looks like.
    Committed(Box<Fault>),
}

/// The header `Retry-After` of a 429.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetryAfter {
    /// So many seconds.
    Seconds(u64),
    /// An HTTP date, so many seconds after the answer's `Date`.
    Date(u64),
    /// A text that is neither.
    Garbage(String),
    /// No such header.
    Missing,
}

impl RetryAfter {
    /// The header's value for an answer that is dated `date` (Unix milliseconds).
    pub(crate) fn value(&self, date: i64) -> Option<String> {
        match self {
            Self::Seconds(seconds) => Some(seconds.to_string()),
            Self::Date(seconds) => {
                let after = i64::try_from(seconds.saturating_mul(1_000)).unwrap_or(i64::MAX);
                Some(crate::clock::http_text(date.saturating_add(after)))
            }
            Self::Garbage(text) => Some(text.replace(['\r', '\n'], " ")),
            Self::Missing => None,
        }
    }
}

impl Fault {
    /// Closes the connection, answers with the status, or whatever else the name says.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DropBeforeReading => "drop_before_reading",
            Self::DropAfterCommit => "drop_after_commit",
            Self::HalfHeaders => "half_headers",
            Self::SlowDrip { .. } => "slow_drip",
            Self::LengthTooLong => "length_too_long",
            Self::LengthTooShort => "length_too_short",
            Self::TooManyRequests(_) => "too_many_requests",
            Self::Status(_) => "status",
            Self::ProxyPage => "proxy_page",
            Self::HugeBody { .. } => "huge_body",
            Self::EmptyOk => "empty_ok",
            Self::TruncatedJson => "truncated_json",
            Self::Redirect { .. } => "redirect",
            Self::BlackHole => "black_hole",
            Self::Committed(_) => "committed",
        }
    }

    /// Whether the request is carried out all the same.
    pub(crate) const fn commits(&self) -> bool {
        matches!(
            self,
            Self::DropAfterCommit
                | Self::HalfHeaders
                | Self::SlowDrip { .. }
                | Self::LengthTooLong
                | Self::LengthTooShort
                | Self::EmptyOk
                | Self::TruncatedJson
                | Self::Committed(_)
        )
    }

    /// The fault that the client sees.
    pub(crate) fn shown(&self) -> &Self {
        match self {
            Self::Committed(fault) => fault.shown(),
            other => other,
        }
    }
}

/// Which requests a fault is for. What is not set matches everything; calls to `/_sim/` are never matched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Requests to this platform.
    pub platform: Option<Platform>,
    /// Requests of this method.
    pub method: Option<String>,
    /// Requests whose path, behind the platform's base path, begins so: `/orders`.
    pub path_prefix: Option<String>,
}

impl Filter {
    /// Every request.
    pub fn any() -> Self {
        Self::default()
    }

    /// Every request to a platform.
    pub fn platform(platform: Platform) -> Self {
        Self { platform: Some(platform), ..Self::default() }
    }

    /// Of these, those with this method.
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// Of these, those whose path begins so behind the platform's base path.
    #[must_use]
    pub fn path(mut self, prefix: &str) -> Self {
        self.path_prefix = Some(prefix.to_owned());
        self
    }

    fn matches(&self, platform: Platform, method: &str, path: &str) -> bool {
        self.platform.is_none_or(|wanted| wanted == platform)
            && self.method.as_deref().is_none_or(|wanted| wanted == method)
            && self.path_prefix.as_deref().is_none_or(|wanted| path.starts_with(wanted))
    }
}

/// The faults that are still to come, in the order in which they were asked for.
#[derive(Default)]
pub(crate) struct Faults(Vec<(Fault, Filter, u32)>);

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault, filter: Filter, times: u32) {
        self.0.push((fault, filter, times));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault for a request, used up once.
    pub(crate) fn take(&mut self, platform: Platform, method: &str, path: &str) -> Option<Fault> {
        self.0.retain(|(_, _, left)| *left > 0);
        let (fault, _, left) =
            self.0.iter_mut().find(|(_, filter, _)| filter.matches(platform, method, path))?;
        *left = left.saturating_sub(1);
        Some(fault.clone())
    }
}

const fn a_second() -> u64 {
    1_000
}

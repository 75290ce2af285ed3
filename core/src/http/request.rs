//! The exact bytes of a request.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use super::endpoint::Repeat;
use super::key::IdempotencyKey;
use super::method::Method;
use super::operation::Operation;

/// One HTTP request, to be sent as it stands. A further attempt sends the same bytes.
///
/// `Debug` and [`Request::shown`] tell no secret and nothing about a customer.
pub struct Request {
    pub(super) operation: Operation,
    pub(super) method: Method,
    /// With a NUL behind it.
    pub(super) url: String,
    /// With a NUL behind it.
    pub(super) shown: String,
    pub(super) headers: Vec<Header>,
    /// With a NUL behind it, which no JSON has.
    pub(super) body: Option<Zeroizing<Vec<u8>>>,
    pub(super) repeat: Repeat,
    pub(super) key: Option<IdempotencyKey>,
}

/// One header, each part with a NUL behind it.
pub(crate) struct Header {
    pub(super) name: &'static str,
    pub(super) value: Zeroizing<String>,
}

impl Header {
    /// A header. `name` has a NUL behind it, and `value` none.
    pub(crate) fn new(name: &'static str, value: &str) -> Self {
        let mut text = String::with_capacity(value.len().saturating_add(1));
        text.push_str(value);
        text.push('\0');
        Self { name, value: Zeroizing::new(text) }
    }
}

impl Request {
    /// What is asked for.
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// The method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The whole address, with path and query.
    pub fn url(&self) -> &str {
        self.url.trim_end_matches('\0')
    }

    /// [`url`](Self::url) with a NUL behind it, for C.
    pub fn url_with_nul(&self) -> &str {
        &self.url
    }

    /// Path and query for a log: parameters that may be about a customer are left out.
    pub fn shown(&self) -> &str {
        self.shown.trim_end_matches('\0')
    }

    /// [`shown`](Self::shown) with a NUL behind it, for C.
    pub fn shown_with_nul(&self) -> &str {
        &self.shown
    }

    /// Name and value of each header. `Host` and `Content-Length` are left to whoever sends it.
    pub fn headers(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.headers_with_nul()
            .map(|(name, value)| (name.trim_end_matches('\0'), value.trim_end_matches('\0')))
    }

    /// As [`headers`](Self::headers), each with a NUL behind it, for C.
    pub fn headers_with_nul(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.headers.iter().map(|header| (header.name, header.value.as_str()))
    }

    /// The body, to be sent byte for byte; `None` where there is none.
    pub fn body(&self) -> Option<&[u8]> {
        self.body_with_nul().and_then(|body| body.strip_suffix(b"\0"))
    }

    /// [`body`](Self::body) with a NUL behind it, for C.
    pub fn body_with_nul(&self) -> Option<&[u8]> {
        self.body.as_ref().map(|body| body.as_slice())
    }

    /// Whether it may be sent again when nobody knows whether it arrived.
    pub fn repeat(&self) -> Repeat {
        self.repeat
    }

    /// The mark of the action, where it has one: keep it with the decision.
    pub fn key(&self) -> Option<&IdempotencyKey> {
        self.key.as_ref()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({} {} {})", self.operation.name(), self.method.name(), self.shown())
    }
}

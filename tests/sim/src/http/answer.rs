//! An answer, before it becomes bytes.

use serde_json::Value;

/// What is answered to one request.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A JSON document.
    pub(crate) fn json(status: u16, document: &Value) -> Self {
        Self::new(status, "application/json", document.to_string().into_bytes())
    }

    /// Anything else.
    pub(crate) fn new(status: u16, content_type: &'static str, body: Vec<u8>) -> Self {
        Self { status, content_type, headers: Vec::new(), body }
    }

    /// Nothing but a status.
    pub(crate) fn empty(status: u16) -> Self {
        Self::new(status, "", Vec::new())
    }

    /// The same with another header.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Whether what was asked for was done.
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The head as HTTP/1.1 writes it; `length` is what it says of the body.
    pub(crate) fn head(&self, date: &str, length: Option<u64>, closes: bool) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} {}\r\nDate: {date}\r\n", self.status, reason(self.status));
        if !self.content_type.is_empty() {
            head.extend(["Content-Type: ", self.content_type, "\r\n"]);
        }
        if let Some(length) = length {
            head.extend(["Content-Length: ", &length.to_string(), "\r\n"]);
        }
        for (name, value) in &self.headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.push_str(if closes { "Connection: close\r\n\r\n" } else { "\r\n" });
        head.into_bytes()
    }

    /// What `Content-Length` truly is; a 204 has none (RFC 9110 §8.6).
    pub(crate) fn length(&self) -> Option<u64> {
        (self.status != 204).then(|| u64::try_from(self.body.len()).unwrap_or(u64::MAX))
    }
}

/// The phrase behind a status; for people only.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        302 => "Found",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Status",
    }
}

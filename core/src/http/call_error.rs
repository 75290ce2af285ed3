//! Why a call did not come to a reply, with what the platform says of it.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::call::Told;
use super::operation::Operation;
use super::retry::Stop;
use super::retry_after;
use super::said::Said;
use super::trouble::Trouble;
use crate::json::{Document, JsonError};
use crate::value::Timestamp;
use crate::verify::Headers;

/// What is wrong with which member of the request, in the platform's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The member, or empty.
    pub field: String,
    /// What is wrong with it. Not for a log: it may repeat what was sent.
    pub message: String,
}

/// A call that did not come to a reply.
///
/// `Display` and `Debug` tell the operation, the trouble, the HTTP status, and the platform's code and request id: nothing
/// that may be about a customer. The platform's own words are behind methods of their own.
pub struct CallError(Box<Inner>);

struct Inner {
    told: Told,
    stop: Stop,
    status: Option<u16>,
    server_time: Option<Timestamp>,
    code: Option<String>,
    request_id: Option<String>,
    message: Option<String>,
    details: Vec<Detail>,
    document: Option<Document>,
    json: Option<JsonError>,
    raw: Vec<u8>,
    retry_after_ms: Option<u64>,
}

impl CallError {
    /// Most bytes that are kept of an answer that is no JSON.
    pub const RAW_BYTES: usize = 4096;

    pub(super) fn new(told: Told) -> Self {
        Self(Box::new(Inner {
            told,
            stop: Stop::Final,
            status: None,
            server_time: None,
            code: None,
            request_id: None,
            message: None,
            details: Vec::new(),
            document: None,
            json: None,
            raw: Vec::new(),
            retry_after_ms: None,
        }))
    }

    pub(super) fn with_answer(mut self, status: u16, headers: &Headers) -> Self {
        self.0.status = Some(status);
        self.0.server_time =
            retry_after::server_time(headers).map(|unix_ms| Timestamp { unix_ms, offset_minutes: None });
        self
    }

    pub(super) fn with_json(mut self, error: JsonError) -> Self {
        self.0.json = Some(error);
        self
    }

    pub(super) fn with_said(mut self, said: Said) -> Self {
        self.0.code = said.code;
        self.0.request_id = said.request_id;
        self.0.message = said.message;
        self.0.details = said.details.into_iter().map(|(field, message)| Detail { field, message }).collect();
        self
    }

    pub(super) fn with_body(mut self, document: Option<Document>, body: &[u8]) -> Self {
        if document.is_none() {
            let kept = body.get(..body.len().min(Self::RAW_BYTES)).unwrap_or_default();
            self.0.raw = kept.to_vec();
        }
        self.0.document = document;
        self
    }

    pub(super) fn with_retry_after(mut self, retry_after_ms: Option<u64>) -> Self {
        self.0.retry_after_ms = retry_after_ms;
        self
    }

    pub(super) fn stopped(mut self, stop: Stop) -> Self {
        self.0.stop = stop;
        self
    }

    /// What was asked for.
    pub fn operation(&self) -> Operation {
        self.0.told.operation
    }

    /// What kind of trouble it is.
    pub fn trouble(&self) -> Trouble {
        self.0.told.trouble
    }

    /// Why it was not tried again.
    pub fn stop(&self) -> Stop {
        self.0.stop
    }

    /// The HTTP status of the last answer, where there was one.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The platform's clock when it answered (`Date`), to the second.
    pub fn server_time(&self) -> Option<Timestamp> {
        self.0.server_time
    }

    /// The platform's code, as it wrote it.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The platform's mark of the request, by which its support finds it.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The platform's own words. Not for a log: they may repeat what was sent.
    pub fn platform_message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// What is wrong with which member of the request. Not for a log.
    pub fn details(&self) -> &[Detail] {
        &self.0.details
    }

    /// The body of the last answer, where it is JSON. Not for a log.
    pub fn document(&self) -> Option<&Document> {
        self.0.document.as_ref()
    }

    /// The beginning of the last answer's body, where it is no JSON: at most [`CallError::RAW_BYTES`]. Not for a log.
    pub fn raw(&self) -> &[u8] {
        &self.0.raw
    }

    /// Where a success stopped being readable.
    pub fn json(&self) -> Option<&JsonError> {
        self.0.json.as_ref()
    }

    /// How many attempts were made.
    pub fn attempts(&self) -> u32 {
        self.0.told.attempts
    }

    /// How long the platform asks to wait, in milliseconds.
    pub fn retry_after_ms(&self) -> Option<u64> {
        self.0.retry_after_ms
    }

    /// Whether the platform may have done what was asked, although there is no reply. Always `false` for a read.
    pub fn may_be_done(&self) -> bool {
        self.0.told.may_be_done
    }

    /// The stable name of the kind of error: that of its [`trouble`](Self::trouble).
    pub fn code_name(&self) -> &'static str {
        self.trouble().name()
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        self.trouble().hint()
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.operation().name(), self.trouble().message())?;
        let mut mark = " (";
        if let Some(status) = self.status() {
            write!(f, "{mark}HTTP {status}")?;
            mark = ", ";
        }
        if let Some(code) = self.code().filter(|code| is_harmless(code)) {
            write!(f, "{mark}code {code}")?;
            mark = ", ";
        }
        if let Some(id) = self.request_id().filter(|id| is_harmless(id)) {
            write!(f, "{mark}request id {id}")?;
            mark = ", ";
        }
        if let Some(json) = self.json() {
            write!(f, "{mark}{json}")?;
            mark = ", ";
        }
        match self.attempts() {
            1 => write!(f, "{mark}1 attempt)")?,
            attempts => write!(f, "{mark}{attempts} attempts)")?,
        }
        match self.stop() {
            Stop::Final => {}
            stop => write!(f, "; not tried again: {}", stop.message())?,
        }
        Ok(())
    }
}

impl fmt::Debug for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CallError({self})")
    }
}

impl core::error::Error for CallError {}

/// Whether a code or mark is what it should be, so that it can stand in a log: short, and nothing but word characters.
pub(crate) fn is_harmless(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-. :".contains(&byte))
}

//! What a platform answered to a call that it did.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use super::call_error::is_harmless;
use super::endpoint::{Answer, AnswerForm, Endpoint, Wire};
use super::operation::Operation;
use super::retry_after;
use super::said::{self, Said};
use crate::event::{DecodeError, Decoder, Event};
use crate::json::{Document, Kind, Value};
use crate::platform::Platform;
use crate::value::{Timestamp, codes};
use crate::verify::{Headers, Lookup};

codes! {
    /// A text of a reply.
    pub enum ReplyText {
        /// The platform's mark of the request, by which its support finds it.
        RequestId = 1, "request_id";
        /// The id of what was asked for.
        Id = 2, "id";
        /// Its status, in the platform's own words.
        Status = 3, "status";
        /// The mark under which a report is queued, to ask what became of it.
        ReportId = 4, "report_id";
        /// What became of it, in the platform's own words.
        Result = 5, "result";
        /// The platform's code for it.
        Code = 6, "code";
        /// The reason, in the platform's own words.
        Reason = 7, "reason";
        /// Who decided it.
        Source = 8, "source";
    }
}

codes! {
    /// A whole number of a reply.
    pub enum ReplyInt {
        /// The HTTP status.
        HttpStatus = 1, "http_status";
        /// How many attempts it took.
        Attempts = 2, "attempts";
        /// Which of the account's secrets was accepted, from 0.
        SecretIndex = 3, "secret_index";
        /// How many records the answer lists.
        Records = 4, "records";
        /// How many records there are in all.
        Total = 5, "total";
        /// How many records a page has.
        PageSize = 6, "page_size";
        /// 1 if the platform had it already.
        Duplicate = 7, "duplicate";
        /// 1 if the order can be cancelled, 0 if not.
        CanCancel = 8, "can_cancel";
        /// How often to say that a device is alive, in seconds.
        Interval = 9, "interval";
        /// How often the platform tried to work on a report.
        Tries = 10, "tries";
    }
}

codes! {
    /// A time of a reply.
    pub enum ReplyTime {
        /// The platform's clock when it answered (`Date`), to the second.
        Server = 1, "server";
        /// When what was asked for last changed.
        UpdatedAt = 2, "updated_at";
        /// When the platform first had it.
        ReceivedAt = 3, "received_at";
        /// When the platform had worked on it.
        ProcessedAt = 4, "processed_at";
    }
}

/// The answer to a call, read.
///
/// `Debug` shows the operation, the status and the request id: a body may be about a customer.
pub struct Reply {
    endpoint: &'static Endpoint,
    platform: Platform,
    document: Option<Document>,
    texts: Vec<(ReplyText, String)>,
    ints: Vec<(ReplyInt, i64)>,
    times: Vec<(ReplyTime, Timestamp)>,
}

impl Reply {
    pub(super) fn new(
        endpoint: &'static Endpoint,
        platform: Platform,
        status: u16,
        headers: &Headers,
        document: Option<Document>,
        said: Said,
    ) -> Self {
        let mut reply = Self {
            endpoint,
            platform,
            document: None,
            texts: Vec::new(),
            ints: Vec::new(),
            times: Vec::new(),
        };
        reply.put_int(ReplyInt::HttpStatus, status.into());
        if let Some(id) = said.request_id {
            reply.put_text(ReplyText::RequestId, id);
        }
        if let Some(unix_ms) = retry_after::server_time(headers) {
            reply.times.push((ReplyTime::Server, Timestamp { unix_ms, offset_minutes: None }));
        }
        for answer in endpoint.answers {
            reply.read(answer, headers, document.as_ref());
        }
        let pages = endpoint.pages;
        if let (Some(pages), Some(document)) = (pages, &document) {
            for (field, path) in [(ReplyInt::Total, pages.total), (ReplyInt::PageSize, pages.size)] {
                if let Some(int) = document.at(path).and_then(int_of) {
                    reply.put_int(field, int);
                }
            }
        }
        if let (Some(path), Some(document)) = (endpoint.records(), &document) {
            if let Some(list) = document.at(path).filter(|list| list.kind() == Kind::Array) {
                reply.put_int(ReplyInt::Records, i64::try_from(list.len()).unwrap_or(i64::MAX));
            }
        }
        reply.document = document;
        reply
    }

    pub(super) fn after_attempts(mut self, attempts: u32, secret_index: usize) -> Self {
        self.put_int(ReplyInt::Attempts, attempts.into());
        self.put_int(ReplyInt::SecretIndex, i64::try_from(secret_index).unwrap_or(i64::MAX));
        self
    }

    /// What was asked for.
    pub fn operation(&self) -> Operation {
        self.endpoint.operation
    }

    /// The row of the operation.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// The body; `None` where the answer has none.
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// A text by field; `None` where the answer does not state it.
    pub fn text(&self, field: ReplyText) -> Option<&str> {
        self.text_with_nul(field).map(|text| text.trim_end_matches('\0'))
    }

    /// As [`text`](Self::text), with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: ReplyText) -> Option<&str> {
        self.texts.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }

    /// A whole number by field; `None` where the answer does not state it.
    pub fn int(&self, field: ReplyInt) -> Option<i64> {
        self.ints.iter().find(|(known, _)| *known == field).map(|(_, int)| *int)
    }

    /// A time by field; `None` where the answer does not state it.
    pub fn time(&self, field: ReplyTime) -> Option<Timestamp> {
        self.times.iter().find(|(known, _)| *known == field).map(|(_, time)| *time)
    }

    /// The records of a list, in the platform's order.
    pub fn records(&self) -> impl Iterator<Item = Value<'_>> {
        let list = self.endpoint.records().and_then(|path| self.document.as_ref()?.at(path));
        list.into_iter().flat_map(Value::elements)
    }

    /// The orders that the answer holds, as an event of the kind
    /// [`OrderRead`](crate::event::EventKind::OrderRead), for an [`OrderBook`](crate::lifecycle::OrderBook).
    ///
    /// # Errors
    /// The answer holds no orders.
    pub fn orders(&self, decoder: &Decoder) -> Result<Event, DecodeError> {
        decoder.decode_orders(self.document.as_ref().map_or("", Document::text).as_bytes())
    }

    /// The token that a login answers with; hidden everywhere else.
    pub fn token(&self) -> Option<Zeroizing<String>> {
        let is_login = self.operation() == Operation::FireLogin;
        let token = self.document.as_ref().filter(|_| is_login)?.at("$.accessToken")?;
        Some(Zeroizing::new(token.string()?.into_owned()))
    }

    /// Whose answer it is.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    fn read(&mut self, answer: &Answer, headers: &Headers, document: Option<&Document>) {
        let in_header = |name| match headers.get(name) {
            Lookup::One(value) => core::str::from_utf8(value).ok().map(String::from),
            Lookup::Absent | Lookup::Conflict => None,
        };
        let value = match answer.wire {
            Wire::Body(path) => document.and_then(|document| said::text_of(document.at(path))),
            Wire::Header(name) => in_header(name),
        };
        let Some(value) = value else { return };
        match answer.form {
            AnswerForm::Text(field) => self.put_text(field, value),
            AnswerForm::Int(field) => {
                let int = match value.as_str() {
                    "true" => Some(1),
                    "false" => Some(0),
                    number => number.trim().parse().ok(),
                };
                if let Some(int) = int {
                    self.put_int(field, int);
                }
            }
            AnswerForm::Time(field) => {
                let known = self.time(field).is_some();
                if let (false, Ok(time)) = (known, Timestamp::from_iso(&value)) {
                    self.times.push((field, time));
                }
            }
        }
    }

    /// Keeps the first value of a field: rows that come earlier are better.
    fn put_text(&mut self, field: ReplyText, mut value: String) {
        if self.text(field).is_none() {
            // For C, a text ends at its first NUL.
            value.truncate(value.find('\0').unwrap_or(value.len()));
            value.push('\0');
            self.texts.push((field, value));
        }
    }

    fn put_int(&mut self, field: ReplyInt, value: i64) {
        if self.int(field).is_none() {
            self.ints.push((field, value));
        }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.text(ReplyText::RequestId).filter(|id| is_harmless(id)).unwrap_or("-");
        let status = self.int(ReplyInt::HttpStatus).unwrap_or_default();
        write!(f, "Reply({}, HTTP {status}, request id {id})", self.operation().name())
    }
}

fn int_of(value: Value<'_>) -> Option<i64> {
    said::text_of(Some(value))?.parse().ok()
}

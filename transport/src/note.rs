//! One attempt, as a line of a log.

use std::fmt;
use std::sync::Arc;

use tillwire_core::http::{Failure, Method, Operation};
use tillwire_core::value::Timestamp;

/// What an attempt came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameTo {
    /// An answer with this HTTP status.
    Status(u16),
    /// No answer.
    Failed(Failure),
}

/// One attempt. `Display` is a line for a log; it tells no secret and nothing about a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// When it ended, in Unix milliseconds.
    pub at_ms: i64,
    /// The client's name; empty where it has none.
    pub label: Arc<str>,
    /// What was asked for.
    pub operation: Operation,
    /// The method.
    pub method: Method,
    /// Path and query, without what may be about a customer.
    pub path: String,
    /// Which attempt, from 1.
    pub attempt: u32,
    /// What it came to.
    pub came_to: CameTo,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
    /// How long to wait for the next attempt, in milliseconds; `None` where there is none.
    pub wait_ms: Option<u64>,
    /// The platform's mark of the request, where it is fit for a log.
    pub request_id: Option<String>,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", Timestamp { unix_ms: self.at_ms, offset_minutes: None })?;
        if !self.label.is_empty() {
            // A label is the vendor's own text, and a line stays a line.
            let label = self.label.chars().map(|c| if c.is_control() { ' ' } else { c });
            write!(f, "{} ", label.collect::<String>())?;
        }
        let (operation, method) = (self.operation.name(), self.method.name());
        write!(f, "{operation} {method} {}, attempt {}: ", self.path, self.attempt)?;
        match self.came_to {
            CameTo::Status(status) => write!(f, "HTTP {status}")?,
            CameTo::Failed(failure) => f.write_str(failure.name())?,
        }
        write!(f, " in {} ms", self.took_ms)?;
        if let Some(id) = &self.request_id {
            write!(f, ", request id {id}")?;
        }
        match self.wait_ms {
            Some(wait) => write!(f, ", again in {wait} ms"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_line() {
        let mut note = Note {
            at_ms: 1_766_000_000_123,
            label: "shop\n7".into(),
            operation: Operation::KlikitOrder,
            method: Method::Get,
            path: "/orders/7?…".to_owned(),
            attempt: 2,
            came_to: CameTo::Status(503),
            took_ms: 12,
            wait_ms: Some(1000),
            request_id: Some("req_1".to_owned()),
        };
        assert_eq!(
            note.to_string(),
            "2025-12-17T19:33:20.123Z shop 7 klikit_order GET /orders/7?…, attempt 2: HTTP 503 in 12 ms, \
             request id req_1, again in 1000 ms"
        );
        note = Note { label: "".into(), wait_ms: None, request_id: None, ..note };
        note.came_to = CameTo::Failed(Failure::TimedOut);
        assert!(note.to_string().ends_with("Z klikit_order GET /orders/7?…, attempt 2: timed_out in 12 ms"));
    }
}

//! A request as a platform sees it, and where it leaves what it does.

use serde_json::Value;

use crate::http::Head;
use crate::journal::{Action, Journal};
use crate::mail::{Event, Family, Mail};
use crate::platform::Platform;
use crate::settings::Settings;

/// A request.
pub(crate) struct Call<'a> {
    pub(crate) head: &'a Head,
    /// The path behind the platform's base path.
    pub(crate) path: &'a str,
    /// Its parts between slashes, decoded.
    pub(crate) segments: Vec<String>,
    query: Vec<(String, String)>,
    pub(crate) body: &'a [u8],
}

impl<'a> Call<'a> {
    pub(crate) fn new(head: &'a Head, path: &'a str, body: &'a [u8]) -> Self {
        let path = path.strip_suffix('/').unwrap_or(path);
        Self { head, path, segments: crate::http::segments(path), query: head.query(), body }
    }

    /// The first value of a member of the query.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A member of the query that counts from 1, or the default; nothing if it is no such number.
    pub(crate) fn count(&self, name: &str, default: u64) -> Option<u64> {
        match self.query(name) {
            None => Some(default),
            Some(text) => text.parse().ok().filter(|&count| count > 0),
        }
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.body).ok()
    }

    /// The header `Idempotency-Key`.
    pub(crate) fn idempotency_key(&self) -> Option<&str> {
        self.head.header("idempotency-key")
    }
}

/// Where a platform finds the time and the settings, and leaves what it did.
pub(crate) struct Context<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) journal: &'a mut Journal,
    pub(crate) mail: &'a mut Mail,
    /// Unix milliseconds.
    pub(crate) now: i64,
    /// Milliseconds since the simulator started.
    pub(crate) at_ms: u64,
}

impl Context<'_> {
    /// Notes a write that took effect.
    pub(crate) fn act(
        &mut self,
        platform: Platform,
        order: impl Into<String>,
        action: &str,
        key: Option<&str>,
    ) {
        self.journal.act(Action {
            number: 0,
            at_ms: self.at_ms,
            platform,
            order: order.into(),
            action: action.to_owned(),
            idempotency_key: key.map(ToOwned::to_owned),
        });
    }

    /// Tells the receivers of webhooks; `make` gives the event's id and body and is asked only if there are any.
    pub(crate) fn announce(
        &mut self,
        platform: Platform,
        family: Option<Family>,
        kind: &'static str,
        order: &str,
        make: impl FnOnce() -> (String, String),
    ) {
        if Mail::is_wanted(self.settings, platform, family, kind) {
            let (id, body) = make();
            let event = Event { platform, family, kind, order: order.to_owned(), id, body };
            self.mail.announce(self.settings, event, self.at_ms);
        }
    }
}

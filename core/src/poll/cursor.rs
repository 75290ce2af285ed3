//! What a poller keeps over a restart, as text.

use alloc::string::String;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::error::PollError;
use crate::json::{Document, Value};
use crate::limits::Limits;
use crate::platform::Platform;
use crate::value::Timestamp;

/// The version of the text; another one is refused.
const VERSION: i64 = 1;

/// Up to when everything was seen, of which account.
pub(super) struct Cursor<'a> {
    pub(super) platform: Platform,
    pub(super) account: &'a str,
    pub(super) seen_until_ms: Option<i64>,
}

impl Serialize for Cursor<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("tillwire_poll", &VERSION)?;
        map.serialize_entry("platform", self.platform.name())?;
        map.serialize_entry("account", self.account)?;
        map.serialize_entry("seen_until_ms", &self.seen_until_ms)?;
        map.end()
    }
}

impl Cursor<'_> {
    /// The text; `None` where there is no memory.
    pub(super) fn to_text(&self) -> Option<String> {
        let longest = self.account.len().checked_mul(6)?.checked_add(128)?;
        String::new().try_reserve(longest).ok()?;
        serde_json::to_string(self).ok()
    }

    /// Reads the time in a text of the same account and platform.
    pub(super) fn read(&self, text: &str) -> Result<Option<i64>, PollError> {
        let document =
            Document::copy(text.as_bytes(), &Limits::default()).map_err(|_| PollError::NoExport)?;
        let root = document.root();
        let int = |name| root.get(name).and_then(Value::number).and_then(|text| text.parse().ok());
        match int("tillwire_poll") {
            Some(VERSION) => {}
            Some(found) => return Err(PollError::Version { found }),
            None => return Err(PollError::NoExport),
        }
        let is = |name, expected| root.get(name).is_some_and(|value| value.is_named(expected));
        if !is("platform", self.platform.name()) || !is("account", self.account) {
            return Err(PollError::NoExport);
        }
        match root.get("seen_until_ms") {
            Some(value) if value.is_null() => Ok(None),
            _ => {
                let seen_until_ms: i64 = int("seen_until_ms").ok_or(PollError::NoExport)?;
                // A time beyond what a calendar has would be no window.
                let is_time = Timestamp { unix_ms: seen_until_ms, offset_minutes: None }.is_valid();
                if is_time { Ok(Some(seen_until_ms)) } else { Err(PollError::NoExport) }
            }
        }
    }
}

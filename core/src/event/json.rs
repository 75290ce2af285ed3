//! An event as JSON: what it is, its orders, and what was odd.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::keys::Key;
use super::store::Event;
use crate::order::{List, Order, Shown};
use crate::problem::Problem;

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code.name())?;
        map.serialize_entry("message", self.code.message())?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("offset", &self.offset)?;
        map.end()
    }
}

/// The keys of an order, or of an event without orders.
struct KeyedOrder<'e> {
    event: &'e Event,
    position: usize,
}

impl Serialize for KeyedOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &key in Key::ALL {
            if let Some(text) = self.event.key(self.position, key) {
                map.serialize_entry(key.name(), &text)?;
            }
        }
        map.end()
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("platform", self.platform().name())?;
        map.serialize_entry("kind", self.kind().name())?;
        if let Some(text) = self.type_text() {
            map.serialize_entry("type", text)?;
        }
        map.serialize_entry("type_source", self.type_source().name())?;
        if let Some(id) = self.id() {
            map.serialize_entry("id", id)?;
        }
        if let Some(time) = self.occurred_at() {
            map.serialize_entry("occurred_at", &Shown(&time))?;
        }
        if let Some(verified) = self.verified() {
            map.serialize_entry("assurance", verified.assurance.name())?;
            map.serialize_entry("secret_index", &verified.secret_index)?;
        }
        if let (Some(index), Some(total)) = (self.batch_index(), self.batch_total()) {
            map.serialize_entry("batch_index", &index)?;
            map.serialize_entry("batch_total", &total)?;
        }
        map.serialize_entry("orders", &List(|| self.orders()))?;
        map.serialize_entry("subjects", &List(|| self.subjects()))?;
        let keyed = self.orders().len().max(usize::from(self.repeated_part(0).is_some()));
        let keys: Vec<_> = (0..keyed).map(|position| KeyedOrder { event: self, position }).collect();
        map.serialize_entry("keys", &keys)?;
        map.serialize_entry("problems", self.problems())?;
        map.serialize_entry("problem_total", &self.problem_count())?;
        map.end()
    }
}

impl Event {
    /// The event as JSON text: `snake_case` names, amounts as strings, absent fields left out.
    ///
    /// `None` where there is no memory for it.
    pub fn to_json(&self) -> Option<String> {
        // serde_json cannot be told that memory is short, so the longest text that can come of it is asked for first:
        // each byte of a text as an escape of six, and the names, numbers and punctuation of each line and problem.
        let orders = self.orders().map(Order::memory).fold(0, usize::saturating_add);
        let texts = orders.saturating_add(self.subject_text_bytes()).saturating_mul(6);
        let lines = self
            .orders()
            .map(|order| order.lines().len().saturating_add(order.adjustments().len()))
            .fold(self.subjects().len(), usize::saturating_add);
        let problems =
            self.problems().iter().map(|problem| problem.path.len().saturating_mul(6)).sum::<usize>();
        let fixed = lines.saturating_add(self.problems().len()).saturating_add(4).saturating_mul(2048);
        Vec::<u8>::new().try_reserve(texts.saturating_add(problems).saturating_add(fixed)).ok()?;
        serde_json::to_string(self).ok()
    }
}

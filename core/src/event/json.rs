//! An event as JSON: what it is, its orders, and what was odd.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::keys::Key;
use super::store::Event;
use crate::order::Shown;
use crate::problem::Problem;

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code.name())?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("offset", &self.offset)?;
        map.end()
    }
}

/// An order with its keys.
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
        if let Some(time) = self.occurred_at() {
            map.serialize_entry("occurred_at", &Shown(&time))?;
        }
        map.serialize_entry("orders", &self.orders().collect::<alloc::vec::Vec<_>>())?;
        let keys: alloc::vec::Vec<_> =
            (0..self.orders().len()).map(|position| KeyedOrder { event: self, position }).collect();
        map.serialize_entry("keys", &keys)?;
        map.serialize_entry("problems", self.problems())?;
        map.serialize_entry("problem_count", &self.problem_count())?;
        map.end()
    }
}

impl Event {
    /// The event as JSON text: `snake_case` names, amounts as strings, absent fields left out.
    ///
    /// # Errors
    /// There was no memory for the text.
    pub fn to_json(&self) -> Result<alloc::string::String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

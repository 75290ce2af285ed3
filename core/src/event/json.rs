//! An event as JSON: what it is, its orders, and what was odd.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::keys::Key;
use super::store::Event;
use crate::order::{JSON_FRAME, List, Order, OrderText, Shown, json_of_texts, to_json};
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
        let keys: Vec<_> = (0..self.keyed()).map(|position| KeyedOrder { event: self, position }).collect();
        map.serialize_entry("keys", &keys)?;
        map.serialize_entry("problems", self.problems())?;
        map.serialize_entry("problem_total", &self.problem_count())?;
        map.end()
    }
}

impl Event {
    /// How many orders have keys; an event without orders has keys of its own.
    fn keyed(&self) -> usize {
        self.orders().len().max(usize::from(self.repeated_part(0).is_some()))
    }

    /// How many bytes come of the event as JSON, at most.
    fn most_json(&self) -> usize {
        let length = |text: Option<&str>| text.map_or(0, str::len);
        // What names the event stands in each key, too, and so does what its order or subject is called.
        let names = length(self.type_text()).saturating_add(length(self.id()));
        let names = names.saturating_mul(self.keyed().saturating_add(1));
        let ids = self.orders().map(|order| length(order.text(OrderText::Id)));
        let paths = self.problems().iter().map(|problem| problem.path.len());
        let subjects = self.subject_text_bytes().saturating_mul(2);
        let texts = ids.chain(paths).fold(names.saturating_add(subjects), usize::saturating_add);
        let things = self.subjects().len().saturating_add(self.problems().len()).saturating_add(1);
        let orders = self.orders().map(Order::most_json).fold(json_of_texts(texts), usize::saturating_add);
        orders.saturating_add(things.saturating_mul(JSON_FRAME))
    }

    /// The event as JSON text: `snake_case` names, amounts as strings, absent fields left out.
    ///
    /// `None` where there is no memory for it.
    pub fn to_json(&self) -> Option<String> {
        to_json(self, self.most_json())
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::event::Decoder;
    use crate::platform::Platform;
    use crate::verify::Headers;

    #[test]
    fn an_event_takes_no_more_json_than_is_asked_for() {
        let odd = "\\u0001".repeat(5_000);
        let orders = format!(
            r#"{{"event":{{"id":"{odd}","type":"{odd}"}},"data":{{"orderId":"{odd}","status":1,"{odd}":[]}}}}"#
        );
        let stores =
            format!(r#"{{"event":{{"type":"store.updated"}},"data":{{"storeId":"{odd}","name":"{odd}"}}}}"#);
        for body in [orders, stores] {
            let event =
                Decoder::new(Platform::Fire).decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
            let (most, json) = (event.most_json(), event.to_json().unwrap());
            assert!(json.len() <= most, "{} of {most}", json.len());
            assert!(json.len() > 30_000, "it is not long: {}", json.len());
        }
    }
}

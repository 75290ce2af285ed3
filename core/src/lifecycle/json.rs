//! A change as JSON: what the till is to do, why, and the order.

use alloc::string::String;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::change::Change;
use super::lines::LineChange;
use crate::order::{JSON_FRAME, List, Order, Shown, json_of_texts, to_json};

impl Serialize for LineChange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", self.kind.name())?;
        if let Some(before) = self.before {
            map.serialize_entry("before", &before)?;
        }
        if let Some(after) = self.after {
            map.serialize_entry("after", &after)?;
        }
        map.end()
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("verdict", self.verdict().name())?;
        map.serialize_entry("action", self.action().name())?;
        map.serialize_entry("platform", self.platform().name())?;
        map.serialize_entry("account", self.account())?;
        if let Some(id) = self.order_id() {
            map.serialize_entry("order_id", id)?;
        }
        if let Some(id) = self.dispatch_event_id() {
            map.serialize_entry("dispatch_event_id", id)?;
        }
        let (before, now) = self.progress();
        let names = [("progress_before", before), ("progress", now)];
        for (name, progress) in names {
            if let Some(progress) = progress {
                map.serialize_entry(name, progress.name())?;
            }
        }
        let (before, now) = self.payment();
        for (name, payment) in [("payment_status_before", before), ("payment_status", now)] {
            if let Some(payment) = payment {
                map.serialize_entry(name, payment.name())?;
            }
        }
        if let Some(due_at) = self.due_at() {
            map.serialize_entry("due_at", &Shown(&due_at))?;
        }
        map.serialize_entry("needs_detail", &self.needs_detail())?;
        map.serialize_entry("uncertain", &self.is_uncertain())?;
        map.serialize_entry("test", &self.is_test())?;
        map.serialize_entry("printed", &self.is_printed())?;
        map.serialize_entry("line_changes", &List(|| self.lines().iter()))?;
        if let Some(order) = self.order() {
            map.serialize_entry("order", order)?;
        }
        // Lines that changed are also given by their position before.
        if let Some(before) = self.before().filter(|_| !self.lines().is_empty()) {
            map.serialize_entry("order_before", before)?;
        }
        map.end()
    }
}

impl Change {
    /// How many bytes come of the change as JSON, at most.
    fn most_json(&self) -> usize {
        let texts = [Some(self.account()), self.order_id(), self.dispatch_event_id()];
        let texts = texts.into_iter().flatten().map(str::len).fold(0, usize::saturating_add);
        let orders = [self.order(), self.before()].into_iter().flatten().map(Order::most_json);
        orders.fold(json_of_texts(texts).saturating_add(JSON_FRAME), usize::saturating_add)
    }

    /// Changes as JSON text, a list with one entry for each.
    ///
    /// `None` where there is no memory for it; see [`Event::to_json`](crate::event::Event::to_json).
    pub fn list_to_json(changes: &[Self]) -> Option<String> {
        to_json(&changes, changes.iter().map(Self::most_json).fold(JSON_FRAME, usize::saturating_add))
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::event::Decoder;
    use crate::lifecycle::OrderBook;
    use crate::platform::Platform;

    #[test]
    fn a_change_takes_no_more_json_than_is_asked_for() {
        let account = "\u{1}".repeat(5_000);
        let mut book = OrderBook::default();
        for quantity in [1, 2] {
            let item = format!(r#"{{"id":1,"name":"\u0001","quantity":{quantity}}}"#);
            let items = [item.as_str()].repeat(500).join(",");
            let body = format!(r#"{{"order_id":"5","state":"confirmed","order_items":[{items}]}}"#);
            let event = Decoder::new(Platform::Atlas).decode_orders(body.as_bytes()).unwrap();
            let changes = book.apply(&account, &event, 0).unwrap();
            let most: usize = changes.iter().map(Change::most_json).sum();
            let json = Change::list_to_json(&changes).unwrap();
            assert!(json.len() <= most, "{} of {most}", json.len());
            assert_eq!(changes.iter().any(|change| !change.lines().is_empty()), quantity == 2);
        }
    }
}

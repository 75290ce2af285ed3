//! A change as JSON: what the till is to do, why, and the order.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::change::Change;
use super::lines::LineChange;
use crate::order::{List, Shown};

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
    /// Changes as JSON text, a list with one entry for each.
    ///
    /// `None` where there is no memory for it; see [`Event::to_json`](crate::event::Event::to_json).
    pub fn list_to_json(changes: &[Self]) -> Option<String> {
        let orders = changes.iter().flat_map(|change| [change.order(), change.before()]).flatten();
        let texts = orders.clone().map(|order| order.memory().saturating_mul(6));
        let lines = orders.map(|order| order.lines().len().saturating_add(order.adjustments().len()));
        let lines = lines.fold(changes.len().saturating_add(4), usize::saturating_add);
        let most = texts.fold(lines.saturating_mul(2048), usize::saturating_add);
        Vec::<u8>::new().try_reserve(most).ok()?;
        serde_json::to_string(changes).ok()
    }
}

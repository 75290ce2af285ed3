//! Keys that tell a repeat from news. The core computes them; a store remembers them.

use alloc::format;
use alloc::string::String;
use core::fmt::Write;

use sha2::{Digest, Sha256};

use super::store::Event;
use super::subject::SubjectText;
use crate::order::OrderText;
use crate::value::codes;

codes! {
    /// The keys of an order in an event, or of an event about other things.
    pub enum Key {
        /// By the platform's own marks: its id of the event or delivery and the order, or event type, order and time; for
        /// a product in a store, the store too. Absent where it gives too few of them.
        Delivery = 1, "delivery";
        /// By content: the type, the order and everything said of it, attempt counters left out. Equal for repeats even
        /// where the platform marks each attempt differently.
        ///
        /// A document without a time of its own may come a second time as news (states A, B, A): compare it with the
        /// last one applied to the order, not with all that were ever seen.
        Content = 2, "content";
    }
}

impl Event {
    /// A key of the order at a position; in an event without orders, position 0 is the event itself. Texts of at most
    /// 64 bytes for [`Key::Content`]; to be compared as they are.
    pub fn key(&self, order: usize, key: Key) -> Option<String> {
        let repeated = self.repeated_part(order)?;
        let subject = |field| self.subject(0).and_then(|subject| subject.text(field));
        let (id, store) = match self.order(order) {
            Some(order) => (order.text(OrderText::Id)?, None),
            None => (subject(SubjectText::Id).unwrap_or_default(), subject(SubjectText::StoreId)),
        };
        let event_type = self.type_text().unwrap_or_default();
        match key {
            Key::Delivery => {
                let platform = self.platform().name();
                if let Some(mark) = self.id() {
                    return Some(format!("{platform}/{mark}/{id}"));
                }
                let at = self.occurred_at()?.unix_ms;
                if event_type.is_empty() || id.is_empty() {
                    return None;
                }
                Some(match store {
                    Some(store) => format!("{platform}/{event_type}/{store}/{id}/{at}"),
                    None => format!("{platform}/{event_type}/{id}/{at}"),
                })
            }
            Key::Content => {
                let mut hash = Sha256::new();
                for part in [self.platform().name(), event_type, id, repeated.raw()] {
                    hash.update(part.as_bytes());
                    hash.update([0]);
                }
                let mut text = String::with_capacity(64);
                for byte in hash.finalize() {
                    // Writing to a String cannot fail.
                    let _ = write!(text, "{byte:02x}");
                }
                Some(text)
            }
        }
    }
}

//! A book as JSON text: to be kept in whatever database there is.
//!
//! ```json
//! {"tillwire_book": 1, "orders": [{"account": "…", "platform": "fire", "order": {…}, …}], "left": [{…}]}
//! ```
//!
//! `order` is as in the JSON form of an event. The number is the version of the form: a text of another version is refused,
//! never half read. Members that are added later are left out by older versions.

use alloc::format;
use alloc::string::String;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::book::{Entry, OrderBook};
use super::key::OrderKey;
use super::provenance::Provenance;
use super::seen::Telling;
use super::state::OrderState;
use super::tombstone::Tombstone;
use crate::order::{JSON_FRAME, Part, json_of_texts, to_json};
use crate::platform::Platform;

/// The version of the form.
pub(super) const VERSION: i64 = 1;

/// What the tellings of an order take as JSON, at most: those that were applied, and the stamp of each part.
const MOST_TELLINGS: usize = 32_768;

/// 64 bits as hex digits: readers of JSON lose digits of large numbers.
struct Hex(u64);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", self.0))
    }
}

/// The stamps that parts come from, and for each part which of them.
struct Stamps<'a>(&'a Provenance);

impl Serialize for Stamps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for part in Part::all() {
            if let Some(stamp) = self.0.get(part.position()) {
                map.serialize_entry(
                    &part.name(),
                    &(stamp.at_ms, stamp.arrival, stamp.rank, Hex(stamp.mark)),
                )?;
            }
        }
        map.end()
    }
}

struct Seen<'a>(&'a OrderState);

impl Serialize for Seen<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for Telling { mark, content, at_ms } in self.0.seen.iter() {
            list.serialize_element(&(mark.map(Hex), Hex(content), at_ms))?;
        }
        list.end()
    }
}

/// An order of a book.
struct Exported<'b> {
    account: &'b str,
    key: &'b OrderKey,
    entry: &'b Entry,
}

impl Exported<'_> {
    /// How many bytes come of it as JSON, at most.
    fn most_json(&self) -> usize {
        let state = &self.entry.state;
        let mark = state.dispatch_event_id.as_ref().map_or(0, String::len);
        let texts = self.account.len().saturating_add(self.key.id().len()).saturating_add(mark);
        let order = state.order.most_json().saturating_add(json_of_texts(texts));
        order.saturating_add(MOST_TELLINGS)
    }
}

impl Serialize for Exported<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let state = &self.entry.state;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account", self.account)?;
        map.serialize_entry("platform", state.platform.name())?;
        map.serialize_entry("id", self.key.id())?;
        map.serialize_entry("touched", &self.entry.turn.0)?;
        for (name, flag) in [
            ("created", state.said.created),
            ("settled", state.said.settled),
            ("printed", state.printed),
            ("voided", state.voided),
            ("uncertain", state.uncertain),
            ("detailed", state.detailed),
            ("lines_stated", state.order.states_lines()),
        ] {
            if flag {
                map.serialize_entry(name, &true)?;
            }
        }
        map.serialize_entry("arrivals", &state.arrivals)?;
        if let Some(id) = &state.dispatch_event_id {
            map.serialize_entry("dispatch_event_id", id)?;
        }
        map.serialize_entry("seen", &Seen(state))?;
        map.serialize_entry("stamps", &Stamps(&state.provenance))?;
        map.serialize_entry("order", &state.order)?;
        map.end()
    }
}

/// An order that left a book.
struct Left<'b> {
    account: &'b str,
    key: &'b OrderKey,
    tombstone: &'b Tombstone,
}

impl Left<'_> {
    /// How many bytes come of it as JSON, at most.
    fn most_json(&self) -> usize {
        let mark = self.tombstone.dispatch_event_id.as_ref().map_or(0, String::len);
        let texts = self.account.len().saturating_add(self.key.id().len()).saturating_add(mark);
        json_of_texts(texts).saturating_add(JSON_FRAME)
    }
}

impl Serialize for Left<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account", self.account)?;
        map.serialize_entry("platform", self.key.platform().map_or("", Platform::name))?;
        map.serialize_entry("id", self.key.id())?;
        map.serialize_entry("left", &self.tombstone.left.0)?;
        let left = self.tombstone;
        if let Some(progress) = left.progress {
            map.serialize_entry("progress", progress.name())?;
        }
        if let Some(payment) = left.payment {
            map.serialize_entry("payment_status", payment.name())?;
        }
        for (name, flag) in [
            ("created", left.said.created),
            ("settled", left.said.settled),
            ("printed", left.printed),
            ("voided", left.voided),
            ("test", left.test),
            ("prepare_before_payment", left.before_payment),
        ] {
            if flag {
                map.serialize_entry(name, &true)?;
            }
        }
        if let Some(id) = &left.dispatch_event_id {
            map.serialize_entry("dispatch_event_id", id)?;
        }
        map.end()
    }
}

/// Writes a book, or a part of one, one order after the other; `None` where there is no memory for the text.
fn write<'b>(
    orders: impl Iterator<Item = Exported<'b>>,
    left: impl Iterator<Item = Left<'b>>,
) -> Option<String> {
    let mut text = String::new();
    push(&mut text, &format!("{{\"tillwire_book\":{VERSION},\"orders\":["))?;
    for (position, order) in orders.enumerate() {
        push(&mut text, if position > 0 { "," } else { "" })?;
        push(&mut text, &to_json(&order, order.most_json())?)?;
    }
    push(&mut text, "],\"left\":[")?;
    for (position, left) in left.enumerate() {
        push(&mut text, if position > 0 { "," } else { "" })?;
        push(&mut text, &to_json(&left, left.most_json())?)?;
    }
    push(&mut text, "]}")?;
    Some(text)
}

fn push(text: &mut String, more: &str) -> Option<()> {
    text.try_reserve(more.len()).ok()?;
    text.push_str(more);
    Some(())
}

impl OrderBook {
    /// The whole book as JSON text; `None` where there is no memory for it. A large book is better exported order by order.
    ///
    /// The text holds customers' details, as the orders do: keep it as safe as them.
    pub fn export(&self) -> Option<String> {
        let orders = self.accounts.sorted(&self.orders);
        let orders = orders.map(|(account, key, entry)| Exported { account, key, entry });
        let left = self.accounts.sorted(self.left.all());
        let left = left.map(|(account, key, tombstone)| Left { account, key, tombstone });
        write(orders, left)
    }

    /// One order as JSON text, to be imported as a whole book is; `None` where the book has no such order, or there is no
    /// memory.
    ///
    /// The text holds customers' details, as the order does.
    pub fn export_order(&self, account: &str, platform: Platform, id: &str) -> Option<String> {
        let (key, entry) = self.entry(account, platform, id)?;
        write([Exported { account, key, entry }].into_iter(), core::iter::empty())
    }
}

#[cfg(test)]
mod tests {
    use super::super::book::Arrival;
    use super::super::key::Name;
    use super::super::provenance::Stamp;
    use super::*;

    #[test]
    fn an_order_takes_no_more_json_than_is_asked_for() {
        let odd = "\u{1}".repeat(1_000);
        let mut state = OrderState::new(Platform::Klikit);
        state.dispatch_event_id = Some(odd.clone());
        let stamp = Stamp { at_ms: i64::MIN, arrival: u32::MAX, rank: i32::MIN, mark: u64::MAX };
        for part in Part::all() {
            state.provenance.wins(part.position(), stamp);
        }
        for content in 0..1_000 {
            state.seen.add(Telling { mark: Some(0), content, at_ms: Some(i64::MIN) });
        }
        let tombstone = Tombstone::of(state.clone(), (i64::MIN, 0));
        let entry = Arrival::new(state, i64::MIN, None).entry;
        let key = &OrderKey::new(Name::new(0, Platform::Klikit, &odd)).unwrap();
        let order = Exported { account: &odd, key, entry: &entry };
        let (most, json) = (order.most_json(), to_json(&order, 0).unwrap());
        assert!(json.len() <= most, "{} of {most}", json.len());
        let left = Left { account: &odd, key, tombstone: &tombstone };
        let (most, json) = (left.most_json(), to_json(&left, 0).unwrap());
        assert!(json.len() <= most, "{} of {most}", json.len());
    }
}

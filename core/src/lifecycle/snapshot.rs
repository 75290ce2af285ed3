//! A book as JSON text, and back: to be kept in whatever database there is.
//!
//! ```json
//! {"tillwire_book": 1, "orders": [{"account": "…", "platform": "fire", "order": {…}, …}], "left": [{…}]}
//! ```
//!
//! `order` is as in the JSON form of an event. The number is the version of the form: a text of another version is refused,
//! never half read. Members that are added later are left out by older versions.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::axes::Progress;
use super::book::{Entry, OrderBook, OrderKey, Tombstone};
use super::due::Said;
use super::provenance::{Provenance, Stamp};
use super::state::{OrderState, OutOfMemory};
use crate::json::{Document, JsonError, Kind, Value};
use crate::limits::Limits;
use crate::order::{Order, ParseError, Part, member, parse_int, read};
use crate::platform::Platform;

/// The version of the form.
const VERSION: i64 = 1;

/// Why a text cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// It is not JSON.
    #[error(transparent)]
    Json(JsonError),
    /// It is no export of a book.
    #[error("this is no export of a book of orders")]
    NoExport,
    /// It is of a version that this library does not read.
    #[error("the export is of version {found}, and this library reads version {VERSION}")]
    Version {
        /// The version stated.
        found: i64,
    },
    /// A value is not what the form has there.
    #[error("this is not what an export has here (at {path}, byte {offset})")]
    Odd {
        /// Where.
        path: String,
        /// Byte offset in the text.
        offset: usize,
    },
    /// Memory could not be had.
    #[error("memory for the orders could not be had")]
    OutOfMemory,
}

impl ImportError {
    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Json(_) | Self::Odd { .. } => "keep the export as it was written, whole",
            Self::NoExport => "import what the export of a book wrote",
            Self::Version { .. } => "use the version of this library that wrote it, or read the orders anew",
            Self::OutOfMemory => "import one order at a time, or free memory",
        }
    }
}

impl<'d> From<ParseError<'d>> for ImportError {
    fn from(error: ParseError<'d>) -> Self {
        match error {
            ParseError::Odd(value) => Self::Odd { path: value.path(), offset: value.offset() },
            ParseError::OutOfMemory => Self::OutOfMemory,
        }
    }
}

impl From<OutOfMemory> for ImportError {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

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
                map.serialize_entry(&part.name(), &(stamp.at_ms, stamp.arrival, Hex(stamp.mark)))?;
            }
        }
        map.end()
    }
}

struct Seen<'a>(&'a OrderState);

impl Serialize for Seen<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for (delivery, content) in self.0.seen.iter() {
            list.serialize_element(&(delivery.map(Hex), Hex(content)))?;
        }
        list.end()
    }
}

/// An order of a book.
struct Exported<'b> {
    key: &'b OrderKey,
    entry: &'b Entry,
}

impl Serialize for Exported<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let state = &self.entry.state;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account", &self.key.account)?;
        map.serialize_entry("platform", state.platform.name())?;
        map.serialize_entry("id", &self.key.id)?;
        map.serialize_entry("touched", &self.entry.turn.1)?;
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
    key: &'b OrderKey,
    tombstone: &'b Tombstone,
}

impl Serialize for Left<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account", &self.key.account)?;
        map.serialize_entry("platform", Platform::from_code(self.key.platform).map_or("", Platform::name))?;
        map.serialize_entry("id", &self.key.id)?;
        map.serialize_entry("left", &self.tombstone.left.0)?;
        if let Some(progress) = self.tombstone.progress {
            map.serialize_entry("progress", progress.name())?;
        }
        for (name, flag) in [("printed", self.tombstone.printed), ("voided", self.tombstone.voided)] {
            if flag {
                map.serialize_entry(name, &true)?;
            }
        }
        map.end()
    }
}

/// A book, or a part of one.
struct Form<'b> {
    orders: Vec<Exported<'b>>,
    left: Vec<Left<'b>>,
}

impl Serialize for Form<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("tillwire_book", &VERSION)?;
        map.serialize_entry("orders", &self.orders)?;
        if !self.left.is_empty() {
            map.serialize_entry("left", &self.left)?;
        }
        map.end()
    }
}

impl Form<'_> {
    /// `None` where there is no memory for the text; see [`Event::to_json`](crate::event::Event::to_json).
    fn to_json(&self) -> Option<String> {
        let orders = self.orders.iter().map(|order| order.entry.state.memory().saturating_mul(6));
        let most = orders.fold(0, usize::saturating_add);
        let fixed =
            self.orders.len().saturating_add(self.left.len()).saturating_add(1).saturating_mul(16_384);
        Vec::<u8>::new().try_reserve(most.saturating_add(fixed)).ok()?;
        serde_json::to_string(self).ok()
    }
}

impl OrderBook {
    /// The whole book as JSON text; `None` where there is no memory for it. A large book is better exported order by order.
    ///
    /// The text holds customers' details, as the orders do.
    pub fn export(&self) -> Option<String> {
        let orders = self.orders.iter().map(|(key, entry)| Exported { key, entry }).collect();
        let left = self.tombstones.iter().map(|(key, tombstone)| Left { key, tombstone }).collect();
        Form { orders, left }.to_json()
    }

    /// One order as JSON text, to be imported as a whole book is; `None` where the book has no such order, or there is no
    /// memory.
    pub fn export_order(&self, account: &str, platform: Platform, id: &str) -> Option<String> {
        let key = OrderKey::new(account, platform, id);
        let (key, entry) = self.orders.get_key_value(&key)?;
        Form { orders: [Exported { key, entry }].into(), left: Vec::new() }.to_json()
    }

    /// Puts the orders of an export in, in place of those of the same account, platform and id; how many there were.
    ///
    /// # Errors
    /// The text is no export, or of another version; the book is then as it was.
    pub fn import(&mut self, text: &[u8]) -> Result<usize, ImportError> {
        let limits = Limits { body_bytes: Limits::MAX_BODY_BYTES, elements: usize::MAX, ..Limits::default() };
        let document = Document::copy(text, &limits).map_err(ImportError::Json)?;
        let root = document.root();
        let version = match root.kind() {
            Kind::Object => member(root, "tillwire_book").and_then(parse_int),
            _ => None,
        };
        match version {
            Some(VERSION) => {}
            Some(found) => return Err(ImportError::Version { found }),
            None => return Err(ImportError::NoExport),
        }
        let mut orders = Vec::new();
        for value in member(root, "orders").into_iter().flat_map(Value::elements) {
            orders.try_reserve(1).map_err(|_| ImportError::OutOfMemory)?;
            orders.push(parse_entry(value)?);
        }
        let mut tombstones = Vec::new();
        for value in member(root, "left").into_iter().flat_map(Value::elements) {
            tombstones.try_reserve(1).map_err(|_| ImportError::OutOfMemory)?;
            tombstones.push(parse_tombstone(value)?);
        }
        let count = orders.len();
        for (key, tombstone) in tombstones {
            let left = (tombstone.left.0, self.next_serial());
            self.remember(key, Tombstone { left, ..tombstone });
        }
        // The one that was heard of longest ago is the first to leave.
        orders.sort_by_key(|(_, _, touched)| *touched);
        for (key, state, touched) in orders {
            self.replace(key, state, touched);
        }
        Ok(count)
    }
}

fn parse_key(value: Value<'_>) -> Result<(OrderKey, Platform), ImportError> {
    let text = |name: &str| member(value, name).and_then(Value::string).ok_or(ParseError::Odd(value));
    let platform = Platform::from_name(&text("platform")?).ok_or(ParseError::Odd(value))?;
    Ok((OrderKey::new(&text("account")?, platform, &text("id")?), platform))
}

fn flag(value: Value<'_>, name: &str) -> Result<bool, ImportError> {
    Ok(read(value, name, Value::bool)?.unwrap_or(false))
}

fn parse_entry(value: Value<'_>) -> Result<(OrderKey, OrderState, i64), ImportError> {
    let (key, platform) = parse_key(value)?;
    let order = member(value, "order").ok_or(ParseError::Odd(value))?;
    let mut state = OrderState::new(platform);
    state.order = Order::parse(order)?;
    if flag(value, "lines_stated")? {
        state.order.state_lines();
    }
    state.said = Said { created: flag(value, "created")?, settled: flag(value, "settled")? };
    state.printed = flag(value, "printed")?;
    state.voided = flag(value, "voided")?;
    state.uncertain = flag(value, "uncertain")?;
    state.detailed = flag(value, "detailed")?;
    state.arrivals = read(value, "arrivals", |value| value.number()?.parse().ok())?.unwrap_or(0);
    state.dispatch_event_id = read(value, "dispatch_event_id", |value| value.string().map(String::from))?;
    for pair in member(value, "seen").into_iter().flat_map(Value::elements) {
        let mut pair_of = pair.elements();
        let (delivery, content) = (pair_of.next(), pair_of.next());
        let delivery = delivery.filter(|delivery| !delivery.is_null());
        let content = content.and_then(hex).ok_or(ParseError::Odd(pair))?;
        state.seen.add(delivery.and_then(hex), content);
    }
    if let Some(stamps) = member(value, "stamps") {
        for part in Part::all() {
            if let Some(stamp) = read(stamps, &part.name(), parse_stamp)? {
                state.provenance.wins(part.position(), stamp);
            }
        }
    }
    let touched = member(value, "touched").and_then(parse_int).unwrap_or(0);
    Ok((key, state, touched))
}

fn parse_stamp(value: Value<'_>) -> Option<Stamp> {
    let mut parts = value.elements();
    let (at_ms, arrival, mark) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Stamp { at_ms: parse_int(at_ms)?, arrival: arrival.number()?.parse().ok()?, mark: hex(mark)? })
}

fn hex(value: Value<'_>) -> Option<u64> {
    u64::from_str_radix(&value.string()?, 16).ok()
}

fn parse_tombstone(value: Value<'_>) -> Result<(OrderKey, Tombstone), ImportError> {
    let (key, _) = parse_key(value)?;
    let progress = read(value, "progress", |value| Progress::from_name(&value.string()?))?;
    let left = member(value, "left").and_then(parse_int).unwrap_or(0);
    let tombstone = Tombstone {
        progress,
        printed: flag(value, "printed")?,
        voided: flag(value, "voided")?,
        left: (left, 0),
    };
    Ok((key, tombstone))
}

//! A book as JSON text, and back: to be kept in whatever database there is.
//!
//! ```json
//! {"tillwire_book": 1, "orders": [{"account": "…", "platform": "fire", "order": {…}, …}], "left": [{…}]}
//! ```
//!
//! `order` is as in the JSON form of an event. The number is the version of the form: a text of another version is refused,
//! never half read. Members that are added later are left out by older versions.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::accounts::Accounts;
use super::axes::{PaymentStatus, Progress};
use super::book::{Arrival, Entry, OrderBook};
use super::due::Said;
use super::key::{Name, OrderKey};
use super::provenance::{Provenance, Stamp};
use super::seen::Telling;
use super::state::{OrderState, OutOfMemory};
use super::text::copied;
use super::tombstone::Tombstone;
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
fn to_json<'b>(
    orders: impl Iterator<Item = Exported<'b>>,
    left: impl Iterator<Item = Left<'b>>,
) -> Option<String> {
    let mut text = String::new();
    push(&mut text, &format!("{{\"tillwire_book\":{VERSION},\"orders\":["))?;
    for (position, order) in orders.enumerate() {
        push(&mut text, if position > 0 { "," } else { "" })?;
        let state = &order.entry.state;
        // serde_json cannot be told that memory is short, so the longest text is asked for first; see `Event::to_json`.
        let names = order.account.len().saturating_add(order.key.id().len());
        let most = state.memory().saturating_add(names).saturating_mul(6).saturating_add(32_768);
        Vec::<u8>::new().try_reserve(most).ok()?;
        push(&mut text, &serde_json::to_string(&order).ok()?)?;
    }
    push(&mut text, "],\"left\":[")?;
    for (position, left) in left.enumerate() {
        push(&mut text, if position > 0 { "," } else { "" })?;
        let mark = left.tombstone.dispatch_event_id.as_ref().map_or(0, String::len);
        let names = left.account.len().saturating_add(left.key.id().len()).saturating_add(mark);
        Vec::<u8>::new().try_reserve(names.saturating_mul(6).saturating_add(1024)).ok()?;
        push(&mut text, &serde_json::to_string(&left).ok()?)?;
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
        let left = self.accounts.sorted(&self.tombstones);
        let left = left.map(|(account, key, tombstone)| Left { account, key, tombstone });
        to_json(orders, left)
    }

    /// One order as JSON text, to be imported as a whole book is; `None` where the book has no such order, or there is no
    /// memory.
    ///
    /// The text holds customers' details, as the order does.
    pub fn export_order(&self, account: &str, platform: Platform, id: &str) -> Option<String> {
        let (key, entry) = self.entry(account, platform, id)?;
        to_json([Exported { account, key, entry }].into_iter(), core::iter::empty())
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
        let mut keys = Keys { known: &self.accounts, new: Accounts::default() };
        let mut orders = Vec::new();
        for value in listed(root, "orders")? {
            orders.try_reserve(1).map_err(|_| ImportError::OutOfMemory)?;
            orders.push(parse_entry(value, &mut keys)?);
        }
        let mut tombstones = Vec::new();
        for value in listed(root, "left")? {
            tombstones.try_reserve(1).map_err(|_| ImportError::OutOfMemory)?;
            tombstones.push(parse_tombstone(value, &mut keys)?);
        }
        let count = orders.len();
        // The one that was heard of longest ago is the first to leave.
        orders.sort_unstable_by(|(one, first), (other, second)| {
            (first.entry.turn, one).cmp(&(second.entry.turn, other))
        });
        let accounts = keys.new;
        self.put_all(accounts, orders, tombstones);
        Ok(count)
    }
}

/// The elements of a list, each of which is an object.
fn listed<'d>(value: Value<'d>, name: &str) -> Result<impl Iterator<Item = Value<'d>>, ImportError> {
    let list = member(value, name);
    match list.filter(|list| list.kind() != Kind::Array) {
        Some(odd) => Err(ParseError::Odd(odd).into()),
        None => Ok(list.into_iter().flat_map(Value::elements)),
    }
}

/// Reads keys, of accounts that a book knows and of others.
struct Keys<'b> {
    known: &'b Accounts,
    new: Accounts,
}

impl Keys<'_> {
    /// The key, twice: a book needs two.
    fn parse(&mut self, value: Value<'_>) -> Result<(OrderKey, OrderKey, Platform), ImportError> {
        let text = |name: &str| member(value, name).and_then(Value::string).ok_or(ParseError::Odd(value));
        let platform = Platform::from_name(&text("platform")?).ok_or(ParseError::Odd(value))?;
        let account = self.known.number_in(&mut self.new, &text("account")?)?;
        let id = text("id")?;
        let name = Name::new(account, platform, &id);
        Ok((OrderKey::new(name)?, OrderKey::new(name)?, platform))
    }
}

fn flag(value: Value<'_>, name: &str) -> Result<bool, ImportError> {
    Ok(read(value, name, Value::bool)?.unwrap_or(false))
}

fn parse_text(value: Value<'_>, name: &str) -> Result<Option<String>, ImportError> {
    let text = read(value, name, Value::string)?;
    Ok(text.as_deref().map(copied).transpose()?)
}

fn parse_entry(value: Value<'_>, keys: &mut Keys<'_>) -> Result<(OrderKey, Arrival), ImportError> {
    let (key, spare, platform) = keys.parse(value)?;
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
    state.dispatch_event_id = parse_text(value, "dispatch_event_id")?;
    for telling in listed(value, "seen")? {
        state.seen.add(parse_telling(telling).ok_or(ParseError::Odd(telling))?);
    }
    if let Some(stamps) = member(value, "stamps") {
        for part in Part::all() {
            if let Some(stamp) = read(stamps, &part.name(), parse_stamp)? {
                state.provenance.wins(part.position(), stamp);
            }
        }
    }
    let touched = read(value, "touched", parse_int)?.unwrap_or(0);
    Ok((key, Arrival::new(state, touched, Some(spare))))
}

fn parse_telling(value: Value<'_>) -> Option<Telling> {
    let mut parts = value.elements();
    let (mark, content, at_ms) = (parts.next()?, parts.next()?, parts.next()?);
    let mark = if mark.is_null() { None } else { Some(hex(mark)?) };
    let at_ms = if at_ms.is_null() { None } else { Some(parse_int(at_ms)?) };
    Some(Telling { mark, content: hex(content)?, at_ms })
}

fn parse_stamp(value: Value<'_>) -> Option<Stamp> {
    let mut parts = value.elements();
    Some(Stamp {
        at_ms: parse_int(parts.next()?)?,
        arrival: parts.next()?.number()?.parse().ok()?,
        rank: parts.next()?.number()?.parse().ok()?,
        mark: hex(parts.next()?)?,
    })
}

fn hex(value: Value<'_>) -> Option<u64> {
    u64::from_str_radix(&value.string()?, 16).ok()
}

fn parse_tombstone(
    value: Value<'_>,
    keys: &mut Keys<'_>,
) -> Result<(OrderKey, OrderKey, Tombstone), ImportError> {
    let (key, spare, _) = keys.parse(value)?;
    let tombstone = Tombstone {
        progress: read(value, "progress", |value| Progress::from_name(&value.string()?))?,
        payment: read(value, "payment_status", |value| PaymentStatus::from_name(&value.string()?))?,
        said: Said { created: flag(value, "created")?, settled: flag(value, "settled")? },
        printed: flag(value, "printed")?,
        voided: flag(value, "voided")?,
        test: flag(value, "test")?,
        before_payment: flag(value, "prepare_before_payment")?,
        dispatch_event_id: parse_text(value, "dispatch_event_id")?,
        left: (read(value, "left", parse_int)?.unwrap_or(0), 0),
    };
    Ok((key, spare, tombstone))
}

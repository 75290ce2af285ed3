//! A book from the JSON text that was exported of one.

use alloc::string::String;
use alloc::vec::Vec;

use super::accounts::Accounts;
use super::axes::{PaymentStatus, Progress};
use super::book::{Arrival, OrderBook};
use super::due::Said;
use super::export::VERSION;
use super::import_error::ImportError;
use super::key::{Name, OrderKey};
use super::provenance::Stamp;
use super::seen::Telling;
use super::state::OrderState;
use super::text::copied;
use super::tombstone::Tombstone;
use crate::json::{Document, Kind, Value};
use crate::limits::Limits;
use crate::order::{Order, ParseError, Part, member, parse_int, read};
use crate::platform::Platform;

impl OrderBook {
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

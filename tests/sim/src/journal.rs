//! What happened: every request received, and every write that took effect.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::platform::Platform;

/// A request that was received. It holds no secret and no customer's details: no body, no header but the idempotency key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Counted from 1.
    pub number: u64,
    /// Milliseconds since the simulator started.
    pub at_ms: u64,
    /// The connection that it came in on, counted from 1.
    pub connection: u64,
    /// Whether that connection was under TLS.
    pub tls: bool,
    /// The platform that it was for, if any.
    pub platform: Option<Platform>,
    /// The method.
    pub method: String,
    /// The path behind the platform's base path, with the query; what was searched for is left out.
    pub path: String,
    /// The header `Idempotency-Key`.
    pub idempotency_key: Option<String>,
    /// The SHA-256 of the body, in hex. Of a body that was not read, that of no bytes.
    pub body_sha256: String,
    /// The status that was answered, wholly or in part; none where nothing was.
    pub status: Option<u16>,
    /// The fault that was in force.
    pub fault: Option<String>,
    /// Whether it was carried out: 2xx, be it that the client never saw it.
    pub carried_out: bool,
}

/// A write that took effect. What is only answered from memory, or refused, is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// Counted from 1.
    pub number: u64,
    /// Milliseconds since the simulator started.
    pub at_ms: u64,
    /// The platform.
    pub platform: Platform,
    /// The order's id; for other things their kind and id, such as `item:sku-42`.
    pub order: String,
    /// What was done, in the platform's words: `accepted`, `order.ready`, `cancel`.
    pub action: String,
    /// What the client gave to tell a repeat by: `Idempotency-Key`, or what the platform has in its place.
    pub idempotency_key: Option<String>,
}

/// A delivery that the simulator sent, or tried to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// Counted from 1.
    pub number: u64,
    /// Milliseconds since the simulator started.
    pub at_ms: u64,
    /// The platform in whose name it was sent.
    pub platform: Platform,
    /// The type of event.
    pub event: String,
    /// The order's id.
    pub order: String,
    /// The platform's id of the event or the delivery; empty where it has none.
    pub id: String,
    /// Counted from 1.
    pub attempt: u32,
    /// The SHA-256 of the body, in hex.
    pub body_sha256: String,
    /// The status that the receiver answered.
    pub status: Option<u16>,
    /// Why there is no status.
    pub error: Option<String>,
    /// Milliseconds until the next attempt, if there will be one.
    pub next_in_ms: Option<u64>,
}

/// All of it.
#[derive(Default)]
pub(crate) struct Journal {
    pub(crate) entries: Vec<Entry>,
    pub(crate) actions: Vec<Action>,
    pub(crate) deliveries: Vec<Delivery>,
}

impl Journal {
    pub(crate) fn enter(&mut self, mut entry: Entry) {
        entry.number = number(self.entries.len());
        self.entries.push(entry);
    }

    pub(crate) fn act(&mut self, mut action: Action) {
        action.number = number(self.actions.len());
        self.actions.push(action);
    }

    pub(crate) fn deliver(&mut self, mut delivery: Delivery) {
        delivery.number = number(self.deliveries.len());
        self.deliveries.push(delivery);
    }
}

/// Lower-case hex of the SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)).copied());
    Sha256::digest(bytes).iter().flat_map(digits).flatten().collect()
}

/// A UUID that is always the same for the same text (not of any version).
pub(crate) fn uuid(text: &str) -> String {
    let hex = sha256(text.as_bytes());
    let part = |from, to| hex.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

fn number(before: usize) -> u64 {
    u64::try_from(before).unwrap_or(u64::MAX).saturating_add(1)
}

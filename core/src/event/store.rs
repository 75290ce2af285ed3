//! An event: the received document, what it is, and the orders in it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::compose::Composed;
use super::decoder::Decoder;
use super::error::DecodeError;
use super::kind::{EventKind, TypeSource};
use super::scales::Scales;
use super::subject::{SubjectRef, Subjects};
use crate::json::{Document, Value};
use crate::order::Order;
use crate::platform::Platform;
use crate::problem::{Problem, Problems};
use crate::value::Timestamp;
use crate::verify::Verified;

/// One delivery, decoded. Owns the body it was read from.
pub struct Event {
    document: Document,
    /// The document that the parts were read from, where locations made it another one.
    pub(super) composed: Option<Composed>,
    platform: Platform,
    pub(super) scales: Scales,
    parts: Parts,
    verified: Option<Verified>,
}

/// What a platform's room reads from a document.
pub(crate) struct Parts {
    pub(crate) kind: EventKind,
    /// The type in the platform's own word, followed by a NUL for C.
    pub(crate) type_text: Option<String>,
    pub(crate) type_source: TypeSource,
    /// The platform's own mark of the event or delivery, followed by a NUL for C.
    pub(crate) id: Option<String>,
    pub(crate) occurred_at: Option<Timestamp>,
    /// Each order, and the place of the part of the document that repeats of the same event share.
    pub(crate) orders: Vec<(Order, u32)>,
    /// What an event about other things is about.
    pub(crate) subjects: Subjects,
    /// Which part of several it is, where something is sent in batches.
    pub(crate) batch: Option<Batch>,
    pub(crate) problems: Problems,
}

impl Parts {
    /// One order with its place, which is that of `value`.
    pub(crate) fn one_order(order: Order, value: Value<'_>) -> Result<Vec<(Order, u32)>, DecodeError> {
        let mut orders = Vec::new();
        orders.try_reserve_exact(1).map_err(|_| DecodeError::OutOfMemory)?;
        orders.push((order, value.place()));
        Ok(orders)
    }

    /// Orders that were read from the platform's answer, each with its place in it.
    pub(crate) fn of_read(orders: Vec<(Order, u32)>, problems: Problems) -> Self {
        Self {
            kind: EventKind::OrderRead,
            type_text: None,
            type_source: TypeSource::Expected,
            id: None,
            occurred_at: None,
            orders,
            subjects: Subjects::default(),
            batch: None,
            problems,
        }
    }
}

/// Which part of several a delivery is, where something is sent in batches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Batch {
    /// From 1.
    pub(crate) index: i64,
    pub(crate) total: i64,
}

/// A text that C reads: without NUL inside, and with one behind it.
pub(crate) fn with_nul(text: &str) -> String {
    let mut kept: String = text.chars().filter(|character| *character != '\0').collect();
    kept.push('\0');
    kept
}

impl Event {
    pub(super) fn new(document: Document, decoder: &Decoder, parts: Parts) -> Self {
        let (platform, scales) = (decoder.platform, decoder.scales.clone());
        Self { document, composed: None, platform, scales, parts, verified: None }
    }

    /// The event as it was read from a composed document.
    pub(super) fn with_composed(mut self, composed: Composed) -> Self {
        self.composed = Some(composed);
        self
    }

    pub(crate) fn set_verified(&mut self, verified: Verified) {
        self.verified = Some(verified);
    }

    /// The platform it came from.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// What happened.
    pub fn kind(&self) -> EventKind {
        self.parts.kind
    }

    /// The event's type in the platform's own word, as in `order.created`; absent where only the shape of the
    /// document shows what it is.
    pub fn type_text(&self) -> Option<&str> {
        self.type_text_with_nul().and_then(|text| text.strip_suffix('\0'))
    }

    /// [`type_text`](Self::type_text) with a NUL behind it, for C.
    pub fn type_text_with_nul(&self) -> Option<&str> {
        self.parts.type_text.as_deref()
    }

    /// Where the type was learnt from.
    pub fn type_source(&self) -> TypeSource {
        self.parts.type_source
    }

    /// The platform's own mark of the event (Fire's `event.id`) or delivery (klikit's `x-klikit-event-id`); Atlas gives
    /// none.
    pub fn id(&self) -> Option<&str> {
        self.id_with_nul().and_then(|text| text.strip_suffix('\0'))
    }

    /// [`id`](Self::id) with a NUL behind it, for C.
    pub fn id_with_nul(&self) -> Option<&str> {
        self.parts.id.as_deref()
    }

    /// When it happened, by the platform's clock, where the document says so.
    pub fn occurred_at(&self) -> Option<Timestamp> {
        self.parts.occurred_at
    }

    /// The orders in it. Events about other things have none.
    pub fn orders(&self) -> impl ExactSizeIterator<Item = &Order> {
        self.parts.orders.iter().map(|(order, _)| order)
    }

    /// The order at a position, from 0.
    pub fn order(&self, position: usize) -> Option<&Order> {
        self.parts.orders.get(position).map(|(order, _)| order)
    }

    /// What an event about other things than orders is about: stores, channels, products, a customer. Everything else
    /// that it says is reachable by path.
    pub fn subjects(&self) -> impl ExactSizeIterator<Item = SubjectRef<'_>> {
        self.parts.subjects.iter()
    }

    /// The subject at a position, from 0.
    pub fn subject(&self, position: usize) -> Option<SubjectRef<'_>> {
        self.parts.subjects.get(position)
    }

    /// Which batch this is, from 1, where something is sent in batches.
    pub fn batch_index(&self) -> Option<i64> {
        self.parts.batch.map(|batch| batch.index)
    }

    /// How many batches there are.
    pub fn batch_total(&self) -> Option<i64> {
        self.parts.batch.map(|batch| batch.total)
    }

    /// The part of the document that repeats of the same event share, for the order at a position, or, in an event
    /// without orders, for what it is about.
    pub(crate) fn repeated_part(&self, position: usize) -> Option<Value<'_>> {
        let place = match self.parts.orders.get(position) {
            Some((_, place)) => Some(*place),
            None if self.parts.orders.is_empty() && position == 0 => self.parts.subjects.place(),
            None => None,
        };
        let document = self.composed.as_ref().map_or(&self.document, Composed::document);
        place.map(|place| document.at_place(place))
    }

    /// Bytes of all texts of the subjects.
    pub(crate) fn subject_text_bytes(&self) -> usize {
        self.parts.subjects.text_bytes()
    }

    /// What was odd in the document, the first 64.
    pub fn problems(&self) -> &[Problem] {
        self.parts.problems.as_slice()
    }

    /// How many oddities there were.
    pub fn problem_count(&self) -> usize {
        self.parts.problems.total()
    }

    /// What was verified; absent for a document that was decoded without.
    pub fn verified(&self) -> Option<&Verified> {
        self.verified.as_ref()
    }

    /// The whole document: any value by path, and the body as received.
    pub fn document(&self) -> &Document {
        &self.document
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("platform", &self.platform)
            .field("kind", &self.parts.kind)
            .field("orders", &self.parts.orders.len())
            .field("problems", &self.problem_count())
            .finish_non_exhaustive()
    }
}

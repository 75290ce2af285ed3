//! An Atlas delivery: its envelope, its type, and the order in it.

use alloc::string::String;
use alloc::vec::Vec;

use super::{dictionary, order};
use crate::event::{DecodeError, Decoder, EventKind, Parts, Subjects, TypeSource, with_nul};
use crate::json::{Document, Kind, Value, members};
use crate::order::{Pool, Reader};
use crate::problem::{ProblemCode, Problems};
use crate::value::Timestamp;
use crate::verify::Headers;

members! {
    /// The envelope of the first generation.
    struct Envelope {
        event_type: "event_type",
        event_at: "event_at",
        payload: "payload",
    }
}

/// Reads a delivery.
pub(crate) fn read_event(
    document: &Document,
    decoder: &Decoder,
    headers: &Headers,
) -> Result<Parts, DecodeError> {
    let root = document.root();
    if root.kind() != Kind::Object {
        return Err(DecodeError::no_object(root));
    }
    let mut problems = Problems::default();
    let envelope = Envelope::read(root, &mut problems);
    let stated = envelope.event_type.and_then(Value::string);
    let (payload, occurred_at) = match (&stated, envelope.payload) {
        (Some(_), Some(payload)) if payload.kind() == Kind::Object => {
            (payload, read_time(envelope.event_at, &mut problems))
        }
        _ => (root, None),
    };
    let enveloped = payload != root;
    let beside = decoder.type_beside_document(headers);
    if let (true, Some(stated), Some((expected, TypeSource::Expected)), Some(value)) =
        (enveloped, &stated, beside, envelope.event_type)
    {
        if stated != expected {
            problems.note(ProblemCode::UnexpectedEventType, value);
        }
    }
    let (type_text, mut type_source) = match (stated, beside) {
        (Some(stated), _) if enveloped => (Some(String::from(stated)), TypeSource::Document),
        (_, Some((text, source))) => (Some(String::from(text)), source),
        _ => (None, TypeSource::Nowhere),
    };
    let mut kind = type_text.as_deref().map_or(EventKind::Unknown, dictionary::event);
    let looks_like_order = payload.get("order_items").is_some_and(|items| items.kind() == Kind::Array);
    let mut orders = Vec::new();
    if kind != EventKind::Unknown || looks_like_order {
        let read = order::read(payload, decoder, &mut problems)?;
        orders.try_reserve_exact(1).map_err(|_| DecodeError::OutOfMemory)?;
        orders.push((read, payload.place()));
        if type_text.is_none() {
            (kind, type_source) = (EventKind::OrderChanged, TypeSource::Shape);
        }
    }
    let type_text = type_text.as_deref().map(with_nul);
    Ok(Parts {
        kind,
        type_text,
        type_source,
        id: None,
        occurred_at,
        orders,
        subjects: Subjects::default(),
        batch: None,
        problems,
    })
}

fn read_time(value: Option<Value<'_>>, problems: &mut Problems) -> Option<Timestamp> {
    Reader { pool: &mut Pool::default(), problems }.time(value)
}

/// Reads the answer to a read of one order, which is the order alone
/// (<https://docs.atlas.kitchen/admin-api-order-details>); Atlas lists no orders.
pub(crate) fn read_orders(document: &Document, decoder: &Decoder) -> Result<Parts, DecodeError> {
    let root = document.root();
    if root.kind() != Kind::Object {
        return Err(DecodeError::no_object(root));
    }
    let mut problems = Problems::default();
    let read = order::read(root, decoder, &mut problems)?;
    let mut orders = Vec::new();
    orders.try_reserve_exact(1).map_err(|_| DecodeError::OutOfMemory)?;
    orders.push((read, root.place()));
    Ok(Parts::of_read(orders, problems))
}

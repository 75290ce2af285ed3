//! A Fire delivery: its envelope, its type, and the order in it or what else it is about.

use alloc::string::String;
use alloc::vec::Vec;

use super::{catalogue, change, dictionary, order, said};
use crate::event::{DecodeError, Decoder, EventKind, Parts, TypeSource, with_nul};
use crate::json::{Document, Kind, Value, members};
use crate::lifecycle::Progress;
use crate::order::{OrderInt, Pool, Reader};
use crate::problem::{ProblemCode, Problems};
use crate::value::Timestamp;
use crate::verify::Headers;

members! {
    /// The envelope. `event` is an object, or, in the flat form, the type itself with `id` and time beside it.
    struct Envelope {
        event: "event",
        data: "data",
        id: "id",
        created_at: "createdAt" | "created_at",
    }
}

members! {
    struct EventMembers {
        id: "id",
        kind: "type",
        created_at: "createdAt" | "created_at",
    }
}

/// What the envelope says of the event.
struct Head<'d> {
    kind: Option<Value<'d>>,
    id: Option<String>,
    occurred_at: Option<Timestamp>,
}

/// Reads a delivery.
///
/// `event.id` marks the execution of a flow: it is the same for every attempt, another for each flow that is subscribed,
/// and what a kitchen's report has to cite (<https://docs.fire.rest/en/events/overview>).
///
/// An order of `order.cancelled` is cancelled, whatever status it has in the document. An order in an event that is not
/// about orders is read, too.
///
/// A template may send the order's members without `data` around them, with or without an `event` beside them. The time
/// among them is that of the order, not of the event.
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
    let mut envelope = Envelope::read(root, &mut problems);
    let wrapped = envelope.data.and_then(|data| Some((data, form(data)?)));
    let order = wrapped.or_else(|| Some((root, form(root)?)));
    if order.as_ref().is_some_and(|(value, _)| *value == root) {
        envelope.created_at = None;
    }
    let head = head(&envelope, &mut problems)?;
    let (type_text, mut type_source) = event_type(head.kind, decoder, headers, &mut problems);
    let mut kind = type_text.as_deref().map_or(EventKind::Unknown, dictionary::event);
    let mut orders = Vec::new();
    if order.is_some() || !(kind == EventKind::Unknown || catalogue::covers(kind)) {
        let (data, form) = order.ok_or_else(|| DecodeError::no_identity(envelope.data.unwrap_or(root)))?;
        let mut read = match form {
            Form::Snapshot => order::read(data, 0, decoder, &mut problems)?,
            Form::Change => change::read(data, &mut problems)?,
        };
        if kind == EventKind::OrderCancelled {
            read.set_int(OrderInt::Progress, Some(Progress::Cancelled.code().into()));
        }
        orders = Parts::one_order(read, data)?;
        if type_text.is_none() {
            (kind, type_source) = (EventKind::OrderChanged, TypeSource::Shape);
        }
    }
    let (subjects, batch) = catalogue::read(kind, root, envelope.data, decoder, &mut problems)?;
    let type_text = type_text.as_deref().map(with_nul);
    let Head { id, occurred_at, .. } = head;
    Ok(Parts { kind, type_text, type_source, id, occurred_at, orders, subjects, batch, problems })
}

fn head<'d>(envelope: &Envelope<'d>, problems: &mut Problems) -> Result<Head<'d>, DecodeError> {
    let mut pool = Pool::default();
    let mut r = Reader { pool: &mut pool, problems };
    let (kind, id, created_at) = match envelope.event {
        Some(event) if event.kind() != Kind::String => {
            match r.object(Some(event)).map(|event| EventMembers::read(event, r.problems)) {
                Some(m) => (m.kind, m.id, m.created_at),
                None => (None, envelope.id, envelope.created_at),
            }
        }
        flat => (flat, envelope.id, envelope.created_at),
    };
    let id = r.id(said(id));
    let id = r.pool.get(id).map(with_nul);
    let occurred_at = r.time(said(created_at));
    if pool.is_exhausted() {
        return Err(DecodeError::OutOfMemory);
    }
    Ok(Head { kind, id, occurred_at })
}

/// The type as the document states it, else as it is known beside the document.
fn event_type(
    stated: Option<Value<'_>>,
    decoder: &Decoder,
    headers: &Headers,
    problems: &mut Problems,
) -> (Option<String>, TypeSource) {
    let beside = decoder.type_beside_document(headers);
    if let Some(value) = said(stated) {
        if let Some(text) = value.string() {
            if let Some((expected, TypeSource::Expected)) = beside {
                if dictionary::current_name(expected) != dictionary::current_name(&text) {
                    problems.note(ProblemCode::UnexpectedEventType, value);
                }
            }
            return (Some(String::from(text)), TypeSource::Document);
        }
        problems.note(ProblemCode::WrongType, value);
    }
    match beside {
        Some((text, source)) => (Some(String::from(text)), source),
        None => (None, TypeSource::Nowhere),
    }
}

/// In which form an order is told.
enum Form {
    /// A snapshot, whole or thin.
    Snapshot,
    /// The few members of `order.status_changed`.
    Change,
}

/// The form of an order; none of what is no order: only one with an id is.
fn form(data: Value<'_>) -> Option<Form> {
    let has_id =
        |member| said(data.get(member)).is_some_and(|id| matches!(id.kind(), Kind::String | Kind::Number));
    if has_id("orderId") {
        return Some(Form::Snapshot);
    }
    has_id("fire_order_id").then_some(Form::Change)
}

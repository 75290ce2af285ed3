//! An Atlas delivery: its envelope, its type, and what is in it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::shape::Shape;
use super::{dictionary, reads, subject};
use crate::event::{DecodeError, Decoder, EventKind, Parts, TypeSource, with_nul};
use crate::json::{Document, Kind, Value, members};
use crate::order::{Pool, Reader};
use crate::problem::{ProblemCode, Problems};
use crate::verify::Headers;

members! {
    /// The envelope of the first generation, and the member of its `menu.updated` that repeats the type
    /// (<https://docs.atlas.kitchen/webhook-events-and-payload>).
    struct Envelope {
        event_type: "event_type",
        event_at: "event_at",
        payload: "payload",
        event: "event",
    }
}

/// A delivery without its envelope.
struct Opened<'d> {
    body: Value<'d>,
    shape: Shape,
    /// The type that the document states, and where.
    stated: Option<(Value<'d>, Cow<'d, str>)>,
    at: Option<Value<'d>>,
}

/// What happened, and how that is known.
struct Type {
    kind: EventKind,
    text: Option<String>,
    source: TypeSource,
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
    let opened = open(root, &mut problems);
    let (event_type, about) = event_type(&opened, decoder, headers, &mut problems);
    let orders = match about {
        Shape::Order => reads::one(opened.body, opened.shape, decoder, &mut problems)?,
        _ => Vec::new(),
    };
    let subjects = subject::read(opened.body, about, decoder, &mut problems)?;
    let occurred_at = Reader { pool: &mut Pool::default(), problems: &mut problems }.time(opened.at);
    Ok(Parts {
        kind: event_type.kind,
        type_text: event_type.text.as_deref().map(with_nul),
        type_source: event_type.source,
        id: None,
        occurred_at,
        orders,
        subjects,
        batch: None,
        problems,
    })
}

/// Takes the envelope off, where there is one: a payload that shows something, beside a type, or any payload in a document
/// that shows nothing itself.
fn open<'d>(root: Value<'d>, problems: &mut Problems) -> Opened<'d> {
    let envelope = Envelope::read(root, problems);
    let named = envelope.event_type.and_then(|value| Some((value, value.string()?)));
    if let (Some(value), None) = (envelope.event_type, &named) {
        problems.note(ProblemCode::WrongType, value);
    }
    let named = named.filter(|(_, text)| !text.is_empty());
    let payload = envelope.payload.filter(|payload| payload.kind() == Kind::Object);
    let of_payload = payload.map_or(Shape::Other, Shape::of);
    let payload = payload
        .filter(|_| (named.is_some() && of_payload != Shape::Other) || Shape::of(root) == Shape::Other);
    let (body, shape) = match payload {
        Some(payload) => (payload, of_payload),
        None => (root, Shape::of(root)),
    };
    let stated = named.or_else(|| {
        let value = payload.and_then(|payload| payload.get("event")).or(envelope.event)?;
        repeated(value, shape)
    });
    Opened { body, shape, stated, at: envelope.event_at }
}

/// The type in the member `event`. In an order the word has to be a known one, since the member is not documented there.
fn repeated(value: Value<'_>, shape: Shape) -> Option<(Value<'_>, Cow<'_, str>)> {
    let word = value.string()?;
    (shape != Shape::Order || dictionary::event(&word) != EventKind::Unknown).then_some((value, word))
}

/// The type as the document states it, else as it is known beside the document, else as the document's shape shows it; and
/// what the event is about. Where the type and the shape contradict each other, the shape counts, so that no order is
/// lost and nothing else is taken for one.
fn event_type(
    opened: &Opened<'_>,
    decoder: &Decoder,
    headers: &Headers,
    problems: &mut Problems,
) -> (Type, Shape) {
    let beside = decoder.type_beside_document(headers);
    let (text, source) = match (&opened.stated, beside) {
        (Some((value, stated)), _) => {
            if matches!(beside, Some((expected, TypeSource::Expected)) if expected != stated) {
                problems.note(ProblemCode::UnexpectedEventType, *value);
            }
            (stated.as_ref(), TypeSource::Document)
        }
        (None, Some(beside)) => beside,
        (None, None) => {
            let kind = opened.shape.kind();
            let source = if kind == EventKind::Unknown { TypeSource::Nowhere } else { TypeSource::Shape };
            return (Type { kind, text: None, source }, opened.shape);
        }
    };
    let kind = dictionary::event(text);
    let by_type = Shape::of_kind(kind);
    match opened.shape {
        Shape::Item | Shape::Other => (Type { kind, text: Some(text.into()), source }, by_type),
        shown if by_type == shown || by_type == Shape::Other => {
            (Type { kind, text: Some(text.into()), source }, shown)
        }
        shown => {
            let at = opened.stated.as_ref().map_or(opened.body, |(value, _)| *value);
            problems.note(ProblemCode::UnexpectedEventType, at);
            (Type { kind: shown.kind(), text: None, source: TypeSource::Shape }, shown)
        }
    }
}

//! A klikit delivery: its type and id from the headers, and the orders in it.

use alloc::string::String;
use alloc::vec::Vec;

use super::dictionary;
use super::orders::Delivery;
use crate::event::{DecodeError, Decoder, EventKind, Parts, Subjects, TypeSource, with_nul};
use crate::json::{Document, Kind, members};
use crate::problem::Problems;
use crate::verify::{Headers, Lookup};

members! {
    /// The body of every event.
    struct Body {
        brand_id: "brand_id",
        branch_id: "branch_id",
        orders: "orders",
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
    let body = Body::read(root, &mut problems);
    let listed = body.orders.filter(|orders| orders.kind() == Kind::Array);
    let (type_text, kind, type_source) = match (decoder.type_beside_document(headers), listed) {
        (Some((text, source)), _) => (Some(with_nul(text)), dictionary::event(text), source),
        (None, Some(_)) => (None, EventKind::OrderChanged, TypeSource::Shape),
        (None, None) => (None, EventKind::Unknown, TypeSource::Nowhere),
    };
    if listed.is_none() && kind != EventKind::Unknown {
        return Err(DecodeError::no_identity(body.orders.unwrap_or(root)));
    }
    let orders = match listed {
        Some(listed) => {
            let mut delivery = Delivery::new(decoder);
            delivery.brand_id = body.brand_id;
            delivery.branch_id = body.branch_id;
            delivery.replaces_lines = kind == EventKind::OrderLinesChanged;
            delivery.read_all(listed, &mut problems)?
        }
        None => Vec::new(),
    };
    Ok(Parts {
        kind,
        type_text,
        type_source,
        id: event_id(decoder, headers),
        occurred_at: None,
        orders,
        subjects: Subjects::default(),
        batch: None,
        problems,
    })
}

/// The mark of the delivery, unless it is missing, empty or contradicts itself.
fn event_id(decoder: &Decoder, headers: &Headers) -> Option<String> {
    match headers.get(decoder.id_header.as_deref()?) {
        Lookup::One(value) => core::str::from_utf8(value).ok().filter(|text| !text.is_empty()).map(with_nul),
        Lookup::Absent | Lookup::Conflict => None,
    }
}

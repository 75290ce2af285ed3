//! A klikit delivery: its type and id from the headers, and the orders in it.

use alloc::string::String;
use alloc::vec::Vec;

use super::{dictionary, order};
use crate::event::{DecodeError, Decoder, EventKind, Parts, Subjects, TypeSource, with_nul};
use crate::json::{Document, Kind, Value, members};
use crate::order::Order;
use crate::problem::{ProblemCode, Problems};
use crate::verify::{Headers, Lookup};

members! {
    /// The body of every event.
    #[derive(Default)]
    pub(super) struct Body {
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
        Some(listed) => read_list(listed, &body, decoder, &mut problems)?,
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

/// Reads every order that says which one it is. One that does not is noted and costs only itself; a delivery of no
/// other is refused.
fn read_list(
    listed: Value<'_>,
    body: &Body<'_>,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Vec<(Order, u32)>, DecodeError> {
    let mut orders = Vec::new();
    let mut lines: usize = 0;
    orders.try_reserve_exact(listed.len()).map_err(|_| DecodeError::OutOfMemory)?;
    for value in listed.elements() {
        if value.kind() != Kind::Object {
            problems.note(ProblemCode::WrongType, value);
        } else if let Some(read) = order::read(value, body, lines, decoder, problems)? {
            lines = lines.saturating_add(read.line_count());
            orders.push((read, value.place()));
        } else {
            problems.note(ProblemCode::NoIdentity, value);
        }
    }
    match listed.elements().next() {
        Some(first) if orders.is_empty() => Err(DecodeError::no_identity(first)),
        _ => Ok(orders),
    }
}

/// The mark of the delivery, unless it is missing, empty or contradicts itself.
fn event_id(decoder: &Decoder, headers: &Headers) -> Option<String> {
    match headers.get(decoder.id_header.as_deref()?) {
        Lookup::One(value) => core::str::from_utf8(value).ok().filter(|text| !text.is_empty()).map(with_nul),
        Lookup::Absent | Lookup::Conflict => None,
    }
}

members! { struct AnswerMembers { data: "data", } }
members! { struct ListMembers { orders: "orders", } }

/// Reads the answer to a list of orders (`data.orders[]`) or to one order (`data`), whose orders are those of a delivery
/// (<https://developer.klikit.io/partner-api/api-reference/orders/list-orders>).
pub(crate) fn read_orders(document: &Document, decoder: &Decoder) -> Result<Parts, DecodeError> {
    let root = document.root();
    let mut problems = Problems::default();
    let data = match root.kind() {
        Kind::Object => AnswerMembers::read(root, &mut problems).data,
        _ => None,
    };
    let data = data.filter(|data| data.kind() == Kind::Object).ok_or_else(|| DecodeError::no_object(root))?;
    let body = Body::default();
    let listed = ListMembers::read(data, &mut problems).orders.filter(|orders| orders.kind() == Kind::Array);
    let orders = match listed {
        Some(listed) => read_list(listed, &body, decoder, &mut problems)?,
        None => {
            let read = order::read(data, &body, 0, decoder, &mut problems)?;
            let mut orders = Vec::new();
            orders.try_reserve_exact(1).map_err(|_| DecodeError::OutOfMemory)?;
            orders.push((read.ok_or_else(|| DecodeError::no_identity(data))?, data.place()));
            orders
        }
    };
    Ok(Parts::of_read(orders, problems))
}

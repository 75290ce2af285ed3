//! Atlas's vocabularies, as data: its word ⇄ ours. Words that are not here come through with their text.

use crate::dictionary::{Vocabulary, Word};
use crate::event::EventKind;
use crate::lifecycle::Progress;
use crate::order::Fulfilment;

/// Events (<https://help.atlas.kitchen/connect/webhooks/order-events>).
const EVENTS: &[(&str, EventKind)] = &[
    ("order.created", EventKind::OrderCreated),
    ("order.updated", EventKind::OrderUpdated),
    ("order.confirmed", EventKind::OrderConfirmed),
    ("order.dispatched", EventKind::OrderDispatched),
    ("order.completed", EventKind::OrderCompleted),
    ("order.cancelled", EventKind::OrderCancelled),
];

/// Order states (the order events, <https://docs.atlas.kitchen/admin-api-order-details>). `ready_for_pickup` is known from the vendor's own client only.
const STATES: &[(&str, Progress)] = &[
    ("unpaid", Progress::Placed),
    ("confirmed", Progress::Accepted),
    ("ready_for_pickup", Progress::Ready),
    ("dispatched", Progress::Dispatched),
    ("completed", Progress::Delivered),
    ("cancelled", Progress::Cancelled),
];

/// Kinds of fulfilment (<https://docs.atlas.kitchen/admin-api-create-order>).
const FULFILMENTS: &[(&str, Fulfilment)] =
    &[("dine_in", Fulfilment::DineIn), ("pickup", Fulfilment::Pickup), ("delivery", Fulfilment::Delivery)];

/// Kinds of time slot: whether the order is due as soon as possible
/// (<https://docs.atlas.kitchen/admin-api-create-order>, which spells its default as in the last line).
const TIMESLOTS: &[(&str, bool)] =
    &[("asap", true), ("available_timeslots", false), ("available_timeslot", false)];

fn find<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

pub(super) fn event(word: &str) -> EventKind {
    find(EVENTS, word).unwrap_or(EventKind::Unknown)
}

pub(super) fn progress(word: &str) -> Progress {
    find(STATES, word).unwrap_or(Progress::Unknown)
}

pub(super) fn fulfilment(word: &str) -> Fulfilment {
    find(FULFILMENTS, word).unwrap_or(Fulfilment::Unknown)
}

/// Whether an order with this kind of time slot is due as soon as possible.
pub(super) fn asap(word: &str) -> Option<bool> {
    find(TIMESLOTS, word)
}

/// The word at a position of a vocabulary.
pub(crate) fn word(vocabulary: Vocabulary, position: usize) -> Option<Word> {
    let _ = position;
    match vocabulary {
        _ => None,
    }
}

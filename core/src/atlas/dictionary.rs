//! Atlas's vocabularies, as data: its word ⇄ ours. Words that are not here come through with their text.

use crate::dictionary::{Entry, Vocabulary, Word, bare, find, nth, word_of};
use crate::event::EventKind;
use crate::http::Trouble;
use crate::lifecycle::Progress;
use crate::order::Fulfilment;

/// Events (<https://help.atlas.kitchen/connect/webhooks/order-events>,
/// <https://help.atlas.kitchen/connect/webhooks/customer-events>, and, for the last two,
/// <https://docs.atlas.kitchen/webhook-events-and-payload>).
const EVENTS: &[Entry<EventKind>] = &[
    word_of("order.created", EventKind::OrderCreated),
    word_of("order.updated", EventKind::OrderUpdated),
    word_of("order.confirmed", EventKind::OrderConfirmed),
    word_of("order.dispatched", EventKind::OrderDispatched),
    word_of("order.completed", EventKind::OrderCompleted),
    word_of("order.cancelled", EventKind::OrderCancelled),
    word_of("user.created", EventKind::CustomerCreated),
    word_of("user.updated", EventKind::CustomerUpdated),
    word_of("menu.updated", EventKind::MenuUpdated),
    word_of("stock.updated", EventKind::ProductAvailabilityChanged),
];

/// Order states (the order events, <https://docs.atlas.kitchen/admin-api-order-details>). `ready_for_pickup` is known from
/// the vendor's own client only (<https://www.npmjs.com/package/@atlas-kitchen/atlas-mcp>).
const STATES: &[Entry<Progress>] = &[
    word_of("unpaid", Progress::Placed),
    word_of("confirmed", Progress::Accepted),
    word_of("ready_for_pickup", Progress::Ready),
    word_of("dispatched", Progress::Dispatched),
    word_of("completed", Progress::Delivered),
    word_of("cancelled", Progress::Cancelled),
];

/// Kinds of fulfilment (<https://docs.atlas.kitchen/admin-api-create-order>).
const FULFILMENTS: &[Entry<Fulfilment>] = &[
    word_of("dine_in", Fulfilment::DineIn),
    word_of("pickup", Fulfilment::Pickup),
    word_of("delivery", Fulfilment::Delivery),
];

/// Kinds of time slot: whether the order is due as soon as possible
/// (<https://docs.atlas.kitchen/admin-api-create-order>, which spells its default as in the last line).
const TIMESLOTS: &[Entry<bool>] = &[
    word_of("asap", true),
    word_of("available_timeslots", false),
    ("available_timeslot", "available_timeslots", false),
];

/// States of a payment intent (<https://connect.atlas.kitchen/storefront-api/payment/create-payment-intent>).
const PAYMENT_INTENTS: &[Entry<()>] = &[
    bare("pending"),
    bare("processing"),
    bare("capturing"),
    bare("succeeded"),
    bare("failed"),
    bare("cancelled"),
];

/// Types of errors, and what they mean (<https://docs.atlas.kitchen/errors>).
const ERRORS: &[Entry<Trouble>] = &[
    word_of("Not Found", Trouble::NotFound),
    word_of("Unauthorized", Trouble::Unauthorized),
    word_of("Invalid Parameter", Trouble::Invalid),
    word_of("Configuration Required", Trouble::Forbidden),
    word_of("Server Error", Trouble::Unavailable),
];

pub(super) fn trouble(word: &str) -> Option<Trouble> {
    find(ERRORS, word)
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
    match vocabulary {
        Vocabulary::AtlasEvent => nth(EVENTS, position, |kind| Some(kind.code())),
        Vocabulary::AtlasState => nth(STATES, position, |progress| Some(progress.code())),
        Vocabulary::AtlasFulfilmentType => nth(FULFILMENTS, position, |fulfilment| Some(fulfilment.code())),
        Vocabulary::AtlasTimeslotType => nth(TIMESLOTS, position, |asap| Some(asap.into())),
        Vocabulary::AtlasPaymentIntent => nth(PAYMENT_INTENTS, position, |()| None),
        Vocabulary::AtlasErrorType => nth(ERRORS, position, |_| None),
        _ => None,
    }
}

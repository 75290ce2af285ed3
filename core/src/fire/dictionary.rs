//! Fire's vocabularies, as data: its word ⇄ ours. Words that are not here come through with their text.

use crate::dictionary::{Vocabulary, Word};
use crate::event::EventKind;
use crate::lifecycle::{PaymentStatus, Progress};
use crate::order::{Fulfilment, LineKind};

/// Names that events had until 11 June 2026 ⇄ their names since (<https://docs.fire.rest/en/changelog>).
const RENAMED: &[(&str, &str)] = &[
    ("order.status-updated", "order.status_updated"),
    ("store.day-closed", "store.business_day_closed"),
    ("fiscal.authorized.br", "order.invoiced"),
    ("fiscal.cancelled.br", "order.reversed"),
];

/// Events (<https://docs.fire.rest/en/events/overview>, and, for the last,
/// <https://docs.fire.rest/en/webhook-reference/order-status-changed>).
const EVENTS: &[(&str, EventKind)] = &[
    ("order.opened", EventKind::OrderCreated),
    ("order.completed", EventKind::OrderSettled),
    ("order.status_updated", EventKind::OrderProgressed),
    ("order.cancelled", EventKind::OrderCancelled),
    ("order.invoiced", EventKind::OrderInvoiced),
    ("order.reversed", EventKind::OrderReversed),
    ("order.status_changed", EventKind::OrderProgressed),
];

/// Business statuses (<https://docs.fire.rest/en/api-reference/list-orders>). `CANCELED` is the spelling of the v4 API.
///
/// `COMPLETED` means that the sale is settled and says nothing of the kitchen. `FORCE_CLOSED`, an open order at the end
/// of its day, is no step of an order's way and comes through as unknown.
const STATUSES: &[(&str, Option<Progress>)] = &[
    ("OPEN", Some(Progress::Placed)),
    ("COMPLETED", None),
    ("CANCELLED", Some(Progress::Cancelled)),
    ("CANCELED", Some(Progress::Cancelled)),
];

/// Payment statuses (<https://docs.fire.rest/en/events/order-completed>, <https://docs.fire.rest/en/api-reference/cancel-order>).
const PAYMENTS: &[(&str, PaymentStatus)] = &[
    ("PENDING", PaymentStatus::Unpaid),
    ("SUCCEEDED", PaymentStatus::Paid),
    ("FAILED", PaymentStatus::Failed),
    ("REFUNDED", PaymentStatus::Refunded),
];

/// Statuses of a tender that count as charged, in either case; every other counts as declined
/// (<https://docs.fire.rest/en/api-reference/confirm-payment>).
const CHARGED: &[&str] = &["APPROVED", "AUTHORIZED", "CAPTURED", "PAID", "SUCCESS", "SUCCEEDED"];

/// Steps of the kitchen (<https://docs.fire.rest/en/events/order-status-updated>).
const STEPS: &[(&str, Progress)] =
    &[("preparing", Progress::Preparing), ("ready", Progress::Ready), ("dispatched", Progress::Dispatched)];

/// Statuses of `order.status_changed` (<https://docs.fire.rest/en/webhook-reference/order-status-changed>), whose page
/// calls the list unconfirmed.
const CHANGES: &[(&str, Progress)] = &[
    ("received", Progress::Placed),
    ("accepted", Progress::Accepted),
    ("in_preparation", Progress::Preparing),
    ("ready", Progress::Ready),
    ("dispatched", Progress::Dispatched),
    ("delivered", Progress::Delivered),
    ("cancelled", Progress::Cancelled),
];

/// Kinds of fulfilment (<https://docs.fire.rest/en/events/order-completed>); one published example writes `DINE-IN`.
const FULFILMENTS: &[(&str, Fulfilment)] = &[
    ("DELIVERY", Fulfilment::Delivery),
    ("PICKUP", Fulfilment::Pickup),
    ("TAKEAWAY", Fulfilment::Takeaway),
    ("DINE_IN", Fulfilment::DineIn),
    ("DINE-IN", Fulfilment::DineIn),
];

/// Types of items (<https://docs.fire.rest/en/events/order-completed>): what they are at the top level and below another
/// item. `PRODUCTO` is the catalogue's spelling.
const ITEMS: &[(&str, LineKind, LineKind)] = &[
    ("PRODUCT", LineKind::Product, LineKind::Component),
    ("PRODUCTO", LineKind::Product, LineKind::Component),
    ("COMBO", LineKind::Product, LineKind::Component),
    ("MODIFIER", LineKind::Modifier, LineKind::Modifier),
    ("PACKAGING", LineKind::Packaging, LineKind::Packaging),
];

fn find<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

/// The name that an event has today.
pub(super) fn current_name(word: &str) -> &str {
    find(RENAMED, word).unwrap_or(word)
}

pub(super) fn event(word: &str) -> EventKind {
    find(EVENTS, current_name(word)).unwrap_or(EventKind::Unknown)
}

/// What a business status says of the order's way; nothing, where it is about the sale alone.
pub(super) fn status(word: &str) -> Option<Progress> {
    find(STATUSES, word).unwrap_or(Some(Progress::Unknown))
}

pub(super) fn payment(word: &str) -> PaymentStatus {
    find(PAYMENTS, word).unwrap_or(PaymentStatus::Unknown)
}

/// Whether a tender with this status was charged.
pub(super) fn charged(word: &str) -> bool {
    CHARGED.iter().any(|known| known.eq_ignore_ascii_case(word))
}

pub(super) fn step(word: &str) -> Progress {
    find(STEPS, word).unwrap_or(Progress::Unknown)
}

/// How far an order is by the status of `order.status_changed`.
pub(super) fn change(word: &str) -> Progress {
    find(CHANGES, word).unwrap_or(Progress::Unknown)
}

pub(super) fn fulfilment(word: &str) -> Fulfilment {
    find(FULFILMENTS, word).unwrap_or(Fulfilment::Unknown)
}

/// What an item is; a product at the top level and a modifier below another item, where its type does not say.
pub(super) fn item(word: Option<&str>, is_child: bool) -> LineKind {
    match ITEMS.iter().find(|(known, ..)| Some(*known) == word) {
        Some((_, _, below)) if is_child => *below,
        Some((_, top, _)) => *top,
        None if is_child => LineKind::Modifier,
        None => LineKind::Product,
    }
}

/// The word at a position of a vocabulary.
pub(crate) fn word(vocabulary: Vocabulary, position: usize) -> Option<Word> {
    let _ = position;
    match vocabulary {
        _ => None,
    }
}

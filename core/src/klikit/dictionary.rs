//! klikit's vocabularies, as data: its code or word ⇄ ours. Codes that are not here come through with their text.
//!
//! klikit serves its dictionaries to its partners and publishes few of them; the rest is what its clients use.
//!
//! Assumption: states are numbered as in klikit's clients: 1 placed, 2 accepted, 3 cancelled, 6 scheduled, 7 driver
//! assigned, 8 driver arrived, 9 picked up. A driver shows no more than that the order was accepted.
//! Assumption: states 4 and 5 are at least ready: 4 is ready and 5 delivered in klikit's clients, and 5 is ready in its
//! guide to events.
//! Assumption: payment states are 1 paid, 2 failed, 3 pending, 4 refunded; payment methods 2 cash, 17 QR.
//! Assumption: channels other than 1, klikit's own, are numbered as in klikit's clients and menu examples.

use crate::event::EventKind;
use crate::lifecycle::{PaymentStatus, Progress};
use crate::order::Fulfilment;

/// Events (<https://developer.klikit.io/partner-api/webhooks/events>).
const EVENTS: &[(&str, EventKind)] = &[
    ("klikit.order.created.v2", EventKind::OrderCreated),
    ("klikit.order.status.updated", EventKind::OrderProgressed),
    ("klikit.order.cart.updated", EventKind::OrderLinesChanged),
];

/// Order states. `PREPARING` and `DISPATCHED` are named on the way of an order, but their codes are not published.
const STATES: &[(&str, Progress)] = &[
    ("1", Progress::Placed),
    ("2", Progress::Accepted),
    ("3", Progress::Cancelled),
    ("4", Progress::Ready),
    ("5", Progress::Ready),
    ("6", Progress::Scheduled),
    ("7", Progress::Accepted),
    ("8", Progress::Accepted),
    ("9", Progress::Dispatched),
];

/// Order states whose meaning the sources dispute; [`STATES`] has the least that they can mean.
const DISPUTED: &[&str] = &["4", "5"];

/// Kinds of fulfilment
/// (<https://developer.klikit.io/partner-api/api-reference/orders/enum-of-valid-order-types-delivery-pickup-dine-in>).
const FULFILMENTS: &[(&str, Fulfilment)] =
    &[("1", Fulfilment::Pickup), ("2", Fulfilment::Delivery), ("3", Fulfilment::DineIn)];

/// Payment states.
const PAYMENT_STATES: &[(&str, PaymentStatus)] = &[
    ("1", PaymentStatus::Paid),
    ("2", PaymentStatus::Failed),
    ("3", PaymentStatus::Unpaid),
    ("4", PaymentStatus::Refunded),
];

/// Payment methods.
const METHODS: &[(&str, &str)] = &[("2", "Cash"), ("17", "QR")];

/// klikit's own channel.
const OWN_CHANNEL: &str = "1";

/// Sales channels (providers).
const CHANNELS: &[(&str, &str)] = &[
    (OWN_CHANNEL, "klikit"),
    ("2", "Uber Eats"),
    ("3", "Deliveroo"),
    ("5", "DoorDash"),
    ("6", "GrabFood"),
    ("7", "foodpanda"),
    ("9", "GoFood"),
    ("11", "ShopeeFood"),
    ("12", "Demaecan"),
    ("13", "Pickaroo"),
    ("14", "Wolt"),
    ("15", "Square"),
    ("16", "TikTok Shop"),
    ("17", "Maxim"),
];

fn find<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

pub(super) fn event(word: &str) -> EventKind {
    find(EVENTS, word).unwrap_or(EventKind::Unknown)
}

pub(super) fn progress(code: &str) -> Progress {
    find(STATES, code).unwrap_or(Progress::Unknown)
}

pub(super) fn is_disputed(code: &str) -> bool {
    DISPUTED.contains(&code)
}

pub(super) fn fulfilment(code: &str) -> Fulfilment {
    find(FULFILMENTS, code).unwrap_or(Fulfilment::Unknown)
}

pub(super) fn payment_status(code: &str) -> PaymentStatus {
    find(PAYMENT_STATES, code).unwrap_or(PaymentStatus::Unknown)
}

pub(super) fn method(code: &str) -> Option<&'static str> {
    find(METHODS, code)
}

pub(super) fn channel(code: &str) -> Option<&'static str> {
    find(CHANNELS, code)
}

pub(super) fn is_own_channel(code: &str) -> bool {
    code == OWN_CHANNEL
}

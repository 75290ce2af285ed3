//! klikit's vocabularies, as data: its code or word ⇄ its name ⇄ ours. Codes that are not here come through with their text.
//!
//! klikit serves its dictionaries to its partners and publishes few of them; the rest is what its clients use.
//!
//! Assumption: states are numbered as in klikit's clients: 1 placed, 2 accepted, 3 cancelled, 6 scheduled, 7 driver
//! assigned, 8 driver arrived, 9 picked up. A driver shows no more than that the order was accepted.
//! Assumption: states 4 and 5 are at least ready: 4 is ready and 5 delivered in klikit's clients, and 5 is ready in its
//! guide to events.
//! Assumption: what a fulfilment status says of the courier is what its name says; 11, which is not published, is that
//! no courier could be sent, as in klikit's clients.
//! Assumption: payment states are 1 paid, 2 failed, 3 pending, 4 refunded; payment methods 2 cash, 17 QR; payment channels 31
//! cash, 37 QRIS; sources 9 in-store; discount types 0 none, 1 flat, 2 percentage; pickup types 1 default, 2 drive-through.
//! Assumption: channels other than 1, klikit's own, are numbered as in klikit's clients and menu examples.
//! Assumption: reasons are those of an earlier draft of the interface; the current pages list none.

use crate::dictionary::{Entry, Vocabulary, Word, bare, nth, word_of};
use crate::event::EventKind;
use crate::http::Trouble;
use crate::lifecycle::{Courier, PaymentStatus, Progress};
use crate::order::Fulfilment;

/// Events (<https://developer.klikit.io/partner-api/webhooks/events>).
pub(super) const EVENTS: &[Entry<EventKind>] = &[
    word_of("klikit.order.created.v2", EventKind::OrderCreated),
    word_of("klikit.order.status.updated", EventKind::OrderProgressed),
    word_of("klikit.order.cart.updated", EventKind::OrderLinesChanged),
];

/// Order states; names as on <https://developer.klikit.io/partner-api/webhooks/events>. `PREPARING` and `DISPATCHED` are
/// named there, but their codes are not published.
pub(super) const STATES: &[Entry<Progress>] = &[
    ("1", "PLACED", Progress::Placed),
    ("2", "ACCEPTED", Progress::Accepted),
    ("3", "CANCELLED", Progress::Cancelled),
    ("4", "READY", Progress::Ready),
    ("5", "DELIVERED", Progress::Ready),
    ("6", "SCHEDULED", Progress::Scheduled),
    ("7", "DRIVER_ASSIGNED", Progress::Accepted),
    ("8", "DRIVER_ARRIVED", Progress::Accepted),
    ("9", "PICKED_UP", Progress::Dispatched),
];

/// Order states whose meaning the sources dispute; [`STATES`] has their names in klikit's clients, and the least that they
/// can mean.
pub(super) const DISPUTED: &[&str] = &["4", "5"];

/// Fulfilment statuses
/// (<https://developer.klikit.io/partner-api/api-reference/orders/enum-of-valid-fulfillment-statuses>).
pub(super) const COURIERS: &[Entry<Courier>] = &[
    ("1", "DISPATCHING", Courier::Searching),
    ("2", "ALLOCATING", Courier::Searching),
    ("3", "PENDING_PICKUP", Courier::Assigned),
    ("4", "PICKING_UP", Courier::Assigned),
    ("5", "IN_DELIVERY", Courier::Delivering),
    ("6", "COMPLETED", Courier::Delivered),
    ("7", "RETURNED", Courier::Returned),
    ("8", "FAILED", Courier::Failed),
    ("9", "CANCELED", Courier::Cancelled),
    ("10", "IN_RETURN", Courier::Returning),
    ("11", "DISPATCH_FAILED", Courier::Failed),
];

/// Kinds of fulfilment
/// (<https://developer.klikit.io/partner-api/api-reference/orders/enum-of-valid-order-types-delivery-pickup-dine-in>).
pub(super) const FULFILMENTS: &[Entry<Fulfilment>] = &[
    ("1", "pickup", Fulfilment::Pickup),
    ("2", "delivery", Fulfilment::Delivery),
    ("3", "dinein", Fulfilment::DineIn),
];

/// klikit's own channel (<https://developer.klikit.io/partner-api/api-reference/menu-items>).
pub(super) const OWN_CHANNEL: &str = "1";

/// Sales channels (providers). The authoritative list is served at `/providers`
/// (<https://developer.klikit.io/partner-api/integration-playbook>).
pub(super) const CHANNELS: &[Entry<()>] = &[
    (OWN_CHANNEL, "klikit", ()),
    ("2", "Uber Eats", ()),
    ("3", "Deliveroo", ()),
    ("5", "DoorDash", ()),
    ("6", "GrabFood", ()),
    ("7", "foodpanda", ()),
    ("9", "GoFood", ()),
    ("11", "ShopeeFood", ()),
    ("12", "Demaecan", ()),
    ("13", "Pickaroo", ()),
    ("14", "Wolt", ()),
    ("15", "Square", ()),
    ("16", "TikTok Shop", ()),
    ("17", "Maxim", ()),
];

/// Payment states.
pub(super) const PAYMENT_STATES: &[Entry<PaymentStatus>] = &[
    ("1", "paid", PaymentStatus::Paid),
    ("2", "failed", PaymentStatus::Failed),
    ("3", "pending", PaymentStatus::Unpaid),
    ("4", "refunded", PaymentStatus::Refunded),
];

/// Payment methods.
pub(super) const METHODS: &[Entry<()>] = &[("2", "Cash", ()), ("17", "QR", ())];

/// Payment channels.
pub(super) const PAYMENT_CHANNELS: &[Entry<()>] = &[("31", "Cash", ()), ("37", "QRIS", ())];

/// Where an order was placed.
const SOURCES: &[Entry<()>] = &[("9", "in-store", ())];

/// How a discount is reckoned.
const DISCOUNT_TYPES: &[Entry<()>] = &[("0", "none", ()), ("1", "flat", ()), ("2", "percentage", ())];

/// How an order is picked up.
const PICKUP_TYPES: &[Entry<()>] = &[("1", "default", ()), ("2", "drive-through", ())];

/// Reasons for a rejection or cancellation: those of the draft (<https://github.com/klikit/klikit-partner>); an open list.
const REASONS: &[Entry<()>] = &[
    bare("out_of_items"),
    bare("kitchen_closed"),
    bare("store_too_busy"),
    bare("customer_requested"),
    bare("cannot_complete_request"),
    bare("system_error"),
    bare("other"),
];

/// What a status change may ask for
/// (<https://developer.klikit.io/partner-api/api-reference/orders/transition-an-order-through-its-state-machine>).
const STATUS_CHANGES: &[Entry<Progress>] = &[
    word_of("accepted", Progress::Accepted),
    word_of("ready", Progress::Ready),
    word_of("picked_up", Progress::Dispatched),
    word_of("rejected", Progress::Rejected),
    word_of("cancelled", Progress::Cancelled),
];

/// Countries (<https://developer.klikit.io/partner-api/api-reference/branches/update-a-branch>).
const COUNTRIES: &[Entry<()>] = &[
    ("1", "AUS", ()),
    ("2", "PHL", ()),
    ("3", "SGP", ()),
    ("4", "IDN", ()),
    ("5", "TWN", ()),
    ("6", "MYS", ()),
    ("7", "GBR", ()),
    ("8", "HKG", ()),
    ("9", "THA", ()),
    ("10", "JPN", ()),
    ("11", "VNM", ()),
    ("12", "KHM", ()),
    ("23", "ARG", ()),
    ("30", "BGD", ()),
    ("38", "BOL", ()),
    ("43", "BRA", ()),
    ("59", "COL", ()),
    ("64", "CRI", ()),
    ("75", "ECU", ()),
    ("101", "GTM", ()),
    ("151", "MEX", ()),
    ("167", "NZL", ()),
    ("168", "NIC", ()),
    ("182", "PER", ()),
];

/// Currencies; the published list goes on (<https://developer.klikit.io/partner-api/api-reference/branches/update-a-branch>).
const CURRENCIES: &[Entry<()>] = &[
    ("1", "AUD", ()),
    ("2", "PHP", ()),
    ("3", "SGD", ()),
    ("4", "IDR", ()),
    ("5", "TWD", ()),
    ("6", "MYR", ()),
    ("7", "GBP", ()),
    ("8", "HKD", ()),
    ("9", "THB", ()),
    ("10", "JPY", ()),
    ("11", "VND", ()),
];

/// Codes of errors and what they mean, in both spellings: lower case in the reference, upper case in the guide
/// (<https://developer.klikit.io/partner-api/concepts/errors>).
pub(super) const ERROR_CODES: &[Entry<Trouble>] = &[
    word_of("request_invalid", Trouble::Invalid),
    word_of("request_invalid_range", Trouble::Invalid),
    word_of("request_missing_idempotency_key", Trouble::Invalid),
    word_of("auth_missing", Trouble::Unauthorized),
    word_of("auth_invalid_credential", Trouble::Unauthorized),
    word_of("auth_revoked", Trouble::Unauthorized),
    word_of("auth_forbidden", Trouble::Forbidden),
    word_of("resource_not_found", Trouble::NotFound),
    word_of("resource_unmapped", Trouble::NotFound),
    word_of("not_found", Trouble::NotFound),
    word_of("state_invalid_transition", Trouble::Transition),
    word_of("state_idempotency_conflict", Trouble::KeyConflict),
    word_of("provider_rejected_cancel", Trouble::Conflict),
    ("REQUEST_INVALID", "request_invalid", Trouble::Invalid),
    ("MISSING_AUTH", "auth_missing", Trouble::Unauthorized),
    ("INVALID_CREDENTIALS", "auth_invalid_credential", Trouble::Unauthorized),
    ("FORBIDDEN_SCOPE", "auth_forbidden", Trouble::Forbidden),
    ("RESOURCE_NOT_FOUND", "resource_not_found", Trouble::NotFound),
    ("INVALID_TRANSITION", "state_invalid_transition", Trouble::Transition),
    ("IDEMPOTENCY_KEY_CONFLICT", "state_idempotency_conflict", Trouble::KeyConflict),
    ("RATE_LIMITED", "rate_limited", Trouble::RateLimited),
    ("DOWNSTREAM_UNAVAILABLE", "downstream_unavailable", Trouble::Unavailable),
    ("INTERNAL", "internal", Trouble::Unavailable),
];

/// The word at a position of a vocabulary.
pub(crate) fn word(vocabulary: Vocabulary, position: usize) -> Option<Word> {
    let named = |table| nth(table, position, |()| None);
    match vocabulary {
        Vocabulary::KlikitEvent => nth(EVENTS, position, |kind| Some(kind.code())),
        Vocabulary::KlikitOrderStatus => nth(STATES, position, |progress| Some(progress.code())),
        Vocabulary::KlikitFulfilmentStatus => nth(COURIERS, position, |courier| Some(courier.code())),
        Vocabulary::KlikitOrderType => nth(FULFILMENTS, position, |fulfilment| Some(fulfilment.code())),
        Vocabulary::KlikitProvider => named(CHANNELS),
        Vocabulary::KlikitPaymentStatus => nth(PAYMENT_STATES, position, |status| Some(status.code())),
        Vocabulary::KlikitPaymentMethod => named(METHODS),
        Vocabulary::KlikitPaymentChannel => named(PAYMENT_CHANNELS),
        Vocabulary::KlikitSource => named(SOURCES),
        Vocabulary::KlikitDiscountType => named(DISCOUNT_TYPES),
        Vocabulary::KlikitPickupType => named(PICKUP_TYPES),
        Vocabulary::KlikitReason => named(REASONS),
        Vocabulary::KlikitStatusChange => nth(STATUS_CHANGES, position, |progress| Some(progress.code())),
        Vocabulary::KlikitCountry => named(COUNTRIES),
        Vocabulary::KlikitCurrency => named(CURRENCIES),
        Vocabulary::KlikitErrorCode => nth(ERROR_CODES, position, |_| None),
        _ => None,
    }
}

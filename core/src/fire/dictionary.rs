//! Fire's vocabularies, as data: its word ⇄ ours. Words that are not here come through with their text.

use crate::dictionary::{Entry, Vocabulary, Word, bare, find, nth, word_of};
use crate::event::EventKind;
use crate::lifecycle::{PaymentStatus, Progress};
use crate::order::{Fulfilment, LineKind};

/// Events (<https://docs.fire.rest/en/events/overview>, and <https://docs.fire.rest/en/webhook-reference/overview>).
/// Those that were renamed on 11 June 2026 (<https://docs.fire.rest/en/changelog>) stand with their name since.
///
/// `menus.sync` was removed on 5 June 2026 and `menu.deleted` is said never to be sent; the overview lists them still.
const EVENTS: &[Entry<EventKind>] = &[
    word_of("order.opened", EventKind::OrderCreated),
    word_of("order.completed", EventKind::OrderSettled),
    word_of("order.status_updated", EventKind::OrderProgressed),
    word_of("order.cancelled", EventKind::OrderCancelled),
    word_of("order.invoiced", EventKind::OrderInvoiced),
    word_of("order.reversed", EventKind::OrderReversed),
    word_of("store.business_day_closed", EventKind::BusinessDayClosed),
    word_of("order.status_changed", EventKind::OrderProgressed),
    word_of("channel.updated", EventKind::ChannelUpdated),
    word_of("channel.deleted", EventKind::ChannelRemoved),
    word_of("channels.sync", EventKind::ChannelsSynced),
    word_of("store.updated", EventKind::StoreUpdated),
    word_of("store.deleted", EventKind::StoreRemoved),
    word_of("stores.sync", EventKind::StoresSynced),
    word_of("menu.updated", EventKind::MenuUpdated),
    word_of("menu.deleted", EventKind::MenuRemoved),
    word_of("menus.sync", EventKind::MenusSynced),
    word_of("product.updated", EventKind::ProductUpdated),
    word_of("product.price_updated", EventKind::ProductPriceChanged),
    word_of("product.availability_changed", EventKind::ProductAvailabilityChanged),
    ("order.status-updated", "order.status_updated", EventKind::OrderProgressed),
    ("fiscal.authorized.br", "order.invoiced", EventKind::OrderInvoiced),
    ("fiscal.cancelled.br", "order.reversed", EventKind::OrderReversed),
    ("store.day-closed", "store.business_day_closed", EventKind::BusinessDayClosed),
];

/// Business statuses (<https://docs.fire.rest/en/api-reference/list-orders>). `CANCELED` is the spelling of the v4 API.
///
/// `COMPLETED` means that the sale is settled and says nothing of the kitchen. `FORCE_CLOSED`, an open order at the end
/// of its day, is no step of an order's way and comes through as unknown.
const STATUSES: &[Entry<Option<Progress>>] = &[
    word_of("OPEN", Some(Progress::Placed)),
    word_of("COMPLETED", None),
    word_of("FORCE_CLOSED", Some(Progress::Unknown)),
    word_of("CANCELLED", Some(Progress::Cancelled)),
    word_of("CANCELED", Some(Progress::Cancelled)),
];

/// Payment statuses (<https://docs.fire.rest/en/events/order-completed>), and those after a cancellation by the v4 API
/// (<https://docs.fire.rest/en/api-reference/cancel-order>), of which `CANCELED`, a charge that was voided, comes through as
/// unknown.
const PAYMENTS: &[Entry<PaymentStatus>] = &[
    word_of("PENDING", PaymentStatus::Unpaid),
    word_of("SUCCEEDED", PaymentStatus::Paid),
    word_of("FAILED", PaymentStatus::Failed),
    word_of("REFUNDED", PaymentStatus::Refunded),
    word_of("CANCELED", PaymentStatus::Unknown),
];

/// Statuses of a tender: whether it counts as charged. Case does not matter, and every other status counts as declined
/// (<https://docs.fire.rest/en/api-reference/confirm-payment>).
const TENDERS: &[Entry<bool>] = &[
    word_of("APPROVED", true),
    word_of("AUTHORIZED", true),
    word_of("CAPTURED", true),
    word_of("PAID", true),
    word_of("SUCCESS", true),
    word_of("SUCCEEDED", true),
    word_of("PENDING", false),
];

/// Steps of the kitchen (<https://docs.fire.rest/en/events/order-status-updated>).
const STEPS: &[Entry<Progress>] = &[
    word_of("preparing", Progress::Preparing),
    word_of("ready", Progress::Ready),
    word_of("dispatched", Progress::Dispatched),
];

/// What a kitchen may report (<https://docs.fire.rest/en/api-reference/kds-order-status>).
const REPORTS: &[Entry<Progress>] = &[
    word_of("order.preparing", Progress::Preparing),
    word_of("order.ready", Progress::Ready),
    word_of("order.dispatched", Progress::Dispatched),
];

/// Statuses of `order.status_changed` (<https://docs.fire.rest/en/webhook-reference/order-status-changed>), whose page
/// calls the list unconfirmed.
const CHANGES: &[Entry<Progress>] = &[
    word_of("received", Progress::Placed),
    word_of("accepted", Progress::Accepted),
    word_of("in_preparation", Progress::Preparing),
    word_of("ready", Progress::Ready),
    word_of("dispatched", Progress::Dispatched),
    word_of("delivered", Progress::Delivered),
    word_of("cancelled", Progress::Cancelled),
];

/// Kinds of fulfilment (<https://docs.fire.rest/en/events/order-completed>); one published example writes `DINE-IN`.
const FULFILMENTS: &[Entry<Fulfilment>] = &[
    word_of("DELIVERY", Fulfilment::Delivery),
    word_of("PICKUP", Fulfilment::Pickup),
    word_of("TAKEAWAY", Fulfilment::Takeaway),
    word_of("DINE_IN", Fulfilment::DineIn),
    ("DINE-IN", "DINE_IN", Fulfilment::DineIn),
];

/// Types of items (<https://docs.fire.rest/en/events/order-completed>): what they are at the top level and below another
/// item. `PRODUCTO` is the catalogue's spelling.
const ITEMS: &[Entry<(LineKind, LineKind)>] = &[
    word_of("PRODUCT", (LineKind::Product, LineKind::Component)),
    ("PRODUCTO", "PRODUCT", (LineKind::Product, LineKind::Component)),
    word_of("COMBO", (LineKind::Product, LineKind::Component)),
    word_of("MODIFIER", (LineKind::Modifier, LineKind::Modifier)),
    word_of("PACKAGING", (LineKind::Packaging, LineKind::Packaging)),
];

/// Types of discounts (<https://docs.fire.rest/en/events/order-completed>).
const DISCOUNTS: &[Entry<()>] = &[bare("FIXED"), bare("PERCENTAGE")];

/// Where an order was cancelled (<https://docs.fire.rest/en/events/order-cancelled>); `api` in older documents only.
const CANCELLATION_SOURCES: &[Entry<()>] = &[bare("backoffice"), bare("adapter"), bare("api")];

/// Why a cancellation was refused (<https://docs.fire.rest/en/api-reference/cancellation-eligibility>).
const CANCELLATION_CODES: &[Entry<()>] = &[
    bare("CANCELLATION_IN_PROGRESS"),
    bare("FISCAL_ALREADY_CANCELLED"),
    bare("ORDER_NOT_CANCELLABLE"),
    bare("FISCAL_REPRESENTATION_NOT_VOIDED"),
    bare("BUSINESS_DAY_CLOSED"),
    bare("CANCELLATION_POLICY_DENIED"),
    bare("AMBIGUOUS_ORDER_REFERENCE"),
];

/// States of a fiscal document (<https://docs.fire.rest/en/events/order-invoiced>); `contingency` on an earlier page only.
const FISCAL_STATUSES: &[Entry<()>] = &[
    bare("awaiting_payment"),
    bare("not_issued"),
    bare("pending"),
    bare("processing"),
    bare("fiscal_graphic"),
    bare("authorized"),
    bare("cancelling"),
    bare("cancelled"),
    bare("rejected"),
    bare("denied"),
    bare("error"),
    bare("contingency"),
];

/// What came of numbering a fiscal document (<https://docs.fire.rest/en/fiscal/overview>): the words of three generations,
/// which disagree.
const NUMBERING_STATUSES: &[Entry<()>] = &[
    bare("GENERATED"),
    bare("NOT_GENERATED"),
    bare("PENDING"),
    bare("FAILED_RETRYABLE"),
    bare("FAILED_FINAL"),
    bare("UNAVAILABLE"),
    bare("NOT_APPLICABLE"),
    bare("BLOCKED_BY_POLICY"),
];

/// Types of fiscal documents (<https://docs.fire.rest/en/fiscal/callback-to-events>), and the words they had of old.
const DOCUMENT_TYPES: &[Entry<()>] = &[
    bare("SALE_INVOICE"),
    bare("CREDIT_NOTE"),
    ("invoice", "SALE_INVOICE", ()),
    ("cancellation", "CREDIT_NOTE", ()),
];

/// How a fiscal document was authorised (<https://docs.fire.rest/en/events/order-invoiced>).
const AUTHORIZATION_MODES: &[Entry<()>] = &[bare("ONLINE"), bare("OFFLINE"), bare("BATCH")];

/// What kind of failure kept a fiscal document back (<https://docs.fire.rest/en/fiscal/overview>).
const FAILURE_SCOPES: &[Entry<()>] = &[bare("TECHNICAL"), bare("FUNCTIONAL")];

/// What became of a confirmed payment (<https://docs.fire.rest/en/api-reference/confirm-payment>).
const PAYMENT_OUTCOMES: &[Entry<()>] =
    &[bare("settled"), bare("recorded"), bare("declined"), bare("duplicate")];

/// States of a report that is queued (<https://docs.fire.rest/en/api-reference/fiscal-callback>).
const QUEUE_STATUSES: &[Entry<()>] = &[
    bare("queued"),
    bare("processing"),
    bare("processed"),
    bare("retry"),
    bare("failed"),
    bare("dead"),
    bare("ignored"),
];

/// Types of a product of the catalogue (<https://docs.fire.rest/en/webhook-reference/menu-updated-v2>), whose table and
/// example spell the first differently.
const PRODUCT_TYPES: &[Entry<()>] =
    &[bare("PRODUCT"), ("PRODUCTO", "PRODUCT", ()), bare("MODIFIER"), bare("COMPLEMENT"), bare("COMBO")];

/// Types of a modifier group (<https://docs.fire.rest/en/webhook-reference/menu-updated-v2>); the last is of the first
/// generation (<https://docs.fire.rest/en/webhook-reference/menu-updated>).
const MODIFIER_GROUP_TYPES: &[Entry<()>] = &[bare("RADIO"), bare("CHECKBOX"), bare("single")];

/// Statuses of a store (<https://docs.fire.rest/en/api-reference/list-stores>).
const STORE_STATUSES: &[Entry<()>] =
    &[bare("DRAFT"), bare("PUBLISHED"), bare("PARTIALLY_PUBLISHED"), bare("ARCHIVED")];

/// Whether a store or channel can be ordered from (<https://docs.fire.rest/en/api-reference/list-stores>,
/// <https://docs.fire.rest/en/webhook-reference/channel-updated>).
///
/// Assumption: a suspended store cannot.
const ACTIVE: &[Entry<bool>] =
    &[word_of("ACTIVE", true), word_of("INACTIVE", false), word_of("SUSPENDED", false)];

/// How Fire proves itself to a channel (<https://docs.fire.rest/en/webhook-reference/channel-updated>).
const AUTH_TYPES: &[Entry<()>] =
    &[bare("API_KEY"), bare("OAUTH2"), bare("BASIC_AUTH"), bare("XMART_LOGIN"), bare("NONE")];

/// How far a store or menu is published (<https://docs.fire.rest/en/api-reference/list-stores>).
const SYNC_STATUSES: &[Entry<()>] = &[bare("SYNCED"), bare("PENDING"), bare("FAILED")];

/// How a menu was received (<https://docs.fire.rest/en/api-reference/menu-sync-status>).
const SYNC_REPORTS: &[Entry<()>] = &[bare("SUCCESS"), bare("FAILED")];

/// Days of the week, numbered as in ISO 8601 (<https://docs.fire.rest/en/webhook-reference/store-updated>).
const WEEKDAYS: &[Entry<i32>] = &[
    word_of("MONDAY", 1),
    word_of("TUESDAY", 2),
    word_of("WEDNESDAY", 3),
    word_of("THURSDAY", 4),
    word_of("FRIDAY", 5),
    word_of("SATURDAY", 6),
    word_of("SUNDAY", 7),
];

/// Who closed a business day (<https://docs.fire.rest/en/events/store-day-closed>); the last is reserved.
const CLOSED_BY: &[Entry<()>] = &[bare("system"), bare("user")];

/// The name that an event has today.
pub(super) fn current_name(word: &str) -> &str {
    EVENTS.iter().find(|(known, ..)| *known == word).map_or(word, |(_, name, _)| name)
}

pub(super) fn event(word: &str) -> EventKind {
    find(EVENTS, word).unwrap_or(EventKind::Unknown)
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
    TENDERS.iter().any(|(known, _, charged)| *charged && known.eq_ignore_ascii_case(word))
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
    match word.and_then(|word| find(ITEMS, word)) {
        Some((_, below)) if is_child => below,
        Some((top, _)) => top,
        None if is_child => LineKind::Modifier,
        None => LineKind::Product,
    }
}

/// Whether a store or channel with this word in `active` can be ordered from.
pub(super) fn active(word: &str) -> Option<bool> {
    find(ACTIVE, word)
}

/// The word at a position of a vocabulary.
pub(crate) fn word(vocabulary: Vocabulary, position: usize) -> Option<Word> {
    let nothing = |table| nth(table, position, |()| None);
    let way = |table| nth(table, position, |progress: Progress| Some(progress.code()));
    match vocabulary {
        Vocabulary::FireEvent => {
            nth(EVENTS, position, |kind| (kind != EventKind::Unknown).then_some(kind.code()))
        }
        Vocabulary::FireStatus => nth(STATUSES, position, |progress| {
            progress.filter(|progress| *progress != Progress::Unknown).map(Progress::code)
        }),
        Vocabulary::FirePaymentStatus => {
            nth(PAYMENTS, position, |status| (status != PaymentStatus::Unknown).then_some(status.code()))
        }
        Vocabulary::FireTransactionStatus => nth(TENDERS, position, |charged| Some(i32::from(charged))),
        Vocabulary::FireKitchenStatus => way(STEPS),
        Vocabulary::FireKitchenReport => way(REPORTS),
        Vocabulary::FireOrderStatus => way(CHANGES),
        Vocabulary::FireService => nth(FULFILMENTS, position, |fulfilment| Some(fulfilment.code())),
        Vocabulary::FireItemType => nth(ITEMS, position, |(top, _)| Some(top.code())),
        Vocabulary::FireDiscountType => nothing(DISCOUNTS),
        Vocabulary::FireCancellationSource => nothing(CANCELLATION_SOURCES),
        Vocabulary::FireCancellationCode => nothing(CANCELLATION_CODES),
        Vocabulary::FireFiscalStatus => nothing(FISCAL_STATUSES),
        Vocabulary::FireNumberingStatus => nothing(NUMBERING_STATUSES),
        Vocabulary::FireDocumentType => nothing(DOCUMENT_TYPES),
        Vocabulary::FireAuthorizationMode => nothing(AUTHORIZATION_MODES),
        Vocabulary::FireFailureScope => nothing(FAILURE_SCOPES),
        Vocabulary::FirePaymentOutcome => nothing(PAYMENT_OUTCOMES),
        Vocabulary::FireQueueStatus => nothing(QUEUE_STATUSES),
        Vocabulary::FireProductType => nothing(PRODUCT_TYPES),
        Vocabulary::FireModifierGroupType => nothing(MODIFIER_GROUP_TYPES),
        Vocabulary::FireStoreStatus => nothing(STORE_STATUSES),
        Vocabulary::FireActive => nth(ACTIVE, position, |is_active| Some(is_active.into())),
        Vocabulary::FireAuthType => nothing(AUTH_TYPES),
        Vocabulary::FireSyncStatus => nothing(SYNC_STATUSES),
        Vocabulary::FireSyncReport => nothing(SYNC_REPORTS),
        Vocabulary::FireWeekday => nth(WEEKDAYS, position, Some),
        Vocabulary::FireClosedBy => nothing(CLOSED_BY),
        _ => None,
    }
}

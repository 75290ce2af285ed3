//! A Fire order, whole or thin, as the common order: a table of members (<https://docs.fire.rest/en/events/order-completed>).
//!
//! Assumption: `kds.buzzerName` is the buzzer that was handed to the customer.
//! Assumption: `policy.deferredPayment.eligible` (<https://docs.fire.rest/en/events/order-opened>), whether to act before
//! payment, is said of the kitchen.

use super::amounts::{self, Unit};
use super::reading::Reading;
use super::{dictionary, fiscal, fulfilment, kitchen, line, party, payment, said, store};
use crate::event::{DecodeError, Decoder};
use crate::json::{Value, members};
use crate::lifecycle::{PaymentStatus, Progress};
use crate::order::{Order, OrderInt, OrderText, OrderTime, Party, PartyRole, Pool, Reader, SharedCurrency};
use crate::problem::Problems;
use crate::value::Currency;

members! {
    struct OrderMembers {
        id: "orderId",
        code: "orderCode",
        business_date: "businessDayDate",
        external_id: "externalOrderId",
        created_at: "createdAt",
        comment: "orderComment",
        payment_status: "paymentStatus",
        status: "status",
        store: "store",
        channel: "channel",
        client: "client",
        payments: "payments",
        kds: "kds",
        lines: "orderLines",
        fulfillment: "fulfillment",
        kitchen: "kitchen",
        policy: "policy",
        fiscal_representation: "fiscalRepresentation",
        fiscal: "fiscal",
        cancellation: "cancellation",
    }
}

members! { struct KdsMembers { buzzer: "buzzerName", } }
members! { struct PolicyMembers { deferred_payment: "deferredPayment", } }
members! { struct DeferredPaymentMembers { eligible: "eligible", } }
members! {
    struct CancellationMembers {
        at: "cancelledAt",
        reason: "cancellationReason",
        code: "cancellationType",
        source: "cancellationSource",
        metadata: "metadata",
        fiscal: "fiscal",
    }
}
members! { struct CancellationMetadataMembers { fiscal: "fiscal", } }
members! { struct ChannelMembers { uid: "uid", code: "code", } }

/// Reads an order, before which there are `lines_before` lines of others in the same document.
pub(super) fn read(
    value: Value<'_>,
    lines_before: usize,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Order, DecodeError> {
    let m = OrderMembers::read(value, problems);
    let mut order = Order::new();
    let mut pool = Pool::default();
    // Most of a snapshot is amounts, taxes and names of members.
    pool.reserve(value.raw().len() / 8);
    let mut reader = Reader { pool: &mut pool, problems };
    let r = &mut reader;
    let id = r.id(said(m.id));
    if r.pool.get(id).is_none() {
        return Err(DecodeError::no_identity(value));
    }
    order.set_text(OrderText::Id, id);
    texts(&m, &mut order, r);
    let mut reading = Reading::new(decoder, Unit::TenThousandths, lines_before);
    let store_currency = store::read(m.store, &store::Beside::default(), decoder, &mut order, r);
    let shared = line::read_all(m.lines, store_currency, &mut reading, &mut order, r)?;
    let wanted = amounts::wanted(shared, store_currency);
    let paid = payment::read(m.payments, wanted, &mut reading, &mut order, r);
    currency(shared, wanted.or(paid), &mut order, r);
    let kitchen = kitchen::read(m.kitchen, &mut order, r);
    states(m.status, m.payment_status, kitchen, &mut order, r);
    policy(m.policy, &mut order, r);
    let [cancelled, cancelled_of_old] = cancellation(m.cancellation, &mut order, r);
    fiscal::read([cancelled, cancelled_of_old, m.fiscal, m.fiscal_representation], &mut order, r);
    let mut customer = Party::new(PartyRole::Customer);
    let billing = party::customer(m.client, &mut customer, r);
    fulfilment::read(m.fulfillment, None, &mut customer, &mut order, r);
    order.push_party(r.pool, customer);
    party::billing(billing, &mut order, r);
    order.finish(pool).ok_or(DecodeError::OutOfMemory)
}

fn texts(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    order.set_text(OrderText::Reference, r.id(said(m.code)));
    order.set_text(OrderText::ExternalId, r.id(said(m.external_id)));
    order.set_text(OrderText::BusinessDate, r.text(said(m.business_date)));
    order.set_text(OrderText::Notes, r.text(said(m.comment)));
    order.set_time(OrderTime::CreatedAt, r.time(said(m.created_at)));
    channel(m.channel, order, r);
    if let Some(kds) = r.object(m.kds) {
        let buzzer = KdsMembers::read(kds, r.problems).buzzer;
        order.set_text(OrderText::Pager, r.id(said(buzzer)));
    }
}

/// The sales channel.
pub(super) fn channel(channel: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) {
    let Some(channel) = r.object(channel) else { return };
    let channel = ChannelMembers::read(channel, r.problems);
    order.set_text(OrderText::ChannelId, r.id(said(channel.uid)));
    order.set_text(OrderText::Channel, r.id(said(channel.code)));
}

/// The order's currency, which there is none where its lines disagree.
pub(super) fn currency(
    lines: SharedCurrency,
    found: Option<Currency>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    if let Some(currency) = found.filter(|_| lines != SharedCurrency::Mixed) {
        order.set_text(OrderText::Currency, r.pool.push(currency.code()));
    }
}

/// A cancelled order is cancelled; otherwise the kitchen says how far it is, and where no kitchen has reported, the
/// business status, if it says anything of that.
pub(super) fn states(
    status: Option<Value<'_>>,
    payment_status: Option<Value<'_>>,
    kitchen: Option<Progress>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let status = r.text(said(status));
    let business = r.pool.get(status).and_then(dictionary::status);
    let settled = r.pool.get(status) == Some("COMPLETED");
    order.set_text(OrderText::State, status);
    let progress = match business {
        Some(Progress::Cancelled) => business,
        _ => kitchen.or(business),
    };
    order.set_int(OrderInt::Progress, progress.map(|progress| progress.code().into()));

    let payment = r.text(said(payment_status));
    let paid = r.pool.get(payment).map(dictionary::payment).or(settled.then_some(PaymentStatus::Paid));
    order.set_text(OrderText::PaymentStatusText, payment);
    order.set_int(OrderInt::PaymentStatus, paid.map(|paid| paid.code().into()));
}

/// What was decided when the order was placed, once and for all.
fn policy(policy: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) {
    let Some(policy) = r.object(policy) else { return };
    let deferred = PolicyMembers::read(policy, r.problems).deferred_payment;
    let Some(deferred) = r.object(deferred) else { return };
    let eligible = DeferredPaymentMembers::read(deferred, r.problems).eligible;
    order.set_flag(OrderInt::PrepareBeforePayment, r.flag(eligible));
}

/// Why, when and where it was cancelled (<https://docs.fire.rest/en/events/order-cancelled>), and the blocks of the
/// cancelled fiscal document. The reason has a code since the second generation; its group and the note are left to be read
/// by path.
fn cancellation<'d>(
    cancellation: Option<Value<'d>>,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> [Option<Value<'d>>; 2] {
    let Some(cancellation) = r.object(cancellation) else { return [None; 2] };
    let m = CancellationMembers::read(cancellation, r.problems);
    order.set_text(OrderText::CancellationReason, r.text(said(m.reason)));
    order.set_text(OrderText::CancellationCode, r.id(said(m.code)));
    order.set_text(OrderText::CancellationSource, r.text(said(m.source)));
    order.set_time(OrderTime::CancelledAt, r.time(said(m.at)));
    let metadata =
        r.object(m.metadata).map(|metadata| CancellationMetadataMembers::read(metadata, r.problems));
    [m.fiscal, metadata.and_then(|metadata| metadata.fiscal)]
}

//! Orders as Fire answers them, rather than sends them: of a read, and of the v4 API.
//!
//! | answer | orders | spelling | source |
//! | --- | --- | --- | --- |
//! | list of orders | `orders[]` | `id`, `orderLines` | <https://docs.fire.rest/en/api-reference/list-orders> |
//! | one order | the whole answer | the same | <https://docs.fire.rest/en/api-reference/get-order> |
//! | v4: order placed or cancelled | `data` | `uid`, `order_lines` | <https://docs.fire.rest/en/api-reference/orders> |
//!
//! They are one kind of order with members of their own, of which an answer has those that were asked for (`fields`). One
//! that lacks an id, as a published answer does, is told by its code or its external id. A snapshot as in an event
//! (`orderId`) is read, too.
//!
//! Assumption: times of the v4 API that state no offset are UTC, as all of Fire's that state one.
//! Assumption: `aggregator.status` (<https://docs.fire.rest/en/api-reference/aggregator-order-status>) is how far the channel's
//! courier is; channels word it as they like.
//! Assumption: `metadata.pos` of the v4 API has what the order was placed with: `order_id`, `order_comment`.
//! Assumption: where an answer has `paymentMethods` and `payments`, both tell of the same tenders.

use alloc::vec::Vec;

use super::amounts::{self, Unit};
use super::payment::{self, Only, TenderMembers};
use super::reading::Reading;
use super::{fiscal, fulfilment, kitchen, line, order, party, said, store};
use crate::event::{DecodeError, Decoder, Parts};
use crate::json::{Document, Kind, Value, members};
use crate::lifecycle::Courier;
use crate::order::{
    Order, OrderInt, OrderMoney, OrderText, OrderTime, Party, PartyRole, PaymentText, Pool, Reader,
};
use crate::problem::{ProblemCode, Problems};
use crate::value::Currency;

members! { struct AnswerMembers { orders: "orders", data: "data", } }

members! {
    /// The second spelling is that of the v4 API.
    struct OrderMembers {
        id: "id",
        uid: "uid",
        code: "orderCode" | "order_code",
        external_id: "orderExternal" | "external_order_id",
        vendor_id: "vendorId" | "vendor_uid",
        store_id: "storeId" | "store_uid",
        channel: "channel",
        service: "service",
        store: "store",
        customer: "customer",
        billing: "billing",
        fulfillment: "fulfillment",
        status: "status",
        payment_status: "paymentStatus" | "payment_status",
        cancellation_code: "cancellation_type",
        tenders: "paymentMethods" | "payment_methods",
        metadata: "metadata",
        business_date: "businessDayDate",
        created_at: "createdAt" | "created_at",
        updated_at: "updatedAt" | "updated_at",
        lines: "orderLines" | "order_lines",
        totals: "totals",
        settlement: "settlement",
        payments: "payments",
        kitchen: "kitchen",
        aggregator: "aggregator",
        fiscal: "fiscal",
    }
}

members! { struct MetadataMembers { pos: "pos", } }
members! { struct PosMembers { order_id: "order_id", comment: "order_comment", } }
members! { struct SettlementMembers { paid: "paidSoFar", total: "total", currency: "currencyCode", } }
members! { struct AggregatorMembers { status: "status", } }
members! { struct StoredTenderMembers { uid: "uid", total: "total" | "amount", details: "details", } }

/// Reads the answer to a read: a list of orders, or one.
pub(crate) fn read_orders(document: &Document, decoder: &Decoder) -> Result<Parts, DecodeError> {
    let root = document.root();
    if root.kind() != Kind::Object {
        return Err(DecodeError::no_object(root));
    }
    let mut problems = Problems::default();
    let answer = AnswerMembers::read(root, &mut problems);
    let is = |kind| move |value: &Value<'_>| value.kind() == kind;
    if let Some(list) = answer.orders.or(answer.data).filter(is(Kind::Array)) {
        let orders = read_list(list, decoder, &mut problems)?;
        return Ok(Parts::of_read(orders, problems));
    }
    let value = answer.data.filter(is(Kind::Object)).unwrap_or(root);
    let order = read(value, 0, decoder, &mut problems)?.ok_or_else(|| DecodeError::no_identity(value))?;
    Ok(Parts::of_read(Parts::one_order(order, value)?, problems))
}

/// Reads every order that says which one it is. One that does not is noted and costs only itself; an answer of no other is
/// refused, and an empty one is not.
fn read_list(
    list: Value<'_>,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Vec<(Order, u32)>, DecodeError> {
    let mut orders = Vec::new();
    let mut lines: usize = 0;
    for value in list.elements() {
        if value.kind() != Kind::Object {
            problems.note(ProblemCode::WrongType, value);
        } else if let Some(order) = read(value, lines, decoder, problems)? {
            lines = lines.saturating_add(order.line_count());
            orders.try_reserve(1).map_err(|_| DecodeError::OutOfMemory)?;
            orders.push((order, value.place()));
        } else {
            problems.note(ProblemCode::NoIdentity, value);
        }
    }
    match list.elements().next() {
        Some(first) if orders.is_empty() => Err(DecodeError::no_identity(first)),
        _ => Ok(orders),
    }
}

/// Reads an order in either form; `None` of what does not say which order it is.
fn read(
    value: Value<'_>,
    lines_before: usize,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Option<Order>, DecodeError> {
    let snapshot_id = value.get("orderId").filter(|id| !id.is_null());
    if said(snapshot_id).is_none() {
        return read_stored(value, lines_before, decoder, problems);
    }
    match order::read(value, lines_before, decoder, problems) {
        Err(DecodeError::NoIdentity { .. }) => Ok(None),
        read => read.map(Some),
    }
}

fn read_stored(
    value: Value<'_>,
    lines_before: usize,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Option<Order>, DecodeError> {
    let m = OrderMembers::read(value, problems);
    let mut order = Order::new();
    let mut pool = Pool::default();
    pool.reserve(value.raw().len() / 8);
    let mut reader = Reader { pool: &mut pool, problems };
    let r = &mut reader;
    if !identity(&m, &mut order, r) {
        return Ok(None);
    }
    let beside = store::Beside { store: m.store_id, vendor: m.vendor_id };
    let store_currency = store::read(m.store, &beside, decoder, &mut order, r);
    // Only the v4 API calls an order's id `uid`.
    let unit = if m.uid.is_some() { Unit::Major } else { Unit::TenThousandths };
    let mut reading = Reading::new(decoder, unit, lines_before);
    let shared = line::read_all(m.lines, store_currency, &mut reading, &mut order, r)?;
    let wanted = amounts::wanted(shared, store_currency);
    let totalled = payment::totals(m.totals, None, wanted, &mut reading, &mut order, r);
    let settled = settlement(m.settlement, wanted.or(totalled), &reading, &mut order, r);
    let found = wanted.or(totalled).or(settled);
    tenders(&m, found, decoder, &mut order, r);
    order::currency(shared, found, &mut order, r);
    let kitchen = kitchen::read(m.kitchen, &mut order, r);
    order::states(m.status, m.payment_status, kitchen, &mut order, r);
    rest(&m, &mut order, r);
    let mut customer = Party::new(PartyRole::Customer);
    let billing = party::customer(m.customer, &mut customer, r);
    fulfilment::read(m.fulfillment, m.service, &mut customer, &mut order, r);
    order.push_party(r.pool, customer);
    party::billing(m.billing.or(billing), &mut order, r);
    order.finish(pool).ok_or(DecodeError::OutOfMemory).map(Some)
}

/// Reads by what the order is told from others; whether it is told at all.
fn identity(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) -> bool {
    let metadata = r.object(m.metadata).and_then(|metadata| MetadataMembers::read(metadata, r.problems).pos);
    let placed = r.object(metadata).map(|pos| PosMembers::read(pos, r.problems));
    let (placed_id, comment) = placed.map_or((None, None), |pos| (pos.order_id, pos.comment));
    let id = r.id(said(m.id).or(said(m.uid)));
    let code = r.id(said(m.code));
    let external_id = r.id(said(m.external_id).or(said(placed_id)));
    order.set_text(OrderText::Id, id);
    order.set_text(OrderText::Reference, code);
    order.set_text(OrderText::ExternalId, external_id);
    order.set_text(OrderText::Notes, r.text(said(comment)));
    [id, code, external_id].iter().any(|text| !text.is_absent())
}

/// What has been paid, and the total where the order states none; answers the currency.
fn settlement(
    settlement: Option<Value<'_>>,
    wanted: Option<Currency>,
    reading: &Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Option<Currency> {
    let m = SettlementMembers::read(r.object(settlement)?, r.problems);
    let currency = r.currency(said(m.currency)).or(wanted);
    let shift = reading.shift(currency);
    order.set_money(OrderMoney::Paid, r.money(said(m.paid), shift, currency));
    if order.money(OrderMoney::Total).is_none() {
        order.set_money(OrderMoney::Total, r.money(said(m.total), shift, currency));
    }
    currency
}

/// The tenders: those that the order was placed with, else those that were recorded since. What they pay is in
/// ten-thousandths in all of these answers; the unit of cash and change is not published, so both are left to be read by
/// path.
fn tenders(
    m: &OrderMembers<'_>,
    wanted: Option<Currency>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let placed = r.array(m.tenders).filter(|tenders| !tenders.is_empty());
    let list = match placed {
        Some(placed) => Some(placed),
        None => r.array(m.payments),
    };
    let mut promotions = Only::None;
    for value in list.into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        let stored = StoredTenderMembers::read(value, r.problems);
        let mut told = TenderMembers::read(value, r.problems);
        if let Some(details) = r.object(stored.details) {
            let details = TenderMembers::read(details, r.problems);
            let method = details.method.or(told.method);
            told = TenderMembers { method, currency: told.currency.or(details.currency), ..details };
        }
        let currency = r.currency(said(told.currency)).or(wanted);
        let shift = Unit::TenThousandths.shift(&decoder.scales, currency);
        let amount = match said(stored.total) {
            Some(total) => r.money(Some(total), shift, currency),
            None => amounts::major(told.total_bill, currency, r),
        };
        let mut payment = payment::tender(&told, amount, r);
        payment.set_text(PaymentText::Id, r.id(said(stored.uid)));
        order.push_payment(r.pool, payment);
        if payment::is_promotion(&told) {
            promotions.add(amount);
        }
    }
    order.set_money(OrderMoney::PlatformDiscount, promotions.amount());
}

/// Everything else.
fn rest(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    order.set_text(OrderText::BusinessDate, r.text(said(m.business_date)));
    order.set_time(OrderTime::CreatedAt, r.time_in_utc(said(m.created_at)));
    order.set_time(OrderTime::UpdatedAt, r.time_in_utc(said(m.updated_at)));
    order.set_text(OrderText::CancellationCode, r.id(said(m.cancellation_code)));
    // What a list of orders is filtered by is the channel's code alone.
    match m.channel.filter(|channel| channel.kind() == Kind::String) {
        Some(code) => order.set_text(OrderText::Channel, r.id(said(Some(code)))),
        None => order::channel(m.channel, order, r),
    }
    fiscal::read([m.fiscal], order, r);
    if let Some(aggregator) = r.object(m.aggregator) {
        let status = AggregatorMembers::read(aggregator, r.problems).status;
        let status = r.text(said(status));
        order.set_text(OrderText::CourierText, status);
        let courier = (!status.is_absent()).then_some(i64::from(Courier::Unknown.code()));
        order.set_int(OrderInt::Courier, courier);
    }
}

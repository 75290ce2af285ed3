//! A Fire order, whole or thin, as the common order: a table of members (<https://docs.fire.rest/en/events/order-completed>).
//!
//! Every order carries a delivery block; on others than deliveries it may be a placeholder, so its address and date are
//! read of deliveries only.
//! Assumption: `pickupDate` (`deliveryDate` of a delivery) is the time that the customer was promised.
//! Assumption: `deliveryConfirmationCode` is what is shown when the order is handed over, on any order that has one.
//! Assumption: `reference` of the delivery address is meant for the courier.
//! Assumption: `policy.deferredPayment.eligible` (<https://docs.fire.rest/en/events/order-opened>), whether to act before
//! payment, is said of the kitchen.

use super::{dictionary, kitchen, line, payment, said};
use crate::event::{DecodeError, Decoder};
use crate::json::{Value, members};
use crate::lifecycle::{PaymentStatus, Progress};
use crate::order::{
    Fulfilment, Order, OrderInt, OrderText, OrderTime, Party, PartyRole, PartyText, Pool, Reader,
    SharedCurrency,
};
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
        lines: "orderLines",
        fulfillment: "fulfillment",
        kitchen: "kitchen",
        policy: "policy",
        cancellation: "cancellation",
    }
}

members! { struct PolicyMembers { deferred_payment: "deferredPayment", } }
members! { struct DeferredPaymentMembers { eligible: "eligible", } }
members! { struct CancellationMembers { reason: "cancellationReason", at: "cancelledAt", } }
members! { struct StoreMembers { uid: "uid", code: "code", name: "name", vendor: "vendor", location: "locationInfo", } }
members! { struct VendorMembers { uid: "uid", name: "name", } }
members! { struct LocationMembers { currency: "currencyCode", } }
members! { struct ChannelMembers { uid: "uid", code: "code", } }
members! { struct FulfillmentMembers { service: "service", pickup: "pickup", delivery: "delivery", } }
members! { struct ServiceMembers { code: "code", } }
members! { struct PickupMembers { date: "pickupDate", } }
members! {
    struct DeliveryMembers {
        postal_code: "zipCode",
        latitude: "latitude",
        longitude: "longitude",
        reference: "reference",
        main_street: "mainStreet",
        date: "deliveryDate",
        secondary_street: "secondaryStreet",
        confirmation_code: "deliveryConfirmationCode",
    }
}
members! {
    struct ClientMembers {
        uid: "uid",
        name: "name",
        last_name: "lastName",
        email: "email",
        phone: "phone",
        external_id: "externalId",
        billing: "billingInformation",
    }
}
members! { struct BillingMembers { business_name: "businessName", } }

/// Reads an order.
pub(super) fn read(
    value: Value<'_>,
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
    let store_currency = store(m.store, &mut order, r);
    let shared = line::read_all(m.lines, store_currency, decoder, &mut order, r)?;
    let wanted = match shared {
        SharedCurrency::One(currency) => Some(currency),
        SharedCurrency::None => store_currency,
        SharedCurrency::Mixed => None,
    };
    let paid = payment::read(m.payments, wanted, decoder, &mut order, r);
    let currency = if shared == SharedCurrency::Mixed { None } else { wanted.or(paid) };
    if let Some(currency) = currency {
        order.set_text(OrderText::Currency, r.pool.push(currency.code()));
    }
    states(&m, &mut order, r);
    policy(m.policy, &mut order, r);
    cancellation(m.cancellation, &mut order, r);
    let mut customer = Party::new(PartyRole::Customer);
    client(m.client, &mut customer, r);
    fulfilment(m.fulfillment, &mut customer, &mut order, r);
    order.push_party(r.pool, customer);
    order.finish(pool).ok_or(DecodeError::OutOfMemory)
}

fn texts(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    order.set_text(OrderText::Reference, r.id(said(m.code)));
    order.set_text(OrderText::ExternalId, r.id(said(m.external_id)));
    order.set_text(OrderText::BusinessDate, r.text(said(m.business_date)));
    order.set_text(OrderText::Notes, r.text(said(m.comment)));
    order.set_time(OrderTime::CreatedAt, r.time(said(m.created_at)));
    if let Some(channel) = r.object(m.channel) {
        let channel = ChannelMembers::read(channel, r.problems);
        order.set_text(OrderText::ChannelId, r.id(said(channel.uid)));
        order.set_text(OrderText::Channel, r.id(said(channel.code)));
    }
}

/// Reads the store, and answers the currency it trades in.
fn store(store: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) -> Option<Currency> {
    let store = StoreMembers::read(r.object(store)?, r.problems);
    order.set_text(OrderText::StoreId, r.id(said(store.uid)));
    order.set_text(OrderText::StoreCode, r.id(said(store.code)));
    order.set_text(OrderText::Store, r.text(said(store.name)));
    if let Some(vendor) = r.object(store.vendor) {
        let vendor = VendorMembers::read(vendor, r.problems);
        order.set_text(OrderText::BrandId, r.id(said(vendor.uid)));
        order.set_text(OrderText::Brand, r.text(said(vendor.name)));
    }
    let location = LocationMembers::read(r.object(store.location)?, r.problems);
    r.currency(said(location.currency))
}

/// A cancelled order is cancelled; otherwise the kitchen says how far it is, and where no kitchen has reported, the
/// business status, if it says anything of that.
fn states(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let status = r.text(said(m.status));
    let business = r.pool.get(status).and_then(dictionary::status);
    let settled = r.pool.get(status) == Some("COMPLETED");
    order.set_text(OrderText::State, status);
    let kitchen = kitchen::read(m.kitchen, order, r);
    let progress = match business {
        Some(Progress::Cancelled) => business,
        _ => kitchen.or(business),
    };
    order.set_int(OrderInt::Progress, progress.map(|progress| progress.code().into()));

    let payment = r.text(said(m.payment_status));
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

/// Why and when it was cancelled, which every generation says alike
/// (<https://docs.fire.rest/en/events/order-cancelled>). The type and group of the reason and the note are left to be
/// read by path.
fn cancellation(cancellation: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) {
    let Some(cancellation) = r.object(cancellation) else { return };
    let m = CancellationMembers::read(cancellation, r.problems);
    order.set_text(OrderText::CancellationReason, r.text(said(m.reason)));
    order.set_time(OrderTime::CancelledAt, r.time(said(m.at)));
}

/// The buyer. One who gave no name is sent as a person named in the store's language, with zeros, and is kept so.
fn client(client: Option<Value<'_>>, customer: &mut Party, r: &mut Reader<'_>) {
    let Some(client) = r.object(client) else { return };
    let client = ClientMembers::read(client, r.problems);
    customer.set_text(PartyText::Id, r.id(said(client.uid)));
    customer.set_text(PartyText::Name, r.joined(said(client.name), said(client.last_name)));
    customer.set_text(PartyText::Phone, r.id(said(client.phone)));
    customer.set_text(PartyText::Email, r.text(said(client.email)));
    customer.set_text(PartyText::ExternalId, r.id(said(client.external_id)));
    if let Some(billing) = r.object(client.billing) {
        let billing = BillingMembers::read(billing, r.problems);
        customer.set_text(PartyText::Organisation, r.text(said(billing.business_name)));
    }
}

/// How, where and when the customer gets it.
fn fulfilment(fulfillment: Option<Value<'_>>, customer: &mut Party, order: &mut Order, r: &mut Reader<'_>) {
    let Some(fulfillment) = r.object(fulfillment) else { return };
    let m = FulfillmentMembers::read(fulfillment, r.problems);
    let service = r.object(m.service).and_then(|service| ServiceMembers::read(service, r.problems).code);
    let word = r.text(said(service));
    let meaning = r.pool.get(word).map(dictionary::fulfilment);
    order.set_text(OrderText::FulfilmentText, word);
    order.set_int(OrderInt::Fulfilment, meaning.map(|meaning| meaning.code().into()));

    let pickup = r.object(m.pickup).map(|pickup| PickupMembers::read(pickup, r.problems));
    let delivery = r.object(m.delivery).map(|delivery| DeliveryMembers::read(delivery, r.problems));
    let code = delivery.as_ref().and_then(|delivery| delivery.confirmation_code);
    order.set_text(OrderText::PickupPin, r.id(said(code)));
    let delivery =
        delivery.filter(|_| matches!(meaning, None | Some(Fulfilment::Delivery | Fulfilment::Unknown)));
    let collected = pickup.filter(|_| meaning != Some(Fulfilment::Delivery)).and_then(|pickup| pickup.date);
    let delivered = delivery.as_ref().and_then(|delivery| said(delivery.date));
    order.set_time(OrderTime::DueFrom, r.time(delivered.or(said(collected))));
    if let Some(delivery) = delivery {
        order.set_text(OrderText::DeliveryNotes, r.text(said(delivery.reference)));
        address(&delivery, customer, r);
    }
}

/// Coordinates that are both `"0"` are a placeholder.
fn address(m: &DeliveryMembers<'_>, customer: &mut Party, r: &mut Reader<'_>) {
    customer.set_text(PartyText::AddressLine1, r.text(said(m.main_street)));
    customer.set_text(PartyText::AddressLine2, r.text(said(m.secondary_street)));
    customer.set_text(PartyText::PostalCode, r.id(said(m.postal_code)));
    let is_zero = |value: Option<Value<'_>>| value.is_some_and(|value| value.is_named("0"));
    if !(is_zero(m.latitude) && is_zero(m.longitude)) {
        customer.set_text(PartyText::Latitude, r.id(said(m.latitude)));
        customer.set_text(PartyText::Longitude, r.id(said(m.longitude)));
    }
}

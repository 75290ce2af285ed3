//! An Atlas order of any generation as the common order: a table of members.
//!
//! Assumption: times of day are Singapore time, which the first generation's pages state of everything.

use super::amounts::Unit;
use super::{dictionary, item, totals};
use crate::event::{DecodeError, Decoder};
use crate::json::{Value, members};
use crate::lifecycle::PaymentStatus;
use crate::order::{
    Order, OrderInt, OrderText, OrderTime, Party, PartyRole, PartyText, Payment, PaymentText, Pool, Reader,
};
use crate::problem::{ProblemCode, Problems};
use crate::value::{Currency, Timestamp};

/// Minutes that Singapore is ahead of UTC (<https://docs.atlas.kitchen/date-and-time>).
const SINGAPORE: i32 = 480;

members! {
    pub(super) struct OrderMembers {
        id: "order_id" | "id",
        identifier: "identifier",
        state: "state",
        serving_date: "serving_date",
        subtotal: "subtotal",
        surcharge: "surcharge",
        delivery_fee: "delivery_fee",
        discount: "discount",
        admin_discount: "admin_discount",
        total: "total",
        tax: "tax",
        total_including_tax: "total_including_tax",
        created_at: "created_at",
        updated_at: "updated_at",
        cancelled_at: "cancelled_at",
        completed_at: "completed_at",
        barcode: "barcode_identifier",
        donation: "donation",
        contact_name: "contact_name",
        fulfilment_type: "fulfilment_type",
        timeslot_range: "timeslot_range",
        table: "table",
        user: "user",
        outlet: "outlet",
        promotion: "promotion",
        order_source: "order_source",
        payment_type: "payment_type",
        items: "order_items",
        // First and second generation, and the storefront.
        user_id: "user_id",
        channel_id: "channel_id",
        outlet_id: "outlet_id",
        brand_id: "brand_id",
        brand: "brand",
        call_number: "call_number",
        source_label: "source_label",
        external_order_id: "external_order_id",
        external_order_short_code: "external_order_short_code",
        notes: "notes",
        timeslot_start: "timeslot_start",
        timeslot_end: "timeslot_end",
        timeslot_type: "timeslot_type",
        contact_email: "contact_email",
        contact_number: "contact_number",
        address_line1: "address_line1",
        address_line2: "address_line2",
        address_latitude: "address_latitude",
        address_longitude: "address_longitude",
        postal_code: "postal_code",
        is_gift: "is_gift",
        recipient_name: "recipient_name",
        recipient_contact_number: "recipient_contact_number",
        recipient_organisation_name: "recipient_organisation_name",
        gift_message: "gift_message",
        is_paid: "is_paid",
        is_asap: "is_asap",
        promo_code: "promo_code",
        tax_rate: "tax_rate",
        tax_inclusive_prices: "tax_inclusive_prices",
        is_cutlery_required: "is_cutlery_required",
        is_contactless: "is_contactless",
        payment_breakdown: "payment_breakdown",
        order_payments: "order_payments",
    }
}

members! { struct TableMembers { id: "id", name: "name", } }
members! { struct OutletMembers { id: "id", label: "label", } }
members! { struct BrandMembers { name: "name", } }
members! { struct PromotionMembers { label: "label", code: "code", } }
members! { struct SourceMembers { label: "source_label", } }
members! { struct PaymentTypeMembers { id: "id", label: "label", } }
members! {
    struct UserMembers { id: "id", email: "email", mobile_number: "mobile_number", external_id: "external_id", }
}
members! {
    struct PaymentMembers {
        id: "id",
        capture_id: "capture_id",
        is_captured: "is_captured",
        capture_type: "capture_type",
        method_id: "payment_method_id" | "payment_type_id",
        amount: "amount",
    }
}

/// Reads an order.
pub(super) fn read(
    value: Value<'_>,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Order, DecodeError> {
    let m = OrderMembers::read(value, problems);
    let mut order = Order::new();
    let mut pool = Pool::default();
    pool.reserve(value.raw().len() / 4);
    let mut reader = Reader { pool: &mut pool, problems };
    let r = &mut reader;
    let id = r.id(m.id);
    if r.pool.get(id).is_none_or(str::is_empty) {
        return Err(DecodeError::no_identity(value));
    }
    order.set_text(OrderText::Id, id);
    let items = r.array(m.items);
    let currency = item::read_all(items, decoder, &mut order, r)?;
    let unit = Unit::of_order(value, items);
    texts(&m, currency, &mut order, r);
    store(&m, decoder, &mut order, r);
    totals::read(&m, unit, currency, decoder, &mut order, r);
    times(&m, &mut order, r);
    states(&m, &mut order, r);
    payments(&m, unit, currency, decoder, &mut order, r);
    parties(&m, &mut order, r);
    order.finish(pool).ok_or(DecodeError::OutOfMemory)
}

fn texts(m: &OrderMembers<'_>, currency: Option<Currency>, order: &mut Order, r: &mut Reader<'_>) {
    use OrderText as T;
    order.set_text(T::Reference, r.text(m.identifier));
    order.set_text(T::CallNumber, r.id(m.call_number));
    order.set_text(T::ExternalId, r.id(m.external_order_id));
    order.set_text(T::ExternalReference, r.id(m.external_order_short_code));
    order.set_text(T::BusinessDate, r.text(m.serving_date));
    order.set_text(T::TimeSlot, r.text(m.timeslot_range));
    order.set_text(T::Barcode, r.text(m.barcode));
    order.set_text(T::Notes, r.text(m.notes));
    order.set_text(T::GiftMessage, r.text(m.gift_message));
    order.set_text(T::BrandId, r.id(m.brand_id));
    order.set_text(T::ChannelId, r.id(m.channel_id));
    if let Some(currency) = currency {
        order.set_text(T::Currency, r.pool.push(currency.code()));
    }
    if let Some(table) = r.object(m.table) {
        let table = TableMembers::read(table, r.problems);
        order.set_text(T::TableId, r.id(table.id));
        order.set_text(T::Table, r.id(table.name));
    }
    if let Some(brand) = r.object(m.brand) {
        let brand = BrandMembers::read(brand, r.problems);
        order.set_text(T::Brand, r.text(brand.name));
    }
    order.set_text(T::PromotionCode, r.text(m.promo_code));
    if let Some(promotion) = r.object(m.promotion) {
        let promotion = PromotionMembers::read(promotion, r.problems);
        order.set_text(T::PromotionCode, r.text(promotion.code.or(m.promo_code)));
        order.set_text(T::Promotion, r.text(promotion.label));
    }
    let source = r.object(m.order_source).and_then(|source| SourceMembers::read(source, r.problems).label);
    order.set_text(T::Channel, r.text(source.or(m.source_label)));
}

/// The outlet: an object in the current generation, an id in the others.
fn store(m: &OrderMembers<'_>, decoder: &Decoder, order: &mut Order, r: &mut Reader<'_>) {
    let outlet = r.object(m.outlet).map(|outlet| OutletMembers::read(outlet, r.problems));
    let stated = outlet.as_ref().and_then(|outlet| outlet.id).or(m.outlet_id);
    let id = r.id(stated);
    order.set_text(OrderText::StoreId, id);
    order.set_text(OrderText::StoreKey, id);
    order.set_text(OrderText::OwnStoreId, decoder.stores.own_id(id, stated, r));
    order.set_text(OrderText::Store, r.text(outlet.and_then(|outlet| outlet.label)));
}

fn times(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    order.set_time(OrderTime::CreatedAt, r.time(m.created_at));
    order.set_time(OrderTime::UpdatedAt, r.time(m.updated_at));
    order.set_time(OrderTime::CancelledAt, r.time(m.cancelled_at));
    order.set_time(OrderTime::CompletedAt, r.time(m.completed_at));
    for (field, value) in [(OrderTime::DueFrom, m.timeslot_start), (OrderTime::DueUntil, m.timeslot_end)] {
        let (Some(value), Some(seconds), Some(date)) =
            (value, r.int(value), m.serving_date.and_then(Value::string))
        else {
            continue;
        };
        let due = Timestamp::from_day(&date, seconds, SINGAPORE);
        if due.is_err() {
            r.problems.note(ProblemCode::UnreadableTime, value);
        }
        order.set_time(field, due.ok());
    }
}

fn states(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let state = r.text(m.state);
    let progress = r.pool.get(state).map(dictionary::progress);
    let unpaid = r.pool.get(state) == Some("unpaid");
    order.set_text(OrderText::State, state);
    order.set_int(OrderInt::Progress, progress.map(|progress| progress.code().into()));
    let payment = match r.flag(m.is_paid) {
        Some(true) => Some(PaymentStatus::Paid),
        Some(false) => Some(PaymentStatus::Unpaid),
        None => unpaid.then_some(PaymentStatus::Unpaid),
    };
    order.set_int(OrderInt::PaymentStatus, payment.map(|payment| payment.code().into()));

    let fulfilment = r.text(m.fulfilment_type);
    let meaning = r.pool.get(fulfilment).map(dictionary::fulfilment);
    order.set_text(OrderText::FulfilmentText, fulfilment);
    order.set_int(OrderInt::Fulfilment, meaning.map(|meaning| meaning.code().into()));

    let slot = r.text(m.timeslot_type);
    let asap = r.flag(m.is_asap).or_else(|| r.pool.get(slot).and_then(dictionary::asap));
    order.set_flag(OrderInt::Asap, asap);
    order.set_flag(OrderInt::CutleryWanted, r.flag(m.is_cutlery_required));
    order.set_flag(OrderInt::Contactless, r.flag(m.is_contactless));
    order.set_flag(OrderInt::Gift, r.flag(m.is_gift));
}

/// Several payments where the order lists them; otherwise the one method that the current generation names.
fn payments(
    m: &OrderMembers<'_>,
    unit: Unit,
    currency: Option<Currency>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let listed = r.array(m.order_payments);
    for value in listed.into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        let p = PaymentMembers::read(value, r.problems);
        let amount = unit.of_all([p.amount]).money(p.amount, decoder, currency, r);
        let mut payment = Payment::new(amount, r.flag(p.is_captured));
        payment.set_text(PaymentText::Id, r.id(p.id));
        payment.set_text(PaymentText::MethodId, r.id(p.method_id));
        payment.set_text(PaymentText::Reference, r.id(p.capture_id));
        payment.set_text(PaymentText::CaptureType, r.text(p.capture_type));
        order.push_payment(r.pool, payment);
    }
    if let (true, Some(method)) = (listed.is_none_or(Value::is_empty), r.object(m.payment_type)) {
        let method = PaymentTypeMembers::read(method, r.problems);
        let mut payment = Payment::new(None, None);
        payment.set_text(PaymentText::MethodId, r.id(method.id));
        payment.set_text(PaymentText::Method, r.text(method.label));
        order.push_payment(r.pool, payment);
    }
}

fn parties(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let user = r.object(m.user).map(|user| UserMembers::read(user, r.problems));
    let mut customer = Party::new(PartyRole::Customer);
    customer.set_text(PartyText::Id, r.id(user.as_ref().and_then(|user| user.id).or(m.user_id)));
    customer.set_text(PartyText::Name, r.text(m.contact_name));
    let phone = m.contact_number.or(user.as_ref().and_then(|user| user.mobile_number));
    customer.set_text(PartyText::Phone, r.id(phone));
    let email = m.contact_email.or(user.as_ref().and_then(|user| user.email));
    customer.set_text(PartyText::Email, r.text(email));
    customer.set_text(PartyText::ExternalId, r.id(user.as_ref().and_then(|user| user.external_id)));
    customer.set_text(PartyText::AddressLine1, r.text(m.address_line1));
    customer.set_text(PartyText::AddressLine2, r.text(m.address_line2));
    customer.set_text(PartyText::PostalCode, r.id(m.postal_code));
    customer.set_text(PartyText::Latitude, r.id(m.address_latitude));
    customer.set_text(PartyText::Longitude, r.id(m.address_longitude));
    order.push_party(r.pool, customer);

    let mut recipient = Party::new(PartyRole::Recipient);
    recipient.set_text(PartyText::Name, r.text(m.recipient_name));
    recipient.set_text(PartyText::Phone, r.id(m.recipient_contact_number));
    recipient.set_text(PartyText::Organisation, r.text(m.recipient_organisation_name));
    order.push_party(r.pool, recipient);
}

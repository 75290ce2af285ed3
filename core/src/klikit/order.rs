//! A klikit order as the common order: a table of members.
//!
//! Assumption: people call an order by its `short_id`, and one of klikit's own channel by its id, as klikit's own client
//! prints them; `queue_no`, which that client prints too, is the number called out.
//! Assumption: the customer owes `total`, else `final_price`.
//! Assumption: an order is due at `scheduled_time`, else at `estimated_pickup_at`, else at `fulfillment_expected_pickup_time`.
//! Assumption: `provider_discount` is paid by the channel and `merchant_discount` by the merchant, as their names say.
//! Assumption: members of `customer`, of which none is published, are named as those of `delivery_info`.

use super::amounts::Unit;
use super::event::Body;
use super::{dictionary, filled, id, item, text};
use crate::event::{DecodeError, Decoder};
use crate::json::{Value, members};
use crate::order::{
    Order, OrderInt, OrderMoney, OrderText, OrderTime, Party, PartyRole, PartyText, Payment, PaymentText,
    Pool, Reader, Span,
};
use crate::problem::{ProblemCode, Problems};
use crate::value::Currency;

members! {
    struct OrderMembers {
        id: "id",
        external_id: "external_id",
        short_id: "short_id",
        queue_no: "queue_no",
        brand_id: "brand_id",
        brand_name: "brand_name",
        brands: "brands",
        branch_id: "branch_id",
        table_no: "table_no",
        provider_id: "provider_id",
        status: "status",
        fulfilment: "type",
        is_fake: "is_fake",
        currency: "currency",
        total: "total",
        item_price: "item_price",
        final_price: "final_price",
        discount: "discount",
        merchant_discount: "merchant_discount",
        provider_discount: "provider_discount",
        delivery_fee: "delivery_fee",
        additional_fee: "additional_fee",
        service_fee: "service_fee",
        vat: "vat",
        is_vat_included: "is_vat_included",
        payment_status: "payment_status",
        payment_method: "payment_method",
        created_at: "created_at" | "placed_at",
        updated_at: "updated_at",
        scheduled_time: "scheduled_time",
        estimated_pickup_at: "estimated_pickup_at",
        expected_pickup: "fulfillment_expected_pickup_time",
        delivered_at: "fulfillment_delivered_at_time",
        pickup_pin: "fulfillment_pickup_pin",
        tracking_url: "fulfillment_tracking_url",
        cancellation_reason: "cancellation_reason",
        order_comment: "order_comment",
        delivery_comment: "delivery_comment",
        promos: "promos",
        customer: "customer",
        user_id: "user_id",
        user_first_name: "user_first_name",
        user_last_name: "user_last_name",
        user_phone: "user_phone",
        user_email: "user_email",
        delivery_info: "delivery_info",
        cart: "cart",
        cart_v2: "cart_v2",
    }
}

members! { struct BrandMembers { id: "id", title: "title", } }
members! { struct PromoMembers { code: "code", } }
members! {
    struct PersonMembers {
        id: "id",
        name: "name",
        first_name: "first_name",
        last_name: "last_name",
        phone: "phone",
        email: "email",
        address: "address",
        instruction: "instruction",
    }
}

/// Reads an order of a delivery whose orders so far have some `lines`; `None` where it does not say which one it is.
pub(super) fn read(
    value: Value<'_>,
    body: &Body<'_>,
    lines: usize,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Option<Order>, DecodeError> {
    let m = OrderMembers::read(value, problems);
    let mut order = Order::new();
    let mut pool = Pool::default();
    pool.reserve(value.raw().len() / 4);
    let mut reader = Reader { pool: &mut pool, problems };
    let r = &mut reader;
    let order_id = id(m.id, r);
    if order_id.is_absent() {
        return if r.pool.is_exhausted() { Err(DecodeError::OutOfMemory) } else { Ok(None) };
    }
    order.set_text(OrderText::Id, order_id);
    let currency = r.currency(filled(m.currency));
    if let Some(currency) = currency {
        order.set_text(OrderText::Currency, r.pool.push(currency.code()));
    }
    item::read_all((m.cart, m.cart_v2), lines, decoder, currency, &mut order, r)?;
    texts(&m, order_id, &mut order, r);
    places(&m, body, &mut order, r);
    amounts(&m, decoder, currency, &mut order, r);
    times(&m, &mut order, r);
    states(&m, &mut order, r);
    payment(&m, &mut order, r);
    parties(&m, &mut order, r);
    order.finish(pool).map(Some).ok_or(DecodeError::OutOfMemory)
}

fn texts(m: &OrderMembers<'_>, order_id: Span, order: &mut Order, r: &mut Reader<'_>) {
    use OrderText as T;
    let channel = id(m.provider_id, r);
    let (name, is_own) = match r.pool.get(channel) {
        Some(code) => (dictionary::channel(code), dictionary::is_own_channel(code)),
        None => (None, false),
    };
    order.set_text(T::ChannelId, channel);
    if let Some(name) = name {
        order.set_text(T::Channel, r.pool.push(name));
    }
    let short = id(m.short_id, r);
    order.set_text(T::Reference, if is_own { order_id } else { short });
    order.set_text(T::CallNumber, id(m.queue_no, r));
    order.set_text(T::ExternalId, id(m.external_id, r));
    order.set_text(T::Table, id(m.table_no, r));
    order.set_text(T::Notes, text(m.order_comment, r));
    order.set_text(T::PickupPin, id(m.pickup_pin, r));
    order.set_text(T::TrackingUrl, text(m.tracking_url, r));
    order.set_text(T::CancellationReason, text(m.cancellation_reason, r));
    let promo = r.array(m.promos).and_then(|promos| promos.elements().next());
    if let Some(promo) = r.object(promo) {
        let promo = PromoMembers::read(promo, r.problems);
        order.set_text(T::PromotionCode, id(promo.code, r));
    }
}

/// Store and brand: as the order states them, else as the delivery does. One order may be of several brands.
fn places(m: &OrderMembers<'_>, body: &Body<'_>, order: &mut Order, r: &mut Reader<'_>) {
    order.set_text(OrderText::StoreId, id(filled(m.branch_id).or(body.branch_id), r));
    let brands = r.array(m.brands);
    let only = brands.filter(|brands| brands.len() == 1).and_then(|brands| brands.elements().next());
    let only_id = only.and_then(|brand| brand.get("id")).filter(|id| !id.is_null());
    let brand_id = id(filled(m.brand_id).or(filled(only_id)).or(body.brand_id), r);
    let mut brand = text(m.brand_name, r);
    for value in brands.into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        let listed = BrandMembers::read(value, r.problems);
        if brand.is_absent() && listed.id.is_some_and(|id| is_text(id, r.pool.get(brand_id))) {
            brand = text(listed.title, r);
        }
    }
    order.set_text(OrderText::BrandId, brand_id);
    order.set_text(OrderText::Brand, brand);
}

/// Whether an id reads as this text.
fn is_text(id: Value<'_>, text: Option<&str>) -> bool {
    match id.number() {
        Some(number) => Some(number) == text,
        None => text.is_some_and(|text| id.is_named(text)),
    }
}

fn amounts(
    m: &OrderMembers<'_>,
    decoder: &Decoder,
    currency: Option<Currency>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let shift = Unit::ORDER.shift(&decoder.scales, currency);
    let table = [
        (OrderMoney::Subtotal, m.item_price),
        (OrderMoney::Discount, m.discount),
        (OrderMoney::MerchantDiscount, m.merchant_discount),
        (OrderMoney::PlatformDiscount, m.provider_discount),
        (OrderMoney::DeliveryFee, m.delivery_fee),
        (OrderMoney::ServiceFee, m.service_fee),
        (OrderMoney::OtherFee, m.additional_fee),
        (OrderMoney::Tax, m.vat),
    ];
    for (field, value) in table {
        order.set_money(field, r.money(filled(value), shift, currency));
    }
    let total = match filled(m.total) {
        Some(total) => r.money(Some(total), Unit::TOTAL.shift(&decoder.scales, currency), currency),
        None => r.money(filled(m.final_price), shift, currency),
    };
    order.set_money(OrderMoney::Total, total);
}

fn times(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let due = filled(m.scheduled_time).or(filled(m.estimated_pickup_at)).or(filled(m.expected_pickup));
    let table = [
        (OrderTime::CreatedAt, filled(m.created_at)),
        (OrderTime::UpdatedAt, filled(m.updated_at)),
        (OrderTime::CompletedAt, filled(m.delivered_at)),
        (OrderTime::DueFrom, due),
    ];
    for (field, value) in table {
        order.set_time(field, r.time(value));
    }
}

fn states(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let state = id(m.status, r);
    let progress = r.pool.get(state).map(dictionary::progress);
    if let (Some(value), Some(true)) = (m.status, r.pool.get(state).map(dictionary::is_disputed)) {
        r.problems.note(ProblemCode::DisputedCode, value);
    }
    order.set_text(OrderText::State, state);
    order.set_int(OrderInt::Progress, progress.map(|progress| progress.code().into()));

    let fulfilment = id(m.fulfilment, r);
    let meaning = r.pool.get(fulfilment).map(dictionary::fulfilment);
    order.set_text(OrderText::FulfilmentText, fulfilment);
    order.set_int(OrderInt::Fulfilment, meaning.map(|meaning| meaning.code().into()));

    order.set_flag(OrderInt::Test, r.flag(m.is_fake));
    order.set_flag(OrderInt::PricesIncludeTax, r.flag(m.is_vat_included));
}

/// Whether it is paid, and the one method that klikit names.
fn payment(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let status = id(m.payment_status, r);
    let meaning = r.pool.get(status).map(dictionary::payment_status);
    order.set_text(OrderText::PaymentStatusText, status);
    order.set_int(OrderInt::PaymentStatus, meaning.map(|meaning| meaning.code().into()));

    let method = id(m.payment_method, r);
    if method.is_absent() {
        return;
    }
    let mut payment = Payment::new(None, None);
    payment.set_text(PaymentText::MethodId, method);
    if let Some(name) = r.pool.get(method).and_then(dictionary::method) {
        payment.set_text(PaymentText::Method, r.pool.push(name));
    }
    payment.set_text(PaymentText::Status, status);
    order.push_payment(r.pool, payment);
}

fn parties(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let person = r.object(m.customer).map(|person| PersonMembers::read(person, r.problems));
    let person = person.as_ref();
    let mut customer = Party::new(PartyRole::Customer);
    customer.set_text(PartyText::Id, id(m.user_id.or(person.and_then(|person| person.id)), r));
    let first = filled(m.user_first_name).or(person.and_then(|person| person.first_name));
    let last = filled(m.user_last_name).or(person.and_then(|person| person.last_name));
    let whole = person.and_then(|person| person.name);
    customer.set_text(PartyText::Name, name(first, last, whole, r));
    let phone = filled(m.user_phone).or(person.and_then(|person| person.phone));
    customer.set_text(PartyText::Phone, id(phone, r));
    let email = filled(m.user_email).or(person.and_then(|person| person.email));
    customer.set_text(PartyText::Email, text(email, r));
    order.push_party(r.pool, customer);

    let mut notes = filled(m.delivery_comment);
    if let Some(delivery) = r.object(m.delivery_info) {
        let delivery = PersonMembers::read(delivery, r.problems);
        let mut recipient = Party::new(PartyRole::Recipient);
        recipient.set_text(PartyText::Name, name(delivery.first_name, delivery.last_name, delivery.name, r));
        recipient.set_text(PartyText::Phone, id(delivery.phone, r));
        recipient.set_text(PartyText::Email, text(delivery.email, r));
        recipient.set_text(PartyText::AddressLine1, text(delivery.address, r));
        order.push_party(r.pool, recipient);
        notes = notes.or(delivery.instruction);
    }
    order.set_text(OrderText::DeliveryNotes, text(notes.or(m.delivery_comment), r));
}

/// First and last name, else the name as one.
fn name(
    first: Option<Value<'_>>,
    last: Option<Value<'_>>,
    whole: Option<Value<'_>>,
    r: &mut Reader<'_>,
) -> Span {
    let joined = r.joined(filled(first), filled(last));
    if joined.is_absent() { text(whole, r) } else { joined }
}

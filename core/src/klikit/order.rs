//! A klikit order as the common order: a table of members.
//!
//! The pair of brand and branch is a store, and the key to the vendor's own
//! (<https://developer.klikit.io/partner-api/integration-playbook>).
//!
//! Assumption: people call an order by its `short_id`, and one of klikit's own channel by its id, as klikit's own client
//! prints them; `queue_no`, which that client prints too, is the number called out.
//! Assumption: the customer owes `total`, else `final_price`.
//! Assumption: an order is due at `scheduled_time`, else at `estimated_pickup_at`, else at `fulfillment_expected_pickup_time`.
//! Assumption: `provider_discount` is paid by the channel and `merchant_discount` by the merchant, as their names say.

use super::amounts::Unit;
use super::orders::Delivery;
use super::{adjustment, chosen, dictionary, filled, id, item, party, payment, state, text};
use crate::event::{DecodeError, Decoder};
use crate::json::{Value, members};
use crate::order::{Order, OrderMoney, OrderText, OrderTime, Pool, Reader, Span};
use crate::problem::Problems;
use crate::value::Currency;

members! {
    pub(super) struct OrderMembers {
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
        can_accept: "can_accept",
        can_ready: "can_ready",
        can_deliver: "can_deliver",
        can_cancel: "can_cancel",
        can_void: "can_void",
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
        gateway_fee: "gateway_fee",
        restaurant_service_fee: "restaurant_service_fee",
        vat: "vat",
        is_vat_included: "is_vat_included",
        payment_status: "payment_status",
        payment_method: "payment_method",
        payment_channel: "payment_channel",
        payment_channel_id: "payment_channel_id",
        created_at: "created_at" | "placed_at",
        updated_at: "updated_at",
        scheduled_time: "scheduled_time",
        estimated_pickup_at: "estimated_pickup_at",
        expected_pickup: "fulfillment_expected_pickup_time",
        delivered_at: "fulfillment_delivered_at_time",
        courier: "fulfillment_status_id",
        pickup_pin: "fulfillment_pickup_pin",
        tracking_url: "fulfillment_tracking_url",
        cancellation_reason: "cancellation_reason",
        cancellation_reason_id: "cancellation_reason_id",
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

/// Reads an order; `None` where it does not say which one it is.
pub(super) fn read<'d>(
    value: Value<'d>,
    delivery: &Delivery<'_, 'd>,
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
    let decoder = delivery.decoder;
    let currency = r.currency(filled(m.currency));
    if let Some(currency) = currency {
        order.set_text(OrderText::Currency, r.pool.push(currency.code()));
    }
    item::read_all((m.cart, m.cart_v2), delivery, currency, &mut order, r)?;
    texts(&m, order_id, decoder, &mut order, r);
    places(&m, delivery, &mut order, r);
    amounts(&m, decoder, currency, &mut order, r);
    adjustment::read_all(&m, delivery, currency, &mut order, r);
    times(&m, &mut order, r);
    state::read(&m, decoder, &mut order, r);
    payment::read(&m, &mut order, r);
    party::read_all(&m, &mut order, r);
    order.finish(pool).map(Some).ok_or(DecodeError::OutOfMemory)
}

fn texts(m: &OrderMembers<'_>, order_id: Span, decoder: &Decoder, order: &mut Order, r: &mut Reader<'_>) {
    use OrderText as T;
    let channel = id(m.provider_id, r);
    let (name, is_own) = match r.pool.get(channel) {
        Some(code) => (dictionary::channel(code, decoder), dictionary::is_own_channel(code)),
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
    order.set_text(T::CancellationCode, id(chosen(m.cancellation_reason_id), r));
}

/// Store and brand: as the order states them, else as the delivery does. One order may be of several brands.
fn places(m: &OrderMembers<'_>, delivery: &Delivery<'_, '_>, order: &mut Order, r: &mut Reader<'_>) {
    let (branch_id, branch) = first_id([m.branch_id, delivery.branch_id], r);
    let brands = r.array(m.brands);
    let only = brands.filter(|brands| brands.len() == 1).and_then(|brands| brands.elements().next());
    let only_id = only.and_then(|brand| brand.get("id")).filter(|id| !id.is_null());
    let (brand_id, _) = first_id([m.brand_id, only_id, delivery.brand_id], r);
    let mut brand = text(m.brand_name, r);
    for value in brands.into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        let listed = BrandMembers::read(value, r.problems);
        if brand.is_absent() && listed.id.is_some_and(|id| is_text(id, r.pool.get(brand_id))) {
            brand = text(listed.title, r);
        }
    }
    order.set_text(OrderText::StoreId, branch_id);
    order.set_text(OrderText::BrandId, brand_id);
    order.set_text(OrderText::Brand, brand);
    let key = r.pool.push_pair(brand_id, '/', branch_id);
    order.set_text(OrderText::StoreKey, key);
    order.set_text(OrderText::OwnStoreId, delivery.decoder.stores.own_id(key, branch, r));
}

/// The first of some ids that can be read, and where it stands.
fn first_id<'d, const N: usize>(
    values: [Option<Value<'d>>; N],
    r: &mut Reader<'_>,
) -> (Span, Option<Value<'d>>) {
    for value in values {
        let read = id(value, r);
        if !read.is_absent() {
            return (read, value);
        }
    }
    (Span::ABSENT, None)
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

//! How, where and when the customer gets a Fire order (<https://docs.fire.rest/en/events/order-completed>).
//!
//! Every order carries a delivery block; on others than deliveries it may be a placeholder, so its address and date are
//! read of deliveries only.
//! Assumption: `pickupDate` (`deliveryDate` of a delivery) is the time that the customer was promised.
//! Assumption: `deliveryConfirmationCode` is what is shown when the order is handed over, on any order that has one.
//! Assumption: `reference` of the delivery address is meant for the courier.

use super::{dictionary, said};
use crate::json::{Value, members};
use crate::order::{Fulfilment, Order, OrderInt, OrderText, OrderTime, Party, PartyText, Reader};

members! {
    /// `method` and `details` are the v4 API's (<https://docs.fire.rest/en/api-reference/orders>).
    struct FulfillmentMembers {
        service: "service",
        pickup: "pickup",
        delivery: "delivery" | "details",
        method: "method",
    }
}

members! { struct ServiceMembers { code: "code", } }
members! { struct PickupMembers { date: "pickupDate", } }
members! {
    /// The second spelling is that of the v4 API.
    struct DeliveryMembers {
        city: "city",
        postal_code: "zipCode" | "zip_code",
        latitude: "latitude",
        longitude: "longitude",
        reference: "reference",
        main_street: "mainStreet" | "main_street",
        date: "deliveryDate" | "delivery_date",
        secondary_street: "secondaryStreet" | "secondary_street",
        confirmation_code: "deliveryConfirmationCode" | "delivery_confirmation_code",
    }
}

/// Reads the fulfilment; `service` is one that stands beside it, as in orders that were read.
pub(super) fn read(
    fulfillment: Option<Value<'_>>,
    service: Option<Value<'_>>,
    customer: &mut Party,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let m = r.object(fulfillment).map(|fulfillment| FulfillmentMembers::read(fulfillment, r.problems));
    let service = m.as_ref().and_then(|m| m.service).or(service);
    let code = r.object(service).and_then(|service| said(ServiceMembers::read(service, r.problems).code));
    let word = r.text(code.or(m.as_ref().and_then(|m| said(m.method))));
    let meaning = r.pool.get(word).map(dictionary::fulfilment);
    order.set_text(OrderText::FulfilmentText, word);
    order.set_int(OrderInt::Fulfilment, meaning.map(|meaning| meaning.code().into()));

    let Some(m) = m else { return };
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
    customer.set_text(PartyText::City, r.text(said(m.city)));
    customer.set_text(PartyText::PostalCode, r.id(said(m.postal_code)));
    let is_zero = |value: Option<Value<'_>>| value.is_some_and(|value| value.is_named("0"));
    if !(is_zero(m.latitude) && is_zero(m.longitude)) {
        customer.set_text(PartyText::Latitude, r.id(said(m.latitude)));
        customer.set_text(PartyText::Longitude, r.id(said(m.longitude)));
    }
}

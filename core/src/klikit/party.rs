//! The people to whom a klikit order matters.
//!
//! Members of `fulfillment_rider` are not published; what stands there is reachable by path.
//!
//! Assumption: members of `customer`, of which none is published, are named as those of `delivery_info`.

use super::order::OrderMembers;
use super::{filled, id, text};
use crate::json::{Value, members};
use crate::order::{Order, OrderText, Party, PartyRole, PartyText, Reader, Span};

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

/// Reads who ordered and who receives it.
pub(super) fn read_all(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
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

//! The people of a Fire order: who ordered, and to whom the sale is invoiced (<https://docs.fire.rest/en/events/order-completed>).
//!
//! A buyer who gave no name is sent as a person named in the store's language, and kept so; the zeros that such a buyer has
//! for telephone and tax number say nothing.

use alloc::borrow::Cow;

use super::said;
use crate::json::{Value, members};
use crate::order::{Order, Party, PartyRole, PartyText, Reader, Span};

members! {
    /// The second spelling is that of the v4 API.
    struct ClientMembers {
        uid: "uid",
        name: "name",
        last_name: "lastName" | "last_name",
        email: "email",
        phone: "phone",
        tax_id_type: "govIdType" | "gov_id_type",
        tax_id: "govIdNumber" | "gov_id_number",
        external_id: "externalId" | "external_id",
        billing: "billingInformation",
    }
}

members! {
    /// The second spelling is that of the v4 API.
    struct BillingMembers {
        email: "email",
        phone: "phone",
        address: "address",
        tax_id_type: "govIdType" | "gov_id_type",
        external_id: "externalId" | "external_id",
        tax_id: "govIdNumber" | "gov_id_number",
        business_name: "businessName" | "business_name",
    }
}

/// What both kinds of people have.
struct Contact<'d> {
    email: Option<Value<'d>>,
    phone: Option<Value<'d>>,
    tax_id_type: Option<Value<'d>>,
    tax_id: Option<Value<'d>>,
    external_id: Option<Value<'d>>,
}

/// Reads the buyer, and answers what is known for the invoice.
pub(super) fn customer<'d>(
    client: Option<Value<'d>>,
    customer: &mut Party,
    r: &mut Reader<'_>,
) -> Option<Value<'d>> {
    let m = ClientMembers::read(r.object(client)?, r.problems);
    customer.set_text(PartyText::Id, r.id(said(m.uid)));
    customer.set_text(PartyText::Name, r.joined(said(m.name), said(m.last_name)));
    let contact = Contact {
        email: m.email,
        phone: m.phone,
        tax_id_type: m.tax_id_type,
        tax_id: m.tax_id,
        external_id: m.external_id,
    };
    set_contact(&contact, customer, r);
    m.billing
}

/// Adds the one to whom the sale is invoiced, if anything is known of them.
pub(super) fn billing(billing: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) {
    let Some(billing) = r.object(billing) else { return };
    let m = BillingMembers::read(billing, r.problems);
    let mut party = Party::new(PartyRole::Billing);
    party.set_text(PartyText::Organisation, r.text(said(m.business_name)));
    party.set_text(PartyText::AddressLine1, r.text(said(m.address)));
    let contact = Contact {
        email: m.email,
        phone: m.phone,
        tax_id_type: m.tax_id_type,
        tax_id: m.tax_id,
        external_id: m.external_id,
    };
    set_contact(&contact, &mut party, r);
    order.push_party(r.pool, party);
}

/// The kind of a tax number stands with the number only.
fn set_contact(m: &Contact<'_>, party: &mut Party, r: &mut Reader<'_>) {
    let is_anonymous = m.tax_id_type.is_some_and(|kind| kind.is_named("FINAL_CONSUMER"));
    let given = |value| said(value).filter(|value| !(is_anonymous && is_zeros(*value)));
    party.set_text(PartyText::Email, r.text(said(m.email)));
    party.set_text(PartyText::Phone, r.id(given(m.phone)));
    party.set_text(PartyText::ExternalId, r.id(said(m.external_id)));
    let tax_id = r.id(given(m.tax_id));
    party.set_text(PartyText::TaxId, tax_id);
    let kind = if tax_id.is_absent() { Span::ABSENT } else { r.text(said(m.tax_id_type)) };
    party.set_text(PartyText::TaxIdType, kind);
}

/// Whether a text or number is nothing but zeros.
fn is_zeros(value: Value<'_>) -> bool {
    let text = value.number().map(Cow::Borrowed).or_else(|| value.string());
    text.is_some_and(|text| text.bytes().all(|byte| byte == b'0'))
}

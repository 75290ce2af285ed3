//! Parties: the people to whom an order matters, and what each field of a party means.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json::{entries, ints};
use super::pool::{Pool, Span};
use super::slots::Texts;
use crate::value::{IntForm, codes};

codes! {
    /// Texts of a party.
    pub enum PartyText {
        /// The platform's id of the person.
        Id = 3101, "id";
        /// Name.
        Name = 3102, "name";
        /// Telephone number.
        Phone = 3103, "phone";
        /// E-mail address.
        Email = 3104, "email";
        /// The person's id in the merchant's own system.
        ExternalId = 3105, "external_id";
        /// Company or other organisation.
        Organisation = 3106, "organisation";
        /// First line of the delivery address.
        AddressLine1 = 3107, "address_line1";
        /// Second line of the delivery address.
        AddressLine2 = 3108, "address_line2";
        /// Postal code, leading zeros kept.
        PostalCode = 3109, "postal_code";
        /// Latitude in decimal degrees, as the document writes it.
        Latitude = 3110, "latitude";
        /// Longitude in decimal degrees, as the document writes it.
        Longitude = 3111, "longitude";
        /// Town or city.
        City = 3112, "city";
        /// The kind of the tax or identity number, as the platform words it (`CNPJ`, `RUT`).
        TaxIdType = 3113, "tax_id_type";
        /// The tax or identity number, for an invoice.
        TaxId = 3114, "tax_id";
    }
}

codes! {
    /// Codes of a party.
    pub enum PartyInt {
        /// Who this is, a [`PartyRole`] code.
        Role = 3401, "role";
    }
}

impl PartyInt {
    /// What the number stands for.
    pub const fn form(self) -> IntForm {
        match self {
            Self::Role => PartyRole::FORM,
        }
    }
}

codes! {
    /// Who a party is.
    pub enum PartyRole {
        /// Who ordered.
        Customer = 1, "customer";
        /// Who receives it, where that is somebody else.
        Recipient = 2, "recipient";
        /// To whom the sale is invoiced.
        Billing = 3, "billing";
        /// Who brings it to the customer.
        Courier = 4, "courier";
    }
}

/// One party: somebody to whom the order matters.
#[derive(Clone, Debug)]
pub(crate) struct Party {
    texts: Texts<{ PartyText::ALL.len() }>,
    role: PartyRole,
}

impl Party {
    pub(crate) fn new(role: PartyRole) -> Self {
        Self { texts: Texts::absent(), role }
    }

    pub(crate) fn set_text(&mut self, field: PartyText, text: Span) {
        self.texts.set(field.position(), text);
    }

    pub(super) fn role(&self) -> PartyRole {
        self.role
    }

    pub(super) fn span(&self, field: PartyText) -> Span {
        self.texts.get(field.position()).unwrap_or(Span::ABSENT)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.texts.are_absent()
    }
}

/// A party of an [`Order`](super::Order).
#[derive(Clone, Copy)]
pub struct PartyRef<'o> {
    pub(super) pool: &'o Pool,
    pub(super) party: &'o Party,
}

impl<'o> PartyRef<'o> {
    /// A text.
    pub fn text(&self, field: PartyText) -> Option<&'o str> {
        self.party.texts.read(field.position(), self.pool)
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: PartyText) -> Option<&'o str> {
        self.party.texts.read_with_nul(field.position(), self.pool)
    }

    /// A code.
    pub fn int(&self, field: PartyInt) -> Option<i64> {
        match field {
            PartyInt::Role => Some(i64::from(self.party.role.code())),
        }
    }

    /// Who this is.
    pub fn role(&self) -> PartyRole {
        self.party.role
    }
}

impl Serialize for PartyRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        ints!(map, PartyInt, field => self.int(field));
        entries!(map, PartyText, field => self.text(field));
        map.end()
    }
}

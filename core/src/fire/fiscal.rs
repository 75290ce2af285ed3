//! The fiscal document of a Fire order: what a till prints of it (<https://docs.fire.rest/en/fiscal/overview>).
//!
//! | member | since | form |
//! | --- | --- | --- |
//! | `fiscal`, `cancellation.fiscal` | September 2026 | `status`, and in `authority` the document, its identifiers in `countryData` |
//! | `fiscal`, `cancellation.metadata.fiscal` | before | flat, Brazil's identifiers |
//! | `fiscalRepresentation` | August 2026 | a document that was numbered; of the first weeks flat, of one that failed without a number |
//!
//! The first of these that an order has counts. A numbered document is no authorised one, so `fiscalRepresentation` gives a
//! number and a key, which are printed before the authority has answered, and no status. `lastKnown.fiscal.status`, which
//! may be out of date, and everything else of a document are left to be read by path.

use super::said;
use crate::json::{Value, members};
use crate::order::{Order, OrderText, Reader};

members! {
    /// A block or, within one, its `authority`; the second spelling is that of the flat forms.
    struct FiscalMembers {
        status: "status",
        authority: "authority",
        number: "documentNumber" | "numero",
        url: "pdfUrl",
        identifiers: "countryData",
    }
}

members! {
    /// The identifier that each country has printed: Brazil, Ecuador, Colombia, Argentina, Venezuela.
    struct IdentifierMembers { key: "chaveAcesso" | "claveAcceso" | "cufe" | "cae" | "numeroControl", }
}

/// Reads the first of the blocks that says anything. `null` says that there is no document.
pub(super) fn read<'d>(
    blocks: impl IntoIterator<Item = Option<Value<'d>>>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let said_something = |value: &Value<'_>| !value.is_empty();
    let block = blocks.into_iter().flatten().find_map(|block| r.object(Some(block)).filter(said_something));
    let Some(block) = block else { return };
    let m = FiscalMembers::read(block, r.problems);
    order.set_text(OrderText::FiscalStatus, r.text(said(m.status)));
    let (at, document) = match r.object(m.authority) {
        Some(authority) => (authority, FiscalMembers::read(authority, r.problems)),
        None => (block, m),
    };
    order.set_text(OrderText::FiscalNumber, r.id(said(document.number)));
    order.set_text(OrderText::FiscalUrl, r.text(said(document.url)));
    let identifiers = r.object(document.identifiers).unwrap_or(at);
    let key = IdentifierMembers::read(identifiers, r.problems).key;
    order.set_text(OrderText::FiscalKey, r.id(said(key)));
}

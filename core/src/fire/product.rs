//! Products, as Fire's events about products and menus tell of them
//! (<https://docs.fire.rest/en/webhook-reference/product-updated>).

use super::catalogue::{self, Gathering};
use super::{said, stores};
use crate::event::{EventKind, Subject, SubjectKind, SubjectText};
use crate::json::{Value, members};
use crate::problem::ProblemCode;

members! { struct DataMembers { targets: "targets", products: "products", } }
members! { struct ProductMembers { id: "productId", name: "name", active: "active", more: "additionalInfo", } }
members! { struct MoreMembers { external_code: "externalCode", } }

/// Reads an event about products: the stores and channels in which they changed, then the products.
pub(super) fn read(data: Value<'_>, gathering: &mut Gathering<'_>) {
    let m = DataMembers::read(data, gathering.problems);
    if m.targets.or(m.products).is_none() {
        gathering.problems.note(ProblemCode::NoIdentity, data);
    }
    gathering.each(m.targets, stores::add_with_channels);
    gathering.each(m.products, add);
}

/// Adds a product.
pub(super) fn add(value: Value<'_>, gathering: &mut Gathering<'_>) {
    let says_stock = gathering.kind == EventKind::ProductAvailabilityChanged;
    let mut r = gathering.reader();
    let Some(object) = r.object(Some(value)) else { return };
    let m = ProductMembers::read(object, r.problems);
    let mut product = Subject::new(SubjectKind::Product);
    product.set_text(SubjectText::Id, r.id(said(m.id)));
    product.set_text(SubjectText::Name, r.text(said(m.name)));
    let more = r.object(m.more).map(|more| MoreMembers::read(more, r.problems));
    product.set_text(SubjectText::ExternalId, r.id(said(more.and_then(|more| more.external_code))));
    if says_stock {
        let (available, word) = catalogue::active(m.active, &mut r);
        product.available = available;
        product.set_text(SubjectText::Status, word);
    }
    gathering.add(product, value);
}

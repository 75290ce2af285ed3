//! What Atlas's events about customers, menus and stock are about.
//!
//! Assumption: of several `external_user_links`, the first one that has an id counts; which one the order's
//! `user.external_id` shows is not published.

use super::shape::Shape;
use crate::event::{DecodeError, Decoder, Subject, SubjectKind, SubjectText, Subjects};
use crate::json::{Value, members};
use crate::order::{Reader, Span};
use crate::problem::Problems;

members! {
    /// <https://help.atlas.kitchen/connect/webhooks/customer-events>
    struct CustomerMembers {
        id: "id",
        email: "email",
        mobile_number: "mobile_number",
        name: "name",
        links: "external_user_links",
    }
}

members! { struct LinkMembers { id: "external_user_id", } }

members! {
    /// <https://docs.atlas.kitchen/webhook-events-and-payload>
    struct MenuMembers { id: "menu_id", }
}

members! {
    /// The same page. The stocks of an outlet name the same id in both ways
    /// (<https://docs.atlas.kitchen/admin-api-outlet-stocks>).
    struct StockMembers {
        id: "item_id" | "product_id",
        outlet_id: "outlet_id",
        is_available: "is_available",
    }
}

/// Reads the subject of an event that is about a customer, a menu or stock; of any other there is none.
pub(super) fn read(
    value: Value<'_>,
    shape: Shape,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Subjects, DecodeError> {
    let mut subjects = Subjects::about(value);
    let mut reader = subjects.reader(problems);
    let subject = match shape {
        Shape::Customer => customer(value, &mut reader),
        Shape::Menu => menu(value, &mut reader),
        Shape::Stock => product(value, decoder, &mut reader),
        Shape::Order | Shape::Item | Shape::Other => return Ok(Subjects::default()),
    };
    subjects.push(subject, &decoder.limits, value, problems);
    if subjects.is_exhausted() { Err(DecodeError::OutOfMemory) } else { Ok(subjects) }
}

fn customer(value: Value<'_>, r: &mut Reader<'_>) -> Subject {
    let m = CustomerMembers::read(value, r.problems);
    let mut customer = Subject::new(SubjectKind::Customer);
    customer.set_text(SubjectText::Id, r.id(m.id));
    customer.set_text(SubjectText::Name, r.text(m.name));
    customer.set_text(SubjectText::Phone, r.id(m.mobile_number));
    customer.set_text(SubjectText::Email, r.text(m.email));
    let mut external_id = Span::ABSENT;
    for link in r.array(m.links).into_iter().flat_map(Value::elements) {
        if external_id.is_absent() {
            let link = r.object(Some(link)).and_then(|link| LinkMembers::read(link, r.problems).id);
            external_id = r.id(link);
        }
    }
    customer.set_text(SubjectText::ExternalId, external_id);
    customer
}

fn menu(value: Value<'_>, r: &mut Reader<'_>) -> Subject {
    let m = MenuMembers::read(value, r.problems);
    let mut menu = Subject::new(SubjectKind::Menu);
    menu.set_text(SubjectText::Id, r.id(m.id));
    menu
}

fn product(value: Value<'_>, decoder: &Decoder, r: &mut Reader<'_>) -> Subject {
    let m = StockMembers::read(value, r.problems);
    let mut product = Subject::new(SubjectKind::Product);
    product.set_text(SubjectText::Id, r.id(m.id));
    let outlet = r.id(m.outlet_id);
    product.set_text(SubjectText::StoreId, outlet);
    product.set_text(SubjectText::StoreKey, outlet);
    product.set_text(SubjectText::OwnStoreId, decoder.stores.own_id(outlet, m.outlet_id, r));
    product.available = r.flag(m.is_available);
    product
}

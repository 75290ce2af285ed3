//! Stores, as Fire's events about stores, days, menus and products tell of them
//! (<https://docs.fire.rest/en/webhook-reference/store-updated>).
//!
//! Assumption: a store that is told without its code has its id as the key in the vendor's map of stores. Ids are the
//! store's number in some events and a UUID in others.

use super::catalogue::{self, Gathering};
use super::{channel, said};
use crate::event::{EventKind, Subject, SubjectKind, SubjectText};
use crate::json::{Kind, Value, members};
use crate::order::Span;

members! { struct DataMembers { stores: "stores", channels: "channels", } }

members! {
    /// A store under the names of every event: those of an order's store, too, are used for that of a business day.
    #[derive(Default)]
    struct StoreMembers {
        name: "name" | "storeName",
        active: "active",
        status: "status",
        id: "storeId" | "uid",
        brand_id: "vendorId",
        vendor: "vendor",
        code: "storeCode" | "code",
        external_id: "externalId",
        channels: "channels",
    }
}

members! { struct VendorMembers { uid: "uid", } }

/// A store that was read, and the texts that what is in it shares with it.
pub(super) struct Store<'d> {
    pub(super) subject: Subject,
    id: Span,
    key: Span,
    own_id: Span,
    channels: Option<Value<'d>>,
}

impl Store<'_> {
    /// Says of a subject that it is in this store.
    pub(super) fn place(&self, subject: &mut Subject) {
        subject.set_text(SubjectText::StoreId, self.id);
        subject.set_text(SubjectText::StoreKey, self.key);
        subject.set_text(SubjectText::OwnStoreId, self.own_id);
    }
}

/// Reads an event about stores: `stores`, or `data` itself, which is how a deletion says which one; then `channels`.
pub(super) fn read(data: Value<'_>, gathering: &mut Gathering<'_>) {
    let m = DataMembers::read(data, gathering.problems);
    match m.stores {
        Some(_) => gathering.each(m.stores, add),
        None => add(data, gathering),
    }
    gathering.each(m.channels, channel::add);
}

/// Adds a store.
fn add(value: Value<'_>, gathering: &mut Gathering<'_>) {
    let Some(store) = of_object(value, gathering) else { return };
    gathering.add(store.subject, value);
}

/// Adds a store and then each of its channels. The store is an object, or its id alone.
pub(super) fn add_with_channels(value: Value<'_>, gathering: &mut Gathering<'_>) {
    let store = if matches!(value.kind(), Kind::String | Kind::Number) {
        Some(of_members(&StoreMembers { id: Some(value), ..StoreMembers::default() }, gathering))
    } else {
        of_object(value, gathering)
    };
    let Some(Store { subject, id, channels, .. }) = store else { return };
    gathering.add(subject, value);
    gathering.each(channels, |value, gathering| channel::add_in_store(value, id, gathering));
}

/// Reads a store.
pub(super) fn of_object<'d>(value: Value<'d>, gathering: &mut Gathering<'_>) -> Option<Store<'d>> {
    let value = gathering.reader().object(Some(value))?;
    let m = StoreMembers::read(value, gathering.problems);
    Some(of_members(&m, gathering))
}

fn of_members<'d>(m: &StoreMembers<'d>, gathering: &mut Gathering<'_>) -> Store<'d> {
    let mut subject = Subject::new(SubjectKind::Store);
    subject.removed = (gathering.kind == EventKind::StoreRemoved).then_some(true);
    let (stores, mut r) = (&gathering.decoder.stores, gathering.reader());
    let (id, code) = (r.id(said(m.id)), r.id(said(m.code)));
    let (key, at) = if code.is_absent() { (id, m.id) } else { (code, m.code) };
    let own_id = stores.own_id(key, at, &mut r);
    let vendor = r.object(m.vendor).and_then(|vendor| VendorMembers::read(vendor, r.problems).uid);
    let (available, word) = catalogue::active(m.active, &mut r);
    subject.available = available;
    let status = r.text(said(m.status));
    subject.set_text(SubjectText::Id, id);
    subject.set_text(SubjectText::Code, code);
    subject.set_text(SubjectText::Name, r.text(said(m.name)));
    subject.set_text(SubjectText::ExternalId, r.id(said(m.external_id)));
    subject.set_text(SubjectText::StoreKey, key);
    subject.set_text(SubjectText::OwnStoreId, own_id);
    subject.set_text(SubjectText::BrandId, r.id(said(m.brand_id).or(said(vendor))));
    subject.set_text(SubjectText::Status, if status.is_absent() { word } else { status });
    Store { subject, id, key, own_id, channels: m.channels }
}

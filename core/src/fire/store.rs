//! The store of a Fire order (<https://docs.fire.rest/en/events/order-completed>).
//!
//! Assumption: a vendor finds its store by `store.code`, which every event that names a store carries, or, where there is
//! none, by `store.uid`.

use super::said;
use crate::event::Decoder;
use crate::json::{Value, members};
use crate::order::{Order, OrderText, Reader};
use crate::value::Currency;

members! {
    /// `vendor_uid` and `vendor_name` are the v4 API's.
    struct StoreMembers {
        uid: "uid",
        code: "code",
        name: "name",
        external_id: "externalId" | "external_id",
        vendor: "vendor",
        location: "locationInfo",
        vendor_uid: "vendor_uid",
        vendor_name: "vendor_name",
    }
}

members! { struct VendorMembers { uid: "uid", name: "name", } }
members! { struct LocationMembers { currency: "currencyCode", } }

/// Ids that stand beside the store, in orders that were read.
#[derive(Default)]
pub(super) struct Beside<'d> {
    pub(super) store: Option<Value<'d>>,
    pub(super) vendor: Option<Value<'d>>,
}

/// Reads the store, and answers the currency it trades in.
pub(super) fn read<'d>(
    store: Option<Value<'d>>,
    beside: &Beside<'d>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Option<Currency> {
    let Some(store) = r.object(store) else {
        ids(said(beside.store), None, decoder, order, r);
        order.set_text(OrderText::BrandId, r.id(said(beside.vendor)));
        return None;
    };
    let m = StoreMembers::read(store, r.problems);
    ids(said(m.uid).or(said(beside.store)), said(m.code), decoder, order, r);
    order.set_text(OrderText::Store, r.text(said(m.name)));
    order.set_text(OrderText::StoreExternalId, r.id(said(m.external_id)));
    let vendor = r.object(m.vendor).map(|vendor| VendorMembers::read(vendor, r.problems));
    let (uid, name) = vendor.map_or((m.vendor_uid, m.vendor_name), |vendor| (vendor.uid, vendor.name));
    order.set_text(OrderText::BrandId, r.id(said(uid).or(said(beside.vendor))));
    order.set_text(OrderText::Brand, r.text(said(name)));
    let location = LocationMembers::read(r.object(m.location)?, r.problems);
    r.currency(said(location.currency))
}

/// By what the store is found.
fn ids(
    uid: Option<Value<'_>>,
    code: Option<Value<'_>>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let (uid_text, code_text) = (r.id(uid), r.id(code));
    let (key, at) = if code_text.is_absent() { (uid_text, uid) } else { (code_text, code) };
    order.set_text(OrderText::StoreId, uid_text);
    order.set_text(OrderText::StoreCode, code_text);
    order.set_text(OrderText::StoreKey, key);
    order.set_text(OrderText::OwnStoreId, decoder.stores.own_id(key, at, r));
}

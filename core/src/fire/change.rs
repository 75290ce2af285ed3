//! A step of an order as `order.status_changed` tells it: a few members, no snapshot
//! (<https://docs.fire.rest/en/webhook-reference/order-status-changed>).
//!
//! Assumption: `fire_order_id` is the order's id, the same as `orderId` of a snapshot; [`OrderText::ExternalId`] finds the
//! order where it is not.
//! Assumption: `channel_id` is the same as `channel.uid` of a snapshot.
//! Assumption: `received` is an order that is placed, and not yet accepted.

use super::{dictionary, said};
use crate::event::DecodeError;
use crate::json::{Value, members};
use crate::order::{Order, OrderInt, OrderText, OrderTime, Pool, Reader};
use crate::problem::Problems;

members! {
    struct ChangeMembers {
        id: "fire_order_id",
        external_id: "external_order_id",
        channel_id: "channel_id",
        status: "status",
        updated_at: "updated_at",
    }
}

/// Reads an order of which only its ids and its status are told.
pub(super) fn read(value: Value<'_>, problems: &mut Problems) -> Result<Order, DecodeError> {
    let m = ChangeMembers::read(value, problems);
    let mut order = Order::new();
    let mut pool = Pool::default();
    let mut r = Reader { pool: &mut pool, problems };
    let id = r.id(said(m.id));
    if r.pool.get(id).is_none() {
        return Err(DecodeError::no_identity(value));
    }
    order.set_text(OrderText::Id, id);
    order.set_text(OrderText::ExternalId, r.id(said(m.external_id)));
    order.set_text(OrderText::ChannelId, r.id(said(m.channel_id)));
    order.set_time(OrderTime::UpdatedAt, r.time(said(m.updated_at)));
    let status = r.text(said(m.status));
    let progress = r.pool.get(status).map(dictionary::change);
    order.set_text(OrderText::State, status);
    order.set_int(OrderInt::Progress, progress.map(|progress| progress.code().into()));
    order.finish(pool).ok_or(DecodeError::OutOfMemory)
}

//! Atlas's answer to a read of an order.

use alloc::vec::Vec;

use super::order;
use super::shape::Shape;
use crate::event::{DecodeError, Decoder, Parts};
use crate::json::{Document, Kind, Value};
use crate::order::Order;
use crate::problem::Problems;

/// Reads the answer to a read of one order, which is the order alone, of the admin API
/// (<https://docs.atlas.kitchen/admin-api-order-details>,
/// <https://connect.atlas.kitchen/admin-api/orders/order-details-identifier>) or of the storefront
/// (<https://atlaskitchen.mintlify.app/storefront-api/order/create-order>). Atlas lists no orders.
pub(crate) fn read_orders(document: &Document, decoder: &Decoder) -> Result<Parts, DecodeError> {
    let root = document.root();
    if root.kind() != Kind::Object {
        return Err(DecodeError::no_object(root));
    }
    let mut problems = Problems::default();
    let shape = Shape::of(root);
    if shape != Shape::Order {
        return Err(DecodeError::no_order(root));
    }
    let orders = one(root, shape, decoder, &mut problems)?;
    Ok(Parts::of_read(orders, problems))
}

/// Reads the order that a document is said or shown to be, with its place in the document. An item alone has an id, but
/// not that of an order.
pub(super) fn one(
    value: Value<'_>,
    shape: Shape,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<Vec<(Order, u32)>, DecodeError> {
    if shape == Shape::Item {
        return Err(DecodeError::no_order(value));
    }
    Parts::one_order(order::read(value, decoder, problems)?, value)
}

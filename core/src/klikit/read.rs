//! Answers to reads: a list of orders (`data.orders[]`) or one (`data`), whose orders are those of a delivery
//! (<https://developer.klikit.io/partner-api/api-reference/orders/list-orders>,
//! <https://developer.klikit.io/partner-api/api-reference/orders/get-one-order>).
//!
//! A list may be empty: `data` or its `orders` is then an empty array, or `orders` is null
//! (<https://developer.klikit.io/partner-api/concepts/envelope>). The answer to a status change names its order, too, and is
//! read as one (<https://developer.klikit.io/partner-api/api-reference/orders/transition-an-order-through-its-state-machine>).

use alloc::vec::Vec;

use super::order;
use super::orders::Delivery;
use crate::event::{DecodeError, Decoder, Parts};
use crate::json::{Document, Kind, Value, members};
use crate::problem::Problems;

members! { struct Answer { data: "data", } }
members! { struct Page { orders: "orders", } }

/// Reads an answer.
pub(crate) fn read_orders(document: &Document, decoder: &Decoder) -> Result<Parts, DecodeError> {
    let root = document.root();
    let mut problems = Problems::default();
    let data = Answer::read(root, &mut problems).data;
    let data = data.ok_or_else(|| DecodeError::no_data(root.get("data").unwrap_or(root)))?;
    let mut delivery = Delivery::new(decoder);
    let orders = match list_in(data, &mut problems)? {
        Some(listed) => delivery.read_all(listed, &mut problems)?,
        None if data.get("orders").is_some() => Vec::new(),
        None => {
            let read = order::read(data, &delivery, &mut problems)?;
            Parts::one_order(read.ok_or_else(|| DecodeError::no_identity(data))?, data)?
        }
    };
    Ok(Parts::of_read(orders, problems))
}

/// The list of orders; `None` where `data` is one order, or a page whose list is null.
fn list_in<'d>(data: Value<'d>, problems: &mut Problems) -> Result<Option<Value<'d>>, DecodeError> {
    if data.kind() == Kind::Array {
        return Ok(Some(data));
    }
    if data.is_empty() {
        return Err(DecodeError::no_data(data));
    }
    match Page::read(data, problems).orders {
        Some(orders) if orders.kind() != Kind::Array => Err(DecodeError::no_data(orders)),
        orders => Ok(orders),
    }
}

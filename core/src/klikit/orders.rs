//! The orders of one delivery or answer, and what they share.

use alloc::vec::Vec;

use super::order;
use crate::event::{DecodeError, Decoder};
use crate::json::{Kind, Value};
use crate::order::Order;
use crate::problem::{ProblemCode, Problems};

/// What the orders of one delivery or answer share.
pub(super) struct Delivery<'a, 'd> {
    pub(super) decoder: &'a Decoder,
    /// The brand and branch that the delivery states for all of its orders.
    pub(super) brand_id: Option<Value<'d>>,
    pub(super) branch_id: Option<Value<'d>>,
    /// Whether `cart` replaces the lines, so that an empty one leaves none.
    pub(super) replaces_lines: bool,
    /// How many lines and adjustments the orders so far have: the limits are on all of them, since a batch of orders may not
    /// take more memory than one.
    pub(super) lines: usize,
    pub(super) adjustments: usize,
}

impl<'a, 'd> Delivery<'a, 'd> {
    pub(super) const fn new(decoder: &'a Decoder) -> Self {
        Self { decoder, brand_id: None, branch_id: None, replaces_lines: false, lines: 0, adjustments: 0 }
    }

    /// Reads every order that says which one it is, each with its place. One that does not is noted and costs only
    /// itself; a list of no other is refused.
    pub(super) fn read_all(
        &mut self,
        listed: Value<'d>,
        problems: &mut Problems,
    ) -> Result<Vec<(Order, u32)>, DecodeError> {
        let mut orders = Vec::new();
        orders.try_reserve_exact(listed.len()).map_err(|_| DecodeError::OutOfMemory)?;
        for value in listed.elements() {
            if value.kind() != Kind::Object {
                problems.note(ProblemCode::WrongType, value);
            } else if let Some(read) = order::read(value, self, problems)? {
                self.lines = self.lines.saturating_add(read.line_count());
                self.adjustments = self.adjustments.saturating_add(read.adjustment_count());
                orders.push((read, value.place()));
            } else {
                problems.note(ProblemCode::NoIdentity, value);
            }
        }
        match listed.elements().next() {
            Some(first) if orders.is_empty() => Err(DecodeError::no_identity(first)),
            _ => Ok(orders),
        }
    }
}

//! How one order is read: by which settings, in which unit its amounts are, and how much of it there may be.

use super::amounts::Unit;
use crate::event::Decoder;
use crate::json::Value;
use crate::order::{Order, Reader};
use crate::problem::ProblemCode;
use crate::value::Currency;

/// What the parts of an order's mapping share.
pub(super) struct Reading<'a> {
    pub(super) decoder: &'a Decoder,
    unit: Unit,
    /// Lines of the orders before it in the same document.
    lines_before: usize,
    /// Whether it was noted that there are too many adjustments.
    is_cut: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(decoder: &'a Decoder, unit: Unit, lines_before: usize) -> Self {
        Self { decoder, unit, lines_before, is_cut: false }
    }

    /// How many decimal places an amount in this currency has to be moved.
    pub(super) fn shift(&self, currency: Option<Currency>) -> u32 {
        self.unit.shift(&self.decoder.scales, currency)
    }

    /// Whether there may be one more line.
    pub(super) fn takes_line(&self, order: &Order) -> bool {
        self.lines_before.saturating_add(order.line_count()) < self.decoder.limits.elements
    }

    /// Whether there may be one more adjustment; where not, that is noted once, at `value`.
    pub(super) fn takes_adjustment(&mut self, value: Value<'_>, order: &Order, r: &mut Reader<'_>) -> bool {
        let takes = order.adjustment_count() < self.decoder.limits.adjustments();
        if !takes && !self.is_cut {
            self.is_cut = true;
            r.problems.note(ProblemCode::TooMany, value);
        }
        takes
    }
}

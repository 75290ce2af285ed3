//! Whether two orders say the same.

use super::adjustment::{AdjustmentInt, AdjustmentMoney, AdjustmentText};
use super::fields::{OrderInt, OrderMoney, OrderText, OrderTime};
use super::line::{LineInt, LineList, LineMoney, LineText};
use super::party::{PartyInt, PartyText};
use super::payment::{PaymentInt, PaymentMoney, PaymentText};
use super::step::{StepInt, StepText, StepTime};
use super::store::Order;

/// Whether two things say the same in each field of these sets.
macro_rules! alike {
    ($one:expr, $other:expr, $($getter:ident: $fields:ty),+) => {
        true $(&& <$fields>::ALL.iter().all(|&field| $one.$getter(field) == $other.$getter(field)))+
    };
}

impl PartialEq for Order {
    /// Compares what the orders say, field by field; a scale that is written differently makes no difference.
    fn eq(&self, other: &Self) -> bool {
        alike!(self, other, text: OrderText, money: OrderMoney, time: OrderTime, int: OrderInt)
            && self.lines().zip(other.lines()).all(|(one, other)| {
                alike!(one, other, text: LineText, money: LineMoney, int: LineInt)
                    && LineList::ALL.iter().all(|&list| one.list(list).eq(other.list(list)))
            })
            && self.payments().zip(other.payments()).all(|(one, other)| {
                alike!(one, other, text: PaymentText, money: PaymentMoney, int: PaymentInt)
            })
            && self
                .parties()
                .zip(other.parties())
                .all(|(one, other)| alike!(one, other, text: PartyText, int: PartyInt))
            && self
                .steps()
                .zip(other.steps())
                .all(|(one, other)| alike!(one, other, text: StepText, time: StepTime, int: StepInt))
            && self.adjustments().zip(other.adjustments()).all(|(one, other)| {
                alike!(one, other, text: AdjustmentText, money: AdjustmentMoney, int: AdjustmentInt)
            })
    }
}

//! Where an order stands on the two axes, and where after one more report.

use super::axes::{PaymentStatus, Progress};
use super::transitions::Move;
use crate::order::{Order, OrderInt};

fn code(order: &Order, field: OrderInt) -> Option<i32> {
    order.int(field).and_then(|code| i32::try_from(code).ok())
}

/// How far an order has come.
pub(super) fn progress(order: &Order) -> Option<Progress> {
    code(order, OrderInt::Progress).and_then(Progress::from_code)
}

/// Whether an order is paid.
pub(super) fn payment(order: &Order) -> Option<PaymentStatus> {
    code(order, OrderInt::PaymentStatus).and_then(PaymentStatus::from_code)
}

pub(super) fn set_progress(order: &mut Order, progress: Option<Progress>) {
    order.set_int(OrderInt::Progress, progress.map(|progress| progress.code().into()));
}

pub(super) fn set_payment(order: &mut Order, payment: Option<PaymentStatus>) {
    order.set_int(OrderInt::PaymentStatus, payment.map(|payment| payment.code().into()));
}

/// The progress that is further.
pub(super) fn join_progress(held: Option<Progress>, told: Option<Progress>) -> Option<Progress> {
    match (held, told) {
        (Some(held), Some(told)) => Some(held.join(told)),
        (held, told) => held.or(told),
    }
}

/// The payment that ranks higher; of two that rank alike, the `newer` one.
pub(super) fn join_payment(
    held: Option<PaymentStatus>,
    told: Option<PaymentStatus>,
    newer: Option<PaymentStatus>,
) -> Option<PaymentStatus> {
    let is_open = |payment: Option<PaymentStatus>| payment.is_none_or(PaymentStatus::is_open);
    match (held, told) {
        _ if is_open(held) && is_open(told) => newer,
        (Some(held), Some(told)) => Some(if held.on(told) == Move::Advance { told } else { held }),
        (held, told) => held.or(told),
    }
}

//! What a till asks of klikit: a change of an order's status
//! (<https://developer.klikit.io/partner-api/api-reference/orders/transition-an-order-through-its-state-machine>).

use crate::http::{Arguments, Operation, Parameter};
use crate::lifecycle::{Ask, Asked};

/// The call that asks for it; `None` for what klikit takes no request for.
pub(crate) fn request(asked: &Asked<'_>) -> Option<(Operation, Arguments)> {
    let status = match asked.ask {
        Ask::Accept => "accepted",
        Ask::Ready => "ready",
        Ask::HandOver => "picked_up",
        Ask::Reject => "rejected",
        Ask::Cancel => "cancelled",
        Ask::Prepare => return None,
    };
    let arguments =
        asked.arguments().with(Parameter::Status, status).with(Parameter::Reason, asked.details.reason);
    Some((Operation::KlikitOrderStatus, arguments))
}

//! What a till asks of Fire: a step of the kitchen (<https://docs.fire.rest/en/api-reference/kds-order-status>) or a
//! cancellation (<https://docs.fire.rest/en/api-reference/cancel-order>).
//!
//! Assumption: the order's id with the step is a good mark of a report: the same for all its attempts, also after a restart,
//! and another one for each step, as both generations of the page ask for.
//! Assumption: an order without an external id is cancelled by its own, which the other paths take in its place
//! (<https://docs.fire.rest/en/api-reference/get-order>).

use alloc::format;

use crate::http::{Arguments, Operation, Parameter};
use crate::lifecycle::{Ask, Asked};
use crate::order::OrderText;

/// The call that asks for it; `None` for what Fire takes no request for.
pub(crate) fn request(asked: &Asked<'_>) -> Option<(Operation, Arguments)> {
    let step = match asked.ask {
        Ask::Prepare => "order.preparing",
        Ask::Ready => "order.ready",
        Ask::HandOver => "order.dispatched",
        Ask::Cancel => {
            let arguments = Arguments::new()
                .with(Parameter::Id, asked.order.text(OrderText::ExternalId).unwrap_or(asked.id))
                .with(Parameter::Reason, asked.details.reason);
            return Some((Operation::FireOrderCancel, arguments));
        }
        Ask::Accept | Ask::Reject => return None,
    };
    let arguments = asked
        .arguments()
        .with(Parameter::EventType, step)
        .with(Parameter::EventId, asked.dispatch_event_id?)
        .with(Parameter::ProviderEventId, &format!("{}:{step}", asked.id))
        .with(Parameter::Station, asked.details.station);
    Some((Operation::FireKitchenReport, arguments))
}

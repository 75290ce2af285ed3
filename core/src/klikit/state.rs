//! How far a klikit order and its courier are, and what may be done with it now.
//!
//! The courier is where the fulfilment status says. The order's own states "driver assigned" and "driver arrived" say it where
//! there is none, or one that is not known; and since no fulfilment status means that the courier is at the store, "driver
//! arrived" stands above one by which the courier was found.
//!
//! Assumption: the order's own states "driver assigned" and "driver arrived" say it of the courier, as their names do.
//! Assumption: `can_accept` and its like say what is possible now, as their names do.

use super::order::OrderMembers;
use super::{chosen, dictionary, filled, id};
use crate::event::Decoder;
use crate::lifecycle::Courier;
use crate::order::{Order, OrderInt, OrderText, Reader};
use crate::problem::ProblemCode;

/// Reads state, courier, kind of fulfilment and flags.
pub(super) fn read(m: &OrderMembers<'_>, decoder: &Decoder, order: &mut Order, r: &mut Reader<'_>) {
    let driver = progress(m, decoder, order, r);
    let status = id(chosen(m.courier), r);
    let by_status = r.pool.get(status).map(|code| dictionary::courier(code, decoder));
    let courier = match (by_status, driver) {
        (None | Some(Courier::Unknown | Courier::Assigned), Some(driver)) => Some(driver),
        (by_status, _) => by_status,
    };
    order.set_text(OrderText::CourierText, status);
    order.set_int(OrderInt::Courier, courier.map(|courier| courier.code().into()));

    let fulfilment = id(m.fulfilment, r);
    let meaning = r.pool.get(fulfilment).map(|code| dictionary::fulfilment(code, decoder));
    order.set_text(OrderText::FulfilmentText, fulfilment);
    order.set_int(OrderInt::Fulfilment, meaning.map(|meaning| meaning.code().into()));

    let flags = [
        (OrderInt::Test, m.is_fake),
        (OrderInt::PricesIncludeTax, m.is_vat_included),
        (OrderInt::CanAccept, m.can_accept),
        (OrderInt::CanReady, m.can_ready),
        (OrderInt::CanDeliver, m.can_deliver),
        (OrderInt::CanCancel, m.can_cancel),
        (OrderInt::CanVoid, m.can_void),
    ];
    for (field, value) in flags {
        order.set_flag(field, r.flag(filled(value)));
    }
}

/// Reads the state; what it says of the courier.
fn progress(
    m: &OrderMembers<'_>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Option<Courier> {
    let code = id(m.status, r);
    order.set_text(OrderText::State, code);
    let state = dictionary::state(r.pool.get(code)?, decoder);
    if let (Some(value), true) = (m.status, state.is_disputed) {
        r.problems.note(ProblemCode::DisputedCode, value);
    }
    if let Some(name) = state.name {
        order.set_text(OrderText::StateName, r.pool.push(name));
    }
    order.set_int(OrderInt::Progress, Some(state.progress.code().into()));
    state.courier
}

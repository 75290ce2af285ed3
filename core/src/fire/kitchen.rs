//! The kitchen's journey in a Fire order (<https://docs.fire.rest/en/events/order-status-updated>).

use super::{dictionary, said};
use crate::json::{Value, members};
use crate::lifecycle::Progress;
use crate::order::{Order, OrderInt, Reader, Step, StepText};

members! {
    struct KitchenMembers {
        status: "status",
        occurred_at: "occurredAt",
        station: "stationName",
        history: "history",
    }
}

/// Reads the steps, and answers where the kitchen stands; absent where no kitchen has reported.
///
/// Where the history is missing, the current status is the only step.
pub(super) fn read(kitchen: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) -> Option<Progress> {
    let current = KitchenMembers::read(r.object(kitchen)?, r.problems);
    for value in r.array(current.history).into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        let past = KitchenMembers::read(value, r.problems);
        push_step(&past, order, r);
    }
    if order.int(OrderInt::StepCount) == Some(0) {
        return push_step(&current, order, r);
    }
    let state = r.text(said(current.status));
    r.pool.get(state).map(dictionary::step)
}

/// Adds a step, unless its status is missing.
fn push_step(m: &KitchenMembers<'_>, order: &mut Order, r: &mut Reader<'_>) -> Option<Progress> {
    let state = r.text(said(m.status));
    let progress = r.pool.get(state).map(dictionary::step)?;
    let mut step = Step::new(progress, r.time(said(m.occurred_at)));
    step.set_text(StepText::State, state);
    step.set_text(StepText::Station, r.text(said(m.station)));
    order.push_step(r.pool, step);
    Some(progress)
}

//! What the till is to do about an order.

use super::axes::{PaymentStatus, Progress};
use super::change::Action;
use super::due;
use super::state::OrderState;
use crate::event::EventKind;
use crate::order::OrderInt;
use crate::platform::Platform;

impl OrderState {
    /// What the till is to do, given what is known now, after an event of this kind, or none.
    pub(super) fn decide(&mut self, kind: Option<EventKind>, changed: bool, lines_differ: bool) -> Action {
        let update = if changed { Action::Update } else { Action::Nothing };
        // Reading once more what was just read would say the same.
        let fetch = if kind == Some(EventKind::OrderRead) { update } else { Action::Fetch };
        let off = self.progress().is_some_and(Progress::is_off);
        if off && self.printed && !self.voided {
            self.voided = true;
            return Action::Void;
        }
        if off {
            return update;
        }
        let has_lines = self.order.states_lines();
        let due = due::is_due(self.platform, &self.order, self.said);
        if due && !self.printed {
            // An emptied order waits for lines.
            self.printed = self.order.lines().len() > 0;
            return match (self.printed, has_lines) {
                (true, _) => Action::Print,
                (false, true) => update,
                (false, false) => fetch,
            };
        }
        if self.printed {
            return if lines_differ { Action::Reprint } else { update };
        }
        let is_cart = kind == Some(EventKind::OrderLinesChanged) && has_lines;
        if is_cart && changed && !self.said.created {
            return Action::Preview;
        }
        let missed = self.platform == Platform::Fire && self.payment() == Some(PaymentStatus::Paid);
        let is_test = self.order.int(OrderInt::Test) == Some(1);
        if !is_test && !self.detailed && (!has_lines || missed) { fetch } else { update }
    }

    /// Whether this event is the one by which the order came to be prepared: it had the ticket printed, or, where reading the
    /// order did, would have.
    pub(super) fn is_dispatched_by(&self, kind: EventKind, action: Action) -> bool {
        let would = matches!(kind, EventKind::OrderCreated | EventKind::OrderSettled);
        self.dispatch_event_id.is_none() && (action == Action::Print || (self.printed && would))
    }
}

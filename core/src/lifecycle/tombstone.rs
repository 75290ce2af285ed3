//! What is kept of an order that left a book: enough that a late telling of it prints no second ticket and loses no void one.

use alloc::string::String;

use super::axes::{PaymentStatus, Progress};
use super::change::{Action, Change, Verdict};
use super::due::Said;
use super::standing::{set_payment, set_progress};
use super::state::{OrderState, OutOfMemory};
use super::text::{copied, with_nul};
use crate::event::Event;
use crate::order::OrderInt;
use crate::platform::Platform;

/// What is kept of an order that left.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Tombstone {
    pub(super) progress: Option<Progress>,
    pub(super) payment: Option<PaymentStatus>,
    pub(super) said: Said,
    pub(super) printed: bool,
    pub(super) voided: bool,
    pub(super) test: bool,
    pub(super) before_payment: bool,
    pub(super) dispatch_event_id: Option<String>,
    /// When it left, Unix seconds, and which one in that second.
    pub(super) left: (i64, u64),
}

impl Tombstone {
    pub(super) fn of(state: OrderState, left: (i64, u64)) -> Self {
        let is_set = |field| state.order.int(field) == Some(1);
        Self {
            progress: state.progress(),
            payment: state.payment(),
            said: state.said,
            printed: state.printed,
            voided: state.voided,
            test: is_set(OrderInt::Test),
            before_payment: is_set(OrderInt::PrepareBeforePayment),
            dispatch_event_id: state.dispatch_event_id,
            left,
        }
    }

    /// Whether the order is over, so that a telling of it changes nothing: all but that a ticket is to be voided.
    pub(super) fn is_final_for(&self, told: Option<Progress>) -> bool {
        let is_final = self.progress.is_some_and(Progress::is_final);
        let is_void = self.printed && !self.voided && told.is_some_and(Progress::is_off);
        is_final && !is_void
    }

    /// The order as it is put back in the book. Its ticket is not printed again; of its details nothing is known.
    pub(super) fn revived(&self, platform: Platform) -> Result<OrderState, OutOfMemory> {
        let mut state = OrderState::new(platform);
        state.said = self.said;
        state.printed = self.printed;
        state.voided = self.voided;
        state.dispatch_event_id = self.dispatch_event_id.as_deref().map(copied).transpose()?;
        let order = &mut state.order;
        set_progress(order, self.progress);
        set_payment(order, self.payment);
        order.set_flag(OrderInt::Test, self.test.then_some(true));
        order.set_flag(OrderInt::PrepareBeforePayment, self.before_payment.then_some(true));
        Ok(state)
    }

    /// What a telling is that changes nothing any more.
    pub(super) fn change(&self, event: &Event, id: &str) -> Result<Change, OutOfMemory> {
        Ok(Change {
            verdict: Verdict::Forgotten,
            action: Action::Nothing,
            order_id: Some(with_nul(id)?),
            dispatch_event_id: self.dispatch_event_id.as_deref().map(with_nul).transpose()?,
            progress: (self.progress, self.progress),
            payment: (self.payment, self.payment),
            printed: self.printed,
            ..Change::of_no_order(event)
        })
    }
}

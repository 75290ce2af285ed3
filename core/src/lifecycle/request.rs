//! What a till asks for, as the call to the platform that asks it.

use alloc::string::ToString;

use super::asks::{Ask, AskReason, Permission};
use super::state::OrderState;
use crate::http::{Arguments, Operation, Parameter};
use crate::order::Order;
use crate::platform::Platform;
use crate::value::Timestamp;
use crate::{fire, klikit};

/// What goes with a request of a till.
#[derive(Clone, Copy, Debug, Default)]
pub struct AskDetails<'a> {
    /// Why an order is rejected or cancelled, in the platform's own codes or words; empty for none.
    pub reason: &'a str,
    /// When it happened in the shop. Fire's kitchen reports need it.
    pub occurred_at: Option<Timestamp>,
    /// The name of the kitchen station; empty for none.
    pub station: &'a str,
}

/// What the platforms' rooms are told.
pub(crate) struct Asked<'a> {
    pub(crate) ask: Ask,
    pub(crate) order: &'a Order,
    pub(crate) id: &'a str,
    /// The mark of the event that dispatched the order.
    pub(crate) dispatch_event_id: Option<&'a str>,
    pub(crate) details: &'a AskDetails<'a>,
}

impl OrderState {
    /// The call that asks the platform for something, unless a till may not ask ([`may_ask`](Self::may_ask)). What is only
    /// doubtful is asked.
    ///
    /// # Errors
    /// Why a till may not ask.
    pub fn request(&self, ask: Ask, details: &AskDetails<'_>) -> Result<(Operation, Arguments), AskReason> {
        if let (Permission::Refused, reason) = self.may_ask(ask, !details.reason.is_empty()) {
            return Err(reason);
        }
        let asked = Asked {
            ask,
            order: self.order(),
            id: self.order().text(crate::order::OrderText::Id).unwrap_or_default(),
            dispatch_event_id: self.dispatch_event_id.as_deref(),
            details,
        };
        let request = match self.platform() {
            Platform::Klikit => klikit::request(&asked),
            Platform::Fire => fire::request(&asked),
            Platform::Atlas => None,
        };
        request.ok_or(AskReason::Unsupported)
    }
}

impl Asked<'_> {
    /// The arguments that every platform's request has.
    pub(crate) fn arguments(&self) -> Arguments {
        let occurred_at = self.details.occurred_at.map(|at| at.to_string()).unwrap_or_default();
        Arguments::new().with(Parameter::Id, self.id).with(Parameter::OccurredAt, &occurred_at)
    }
}

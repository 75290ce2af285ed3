//! What a till may ask a platform to do with an order: one table for each platform.
//!
//! Rules that a platform documents refuse; those that are inferred warn, and may be overridden, since what is known here may
//! be behind what the platform knows.
//!
//! | platform | may be asked | source |
//! | --- | --- | --- |
//! | klikit | accepted → ready → picked up, never back; rejected and cancelled end it and need a reason code | <https://developer.klikit.io/partner-api/api-reference/orders/transition-an-order-through-its-state-machine> |
//! | Fire | preparing → ready → dispatched, skipping allowed, citing the event that dispatched the order; cancelled | <https://docs.fire.rest/en/api-reference/kds-order-status> |
//! | Atlas | nothing: what its update of an order takes is not published | <https://docs.atlas.kitchen/admin-api-order-details> |

use super::axes::Progress;
use super::state::OrderState;
use super::transitions::Move;
use crate::order::{Fulfilment, OrderInt};
use crate::platform::Platform;
use crate::value::codes;

codes! {
    /// What a till asks for.
    pub enum Ask {
        /// To accept the order.
        Accept = 1, "accept";
        /// To report that it is being prepared.
        Prepare = 2, "prepare";
        /// To report that it is ready.
        Ready = 3, "ready";
        /// To report that it was handed over: picked up, or dispatched.
        HandOver = 4, "hand_over";
        /// To reject it.
        Reject = 5, "reject";
        /// To cancel it.
        Cancel = 6, "cancel";
    }
}

codes! {
    /// Whether a till may ask.
    pub enum Permission {
        /// It may.
        Allowed = 1, "allowed";
        /// It may, but the platform is likely to refuse; see the reason.
        Doubtful = 2, "doubtful";
        /// It may not; see the reason.
        Refused = 3, "refused";
    }
}

codes! {
    /// Why a till may not ask, or had better not.
    pub enum AskReason {
        /// Nothing speaks against it.
        None = 0, "none";
        /// The platform takes no such request.
        Unsupported = 1, "unsupported";
        /// The order is over.
        Finished = 2, "finished";
        /// The order is that far already, or further.
        NotForward = 3, "not_forward";
        /// A step before it was not taken yet.
        Skips = 4, "skips";
        /// A reason code is needed, and none is given.
        NeedsReason = 5, "needs_reason";
        /// The mark of the event that dispatched the order is not known, and has to be cited.
        NotDispatched = 6, "not_dispatched";
        /// The courier's side completes deliveries.
        CourierCompletes = 7, "courier_completes";
        /// The platform's own flag says that it cannot be done now.
        FlaggedImpossible = 8, "flagged_impossible";
        /// The order was accepted; it can be cancelled, not rejected.
        Accepted = 9, "accepted";
    }
}

impl AskReason {
    /// The reason in a sentence, for a log or a person.
    pub fn message(self) -> &'static str {
        self.message_with_nul().trim_end_matches('\0')
    }

    /// [`message`](Self::message) with a NUL behind it, for C.
    pub const fn message_with_nul(self) -> &'static str {
        match self {
            Self::None => "nothing speaks against it\0",
            Self::Unsupported => "the platform takes no such request\0",
            Self::Finished => "the order is over\0",
            Self::NotForward => "the order is that far already, or further\0",
            Self::Skips => "a step before it was not taken yet\0",
            Self::NeedsReason => "a reason code is needed; give one\0",
            Self::NotDispatched => {
                "the event that dispatched the order is not known, and has to be cited; wait for it\0"
            }
            Self::CourierCompletes => "the courier's side completes deliveries\0",
            Self::FlaggedImpossible => "the platform says that it cannot be done now; read the order\0",
            Self::Accepted => "the order was accepted; cancel it instead\0",
        }
    }
}

/// What each request makes of an order.
const RESULTS: &[(Ask, Progress)] = &[
    (Ask::Accept, Progress::Accepted),
    (Ask::Prepare, Progress::Preparing),
    (Ask::Ready, Progress::Ready),
    (Ask::HandOver, Progress::Dispatched),
    (Ask::Reject, Progress::Rejected),
    (Ask::Cancel, Progress::Cancelled),
];

/// Which requests a platform takes, and how far an order has to be for each by the documented way.
const TAKEN: &[(Platform, Ask, Progress)] = &[
    (Platform::Klikit, Ask::Accept, Progress::Unknown),
    (Platform::Klikit, Ask::Ready, Progress::Accepted),
    (Platform::Klikit, Ask::HandOver, Progress::Ready),
    (Platform::Klikit, Ask::Reject, Progress::Unknown),
    (Platform::Klikit, Ask::Cancel, Progress::Unknown),
    (Platform::Fire, Ask::Prepare, Progress::Unknown),
    (Platform::Fire, Ask::Ready, Progress::Unknown),
    (Platform::Fire, Ask::HandOver, Progress::Unknown),
    (Platform::Fire, Ask::Cancel, Progress::Unknown),
];

/// klikit's own flags, and what they say can be done now.
const FLAGS: &[(Ask, OrderInt)] = &[
    (Ask::Accept, OrderInt::CanAccept),
    (Ask::Ready, OrderInt::CanReady),
    (Ask::HandOver, OrderInt::CanDeliver),
    (Ask::Cancel, OrderInt::CanCancel),
];

/// What a request would make of an order.
fn result(ask: Ask) -> Progress {
    RESULTS.iter().find(|(known, _)| *known == ask).map_or(Progress::Unknown, |(_, progress)| *progress)
}

impl OrderState {
    /// Whether a till may ask for this, and why not. `with_reason` says whether a reason code goes with it.
    pub fn may_ask(&self, ask: Ask, with_reason: bool) -> (Permission, AskReason) {
        let refused = |reason| (Permission::Refused, reason);
        let taken = TAKEN.iter().find(|(platform, known, _)| *platform == self.platform && *known == ask);
        let Some((.., from)) = taken else { return refused(AskReason::Unsupported) };
        let held = self.progress().unwrap_or(Progress::Unknown);
        let ends = result(ask).is_off();
        if held.is_off() || (held.is_final() && !(ends && self.platform == Platform::Fire)) {
            return refused(AskReason::Finished);
        }
        if held.on(result(ask)) != Move::Advance {
            return refused(AskReason::NotForward);
        }
        if ends && !with_reason {
            return refused(AskReason::NeedsReason);
        }
        if self.platform == Platform::Fire && !ends && self.dispatch_event_id.is_none() {
            return refused(AskReason::NotDispatched);
        }
        match self.doubt(ask, held, *from) {
            AskReason::None => (Permission::Allowed, AskReason::None),
            reason => (Permission::Doubtful, reason),
        }
    }

    /// What speaks against a request that the platform's documents do not forbid.
    fn doubt(&self, ask: Ask, held: Progress, from: Progress) -> AskReason {
        let flag = FLAGS.iter().find(|(known, _)| *known == ask).and_then(|(_, flag)| self.order.int(*flag));
        let is_delivery = self.order.int(OrderInt::Fulfilment) == Some(Fulfilment::Delivery.code().into());
        if flag == Some(0) {
            AskReason::FlaggedImpossible
        } else if held.code() < from.code() {
            AskReason::Skips
        } else if self.platform == Platform::Klikit && ask == Ask::HandOver && is_delivery {
            AskReason::CourierCompletes
        } else if self.platform == Platform::Klikit
            && ask == Ask::Reject
            && held.code() >= Progress::Accepted.code()
        {
            AskReason::Accepted
        } else {
            AskReason::None
        }
    }
}

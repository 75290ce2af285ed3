//! Which way an order goes: the transition table.
//!
//! One table drives the code, the diagram in the README and the tests. An order may skip steps, since events get lost;
//! it never goes back, and nothing leaves [`Cancelled`], which everything may enter.

use super::axes::{PaymentStatus, Progress};
use crate::value::codes;

codes! {
    /// What a report of progress does to an order.
    pub enum Move {
        /// It takes the order further.
        Advance = 1, "advance";
        /// It says what is known.
        Repeat = 2, "repeat";
        /// It is behind what is known, and changes nothing.
        Back = 3, "back";
        /// It says nothing that this library knows.
        Unknown = 4, "unknown";
    }
}

use Progress::{
    Accepted, Cancelled, Delivered, Dispatched, Placed, Preparing, Ready, Rejected, Scheduled, Unknown,
};

/// From where to where an order may go, in one step or in several.
const TABLE: &[(Progress, &[Progress])] = &[
    (Unknown, &[Scheduled, Placed, Accepted, Preparing, Ready, Dispatched, Delivered, Rejected, Cancelled]),
    (Scheduled, &[Placed, Accepted, Preparing, Ready, Dispatched, Delivered, Rejected, Cancelled]),
    (Placed, &[Accepted, Preparing, Ready, Dispatched, Delivered, Rejected, Cancelled]),
    (Accepted, &[Preparing, Ready, Dispatched, Delivered, Rejected, Cancelled]),
    (Preparing, &[Ready, Dispatched, Delivered, Rejected, Cancelled]),
    (Ready, &[Dispatched, Delivered, Rejected, Cancelled]),
    (Dispatched, &[Delivered, Rejected, Cancelled]),
    (Delivered, &[Rejected, Cancelled]),
    (Rejected, &[Cancelled]),
    (Cancelled, &[]),
];

impl Progress {
    /// Where an order that is here may go, in one step or in several.
    pub fn may_become(self) -> &'static [Self] {
        TABLE.iter().find(|(from, _)| *from == self).map_or(&[], |(_, to)| to)
    }

    /// What a report of `told` does to an order that is here.
    pub fn on(self, told: Self) -> Move {
        if told == Unknown {
            Move::Unknown
        } else if told == self {
            Move::Repeat
        } else if self.may_become().contains(&told) {
            Move::Advance
        } else {
            Move::Back
        }
    }

    /// Where an order is that is reported here and there, in whichever order the reports arrive.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        if self.on(other) == Move::Advance { other } else { self }
    }

    /// Whether the order is over: nothing more is to be done for it.
    pub fn is_final(self) -> bool {
        matches!(self, Delivered | Cancelled | Rejected)
    }

    /// Whether it was cancelled or rejected.
    pub fn is_off(self) -> bool {
        matches!(self, Cancelled | Rejected)
    }
}

/// How far a payment has come. Between equal ranks, the platform's newest word decides.
const PAYMENT_RANKS: &[(PaymentStatus, u8)] = &[
    (PaymentStatus::Unknown, 0),
    (PaymentStatus::Unpaid, 1),
    (PaymentStatus::Failed, 1),
    (PaymentStatus::Paid, 2),
    (PaymentStatus::Refunded, 3),
];

impl PaymentStatus {
    /// What a report of `told` does to a payment that is here: what is paid never becomes unpaid again. Between unpaid
    /// and failed a payment goes back and forth, each an advance.
    pub fn on(self, told: Self) -> Move {
        let rank = |status: Self| {
            PAYMENT_RANKS.iter().find(|(known, _)| *known == status).map_or(0, |(_, rank)| *rank)
        };
        if told == Self::Unknown {
            Move::Unknown
        } else if told == self {
            Move::Repeat
        } else if rank(told) >= rank(self) {
            Move::Advance
        } else {
            Move::Back
        }
    }

    /// Whether a later report that does not rank higher may replace this one.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Unpaid | Self::Failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_never_falls_and_nothing_leaves_cancelled() {
        for &from in Progress::ALL {
            for &to in Progress::ALL {
                let step = from.on(to);
                let rises = to.code() > from.code() && !(from == Cancelled || from == Rejected);
                let expected = match (from, to) {
                    (_, Unknown) => Move::Unknown,
                    _ if from == to => Move::Repeat,
                    (Rejected, Cancelled) => Move::Advance,
                    _ if rises => Move::Advance,
                    _ => Move::Back,
                };
                assert_eq!(step, expected, "{from:?} to {to:?}");
            }
        }
        assert!(Cancelled.may_become().is_empty());
    }

    #[test]
    fn reports_may_arrive_in_any_order() {
        for &a in Progress::ALL {
            for &b in Progress::ALL {
                assert_eq!(a.join(b), b.join(a), "{a:?} {b:?}");
                for &c in Progress::ALL {
                    assert_eq!(a.join(b).join(c), a.join(b.join(c)), "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_paid_stays_paid() {
        use PaymentStatus::{Failed, Paid, Refunded, Unpaid};
        for &from in PaymentStatus::ALL {
            for &to in PaymentStatus::ALL {
                let expected = match (from, to) {
                    (_, PaymentStatus::Unknown) => Move::Unknown,
                    _ if from == to => Move::Repeat,
                    (Paid, Unpaid | Failed) | (Refunded, _) => Move::Back,
                    _ => Move::Advance,
                };
                assert_eq!(from.on(to), expected, "{from:?} to {to:?}");
            }
        }
    }
}

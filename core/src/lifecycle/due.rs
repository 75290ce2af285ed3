//! When a kitchen ticket is due: one table for each platform.
//!
//! | platform | a ticket is due | source |
//! | --- | --- | --- |
//! | klikit | once the order was created, or its state is accepted or further | <https://developer.klikit.io/partner-api/webhooks/events> |
//! | Atlas | once its state is confirmed or further, never while it is unpaid | <https://help.atlas.kitchen/connect/webhooks/order-events> |
//! | Fire | once the sale is settled (`order.completed`), or, if it may be prepared before payment, once it is known | <https://docs.fire.rest/en/events/order-opened> |
//!
//! Never of a test order, nor of one that was cancelled or rejected.

use super::axes::{PaymentStatus, Progress};
use super::standing::{payment, progress};
use crate::order::{Order, OrderInt};
use crate::platform::Platform;

/// A condition under which a ticket is due.
#[derive(Clone, Copy, Debug)]
pub(super) enum Condition {
    /// The platform said that the order was created.
    Created,
    /// Its state is accepted or further.
    Accepted,
    /// It is not known to be unpaid.
    NotUnpaid,
    /// The platform said that the sale is settled.
    Settled,
    /// The kitchen may begin before the order is paid.
    BeforePayment,
}

use Condition::{Accepted, BeforePayment, Created, NotUnpaid, Settled};

/// For each platform, the sets of conditions of which one has to hold whole.
pub(super) const TABLE: &[(Platform, &[&[Condition]])] = &[
    (Platform::Klikit, &[&[Created], &[Accepted]]),
    (Platform::Atlas, &[&[Accepted, NotUnpaid]]),
    (Platform::Fire, &[&[Settled], &[BeforePayment]]),
];

/// What was said of an order so far that its fields do not keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) created: bool,
    pub(crate) settled: bool,
}

/// Whether a ticket is due, were it not for its lines.
pub(crate) fn is_due(platform: Platform, order: &Order, said: Said) -> bool {
    let progress = progress(order).unwrap_or(Progress::Unknown);
    if progress.is_off() || order.int(OrderInt::Test) == Some(1) {
        return false;
    }
    let holds = |condition: &Condition| match condition {
        Created => said.created,
        Accepted => progress.code() >= Progress::Accepted.code(),
        NotUnpaid => payment(order) != Some(PaymentStatus::Unpaid),
        Settled => said.settled,
        BeforePayment => order.int(OrderInt::PrepareBeforePayment) == Some(1),
    };
    TABLE
        .iter()
        .filter(|(known, _)| *known == platform)
        .any(|(_, sets)| sets.iter().any(|set| set.iter().all(holds)))
}

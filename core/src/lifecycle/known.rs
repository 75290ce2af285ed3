//! What is known of an order after one more telling of it, nothing being decided yet.

use super::axes::{PaymentStatus, Progress};
use super::provenance::Stamp;
use super::seen::Telling;
use super::standing::{join_payment, join_progress, payment, progress, set_payment, set_progress};
use super::state::{OrderState, OutOfMemory};
use super::text::copied;
use crate::event::EventKind;
use crate::order::{Order, OrderInt, OrderText, Part};
use crate::platform::Platform;

impl OrderState {
    /// The same state, another order in it.
    pub(super) fn with_order(&self, order: Order) -> Result<Self, OutOfMemory> {
        Ok(Self {
            order,
            provenance: self.provenance.clone(),
            seen: self.seen.clone(),
            dispatch_event_id: self.dispatch_event_id.as_deref().map(copied).transpose()?,
            ..*self
        })
    }

    /// The state with what is told, nothing being decided yet.
    pub(super) fn with(&self, told: &Order, telling: Telling, kind: EventKind) -> Result<Self, OutOfMemory> {
        let newest = self.provenance.newest();
        let (at_ms, arrival) = match telling.at_ms {
            Some(at_ms) => (at_ms, 0),
            // Newer than all before it.
            None => (newest.map_or(i64::MIN, |newest| newest.at_ms), self.arrivals.saturating_add(1)),
        };
        let stamp = Stamp { at_ms, arrival, rank: rank(told, kind), mark: telling.content };
        let mut provenance = self.provenance.clone();
        let merged = self.order.merge(told, |part| {
            // A word that is not known moves nothing, whenever it is said.
            let says_nothing =
                part == Part::Int(OrderInt::PaymentStatus) && payment(told) == Some(PaymentStatus::Unknown);
            if says_nothing {
                payment(&self.order).is_none()
            } else {
                provenance.wins(part.position(), stamp)
            }
        });
        let mut order = merged.ok_or(OutOfMemory)?;
        let further = join_progress(progress(&self.order), progress(told));
        set_progress(&mut order, further);
        // Atlas says by its state that an order is unpaid; any other state takes that back.
        let newer = match (self.platform, told.text(OrderText::State)) {
            (Platform::Atlas, Some(_)) => {
                let wins = provenance.wins(Part::Int(OrderInt::PaymentStatus).position(), stamp);
                payment(if wins { told } else { &self.order })
            }
            _ => payment(&order),
        };
        let paid = join_payment(payment(&self.order), payment(told), newer);
        set_payment(&mut order, paid);
        let mut after = self.with_order(order)?;
        after.provenance = provenance;
        after.seen.add(telling);
        after.arrivals = after.arrivals.max(arrival);
        // What is read is as the platform has it now.
        if newest.is_none_or(|newest| newest <= stamp) {
            after.uncertain = telling.at_ms.is_none() && kind != EventKind::OrderRead;
        }
        match kind {
            EventKind::OrderCreated => after.said.created = true,
            EventKind::OrderSettled => after.said.settled = true,
            EventKind::OrderRead => {
                after.detailed = true;
                after.said.settled |= payment(told) == Some(PaymentStatus::Paid);
            }
            _ => {}
        }
        Ok(after)
    }
}

/// How late in an order's life a telling is made, where its time does not say: first as it is created, last as it is read.
fn rank(told: &Order, kind: EventKind) -> i32 {
    let of_kind = match kind {
        EventKind::OrderCreated => 0,
        EventKind::OrderRead => 2,
        _ => 1,
    };
    progress(told).map_or(0, Progress::code).saturating_mul(4).saturating_add(of_kind)
}

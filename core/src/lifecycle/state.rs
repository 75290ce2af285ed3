//! One order through its life: a pure reducer of what is told of it.

use alloc::string::String;
use alloc::vec::Vec;

use super::axes::{PaymentStatus, Progress};
use super::change::{Action, Change, Verdict};
use super::due::{self, Said};
use super::lines;
use super::provenance::{Provenance, Stamp};
use super::seen::Seen;
use super::transitions::Move;
use crate::event::{Decoder, Event, EventKind, Key};
use crate::order::{Order, OrderInt, OrderText, OrderTime, Part, Pool, Span};
use crate::platform::Platform;

/// An order could not be kept: there is no memory for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("memory for the order could not be had")]
pub struct OutOfMemory;

/// What is known of one order, from every telling of it so far.
///
/// Tellings may arrive in any order, twice or not at all. What a telling does not state is kept. Of progress, the furthest
/// counts; of everything else, what the platform said last by its own clock. A telling without a time counts as the newest
/// when it arrives, and makes the order uncertain.
#[derive(Clone, Debug)]
pub struct OrderState {
    pub(super) platform: Platform,
    pub(super) order: Order,
    pub(super) provenance: Provenance,
    pub(super) seen: Seen,
    pub(super) said: Said,
    pub(super) printed: bool,
    pub(super) voided: bool,
    /// Whether the last telling had no time of its own.
    pub(super) uncertain: bool,
    /// Whether it was read at the platform in full.
    pub(super) detailed: bool,
    pub(super) arrivals: u32,
    pub(super) dispatch_event_id: Option<String>,
}

/// What the reducer made of a telling.
struct Told {
    event_id: Option<String>,
    kind: EventKind,
    stamp: Stamp,
    timed: bool,
}

impl OrderState {
    /// An order of which nothing is known yet.
    pub fn new(platform: Platform) -> Self {
        Self {
            platform,
            order: Order::new(),
            provenance: Provenance::new(),
            seen: Seen::default(),
            said: Said::default(),
            printed: false,
            voided: false,
            uncertain: false,
            detailed: false,
            arrivals: 0,
            dispatch_event_id: None,
        }
    }

    /// The platform.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// All that is known of the order.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// How far it has come.
    pub fn progress(&self) -> Option<Progress> {
        progress(&self.order)
    }

    /// Whether it is paid.
    pub fn payment(&self) -> Option<PaymentStatus> {
        payment(&self.order)
    }

    /// Whether nothing more is to be done for it.
    pub fn is_final(&self) -> bool {
        self.progress().is_some_and(Progress::is_final)
    }

    /// Whether its ticket was printed.
    pub fn is_printed(&self) -> bool {
        self.printed
    }

    /// Applies what an event tells of the order at a position in it.
    ///
    /// # Errors
    /// There is no memory; the order is then as it was.
    pub fn apply(&mut self, event: &Event, position: usize) -> Result<Change, OutOfMemory> {
        let Some(told) = event.order(position) else { return Ok(Change::of_no_order(event)) };
        let content = digest(event.key(position, Key::Content).as_deref()).unwrap_or(0);
        let delivery = digest(event.key(position, Key::Delivery).as_deref());
        let at = event.occurred_at().or_else(|| told.time(OrderTime::UpdatedAt));
        let timed = at.is_some();
        if self.seen.knows(delivery, content, timed) {
            let mut change = self.change(Verdict::Duplicate, Action::Nothing, None);
            change.order = Some(self.order.clone());
            return Ok(change);
        }
        let is_new = self.seen.is_empty();
        let stamp = self.stamp(at.map(|at| at.unix_ms), content);
        let about = Told { event_id: event.id().map(String::from), kind: event.kind(), stamp, timed };
        let before = (self.progress(), self.payment());
        let held = self.take(told, &about)?;
        self.seen.add(delivery, content);
        let differs = match self.printed && held.states_lines() {
            true => lines::changes(&held, &self.order).ok_or(OutOfMemory)?,
            false => Vec::new(),
        };
        let changed = is_new || before != (self.progress(), self.payment()) || held != self.order;
        let action = self.decide(Some(&about), changed, !differs.is_empty());
        let verdict = match (is_new, changed) {
            (true, _) => Verdict::New,
            (false, true) => Verdict::Changed,
            (false, false) => Verdict::Stale,
        };
        let mut change = self.change(verdict, action, Some(before));
        if action == Action::Reprint {
            change.lines = differs;
        }
        change.order = Some(self.order.clone());
        change.before = (!is_new).then_some(held);
        Ok(change)
    }

    /// Reads the state again that the platform told as a code; a change, if the order is further than it seemed.
    pub(super) fn read_again(&mut self, decoder: &Decoder) -> Result<Option<Change>, OutOfMemory> {
        let read = self.order.text(OrderText::State).and_then(|state| decoder.progress_of(state));
        let Some((told, name)) = read else { return Ok(None) };
        let before = (self.progress(), self.payment());
        let further = join_progress(before.0, Some(told)).filter(|_| told != Progress::Unknown);
        if further.is_none() || further == before.0 {
            return Ok(None);
        }
        let mut named = Order::new();
        named.set_int(OrderInt::Progress, further.map(|progress| progress.code().into()));
        let mut pool = Pool::default();
        named.set_text(OrderText::StateName, name.map_or(Span::ABSENT, |name| pool.push(name)));
        let named = named.finish(pool).ok_or(OutOfMemory)?;
        let order = self.order.merge(&named, |_| true).ok_or(OutOfMemory)?;
        let held = core::mem::replace(&mut self.order, order);
        let action = self.decide(None, true, false);
        let mut change = self.change(Verdict::Changed, action, Some(before));
        change.order = Some(self.order.clone());
        change.before = Some(held);
        Ok(Some(change))
    }

    /// When a telling counts as made. One without a time is newer than all before it.
    fn stamp(&mut self, at_ms: Option<i64>, mark: u64) -> Stamp {
        match at_ms {
            Some(at_ms) => Stamp { at_ms, arrival: 0, mark },
            None => {
                self.arrivals = self.arrivals.saturating_add(1);
                let at_ms = self.provenance.newest().map_or(i64::MIN, |newest| newest.at_ms);
                Stamp { at_ms, arrival: self.arrivals, mark }
            }
        }
    }

    /// Takes in a telling, and answers what was known before.
    fn take(&mut self, told: &Order, about: &Told) -> Result<Order, OutOfMemory> {
        let mut provenance = self.provenance.clone();
        let mut states = false;
        let merged = self.order.merge(told, |part| {
            let wins = provenance.wins(part.position(), about.stamp);
            states |= wins && part == Part::Text(OrderText::State);
            wins
        });
        let mut order = merged.ok_or(OutOfMemory)?;
        let further = join_progress(progress(&self.order), progress(told));
        order.set_int(OrderInt::Progress, further.map(|progress| progress.code().into()));
        // Atlas says that an order is unpaid by its state, and of other states nothing.
        let newer = match self.platform {
            Platform::Atlas => payment(if states { told } else { &self.order }),
            _ => payment(&order),
        };
        let paid = join_payment(payment(&self.order), payment(told), newer);
        order.set_int(OrderInt::PaymentStatus, paid.map(|payment| payment.code().into()));
        self.provenance = provenance;
        self.uncertain = !about.timed;
        match about.kind {
            EventKind::OrderCreated => self.said.created = true,
            EventKind::OrderSettled => self.said.settled = true,
            EventKind::OrderRead => {
                self.detailed = true;
                self.said.settled |= payment(told) == Some(PaymentStatus::Paid);
            }
            _ => {}
        }
        Ok(core::mem::replace(&mut self.order, order))
    }

    /// What the till is to do, given what is known now.
    fn decide(&mut self, about: Option<&Told>, changed: bool, lines_differ: bool) -> Action {
        let update = if changed { Action::Update } else { Action::Nothing };
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
            if !has_lines {
                return Action::Fetch;
            }
            self.printed = true;
            self.dispatch_event_id = about.and_then(|about| about.event_id.clone());
            return Action::Print;
        }
        if self.printed {
            return if lines_differ { Action::Reprint } else { update };
        }
        let is_cart = about.is_some_and(|about| about.kind == EventKind::OrderLinesChanged);
        if is_cart && !self.said.created {
            return Action::Preview;
        }
        let missed = self.platform == Platform::Fire && self.payment() == Some(PaymentStatus::Paid);
        let is_test = self.order.int(OrderInt::Test) == Some(1);
        if !is_test && !self.detailed && (!has_lines || missed) { Action::Fetch } else { update }
    }

    pub(super) fn change(
        &self,
        verdict: Verdict,
        action: Action,
        before: Option<(Option<Progress>, Option<PaymentStatus>)>,
    ) -> Change {
        let now = (self.progress(), self.payment());
        let before = before.unwrap_or(now);
        let order_id = self.order.text(OrderText::Id).unwrap_or_default();
        Change {
            verdict,
            action,
            platform: self.platform,
            account: String::new(),
            order_id: order_id.into(),
            dispatch_event_id: self.dispatch_event_id.clone(),
            progress: (before.0, now.0),
            payment: (before.1, now.1),
            needs_detail: self.platform == Platform::Klikit && !self.detailed && !self.is_final(),
            uncertain: self.uncertain,
            printed: self.printed,
            lines: Vec::new(),
            order: None,
            before: None,
        }
    }

    /// Bytes of memory that the state holds, itself included.
    pub fn memory(&self) -> usize {
        size_of::<Self>()
            .saturating_sub(size_of::<Order>())
            .saturating_add(self.order.memory())
            .saturating_add(self.provenance.memory())
            .saturating_add(self.seen.memory())
            .saturating_add(self.dispatch_event_id.as_ref().map_or(0, String::capacity))
    }
}

fn code(order: &Order, field: OrderInt) -> Option<i32> {
    order.int(field).and_then(|code| i32::try_from(code).ok())
}

pub(super) fn progress(order: &Order) -> Option<Progress> {
    code(order, OrderInt::Progress).and_then(Progress::from_code)
}

pub(super) fn payment(order: &Order) -> Option<PaymentStatus> {
    code(order, OrderInt::PaymentStatus).and_then(PaymentStatus::from_code)
}

fn join_progress(held: Option<Progress>, told: Option<Progress>) -> Option<Progress> {
    match (held, told) {
        (Some(held), Some(told)) => Some(held.join(told)),
        (held, told) => held.or(told),
    }
}

/// The payment that ranks higher; of two that rank alike, the `newer` one.
fn join_payment(
    held: Option<PaymentStatus>,
    told: Option<PaymentStatus>,
    newer: Option<PaymentStatus>,
) -> Option<PaymentStatus> {
    let is_open = |payment: Option<PaymentStatus>| payment.is_none_or(PaymentStatus::is_open);
    match (held, told) {
        _ if is_open(held) && is_open(told) => newer,
        (Some(held), Some(told)) => Some(if held.on(told) == Move::Advance { told } else { held }),
        (held, told) => held.or(told),
    }
}

/// The first eight bytes of a key's digest, or of the key.
fn digest(key: Option<&str>) -> Option<u64> {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(key?.as_bytes());
    let first = hash.first_chunk::<8>()?;
    Some(u64::from_be_bytes(*first))
}

//! One order through its life: a pure reducer of what is told of it.

use alloc::string::String;
use alloc::vec::Vec;

use super::axes::{PaymentStatus, Progress};
use super::change::{Action, Change, Verdict};
use super::due::Said;
use super::lines;
use super::provenance::Provenance;
use super::seen::{Seen, Telling};
use super::standing::{join_progress, payment, progress, set_progress};
use super::text::{copied, with_nul};
use crate::event::{Decoder, Event, EventKind, Key};
use crate::order::{Order, OrderText, OrderTime, Pool, Span};
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
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct OrderState {
    pub(super) platform: Platform,
    pub(super) order: Order,
    pub(super) provenance: Provenance,
    pub(super) seen: Seen,
    pub(super) said: Said,
    pub(super) printed: bool,
    pub(super) voided: bool,
    /// Whether the newest telling had no time of its own.
    pub(super) uncertain: bool,
    /// Whether it was read at the platform in full.
    pub(super) detailed: bool,
    pub(super) arrivals: u32,
    pub(super) dispatch_event_id: Option<String>,
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
        let (after, change) = self.tell(event, position)?;
        if let Some(after) = after {
            *self = after;
        }
        Ok(change)
    }

    /// What the order is after an event, unless nothing is to be kept of it, and what the event does to it.
    pub(super) fn tell(&self, event: &Event, position: usize) -> Result<(Option<Self>, Change), OutOfMemory> {
        let Some(told) = event.order(position) else { return Ok((None, Change::of_no_order(event))) };
        let at = event.occurred_at().or_else(|| told.time(OrderTime::UpdatedAt)).map(|at| at.unix_ms);
        let telling = Telling {
            mark: event.id().map(digest),
            content: event.key(position, Key::Content).as_deref().map_or(0, digest),
            at_ms: at,
        };
        // What was read says more than it did as a delivery: that it is so now, and all of it.
        let settles = event.kind() == EventKind::OrderRead && (self.uncertain || !self.detailed);
        if self.seen.knows(telling) && !settles {
            return Ok((None, self.change(Verdict::Duplicate, Action::Nothing, None)?));
        }
        let is_new = self.seen.is_empty();
        let before = (self.progress(), self.payment());
        let mut after = self.with(told, telling, event.kind())?;
        let differs = if self.printed && self.order.states_lines() {
            lines::changes(&self.order, &after.order).ok_or(OutOfMemory)?
        } else {
            Vec::new()
        };
        let changed = is_new || before != (after.progress(), after.payment()) || self.order != after.order;
        let mut action = after.decide(Some(event.kind()), changed, !differs.is_empty());
        // Which kind of event it is may be all that it says.
        let changed = changed || after.printed != self.printed || after.voided != self.voided;
        let verdict = match (is_new, changed) {
            (true, _) => Verdict::New,
            (false, true) => Verdict::Changed,
            (false, false) if self.seen.has_content(telling.content) => Verdict::Duplicate,
            (false, false) => Verdict::Stale,
        };
        if verdict == Verdict::Duplicate {
            action = Action::Nothing;
        }
        if after.is_dispatched_by(event.kind(), action) {
            after.dispatch_event_id = event.id().map(copied).transpose()?;
        }
        let mut change = after.change(verdict, action, Some(before))?;
        if action == Action::Reprint {
            change.lines = differs;
        }
        // A repeat has no before, though it be known by its content alone.
        if matches!(verdict, Verdict::Changed | Verdict::Stale) {
            change.before = Some(self.order.copied().ok_or(OutOfMemory)?);
        }
        Ok((Some(after), change))
    }

    /// The order with the state read again that the platform told as a code, and the change; nothing, unless the order is
    /// further than it seemed.
    pub(super) fn read_again(&self, decoder: &Decoder) -> Result<Option<(Self, Change)>, OutOfMemory> {
        let read = self.order.text(OrderText::State).and_then(|state| decoder.progress_of(state));
        let Some((told, name)) = read else { return Ok(None) };
        let before = (self.progress(), self.payment());
        let further = join_progress(before.0, Some(told)).filter(|_| told != Progress::Unknown);
        if further.is_none() || further == before.0 {
            return Ok(None);
        }
        let mut named = Order::new();
        set_progress(&mut named, further);
        let mut pool = Pool::default();
        named.set_text(OrderText::StateName, name.map_or(Span::ABSENT, |name| pool.push(name)));
        let named = named.finish(pool).ok_or(OutOfMemory)?;
        let mut after = self.with_order(self.order.merge(&named, |_| true).ok_or(OutOfMemory)?)?;
        let action = after.decide(None, true, false);
        let mut change = after.change(Verdict::Changed, action, Some(before))?;
        change.before = Some(self.order.copied().ok_or(OutOfMemory)?);
        Ok(Some((after, change)))
    }

    pub(super) fn change(
        &self,
        verdict: Verdict,
        action: Action,
        before: Option<(Option<Progress>, Option<PaymentStatus>)>,
    ) -> Result<Change, OutOfMemory> {
        let now = (self.progress(), self.payment());
        let before = before.unwrap_or(now);
        Ok(Change {
            verdict,
            action,
            platform: self.platform,
            account: String::new(),
            order_id: self.order.text(OrderText::Id).map(with_nul).transpose()?,
            dispatch_event_id: self.dispatch_event_id.as_deref().map(with_nul).transpose()?,
            progress: (before.0, now.0),
            payment: (before.1, now.1),
            needs_detail: self.platform == Platform::Klikit && !self.detailed && !self.is_final(),
            uncertain: self.uncertain,
            printed: self.printed,
            lines: Vec::new(),
            order: Some(self.order.copied().ok_or(OutOfMemory)?),
            before: None,
        })
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

/// A text of which 64 bits tell it from others.
fn digest(text: &str) -> u64 {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(text.as_bytes());
    hash.first_chunk::<8>().map_or(0, |first| u64::from_be_bytes(*first))
}

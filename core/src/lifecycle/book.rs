//! Many orders: what each delivery does to each of them.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::axes::Progress;
use super::change::{Action, Change, Verdict};
use super::state::{OrderState, OutOfMemory, progress};
use crate::event::{Decoder, Event};
use crate::order::OrderText;
use crate::platform::Platform;

/// Which order: ids of development and production, and of several merchants, may collide.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OrderKey {
    pub(super) account: String,
    /// The platform's code.
    pub(super) platform: i32,
    pub(super) id: String,
}

impl OrderKey {
    pub(super) fn new(account: &str, platform: Platform, id: &str) -> Self {
        Self { account: account.into(), platform: platform.code(), id: id.into() }
    }
}

/// Where an order stands in the order of leaving: finished ones first, the one first that was not heard of for longest.
type Turn = (bool, i64, u64);

/// An order in the book.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) state: OrderState,
    pub(super) turn: Turn,
}

/// What is kept of an order that left: enough that a late repeat prints no second ticket.
#[derive(Clone, Debug)]
pub(super) struct Tombstone {
    pub(super) progress: Option<Progress>,
    pub(super) printed: bool,
    pub(super) voided: bool,
    /// When it left, Unix seconds, and which one in that second.
    pub(super) left: (i64, u64),
}

/// How much a book keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookLimits {
    /// Most orders. Beyond it, the oldest finished one leaves, then the oldest open one. Default 10,000, at least 1.
    pub orders: usize,
    /// For how many seconds an order that left is remembered. Default seven days.
    pub remembered_seconds: i64,
    /// Most orders that left and are remembered. Default 100,000.
    pub remembered: usize,
}

impl Default for BookLimits {
    fn default() -> Self {
        Self { orders: 10_000, remembered_seconds: 7 * 24 * 60 * 60, remembered: 100_000 }
    }
}

/// How many deliveries came to what, counted by order, since the book was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BookCounts {
    /// Orders in the book.
    pub orders: usize,
    /// Of these, finished.
    pub finished: usize,
    /// Orders that left and are remembered.
    pub remembered: usize,
    /// First tellings of an order.
    pub new: u64,
    /// Tellings that changed one.
    pub changed: u64,
    /// Tellings that were applied before.
    pub duplicate: u64,
    /// Tellings that said nothing new.
    pub stale: u64,
    /// Deliveries about no order.
    pub not_understood: u64,
    /// Tellings of finished orders that had left.
    pub forgotten: u64,
    /// Finished orders that left for want of room.
    pub left_finished: u64,
    /// Open orders that left for want of room: the book is too small.
    pub left_open: u64,
}

/// Every order of a till, by account, platform and id.
///
/// A book is memory: keep it with [`export`](Self::export) in whatever database there is, and begin with
/// [`import`](Self::import).
#[derive(Clone, Debug, Default)]
pub struct OrderBook {
    pub(super) limits: BookLimits,
    pub(super) orders: BTreeMap<OrderKey, Entry>,
    /// In which order orders leave.
    turns: BTreeMap<Turn, OrderKey>,
    pub(super) tombstones: BTreeMap<OrderKey, Tombstone>,
    /// In which order tombstones leave.
    left: BTreeMap<(i64, u64), OrderKey>,
    /// Numbers everything that is put in order.
    serial: u64,
    counts: BookCounts,
}

impl OrderBook {
    /// An empty book.
    pub fn new(limits: BookLimits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// How much it keeps.
    pub fn limits(&self) -> BookLimits {
        self.limits
    }

    /// Changes how much it keeps, from the next delivery on.
    pub fn set_limits(&mut self, limits: BookLimits) {
        self.limits = limits;
    }

    /// Applies an event to every order in it: one change for each, in the event's order; one without an order where the
    /// event is about none. `account` is the vendor's own label of the account at the platform, the same for each
    /// delivery from there; `now` is Unix seconds and only tells which order is older.
    ///
    /// # Errors
    /// There is no memory. Orders before the one that found none are applied; applying the event again is harmless.
    pub fn apply(&mut self, account: &str, event: &Event, now: i64) -> Result<Vec<Change>, OutOfMemory> {
        self.bury(now);
        let mut changes = Vec::new();
        changes.try_reserve_exact(event.orders().len().max(1)).map_err(|_| OutOfMemory)?;
        for position in 0..event.orders().len() {
            let mut change = self.apply_order(account, event, position, now)?;
            change.account = account.into();
            self.count(change.verdict);
            changes.push(change);
        }
        if changes.is_empty() {
            let mut change = Change::of_no_order(event);
            change.account = account.into();
            self.count(change.verdict);
            changes.push(change);
        }
        Ok(changes)
    }

    fn apply_order(
        &mut self,
        account: &str,
        event: &Event,
        position: usize,
        now: i64,
    ) -> Result<Change, OutOfMemory> {
        let told = event.order(position);
        let (Some(told), Some(id)) = (told, told.and_then(|told| told.text(OrderText::Id))) else {
            return Ok(Change::of_no_order(event));
        };
        let key = OrderKey::new(account, event.platform(), id);
        // An order that could not be read is put back as it was.
        let mut state = match self.orders.remove(&key) {
            Some(entry) => {
                self.turns.remove(&entry.turn);
                entry.state
            }
            None => match self.tombstones.get(&key) {
                Some(tombstone) if tombstone.is_final_for(progress(told)) => {
                    return Ok(Change::of_forgotten(event, &key.id, tombstone));
                }
                Some(tombstone) => {
                    let state = tombstone.revived(event.platform());
                    self.forget(&key);
                    state
                }
                None => OrderState::new(event.platform()),
            },
        };
        let applied = state.apply(event, position);
        self.put(key, state, now);
        applied
    }

    /// Puts an order in, and lets others go where there is no room.
    fn put(&mut self, key: OrderKey, state: OrderState, now: i64) {
        let turn = (!state.is_final(), now, self.next_serial());
        self.turns.insert(turn, key.clone());
        self.orders.insert(key, Entry { state, turn });
        while self.orders.len() > self.limits.orders.max(1) {
            let Some((turn, key)) = self.turns.pop_first() else { break };
            let Some(entry) = self.orders.remove(&key) else { continue };
            let (is_open, ..) = turn;
            if is_open {
                self.counts.left_open = self.counts.left_open.saturating_add(1);
            } else {
                self.counts.left_finished = self.counts.left_finished.saturating_add(1);
            }
            let left = (now, self.next_serial());
            self.remember(key, Tombstone::of(&entry.state, left));
        }
    }

    /// Puts an order in the place of what is known of it.
    pub(super) fn replace(&mut self, key: OrderKey, state: OrderState, now: i64) {
        if let Some(entry) = self.orders.remove(&key) {
            self.turns.remove(&entry.turn);
        }
        self.forget(&key);
        self.put(key, state, now);
    }

    /// Keeps a tombstone.
    pub(super) fn remember(&mut self, key: OrderKey, tombstone: Tombstone) {
        self.forget(&key);
        self.left.insert(tombstone.left, key.clone());
        self.tombstones.insert(key, tombstone);
        while self.tombstones.len() > self.limits.remembered {
            let Some((_, key)) = self.left.pop_first() else { break };
            self.tombstones.remove(&key);
        }
    }

    fn forget(&mut self, key: &OrderKey) {
        if let Some(tombstone) = self.tombstones.remove(key) {
            self.left.remove(&tombstone.left);
        }
    }

    /// Lets tombstones go whose time is over.
    fn bury(&mut self, now: i64) {
        while let Some((&(left, serial), _)) = self.left.first_key_value() {
            if now.saturating_sub(left) <= self.limits.remembered_seconds {
                break;
            }
            if let Some(key) = self.left.remove(&(left, serial)) {
                self.tombstones.remove(&key);
            }
        }
    }

    pub(super) fn next_serial(&mut self) -> u64 {
        self.serial = self.serial.saturating_add(1);
        self.serial
    }

    fn count(&mut self, verdict: Verdict) {
        let counts = &mut self.counts;
        let count = match verdict {
            Verdict::New => &mut counts.new,
            Verdict::Changed => &mut counts.changed,
            Verdict::Duplicate => &mut counts.duplicate,
            Verdict::Stale => &mut counts.stale,
            Verdict::NotUnderstood => &mut counts.not_understood,
            Verdict::Forgotten => &mut counts.forgotten,
            Verdict::Held => return,
        };
        *count = count.saturating_add(1);
    }

    /// What is known of an order.
    pub fn order(&self, account: &str, platform: Platform, id: &str) -> Option<&OrderState> {
        self.orders.get(&OrderKey::new(account, platform, id)).map(|entry| &entry.state)
    }

    /// Every order with its account, by account, platform and id.
    pub fn orders(&self) -> impl Iterator<Item = (&str, &OrderState)> {
        self.orders.iter().map(|(key, entry)| (key.account.as_str(), &entry.state))
    }

    /// Reads the states again that a platform told as codes, where `decoder` has a dictionary that says more of them than
    /// was known when they were applied: one change for each order that is further than it seemed.
    ///
    /// # Errors
    /// There is no memory.
    pub fn read_again(&mut self, decoder: &Decoder) -> Result<Vec<Change>, OutOfMemory> {
        let mut changes = Vec::new();
        for (key, entry) in &mut self.orders {
            if entry.state.platform != decoder.platform() {
                continue;
            }
            let Some(mut change) = entry.state.read_again(decoder)? else { continue };
            change.account.clone_from(&key.account);
            changes.try_reserve(1).map_err(|_| OutOfMemory)?;
            changes.push(change);
            let turn = (!entry.state.is_final(), entry.turn.1, entry.turn.2);
            if let Some(key) = self.turns.remove(&entry.turn) {
                self.turns.insert(turn, key);
            }
            entry.turn = turn;
        }
        Ok(changes)
    }

    /// Every order as a change that holds it, by account, platform and id: to show them after a start.
    ///
    /// # Errors
    /// There is no memory.
    pub fn held(&self) -> Result<Vec<Change>, OutOfMemory> {
        let mut held = Vec::new();
        held.try_reserve_exact(self.orders.len()).map_err(|_| OutOfMemory)?;
        for (key, entry) in &self.orders {
            let mut change = entry.state.change(Verdict::Held, Action::Nothing, None);
            change.account.clone_from(&key.account);
            change.order = Some(entry.state.order.clone());
            held.push(change);
        }
        Ok(held)
    }

    /// Takes an order out, without a tombstone.
    pub fn remove(&mut self, account: &str, platform: Platform, id: &str) -> Option<OrderState> {
        let entry = self.orders.remove(&OrderKey::new(account, platform, id))?;
        self.turns.remove(&entry.turn);
        Some(entry.state)
    }

    /// How many orders there are, and what deliveries came to.
    pub fn counts(&self) -> BookCounts {
        // Finished orders come first among the turns.
        let finished = self.turns.range(..(true, i64::MIN, 0)).count();
        BookCounts { orders: self.orders.len(), finished, remembered: self.tombstones.len(), ..self.counts }
    }
}

impl Tombstone {
    fn of(state: &OrderState, left: (i64, u64)) -> Self {
        Self { progress: state.progress(), printed: state.printed, voided: state.voided, left }
    }

    /// Whether the order is over, so that a telling of it changes nothing: all but that a ticket is to be voided.
    fn is_final_for(&self, told: Option<Progress>) -> bool {
        let is_final = self.progress.is_some_and(Progress::is_final);
        let is_void = self.printed && !self.voided && told.is_some_and(Progress::is_off);
        is_final && !is_void
    }

    /// The order as it is put back in the book. Its ticket is not printed again.
    fn revived(&self, platform: Platform) -> OrderState {
        let mut state = OrderState::new(platform);
        state.printed = self.printed;
        state.voided = self.voided;
        state
            .order
            .set_int(crate::order::OrderInt::Progress, self.progress.map(|progress| progress.code().into()));
        state
    }
}

impl Change {
    fn of_forgotten(event: &Event, id: &str, tombstone: &Tombstone) -> Self {
        Self {
            verdict: Verdict::Forgotten,
            action: Action::Nothing,
            order_id: id.into(),
            progress: (tombstone.progress, tombstone.progress),
            printed: tombstone.printed,
            ..Self::of_no_order(event)
        }
    }
}

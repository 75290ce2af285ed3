//! Many orders: what each delivery does to each of them.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry as Place;
use alloc::vec::Vec;

use super::change::{Action, Change, Verdict};
use super::key::{Named, OrderKey};
use super::state::{OrderState, OutOfMemory, progress, with_nul};
use super::tombstone::Tombstone;
use crate::event::{Decoder, Event};
use crate::order::OrderText;
use crate::platform::Platform;

/// Where an order stands in the order of leaving: finished ones first, the one first that was not heard of for longest.
type Turn = (bool, i64, u64);

fn is_finished((is_open, ..): Turn) -> bool {
    !is_open
}

/// An order in the book.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) state: Box<OrderState>,
    pub(super) turn: Turn,
}

/// An order as an event leaves it.
struct Told {
    state: Box<OrderState>,
    /// A second key, for an order that the book does not have.
    spare: Option<OrderKey>,
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
    limits: BookLimits,
    pub(super) orders: BTreeMap<OrderKey, Entry>,
    /// In which order orders leave.
    turns: BTreeMap<Turn, OrderKey>,
    /// How many of them are finished.
    finished: usize,
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
    /// There is no memory; every order is then as it was, so that the event can be applied again.
    pub fn apply(&mut self, account: &str, event: &Event, now: i64) -> Result<Vec<Change>, OutOfMemory> {
        self.bury(now);
        let mut changes = Vec::new();
        changes.try_reserve_exact(event.orders().len().max(1)).map_err(|_| OutOfMemory)?;
        let mut told = BTreeMap::new();
        for position in 0..event.orders().len() {
            changes.push(self.tell(account, event, position, &mut told)?);
        }
        if changes.is_empty() {
            changes.push(Change::of_no_order(event));
        }
        for change in &mut changes {
            change.account = with_nul(account)?;
        }
        // Nothing below fails: an order that was changed is in a change that the caller gets.
        for change in &changes {
            self.count(change.verdict);
        }
        for (key, Told { state, spare }) in told {
            self.put(key, spare, state, now);
        }
        Ok(changes)
    }

    /// What an event does to the order at a position in it, given what it did to those before.
    fn tell(
        &self,
        account: &str,
        event: &Event,
        position: usize,
        told: &mut BTreeMap<OrderKey, Told>,
    ) -> Result<Change, OutOfMemory> {
        let order = event.order(position);
        let (Some(order), Some(id)) = (order, order.and_then(|order| order.text(OrderText::Id))) else {
            return Ok(Change::of_no_order(event));
        };
        let platform = event.platform();
        let name: &dyn Named = &(account, platform, id);
        let held = self.orders.get(name);
        let is_held = held.is_some();
        let before = told.get(name).map(|told| &told.state).or(held.map(|entry| &entry.state));
        let put_back = match (before, self.tombstones.get(name)) {
            (Some(_), _) => None,
            (None, Some(tombstone)) if tombstone.is_final_for(progress(order)) => {
                return tombstone.change(event, id);
            }
            (None, Some(tombstone)) => Some(tombstone.revived(platform)?),
            (None, None) => Some(OrderState::new(platform)),
        };
        let Some(before) = put_back.as_ref().or(before.map(|state| &**state)) else {
            return Ok(Change::of_no_order(event));
        };
        let (after, change) = before.tell(event, position)?;
        if let Some(after) = after {
            let key = || OrderKey::new(account, platform, id);
            let spare = if is_held { None } else { Some(key()?) };
            told.insert(key()?, Told { state: Box::new(after), spare });
        }
        Ok(change)
    }

    /// Puts an order in, in the place of what is known of it, and lets others go where there is no room.
    fn put(&mut self, key: OrderKey, spare: Option<OrderKey>, state: Box<OrderState>, now: i64) {
        let turn = (!state.is_final(), now, self.next_serial());
        let spare = match self.orders.entry(key) {
            Place::Occupied(mut held) => {
                let before = held.insert(Entry { state, turn });
                self.dequeue(before.turn)
            }
            Place::Vacant(place) => {
                if let Some(tombstone) = self.tombstones.remove(place.key()) {
                    self.left.remove(&tombstone.left);
                }
                place.insert(Entry { state, turn });
                spare
            }
        };
        self.enqueue(turn, spare);
        while self.orders.len() > self.limits.orders.max(1) {
            let Some((&turn, _)) = self.turns.first_key_value() else { break };
            let Some(key) = self.dequeue(turn) else { break };
            let Some((spare, entry)) = self.orders.remove_entry(&key) else { continue };
            let counts = &mut self.counts;
            let left = if is_finished(turn) { &mut counts.left_finished } else { &mut counts.left_open };
            *left = left.saturating_add(1);
            let left = (now, self.next_serial());
            self.remember(key, spare, Tombstone::of(*entry.state, left));
        }
    }

    fn enqueue(&mut self, turn: Turn, key: Option<OrderKey>) {
        if let Some(key) = key {
            self.finished = self.finished.saturating_add(usize::from(is_finished(turn)));
            self.turns.insert(turn, key);
        }
    }

    fn dequeue(&mut self, turn: Turn) -> Option<OrderKey> {
        let key = self.turns.remove(&turn)?;
        self.finished = self.finished.saturating_sub(usize::from(is_finished(turn)));
        Some(key)
    }

    /// Puts in orders and tombstones that were exported. What is in the book is overwritten by orders, and not by tombstones.
    pub(super) fn put_all(
        &mut self,
        orders: Vec<(OrderKey, OrderKey, Box<OrderState>, i64)>,
        tombstones: Vec<(OrderKey, OrderKey, Tombstone)>,
    ) {
        for (key, spare, tombstone) in tombstones {
            if !self.orders.contains_key(&key) {
                let left = (tombstone.left.0, self.next_serial());
                self.remember(key, spare, Tombstone { left, ..tombstone });
            }
        }
        for (key, spare, state, touched) in orders {
            self.put(key, Some(spare), state, touched);
        }
    }

    /// Keeps a tombstone.
    fn remember(&mut self, key: OrderKey, spare: OrderKey, tombstone: Tombstone) {
        self.forget(&key);
        self.left.insert(tombstone.left, spare);
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

    fn next_serial(&mut self) -> u64 {
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
        let name: &dyn Named = &(account, platform, id);
        self.orders.get(name).map(|entry| &*entry.state)
    }

    /// Every order with its account, by account, platform and id.
    pub fn orders(&self) -> impl Iterator<Item = (&str, &OrderState)> {
        self.orders.iter().map(|(key, entry)| (key.account(), &*entry.state))
    }

    /// Reads the states again that a platform told as codes, where `decoder` has a dictionary that says more of them than
    /// was known when they were applied: one change for each order that is further than it seemed.
    ///
    /// # Errors
    /// There is no memory; every order is then as it was.
    pub fn read_again(&mut self, decoder: &Decoder) -> Result<Vec<Change>, OutOfMemory> {
        let (mut changes, mut states) = (Vec::new(), Vec::new());
        for (key, entry) in &self.orders {
            if entry.state.platform != decoder.platform() {
                continue;
            }
            let Some((state, mut change)) = entry.state.read_again(decoder)? else { continue };
            change.account = with_nul(key.account())?;
            changes.try_reserve(1).map_err(|_| OutOfMemory)?;
            changes.push(change);
            states.try_reserve(1).map_err(|_| OutOfMemory)?;
            states.push((entry.turn, Box::new(state)));
        }
        for (turn, state) in states {
            let Some(key) = self.dequeue(turn) else { continue };
            let turn = (!state.is_final(), turn.1, turn.2);
            if let Some(entry) = self.orders.get_mut(&key) {
                *entry = Entry { state, turn };
            }
            self.enqueue(turn, Some(key));
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
            let mut change = entry.state.change(Verdict::Held, Action::Nothing, None)?;
            change.account = with_nul(key.account())?;
            held.push(change);
        }
        Ok(held)
    }

    /// Takes an order out, without a tombstone.
    pub fn remove(&mut self, account: &str, platform: Platform, id: &str) -> Option<OrderState> {
        let name: &dyn Named = &(account, platform, id);
        let entry = self.orders.remove(name)?;
        self.dequeue(entry.turn);
        Some(*entry.state)
    }

    /// How many orders there are, and what deliveries came to.
    pub fn counts(&self) -> BookCounts {
        let (orders, finished, remembered) = (self.orders.len(), self.finished, self.tombstones.len());
        BookCounts { orders, finished, remembered, ..self.counts }
    }
}

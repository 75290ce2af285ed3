//! Many orders: what each delivery does to each of them.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry as Place;
use alloc::vec::Vec;

use super::accounts::Accounts;
use super::book_counts::BookCounts;
use super::book_limits::BookLimits;
use super::change::{Action, Change, Verdict};
use super::key::{Name, Named, OrderKey};
use super::queue::{Queue, Turn};
use super::remembered::Remembered;
use super::standing::progress;
use super::state::{OrderState, OutOfMemory};
use super::text::with_nul;
use super::tombstone::Tombstone;
use crate::event::{Decoder, Event};
use crate::order::OrderText;
use crate::platform::Platform;

/// An order in the book.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) state: OrderState,
    /// When it was heard of last.
    pub(super) turn: Turn,
    /// Where it stands in the queue: at its turn, or before it.
    place: Turn,
}

/// An order that is to be put in. Of its turn only the time is known.
pub(super) struct Arrival {
    pub(super) entry: Box<Entry>,
    /// A second key, for an order that the book may not have.
    pub(super) spare: Option<Box<OrderKey>>,
}

impl Arrival {
    pub(super) fn new(state: OrderState, now: i64, spare: Option<OrderKey>) -> Self {
        let entry = Entry { state, turn: (now, 0), place: (now, 0) };
        Self { entry: Box::new(entry), spare: spare.map(Box::new) }
    }
}

/// Every order of a till, by account, platform and id.
///
/// A book is memory: keep it with [`export`](Self::export) in whatever database there is, and begin with
/// [`import`](Self::import).
#[derive(Clone, Debug, Default)]
pub struct OrderBook {
    limits: BookLimits,
    pub(super) accounts: Accounts,
    pub(super) orders: BTreeMap<OrderKey, Box<Entry>>,
    queue: Queue,
    pub(super) left: Remembered,
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
    /// delivery from there; `now` is Unix seconds, and only tells which order is older.
    ///
    /// # Errors
    /// There is no memory; every order is then as it was, so that the event can be applied again.
    pub fn apply(&mut self, account: &str, event: &Event, now: i64) -> Result<Vec<Change>, OutOfMemory> {
        self.left.forget_older(now, self.limits.remembered_seconds);
        let mut changes = Vec::new();
        changes.try_reserve_exact(event.orders().len().max(1)).map_err(|_| OutOfMemory)?;
        let mut told = BTreeMap::new();
        let mut new = Accounts::default();
        let number = self.accounts.number_in(&mut new, account)?;
        for position in 0..event.orders().len() {
            changes.push(self.tell(number, event, position, now, &mut told)?);
        }
        if changes.is_empty() {
            changes.push(Change::of_no_order(event));
        }
        for change in &mut changes {
            change.account = with_nul(account)?;
        }
        // Nothing below fails: an order that was changed is in a change that the caller gets.
        for change in &changes {
            self.counts.count(change.verdict);
        }
        if !told.is_empty() {
            self.accounts.add(new);
        }
        for (key, arrival) in told {
            self.put(key, arrival);
        }
        Ok(changes)
    }

    /// What an event does to the order at a position in it, given what it did to those before.
    fn tell(
        &self,
        account: u32,
        event: &Event,
        position: usize,
        now: i64,
        told: &mut BTreeMap<OrderKey, Arrival>,
    ) -> Result<Change, OutOfMemory> {
        let order = event.order(position);
        let (Some(order), Some(id)) = (order, order.and_then(|order| order.text(OrderText::Id))) else {
            return Ok(Change::of_no_order(event));
        };
        let platform = event.platform();
        let name = Name::new(account, platform, id);
        let named: &dyn Named = &name;
        let held = self.orders.get(named);
        // Of several orders in an event, one may let another go before that is put in.
        let stays = held.is_some() && event.orders().len() == 1;
        let before = told.get(named).map(|told| &told.entry).or(held);
        let left = if before.is_some() { None } else { self.left.get(named) };
        let put_back = match (before, left) {
            (Some(_), _) => None,
            (None, Some(tombstone)) if tombstone.is_final_for(progress(order)) => {
                return tombstone.change(event, id);
            }
            (None, Some(tombstone)) => Some(tombstone.revived(platform)?),
            (None, None) => Some(OrderState::new(platform)),
        };
        let Some(before) = put_back.as_ref().or(before.map(|entry| &entry.state)) else {
            return Ok(Change::of_no_order(event));
        };
        let (after, change) = before.tell(event, position)?;
        if let Some(after) = after {
            let spare = if stays { None } else { Some(OrderKey::new(name)?) };
            told.insert(OrderKey::new(name)?, Arrival::new(after, now, spare));
        }
        Ok(change)
    }

    /// Puts an order in, in the place of what is known of it, and lets others go where there is no room.
    fn put(&mut self, key: OrderKey, arrival: Arrival) {
        let Arrival { mut entry, spare } = arrival;
        let turn = (entry.turn.0, self.next_serial());
        (entry.turn, entry.place) = (turn, turn);
        let is_finished = entry.state.is_final();
        match self.orders.entry(key) {
            Place::Occupied(mut held) => {
                let held = held.get_mut();
                let was_finished = held.state.is_final();
                if is_finished == was_finished && held.place < turn {
                    entry.place = held.place;
                } else if let Some(key) = self.queue.remove(was_finished, held.place) {
                    self.queue.add(is_finished, turn, key);
                }
                // In the place of what was held: to give that back would mean to read what lies beside it.
                **held = *entry;
            }
            Place::Vacant(place) => {
                self.left.forget(place.key());
                place.insert(entry);
                if let Some(key) = spare {
                    self.queue.add(is_finished, turn, key);
                }
            }
        }
        while self.orders.len() > self.limits.orders.max(1) && self.let_go(turn.0) {}
    }

    /// Lets the next order go that leaves; false where there is none.
    fn let_go(&mut self, now: i64) -> bool {
        let Some((key, place, is_finished)) = self.queue.pop() else { return false };
        if let Some(entry) = self.orders.get_mut(&*key) {
            if place < entry.turn {
                entry.place = entry.turn;
                self.queue.add(is_finished, entry.turn, key);
                return true;
            }
        }
        let Some((spare, entry)) = self.orders.remove_entry(&*key) else { return true };
        self.counts.count_left(is_finished);
        let tombstone = Tombstone::of(entry.state, (now, self.next_serial()));
        self.left.add(*key, spare, tombstone, self.limits.remembered);
        true
    }

    /// Puts in orders and tombstones that were exported, and the accounts that are new with them. What is in the book is
    /// overwritten by orders, and not by tombstones.
    pub(super) fn put_all(
        &mut self,
        accounts: Accounts,
        orders: Vec<(OrderKey, Arrival)>,
        tombstones: Vec<(OrderKey, OrderKey, Tombstone)>,
    ) {
        self.accounts.add(accounts);
        for (key, spare, tombstone) in tombstones {
            if !self.orders.contains_key(&key) {
                let left = (tombstone.left.0, self.next_serial());
                self.left.add(key, spare, Tombstone { left, ..tombstone }, self.limits.remembered);
            }
        }
        for (key, arrival) in orders {
            self.put(key, arrival);
        }
    }

    fn next_serial(&mut self) -> u64 {
        self.serial = self.serial.saturating_add(1);
        self.serial
    }

    /// What is known of an order.
    pub fn order(&self, account: &str, platform: Platform, id: &str) -> Option<&OrderState> {
        self.entry(account, platform, id).map(|(_, entry)| &entry.state)
    }

    /// An order with its key.
    pub(super) fn entry(&self, account: &str, platform: Platform, id: &str) -> Option<(&OrderKey, &Entry)> {
        let name: &dyn Named = &Name::new(self.accounts.number(account)?, platform, id);
        self.orders.get_key_value(name).map(|(key, entry)| (key, &**entry))
    }

    /// Every order with its account, by account, platform and id.
    pub fn orders(&self) -> impl Iterator<Item = (&str, &OrderState)> {
        self.accounts.sorted(&self.orders).map(|(account, _, entry)| (account, &entry.state))
    }

    /// Reads the states again that a platform told as codes, where `decoder` has a dictionary that says more of them than
    /// was known when they were applied: one change for each order that is further than it seemed.
    ///
    /// # Errors
    /// There is no memory; every order is then as it was.
    pub fn read_again(&mut self, decoder: &Decoder) -> Result<Vec<Change>, OutOfMemory> {
        let (mut changes, mut states) = (Vec::new(), Vec::new());
        for (account, _, entry) in self.accounts.sorted(&self.orders) {
            if entry.state.platform != decoder.platform() {
                continue;
            }
            let Some((state, mut change)) = entry.state.read_again(decoder)? else { continue };
            change.account = with_nul(account)?;
            changes.try_reserve(1).map_err(|_| OutOfMemory)?;
            changes.push(change);
            states.try_reserve(1).map_err(|_| OutOfMemory)?;
            states.push((entry.state.is_final(), entry.place, state));
        }
        for (was_finished, place, state) in states {
            let Some(key) = self.queue.remove(was_finished, place) else { continue };
            let is_finished = state.is_final();
            if let Some(entry) = self.orders.get_mut(&*key) {
                entry.state = state;
            }
            self.queue.add(is_finished, place, key);
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
        for (account, _, entry) in self.accounts.sorted(&self.orders) {
            let mut change = entry.state.change(Verdict::Held, Action::Nothing, None)?;
            change.account = with_nul(account)?;
            held.push(change);
        }
        Ok(held)
    }

    /// Takes an order out, without a tombstone.
    pub fn remove(&mut self, account: &str, platform: Platform, id: &str) -> Option<OrderState> {
        let name: &dyn Named = &Name::new(self.accounts.number(account)?, platform, id);
        let entry = self.orders.remove(name)?;
        self.queue.remove(entry.state.is_final(), entry.place);
        Some(entry.state)
    }

    /// How many orders there are, and what deliveries came to.
    pub fn counts(&self) -> BookCounts {
        let (orders, finished, remembered) =
            (self.orders.len(), self.queue.finished(), self.left.all().len());
        BookCounts { orders, finished, remembered, ..self.counts }
    }
}

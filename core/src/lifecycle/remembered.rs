//! The orders that left a book, as long as they are remembered.

use alloc::collections::BTreeMap;

use super::key::{Named, OrderKey};
use super::queue::Turn;
use super::tombstone::Tombstone;

/// What is kept of orders that left; the one that left longest ago is the first to be forgotten.
#[derive(Clone, Debug, Default)]
pub(super) struct Remembered {
    tombstones: BTreeMap<OrderKey, Tombstone>,
    turns: BTreeMap<Turn, OrderKey>,
}

impl Remembered {
    pub(super) fn get(&self, name: &dyn Named) -> Option<&Tombstone> {
        self.tombstones.get(name)
    }

    /// All of them, by key.
    pub(super) fn all(&self) -> &BTreeMap<OrderKey, Tombstone> {
        &self.tombstones
    }

    /// Remembers an order, in the place of what was remembered of it, and at most so many. `spare` is its key once more.
    pub(super) fn add(&mut self, key: OrderKey, spare: OrderKey, tombstone: Tombstone, most: usize) {
        self.forget(&key);
        self.turns.insert(tombstone.left, spare);
        self.tombstones.insert(key, tombstone);
        while self.tombstones.len() > most {
            let Some((_, key)) = self.turns.pop_first() else { break };
            self.tombstones.remove(&key);
        }
    }

    pub(super) fn forget(&mut self, key: &OrderKey) {
        if let Some(tombstone) = self.tombstones.remove(key) {
            self.turns.remove(&tombstone.left);
        }
    }

    /// Forgets what left more than so many seconds ago.
    pub(super) fn forget_older(&mut self, now: i64, seconds: i64) {
        while let Some(first) = self.turns.first_entry() {
            if now.saturating_sub(first.key().0) <= seconds {
                break;
            }
            self.tombstones.remove(&first.remove());
        }
    }
}

//! In which order orders leave a book that is full.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;

use super::key::OrderKey;

/// When an order was heard of last, Unix seconds, and which one in that second.
pub(super) type Turn = (i64, u64);

/// The orders of a book: finished ones leave first, the one first that was not heard of for longest.
///
/// To find the place of one order among many takes longer than to put one at the end. An order that is heard of therefore
/// stays where it is, at or before its turn, and is put at its turn once it comes to the front.
/// The price: the first order that leaves may have to wait until all that were heard of are put at theirs.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    finished: BTreeMap<Turn, Box<OrderKey>>,
    open: BTreeMap<Turn, Box<OrderKey>>,
}

impl Queue {
    fn of(&mut self, is_finished: bool) -> &mut BTreeMap<Turn, Box<OrderKey>> {
        if is_finished { &mut self.finished } else { &mut self.open }
    }

    pub(super) fn add(&mut self, is_finished: bool, place: Turn, key: Box<OrderKey>) {
        self.of(is_finished).insert(place, key);
    }

    pub(super) fn remove(&mut self, is_finished: bool, place: Turn) -> Option<Box<OrderKey>> {
        self.of(is_finished).remove(&place)
    }

    /// Takes the one at the front, with its place, and whether it is finished.
    pub(super) fn pop(&mut self) -> Option<(Box<OrderKey>, Turn, bool)> {
        let finished = self.finished.pop_first().map(|(place, key)| (key, place, true));
        finished.or_else(|| self.open.pop_first().map(|(place, key)| (key, place, false)))
    }

    /// How many are finished.
    pub(super) fn finished(&self) -> usize {
        self.finished.len()
    }
}

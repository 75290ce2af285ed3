//! The tellings of an order that were applied, by their keys.

use alloc::vec::Vec;

/// How many tellings of an order are remembered.
const KEPT: usize = 64;

/// The keys of the last tellings, as digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// By delivery, where the platform marks it, and by content; the last one at the end.
    keys: Vec<(Option<u64>, u64)>,
}

impl Seen {
    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether a telling was applied before. One without a time of its own is only compared by content with the last one:
    /// an order that goes from A to B and back to A is in state A.
    pub(crate) fn knows(&self, delivery: Option<u64>, content: u64, timed: bool) -> bool {
        let by_delivery = delivery.is_some() && self.keys.iter().any(|(known, _)| *known == delivery);
        let by_content = match timed {
            true => self.keys.iter().any(|(_, known)| *known == content),
            false => self.keys.last().is_some_and(|(_, known)| *known == content),
        };
        by_delivery || by_content
    }

    pub(crate) fn add(&mut self, delivery: Option<u64>, content: u64) {
        if self.keys.len() >= KEPT {
            self.keys.remove(0);
        }
        self.keys.push((delivery, content));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Option<u64>, u64)> {
        self.keys.iter().copied()
    }

    /// Bytes of memory held on the heap.
    pub(crate) fn memory(&self) -> usize {
        self.keys.capacity().saturating_mul(size_of::<(Option<u64>, u64)>())
    }
}

//! The tellings of an order that were applied.

use alloc::vec::Vec;

/// How many tellings of an order are remembered. An older one that is repeated changes nothing either: where it states its
/// time, all it says was said or overtaken; where it does not, only the last one is compared by its content.
const KEPT: usize = 64;

/// A telling, by digests of its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Telling {
    /// The platform's mark of the event or delivery, where it gives one.
    pub(crate) mark: Option<u64>,
    /// Of its content key.
    pub(crate) content: u64,
    /// The platform's time, Unix milliseconds, where it states one.
    pub(crate) at_ms: Option<i64>,
}

/// The last tellings; the last one at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    tellings: Vec<Telling>,
}

impl Seen {
    pub(crate) fn is_empty(&self) -> bool {
        self.tellings.is_empty()
    }

    /// Whether a telling was applied before.
    ///
    /// One that says the same at a later time is none: an order that goes from A to B and back to A is in state A. One
    /// without a time is the same delivery if its mark says so, which no signature covers and a proxy may make up, so that it
    /// counts beside the content only; without a mark it is compared with the last one.
    pub(crate) fn knows(&self, telling: Telling) -> bool {
        let Telling { mark, content, at_ms } = telling;
        let is_last = self.tellings.last().is_some_and(|last| last.content == content);
        let mut same = self.tellings.iter().filter(|known| known.content == content);
        match (at_ms, mark) {
            (Some(_), _) => same.any(|known| known.at_ms >= at_ms),
            (None, Some(_)) => is_last || same.any(|known| known.mark == mark),
            (None, None) => is_last,
        }
    }

    /// Whether the same was said at any time.
    pub(crate) fn has_content(&self, content: u64) -> bool {
        self.tellings.iter().any(|known| known.content == content)
    }

    pub(crate) fn add(&mut self, telling: Telling) {
        if self.tellings.len() >= KEPT {
            self.tellings.remove(0);
        }
        self.tellings.push(telling);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Telling> {
        self.tellings.iter().copied()
    }

    /// Bytes of memory held on the heap.
    pub(crate) fn memory(&self) -> usize {
        self.tellings.capacity().saturating_mul(size_of::<Telling>())
    }
}

//! From which telling each part of an order comes, so that tellings can arrive in any order.

use alloc::vec::Vec;

use crate::order::Part;

/// When and what a telling was. The newer one wins a part; of two at one time, the same one whichever comes first: the one
/// that tells of a later step, since platforms' clocks are as coarse as a second, else either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stamp {
    /// The platform's time, Unix milliseconds.
    pub(crate) at_ms: i64,
    /// Counts tellings without a time of their own, which are newer than all before them; 0 for the others.
    pub(crate) arrival: u32,
    /// How late in an order's life such a telling is made.
    pub(crate) rank: i32,
    /// Tells tellings of one time apart.
    pub(crate) mark: u64,
}

/// The stamp of each part that is known.
#[derive(Clone, Debug)]
pub(crate) struct Provenance {
    /// The tellings that parts come from. There are fewer parts than positions.
    stamps: Vec<Stamp>,
    /// For each part the position of its telling plus one; 0 where the part is not known.
    of: [u8; Part::COUNT],
}

const _: () = assert!(Part::COUNT < 254, "positions are kept in a byte");

impl Provenance {
    pub(crate) const fn new() -> Self {
        Self { stamps: Vec::new(), of: [0; Part::COUNT] }
    }

    /// The stamp of a part, by the part's position.
    pub(crate) fn get(&self, part: usize) -> Option<Stamp> {
        let position = usize::from(*self.of.get(part)?).checked_sub(1)?;
        self.stamps.get(position).copied()
    }

    /// Whether a telling wins a part; if so, the part is its from now on.
    pub(crate) fn wins(&mut self, part: usize, stamp: Stamp) -> bool {
        if self.get(part).is_some_and(|held| held > stamp) {
            return false;
        }
        if let (Some(position), Some(place)) = (self.position(stamp), self.of.get_mut(part)) {
            *place = position;
        }
        true
    }

    /// The position of a stamp plus one. Stamps to which nothing refers any more make room.
    fn position(&mut self, stamp: Stamp) -> Option<u8> {
        let known = self.stamps.iter().rposition(|known| *known == stamp);
        let position = if let Some(position) = known {
            position
        } else {
            if self.stamps.len() >= 254 {
                self.forget_unused();
            }
            self.stamps.push(stamp);
            self.stamps.len().checked_sub(1)?
        };
        u8::try_from(position.checked_add(1)?).ok()
    }

    fn forget_unused(&mut self) {
        let mut kept = Vec::new();
        for place in &mut self.of {
            let stamp = usize::from(*place).checked_sub(1).and_then(|position| self.stamps.get(position));
            let Some(stamp) = stamp else { continue };
            let position = kept.iter().position(|known| known == stamp).unwrap_or_else(|| {
                kept.push(*stamp);
                kept.len().saturating_sub(1)
            });
            *place = u8::try_from(position.saturating_add(1)).unwrap_or(0);
        }
        self.stamps = kept;
    }

    /// The newest time of any telling.
    pub(crate) fn newest(&self) -> Option<Stamp> {
        self.stamps.iter().max().copied()
    }

    /// Bytes of memory held on the heap.
    pub(crate) fn memory(&self) -> usize {
        self.stamps.capacity().saturating_mul(size_of::<Stamp>())
    }
}

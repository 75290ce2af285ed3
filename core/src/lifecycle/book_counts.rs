//! What the deliveries to a book came to.

use super::change::Verdict;

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

impl BookCounts {
    /// Counts what a telling came to.
    pub(super) fn count(&mut self, verdict: Verdict) {
        let count = match verdict {
            Verdict::New => &mut self.new,
            Verdict::Changed => &mut self.changed,
            Verdict::Duplicate => &mut self.duplicate,
            Verdict::Stale => &mut self.stale,
            Verdict::NotUnderstood => &mut self.not_understood,
            Verdict::Forgotten => &mut self.forgotten,
            Verdict::Held => return,
        };
        *count = count.saturating_add(1);
    }

    /// Counts an order that left for want of room.
    pub(super) fn count_left(&mut self, is_finished: bool) {
        let left = if is_finished { &mut self.left_finished } else { &mut self.left_open };
        *left = left.saturating_add(1);
    }
}

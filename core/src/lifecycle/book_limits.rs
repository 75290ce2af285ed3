//! How much a book keeps.

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

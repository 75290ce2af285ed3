//! How much of a delivery is looked at before it is refused.

/// Bounds on what one body may hold; each can be changed. The number of headers is bounded by
/// [`Headers`](crate::verify::Headers).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest body in bytes. Default 8 MiB; at most [`Limits::MAX_BODY_BYTES`].
    pub body_bytes: usize,
    /// Deepest nesting of arrays and objects. Default 64; the scalar `1` has depth 0, `[1]` has depth 1.
    pub depth: usize,
    /// Most elements in one array, and most lines in one event. Default 10,000.
    pub elements: usize,
}

impl Limits {
    /// Offsets into a body are kept in 31 bits.
    pub const MAX_BODY_BYTES: usize = 0x7FFF_FFFE;

    /// Most adjustments: four for each element that an array may have.
    pub(crate) const fn adjustments(&self) -> usize {
        self.elements.saturating_mul(4)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { body_bytes: 8 << 20, depth: 64, elements: 10_000 }
    }
}

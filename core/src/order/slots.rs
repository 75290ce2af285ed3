//! Where the fields of a thing lie: a slot for each, found by its position.

use super::pool::{Pool, Span};
use crate::value::Money;

/// A slot for each of a set of fields, indexed by the field's position among all of its enumeration.
#[derive(Clone, Debug)]
pub(crate) struct Slots<T, const N: usize>([T; N]);

pub(crate) type Texts<const N: usize> = Slots<Span, N>;
pub(crate) type Amounts<const N: usize> = Slots<Option<Money>, N>;

impl<T: Copy, const N: usize> Slots<T, N> {
    pub(crate) const fn new(empty: T) -> Self {
        Self([empty; N])
    }

    pub(crate) fn get(&self, position: usize) -> Option<T> {
        self.0.get(position).copied()
    }

    pub(crate) fn set(&mut self, position: usize, value: T) {
        if let Some(slot) = self.0.get_mut(position) {
            *slot = value;
        }
    }
}

impl<const N: usize> Texts<N> {
    /// Slots without a text.
    pub(crate) const fn absent() -> Self {
        Self::new(Span::ABSENT)
    }

    pub(crate) fn are_absent(&self) -> bool {
        self.0.iter().all(|span| span.is_absent())
    }

    /// The same texts, in another pool.
    pub(crate) fn moved(&self, from: &Pool, to: &mut Pool) -> Self {
        Self(self.0.map(|span| from.copy(span, to)))
    }

    /// The text in a slot, with a NUL behind it.
    pub(crate) fn read_with_nul<'p>(&self, position: usize, pool: &'p Pool) -> Option<&'p str> {
        pool.get_with_nul(self.get(position)?)
    }

    /// The text in a slot.
    pub(crate) fn read<'p>(&self, position: usize, pool: &'p Pool) -> Option<&'p str> {
        self.read_with_nul(position, pool)?.strip_suffix('\0')
    }
}

impl<const N: usize> Amounts<N> {
    pub(crate) fn are_absent(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

//! Dictionaries that a platform serves, loaded at run time.

use alloc::vec::Vec;

use super::error::DictionaryError;
use super::vocabulary::Vocabulary;
use crate::klikit;
use crate::limits::Limits;
use crate::order::{Pool, Span};
use crate::platform::Platform;

/// A vocabulary as its platform serves it: codes, names, and what names that this library knows mean.
///
/// Put into effect with [`Decoder::dictionary`](crate::event::Decoder::dictionary).
#[derive(Clone, Debug)]
pub struct Dictionary {
    vocabulary: Vocabulary,
    pool: Pool,
    entries: Vec<Loaded>,
    skipped: usize,
}

#[derive(Clone, Debug)]
struct Loaded {
    code: Span,
    name: Span,
    meaning: Option<i32>,
}

impl Dictionary {
    /// Reads the platform's answer, given exactly as it was received. klikit serves
    /// [`KlikitOrderStatus`](Vocabulary::KlikitOrderStatus) at `/orders/statuses`,
    /// [`KlikitFulfilmentStatus`](Vocabulary::KlikitFulfilmentStatus) at `/orders/fulfillment-statuses`,
    /// [`KlikitOrderType`](Vocabulary::KlikitOrderType) at `/orders/order-types` and
    /// [`KlikitProvider`](Vocabulary::KlikitProvider) at `/providers`.
    ///
    /// # Errors
    /// The platform serves no such dictionary, or the answer is not JSON, exceeds a limit, has no entries, or has those of
    /// another vocabulary.
    pub fn load(vocabulary: Vocabulary, body: &[u8], limits: &Limits) -> Result<Self, DictionaryError> {
        match vocabulary.platform() {
            Platform::Klikit => klikit::read_dictionary(vocabulary, body, limits),
            Platform::Atlas | Platform::Fire => Err(DictionaryError::NotServed { vocabulary }),
        }
    }

    /// Which vocabulary it is.
    pub const fn vocabulary(&self) -> Vocabulary {
        self.vocabulary
    }

    /// How many entries it has: at least 1.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// How many entries of the answer were left out for want of an id or a name.
    pub const fn skipped(&self) -> usize {
        self.skipped
    }

    /// The name of a code. Of several entries with one code, the last counts.
    pub fn name(&self, code: &str) -> Option<&str> {
        self.pool.get(self.find(code)?.name)
    }

    /// What a code means, as [`Word::meaning`](super::Word) says it; `None` where its name means nothing to this library.
    pub fn meaning(&self, code: &str) -> Option<i32> {
        self.find(code)?.meaning
    }

    fn find(&self, code: &str) -> Option<&Loaded> {
        self.entries.iter().rev().find(|entry| self.pool.get(entry.code) == Some(code))
    }
}

/// Making a dictionary.
impl Dictionary {
    pub(crate) fn new(vocabulary: Vocabulary) -> Self {
        Self { vocabulary, pool: Pool::default(), entries: Vec::new(), skipped: 0 }
    }

    /// Adds an entry behind the others.
    pub(crate) fn push(&mut self, code: &str, name: &str, meaning: Option<i32>) {
        let (code, name) = (self.pool.push(code), self.pool.push(name));
        self.pool.push_to(&mut self.entries, Loaded { code, name, meaning });
    }

    /// Counts an entry that was left out.
    pub(crate) fn skip(&mut self) {
        self.skipped = self.skipped.saturating_add(1);
    }

    /// The names of all entries.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| self.pool.get(entry.name))
    }

    /// Whether something found no memory.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.pool.is_exhausted()
    }
}

/// The dictionaries in effect: at most one of each vocabulary.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionaries(Vec<Dictionary>);

impl Dictionaries {
    pub(crate) fn set(&mut self, dictionary: Dictionary) {
        self.0.retain(|known| known.vocabulary != dictionary.vocabulary);
        self.0.push(dictionary);
    }

    pub(crate) fn of(&self, vocabulary: Vocabulary) -> Option<&Dictionary> {
        self.0.iter().find(|dictionary| dictionary.vocabulary == vocabulary)
    }
}

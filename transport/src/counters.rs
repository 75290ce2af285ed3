//! How often what happened.

use tillwire_core::http::{Failure, Trouble};

/// What a client did since it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    pub(crate) attempts: u64,
    pub(crate) replies: u64,
    pub(crate) logins: u64,
    pub(crate) waited_ms: u64,
    pub(crate) notes_lost: u64,
    pub(crate) statuses: Vec<(u16, u64)>,
    pub(crate) failures: Vec<(Failure, u64)>,
    pub(crate) errors: Vec<(Trouble, u64)>,
}

impl Counters {
    /// Requests sent, or tried to be; logins included.
    pub fn attempts(&self) -> u64 {
        self.attempts
    }

    /// Calls that came to a reply; logins included.
    pub fn replies(&self) -> u64 {
        self.replies
    }

    /// Logins that were begun.
    pub fn logins(&self) -> u64 {
        self.logins
    }

    /// How long was waited between attempts in all, in milliseconds.
    pub fn waited_ms(&self) -> u64 {
        self.waited_ms
    }

    /// Notes that were dropped because nobody fetched them.
    pub fn notes_lost(&self) -> u64 {
        self.notes_lost
    }

    /// Answers with a status of this class: 2 counts 200 to 299.
    pub fn answers(&self, class: u16) -> u64 {
        count(&self.statuses, &class)
    }

    /// Attempts that got no answer, for this reason.
    pub fn failures(&self, failure: Failure) -> u64 {
        count(&self.failures, &failure)
    }

    /// Calls that ended with this trouble.
    pub fn errors(&self, trouble: Trouble) -> u64 {
        count(&self.errors, &trouble)
    }

    /// Calls that ended with any trouble.
    pub fn all_errors(&self) -> u64 {
        self.errors.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}

fn count<K: PartialEq>(counts: &[(K, u64)], key: &K) -> u64 {
    counts.iter().find(|(known, _)| known == key).map_or(0, |(_, count)| *count)
}

/// Counts one more of a kind. There are few kinds.
pub(crate) fn add<K: PartialEq>(counts: &mut Vec<(K, u64)>, key: K) {
    match counts.iter_mut().find(|(known, _)| *known == key) {
        Some((_, count)) => *count = count.saturating_add(1),
        None => counts.push((key, 1)),
    }
}

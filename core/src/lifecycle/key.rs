//! By what a book finds an order.

use alloc::string::String;
use core::borrow::Borrow;
use core::cmp::Ordering;

use super::state::{OutOfMemory, joined};
use crate::platform::Platform;

/// Which order: ids of development and production, and of several merchants, may collide.
#[derive(Clone, Debug)]
pub(super) struct OrderKey {
    /// Account and id in one text, since looking for an order among many reads the keys of some of them.
    text: String,
    /// Where the id begins.
    split: usize,
    /// The platform's code.
    platform: i32,
}

impl OrderKey {
    pub(super) fn new(account: &str, platform: Platform, id: &str) -> Result<Self, OutOfMemory> {
        let text = joined(account, id)?;
        Ok(Self { text, split: account.len(), platform: platform.code() })
    }

    pub(super) fn account(&self) -> &str {
        self.name().0
    }

    pub(super) fn platform(&self) -> Option<Platform> {
        Platform::from_code(self.platform)
    }

    pub(super) fn id(&self) -> &str {
        self.name().2
    }
}

impl PartialEq for OrderKey {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for OrderKey {}

impl PartialOrd for OrderKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for OrderKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(&other.name())
    }
}

/// A key, owned or borrowed: to look for an order takes no memory.
pub(super) trait Named {
    /// Account, platform and id, in the order of which keys are sorted.
    fn name(&self) -> (&str, i32, &str);
}

impl Named for OrderKey {
    fn name(&self) -> (&str, i32, &str) {
        let (account, id) = self.text.split_at_checked(self.split).unwrap_or((&self.text, ""));
        (account, self.platform, id)
    }
}

impl Named for (&str, Platform, &str) {
    fn name(&self) -> (&str, i32, &str) {
        (self.0, self.1.code(), self.2)
    }
}

impl<'k> Borrow<dyn Named + 'k> for OrderKey {
    fn borrow(&self) -> &(dyn Named + 'k) {
        self
    }
}

impl PartialEq for dyn Named + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for dyn Named + '_ {}

impl PartialOrd for dyn Named + '_ {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for dyn Named + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(&other.name())
    }
}

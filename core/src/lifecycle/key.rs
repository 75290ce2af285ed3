//! By what a book finds an order.

use alloc::string::String;
use core::borrow::Borrow;
use core::cmp::Ordering;

use super::state::{OutOfMemory, copied};
use crate::platform::Platform;

/// Which order: ids of development and production, and of several merchants, may collide.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OrderKey {
    pub(super) account: String,
    /// The platform's code.
    pub(super) platform: i32,
    pub(super) id: String,
}

impl OrderKey {
    pub(super) fn new(account: &str, platform: Platform, id: &str) -> Result<Self, OutOfMemory> {
        Ok(Self { account: copied(account)?, platform: platform.code(), id: copied(id)? })
    }
}

/// A key, owned or borrowed: to look for an order takes no memory.
pub(super) trait Named {
    /// Account, platform and id, in the order of which keys are sorted.
    fn name(&self) -> (&str, i32, &str);
}

impl Named for OrderKey {
    fn name(&self) -> (&str, i32, &str) {
        (&self.account, self.platform, &self.id)
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

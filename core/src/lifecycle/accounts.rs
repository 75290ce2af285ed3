//! The accounts of a book, each with a number that stands for it in keys.

use alloc::collections::BTreeMap;
use alloc::string::String;
use core::ops::Bound;

use super::key::{Name, Named, OrderKey};
use super::state::OutOfMemory;
use super::text::copied;

/// The accounts that a book knows. Numbers are given in the order in which accounts come, and never change.
#[derive(Clone, Debug, Default)]
pub(super) struct Accounts(BTreeMap<String, u32>);

impl Accounts {
    /// The number of an account that is known.
    pub(super) fn number(&self, account: &str) -> Option<u32> {
        self.0.get(account).copied()
    }

    /// The number of an account; one that these do not know becomes one of `new`, to be [added](Self::add) once nothing can
    /// fail any more.
    pub(super) fn number_in(&self, new: &mut Self, account: &str) -> Result<u32, OutOfMemory> {
        if let Some(number) = self.number(account).or_else(|| new.number(account)) {
            return Ok(number);
        }
        let number = u32::try_from(self.0.len().saturating_add(new.0.len())).map_err(|_| OutOfMemory)?;
        new.0.insert(copied(account)?, number);
        Ok(number)
    }

    /// Makes accounts known that were new.
    pub(super) fn add(&mut self, mut new: Self) {
        self.0.append(&mut new.0);
    }

    /// All that a map holds, by account, platform and id.
    pub(super) fn sorted<'b, V>(
        &'b self,
        map: &'b BTreeMap<OrderKey, V>,
    ) -> impl Iterator<Item = (&'b str, &'b OrderKey, &'b V)> {
        self.0.iter().flat_map(move |(account, &number)| {
            let first: &dyn Named = &Name::before_all_of(number);
            let rest = map.range::<dyn Named, _>((Bound::Included(first), Bound::Unbounded));
            let own = rest.take_while(move |(key, _)| key.account() == number);
            own.map(move |(key, value)| (account.as_str(), key, value))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Platform;
    use alloc::vec::Vec;

    #[test]
    fn accounts_are_listed_by_name_and_keep_their_numbers() {
        let mut accounts = Accounts::default();
        let mut map = BTreeMap::new();
        for (name, id) in [("west", "2"), ("east", "1"), ("west", "1"), ("north", "1")] {
            let mut new = Accounts::default();
            let number = accounts.number_in(&mut new, name).unwrap();
            assert_eq!(accounts.number_in(&mut new, name).unwrap(), number);
            accounts.add(new);
            assert_eq!(accounts.number(name), Some(number));
            map.insert(OrderKey::new(Name::new(number, Platform::Atlas, id)).unwrap(), name);
        }
        let listed: Vec<_> =
            accounts.sorted(&map).map(|(account, key, value)| (account, key.id(), *value)).collect();
        let expected = [("east", "1"), ("north", "1"), ("west", "1"), ("west", "2")];
        assert_eq!(listed, expected.map(|(account, id)| (account, id, account)));
    }
}

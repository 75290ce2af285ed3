//! By what a book finds an order.
//!
//! To find one order among many is to compare some keys that the processor has not read for long, and to wait for memory each
//! time. Keys are therefore small, and mostly differ in what stands in themselves.

use alloc::boxed::Box;
use core::borrow::Borrow;
use core::cmp::Ordering;

use super::state::OutOfMemory;
use super::text::copied;
use crate::platform::Platform;

/// How many bytes of an id stand in the head of its key.
const BEGINNING: usize = 11;

/// Which order: ids of development and production, and of several merchants, may collide.
#[derive(Clone, Debug)]
pub(super) struct OrderKey {
    head: u128,
    id: Box<str>,
}

/// What a key says, owned by it or not: to look for an order takes no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name<'n> {
    /// The account's number, the platform's code and the beginning of the id, in the order of which names are sorted.
    head: u128,
    id: &'n str,
}

/// The account's number in four bytes, the platform's code in one, and the beginning of the id, zeros behind it.
fn head(account: u32, platform: u8, id: &str) -> u128 {
    let mut head = [0; 5 + BEGINNING];
    let bytes = account.to_be_bytes().into_iter().chain([platform]).chain(id.bytes());
    for (to, from) in head.iter_mut().zip(bytes) {
        *to = from;
    }
    u128::from_be_bytes(head)
}

impl<'n> Name<'n> {
    pub(super) fn new(account: u32, platform: Platform, id: &'n str) -> Self {
        let platform = u8::try_from(platform.code()).unwrap_or(u8::MAX);
        Self { head: head(account, platform, id), id }
    }

    /// What is sorted before every name of an account; the name of no order.
    pub(super) fn before_all_of(account: u32) -> Self {
        Self { head: head(account, 0, ""), id: "" }
    }
}

impl Ord for Name<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.head.cmp(&other.head).then_with(|| {
            // An id that is in its head whole is as the other begins.
            if self.id.len().min(other.id.len()) <= BEGINNING {
                self.id.len().cmp(&other.id.len())
            } else {
                self.id.cmp(other.id)
            }
        })
    }
}

impl PartialOrd for Name<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl OrderKey {
    pub(super) fn new(name: Name<'_>) -> Result<Self, OutOfMemory> {
        Ok(Self { head: name.head, id: copied(name.id)?.into_boxed_str() })
    }

    /// The account's number.
    pub(super) fn account(&self) -> u32 {
        let [one, two, three, four, ..] = self.head.to_be_bytes();
        u32::from_be_bytes([one, two, three, four])
    }

    pub(super) fn platform(&self) -> Option<Platform> {
        let [_, _, _, _, platform, ..] = self.head.to_be_bytes();
        Platform::from_code(platform.into())
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

/// A key or a name, by which maps find keys.
pub(super) trait Named {
    fn name(&self) -> Name<'_>;
}

impl Named for OrderKey {
    fn name(&self) -> Name<'_> {
        Name { head: self.head, id: &self.id }
    }
}

impl Named for Name<'_> {
    fn name(&self) -> Name<'_> {
        *self
    }
}

impl<'k> Borrow<dyn Named + 'k> for OrderKey {
    fn borrow(&self) -> &(dyn Named + 'k) {
        self
    }
}

/// Sorts a type by its name.
macro_rules! by_name {
    ($($type:ty),+) => {
        $(
            impl PartialEq for $type {
                fn eq(&self, other: &Self) -> bool {
                    self.name() == other.name()
                }
            }

            impl Eq for $type {}

            impl PartialOrd for $type {
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    Some(self.cmp(other))
                }
            }

            impl Ord for $type {
                fn cmp(&self, other: &Self) -> Ordering {
                    self.name().cmp(&other.name())
                }
            }
        )+
    };
}

by_name!(OrderKey, dyn Named + '_);

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeMap;
    use alloc::vec::Vec;

    /// Ids as long as what stands in a head, shorter, longer, alike at the beginning, and with the zeros that fill a head.
    const IDS: &[&str] = &[
        "",
        "\0",
        "1",
        "1\0",
        "1\0\0\0\0\0\0\0\0\0\0",
        "1\0\0\0\0\0\0\0\0\0\0\0",
        "10",
        "2",
        "a",
        "é",
        "0123456789",
        "0123456789a",
        "0123456789a\0",
        "0123456789a0",
        "0123456789b",
        "0123456789é",
        "0123456789éa",
        "0123456789è",
    ];

    #[test]
    fn keys_are_sorted_and_found_by_account_platform_and_id() {
        let mut names = Vec::new();
        for account in [1, 0, u32::MAX] {
            for platform in Platform::ALL.iter().rev() {
                names.extend(IDS.iter().map(|id| (account, *platform, *id)));
            }
        }
        let mut map = BTreeMap::new();
        for (position, &(account, platform, id)) in names.iter().enumerate() {
            let key = OrderKey::new(Name::new(account, platform, id)).unwrap();
            assert_eq!((key.account(), key.platform(), key.id()), (account, Some(platform), id));
            assert_eq!(map.insert(key, position), None);
        }
        for (position, &(account, platform, id)) in names.iter().enumerate() {
            let name: &dyn Named = &Name::new(account, platform, id);
            assert_eq!(map.get(name), Some(&position));
        }
        let mut expected: Vec<_> = (0..names.len()).collect();
        expected.sort_by_key(|position| {
            let (account, platform, id) = names[*position];
            (account, platform.code(), id)
        });
        assert_eq!(map.into_values().collect::<Vec<_>>(), expected);
    }
}

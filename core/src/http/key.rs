//! Idempotency keys: one for each action, the same for all its attempts.

use alloc::string::{String, ToString};
use core::fmt;

/// The mark of one action. A platform that has seen it with the same body answers as it did then and does nothing again.
///
/// Make it when the till decides, keep it with the decision, and use it for every attempt, also after a restart. klikit
/// remembers a key for 24 hours (<https://developer.klikit.io/partner-api/concepts/idempotency>).
#[derive(Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

/// The text cannot be an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an idempotency key is 1 to {} visible ASCII characters without spaces", IdempotencyKey::MOST)]
pub struct KeyError;

impl IdempotencyKey {
    /// The longest key that klikit takes, in characters.
    pub const MOST: usize = 64;

    /// A random UUID (version 4) as text, from 16 random bytes of the caller.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid().to_string())
    }

    /// A key that was kept, or that is made in another way.
    ///
    /// # Errors
    /// It is empty, longer than [`IdempotencyKey::MOST`], or has other than visible ASCII characters.
    pub fn from_text(text: &str) -> Result<Self, KeyError> {
        let fits = (1..=Self::MOST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        if fits { Ok(Self(text.into())) } else { Err(KeyError) }
    }

    /// The key as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdempotencyKey({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_random_bytes_make_a_uuid_of_version_4() {
        let key = IdempotencyKey::from_random([0xff; 16]);
        assert_eq!(key.as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_ne!(IdempotencyKey::from_random([1; 16]), IdempotencyKey::from_random([2; 16]));
    }

    #[test]
    fn what_no_header_carries_is_no_key() {
        for text in ["", "a b", "ä", "a\n", &"x".repeat(65)] {
            assert_eq!(IdempotencyKey::from_text(text), Err(KeyError), "{text:?}");
        }
        assert_eq!(IdempotencyKey::from_text(&"x".repeat(64)).unwrap().as_str().len(), 64);
    }
}

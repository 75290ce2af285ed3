//! Idempotency keys and what was answered under them.
//!
//! <https://developer.klikit.io/partner-api/concepts/idempotency>: 24 hours; the same body gets the stored answer, another is a
//! conflict. Assumption: bodies are compared byte by byte, a key belongs to one method and path, and only what was carried out
//! is stored, so that a request that was refused may be sent again under its key.

use std::collections::HashMap;

use super::refusal::Refusal;
use crate::context::Call;
use crate::http::Answer;
use crate::journal::sha256;

/// How long a key is remembered, in milliseconds.
pub(super) const KEPT_MS: u64 = 24 * 60 * 60 * 1_000;
const LONGEST_KEY: usize = 64;

/// Keys, with what they were used for.
#[derive(Default)]
pub(super) struct Memory(HashMap<String, Stored>);

struct Stored {
    since_ms: u64,
    request: String,
    answer: Answer,
}

impl Memory {
    /// The stored answer, nothing for a new key, a refusal for one that is none or that stands for another request.
    pub(super) fn recall(
        &mut self,
        key: &str,
        call: &Call<'_>,
        at_ms: u64,
        keep_ms: u64,
    ) -> Result<Option<Answer>, Refusal> {
        if key.is_empty() || key.chars().count() > LONGEST_KEY {
            return Err(Refusal::Invalid("Idempotency-Key must have 1 to 64 characters"));
        }
        self.0.retain(|_, stored| at_ms.saturating_sub(stored.since_ms) < keep_ms);
        match self.0.get(key) {
            None => Ok(None),
            Some(stored) if stored.request == request(call) => Ok(Some(stored.answer.clone())),
            Some(_) => Err(Refusal::KeyConflict),
        }
    }

    pub(super) fn remember(&mut self, key: &str, call: &Call<'_>, at_ms: u64, answer: Answer) {
        self.0.insert(key.to_owned(), Stored { since_ms: at_ms, request: request(call), answer });
    }
}

fn request(call: &Call<'_>) -> String {
    format!("{} {} {}", call.head.method, call.path, sha256(call.body))
}

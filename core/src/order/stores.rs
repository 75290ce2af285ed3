//! The vendor's own ids of its stores, by the key that a platform's documents give.

use alloc::collections::BTreeMap;
use alloc::string::String;

use super::pool::Span;
use super::read::Reader;
use crate::json::Value;
use crate::problem::ProblemCode;

/// A map from a store's key at the platform to the vendor's own id of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stores(BTreeMap<String, String>);

impl Stores {
    pub(crate) fn add(&mut self, key: &str, own_id: &str) {
        self.0.insert(key.into(), own_id.into());
    }

    /// The vendor's own id of the store with this key. Where a map was set and lacks the key, that is noted at the
    /// value that states the store.
    pub(crate) fn own_id(&self, key: Span, at: Option<Value<'_>>, r: &mut Reader<'_>) -> Span {
        let (Some(text), false) = (r.pool.get(key), self.0.is_empty()) else { return Span::ABSENT };
        if let Some(own_id) = self.0.get(text) {
            return r.pool.push(own_id);
        }
        if let Some(at) = at {
            r.problems.note(ProblemCode::UnmappedStore, at);
        }
        Span::ABSENT
    }
}

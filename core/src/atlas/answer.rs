//! What an error of Atlas states: `type`, `message`, and the fields it is about as `details[]`
//! (<https://docs.atlas.kitchen/errors>) or as `error_hash{}`
//! (<https://help.atlas.kitchen/connect/admin-api/authentication>).

use alloc::vec::Vec;

use super::dictionary;
use crate::http::{Said, text_of, words_of};
use crate::json::{Kind, Value};

/// Reads an error. An answer that succeeded states no such thing.
pub(crate) fn read_answer(root: Value<'_>) -> Said {
    let code = text_of(root.get("type"));
    let mut details = Vec::new();
    if let Some(list) = root.get("details").filter(|list| list.kind() == Kind::Array) {
        details.extend(list.elements().map(|detail| {
            (
                text_of(detail.get("field")).unwrap_or_default(),
                text_of(detail.get("message")).unwrap_or_default(),
            )
        }));
    }
    if let Some(hash) = root.get("error_hash").filter(|hash| hash.kind() == Kind::Object) {
        details.extend(
            hash.members().filter_map(|(name, value)| Some((name.string()?.into_owned(), words_of(value)))),
        );
    }
    Said {
        trouble: code.as_deref().and_then(dictionary::trouble),
        message: text_of(root.get("message")),
        code,
        details,
        ..Said::default()
    }
}

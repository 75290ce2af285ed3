//! The dictionaries that klikit serves: `{request_id, data: [{id, …}]}`.
//!
//! A name is `status` of an order status and of a fulfilment status
//! (<https://developer.klikit.io/partner-api/api-reference/orders/enum-of-valid-fulfillment-statuses>) and `type` of an order
//! type (<https://developer.klikit.io/partner-api/api-reference/orders/enum-of-valid-order-types-delivery-pickup-dine-in>).
//!
//! Assumption: order statuses, of which no answer is published, look like fulfilment statuses, or have their name in `name`.
//! Assumption: providers, of which none is published either, have their name in `display_name`, `title` or `name`: the first
//! that is there, since an earlier draft of the interface has `GrabFood` in `display_name` and `grabfood` in `name`.

use alloc::borrow::Cow;

use super::names;
use crate::dictionary::{Dictionary, DictionaryError, Vocabulary};
use crate::json::{Document, Kind, Value};
use crate::limits::Limits;

/// The vocabularies that are served, each with the members in which its names can be.
const SERVED: &[(Vocabulary, &[&str])] = &[
    (Vocabulary::KlikitOrderStatus, &["status", "name"]),
    (Vocabulary::KlikitFulfilmentStatus, &["status"]),
    (Vocabulary::KlikitOrderType, &["type"]),
    (Vocabulary::KlikitProvider, &["display_name", "title", "name"]),
];

/// The members in which the names of a vocabulary can be; `None` where it is not served.
fn labels(vocabulary: Vocabulary) -> Option<&'static [&'static str]> {
    SERVED.iter().find(|(served, _)| *served == vocabulary).map(|(_, labels)| *labels)
}

/// Whether a vocabulary is served.
pub(crate) fn is_served(vocabulary: Vocabulary) -> bool {
    labels(vocabulary).is_some()
}

/// Reads the answer that has a vocabulary.
pub(crate) fn read_dictionary(
    vocabulary: Vocabulary,
    body: &[u8],
    limits: &Limits,
) -> Result<Dictionary, DictionaryError> {
    let Some(labels) = labels(vocabulary) else {
        return Err(DictionaryError::NotServed { vocabulary });
    };
    let document = Document::copy(body, limits)?;
    let list = list_in(document.root())?;
    let mut dictionary = Dictionary::new(vocabulary);
    for entry in list.elements() {
        let name = labels.iter().find_map(|member| label(entry.get(member)?));
        match (entry.get("id").and_then(code), name) {
            (Some(code), Some(name)) => {
                dictionary.push(code.trim(), name.trim(), names::meaning(vocabulary, name.trim()));
            }
            _ => dictionary.skip(),
        }
    }
    if dictionary.is_exhausted() {
        return Err(DictionaryError::OutOfMemory);
    }
    if dictionary.count() == 0 {
        return Err(DictionaryError::no_entries(list));
    }
    match owner(&dictionary) {
        Some(owner) => Err(DictionaryError::foreign(owner, list)),
        None => Ok(dictionary),
    }
}

/// The list of entries: the answer itself, its `data`, or the one list in `data`.
fn list_in(root: Value<'_>) -> Result<Value<'_>, DictionaryError> {
    let data = match root.kind() {
        Kind::Object => root.get("data").unwrap_or(root),
        _ => root,
    };
    if data.kind() == Kind::Array {
        return Ok(data);
    }
    let mut lists = data.members().map(|(_, value)| value).filter(|value| value.kind() == Kind::Array);
    match (lists.next(), lists.next()) {
        (Some(list), None) if data != root => Ok(list),
        _ => Err(DictionaryError::no_list(data)),
    }
}

/// The text of an id, which is a number or a string.
fn code(id: Value<'_>) -> Option<Cow<'_, str>> {
    id.number().map(Cow::Borrowed).or_else(|| label(id))
}

/// A string's text, unless it is blank. Some published labels end in a space.
fn label(value: Value<'_>) -> Option<Cow<'_, str>> {
    value.string().filter(|text| !text.trim().is_empty())
}

/// Whose names these are, where most are known and to another vocabulary: with the names of the courier, an order that
/// was picked up would be read as cancelled.
fn owner(dictionary: &Dictionary) -> Option<Vocabulary> {
    let known =
        |vocabulary| dictionary.names().filter(|name| names::meaning(vocabulary, name).is_some()).count();
    let own = known(dictionary.vocabulary());
    let most = SERVED
        .iter()
        .map(|(vocabulary, _)| (known(*vocabulary), *vocabulary))
        .max_by_key(|(count, _)| *count);
    most.filter(|(count, _)| *count > own && *count > dictionary.count() / 2)
        .map(|(_, vocabulary)| vocabulary)
}

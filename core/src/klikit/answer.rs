//! klikit's envelope: the request's mark, and what an error states (<https://developer.klikit.io/partner-api/concepts/envelope>).
//!
//! Two vocabularies of codes are published for the same conditions
//! (<https://developer.klikit.io/partner-api/concepts/errors>, and the error table of each reference page); they are told apart in
//! no way, and either case of letters is taken. The page of each operation shows `data` and `error` together, as a schema that
//! stands for both; an answer with a status of success that has `data` is a success.
//!
//! Assumption: `error.details`, of which no form is published, is a text, an object of member and message, or a list of either.

use alloc::string::String;
use alloc::vec::Vec;

use super::tables::ERROR_CODES;
use crate::http::{Said, text_of, words_of};
use crate::json::{Kind, Value};

/// Reads the envelope.
pub(crate) fn read_answer(root: Value<'_>) -> Said {
    let error = root.get("error").filter(|error| error.kind() == Kind::Object);
    let code = error.and_then(|error| text_of(error.get("code"))).filter(|code| !code.is_empty());
    let known = |code: &str| ERROR_CODES.iter().find(|(known, ..)| known.eq_ignore_ascii_case(code));
    Said {
        request_id: text_of(root.get("request_id")),
        trouble: code.as_deref().and_then(known).map(|(.., trouble)| *trouble),
        message: error.and_then(|error| text_of(error.get("message"))),
        details: error.and_then(|error| error.get("details")).map(details).unwrap_or_default(),
        failed: code.is_some() && root.get("data").is_none_or(Value::is_null),
        code,
    }
}

/// What is wrong with which member.
fn details(value: Value<'_>) -> Vec<(String, String)> {
    match value.kind() {
        Kind::Array => value.elements().map(detail).collect(),
        Kind::Object => value.members().map(named).collect(),
        Kind::Null => Vec::new(),
        _ => Vec::from([(String::new(), words_of(value))]),
    }
}

/// One of a list.
fn detail(value: Value<'_>) -> (String, String) {
    let field = ["field", "path", "param"].iter().find_map(|name| text_of(value.get(name)));
    match text_of(value.get("message")) {
        Some(message) => (field.unwrap_or_default(), message),
        None => (String::new(), words_of(value)),
    }
}

fn named((name, value): (Value<'_>, Value<'_>)) -> (String, String) {
    (words_of(name), words_of(value))
}

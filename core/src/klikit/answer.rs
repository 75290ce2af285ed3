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

use crate::http::{Said, Trouble, text_of, words_of};
use crate::json::{Kind, Value};

/// What each code means, in the spelling of the reference pages and that of the page on errors.
const CODES: &[(&str, Trouble)] = &[
    ("request_invalid", Trouble::Invalid),
    ("request_invalid_range", Trouble::Invalid),
    ("request_missing_idempotency_key", Trouble::Invalid),
    ("auth_missing", Trouble::Unauthorized),
    ("missing_auth", Trouble::Unauthorized),
    ("auth_invalid_credential", Trouble::Unauthorized),
    ("invalid_credentials", Trouble::Unauthorized),
    ("auth_revoked", Trouble::Unauthorized),
    ("auth_forbidden", Trouble::Forbidden),
    ("forbidden_scope", Trouble::Forbidden),
    ("resource_not_found", Trouble::NotFound),
    ("resource_unmapped", Trouble::NotFound),
    ("not_found", Trouble::NotFound),
    ("state_invalid_transition", Trouble::Transition),
    ("invalid_transition", Trouble::Transition),
    ("state_idempotency_conflict", Trouble::KeyConflict),
    ("idempotency_key_conflict", Trouble::KeyConflict),
    ("provider_rejected_cancel", Trouble::Conflict),
    ("rate_limited", Trouble::RateLimited),
    ("downstream_unavailable", Trouble::Unavailable),
    ("internal", Trouble::Unavailable),
];

/// Reads the envelope.
pub(crate) fn read_answer(root: Value<'_>) -> Said {
    let error = root.get("error").filter(|error| error.kind() == Kind::Object);
    let code = error.and_then(|error| text_of(error.get("code"))).filter(|code| !code.is_empty());
    let known = |code: &str| CODES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
    Said {
        request_id: text_of(root.get("request_id")),
        trouble: code.as_deref().and_then(known).map(|(_, trouble)| *trouble),
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

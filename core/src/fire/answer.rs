//! What an error of Fire states, in three styles that stand side by side
//! (<https://docs.fire.rest/en/api-reference/introduction>):
//!
//! | style | form | where |
//! | --- | --- | --- |
//! | A | `{success: false, error: "UPPER", message, code?, details[]?}` | `/api/v1` |
//! | B | `{error: {code: "lower", message, param?, requestId?}}` | login, channels, older pages |
//! | C | `{status, errors: {status, code, title, detail}}` | v4 |
//!
//! Messages may be in Spanish, so only codes decide.

use alloc::string::String;
use alloc::vec::Vec;

use crate::http::{Said, Trouble, text_of};
use crate::json::{Kind, Value};

/// What each code means.
const CODES: &[(&str, Trouble)] = &[
    ("validation_error", Trouble::Invalid),
    ("unauthorized", Trouble::Unauthorized),
    ("invalid_credentials", Trouble::Unauthorized),
    ("token_expired", Trouble::Unauthorized),
    ("forbidden", Trouble::Forbidden),
    ("forbidden_scope", Trouble::Forbidden),
    ("tenant_mismatch", Trouble::Forbidden),
    ("not_found", Trouble::NotFound),
    ("order_not_found", Trouble::NotFound),
    ("channel_not_found", Trouble::NotFound),
    ("menu_not_available", Trouble::NotFound),
    ("conflict", Trouble::Conflict),
    ("duplicate_order", Trouble::Conflict),
    ("duplicate_event", Trouble::Conflict),
    ("ambiguous_order_reference", Trouble::Conflict),
    ("regression", Trouble::Transition),
    ("business_rule_violation", Trouble::Transition),
    ("cancellation_in_progress", Trouble::Transition),
    ("fiscal_already_cancelled", Trouble::Transition),
    ("order_not_cancellable", Trouble::Transition),
    ("fiscal_representation_not_voided", Trouble::Transition),
    ("business_day_closed", Trouble::Transition),
    ("cancellation_policy_denied", Trouble::Transition),
    ("unsupported_country_code", Trouble::Invalid),
    ("unsupported_event_type", Trouble::Invalid),
    ("rate_limited", Trouble::RateLimited),
    ("internal_error", Trouble::Unavailable),
    ("service_unavailable", Trouble::Unavailable),
];

/// Reads an error, whatever its style.
pub(crate) fn read_answer(root: Value<'_>) -> Said {
    let error = root.get("error");
    let nested = error.filter(|error| error.kind() == Kind::Object);
    let errors = root.get("errors").filter(|errors| errors.kind() == Kind::Object);
    let told = nested.or(errors).unwrap_or(root);
    let style_a = error.filter(|error| error.kind() == Kind::String);
    // Style A states a kind, and beside it a code that says more.
    let code = text_of(told.get("code")).or_else(|| text_of(style_a));
    let kind = text_of(style_a);
    let trouble = [&code, &kind].into_iter().flatten().find_map(|code| meaning(code));
    let failed = root.get("success").and_then(Value::bool) == Some(false);
    Said {
        request_id: text_of(told.get("requestId")).or_else(|| text_of(root.get("traceId"))),
        message: text_of(told.get("message")).or_else(|| text_of(told.get("detail"))),
        details: details(told),
        failed,
        trouble,
        code,
    }
}

fn meaning(code: &str) -> Option<Trouble> {
    CODES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, trouble)| *trouble)
}

/// What is wrong with which member.
fn details(told: Value<'_>) -> Vec<(String, String)> {
    let mut details = Vec::new();
    if let Some(list) = told.get("details").filter(|list| list.kind() == Kind::Array) {
        details.extend(list.elements().map(|detail| {
            (
                detail.get("path").map(path).unwrap_or_default(),
                text_of(detail.get("message")).unwrap_or_default(),
            )
        }));
    }
    if let Some(member) = text_of(told.get("param")) {
        details.push((member, text_of(told.get("message")).unwrap_or_default()));
    }
    details
}

/// `["payments", 1]` as `payments.1`; a text as it is.
fn path(value: Value<'_>) -> String {
    if value.kind() != Kind::Array {
        return text_of(Some(value)).unwrap_or_default();
    }
    let mut out = String::new();
    for step in value.elements() {
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(&text_of(Some(step)).unwrap_or_default());
    }
    out
}

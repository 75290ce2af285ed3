//! klikit's errors, in both of its vocabularies.
//!
//! <https://developer.klikit.io/partner-api/concepts/errors> has the upper-case one, the tables of the reference pages the
//! lower-case one.

use serde_json::{Value, json};

use crate::settings::{KlikitSettings, Vocabulary};

/// Why a request is refused.
#[derive(Debug)]
pub(super) enum Refusal {
    Invalid(&'static str),
    InvalidRange,
    MissingKey,
    AuthMissing,
    AuthInvalid,
    Revoked,
    ScopeMissing(&'static str),
    NotFound,
    /// A SKU that no item is mapped to.
    Unmapped,
    Transition {
        from: &'static str,
        to: &'static str,
    },
    /// An idempotency key that was used for something else.
    KeyConflict,
    TooMany,
    Downstream,
    Internal,
}

impl Refusal {
    /// The status and `error` of the answer.
    pub(super) fn told(&self, settings: &KlikitSettings) -> (u16, Value) {
        let (lower_status, lower, upper_status, upper) = self.codes();
        let (mut status, code) = match settings.vocabulary {
            Vocabulary::Lower => (lower_status, lower),
            Vocabulary::Upper => (upper_status, upper),
        };
        if let (Self::Transition { .. }, Some(set)) = (self, settings.invalid_transition_status) {
            status = set;
        }
        (status, json!({ "code": code, "message": self.message(), "details": {} }))
    }

    /// Assumption: where one of the vocabularies has no word for a condition, its word for the wider condition, or the
    /// other's word in its own case.
    const fn codes(&self) -> (u16, &'static str, u16, &'static str) {
        match self {
            Self::Invalid(_) => (400, "request_invalid", 400, "REQUEST_INVALID"),
            Self::InvalidRange => (400, "request_invalid_range", 400, "REQUEST_INVALID"),
            Self::MissingKey => (400, "request_missing_idempotency_key", 400, "REQUEST_INVALID"),
            Self::AuthMissing => (401, "auth_missing", 401, "MISSING_AUTH"),
            Self::AuthInvalid => (401, "auth_invalid_credential", 401, "INVALID_CREDENTIALS"),
            Self::Revoked => (403, "auth_revoked", 401, "INVALID_CREDENTIALS"),
            Self::ScopeMissing(_) => (403, "auth_forbidden", 403, "FORBIDDEN_SCOPE"),
            Self::NotFound => (404, "resource_not_found", 404, "RESOURCE_NOT_FOUND"),
            Self::Unmapped => (404, "resource_unmapped", 404, "RESOURCE_NOT_FOUND"),
            Self::Transition { .. } => (409, "state_invalid_transition", 422, "INVALID_TRANSITION"),
            Self::KeyConflict => (409, "state_idempotency_conflict", 409, "IDEMPOTENCY_KEY_CONFLICT"),
            Self::TooMany => (429, "rate_limited", 429, "RATE_LIMITED"),
            Self::Downstream => (502, "downstream_unavailable", 502, "DOWNSTREAM_UNAVAILABLE"),
            Self::Internal => (500, "internal", 500, "INTERNAL"),
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Invalid(why) => (*why).to_owned(),
            Self::InvalidRange => "the date range must not exceed 90 days".to_owned(),
            Self::MissingKey => "Idempotency-Key header is required".to_owned(),
            Self::AuthMissing => "missing or malformed Authorization header".to_owned(),
            Self::AuthInvalid => "invalid credentials".to_owned(),
            Self::Revoked => "credential has been revoked".to_owned(),
            Self::ScopeMissing(scope) => format!("credential is not scoped for {scope}"),
            Self::NotFound => "resource not found".to_owned(),
            Self::Unmapped => "partner item is not mapped".to_owned(),
            Self::Transition { from, to } => format!("cannot change an order from {from} to {to}"),
            Self::KeyConflict => "idempotency key was used for another request".to_owned(),
            Self::TooMany => "too many requests".to_owned(),
            Self::Downstream => "a dependency is unavailable".to_owned(),
            Self::Internal => "internal error".to_owned(),
        }
    }
}

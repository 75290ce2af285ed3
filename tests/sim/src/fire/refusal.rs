//! Fire's errors, in the three styles that its pages show.

use serde_json::json;

use crate::http::Answer;

/// How an error is written. Sources: <https://docs.fire.rest/en/api-reference/introduction> and the endpoints' pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `{success: false, error: "UPPER", message}`: `/api/v1`, except where another is shown.
    Flat,
    /// `{error: {code: "lower", message}}`: login, channels, the earlier KDS page.
    Nested,
    /// `{status, errors: {status, code, title, detail}}`: cancellation in v4.
    V4,
}

impl Style {
    pub(super) fn of_path(path: &str) -> Self {
        if path.starts_with("/api/v4/") {
            Self::V4
        } else if path.starts_with("/api/authentication/") || path.starts_with("/api/v1/external/channels/") {
            Self::Nested
        } else {
            Self::Flat
        }
    }
}

/// Why a request is refused.
#[derive(Debug)]
pub(super) enum Refusal {
    Invalid(String),
    /// A payment that is in a batch twice, by its place.
    Twice {
        place: usize,
        transaction: String,
    },
    KeyMissing,
    KeyWrong,
    TokenMissing,
    TokenExpired,
    LoginWrong,
    ScopeMissing(&'static str),
    TenantWrong(&'static str),
    NotFound(String),
    Ambiguous(String),
    Conflict(&'static str),
    /// With the stable code of a cancellation.
    NotCancellable(String),
    TooMany,
    Internal,
    Unavailable,
}

impl Refusal {
    pub(super) fn told(&self, style: Style) -> Answer {
        let (status, upper, lower) = self.codes();
        let message = self.message();
        let body = match style {
            Style::Flat => {
                let mut body = json!({ "success": false, "error": upper, "message": message });
                match self {
                    Self::Twice { place, .. } => {
                        body["details"] =
                            json!([{ "code": "custom", "path": ["payments", place], "message": message }]);
                    }
                    Self::Ambiguous(_) => body["code"] = "AMBIGUOUS_ORDER_REFERENCE".into(),
                    Self::NotCancellable(code) => body["code"] = code.as_str().into(),
                    _ => {}
                }
                body
            }
            Style::Nested => json!({ "error": { "code": lower, "message": message } }),
            Style::V4 if status == 409 => {
                let errors =
                    json!({ "status": "400", "code": "custom", "title": "Error", "detail": message });
                let more = "https://docs.artisn.io/api/errors";
                let body = json!({ "status": 400, "errors": errors, "message": message, "code": 0, "moreInfo": more });
                return Answer::json(400, &body);
            }
            Style::V4 => {
                let status = if status == 400 { 422 } else { status };
                let (code, title) =
                    if status == 422 { ("invalid_type", "Validation error") } else { (lower, "Error") };
                let errors =
                    json!({ "status": status.to_string(), "code": code, "title": title, "detail": message });
                return Answer::json(status, &json!({ "status": status, "errors": errors }));
            }
        };
        Answer::json(status, &body)
    }

    /// The status, the code of the flat style and that of the others.
    const fn codes(&self) -> (u16, &'static str, &'static str) {
        match self {
            Self::Invalid(_) | Self::Twice { .. } => (400, "VALIDATION_ERROR", "validation_error"),
            Self::KeyMissing | Self::KeyWrong | Self::TokenMissing | Self::LoginWrong => {
                (401, "UNAUTHORIZED", "unauthorized")
            }
            Self::TokenExpired => (401, "UNAUTHORIZED", "token_expired"),
            Self::ScopeMissing(_) => (403, "FORBIDDEN", "forbidden"),
            Self::TenantWrong(_) => (403, "FORBIDDEN", "tenant_mismatch"),
            Self::NotFound(_) => (404, "NOT_FOUND", "not_found"),
            Self::Ambiguous(_) | Self::Conflict(_) | Self::NotCancellable(_) => (409, "CONFLICT", "conflict"),
            Self::TooMany => (429, "RATE_LIMITED", "rate_limited"),
            Self::Internal => (500, "INTERNAL_ERROR", "internal_error"),
            Self::Unavailable => (503, "SERVICE_UNAVAILABLE", "service_unavailable"),
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Invalid(why) | Self::NotFound(why) => why.clone(),
            Self::Twice { transaction, .. } => {
                format!("Duplicate transaction id \"{transaction}\" within the same payment batch")
            }
            Self::KeyMissing => "API key required. Use x-api-key: pk_live_... header".to_owned(),
            Self::KeyWrong => "Invalid or expired API key".to_owned(),
            Self::TokenMissing => "Invalid or missing access token".to_owned(),
            Self::TokenExpired => "Access token expired".to_owned(),
            Self::LoginWrong => "Invalid credentials".to_owned(),
            Self::ScopeMissing(scope) => format!("Missing required scope: {scope}"),
            Self::TenantWrong(why) | Self::Conflict(why) => (*why).to_owned(),
            Self::Ambiguous(reference) => {
                format!("External order id {reference} matches 2 orders across vendors; cannot disambiguate")
            }
            Self::NotCancellable(_) => "The order is no longer in a cancellable state".to_owned(),
            Self::TooMany => "Too many requests".to_owned(),
            Self::Internal => "Internal error".to_owned(),
            Self::Unavailable => {
                "API key verification is temporarily unavailable (auth store unreachable). Retry the request."
                    .to_owned()
            }
        }
    }
}

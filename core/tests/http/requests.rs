//! The shared cases of requests: an account, an operation and its arguments make exactly these bytes, or this error.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tillwire_core::http::{CallBuildError, IdempotencyKey, Operation, Request};

use crate::cases;

const EITHER: &[&str] = &["request", "error"];

/// A request as the cases write it: all of it but `User-Agent`, which names the version.
fn written(request: &Request) -> Value {
    let headers = request.headers().filter(|(name, _)| *name != "User-Agent");
    let headers: Vec<_> = headers.map(|(name, value)| json!([name, value])).collect();
    json!({
        "method": request.method().name(),
        "url": request.url(),
        "shown": request.shown(),
        "headers": headers,
        "body": request.body().map(|body| std::str::from_utf8(body).expect("text")),
        "repeat": request.repeat().name(),
        "key": request.key().map(IdempotencyKey::as_str),
    })
}

fn refused(error: &CallBuildError) -> Value {
    assert!(!error.hint().is_empty());
    json!({ "code": error.code_name(), "message": error.to_string() })
}

#[test]
fn every_case_makes_the_request_or_the_error_that_it_states() {
    let members = ["account", "operation", "arguments", "random", "request", "error"];
    let mut built = BTreeSet::new();
    for case in cases::all("requests", &members) {
        match case.call(case.random(), None) {
            Ok(call) => {
                built.insert(case.operation().code());
                let agents = call.request().headers().filter(|(name, _)| *name == "User-Agent");
                let agents: Vec<_> = agents.map(|(_, value)| value.to_owned()).collect();
                assert_eq!(agents, [concat!("tillwire/", env!("CARGO_PKG_VERSION"))], "{}", case.name);
                case.expect(EITHER, "request", written(call.request()));
            }
            Err(error) => case.expect(EITHER, "error", refused(&error)),
        }
    }
    for operation in Operation::ALL {
        assert!(built.contains(&operation.code()), "no case makes a request of {}", operation.name());
    }
}

#[test]
fn every_account_that_cannot_be_used_is_refused_as_stated() {
    let refused = cases::refused_accounts();
    assert!(!refused.is_empty());
    for (name, error, expected) in refused {
        assert!(!error.hint().is_empty(), "{name}");
        assert_eq!(json!({ "code": error.code_name(), "message": error.to_string() }), expected, "{name}");
    }
}

//! The shared cases of further attempts: how long each outcome makes a call wait, and how it ends.

use serde_json::{Value, json};
use tillwire_core::http::{Clock, Failure, Next, Outcome, Policy, ReplyInt};

use crate::cases::{self, Case};

/// The policy that a case states.
fn policy(case: &Case) -> Option<Policy> {
    let stated = case.get("policy").as_object()?;
    let number = |member: &str| stated.get(member).and_then(Value::as_u64).expect(&case.name);
    assert_eq!(stated.len(), 4, "{}", case.name);
    Some(Policy {
        attempts: number("attempts").try_into().expect(&case.name),
        first_wait_ms: number("first_wait_ms"),
        longest_wait_ms: number("longest_wait_ms"),
        total_ms: number("total_ms"),
    })
}

/// How a case ends, and how long each further attempt waited for.
fn run(case: &Case) -> (Value, Vec<u64>) {
    let mut call = case.call(case.random(), policy(case)).expect(&case.name);
    let (url, body) = (call.request().url().to_owned(), call.request().body().map(<[u8]>::to_vec));
    let mut waits = Vec::new();
    let mut outcomes = case.get("outcomes").as_array().expect(&case.name).iter();
    for outcome in outcomes.by_ref() {
        assert_eq!(call.request().url(), url, "{}", case.name);
        assert_eq!(call.request().body(), body.as_deref(), "{}", case.name);
        for member in outcome.as_object().expect(&case.name).keys() {
            let known = ["failed", "status", "headers", "body", "elapsed_ms"].contains(&member.as_str());
            assert!(known, "{}: there is no member {member}", case.name);
        }
        let elapsed_ms = outcome["elapsed_ms"].as_u64().expect(&case.name);
        let clock = Clock { elapsed_ms, now_ms: 0 };
        let next = if let Some(failure) = outcome.get("failed") {
            let failure = Failure::from_name(cases::text(&case.name, failure)).expect(&case.name);
            call.after(Outcome::Failed(failure), clock)
        } else {
            let headers = cases::headers(&case.name, &outcome["headers"]);
            let status = outcome["status"].as_u64().and_then(|status| status.try_into().ok());
            let body = cases::text(&case.name, &outcome["body"]).as_bytes();
            let status = status.expect(&case.name);
            call.after(Outcome::Answered { status, headers: &headers, body }, clock)
        };
        let end = match next {
            Ok(Next::Again { wait_ms }) => {
                waits.push(wait_ms);
                continue;
            }
            Ok(Next::Done(reply)) => {
                let int = |field| reply.int(field).expect("always stated");
                json!({ "reply": {
                    "attempts": int(ReplyInt::Attempts), "secret_index": int(ReplyInt::SecretIndex),
                } })
            }
            Err(error) => json!({ "error": {
                "trouble": error.trouble().name(),
                "stop": error.stop().name(),
                "attempts": error.attempts(),
                "may_be_done": error.may_be_done(),
                "retry_after_ms": error.retry_after_ms(),
            } }),
        };
        assert_eq!(outcomes.len(), 0, "{}: outcomes after the end", case.name);
        return (end, waits);
    }
    panic!("{}: no end after {waits:?}", case.name)
}

#[test]
fn every_case_waits_and_ends_as_it_states() {
    let members = ["account", "operation", "arguments", "random", "policy", "outcomes", "waits", "end"];
    for case in cases::all("retries", &members) {
        let (end, waits) = run(&case);
        assert_eq!(&end, case.get("end"), "{}", case.name);
        let ranges = case.get("waits").as_array().expect(&case.name);
        assert_eq!(waits.len(), ranges.len(), "{}: {waits:?}", case.name);
        for (wait, range) in waits.iter().zip(ranges) {
            let bound = |position: usize| range[position].as_u64().expect(&case.name);
            assert!((bound(0)..=bound(1)).contains(wait), "{}: {wait} is not in {range}", case.name);
        }
    }
}

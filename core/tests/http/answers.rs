//! The shared cases of answers: what each says, read into a reply, or into the error that it stands for.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use tillwire_core::http::{
    CallError, Clock, Next, Operation, Outcome, Policy, Reply, ReplyInt, ReplyText, ReplyTime,
};

use crate::cases;

const EITHER: &[&str] = &["reply", "error"];

/// What a reply states, by the names of its fields.
fn written(reply: &Reply) -> Value {
    let texts = ReplyText::ALL.iter().filter_map(|&field| Some((field.name(), reply.text(field)?)));
    let ints = ReplyInt::ALL.iter().filter_map(|&field| Some((field.name(), reply.int(field)?)));
    let times = ReplyTime::ALL.iter().filter_map(|&field| Some((field.name(), reply.time(field)?)));
    let members = |list: Vec<(&str, Value)>| {
        list.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>()
    };
    let records = reply.records().count();
    assert_eq!(i64::try_from(records).unwrap(), reply.int(ReplyInt::Records).unwrap_or(0));
    json!({
        "texts": members(texts.map(|(name, text)| (name, json!(text))).collect()),
        "ints": members(ints.map(|(name, int)| (name, json!(int))).collect()),
        "times": members(times.map(|(name, time)| (name, json!(time.to_string()))).collect()),
        "has_document": reply.document().is_some(),
        "has_token": reply.token().is_some(),
    })
}

fn refused(error: &CallError) -> Value {
    let details: Vec<_> =
        error.details().iter().map(|detail| json!([detail.field, detail.message])).collect();
    json!({
        "trouble": error.trouble().name(),
        "stop": error.stop().name(),
        "status": error.status(),
        "code": error.code(),
        "request_id": error.request_id(),
        "message": error.platform_message(),
        "details": details,
        "retry_after_ms": error.retry_after_ms(),
        "may_be_done": error.may_be_done(),
        "has_document": error.document().is_some(),
        "raw_bytes": error.raw().len(),
        "text": error.to_string(),
    })
}

#[test]
fn every_case_is_read_as_it_states() {
    let members =
        ["account", "operation", "arguments", "status", "headers", "body", "now_ms", "reply", "error"];
    let once = Policy { attempts: 1, ..Policy::KLIKIT };
    let mut read = BTreeSet::new();
    for case in cases::all("answers", &members) {
        read.insert(case.operation().code());
        let mut call = case.call([0; 16], Some(once)).expect(&case.name);
        let headers = cases::headers(&case.name, case.get("headers"));
        let status = case.get("status").as_u64().and_then(|status| status.try_into().ok());
        let outcome = Outcome::Answered {
            status: status.expect(&case.name),
            headers: &headers,
            body: case.text("body").as_bytes(),
        };
        match call.after(outcome, Clock::default()) {
            Ok(Next::Done(reply)) => case.expect(EITHER, "reply", written(&reply)),
            Ok(Next::Again { .. }) => panic!("{}: a second attempt of one", case.name),
            Err(error) => case.expect(EITHER, "error", refused(&error)),
        }
    }
    for operation in Operation::ALL {
        assert!(read.contains(&operation.code()), "no case answers {}", operation.name());
    }
}

//! Bodies that a template or a proxy reshaped, read by locations: what the shared cases with settings do not show.

mod vectors;

use tillwire_core::event::{DecodeError, Decoder, Event, EventKind, Key, LocationProblem};
use tillwire_core::json::Value;
use tillwire_core::order::{OrderMoney, OrderText};
use tillwire_core::verify::{Headers, OpenError, Refusal, SettingError, Verifier};
use tillwire_core::{Limits, Platform};
use vectors::Vectors;

fn fire(places: &[(&str, &str)]) -> Decoder {
    places.iter().fold(Decoder::new(Platform::Fire), |decoder, (canonical, actual)| {
        decoder.locate(canonical, actual).expect("a location")
    })
}

fn decode(decoder: &Decoder, body: &str) -> Result<Event, DecodeError> {
    decoder.decode_unverified(&Headers::new(), body.as_bytes())
}

#[test]
fn the_signature_is_over_the_received_bytes() {
    let verifier =
        Verifier::builder(Platform::Fire).secret(b"flow-secret").locate("$.data", "$").build().unwrap();
    let body = Vectors::of(Platform::Fire).body("flattened-body");
    let headers = verifier.sign(&body, 1_778_030_580).unwrap();
    let event = verifier.open(&headers, &body, 1_778_030_581).unwrap();
    assert_eq!(event.kind(), EventKind::OrderSettled);
    assert_eq!(event.order(0).unwrap().text(OrderText::Reference), Some("OC-br-001"));
    assert_eq!(event.document().text().as_bytes(), body);
    assert_eq!(event.document().at("$.orderCode").map(Value::raw), Some("\"OC-br-001\""));
    assert_eq!(event.document().at("$.data"), None);

    let changed = String::from_utf8(body).unwrap().replace("OC-br-001", "OC-br-002");
    let refused = verifier.open(&headers, changed.as_bytes(), 1_778_030_581).unwrap_err();
    assert!(matches!(refused, OpenError::Refused(Refusal::SignatureMismatch { .. })), "{refused}");
}

#[test]
fn a_location_that_cannot_be_one_makes_no_verifier() {
    let builder = || Verifier::builder(Platform::Fire).secret(b"a").locate("$.data", "$");
    assert!(builder().build().is_ok());
    for (canonical, actual, problem) in [
        ("data", "$", LocationProblem::CanonicalPath),
        ("$.orders[0]", "$", LocationProblem::CanonicalIndex),
        ("$.event", "$.", LocationProblem::ActualPath),
        ("$[\"data\"]", "$.x", LocationProblem::Repeated),
    ] {
        let error = builder().locate(canonical, actual).locate("$.late", "no path").build().unwrap_err();
        assert_eq!(error, SettingError::Location { index: 1, problem });
        assert_eq!(error.code_name(), "setting");
        assert!(error.to_string().starts_with("location 2 has a "), "{error}");
        assert!(!error.hint().is_empty());
    }
    let most = (0..Decoder::MAX_LOCATIONS).try_fold(Decoder::new(Platform::Atlas), |decoder, number| {
        decoder.locate(&format!("$.a{number}"), "$.b")
    });
    let error = most.unwrap().locate("$.c", "$.d").unwrap_err();
    assert_eq!(error, SettingError::Location { index: 64, problem: LocationProblem::TooMany });
}

#[test]
fn attempts_at_a_flattened_order_have_one_content_key() {
    let flat = fire(&[("$.data", "$")]);
    let key = |attempt: u32, state: &str, key| {
        let body = format!(
            r#"{{"event":{{"id":"e","type":"order.opened"}},"_meta":{{"attempt":"{attempt}"}},"orderId":"o","status":"{state}"}}"#
        );
        decode(&flat, &body).unwrap().key(0, key).unwrap()
    };
    assert_eq!(key(1, "OPEN", Key::Content), key(2, "OPEN", Key::Content));
    assert_eq!(key(1, "OPEN", Key::Delivery), "fire/e/o");
    assert_ne!(key(1, "OPEN", Key::Content), key(1, "COMPLETED", Key::Content));
}

#[test]
fn an_orders_own_time_is_not_taken_for_the_events() {
    let flat = fire(&[("$.data", "$")]).expect_event("order.cancelled");
    let body = r#"{"id":"x","createdAt":"2026-05-06T01:22:59Z","orderId":"o"}"#;
    let event = decode(&flat, body).unwrap();
    assert_eq!((event.kind(), event.id(), event.occurred_at()), (EventKind::OrderCancelled, None, None));
    let dated = fire(&[("$.data", "$"), ("$.event.createdAt", "$.createdAt"), ("$.event.id", "$.id")]);
    let event = decode(&dated.expect_event("order.cancelled"), body).unwrap();
    assert_eq!(event.id(), Some("x"));
    assert_eq!(event.occurred_at().unwrap().unix_ms, 1_778_030_579_000);
}

#[test]
fn where_nothing_is_located_the_documented_body_is_read() {
    let body = Vectors::of(Platform::Fire).body("order-completed");
    let plain = fire(&[]).decode_unverified(&Headers::new(), &body).unwrap();
    let set = fire(&[("$.data.orderId", "$.ref"), ("$.event.type", "$.kind")]);
    let read = set.decode_unverified(&Headers::new(), &body).unwrap();
    assert_eq!(read.to_json(), plain.to_json());
    // A value that stands where it is documented changes nothing either.
    let same = fire(&[("$.data", "$.data"), ("$.data.orderId", "$.data.orderId")]);
    let read = same.decode_unverified(&Headers::new(), &body).unwrap();
    assert_eq!(
        read.order(0).unwrap().money(OrderMoney::Total),
        plain.order(0).unwrap().money(OrderMoney::Total)
    );
    assert_eq!(read.key(0, Key::Delivery), plain.key(0, Key::Delivery));
}

#[test]
fn errors_and_problems_are_told_of_the_received_body() {
    let set =
        fire(&[("$.data", "$.order"), ("$.event.type", "$.kind"), ("$.data.orderLines", "$.order.items")]);
    let error = decode(&set, r#"{"kind":"order.opened","order":{"orderId":""}}"#).unwrap_err();
    assert_eq!((error.code_name(), error.place()), ("no_identity", Some(("$.order", 31))));
    // An object that was made has no place of its own.
    let made = fire(&[("$.data.orderCode", "$.code"), ("$.event.type", "$.kind")]);
    let error = decode(&made, r#" {"kind":"order.opened","code":"A"}"#).unwrap_err();
    assert_eq!((error.code_name(), error.place()), ("no_identity", Some(("$", 1))));
    let wrapped = fire(&[("$", "$.body")]);
    let error = decode(&wrapped, r#"{"body":"{}"}"#).unwrap_err();
    assert_eq!((error.code_name(), error.place()), ("shape", Some(("$.body", 8))));

    let line = r#"{"modifierGroups":[{"selectedModifiers":[{},{}]}]}"#;
    let body = format!(r#"{{"kind":"order.opened","order":{{"orderId":1,"items":[{line},{line}]}}}}"#);
    let tight = set.clone().limits(Limits { elements: 5, ..Limits::default() });
    let place = "$.order.items[1].modifierGroups[0].selectedModifiers[1]";
    assert_eq!(decode(&tight, &body).unwrap_err().place().map(|(path, _)| path), Some(place));
    // A flattened body is one level deeper where it is documented.
    let flat = fire(&[("$.data", "$")]).limits(Limits { depth: 2, ..Limits::default() });
    let error = decode(&flat, r#"{"orderId":1,"orderLines":[[]]}"#).unwrap_err();
    assert_eq!((error.code_name(), error.place()), ("too_deep", Some(("$.orderLines[0]", 27))));

    let body = r#"{"kind":"order.opened","order":{"orderId":1,"items":[{},{"quantity":"two"}],"a long\nname":0,"status":[]}}"#;
    let event = decode(&set, body).unwrap();
    let found: Vec<_> =
        event.problems().iter().map(|problem| (problem.path.as_str(), problem.offset)).collect();
    let at = |text: &str| body.find(text).unwrap();
    assert_eq!(found, [("$.order.items[1].quantity", at("\"two\"")), ("$.order.status", at("[]"))]);
    for problem in event.problems() {
        assert_eq!(event.document().at(&problem.path).unwrap().offset(), problem.offset);
    }
}

#[test]
fn the_oldest_flat_envelope_can_be_flattened_too() {
    let flat = fire(&[("$.data", "$")]);
    let body = r#"{"event":"order.completed","orderId":"o","createdAt":"2026-05-06T01:22:59Z"}"#;
    let event = decode(&flat, body).unwrap();
    assert_eq!((event.kind(), event.occurred_at()), (EventKind::OrderSettled, None));
    assert_eq!(event.order(0).unwrap().text(OrderText::Id), Some("o"));
}

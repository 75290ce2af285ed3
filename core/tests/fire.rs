//! Fire events: every case of `tests/vectors/fire`, and what settings change.
//!
//! `TILLWIRE_WRITE_EXPECTED=1 cargo test -p tillwire-core --test fire` writes the expected events anew; read the
//! difference before committing it.

mod vectors;

use serde_json::Value;
use tillwire_core::event::{DecodeError, Decoder, Event, EventKind, Key, TypeSource};
use tillwire_core::json;
use tillwire_core::lifecycle::{PaymentStatus, Progress};
use tillwire_core::order::{LineInt, LineMoney, OrderInt, OrderMoney, OrderText, OrderTime, PaymentMoney};
use tillwire_core::value::Currency;
use tillwire_core::verify::{Headers, Verifier};
use tillwire_core::{Limits, Platform};

use vectors::Vectors;

fn fire() -> Vectors {
    Vectors::of(Platform::Fire)
}

fn decoder() -> Decoder {
    Decoder::new(Platform::Fire)
}

fn decode(body: &[u8]) -> Event {
    decoder().decode_unverified(&Headers::new(), body).expect("decodes")
}

#[test]
fn every_case_decodes_as_expected() {
    let cases = fire().run_all();
    assert!(cases >= 40, "{cases} cases");
}

#[test]
fn a_delivery_is_verified_and_opened_in_one_call() {
    let verifier = Verifier::builder(Platform::Fire).secret(b"flow-secret").build().unwrap();
    let body = fire().body("order-completed");
    let headers = verifier.sign(&body, 1_778_030_580).unwrap();
    let event = verifier.open(&headers, &body, 1_778_030_581).unwrap();
    assert_eq!((event.kind(), event.type_source()), (EventKind::OrderSettled, TypeSource::Document));
    // What a report of the kitchen has to cite.
    assert_eq!(event.id(), Some("0d6e8a1c-1e7a-4b4f-8a3a-74ab0e9a9b21"));
    let order = event.order(0).unwrap();
    assert_eq!(order.text(OrderText::Reference), Some("OC-br-001"));
    assert_eq!(order.money(OrderMoney::Total).unwrap().minor_units(2), Ok(2290));
    assert_eq!(event.document().text().as_bytes(), body);
}

#[test]
fn a_settled_sale_leaves_the_kitchens_journey_alone() {
    let axes = |body: &[u8]| {
        let event = decode(body);
        let order = event.order(0).unwrap();
        (order.int(OrderInt::Progress), order.int(OrderInt::PaymentStatus))
    };
    let paid = Some(i64::from(PaymentStatus::Paid.code()));
    let ready = Some(i64::from(Progress::Ready.code()));
    assert_eq!(axes(&fire().body("order-completed")), (None, paid));
    assert_eq!(axes(&fire().body("order-status-updated")), (ready, paid));
    let cancelled = Some(i64::from(Progress::Cancelled.code()));
    assert_eq!(axes(&fire().body("cancelled-while-cooking")), (cancelled, None));
}

#[test]
fn attempts_are_repeats_whatever_their_counter() {
    let first = decode(&fire().body("order-status-updated"));
    for retried in ["attempt-as-text", "attempt-as-number"] {
        let again = decode(&fire().body(retried));
        assert_eq!(first.key(0, Key::Content), again.key(0, Key::Content));
        assert_eq!(first.key(0, Key::Delivery), again.key(0, Key::Delivery));
    }
    // Another flow, or a replay by hand, marks the same event differently.
    let body = String::from_utf8(fire().body("order-status-updated")).unwrap();
    let replayed = decode(body.replace("7f3c2a1b", "00000000").as_bytes());
    assert_eq!(first.key(0, Key::Content), replayed.key(0, Key::Content));
    assert_ne!(first.key(0, Key::Delivery), replayed.key(0, Key::Delivery));
    let next = decode(&fire().body("order-status-updated-first-step"));
    assert_ne!(first.key(0, Key::Content), next.key(0, Key::Content));
}

#[test]
fn amounts_are_what_the_document_writes() {
    let event = decode(&fire().body("money-exact"));
    let order = event.order(0).unwrap();
    let amount = |field| order.money(field).map(|money| money.amount.to_string());
    assert_eq!(amount(OrderMoney::Total).as_deref(), Some("28.5000"));
    assert_eq!(amount(OrderMoney::Subtotal).as_deref(), Some("0.01"));
    assert_eq!(amount(OrderMoney::DeliveryFee).as_deref(), Some("-0.0001"));
    assert_eq!(amount(OrderMoney::Tax), None);
    let bill = order.payment(0).unwrap().money(PaymentMoney::Amount).unwrap();
    assert_eq!((bill.amount.to_string(), bill.to_string()), ("22.9".into(), "BRL 22.90".into()));
    let problem = &event.problems()[0];
    let place = "$.data.payments.totals[0].discountValue";
    assert_eq!((problem.code.name(), problem.path.as_str()), ("not_a_number", place));
}

#[test]
fn a_scale_can_be_set_for_a_currency() {
    let scaled = decoder().scale(Currency::new("CLP").unwrap(), 0);
    let body = fire().body("no-decimals-currency");
    let event = scaled.decode_unverified(&Headers::new(), &body).unwrap();
    let order = event.order(0).unwrap();
    assert_eq!(order.money(OrderMoney::Total).unwrap().amount.to_string(), "59900000");
    assert_eq!(order.line(0).unwrap().money(LineMoney::Total).unwrap().amount.to_string(), "59900000");
    // A bill is not scaled, so no scale changes it.
    let bill = order.payment(0).unwrap().money(PaymentMoney::Amount).unwrap();
    assert_eq!(bill.amount.to_string(), "5990");
}

#[test]
fn prices_are_added_once() {
    let event = decode(&fire().body("nested-modifiers"));
    let order = event.order(0).unwrap();
    let contained: Vec<_> = order.lines().map(|line| line.int(LineInt::PricedInParent)).collect();
    let (whole, parts, unpriced) =
        ([None, Some(1), Some(1), Some(1), Some(1)], [None, Some(0), Some(1), Some(0)], [None; 4]);
    assert_eq!(contained, [&whole[..], &parts[..], &unpriced[..], &[None]].concat());
}

#[test]
fn the_type_comes_from_the_document_the_address_or_a_header() {
    let mut headers = Headers::new();
    headers.add("x-fire-event", b"order.status_updated").unwrap();
    let pinned = decoder().expect_event("order.completed");
    let found = |decoder: &Decoder, body: &str| {
        let event = decoder.decode_unverified(&headers, body.as_bytes()).unwrap();
        let odd = event.problems().first().map(|problem| problem.code.name());
        (event.kind(), event.type_source(), odd)
    };
    let untyped = r#"{"event":{"id":"e"},"data":{"orderId":"o"}}"#;
    assert_eq!(found(&decoder(), untyped), (EventKind::OrderProgressed, TypeSource::Header, None));
    assert_eq!(found(&pinned, untyped), (EventKind::OrderSettled, TypeSource::Expected, None));
    let other = r#"{"event":"order.opened","data":{"orderId":"o"}}"#;
    assert_eq!(
        found(&pinned, other),
        (EventKind::OrderCreated, TypeSource::Document, Some("unexpected_event_type"))
    );
    // An event's former name is no other type.
    let former = r#"{"event":"order.status-updated","data":{"orderId":"o"}}"#;
    let pinned = decoder().expect_event("order.status_updated");
    assert_eq!(found(&pinned, former), (EventKind::OrderProgressed, TypeSource::Document, None));
}

#[test]
fn only_an_order_event_without_an_order_is_refused() {
    let refused = |body: &str| decoder().decode_unverified(&Headers::new(), body.as_bytes()).unwrap_err();
    assert!(matches!(refused("[]"), DecodeError::NoObject { .. }));
    for (body, path) in [
        (r#"{"event":{"type":"order.completed"},"data":{}}"#, "$.data"),
        (r#"{"event":{"type":"order.completed"},"data":{"orderId":""}}"#, "$.data"),
        (r#"{"event":"order.status_updated","data":{"orderId":null}}"#, "$.data"),
        (r#"{"event":"order.status_updated","data":[]}"#, "$.data"),
        (r#"{"event":"order.status_updated"}"#, "$"),
        (r#"{"event":"order.opened","data":{}}"#, "$.data"),
        (r#"{"event":"order.cancelled","data":{"cancellation":{}}}"#, "$.data"),
        (r#"{"event":"order.status_changed","data":{"external_order_id":"e"}}"#, "$.data"),
        (r#"{"event":"order.status_changed","data":{"fire_order_id":""}}"#, "$.data"),
    ] {
        let error = refused(body);
        assert!(matches!(error, DecodeError::NoIdentity { .. }), "{body}");
        assert_eq!(error.place().map(|(path, _)| path), Some(path), "{body}");
    }
    for body in ["{}", r#"{"event":"order.audited","data":{}}"#, r#"{"data":{"orderId":true}}"#] {
        let event = decode(body.as_bytes());
        assert_eq!((event.kind(), event.orders().len()), (EventKind::Unknown, 0), "{body}");
    }
}

#[test]
fn every_event_of_an_order_has_its_kind_by_either_name() {
    for (name, kind) in [
        ("order.opened", EventKind::OrderCreated),
        ("order.completed", EventKind::OrderSettled),
        ("order.cancelled", EventKind::OrderCancelled),
        ("order.invoiced", EventKind::OrderInvoiced),
        ("fiscal.authorized.br", EventKind::OrderInvoiced),
        ("order.reversed", EventKind::OrderReversed),
        ("fiscal.cancelled.br", EventKind::OrderReversed),
        ("order.status_updated", EventKind::OrderProgressed),
        ("order.status-updated", EventKind::OrderProgressed),
        ("order.status_changed", EventKind::OrderProgressed),
    ] {
        let event = decode(format!(r#"{{"event":"{name}","data":{{"orderId":"o"}}}}"#).as_bytes());
        assert_eq!((event.kind(), event.type_text()), (kind, Some(name)));
        assert_eq!(event.order(0).unwrap().text(OrderText::Id), Some("o"), "{name}");
    }
}

#[test]
fn whether_to_prepare_before_payment_is_said_or_absent() {
    let flag = |body: &[u8]| {
        let event = decode(body);
        (event.order(0).unwrap().int(OrderInt::PrepareBeforePayment), event.problem_count())
    };
    assert_eq!(flag(&fire().body("order-opened")), (Some(1), 0));
    assert_eq!(flag(&fire().body("order-cancelled-v3")), (Some(0), 0));
    for (policy, problems) in [
        ("null", 0),
        ("{}", 0),
        (r#"{"deferredPayment":null}"#, 0),
        (r#"{"deferredPayment":{}}"#, 0),
        (r#"{"deferredPayment":{"eligible":null}}"#, 0),
        (r#"{"deferredPayment":{"eligible":"true"}}"#, 1),
        (r#"{"deferredPayment":true}"#, 1),
        ("true", 1),
    ] {
        let body = format!(r#"{{"event":"order.opened","data":{{"orderId":"o","policy":{policy}}}}}"#);
        assert_eq!(flag(body.as_bytes()), (None, problems), "{policy}");
    }
}

#[test]
fn a_cancelled_order_is_cancelled_whatever_its_status() {
    let cancelled = Some(i64::from(Progress::Cancelled.code()));
    for rest in [
        "",
        r#","status":"COMPLETED""#,
        r#","status":"OPEN","kitchen":{"status":"ready"}"#,
        r#","status":7,"cancellation":null"#,
        r#","cancellation":{"cancellationReason":null,"cancelledAt":null}"#,
    ] {
        let body = format!(r#"{{"event":{{"type":"order.cancelled"}},"data":{{"orderId":"o"{rest}}}}}"#);
        let event = decode(body.as_bytes());
        let order = event.order(0).unwrap();
        assert_eq!(
            (order.text(OrderText::Id), order.int(OrderInt::Progress)),
            (Some("o"), cancelled),
            "{rest}"
        );
        assert_eq!(order.text(OrderText::CancellationReason), None, "{rest}");
        assert_eq!(order.time(OrderTime::CancelledAt), None, "{rest}");
    }
    // The kitchen's steps and the platform's word stay as they are reported.
    let body =
        br#"{"event":"order.cancelled","data":{"orderId":1,"status":"OPEN","kitchen":{"status":"ready"}}}"#;
    let event = decode(body);
    let order = event.order(0).unwrap();
    assert_eq!((order.text(OrderText::State), order.int(OrderInt::StepCount)), (Some("OPEN"), Some(1)));
    // What cannot be read is absent, and noted.
    let body = br#"{"event":"order.cancelled","data":{"orderId":1,
        "cancellation":{"cancellationReason":[],"cancelledAt":"yesterday"}}}"#;
    let event = decode(body);
    let found: Vec<_> = event.problems().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(found, ["$.data.cancellation.cancellationReason", "$.data.cancellation.cancelledAt"]);
}

#[test]
fn fiscal_documents_are_read_by_path() {
    for (name, path, value) in [
        ("order-invoiced-v1", "$.data.fiscal.numero", "1000013"),
        ("order-invoiced-v2", "$.data.fiscal.authority.countryData.numero", "12388"),
        ("order-reversed-v2", "$.data.cancellation.metadata.fiscal.sefazCancellation.cStat", "135"),
        ("order-reversed-v3", "$.data.cancellation.fiscal.history[1].status", "cancelled"),
        ("order-cancelled-v3", "$.data.cancellation.fiscal.authority.amounts.currencyCode", "BRL"),
    ] {
        let event = fire().event(name);
        let found = event.document().at(path).and_then(json::Value::string);
        assert_eq!(found.as_deref(), Some(value), "{name}");
    }
}

#[test]
fn a_changed_status_has_words_of_its_own() {
    for (word, progress) in [
        ("received", Progress::Placed),
        ("accepted", Progress::Accepted),
        ("in_preparation", Progress::Preparing),
        ("ready", Progress::Ready),
        ("dispatched", Progress::Dispatched),
        ("delivered", Progress::Delivered),
        ("cancelled", Progress::Cancelled),
        ("teleported", Progress::Unknown),
        // A word of the other family.
        ("COMPLETED", Progress::Unknown),
    ] {
        let body = String::from_utf8(fire().body("order-status-changed")).unwrap();
        let event = decode(body.replace("in_preparation", word).as_bytes());
        let order = event.order(0).unwrap();
        assert_eq!(order.int(OrderInt::Progress), Some(i64::from(progress.code())), "{word}");
        assert_eq!(order.text(OrderText::State), Some(word));
    }
    let silent = decode(br#"{"event":"order.status_changed","data":{"fire_order_id":7,"status":""}}"#);
    let order = silent.order(0).unwrap();
    assert_eq!((order.text(OrderText::Id), order.int(OrderInt::Progress)), (Some("7"), None));
}

#[test]
fn lines_are_limited_whatever_groups_they_stand_in() {
    let modifiers = vec!["{}"; 100].join(",");
    let line = format!("{{\"modifierGroups\":[{{\"selectedModifiers\":[{modifiers}]}}]}}");
    let lines = vec![line; 100].join(",");
    let body = format!(r#"{{"event":"order.completed","data":{{"orderId":1,"orderLines":[{lines}]}}}}"#);
    let error = decoder().decode_unverified(&Headers::new(), body.as_bytes()).unwrap_err();
    let place = "$.data.orderLines[99].modifierGroups[0].selectedModifiers[0]";
    assert_eq!(error.place().map(|(path, _)| path), Some(place));
    let wide = Limits { elements: 10_100, ..Limits::default() };
    let event = decoder().limits(wide).decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
    assert_eq!(event.order(0).unwrap().int(OrderInt::LineCount), Some(10_100));
}

#[test]
fn nothing_shown_of_an_event_tells_of_the_customer() {
    let event = decode(&fire().body("delivery"));
    let shown = format!("{event:?} {:?} {:?}", event.document(), event.order(0).unwrap());
    for detail in ["Silva", "joao@", "+55", "Paulista"] {
        assert!(!shown.contains(detail), "{shown}");
    }
}

#[test]
fn headers_of_a_case_are_read_from_the_file_beside_it() {
    let event = fire().event("type-in-header");
    assert_eq!((event.kind(), event.type_source()), (EventKind::OrderSettled, TypeSource::Header));
    let json: Value = serde_json::from_str(&event.to_json().unwrap()).unwrap();
    assert_eq!(json["type"], "order.completed");
}

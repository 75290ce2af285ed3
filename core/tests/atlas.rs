//! Atlas events: every case of `tests/vectors/atlas`, and what settings change.
//!
//! `TILLWIRE_WRITE_EXPECTED=1 cargo test -p tillwire-core --test atlas` writes the expected events anew; read the
//! difference before committing it.

mod vectors;

use tillwire_core::event::{DecodeError, Decoder, EventKind, Key, TypeSource};
use tillwire_core::order::{LineMoney, OrderInt, OrderMoney, OrderText};
use tillwire_core::value::Currency;
use tillwire_core::verify::{Headers, OpenError, Refusal, Verifier};
use tillwire_core::{Limits, Platform};
use vectors::Vectors;

fn vectors() -> Vectors {
    Vectors::of(Platform::Atlas)
}

fn sample(name: &str) -> Vec<u8> {
    vectors().body(name)
}

fn decoder() -> Decoder {
    Decoder::new(Platform::Atlas)
}

fn decode(body: &[u8]) -> tillwire_core::event::Event {
    decoder().decode_unverified(&Headers::new(), body).expect("decodes")
}

#[test]
fn every_case_decodes_as_expected() {
    let cases = vectors().run_all();
    assert!(cases >= 18, "{cases} cases");
}

#[test]
fn every_answer_to_a_read_decodes_as_expected() {
    let cases = vectors().run_reads();
    assert!(cases >= 13, "{cases} cases");
}

#[test]
fn an_order_holds_less_memory_than_its_body() {
    let body = sample("order-large.json");
    let held = decode(&body).order(0).unwrap().memory();
    assert!(held <= body.len(), "{held} bytes for a body of {}", body.len());
}

#[test]
fn a_delivery_is_verified_and_opened_in_one_call() {
    let verifier = Verifier::builder(Platform::Atlas).secret(b"token").build().unwrap();
    let body = sample("order-event");
    let mut headers = Headers::new();
    headers.add("authorization", b"Bearer token").unwrap();
    let event = verifier.open(&headers, &body, 0).unwrap();
    let order = event.order(0).unwrap();
    assert_eq!(order.text(OrderText::Reference), Some("A123"));
    assert_eq!(order.money(OrderMoney::Total).unwrap().minor_units(2), Ok(3542));
    assert_eq!(event.document().text().as_bytes(), body);

    let mut forged = Headers::new();
    forged.add("authorization", b"Bearer guess").unwrap();
    let refused = verifier.open(&forged, &body, 0).unwrap_err();
    assert!(matches!(refused, OpenError::Refused(Refusal::SignatureMismatch { .. })), "{refused}");
    // A forged body is not even parsed.
    assert_eq!(verifier.open(&forged, b"not json", 0).unwrap_err(), refused);
}

#[test]
fn amounts_are_what_the_document_writes() {
    let event = decode(&sample("money-exact"));
    let order = event.order(0).unwrap();
    let amount = |field| order.money(field).map(|money| money.amount.to_string());
    assert_eq!(amount(OrderMoney::Subtotal).as_deref(), Some("28.50"));
    assert_eq!(amount(OrderMoney::DeliveryFee).as_deref(), Some("100"));
    assert_eq!(amount(OrderMoney::TotalBeforeTax).as_deref(), Some("12345678901234.67"));
    assert_eq!(amount(OrderMoney::Tax).as_deref(), Some("0.1"));
    assert_eq!(amount(OrderMoney::Donation), None);
    let problem = &event.problems()[0];
    assert_eq!((problem.code.name(), problem.path.as_str()), ("amount_out_of_range", "$.donation"));
    let raw = event.document().at(&problem.path).unwrap().raw();
    assert_eq!(raw, "1234567890123456789012345678901234567890");
}

#[test]
fn the_type_comes_from_the_document_the_address_or_a_header() {
    let body = sample("order-event");
    let mut headers = Headers::new();
    headers.add("X-Event", b"order.dispatched").unwrap();
    let by_header = decoder().type_header("x-event").decode_unverified(&headers, &body).unwrap();
    assert_eq!((by_header.kind(), by_header.type_source()), (EventKind::OrderDispatched, TypeSource::Header));
    let pinned = decoder().type_header("x-event").expect_event("order.completed");
    let by_address = pinned.decode_unverified(&headers, &body).unwrap();
    assert_eq!(
        (by_address.kind(), by_address.type_source()),
        (EventKind::OrderCompleted, TypeSource::Expected)
    );
    assert!(by_address.problems().is_empty());

    let enveloped = pinned.decode_unverified(&headers, &sample("order-confirmed-enveloped")).unwrap();
    assert_eq!(
        (enveloped.kind(), enveloped.type_source()),
        (EventKind::OrderConfirmed, TypeSource::Document)
    );
    let problem = &enveloped.problems()[0];
    assert_eq!((problem.code.name(), problem.path.as_str()), ("unexpected_event_type", "$.event_type"));
}

#[test]
fn a_scale_can_be_set_for_a_currency() {
    let scaled = decoder().scale(Currency::new("SGD").unwrap(), 3);
    let event = scaled.decode_unverified(&Headers::new(), &sample("order-event")).unwrap();
    let line = event.order(0).unwrap().line(0).unwrap();
    assert_eq!(line.money(LineMoney::UnitPrice).unwrap().amount.to_string(), "0.0125");
    assert_eq!(line.money(LineMoney::Quantity).unwrap().amount.to_string(), "1");
}

#[test]
fn keys_tell_repeats_from_news() {
    let key = |body: &[u8], key| decode(body).key(0, key);
    let body = sample("order-event");
    assert_eq!(key(&body, Key::Content), key(&body, Key::Content));
    let changed = String::from_utf8(body.clone()).unwrap().replace("confirmed", "dispatched");
    assert_ne!(key(&body, Key::Content), key(changed.as_bytes(), Key::Content));
    assert_eq!(key(&body, Key::Delivery), None);
    // An attempt that is stamped anew has another delivery key and the same content key.
    let enveloped = sample("order-confirmed-enveloped");
    let again = String::from_utf8(enveloped.clone()).unwrap().replace("1781748935", "1781748999");
    assert_eq!(key(&enveloped, Key::Content), key(again.as_bytes(), Key::Content));
    assert_ne!(key(&enveloped, Key::Delivery), key(again.as_bytes(), Key::Delivery));
}

#[test]
fn only_what_is_no_order_is_refused() {
    let refused = |body: &str| decoder().decode_unverified(&Headers::new(), body.as_bytes()).unwrap_err();
    assert!(matches!(refused("[]"), DecodeError::NoObject { .. }));
    let no_id = refused(r#"{"event_type":"order.created","payload":{"order_items":[]}}"#);
    assert_eq!(no_id.place(), Some(("$.payload", 40)));
    assert!(matches!(no_id, DecodeError::NoIdentity { .. }));
    assert!(matches!(refused(r#"{"order_id":"","order_items":[]}"#), DecodeError::NoIdentity { .. }));

    let items = vec!["{}"; 100].join(",");
    let nested = vec![format!("{{\"sub_items\":[{items}]}}"); 100].join(",");
    let body = format!(r#"{{"order_id":1,"order_items":[{nested}]}}"#);
    let error = refused(&body);
    assert_eq!(error.place().map(|(path, _)| path), Some("$.order_items[99].sub_items[0]"));
    let wide = Limits { elements: 10_100, ..Limits::default() };
    let event = decoder().limits(wide).decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
    assert_eq!(event.order(0).unwrap().int(OrderInt::LineCount), Some(10_100));
}

#[test]
fn an_order_is_no_larger_than_its_body() {
    let body = sample("order-event");
    let order = decode(&body);
    let memory = order.order(0).unwrap().memory();
    assert!(memory <= body.len(), "{memory} bytes for a body of {}", body.len());
}

#[test]
fn nothing_shown_of_an_event_tells_of_the_customer() {
    let event = decode(&sample("order-event"));
    let shown = format!("{event:?} {:?} {:?}", event.document(), event.order(0).unwrap());
    for detail in ["Jane", "jane@", "+65"] {
        assert!(!shown.contains(detail), "{shown}");
    }
}

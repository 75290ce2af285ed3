//! Fire events: every case of `tests/vectors/fire`, and what settings change.
//!
//! `TILLWIRE_WRITE_EXPECTED=1 cargo test -p tillwire-core --test fire` writes the expected events anew; read the
//! difference before committing it.

mod fire_catalogue;
mod vectors;

use serde_json::Value;
use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::{DecodeError, Decoder, Event, EventKind, Key, TypeSource};
use tillwire_core::json;
use tillwire_core::lifecycle::{PaymentStatus, Progress};
use tillwire_core::order::{
    AdjustmentInt, AdjustmentKind, AdjustmentMoney, AdjustmentText, LineInt, LineMoney, Order, OrderInt,
    OrderMoney, OrderText, OrderTime, PartyRole, PartyText, PaymentMoney, PaymentText,
};
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

/// The first order of an event, as JSON.
fn order_json(event: &Event) -> Value {
    serde_json::from_str::<Value>(&event.to_json().expect("writes")).expect("JSON")["orders"][0].clone()
}

#[test]
fn every_case_decodes_as_expected() {
    let cases = fire().run_all();
    assert!(cases >= 70, "{cases} cases");
}

#[test]
fn every_answer_decodes_as_expected() {
    let cases = fire().run_reads();
    assert!(cases >= 18, "{cases} cases");
}

#[test]
fn every_body_without_its_order_is_refused_as_expected() {
    let cases = fire().run_refused();
    assert!(cases >= 1, "{cases} cases");
    let cases = fire().reads().run_refused();
    assert!(cases >= 3, "{cases} cases");
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

#[test]
fn neither_the_order_of_members_nor_unknown_ones_matter() {
    let plain = fire().event("every-member");
    for other in ["other-member-order", "unknown-members"] {
        assert_eq!(order_json(&plain), order_json(&fire().event(other)), "{other}");
    }
    assert_eq!(plain.problem_count(), 0);
}

#[test]
fn a_template_may_send_the_order_alone() {
    // The same members in an envelope and without one; the published ones differ in what stands behind the snapshot.
    let whole: Value = serde_json::from_slice(&fire().body("order-completed")).unwrap();
    let alone = decode(whole["data"].to_string().as_bytes());
    assert_eq!(order_json(&fire().event("order-completed")), order_json(&alone));
    // The time in it is that of the order.
    assert_eq!((alone.kind(), alone.type_source()), (EventKind::OrderChanged, TypeSource::Shape));
    assert_eq!((alone.id(), alone.occurred_at()), (None, None));
    assert!(alone.key(0, Key::Content).is_some());

    let body = fire().body("order-completed-data");
    let pinned = decoder().expect_event("order.completed");
    let event = pinned.decode_unverified(&Headers::new(), &body).unwrap();
    assert_eq!((event.kind(), event.type_source()), (EventKind::OrderSettled, TypeSource::Expected));
    let mut headers = Headers::new();
    headers.add("X-Fire-Event", b"order.cancelled").unwrap();
    let event = decoder().decode_unverified(&headers, &body).unwrap();
    assert_eq!((event.kind(), event.type_source()), (EventKind::OrderCancelled, TypeSource::Header));
    let cancelled = Some(i64::from(Progress::Cancelled.code()));
    assert_eq!(event.order(0).unwrap().int(OrderInt::Progress), cancelled);
}

#[test]
fn stores_are_found_by_code_else_by_id() {
    let decoder = decoder().store("BR-SP-001", "till 7").store("30", "till 8");
    let stores = |body: &str| {
        let event = decoder.decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
        let order = event.order(0).unwrap();
        let text = |field| order.text(field).map(String::from);
        let odd = event.problems().iter().map(|problem| format!("{} {}", problem.code.name(), problem.path));
        (text(OrderText::StoreKey), text(OrderText::OwnStoreId), odd.collect::<Vec<_>>())
    };
    let told = |text: &str| Some(String::from(text));
    let event =
        |store: &str| format!(r#"{{"event":"order.opened","data":{{"orderId":"o","store":{store}}}}}"#);
    let thin = String::from_utf8(fire().body("order-status-updated")).unwrap();
    assert_eq!(stores(&thin), (told("BR-SP-001"), told("till 7"), vec![]));
    assert_eq!(stores(&event(r#"{"uid":30,"code":""}"#)), (told("30"), told("till 8"), vec![]));
    // The code counts where there is one, known or not.
    let unknown = vec![String::from("unmapped_store $.data.store.code")];
    assert_eq!(stores(&event(r#"{"uid":"30","code":"X"}"#)), (told("X"), None, unknown));
    let unknown = vec![String::from("unmapped_store $.data.store.uid")];
    assert_eq!(stores(&event(r#"{"uid":"31"}"#)), (told("31"), None, unknown));
    assert_eq!(stores(&event("{}")), (None, None, vec![]));
    // An order that was read may have the id alone, beside the store.
    let read = decoder.decode_orders(br#"{"id":"o","storeId":30,"store":null}"#).unwrap();
    assert_eq!(read.order(0).unwrap().text(OrderText::OwnStoreId), Some("till 8"));
}

#[test]
fn adjustments_beyond_the_limit_are_left_out_once() {
    let tax = r#"{"name":"IVA","amount":"1"}"#;
    let taxes = [tax; 10].join(",");
    let line = format!(r#"{{"lineTotals":[{{"taxes":[{taxes}],"discounts":[{{"discountValue":"1"}}]}}]}}"#);
    let lines = vec![line; 5].join(",");
    let body = format!(
        r#"{{"event":"order.opened","data":{{"orderId":"o","orderLines":[{lines}],"payments":{{
        "totals":[{{"taxes":[{taxes}]}}],"extraCharges":[{{"total":"5"}}]}}}}}}"#
    );
    let tight = decoder().limits(Limits { elements: 10, ..Limits::default() });
    let event = tight.decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
    let order = event.order(0).unwrap();
    assert_eq!(order.int(OrderInt::AdjustmentCount), Some(40));
    let odd: Vec<_> = event.problems().iter().map(|p| (p.code.name(), p.path.as_str())).collect();
    assert_eq!(odd, [("too_many", "$.data.orderLines[3].lineTotals[0].taxes[7]")]);
    // Everything else is read.
    assert_eq!((order.lines().len(), order.money(OrderMoney::OtherFee).is_some()), (5, true));
    let wide = decode(body.as_bytes());
    assert_eq!(wide.order(0).unwrap().adjustments().len(), 5 * 11 + 10 + 1);
}

#[test]
fn taxes_discounts_and_fees_say_what_they_are_on() {
    let event = fire().event("every-member");
    let order = event.order(0).unwrap();
    let on = |kind| -> Vec<_> {
        let of_kind = order.adjustments().filter(|adjustment| adjustment.kind() == kind);
        of_kind.map(|adjustment| adjustment.int(AdjustmentInt::Line)).collect()
    };
    assert_eq!(on(AdjustmentKind::Tax), [Some(0), Some(0), Some(1), None, None]);
    assert_eq!(on(AdjustmentKind::Discount), [Some(0), None, None]);
    assert_eq!(on(AdjustmentKind::Fee), [None; 3]);
    // A rate is a fraction and is never scaled; three fees are not added up.
    let tax = order.adjustment(1).unwrap();
    assert_eq!(tax.text(AdjustmentText::Name), Some("ISS"));
    assert_eq!(tax.money(AdjustmentMoney::Rate).unwrap().amount.to_string(), "0.0659");
    assert_eq!(tax.money(AdjustmentMoney::Amount).unwrap().to_string(), "BRL 5.60");
    assert_eq!(order.money(OrderMoney::OtherFee), None);
}

#[test]
fn a_promotion_of_the_channel_stays_a_tender() {
    let promoted = |name| {
        let event = fire().event(name);
        let order = event.order(0).unwrap();
        let method =
            |at| order.payment(at).and_then(|payment| payment.text(PaymentText::Method)).map(String::from);
        (
            order.payments().len(),
            method(2),
            order.money(OrderMoney::PlatformDiscount).map(|money| money.to_string()),
        )
    };
    let tender = Some(String::from("AGGREGATOR_DISCOUNT"));
    assert_eq!(promoted("channel-promotions"), (3, tender, None));
    let (tenders, _, discount) = promoted("every-member");
    assert_eq!((tenders, discount.as_deref()), (4, Some("BRL 4.00")));
}

#[test]
fn a_buyer_without_a_name_has_no_tax_number() {
    let event = fire().event("order-completed");
    let order = event.order(0).unwrap();
    assert_eq!(order.parties().len(), 1, "nobody to invoice");
    let buyer = order.party(0).unwrap();
    assert_eq!(buyer.text(PartyText::Name), Some("CONSUMIDOR FINAL"));
    for field in [PartyText::TaxId, PartyText::TaxIdType, PartyText::Phone] {
        assert_eq!(buyer.text(field), None);
    }
    let event = fire().event("every-member");
    let invoiced = event.order(0).unwrap().party(1).unwrap();
    assert_eq!(invoiced.role(), PartyRole::Billing);
    assert_eq!(invoiced.text(PartyText::TaxId), Some("06.990.590/0001-23"));
}

/// What a till prints of a fiscal document: status, number, key.
fn fiscal(order: &Order) -> [Option<&str>; 3] {
    [OrderText::FiscalStatus, OrderText::FiscalNumber, OrderText::FiscalKey].map(|field| order.text(field))
}

#[test]
fn three_shapes_of_a_fiscal_document_say_the_same() {
    let key = Some("41201008187168000160558050010000131609769080");
    for (name, status, number) in [
        ("order-invoiced-v1", Some("authorized"), "1000013"),
        ("order-invoiced-v2", Some("authorized"), "12388"),
        ("order-cancelled-v2", None, "1000013"),
        ("order-cancelled-v3", Some("authorized"), "12388"),
        ("order-reversed-v2", None, "1000013"),
        ("order-reversed-v3", Some("cancelled"), "12388"),
    ] {
        let event = fire().event(name);
        let order = event.order(0).unwrap();
        assert_eq!(fiscal(order), [status, Some(number), key], "{name}");
        assert!(order.text(OrderText::FiscalUrl).unwrap().ends_with("/pdf"), "{name}");
    }
    // A numbered document is no authorised one, and one that was not numbered is none, whatever its status is called.
    for (name, number) in [
        ("fiscal-representation-generated", Some("005-004-000000042")),
        ("fiscal-representation-flat", Some("005-004-000000042")),
        ("fiscal-representation-not-generated", None),
        ("fiscal-representation-failed-final", None),
    ] {
        let event = fire().event(name);
        let [status, found, key] = fiscal(event.order(0).unwrap());
        assert_eq!((status, found, key.is_some()), (None, number, number.is_some()), "{name}");
    }
}

#[test]
fn each_country_has_a_key_of_its_own() {
    for (member, is_key) in [
        ("chaveAcesso", true),
        ("claveAcceso", true),
        ("cufe", true),
        ("cae", true),
        ("numeroControl", true),
        ("trackId", false),
    ] {
        let data = format!(r#"{{"{member}":"k-1","numero":"9"}}"#);
        let body = format!(
            r#"{{"event":"order.invoiced","data":{{"orderId":"o","fiscal":{{"status":"authorized",
            "authority":{{"documentNumber":"7","countryData":{data}}}}}}}}}"#
        );
        let event = decode(body.as_bytes());
        let key = is_key.then_some("k-1");
        assert_eq!(fiscal(event.order(0).unwrap()), [Some("authorized"), Some("7"), key], "{member}");
    }
    // Missing, null and empty all say that there is no document; what was last known is no document either.
    for rest in ["", r#","fiscalRepresentation":null"#, r#","fiscalRepresentation":{},"fiscal":null"#] {
        let body = format!(
            r#"{{"event":"order.completed","data":{{"orderId":"o","lastKnown":{{"fiscal":{{"status":"authorized"}}}}{rest}}}}}"#
        );
        assert_eq!(fiscal(decode(body.as_bytes()).order(0).unwrap()), [None; 3], "{rest}");
    }
}

#[test]
fn spellings_of_one_word_mean_the_same() {
    let order = |data: &str| {
        let event =
            decode(format!(r#"{{"event":"order.opened","data":{{"orderId":"o",{data}}}}}"#).as_bytes());
        let order = event.order(0).unwrap();
        let kind = order.line(0).map(|line| line.kind());
        (order.int(OrderInt::Progress), order.int(OrderInt::Fulfilment), kind)
    };
    for (one, other) in [
        (r#""status":"CANCELLED""#, r#""status":"CANCELED""#),
        (
            r#""fulfillment":{"service":{"code":"DINE_IN"}}"#,
            r#""fulfillment":{"service":{"code":"DINE-IN"}}"#,
        ),
        (r#""orderLines":[{"itemType":"PRODUCT"}]"#, r#""orderLines":[{"itemType":"PRODUCTO"}]"#),
    ] {
        assert_eq!(order(one), order(other), "{one}");
        assert_ne!(order(one), order(r#""x":0"#), "{one}");
    }
}

#[test]
fn amounts_are_found_in_either_spelling() {
    let amounts = |name| {
        let event = fire().event(name);
        let order = event.order(0).unwrap();
        [OrderMoney::Tax, OrderMoney::TotalBeforeTax]
            .map(|field| order.money(field).map(|money| money.to_string()))
    };
    assert_eq!(amounts("order-completed"), amounts("order-completed-v0"));
    let event = fire().event("discount-spellings");
    let order = event.order(0).unwrap();
    let discount = |at| {
        let adjustment = order.adjustment(at).unwrap();
        let amount = |field| adjustment.money(field).map(|money| money.amount.to_string());
        (amount(AdjustmentMoney::Amount), amount(AdjustmentMoney::Base))
    };
    assert_eq!(discount(0), (Some("0.5000".into()), Some("5.0000".into())));
    assert_eq!(discount(0), discount(1));
}

#[test]
fn vocabularies_are_the_tables_of_the_mapping() {
    let meaning = |vocabulary: Vocabulary, code| vocabulary.find(code).and_then(|word| word.meaning);
    for word in Vocabulary::FireOrderStatus.words() {
        let body = String::from_utf8(fire().body("order-status-changed")).unwrap();
        let event = decode(body.replace("in_preparation", word.code).as_bytes());
        let progress = event.order(0).unwrap().int(OrderInt::Progress);
        assert_eq!(progress, word.meaning.map(i64::from), "{}", word.code);
    }
    for word in Vocabulary::FireEvent.words().filter(|word| word.code.starts_with("order.")) {
        let event = decode(format!(r#"{{"event":"{}","data":{{"orderId":"o"}}}}"#, word.code).as_bytes());
        assert_eq!(Some(event.kind().code()), word.meaning, "{}", word.code);
    }
    let renamed = Vocabulary::FireEvent.find("fiscal.cancelled.br").unwrap();
    assert_eq!((renamed.name, renamed.meaning), ("order.reversed", Some(EventKind::OrderReversed.code())));
    assert_eq!(meaning(Vocabulary::FireStatus, "CANCELED"), Some(Progress::Cancelled.code()));
    // Words that are known and say nothing of what the vocabulary is about.
    for (vocabulary, code) in [
        (Vocabulary::FireStatus, "COMPLETED"),
        (Vocabulary::FireStatus, "FORCE_CLOSED"),
        (Vocabulary::FirePaymentStatus, "CANCELED"),
        (Vocabulary::FireFiscalStatus, "fiscal_graphic"),
        (Vocabulary::FireNumberingStatus, "FAILED_FINAL"),
        (Vocabulary::FireCancellationCode, "BUSINESS_DAY_CLOSED"),
        (Vocabulary::FireDocumentType, "SALE_INVOICE"),
    ] {
        let word = vocabulary.find(code).unwrap();
        assert_eq!((word.code, word.meaning), (code, None));
    }
    assert_eq!(meaning(Vocabulary::FireTransactionStatus, "APPROVED"), Some(1));
    assert_eq!(meaning(Vocabulary::FireTransactionStatus, "PENDING"), Some(0));
    assert_eq!(meaning(Vocabulary::FireKitchenReport, "order.ready"), Some(Progress::Ready.code()));
    assert_eq!(Vocabulary::FireService.find("DINE-IN").unwrap().name, "DINE_IN");
}

#[test]
fn an_answer_is_refused_where_an_order_has_no_id() {
    let refused = |body: &[u8]| decoder().decode_orders(body).unwrap_err();
    for (body, place) in [
        (r#"{"orders":[{"status":"OPEN"},7]}"#, "$.orders[0]"),
        (r#"{"data":{"order_code":""}}"#, "$.data"),
        (r#"{"data":{"orderId":[]}}"#, "$.data"),
    ] {
        assert_eq!(refused(body.as_bytes()).place().map(|(path, _)| path), Some(place), "{body}");
    }
    assert!(matches!(refused(b"[]"), DecodeError::NoObject { .. }));
    assert!(matches!(refused(b"<html>"), DecodeError::Json(_)));
    // None to be had is an answer, too.
    assert_eq!(decoder().decode_orders(br#"{"orders":[]}"#).unwrap().orders().len(), 0);
}

#[test]
fn an_order_that_was_read_says_what_is_paid() {
    let event = fire().reads().event("get-order-settlement");
    let order = event.order(0).unwrap();
    let money = |field| order.money(field).map(|money| money.to_string());
    assert_eq!(money(OrderMoney::Paid).as_deref(), Some("BRL 20.00"));
    assert_eq!(money(OrderMoney::Total).as_deref(), Some("BRL 35.90"));
    // What is still to be paid is not stated.
    assert_eq!(money(OrderMoney::Unpaid), None);
    // The published answer has no id, so its code is what tells it.
    assert_eq!((order.text(OrderText::Id), order.text(OrderText::Reference)), (None, Some("OC-1024")));
    assert_eq!(event.key(0, Key::Content), None);
}

#[test]
fn lines_of_all_orders_of_an_answer_are_limited_together() {
    let order = r#"{"id":1,"orderLines":[{},{},{}]}"#;
    let body = format!(r#"{{"orders":[{order},{order}]}}"#);
    let limit =
        |elements| decoder().limits(Limits { elements, ..Limits::default() }).decode_orders(body.as_bytes());
    let error = limit(5).unwrap_err();
    assert_eq!(error.place().map(|(path, _)| path), Some("$.orders[1].orderLines[2]"));
    assert_eq!(limit(6).unwrap().orders().len(), 2);
}

#[test]
fn a_scale_applies_to_scaled_amounts_alone() {
    let scaled = decoder().scale(Currency::new("CLP").unwrap(), 0);
    let event = scaled.decode_orders(&fire().reads().body("amounts-of-both-kinds")).unwrap();
    let total = |at: usize| event.order(at).unwrap().money(OrderMoney::Total).unwrap().amount.to_string();
    assert_eq!((total(0), total(1)), ("59900000".into(), "5990".into()));
    let bill = |at: usize| {
        let payment = event.order(at).unwrap().payment(0).unwrap();
        payment.money(PaymentMoney::Amount).unwrap().amount.to_string()
    };
    assert_eq!((bill(0), bill(1)), ("5990".into(), "59900000".into()));
}

//! klikit events and answers: every case of `tests/vectors/klikit`, and what settings, headers and loaded dictionaries change.
//!
//! `TILLWIRE_WRITE_EXPECTED=1 cargo test -p tillwire-core --test klikit` writes the expected events anew; read the
//! difference before committing it.

mod vectors;

use serde_json::Value;
use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::{DecodeError, Decoder, Event, EventKind, Key, TypeSource};
use tillwire_core::lifecycle::{Courier, PaymentStatus, Progress};
use tillwire_core::order::{
    AdjustmentText, Fulfilment, LineInt, LineMoney, LineText, OrderInt, OrderMoney, OrderText,
};
use tillwire_core::value::Currency;
use tillwire_core::verify::{Headers, OpenError, Refusal, Verifier};
use tillwire_core::{Limits, Platform, ProblemCode};
use vectors::Vectors;

fn vectors() -> Vectors {
    Vectors::of(Platform::Klikit)
}

fn decoder() -> Decoder {
    Decoder::new(Platform::Klikit)
}

fn headers(fields: &[(&str, &str)]) -> Headers {
    let mut headers = Headers::new();
    for (name, value) in fields {
        headers.add(name, value.as_bytes()).unwrap();
    }
    headers
}

fn decode(body: &str) -> Result<Event, DecodeError> {
    decoder().decode_unverified(&Headers::new(), body.as_bytes())
}

/// The first order as JSON.
fn order_json(event: &Event) -> Value {
    serde_json::to_value(event.order(0).unwrap()).unwrap()
}

#[test]
fn every_case_decodes_as_expected() {
    let cases = vectors().run_all();
    assert!(cases >= 42, "{cases} cases");
}

#[test]
fn every_answer_to_a_read_decodes_as_expected() {
    let cases = vectors().run_reads();
    assert!(cases >= 10, "{cases} cases");
}

#[test]
fn a_delivery_is_verified_and_opened_in_one_call() {
    // The body, secret and signature of https://developer.klikit.io/partner-api/webhooks/verify.
    let verifier = Verifier::builder(Platform::Klikit).secret(b"your-webhook-secret").build().unwrap();
    let body = br#"{"brand_id":1,"branch_id":2,"orders":[{"id":42}]}"#;
    let signature = "cde212d9854ae482bb476487a187ee88c4b5f93eb2444de34fd7252b5ccb866d";
    let signed = headers(&[("X-Klikit-Signature", signature), ("X-Klikit-Event-Id", "7f")]);
    let event = verifier.open(&signed, body, 0).unwrap();
    assert_eq!(event.order(0).unwrap().text(OrderText::Id), Some("42"));
    assert_eq!(event.order(0).unwrap().text(OrderText::StoreId), Some("2"));
    assert_eq!(event.id(), Some("7f"));

    let forged = verifier.open(&signed, br#"{"orders":[{"id":43}]}"#, 0).unwrap_err();
    assert!(matches!(forged, OpenError::Refused(Refusal::SignatureMismatch { .. })), "{forged}");
}

#[test]
fn a_kitchen_ticket_has_each_modifier_below_its_line() {
    let event = vectors().event("order-lunch");
    let order = event.order(0).unwrap();
    let ticket: Vec<String> = order
        .lines()
        .map(|line| {
            let indent = "  ".repeat(usize::try_from(line.int(LineInt::Depth).unwrap()).unwrap());
            let quantity = line.money(LineMoney::Quantity).unwrap().amount;
            format!("{indent}{quantity} x {}", line.text(LineText::Name).unwrap())
        })
        .collect();
    assert_eq!(
        ticket,
        [
            "2 x Chicken Rice",
            "  1 x Roasted",
            "    1 x Boneless",
            "      1 x No skin",
            "  1 x Extra rice",
            "  2 x Chilli sauce",
            "1 x Iced Lemon Tea",
        ]
    );
    assert_eq!(order.money(OrderMoney::Total).unwrap().to_string(), "SGD 26.10");
}

#[test]
fn both_spellings_of_the_lines_say_the_same() {
    let shown = |name: &str| -> Vec<_> {
        let event = vectors().event(name);
        let lines = event.order(0).unwrap().lines();
        lines
            .map(|line| {
                let amount = |field| line.money(field).map(|money| money.amount.normalize());
                let text = |field| line.text(field).map(String::from);
                let name = (text(LineText::Name), text(LineText::ModifierId), line.depth());
                (name, amount(LineMoney::Quantity), amount(LineMoney::UnitPrice))
            })
            .collect()
    };
    assert_eq!(shown("order-lunch"), shown("cart-v2-alone"));
}

#[test]
fn the_type_comes_from_the_address_a_header_or_the_shape() {
    let body = vectors().body("status-updated");
    let by_header = vectors().event("status-updated");
    assert_eq!((by_header.kind(), by_header.type_source()), (EventKind::OrderProgressed, TypeSource::Header));

    let stated = vectors().headers("status-updated");
    let pinned = decoder().expect_event("klikit.order.cart.updated");
    let by_address = pinned.decode_unverified(&stated, &body).unwrap();
    assert_eq!(
        (by_address.kind(), by_address.type_source()),
        (EventKind::OrderLinesChanged, TypeSource::Expected)
    );

    let by_shape = decoder().decode_unverified(&Headers::new(), &body).unwrap();
    assert_eq!((by_shape.kind(), by_shape.type_source()), (EventKind::OrderChanged, TypeSource::Shape));
    assert_eq!(by_shape.type_text(), None);

    let nothing = decode(r#"{"brand_id":1}"#).unwrap();
    assert_eq!((nothing.kind(), nothing.type_source()), (EventKind::Unknown, TypeSource::Nowhere));
}

#[test]
fn the_mark_of_a_delivery_is_one_header() {
    let id = |fields: &[(&str, &str)]| {
        let body = br#"{"orders":[{"id":1}]}"#;
        decoder().decode_unverified(&headers(fields), body).unwrap().id().map(String::from)
    };
    assert_eq!(id(&[]), None);
    assert_eq!(id(&[("x-klikit-event-id", "")]), None);
    assert_eq!(id(&[("X-KLIKIT-EVENT-ID", "7f")]).as_deref(), Some("7f"));
    assert_eq!(id(&[("x-klikit-event-id", "7f"), ("x-klikit-event-id", "7f")]).as_deref(), Some("7f"));
    assert_eq!(id(&[("x-klikit-event-id", "7f"), ("x-klikit-event-id", "80")]), None);
}

#[test]
fn keys_tell_repeats_from_news() {
    let first = vectors().event("batch-of-two");
    let key = |event: &Event, order, key| event.key(order, key);
    assert_ne!(key(&first, 0, Key::Content), key(&first, 1, Key::Content));
    assert_ne!(key(&first, 0, Key::Delivery), key(&first, 1, Key::Delivery));
    // Each attempt may be marked anew, and an order may come alone or with others: what is said of it counts.
    let opened = |mark: &str, body: &str| {
        let stated = [("x-klikit-event-type", "klikit.order.status.updated"), ("x-klikit-event-id", mark)];
        decoder().decode_unverified(&headers(&stated), body.as_bytes()).unwrap()
    };
    let alone = opened("7f", r#"{"orders":[{"id":7,"status":2}]}"#);
    let again = opened("80", r#"{"branch_id":1,"orders":[{"id":6},{"id":7,"status":2}]}"#);
    assert_eq!(key(&alone, 0, Key::Content), key(&again, 1, Key::Content));
    assert_ne!(key(&alone, 0, Key::Delivery), key(&again, 1, Key::Delivery));
    assert_eq!(key(&alone, 0, Key::Delivery).as_deref(), Some("klikit/7f/7"));
    let news = opened("7f", r#"{"orders":[{"id":7,"status":3}]}"#);
    assert_ne!(key(&alone, 0, Key::Content), key(&news, 0, Key::Content));
    let unmarked = decode(r#"{"orders":[{"id":7,"updated_at":"2026-06-25T09:14:11Z"}]}"#).unwrap();
    assert_eq!(key(&unmarked, 0, Key::Delivery), None);
}

#[test]
fn a_scale_replaces_hundredths_and_nothing_else() {
    let yen = decoder().scale(Currency::new("JPY").unwrap(), 0);
    let body = br#"{"orders":[{"id":1,"currency":"JPY","final_price":1200,
        "cart":[{"title":"Ramen","unit_price":1200,"quantity":1}]},
        {"id":2,"currency":"JPY","total":"1200","cart_v2":[{"name":"Ramen","unit_price":"1200"}]}]}"#;
    let event = yen.decode_unverified(&Headers::new(), body).unwrap();
    assert_eq!(event.orders().len(), 2);
    for order in event.orders() {
        assert_eq!(order.money(OrderMoney::Total).unwrap().to_string(), "JPY 1200");
        let line = order.line(0).unwrap();
        assert_eq!(line.money(LineMoney::UnitPrice).unwrap().amount.to_string(), "1200");
    }
}

#[test]
fn a_disputed_state_is_read_as_the_least_it_can_mean() {
    for status in ["4", "5", "\"5\""] {
        let event = decode(&format!(r#"{{"orders":[{{"id":1,"status":{status}}}]}}"#)).unwrap();
        assert_eq!(
            event.order(0).unwrap().int(OrderInt::Progress),
            Some(i64::from(Progress::Ready.code())),
            "{status}"
        );
        let problem = &event.problems()[0];
        assert_eq!((problem.code.name(), problem.path.as_str()), ("disputed_code", "$.orders[0].status"));
    }
}

#[test]
fn only_what_names_no_order_is_refused() {
    assert!(matches!(decode("[]"), Err(DecodeError::NoObject { .. })));
    let refused = decode(r#"{"orders":["...",{"status":2}]}"#).unwrap_err();
    assert!(matches!(refused, DecodeError::NoIdentity { .. }));
    assert_eq!(refused.place(), Some(("$.orders[0]", 11)));

    let pinned = decoder().expect_event("klikit.order.created.v2");
    let opened = |body: &str| pinned.decode_unverified(&Headers::new(), body.as_bytes());
    assert_eq!(opened(r#"{"branch_id":1}"#).unwrap_err().place(), Some(("$", 0)));
    assert_eq!(opened(r#"{"orders":{"id":1}}"#).unwrap_err().place(), Some(("$.orders", 10)));
    assert_eq!(opened(r#"{"orders":[]}"#).unwrap().orders().len(), 0);
}

#[test]
fn lines_and_modifiers_count_together_against_the_limit() {
    let modifiers = vec!["{}"; 60].join(",");
    let body = format!(r#"{{"orders":[{{"id":1,"cart":[{{"groups":[{{"modifiers":[{modifiers}]}}]}}]}}]}}"#);
    let tight = decoder().limits(Limits { elements: 60, ..Limits::default() });
    let refused = tight.decode_unverified(&Headers::new(), body.as_bytes()).unwrap_err();
    assert!(matches!(refused, DecodeError::TooManyLines { .. }));
    assert_eq!(refused.place().map(|(path, _)| path), Some("$.orders[0].cart[0].groups[0].modifiers[59]"));
    assert_eq!(decode(&body).unwrap().order(0).unwrap().int(OrderInt::LineCount), Some(61));
}

#[test]
fn modifiers_nest_as_deep_as_the_document_may() {
    let levels = 2000;
    let body = format!(
        r#"{{"orders":[{{"id":1,"cart":[{}{{}}{}]}}]}}"#,
        r#"{"groups":[{"modifiers":["#.repeat(levels),
        "]}]}".repeat(levels)
    );
    let deep = decoder().limits(Limits { depth: 10_000, ..Limits::default() });
    let event = deep.decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
    let order = event.order(0).unwrap();
    let line = order.line(levels).unwrap();
    assert_eq!(line.depth(), 2000);
    assert_eq!(line.int(LineInt::Parent), Some(1999));
}

#[test]
fn what_has_no_field_is_reachable_by_path() {
    let event = vectors().event("order-lunch");
    let raw = |path: &str| event.document().at(path).map(tillwire_core::json::Value::raw);
    assert_eq!(raw("$.orders[0].cart_v2[1].unit_price_display"), Some("\"S$3.20\""));
    assert_eq!(raw("$.orders[0].identity"), Some("\"f2b9c1\""));
}

#[test]
fn nothing_shown_of_an_event_tells_of_the_customer() {
    let event = vectors().event("order-lunch");
    let shown = format!("{event:?} {:?} {:?}", event.document(), event.order(0).unwrap());
    for detail in ["Mei", "mei.", "+65", "Sample Road"] {
        assert!(!shown.contains(detail), "{shown}");
    }
    let told: Value = serde_json::from_str(&event.to_json().unwrap()).unwrap();
    assert_eq!(told["orders"][0]["parties"][0]["name"], "Mei Ling Tan");
}

#[test]
fn a_batch_has_no_more_lines_than_one_order() {
    let order = |id| format!(r#"{{"id":{id},"cart":[{}]}}"#, vec!["{}"; 40].join(","));
    let body = format!(r#"{{"orders":[{},{},{}]}}"#, order(1), order(2), order(3));
    let limits = |elements| Limits { elements, ..Limits::default() };
    let decode =
        |elements| decoder().limits(limits(elements)).decode_unverified(&Headers::new(), body.as_bytes());
    assert_eq!(decode(120).unwrap().orders().len(), 3);
    let error = decode(119).unwrap_err();
    assert_eq!(error.place().map(|(path, _)| path), Some("$.orders[2].cart[39]"));
    assert!(matches!(error, DecodeError::TooManyLines { .. }));
}

#[test]
fn the_header_with_the_mark_can_be_named() {
    let mut headers = Headers::new();
    headers.add("x-delivery", b"7").unwrap();
    let event =
        decoder().id_header("X-Delivery").decode_unverified(&headers, br#"{"orders":[{"id":1}]}"#).unwrap();
    assert_eq!((event.id(), event.key(0, Key::Delivery).as_deref()), (Some("7"), Some("klikit/7/1")));
}

#[test]
fn every_answer_without_orders_is_refused_as_expected() {
    let cases = vectors().reads().run_refused();
    assert!(cases >= 10, "{cases} cases");
    let cut = decoder().decode_orders(br#"{"data":{"orders":["#).unwrap_err();
    assert_eq!(cut.code_name(), "not_json");
}

#[test]
fn an_order_is_the_same_in_a_delivery_and_in_an_answer() {
    let delivered = vectors().event("order-lunch");
    let read = vectors().reads().event("order-detail-whole");
    assert_eq!((read.kind(), read.type_source()), (EventKind::OrderRead, TypeSource::Expected));
    assert_eq!(order_json(&delivered), order_json(&read));
}

#[test]
fn what_an_answer_leaves_out_is_absent_rather_than_false() {
    let read = |name: &str| vectors().reads().event(name).order(0).unwrap().int(OrderInt::CanDeliver);
    assert_eq!((read("order-list"), read("order-detail")), (Some(0), None));
}

#[test]
fn the_order_of_members_does_not_matter() {
    let (written, reversed) = (vectors().event("order-lunch"), vectors().event("members-reversed"));
    assert_eq!(order_json(&written), order_json(&reversed));
    assert_eq!(reversed.problem_count(), 0);
}

#[test]
fn a_cart_event_replaces_the_lines_even_by_none() {
    let names = |event: &Event| -> Vec<Vec<String>> {
        let name = |line: tillwire_core::order::LineRef<'_>| line.text(LineText::Name).unwrap().to_owned();
        event.orders().map(|order| order.lines().map(name).collect()).collect()
    };
    let body = vectors().body("cart-emptied");
    let replaced = vectors().event("cart-emptied");
    assert_eq!(replaced.kind(), EventKind::OrderLinesChanged);
    assert_eq!(names(&replaced), [vec![], vec!["Only here"], vec!["Only here, too"], vec!["New"]]);
    let created = decoder().expect_event("klikit.order.created.v2");
    let created = created.decode_unverified(&Headers::new(), &body).unwrap();
    assert_eq!(names(&created), [vec!["Left over"], vec!["Only here"], vec!["Only here, too"], vec!["New"]]);
}

#[test]
fn brand_and_branch_find_the_stores_of_the_vendor() {
    let mapped = decoder().store("5297/1293", "till-7").store("702/1293", "till-8");
    let event = mapped.decode_unverified(&vectors().headers("stores"), &vectors().body("stores")).unwrap();
    let stores: Vec<_> = event
        .orders()
        .map(|order| (order.text(OrderText::StoreKey), order.text(OrderText::OwnStoreId)))
        .collect();
    assert_eq!(
        stores,
        [
            (Some("5297/1293"), Some("till-7")),
            (Some("700/800"), None),
            (Some("701/0800"), None),
            (Some("5297/1293"), Some("till-7")),
            (Some("702/1293"), Some("till-8")),
            (Some("5297/1293"), Some("till-7")),
            (Some("5297/1293"), Some("till-7")),
        ]
    );
    let unmapped: Vec<_> = event
        .problems()
        .iter()
        .filter(|problem| problem.code == ProblemCode::UnmappedStore)
        .map(|problem| problem.path.as_str())
        .collect();
    assert_eq!(unmapped, ["$.orders[1].branch_id", "$.orders[2].branch_id"]);
}

#[test]
fn promotions_count_against_the_limit_over_all_orders() {
    let order =
        |id| format!(r#"{{"id":{id},"gateway_fee":1,"promos":[{}]}}"#, [r#"{"code":"A"}"#; 9].join(","));
    let body = format!(r#"{{"orders":[{}]}}"#, (0..5).map(order).collect::<Vec<_>>().join(","));
    let decode = |elements| {
        let limits = Limits { elements, ..Limits::default() };
        decoder().limits(limits).decode_unverified(&Headers::new(), body.as_bytes()).unwrap()
    };
    let counts =
        |event: &Event| -> Vec<usize> { event.orders().map(|order| order.adjustments().len()).collect() };
    assert_eq!(counts(&decode(13)), [10; 5]);
    let cut = decode(9);
    assert_eq!(counts(&cut), [10, 10, 10, 6, 1]);
    let noted: Vec<_> = cut.problems().iter().map(|problem| (problem.code, problem.path.as_str())).collect();
    assert_eq!(
        noted,
        [(ProblemCode::TooMany, "$.orders[3].promos[5]"), (ProblemCode::TooMany, "$.orders[4].promos[0]")]
    );
    // The code that the customer used is known all the same.
    assert_eq!(cut.order(4).unwrap().text(OrderText::PromotionCode), Some("A"));
    let adjustment = cut.order(3).unwrap().adjustment(0).unwrap();
    assert_eq!(adjustment.text(AdjustmentText::Code), Some("gateway_fee"));
}

#[test]
fn every_vocabulary_has_words_and_no_code_twice() {
    let klikit = Vocabulary::ALL.iter().filter(|vocabulary| vocabulary.platform() == Platform::Klikit);
    for &vocabulary in klikit {
        let words: Vec<_> = vocabulary.words().collect();
        assert!(!words.is_empty(), "{vocabulary:?}");
        for word in &words {
            assert_eq!(vocabulary.find(word.code), Some(*word), "{vocabulary:?}");
            assert!(!word.name.is_empty());
        }
    }
    let meaning = |vocabulary: Vocabulary, code| vocabulary.find(code).and_then(|word| word.meaning);
    assert_eq!(meaning(Vocabulary::KlikitOrderStatus, "5"), Some(Progress::Ready.code()));
    assert_eq!(meaning(Vocabulary::KlikitFulfilmentStatus, "10"), Some(Courier::Returning.code()));
    assert_eq!(meaning(Vocabulary::KlikitOrderType, "3"), Some(Fulfilment::DineIn.code()));
    assert_eq!(meaning(Vocabulary::KlikitPaymentStatus, "3"), Some(PaymentStatus::Unpaid.code()));
    assert_eq!(meaning(Vocabulary::KlikitStatusChange, "rejected"), Some(Progress::Rejected.code()));
    assert_eq!(Vocabulary::KlikitCountry.find("182").map(|word| word.name), Some("PER"));
    assert_eq!(Vocabulary::KlikitProvider.find("4"), None);
}

#[test]
fn orders_mean_what_the_tables_say() {
    let read = |name: &str, field: OrderInt| -> Vec<_> {
        let event = vectors().event(name);
        event.orders().map(|order| order.int(field)).collect()
    };
    let codes = |vocabulary: Vocabulary| vocabulary.words().map(|word| word.meaning.map(i64::from));
    let states = read("states", OrderInt::Progress);
    assert!(codes(Vocabulary::KlikitOrderStatus).eq(states[..9].iter().copied()));
    let couriers = read("couriers", OrderInt::Courier);
    assert!(codes(Vocabulary::KlikitFulfilmentStatus).eq(couriers[1..12].iter().copied()));
}

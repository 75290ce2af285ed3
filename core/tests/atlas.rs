//! Atlas events: every case of `tests/vectors/atlas`, and what settings change.
//!
//! `TILLWIRE_WRITE_EXPECTED=1 cargo test -p tillwire-core --test atlas` writes the expected events anew; read the
//! difference before committing it.

mod vectors;

use serde_json::{Value, json};
use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::{
    DecodeError, Decoder, Event, EventKind, Key, SubjectInt, SubjectKind, SubjectText, TypeSource,
};
use tillwire_core::lifecycle::Progress;
use tillwire_core::order::{
    AdjustmentKind, Fulfilment, LineMoney, OrderInt, OrderMoney, OrderText, OrderTime, PaymentText,
};
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

fn decode(body: &[u8]) -> Event {
    decoder().decode_unverified(&Headers::new(), body).expect("decodes")
}

fn read(body: &Value) -> Result<Event, DecodeError> {
    decoder().decode_orders(body.to_string().as_bytes())
}

/// A case with some members of its order changed.
fn changed(name: &str, members: Value) -> Value {
    let mut body: Value = serde_json::from_slice(&sample(name)).unwrap();
    let order = if body.get("payload").is_some() { &mut body["payload"] } else { &mut body };
    let Value::Object(members) = members else { panic!("no members") };
    order.as_object_mut().unwrap().extend(members);
    body
}

/// An amount of the only order.
fn amount(event: &Event, field: OrderMoney) -> Option<String> {
    event.order(0).unwrap().money(field).map(|money| money.amount.to_string())
}

#[test]
fn every_case_decodes_as_expected() {
    let cases = vectors().run_all();
    assert!(cases >= 48, "{cases} cases");
}

#[test]
fn every_answer_to_a_read_decodes_as_expected() {
    let cases = vectors().run_reads();
    assert!(cases >= 16, "{cases} cases");
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

/// The type of an event that is about no order, by where it is learnt from.
#[test]
fn events_about_customers_menus_and_stock_are_known_in_every_way() {
    use EventKind as K;
    use TypeSource as S;
    let customer = sample("user-event");
    let stock = sample("stock-updated-flat");
    let menu = br#"{"menu_id":1}"#.to_vec();
    for (body, by_type, by_shape, kind) in [
        (&customer, ("user.created", K::CustomerCreated), K::CustomerUpdated, SubjectKind::Customer),
        (&customer, ("user.updated", K::CustomerUpdated), K::CustomerUpdated, SubjectKind::Customer),
        (&menu, ("menu.updated", K::MenuUpdated), K::MenuUpdated, SubjectKind::Menu),
        (
            &stock,
            ("stock.updated", K::ProductAvailabilityChanged),
            K::ProductAvailabilityChanged,
            SubjectKind::Product,
        ),
    ] {
        let (text, by_type) = by_type;
        let payload: Value = serde_json::from_slice(body).unwrap();
        let mut beside = Headers::new();
        beside.add("X-Event", text.as_bytes()).unwrap();
        let none = Headers::new();
        let enveloped = json!({"event_type": text, "payload": payload}).to_string().into_bytes();
        for (decoder, headers, body, expected) in [
            (decoder(), &none, &enveloped, (by_type, S::Document)),
            (decoder().expect_event(text), &none, body, (by_type, S::Expected)),
            (decoder().type_header("x-event"), &beside, body, (by_type, S::Header)),
            (decoder(), &none, body, (by_shape, S::Shape)),
        ] {
            let event = decoder.decode_unverified(headers, body).unwrap();
            assert_eq!((event.kind(), event.type_source()), expected, "{text}");
            assert_eq!(event.type_text(), (expected.1 != S::Shape).then_some(text));
            assert_eq!(event.subject(0).unwrap().kind(), kind);
            assert_eq!((event.orders().len(), event.subjects().len(), event.problem_count()), (0, 1, 0));
        }
    }
}

#[test]
fn a_customer_and_a_product_are_read_by_field() {
    let event = decode(&sample("user-event"));
    let customer = event.subject(0).unwrap();
    for (field, text) in [
        (SubjectText::Id, "321"),
        (SubjectText::Name, "Jane Tan"),
        (SubjectText::Phone, "+6591234567"),
        (SubjectText::Email, "jane@example.com"),
        (SubjectText::ExternalId, "customer-123"),
    ] {
        assert_eq!(customer.text(field), Some(text));
    }
    assert_eq!(customer.int(SubjectInt::Available), None);
    let event = decode(&sample("stock-updated-flat"));
    let product = event.subject(0).unwrap();
    assert_eq!((product.text(SubjectText::Id), product.text(SubjectText::StoreId)), (Some("15"), Some("1")));
    assert_eq!(product.int(SubjectInt::Available), Some(0));
}

/// What a document is by itself counts, whatever type is stated or expected.
#[test]
fn no_order_is_lost_and_nothing_is_taken_for_one() {
    let order = sample("order-event");
    let customer = sample("user-event");
    let mut headers = Headers::new();
    headers.add("X-Event", b"stock.updated").unwrap();
    let by_header = decoder().type_header("X-Event");
    for (decoder, body, kind, orders) in [
        (decoder().expect_event("user.created"), &order, EventKind::OrderChanged, 1),
        (by_header, &order, EventKind::OrderChanged, 1),
        (decoder().expect_event("order.created"), &customer, EventKind::CustomerUpdated, 0),
    ] {
        let event = decoder.decode_unverified(&headers, body).unwrap();
        assert_eq!((event.kind(), event.type_source()), (kind, TypeSource::Shape));
        assert_eq!((event.orders().len(), event.subjects().len()), (orders, 1 - orders));
        assert_eq!(event.type_text(), None);
        let problem = &event.problems()[0];
        assert_eq!((problem.code.name(), problem.path.as_str()), ("unexpected_event_type", "$"));
    }
}

#[test]
fn an_item_alone_is_no_order() {
    let item = sample("item-alone");
    let event = decode(&item);
    assert_eq!((event.kind(), event.orders().len(), event.subjects().len()), (EventKind::Unknown, 0, 0));
    let expected = decoder().expect_event("order.updated").decode_unverified(&Headers::new(), &item);
    for refused in [expected.unwrap_err(), decoder().decode_orders(&item).unwrap_err()] {
        assert_eq!(refused.to_string(), "the document is no order (at $, byte 0)");
        assert_eq!(refused.code_name(), "shape");
        assert!(refused.hint().contains("a part of one"));
    }
}

#[test]
fn only_an_order_is_the_answer_to_a_read() {
    for body in [
        json!({}),
        json!({"type": "Not Found", "message": "no such order", "details": []}),
        json!({"id": 6633, "fulfilment_type": "dine_in", "timeslot_type": "asap", "payment_breakdown": {}}),
        json!({"id": 1, "identifier": "lunch", "state": "published", "sections": []}),
        json!({"menu_id": 1}),
        json!({"item_id": 15, "outlet_id": 1, "is_available": true}),
        serde_json::from_slice(&sample("user-event")).unwrap(),
        serde_json::from_slice(&sample("order-confirmed-enveloped")).unwrap(),
    ] {
        assert!(matches!(read(&body), Err(DecodeError::NoOrder { .. })), "{body}");
    }
    assert!(matches!(read(&json!([])), Err(DecodeError::NoObject { .. })));
    assert!(matches!(read(&json!({"order_items": []})), Err(DecodeError::NoIdentity { .. })));
    assert!(matches!(read(&json!({"order_id": null})), Err(DecodeError::NoIdentity { .. })));
    let event = decoder().decode_orders(&sample("order-event")).unwrap();
    assert_eq!((event.kind(), event.type_source()), (EventKind::OrderRead, TypeSource::Expected));
    assert_eq!(event.order(0).unwrap().text(OrderText::Reference), Some("A123"));
}

/// The published sample of `menu.updated`, as it is published.
#[test]
fn a_missing_comma_is_told_with_its_place() {
    let body = sample("menu-updated");
    let body = String::from_utf8(body).unwrap().replacen(
        "\"menu.updated\",\n    \"menu_id\"",
        "\"menu.updated\"\n    \"menu_id\"",
        1,
    );
    let refused = decoder().decode_unverified(&Headers::new(), body.as_bytes()).unwrap_err();
    let place = body.find("\"menu_id\"").unwrap();
    assert_eq!(refused.place(), Some(("$.payload.event", place)));
    assert_eq!(refused.code_name(), "not_json");
    assert!(refused.to_string().starts_with("a comma or a closing bracket was expected"), "{refused}");
    assert!(refused.hint().contains("JSON"));
}

#[test]
fn stores_are_found_by_the_outlets_id() {
    let own = decoder().store("45", "till-45").store("3", "till-3").store("1", "till-1");
    for (name, key) in [("order-event", "45"), ("order-created-first-generation", "3")] {
        let event = own.decode_unverified(&Headers::new(), &sample(name)).unwrap();
        let order = event.order(0).unwrap();
        assert_eq!(order.text(OrderText::StoreKey), Some(key), "{name}");
        assert_eq!(order.text(OrderText::OwnStoreId), Some(format!("till-{key}").as_str()), "{name}");
        assert_eq!(order.text(OrderText::StoreExternalId), None);
        assert_eq!(event.problem_count(), 0);
    }
    let event = own.decode_orders(&vectors().reads().body("storefront-order")).unwrap();
    assert_eq!(event.order(0).unwrap().text(OrderText::OwnStoreId), Some("till-1"));
    let event = own.decode_unverified(&Headers::new(), &sample("stock-updated")).unwrap();
    assert_eq!(event.subject(0).unwrap().text(SubjectText::StoreKey), Some("1"));
    assert_eq!(event.subject(0).unwrap().text(SubjectText::OwnStoreId), Some("till-1"));

    let other = decoder().store("46", "till-46");
    for (name, path) in [
        ("order-event", "$.outlet.id"),
        ("order-created-first-generation", "$.payload.outlet_id"),
        ("stock-updated", "$.payload.outlet_id"),
    ] {
        let event = other.decode_unverified(&Headers::new(), &sample(name)).unwrap();
        let problem = &event.problems()[0];
        assert_eq!((problem.code.name(), problem.path.as_str()), ("unmapped_store", path));
        assert_eq!(event.orders().len() + event.subjects().len(), 1);
    }
}

/// One coffee at 4.00, in every generation's own members.
#[test]
fn the_unit_follows_from_the_members_and_never_from_the_size() {
    let totals = |total: Value| json!({"subtotal": total, "total": total, "total_including_tax": total});
    let order = |id: &str, item: Value, rest: Value| {
        let mut body =
            json!({id: 1, "state": "confirmed", "fulfilment_type": "pickup", "order_items": [item]});
        body.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        body
    };
    for (major, minor) in [("4", 400), ("4000000", 400_000_000), ("0.04", 4)] {
        let number: Value = serde_json::from_str(major).unwrap();
        let dollars = json!({"currency": "SGD", "unit_price": number, "item_total": number});
        let cents = json!({"currency": "SGD", "price_cents": minor, "calculated_subtotal": minor});
        for body in [
            order("order_id", dollars, totals(number)),
            order("id", cents.clone(), totals(json!(minor))),
            order("id", cents, json!({"payment_breakdown": totals(json!(minor))})),
            order(
                "id",
                json!({"currency": "SGD"}),
                json!({"outlet_id": 3, "total": minor, "total_including_tax": minor, "subtotal": minor}),
            ),
        ] {
            let event = read(&body).unwrap();
            for field in [OrderMoney::Subtotal, OrderMoney::TotalBeforeTax, OrderMoney::Total] {
                let money = event.order(0).unwrap().money(field).unwrap();
                assert_eq!(money.minor_units(2), Ok(minor), "{body}");
            }
            assert_eq!(event.problem_count(), 0);
        }
    }
}

#[test]
fn a_scale_reaches_the_totals_in_a_breakdown() {
    let scaled = decoder().scale(Currency::new("SGD").unwrap(), 0);
    let event = scaled.decode_orders(&vectors().reads().body("order-second-generation")).unwrap();
    assert_eq!(amount(&event, OrderMoney::Total).as_deref(), Some("2899"));
    assert_eq!(amount(&event, OrderMoney::Paid).as_deref(), Some("2899"));
}

#[test]
fn vouchers_and_points_are_told_where_they_paid_something() {
    let vouchers = |breakdown: Value| {
        let body = json!({"id": 1, "order_items": [], "payment_breakdown": breakdown});
        let event = read(&body).unwrap();
        let order = event.order(0).unwrap();
        assert!(order.adjustments().all(|adjustment| adjustment.kind() == AdjustmentKind::Voucher));
        order.adjustments().len()
    };
    assert_eq!(vouchers(json!({"cash_vouchers_amount": 500, "points_value": 300})), 2);
    assert_eq!(vouchers(json!({"cash_vouchers_amount": 500, "use_points": true, "points_value": 300})), 2);
    assert_eq!(vouchers(json!({"cash_vouchers_amount": 0, "use_points": false, "points_value": 300})), 0);
    assert_eq!(vouchers(json!({"cash_vouchers_amount": null, "points_value": "0"})), 0);
}

/// What the vendor's pages write in two ways is read in both.
#[test]
fn both_sides_of_a_contradiction_read_the_same() {
    let order =
        |members: Value| decode(changed("order-created-first-generation", members).to_string().as_bytes());
    let text = |members, field| order(members).order(0).unwrap().text(field).map(str::to_owned);
    for number in [json!({"call_number": 42}), json!({"call_number": "42"})] {
        assert_eq!(text(number, OrderText::CallNumber).as_deref(), Some("42"));
    }
    for range in ["3:00PM–3:30PM", "12:00 PM - 12:30 PM"] {
        assert_eq!(text(json!({"timeslot_range": range}), OrderText::TimeSlot).as_deref(), Some(range));
    }
    for time in [json!(1_776_534_900), json!("2026-04-19T01:55:00+08:00"), json!("2026-04-18T17:55:00Z")] {
        let event = order(
            json!({"created_at": time, "updated_at": time, "cancelled_at": time, "completed_at": null}),
        );
        let at = |field| event.order(0).unwrap().time(field).map(|time| time.unix_ms);
        for field in [OrderTime::CreatedAt, OrderTime::UpdatedAt, OrderTime::CancelledAt] {
            assert_eq!(at(field), Some(1_776_534_900_000), "{time}");
        }
        assert_eq!(at(OrderTime::CompletedAt), None);
        let enveloped = json!({"event_type": "menu.updated", "event_at": time, "payload": {"menu_id": 1}});
        let occurred_at = decode(enveloped.to_string().as_bytes()).occurred_at();
        assert_eq!(occurred_at.map(|time| time.unix_ms), Some(1_776_534_900_000), "{time}");
    }
    for name in ["payment_type_id", "payment_method_id"] {
        let event = order(json!({"order_payments": [{"amount": 400, name: 3}]}));
        assert_eq!(event.order(0).unwrap().payment(0).unwrap().text(PaymentText::MethodId), Some("3"));
    }
    for (slot, asap) in [
        (json!("asap"), Some(1)),
        (json!("available_timeslots"), Some(0)),
        (json!("available_timeslot"), Some(0)),
        (json!("tomorrow"), None),
        (json!(null), None),
    ] {
        let asap_of = |members| order(members).order(0).unwrap().int(OrderInt::Asap);
        assert_eq!(asap_of(json!({"timeslot_type": slot})), asap, "{slot}");
        // A flag of its own counts more.
        assert_eq!(asap_of(json!({"timeslot_type": slot, "is_asap": true})), Some(1), "{slot}");
    }
}

#[test]
fn sub_items_nest_as_deep_as_the_limit_allows() {
    let mut item = json!({"name": "inner"});
    for _ in 0..40 {
        item = json!({"name": "outer", "sub_items": [item]});
    }
    let body = json!({"order_id": 1, "order_items": [item]}).to_string();
    let refused = decoder().decode_unverified(&Headers::new(), body.as_bytes()).unwrap_err();
    assert_eq!(refused.code_name(), "too_deep");
    let deep = decoder().limits(Limits { depth: 90, ..Limits::default() });
    let event = deep.decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
    let order = event.order(0).unwrap();
    assert_eq!((order.lines().len(), order.line(40).unwrap().depth()), (41, 40));
}

#[test]
fn every_vocabulary_is_listed_with_its_meaning() {
    let atlas: Vec<_> = Vocabulary::ALL.iter().filter(|words| words.platform() == Platform::Atlas).collect();
    let counts: Vec<_> = atlas.iter().map(|words| (words.name(), words.words().count())).collect();
    assert_eq!(
        counts,
        [
            ("atlas_event", 10),
            ("atlas_state", 6),
            ("atlas_fulfilment_type", 3),
            ("atlas_timeslot_type", 3),
            ("atlas_payment_intent", 6),
            ("atlas_error_type", 5),
        ]
    );
    for words in atlas {
        for (position, word) in words.words().enumerate() {
            assert_eq!(words.find(word.code), words.word(position), "{} twice", word.code);
        }
    }
    let meaning = |words: Vocabulary, code| words.find(code).unwrap().meaning;
    assert_eq!(meaning(Vocabulary::AtlasEvent, "user.created"), Some(EventKind::CustomerCreated.code()));
    assert_eq!(meaning(Vocabulary::AtlasState, "ready_for_pickup"), Some(Progress::Ready.code()));
    assert_eq!(meaning(Vocabulary::AtlasFulfilmentType, "dine_in"), Some(Fulfilment::DineIn.code()));
    assert_eq!(meaning(Vocabulary::AtlasTimeslotType, "asap"), Some(1));
    assert_eq!(meaning(Vocabulary::AtlasErrorType, "Not Found"), None);
    let misspelt = Vocabulary::AtlasTimeslotType.find("available_timeslot").unwrap();
    assert_eq!((misspelt.name, misspelt.meaning), ("available_timeslots", Some(0)));
    assert_eq!(Vocabulary::AtlasState.find("awaiting_robot"), None);
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
fn keys_of_events_about_no_order_tell_what_they_are_about() {
    let key = |body: &Value, key| decode(body.to_string().as_bytes()).key(0, key);
    let stock = |members| changed("stock-updated", members);
    let body = stock(json!({}));
    assert_eq!(key(&body, Key::Delivery).as_deref(), Some("atlas/stock.updated/1/15/1727423000000"));
    for other in [stock(json!({"outlet_id": 2})), stock(json!({"item_id": 16}))] {
        assert_ne!(key(&body, Key::Delivery), key(&other, Key::Delivery));
        assert_ne!(key(&body, Key::Content), key(&other, Key::Content));
    }
    assert_ne!(key(&body, Key::Content), key(&stock(json!({"is_available": false})), Key::Content));
    // What says too little has no mark, so that nothing else is taken for its repeat.
    for (name, members) in [("stock-updated", json!({"item_id": null})), ("envelope-without-type", json!({}))]
    {
        let body = changed(name, members);
        assert_eq!(key(&body, Key::Delivery), None, "{name}");
        assert!(key(&body, Key::Content).is_some(), "{name}");
    }
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
    let customer = decode(&sample("user-event"));
    let shown = format!("{shown} {customer:?} {:?}", customer.document());
    for detail in ["Jane", "jane@", "+65"] {
        assert!(!shown.contains(detail), "{shown}");
    }
}

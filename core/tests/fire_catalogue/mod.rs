//! Events that are not about orders: business days, channels, stores, menus and products.

use serde_json::{Value, json};
use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::{
    DecodeError, Event, EventKind, Key, SubjectInt, SubjectKind, SubjectText, SubjectTime, TypeSource,
};
use tillwire_core::order::OrderText;
use tillwire_core::verify::Headers;
use tillwire_core::{Limits, Platform};

use crate::{decode, decoder, fire};

/// The published bodies, and what each is.
const PUBLISHED: &[(&str, EventKind)] = &[
    ("store-business-day-closed", EventKind::BusinessDayClosed),
    ("store-day-closed-v0", EventKind::BusinessDayClosed),
    ("channel-updated-flat", EventKind::ChannelUpdated),
    ("channel-deleted", EventKind::ChannelRemoved),
    ("channels-sync-flat-snake", EventKind::ChannelsSynced),
    ("store-updated-flat", EventKind::StoreUpdated),
    ("store-deleted-flat", EventKind::StoreRemoved),
    ("stores-sync", EventKind::StoresSynced),
    ("menu-updated-v1", EventKind::MenuUpdated),
    ("menu-updated-v2", EventKind::MenuUpdated),
    ("menu-updated-v2-removal", EventKind::MenuUpdated),
    ("product-updated", EventKind::ProductUpdated),
    ("product-price-updated", EventKind::ProductPriceChanged),
    ("product-availability-changed", EventKind::ProductAvailabilityChanged),
];

/// Kind and id of each subject.
fn subjects(event: &Event) -> Vec<(SubjectKind, Option<&str>)> {
    event.subjects().map(|subject| (subject.kind(), subject.text(SubjectText::Id))).collect()
}

fn problems(event: &Event) -> Vec<(&'static str, &str)> {
    event.problems().iter().map(|problem| (problem.code.name(), problem.path.as_str())).collect()
}

/// The subject at a position of an event with this type and data.
fn flag(event_type: &str, data: &str, position: usize, field: SubjectInt) -> Option<i64> {
    let body = format!(r#"{{"event":"{event_type}","data":{data}}}"#);
    decode(body.as_bytes()).subject(position).unwrap().int(field)
}

#[test]
fn every_published_event_is_read_without_a_problem() {
    for &(name, kind) in PUBLISHED {
        let event = fire().event(name);
        assert_eq!((event.kind(), event.type_source()), (kind, TypeSource::Document), "{name}");
        assert_eq!((event.orders().len(), event.problem_count()), (0, 0), "{name}");
        assert!(event.subjects().len() > 0 && event.occurred_at().is_some(), "{name}");
    }
}

#[test]
fn another_shape_is_never_fatal() {
    for event_type in [
        "store.business_day_closed",
        "store.day-closed",
        "channel.updated",
        "channel.deleted",
        "channels.sync",
        "store.updated",
        "store.deleted",
        "stores.sync",
        "menu.updated",
        "menu.deleted",
        "menus.sync",
        "product.updated",
        "product.price_updated",
        "product.availability_changed",
    ] {
        for (rest, problem) in [
            ("", ("no_identity", "$")),
            (r#","data":null"#, ("no_identity", "$")),
            (r#","data":{}"#, ("no_identity", "$.data")),
            (r#","data":{"stations":[{"id":1}]}"#, ("no_identity", "$.data")),
            (r#","data":[{}]"#, ("wrong_type", "$.data")),
            (r#","data":"{}""#, ("wrong_type", "$.data")),
        ] {
            let event = decode(format!(r#"{{"event":"{event_type}"{rest}}}"#).as_bytes());
            assert_ne!(event.kind(), EventKind::Unknown, "{event_type}");
            assert_eq!(event.type_text(), Some(event_type));
            assert_eq!(problems(&event), [problem], "{event_type} {rest}");
            assert_eq!((event.subjects().len(), event.orders().len()), (0, 0), "{event_type} {rest}");
        }
    }
    // Empty lists are a shape as good as any.
    for (event_type, data) in [
        ("channels.sync", r#"{"channels":[]}"#),
        ("stores.sync", r#"{"stores":[],"channels":[]}"#),
        ("menus.sync", r#"{"menus":[]}"#),
        ("product.updated", r#"{"targets":[],"products":[]}"#),
    ] {
        let event = decode(format!(r#"{{"event":"{event_type}","data":{data}}}"#).as_bytes());
        assert_eq!((event.subjects().len(), event.problem_count()), (0, 0), "{event_type}");
    }
}

#[test]
fn no_single_member_costs_an_event() {
    /// Every place in a value, outermost first; of a list, in its first two elements.
    fn places(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.into());
        match value {
            Value::Array(items) => {
                for (position, item) in items.iter().take(2).enumerate() {
                    places(item, &format!("{at}/{position}"), found);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    places(member, &format!("{at}/{name}"), found);
                }
            }
            _ => {}
        }
    }
    let odd = [json!(null), json!(7.5), json!("odd"), json!([[]]), json!({})];
    for &(name, kind) in PUBLISHED {
        let body: Value = serde_json::from_slice(&fire().body(name)).unwrap();
        let mut all = Vec::new();
        places(&body["data"], "/data", &mut all);
        for place in all {
            for value in &odd {
                let mut changed = body.clone();
                *changed.pointer_mut(&place).unwrap() = value.clone();
                let event = decode(changed.to_string().as_bytes());
                assert_eq!(event.kind(), kind, "{name} {place} {value}");
                for problem in event.problems() {
                    assert!(event.document().at(&problem.path).is_some(), "{name} {place} {value}");
                }
            }
        }
    }
}

#[test]
fn a_day_is_the_same_in_both_generations() {
    let (today, former) = (fire().event("store-business-day-closed"), fire().event("store-day-closed-v0"));
    for event in [&today, &former] {
        let (day, store) = (event.subject(0).unwrap(), event.subject(1).unwrap());
        assert_eq!((day.kind(), store.kind()), (SubjectKind::BusinessDay, SubjectKind::Store));
        assert_eq!(day.text(SubjectText::Id), Some("2c332116-79ec-4c63-a53d-8b87fff5a654"));
        assert_eq!(day.text(SubjectText::BusinessDate), Some("2026-03-31"));
        assert_eq!(day.text(SubjectText::StoreKey), store.text(SubjectText::Code));
        assert_eq!(day.time(SubjectTime::ClosedAt).unwrap().unix_ms, 1_779_141_489_882);
    }
    let opened = |event: &Event| event.subject(0).unwrap().time(SubjectTime::OpenedAt);
    assert_eq!(opened(&today), opened(&former));
    // A template may send the day's members alone.
    let flattened = fire().event("day-closed-without-data");
    assert_eq!(subjects(&flattened), subjects(&today));
    // The sums of the older form are reached by path.
    assert_eq!(former.document().at("$.data.sales.net").unwrap().number(), Some("1512.34"));
}

#[test]
fn attempts_repeat_an_event_whatever_their_counter() {
    let body = String::from_utf8(fire().body("store-business-day-closed")).unwrap();
    let keys = |body: &str| {
        let event = decode(body.as_bytes());
        (event.key(0, Key::Delivery), event.key(0, Key::Content))
    };
    let first = keys(&body);
    for attempt in ["\"1\"", "2", "null"] {
        let again = body.replace("\"attempt\": 0", &format!("\"attempt\": {attempt}"));
        assert_ne!(again, body);
        assert_eq!(keys(&again), first, "{attempt}");
    }
    // Another flow, or a replay by hand, marks the same event differently.
    let replayed = keys(&body.replace("43214dd1", "00000000"));
    assert!(replayed.0 != first.0 && replayed.1 == first.1);
    let other_day = keys(&body.replace("2026-03-31", "2026-04-01"));
    assert_ne!(other_day.1, first.1);
    // An event of a type that nobody knows has keys, too.
    let unknown =
        br#"{"event":{"id":"e","type":"station.updated"},"data":{"stationId":1},"_meta":{"attempt":1}}"#;
    let unknown = decode(unknown);
    assert_eq!((unknown.kind(), unknown.subjects().len()), (EventKind::Unknown, 0));
    assert_eq!(unknown.key(0, Key::Delivery).as_deref(), Some("fire/e/"));
    assert_eq!(unknown.key(1, Key::Content), None);
}

#[test]
fn available_is_whether_it_can_be_ordered() {
    let available = |event_type: &str, data: &str| flag(event_type, data, 0, SubjectInt::Available);
    for (active, expected) in [
        ("true", Some(1)),
        ("false", Some(0)),
        (r#""ACTIVE""#, Some(1)),
        (r#""INACTIVE""#, Some(0)),
        (r#""SUSPENDED""#, Some(0)),
        (r#""active""#, None),
        ("null", None),
        ("1", None),
    ] {
        let channel = format!(r#"{{"channel":{{"channelId":1,"active":{active}}}}}"#);
        assert_eq!(available("channel.updated", &channel), expected, "{active}");
        let store = format!(r#"{{"stores":[{{"storeId":1,"active":{active}}}]}}"#);
        assert_eq!(available("store.updated", &store), expected, "{active}");
        let product = format!(r#"{{"products":[{{"productId":1,"active":{active}}}]}}"#);
        assert_eq!(available("product.availability_changed", &product), expected, "{active}");
        // There, it is whether the product is shown.
        assert_eq!(available("product.updated", &product), None, "{active}");
        let menu = format!(r#"{{"menu":{{"list":{{}},"products":[{{"productId":1,"active":{active}}}]}}}}"#);
        assert_eq!(flag("menu.updated", &menu, 1, SubjectInt::Available), None, "{active}");
    }
}

#[test]
fn a_menu_of_nothing_is_a_removed_one() {
    let removed = |menu: &str| flag("menu.updated", &format!(r#"{{"menu":{menu}}}"#), 0, SubjectInt::Removed);
    for (menu, expected) in [
        (r#"{"categories":[],"products":[],"modifierGroups":[]}"#, Some(1)),
        (r#"{"categories":[],"products":[],"modifierGroups":[],"scheduledActivities":[]}"#, Some(1)),
        (r#"{"categories":[],"products":[],"modifierGroups":[],"scheduledActivities":null}"#, Some(1)),
        (r#"{"categories":[],"products":[],"modifierGroups":[],"scheduledActivities":[{}]}"#, None),
        (r#"{"categories":[],"products":[],"modifierGroups":[],"scheduledActivities":{}}"#, None),
        (r#"{"categories":[{}],"products":[],"modifierGroups":[]}"#, None),
        (r#"{"categories":[],"products":[],"modifierGroups":[{}]}"#, None),
        (r#"{"categories":[],"products":[]}"#, None),
        (r#"{"categories":[],"products":[],"modifierGroups":null}"#, None),
        (r#"{"categories":[],"products":{},"modifierGroups":[]}"#, None),
        (r#"{"list":{}}"#, None),
    ] {
        assert_eq!(removed(menu), expected, "{menu}");
    }
    assert_eq!(flag("menu.deleted", r#"{"menu":{"list":{"listId":"l"}}}"#, 0, SubjectInt::Removed), Some(1));
    assert_eq!(flag("store.deleted", r#"{"storeId":1}"#, 0, SubjectInt::Removed), Some(1));
    assert_eq!(flag("store.updated", r#"{"storeId":1}"#, 0, SubjectInt::Removed), None);
    assert_eq!(flag("channel.deleted", r#"{"channelId":1}"#, 0, SubjectInt::Removed), Some(1));
}

#[test]
fn menus_are_told_apart_by_their_content() {
    let (first, second) = (fire().event("menu-updated-v1"), fire().event("menu-updated-v2"));
    assert_eq!((first.type_text(), first.id()), (second.type_text(), second.id()));
    let menu = first.subject(0).unwrap();
    assert_eq!((menu.text(SubjectText::Id), menu.text(SubjectText::StoreId)), (None, Some("805")));
    let menu = second.subject(0).unwrap();
    assert_eq!(
        (menu.text(SubjectText::Id), menu.text(SubjectText::StoreId)),
        (Some("805-iFood-delivery"), None)
    );
    let behind = [
        (SubjectKind::Store, Some("805")),
        (SubjectKind::Store, Some("806")),
        (SubjectKind::Channel, Some("0E049503-85CF-E511-80C6-000D3A3261F3")),
        (SubjectKind::Product, Some("prod_001")),
    ];
    assert_eq!(subjects(&second)[1..5], behind);
    // A price has no published unit, and stays what it is.
    assert_eq!(second.document().at("$.data.menu.products[0].priceInfo.price").unwrap().raw(), "1000");
}

#[test]
fn batches_are_numbered_where_both_numbers_are_stated() {
    for (batch, expected) in [
        (r#""batchIndex":2,"batchTotal":3"#, (Some(2), Some(3))),
        (r#""batchTotal":"3","batchIndex":"2""#, (Some(2), Some(3))),
        (r#""batchIndex":2"#, (None, None)),
        (r#""batchIndex":2,"batchTotal":null"#, (None, None)),
        (r#""batchIndex":2.5,"batchTotal":3"#, (None, None)),
        (r#""batchIndex":1e30,"batchTotal":3"#, (None, None)),
    ] {
        let body = format!(r#"{{"event":"channels.sync","data":{{"channels":[],{batch}}}}}"#);
        let event = decode(body.as_bytes());
        assert_eq!((event.batch_index(), event.batch_total()), expected, "{batch}");
    }
}

#[test]
fn stores_have_the_ids_of_the_vendor() {
    let mapped = decoder().store("BR-SP-001", "till-1").store("T005", "till-2").store("805", "till-3");
    let own = |name: &str| {
        let event = mapped.decode_unverified(&Headers::new(), &fire().body(name)).unwrap();
        let own: Vec<_> = event
            .subjects()
            .filter_map(|subject| {
                Some((subject.kind(), String::from(subject.text(SubjectText::OwnStoreId)?)))
            })
            .collect();
        let unmapped: Vec<_> = event.problems().iter().map(|problem| problem.path.clone()).collect();
        (own, unmapped)
    };
    let till = |kind, id: &str| (kind, String::from(id));
    let closed = vec![till(SubjectKind::BusinessDay, "till-1"), till(SubjectKind::Store, "till-1")];
    assert_eq!(own("store-business-day-closed"), (closed, vec![]));
    assert_eq!(own("store-updated-flat"), (vec![till(SubjectKind::Store, "till-2")], vec![]));
    // Without a code, the id is the key.
    assert_eq!(own("store-deleted-flat"), (vec![till(SubjectKind::Store, "till-3")], vec![]));
    assert_eq!(own("menu-updated-v1"), (vec![till(SubjectKind::Menu, "till-3")], vec![]));
    let unmapped = vec![String::from("$.data.menu.list.stores[1]")];
    assert_eq!(own("menu-updated-v2"), (vec![till(SubjectKind::Store, "till-3")], unmapped));
    let unmapped = vec!["$.data.targets[0].storeId".into(), "$.data.targets[1].storeId".into()];
    assert_eq!(own("product-updated"), (vec![], unmapped));
    let unmapped = vec![String::from("$.data.store.uid")];
    assert_eq!(own("day-closed-flat"), (vec![], unmapped));
}

#[test]
fn subjects_are_limited_with_one_problem() {
    let channels = vec![r#"{"channelId":"c"}"#; 100].join(",");
    let target = format!(r#"{{"storeId":"s","channels":[{channels}]}}"#);
    let targets = vec![target; 100].join(",");
    let body = format!(
        r#"{{"event":"product.updated","data":{{"targets":[{targets}],"products":[{{"productId":1}}]}}}}"#
    );
    let event = decode(body.as_bytes());
    assert_eq!(event.subjects().len(), 10_000);
    assert_eq!(problems(&event), [("too_many", "$.data.targets[99].channels[0]")]);
    let wide = Limits { elements: 10_101, ..Limits::default() };
    let event = decoder().limits(wide).decode_unverified(&Headers::new(), body.as_bytes()).unwrap();
    assert_eq!((event.subjects().len(), event.problem_count()), (10_101, 0));
    // A list that is itself too long is refused, as any list.
    let narrow = Limits { elements: 99, ..Limits::default() };
    let error = decoder().limits(narrow).decode_unverified(&Headers::new(), body.as_bytes()).unwrap_err();
    assert!(matches!(error, DecodeError::Json(_)));
}

#[test]
fn much_cannot_be_made_of_little() {
    let long = "1".repeat(100_000);
    let channels = vec![r#"{"channelId":1}"#; 9_000].join(",");
    for body in [
        format!(
            r#"{{"event":"product.updated","data":{{"targets":[{{"storeId":"{long}","channels":[{channels}]}}]}}}}"#
        ),
        format!(r#"{{"event":"channels.sync","data":{{"vendorId":"{long}","channels":[{channels}]}}}}"#),
    ] {
        let event = decode(body.as_bytes());
        assert!(event.subjects().len() >= 9_000);
        assert!(event.to_json().unwrap().len() < 10 * body.len());
    }
    // What is no longer than any id is said of each channel.
    let short = "1".repeat(256);
    let body = format!(
        r#"{{"event":"product.updated","data":{{"targets":[{{"storeId":"{short}","channels":[{channels}]}}]}}}}"#
    );
    let event = decode(body.as_bytes());
    assert_eq!(event.subject(9_000).unwrap().text(SubjectText::StoreId), Some(short.as_str()));
}

#[test]
fn every_event_is_in_the_vocabulary_with_its_kind() {
    for word in Vocabulary::FireEvent.words() {
        let event = decode(format!(r#"{{"event":"{}","data":{{"orderId":1}}}}"#, word.code).as_bytes());
        assert_eq!(Some(event.kind().code()), word.meaning, "{}", word.code);
    }
    let former = Vocabulary::FireEvent.find("store.day-closed").unwrap();
    assert_eq!(former.name, "store.business_day_closed");
    assert_eq!(former.meaning, Some(EventKind::BusinessDayClosed.code()));
}

#[test]
fn an_order_in_any_event_is_read() {
    let event = fire().event("product-updated-with-an-order");
    assert_eq!(event.kind(), EventKind::ProductUpdated);
    assert_eq!(event.order(0).unwrap().text(OrderText::Reference), Some("OC-br-001"));
    assert_eq!(subjects(&event), [(SubjectKind::Product, Some("prod_001"))]);
}

#[test]
fn every_vocabulary_of_the_catalogue_is_a_table() {
    let words = |vocabulary: Vocabulary| {
        assert_eq!(vocabulary.platform(), Platform::Fire);
        vocabulary.words().map(|word| (word.code, word.meaning)).collect::<Vec<_>>()
    };
    let plain = |codes: &[&'static str]| codes.iter().map(|code| (*code, None)).collect::<Vec<_>>();
    assert_eq!(
        words(Vocabulary::FireProductType),
        plain(&["PRODUCT", "PRODUCTO", "MODIFIER", "COMPLEMENT", "COMBO"])
    );
    let name = |code| Vocabulary::FireProductType.find(code).map(|word| word.name);
    assert_eq!((name("PRODUCTO"), name("COMBO")), (Some("PRODUCT"), Some("COMBO")));
    assert_eq!(
        words(Vocabulary::FireStoreStatus),
        plain(&["DRAFT", "PUBLISHED", "PARTIALLY_PUBLISHED", "ARCHIVED"])
    );
    assert_eq!(
        words(Vocabulary::FireActive),
        [("ACTIVE", Some(1)), ("INACTIVE", Some(0)), ("SUSPENDED", Some(0))]
    );
    assert_eq!(
        words(Vocabulary::FireAuthType),
        plain(&["API_KEY", "OAUTH2", "BASIC_AUTH", "XMART_LOGIN", "NONE"])
    );
    assert_eq!(words(Vocabulary::FireSyncStatus), plain(&["SYNCED", "PENDING", "FAILED"]));
    assert_eq!(words(Vocabulary::FireSyncReport), plain(&["SUCCESS", "FAILED"]));
    assert_eq!(words(Vocabulary::FireModifierGroupType), plain(&["RADIO", "CHECKBOX", "single"]));
    assert_eq!(words(Vocabulary::FireClosedBy), plain(&["system", "user"]));
    assert_eq!(Vocabulary::FireWeekday.find("SUNDAY").unwrap().meaning, Some(7));
    assert_eq!(Vocabulary::FireWeekday.words().count(), 7);
    assert_eq!(Vocabulary::FireWeekday.find("sunday"), None);
}

#[test]
fn nothing_shown_of_an_event_tells_of_a_store() {
    let event = fire().event("store-day-closed-v0");
    let shown = format!("{event:?} {:?} {:?}", event.document(), event.problems());
    for detail in ["+5511", "Paulista", "Sample Store", "BR-SP-001"] {
        assert!(!shown.contains(detail), "{shown}");
    }
}

//! The book: what the till is told to do for each delivery, whatever arrives, twice, late or out of order.

mod leaving;
mod lines;
mod model;
mod story;
mod tellings;

use story::{CREATED, Delivery, FIRE_LINES, STATUS, apply, atlas, fire, item, klikit, step};
use tillwire_core::event::Decoder;
use tillwire_core::lifecycle::{
    Action, Ask, AskReason, ImportError, OrderBook, Permission, Progress, Verdict,
};
use tillwire_core::order::OrderText;
use tillwire_core::{Limits, Platform};

#[test]
fn orders_of_two_accounts_are_two() {
    let event = atlas("confirmed", 1).event();
    let mut book = OrderBook::default();
    assert_eq!(book.apply("live", &event, 0).unwrap()[0].action(), Action::Print);
    assert_eq!(book.apply("test", &event, 0).unwrap()[0].action(), Action::Print);
    assert!(book.order("live", Platform::Atlas, "5").is_some());
    assert!(book.remove("live", Platform::Atlas, "5").is_some());
    assert!(book.order("live", Platform::Atlas, "5").is_none());
    assert_eq!(book.counts().orders, 1);
}

#[test]
fn an_export_of_another_kind_or_version_is_refused() {
    let mut book = OrderBook::default();
    apply(&mut book, &atlas("confirmed", 1));
    let before = book.export().unwrap();
    assert_eq!(book.import(br#"{"tillwire_book":2,"orders":[]}"#), Err(ImportError::Version { found: 2 }));
    assert_eq!(book.import(br#"{"orders":[]}"#), Err(ImportError::NoExport));
    assert!(matches!(book.import(b"{"), Err(ImportError::Json(_))));
    let odd = before.replace(r#""quantity":"1""#, r#""quantity":1"#);
    assert!(
        matches!(book.import(odd.as_bytes()), Err(ImportError::Odd { path, .. }) if path.ends_with("quantity"))
    );
    assert_eq!(book.export().unwrap(), before);
}

#[test]
fn one_order_is_exported_and_imported_alone() {
    let mut book = OrderBook::default();
    apply(&mut book, &atlas("confirmed", 1));
    apply(&mut book, &klikit(STATUS, 1, r#""status":2"#));
    let text = book.export_order("main", Platform::Atlas, "5").unwrap();
    let mut other = OrderBook::default();
    assert_eq!(other.import(text.as_bytes()), Ok(1));
    assert_eq!(apply(&mut other, &atlas("confirmed", 1)).verdict(), Verdict::Duplicate);
    assert_eq!(book.export_order("main", Platform::Atlas, "6"), None);
}

#[test]
fn what_a_till_may_ask() {
    use AskReason as R;
    use Permission::{Allowed, Doubtful, Refused};
    let state = |deliveries: &[Delivery]| {
        let mut book = OrderBook::default();
        for delivery in deliveries {
            apply(&mut book, delivery);
        }
        let (_, state) = book.orders().next().unwrap();
        state.clone()
    };
    let placed =
        state(&[klikit(CREATED, 1, &format!(r#""status":1,"can_accept":true,"cart":[{}]"#, item("A", 1)))]);
    assert_eq!(placed.may_ask(Ask::Accept, false), (Allowed, R::None));
    assert_eq!(placed.may_ask(Ask::Ready, false), (Doubtful, R::Skips));
    assert_eq!(placed.may_ask(Ask::Reject, false), (Refused, R::NeedsReason));
    assert_eq!(placed.may_ask(Ask::Reject, true), (Allowed, R::None));
    assert_eq!(placed.may_ask(Ask::Prepare, false), (Refused, R::Unsupported));
    let picked_up = state(&[klikit(STATUS, 1, r#""status":9"#)]);
    assert_eq!(picked_up.may_ask(Ask::Ready, false), (Refused, R::NotForward));
    let cancelled = state(&[klikit(STATUS, 1, r#""status":3"#)]);
    assert_eq!(cancelled.may_ask(Ask::Cancel, true), (Refused, R::Finished));
    let dispatched = state(&[fire("order.completed", 1, &format!(r#""status":"COMPLETED",{FIRE_LINES}"#))]);
    assert_eq!(dispatched.may_ask(Ask::Ready, false), (Allowed, R::None));
    let thin = state(&[step(1, "preparing", 1)]);
    assert_eq!(thin.may_ask(Ask::Ready, false), (Refused, R::NotDispatched));
    assert_eq!(state(&[atlas("confirmed", 1)]).may_ask(Ask::Accept, false), (Refused, R::Unsupported));
}

#[test]
fn a_dictionary_that_is_loaded_later_reads_codes_again() {
    let mut book = OrderBook::default();
    let created = format!(r#""status":77,"cart":[{}]"#, item("Rendang", 1));
    assert_eq!(apply(&mut book, &klikit(CREATED, 1, &created)).progress().1, Some(Progress::Unknown));
    let served = br#"{"data":[{"id":77,"status":"PREPARING"},{"id":5,"status":"DELIVERED"}]}"#;
    let vocabulary = tillwire_core::dictionary::Vocabulary::KlikitOrderStatus;
    let loaded = tillwire_core::dictionary::Dictionary::load(vocabulary, served, &Limits::default()).unwrap();
    let decoder = Decoder::new(Platform::Klikit).dictionary(loaded);
    let changes = book.read_again(&decoder).unwrap();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].progress(), (Some(Progress::Unknown), Some(Progress::Preparing)));
    assert_eq!(changes[0].order().unwrap().text(OrderText::StateName), Some("PREPARING"));
    assert_eq!(changes[0].order().unwrap().lines().len(), 1);
    assert!(book.read_again(&decoder).unwrap().is_empty());
}

#[test]
fn an_order_without_an_id_is_in_no_book() {
    let body = br#"{"orders":[{"orderCode":"OC-3","status":"OPEN"}]}"#;
    let event = Decoder::new(Platform::Fire).decode_orders(body).unwrap();
    let mut book = OrderBook::default();
    assert_eq!(book.apply("main", &event, 0).unwrap()[0].verdict(), Verdict::NotUnderstood);
    assert_eq!(book.counts().orders, 0);
}

#[test]
fn a_request_is_the_platforms_own_call() {
    use tillwire_core::http::{Operation, Parameter};
    use tillwire_core::lifecycle::AskDetails;
    use tillwire_core::value::Timestamp;
    let mut book = OrderBook::default();
    apply(&mut book, &klikit(CREATED, 1, &format!(r#""status":1,"cart":[{}]"#, item("A", 1))));
    apply(&mut book, &fire("order.completed", 1, &format!(r#""status":"COMPLETED",{FIRE_LINES}"#)));
    apply(&mut book, &atlas("confirmed", 1));
    let of = |platform| book.orders().find(|(_, state)| state.platform() == platform).unwrap().1;
    let occurred_at = Some(Timestamp { unix_ms: 1_781_115_871_000, offset_minutes: Some(480) });
    let details = AskDetails { occurred_at, station: "Grill", ..AskDetails::default() };

    let (operation, accept) = of(Platform::Klikit).request(Ask::Accept, &details).unwrap();
    assert_eq!(operation, Operation::KlikitOrderStatus);
    assert_eq!(accept.get(Parameter::Status), Some("accepted"));
    assert_eq!(accept.get(Parameter::OccurredAt), Some("2026-06-11T02:24:31+08:00"));
    let cancel = AskDetails { reason: "kitchen_closed", ..details };
    let (_, cancel) = of(Platform::Klikit).request(Ask::Cancel, &cancel).unwrap();
    assert_eq!(cancel.get(Parameter::Reason), Some("kitchen_closed"));
    assert_eq!(of(Platform::Klikit).request(Ask::Cancel, &details).unwrap_err(), AskReason::NeedsReason);

    let (operation, ready) = of(Platform::Fire).request(Ask::Ready, &details).unwrap();
    assert_eq!(operation, Operation::FireKitchenReport);
    assert_eq!(ready.get(Parameter::EventType), Some("order.ready"));
    let id = of(Platform::Fire).order().text(OrderText::Id).unwrap();
    assert_eq!(ready.get(Parameter::ProviderEventId), Some(format!("{id}:order.ready").as_str()));
    assert_eq!(ready.get(Parameter::Station), Some("Grill"));
    assert!(ready.get(Parameter::EventId).is_some());
    let cancel = AskDetails { reason: "closed early", ..details };
    let (operation, cancel) = of(Platform::Fire).request(Ask::Cancel, &cancel).unwrap();
    assert_eq!((operation, cancel.get(Parameter::Id)), (Operation::FireOrderCancel, Some(id)));

    assert_eq!(of(Platform::Atlas).request(Ask::Accept, &details).unwrap_err(), AskReason::Unsupported);
}

//! The dictionaries that klikit serves, loaded at run time: `tests/vectors/klikit/dictionaries`.

mod vectors;

use tillwire_core::dictionary::{Dictionary, DictionaryError, Vocabulary};
use tillwire_core::event::{Decoder, Event};
use tillwire_core::lifecycle::{Courier, Progress};
use tillwire_core::order::{Fulfilment, Order, OrderInt, OrderText};
use tillwire_core::verify::{Headers, Scheme, Verifier};
use tillwire_core::{Limits, Platform};
use vectors::Vectors;

fn load(vocabulary: Vocabulary, body: &str) -> Result<Dictionary, DictionaryError> {
    Dictionary::load(vocabulary, body.as_bytes(), &Limits::default())
}

fn served(vocabulary: Vocabulary, name: &str) -> Dictionary {
    let body = Vectors::of(Platform::Klikit).body(&format!("dictionaries/{name}"));
    Dictionary::load(vocabulary, &body, &Limits::default()).unwrap()
}

fn decoder() -> Decoder {
    Decoder::new(Platform::Klikit)
}

fn decode(decoder: &Decoder, order: &str) -> Event {
    decoder.decode_unverified(&Headers::new(), format!(r#"{{"orders":[{order}]}}"#).as_bytes()).unwrap()
}

fn progress(order: &Order) -> Option<Progress> {
    order.int(OrderInt::Progress).and_then(|code| Progress::from_code(i32::try_from(code).unwrap()))
}

/// How far an order in a state has come, the state's name, and how many problems there were.
fn state(decoder: &Decoder, status: &str) -> (Progress, Option<String>, usize) {
    let event = decode(decoder, &format!(r#"{{"id":1,"status":{status}}}"#));
    let order = event.order(0).unwrap();
    let name = order.text(OrderText::StateName).map(String::from);
    (progress(order).unwrap(), name, event.problem_count())
}

fn named(progress: Progress, name: &str) -> (Progress, Option<String>, usize) {
    (progress, Some(name.into()), 0)
}

#[test]
fn the_dictionary_settles_what_the_sources_dispute() {
    assert_eq!(state(&decoder(), "5"), (Progress::Ready, None, 1));
    assert_eq!(state(&decoder(), "4"), (Progress::Ready, None, 1));

    let clients = decoder().dictionary(served(Vocabulary::KlikitOrderStatus, "statuses"));
    assert_eq!(state(&clients, "5"), named(Progress::Delivered, "DELIVERED"));
    assert_eq!(state(&clients, "\"5\""), named(Progress::Delivered, "DELIVERED"));
    assert_eq!(state(&clients, "4"), named(Progress::Ready, "READY"));

    let guide = decoder().dictionary(served(Vocabulary::KlikitOrderStatus, "statuses-as-in-the-guide"));
    assert_eq!(state(&guide, "5"), named(Progress::Ready, "READY"));
    assert_eq!(state(&guide, "4"), named(Progress::Preparing, "PREPARING"));
}

#[test]
fn states_are_known_by_their_names_whatever_their_codes() {
    let guide = decoder().dictionary(served(Vocabulary::KlikitOrderStatus, "statuses-as-in-the-guide"));
    for (code, progress, name) in [
        ("1", Progress::Placed, "PLACED"),
        ("3", Progress::Cancelled, "CANCELED"),
        ("6", Progress::Dispatched, "Picked up"),
        ("31", Progress::Dispatched, "DISPATCHED"),
        ("32", Progress::Delivered, "Delivered"),
        ("33", Progress::Rejected, "REJECTED"),
        ("34", Progress::Unknown, "frozen"),
    ] {
        assert_eq!(state(&guide, code), named(progress, name), "{code}");
    }
    // A word, as the answer to a status change has it, is known with or without a dictionary.
    assert_eq!(state(&guide, "\"picked_up\""), (Progress::Dispatched, None, 0));
}

#[test]
fn a_dictionary_replaces_the_whole_table_of_its_vocabulary() {
    let short = r#"[{"id":71,"status":"DRIVER_ASSIGNED"},{"id":2,"status":"ACCEPTED"}]"#;
    let decoder = decoder().dictionary(load(Vocabulary::KlikitOrderStatus, short).unwrap());
    assert_eq!(state(&decoder, "2"), named(Progress::Accepted, "ACCEPTED"));
    // 9 is picked up in the built-in table, and 5 is disputed there.
    for code in ["9", "5", "7"] {
        assert_eq!(state(&decoder, code), (Progress::Unknown, None, 0), "{code}");
    }
    let event = decode(&decoder, r#"{"id":1,"status":71,"type":3,"provider_id":6}"#);
    let order = event.order(0).unwrap();
    assert_eq!(order.int(OrderInt::Courier), Some(i64::from(Courier::Assigned.code())));
    // The other vocabularies stay as they are.
    assert_eq!(order.int(OrderInt::Fulfilment), Some(i64::from(Fulfilment::DineIn.code())));
    assert_eq!(order.text(OrderText::Channel), Some("GrabFood"));

    let again = decoder.dictionary(served(Vocabulary::KlikitOrderStatus, "statuses"));
    assert_eq!(state(&again, "9"), named(Progress::Dispatched, "PICKED_UP"));
}

#[test]
fn couriers_and_kinds_of_fulfilment_are_known_by_their_names() {
    let read = |decoder: &Decoder, code: u32| {
        let event = decode(decoder, &format!(r#"{{"id":1,"fulfillment_status_id":{code},"type":{code}}}"#));
        let order = event.order(0).unwrap();
        (order.int(OrderInt::Courier), order.int(OrderInt::Fulfilment))
    };
    let as_served = decoder()
        .dictionary(served(Vocabulary::KlikitFulfilmentStatus, "fulfillment-statuses"))
        .dictionary(served(Vocabulary::KlikitOrderType, "order-types"));
    for code in 1..=10 {
        assert_eq!(read(&as_served, code), read(&decoder(), code), "{code}");
    }
    // 11 is not among the published statuses.
    assert_eq!(read(&as_served, 11).0, Some(i64::from(Courier::Unknown.code())));

    let couriers = r#"{"data":[{"id":3,"status":"in delivery"},{"id":4,"status":"Cancelled"},{"id":5,"status":"lost"}]}"#;
    let types = r#"{"data":{"types":[{"id":3,"type":"Dine In "},{"id":4,"type":"delivery"},{"id":5,"type":"curbside"}]}}"#;
    let renumbered = decoder()
        .dictionary(load(Vocabulary::KlikitFulfilmentStatus, couriers).unwrap())
        .dictionary(load(Vocabulary::KlikitOrderType, types).unwrap());
    let expected = |courier: Courier, fulfilment: Fulfilment| {
        (Some(i64::from(courier.code())), Some(i64::from(fulfilment.code())))
    };
    assert_eq!(read(&renumbered, 3), expected(Courier::Delivering, Fulfilment::DineIn));
    assert_eq!(read(&renumbered, 4), expected(Courier::Cancelled, Fulfilment::Delivery));
    assert_eq!(read(&renumbered, 5), expected(Courier::Unknown, Fulfilment::Unknown));
    assert_eq!(read(&renumbered, 1), expected(Courier::Unknown, Fulfilment::Unknown));
}

#[test]
fn providers_have_the_names_that_are_served() {
    let decoder = decoder().dictionary(served(Vocabulary::KlikitProvider, "providers"));
    let channel = |code: u32| {
        let event = decode(&decoder, &format!(r#"{{"id":7,"short_id":"S1","provider_id":{code}}}"#));
        let order = event.order(0).unwrap();
        let text = |field| order.text(field).unwrap_or_default().to_owned();
        (text(OrderText::ChannelId), text(OrderText::Channel), text(OrderText::Reference))
    };
    let expected = |id: &str, name: &str, reference: &str| (id.into(), name.into(), reference.into());
    // An order of klikit's own channel is called by its id, whatever the channel is named.
    assert_eq!(channel(1), expected("1", "Own shop", "7"));
    assert_eq!(channel(6), expected("6", "GrabFood SG", "S1"));
    assert_eq!(channel(4), expected("4", "Fourth", "S1"));
    assert_eq!(channel(8), expected("8", "eighth", "S1"));
    assert_eq!(channel(2), expected("2", "", "S1"));
}

#[test]
fn a_dictionary_says_what_it_holds() {
    let guide = served(Vocabulary::KlikitOrderStatus, "statuses-as-in-the-guide");
    assert_eq!((guide.vocabulary(), guide.count(), guide.skipped()), (Vocabulary::KlikitOrderStatus, 10, 5));
    assert_eq!((guide.name("6"), guide.meaning("6")), (Some("Picked up"), Some(Progress::Dispatched.code())));
    assert_eq!((guide.name("34"), guide.meaning("34")), (Some("frozen"), None));
    assert_eq!((guide.name("35"), guide.name("")), (None, None));

    let types = served(Vocabulary::KlikitOrderType, "order-types");
    assert_eq!((types.count(), types.skipped(), types.name("1")), (3, 0, Some("pickup")));
    let couriers = served(Vocabulary::KlikitFulfilmentStatus, "fulfillment-statuses");
    assert_eq!((couriers.count(), couriers.skipped()), (10, 0));

    let twice =
        r#"[{"id":5,"status":"READY"},{"id":"5","status":"DELIVERED"},{"id":6,"st\u0061tus":"\u0050LACED"}]"#;
    let twice = load(Vocabulary::KlikitOrderStatus, twice).unwrap();
    assert_eq!((twice.name("5"), twice.name("6")), (Some("DELIVERED"), Some("PLACED")));
    // An answer in which klikit names a state otherwise than its clients is klikit's to give.
    let other = load(Vocabulary::KlikitOrderStatus, r#"{"data":[{"id":1,"name":"SIMMERING"}]}"#).unwrap();
    assert_eq!((other.name("1"), other.meaning("1")), (Some("SIMMERING"), None));
}

#[test]
fn what_is_no_such_dictionary_is_refused_with_what_to_do() {
    use Vocabulary::{KlikitFulfilmentStatus, KlikitOrderStatus, KlikitOrderType, KlikitProvider};
    let sample = |name: &str| {
        let body = Vectors::of(Platform::Klikit).body(name);
        String::from_utf8(body).unwrap()
    };
    let cases: &[(Vocabulary, String, &str, Option<&str>)] = &[
        (KlikitOrderStatus, String::new(), "not_json", Some("$")),
        (KlikitOrderStatus, r#"{"data":[{"id":1,"#.into(), "not_json", Some("$.data[0]")),
        (KlikitOrderStatus, "[]".into(), "shape", Some("$")),
        (KlikitOrderStatus, "null".into(), "shape", Some("$")),
        (KlikitOrderStatus, r#"{"data":[]}"#.into(), "shape", Some("$.data")),
        (KlikitOrderStatus, r#"{"data":null}"#.into(), "shape", Some("$.data")),
        (KlikitOrderStatus, r#"{"data":{}}"#.into(), "shape", Some("$.data")),
        (KlikitOrderStatus, r#"{"data":{"a":[],"b":[]}}"#.into(), "shape", Some("$.data")),
        (KlikitOrderStatus, r#"{"rows":[{"id":1,"status":"PLACED"}]}"#.into(), "shape", Some("$")),
        (KlikitOrderStatus, r#"{"data":[{"id":1},{"status":"READY"},7]}"#.into(), "shape", Some("$.data")),
        (KlikitOrderStatus, sample("reads/refused/not-signed-in"), "shape", Some("$")),
        (KlikitOrderStatus, sample("reads/order-list"), "shape", Some("$.data.orders")),
        (KlikitOrderStatus, sample("dictionaries/order-types"), "shape", Some("$.data")),
        (KlikitOrderStatus, sample("dictionaries/fulfillment-statuses"), "shape", Some("$.data")),
        (KlikitFulfilmentStatus, sample("dictionaries/statuses"), "shape", Some("$.data")),
        (KlikitOrderType, sample("dictionaries/statuses"), "shape", Some("$.data")),
        (KlikitProvider, sample("dictionaries/statuses"), "shape", Some("$.data")),
        (KlikitProvider, r#"[{"id":1,"name":"READY"},{"id":2,"name":"PLACED"}]"#.into(), "shape", Some("$")),
        (Vocabulary::KlikitPaymentMethod, sample("dictionaries/statuses"), "argument", None),
        (Vocabulary::AtlasState, sample("dictionaries/statuses"), "argument", None),
        (Vocabulary::FireStatus, String::new(), "argument", None),
    ];
    for (vocabulary, body, code, path) in cases {
        let refused = load(*vocabulary, body).unwrap_err();
        let found = (refused.code_name(), refused.place().map(|(path, _)| path));
        assert_eq!(found, (*code, *path), "{vocabulary:?} {refused}");
        assert_eq!(vocabulary.is_served(), *code != "argument", "{vocabulary:?}");
        assert!(!refused.hint().is_empty());
    }
    let foreign = load(KlikitOrderStatus, &sample("dictionaries/fulfillment-statuses")).unwrap_err();
    assert!(
        matches!(foreign, DictionaryError::Foreign { vocabulary: KlikitFulfilmentStatus, .. }),
        "{foreign}"
    );

    let tight = Limits { elements: 8, ..Limits::default() };
    let refused = Dictionary::load(KlikitOrderStatus, sample("dictionaries/statuses").as_bytes(), &tight);
    assert_eq!(refused.unwrap_err().code_name(), "too_many_elements");
}

#[test]
fn a_verifier_reads_by_the_dictionary() {
    let statuses = served(Vocabulary::KlikitOrderStatus, "statuses");
    let verifier = Verifier::builder(Platform::Klikit)
        .scheme(Scheme::DangerouslyAcceptAnyone)
        .decoding(|decoder| decoder.dictionary(statuses))
        .build()
        .unwrap();
    let event = verifier.open(&Headers::new(), br#"{"orders":[{"id":1,"status":5}]}"#, 0).unwrap();
    assert_eq!(progress(event.order(0).unwrap()), Some(Progress::Delivered));
    assert_eq!(event.problem_count(), 0);
}

#[test]
fn answers_to_reads_are_read_by_the_dictionary_too() {
    let decoder = decoder().dictionary(served(Vocabulary::KlikitOrderStatus, "statuses"));
    let event = decoder.decode_orders(br#"{"data":{"id":1,"status":5}}"#).unwrap();
    assert_eq!(progress(event.order(0).unwrap()), Some(Progress::Delivered));
}

#[test]
fn a_dictionary_of_another_platform_changes_nothing() {
    let statuses = served(Vocabulary::KlikitOrderStatus, "statuses");
    let body = Vectors::of(Platform::Atlas).body("order-event");
    let plain = Decoder::new(Platform::Atlas);
    let with = plain.clone().dictionary(statuses);
    let read = |decoder: &Decoder| decoder.decode_unverified(&Headers::new(), &body).unwrap().to_json();
    assert_eq!(read(&plain), read(&with));
}

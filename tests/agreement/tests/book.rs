//! Whatever small documents tell of one order, in whatever order, twice or not at all: it goes forward, is printed once and
//! only when it should be, forgets nothing, and is the same when it was kept as text.
//!
//! `PROPTEST_CASES` sets how many stories are tried (default 2,000). A failure prints the shortest story that shows it; such
//! a story belongs into `core/tests/book`.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use tillwire_agreement::book;
use tillwire_core::Platform;
use tillwire_core::event::{Decoder, Event};
use tillwire_core::lifecycle::{Action, Change, OrderBook, PaymentStatus, Progress, Verdict};
use tillwire_core::order::{Order, OrderInt, OrderMoney, OrderText, OrderTime};
use tillwire_core::verify::Headers;

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A document about the one order.
#[derive(Clone, Debug)]
struct Telling {
    platform: Platform,
    /// klikit's type and mark of the delivery.
    headers: Vec<(&'static str, String)>,
    is_answer: bool,
    body: String,
}

impl Telling {
    fn event(&self) -> Event {
        let decoder = Decoder::new(self.platform);
        let mut headers = Headers::new();
        for (name, value) in &self.headers {
            headers.add(name, value.as_bytes()).unwrap();
        }
        match self.is_answer {
            true => decoder.decode_orders(self.body.as_bytes()).unwrap(),
            false => decoder.decode_unverified(&headers, self.body.as_bytes()).unwrap(),
        }
    }
}

/// A member and its value, where it is stated.
fn member(name: &str, value: &Option<String>) -> String {
    value.as_ref().map(|value| format!(r#","{name}":{value}"#)).unwrap_or_default()
}

fn minute() -> impl Strategy<Value = String> {
    (0..6_u32).prop_map(|minute| format!("2026-06-18T12:{minute:02}:00Z"))
}

fn quoted(words: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    of(select(words).prop_map(|word| format!("\"{word}\"")))
}

fn lines() -> impl Strategy<Value = Vec<(&'static str, u32, bool)>> {
    vec((select(&["Sate", "Soto", "Teh"][..]), 1..3_u32, any::<bool>()), 0..3)
}

fn klikit(is_timed: bool) -> impl Strategy<Value = Telling> {
    let kind = select(&["created.v2", "status.updated", "cart.updated", ""][..]);
    let status = of(select(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 77][..]).prop_map(|status| status.to_string()));
    let cart = of(lines().prop_map(|lines| {
        let item = |(name, quantity, has_modifier): &(&str, u32, bool)| {
            let modifiers = if *has_modifier { r#"{"id":1,"title":"Hot"}"# } else { "" };
            format!(
                r#"{{"item_id":7,"title":"{name}","quantity":{quantity},"groups":[{{"modifiers":[{modifiers}]}}]}}"#
            )
        };
        format!("[{}]", lines.iter().map(item).collect::<Vec<_>>().join(","))
    }));
    let at = minute().prop_map(move |at| is_timed.then_some(format!("\"{at}\"")));
    let payment = of((1..6_u32).prop_map(|status| status.to_string()));
    (
        kind,
        at,
        status,
        cart,
        payment,
        quoted(&["a", "b"]),
        quoted(&["1", "2"]),
        of(select(&["m1", "m2", "m3"][..])),
    )
        .prop_map(|(kind, at, status, cart, payment, comment, street, mark)| {
            let order = [
                r#"{"id":42"#.to_owned(),
                member("updated_at", &at),
                member("status", &status),
                member("cart", &cart),
                member("payment_status", &payment),
                member("order_comment", &comment),
                street
                    .map(|street| format!(r#","delivery_info":{{"address":{street}}}"#))
                    .unwrap_or_default(),
                "}".to_owned(),
            ];
            let order = order.concat();
            let is_answer = kind.is_empty();
            let body = match is_answer {
                true => format!(r#"{{"data":{order}}}"#),
                false => format!(r#"{{"brand_id":1,"branch_id":2,"orders":[{order}]}}"#),
            };
            let mut headers = vec![("x-klikit-event-type", format!("klikit.order.{kind}"))];
            headers.extend(mark.map(|mark| ("x-klikit-event-id", mark.to_owned())));
            Telling { platform: Platform::Klikit, headers, is_answer, body }
        })
}

fn atlas(is_timed: bool) -> impl Strategy<Value = Telling> {
    let kind = select(&["created", "updated", "confirmed", "dispatched", "completed", "cancelled"][..]);
    let states = &["unpaid", "confirmed", "ready_for_pickup", "dispatched", "completed", "cancelled", "lost"];
    let paid = of(any::<bool>().prop_map(|paid| paid.to_string()));
    let items = lines().prop_map(|lines| {
        let item = |(at, (name, quantity, voided)): (usize, &(&str, u32, bool))| {
            format!(
                r#"{{"id":{at},"name":"{name}","quantity":{quantity},"voided":{voided},"currency":"SGD"}}"#
            )
        };
        format!("[{}]", lines.iter().enumerate().map(item).collect::<Vec<_>>().join(","))
    });
    let about = (quoted(states), paid, items, quoted(&["Jo", "Ann"]), quoted(&["A", "B"]));
    (kind, 100..106_u32, about, any::<bool>()).prop_map(move |(kind, second, about, is_answer)| {
        let (state, paid, items, contact, street) = about;
        let order = [
            format!(r#"{{"order_id":5,"order_items":{items}"#),
            member("state", &state),
            member("is_paid", &paid),
            member("contact_name", &contact),
            member("address_line1", &street),
            "}".to_owned(),
        ];
        let order = order.concat();
        let body = match is_timed {
            true => format!(r#"{{"event_type":"order.{kind}","event_at":{second},"payload":{order}}}"#),
            false => order,
        };
        Telling { platform: Platform::Atlas, headers: vec![], is_answer: is_answer && !is_timed, body }
    })
}

fn fire() -> impl Strategy<Value = Telling> {
    let kind = select(&["opened", "completed", "cancelled", "status_updated", "invoiced", "reversed"][..]);
    let kitchen =
        of((select(&["preparing", "ready", "dispatched", "burnt"][..]), minute())).prop_map(|kitchen| {
            let step = |(status, at)| {
                format!(r#","kitchen":{{"status":"{status}","occurredAt":"{at}","history":[]}}"#)
            };
            kitchen.map(step).unwrap_or_default()
        });
    let deferred = of(any::<bool>()).prop_map(|eligible| {
        let policy = |eligible| format!(r#","policy":{{"deferredPayment":{{"eligible":{eligible}}}}}"#);
        eligible.map(policy).unwrap_or_default()
    });
    let lines = of(lines().prop_map(|lines| {
        let line = |(at, (name, quantity, _)): (usize, &(&str, u32, bool))| {
            format!(r#"{{"uid":"l{at}","itemDescription":"{name}","quantity":"{quantity}"}}"#)
        };
        format!("[{}]", lines.iter().enumerate().map(line).collect::<Vec<_>>().join(","))
    }));
    let status = quoted(&["OPEN", "COMPLETED", "CANCELLED", "FORCE_CLOSED"]);
    let paid = quoted(&["PENDING", "SUCCEEDED", "FAILED", "ODD"]);
    (kind, minute(), 0..4_u32, (status, paid, kitchen, deferred, lines)).prop_map(
        |(kind, at, mark, about)| {
            let (status, paid, kitchen, deferred, lines) = about;
            let data = [
                r#"{"orderId":"f-1""#.to_owned(),
                member("status", &status),
                member("paymentStatus", &paid),
                kitchen,
                deferred,
                member("orderLines", &lines),
                "}".to_owned(),
            ];
            let body = format!(
                r#"{{"event":{{"id":"e-{mark}","type":"order.{kind}","createdAt":"{at}"}},"data":{}}}"#,
                data.concat()
            );
            Telling { platform: Platform::Fire, headers: vec![], is_answer: false, body }
        },
    )
}

fn story(is_timed: bool) -> impl Strategy<Value = Vec<Telling>> {
    prop_oneof![vec(klikit(is_timed), 1..9), vec(atlas(is_timed), 1..9), vec(fire(), 1..9),]
}

/// How far an order is, by a list of its own.
fn height(progress: Option<Progress>) -> usize {
    use Progress::{
        Accepted, Cancelled, Delivered, Dispatched, Placed, Preparing, Ready, Rejected, Scheduled, Unknown,
    };
    let way =
        [Unknown, Scheduled, Placed, Accepted, Preparing, Ready, Dispatched, Delivered, Rejected, Cancelled];
    progress.map_or(0, |progress| 1 + way.iter().position(|step| *step == progress).unwrap())
}

fn worth(payment: Option<PaymentStatus>) -> u8 {
    match payment {
        Some(PaymentStatus::Paid) => 1,
        Some(PaymentStatus::Refunded) => 2,
        _ => 0,
    }
}

/// What was told so far, and is known now, says that a kitchen should have the order.
fn is_due(so_far: &[Telling], change: &Change) -> bool {
    let order = change.order().unwrap();
    let (progress, payment) = (change.progress().1, change.payment().1);
    let is_accepted = height(progress) >= height(Some(Progress::Accepted));
    let is_said = |kind: &str| so_far.iter().any(|telling| format!("{telling:?}").contains(kind));
    let is_wanted = match change.platform() {
        Platform::Klikit => is_accepted || is_said("order.created"),
        Platform::Atlas => is_accepted && payment != Some(PaymentStatus::Unpaid),
        Platform::Fire => is_said("order.completed") || order.int(OrderInt::PrepareBeforePayment) == Some(1),
        _ => false,
    };
    is_wanted && height(progress) < height(Some(Progress::Rejected)) && order.lines().len() > 0
}

/// Nothing that was known is gone.
fn forgets_nothing(before: &Order, now: &Order) {
    for &field in OrderText::ALL {
        let goes_with_the_state = field == OrderText::StateName;
        assert!(
            before.text(field).is_none() || now.text(field).is_some() || goes_with_the_state,
            "{field:?}"
        );
    }
    for &field in OrderMoney::ALL {
        assert!(before.money(field).is_none() || now.money(field).is_some(), "{field:?}");
    }
    for &field in OrderTime::ALL {
        assert!(before.time(field).is_none() || now.time(field).is_some(), "{field:?}");
    }
    assert!(before.steps().len() <= now.steps().len());
    assert!(before.parties().len() <= now.parties().len());
}

fn apply(book: &mut OrderBook, telling: &Telling) -> Change {
    book.apply("main", &telling.event(), 0).unwrap().remove(0)
}

fn told(story: &[Telling]) -> OrderBook {
    let mut book = OrderBook::default();
    story.iter().for_each(|telling| drop(apply(&mut book, telling)));
    book
}

fn json(change: &Change) -> String {
    Change::list_to_json(std::slice::from_ref(change)).unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_order_goes_forward_and_is_printed_once(story in prop_oneof![story(true), story(false)]) {
        let mut book = OrderBook::default();
        let (mut printed, mut voided, mut highest, mut most) = (0, 0, 0, 0);
        for (at, telling) in story.iter().enumerate() {
            book::check(&telling.event());
            let change = apply(&mut book, telling);
            let now = height(change.progress().1);
            assert!(now >= highest, "fell to {:?}", change.progress().1);
            assert!(worth(change.payment().1) >= most, "fell to {:?}", change.payment().1);
            (highest, most) = (now, worth(change.payment().1));
            match change.action() {
                Action::Print => {
                    printed += 1;
                    assert!(is_due(&story[..=at], &change), "{:?}", change.progress().1);
                }
                Action::Void => voided += 1,
                Action::Reprint => assert!(printed == 1 && voided == 0 && !change.lines().is_empty()),
                _ => {}
            }
            assert!(printed <= 1 && voided <= printed);
            assert_eq!(change.is_printed(), printed == 1);
            if let Some(before) = change.before() {
                forgets_nothing(before, change.order().unwrap());
            }
            if matches!(change.verdict(), Verdict::Duplicate | Verdict::Stale) {
                assert!(matches!(change.action(), Action::Nothing | Action::Fetch));
                assert_eq!(change.progress().0, change.progress().1);
            }
            let again = apply(&mut book, telling);
            assert_eq!((again.verdict(), again.action()), (Verdict::Duplicate, Action::Nothing));
        }
    }

    #[test]
    fn tellings_with_times_come_to_the_same_in_any_order(
        (story, other) in story(true)
            .prop_flat_map(|story| (Just(story.clone()), Just(story).prop_shuffle()))
    ) {
        let (book, other) = (told(&story), told(&other));
        let (state, of_other) = (book.orders().next().unwrap().1, other.orders().next().unwrap().1);
        assert_eq!(state.order(), of_other.order());
        assert_eq!((state.progress(), state.payment()), (of_other.progress(), of_other.payment()));
    }

    #[test]
    fn a_book_that_is_kept_as_text_in_between_is_the_same(story in prop_oneof![story(true), story(false)]) {
        let (mut straight, mut broken) = (OrderBook::default(), OrderBook::default());
        for telling in &story {
            let kept = broken.export().unwrap();
            broken = OrderBook::default();
            broken.import(kept.as_bytes()).unwrap();
            assert_eq!(broken.export().unwrap(), kept);
            let (expected, found) = (apply(&mut straight, telling), apply(&mut broken, telling));
            assert_eq!(json(&found), json(&expected));
        }
        assert_eq!(straight.export(), broken.export());
    }
}

/// One document says of an order that it is a test, and that it is none.
#[test]
fn an_order_that_is_a_test_and_none_is_printed_once() {
    let body = br#"{"brand_id": 1, "branch_id": 2, "orders": [
        {"id": 7, "status": 2, "type": 1, "provider_id": 1, "is_fake": false},
        {"id": 7, "status": 6, "type": 1, "provider_id": 1, "is_fake": true, "cart": [
            {"item_id": 55, "klikit_name": "Mee goreng", "quantity": 1, "price": 1250}]}]}"#;
    let event = Decoder::new(Platform::Klikit).decode_unverified(&Headers::new(), body).unwrap();
    let mut book = OrderBook::default();
    let changes = (0..4).flat_map(|at| book.apply("an account", &event, at).unwrap());
    assert_eq!(changes.filter(|change| change.action() == Action::Print).count(), 1);
    book::check(&event);
}

//! The book: what the till is told to do for each delivery, whatever arrives, twice, late or out of order.

#[path = "book/story.rs"]
mod story;

use std::collections::BTreeMap;

use story::{CART, CREATED, Delivery, FIRE_LINES, STATUS, atlas, atlas_at, fire, item, klikit, step};
use tillwire_core::event::Decoder;
use tillwire_core::lifecycle::{
    Action, Ask, AskReason, BookLimits, Change, ImportError, LineChangeKind, OrderBook, OrderState,
    Permission, Progress, Verdict,
};
use tillwire_core::order::{LineText, OrderMoney, OrderText};
use tillwire_core::{Limits, Platform};

fn apply(book: &mut OrderBook, delivery: &Delivery) -> Change {
    let mut changes = book.apply("main", &delivery.event(), 0).unwrap();
    assert_eq!(changes.len(), 1);
    changes.remove(0)
}

fn actions(deliveries: &[Delivery]) -> Vec<Action> {
    let mut book = OrderBook::default();
    deliveries.iter().map(|delivery| apply(&mut book, delivery).action()).collect()
}

/// A scenario and how its tellings may relate.
struct Story {
    name: &'static str,
    deliveries: Vec<Delivery>,
    /// Whether the order may ever be printed.
    printable: bool,
    /// Whether the final state is the same in whichever order the deliveries arrive: where each states its time.
    any_order: bool,
}

fn stories() -> Vec<Story> {
    let cart = |items: &[String]| format!(r#""status":2,"cart":[{}]"#, items.join(","));
    let one = [item("Rendang", 1)];
    let two = [item("Rendang", 2), item("Sate", 1)];
    vec![
        Story {
            name: "klikit, cooked and cancelled",
            deliveries: vec![
                klikit(CREATED, 1, &cart(&one)),
                klikit(CART, 2, &cart(&two)),
                klikit(STATUS, 3, r#""status":2"#),
                klikit(STATUS, 4, r#""status":4"#),
                klikit(STATUS, 5, r#""status":9"#),
                klikit(STATUS, 6, r#""status":3,"cancellation_reason":"customer""#),
            ],
            printable: true,
            any_order: true,
        },
        Story {
            name: "klikit, a test",
            deliveries: vec![
                klikit(CREATED, 1, &format!(r#""is_fake":true,{}"#, cart(&one))),
                klikit(CART, 2, &format!(r#""is_fake":true,{}"#, cart(&two))),
                klikit(STATUS, 3, r#""is_fake":true,"status":4"#),
            ],
            printable: false,
            any_order: true,
        },
        Story {
            name: "Fire, paid while it cooks",
            deliveries: vec![
                fire(
                    "order.opened",
                    1,
                    &format!(
                        r#""status":"OPEN","paymentStatus":"PENDING","policy":{{"deferredPayment":{{"eligible":true}}}},{FIRE_LINES}"#
                    ),
                ),
                step(2, "preparing", 1),
                fire(
                    "order.completed",
                    3,
                    &format!(
                        r#""status":"COMPLETED","paymentStatus":"SUCCEEDED","orderCode":"K1",{FIRE_LINES}"#
                    ),
                ),
                step(4, "ready", 2),
                step(5, "dispatched", 3),
            ],
            printable: true,
            any_order: true,
        },
        Story {
            name: "Fire, cancelled before it is completed",
            deliveries: vec![
                fire(
                    "order.opened",
                    1,
                    &format!(r#""status":"OPEN","paymentStatus":"PENDING",{FIRE_LINES}"#),
                ),
                fire(
                    "order.cancelled",
                    2,
                    &format!(
                        r#""status":"CANCELLED","paymentStatus":"SUCCEEDED","cancellation":{{"cancellationReason":"error"}},{FIRE_LINES}"#
                    ),
                ),
                fire(
                    "order.completed",
                    3,
                    &format!(r#""status":"COMPLETED","paymentStatus":"SUCCEEDED",{FIRE_LINES}"#),
                ),
                step(4, "preparing", 1),
            ],
            printable: true,
            any_order: true,
        },
        Story {
            name: "Fire, opened and never paid",
            deliveries: vec![
                fire(
                    "order.opened",
                    1,
                    &format!(r#""status":"OPEN","paymentStatus":"PENDING",{FIRE_LINES}"#),
                ),
                fire("order.status_changed", 2, r#""status":"OPEN""#),
            ],
            printable: false,
            any_order: true,
        },
        Story {
            name: "Atlas, with times",
            deliveries: vec![
                atlas_at("order.created", 100, "unpaid"),
                atlas_at("order.confirmed", 200, "confirmed"),
                atlas_at("order.updated", 300, "confirmed"),
                atlas_at("order.dispatched", 400, "dispatched"),
                atlas_at("order.completed", 500, "completed"),
                atlas_at("order.cancelled", 600, "cancelled"),
            ],
            printable: true,
            any_order: true,
        },
        Story {
            name: "Atlas, without times",
            deliveries: vec![
                atlas("unpaid", 1),
                atlas("confirmed", 1),
                atlas("confirmed", 2),
                atlas("completed", 2),
            ],
            printable: true,
            any_order: false,
        },
        Story {
            name: "Atlas, never paid",
            deliveries: vec![atlas("unpaid", 1), atlas("unpaid", 2)],
            printable: false,
            any_order: false,
        },
    ]
}

/// Every order in which some of these many can come, each at most once.
fn sequences(many: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![vec![]];
    let mut begin = 0;
    for _ in 0..many {
        let end = all.len();
        for from in begin..end {
            for next in 0..many {
                if !all[from].contains(&next) {
                    let longer = [all[from].clone(), vec![next]].concat();
                    all.push(longer);
                }
            }
        }
        begin = end;
    }
    all.split_off(1)
}

/// What does not depend on the order of arrival.
fn outcome(state: &OrderState) -> String {
    let order = serde_json::to_value(state.order()).unwrap();
    format!("{:?} {:?} {order}", state.progress(), state.payment())
}

#[test]
fn whatever_arrives_the_order_goes_forward_and_is_printed_once() {
    for story in stories() {
        let events: Vec<_> = story.deliveries.iter().map(Delivery::event).collect();
        let mut outcomes: BTreeMap<Vec<usize>, String> = BTreeMap::new();
        for sequence in sequences(events.len()) {
            // Each delivery twice: at once, and once more at the end.
            let mut arriving: Vec<usize> = sequence.iter().flat_map(|&event| [event, event]).collect();
            arriving.extend(&sequence);
            let (mut once, mut book) = (OrderBook::default(), OrderBook::default());
            for &event in &sequence {
                once.apply("main", &events[event], 0).unwrap();
            }
            let (mut printed, mut voided) = (0, 0);
            let mut reached = Progress::Unknown;
            for (place, &event) in arriving.iter().enumerate() {
                let name = format!("{}: {sequence:?} at {place}", story.name);
                let change = book.apply("main", &events[event], 0).unwrap().remove(0);
                let now = change.progress().1.unwrap_or(Progress::Unknown);
                assert_eq!(reached.join(now), now, "{name}: from {reached:?} to {now:?}");
                reached = now;
                match change.action() {
                    Action::Print => printed += 1,
                    Action::Void => voided += 1,
                    Action::Reprint => assert_eq!(printed, 1, "{name}: reprinted before it was printed"),
                    _ => {}
                }
                if place % 2 == 1 && place < 2 * sequence.len() {
                    assert_eq!(change.verdict(), Verdict::Duplicate, "{name}");
                    assert_eq!(change.action(), Action::Nothing, "{name}");
                }
            }
            assert!(
                printed <= usize::from(story.printable),
                "{}: {sequence:?} printed {printed}",
                story.name
            );
            assert!(voided <= printed, "{}: {sequence:?}", story.name);
            let state = |book: &OrderBook| outcome(book.orders().next().unwrap().1);
            if story.any_order {
                assert_eq!(state(&book), state(&once), "{}: {sequence:?} repeated", story.name);
                let mut set = sequence.clone();
                set.sort_unstable();
                let first = outcomes.entry(set).or_insert_with(|| state(&once));
                assert_eq!(&state(&once), first, "{}: {sequence:?}", story.name);
            }
        }
    }
}

#[test]
fn in_their_order_each_story_is_printed_once() {
    for story in stories() {
        let printed = actions(&story.deliveries).iter().filter(|action| **action == Action::Print).count();
        let never = story.name.contains("cancelled before");
        assert_eq!(printed, usize::from(story.printable && !never), "{}", story.name);
    }
}

#[test]
fn an_export_after_each_step_changes_nothing() {
    for story in stories() {
        let (mut straight, mut broken) = (OrderBook::default(), OrderBook::default());
        for delivery in &story.deliveries {
            let expected = apply(&mut straight, delivery);
            let text = broken.export().unwrap();
            broken = OrderBook::default();
            assert_eq!(broken.import(text.as_bytes()).unwrap(), broken.counts().orders);
            assert_eq!(broken.export().unwrap(), text, "{}", story.name);
            let found = apply(&mut broken, delivery);
            assert_eq!(found.action(), expected.action(), "{}", story.name);
            assert_eq!(found.verdict(), expected.verdict(), "{}", story.name);
            assert_eq!(found.lines(), expected.lines(), "{}", story.name);
            assert_eq!(found.order(), expected.order(), "{}", story.name);
        }
        assert_eq!(broken.export(), straight.export(), "{}", story.name);
    }
}

#[test]
fn a_changed_cart_prints_what_changed_only() {
    let cart = |items: &str| klikit(CART, 2, &format!(r#""status":2,"cart":[{items}]"#));
    let before = format!(r#""status":2,"cart":[{},{}]"#, item("Rendang", 1), item("Sate", 1));
    let after = format!("{},{}", item("Rendang", 3), item("Gado-gado", 1));
    let mut book = OrderBook::default();
    assert_eq!(apply(&mut book, &klikit(CREATED, 1, &before)).action(), Action::Print);
    let change = apply(&mut book, &cart(&after));
    assert_eq!(change.action(), Action::Reprint);
    let name = |order: Option<&tillwire_core::order::Order>, line: Option<usize>| {
        Some(order?.line(line?)?.text(LineText::Name)?.to_owned())
    };
    let told: Vec<_> = change
        .lines()
        .iter()
        .map(|line| (line.kind, name(change.before(), line.before), name(change.order(), line.after)))
        .collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            (LineChangeKind::Quantity, text("Rendang"), text("Rendang")),
            (LineChangeKind::Added, None, text("Gado-gado")),
            (LineChangeKind::Removed, text("Sate"), None),
        ]
    );
}

#[test]
fn a_thin_event_of_an_unknown_order_says_fetch() {
    let mut book = OrderBook::default();
    let change = apply(&mut book, &klikit(STATUS, 1, r#""status":2"#));
    assert_eq!((change.verdict(), change.action()), (Verdict::New, Action::Fetch));
    assert!(change.needs_detail() && !change.is_printed());
    let change = apply(&mut OrderBook::default(), &step(1, "preparing", 1));
    assert_eq!(change.action(), Action::Fetch);
}

#[test]
fn a_cart_before_its_order_is_a_preview() {
    let delivery = klikit(CART, 1, &format!(r#""cart":[{}]"#, item("Rendang", 1)));
    assert_eq!(actions(&[delivery]), [Action::Preview]);
}

#[test]
fn absence_erases_nothing() {
    let full = format!(
        r#""status":2,"short_id":"GF-1","total":"12.50","currency":"AED","cart":[{}]"#,
        item("Rendang", 1)
    );
    let mut book = OrderBook::default();
    apply(&mut book, &klikit(CREATED, 1, &full));
    let change = apply(&mut book, &klikit(STATUS, 2, r#""status":9"#));
    let order = change.order().unwrap();
    assert_eq!(order.text(OrderText::Reference), Some("GF-1"));
    assert_eq!(order.money(OrderMoney::Total).unwrap().amount.to_string(), "12.50");
    assert_eq!(order.lines().len(), 1);
    assert_eq!(change.progress(), (Some(Progress::Accepted), Some(Progress::Dispatched)));
}

#[test]
fn without_times_a_b_a_ends_at_a_and_is_uncertain() {
    let (a, b) = (atlas("confirmed", 1), atlas("confirmed", 2));
    let mut book = OrderBook::default();
    apply(&mut book, &a);
    let change = apply(&mut book, &b);
    assert!(change.is_uncertain());
    assert_eq!(apply(&mut book, &b).verdict(), Verdict::Duplicate);
    let change = apply(&mut book, &a);
    assert_eq!(change.action(), Action::Reprint);
    let quantity = |change: &Change| {
        let line = change.order().unwrap().line(0).unwrap();
        line.money(tillwire_core::order::LineMoney::Quantity).unwrap().amount.to_string()
    };
    assert_eq!(quantity(&change), "1");
}

#[test]
fn finished_orders_leave_first_and_are_remembered() {
    let limits = BookLimits { orders: 2, remembered_seconds: 60, remembered: 10 };
    let mut book = OrderBook::new(limits);
    let order = |id: u32, state: &str| {
        let mut delivery = atlas(state, 1);
        delivery.body = delivery.body.replace(r#""order_id":5"#, &format!(r#""order_id":{id}"#));
        delivery.event()
    };
    let mut apply = |id, state, now| book.apply("main", &order(id, state), now).unwrap().remove(0);
    assert_eq!(apply(1, "confirmed", 1).action(), Action::Print);
    assert_eq!(apply(2, "completed", 2).action(), Action::Print);
    assert_eq!(apply(3, "confirmed", 3).action(), Action::Print);
    // The second has left, as the only finished one.
    let late = apply(2, "completed", 4);
    assert_eq!(
        (late.verdict(), late.action(), late.is_printed()),
        (Verdict::Forgotten, Action::Nothing, true)
    );
    // It is cancelled after all: its ticket is void.
    assert_eq!(apply(2, "cancelled", 5).action(), Action::Void);
    // An open order leaves where there is no finished one, and is not printed a second time.
    assert_eq!(apply(4, "confirmed", 5).action(), Action::Print);
    let back = apply(1, "confirmed", 6);
    assert_eq!((back.verdict(), back.action()), (Verdict::New, Action::Update));
    // After its time, what left is forgotten.
    let gone = apply(9, "confirmed", 1000);
    assert_eq!(gone.verdict(), Verdict::New);
    let counts = book.counts();
    assert_eq!((counts.orders, counts.forgotten), (2, 1));
    assert!(counts.left_open >= 1 && counts.left_finished >= 1, "{counts:?}");
    assert_eq!(counts.remembered, 1, "{counts:?}");
}

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
fn fires_dispatching_event_stays_with_the_order() {
    let mut book = OrderBook::default();
    apply(&mut book, &fire("order.completed", 1, &format!(r#""status":"COMPLETED",{FIRE_LINES}"#)));
    let change = apply(&mut book, &step(2, "ready", 2));
    assert_eq!(change.dispatch_event_id(), Some("e-order.completed-1"));
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
fn an_emptied_cart_removes_every_line() {
    let before = format!(r#""status":2,"cart":[{}]"#, item("Rendang", 1));
    let mut book = OrderBook::default();
    apply(&mut book, &klikit(CREATED, 1, &before));
    assert_eq!(
        apply(&mut book, &klikit(STATUS, 2, r#""status":2,"cart":[]"#)).order().unwrap().lines().len(),
        1
    );
    let change = apply(&mut book, &klikit(CART, 3, r#""status":2,"cart":[]"#));
    assert_eq!((change.action(), change.lines().len()), (Action::Reprint, 1));
    assert_eq!(change.order().unwrap().lines().len(), 0);
}

#[test]
fn an_order_without_an_id_is_in_no_book() {
    let body = br#"{"orders":[{"orderCode":"OC-3","status":"OPEN"}]}"#;
    let event = Decoder::new(Platform::Fire).decode_orders(body).unwrap();
    let mut book = OrderBook::default();
    assert_eq!(book.apply("main", &event, 0).unwrap()[0].verdict(), Verdict::NotUnderstood);
    assert_eq!(book.counts().orders, 0);
}

//! Every order in which up to six tellings of an order can arrive, each also left out and repeated: what holds of all of them.
//!
//! The expectations here are made from the sets of tellings alone, by rules written down for each story, and not by the
//! tables of the library.

use std::collections::BTreeMap;

use tillwire_core::Platform;
use tillwire_core::event::Event;
use tillwire_core::lifecycle::{Action, OrderBook, PaymentStatus, Progress, Verdict};
use tillwire_core::order::{Order, StepRef};

use super::story::{
    CART, CREATED, Delivery, FIRE_LINES, STATUS, actions, apply, atlas, atlas_at, cart, fire, item, klikit,
    klikit_answer, step, verdicts,
};

/// Positions of the tellings that arrived.
type Arrived = [usize];

struct Story {
    name: &'static str,
    deliveries: Vec<Delivery>,
    /// Whether a kitchen should have the order, once these have arrived.
    is_due: fn(&Arrived) -> bool,
    /// Which of them cancel it.
    cancel: &'static [usize],
    /// Which of them say that it is paid.
    pay: &'static [usize],
    /// Whether each states its time, so that it makes no difference in which order they arrive.
    is_timed: bool,
}

fn any(arrived: &Arrived, of: &[usize]) -> bool {
    arrived.iter().any(|telling| of.contains(telling))
}

#[allow(clippy::too_many_lines, reason = "one story after the other")]
fn stories() -> Vec<Story> {
    let one = cart(&[item("Rendang", 1)]);
    let two = cart(&[item("Rendang", 2), item("Sate", 1)]);
    let fire_document = |status: &str, paid: &str, more: &str| {
        format!(r#""status":"{status}","paymentStatus":"{paid}"{more},{FIRE_LINES}"#)
    };
    let opened = fire_document("OPEN", "PENDING", "");
    let deferred = r#","policy":{"deferredPayment":{"eligible":true}}"#;
    vec![
        Story {
            name: "klikit, cooked and cancelled",
            deliveries: vec![
                klikit(CREATED, 1, &format!(r#""status":2,{one}"#)),
                klikit(CART, 2, &format!(r#""status":2,{two}"#)),
                klikit(STATUS, 3, r#""status":2"#),
                klikit(STATUS, 4, r#""status":4"#),
                klikit(STATUS, 5, r#""status":9"#),
                klikit(STATUS, 6, r#""status":3,"cancellation_reason":"customer""#),
            ],
            // With lines from the first two, each of which says that it was accepted.
            is_due: |arrived| any(arrived, &[0, 1]),
            cancel: &[5],
            pay: &[],
            is_timed: true,
        },
        Story {
            name: "klikit, all in one second, read in between",
            deliveries: vec![
                klikit(CREATED, 1, &format!(r#""status":1,{one}"#)),
                klikit(STATUS, 1, r#""status":1"#),
                klikit(CART, 1, &format!(r#""status":1,{two}"#)),
                klikit(STATUS, 1, r#""status":2,"short_id":"K-1","payment_status":3"#),
                klikit_answer(1, &format!(r#""status":2,"short_id":"K-1","payment_status":1,{two}"#)),
            ],
            is_due: |arrived| any(arrived, &[0, 4]) || (any(arrived, &[2]) && any(arrived, &[3])),
            cancel: &[],
            pay: &[4],
            is_timed: true,
        },
        Story {
            name: "klikit, a test",
            deliveries: vec![
                klikit(CREATED, 1, &format!(r#""is_fake":true,{one}"#)),
                klikit(CART, 2, &format!(r#""is_fake":true,{two}"#)),
                klikit(STATUS, 3, r#""is_fake":true,"status":4"#),
                klikit(STATUS, 4, r#""is_fake":true,"status":3"#),
            ],
            is_due: |_| false,
            cancel: &[3],
            pay: &[],
            is_timed: true,
        },
        Story {
            name: "Fire, paid while it cooks",
            deliveries: vec![
                fire("order.opened", 1, &fire_document("OPEN", "PENDING", deferred)),
                step(2, "preparing", 1),
                fire("order.completed", 3, &fire_document("COMPLETED", "SUCCEEDED", deferred)),
                step(4, "ready", 2),
                step(5, "dispatched", 3),
                fire("order.invoiced", 6, &fire_document("COMPLETED", "SUCCEEDED", "")),
            ],
            is_due: |arrived| any(arrived, &[0, 2]),
            cancel: &[],
            pay: &[1, 2, 3, 4, 5],
            is_timed: true,
        },
        Story {
            name: "Fire, paid before it cooks",
            deliveries: vec![
                fire("order.opened", 1, &opened),
                fire("order.opened", 2, &fire_document("OPEN", "FAILED", "")),
                fire("order.completed", 3, &fire_document("COMPLETED", "SUCCEEDED", "")),
                step(4, "preparing", 1),
            ],
            is_due: |arrived| any(arrived, &[2]),
            cancel: &[],
            pay: &[2, 3],
            is_timed: true,
        },
        Story {
            name: "Fire, cancelled before it is completed",
            deliveries: vec![
                fire("order.opened", 1, &opened),
                fire(
                    "order.cancelled",
                    2,
                    &fire_document(
                        "CANCELLED",
                        "SUCCEEDED",
                        r#","cancellation":{"cancellationReason":"error"}"#,
                    ),
                ),
                fire("order.completed", 3, &fire_document("COMPLETED", "SUCCEEDED", "")),
                step(4, "preparing", 1),
                fire("order.reversed", 5, &fire_document("CANCELLED", "SUCCEEDED", "")),
            ],
            is_due: |arrived| any(arrived, &[2]),
            cancel: &[1, 4],
            pay: &[1, 2, 3, 4],
            is_timed: true,
        },
        Story {
            name: "Fire, opened and never paid",
            deliveries: vec![
                fire("order.opened", 1, &opened),
                fire("order.status_changed", 2, r#""status":"OPEN""#),
                fire("order.opened", 3, &fire_document("OPEN", "FAILED", "")),
            ],
            is_due: |_| false,
            cancel: &[],
            pay: &[],
            is_timed: true,
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
            is_due: |arrived| any(arrived, &[1, 2, 3, 4]),
            cancel: &[5],
            pay: &[],
            is_timed: true,
        },
        Story {
            name: "Atlas, without times",
            deliveries: vec![
                atlas("unpaid", 1),
                atlas("confirmed", 1),
                atlas("confirmed", 2),
                atlas("dispatched", 2),
                atlas("completed", 2),
                atlas("cancelled", 2),
            ],
            is_due: |arrived| any(arrived, &[1, 2, 3, 4]),
            cancel: &[5],
            pay: &[],
            is_timed: false,
        },
        Story {
            name: "Atlas, never paid",
            deliveries: vec![atlas("unpaid", 1), atlas("unpaid", 2), atlas("unpaid", 3)],
            is_due: |_| false,
            cancel: &[],
            pay: &[],
            is_timed: false,
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

/// How far an order is, by a list of its own.
fn height(progress: Option<Progress>) -> usize {
    use Progress::{
        Accepted, Cancelled, Delivered, Dispatched, Placed, Preparing, Ready, Rejected, Scheduled, Unknown,
    };
    let way =
        [Unknown, Scheduled, Placed, Accepted, Preparing, Ready, Dispatched, Delivered, Rejected, Cancelled];
    progress.map_or(0, |progress| 1 + way.iter().position(|step| *step == progress).unwrap())
}

/// How often an order is to be printed and voided, by which tellings arrive after which.
fn tickets(story: &Story, sequence: &Arrived) -> (usize, usize) {
    let cancelled = sequence.iter().position(|telling| story.cancel.contains(telling));
    let before = &sequence[..cancelled.unwrap_or(sequence.len())];
    let printed = usize::from((story.is_due)(before));
    (printed, if cancelled.is_some() { printed } else { 0 })
}

/// Checks the stories of a platform.
fn check(platform: Platform) {
    let stories: Vec<_> =
        stories().into_iter().filter(|story| story.deliveries[0].platform == platform).collect();
    assert!(!stories.is_empty());
    for story in stories {
        let events: Vec<_> = story.deliveries.iter().map(Delivery::event).collect();
        let mut outcomes: BTreeMap<Vec<usize>, Order> = BTreeMap::new();
        for sequence in sequences(events.len()) {
            let order = arrives(&story, &events, &sequence);
            if story.is_timed {
                let mut set = sequence.clone();
                set.sort_unstable();
                let first = outcomes.entry(set).or_insert_with(|| order.clone());
                assert_eq!(&order, first, "{}: {sequence:?}", story.name);
            }
        }
    }
}

/// Lets tellings arrive, each twice, and all once more at the end; the order as they leave it.
fn arrives(story: &Story, events: &[Event], sequence: &Arrived) -> Order {
    let mut book = OrderBook::default();
    let (mut printed, mut voided, mut highest) = (0, 0, 0);
    let mut arrive = |event: usize, is_repeat: bool| {
        let name = format!("{}: {event} of {sequence:?}", story.name);
        let change = book.apply("main", &events[event], 0).unwrap().remove(0);
        let now = height(change.progress().1);
        assert!(now >= highest, "{name}: fell to {:?}", change.progress().1);
        highest = now;
        match change.action() {
            Action::Print => printed += 1,
            Action::Void => voided += 1,
            Action::Reprint => assert_eq!((printed, voided), (1, 0), "{name}"),
            _ => {}
        }
        if is_repeat {
            assert_eq!((change.verdict(), change.action()), (Verdict::Duplicate, Action::Nothing), "{name}");
        }
    };
    for &event in sequence {
        arrive(event, false);
        arrive(event, true);
    }
    // Of tellings without a time, only the last one is known as such.
    for &event in sequence {
        arrive(event, story.is_timed);
    }

    let name = format!("{}: {sequence:?}", story.name);
    assert_eq!((printed, voided), tickets(story, sequence), "{name}: tickets");
    let (_, state) = book.orders().next().unwrap();
    let is_paid = state.payment() == Some(PaymentStatus::Paid);
    assert_eq!(is_paid, any(sequence, story.pay), "{name}: {:?}", state.payment());
    let is_off = state.progress() == Some(Progress::Cancelled);
    assert_eq!(is_off, any(sequence, story.cancel), "{name}: {:?}", state.progress());
    state.order().clone()
}

#[test]
fn a_klikit_order_goes_forward_and_is_printed_once_whatever_arrives() {
    check(Platform::Klikit);
}

#[test]
fn an_atlas_order_goes_forward_and_is_printed_once_whatever_arrives() {
    check(Platform::Atlas);
}

#[test]
fn a_fire_order_goes_forward_and_is_printed_once_whatever_arrives() {
    check(Platform::Fire);
}

#[test]
fn fires_payment_and_kitchen_go_side_by_side() {
    let story = stories().into_iter().find(|story| story.name == "Fire, paid while it cooks").unwrap();
    let steps = [(1, "preparing"), (3, "ready"), (4, "dispatched")];
    for sequence in sequences(story.deliveries.len()) {
        let mut book = OrderBook::default();
        for &event in &sequence {
            book.apply("main", &story.deliveries[event].event(), 0).unwrap();
        }
        let (_, state) = book.orders().next().unwrap();
        let reached =
            state.order().steps().map(|step: StepRef<'_>| step.progress().name()).collect::<Vec<_>>();
        let told = steps.iter().filter(|(event, _)| sequence.contains(event)).map(|(_, name)| *name);
        assert_eq!(reached, told.collect::<Vec<_>>(), "{sequence:?}");
        let expected = reached.last().copied().or(sequence.contains(&0).then_some("placed"));
        assert_eq!(state.progress().map(Progress::name), expected, "{sequence:?}");
    }
}

#[test]
fn a_clock_that_is_wrong_all_the_time_makes_no_difference() {
    let story = |ahead: i64| {
        [
            atlas_at("order.created", 100 + ahead, "unpaid"),
            atlas_at("order.completed", 500 + ahead, "completed"),
            atlas_at("order.confirmed", 200 + ahead, "confirmed"),
        ]
    };
    let century = 100 * 365 * 24 * 60 * 60;
    for ahead in [-century, century] {
        assert_eq!(actions(&story(0)), actions(&story(ahead)));
        assert_eq!(verdicts(&story(0)), verdicts(&story(ahead)));
    }
}

#[test]
fn an_export_after_each_step_changes_nothing() {
    for story in stories() {
        for sequence in
            sequences(story.deliveries.len()).iter().filter(|sequence| sequence.len() > 2).step_by(7)
        {
            let (mut straight, mut broken) = (OrderBook::default(), OrderBook::default());
            for &event in sequence {
                let delivery = &story.deliveries[event];
                let expected = apply(&mut straight, delivery);
                let text = broken.export().unwrap();
                broken = OrderBook::default();
                assert_eq!(broken.import(text.as_bytes()).unwrap(), broken.counts().orders);
                assert_eq!(broken.export().unwrap(), text, "{}", story.name);
                let found = apply(&mut broken, delivery);
                assert_eq!(serde_json::to_string(&found).unwrap(), serde_json::to_string(&expected).unwrap());
                assert_eq!(found.before(), expected.before(), "{}", story.name);
            }
            assert_eq!(broken.export(), straight.export(), "{}", story.name);
        }
    }
}

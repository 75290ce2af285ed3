//! Limits: which orders leave a book, and what is still known of them.

use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::lifecycle::{
    Action, Ask, AskReason, BookLimits, Change, OrderBook, Permission, Progress, Verdict,
};
use tillwire_core::order::OrderText;

use super::story::{
    CREATED, Delivery, FIRE_LINES, STATUS, atlas, cart, fire, item, klikit, klikit_answer, step,
};

/// The same delivery about another order.
fn about(id: u32, delivery: &Delivery) -> Delivery {
    let mut other = delivery.clone();
    for (own, another) in [
        (r#""order_id":5"#, format!(r#""order_id":{id}"#)),
        (r#""id":42"#, format!(r#""id":{id}"#)),
        (r#""orderId":"f-1""#, format!(r#""orderId":"{id}""#)),
    ] {
        other.body = other.body.replace(own, &another);
    }
    other
}

/// A book of this many orders, and a way to tell it of one of them at a time.
struct Small(OrderBook);

impl Small {
    fn new(orders: usize) -> Self {
        Self(OrderBook::new(BookLimits { orders, remembered_seconds: 60, remembered: 10 }))
    }

    fn tell(&mut self, id: u32, delivery: &Delivery, now: i64) -> Change {
        self.0.apply("main", &about(id, delivery).event(), now).unwrap().remove(0)
    }

    fn atlas(&mut self, id: u32, state: &str, now: i64) -> Change {
        self.tell(id, &atlas(state, 1), now)
    }

    /// The ids of the orders that it holds.
    fn ids(&self) -> Vec<&str> {
        self.0.orders().map(|(_, state)| state.order().text(OrderText::Id).unwrap()).collect()
    }
}

#[test]
fn finished_orders_leave_first_and_are_remembered() {
    let mut book = Small::new(2);
    assert_eq!(book.atlas(1, "confirmed", 1).action(), Action::Print);
    assert_eq!(book.atlas(2, "completed", 2).action(), Action::Print);
    assert_eq!(book.atlas(3, "confirmed", 3).action(), Action::Print);
    // The second has left, as the only finished one.
    let late = book.atlas(2, "completed", 4);
    assert_eq!(
        (late.verdict(), late.action(), late.is_printed()),
        (Verdict::Forgotten, Action::Nothing, true)
    );
    // It is cancelled after all: its ticket is void.
    assert_eq!(book.atlas(2, "cancelled", 5).action(), Action::Void);
    // An open order leaves where there is no finished one, and is not printed a second time.
    assert_eq!(book.atlas(4, "confirmed", 5).action(), Action::Print);
    let back = book.atlas(1, "confirmed", 6);
    assert_eq!((back.verdict(), back.action()), (Verdict::New, Action::Update));
    // After its time, what left is forgotten.
    let gone = book.atlas(9, "confirmed", 1000);
    assert_eq!(gone.verdict(), Verdict::New);
    let counts = book.0.counts();
    assert_eq!((counts.orders, counts.finished, counts.forgotten), (2, 0, 1), "{counts:?}");
    assert!(counts.left_open >= 1 && counts.left_finished >= 1, "{counts:?}");
    assert_eq!(counts.remembered, 1, "{counts:?}");
}

#[test]
fn the_one_that_was_not_heard_of_for_longest_leaves() {
    let mut book = Small::new(3);
    for id in 1..=3 {
        book.atlas(id, "confirmed", id.into());
    }
    book.atlas(1, "dispatched", 4);
    book.atlas(4, "confirmed", 5);
    assert_eq!(book.ids(), ["1", "3", "4"]);
}

/// Whether it is open, when it was heard of last, and how many deliveries came by then: the least leaves first.
type Turn = (bool, i64, u32);

#[test]
fn orders_leave_in_turn_however_often_and_at_whatever_time_they_are_heard_of() {
    let mut book = Small::new(6);
    let mut model: Vec<(Turn, String)> = Vec::new();
    let (mut random, mut forgotten, mut left) = (1_u32, 0, 0);
    for count in 1..=2_000 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let id = count / 10 + (random >> 24) % 12;
        // The clock goes on, and back now and then.
        let now = i64::from(count / 3) - if (random >> 16) % 8 == 0 { 5 } else { 0 };
        let state = if (random >> 20) % 4 == 0 { "completed" } else { "confirmed" };
        let change = book.tell(id, &atlas(state, count), now);
        if change.verdict() == Verdict::Forgotten {
            forgotten += 1;
        } else {
            let is_open = change.progress().1 != Some(Progress::Delivered);
            model.retain(|(_, known)| *known != id.to_string());
            model.push(((is_open, now, count), id.to_string()));
            model.sort();
            if model.len() > 6 {
                left += 1;
                model.remove(0);
            }
        }
        let mut expected: Vec<_> = model.iter().map(|(_, id)| id.as_str()).collect();
        expected.sort_unstable();
        assert_eq!(book.ids(), expected, "after {count}");
        let finished = model.iter().filter(|((is_open, ..), _)| !is_open).count();
        assert_eq!(book.0.counts().finished, finished, "after {count}");
    }
    assert!(forgotten > 100 && left > 100, "{forgotten} were forgotten, {left} left");
}

#[test]
fn an_order_that_another_of_its_delivery_let_go_leaves_again() {
    let answer = |now: i64, ids: &[&str]| {
        let orders: Vec<_> =
            ids.iter().map(|id| format!(r#"{{"orderId":"{id}","orderCode":"{now}"}}"#)).collect();
        let body = format!(r#"{{"orders":[{}]}}"#, orders.join(","));
        Decoder::new(Platform::Fire).decode_orders(body.as_bytes()).unwrap()
    };
    let mut book = Small::new(2);
    for (now, ids) in [(1, &["2"][..]), (2, &["3"]), (3, &["1", "2"]), (4, &["4"]), (5, &["5"])] {
        book.0.apply("main", &answer(now, ids), now).unwrap();
    }
    assert_eq!(book.ids(), ["4", "5"]);
}

#[test]
fn an_order_that_is_imported_alone_leaves_in_its_turn() {
    let mut book = Small::new(5);
    for id in 1..=5 {
        book.atlas(id, "confirmed", id.into());
    }
    book.atlas(1, "dispatched", 6);
    let mut other = Small::new(5);
    for id in ["4", "1", "3", "5", "2"] {
        let text = book.0.export_order("main", Platform::Atlas, id).unwrap();
        assert_eq!(other.0.import(text.as_bytes()), Ok(1));
    }
    for (id, left) in [(6, "2"), (7, "3"), (8, "4"), (9, "5"), (10, "1")] {
        assert!(other.ids().contains(&left));
        other.atlas(id, "confirmed", 7);
        assert!(!other.ids().contains(&left), "{left} is still there");
    }
}

#[test]
fn a_finished_order_is_counted_until_it_leaves() {
    let mut book = Small::new(3);
    book.atlas(1, "confirmed", 1);
    book.atlas(2, "completed", 1);
    assert_eq!(book.0.counts().finished, 1);
    book.atlas(1, "completed", 2);
    assert_eq!(book.0.counts().finished, 2);
    book.0.remove("main", Platform::Atlas, "1");
    assert_eq!(book.0.counts().finished, 1);
    book.0.set_limits(BookLimits { orders: 1, ..book.0.limits() });
    book.atlas(3, "confirmed", 3);
    let counts = book.0.counts();
    assert_eq!((counts.orders, counts.finished, counts.left_finished), (1, 0, 1));
}

#[test]
fn an_open_order_comes_back_with_what_counts() {
    // Its dispatching event, which the kitchen's reports have to cite.
    let mut book = Small::new(1);
    let completed = fire("order.completed", 1, &format!(r#""status":"COMPLETED",{FIRE_LINES}"#));
    assert_eq!(book.tell(1, &completed, 1).action(), Action::Print);
    book.atlas(2, "confirmed", 2);
    let back = book.tell(1, &step(2, "preparing", 1), 3);
    assert_eq!((back.action(), back.is_printed()), (Action::Update, true));
    assert_eq!(back.dispatch_event_id(), Some("e-order.completed-1"));
    let state = book.0.order("main", Platform::Fire, "1").unwrap();
    assert_eq!(state.may_ask(Ask::Ready, false), (Permission::Allowed, AskReason::None));

    // That it was placed, so that it is printed once its lines are known.
    let mut book = Small::new(1);
    assert_eq!(book.tell(1, &klikit(CREATED, 1, r#""status":1"#), 1).action(), Action::Fetch);
    book.atlas(2, "confirmed", 2);
    let answer = klikit_answer(1, &format!(r#""status":1,{}"#, cart(&[item("Sate", 1)])));
    assert_eq!(book.tell(1, &answer, 3).action(), Action::Print);

    // That it is a test.
    let mut book = Small::new(1);
    book.tell(1, &klikit(CREATED, 1, r#""is_fake":true,"status":2"#), 1);
    book.atlas(2, "confirmed", 2);
    let lines = klikit(STATUS, 2, &format!(r#""status":2,{}"#, cart(&[item("Sate", 1)])));
    assert_eq!(book.tell(1, &lines, 3).action(), Action::Update);

    // That it is not paid.
    let mut book = Small::new(1);
    book.tell(1, &fire("order.opened", 1, r#""status":"OPEN","paymentStatus":"FAILED""#), 1);
    book.atlas(2, "confirmed", 2);
    let back = book.tell(1, &fire("order.status_changed", 2, r#""status":"OPEN""#), 3);
    assert_eq!(back.payment().1.map(tillwire_core::lifecycle::PaymentStatus::name), Some("failed"));
}

#[test]
fn what_left_is_exported_and_imported() {
    let mut book = Small::new(1);
    let completed = fire("order.completed", 1, &format!(r#""status":"COMPLETED",{FIRE_LINES}"#));
    book.tell(1, &completed, 1);
    book.atlas(2, "completed", 2);
    book.atlas(3, "confirmed", 3);
    let text = book.0.export().unwrap();
    let mut other = Small::new(1);
    assert_eq!(other.0.import(text.as_bytes()), Ok(1));
    assert_eq!(other.0.export().unwrap(), text);
    assert_eq!(other.0.counts().remembered, 2);
    assert_eq!(other.atlas(2, "completed", 4).verdict(), Verdict::Forgotten);
    assert_eq!(other.tell(1, &step(2, "ready", 2), 5).dispatch_event_id(), Some("e-order.completed-1"));
}

#[test]
fn an_import_forgets_no_order_over_an_older_export_without_it() {
    let mut book = Small::new(1);
    book.atlas(1, "confirmed", 1);
    book.atlas(2, "confirmed", 2);
    // The first has left by now; here it is in the book.
    let text = book.0.export().unwrap();
    let mut other = Small::new(5);
    other.atlas(1, "confirmed", 1);
    assert_eq!(other.0.import(text.as_bytes()), Ok(1));
    assert_eq!((other.0.counts().orders, other.0.counts().remembered), (2, 0));
    assert_eq!(other.0.order("main", Platform::Atlas, "1").unwrap().order().lines().len(), 1);
    // The other way round, an order that is imported is no longer one that left.
    let text = other.0.export_order("main", Platform::Atlas, "1").unwrap();
    book.0.set_limits(BookLimits { orders: 2, ..book.0.limits() });
    assert_eq!(book.0.import(text.as_bytes()), Ok(1));
    assert_eq!((book.0.counts().orders, book.0.counts().remembered), (2, 0));
}

#[test]
fn an_import_keeps_to_the_limits() {
    let mut book = Small::new(5);
    for id in 1..=5 {
        book.atlas(id, if id == 3 { "completed" } else { "confirmed" }, id.into());
    }
    let text = book.0.export().unwrap();
    let mut other = Small::new(2);
    assert_eq!(other.0.import(text.as_bytes()), Ok(5));
    let ids: Vec<_> = ["1", "2", "3", "4", "5"]
        .into_iter()
        .filter(|id| other.0.order("main", Platform::Atlas, id).is_some())
        .collect();
    assert_eq!(ids, ["4", "5"], "those that were heard of last");
}

//! What holds of a book of orders, whatever event is applied to it: an order says what was told of it, telling it again
//! changes nothing, and a book that was kept as text is the same book.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use tillwire_core::event::Event;
use tillwire_core::lifecycle::{Action, Change, OrderBook, Verdict};
use tillwire_core::order::{Order, OrderText};

/// Applies an event to an empty book in all ways that must come to the same.
///
/// # Panics
/// Where something does not hold.
pub fn check(event: &Event) {
    let (mut book, changes) = applied(OrderBook::default(), event);
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for (change, order) in changes.iter().zip(event.orders()) {
        let Some(id) = order.text(OrderText::Id) else {
            assert_eq!(change.verdict(), Verdict::NotUnderstood);
            continue;
        };
        assert_eq!(change.order_id(), Some(id));
        let times = told.entry(id).or_default();
        *times += 1;
        assert_eq!(change.verdict() == Verdict::New, *times == 1);
        assert_eq!(change.before().is_some(), matches!(change.verdict(), Verdict::Changed | Verdict::Stale));
        if *times == 1 {
            same(order, change.order().expect("an order that was told"));
        }
    }
    assert_eq!(book.counts().orders, told.len());

    let before = book.export().expect("there is memory");
    let (mut kept, _) = (import(&before), damage(&before));
    assert_eq!(kept.export().as_ref(), Some(&before), "what is kept as text comes back as something else");
    let again = book.apply("an account", event, 1).expect("there is memory");
    let of_kept = kept.apply("an account", event, 1).expect("there is memory");
    for (change, of_kept) in again.iter().zip(&of_kept) {
        assert_eq!(json(change), json(of_kept), "a book that was kept as text does something else");
        if change.order_id().is_some_and(|id| told.get(id) == Some(&1)) {
            assert_eq!((change.verdict(), change.action()), (Verdict::Duplicate, Action::Nothing));
        }
    }
    // Told again, an order may be printed that was not before, as where one document says both that it is a test and that
    // it is none.
    let mut printed = BTreeSet::new();
    for change in changes.iter().chain(&again).filter(|change| change.action() == Action::Print) {
        assert!(printed.insert(change.order_id()), "printed twice");
    }
}

/// An event applied to a book, and the changes, held against their JSON.
fn applied(mut book: OrderBook, event: &Event) -> (OrderBook, Vec<Change>) {
    let changes = book.apply("an account", event, 0).expect("there is memory");
    assert_eq!(changes.len(), event.orders().len().max(1));
    for change in &changes {
        let json = json(change);
        assert_eq!(json["verdict"], change.verdict().name());
        assert_eq!(json["action"], change.action().name());
        assert_eq!(json.get("order").is_some(), change.order().is_some());
    }
    (book, changes)
}

fn json(change: &Change) -> Value {
    let json = Change::list_to_json(std::slice::from_ref(change)).expect("there is memory");
    serde_json::from_str::<Value>(&json).expect("a change is JSON")[0].take()
}

fn import(text: &str) -> OrderBook {
    let mut book = OrderBook::default();
    book.import(text.as_bytes()).expect("an export is imported");
    book
}

/// Changes one byte of an export: it is refused and the book stays as it was, or what it says now is kept.
fn damage(text: &str) {
    let mut damaged = text.as_bytes().to_vec();
    // Anywhere, but each time at the same place.
    let place = text.bytes().fold(7_usize, |place, byte| place.wrapping_mul(31).wrapping_add(byte.into()));
    let length = damaged.len();
    damaged[place % length] = b"19\"}],:{e x"[place / length % 11];
    let mut book = OrderBook::default();
    if book.import(&damaged).is_err() {
        assert_eq!(book.counts().orders, 0);
    } else {
        let once = book.export().expect("there is memory");
        assert_eq!(import(&once).export().as_ref(), Some(&once));
    }
}

/// Holds what a book has of an order against what was told of it alone.
fn same(told: &Order, kept: &Order) {
    let (mut told, mut kept) = (members(told), members(kept));
    let (told_steps, kept_steps) = (told.remove("steps"), kept.remove("steps"));
    for list in ["parties", "adjustments"] {
        assert_eq!(sorted(told.remove(list)), sorted(kept.remove(list)), "{list}");
    }
    assert_eq!(told, kept);
    // Each step once, in the order in which they are taken.
    let reached = |steps: Option<Value>| -> Vec<(Value, Value)> {
        let steps = steps.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
        steps.into_iter().map(|step| (step["progress"].clone(), step)).collect()
    };
    let (told, kept) = (reached(told_steps), reached(kept_steps));
    for (progress, step) in &told {
        let first = told.iter().find(|(other, _)| other == progress).map(|(_, step)| step);
        assert_eq!(kept.iter().filter(|(other, _)| other == progress).count(), 1);
        assert!(first != Some(step) || kept.iter().any(|(_, other)| other == step), "{step}");
    }
    assert!(kept.len() <= told.len());
}

fn members(order: &Order) -> Map<String, Value> {
    let json = serde_json::to_value(order).expect("an order is JSON");
    json.as_object().cloned().expect("an object")
}

/// The elements of a list, whatever their order.
fn sorted(list: Option<Value>) -> Vec<String> {
    let list = list.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
    let mut list: Vec<_> = list.iter().map(Value::to_string).collect();
    list.sort();
    list
}

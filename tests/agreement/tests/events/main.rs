//! Events hold together whatever is done to a delivery, and come to the same however it is spelt.
//!
//! Deliveries are the shared cases of `tests/vectors`, changed at random. `PROPTEST_CASES` sets how many changed ones are
//! tried (default 2,000). What fails belongs into `tests/vectors`, as a case of its platform.

mod cases;
mod change;
#[path = "../../../../core/tests/vectors/mod.rs"]
mod vectors;

use std::cell::Cell;
use std::hash::{DefaultHasher, Hash, Hasher};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use serde_json::{Value as Json, json};
use tillwire_agreement::print::{Plan, Style, text};
use tillwire_core::event::Event;

use cases::{CASES, Case, TYPES};
use change::Change;

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn case() -> impl Strategy<Value = &'static Case> {
    any::<Index>().prop_map(|index| index.get(&CASES))
}

fn print(plan: &Plan, choices: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    Style::new(choices).print(plan, &mut text);
    text.into_bytes()
}

/// Puts the members of every object in another order; those of one name keep theirs, since the last of them counts.
fn reorder(plan: &mut Plan, seed: u64) {
    match plan {
        Plan::Array(elements) => elements.iter_mut().for_each(|value| reorder(value, seed)),
        Plan::Object(members) => {
            for (_, value) in &mut *members {
                reorder(value, seed);
            }
            members.sort_by_key(|(name, _)| {
                let mut hasher = DefaultHasher::new();
                (seed, text(name)).hash(&mut hasher);
                hasher.finish()
            });
        }
        _ => {}
    }
}

/// An event's JSON without what tells how the document was spelt: offsets and the key of its bytes.
fn without_spelling(event: &Event) -> Json {
    let mut json: Json =
        serde_json::from_str(&event.to_json().expect("there is memory")).expect("the event is JSON");
    for keys in json["keys"].as_array_mut().expect("a list") {
        keys.as_object_mut().expect("an object").remove("content");
    }
    let listed = event.problems().iter();
    let mut problems: Vec<_> = listed.map(|problem| (problem.code.name(), &problem.path)).collect();
    problems.sort();
    // Which of very many problems are listed depends on where they are.
    let all = problems.len() == event.problem_count();
    json["problems"] = if all { json!(problems) } else { Json::Null };
    json
}

#[test]
fn whatever_is_changed_events_hold_together() {
    let changes = vec((any::<Index>(), Change::any()), 1..6);
    let pinned = prop_oneof![2 => Just(None), 1 => any::<Index>().prop_map(Some)];
    let orders = Cell::new(0_u32);
    let done = TestRunner::new(config()).run(
        &(case(), changes, pinned, vec(any::<u8>(), 1..20)),
        |(case, changes, pinned, choices)| {
            let mut plan = case.plan();
            for (at, change) in &changes {
                change.apply(&mut plan, *at);
            }
            let mut decoder = case.decoder.clone();
            if let Some(pinned) = pinned {
                decoder = decoder.expect_event(&TYPES[pinned.index(TYPES.len())]);
            }
            if let Ok(event) = case.read(&decoder, &print(&plan, &choices)) {
                orders.set(orders.get() + u32::from(event.orders().len() > 0));
            }
            Ok(())
        },
    );
    if let Err(error) = done {
        panic!("{error}");
    }
    assert!(orders.get() > config().cases / 3, "only {} deliveries still had an order", orders.get());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_event_is_the_same_however_it_is_spelt(case in case(), seed in any::<u64>(), choices in vec(any::<u8>(), 1..40)) {
        let mut plan = case.plan();
        reorder(&mut plan, seed);
        let read = |body: &[u8]| case.read(&case.decoder, body).map(|event| without_spelling(&event));
        prop_assert_eq!(read(&print(&plan, &choices)).expect(&case.name), read(&case.body).expect(&case.name));
    }
}

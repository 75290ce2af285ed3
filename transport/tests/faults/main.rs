//! The table of faults: each fault of the simulated platforms, once and for good, in a read, a write with a key, and a write
//! without one. Whatever goes wrong, nothing is done twice, and a call ends in time and says what happened.
//!
//! `cargo test -p tillwire-transport --test faults -- --nocapture` prints the table.

mod call;
mod check;

#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use tillwire_core::http::Trouble;
use tillwire_sim::{Fault, RetryAfter};

use call::Kind;

/// Each fault, with what it comes to where it stays; nothing where the call is answered all the same.
fn faults() -> Vec<(Fault, Option<Trouble>)> {
    let committed = |fault| Fault::Committed(Box::new(fault));
    let redirect = Fault::Redirect { status: 307, location: "http://127.0.0.1:9/".to_owned() };
    vec![
        (Fault::DropBeforeReading, Some(Trouble::Broken)),
        (Fault::DropAfterCommit, Some(Trouble::Broken)),
        (Fault::HalfHeaders, Some(Trouble::Broken)),
        (Fault::SlowDrip { interval_ms: 100 }, Some(Trouble::TimedOut)),
        (Fault::LengthTooLong, Some(Trouble::Broken)),
        (Fault::LengthTooShort, Some(Trouble::BadAnswer)),
        (Fault::TooManyRequests(RetryAfter::Seconds(2)), Some(Trouble::RateLimited)),
        (Fault::TooManyRequests(RetryAfter::Date(3)), Some(Trouble::RateLimited)),
        (Fault::TooManyRequests(RetryAfter::Garbage("soon".to_owned())), Some(Trouble::RateLimited)),
        (Fault::TooManyRequests(RetryAfter::Missing), Some(Trouble::RateLimited)),
        (Fault::Status(401), Some(Trouble::Unauthorized)),
        (Fault::Status(403), Some(Trouble::Forbidden)),
        (Fault::Status(404), Some(Trouble::NotFound)),
        (Fault::Status(500), Some(Trouble::Unavailable)),
        (Fault::Status(503), Some(Trouble::Unavailable)),
        (Fault::ProxyPage, Some(Trouble::Unavailable)),
        (Fault::HugeBody { bytes: 16 << 20 }, Some(Trouble::TooLarge)),
        (Fault::EmptyOk, None),
        (Fault::TruncatedJson, Some(Trouble::BadAnswer)),
        (redirect, Some(Trouble::Redirected)),
        (Fault::BlackHole, Some(Trouble::TimedOut)),
        (committed(Fault::Status(500)), Some(Trouble::Unavailable)),
        (committed(Fault::ProxyPage), Some(Trouble::Unavailable)),
        (committed(Fault::BlackHole), Some(Trouble::TimedOut)),
    ]
}

#[test]
fn whatever_goes_wrong_nothing_is_done_twice_and_every_call_ends() {
    let faults = faults();
    let mut cases: Vec<_> = (0..faults.len())
        .flat_map(|fault| Kind::ALL.iter().flat_map(move |kind| [1, 1000].map(|times| (fault, *kind, times))))
        .collect();
    // The longest are begun first.
    cases.sort_by_key(|(_, _, times)| *times);
    let cases = Mutex::new(cases);
    let outcomes = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..64 {
            scope.spawn(|| {
                loop {
                    let Some((fault, kind, times)) = cases.lock().unwrap().pop() else { return };
                    let (fault_itself, trouble) = &faults[fault];
                    let outcome = check::run(fault_itself, *trouble, kind, times);
                    outcomes.lock().unwrap().insert((fault, kind, times), outcome);
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().unwrap();
    print(&faults, &outcomes);
    let wrong: Vec<_> =
        outcomes.values().filter_map(|outcome| outcome.as_ref().err()).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), outcomes.len(), wrong.join("\n"));
    assert_eq!(outcomes.len(), faults.len() * Kind::ALL.len() * 2);
}

type Outcomes = BTreeMap<(usize, Kind, u32), Result<String, String>>;

fn print(faults: &[(Fault, Option<Trouble>)], outcomes: &Outcomes) {
    for kind in Kind::ALL {
        println!("\n{}", kind.name());
        println!("{:<46} {:<44} every time", "fault", "once");
        for (position, (fault, _)) in faults.iter().enumerate() {
            let cell = |times| match &outcomes[&(position, *kind, times)] {
                Ok(text) => text.clone(),
                Err(_) => "WRONG".to_owned(),
            };
            let name = format!("{fault:?}");
            println!("{:<46} {:<44} {}", name.chars().take(45).collect::<String>(), cell(1), cell(1000));
        }
    }
}

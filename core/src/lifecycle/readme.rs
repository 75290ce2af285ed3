//! The tables of an order's life as the README shows them.

extern crate std;

use std::fmt::Write;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::asks::{Ask, AskReason, Permission};
use super::axes::{PaymentStatus, Progress};
use super::due::{self, Condition};
use super::state::OrderState;
use super::transitions::Move;
use crate::order::OrderInt;
use crate::platform::Platform;
use crate::readme::{self, title};

fn is_step<T: Copy>(from: T, to: T, on: fn(T, T) -> Move) -> bool {
    on(from, to) == Move::Advance
}

/// Progress: each step that no two others make up. What every open order may become leads from all of them.
fn progress() -> String {
    let known = Progress::ALL.iter().copied().filter(|progress| *progress != Progress::Unknown);
    let (off, open): (Vec<_>, Vec<_>) = known.partition(|progress| progress.is_off());
    let may = |from, to| is_step(from, to, Progress::on);
    let mut diagram =
        String::from("```mermaid\nstateDiagram-v2\n    direction LR\n    state \"an order\" as order {\n");
    diagram.push_str("        direction LR\n");
    for &from in &open {
        for &to in &open {
            let is_direct = !open.iter().any(|&between| may(from, between) && may(between, to));
            if may(from, to) && is_direct {
                let _ = writeln!(diagram, "        {} --> {}", from.name(), to.name());
            }
        }
    }
    diagram.push_str("    }\n");
    for &to in &off {
        assert!(open.iter().all(|&from| may(from, to)), "not every order may become {}", to.name());
        let _ = writeln!(diagram, "    order --> {}", to.name());
    }
    for &from in &off {
        for &to in off.iter().filter(|&&to| may(from, to)) {
            let _ = writeln!(diagram, "    {} --> {}", from.name(), to.name());
        }
    }
    diagram.push_str("```\n");
    diagram
}

/// Payment: each step that no two others make up, and both ways where neither is further.
fn payment() -> String {
    let known: Vec<_> =
        PaymentStatus::ALL.iter().copied().filter(|status| *status != PaymentStatus::Unknown).collect();
    let may = |from, to| is_step(from, to, PaymentStatus::on);
    let rises = |from, to| may(from, to) && !may(to, from);
    let mut diagram = String::from("```mermaid\nstateDiagram-v2\n    direction LR\n");
    for &from in &known {
        for &to in &known {
            let is_direct = !known.iter().any(|&between| rises(from, between) && rises(between, to));
            if may(from, to) && is_direct {
                let _ = writeln!(diagram, "    {} --> {}", from.name(), to.name());
            }
        }
    }
    diagram.push_str("```\n");
    diagram
}

/// When a ticket is due.
fn due() -> String {
    let words = |condition: &Condition| match condition {
        Condition::Created => "was created",
        Condition::Accepted => "is accepted or further",
        Condition::NotUnpaid => "is not known to be unpaid",
        Condition::Settled => "is settled",
        Condition::BeforePayment => "may be prepared before payment",
    };
    let mut table = String::from("| platform | a ticket is due once the order |\n| --- | --- |\n");
    for (platform, sets) in due::TABLE {
        let sets: Vec<_> =
            sets.iter().map(|set| set.iter().map(words).collect::<Vec<_>>().join(" and ")).collect();
        let _ = writeln!(table, "| {} | {} |", title(*platform), sets.join(", or "));
    }
    table
}

/// What a till may ask for, found out by asking for it.
fn asks() -> String {
    let mut table = String::from("| request |");
    for platform in Platform::ALL {
        let _ = write!(table, " {} |", title(*platform));
    }
    let _ = write!(table, "\n| --- |{}\n", " --- |".repeat(Platform::ALL.len()));
    for &ask in Ask::ALL {
        let _ = write!(table, "| `{}` |", ask.name().to_uppercase());
        for &platform in Platform::ALL {
            let _ = write!(table, " {} |", may_ask(platform, ask));
        }
        table.push('\n');
    }
    table
}

fn may_ask(platform: Platform, ask: Ask) -> String {
    let asked = |progress: Progress, is_dispatched: bool, with_reason| {
        let mut state = OrderState::new(platform);
        state.order.set_int(OrderInt::Progress, Some(progress.code().into()));
        state.dispatch_event_id = is_dispatched.then(|| "e-1".into());
        state.may_ask(ask, with_reason)
    };
    if asked(Progress::Placed, true, true) == (Permission::Refused, AskReason::Unsupported) {
        return "–".into();
    }
    let way: Vec<_> =
        Progress::ALL.iter().copied().filter(|progress| *progress != Progress::Unknown).collect();
    let is_allowed = |progress: &Progress| asked(*progress, true, true).0 == Permission::Allowed;
    let first = way.iter().position(is_allowed).expect("a request that is never allowed");
    let end =
        first + way[first..].iter().position(|progress| !is_allowed(progress)).expect("one that always is");
    let since = if first > 0 { format!("{} ", way[first].name()) } else { String::new() };
    let mut rules = format!("{since}until {}", way[end].name());
    if asked(way[first], true, false).1 == AskReason::NeedsReason {
        rules.push_str(", with a reason code");
    }
    if asked(way[first], false, true).1 == AskReason::NotDispatched {
        rules.push_str(", citing the event that dispatched it");
    }
    rules
}

#[test]
fn the_readme_shows_the_tables() {
    let parts = [("progress", progress()), ("payment", payment()), ("tickets", due()), ("requests", asks())];
    readme::check("README.md", &parts);
}

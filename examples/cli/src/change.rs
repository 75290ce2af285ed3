//! What a delivery did to an order, on one line; and the lines that changed below it.

use tillwire_core::lifecycle::{Change, PaymentStatus, Progress, Verdict};
use tillwire_core::order::Order;

use crate::args::Changes;
use crate::failure::Failure;
use crate::terminal;
use crate::ticket;

/// A change as it is printed, with the ticket or the lines that changed below it. `label` says where it came from.
pub(crate) fn text(output: &Changes, label: &str, change: &Change, about: &str) -> Result<String, Failure> {
    if output.json {
        let text = serde_json::to_string(change)
            .map_err(|error| Failure::delivery(format!("the change cannot be written as JSON: {error}")))?;
        return Ok(terminal::json(&text) + "\n");
    }
    let below = if output.tickets { ticket::of_change(change) } else { edits(change) };
    Ok(terminal::line(label) + ": " + &line(change, about) + &below)
}

/// The order, what the delivery was, what the till is to do, how far the order has come, and what deserves attention.
/// `about` says what a delivery about no order is about.
fn line(change: &Change, about: &str) -> String {
    let order = change.order_id().map_or_else(|| about.into(), |id| named(id, change.order()));
    let did = (change.verdict() != Verdict::Held)
        .then(|| format!("{}, {}", change.verdict().name(), change.action().name()));
    let state = Some(state(change)).filter(|state| !state.is_empty());
    let said: Vec<_> = did.into_iter().chain(state).collect();
    terminal::line(&format!("{order}: {}", said.join("; "))) + "\n"
}

/// The order as people call it, and the platform's id where that is another.
pub(crate) fn named(id: &str, order: Option<&Order>) -> String {
    match order.and_then(ticket::called).filter(|name| *name != id) {
        Some(name) => format!("order {name} ({id})"),
        None => format!("order {id}"),
    }
}

/// How far the order has come, whether it is paid where that is news, and what deserves attention.
fn state(change: &Change) -> String {
    let is_held = change.verdict() == Verdict::Held;
    let (before, now) = change.progress();
    let progress = step(before.map(Progress::name), now.map(Progress::name));
    let (before, now) = change.payment();
    let payment = step(before.map(PaymentStatus::name), now.map(PaymentStatus::name));
    let payment = payment.filter(|_| is_held || before != now).map(|payment| format!("payment {payment}"));
    let due = change.due_at().map(|time| format!("due {time}"));
    let flags = [
        (is_held && change.is_printed(), "printed"),
        (change.is_uncertain(), "uncertain"),
        (change.needs_detail(), "needs detail"),
        (change.is_test(), "test"),
    ];
    let flags = flags.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name.into());
    let parts: Vec<String> = progress.into_iter().chain(payment).chain(due).chain(flags).collect();
    parts.join(", ")
}

/// From where to where; where it is, if it was there or nowhere before.
fn step(before: Option<&str>, now: Option<&str>) -> Option<String> {
    let now = now?;
    Some(match before.filter(|before| *before != now) {
        Some(before) => format!("{before} -> {now}"),
        None => now.into(),
    })
}

/// The lines that changed after the ticket was printed, indented.
fn edits(change: &Change) -> String {
    let mut text = String::new();
    for edit in change.lines() {
        let kind = [edit.kind.name()].into_iter().chain(std::iter::repeat(""));
        for (kind, row) in kind.zip(ticket::edited(change, edit)) {
            text += &terminal::line(&format!("    {kind:<9} {row}"));
            text.push('\n');
        }
    }
    text
}

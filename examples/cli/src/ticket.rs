//! The kitchen ticket of an order as text, and what changes on it.

use std::fmt::Write;

use tillwire_core::lifecycle::{Action, Change, LineChange, Progress};
use tillwire_core::order::{
    Fulfilment, LineInt, LineKind, LineList, LineMoney, LineRef, LineText, Order, OrderInt, OrderMoney,
    OrderText, StepRef, StepText, StepTime,
};

use crate::terminal;

const EDGE: &str = "+----------------------------------------";

/// The ticket. Nothing in it drives a printer: control characters are spaces.
pub(crate) fn text(order: &Order) -> String {
    let mut rows = Vec::new();
    let fulfilment = order.int(OrderInt::Fulfilment).and_then(|code| i32::try_from(code).ok());
    let fulfilment = fulfilment.and_then(Fulfilment::from_code).unwrap_or(Fulfilment::Unknown);
    rows.extend(field("ORDER", called(order)));
    rows.extend(field("from", order.text(OrderText::Channel)));
    rows.extend(field("for", Some(fulfilment.name())));
    rows.extend(field("table", order.text(OrderText::Table)));
    rows.extend(field("due", order.text(OrderText::TimeSlot)));
    rows.extend(field("note", order.text(OrderText::Notes)));
    rows.push("|".into());
    rows.extend(section(order.lines().flat_map(line).map(|row| format!("| {row}"))));
    rows.extend(section(order.steps().filter_map(|reported| field("kitchen", Some(&step(reported))))));
    let total = order.money(OrderMoney::Total).map(|total| total.to_string());
    rows.extend(field("total", total.as_deref()));
    slip(rows)
}

/// What is to be printed for a change: a ticket, what changed on it, or that it is void; nothing where nothing is.
pub(crate) fn of_change(change: &Change) -> String {
    let Some(order) = change.order() else { return String::new() };
    match change.action() {
        Action::Print => text(order),
        Action::Reprint => changed(change, order),
        Action::Void => void(order),
        _ => String::new(),
    }
}

fn changed(change: &Change, order: &Order) -> String {
    let mut rows: Vec<_> = field("CHANGED", called(order)).into_iter().collect();
    rows.push("|".into());
    for edit in change.lines() {
        rows.push(format!("| {}", edit.kind.name()));
        rows.extend(edited(change, edit).into_iter().map(|row| format!("| {row}")));
    }
    slip(rows)
}

fn void(order: &Order) -> String {
    let rows = [field("VOID", called(order)), field("reason", order.text(OrderText::CancellationReason))];
    slip(rows.into_iter().flatten().collect())
}

/// A line that changed with what stands below it, as it is now; one that is gone, as it was.
pub(crate) fn edited(change: &Change, edit: &LineChange) -> Vec<String> {
    let (before, now) = (change.before(), change.order());
    let place = match edit.after {
        Some(at) => now.map(|order| (order, at)),
        None => before.zip(edit.before),
    };
    let Some((order, at)) = place else { return Vec::new() };
    let below = order.lines().skip(at.saturating_add(1)).take_while(|line| line.depth() > 0);
    let mut rows: Vec<_> = order.line(at).into_iter().chain(below).flat_map(line).collect();
    let quantity_at = |order: Option<&Order>, at: Option<usize>| order?.line(at?).map(quantity);
    let (was, is) = (quantity_at(before, edit.before), quantity_at(now, edit.after));
    if let (Some(first), Some(was)) =
        (rows.first_mut(), was.filter(|was| is.as_ref().is_some_and(|is| is != was)))
    {
        // Writing to a String cannot fail.
        let _ = write!(first, " (was {was})");
    }
    rows
}

/// What people call the order; its id where nobody gave it a name.
pub(crate) fn called(order: &Order) -> Option<&str> {
    let reference = order.text(OrderText::Reference).filter(|reference| !reference.is_empty());
    reference.or_else(|| order.text(OrderText::Id))
}

/// Rows between edges, free of control characters.
fn slip(rows: Vec<String>) -> String {
    let edge = || [EDGE.to_string()].into_iter();
    edge().chain(rows).chain(edge()).map(|row| terminal::line(&row) + "\n").collect()
}

/// Rows and an empty one behind them, unless there are none.
fn section(rows: impl Iterator<Item = String>) -> Vec<String> {
    let mut rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        rows.push("|".into());
    }
    rows
}

/// A labelled row, unless there is nothing to say.
fn field(label: &str, text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(|text| format!("| {label:<10} {text}"))
}

fn quantity(line: LineRef<'_>) -> String {
    let quantity = line.money(LineMoney::Quantity);
    quantity.map_or_else(|| "?".into(), |quantity| quantity.amount.normalize().to_string())
}

/// A line of the order, and the customer's note under it.
fn line(line: LineRef<'_>) -> impl Iterator<Item = String> {
    let indent = "    ".repeat(usize::try_from(line.depth()).unwrap_or(0));
    let mark = if line.kind() == LineKind::Modifier { "+ " } else { "" };
    let quantity = quantity(line);
    let name = line.text(LineText::Name).unwrap_or_default();
    let tags: Vec<_> = line.list(LineList::KitchenTags).map(|tag| format!(" [{tag}]")).collect();
    let void = if line.int(LineInt::Voided) == Some(1) { " ** VOID **" } else { "" };
    let note = line.text(LineText::Notes).filter(|note| !note.is_empty());
    let note = note.map(|note| format!("{indent}    \"{note}\""));
    [format!("{indent}{mark}{quantity} x {name}{}{void}", tags.concat())].into_iter().chain(note)
}

/// What the kitchen has reported: in our word, or the platform's where we have none; where, and when.
fn step(step: StepRef<'_>) -> String {
    let word = match step.progress() {
        Progress::Unknown => step.text(StepText::State).unwrap_or(Progress::Unknown.name()),
        known => known.name(),
    };
    let station = step.text(StepText::Station).map(|station| format!(" at {station}"));
    let time = step.time(StepTime::At).map(|time| format!(", {time}"));
    [word, &station.unwrap_or_default(), &time.unwrap_or_default()].concat()
}

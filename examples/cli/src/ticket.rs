//! The kitchen ticket of an order, as text.

use tillwire_core::lifecycle::Progress;
use tillwire_core::order::{
    Fulfilment, LineInt, LineKind, LineList, LineMoney, LineRef, LineText, Order, OrderInt, OrderMoney,
    OrderText, StepRef, StepText, StepTime,
};

use crate::terminal;

const EDGE: &str = "+----------------------------------------";

/// The ticket. Nothing in it drives a printer: control characters are spaces.
pub(crate) fn text(order: &Order) -> String {
    let mut rows = vec![EDGE.to_string()];
    let fulfilment = order.int(OrderInt::Fulfilment).and_then(|code| i32::try_from(code).ok());
    let fulfilment = fulfilment.and_then(Fulfilment::from_code).unwrap_or(Fulfilment::Unknown);
    let reference = order.text(OrderText::Reference).filter(|reference| !reference.is_empty());
    rows.extend(field("ORDER", reference.or_else(|| order.text(OrderText::Id))));
    rows.extend(field("from", order.text(OrderText::Channel)));
    rows.extend(field("for", Some(fulfilment.name())));
    rows.extend(field("table", order.text(OrderText::Table)));
    rows.extend(field("due", order.text(OrderText::TimeSlot)));
    rows.extend(field("note", order.text(OrderText::Notes)));
    rows.push("|".into());
    rows.extend(section(order.lines().flat_map(line)));
    rows.extend(section(order.steps().filter_map(|reported| field("kitchen", Some(&step(reported))))));
    let total = order.money(OrderMoney::Total).map(|total| total.to_string());
    rows.extend(field("total", total.as_deref()));
    rows.push(EDGE.into());
    rows.iter().map(|row| terminal::line(row) + "\n").collect()
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

/// A line of the order, and the customer's note under it.
fn line(line: LineRef<'_>) -> impl Iterator<Item = String> {
    let indent = "    ".repeat(usize::try_from(line.depth()).unwrap_or(0));
    let mark = if line.kind() == LineKind::Modifier { "+ " } else { "" };
    let quantity = line.money(LineMoney::Quantity);
    let quantity = quantity.map_or_else(|| "?".into(), |quantity| quantity.amount.normalize().to_string());
    let name = line.text(LineText::Name).unwrap_or_default();
    let tags: Vec<_> = line.list(LineList::KitchenTags).map(|tag| format!(" [{tag}]")).collect();
    let void = if line.int(LineInt::Voided) == Some(1) { " ** VOID **" } else { "" };
    let note = line.text(LineText::Notes).filter(|note| !note.is_empty());
    let note = note.map(|note| format!("| {indent}    \"{note}\""));
    [format!("| {indent}{mark}{quantity} x {name}{}{void}", tags.concat())].into_iter().chain(note)
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

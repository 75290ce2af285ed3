//! What changed between two sets of lines, so that a kitchen prints only that.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;

use crate::order::{LineInt, LineMoney, LineRef, LineText, Order};
use crate::value::{Decimal, codes};

codes! {
    /// What happened to a line.
    pub enum LineChangeKind {
        /// It is new.
        Added = 1, "added";
        /// It is gone.
        Removed = 2, "removed";
        /// It is wanted in another quantity, what stands below it being the same.
        Quantity = 3, "quantity";
        /// Its note, its modifiers or its parts changed; perhaps its quantity, too.
        Contents = 4, "contents";
    }
}

/// A change of one top-level line; what stands below a line belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LineChange {
    /// What happened.
    pub kind: LineChangeKind,
    /// The line's position before; absent for one that is new.
    pub before: Option<usize>,
    /// The line's position now; absent for one that is gone.
    pub after: Option<usize>,
}

/// A top-level line with what stands below it.
struct Item<'o> {
    /// What it is matched by: the platform's id of the line, else item and name.
    key: (Option<&'o str>, Option<&'o str>, Option<&'o str>),
    /// The line, and those below it.
    lines: Range<usize>,
    voided: bool,
}

/// Compares the lines of two tellings of an order; `None` where there is no memory. Lines that were and are voided count
/// as none.
///
/// Lines are matched by the platform's id of the line where it has one, else by item and name, the first with the first.
pub(crate) fn changes(before: &Order, after: &Order) -> Option<Vec<LineChange>> {
    let (held, told) = (items(before)?, items(after)?);
    let mut changes = Vec::new();
    changes.try_reserve_exact(held.len().saturating_add(told.len())).ok()?;
    let (mut held, mut told) = (held.iter().peekable(), told.iter().peekable());
    loop {
        let order = match (held.peek(), told.peek()) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.key.cmp(&new.key),
        };
        let old = if order == Ordering::Greater { None } else { held.next() };
        let new = if order == Ordering::Less { None } else { told.next() };
        changes.extend(compare((before, old), (after, new)));
    }
    changes.sort_unstable_by_key(|change| (change.after.is_none(), change.after, change.before));
    Some(changes)
}

fn compare(
    (before, old): (&Order, Option<&Item<'_>>),
    (after, new): (&Order, Option<&Item<'_>>),
) -> Option<LineChange> {
    let (old, new) = (old.filter(|item| !item.voided), new.filter(|item| !item.voided));
    let kind = match (old, new) {
        (None, Some(_)) => LineChangeKind::Added,
        (Some(_), None) => LineChangeKind::Removed,
        (Some(old), Some(new)) if !is_alike(before, old, after, new) => LineChangeKind::Contents,
        (Some(old), Some(new)) if quantity(before, old) != quantity(after, new) => LineChangeKind::Quantity,
        _ => return None,
    };
    let position = |item: Option<&Item<'_>>| item.map(|item| item.lines.start);
    Some(LineChange { kind, before: position(old), after: position(new) })
}

/// The top-level lines, those that are matched by the same next to each other.
fn items(order: &Order) -> Option<Vec<Item<'_>>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    items.try_reserve_exact(order.lines().filter(|line| line.depth() == 0).count()).ok()?;
    for (position, line) in order.lines().enumerate() {
        if line.depth() == 0 {
            let id = line.text(LineText::Id);
            let key = match id {
                Some(_) => (id, None, None),
                None => (None, line.text(LineText::ItemId), line.text(LineText::Name)),
            };
            items.push(Item { key, lines: position..position, voided: is_voided(line) });
        }
        if let Some(item) = items.last_mut() {
            item.lines.end = position.saturating_add(1);
        }
    }
    items.sort_unstable_by(|one, other| (one.key, one.lines.start).cmp(&(other.key, other.lines.start)));
    Some(items)
}

fn quantity(order: &Order, item: &Item<'_>) -> Option<Decimal> {
    Some(order.line(item.lines.start)?.money(LineMoney::Quantity)?.amount)
}

fn is_voided(line: LineRef<'_>) -> bool {
    line.int(LineInt::Voided) == Some(1)
}

/// Whether a kitchen would see the same of two items but for their quantity.
fn is_alike(before: &Order, old: &Item<'_>, after: &Order, new: &Item<'_>) -> bool {
    let lines = |item: &Item<'_>| item.lines.clone();
    lines(old).len() == lines(new).len()
        && lines(old).zip(lines(new)).all(|(one, other)| match (before.line(one), after.line(other)) {
            (Some(one), Some(other)) => is_line_alike(one, other),
            _ => false,
        })
}

fn is_line_alike(one: LineRef<'_>, other: LineRef<'_>) -> bool {
    let same = |field| one.text(field) == other.text(field);
    // An answer to a read leaves out ids that a delivery had.
    let same_id = |field| one.text(field).zip(other.text(field)).is_none_or(|(one, other)| one == other);
    let quantity = |line: LineRef<'_>| line.money(LineMoney::Quantity).map(|quantity| quantity.amount);
    one.depth() == other.depth()
        && [LineText::ItemId, LineText::ModifierId].into_iter().all(same_id)
        && [LineText::Name, LineText::Notes].into_iter().all(same)
        && (one.depth() == 0 || (quantity(one) == quantity(other) && is_voided(one) == is_voided(other)))
}

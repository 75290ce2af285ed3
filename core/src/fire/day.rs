//! A closed business day of a Fire store, thin as today or with its sums as of old
//! (<https://docs.fire.rest/en/events/store-day-closed>).
//!
//! The sums of the older form and who closed the day are left to be read by path.

use super::catalogue::Gathering;
use super::{said, stores};
use crate::event::{Subject, SubjectKind, SubjectText, SubjectTime};
use crate::json::{Value, members};

members! {
    struct DayMembers {
        id: "businessDayId" | "snapshotId",
        date: "businessDayDate",
        status: "status",
        opened_at: "openedAt",
        closed_at: "closedAt",
        store: "store",
    }
}

/// Reads the day, and then its store, whose members may all be null.
pub(super) fn read(data: Value<'_>, gathering: &mut Gathering<'_>) {
    let m = DayMembers::read(data, gathering.problems);
    let store = m.store.and_then(|value| Some((stores::of_object(value, gathering)?, value)));
    let mut day = Subject::new(SubjectKind::BusinessDay);
    if let Some((store, _)) = &store {
        store.place(&mut day);
    }
    let mut r = gathering.reader();
    day.set_text(SubjectText::Id, r.id(said(m.id)));
    day.set_text(SubjectText::BusinessDate, r.text(said(m.date)));
    day.set_text(SubjectText::Status, r.text(said(m.status)));
    day.set_time(SubjectTime::OpenedAt, r.time(said(m.opened_at)));
    day.set_time(SubjectTime::ClosedAt, r.time(said(m.closed_at)));
    gathering.add(day, data);
    if let Some((store, value)) = store.filter(|(store, _)| store.subject.says_which()) {
        gathering.add(store.subject, value);
    }
}

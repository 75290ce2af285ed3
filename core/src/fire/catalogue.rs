//! What Fire's events that are not about orders are about: the subjects in their `data`.
//!
//! | event | subjects, in this order |
//! | --- | --- |
//! | `store.business_day_closed` | the business day, its store |
//! | `channel.updated`, `channel.deleted`, `channels.sync` | the channels |
//! | `store.updated`, `store.deleted`, `stores.sync` | the stores, then the channels |
//! | `menu.updated`, `menu.deleted`, `menus.sync` | each menu, followed by its stores, channels and products |
//! | `product.updated`, `.price_updated`, `.availability_changed` | each store, followed by its channels, then the products |
//!
//! Everything else they say is left to be read by path: schedules, addresses, categories, modifier groups, and prices, whose
//! unit is published nowhere.
//!
//! `active` of a store, a channel, or a product of `product.availability_changed` is told as
//! [`SubjectInt::Available`](crate::event::SubjectInt::Available). In menus and in `product.updated` it is whether a product
//! is shown, not whether it is in stock (<https://docs.fire.rest/en/webhook-reference/product-availability-changed>), and
//! is left to be read by path.

use super::{channel, day, dictionary, menu, product, said, stores};
use crate::event::{Batch, DecodeError, Decoder, EventKind, Subject, Subjects};
use crate::json::{Kind, Value, members};
use crate::order::{Reader, Span};
use crate::problem::{ProblemCode, Problems};

members! { struct BatchMembers { index: "batchIndex", total: "batchTotal", } }

/// Reads what `data` of an event is about.
type Read = fn(Value<'_>, &mut Gathering<'_>);

/// What reads events of this kind; nothing, where they are about orders or unknown.
fn reader(kind: EventKind) -> Option<Read> {
    Some(match kind {
        EventKind::BusinessDayClosed => day::read,
        EventKind::ChannelUpdated | EventKind::ChannelRemoved | EventKind::ChannelsSynced => channel::read,
        EventKind::StoreUpdated | EventKind::StoreRemoved | EventKind::StoresSynced => stores::read,
        EventKind::MenuUpdated | EventKind::MenuRemoved | EventKind::MenusSynced => menu::read,
        EventKind::ProductUpdated
        | EventKind::ProductPriceChanged
        | EventKind::ProductAvailabilityChanged => product::read,
        _ => return None,
    })
}

/// Whether events of this kind are about other things than orders.
pub(super) fn covers(kind: EventKind) -> bool {
    reader(kind).is_some()
}

/// Reads what an event is about, and which of several batches it is.
///
/// Of one that is about orders or unknown, only where it stands is kept, by which repeats are found. One of another shape
/// is about nothing, with a problem noted. A template may send the members of a day without `data` around them.
pub(super) fn read(
    kind: EventKind,
    root: Value<'_>,
    data: Option<Value<'_>>,
    decoder: &Decoder,
    problems: &mut Problems,
) -> Result<(Subjects, Option<Batch>), DecodeError> {
    let data = data.or((kind == EventKind::BusinessDayClosed).then_some(root));
    let mut subjects = data.map(Subjects::about).unwrap_or_default();
    let Some(read) = reader(kind) else { return Ok((subjects, None)) };
    let mut batch = None;
    let mut gathering = Gathering { kind, decoder, subjects: &mut subjects, problems };
    match data {
        Some(data) if data.kind() == Kind::Object => {
            batch = read_batch(data, &mut gathering.reader());
            read(data, &mut gathering);
        }
        Some(data) => problems.note(ProblemCode::WrongType, data),
        None => problems.note(ProblemCode::NoIdentity, root),
    }
    if subjects.is_exhausted() {
        return Err(DecodeError::OutOfMemory);
    }
    Ok((subjects, batch))
}

fn read_batch(data: Value<'_>, r: &mut Reader<'_>) -> Option<Batch> {
    let m = BatchMembers::read(data, r.problems);
    let (index, total) = (r.int(m.index), r.int(m.total));
    Some(Batch { index: index?, total: total? })
}

/// The subjects of one event while they are gathered.
pub(super) struct Gathering<'a> {
    pub(super) kind: EventKind,
    pub(super) decoder: &'a Decoder,
    pub(super) problems: &'a mut Problems,
    subjects: &'a mut Subjects,
}

impl Gathering<'_> {
    /// A reader whose texts subjects can point into.
    pub(super) fn reader(&mut self) -> Reader<'_> {
        self.subjects.reader(self.problems)
    }

    /// Adds a subject that says which one it is; any other is left out, which is noted at `value`.
    pub(super) fn add(&mut self, subject: Subject, value: Value<'_>) {
        if subject.says_which() {
            self.add_nameless(subject, value);
        } else {
            self.problems.note(ProblemCode::NoIdentity, value);
        }
    }

    /// Adds a subject that need not say which one it is.
    pub(super) fn add_nameless(&mut self, subject: Subject, value: Value<'_>) {
        self.subjects.push(subject, &self.decoder.limits, value, self.problems);
    }

    /// Reads each element of a list, as long as there is room for subjects.
    pub(super) fn each<'d>(&mut self, list: Option<Value<'d>>, mut read: impl FnMut(Value<'d>, &mut Self)) {
        let list = self.reader().array(list);
        for value in list.into_iter().flat_map(Value::elements) {
            if self.subjects.is_full() {
                return;
            }
            read(value, self);
        }
    }

    /// A text that several subjects point to; absent where it is so long that a short body could say much with it.
    pub(super) fn shared(&mut self, text: Span) -> Span {
        const LONGEST: usize = 256;
        if self.reader().pool.get(text).is_some_and(|text| text.len() <= LONGEST) {
            text
        } else {
            Span::ABSENT
        }
    }
}

/// Whether a subject is active, and the word for it where there is one; unknown words come through with their text.
pub(super) fn active(value: Option<Value<'_>>, r: &mut Reader<'_>) -> (Option<bool>, Span) {
    if value.is_some_and(|value| value.kind() == Kind::String) {
        let word = r.text(said(value));
        return (r.pool.get(word).and_then(dictionary::active), word);
    }
    (r.flag(value), Span::ABSENT)
}

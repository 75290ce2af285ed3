//! Subjects: what an event that is not about an order is about, in the terms shared by all platforms.

use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::json::Value;
use crate::limits::Limits;
use crate::order::{Pool, Reader, Shown, Slots, Span, Texts, entries, ints};
use crate::problem::{ProblemCode, Problems};
use crate::value::{IntForm, Timestamp, codes};

codes! {
    /// Texts of a subject.
    pub enum SubjectText {
        /// The platform's id of it.
        Id = 10101, "id";
        /// Its name.
        Name = 10102, "name";
        /// Its code, as people chose it.
        Code = 10103, "code";
        /// Its id in the merchant's own system: a product's stock-keeping code, a customer's id.
        ExternalId = 10104, "external_id";
        /// The store it is in.
        StoreId = 10105, "store_id";
        /// The key by which the vendor finds its own store, as in an order.
        StoreKey = 10106, "store_key";
        /// The vendor's own id of the store, from the map of stores that was set.
        OwnStoreId = 10107, "own_store_id";
        /// The sales channel it is for.
        ChannelId = 10108, "channel_id";
        /// That channel as people call it.
        Channel = 10109, "channel";
        /// The brand it belongs to.
        BrandId = 10110, "brand_id";
        /// Its status in the platform's own word.
        Status = 10111, "status";
        /// A customer's telephone number.
        Phone = 10112, "phone";
        /// A customer's e-mail address.
        Email = 10113, "email";
        /// The business day, `YYYY-MM-DD`.
        BusinessDate = 10114, "business_date";
    }
}

codes! {
    /// Times of a subject.
    pub enum SubjectTime {
        /// When a business day was opened.
        OpenedAt = 10301, "opened_at";
        /// When it was closed.
        ClosedAt = 10302, "closed_at";
    }
}

codes! {
    /// Codes and flags (0 or 1) of a subject.
    pub enum SubjectInt {
        /// What it is, a [`SubjectKind`] code.
        Kind = 10401, "kind";
        /// Whether it can be had: a product in stock, a store or channel that is active.
        Available = 10402, "available";
        /// Whether it is gone.
        Removed = 10403, "removed";
    }
}

impl SubjectInt {
    /// What the number stands for.
    pub const fn form(self) -> IntForm {
        match self {
            Self::Kind => SubjectKind::FORM,
            Self::Available | Self::Removed => IntForm::Flag,
        }
    }
}

codes! {
    /// What a subject is.
    pub enum SubjectKind {
        /// A store (branch, outlet). Beside products, one in which they changed.
        Store = 1, "store";
        /// A sales channel. Beside products, one in which they changed.
        Channel = 2, "channel";
        /// A menu.
        Menu = 3, "menu";
        /// A product or other item of the catalogue.
        Product = 4, "product";
        /// A customer.
        Customer = 5, "customer";
        /// A business day of a store.
        BusinessDay = 6, "business_day";
    }
}

/// One subject.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    texts: Texts<{ SubjectText::ALL.len() }>,
    times: Slots<Option<Timestamp>, { SubjectTime::ALL.len() }>,
    kind: SubjectKind,
    pub(crate) available: Option<bool>,
    pub(crate) removed: Option<bool>,
}

impl Subject {
    pub(crate) fn new(kind: SubjectKind) -> Self {
        Self { texts: Texts::absent(), times: Slots::new(None), kind, available: None, removed: None }
    }

    pub(crate) fn set_text(&mut self, field: SubjectText, text: Span) {
        self.texts.set(field.position(), text);
    }

    pub(crate) fn set_time(&mut self, field: SubjectTime, time: Option<Timestamp>) {
        self.times.set(field.position(), time);
    }

    /// Whether it says which one it is, by an id of any kind, a name or a date.
    pub(crate) fn says_which(&self) -> bool {
        use SubjectText::{BusinessDate, Code, ExternalId, Id, Name};
        [Id, Name, Code, ExternalId, BusinessDate]
            .iter()
            .any(|field| self.texts.get(field.position()).is_some_and(|text| !text.is_absent()))
    }
}

/// The subjects of an event, and the texts they point into.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subjects {
    pool: Pool,
    list: Vec<Subject>,
    is_full: bool,
    place: Option<u32>,
}

impl Subjects {
    /// None yet, of an event whose repeats share `about`.
    pub(crate) fn about(about: Value<'_>) -> Self {
        Self { place: Some(about.place()), ..Self::default() }
    }

    /// A reader whose texts the subjects can point into.
    pub(crate) fn reader<'a>(&'a mut self, problems: &'a mut Problems) -> Reader<'a> {
        Reader { pool: &mut self.pool, problems }
    }

    /// Adds a subject; beyond the limit on elements it is left out, which is noted once, at the first such `value`.
    pub(crate) fn push(
        &mut self,
        subject: Subject,
        limits: &Limits,
        value: Value<'_>,
        problems: &mut Problems,
    ) {
        if self.list.len() < limits.elements {
            self.pool.push_to(&mut self.list, subject);
        } else if !self.is_full {
            self.is_full = true;
            problems.note(ProblemCode::TooMany, value);
        }
    }

    /// Whether one was left out: there is no use in reading on.
    pub(crate) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Whether something found no memory.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.pool.is_exhausted()
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = SubjectRef<'_>> {
        self.list.iter().map(|subject| SubjectRef { pool: &self.pool, subject })
    }

    pub(crate) fn get(&self, position: usize) -> Option<SubjectRef<'_>> {
        self.list.get(position).map(|subject| SubjectRef { pool: &self.pool, subject })
    }

    pub(crate) fn place(&self) -> Option<u32> {
        self.place
    }

    /// Bytes of all texts. One that several fields share counts for each.
    pub(crate) fn text_bytes(&self) -> usize {
        self.iter()
            .flat_map(|subject| SubjectText::ALL.iter().filter_map(move |&field| subject.text(field)))
            .map(str::len)
            .fold(0, usize::saturating_add)
    }
}

/// A subject of an [`Event`](super::Event).
#[derive(Clone, Copy)]
pub struct SubjectRef<'e> {
    pool: &'e Pool,
    subject: &'e Subject,
}

impl<'e> SubjectRef<'e> {
    /// A text.
    pub fn text(&self, field: SubjectText) -> Option<&'e str> {
        self.subject.texts.read(field.position(), self.pool)
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: SubjectText) -> Option<&'e str> {
        self.subject.texts.read_with_nul(field.position(), self.pool)
    }

    /// A time.
    pub fn time(&self, field: SubjectTime) -> Option<Timestamp> {
        self.subject.times.get(field.position()).flatten()
    }

    /// A code or flag.
    pub fn int(&self, field: SubjectInt) -> Option<i64> {
        match field {
            SubjectInt::Kind => Some(i64::from(self.subject.kind.code())),
            SubjectInt::Available => self.subject.available.map(i64::from),
            SubjectInt::Removed => self.subject.removed.map(i64::from),
        }
    }

    /// What it is.
    pub fn kind(&self) -> SubjectKind {
        self.subject.kind
    }
}

impl Serialize for SubjectRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        ints!(map, SubjectInt, field => self.int(field));
        entries!(map, SubjectText, field => self.text(field));
        for &field in SubjectTime::ALL {
            if let Some(time) = self.time(field) {
                map.serialize_entry(field.name(), &Shown(&time))?;
            }
        }
        map.end()
    }
}

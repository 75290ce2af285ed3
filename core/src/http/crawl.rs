//! Reading a list that comes by page while it changes.
//!
//! New records push the others on to later pages, where they come again; what came again is left out. Where records leave
//! the list, the others move to earlier pages: when the stated total falls, as many pages as that are read again. A window
//! of time with a fixed end has neither, which is why klikit's list of orders gets one.
//! Assumption: a page that the platform makes smaller than asked for, it makes smaller every time.

use alloc::collections::{BTreeSet, VecDeque};
use alloc::string::ToString;
use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use super::argument::Arguments;
use super::call_build_error::CallBuildError;
use super::endpoint::{Form, Pages};
use super::operation::Operation;
use super::parameter::Parameter;
use super::reply::{Reply, ReplyInt};
use super::said::text_of;
use crate::json::{Kind, Value};
use crate::value::Timestamp;

/// How far a crawl is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Pages read.
    pub pages: u64,
    /// Different records seen.
    pub records: u64,
    /// How many there are, where the platform says so.
    pub total: Option<u64>,
}

/// A record of a page that was not on an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its position among [`Reply::records`], from 0.
    pub position: usize,
}

/// A page cannot be what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CrawlError {
    /// The answer has no list where the platform documents one.
    #[error("page {page} has no list of records")]
    NoList {
        /// Which page.
        page: u64,
    },
    /// The list ended with fewer records than it began with, and they did not leave it meanwhile.
    #[error("the list ended after {records} records, but stated {expected}")]
    Incomplete {
        /// Different records seen.
        records: u64,
        /// How many there were at the beginning, without those that left.
        expected: u64,
    },
    /// Pages repeat without an end: the platform or a cache does not look at the page that is asked for.
    #[error("the pages up to {page} hold nothing new: the page that is asked for is not looked at")]
    Stuck {
        /// Which page.
        page: u64,
    },
}

/// The pages of one list, one after the other.
#[derive(Debug)]
pub struct Crawl {
    operation: Operation,
    arguments: Arguments,
    pages: &'static Pages,
    next: u64,
    size: u64,
    recent: Recent,
    progress: Progress,
    /// How many records there are to see: those of the first page's total, without those that left since.
    expected: u64,
    /// How many pages may hold nothing new, since that many arrived before them or are read again.
    known_pages: u64,
    /// Pages in a row that held nothing new, and should have.
    nothing_new: u32,
    /// Pages in a row that held nothing new.
    all_nothing_new: u32,
    /// How it ended, once it did.
    end: Option<Result<(), CrawlError>>,
}

impl Crawl {
    /// How many pages in a row may hold nothing new, without a reason for it.
    const MOST_WITHOUT_NEW: u32 = 5;
    /// The same with a reason: the total of a list that several machines hold may rise and fall without an end.
    const MOST_WITH_REASON: u32 = 1000;

    /// Begins with the first page. klikit's list of orders ends at `now_ms` (Unix milliseconds) unless the arguments say
    /// otherwise.
    ///
    /// # Errors
    /// The operation is no list that comes by page, or page or size is no number from 1.
    pub fn new(operation: Operation, mut arguments: Arguments, now_ms: i64) -> Result<Self, CallBuildError> {
        let endpoint = operation.endpoint();
        let Some(pages) = endpoint.pages else {
            return Err(CallBuildError::NotTaken { operation, parameter: Parameter::Page });
        };
        let needs_end = operation == Operation::KlikitOrders && arguments.get(Parameter::To).is_none();
        if needs_end {
            let now = Timestamp { unix_ms: now_ms, offset_minutes: None };
            arguments.set(Parameter::To, &now.to_string());
        }
        let size = counted(&arguments, Parameter::Size)?.unwrap_or(u64::from(pages.default_size));
        let next = counted(&arguments, Parameter::Page)?.unwrap_or(1);
        Ok(Self {
            operation,
            arguments,
            pages,
            next,
            size,
            recent: Recent::default(),
            progress: Progress::default(),
            expected: 0,
            known_pages: 0,
            nothing_new: 0,
            all_nothing_new: 0,
            end: None,
        })
    }

    /// What is read.
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// The arguments of the next page; `None` after the last one.
    ///
    /// # Errors
    /// The last page was none, pages repeat without an end, or the list ended early. What was read before is good.
    pub fn next_page(&mut self) -> Result<Option<&Arguments>, CrawlError> {
        if let Some(end) = self.end {
            return end.map(|()| None);
        }
        self.arguments.set(Parameter::Page, &self.next.to_string());
        self.arguments.set(Parameter::Size, &self.size.to_string());
        Ok(Some(&self.arguments))
    }

    /// Takes a page: which of its records are new.
    pub fn take(&mut self, reply: &Reply) -> Vec<Record> {
        let page = self.next;
        let listed = reply.document().and_then(|document| document.at(self.pages.list));
        let stated = reply.int(ReplyInt::Total).and_then(|total| u64::try_from(total).ok());
        if listed.is_none_or(|list| list.kind() != Kind::Array && !list.is_null()) {
            self.end = Some(Err(CrawlError::NoList { page }));
            return Vec::new();
        }
        let mut new = Vec::new();
        let mut count = 0_u64;
        for (position, record) in reply.records().enumerate() {
            count = count.saturating_add(1);
            if self.recent.insert(self.identity(record)) {
                new.push(Record { position });
            }
        }
        let before = self.progress.total;
        let (fell, rose) = match (before, stated) {
            (Some(before), Some(now)) => (before.saturating_sub(now), now.saturating_sub(before)),
            _ => (0, 0),
        };
        self.progress.pages = self.progress.pages.saturating_add(1);
        self.progress.records = self.progress.records.saturating_add(u64::try_from(new.len()).unwrap_or(0));
        self.progress.total = stated.or(self.progress.total);
        self.expected = match (before, stated) {
            (None, Some(first)) => first.saturating_sub(page.saturating_sub(1).saturating_mul(self.size)),
            _ => self.expected.saturating_sub(fell),
        };
        let size =
            reply.int(ReplyInt::PageSize).and_then(|size| u64::try_from(size).ok()).filter(|size| *size > 0);
        self.size = size.unwrap_or(self.size).min(self.size);
        let pages_of = |records: u64| records.div_ceil(self.size.max(1));
        let (back, arrived) = (pages_of(fell), pages_of(rose));
        // What arrived pushes known records on to these pages; those that are read again are known, too.
        let known = arrived.saturating_add(if back > 0 { back.saturating_add(1) } else { 0 });
        self.known_pages = self.known_pages.saturating_add(known);
        self.count_nothing_new(!new.is_empty());
        if back > 0 && !self.is_stuck() {
            self.next = page.saturating_sub(back).max(1);
        } else if count == 0 || self.is_last(page, size.is_some()) {
            let (records, expected) = (self.progress.records, self.expected);
            let is_whole = records >= expected;
            self.end =
                Some(if is_whole { Ok(()) } else { Err(CrawlError::Incomplete { records, expected }) });
        } else if self.is_stuck() {
            self.end = Some(Err(CrawlError::Stuck { page }));
        } else {
            self.next = page.saturating_add(1);
        }
        new
    }

    fn count_nothing_new(&mut self, has_new: bool) {
        if has_new {
            self.nothing_new = 0;
            self.all_nothing_new = 0;
            return;
        }
        self.all_nothing_new = self.all_nothing_new.saturating_add(1);
        match self.known_pages.checked_sub(1) {
            Some(left) => self.known_pages = left,
            None => self.nothing_new = self.nothing_new.saturating_add(1),
        }
    }

    fn is_stuck(&self) -> bool {
        self.nothing_new > Self::MOST_WITHOUT_NEW || self.all_nothing_new > Self::MOST_WITH_REASON
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Whether the total says that nothing follows. Where the size of a page is not stated, it may be smaller than asked for,
    /// so that only what was seen counts.
    fn is_last(&self, page: u64, size_is_stated: bool) -> bool {
        let reached = if size_is_stated { page.saturating_mul(self.size) } else { self.progress.records };
        self.progress.total.is_some_and(|total| reached >= total)
    }

    /// Tells a record from the others: by its id, or as a whole where it has none.
    fn identity(&self, record: Value<'_>) -> [u8; 16] {
        let id = self.pages.identity.iter().find_map(|name| text_of(record.get(name)));
        let digest: [u8; 32] = match id {
            Some(id) => Sha256::digest(id.as_bytes()),
            None => Sha256::digest(record.raw().as_bytes()),
        }
        .into();
        let mut short = [0; 16];
        short.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        short
    }
}

/// A parameter that counts from 1, where it is set.
fn counted(arguments: &Arguments, parameter: Parameter) -> Result<Option<u64>, CallBuildError> {
    let Some(text) = arguments.get(parameter) else { return Ok(None) };
    match text.parse() {
        Ok(number @ 1..) => Ok(Some(number)),
        _ => Err(CallBuildError::Form { parameter, form: Form::Integer }),
    }
}

/// The records seen last, a bounded number of them, so that a crawl of any length needs the same memory.
#[derive(Debug, Default)]
struct Recent {
    order: VecDeque<[u8; 16]>,
    known: BTreeSet<[u8; 16]>,
}

impl Recent {
    /// What is remembered: more than arrive between two pages.
    const MOST: usize = 8192;

    /// Adds a record; `false` if it is known.
    fn insert(&mut self, identity: [u8; 16]) -> bool {
        if !self.known.insert(identity) {
            return false;
        }
        self.order.push_back(identity);
        if self.order.len() > Self::MOST {
            if let Some(oldest) = self.order.pop_front() {
                self.known.remove(&oldest);
            }
        }
        true
    }
}

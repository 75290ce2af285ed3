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

use super::argument::{Arguments, CallBuildError};
use super::endpoint::Pages;
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
    /// Pages in a row that held nothing new.
    nothing_new: u32,
    /// The same, those included where the total rose or fell.
    all_nothing_new: u32,
    /// How it ended, once it did.
    end: Option<Result<(), CrawlError>>,
}

impl Crawl {
    /// How many pages in a row may hold nothing new.
    const MOST_WITHOUT_NEW: u32 = 5;
    /// The same where the total rises and falls meanwhile, as that of a list does which several machines hold.
    const MOST_WHILE_TOTAL_MOVES: u32 = 500;

    /// Begins with the first page. klikit's list of orders ends at `now_ms` (Unix milliseconds) unless the arguments say
    /// otherwise.
    ///
    /// # Errors
    /// The operation is no list that comes by page.
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
        let size = arguments.get(Parameter::Size).and_then(|size| size.parse().ok());
        let size = size.filter(|size| *size > 0).unwrap_or(u64::from(pages.default_size));
        let next = arguments.get(Parameter::Page).and_then(|page| page.parse().ok());
        let next = next.filter(|page| *page > 0).unwrap_or(1);
        Ok(Self {
            operation,
            arguments,
            pages,
            next,
            size,
            recent: Recent::default(),
            progress: Progress::default(),
            expected: 0,
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
        let fell = match (before, stated) {
            (Some(before), Some(now)) => before.saturating_sub(now),
            _ => 0,
        };
        self.progress.pages = self.progress.pages.saturating_add(1);
        self.progress.records = self.progress.records.saturating_add(u64::try_from(new.len()).unwrap_or(0));
        self.progress.total = stated.or(self.progress.total);
        self.expected = match (before, stated) {
            (None, Some(first)) => first.saturating_sub(page.saturating_sub(1).saturating_mul(self.size)),
            _ => self.expected.saturating_sub(fell),
        };
        // Pages without anything new are what arrivals in great number look like, too.
        let grew = matches!((before, stated), (Some(before), Some(now)) if now > before);
        self.nothing_new = if new.is_empty() && !grew { self.nothing_new.saturating_add(1) } else { 0 };
        self.all_nothing_new = if new.is_empty() { self.all_nothing_new.saturating_add(1) } else { 0 };
        let size =
            reply.int(ReplyInt::PageSize).and_then(|size| u64::try_from(size).ok()).filter(|size| *size > 0);
        self.size = size.unwrap_or(self.size).min(self.size);
        let back = fell.div_ceil(self.size.max(1));
        if back > 0 && !self.is_stuck() {
            self.next = page.saturating_sub(back).max(1);
            self.nothing_new = 0;
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

    fn is_stuck(&self) -> bool {
        self.nothing_new > Self::MOST_WITHOUT_NEW || self.all_nothing_new > Self::MOST_WHILE_TOTAL_MOVES
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

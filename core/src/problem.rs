//! Oddities that do not cost an order: noted with their place, while everything else is read.

use alloc::string::String;
use alloc::vec::Vec;

use crate::json::Value;
use crate::value::codes;

codes! {
    /// What was odd. Codes and names never change.
    pub enum ProblemCode {
        /// A member has another JSON type than the platform documents; it is read as absent.
        WrongType = 1, "wrong_type";
        /// An amount or quantity does not fit 28 decimal digits; it is read as absent, its text stays reachable.
        AmountOutOfRange = 2, "amount_out_of_range";
        /// Text that should be a number, as amounts in strings are, is none; it is read as absent.
        NotANumber = 3, "not_a_number";
        /// A time is written in no form that the platform documents; it is read as absent.
        UnreadableTime = 4, "unreadable_time";
        /// Text holds U+0000 or half of a surrogate pair, read as U+FFFD.
        TextReplaced = 5, "text_replaced";
        /// A member stands several times in one object; the last one counts.
        DuplicateMember = 6, "duplicate_member";
        /// Lines of one order are in different currencies, so the order has none.
        MixedCurrencies = 7, "mixed_currencies";
        /// A currency is not three letters; it is read as absent.
        UnreadableCurrency = 8, "unreadable_currency";
        /// The document states another event type than the one that was expected at this address, or holds something else
        /// than its type says; what it is by itself counts.
        UnexpectedEventType = 9, "unexpected_event_type";
        /// One of several orders, or a subject, does not say which one it is; it is left out, everything else is kept.
        NoIdentity = 10, "no_identity";
        /// The platform's own sources dispute what a code means; it is read as the least that it can mean.
        DisputedCode = 11, "disputed_code";
        /// There are more entries of a kind than the limit; the rest is left out and reachable by path.
        TooMany = 12, "too_many";
        /// The map of stores that was set lacks this store.
        UnmappedStore = 13, "unmapped_store";
    }
}

impl ProblemCode {
    /// What happened, for a log or a person.
    pub fn message(self) -> &'static str {
        self.message_with_nul().trim_end_matches('\0')
    }

    /// [`message`](Self::message) with a NUL behind it, for C.
    pub const fn message_with_nul(self) -> &'static str {
        match self {
            Self::WrongType => "another JSON type than the platform documents; read as absent\0",
            Self::AmountOutOfRange => "the number does not fit 28 decimal digits; read as absent\0",
            Self::NotANumber => "text that should be a number is none; read as absent\0",
            Self::UnreadableTime => "not a time in any form the platform documents; read as absent\0",
            Self::TextReplaced => "text holds U+0000 or half of a surrogate pair; read as U+FFFD\0",
            Self::DuplicateMember => "the member stands several times; the last one counts\0",
            Self::MixedCurrencies => "lines are in different currencies; the order has none\0",
            Self::UnreadableCurrency => "not a three-letter currency code; read as absent\0",
            Self::UnexpectedEventType => {
                "the document is another event than this address expects, or than its type says\0"
            }
            Self::NoIdentity => "nothing says which one this is; left out, everything else is kept\0",
            Self::DisputedCode => {
                "the platform's sources dispute what this code means; read as the least it can mean\0"
            }
            Self::TooMany => "more entries than the limit; the rest is left out, and reachable by path\0",
            Self::UnmappedStore => "the map of stores lacks this store; add it to the settings\0",
        }
    }
}

/// One oddity of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What was odd.
    pub code: ProblemCode,
    /// Where, as in `$.order_items[0].unit_price`.
    pub path: String,
    /// Byte offset of the value in the body, from 0.
    pub offset: usize,
}

/// The oddities of one document: the first [`Problems::KEPT`], and how many there were.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    kept: Vec<Problem>,
    total: usize,
}

impl Problems {
    /// How many are kept with their place; more are only counted, so that a hostile document cannot grow the list.
    pub const KEPT: usize = 64;

    pub(crate) fn note(&mut self, code: ProblemCode, value: Value<'_>) {
        self.total = self.total.saturating_add(1);
        if self.kept.len() < Self::KEPT {
            self.kept.push(Problem { code, path: value.path(), offset: value.offset() });
        }
    }

    /// Tells each kept problem's place anew, given the offset it is at.
    pub(crate) fn move_all(&mut self, to: impl Fn(usize) -> (String, usize)) {
        for problem in &mut self.kept {
            (problem.path, problem.offset) = to(problem.offset);
        }
    }

    /// The kept problems, in the order in which they were met.
    pub fn as_slice(&self) -> &[Problem] {
        &self.kept
    }

    /// How many problems there were, kept or not.
    pub fn total(&self) -> usize {
        self.total
    }
}

//! The common order: one model to print and book from, whatever the platform.
//!
//! An [`Order`] is self-contained: its texts lie in one pool, each followed by a NUL for C, and its lines, payments and
//! parties in flat lists. It is read by field; a field that the document does not state is absent, never zero.
#![doc = include_str!("SOURCES.md")]
#![allow(clippy::doc_markdown, reason = "the table names the members of documents as they are written")]

mod adjustment;
mod alike;
mod columns;
mod currency;
mod fields;
mod json;
mod line;
mod merge;
mod parse;
mod party;
mod payment;
mod pool;
mod read;
mod slots;
mod stated;
mod step;
mod store;
mod stores;

pub use adjustment::{AdjustmentInt, AdjustmentKind, AdjustmentMoney, AdjustmentRef, AdjustmentText};
pub use columns::Columns;
pub use fields::{Fulfilment, OrderInt, OrderMoney, OrderText, OrderTime};
pub use line::{LineInt, LineKind, LineList, LineMoney, LineRef, LineText};
pub use party::{PartyInt, PartyRef, PartyRole, PartyText};
pub use payment::{PaymentInt, PaymentMoney, PaymentRef, PaymentText};
pub use step::{StepInt, StepRef, StepText, StepTime};
pub use store::Order;

pub(crate) use adjustment::Adjustment;
pub(crate) use currency::SharedCurrency;
pub(crate) use json::{JSON_FRAME, List, Shown, entries, ints, json_of_texts, to_json};
pub(crate) use line::Line;
pub(crate) use merge::Part;
pub(crate) use parse::{ParseError, member, parse_int, read};
pub(crate) use party::Party;
pub(crate) use payment::Payment;
pub(crate) use pool::{Pool, Span};
pub(crate) use read::Reader;
pub(crate) use slots::{Slots, Texts};
pub(crate) use step::Step;
pub(crate) use stores::Stores;

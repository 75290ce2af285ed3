//! The common order: one model to print and book from, whatever the platform.
//!
//! An [`Order`] is self-contained: its texts lie in one pool, each followed by a NUL for C, and its lines, payments and
//! parties in flat lists. It is read by field; a field that the document does not state is absent, never zero.

mod currency;
mod fields;
mod json;
mod pool;
mod read;
mod store;

pub use fields::{
    Fulfilment, LineInt, LineKind, LineList, LineMoney, LineText, OrderInt, OrderMoney, OrderText, OrderTime,
    PartyInt, PartyRole, PartyText, PaymentInt, PaymentMoney, PaymentText, StepInt, StepText, StepTime,
};
pub use store::{LineRef, Order, PartyRef, PaymentRef, StepRef};

pub(crate) use currency::SharedCurrency;
pub(crate) use json::Shown;
pub(crate) use pool::{Pool, Span};
pub(crate) use read::Reader;
pub(crate) use store::{Line, Party, Payment, Step};

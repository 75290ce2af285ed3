//! What a platform delivered: one event, with the orders in it.

mod amount;
mod compose;
mod decoder;
mod error;
mod json;
mod keys;
mod kind;
mod locations;
mod scales;
mod store;
mod subject;

pub use amount::AmountError;
pub use decoder::Decoder;
pub use error::DecodeError;
pub use keys::Key;
pub use kind::{EventKind, TypeSource};
pub use locations::LocationProblem;
pub use store::Event;
pub use subject::{SubjectInt, SubjectKind, SubjectRef, SubjectText, SubjectTime};

pub(crate) use amount::{Known, Spot, nearest_currency, own_currency};
pub(crate) use scales::Scales;
pub(crate) use store::{Batch, Parts, with_nul};
pub(crate) use subject::{Subject, Subjects};

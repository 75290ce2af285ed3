//! What a platform delivered: one event, with the orders in it.

mod decoder;
mod error;
mod json;
mod keys;
mod kind;
mod store;
mod subject;

pub use decoder::Decoder;
pub use error::DecodeError;
pub use keys::Key;
pub use kind::{EventKind, TypeSource};
pub use store::Event;
pub use subject::{SubjectInt, SubjectKind, SubjectRef, SubjectText, SubjectTime};

pub(crate) use store::{Batch, Parts, with_nul};
pub(crate) use subject::{Subject, Subjects};

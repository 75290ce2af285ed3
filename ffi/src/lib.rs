//! The C ABI of Tillwire: every `extern "C"` function, by chapter.
//!
//! `include/tillwire.h` is generated from this crate; the module documentation of each chapter is the
//! chapter's text in the header.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::float_arithmetic
    )
)]
#![deny(clippy::undocumented_unsafe_blocks)]
// The documentation is the header's: C has no links, and names stand as they are.
#![allow(clippy::doc_markdown)]

#[cfg(not(panic = "unwind"))]
compile_error!(
    "build with panic = \"unwind\": a panic must become TILLWIRE_E_PANIC, not an abort of the till"
);

mod account;
mod adjustment;
mod ask;
mod book;
mod boundary;
mod call;
mod change;
mod error;
mod event;
mod failure;
mod headers;
mod line;
mod names;
mod operation;
mod order;
mod party;
mod payment;
mod poll;
#[cfg(not(feature = "transport"))]
#[path = "no_sender.rs"]
mod sender;
#[cfg(feature = "transport")]
mod sender;
mod settings;
mod status;
mod step;
mod subject;
mod value;
mod verifier;
mod version;
mod word;

pub use account::*;
pub use adjustment::*;
pub use ask::*;
pub use book::*;
pub use call::*;
pub use change::*;
pub use error::*;
pub use event::*;
pub use headers::*;
pub use line::*;
pub use names::*;
pub use operation::*;
pub use order::*;
pub use party::*;
pub use payment::*;
pub use poll::*;
pub use settings::*;
pub use status::*;
pub use step::*;
pub use subject::*;
pub use value::*;
pub use verifier::*;
pub use version::*;
pub use word::*;

//! The C ABI of Tillwire: every `extern "C"` function, by chapter.
//!
//! `include/tillwire.h` is generated from this crate; the module documentation of each chapter is the
//! chapter's text in the header.

#[cfg(not(panic = "unwind"))]
compile_error!(
    "build with panic = \"unwind\": a panic must become TILLWIRE_E_PANIC, not an abort of the till"
);

mod boundary;
mod error;
mod status;
mod version;

pub use error::*;
pub use status::*;
pub use version::*;

//! The crate that becomes `libtillwire`: every export of `tillwire-ffi`, nothing of its own.

pub use tillwire_ffi::*;

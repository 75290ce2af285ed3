//! Restaurant orders from klikit, Atlas and Fire, verified and decoded exactly.
//!
//! Everything here is pure: bytes in, values out. No I/O, no clock, no randomness, no threads, no `unsafe`
//! and no floating point; `no_std` with `alloc`.
#![no_std]
#![forbid(unsafe_code)]
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

extern crate alloc;

pub mod answer;
mod atlas;
pub mod dictionary;
pub mod event;
mod fire;
pub mod http;
pub mod json;
mod klikit;
pub mod lifecycle;
mod limits;
pub mod order;
mod platform;
pub mod poll;
mod problem;
#[cfg(test)]
mod readme;
pub mod value;
pub mod verify;

pub use limits::Limits;
pub use platform::Platform;
pub use problem::{Problem, ProblemCode, Problems};

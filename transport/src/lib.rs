//! Sends calls to klikit, Atlas and Fire: blocking, over TLS, with a deadline for the whole call, retries, pages, and a login
//! where an operation needs one.
//!
//! What is sent, what an answer means and when to try again is [`tillwire_core::http`]'s; here are the socket, the clock and
//! the random bytes.
//!
//! It prints nothing. The HTTP stack beneath, `ureq`, writes to the crate `log`: a program with a logger keeps it at `Debug` or
//! above, since at `Trace` the stack shows the bytes that it sends, credentials included.
//!
//! ```no_run
//! use tillwire_core::Platform;
//! use tillwire_core::http::{Account, AccountText, Arguments, Environment, Operation, Parameter, ReplyTime};
//! use tillwire_transport::Client;
//!
//! let account = Account::builder(Platform::Klikit)
//!     .environment(Environment::Production)
//!     .text(AccountText::Key, "partner-key")
//!     .text(AccountText::Secret, &std::env::var("KLIKIT_SECRET")?)
//!     .build()?;
//! let client = Client::builder(account).build()?;
//! let accept = Arguments::new()
//!     .with(Parameter::Id, "7585307")
//!     .with(Parameter::Status, "accepted");
//! let reply = client.send(Operation::KlikitOrderStatus, &accept)?;
//! println!("accepted at {:?}", reply.time(ReplyTime::UpdatedAt));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
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

mod builder;
mod cancel;
mod client;
mod client_error;
mod clock;
mod connect;
mod counters;
mod diary;
mod exchange;
mod note;
mod pages;
mod poll;
mod send_error;

pub use builder::ClientBuilder;
pub use cancel::Canceller;
pub use client::Client;
pub use client_error::ClientError;
pub use counters::Counters;
pub use note::{CameTo, Note};
pub use pages::{Page, Pages};
pub use send_error::SendError;

/// The examples of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

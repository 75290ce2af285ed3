//! The client against the simulated platforms.

mod answers;
mod cancelling;
mod connections;
mod deadlines;
mod ends;
mod leaks;
mod logins;
mod polling;
mod reading;
mod secrets;

#[path = "../support/mod.rs"]
mod support;

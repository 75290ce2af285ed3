//! The simulator, seen by clients that know nothing of it but bytes.

mod client;
mod faults;
mod klikit;

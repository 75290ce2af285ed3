//! The simulator, seen by clients that know nothing of it but bytes.

mod atlas;
mod client;
mod control;
mod faults;
mod fire;
mod klikit;
mod program;
mod till;
mod tls;
mod webhooks;

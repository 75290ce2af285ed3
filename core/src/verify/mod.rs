//! Who sent a delivery, and whether it arrived unchanged.

mod header_block;
mod headers;

pub use headers::{HeaderError, Headers, Lookup};

//! No body makes a delivery of Atlas panic, and what is decoded holds together.
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| tillwire_fuzz::check(tillwire_core::Platform::Atlas, body));

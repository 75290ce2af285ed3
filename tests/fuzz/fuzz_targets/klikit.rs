//! No body makes a delivery of klikit panic, and what is decoded holds together.
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| tillwire_fuzz::check(tillwire_core::Platform::Klikit, body));

//! No body makes our JSON reader panic or disagree with other parsers.
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let _ = tillwire_agreement::check(body);
});

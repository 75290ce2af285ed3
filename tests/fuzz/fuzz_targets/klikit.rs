//! No body makes a delivery of klikit, an answer or a dictionary panic, and what is decoded holds together.
#![no_main]

use tillwire_core::dictionary::{Dictionary, Vocabulary};
use tillwire_core::event::Decoder;
use tillwire_core::{Limits, Platform};

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    tillwire_fuzz::check(Platform::Klikit, body);
    if let Ok(read) = Decoder::new(Platform::Klikit).decode_orders(body) {
        assert!(read.to_json().is_some());
    }
    for vocabulary in Vocabulary::ALL {
        let Ok(dictionary) = Dictionary::load(*vocabulary, body, &Limits::default()) else { continue };
        assert!(dictionary.count() > 0);
        let decoder = Decoder::new(Platform::Klikit).dictionary(dictionary);
        decoder
            .decode_orders(br#"{"data":{"id":1,"status":5,"type":1,"provider_id":1}}"#)
            .expect("it has an id");
    }
});

//! No header block makes the verifier panic, and a block is taken whole or not at all.
#![no_main]

use tillwire_core::Platform;
use tillwire_core::verify::{Headers, Scheme, Verifier};

libfuzzer_sys::fuzz_target!(|block: &[u8]| {
    let mut headers = Headers::new();
    if headers.add_block(block).is_err() {
        assert!(headers.is_empty());
        return;
    }
    let mut again = Headers::new();
    for (name, value) in headers.iter() {
        again.add(name, value).expect("what a block holds can be added");
    }
    assert!(headers.iter().eq(again.iter()));
    for &scheme in Scheme::ALL {
        if scheme == Scheme::DangerouslyAcceptAnyone {
            continue;
        }
        let verifier = Verifier::builder(Platform::Fire)
            .scheme(scheme)
            .signature_header("S")
            .secret(b"secret")
            .build()
            .unwrap();
        let _ = verifier.verify(&headers, block, 0);
    }
});

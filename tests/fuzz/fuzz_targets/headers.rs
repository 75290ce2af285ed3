//! No header block makes the verifier panic, a block is taken whole or not at all, and what it holds can be written again.
#![no_main]

use tillwire_core::Platform;
use tillwire_core::verify::{Headers, Lookup, Scheme, Verifier};

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
    for line_end in [&b"\n"[..], b"\r\n"] {
        let mut written = b"POST / HTTP/1.1".to_vec();
        for (name, value) in headers.iter() {
            written.extend([line_end, name.as_bytes(), b": ", value].concat());
        }
        let mut read = Headers::new();
        read.add_block(&written).expect("headers that were read can be written");
        assert!(headers.iter().eq(read.iter()));
    }
    for (name, value) in headers.iter() {
        match headers.get(&name.to_ascii_uppercase()) {
            Lookup::One(found) => assert_eq!(found, value),
            found => assert_eq!(found, Lookup::Conflict),
        }
    }
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
        if verifier.verify(&headers, block, 0).is_ok() {
            // Nobody forges a signature, so it was the secret itself.
            let shown = headers.iter().any(|(_, value)| value.ends_with(b"secret"));
            assert!(!scheme.signs_body() && shown, "{scheme:?}");
        }
    }
});

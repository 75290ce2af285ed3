//! Nothing of a delivery is lost: in the event of every shared case, each value is found by its path, as it was sent.
//!
//! What was sent is told by `serde_json`, so that our reader is not its own witness.

mod vectors;

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use tillwire_core::Platform;
use tillwire_core::json::Document;
use vectors::Vectors;

/// Follows everything that `serde_json` finds in a value; how many scalars there are.
fn follow(document: &Document, path: &str, sent: &RawValue) -> usize {
    let found = document.at(path).unwrap_or_else(|| panic!("nothing at {path}"));
    assert_eq!(found.raw(), sent.get(), "{path}");
    match sent.get().as_bytes()[0] {
        b'{' => {
            // Of members that stand several times, the last counts, here as there.
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(sent.get()).expect("an object");
            let quoted = |name: &String| serde_json::to_string(name).expect("a text");
            let places = members.iter().map(|(name, value)| (format!("{path}[{}]", quoted(name)), value));
            places.map(|(path, value)| follow(document, &path, value)).sum()
        }
        b'[' => {
            let elements: Vec<&RawValue> = serde_json::from_str(sent.get()).expect("an array");
            let places = elements.iter().enumerate().map(|(at, value)| (format!("{path}[{at}]"), value));
            places.map(|(path, value)| follow(document, &path, value)).sum()
        }
        b'"' => {
            let read = found.string().expect("a text");
            match serde_json::from_str::<String>(sent.get()) {
                Ok(text) => assert_eq!(read, text.replace('\0', "\u{FFFD}"), "{path}"),
                // It refuses halves of surrogate pairs; each reads as U+FFFD here.
                Err(_) => assert!(read.contains('\u{FFFD}'), "{path}"),
            }
            1
        }
        _ => {
            assert!(found.string().is_none() && found.is_empty(), "{path}");
            1
        }
    }
}

#[test]
fn every_value_of_every_case_is_found_by_its_path() {
    for &platform in Platform::ALL {
        let deliveries = Vectors::of(platform);
        let mut scalars = 0;
        for cases in [deliveries.reads(), deliveries] {
            for name in cases.names() {
                let event = cases.event(&name);
                let body = cases.body(&name);
                assert_eq!(event.document().text().as_bytes(), body, "{name}");
                let body = std::str::from_utf8(&body).expect("UTF-8").trim_start_matches('\u{FEFF}');
                let sent: &RawValue = serde_json::from_str(body).expect(&name);
                scalars += follow(event.document(), "$", sent);
            }
        }
        assert!(scalars > 500, "{platform:?}: {scalars} values");
    }
}

//! The shared cases of all platforms, as deliveries and answers.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use tillwire_agreement::event;
use tillwire_agreement::print::Plan;
use tillwire_core::event::{DecodeError, Decoder, Event};
use tillwire_core::json::Document;
use tillwire_core::verify::Headers;
use tillwire_core::{Limits, Platform};

use crate::vectors::Vectors;

/// A shared case.
pub struct Case {
    pub name: String,
    pub decoder: Decoder,
    pub headers: Headers,
    pub body: Vec<u8>,
    pub is_answer: bool,
}

pub static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let mut cases = Vec::new();
    for &platform in Platform::ALL {
        let deliveries = Vectors::of(platform);
        for (vectors, is_answer) in [(deliveries.reads(), true), (deliveries, false)] {
            let names = vectors.names();
            assert!(names.len() > 5, "{platform:?} has few cases");
            cases.extend(names.iter().map(|name| Case {
                name: format!("{} {name}", platform.name()),
                decoder: vectors.decoder(name),
                headers: vectors.headers(name),
                body: vectors.body(name),
                is_answer,
            }));
        }
    }
    cases
});

/// Every type of event that the cases are of.
pub static TYPES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let types = CASES.iter().filter_map(|case| {
        let event = case.decoder.decode_unverified(&case.headers, &case.body).ok()?;
        event.type_text().map(str::to_owned)
    });
    types.collect::<BTreeSet<_>>().into_iter().collect()
});

impl Case {
    pub fn plan(&self) -> Plan {
        Plan::of(Document::copy(&self.body, &Limits::default()).expect("JSON").root())
    }

    /// What a body comes to in the place of this case's.
    pub fn read(&self, decoder: &Decoder, body: &[u8]) -> Result<Event, DecodeError> {
        if self.is_answer {
            event::decode_orders(decoder, body)
        } else {
            event::decode(decoder, &self.headers, body)
        }
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

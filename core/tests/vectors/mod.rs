//! The shared cases of a platform: a body, the headers and settings beside it, and the event that they decode to.
#![allow(dead_code, reason = "each test program uses some of it")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tillwire_core::Platform;
use tillwire_core::event::{Decoder, Event};
use tillwire_core::value::Currency;
use tillwire_core::verify::Headers;

/// A folder of `tests/vectors`.
pub struct Vectors {
    platform: Platform,
    folder: PathBuf,
    /// Whether the bodies are answers to reads.
    reads: bool,
}

impl Vectors {
    /// The cases of a platform.
    pub fn of(platform: Platform) -> Self {
        let folder = Path::new("tests/vectors").join(platform.name());
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let folder = above.map(|above| above.join(&folder)).find(|folder| folder.is_dir());
        let folder = folder.expect("the shared cases are there");
        Self { platform, folder, reads: false }
    }

    /// The body of the case with this name.
    pub fn body(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name).with_extension("json")).expect(name)
    }

    /// The headers of the case with this name: none where no file states any.
    pub fn headers(&self, name: &str) -> Headers {
        let mut headers = Headers::new();
        if let Ok(text) = fs::read_to_string(self.folder.join(name).with_extension("headers.json")) {
            let stated: Value = serde_json::from_str(&text).expect(name);
            for (header, value) in stated.as_object().expect("an object of name and value") {
                headers.add(header, value.as_str().expect("a text").as_bytes()).expect("a header");
            }
        }
        headers
    }

    /// A decoder with the settings of the case with this name: the default ones where no file states any.
    pub fn decoder(&self, name: &str) -> Decoder {
        let mut decoder = Decoder::new(self.platform);
        let Ok(text) = fs::read_to_string(self.folder.join(name).with_extension("settings.json")) else {
            return decoder;
        };
        let stated: Value = serde_json::from_str(&text).expect(name);
        for (setting, value) in stated.as_object().expect("an object of settings") {
            match setting.as_str() {
                "locations" => {
                    for (canonical, actual) in value.as_object().expect("an object of paths") {
                        decoder = decoder.locate(canonical, actual.as_str().expect("a path")).expect(name);
                    }
                }
                "scales" => {
                    for (currency, digits) in value.as_object().expect("an object of currencies") {
                        let digits = digits.as_u64().and_then(|digits| digits.try_into().ok());
                        decoder = decoder.scale(Currency::new(currency).expect(name), digits.expect(name));
                    }
                }
                "expect_event" => decoder = decoder.expect_event(value.as_str().expect("a text")),
                unknown => panic!("{name}: there is no setting {unknown}"),
            }
        }
        decoder
    }

    /// The event of the case with this name.
    pub fn event(&self, name: &str) -> Event {
        let decoder = self.decoder(name);
        if self.reads {
            return decoder.decode_orders(&self.body(name)).expect(name);
        }
        decoder.decode_unverified(&self.headers(name), &self.body(name)).expect(name)
    }

    /// The answers to reads of orders among the cases.
    pub fn reads(&self) -> Self {
        Self { platform: self.platform, folder: self.folder.join("reads"), reads: true }
    }

    /// Runs every answer to a read, as [`run_all`](Self::run_all) does.
    pub fn run_reads(&self) -> usize {
        self.reads().run_all()
    }

    /// The names of all cases.
    pub fn names(&self) -> Vec<String> {
        let files = fs::read_dir(&self.folder).expect("the folder is there");
        let names = files.filter_map(|entry| {
            let file = entry.expect("a file").file_name();
            let file = file.to_str().expect("a plain name");
            let beside = file.ends_with(".headers.json") || file.ends_with(".settings.json");
            file.strip_suffix(".json").filter(|_| !beside).map(String::from)
        });
        names.collect()
    }

    /// Runs every case, or writes what is expected anew where `TILLWIRE_WRITE_EXPECTED` is set; how many there were.
    pub fn run_all(&self) -> usize {
        let write = std::env::var_os("TILLWIRE_WRITE_EXPECTED").is_some();
        let mut cases = 0;
        for name in &self.names() {
            let expected = self.folder.join("expected").join(name).with_extension("json");
            let found: Value = serde_json::from_str(&self.event(name).to_json().expect(name)).expect(name);
            if write {
                let text = serde_json::to_string_pretty(&found).expect(name);
                fs::write(&expected, format!("{text}\n")).expect(name);
            }
            let text = fs::read_to_string(&expected)
                .unwrap_or_else(|error| panic!("{}: {error}", expected.display()));
            assert_eq!(found, serde_json::from_str::<Value>(&text).expect(name), "{name}");
            cases += 1;
        }
        cases
    }
}

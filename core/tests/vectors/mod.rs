//! A folder of `tests/vectors` whose bodies decode to the events in its folder `expected`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tillwire_core::Platform;
use tillwire_core::event::{Decoder, Event};
use tillwire_core::verify::Headers;

/// The cases of one platform.
pub struct Vectors {
    pub platform: Platform,
    pub folder: &'static str,
}

impl Vectors {
    fn path(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors").join(self.folder)
    }

    /// A body as it arrives.
    pub fn sample(&self, file: &str) -> Vec<u8> {
        fs::read(self.path().join(file)).expect(file)
    }

    /// The event that a body decodes to with default settings and the headers that stand beside it.
    pub fn event(&self, file: &str) -> Event {
        let mut headers = Headers::new();
        let beside = self.path().join(file.replace(".json", ".headers.json"));
        if let Ok(text) = fs::read_to_string(beside) {
            let named: serde_json::Map<String, Value> = serde_json::from_str(&text).expect(file);
            for (name, value) in named {
                headers.add(&name, value.as_str().expect(file).as_bytes()).expect(file);
            }
        }
        Decoder::new(self.platform).decode_unverified(&headers, &self.sample(file)).expect(file)
    }

    /// Compares every case with its expected event, or writes that anew where `TILLWIRE_WRITE_EXPECTED` is set; answers
    /// how many there were.
    pub fn check_all(&self) -> usize {
        let write = std::env::var_os("TILLWIRE_WRITE_EXPECTED").is_some();
        let mut cases = 0;
        for entry in fs::read_dir(self.path()).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            let name = file.strip_suffix(".json").unwrap_or(".headers");
            if name.ends_with(".headers") {
                continue;
            }
            let found: Value = serde_json::from_str(&self.event(&file).to_json().unwrap()).unwrap();
            let expected = self.path().join("expected").join(&file);
            if write {
                fs::write(&expected, format!("{}\n", serde_json::to_string_pretty(&found).unwrap())).unwrap();
            }
            let text = fs::read_to_string(&expected).expect(&file);
            assert_eq!(found, serde_json::from_str::<Value>(&text).unwrap(), "{file}");
            cases += 1;
        }
        cases
    }
}

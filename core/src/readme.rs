//! Tables in the README, and in those of the platforms, that are the library's own.
//!
//! `TILLWIRE_WRITE_EXPECTED=1 cargo test -p tillwire-core --lib readme` writes them anew; read the difference before
//! committing it.

extern crate std;

use std::string::String;
use std::sync::Mutex;
use std::{env, format, fs};

use crate::platform::Platform;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// One test at a time writes a file.
static WRITING: Mutex<()> = Mutex::new(());

/// A platform as it writes itself.
pub(crate) const fn title(platform: Platform) -> &'static str {
    match platform {
        Platform::Klikit => "klikit",
        Platform::Atlas => "Atlas",
        Platform::Fire => "Fire",
    }
}

/// Holds parts of a file below the root, by name, against what the library makes of them.
pub(crate) fn check(file: &str, parts: &[(&str, String)]) {
    let _writing = WRITING.lock().unwrap();
    let path = format!("{ROOT}/{file}");
    let readme = fs::read_to_string(&path).unwrap();
    let made = parts.iter().fold(readme, |text, (name, part)| put(&text, name, part));
    if env::var_os("TILLWIRE_WRITE_EXPECTED").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap() == made, "the tables of {file} are not those of the library");
}

/// Puts a text between its marks in another.
fn put(text: &str, name: &str, part: &str) -> String {
    let (begin, end) = (format!("<!-- {name}: made by the tests -->\n"), "<!-- end -->");
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("there is no {begin}"));
    let (_, after) = rest.split_once(end).unwrap_or_else(|| panic!("{name} has no end"));
    format!("{before}{begin}\n{part}\n{end}{after}")
}

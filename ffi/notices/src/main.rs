//! Writes the notices that go with a built library: what is in it, whose that is, and the texts of its licences.
//!
//! `tillwire-notices TARGET MESSAGES FOLDER SYSROOT` prints them. MESSAGES is a file with what cargo said of the build
//! (`--message-format json`), FOLDER where it put what it built for the target, SYSROOT that of the compiler.
//! A crate without a text of its licence is an error that names it.

#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a text of a few pages is put together here: plain code counts, not speed"
)]

mod built;
mod licence;
mod manifest;
mod page;
mod plain;
mod texts;
mod toolchain;

use std::path::Path;
use std::process::ExitCode;

/// Everything that goes wrong here is told to whoever builds, once, as text.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [target, messages, folder, sysroot] => {
            notices(target, messages.as_ref(), folder.as_ref(), sysroot.as_ref())
        }
        _ => Err("usage: tillwire-notices TARGET MESSAGES FOLDER SYSROOT".to_owned()),
    };
    match done {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("tillwire-notices: {message}");
            ExitCode::FAILURE
        }
    }
}

fn notices(target: &str, messages: &Path, folder: &Path, sysroot: &Path) -> Result<String> {
    let crates = built::crates(&read(messages)?, folder)?;
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    page::page(target, root, &crates, sysroot)
}

/// A text file, whatever its encoding: what is not UTF-8 in it is replaced.
fn read(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

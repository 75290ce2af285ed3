//! Writes `include/tillwire.h`, the lists that must agree with it and the declarations of the .NET binding from the sources
//! of `ffi/src`, and the schema of an event's JSON from the tables of the core.
//!
//! `cargo run -p tillwire-header` writes, `cargo run -p tillwire-header -- --check` compares.

#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "texts of a few pages are put together here: plain code counts, not speed"
)]

mod chapters;
mod declarations;
mod dotnet;
mod outputs;
mod prose;
mod schema;

use std::path::Path;
use std::process::ExitCode;

/// Everything that goes wrong here is told to a developer, once, as text.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => outputs().and_then(|files| write(&files)),
        ["--check"] => outputs().and_then(|files| check(&files)),
        _ => Err("usage: tillwire-header [--check]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("tillwire-header: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Each file to write: its path below the root, and its text.
fn outputs() -> Result<Vec<(&'static str, String)>> {
    let chapters = chapters::read_all(&root().join("ffi/src"))?;
    let mut files = vec![
        ("include/tillwire.h", outputs::header(&chapters)?),
        ("include/tillwire.cdef", outputs::cdef(&chapters)),
        ("ffi/artifact/tillwire.def", outputs::def(&chapters)),
        ("ffi/artifact/symbols.txt", outputs::symbols(&chapters)),
        ("tests/vectors/event.schema.json", schema::schema()?),
    ];
    files.extend(dotnet::files(&chapters)?);
    Ok(files)
}

fn write(files: &[(&str, String)]) -> Result<()> {
    for (name, text) in files {
        let path = root().join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| format!("{name}: {error}"))?;
        }
        std::fs::write(&path, text).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

fn check(files: &[(&str, String)]) -> Result<()> {
    let differences: Vec<String> = files
        .iter()
        .filter_map(|(name, wanted)| match std::fs::read_to_string(root().join(name)) {
            Ok(found) => first_difference(wanted, &found).map(|place| format!("{name}, {place}")),
            Err(error) => Some(format!("{name}: {error}\n")),
        })
        .collect();
    if differences.is_empty() {
        return Ok(());
    }
    Err(format!(
        "these do not agree with the sources; run `cargo run -p tillwire-header` and commit what it writes\n\n{}",
        differences.join("\n")
    ))
}

/// Where two texts part, with a few lines of each from there on; `None` where they are equal.
fn first_difference(wanted: &str, found: &str) -> Option<String> {
    const SHOWN: usize = 4;
    if wanted == found {
        return None;
    }
    let same = wanted.lines().zip(found.lines()).take_while(|(wanted, found)| wanted == found).count();
    let mut hint = format!("line {}:\n", same + 1);
    for (sign, text) in [('-', found), ('+', wanted)] {
        let mut lines = text.lines().skip(same).take(SHOWN).peekable();
        if lines.peek().is_none() {
            hint.push_str(&format!("  {sign} (the file ends here)\n"));
        }
        lines.for_each(|line| hint.push_str(&format!("  {sign} {line}\n")));
    }
    Some(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_no_difference() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
    }

    #[test]
    fn a_difference_is_shown_from_its_first_line_on() {
        let hint = first_difference("a\nnew\n", "a\nold\n").expect("they differ");
        assert_eq!(hint, "line 2:\n  - old\n  + new\n");
    }

    #[test]
    fn a_file_that_ends_early_says_so() {
        let hint = first_difference("a\nb\n", "a\n").expect("they differ");
        assert_eq!(hint, "line 2:\n  - (the file ends here)\n  + b\n");
    }

    #[test]
    fn the_repository_has_exports_and_every_file_is_plain_ascii() {
        let files = outputs().expect("the chapters of this repository can be read");
        for (name, text) in files {
            assert!(text.is_ascii(), "{name}");
            let known = match name {
                "tests/vectors/event.schema.json" => "order_created",
                "bindings/dotnet/src/Native.cs" => "tillwire_abi_version",
                _ if name.starts_with("bindings/") => "namespace Tillwire",
                _ => "tillwire_abi_version",
            };
            assert!(text.contains(known), "{name}");
        }
    }
}

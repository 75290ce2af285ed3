//! What is in a library: the crates that cargo compiled for its target.
//!
//! Cargo's own words about a build are exact for its features and its target. What it builds for the machine that builds
//! (build scripts, procedural macros, and what only they need) goes elsewhere and is not in the library.
//! <https://doc.rust-lang.org/cargo/reference/external-tools.html#artifact-messages>

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Result;

/// A crate in the library.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Crate {
    pub name: String,
    pub version: String,
    /// Where cargo has it from, as its package id says: `registry+https://…`, `git+https://…`, `path+file://…`.
    pub source: String,
    pub folder: PathBuf,
}

/// The crates that were compiled into `folder`, sorted by name, without Rust's standard library itself. Where cargo builds that
/// too, the crates that it uses are among them.
pub fn crates(messages: &str, folder: &Path) -> Result<Vec<Crate>> {
    let mut crates = BTreeSet::new();
    for line in messages.lines() {
        let message: Value =
            serde_json::from_str(line).map_err(|error| format!("cargo's message: {error}"))?;
        let files = message.get("filenames").and_then(Value::as_array).into_iter().flatten();
        let is_in = files.filter_map(Value::as_str).any(|file| Path::new(file).starts_with(folder));
        if is_in && text(&message, "reason")? == "compiler-artifact" {
            let manifest = Path::new(text(&message, "manifest_path")?);
            // With `-Z build-std` it is compiled from the sources of the toolchain.
            if !manifest.components().any(|part| part.as_os_str() == "rustlib") {
                crates.insert(one(text(&message, "package_id")?, manifest)?);
            }
        }
    }
    if crates.is_empty() {
        return Err(format!("cargo compiled nothing into {}", folder.display()));
    }
    Ok(crates.into_iter().collect())
}

fn text<'a>(message: &'a Value, name: &str) -> Result<&'a str> {
    message.get(name).and_then(Value::as_str).ok_or_else(|| format!("cargo's message has no {name}"))
}

/// A package id is `SOURCE#NAME@VERSION`, or `SOURCE/NAME#VERSION`.
/// <https://doc.rust-lang.org/cargo/reference/pkgid-spec.html>
fn one(id: &str, manifest: &Path) -> Result<Crate> {
    let parts = id.rsplit_once('#').and_then(|(source, rest)| match rest.split_once('@') {
        Some((name, version)) => Some((source, name, version)),
        None => Some((source, source.split('?').next()?.rsplit('/').next()?, rest)),
    });
    let ((source, name, version), folder) =
        parts.zip(manifest.parent()).ok_or_else(|| format!("cargo's package id {id:?} has another form"))?;
    Ok(Crate {
        name: name.to_owned(),
        version: version.to_owned(),
        source: source.to_owned(),
        folder: folder.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(id: &str, manifest: &str, file: &str) -> String {
        format!(
            "{{\"reason\":\"compiler-artifact\",\"package_id\":\"{id}\",\"manifest_path\":\"{manifest}\",\
             \"filenames\":[\"{file}\"]}}\n"
        )
    }

    #[test]
    fn what_was_built_for_the_target_counts() {
        let messages = [
            artifact(
                "registry+https://x#ring@0.17.14",
                "/r/ring/Cargo.toml",
                "/t/arm/release/deps/libring.rlib",
            ),
            artifact("registry+https://x#cc@1.2.0", "/r/cc/Cargo.toml", "/t/release/deps/libcc.rlib"),
            artifact("path+file:///r/core#0.1.0+a", "/r/core/Cargo.toml", "/t/arm/release/deps/libcore.rlib"),
            artifact(
                "path+file:///s/std#0.0.0",
                "/s/lib/rustlib/src/std/Cargo.toml",
                "/t/arm/release/libstd.rlib",
            ),
            "{\"reason\":\"build-finished\",\"success\":true}\n".to_owned(),
        ];
        let found =
            crates(&messages.concat(), Path::new("/t/arm/release")).expect("these are cargo's messages");
        let named: Vec<String> = found.iter().map(|it| format!("{} {}", it.name, it.version)).collect();
        assert_eq!(named, ["core 0.1.0+a", "ring 0.17.14"]);
        assert_eq!(found.first().expect("two").folder, Path::new("/r/core"));
    }

    #[test]
    fn a_build_of_nothing_is_refused() {
        let message = artifact("registry+https://x#cc@1.2.0", "/r/cc/Cargo.toml", "/t/release/libcc.rlib");
        assert!(crates(&message, Path::new("/t/arm")).expect_err("nothing is there").contains("nothing"));
        assert!(crates("{\"reason\":1}", Path::new("/t")).is_err());
    }
}

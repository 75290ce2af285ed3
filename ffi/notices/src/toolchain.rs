//! Rust's standard library: which one is in the library, and what the toolchain ships about it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use spdx::{Expression, ParseMode};

use crate::Result;
use crate::licence::{Text, texts_of};
use crate::plain::{lines, paragraph};
use crate::texts::Texts;

const NAME: &str = "Rust's standard library";

/// The page does not say which crates are for which system.
const SHIPPED: &str = "    What the toolchain says of it, as it is for all systems together:\n";

/// The section about it; what it cites goes to the texts.
pub fn section(sysroot: &Path, texts: &mut Texts) -> Result<String> {
    let (release, commit) = version(sysroot)?;
    let owner = format!("{NAME} {release}");
    let source = format!("https://github.com/rust-lang/rust/tree/{commit}");
    let head =
        format!("{owner}\n    licence: MIT OR Apache-2.0; of parts of it as follows\n    source: {source}\n");
    let folder = sysroot.join("share/doc/rust");
    Ok(head + &notices(&folder, &owner, &source, texts)?)
}

/// What the toolchain ships: a page about the library of 1.86 and later, before that one about the whole toolchain. One
/// that ships neither has the standard texts, and says where to look.
fn notices(folder: &Path, owner: &str, source: &str, texts: &mut Texts) -> Result<String> {
    let page = folder.join("COPYRIGHT-library.html");
    if page.exists() {
        let told = lines(&crate::read(&page)?, |heading, text| {
            format!("(text {})", texts.add(text, &format!("std's {heading}")))
        })?;
        let printed = |line: &String| match line.as_str() {
            "" => "\n".to_owned(),
            line => paragraph("  ", line).lines().map(|line| format!("    {line}\n")).collect(),
        };
        let section: String = told.iter().map(printed).collect();
        // The page names the licences of the library's own files without their texts; those of crates it has.
        let own = told.iter().take_while(|line| !line.starts_with("Out-of-tree"));
        let named = own.filter_map(|line| line.strip_prefix("License: "));
        return Ok(
            format!("{SHIPPED}{section}\n    Licences of its own files\n") + &standard(named, owner, texts)
        );
    }
    let shipped = ["COPYRIGHT", "LICENSE-APACHE", "LICENSE-MIT"].map(|name| (name, folder.join(name)));
    if shipped.iter().all(|(_, path)| path.exists()) {
        let mut section = String::new();
        for (name, path) in shipped {
            section += &format!("    {name} (text {})\n", texts.add(&crate::read(&path)?, owner));
        }
        return Ok(section);
    }
    let copyright = format!("    copyright: The Rust Project contributors; see {source}/COPYRIGHT\n");
    Ok(copyright + &standard(["MIT OR Apache-2.0"].into_iter(), owner, texts))
}

/// The lines about SPDX's texts of all licences in these expressions, each once. One that SPDX does not know is left out: the
/// page says what it is.
fn standard<'a>(expressions: impl Iterator<Item = &'a str>, owner: &str, texts: &mut Texts) -> String {
    let parsed = expressions.filter_map(|it| Expression::parse_mode(it, ParseMode::LAX).ok());
    let lines = parsed.filter_map(|it| texts_of(&it).ok()).flatten();
    let lines: BTreeSet<String> =
        lines.map(|Text { name, text }| format!("    {name} (text {})\n", texts.add(&text, owner))).collect();
    lines.into_iter().collect()
}

/// Release and commit of the compiler, which its standard library shares.
fn version(sysroot: &Path) -> Result<(String, String)> {
    let compiler = sysroot.join("bin/rustc");
    let said = Command::new(&compiler).arg("-vV").output();
    let said = said.map_err(|error| format!("{}: {error}", compiler.display()))?.stdout;
    let said = String::from_utf8_lossy(&said);
    let value = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    value("release: ")
        .map(|release| {
            // A compiler that was not built from a checkout does not know its commit.
            let commit = value("commit-hash: ").filter(|commit| commit != "unknown");
            (release.clone(), commit.unwrap_or(release))
        })
        .ok_or_else(|| format!("{} does not say its release", compiler.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(files: &[(&str, &str)]) -> (String, String) {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        let mut texts = Texts::default();
        let section = notices(folder.path(), "std 1", "https://x.org", &mut texts).expect("it can be told");
        (section, texts.print())
    }

    #[test]
    fn every_toolchain_has_something_to_print() {
        let page = "<p>License: ISC</p><h2>Out-of-tree</h2><h3>cc-1</h3><p>License: Zlib</p><summary>MIT</summary><pre>as is</pre>";
        let (section, texts) = told(&[("COPYRIGHT-library.html", page), ("COPYRIGHT", "all of it")]);
        assert_eq!(
            section,
            format!(
                "{SHIPPED}    License: ISC\n\n    Out-of-tree\n\n    cc-1\n    License: Zlib\n    \
             MIT (text 1)\n\n    Licences of its own files\n    SPDX's text of ISC (text 2)\n"
            )
        );
        assert!(texts.contains("Text 1, of std's cc-1\n") && texts.contains("\nas is\n"), "{texts}");

        let (section, texts) = told(&[("COPYRIGHT", "all"), ("LICENSE-MIT", "m"), ("LICENSE-APACHE", "a")]);
        assert_eq!(
            section,
            "    COPYRIGHT (text 1)\n    LICENSE-APACHE (text 2)\n    LICENSE-MIT (text 3)\n"
        );
        assert!(texts.contains("\nall\n"), "{texts}");

        let (section, texts) = told(&[]);
        assert!(section.contains("see https://x.org/COPYRIGHT\n"), "{section}");
        assert!(
            texts.contains("Permission is hereby granted") && texts.contains("Apache License"),
            "{texts}"
        );
    }
}

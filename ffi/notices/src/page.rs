//! The notices as one page: Tillwire, the crates in it, the standard library, then all texts.

use std::path::Path;

use crate::Result;
use crate::built::Crate;
use crate::licence::{Text, shipped, standard};
use crate::manifest::Manifest;
use crate::plain::paragraph;
use crate::texts::Texts;
use crate::toolchain;

/// What nobody here can list: it differs by the compiler of whoever links.
const REST: &str = "Not listed is what a C toolchain adds of its own where it links a shared library or a program: start-up code, \
    and the code that unwinds the stack.";

const PREFACE: &str = "This library is Tillwire, and contains the works of others that are listed here, each under its own \
    licence. Most of these ask that their notices go with every copy: pass this file on with the library, and with a program \
    that the library is linked into. The texts that are named by numbers stand at the end.";

/// The notices of a library for `target` made of these crates; those below `root` are Tillwire's own.
pub fn page(target: &str, root: &Path, crates: &[Crate], sysroot: &Path) -> Result<String> {
    let root = root.canonicalize().map_err(|error| format!("{}: {error}", root.display()))?;
    let (own, others): (Vec<&Crate>, Vec<&Crate>) =
        crates.iter().partition(|it| it.source.starts_with("path+") && is_below(&root, &it.folder));
    let mut texts = Texts::default();
    let mut page = format!("Notices of Tillwire for {target}\n\n{}\n", paragraph("", PREFACE));
    page += &tillwire(&root, &own, &mut texts)?;
    for other in others {
        page.push('\n');
        page += &entry(other, &mut texts)?;
    }
    page.push('\n');
    page += &toolchain::section(sysroot, &mut texts)?;
    page.push('\n');
    page += &paragraph("", REST);
    Ok(page + &texts.print())
}

fn is_below(root: &Path, folder: &Path) -> bool {
    folder.canonicalize().is_ok_and(|folder| folder.starts_with(root))
}

/// Tillwire itself, whose crates have one licence.
fn tillwire(root: &Path, own: &[&Crate], texts: &mut Texts) -> Result<String> {
    let mut names: Vec<String> = own.iter().map(|it| format!("{} {}", it.name, it.version)).collect();
    names.sort();
    let mut section = format!("Tillwire\n    licence: MIT OR Apache-2.0\n    crates: {}\n", names.join(", "));
    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        section += &format!("    {file} (text {})\n", texts.add(&crate::read(&root.join(file))?, "Tillwire"));
    }
    Ok(section)
}

/// A crate of others.
fn entry(of: &Crate, texts: &mut Texts) -> Result<String> {
    let owner = format!("{} {}", of.name, of.version);
    let manifest = Manifest::read(&of.folder)?;
    let found = shipped(&of.folder, &manifest)?;
    let licence = manifest.license.as_deref().unwrap_or("as its texts say");
    let mut entry = format!("{owner}\n    licence: {licence}\n    source: {}\n", manifest.address(of));
    let found = if found.is_empty() {
        entry += &format!("    authors: {}\n", authors(&manifest));
        standard(of, &manifest)?
    } else {
        found
    };
    for Text { name, text } in found {
        entry += &format!("    {name} (text {})\n", texts.add(&text, &owner));
    }
    Ok(entry)
}

fn authors(manifest: &Manifest) -> String {
    if manifest.authors.is_empty() {
        "those its source names".to_owned()
    } else {
        manifest.authors.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A crate with these files, and its entry.
    fn told(manifest: &str, files: &[(&str, &str)]) -> (Result<String>, String) {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in [("Cargo.toml", manifest)].iter().chain(files) {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        let of = Crate {
            name: "planted".to_owned(),
            version: "1.0.0".to_owned(),
            source: "registry+https://mirror.example/index".to_owned(),
            folder: folder.path().to_owned(),
        };
        let mut texts = Texts::default();
        (entry(&of, &mut texts), texts.print())
    }

    #[test]
    fn a_crate_is_told_with_what_it_ships() {
        let (entry, texts) = told(
            "[package]\nlicense = \"ISC\"\nrepository = \"https://x.org\"\n",
            &[("LICENSE", "as is"), ("NOTICE", "by A")],
        );
        assert_eq!(
            entry.expect("it has texts"),
            "planted 1.0.0\n    licence: ISC\n    source: https://x.org\n    \
             LICENSE (text 1)\n    NOTICE (text 2)\n"
        );
        assert!(texts.contains("\nas is\n") && texts.contains("\nby A\n"), "{texts}");
    }

    #[test]
    fn a_crate_that_ships_nothing_is_told_with_its_authors() {
        let (entry, texts) = told("[package]\nlicense = \"MIT\"\nauthors = [\"A\", \"B\"]\n", &[]);
        let entry = entry.expect("SPDX has the text");
        assert!(entry.ends_with("    authors: A, B\n    SPDX's text of MIT (text 1)\n"), "{entry}");
        assert!(texts.contains("Permission is hereby granted"), "{texts}");
    }

    #[test]
    fn a_crate_without_any_licence_is_refused() {
        let error = told("[package]\n", &[]).0.expect_err("it has none");
        assert_eq!(error, "planted 1.0.0 ships no text of its licence, and names none");
    }
}

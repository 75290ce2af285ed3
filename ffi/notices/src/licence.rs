//! The texts of a crate's licence: those it ships, else the standard ones of its SPDX expression.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use spdx::{Expression, ParseMode};
use walkdir::WalkDir;

use crate::Result;
use crate::built::Crate;
use crate::manifest::Manifest;

/// A text, and what it is: the path of its file, or the standard text of which licence.
#[derive(Debug)]
pub struct Text {
    pub name: String,
    pub text: String,
}

/// How the names of files with licences, notices and copyrights begin.
const NAMES: [&str; 7] = ["licence", "license", "unlicense", "copying", "copyright", "notice", "patents"];
/// Files that may be named after a licence and are code, or a description of one for machines.
const CODE: [&str; 14] =
    ["rs", "c", "h", "cc", "cpp", "hpp", "s", "py", "js", "json", "toml", "yml", "yaml", "spdx"];

/// What the crate ships: at any depth, since copied code brings its own; sorted by path. Never empty texts.
pub fn shipped(folder: &Path, manifest: &Manifest) -> Result<Vec<Text>> {
    let mut files: Vec<PathBuf> = manifest.own_license_file().map(Path::to_owned).into_iter().collect();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|it| !is_hidden(it)) {
        let entry = entry.map_err(|error| format!("{}: {error}", folder.display()))?;
        let inside = entry.path().strip_prefix(folder).map_err(|error| error.to_string())?;
        if entry.file_type().is_file() && has_notice_name(inside) {
            files.push(inside.to_owned());
        }
    }
    files.sort();
    files.dedup();
    let mut texts = Vec::new();
    for file in files {
        let text = crate::read(&folder.join(&file))?;
        let name = file.to_string_lossy().replace('\\', "/");
        if !text.trim().is_empty() {
            texts.push(Text { name, text });
        }
    }
    Ok(texts)
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

/// By the file's own name, or that of a folder that it is in: `LICENSES/MIT.txt`.
fn has_notice_name(path: &Path) -> bool {
    let code = path
        .extension()
        .is_some_and(|extension| CODE.iter().any(|code| extension.eq_ignore_ascii_case(code)));
    let begins = |part: &OsStr| {
        let part = part.to_string_lossy().to_lowercase();
        NAMES.iter().any(|begin| part.starts_with(begin))
    };
    !code && path.iter().any(begins)
}

/// The standard texts of all licences that the expression names, for a crate that ships none.
pub fn standard(of: &Crate, manifest: &Manifest) -> Result<Vec<Text>> {
    let Crate { name, version, .. } = of;
    let wrong = |why: &str| format!("{name} {version} ships no text of its licence, and {why}");
    let expression = manifest.license.as_deref().ok_or_else(|| wrong("names none"))?;
    let parsed = Expression::parse_mode(expression, ParseMode::LAX).map_err(|error| {
        wrong(&format!("its expression {expression:?} is none of SPDX: {}", error.reason))
    })?;
    texts_of(&parsed).map_err(|unknown| wrong(&format!("SPDX has no text of {unknown}")))
}

/// SPDX's texts of all licences and exceptions in an expression, or the name of one that has none.
pub fn texts_of(expression: &Expression) -> std::result::Result<Vec<Text>, String> {
    let text =
        |name: &str, text: &str| Text { name: format!("SPDX's text of {name}"), text: text.to_owned() };
    let mut texts = Vec::new();
    for requirement in expression.requirements() {
        let unknown = || requirement.req.to_string();
        let licence = requirement.req.license.id().ok_or_else(unknown)?;
        texts.push(text(licence.name, licence.text()));
        if let Some(addition) = &requirement.req.addition {
            let exception = addition.id().ok_or_else(unknown)?;
            texts.push(text(exception.name, exception.text()));
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(license: Option<&str>) -> Result<Vec<Text>> {
        let planted = Crate {
            name: "planted".to_owned(),
            version: "1.0.0".to_owned(),
            source: String::new(),
            folder: PathBuf::new(),
        };
        standard(&planted, &Manifest { license: license.map(str::to_owned), ..Manifest::default() })
    }

    #[test]
    fn files_are_known_by_their_names() {
        for name in
            ["LICENSE", "license-mit.txt", "LICENCE.Apache-2.0", "copied/COPYING.md", "LICENSES/MIT.txt"]
        {
            assert!(has_notice_name(name.as_ref()), "{name}");
        }
        for name in ["src/license.rs", "src/license/MOD.RS", "notices.json", "README.md", "lib.rs"] {
            assert!(!has_notice_name(name.as_ref()), "{name}");
        }
    }

    #[test]
    fn every_text_that_a_crate_ships_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        };
        file("NOTICE", "of its own");
        file("third_party/other/LICENSE", "of copied code");
        file("COPYING", " \n");
        file("terms.txt", "as named");
        file(".github/LICENSE", "of something else");
        let manifest = Manifest { license_file: Some("terms.txt".into()), ..Manifest::default() };
        let found = shipped(folder.path(), &manifest).expect("it can be read");
        let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["NOTICE", "terms.txt", "third_party/other/LICENSE"]);
    }

    #[test]
    fn standard_texts_stand_in_for_those_that_are_not_shipped() {
        let texts = of(Some("MIT/Apache-2.0 WITH LLVM-exception")).expect("SPDX has these");
        let names: Vec<&str> = texts.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(
            names,
            ["SPDX's text of MIT", "SPDX's text of Apache-2.0", "SPDX's text of LLVM-exception"]
        );
        assert!(texts.iter().all(|it| it.text.len() > 500), "{texts:?}");
    }

    #[test]
    fn a_licence_without_a_text_is_refused_by_the_name_of_the_crate() {
        for license in [None, Some("as you like"), Some("LicenseRef-own")] {
            let error = of(license).expect_err("there is no text");
            assert!(error.starts_with("planted 1.0.0 ships no text of its licence, and "), "{error}");
        }
    }
}

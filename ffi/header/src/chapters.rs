//! The chapters of the header: which source files they are, in which order, and what each file promises.

use std::collections::HashSet;
use std::path::Path;

use crate::Result;
use crate::declarations::Declarations;

/// The files of `ffi/src` with exports, in the order of the header. A chapter comes after those whose types it
/// uses.
const CHAPTERS: &[&str] = &[
    "version.rs",
    "status.rs",
    "error.rs",
    "value.rs",
    "headers.rs",
    "settings.rs",
    "order.rs",
    "line.rs",
    "payment.rs",
    "party.rs",
    "step.rs",
    "adjustment.rs",
    "event.rs",
    "subject.rs",
    "verifier.rs",
    "change.rs",
    "book.rs",
    "operation.rs",
    "account.rs",
    "call.rs",
    "ask.rs",
    "poll.rs",
    "word.rs",
    "names.rs",
];

/// One chapter: a source file, read and translated.
pub struct Chapter {
    pub title: String,
    pub prose: Vec<String>,
    pub declarations: Declarations,
    /// Names of the constants before which the source leaves a line empty.
    pub groups: HashSet<String>,
}

/// Reads every chapter below `folder`.
pub fn read_all(folder: &Path) -> Result<Vec<Chapter>> {
    refuse_unlisted(folder, folder)?;
    let mut declared = HashSet::new();
    let mut chapters = Vec::new();
    for file in CHAPTERS {
        let chapter = read(&folder.join(file)).map_err(|error| format!("ffi/src/{file}: {error}"))?;
        declared.extend(chapter.declarations.types.iter().map(|kind| kind.name.clone()));
        for function in &chapter.declarations.functions {
            if let Some(missing) = function.types().find(|name| !declared.contains(*name)) {
                return Err(format!(
                    "ffi/src/{file}: {} uses {missing}, which no chapter up to this one declares; \
                     the order of chapters is in ffi/header/src/chapters.rs",
                    function.name
                ));
            }
        }
        chapters.push(chapter);
    }
    Ok(chapters)
}

/// A file with exports that is not a chapter would be missing from the header without a word.
fn refuse_unlisted(folder: &Path, top: &Path) -> Result<()> {
    let unreadable = |error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            refuse_unlisted(&path, top)?;
            continue;
        }
        let listed = CHAPTERS.iter().any(|file| top.join(file) == path);
        if listed || path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = Source::of(&std::fs::read_to_string(&path).map_err(unreadable)?)?;
        if let Some(name) = source.exported().next() {
            return Err(format!(
                "{} defines {name} but is not listed in ffi/header/src/chapters.rs",
                path.strip_prefix(top).unwrap_or(&path).display()
            ));
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<Chapter> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let source = Source::of(&text)?;
    let declarations = Declarations::of_file(file, &source.types)?;
    refuse_vanished(&source, &declarations)?;
    let (title, prose) = opening(&text)?;
    Ok(Chapter { title, prose, declarations, groups: source.groups })
}

/// Title and prose of a chapter: its `//!` lines, of which the first is the title.
fn opening(text: &str) -> Result<(String, Vec<String>)> {
    let mut lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    let title = lines.next().map(str::trim).filter(|title| !title.is_empty());
    let title = title.ok_or("a chapter opens with `//! Title`")?.to_owned();
    let prose: Vec<String> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect();
    if prose.first().is_some_and(|line| !line.is_empty()) {
        return Err("a chapter's title is one line, followed by an empty `//!`".to_owned());
    }
    Ok((title, prose))
}

/// What a source file exports, by a look at its lines.
#[derive(Default)]
struct Source {
    constants: Vec<String>,
    types: Vec<String>,
    functions: Vec<String>,
    groups: HashSet<String>,
}

impl Source {
    fn of(text: &str) -> Result<Self> {
        let mut source = Self::default();
        let mut awaited = false;
        let mut after_empty = false;
        for line in text.lines().map(str::trim) {
            if line.is_empty() {
                after_empty = true;
                continue;
            }
            if line.starts_with("///") || (line.starts_with("#[") && !line.contains("no_mangle")) {
                continue;
            }
            if line.starts_with("#[unsafe(no_mangle)]") {
                awaited = true;
            }
            if let Some(name) = name_after(line, "pub const ").filter(|name| name.starts_with("TILLWIRE_")) {
                if after_empty {
                    source.groups.insert(name.clone());
                }
                source.constants.push(name);
            } else if let Some(name) =
                name_after(line, "pub struct ").filter(|name| name.starts_with("tillwire_"))
            {
                source.types.push(name);
            } else if let Some(name) = awaited.then(|| name_after(line, "fn ")).flatten() {
                if !name.starts_with("tillwire_") {
                    return Err(format!("every export is written out and named tillwire_...: {line}"));
                }
                source.functions.push(name);
                awaited = false;
            }
            after_empty = false;
        }
        Ok(source)
    }

    fn exported(&self) -> impl Iterator<Item = &String> {
        self.constants.iter().chain(&self.types).chain(&self.functions)
    }
}

/// The name that follows `keyword` in a line of source.
fn name_after(line: &str, keyword: &str) -> Option<String> {
    let (before, rest) = line.split_once(keyword)?;
    if line.starts_with("//") || !(before.is_empty() || before.ends_with(' ')) {
        return None;
    }
    Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect())
}

/// cbindgen leaves out what it does not understand; nothing may get lost that way.
fn refuse_vanished(source: &Source, declarations: &Declarations) -> Result<()> {
    let declared: HashSet<&str> = (declarations.constants.iter().map(|constant| constant.name.as_str()))
        .chain(declarations.types.iter().map(|kind| kind.name.as_str()))
        .chain(declarations.functions.iter().map(|function| function.name.as_str()))
        .collect();
    match source.exported().find(|name| !declared.contains(name.as_str())) {
        Some(name) => Err(format!("{name} is in the source, but cbindgen has no declaration for it")),
        None if declared.len() != source.exported().count() => {
            Err("cbindgen declares more than the source seems to export".to_owned())
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONEY: &str = r#"//! Money
//!
//! Exact amounts.

use core::ffi::c_char;

/// An amount.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tillwire_money {
    /// Units.
    pub units: i64,
    /// Digits after the point.
    pub scale: i32,
    /// ISO 4217, or empty.
    pub currency: [c_char; 4],
}

/// A first.
pub const TILLWIRE_A: i32 = 1;
/// A second.
pub const TILLWIRE_B: i32 = -2;

/// Another group.
pub const TILLWIRE_C: i32 = 10;

/// Makes no difference. Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_money_of(order: *const tillwire_order, money: *mut tillwire_money) -> i32 {
    0
}
"#;

    /// Reads `text` as a chapter, by way of a file, since that is what cbindgen reads.
    fn chapter(name: &str, text: &str) -> Result<Chapter> {
        let file = std::env::temp_dir().join(format!("tillwire-header-{}-{name}.rs", std::process::id()));
        std::fs::write(&file, text).unwrap();
        let chapter = read(&file);
        std::fs::remove_file(&file).unwrap();
        chapter
    }

    #[test]
    fn a_chapter_is_read_with_its_structs_groups_and_borrowed_types() {
        let money = chapter("money", MONEY).unwrap();
        assert_eq!(money.title, "Money");
        assert_eq!(money.prose, ["", "Exact amounts."]);
        assert_eq!(money.groups, HashSet::from(["TILLWIRE_A".to_owned(), "TILLWIRE_C".to_owned()]));
        let [kind] = money.declarations.types.as_slice() else { panic!("one type is defined here") };
        let fields: Vec<&str> = kind.fields.iter().map(|field| field.declaration.as_str()).collect();
        assert_eq!(fields, ["int64_t units", "int32_t scale", "char currency[4]"]);
        assert_eq!(
            money.declarations.functions[0].parameters,
            ["const tillwire_order *order", "tillwire_money *money"]
        );
    }

    #[test]
    fn what_cbindgen_drops_is_noticed() {
        let text = format!("{MONEY}\n/// Text.\npub const TILLWIRE_TEXT: &str = \"x\";\n");
        let error = chapter("vanished", &text).err().unwrap();
        assert!(error.contains("TILLWIRE_TEXT"), "{error}");
    }

    #[test]
    fn an_export_made_by_a_macro_is_refused() {
        assert!(Source::of("#[unsafe(no_mangle)]\npub extern \"C\" fn $name() {}\n").is_err());
    }

    #[test]
    fn a_chapter_needs_a_title_of_one_line() {
        assert!(opening("use x;\n").is_err());
        assert!(opening("//! Title that\n//! goes on.\n").is_err());
    }
}

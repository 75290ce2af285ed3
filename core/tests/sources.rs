//! `core/src/order/SOURCES.md` says of every field what each platform puts there.

use std::collections::BTreeMap;

use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::{SubjectInt, SubjectText, SubjectTime};
use tillwire_core::order::{
    AdjustmentKind, LineInt, LineList, LineMoney, LineText, OrderInt, OrderMoney, OrderText, OrderTime,
    PartyText, PaymentInt, PaymentMoney, PaymentText, StepInt, StepText, StepTime,
};

const SOURCES: &str = include_str!("../src/order/SOURCES.md");

/// The cells of each row, by chapter.
fn chapters() -> BTreeMap<&'static str, Vec<Vec<&'static str>>> {
    let mut chapters: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut title = "";
    for line in SOURCES.lines() {
        if let Some(named) = line.strip_prefix("## ") {
            title = named;
        } else if line.starts_with("| `") {
            let cells = line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            chapters.entry(title).or_default().push(cells);
        }
    }
    chapters
}

#[test]
fn every_field_has_its_row() {
    let chapters = chapters();
    let mut rows = 0;
    macro_rules! check {
        ($($title:literal: $($fields:ident),+;)+) => {
            $(
                let mut names = Vec::new();
                $(names.extend($fields::ALL.iter().map(|field| field.name()).filter(|name| !name.ends_with("_count")));)+
                let told: Vec<_> = chapters[$title].iter().map(|cells| cells[0]).collect();
                assert_eq!(told, names, "{}", $title);
                rows += names.len();
            )+
        };
    }
    check! {
        "An order": OrderText, OrderMoney, OrderTime, OrderInt;
        "A line": LineText, LineList, LineMoney, LineInt;
        "A payment": PaymentText, PaymentMoney, PaymentInt;
        "A party": PartyText;
        "A step of the kitchen": StepText, StepTime, StepInt;
        "Adjustments": AdjustmentKind;
        "A subject of an event about other things": SubjectText, SubjectTime, SubjectInt;
    }
    assert_eq!(rows, chapters.values().map(Vec::len).sum::<usize>());
}

/// A field that no platform fills is there for nobody, unless the page says why.
#[test]
fn every_field_is_filled_by_somebody() {
    for (title, rows) in chapters() {
        for cells in rows {
            assert_eq!(cells.len(), 4, "{title}: {cells:?}");
            let is_filled = cells[1..].iter().any(|cell| *cell != "–");
            let is_explained =
                SOURCES.contains("apart: Fire") && ["tip", "packaging_fee"].contains(&cells[0]);
            assert!(is_filled || is_explained, "{title}: nobody fills {}", cells[0]);
        }
    }
}

/// The README says of every event what becomes of it.
#[test]
fn every_event_is_in_the_readme() {
    const README: &str = include_str!("../../README.md");
    let from = README.find("## Events, and what becomes of them").unwrap();
    let table = &README[from..from + README[from + 3..].find("\n## ").unwrap()];
    for vocabulary in [Vocabulary::KlikitEvent, Vocabulary::AtlasEvent, Vocabulary::FireEvent] {
        for word in vocabulary.words() {
            assert!(table.contains(&format!("`{}`", word.code)), "the README's table has no {}", word.code);
        }
    }
}

//! Each class of what a JSON reader can get wrong, from `tests/vectors/json/cases.json`; the format is in the README there.

use std::collections::BTreeSet;

use serde_json::Value as Case;
use tillwire_core::Limits;
use tillwire_core::json::{Document, JsonError, Kind, Value};

const CASES: &str = include_str!("../../tests/vectors/json/cases.json");

/// What the second part of a case's name may be.
const CLASSES: [&str; 11] = [
    "array",
    "bom",
    "depth",
    "escape",
    "huge",
    "number",
    "object",
    "string",
    "structure",
    "surrogate",
    "utf-8",
];

fn cases() -> Vec<Case> {
    serde_json::from_str(CASES).expect("the cases are JSON")
}

fn name(case: &Case) -> &str {
    case["name"].as_str().expect("a case has a name")
}

fn body(case: &Case) -> Vec<u8> {
    if let Some(text) = case["body"].as_str() {
        return text.as_bytes().to_vec();
    }
    if let Some(hex) = case["hex"].as_str() {
        let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits");
        return (0..hex.len()).step_by(2).map(byte).collect();
    }
    let parts = case["parts"].as_array().expect("a case has body, hex or parts");
    parts.iter().flat_map(|part| part[0].as_str().unwrap().repeat(number(&part[1])).into_bytes()).collect()
}

fn number(case: &Case) -> usize {
    case.as_u64().unwrap().try_into().unwrap()
}

fn limits(case: &Case) -> Limits {
    let standard = Limits::default();
    let limit = |name: &str, standard| case["limits"].get(name).map_or(standard, number);
    Limits {
        body_bytes: limit("body_bytes", standard.body_bytes),
        depth: limit("depth", standard.depth),
        elements: limit("elements", standard.elements),
    }
}

/// All numbers, and all strings with the names among them, in the order of the body.
fn scalars(value: Value<'_>, numbers: &mut Vec<String>, strings: &mut Vec<String>) {
    match value.kind() {
        Kind::Number => numbers.push(value.number().unwrap().into()),
        Kind::String => strings.push(value.string().unwrap().into()),
        Kind::Array => value.elements().for_each(|element| scalars(element, numbers, strings)),
        Kind::Object => value.members().for_each(|(name, member)| {
            strings.push(name.string().unwrap().into());
            scalars(member, numbers, strings);
        }),
        Kind::Bool | Kind::Null => {}
    }
}

fn accepted(case: &Case, document: &Document) {
    for (path, raw) in case.get("at").and_then(Case::as_object).into_iter().flatten() {
        let value = document.at(path).unwrap_or_else(|| panic!("{}: nothing at {path}", name(case)));
        assert_eq!((raw, &value.path()), (&Case::from(value.raw()), path), "{}", name(case));
    }
    if case.get("numbers").or(case.get("strings")).is_none() {
        return;
    }
    let (mut numbers, mut strings) = (Vec::new(), Vec::new());
    scalars(document.root(), &mut numbers, &mut strings);
    for (member, read) in [("numbers", numbers), ("strings", strings)] {
        if let Some(expected) = case.get(member) {
            assert_eq!(&Case::from(read), expected, "{member} of {}", name(case));
        }
    }
}

fn refused(case: &Case, error: &JsonError) {
    let expected = &case["error"];
    assert!(expected.is_object(), "{}: {error}", name(case));
    assert_eq!(expected["kind"], format!("{:?}", error.kind), "{}: {error}", name(case));
    if let Some(path) = expected.get("path") {
        assert_eq!(path, &error.path, "{}", name(case));
    }
    if let Some(offset) = expected.get("offset") {
        assert_eq!(number(offset), error.offset, "{}: {error}", name(case));
    }
}

#[test]
fn every_case_is_accepted_or_refused_as_stated() {
    for case in cases() {
        let read = Document::copy(&body(&case), &limits(&case));
        match (name(&case).get(..2), read) {
            (Some("y_" | "i_"), Ok(document)) if case.get("error").is_none() => accepted(&case, &document),
            (Some("n_" | "i_"), Err(error)) => refused(&case, &error),
            (_, Ok(_)) => panic!("{} is accepted", name(&case)),
            (_, Err(error)) => panic!("{} is refused: {error}", name(&case)),
        }
    }
}

#[test]
fn every_class_has_cases_of_both_verdicts() {
    let mut classes = BTreeSet::new();
    for case in cases() {
        let mut parts = name(&case).splitn(3, '_');
        let (verdict, class) = (parts.next().unwrap().to_owned(), parts.next().unwrap().to_owned());
        assert_eq!(
            verdict == "i",
            case["why"].is_string(),
            "{}: a choice, and only that, says why",
            name(&case)
        );
        assert!(CLASSES.contains(&class.as_str()), "{}", name(&case));
        classes.insert((class, case.get("error").is_some()));
    }
    for class in CLASSES {
        assert!(classes.contains(&(class.into(), true)), "{class}: nothing is refused");
        assert!(classes.contains(&(class.into(), false)), "{class}: nothing is accepted");
    }
}

//! One question, asked of three parsers: does `tillwire-core` read a body as hifijson and `serde_json` do? And one of its
//! events: do they hold together, see [`event`]; and of a book of orders, see [`book`]; and of calls, see [`call`].
//!
//! [`check`] is what the property tests, the public conformance cases and the fuzzer all call. The documented
//! differences are taken out beforehand, so that what is left has no exceptions: see [`without_liberties`].

pub mod book;
pub mod call;
pub mod event;
mod liberties;
pub mod print;
mod raw;
mod tree;

use tillwire_core::Limits;
use tillwire_core::json::{Document, JsonError, JsonErrorKind, Value};

pub use liberties::without_liberties;
pub use tree::Tree;

/// How deep documents may nest here: more than the default, and below where `serde_json` stops (128).
pub const DEPTH: usize = 100;

/// The limits of the comparison. Only depth can be met by what is compared.
#[must_use]
pub fn limits() -> Limits {
    Limits { depth: DEPTH, elements: usize::MAX, ..Limits::default() }
}

/// Reads a body with our parser, and panics where it contradicts itself or another parser.
///
/// # Panics
/// On the first disagreement.
#[must_use]
pub fn check(body: &[u8]) -> Option<Tree> {
    match Document::copy(body, &limits()) {
        Ok(document) => {
            let tree = Tree::of(document.root());
            let plain = without_liberties(body);
            same("serde_json", body, &tree.with_plain_exponents(), Tree::by_serde_json(&plain));
            same("hifijson", body, &tree, Tree::by_hifijson(&plain));
            assert_eq!(document.text().as_bytes(), body, "the body is kept as it came");
            consistent(&document, document.root());
            limited(body, &tree);
            Some(tree)
        }
        Err(error) => {
            refused(body, &error);
            None
        }
    }
}

fn same(name: &str, body: &[u8], ours: &Tree, theirs: Result<Tree, String>) {
    let body = body.escape_ascii();
    match theirs {
        Ok(theirs) => assert_eq!(ours, &theirs, "ours (left) and {name} (right) read differently: {body}"),
        Err(error) => panic!("we accept, {name} refuses with {error}: {body}"),
    }
}

/// The others refuse it as well, and the stated offset is the first where something is wrong.
fn refused(body: &[u8], error: &JsonError) {
    let shown = body.escape_ascii();
    assert!(error.offset <= body.len(), "{error}: {shown}");
    assert!(error.path.starts_with('$') && !error.to_string().is_empty(), "{error}: {shown}");
    if error.kind == JsonErrorKind::TooDeep {
        assert_eq!(depth(&body[..=error.offset]), DEPTH + 1, "{error}: {shown}");
    } else {
        let plain = without_liberties(body);
        assert!(Tree::by_serde_json(&plain).is_err(), "we refuse with {error}, serde_json accepts: {shown}");
        assert!(Tree::by_hifijson(&plain).is_err(), "we refuse with {error}, hifijson accepts: {shown}");
    }
    if let Err(earlier) = Document::copy(&body[..error.offset], &limits()) {
        let cut = matches!(earlier.kind, JsonErrorKind::Truncated | JsonErrorKind::Empty);
        assert!(cut, "{error}, but without the rest {earlier}: {shown}");
    }
}

/// Tight limits refuse what exceeds them, and nothing else.
fn limited(body: &[u8], tree: &Tree) {
    let tight = Limits { depth: body.len() % 5, elements: body.len() % 7, ..limits() };
    let (depth, elements) = tree.extent();
    let fits = depth <= tight.depth && elements <= tight.elements;
    let shown = body.escape_ascii();
    match Document::copy(body, &tight) {
        Ok(document) => assert!(fits && Tree::of(document.root()) == *tree, "{tight:?}: {shown}"),
        Err(error) => {
            let limit = matches!(error.kind, JsonErrorKind::TooDeep | JsonErrorKind::TooManyElements);
            assert!(limit && !fits, "{error}, {tight:?}: {shown}");
        }
    }
}

/// How many brackets are open at the end.
fn depth(body: &[u8]) -> usize {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in body {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth -= 1,
            _ => {}
        }
    }
    depth
}

/// Each value is found by its path, its raw text reads as itself, and the accessors fit together.
fn consistent(document: &Document, value: Value<'_>) {
    let tree = Tree::of(value);
    let again = Document::copy(value.raw().as_bytes(), &limits()).expect("raw text of a value is JSON");
    assert_eq!(Tree::of(again.root()), tree, "the raw text reads as another value");
    assert!(document.text()[value.offset()..].starts_with(value.raw()));
    assert_eq!(value.number().is_some(), matches!(tree, Tree::Number(_)));
    assert_eq!(value.string().is_some(), matches!(tree, Tree::String(_)));
    assert_eq!(value.bool().is_some(), matches!(tree, Tree::Bool(_)));
    assert_eq!(value.is_null(), tree == Tree::Null);
    assert_eq!(value.len(), value.elements().count() + value.members().count());
    assert_eq!(value.is_empty(), value.elements().next().is_none() && value.members().next().is_none());
    raw::same(value);
    found(document, value);
    if let Some(text) = value.string() {
        // Any text may be asked for as a path.
        let _ = document.at(&text);
    }
    for element in value.elements() {
        consistent(document, element);
    }
    for (name, member) in value.members() {
        assert_eq!(name.path(), member.path(), "the path of a name is that of its member");
        let name = name.string().expect("a name is a string");
        let last = value.members().filter(|(other, _)| other.string().as_ref() == Some(&name)).last();
        assert_eq!(value.get(&name), last.map(|(_, value)| value));
        consistent(document, member);
    }
}

/// A path leads back to its value, unless a long name is left out of it or a name in it stands again later.
fn found(document: &Document, value: Value<'_>) {
    let path = value.path();
    let back = document.at(&path) == Some(value);
    if !path.contains("[…]") {
        assert_eq!(back, !shadowed(document.root(), value), "{path} in {:?}", document.text());
    }
}

/// Whether the value stands in a member whose name stands again later in the same object.
fn shadowed(inside: Value<'_>, value: Value<'_>) -> bool {
    let holds = |outer: Value<'_>| {
        outer.offset() <= value.offset() && value.offset() < outer.offset() + outer.raw().len()
    };
    if let Some((name, member)) = inside.members().find(|(_, member)| holds(*member)) {
        let name = name.string().expect("a name is a string");
        return inside.get(&name) != Some(member) || shadowed(member, value);
    }
    inside.elements().find(|element| holds(*element)).is_some_and(|element| shadowed(element, value))
}

//! Reading JSON: what a caller does, and what a hostile sender may try.

use tillwire_core::Limits;
use tillwire_core::json::Kind::{Array, Bool, Null, Number, Object, String};
use tillwire_core::json::{Document, JsonErrorKind, Value};

fn read(body: &str) -> Document {
    Document::copy(body.as_bytes(), &Limits::default()).expect("valid JSON")
}

#[test]
fn values_are_reached_by_path_and_paths_lead_back() {
    let document = read(r#"{"orders":[{"id":7,"a b":[true,null,{"x":"y"}],"q\"t":1}]}"#);
    assert_eq!(document.at("$.orders[0].id").unwrap().number(), Some("7"));
    assert_eq!(document.at("$.orders[0][\"a b\"][2].x").unwrap().string().unwrap(), "y");
    let odd = document.at("$.orders[0][\"q\\\"t\"]").unwrap();
    assert_eq!(document.at(&odd.path()), Some(odd));
    assert_eq!(document.at("$.orders[1]"), None);
    assert_eq!(document.at("orders"), None);
    assert_eq!(document.at("$.orders[0].a b").map(Value::len), Some(3));
    assert_eq!(document.at("$.orders[0][\"a b\"]").unwrap().raw(), r#"[true,null,{"x":"y"}]"#);
}

#[test]
fn a_path_shows_no_control_character_and_leads_back_all_the_same() {
    let document = read("{\"a\u{7f}\":1,\"\u{9b}31m\":2,\"\u{85}\":3}");
    let paths: Vec<_> = document.root().members().map(|(_, value)| value.path()).collect();
    assert_eq!(paths, ["$[\"a\\u007f\"]", "$[\"\\u009b31m\"]", "$[\"\\u0085\"]"]);
    for ((_, value), path) in document.root().members().zip(&paths) {
        assert_eq!(document.at(path), Some(value));
    }
}

#[test]
fn number_text_is_kept_to_the_letter() {
    let document = read("[1e2, 28.50, -0.0, 12345678901234567890123456789012345678.90]");
    let texts: Vec<_> = document.root().elements().filter_map(Value::number).collect();
    assert_eq!(texts, ["1e2", "28.50", "-0.0", "12345678901234567890123456789012345678.90"]);
}

#[test]
fn errors_say_what_where_and_at_which_byte() {
    let cases = [
        (r#"{"a":[1,2,}"#, JsonErrorKind::ExpectedValue, "$.a[2]", 10),
        (r#"{"a":{"b":tru"#, JsonErrorKind::Truncated, "$.a.b", 10),
        (r#"{"a":1,}"#, JsonErrorKind::ExpectedName, "$", 7),
        (r#"{"a" 1}"#, JsonErrorKind::ExpectedColon, "$.a", 5),
        ("[1 2]", JsonErrorKind::ExpectedCommaOrEnd, "$[0]", 3),
        ("[01]", JsonErrorKind::BadNumber, "$[0]", 2),
        ("[\"a\nb\"]", JsonErrorKind::ControlCharacter, "$[0]", 3),
        (r#"["\x"]"#, JsonErrorKind::BadEscape, "$[0]", 2),
        ("", JsonErrorKind::Empty, "$", 0),
        ("1 1", JsonErrorKind::TrailingData, "$", 2),
    ];
    for (body, kind, path, offset) in cases {
        let error = Document::copy(body.as_bytes(), &Limits::default()).unwrap_err();
        assert_eq!((error.kind, error.path.as_str(), error.offset), (kind, path, offset), "{body}");
    }
}

#[test]
fn limits_refuse_before_memory_is_spent() {
    let limits = Limits::default();
    let deep = vec![b'['; 200_000];
    assert_eq!(Document::copy(&deep, &limits).unwrap_err().kind, JsonErrorKind::TooDeep);
    let nested = |depth: usize| [vec![b'['; depth], vec![b']'; depth]].concat();
    assert!(Document::copy(&nested(64), &limits).is_ok());
    assert_eq!(Document::copy(&nested(65), &limits).unwrap_err().kind, JsonErrorKind::TooDeep);
    let large = vec![b' '; 64 << 20];
    assert_eq!(Document::copy(&large, &limits).unwrap_err().kind, JsonErrorKind::BodyTooLarge);
    let list = |length: usize| format!("[{}0]", "0,".repeat(length - 1));
    assert!(Document::copy(list(10_000).as_bytes(), &limits).is_ok());
    let error = Document::copy(list(10_001).as_bytes(), &limits).unwrap_err();
    assert_eq!((error.kind, error.path.as_str()), (JsonErrorKind::TooManyElements, "$[10000]"));
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    let error = Document::copy(b"{\"a\":\"\xff\"}", &Limits::default()).unwrap_err();
    assert_eq!((error.kind, error.path.as_str(), error.offset), (JsonErrorKind::NotUtf8, "$.a", 6));
    let error =
        Document::copy("{\"a\":\"é".as_bytes().split_last().unwrap().1, &Limits::default()).unwrap_err();
    assert_eq!((error.kind, error.path.as_str(), error.offset), (JsonErrorKind::Truncated, "$.a", 6));
    let error = Document::copy(b"{\"a\" 1, \"b\":\"\xff\"}", &Limits::default()).unwrap_err();
    assert_eq!((error.kind, error.offset), (JsonErrorKind::ExpectedColon, 5));
}

#[test]
fn every_type_is_told_apart() {
    let document = read(r#"[null,true,false,0,"",[],{}]"#);
    let kinds: Vec<_> = document.root().elements().map(Value::kind).collect();
    assert_eq!(kinds, [Null, Bool, Bool, Number, String, Array, Object]);
    assert_eq!(document.root().elements().filter_map(Value::bool).collect::<Vec<_>>(), [true, false]);
}

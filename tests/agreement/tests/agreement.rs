//! Our parser agrees with hifijson and `serde_json` on documents, on damaged documents and on soup.
//!
//! `PROPTEST_CASES` sets how many of each are tried (default 2,000). A failure prints the smallest body that shows
//! it; such a body belongs into `tests/vectors/json/cases.json`.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tillwire_agreement::print::{Piece, Plan, Style};
use tillwire_agreement::{check, limits};
use tillwire_core::json::{Document, JsonErrorKind};

/// What stands in JSON and near it, whole and broken.
const TOKENS: [&[u8]; 62] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b" ",
    b"\n",
    b"\t",
    b"\r",
    b"\"a\"",
    b"\"a\":",
    b"\"\"",
    b"null",
    b"true",
    b"false",
    b"nul",
    b"True",
    b"NaN",
    b"Infinity",
    b"-",
    b"+",
    b"0",
    b"-0",
    b"1",
    b"42",
    b"01",
    b".",
    b"1.5",
    b"1.",
    b".5",
    b"e",
    b"E",
    b"1e5",
    b"1E+5",
    b"1e-05",
    b"1e",
    b"2.50e0",
    b"\\u",
    b"\\u0000",
    b"\\u00e9",
    b"\\uD83D",
    b"\\uDE00",
    b"\\uD83D\\uDE00",
    b"\\u12",
    b"\\n",
    b"\\/",
    b"\\x",
    b"\\\"",
    b"\x00",
    b"\x1F",
    b"\x7F",
    b"\xC3\xA9",
    b"\xC3",
    b"\xF0\x9F\x98\x80",
    b"\xED\xA0\x80",
    b"\xC0\x80",
    b"\xEF\xBB\xBF",
    b"//",
    b"'a'",
];

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn digits(most: usize) -> impl Strategy<Value = String> {
    vec(prop_oneof![Just('0'), prop::char::range('0', '9')], 1..=most).prop_map(String::from_iter)
}

fn number() -> impl Strategy<Value = String> {
    let whole = prop_oneof![
        Just("0".to_owned()),
        (1..=9_u8, digits(30)).prop_map(|(first, rest)| format!("{first}{rest}")),
        (1..=9_u8).prop_map(|digit| digit.to_string()),
    ];
    let fraction = prop_oneof![Just(String::new()), digits(30).prop_map(|digits| format!(".{digits}"))];
    let exponent = prop_oneof![
        2 => Just(String::new()),
        1 => (select(vec!["e", "E"]), select(vec!["", "+", "-"]), digits(5))
            .prop_map(|(e, sign, digits)| format!("{e}{sign}{digits}")),
    ];
    (select(vec!["", "-"]), whole, fraction, exponent)
        .prop_map(|(sign, whole, fraction, exponent)| format!("{sign}{whole}{fraction}{exponent}"))
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        8 => prop::char::range(' ', '~').prop_map(Piece::Character),
        2 => any::<char>().prop_map(Piece::Character),
        1 => select(vec!['"', '\\', '/', '\0', '\u{8}', '\u{C}', '\n', '\r', '\t', '\u{7F}', '\u{2028}', '\u{FFFF}', '\u{FFFD}', '😀'])
            .prop_map(Piece::Character),
        1 => (0xD800..=0xDFFF_u16).prop_map(Piece::Unit),
    ];
    prop_oneof![8 => vec(piece.clone(), 0..12), 1 => vec(piece, 40..90)]
}

/// Mostly names as platforms write them, so that some stand twice in an object.
fn name() -> impl Strategy<Value = Vec<Piece>> {
    let known = select(vec!["id", "order_items", "unit-price", "", "a b", "a.b", "a[0]", "\"]", "é"]);
    prop_oneof![known.prop_map(|name| name.chars().map(Piece::Character).collect()), pieces()]
}

fn plan() -> impl Strategy<Value = Plan> {
    let scalar = prop_oneof![
        Just(Plan::Null),
        any::<bool>().prop_map(Plan::Bool),
        number().prop_map(Plan::Number),
        pieces().prop_map(Plan::String),
    ];
    scalar.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Plan::Array),
            vec((name(), inner), 0..8).prop_map(Plan::Object),
        ]
    })
}

fn document() -> impl Strategy<Value = (Plan, String)> {
    (plan(), vec(any::<u8>(), 1..40), prop::bool::weighted(0.1)).prop_map(|(plan, choices, mark)| {
        let mut text = String::from(if mark { "\u{FEFF}" } else { "" });
        Style::new(&choices).print(&plan, &mut text);
        (plan, text)
    })
}

fn text() -> impl Strategy<Value = String> {
    document().prop_map(|(_, text)| text)
}

#[derive(Clone, Debug)]
enum Damage {
    Flip(Index, u8),
    Set(Index, u8),
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Repeat(Index, usize),
    Truncate(Index),
}

impl Damage {
    fn any() -> impl Strategy<Value = Self> {
        let place = any::<Index>;
        prop_oneof![
            (place(), 0..8_u8).prop_map(|(at, bit)| Self::Flip(at, 1 << bit)),
            (place(), any::<u8>()).prop_map(|(at, byte)| Self::Set(at, byte)),
            (place(), 1..6_usize).prop_map(|(at, length)| Self::Delete(at, length)),
            (place(), select(TOKENS.to_vec())).prop_map(|(at, token)| Self::Insert(at, token.to_vec())),
            (place(), vec(any::<u8>(), 1..4)).prop_map(|(at, bytes)| Self::Insert(at, bytes)),
            (place(), 1..20_usize).prop_map(|(at, length)| Self::Repeat(at, length)),
            place().prop_map(Self::Truncate),
        ]
    }

    fn apply(&self, body: &mut Vec<u8>) {
        let length = body.len();
        let place = |index: &Index| index.index(length + 1);
        match self {
            Self::Flip(at, bits) => {
                if let Some(byte) = body.get_mut(place(at)) {
                    *byte ^= bits;
                }
            }
            Self::Set(at, new) => {
                if let Some(byte) = body.get_mut(place(at)) {
                    *byte = *new;
                }
            }
            Self::Delete(at, count) => {
                let from = place(at);
                body.drain(from..length.min(from + count));
            }
            Self::Insert(at, bytes) => {
                let at = place(at);
                body.splice(at..at, bytes.iter().copied());
            }
            Self::Repeat(at, count) => {
                let from = place(at);
                body.extend_from_within(from..length.min(from + count));
            }
            Self::Truncate(at) => body.truncate(place(at)),
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn documents_read_as_they_were_meant((plan, text) in document()) {
        prop_assert_eq!(check(text.as_bytes()), Some(plan.tree()));
        let document = Document::copy(text.as_bytes(), &limits()).expect("JSON");
        prop_assert_eq!(Plan::of(document.root()).tree(), plan.tree());
    }

    #[test]
    fn damaged_documents(text in text(), damage in vec(Damage::any(), 1..5)) {
        let mut body = text.into_bytes();
        for damage in damage {
            damage.apply(&mut body);
        }
        let _ = check(&body);
    }

    #[test]
    fn a_cut_document_is_told_from_a_wrong_one(text in text(), at in any::<Index>()) {
        let cut = &text.as_bytes()[..at.index(text.len())];
        if let Err(error) = Document::copy(cut, &limits()) {
            prop_assert!(matches!(error.kind, JsonErrorKind::Truncated | JsonErrorKind::Empty), "{}", error);
        }
    }

    #[test]
    fn soup_of_tokens(tokens in vec(select(TOKENS.to_vec()), 0..40)) {
        let _ = check(&tokens.concat());
    }

    #[test]
    fn soup_inside_an_order(before in vec(select(TOKENS.to_vec()), 0..4), after in vec(select(TOKENS.to_vec()), 0..4)) {
        let _ = check(&[b"{\"order\":[{\"total\":", before.concat().as_slice(), b"},", &after.concat(), b"]}"].concat());
    }

    #[test]
    fn one_string(tokens in vec(select(TOKENS.to_vec()), 0..12)) {
        let _ = check(&[b"\"", tokens.concat().as_slice(), b"\""].concat());
    }

    #[test]
    fn one_number(text in vec(select(b"0019+-.eE".to_vec()), 0..12)) {
        let _ = check(&text);
    }

    #[test]
    fn any_bytes(body in vec(any::<u8>(), 0..60)) {
        let _ = check(&body);
    }

    #[test]
    fn nesting(opening in vec(select(vec![&b"["[..], b"{\"a\":", b" [ "]), 80..110), closing in 0..110_usize) {
        let mut body = opening.concat();
        for open in opening.iter().rev().take(closing) {
            body.extend_from_slice(if open.contains(&b'{') { b"}" } else { b"]" });
        }
        let _ = check(&body);
    }
}

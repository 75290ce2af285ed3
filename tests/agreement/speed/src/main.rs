//! Parse times of one order by several parsers, in one run, as ratios to ours.
//!
//! `cargo run --release --package tillwire-speed`

use std::hint::black_box;
use std::time::{Duration, Instant};

use hifijson::SliceLexer;
use hifijson::token::Lex;
use serde::de::IgnoredAny;
use tillwire_core::Limits;
use tillwire_core::json::{Document, Value};

const ORDER: &str = include_str!("../../../vectors/atlas/order-event.json");

/// The size that the design's figures are for.
const SIZE: usize = 9_700;

const ROUNDS: usize = 400;
const TIMES: u32 = 25;

type Parse = fn(&[u8]);

const PARSERS: [(&str, Parse); 7] = [
    ("tillwire, owned copy of the body", |body| {
        black_box(Document::copy(body, &Limits::default()).is_ok());
    }),
    ("tillwire, and every value visited", |body| {
        let document = Document::copy(body, &Limits::default()).expect("JSON");
        black_box(visit(document.root()));
    }),
    ("UTF-8 check and copy alone", |body| {
        black_box(String::from_utf8(body.to_vec()).is_ok());
    }),
    ("hifijson, discarding", |body| {
        let parse = |next, lexer: &mut SliceLexer| hifijson::ignore::parse(next, lexer);
        black_box(SliceLexer::new(body).exactly_one(Lex::ws_peek, parse).is_ok());
    }),
    ("hifijson, value", |body| {
        let parse = hifijson::value::parse_unbounded;
        black_box(SliceLexer::new(body).exactly_one(Lex::ws_peek, parse).is_ok());
    }),
    ("serde_json, IgnoredAny", |body| {
        black_box(serde_json::from_slice::<IgnoredAny>(body).is_ok());
    }),
    ("serde_json, Value", |body| {
        black_box(serde_json::from_slice::<serde_json::Value>(body).is_ok());
    }),
];

fn main() {
    let pretty = enlarged(ORDER);
    let minified = enlarged(&minified(ORDER));
    for (name, body) in [("pretty-printed", pretty), ("minified", minified)] {
        println!("{name}, {} bytes, {}", body.len(), shape(&body));
        let fastest = measure(body.as_bytes());
        for ((parser, _), time) in PARSERS.iter().zip(fastest) {
            let ratio = time.as_secs_f64() / fastest[0].as_secs_f64();
            println!("  {ratio:5.2}  {:7.2} µs  {parser}", time.as_secs_f64() * 1e6);
        }
    }
}

/// The fastest round of each parser; they take turns, so that a busy machine slows all of them.
fn measure(body: &[u8]) -> [Duration; PARSERS.len()] {
    let mut fastest = [Duration::MAX; PARSERS.len()];
    for _ in 0..ROUNDS {
        for ((_, parse), fastest) in PARSERS.iter().zip(&mut fastest) {
            let start = Instant::now();
            for _ in 0..TIMES {
                parse(black_box(body));
            }
            *fastest = (*fastest).min(start.elapsed() / TIMES);
        }
    }
    fastest
}

/// The order with its first line repeated until the size is reached.
fn enlarged(order: &str) -> String {
    let document = Document::copy(order.as_bytes(), &Limits::default()).expect("the sample is JSON");
    let line = document.at("$.order_items[0]").expect("the sample has a line");
    let (before, after) = order.split_at(line.offset());
    let indent: String = before.chars().rev().take_while(|blank| blank.is_whitespace()).collect();
    let indent: String = indent.chars().rev().collect();
    let line = format!("{},{indent}", line.raw());
    let times = SIZE.saturating_sub(order.len()) / line.len() + 1;
    format!("{before}{}{after}", line.repeat(times))
}

fn minified(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    text.chars()
        .filter(|character| {
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = in_string,
                '"' => in_string = !in_string,
                _ => {}
            }
            in_string || !character.is_whitespace()
        })
        .collect()
}

fn shape(body: &str) -> String {
    let document = Document::copy(body.as_bytes(), &Limits::default()).expect("JSON");
    format!("{document:?}")
}

/// Touches every value; what comes out depends on all of them.
fn visit(value: Value<'_>) -> usize {
    let own = value.number().map_or(0, str::len) + value.string().map_or(0, |text| text.len());
    let elements: usize = value.elements().map(visit).sum();
    own + elements + value.members().map(|(name, value)| visit(name) + visit(value)).sum::<usize>()
}

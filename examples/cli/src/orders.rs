//! The orders in an answer, as the library's own JSON.

use tillwire_core::event::Decoder;
use tillwire_core::http::{Record, Reply};
use tillwire_core::json::Value;
use tillwire_core::{Limits, Platform};

use crate::args::Known;
use crate::failure::Failure;
use crate::reader;
use crate::terminal;

/// Reads the orders of a platform.
pub(crate) fn decoder(known: &Known, platform: Platform) -> Result<Decoder, Failure> {
    let limits = Limits::default();
    known.add_to(Decoder::new(platform).limits(limits), platform, &limits)
}

/// Prints the orders of an answer, one a line.
pub(crate) fn print(reply: &Reply, decoder: &Decoder) -> Result<(), Failure> {
    let answer = reply.document().map_or("", |document| document.text());
    let lines = lines(answer, decoder)?;
    crate::print(lines.as_bytes())
}

/// The orders of some of an answer's records.
pub(crate) fn of_records(reply: &Reply, records: &[Record], decoder: &Decoder) -> Result<String, Failure> {
    // Of an answer without pages there are no records.
    let Some(pages) = reply.endpoint().pages.filter(|_| !records.is_empty()) else {
        return Ok(String::new());
    };
    let all: Vec<_> = reply.records().map(Value::raw).collect();
    let new: Vec<_> = records.iter().filter_map(|record| all.get(record.position).copied()).collect();
    lines(&answer_with(pages.list, &new), decoder)
}

/// An answer that has these records at the path of its list.
fn answer_with(list: &str, records: &[&str]) -> String {
    let names = list.trim_start_matches("$.").rsplit('.');
    names.fold(format!("[{}]", records.join(",")), |inner, name| format!("{{\"{name}\":{inner}}}"))
}

fn lines(answer: &str, decoder: &Decoder) -> Result<String, Failure> {
    let event = decoder
        .decode_orders(answer.as_bytes())
        .map_err(|error| Failure::undecodable(&error, answer.as_bytes()).about("the answer"))?;
    reader::warn(&event, None);
    let mut lines = String::new();
    for order in event.orders() {
        let text = serde_json::to_string(order)
            .map_err(|error| Failure::delivery(format!("an order cannot be written as JSON: {error}")))?;
        lines += &terminal::json(&text);
        lines += "\n";
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_stand_where_the_answer_had_them() {
        assert_eq!(answer_with("$.data.orders", &["1", "2"]), r#"{"data":{"orders":[1,2]}}"#);
        assert_eq!(answer_with("$.orders", &[]), r#"{"orders":[]}"#);
    }
}

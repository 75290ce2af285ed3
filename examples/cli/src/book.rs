//! `tillwire book`: what a till would do for deliveries in the order in which they arrived.

use std::path::Path;

use tillwire_core::event::{DecodeError, Decoder, Event};
use tillwire_core::lifecycle::{Change, OrderBook, OutOfMemory};
use tillwire_core::verify::Headers;

use crate::args::{Book, Changes, Kind};
use crate::change;
use crate::failure::Failure;
use crate::input::{self, Body};
use crate::kept;
use crate::reader;
use crate::subject;

/// Everything is read before the first delivery is applied. One that cannot be decoded leaves the book as it was.
pub(crate) fn run(args: &Book) -> Result<(), Failure> {
    let decoder = args.reader.decoder()?;
    let bodies =
        args.deliveries.iter().map(|delivery| input::body(&delivery.path)).collect::<Result<Vec<_>, _>>()?;
    let mut book = opened(args.file.as_deref(), &decoder, &args.output)?;
    // What a body is that is given without.
    let otherwise = if args.orders { Some(Kind::Orders) } else { args.event.clone().map(Kind::Event) };
    let mut failed = 0_usize;
    for (body, delivery) in bodies.iter().zip(&args.deliveries) {
        match decode(&decoder, delivery.kind.as_ref().or(otherwise.as_ref()), body) {
            Ok(event) => apply(args, &mut book, &body.label, &event)?,
            Err(error) => {
                eprint!("{}", Failure::undecodable(&error, &body.bytes).about(&body.label));
                failed = failed.saturating_add(1);
            }
        }
    }
    if let Some(path) = &args.file {
        kept::write(path, &book)?;
    }
    show_held(args, &book)?;
    match failed {
        0 => Ok(()),
        _ => Err(Failure::delivery(format!("{failed} of {} deliveries could not be decoded", bodies.len()))),
    }
}

/// The book in a file, or an empty one. A dictionary may say more of states than was known when they were told: what that
/// changes is printed.
pub(crate) fn opened(file: Option<&Path>, decoder: &Decoder, output: &Changes) -> Result<OrderBook, Failure> {
    let mut book = file.map_or_else(|| Ok(kept::empty()), kept::read_if_there)?;
    for change in book.read_again(decoder).map_err(no_memory)? {
        show(output, "the book", &change, "")?;
    }
    Ok(book)
}

fn decode(decoder: &Decoder, kind: Option<&Kind>, body: &Body) -> Result<Event, DecodeError> {
    let headers = Headers::new();
    match kind {
        Some(Kind::Orders) => decoder.decode_orders(&body.bytes),
        Some(Kind::Event(name)) => {
            decoder.clone().expect_event(name).decode_unverified(&headers, &body.bytes)
        }
        None => decoder.decode_unverified(&headers, &body.bytes),
    }
}

fn apply(args: &Book, book: &mut OrderBook, label: &str, event: &Event) -> Result<(), Failure> {
    reader::warn(event, Some(label));
    let what = event.type_text().unwrap_or("an event");
    let about = format!("{what} about {}", subject::about(event).unwrap_or_else(|| "no order".into()));
    let changes = book.apply(&args.account.name, event, args.clock.unix_seconds()).map_err(no_memory)?;
    changes.iter().try_for_each(|change| show(&args.output, label, change, &about))
}

fn no_memory(error: OutOfMemory) -> Failure {
    Failure::delivery(error.to_string())
}

fn show(output: &Changes, label: &str, change: &Change, about: &str) -> Result<(), Failure> {
    crate::print(change::text(output, label, change, about)?.as_bytes())
}

/// What the book holds at the end.
fn show_held(args: &Book, book: &OrderBook) -> Result<(), Failure> {
    let held = book.held().map_err(no_memory)?;
    if !args.output.json {
        let orders = if held.len() == 1 { "order" } else { "orders" };
        let gap = if args.deliveries.is_empty() { "" } else { "\n" };
        crate::print(format!("{gap}{} {orders} in the book\n", held.len()).as_bytes())?;
    }
    held.iter().try_for_each(|change| {
        show(&args.output, &format!("{} {}", change.platform().name(), change.account()), change, "")
    })
}

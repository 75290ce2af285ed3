//! `tillwire book`: what a till would do for deliveries in the order in which they arrived.

use tillwire_core::event::{DecodeError, Decoder, Event};
use tillwire_core::lifecycle::{Change, OrderBook, OutOfMemory};
use tillwire_core::verify::Headers;

use crate::args::{Book, Kind};
use crate::change;
use crate::failure::Failure;
use crate::input::{self, Body};
use crate::kept;
use crate::reader;
use crate::subject;
use crate::terminal;
use crate::ticket;

/// Everything is read before the first delivery is applied. One that cannot be decoded leaves the book as it was.
pub(crate) fn run(args: &Book) -> Result<(), Failure> {
    let decoder = args.reader.decoder()?;
    let bodies =
        args.deliveries.iter().map(|delivery| input::body(&delivery.path)).collect::<Result<Vec<_>, _>>()?;
    let mut book = args.file.as_deref().map_or_else(|| Ok(kept::empty()), kept::read_if_there)?;
    // A dictionary may say more of states than was known when they were told.
    for change in book.read_again(&decoder).map_err(no_memory)? {
        show(args, "the book", &change, "")?;
    }
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
    changes.iter().try_for_each(|change| show(args, label, change, &about))
}

fn no_memory(error: OutOfMemory) -> Failure {
    Failure::delivery(error.to_string())
}

fn show(args: &Book, label: &str, change: &Change, about: &str) -> Result<(), Failure> {
    if args.json {
        let text = serde_json::to_string(change)
            .map_err(|error| Failure::delivery(format!("the change cannot be written as JSON: {error}")))?;
        return crate::print((terminal::json(&text) + "\n").as_bytes());
    }
    let mut text = terminal::line(label) + ": " + &change::line(change, about);
    text += &if args.tickets { ticket::of_change(change) } else { change::edits(change) };
    crate::print(text.as_bytes())
}

/// What the book holds at the end.
fn show_held(args: &Book, book: &OrderBook) -> Result<(), Failure> {
    let held = book.held().map_err(no_memory)?;
    if !args.json {
        let orders = if held.len() == 1 { "order" } else { "orders" };
        let gap = if args.deliveries.is_empty() { "" } else { "\n" };
        crate::print(format!("{gap}{} {orders} in the book\n", held.len()).as_bytes())?;
    }
    held.iter().try_for_each(|change| {
        show(args, &format!("{} {}", change.platform().name(), change.account()), change, "")
    })
}

//! `tillwire decode` and `tillwire ticket`: a body as the library reads it.

use tillwire_core::event::Event;
use tillwire_core::order::Order;

use crate::args::{Amount, Decode, Show};
use crate::failure::Failure;
use crate::input::{self, Body};
use crate::reader;
use crate::subject;
use crate::terminal;
use crate::ticket;

/// The event as JSON, for people: indented; or the amounts that are asked for.
pub(crate) fn show(args: &Show) -> Result<String, Failure> {
    let (body, event) = decode(&args.decode)?;
    if !args.amounts.is_empty() {
        return args.amounts.iter().map(|wanted| amount(wanted, &event, &body)).collect();
    }
    let text = serde_json::to_string_pretty(&event)
        .map_err(|error| Failure::delivery(format!("the event cannot be written as JSON: {error}")))?;
    Ok(terminal::json(&text) + "\n")
}

/// A line with an amount as people read it.
fn amount(wanted: &Amount, event: &Event, body: &Body) -> Result<String, Failure> {
    let path = &wanted.path;
    let found = match wanted.digits {
        Some(digits) => event.money_at_scale(path, digits),
        None => event.money_at(path),
    };
    match found {
        Ok(money) => Ok(terminal::line(&format!("{path}: {money}")) + "\n"),
        Err(error) => Err(Failure::amount(error, path).about(&body.label)),
    }
}

/// A ticket for each order. What the document left open or spoiled is told on standard error.
pub(crate) fn as_tickets(args: &Decode) -> Result<String, Failure> {
    let (body, event) = decode(args)?;
    reader::warn(&event, None);
    let tickets: String = event.orders().map(|order: &Order| ticket::text(order)).collect();
    if tickets.is_empty() {
        return Err(no_ticket(args, &event).about(&body.label));
    }
    Ok(tickets)
}

fn no_ticket(args: &Decode, event: &Event) -> Failure {
    if args.orders {
        return Failure::delivery("the answer holds no order, so there is no ticket");
    }
    let what = event.type_text().unwrap_or("without a type");
    let failure = Failure::delivery(format!("the event ({what}) is about no order, so there is no ticket"));
    let failure = match subject::about(event) {
        Some(about) => failure.note("about", about),
        None => failure,
    };
    failure.hint("see what is in it with `tillwire decode`")
}

fn decode(args: &Decode) -> Result<(Body, Event), Failure> {
    let headers = args.headers.read()?;
    let mut decoder = args.reader.decoder()?;
    let body = input::body(&args.input.body)?;
    if let Some(name) = &args.event.name {
        decoder = decoder.expect_event(name);
    }
    let read = if args.orders {
        decoder.decode_orders(&body.bytes)
    } else {
        decoder.decode_unverified(&headers, &body.bytes)
    };
    match read {
        Ok(event) => Ok((body, event)),
        Err(error) => Err(Failure::undecodable(&error, &body.bytes).about(&body.label)),
    }
}

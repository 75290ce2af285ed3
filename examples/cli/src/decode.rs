//! `tillwire decode` and `tillwire ticket`: a body as the library reads it.

use tillwire_core::Limits;
use tillwire_core::event::{Decoder, Event};
use tillwire_core::order::Order;

use crate::args::{Amount, Decode, Show};
use crate::failure::Failure;
use crate::input::{self, Body};
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
    for problem in event.problems() {
        let place = format!("(at {}, byte {})", problem.path, problem.offset);
        eprintln!("warning: {} {}", problem.code.message(), terminal::line(&place));
    }
    let tickets: String = event.orders().map(|order: &Order| ticket::text(order)).collect();
    if tickets.is_empty() {
        let what = event.type_text().unwrap_or("without a type");
        return Err(Failure::delivery(format!(
            "the event ({what}) is about no order, so there is no ticket"
        ))
        .hint("see what is in it with `tillwire decode`")
        .about(&body.label));
    }
    Ok(tickets)
}

fn decode(args: &Decode) -> Result<(Body, Event), Failure> {
    let headers = args.headers.read()?;
    let body = input::body(&args.input.body)?;
    let standard = Limits::default();
    let mut decoder = Decoder::new(args.platform.platform).limits(Limits {
        body_bytes: args.limit.body.unwrap_or(standard.body_bytes),
        depth: args.limit.depth.unwrap_or(standard.depth),
        elements: args.limit.elements.unwrap_or(standard.elements),
    });
    if let Some(name) = &args.event.name {
        decoder = decoder.expect_event(name);
    }
    for (currency, digits) in &args.reading.scales {
        decoder = decoder.scale(*currency, *digits);
    }
    for (canonical, actual) in &args.reading.locations {
        decoder = decoder.locate(canonical, actual)?;
    }
    match decoder.decode_unverified(&headers, &body.bytes) {
        Ok(event) => Ok((body, event)),
        Err(error) => Err(Failure::undecodable(&error, &body.bytes).about(&body.label)),
    }
}

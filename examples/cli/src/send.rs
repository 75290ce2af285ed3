//! `tillwire send`: signed bodies to a receiver, as the platform would post them.

use std::fmt::Write;
use std::io::{self, Read};
use std::time::Duration;

use tillwire_core::Platform;
use tillwire_core::verify::{HeaderError, Headers, Lookup, Tolerance};
use ureq::Agent;
use ureq::http::uri::Authority;
use ureq::http::{self, Request, Response, Uri};

use crate::args::Send;
use crate::clock;
use crate::failure::Failure;
use crate::input::{self, Body};
use crate::sender::Setup;
use crate::terminal;

/// How much of an answer is shown.
const ANSWER_BYTES: u64 = 64 * 1024;

const TLS_HINT: &str = "\
check that the receiver speaks TLS at this port, with a certificate from a public authority for the name in the URL";

/// Everything is read and checked before the first delivery leaves.
pub(crate) fn run(args: &Send) -> Result<(), Failure> {
    let address = address(&args.url)?;
    let setup = args.sender.setup(args.sender.scheme(), Tolerance::DEFAULT)?;
    let stated = stated_headers(args)?;
    let bodies = args.bodies.iter().map(|path| input::body(path)).collect::<Result<Vec<_>, _>>()?;
    let agent = agent(args);
    let mut unanswered = 0_usize;
    let mut not_taken = 0_usize;
    for (body, number) in bodies.iter().zip(1..) {
        let request = request(args, &address, &setup, &stated, body, number)?;
        match agent.run(request) {
            Ok(response) => {
                not_taken = not_taken.saturating_add(usize::from(!response.status().is_success()));
                crate::print(answer(&body.label, response).as_bytes())?;
            }
            Err(error) => {
                eprint!("{}", no_answer(&error, &address).about(&body.label));
                unanswered = unanswered.saturating_add(1);
            }
        }
    }
    let failure = Failure::delivery(format!(
        "{} of {} deliveries failed",
        unanswered.saturating_add(not_taken),
        bodies.len()
    ));
    match (unanswered, not_taken) {
        (0, 0) => Ok(()),
        (_, 0) => Err(failure),
        _ => Err(failure.hint(
            "the platforms take an answer from 200 to 299 as received, and send again after any other",
        )),
    }
}

fn address(text: &str) -> Result<Uri, Failure> {
    let address = text.parse::<Uri>().ok();
    // "http://host:/", where a script's port is empty, would go to port 80.
    let is_whole = |authority: &Authority| !authority.host().is_empty() && !authority.as_str().ends_with(':');
    let usable = |address: &Uri| {
        matches!(address.scheme_str(), Some("http" | "https")) && address.authority().is_some_and(is_whole)
    };
    address.filter(usable).ok_or_else(|| {
        Failure::usage("the URL is not an address that can be posted to")
            .hint("write it in full, as in http://127.0.0.1:8080/atlas")
    })
}

fn agent(args: &Send) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(args.timeout)))
        .http_status_as_error(false)
        // A delivery goes where it was sent: a redirect is an answer like any other.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(concat!("tillwire/", env!("CARGO_PKG_VERSION")));
    config.build().into()
}

/// The headers beside the signature that are the same for all deliveries.
fn stated_headers(args: &Send) -> Result<Headers, Failure> {
    let mut headers = args.headers.read()?;
    add_unless_given(&mut headers, "Content-Type", "application/json")?;
    let Some(event) = &args.event.name else { return Ok(headers) };
    match args.sender.from.platform {
        Platform::Klikit => add_unless_given(&mut headers, "x-klikit-event-type", event)?,
        Platform::Fire => add_unless_given(&mut headers, "X-Fire-Event", event)?,
        other => {
            return Err(Failure::usage(format!(
                "{} states the type in the body, not beside it",
                other.name()
            ))
            .hint("leave --type out"));
        }
    }
    Ok(headers)
}

fn add_unless_given(headers: &mut Headers, name: &str, value: &str) -> Result<(), HeaderError> {
    match headers.get(name) {
        Lookup::Absent => headers.add(name, value.as_bytes()),
        Lookup::One(_) | Lookup::Conflict => Ok(()),
    }
}

fn request<'b>(
    args: &Send,
    address: &Uri,
    setup: &Setup,
    stated: &Headers,
    body: &'b Body,
    number: usize,
) -> Result<Request<&'b [u8]>, Failure> {
    let mut headers = stated.clone();
    if args.sender.from.platform == Platform::Klikit && args.event.name.is_some() {
        add_unless_given(&mut headers, "x-klikit-event-id", &event_id(number))?;
    }
    let signed = setup.verifier.sign(&body.bytes, args.clock.unix_seconds())?;
    let mut request = Request::post(address.clone());
    for (name, value) in headers.iter().chain(signed.iter()) {
        request = request.header(name, value);
    }
    request.body(body.bytes.as_slice()).map_err(|error: http::Error| {
        Failure::usage(format!("the request cannot be made: {error}")).hint("check the headers given")
    })
}

/// A mark of its own for each delivery: time and number.
fn event_id(number: usize) -> String {
    format!("desk-{}-{number}", clock::since_1970().as_nanos())
}

/// Status and body of an answer.
fn answer(label: &str, mut response: Response<ureq::Body>) -> String {
    let status = response.status();
    let mut text = format!("{}: {}", terminal::line(label), status.as_u16());
    if let Some(reason) = status.canonical_reason() {
        text = text + " " + reason;
    }
    text.push('\n');
    let mut bytes = Vec::new();
    let end: io::Result<_> = response.body_mut().as_reader().take(ANSWER_BYTES).read_to_end(&mut bytes);
    text.push_str(&terminal::lines(&String::from_utf8_lossy(&bytes)));
    if !text.ends_with('\n') {
        text.push('\n');
    }
    if let Err(error) = end {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "(the rest of the answer was not received: {error})");
    }
    text
}

fn no_answer(error: &ureq::Error, address: &Uri) -> Failure {
    let host = address.host().unwrap_or_default();
    let port = address.port_u16().unwrap_or(if address.scheme_str() == Some("https") { 443 } else { 80 });
    let hint = match error {
        ureq::Error::Timeout(_) => "see whether the receiver is stuck, or raise --timeout",
        ureq::Error::HostNotFound => "check the name in the URL",
        // A handshake that fails comes as data that is not valid.
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => TLS_HINT,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => TLS_HINT,
        ureq::Error::Io(_) | ureq::Error::ConnectionFailed => {
            "check host and port in the URL, and that the receiver runs"
        }
        _ => "check that an HTTP server listens at this address",
    };
    let why = match error {
        ureq::Error::Io(error) => error.to_string(),
        other => other.to_string(),
    };
    Failure::delivery(format!("no answer from {host}:{port}: {why}")).hint(hint)
}

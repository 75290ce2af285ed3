//! `tillwire verify`: whether a delivery is genuine, under which secret, and what that shows.

use std::fmt::Write;

use tillwire_core::Platform;
use tillwire_core::value::Timestamp;
use tillwire_core::verify::{Assurance, Headers, Lookup, Refusal, Scheme, Verified};

use crate::args::{Sender, Verify};
use crate::failure::Failure;
use crate::input;
use crate::terminal;

pub(crate) fn run(args: &Verify) -> Result<String, Failure> {
    let headers = args.headers.read()?;
    let scheme = presented(&args.sender, &headers);
    let setup = args.sender.setup(scheme, args.tolerance.unwrap_or_default())?;
    let body = input::body(&args.input.body)?;
    let verified = setup
        .verifier
        .verify(&headers, &body.bytes, args.clock.unix_seconds())
        .map_err(|refusal| refused(refusal, &headers).about(&body.label))?;
    Ok(report(scheme, &verified, &setup.sources))
}

/// The scheme asked for, else the platform's own. Fire has two that only its setup tells apart: here, at the desk, what
/// is presented decides. A receiver never lets the sender choose.
fn presented(sender: &Sender, headers: &Headers) -> Scheme {
    let name = sender.signature_header.as_deref().unwrap_or("X-Fire-Signature");
    match (sender.scheme, sender.from.platform, headers.get(name)) {
        (None, Platform::Fire, Lookup::One(value))
            if value.get(..7).is_some_and(|prefix| prefix.eq_ignore_ascii_case(b"sha256=")) =>
        {
            Scheme::Sha256Prefixed
        }
        _ => sender.scheme(),
    }
}

fn refused(refusal: Refusal, headers: &Headers) -> Failure {
    let is_missing = matches!(refusal, Refusal::HeaderMissing { .. });
    let failure = Failure::from(refusal);
    if !is_missing {
        return failure;
    }
    if headers.is_empty() {
        return failure.note("given", "no headers; use --header 'Name: value' or --header-file PATH");
    }
    let names: Vec<_> = headers.iter().map(|(name, _)| name).collect();
    failure.note("given", names.join(", "))
}

fn report(scheme: Scheme, verified: &Verified, sources: &[String]) -> String {
    let mut text = format!("verified: {}\n", shown_by(verified.assurance));
    // Writing to a String cannot fail.
    let _ = writeln!(text, "assurance: {}", verified.assurance.name());
    let _ = writeln!(text, "scheme: {}", scheme.name());
    if let Some(source) = sources.get(verified.secret_index) {
        let number = verified.secret_index.saturating_add(1);
        let _ = writeln!(text, "secret: {number} of {} ({})", sources.len(), terminal::line(source));
    }
    if let Some(seconds) = verified.timestamp {
        let _ = writeln!(text, "timestamp: {seconds}{}", for_people(seconds));
    }
    text
}

const fn shown_by(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::SenderOnly => "the sender knew the secret; the body may have been changed, or sent before",
        Assurance::Body => "the body is the sender's, unchanged; it may have been sent before",
        Assurance::BodyAndTime => {
            "the body is the sender's, unchanged, and was signed within the tolerance of now"
        }
        Assurance::Nothing => "nothing was checked",
        _ => "the library lets it in",
    }
}

/// A signed time by the calendar, where the calendar reaches.
fn for_people(seconds: i64) -> String {
    let time = seconds.checked_mul(1000).map(|unix_ms| Timestamp { unix_ms, offset_minutes: None });
    let text = time.map(|time| time.to_string()).filter(|text| text.ends_with('Z'));
    text.map_or_else(String::new, |text| format!(" ({text})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_beyond_the_calendar_are_left_to_the_number() {
        assert_eq!(for_people(1_781_115_871), " (2026-06-10T18:24:31Z)");
        assert_eq!(for_people(i64::MAX), "");
        assert_eq!(for_people(i64::MIN / 1000), "");
    }
}

//! Scheme: `v1=` and the hex HMAC-SHA256 of timestamp, `.` and body (Fire's Webhook node,
//! <https://docs.fire.rest/en/events/integration-flows>).

use alloc::string::ToString;

use super::assurance::{Assurance, Verified};
use super::headers::{HeaderError, Headers};
use super::mac::Form;
use super::refusal::Refusal;
use super::scheme::Scheme;
use super::settings::Settings;
use super::timestamp::{self, Tolerance};

const FORM: Form = Form { scheme: Scheme::V1Timestamped, prefix: "v1=" };

/// MAC first, over the timestamp's bytes as they came; only a signed time is worth reading.
pub(super) fn verify(
    settings: &Settings,
    headers: &Headers,
    body: &[u8],
    now: i64,
) -> Result<Verified, Refusal> {
    let signature = settings.signature(headers)?;
    let time = settings.timestamp(headers)?;
    let secret_index = FORM.secret_index(settings, signature, &[time, b"."], body)?;
    let timestamp = timestamp::check(time, &settings.timestamp_header, now, settings.tolerance)?;
    let assurance = match settings.tolerance {
        Tolerance::Within(_) => Assurance::BodyAndTime,
        Tolerance::Unchecked => Assurance::Body,
    };
    Ok(Verified { secret_index, assurance, timestamp })
}

pub(super) fn sign(
    settings: &Settings,
    body: &[u8],
    now: i64,
    headers: &mut Headers,
) -> Result<(), HeaderError> {
    let time = now.to_string();
    let signature = FORM.sign(settings, &[time.as_bytes(), b"."], body).unwrap_or_default();
    headers.add(&settings.timestamp_header, time.as_bytes())?;
    headers.add(&settings.signature_header, signature.as_bytes())
}

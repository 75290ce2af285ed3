//! Scheme: `sha256=` and the hex HMAC-SHA256 of the body (Fire's integrations,
//! <https://docs.fire.rest/en/authentication>).
//!
//! Fire sends a timestamp header beside it, which the MAC does not cover: whoever replays a delivery can write a
//! fresh one, so it is not looked at.

use super::assurance::{Assurance, Verified};
use super::headers::{HeaderError, Headers};
use super::mac::Form;
use super::refusal::Refusal;
use super::scheme::Scheme;
use super::settings::Settings;

const FORM: Form = Form { scheme: Scheme::Sha256Prefixed, prefix: "sha256=" };

pub(super) fn verify(settings: &Settings, headers: &Headers, body: &[u8]) -> Result<Verified, Refusal> {
    let secret_index = FORM.secret_index(settings, settings.signature(headers)?, &[], body)?;
    Ok(Verified { secret_index, assurance: Assurance::Body, timestamp: None })
}

pub(super) fn sign(settings: &Settings, body: &[u8], headers: &mut Headers) -> Result<(), HeaderError> {
    let signature = FORM.sign(settings, &[], body).unwrap_or_default();
    headers.add(&settings.signature_header, signature.as_bytes())
}

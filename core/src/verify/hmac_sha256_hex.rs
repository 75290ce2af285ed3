//! Scheme: the hex HMAC-SHA256 of the body, without a prefix (klikit,
//! <https://developer.klikit.io/partner-api/webhooks/verify>; Fire's oldest form).

use super::assurance::{Assurance, Verified};
use super::headers::{HeaderError, Headers};
use super::mac::Form;
use super::refusal::Refusal;
use super::scheme::Scheme;
use super::settings::Settings;

const FORM: Form = Form { scheme: Scheme::HmacSha256Hex, prefix: "" };

pub(super) fn verify(settings: &Settings, headers: &Headers, body: &[u8]) -> Result<Verified, Refusal> {
    let secret_index = FORM.secret_index(settings, settings.signature(headers)?, &[], body)?;
    Ok(Verified { secret_index, assurance: Assurance::Body, timestamp: None })
}

pub(super) fn sign(settings: &Settings, body: &[u8], headers: &mut Headers) -> Result<(), HeaderError> {
    let signature = FORM.sign(settings, &[], body).unwrap_or_default();
    headers.add(&settings.signature_header, signature.as_bytes())
}

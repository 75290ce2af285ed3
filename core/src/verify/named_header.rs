//! Scheme: a header of a chosen name whose value is the secret (Atlas, <https://help.atlas.kitchen/connect/webhooks/setup>; Fire's
//! API key, <https://docs.fire.rest/en/events/integration-flows>).

use super::assurance::{Assurance, Verified};
use super::headers::{HeaderError, Headers};
use super::refusal::Refusal;
use super::scheme::Scheme;
use super::settings::Settings;
use super::token;

pub(super) fn verify(settings: &Settings, headers: &Headers) -> Result<Verified, Refusal> {
    let secret_index = token::secret_index(settings, Scheme::Header, settings.signature(headers)?)?;
    Ok(Verified { secret_index, assurance: Assurance::SenderOnly, timestamp: None })
}

pub(super) fn sign(settings: &Settings, headers: &mut Headers) -> Result<(), HeaderError> {
    let value = settings.secrets.first().map_or(&[][..], |secret| secret.expose());
    headers.add(&settings.signature_header, value)
}

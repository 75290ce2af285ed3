//! Scheme: `Authorization: Bearer <token>` (Atlas,
//! <https://help.atlas.kitchen/connect/webhooks/setup>; Fire's unsigned flows).

use super::assurance::{Assurance, Verified};
use super::headers::{HeaderError, Headers};
use super::refusal::{Refusal, SignatureProblem};
use super::scheme::Scheme;
use super::settings::Settings;
use super::token;

pub(super) fn verify(settings: &Settings, headers: &Headers) -> Result<Verified, Refusal> {
    let presented = read(settings.signature(headers)?).map_err(|problem| Refusal::SignatureFormat {
        name: settings.signature_header.clone(),
        scheme: Scheme::Bearer,
        problem,
    })?;
    let secret_index = token::secret_index(settings, Scheme::Bearer, presented)?;
    Ok(Verified { secret_index, assurance: Assurance::SenderOnly, timestamp: None })
}

/// The token after the word "Bearer", which is written in any case (RFC 9110 §11.1).
fn read(value: &[u8]) -> Result<&[u8], SignatureProblem> {
    let mut parts = value.splitn(2, |byte| *byte == b' ');
    let word = parts.next().unwrap_or_default();
    let is_bearer = word.eq_ignore_ascii_case(b"bearer");
    match parts.next() {
        Some(token) if is_bearer => Ok(token.trim_ascii_start()),
        Some(_) => Err(SignatureProblem::OtherScheme),
        None if is_bearer || word.is_empty() => Err(SignatureProblem::Empty),
        None => Err(SignatureProblem::PrefixMissing),
    }
}

pub(super) fn sign(settings: &Settings, headers: &mut Headers) -> Result<(), HeaderError> {
    let token = settings.secrets.first().map_or(&[][..], |secret| secret.expose());
    headers.add(&settings.signature_header, &[b"Bearer ", token].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_in_any_case_then_the_token() {
        assert_eq!(read(b"Bearer abc"), Ok(b"abc".as_slice()));
        assert_eq!(read(b"bEARER   a b"), Ok(b"a b".as_slice()));
        assert_eq!(read(b"Bearer"), Err(SignatureProblem::Empty));
        assert_eq!(read(b""), Err(SignatureProblem::Empty));
        assert_eq!(read(b"abc"), Err(SignatureProblem::PrefixMissing));
        assert_eq!(read(b"Basic abc"), Err(SignatureProblem::OtherScheme));
    }
}

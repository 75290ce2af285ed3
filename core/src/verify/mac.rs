//! What the three signing schemes share: finding the secret that signed a message.

use alloc::string::String;

use super::diagnosis;
use super::refusal::Refusal;
use super::scheme::Scheme;
use super::secret::Secret;
use super::settings::Settings;
use super::tag::{Tag, hex};

/// The form that one scheme gives a signature and what it signs.
pub(super) struct Form {
    pub(super) scheme: Scheme,
    /// Stands before the hex digits.
    pub(super) prefix: &'static str,
}

impl Form {
    /// The secret under which `presented` is the signature of `before` (in pieces) and `body`.
    pub(super) fn secret_index(
        &self,
        settings: &Settings,
        presented: &[u8],
        before: &[&[u8]],
        body: &[u8],
    ) -> Result<usize, Refusal> {
        let name = || settings.signature_header.clone();
        let tag = Tag::read(presented, self.prefix.as_bytes())
            .map_err(|problem| Refusal::SignatureFormat { name: name(), scheme: self.scheme, problem })?;
        settings.secret_index(|secret| tag.is(&mac(secret, before, [body]))).ok_or_else(|| {
            Refusal::SignatureMismatch {
                name: name(),
                scheme: self.scheme,
                diagnosis: diagnosis::find(&settings.secrets, &tag, before, body),
            }
        })
    }

    /// The signature of `before` and `body` as a sender writes it; absent without a secret.
    pub(super) fn sign(&self, settings: &Settings, before: &[&[u8]], body: &[u8]) -> Option<String> {
        let digits = hex(&mac(settings.secrets.first()?, before, [body]));
        Some([self.prefix, core::str::from_utf8(&digits).unwrap_or_default()].concat())
    }
}

/// HMAC-SHA256 of `before` and then the pieces of a body.
pub(super) fn mac<'a>(
    secret: &Secret,
    before: &[&'a [u8]],
    body: impl IntoIterator<Item = &'a [u8]>,
) -> [u8; 32] {
    secret.mac(before.iter().copied().chain(body))
}

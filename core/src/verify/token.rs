//! Tokens compared in constant time, whatever their lengths.

use subtle::ConstantTimeEq;

use super::refusal::Refusal;
use super::scheme::Scheme;
use super::secret::{Secret, SecretProblem};
use super::settings::Settings;

/// The secret that equals `presented`.
pub(super) fn secret_index(settings: &Settings, scheme: Scheme, presented: &[u8]) -> Result<usize, Refusal> {
    settings.secret_index(|secret| is_secret(secret, presented)).ok_or_else(|| Refusal::SignatureMismatch {
        name: settings.signature_header.clone(),
        scheme,
        diagnosis: None,
    })
}

/// Whether a token equals the secret. What is compared are digests under a key that the sender does not know, so
/// the time taken depends on the length of what was presented and on nothing else.
fn is_secret(secret: &Secret, presented: &[u8]) -> bool {
    secret.mac([presented]).ct_eq(secret.token_digest()).into()
}

/// What keeps a secret from ever arriving in a header.
pub(super) fn problem(secret: &Secret, scheme: Scheme) -> Option<SecretProblem> {
    let text = secret.expose();
    if text.iter().any(|byte| byte.is_ascii_control() && *byte != b'\t') {
        return Some(SecretProblem::NotHeaderText);
    }
    let word = text.split(|byte| *byte == b' ').next().unwrap_or_default();
    let pasted_whole = scheme == Scheme::Bearer && word != text && word.eq_ignore_ascii_case(b"bearer");
    pasted_whole.then_some(SecretProblem::BearerWord)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_same_bytes() {
        let secret = Secret::new(b"swordfish").unwrap();
        assert!(is_secret(&secret, b"swordfish"));
        for other in
            [b"".as_slice(), b"s", b"Swordfish", b"swordfis", b"swordfishh", b"swordfish\0", &[0; 500]]
        {
            assert!(!is_secret(&secret, other));
        }
    }

    #[test]
    fn what_no_header_can_carry() {
        let problem = |text: &[u8], scheme| problem(&Secret::new(text).unwrap(), scheme);
        assert_eq!(problem(b"a\nb", Scheme::Bearer), Some(SecretProblem::NotHeaderText));
        assert_eq!(problem(b"ab\0", Scheme::Header), Some(SecretProblem::NotHeaderText));
        assert_eq!(problem(b"bearer abc", Scheme::Bearer), Some(SecretProblem::BearerWord));
        assert_eq!(problem(b"Bearer abc", Scheme::Header), None);
        assert_eq!(problem(b"bearer", Scheme::Bearer), None);
        assert_eq!(problem("k\u{e4}se \u{20ac}".as_bytes(), Scheme::Header), None);
    }
}

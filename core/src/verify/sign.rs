//! Signing: the headers by which a genuine delivery proves itself, for tests, simulators and relays.

use super::headers::{HeaderError, Headers};
use super::scheme::Scheme;
use super::verifier::Verifier;
use super::{bearer, hmac_sha256_hex, named_header, sha256_prefixed, v1_timestamped};

impl Verifier {
    /// The headers that this verifier accepts for `body` at `now` (Unix seconds), under its first secret. No
    /// headers where nothing is checked.
    ///
    /// The result carries a valid signature or the token itself: treat it as a secret.
    pub fn sign(&self, body: &[u8], now: i64) -> Result<Headers, HeaderError> {
        let settings = &self.settings;
        let mut headers = Headers::new();
        match self.scheme() {
            Scheme::HmacSha256Hex => hmac_sha256_hex::sign(settings, body, &mut headers)?,
            Scheme::Sha256Prefixed => sha256_prefixed::sign(settings, body, &mut headers)?,
            Scheme::V1Timestamped => v1_timestamped::sign(settings, body, now, &mut headers)?,
            Scheme::Bearer => bearer::sign(settings, &mut headers)?,
            Scheme::Header => named_header::sign(settings, &mut headers)?,
            Scheme::DangerouslyAcceptAnyone => {}
        }
        Ok(headers)
    }
}

#[cfg(test)]
mod tests {
    use crate::Platform;
    use crate::verify::{Scheme, Verifier};

    #[test]
    fn every_scheme_accepts_what_it_signs() {
        for scheme in Scheme::ALL.iter().copied() {
            let mut builder = Verifier::builder(Platform::Fire).scheme(scheme);
            if scheme != Scheme::DangerouslyAcceptAnyone {
                builder = builder.secret(b"first").secret(b"second");
            }
            if scheme == Scheme::Header {
                builder = builder.signature_header("X-Api-Key");
            }
            let verifier = builder.build().unwrap();
            for now in [i64::MIN, -1, 0, 1_781_115_871, i64::MAX] {
                let headers = verifier.sign(b"{}", now).unwrap();
                assert_eq!(verifier.verify(&headers, b"{}", now).unwrap().secret_index, 0);
                assert_eq!(verifier.verify(&headers, b"[]", now).is_err(), scheme.signs_body());
            }
        }
    }
}

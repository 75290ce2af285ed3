//! The verifier: one scheme and its settings, made once, asked for every delivery.

use super::assurance::Verified;
use super::builder::VerifierBuilder;
use super::headers::Headers;
use super::refusal::Refusal;
use super::scheme::Scheme;
use super::settings::Settings;
use super::{accept_anyone, bearer, hmac_sha256_hex, named_header, sha256_prefixed, v1_timestamped};
use crate::Platform;
use crate::event::Decoder;

/// Tells genuine deliveries from others. Any number of threads may use one at a time; to change secrets, make a
/// new one.
#[derive(Debug)]
pub struct Verifier {
    platform: Platform,
    scheme: Scheme,
    pub(super) settings: Settings,
    pub(super) decoder: Decoder,
}

impl Verifier {
    /// Starts the settings of a verifier for a platform's deliveries.
    pub fn builder(platform: Platform) -> VerifierBuilder {
        VerifierBuilder::new(platform)
    }

    pub(super) const fn from_settings(scheme: Scheme, settings: Settings, decoder: Decoder) -> Self {
        Self { platform: decoder.platform, scheme, settings, decoder }
    }

    /// The platform whose deliveries are verified.
    pub const fn platform(&self) -> Platform {
        self.platform
    }

    /// How senders prove themselves.
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Verifies one delivery: `body` is exactly the bytes received, `now` is Unix seconds.
    ///
    /// The clock is looked at last, and only by a scheme that signs the time.
    pub fn verify(&self, headers: &Headers, body: &[u8], now: i64) -> Result<Verified, Refusal> {
        match self.scheme {
            Scheme::HmacSha256Hex => hmac_sha256_hex::verify(&self.settings, headers, body),
            Scheme::Sha256Prefixed => sha256_prefixed::verify(&self.settings, headers, body),
            Scheme::V1Timestamped => v1_timestamped::verify(&self.settings, headers, body, now),
            Scheme::Bearer => bearer::verify(&self.settings, headers),
            Scheme::Header => named_header::verify(&self.settings, headers),
            Scheme::DangerouslyAcceptAnyone => Ok(accept_anyone::verify()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn threads_may_share_it() {
        fn shared<T: Send + Sync>() {}
        shared::<Verifier>();
    }

    #[test]
    fn debug_hides_what_is_secret() {
        let verifier = Verifier::builder(Platform::Fire).secret(b"swordfish").build().unwrap();
        let text = format!("{verifier:?}");
        assert!(text.contains("X-Fire-Signature") && text.contains("[Secret(hidden)]"), "{text}");
        assert!(!text.contains("swordfish"), "{text}");
    }
}

//! Making a verifier: settings are gathered, completed with the platform's defaults and checked.

use alloc::string::String;
use alloc::vec::Vec;

use super::headers::is_name;
use super::scheme::Scheme;
use super::secret::Secret;
use super::setting_error::SettingError;
use super::settings::Settings;
use super::timestamp::Tolerance;
use super::token;
use super::verifier::Verifier;
use crate::Platform;
use crate::event::Decoder;

/// Gathers the settings of a [`Verifier`]; made by [`Verifier::builder`].
#[derive(Debug)]
#[must_use]
pub struct VerifierBuilder {
    platform: Platform,
    scheme: Scheme,
    signature_header: Option<String>,
    timestamp_header: Option<String>,
    secrets: Vec<Secret>,
    tolerance: Tolerance,
    decoder: Decoder,
    /// The first secret or location that could not be one; reported by `build`.
    refused: Option<SettingError>,
}

impl VerifierBuilder {
    pub(super) fn new(platform: Platform) -> Self {
        Self {
            platform,
            scheme: Scheme::default_for(platform),
            signature_header: None,
            timestamp_header: None,
            secrets: Vec::new(),
            tolerance: Tolerance::DEFAULT,
            decoder: Decoder::new(platform),
            refused: None,
        }
    }

    /// How senders prove themselves. Default: [`Scheme::default_for`] the platform.
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// The name of the header that carries the signature, the bearer token or the secret, in any case.
    ///
    /// Default: `Authorization` for [`Scheme::Bearer`]; for the signing schemes `x-klikit-signature` (klikit) and
    /// `X-Fire-Signature` (Fire). [`Scheme::Header`] has none, and Atlas signs nothing: there it must be set.
    pub fn signature_header(mut self, name: &str) -> Self {
        self.signature_header = Some(name.into());
        self
    }

    /// The name of the header that carries the signed time, in any case. Only [`Scheme::V1Timestamped`] reads it.
    ///
    /// Default: `X-Fire-Timestamp` (Fire); for the others it must be set.
    pub fn timestamp_header(mut self, name: &str) -> Self {
        self.timestamp_header = Some(name.into());
        self
    }

    /// A secret, used as it is. Give several to let deliveries in under any of them while the platform changes
    /// from one to the next; the first one signs.
    pub fn secret(mut self, secret: &[u8]) -> Self {
        match Secret::new(secret) {
            Ok(secret) => self.secrets.push(secret),
            Err(problem) => {
                let index = self.secrets.len();
                self.refused = self.refused.or(Some(SettingError::Secret { index, problem }));
            }
        }
        self
    }

    /// How far a signed time may be from now. Default: 300 seconds to either side. Only
    /// [`Scheme::V1Timestamped`] signs a time; what a verification has checked is in its
    /// [`Assurance`](super::Assurance).
    pub fn tolerance(mut self, tolerance: Tolerance) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Changes how bodies are read: limits, the expected type of event, scales of currencies.
    pub fn decoding(mut self, change: impl FnOnce(Decoder) -> Decoder) -> Self {
        self.decoder = Decoder { platform: self.platform, ..change(self.decoder) };
        self
    }

    /// Says where the received body has what the documented body has at `canonical`: [`Decoder::locate`], whose errors are
    /// reported by [`build`](Self::build).
    pub fn locate(mut self, canonical: &str, actual: &str) -> Self {
        match self.decoder.clone().locate(canonical, actual) {
            Ok(decoder) => self.decoder = decoder,
            Err(error) => self.refused = self.refused.or(Some(error)),
        }
        self
    }

    /// The verifier, unless a setting is missing or unusable.
    pub fn build(self) -> Result<Verifier, SettingError> {
        self.check_secrets()?;
        let signature_header = self.signature_header_name()?;
        let timestamp_header = self.timestamp_header_name()?;
        let settings =
            Settings { signature_header, timestamp_header, secrets: self.secrets, tolerance: self.tolerance };
        Ok(Verifier::from_settings(self.scheme, settings, self.decoder))
    }

    fn check_secrets(&self) -> Result<(), SettingError> {
        if let Some(error) = self.refused {
            return Err(error);
        }
        let scheme = self.scheme;
        match (scheme, self.secrets.is_empty()) {
            (Scheme::DangerouslyAcceptAnyone, true) => return Ok(()),
            (Scheme::DangerouslyAcceptAnyone, false) => return Err(SettingError::SecretUnused { scheme }),
            (_, true) => return Err(SettingError::SecretMissing { scheme }),
            (_, false) => {}
        }
        if scheme.signs_body() {
            return Ok(());
        }
        for (index, secret) in self.secrets.iter().enumerate() {
            if let Some(problem) = token::problem(secret, scheme) {
                return Err(SettingError::Secret { index, problem });
            }
        }
        Ok(())
    }

    fn signature_header_name(&self) -> Result<String, SettingError> {
        let scheme = self.scheme;
        if scheme == Scheme::DangerouslyAcceptAnyone {
            return Ok(String::new());
        }
        let default = scheme.default_signature_header(self.platform);
        let name = self.signature_header.as_deref().or(default);
        match name {
            None => Err(SettingError::SignatureHeaderMissing { scheme }),
            Some(name) if !is_name(name.as_bytes()) => Err(SettingError::SignatureHeaderName),
            Some(name) => Ok(name.into()),
        }
    }

    fn timestamp_header_name(&self) -> Result<String, SettingError> {
        let scheme = self.scheme;
        if scheme != Scheme::V1Timestamped {
            return Ok(String::new());
        }
        let default = Scheme::default_timestamp_header(self.platform);
        let name = self.timestamp_header.as_deref().or(default);
        match name {
            None => Err(SettingError::TimestampHeaderMissing { scheme }),
            Some(name) if !is_name(name.as_bytes()) => Err(SettingError::TimestampHeaderName),
            Some(name) => Ok(name.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::SecretProblem;

    fn fails(builder: VerifierBuilder, expected: SettingError) {
        let error = builder.build().unwrap_err();
        assert_eq!(error, expected);
        assert!(!error.hint().is_empty());
    }

    #[test]
    fn every_platform_needs_only_a_secret() {
        for platform in Platform::ALL {
            let verifier = Verifier::builder(*platform).secret(b"a").build().unwrap();
            assert_eq!(verifier.scheme(), Scheme::default_for(*platform));
        }
    }

    #[test]
    fn secrets_are_required_refused_and_unwanted() {
        let scheme = Scheme::HmacSha256Hex;
        fails(Verifier::builder(Platform::Klikit), SettingError::SecretMissing { scheme });
        let builder = Verifier::builder(Platform::Klikit).secret(b"a").secret(b"b\n").secret(b"");
        fails(builder, SettingError::Secret { index: 1, problem: SecretProblem::LineBreakAtEnd });
        let builder = Verifier::builder(Platform::Atlas).secret(b"Bearer abc");
        fails(builder, SettingError::Secret { index: 0, problem: SecretProblem::BearerWord });
        let scheme = Scheme::DangerouslyAcceptAnyone;
        let builder = Verifier::builder(Platform::Fire).scheme(scheme).secret(b"a");
        fails(builder, SettingError::SecretUnused { scheme });
        assert!(Verifier::builder(Platform::Fire).scheme(scheme).build().is_ok());
    }

    #[test]
    fn header_names_without_a_default_must_be_set() {
        let builder = |platform, scheme| Verifier::builder(platform).scheme(scheme).secret(b"a");
        let scheme = Scheme::Header;
        fails(builder(Platform::Atlas, scheme), SettingError::SignatureHeaderMissing { scheme });
        assert!(builder(Platform::Atlas, scheme).signature_header("X-Key").build().is_ok());
        let scheme = Scheme::HmacSha256Hex;
        fails(builder(Platform::Atlas, scheme), SettingError::SignatureHeaderMissing { scheme });
        let scheme = Scheme::V1Timestamped;
        fails(builder(Platform::Klikit, scheme), SettingError::TimestampHeaderMissing { scheme });
        let fire = || builder(Platform::Fire, scheme);
        fails(fire().signature_header("X Y"), SettingError::SignatureHeaderName);
        fails(fire().timestamp_header("X:"), SettingError::TimestampHeaderName);
    }
}

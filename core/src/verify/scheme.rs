//! How a sender proves itself: chosen by the vendor when the verifier is made, never by the sender.

use crate::Platform;
use crate::value::codes;

codes! {
    /// An authentication scheme. Any scheme can be used with any platform.
    pub enum Scheme {
        /// HMAC-SHA256 of the body as 64 hex digits: klikit, and Fire's oldest form.
        HmacSha256Hex = 1, "hmac_sha256_hex";
        /// `sha256=` and the hex HMAC-SHA256 of the body: Fire's integrations.
        Sha256Prefixed = 2, "sha256_prefixed";
        /// `v1=` and the hex HMAC-SHA256 of timestamp, `.` and body: Fire's Webhook node.
        V1Timestamped = 3, "v1_timestamped";
        /// `Authorization: Bearer <token>`: Atlas, Fire's unsigned flows.
        Bearer = 4, "bearer";
        /// A header of a chosen name whose value is the secret: Atlas, Fire's API key.
        Header = 5, "header";
        /// Nothing is checked: anyone who can reach the receiver can place orders.
        DangerouslyAcceptAnyone = 6, "dangerously_accept_anyone";
    }
}

impl Scheme {
    /// The scheme a platform uses unless it was set up otherwise.
    pub const fn default_for(platform: Platform) -> Self {
        match platform {
            Platform::Klikit => Self::HmacSha256Hex,
            Platform::Atlas => Self::Bearer,
            Platform::Fire => Self::V1Timestamped,
        }
    }

    /// Whether the scheme proves that the body is the sender's, rather than only who sent it.
    pub const fn signs_body(self) -> bool {
        matches!(self, Self::HmacSha256Hex | Self::Sha256Prefixed | Self::V1Timestamped)
    }

    /// The header that carries signature or token, where platform and scheme settle it.
    pub(super) const fn default_signature_header(self, platform: Platform) -> Option<&'static str> {
        match (self, platform) {
            (Self::Bearer, _) => Some("Authorization"),
            (Self::Header | Self::DangerouslyAcceptAnyone, _) | (_, Platform::Atlas) => None,
            (_, Platform::Klikit) => Some("x-klikit-signature"),
            (_, Platform::Fire) => Some("X-Fire-Signature"),
        }
    }

    /// The header that carries the signed time, where the platform settles it.
    pub(super) const fn default_timestamp_header(platform: Platform) -> Option<&'static str> {
        match platform {
            Platform::Fire => Some("X-Fire-Timestamp"),
            Platform::Klikit | Platform::Atlas => None,
        }
    }
}

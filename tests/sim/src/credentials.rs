//! What the simulated platforms accept: fixed, and plainly fake.

use std::fmt;

use crate::platform::Platform;

/// The credentials of a platform, by name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Credentials(&'static [(&'static str, &'static str)]);

impl Credentials {
    /// Those of a platform.
    pub const fn of(platform: Platform) -> Self {
        match platform {
            Platform::Klikit => Self(&[
                ("key", "klikit-test-key"),
                ("secret", "klikit-test-secret-1"),
                ("secondary_secret", "klikit-test-secret-2"),
                ("webhook_secret", "klikit-test-webhook-secret"),
            ]),
            Platform::Fire => Self(&[
                ("api_key", "pk_live_test_only"),
                ("client_id", "fire-test-client"),
                ("client_secret", "fire-test-client-secret"),
                ("account", "100"),
                ("account_id", "550e8400-e29b-41d4-a716-446655440000"),
                ("vendor", "100.2.1"),
                ("webhook_secret", "fire-test-webhook-secret"),
            ]),
            Platform::Atlas => Self(&[
                ("api_key", "atlas-test-key"),
                ("merchant_id", "atlas-merchant-id-1"),
                ("webhook_token", "atlas-test-webhook-token"),
            ]),
        }
    }

    /// The value of this name; empty where the platform has none.
    pub fn get(&self, name: &str) -> &'static str {
        self.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.0.iter().copied()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

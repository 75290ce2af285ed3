//! How the simulator behaves where a contract leaves a choice, or states two. All of it can be changed while it runs.

use serde::{Deserialize, Serialize};

use crate::fault::RetryAfter;
use crate::platform::Platform;

/// Everything that can be set. The default is what the newest published contract says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The port for plain http on 127.0.0.1; 0 lets the system choose. Read at start only.
    pub port: u16,
    /// The first of four ports for https, one for each [`crate::Certificate`] in its order; 0 lets the system choose.
    /// Read at start only.
    pub tls_port: u16,
    /// What the platforms' own waits are multiplied by: retries of deliveries, the memory of idempotency keys, Fire's queue.
    pub time_scale: f64,
    /// Seconds that the header `Date` is ahead of this machine's clock; negative is behind.
    pub date_shift_seconds: i64,
    /// klikit.
    pub klikit: KlikitSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            port: 0,
            tls_port: 0,
            time_scale: 1.0,
            date_shift_seconds: 0,
            klikit: KlikitSettings::default(),
        }
    }
}

impl Settings {
    /// What every platform has, of one of them.
    pub fn common(&self, platform: Platform) -> &Common {
        match platform {
            Platform::Klikit | Platform::Fire | Platform::Atlas => &self.klikit.common,
        }
    }

    /// What every platform has, of one of them, to be changed.
    pub fn common_mut(&mut self, platform: Platform) -> &mut Common {
        match platform {
            Platform::Klikit | Platform::Fire | Platform::Atlas => &mut self.klikit.common,
        }
    }

    /// One of the platforms' waits, in milliseconds, as it is here.
    pub(crate) fn scaled(&self, milliseconds: u64) -> u64 {
        let wait = std::time::Duration::from_millis(milliseconds);
        let scale = if self.time_scale.is_finite() { self.time_scale.max(0.0) } else { 1.0 };
        let scaled = std::time::Duration::try_from_secs_f64(wait.as_secs_f64() * scale);
        scaled.map_or(u64::MAX, |wait| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX))
    }
}

/// What every platform has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Common {
    /// Whether the credential was revoked.
    pub revoked: bool,
    /// How many new orders arrive after each page of a list.
    pub arrive_per_page: u32,
    /// How many of the oldest open orders move a step on after each page of a list.
    pub advance_per_page: u32,
    /// A limit on requests; none by default, since no platform publishes figures.
    pub rate_limit: Option<RateLimit>,
}

/// So many requests in so long; one more is answered 429.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimit {
    /// Requests in each window.
    pub requests: u32,
    /// The window's length in milliseconds.
    pub window_ms: u64,
    /// The header of the 429.
    pub retry_after: RetryAfter,
}

/// klikit's settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KlikitSettings {
    /// What every platform has.
    pub common: Common,
    /// The words for errors.
    pub vocabulary: Vocabulary,
    /// The secrets that are accepted.
    pub accepted_secrets: AcceptedSecrets,
    /// The credential's scopes.
    pub scopes: Vec<String>,
    /// The status of a forbidden change of an order: 409 or 422. Not set: as the vocabulary has it.
    pub invalid_transition_status: Option<u16>,
    /// The form of `request_id`.
    pub request_ids: RequestIds,
    /// The largest page of orders.
    pub largest_page: u64,
    /// The SKUs that have a mapping.
    pub skus: Vec<String>,
    /// The path of the bulk availability; `PATCH`.
    pub bulk_availability_path: String,
    /// The path of a branch's visibility, the id as `{id}`; `PATCH`.
    pub branch_visibility_path: String,
    /// The path of a brand's visibility, the id as `{id}`; `PATCH`.
    pub brand_visibility_path: String,
    /// The path of the list of webhooks.
    pub webhooks_path: String,
}

impl Default for KlikitSettings {
    fn default() -> Self {
        Self {
            common: Common::default(),
            vocabulary: Vocabulary::Lower,
            accepted_secrets: AcceptedSecrets::Primary,
            scopes: texts(&[
                "brands:read",
                "menus:read",
                "menus:oos",
                "orders:read",
                "orders:write",
                "visibility:write",
                "webhooks:read",
            ]),
            invalid_transition_status: None,
            request_ids: RequestIds::Production,
            largest_page: 100,
            skus: texts(&["sku-42", "CBA001", "CR-01", "BUN-02"]),
            bulk_availability_path: "/items/availability".to_owned(),
            branch_visibility_path: "/branches/{id}/visibility".to_owned(),
            brand_visibility_path: "/brands/{id}/visibility".to_owned(),
            webhooks_path: "/webhooks".to_owned(),
        }
    }
}

/// klikit's two vocabularies for the same errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vocabulary {
    /// `auth_missing`, as on the reference pages.
    Lower,
    /// `MISSING_AUTH`, as on the page about errors.
    Upper,
}

/// Which of klikit's two secrets is accepted: before, during and after a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcceptedSecrets {
    /// The first only.
    Primary,
    /// Either.
    Both,
    /// The second only.
    Secondary,
}

/// klikit's forms of `request_id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestIds {
    /// 32 hex characters.
    Production,
    /// `req_` and a UUID.
    Development,
    /// None, as in one published example.
    Missing,
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

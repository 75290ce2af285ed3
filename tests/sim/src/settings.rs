//! How the simulator behaves where a contract leaves a choice, or states two. All of it can be changed while it runs.

use serde::{Deserialize, Serialize};

use crate::fault::RetryAfter;
use crate::mail::Family;
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
    /// Who is told of what happens to orders.
    pub webhooks: Vec<Webhook>,
    /// klikit.
    pub klikit: KlikitSettings,
    /// Fire.
    pub fire: FireSettings,
    /// Atlas.
    pub atlas: AtlasSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            port: 0,
            tls_port: 0,
            time_scale: 1.0,
            date_shift_seconds: 0,
            webhooks: Vec::new(),
            klikit: KlikitSettings::default(),
            fire: FireSettings::default(),
            atlas: AtlasSettings::default(),
        }
    }
}

impl Settings {
    /// What every platform has, of one of them.
    pub fn common(&self, platform: Platform) -> &Common {
        match platform {
            Platform::Klikit => &self.klikit.common,
            Platform::Fire => &self.fire.common,
            Platform::Atlas => &self.atlas.common,
        }
    }

    /// What every platform has, of one of them, to be changed.
    pub fn common_mut(&mut self, platform: Platform) -> &mut Common {
        match platform {
            Platform::Klikit => &mut self.klikit.common,
            Platform::Fire => &mut self.fire.common,
            Platform::Atlas => &mut self.atlas.common,
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

/// A receiver of deliveries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    /// Whose deliveries it receives.
    pub platform: Platform,
    /// Its address; plain http only.
    pub url: String,
    /// Of Fire's, which kind; the other platforms have one.
    #[serde(default)]
    pub family: Family,
    /// The types of events it receives; empty is all.
    #[serde(default)]
    pub events: Vec<String>,
    /// How many times each delivery is sent; 0 counts as 1.
    #[serde(default)]
    pub copies: u32,
}

impl Webhook {
    /// A receiver of everything, of Fire's Integration Flows.
    pub fn new(platform: Platform, url: impl Into<String>) -> Self {
        Self { platform, url: url.into(), family: Family::Flow, events: Vec::new(), copies: 1 }
    }

    pub(crate) fn wants(&self, platform: Platform, family: Option<Family>, event: &str) -> bool {
        self.platform == platform
            && family.is_none_or(|family| family == self.family)
            && (self.events.is_empty() || self.events.iter().any(|wanted| wanted == event))
    }
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
    /// Whether each attempt of a delivery has an id of its own; otherwise one id stays.
    pub event_id_per_attempt: bool,
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
            event_id_per_attempt: false,
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

/// Fire's settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FireSettings {
    /// What every platform has.
    pub common: Common,
    /// The API key's scopes.
    pub scopes: Vec<String>,
    /// Seconds that an access token of the v4 API lasts.
    pub token_seconds: u64,
    /// The answer to the report of a kitchen.
    pub kds_answer: KdsAnswer,
    /// Milliseconds until a report is processed, before scaling; the first half it is `queued`, then `processing`.
    pub queue_ms: u64,
    /// A code by which every cancellation is refused, such as `BUSINESS_DAY_CLOSED`; empty for none.
    pub cancellation_refused: String,
    /// References that fit more than one order.
    pub ambiguous_references: Vec<String>,
    /// The header `X-Heartbeat-Interval`, in seconds.
    pub heartbeat_seconds: u64,
    /// How many times a delivery of an Integration Flow is tried again: 0 to 5; Fire's default is 0.
    pub flow_retries: u32,
    /// Whether `_meta.attempt` counts attempts; otherwise the body stays as it was.
    pub attempts_are_counted: bool,
}

impl Default for FireSettings {
    fn default() -> Self {
        Self {
            common: Common::default(),
            scopes: texts(&[
                "webhooks:kds",
                "webhooks:aggregator",
                "orders:read",
                "orders:write",
                "store:read",
                "channels:read",
                "component-health:write",
            ]),
            token_seconds: 3_600,
            kds_answer: KdsAnswer::Current,
            queue_ms: 2_000,
            cancellation_refused: String::new(),
            ambiguous_references: Vec::new(),
            heartbeat_seconds: 300,
            flow_retries: 0,
            attempts_are_counted: true,
        }
    }
}

/// The two generations of Fire's answer to the report of a kitchen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KdsAnswer {
    /// With `webhookEventId`; errors as `{success, error, message}`.
    Current,
    /// `eventId` is the record's id; errors as `{error: {code, message}}`.
    Earlier,
}

/// Atlas's settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AtlasSettings {
    /// What every platform has.
    pub common: Common,
    /// The form of an error.
    pub errors: AtlasErrors,
    /// The status of an order that was created.
    pub created_status: u16,
    /// Whether a second order with the same `external_order_id` is refused.
    pub external_ids_are_unique: bool,
    /// The status that a change of an order is answered with; 2xx changes the members that the order has.
    pub change_status: u16,
    /// How deliveries prove who sent them.
    pub webhook_proof: AtlasProof,
    /// Whether deliveries have the envelope of the first generation.
    pub enveloped: bool,
}

impl Default for AtlasSettings {
    fn default() -> Self {
        Self {
            common: Common::default(),
            errors: AtlasErrors::Hash,
            created_status: 200,
            external_ids_are_unique: false,
            change_status: 422,
            webhook_proof: AtlasProof::Bearer,
            enveloped: false,
        }
    }
}

/// Atlas's two forms of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtlasErrors {
    /// `details`: a list of fields with messages.
    Details,
    /// `error_hash`: messages by field.
    Hash,
}

/// Atlas's two ways to prove who sends a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtlasProof {
    /// `Authorization: Bearer`.
    Bearer,
    /// A header of this name.
    Header(String),
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

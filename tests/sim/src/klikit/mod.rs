//! klikit's Partner API, as <https://developer.klikit.io/partner-api> publishes it.

mod catalogue;
mod items;
mod memory;
mod order;
mod orders;
mod refusal;
mod status;

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::context::{Call, Context};
use crate::credentials::Credentials;
use crate::http::Answer;
use crate::journal::sha256;
use crate::platform::Platform;
use crate::settings::{AcceptedSecrets, KlikitSettings, RequestIds, Settings};
use crate::shelf::Shelf;
use crate::step::{Step, StepError};
use memory::Memory;
use order::Order;
use refusal::Refusal;

/// What klikit keeps.
pub(crate) struct Klikit {
    orders: Shelf<Order>,
    memory: Memory,
    /// Whether an item is available, by SKU; absent is available.
    unavailable: HashMap<String, bool>,
    answered: u64,
}

/// The answer's `data`, or why there is none.
type Reply = Result<Value, Refusal>;

impl Klikit {
    pub(crate) fn new() -> Self {
        let mut orders = Shelf::default();
        orders.add(Order::sample());
        Self { orders, memory: Memory::default(), unavailable: HashMap::new(), answered: 0 }
    }

    pub(crate) fn handle(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Answer {
        let settings = &context.settings.klikit;
        let reply = authenticate(call, settings).and_then(|()| self.route(call, context));
        match reply {
            Ok(Done::Data(data)) => self.success(settings, data),
            Ok(Done::Remembered(answer)) => answer,
            Err(refusal) => self.refuse(context.settings, &refusal),
        }
    }

    /// What klikit, or the gateway before it, answers when something is wrong on that side.
    pub(crate) fn error(&mut self, settings: &Settings, status: u16) -> Answer {
        match status {
            429 => self.refuse(settings, &Refusal::TooMany),
            500 => self.refuse(settings, &Refusal::Internal),
            502 => self.refuse(settings, &Refusal::Downstream),
            _ => Answer::new(status, "text/plain", b"upstream request failed\n".to_vec()),
        }
    }

    pub(crate) fn place(&mut self, at: i64) -> String {
        let number = self.orders.len();
        self.orders.add(Order::new(number, at));
        order::id(number).to_string()
    }

    pub(crate) fn advance(
        &mut self,
        order: &str,
        step: Step,
        context: &Context<'_>,
    ) -> Result<(), StepError> {
        let number = order::number(order).ok_or(StepError::UnknownOrder)?;
        let record = self.orders.get_mut(number).ok_or(StepError::UnknownOrder)?;
        record.step(step, context.now).ok_or(StepError::NotPossible)
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        self.orders.newest_first().map(|(number, _)| order::id(number).to_string()).collect()
    }

    fn route(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Result<Done, Refusal> {
        let settings = &context.settings.klikit;
        let segments: Vec<_> = call.segments.iter().map(String::as_str).collect();
        let reply = match (call.head.method.as_str(), segments.as_slice()) {
            ("GET", ["brands"]) => scope(settings, "brands:read").and_then(|()| catalogue::brands()),
            ("GET", ["branches"]) => scope(settings, "brands:read").and_then(|()| catalogue::branches(call)),
            ("GET", ["menus"]) => scope(settings, "menus:read").and_then(|()| catalogue::menus(call)),
            ("GET", ["providers"]) => catalogue::providers(),
            ("GET", ["orders"]) => scope(settings, "orders:read").and_then(|()| self.list(call, context)),
            ("GET", ["orders", "count"]) => {
                scope(settings, "orders:read").and_then(|()| Self::count(call, context))
            }
            ("GET", ["orders", "statuses"]) => catalogue::statuses(),
            ("GET", ["orders", "fulfillment-statuses"]) => catalogue::fulfilment_statuses(),
            ("GET", ["orders", "order-types"]) => catalogue::order_types(),
            ("GET", ["orders", id]) => scope(settings, "orders:read").and_then(|()| self.one(id)),
            ("PATCH", ["orders", id, "status"]) => {
                scope(settings, "orders:write")?;
                let key = call.idempotency_key().ok_or(Refusal::MissingKey)?;
                return self.once(Some(key), call, context, |klikit, context| {
                    klikit.change_status(id, call, context)
                });
            }
            ("GET", _) if call.path == settings.webhooks_path => {
                scope(settings, "webhooks:read").and_then(|()| catalogue::webhooks(context.settings))
            }
            ("PATCH", _) => return self.route_items(&segments, call, context),
            _ => Err(Refusal::NotFound),
        };
        reply.map(Done::Data)
    }

    /// Carries a write out at most once for a key: see [`memory`].
    fn once(
        &mut self,
        key: Option<&str>,
        call: &Call<'_>,
        context: &mut Context<'_>,
        write: impl FnOnce(&mut Self, &mut Context<'_>) -> Reply,
    ) -> Result<Done, Refusal> {
        let Some(key) = key else { return write(self, context).map(Done::Data) };
        let keep = context.settings.scaled(memory::KEPT_MS);
        if let Some(answer) = self.memory.recall(key, call, context.at_ms, keep)? {
            return Ok(Done::Remembered(answer));
        }
        let data = write(self, context)?;
        let answer = self.success(&context.settings.klikit, data);
        self.memory.remember(key, call, context.at_ms, answer.clone());
        Ok(Done::Remembered(answer))
    }

    fn success(&mut self, settings: &KlikitSettings, data: Value) -> Answer {
        let mut body = json!({});
        self.identify(settings, &mut body);
        body["data"] = data;
        Answer::json(200, &body)
    }

    fn refuse(&mut self, settings: &Settings, refusal: &Refusal) -> Answer {
        let (status, error) = refusal.told(&settings.klikit);
        let mut body = json!({});
        self.identify(&settings.klikit, &mut body);
        body["error"] = error;
        Answer::json(status, &body)
    }

    /// Adds the next `request_id`.
    fn identify(&mut self, settings: &KlikitSettings, body: &mut Value) {
        self.answered = self.answered.wrapping_add(1);
        let hex = sha256(&self.answered.to_be_bytes());
        let part = |from, to| hex.get(from..to).unwrap_or_default();
        match settings.request_ids {
            RequestIds::Production => body["request_id"] = part(0, 32).into(),
            RequestIds::Development => {
                let uuid = [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-");
                body["request_id"] = format!("req_{uuid}").into();
            }
            RequestIds::Missing => {}
        }
    }
}

/// What a route came to.
enum Done {
    /// To be wrapped and answered.
    Data(Value),
    /// An answer as it was, or will be, given to every repeat.
    Remembered(Answer),
}

/// <https://developer.klikit.io/partner-api/authentication>: HTTP Basic with key and secret.
fn authenticate(call: &Call<'_>, settings: &KlikitSettings) -> Result<(), Refusal> {
    let header = call.head.header("authorization").ok_or(Refusal::AuthMissing)?;
    let encoded = header.strip_prefix("Basic ").ok_or(Refusal::AuthMissing)?;
    let decoded = STANDARD.decode(encoded.trim()).map_err(|_| Refusal::AuthMissing)?;
    let text = String::from_utf8(decoded).map_err(|_| Refusal::AuthMissing)?;
    let (key, secret) = text.split_once(':').ok_or(Refusal::AuthMissing)?;
    let known = Credentials::of(Platform::Klikit);
    let accepted = match settings.accepted_secrets {
        AcceptedSecrets::Primary => secret == known.get("secret"),
        AcceptedSecrets::Secondary => secret == known.get("secondary_secret"),
        AcceptedSecrets::Both => secret == known.get("secret") || secret == known.get("secondary_secret"),
    };
    if key != known.get("key") || !accepted {
        return Err(Refusal::AuthInvalid);
    }
    if settings.common.revoked { Err(Refusal::Revoked) } else { Ok(()) }
}

fn scope(settings: &KlikitSettings, wanted: &'static str) -> Result<(), Refusal> {
    if settings.scopes.iter().any(|scope| scope == wanted) {
        Ok(())
    } else {
        Err(Refusal::ScopeMissing(wanted))
    }
}

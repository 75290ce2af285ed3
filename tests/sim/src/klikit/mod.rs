//! klikit's Partner API, as <https://developer.klikit.io/partner-api> publishes it.

mod catalogue;
mod items;
mod memory;
mod order;
mod orders;
mod refusal;
mod status;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::context::{Call, Context};
use crate::credentials::Credentials;
use crate::http::Answer;
use crate::journal::uuid;
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
    answered: u64,
}

/// The answer's `data` as JSON text, or why there is none.
type Reply = Result<String, Refusal>;

const CREATED: &str = "klikit.order.created.v2";
const STATUS_UPDATED: &str = "klikit.order.status.updated";
const CART_UPDATED: &str = "klikit.order.cart.updated";
const EVENTS: [&str; 3] = [CREATED, STATUS_UPDATED, CART_UPDATED];

impl Klikit {
    pub(crate) fn new() -> Self {
        let mut orders = Shelf::default();
        orders.add(Order::sample());
        Self { orders, memory: Memory::default(), answered: 0 }
    }

    pub(crate) fn handle(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Answer {
        let settings = &context.settings.klikit;
        let reply = authenticate(call, settings).and_then(|()| self.route(call, context));
        match reply {
            Ok(Done::Data(data)) => self.success(settings, &data),
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

    pub(crate) fn place(&mut self, at: i64, context: &mut Context<'_>) -> String {
        let number = self.orders.add(Order::new(self.orders.len(), at));
        self.announce(number, CREATED, context);
        order::id(number).to_string()
    }

    pub(crate) fn advance(
        &mut self,
        order: &str,
        step: Step,
        context: &mut Context<'_>,
    ) -> Result<(), StepError> {
        let number = order::number(order).ok_or(StepError::UnknownOrder)?;
        let record = self.orders.get_mut(number).ok_or(StepError::UnknownOrder)?;
        record.step(step, context.now).ok_or(StepError::NotPossible)?;
        self.announce(number, STATUS_UPDATED, context);
        Ok(())
    }

    pub(crate) fn send(&self, order: &str, kind: &str, context: &mut Context<'_>) -> Result<(), StepError> {
        let number = order::number(order).filter(|&number| self.orders.get(number).is_some());
        let kind = EVENTS.into_iter().find(|known| *known == kind).ok_or(StepError::NotPossible)?;
        self.announce(number.ok_or(StepError::UnknownOrder)?, kind, context);
        Ok(())
    }

    pub(crate) fn order(&self, order: &str) -> Option<String> {
        let number = order::number(order)?;
        Some(self.orders.get(number)?.whole(number))
    }

    fn announce(&self, number: usize, kind: &'static str, context: &mut Context<'_>) {
        let Some(order) = self.orders.get(number) else { return };
        let id = order::id(number).to_string();
        let told = context.mail.told();
        context.announce(Platform::Klikit, None, kind, &id, || {
            (uuid(&format!("klikit {told}")), order.delivered(number))
        });
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        self.orders.newest_first().map(|(number, _)| order::id(number).to_string()).collect()
    }

    fn route(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Result<Done, Refusal> {
        let settings = &context.settings.klikit;
        let segments: Vec<_> = call.segments.iter().map(String::as_str).collect();
        let reply = match (call.head.method.as_str(), segments.as_slice()) {
            ("GET", ["brands"]) => scope(settings, "brands:read").map(|()| catalogue::brands()),
            ("GET", ["branches"]) => scope(settings, "brands:read").and_then(|()| catalogue::branches(call)),
            ("GET", ["menus"]) => scope(settings, "menus:read").and_then(|()| catalogue::menus(call)),
            ("GET", ["providers"]) => Ok(catalogue::providers()),
            ("GET", ["orders"]) => scope(settings, "orders:read").and_then(|()| self.list(call, context)),
            ("GET", ["orders", "count"]) => {
                scope(settings, "orders:read").and_then(|()| Self::count(call, context))
            }
            ("GET", ["orders", "statuses"]) => Ok(catalogue::statuses()),
            ("GET", ["orders", "fulfillment-statuses"]) => Ok(catalogue::fulfilment_statuses()),
            ("GET", ["orders", "order-types"]) => Ok(catalogue::order_types()),
            ("GET", ["orders", id]) => scope(settings, "orders:read").and_then(|()| self.one(id)),
            ("PATCH", ["orders", id, "status"]) => {
                scope(settings, "orders:write")?;
                let key = call.idempotency_key().ok_or(Refusal::MissingKey)?;
                return self.once(Some(key), call, context, |klikit, context| {
                    klikit.change_status(id, call, context)
                });
            }
            ("GET", _) if call.path == settings.webhooks_path => {
                scope(settings, "webhooks:read").map(|()| catalogue::webhooks(context.settings))
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
        let answer = self.success(&context.settings.klikit, &data);
        self.memory.remember(key, call, context.at_ms, answer.clone());
        Ok(Done::Remembered(answer))
    }

    fn success(&mut self, settings: &KlikitSettings, data: &str) -> Answer {
        let body = match self.request_id(settings) {
            Some(id) => format!("{{\"request_id\":\"{id}\",\"data\":{data}}}"),
            None => format!("{{\"data\":{data}}}"),
        };
        Answer::new(200, "application/json", body.into_bytes())
    }

    fn refuse(&mut self, settings: &Settings, refusal: &Refusal) -> Answer {
        let (status, error) = refusal.told(&settings.klikit);
        let body = match self.request_id(&settings.klikit) {
            Some(id) => json!({ "request_id": id, "error": error }),
            None => json!({ "error": error }),
        };
        Answer::json(status, &body)
    }

    /// The next one.
    fn request_id(&mut self, settings: &KlikitSettings) -> Option<String> {
        self.answered = self.answered.wrapping_add(1);
        let id = uuid(&format!("klikit answer {}", self.answered));
        match settings.request_ids {
            RequestIds::Production => Some(id.replace('-', "")),
            RequestIds::Development => Some(format!("req_{id}")),
            RequestIds::Missing => None,
        }
    }
}

/// What a route came to.
enum Done {
    /// To be wrapped and answered.
    Data(String),
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

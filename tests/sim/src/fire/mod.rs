//! Fire's APIs, as <https://docs.fire.rest> publishes them.

mod access;
mod aggregator;
mod cancel;
mod device;
mod events;
mod kitchen;
mod order;
mod orders;
mod payment;
mod queue;
mod refusal;
mod stores;

use serde_json::Value;

use crate::context::{Call, Context};
use crate::http::Answer;
use crate::platform::Platform;
use crate::shelf::Shelf;
use crate::step::{Step, StepError};
use access::Tokens;
use order::Order;
use queue::Queue;
use refusal::{Refusal, Style};

/// What Fire keeps.
pub(crate) struct Fire {
    orders: Shelf<Order>,
    tokens: Tokens,
    queue: Queue,
    traces: u64,
}

type Reply = Result<Answer, Refusal>;

impl Fire {
    pub(crate) fn new() -> Self {
        let mut orders = Shelf::default();
        orders.add(Order::sample());
        Self { orders, tokens: Tokens::default(), queue: Queue::default(), traces: 0 }
    }

    pub(crate) fn handle(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Answer {
        let segments: Vec<_> = call.segments.iter().map(String::as_str).collect();
        let (style, reply) = self.route(&segments, call, context);
        reply.unwrap_or_else(|refusal| refusal.told(style))
    }

    /// What Fire, or the gateway before it, answers when something is wrong on that side.
    pub(crate) fn error(path: &str, status: u16) -> Answer {
        let refusal = match status {
            429 => Refusal::TooMany,
            500 => Refusal::Internal,
            503 => Refusal::Unavailable,
            _ => return Answer::new(status, "text/plain", b"upstream request failed\n".to_vec()),
        };
        refusal.told(Style::of_path(path))
    }

    pub(crate) fn place(&mut self, at: i64, context: &mut Context<'_>) -> String {
        let number = self.orders.add(Order::at(at));
        self.announce(number, events::OPENED, context);
        order::id(number)
    }

    pub(crate) fn advance(
        &mut self,
        order: &str,
        step: Step,
        context: &mut Context<'_>,
    ) -> Result<(), StepError> {
        let number = self.number(order).ok_or(StepError::UnknownOrder)?;
        let record = self.orders.get_mut(number).ok_or(StepError::UnknownOrder)?;
        let kind = record.step(step, context.now).ok_or(StepError::NotPossible)?;
        self.announce(number, kind, context);
        Ok(())
    }

    pub(crate) fn send(&self, order: &str, kind: &str, context: &mut Context<'_>) -> Result<(), StepError> {
        let number = self.number(order).ok_or(StepError::UnknownOrder)?;
        let kind = events::ALL.into_iter().find(|known| *known == kind).ok_or(StepError::NotPossible)?;
        self.tell(number, kind, context);
        Ok(())
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        self.orders.newest_first().map(|(number, _)| order::id(number)).collect()
    }

    pub(crate) fn order(&self, order: &str) -> Option<String> {
        let number = self.number(order)?;
        Some(self.orders.get(number)?.read(number))
    }

    /// The number of the order of this id.
    fn number(&self, id: &str) -> Option<usize> {
        order::number(id).filter(|&number| number < self.orders.len())
    }

    /// The order that a reference means: Fire's id, the id that the channel gave, or `metadata.order_id`, which is here the
    /// order's code.
    fn find(&self, reference: &str, context: &Context<'_>) -> Result<usize, Refusal> {
        if context.settings.fire.ambiguous_references.iter().any(|known| known == reference) {
            return Err(Refusal::Ambiguous(reference.to_owned()));
        }
        let candidates =
            [order::number(reference), order::external_number(reference), order::code_number(reference)];
        let found = candidates.into_iter().flatten().find(|&number| number < self.orders.len());
        found.ok_or_else(|| Refusal::NotFound(format!("Order not found with ID {reference}")))
    }

    /// Each endpoint with the style in which its page shows errors.
    fn route(&mut self, segments: &[&str], call: &Call<'_>, context: &mut Context<'_>) -> (Style, Reply) {
        let style = Style::of_path(call.path);
        let reply = match (call.head.method.as_str(), segments) {
            ("POST", ["api", "authentication", "login"]) => self.tokens.login(call, context),
            ("POST", ["api", "v1", "webhooks", "kds", "order-status"]) => {
                let style = kitchen::style(context);
                return (style, self.report_kitchen(call, context));
            }
            ("POST", ["api", "v1", "webhooks", "aggregators", "order-status"]) => {
                self.report_delivery(call, context)
            }
            ("GET", ["api", "v1", "webhooks", "events", id]) => self.outcome(id, call, context),
            ("GET", ["api", "v1", "fire", "external", "orders"]) => self.list(call, context),
            ("GET", ["api", "v1", "fire", "external", "orders", reference]) => {
                self.one(reference, call, context)
            }
            ("GET", ["api", "v1", "fire", "external", "stores"]) => stores::list(call, context),
            ("GET", ["api", "v1", "fire", "external", "stores", id]) => stores::one(id, call, context),
            ("POST", ["api", "v1", "fire", "external", "component-health"]) => device::beat(call, context),
            ("GET", ["api", "v1", "external", "channels", "config"]) => stores::channels(call, context),
            ("GET", ["api", "v1", "external", "orders", reference, "cancellation-eligibility"]) => {
                self.eligibility(reference, call, context)
            }
            ("POST", ["api", "v1", "adapters", "xmart", "stores", "orders", id, "cancel"]) => {
                self.cancel(id, call, context)
            }
            (
                "POST",
                ["api", "v1", "adapters", "xmart", "stores", "orders", reference, "confirm-payment"],
            ) => self.confirm_payment(reference, call, context),
            ("POST", ["api", "v4", "integrations", "sales", "aggregator", "orders", id, "refund"]) => {
                self.refund(id, call, context)
            }
            _ => Err(Refusal::NotFound("Not found".to_owned())),
        };
        (style, reply)
    }

    /// An identifier for support, as v4 gives one.
    fn trace(&mut self) -> String {
        self.traces = self.traces.saturating_add(1);
        crate::journal::sha256(&self.traces.to_be_bytes()).get(..16).unwrap_or_default().to_owned()
    }
}

/// A member of the body that is a text with something in it.
fn text<'a>(body: &'a Value, name: &'static str) -> Result<&'a str, Refusal> {
    let found = body[name].as_str().filter(|text| !text.is_empty());
    found.ok_or_else(|| Refusal::Invalid(format!("{name} is required")))
}

/// A member of the body that is a time.
fn time(body: &Value, name: &'static str) -> Result<i64, Refusal> {
    let text = text(body, name)?;
    crate::clock::parse(text).ok_or_else(|| Refusal::Invalid(format!("{name} must be an ISO 8601 date-time")))
}

fn body(call: &Call<'_>) -> Result<Value, Refusal> {
    call.json()
        .filter(Value::is_object)
        .ok_or_else(|| Refusal::Invalid("the body must be a JSON object".to_owned()))
}

/// Notes a write.
fn act(context: &mut Context<'_>, order: impl Into<String>, action: &str, key: &str) {
    context.act(Platform::Fire, order, action, Some(key));
}

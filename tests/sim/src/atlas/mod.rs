//! Atlas's admin API, as <https://help.atlas.kitchen/connect> and its predecessors publish it.

mod catalogue;
mod order;
mod orders;
mod refusal;

use serde_json::Value;

use crate::context::{Call, Context};
use crate::credentials::Credentials;
use crate::http::Answer;
use crate::platform::Platform;
use crate::settings::Settings;
use crate::shelf::Shelf;
use crate::step::{Step, StepError};
use order::Order;
use refusal::Refusal;

const CREATED: &str = "order.created";
const UPDATED: &str = "order.updated";
const EVENTS: [&str; 6] =
    [CREATED, UPDATED, "order.confirmed", "order.dispatched", "order.completed", "order.cancelled"];

/// What Atlas keeps.
pub(crate) struct Atlas {
    orders: Shelf<Order>,
}

/// The answer's status and document, or why there is none.
type Reply = Result<(u16, Value), Refusal>;

impl Atlas {
    pub(crate) fn new() -> Self {
        let mut orders = Shelf::default();
        orders.add(Order::sample());
        Self { orders }
    }

    pub(crate) fn handle(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Answer {
        let reply = authenticate(call, context.settings).and_then(|()| self.route(call, context));
        match reply {
            Ok((status, document)) => Answer::json(status, &document),
            Err(refusal) => refusal.told(context.settings.atlas.errors),
        }
    }

    /// What Atlas, or the gateway before it, answers when something is wrong on that side.
    pub(crate) fn error(settings: &Settings, status: u16) -> Answer {
        match status {
            500 => Refusal::Server.told(settings.atlas.errors),
            _ => Answer::new(status, "text/plain", b"upstream request failed\n".to_vec()),
        }
    }

    pub(crate) fn place(&mut self, at: i64, context: &mut Context<'_>) -> String {
        let number = self.orders.add(Order::at(at));
        self.announce(number, CREATED, context);
        order::id(number).to_string()
    }

    pub(crate) fn advance(
        &mut self,
        order: &str,
        step: Step,
        context: &mut Context<'_>,
    ) -> Result<(), StepError> {
        let number = self.number(order).ok_or(StepError::UnknownOrder)?;
        let record = self.orders.get_mut(number).ok_or(StepError::UnknownOrder)?;
        let event = record.step(step, context.now).ok_or(StepError::NotPossible)?;
        self.announce(number, event, context);
        Ok(())
    }

    pub(crate) fn send(&self, order: &str, kind: &str, context: &mut Context<'_>) -> Result<(), StepError> {
        let number = self.number(order).ok_or(StepError::UnknownOrder)?;
        let kind = EVENTS.into_iter().find(|known| *known == kind).ok_or(StepError::NotPossible)?;
        self.announce(number, kind, context);
        Ok(())
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        self.orders.newest_first().map(|(number, _)| order::id(number).to_string()).collect()
    }

    pub(crate) fn order(&self, order: &str) -> Option<String> {
        let number = self.number(order)?;
        Some(self.orders.get(number)?.read(number).to_string())
    }

    fn number(&self, id: &str) -> Option<usize> {
        order::number(id).filter(|&number| number < self.orders.len())
    }

    fn announce(&self, number: usize, kind: &'static str, context: &mut Context<'_>) {
        let Some(order) = self.orders.get(number) else { return };
        let (enveloped, now) = (context.settings.atlas.enveloped, context.now);
        context.announce(Platform::Atlas, None, kind, &order::id(number).to_string(), || {
            (String::new(), order.event(number, kind, enveloped, now).to_string())
        });
    }

    fn route(&mut self, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
        let segments: Vec<_> = call.segments.iter().map(String::as_str).collect();
        match (call.head.method.as_str(), segments.as_slice()) {
            ("POST", ["outlets", outlet, "channels", channel, "orders"]) => {
                self.create(outlet, channel, call, context)
            }
            ("GET", ["orders", "identifier", identifier]) => self.by_identifier(identifier),
            ("GET", ["orders", id]) => self.by_id(id),
            ("PATCH", ["orders", id]) => self.change(id, call, context),
            ("GET", ["outlets", outlet, "serving_dates", date, "stocks"]) => catalogue::stocks(outlet, date),
            ("GET", ["menus"]) => Ok(catalogue::menus()),
            ("GET", ["menus", id]) => catalogue::menu(id),
            _ => Err(Refusal::NotFound),
        }
    }
}

/// <https://help.atlas.kitchen/connect/admin-api/authentication>
fn authenticate(call: &Call<'_>, settings: &Settings) -> Result<(), Refusal> {
    let known = Credentials::of(Platform::Atlas);
    if call.head.header("x-api-key") != Some(known.get("api_key")) || settings.atlas.common.revoked {
        return Err(Refusal::KeyWrong);
    }
    if call.head.header("x-merchant-id") == Some(known.get("merchant_id")) {
        Ok(())
    } else {
        Err(Refusal::MerchantWrong)
    }
}

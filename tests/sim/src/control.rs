//! Telling the simulator what to do over HTTP, under `/_sim/`: see the README for one line of curl each.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock;
use crate::context::Call;
use crate::fault::{Fault, Filter};
use crate::http::Answer;
use crate::mail::Release;
use crate::platform::Platform;
use crate::settings::Settings;
use crate::state::State;
use crate::step::{Step, StepError};

/// What all of its paths begin with.
pub(crate) const BASE: &str = "/_sim/";

/// The answer's document, or the status and why there is none.
type Reply = Result<Value, (u16, String)>;

/// Does what a request asks for.
pub(crate) fn handle(state: &mut State, call: &Call<'_>, at_ms: u64) -> Answer {
    let segments: Vec<_> = call.segments.iter().map(String::as_str).collect();
    let reply = match (call.head.method.as_str(), segments.as_slice()) {
        ("GET", ["log"]) => shown(&state.journal.entries),
        ("GET", ["actions"]) => shown(&state.journal.actions),
        ("GET", ["deliveries"]) => shown(&state.journal.deliveries),
        ("GET", ["settings"]) => shown(&state.settings),
        ("GET", ["orders", platform]) => known(platform).map(|platform| json!(state.order_ids(platform))),
        ("GET", ["orders", platform, id]) => order(state, platform, id),
        ("POST", ["settings"]) => change_settings(state, call),
        ("POST", ["fault"]) => read(call).map(|wanted: WantedFault| fault(state, wanted)),
        ("POST", ["orders"]) => read(call).map(|wanted: WantedOrders| orders(state, &wanted, at_ms)),
        ("POST", ["step"]) => read(call).and_then(|wanted: WantedStep| step(state, &wanted, at_ms)),
        ("POST", ["webhook"]) => read(call).and_then(|wanted: WantedWebhook| webhook(state, &wanted, at_ms)),
        ("POST", ["reset"]) => {
            *state = State::new(state.settings.clone());
            Ok(json!({}))
        }
        _ => Err((404, "there is nothing here; see the README".to_owned())),
    };
    match reply {
        Ok(document) => Answer::json(200, &document),
        Err((status, why)) => Answer::json(status, &json!({ "error": why })),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WantedFault {
    /// Nothing forgets those that are still to come.
    fault: Option<Fault>,
    #[serde(default)]
    filter: Filter,
    #[serde(default = "once")]
    times: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WantedOrders {
    platform: Platform,
    #[serde(default = "one")]
    count: usize,
    /// Unix milliseconds; now, if it is left out.
    first_ms: Option<i64>,
    #[serde(default)]
    step_ms: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WantedStep {
    platform: Platform,
    order: String,
    step: Step,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum WantedWebhook {
    Send { platform: Platform, order: String, event: String },
    Repeat { delivery: u64 },
    Hold {},
    Release(Release),
}

fn order(state: &State, platform: &str, id: &str) -> Reply {
    let text = state.order(known(platform)?, id).ok_or((404, "the platform has no such order".to_owned()))?;
    serde_json::from_str(&text).map_err(|error| (500, error.to_string()))
}

/// What the body has replaces what is set; objects are merged, member by member.
fn change_settings(state: &mut State, call: &Call<'_>) -> Reply {
    let wanted: Value = read(call)?;
    let mut merged = shown(&state.settings)?;
    merge(&mut merged, wanted);
    let settings: Settings = serde_json::from_value(merged).map_err(|error| (400, error.to_string()))?;
    state.settings = settings;
    shown(&state.settings)
}

fn fault(state: &mut State, wanted: WantedFault) -> Value {
    match wanted.fault {
        Some(fault) => state.faults.add(fault, wanted.filter, wanted.times),
        None => state.faults.clear(),
    }
    json!({})
}

fn orders(state: &mut State, wanted: &WantedOrders, at_ms: u64) -> Value {
    let first = wanted.first_ms.unwrap_or_else(clock::now);
    json!(state.place(wanted.platform, wanted.count, first, wanted.step_ms, at_ms))
}

fn step(state: &mut State, wanted: &WantedStep, at_ms: u64) -> Reply {
    let done = state.advance(wanted.platform, &wanted.order, wanted.step, at_ms);
    done.map(|()| json!({})).map_err(step_error)
}

fn webhook(state: &mut State, wanted: &WantedWebhook, at_ms: u64) -> Reply {
    match wanted {
        WantedWebhook::Send { platform, order, event } => {
            state.send(*platform, order, event, at_ms).map_err(step_error)?;
        }
        WantedWebhook::Repeat { delivery } if !state.mail.repeat(*delivery, at_ms) => {
            return Err((404, "nothing was sent under this number".to_owned()));
        }
        WantedWebhook::Repeat { .. } => {}
        WantedWebhook::Hold {} => state.mail.hold(),
        WantedWebhook::Release(release) => state.mail.release(*release),
    }
    Ok(json!({}))
}

fn step_error(error: StepError) -> (u16, String) {
    let status = if error == StepError::UnknownOrder { 404 } else { 409 };
    (status, error.to_string())
}

fn known(platform: &str) -> Result<Platform, (u16, String)> {
    Platform::named(platform).ok_or((404, "the platforms are klikit, fire and atlas".to_owned()))
}

fn read<T: serde::de::DeserializeOwned>(call: &Call<'_>) -> Result<T, (u16, String)> {
    serde_json::from_slice(call.body).map_err(|error| (400, error.to_string()))
}

fn shown(value: &impl serde::Serialize) -> Reply {
    serde_json::to_value(value).map_err(|error| (500, error.to_string()))
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}

const fn once() -> u32 {
    1
}

const fn one() -> usize {
    1
}

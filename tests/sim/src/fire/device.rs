//! Heartbeats of tills, kiosks and kitchen displays. <https://docs.fire.rest/en/api-reference/component-health>

use super::{Refusal, Reply, access, act, body, stores, text};
use crate::clock;
use crate::context::{Call, Context};
use crate::http::Answer;

const REASONS: [&str; 5] =
    ["printer_down", "pinpad_down", "backend_unreachable", "queue_backlog", "peripheral_other"];

/// `POST /api/v1/fire/external/component-health`
pub(super) fn beat(call: &Call<'_>, context: &mut Context<'_>) -> Reply {
    access::allow(call, context, "component-health:write")?;
    let body = body(call)?;
    let invalid = |why: &str| Err(Refusal::Invalid(why.to_owned()));
    if !["kiosk", "kds_station", "pos"].contains(&text(&body, "componentType")?) {
        return invalid("componentType must be kiosk, kds_station or pos");
    }
    let component = text(&body, "componentId")?;
    if component.chars().count() > 120 {
        return invalid("componentId must have 1 to 120 characters");
    }
    if !stores::has(text(&body, "storeId")?) {
        return invalid("storeId is not one of this vendor's");
    }
    let status = text(&body, "status")?;
    if !["online", "degraded"].contains(&status) {
        return invalid("status must be online or degraded");
    }
    for name in ["sentAt", "offlineSince"] {
        if !body[name].is_null() && body[name].as_str().and_then(clock::parse).is_none() {
            return invalid("sentAt and offlineSince must be ISO 8601 date-times with offset");
        }
    }
    if !body["intervalSeconds"].is_null()
        && !body["intervalSeconds"].as_u64().is_some_and(|seconds| (60..=86_400).contains(&seconds))
    {
        return invalid("intervalSeconds must be 60 to 86400");
    }
    if !body["degradedReason"].is_null()
        && !body["degradedReason"].as_str().is_some_and(|reason| REASONS.contains(&reason))
    {
        return invalid("degradedReason is not known");
    }
    act(context, format!("component:{component}"), status, body["sentAt"].as_str().unwrap_or_default());
    Ok(Answer::empty(204).with("X-Heartbeat-Interval", context.settings.fire.heartbeat_seconds.to_string()))
}

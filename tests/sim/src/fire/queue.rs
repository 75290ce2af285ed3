//! Reports that Fire took in, and what became of them.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{Fire, Refusal, Reply, access};
use crate::clock;
use crate::context::{Call, Context};
use crate::http::Answer;
use crate::journal::uuid;

/// Reports by what tells a repeat.
#[derive(Default)]
pub(super) struct Queue(HashMap<String, Report>);

/// A report.
pub(super) struct Report {
    id: String,
    source: &'static str,
    kind: String,
    received: i64,
    received_ms: u64,
    result: Value,
}

impl Queue {
    /// The report with this key, if it came before.
    pub(super) fn seen(&self, key: &str) -> Option<&Report> {
        self.0.get(key)
    }

    /// Takes a report in. The order moves at once; what became of it is told after a while.
    pub(super) fn take(
        &mut self,
        key: String,
        source: &'static str,
        kind: &str,
        result: Value,
        context: &Context<'_>,
    ) -> &Report {
        let id = uuid(&format!("fire report {}", self.0.len()));
        let (received, received_ms) = (context.now, context.at_ms);
        self.0.entry(key).or_insert(Report {
            id,
            source,
            kind: kind.to_owned(),
            received,
            received_ms,
            result,
        })
    }
}

impl Report {
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn first_received(&self) -> String {
        clock::millis_text(self.received)
    }

    /// `queued`, `processing`, then `processed`.
    pub(super) fn status(&self, context: &Context<'_>) -> &'static str {
        let whole = context.settings.scaled(context.settings.fire.queue_ms);
        let since = context.at_ms.saturating_sub(self.received_ms);
        if since >= whole {
            "processed"
        } else if since >= whole / 2 {
            "processing"
        } else {
            "queued"
        }
    }

    fn outcome(&self, context: &Context<'_>) -> Value {
        let status = self.status(context);
        let wait = i64::try_from(context.settings.scaled(context.settings.fire.queue_ms)).unwrap_or(i64::MAX);
        let processed = status == "processed";
        json!({
            "id": self.id,
            "source": self.source,
            "eventType": self.kind,
            "status": status,
            "attempts": u8::from(status != "queued"),
            "processedAt": processed.then(|| clock::millis_text(self.received.saturating_add(wait))),
            "result": if processed { self.result.clone() } else { Value::Null },
            "error": null,
        })
    }
}

impl Fire {
    /// `GET /api/v1/webhooks/events/{webhookEventId}`. A report of a kitchen needs the kitchen's scope, and so on.
    pub(super) fn outcome(&self, id: &str, call: &Call<'_>, context: &Context<'_>) -> Reply {
        let report = self.queue.0.values().find(|report| report.id == id);
        let scope = match report.map(|report| report.source) {
            Some("aggregator") => "webhooks:aggregator",
            _ => "webhooks:kds",
        };
        access::allow(call, context, scope)?;
        let report =
            report.ok_or_else(|| Refusal::NotFound(format!("Webhook event not found with ID {id}")))?;
        Ok(Answer::json(200, &report.outcome(context)))
    }
}

//! Deliveries to receivers: what is due when, what was sent, and what is held back on request.

mod post;
mod schedule;
mod sign;
mod worker;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::platform::Platform;
use crate::settings::{Settings, Webhook};

pub(crate) use worker::work;

/// Fire's two kinds of webhooks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Events of Integration Flows: `order.opened`, `order.completed`, `order.cancelled`, `order.status_updated`; signed `v1=`.
    #[default]
    Flow,
    /// Webhooks of aggregator integrations: `order.status_changed`; signed `sha256=`.
    Aggregator,
}

/// In which order deliveries go that were held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// As they came about.
    InOrder,
    /// The last one first.
    Reversed,
}

/// Something that happened to an order, as its receiver is told.
pub(crate) struct Event {
    pub(crate) platform: Platform,
    /// Fire's only.
    pub(crate) family: Option<Family>,
    pub(crate) kind: &'static str,
    pub(crate) order: String,
    /// The platform's id of it; empty where it has none.
    pub(crate) id: String,
    pub(crate) body: String,
}

/// An event on its way to one receiver.
#[derive(Clone)]
pub(crate) struct Letter {
    event: Arc<Event>,
    webhook: Webhook,
    /// Counted from 1.
    attempt: u32,
    /// Milliseconds since the simulator started.
    due_ms: u64,
    /// Which of those due at the same time goes first.
    turn: u64,
}

/// Letters that wait, and copies of those that were sent.
#[derive(Default)]
pub(crate) struct Mail {
    waiting: Vec<Letter>,
    /// In place of `waiting`, while deliveries are held back.
    held: Option<Vec<Letter>>,
    /// By the number of the delivery, which counts from 1.
    sent: Vec<Letter>,
    turns: u64,
    told: u64,
}

impl Mail {
    /// How many events there have been, to make ids of.
    pub(crate) fn told(&mut self) -> u64 {
        self.told = self.told.saturating_add(1);
        self.told
    }

    /// Whether anybody wants to hear of an event.
    pub(crate) fn is_wanted(
        settings: &Settings,
        platform: Platform,
        family: Option<Family>,
        kind: &str,
    ) -> bool {
        settings.webhooks.iter().any(|webhook| webhook.wants(platform, family, kind))
    }

    /// Tells all who want to hear of an event.
    pub(crate) fn announce(&mut self, settings: &Settings, event: Event, at_ms: u64) {
        let event = Arc::new(event);
        for webhook in &settings.webhooks {
            if webhook.wants(event.platform, event.family, event.kind) {
                for _ in 0..webhook.copies.max(1) {
                    self.put(Letter {
                        event: Arc::clone(&event),
                        webhook: webhook.clone(),
                        attempt: 1,
                        due_ms: at_ms,
                        turn: 0,
                    });
                }
            }
        }
    }

    /// Sends once more what was delivered, or tried to be, under this number: the same bytes and the same id.
    pub(crate) fn repeat(&mut self, delivery: u64, at_ms: u64) -> bool {
        let index = usize::try_from(delivery).ok().and_then(|number| number.checked_sub(1));
        let Some(letter) = index.and_then(|index| self.sent.get(index)).cloned() else { return false };
        self.put(Letter { attempt: 1, due_ms: at_ms, ..letter });
        true
    }

    /// Holds deliveries back from now on.
    pub(crate) fn hold(&mut self) {
        if self.held.is_none() {
            self.held = Some(std::mem::take(&mut self.waiting));
        }
    }

    /// Lets go what was held back.
    pub(crate) fn release(&mut self, release: Release) {
        let mut held = self.held.take().unwrap_or_default();
        if release == Release::Reversed {
            held.reverse();
        }
        for letter in held {
            self.put(letter);
        }
    }

    fn put(&mut self, mut letter: Letter) {
        self.turns = self.turns.saturating_add(1);
        letter.turn = self.turns;
        self.held.as_mut().unwrap_or(&mut self.waiting).push(letter);
    }

    /// The next letter that is due, or how many milliseconds until one will be.
    fn next(&mut self, at_ms: u64) -> Result<Letter, Option<u64>> {
        let first = self.waiting.iter().enumerate().min_by_key(|(_, letter)| (letter.due_ms, letter.turn));
        match first.map(|(index, letter)| (index, letter.due_ms)) {
            Some((index, due)) if due <= at_ms => Ok(self.waiting.swap_remove(index)),
            Some((_, due)) => Err(Some(due.saturating_sub(at_ms))),
            None => Err(None),
        }
    }
}

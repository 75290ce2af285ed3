//! All that the simulator remembers, behind one lock: a request is carried out and noted in one go.

use std::collections::HashMap;

use crate::atlas::Atlas;
use crate::context::{Call, Context};
use crate::fault::Faults;
use crate::fire::Fire;
use crate::http::Answer;
use crate::journal::Journal;
use crate::klikit::Klikit;
use crate::mail::Mail;
use crate::platform::Platform;
use crate::settings::Settings;
use crate::step::{Step, StepError};

pub(crate) struct State {
    pub(crate) settings: Settings,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    pub(crate) mail: Mail,
    windows: HashMap<Platform, Window>,
    klikit: Klikit,
    fire: Fire,
    atlas: Atlas,
}

/// Requests counted since a time.
struct Window {
    since_ms: u64,
    requests: u32,
}

impl State {
    pub(crate) fn new(settings: Settings) -> Self {
        Self {
            settings,
            faults: Faults::default(),
            journal: Journal::default(),
            mail: Mail::default(),
            windows: HashMap::new(),
            klikit: Klikit::new(),
            fire: Fire::new(),
            atlas: Atlas::new(),
        }
    }

    /// Carries a request out, unless there were too many.
    pub(crate) fn handle(&mut self, platform: Platform, call: &Call<'_>, now: i64, at_ms: u64) -> Answer {
        if let Some(refused) = self.too_many(platform, call.path, now, at_ms) {
            return refused;
        }
        let (settings, journal, mail) = (&self.settings, &mut self.journal, &mut self.mail);
        let mut context = Context { settings, journal, mail, now, at_ms };
        match platform {
            Platform::Klikit => self.klikit.handle(call, &mut context),
            Platform::Fire => self.fire.handle(call, &mut context),
            Platform::Atlas => self.atlas.handle(call, &mut context),
        }
    }

    /// The platform's answer to what is wrong with itself.
    pub(crate) fn error(&mut self, platform: Platform, path: &str, status: u16) -> Answer {
        match platform {
            Platform::Klikit => self.klikit.error(&self.settings, status),
            Platform::Fire => Fire::error(path, status),
            Platform::Atlas => Atlas::error(&self.settings, status),
        }
    }

    /// The date that answers bear: Unix milliseconds.
    pub(crate) fn date(&self, now: i64) -> i64 {
        now.saturating_add(self.settings.date_shift_seconds.saturating_mul(crate::clock::SECOND))
    }

    /// Places orders, the first at `first` (Unix milliseconds), the next `step` milliseconds after it and so on.
    pub(crate) fn place(
        &mut self,
        platform: Platform,
        count: usize,
        first: i64,
        step: i64,
        at_ms: u64,
    ) -> Vec<String> {
        let now = crate::clock::now();
        let (settings, journal, mail) = (&self.settings, &mut self.journal, &mut self.mail);
        let mut context = Context { settings, journal, mail, now, at_ms };
        let mut at = first;
        let mut ids = Vec::new();
        for _ in 0..count {
            ids.push(match platform {
                Platform::Klikit => self.klikit.place(at, &mut context),
                Platform::Fire => self.fire.place(at, &mut context),
                Platform::Atlas => self.atlas.place(at, &mut context),
            });
            at = at.saturating_add(step);
        }
        ids
    }

    /// Moves an order on from the platform's side.
    pub(crate) fn advance(
        &mut self,
        platform: Platform,
        order: &str,
        step: Step,
        at_ms: u64,
    ) -> Result<(), StepError> {
        let now = crate::clock::now();
        let (settings, journal, mail) = (&self.settings, &mut self.journal, &mut self.mail);
        let mut context = Context { settings, journal, mail, now, at_ms };
        match platform {
            Platform::Klikit => self.klikit.advance(order, step, &mut context),
            Platform::Fire => self.fire.advance(order, step, &mut context),
            Platform::Atlas => self.atlas.advance(order, step, &mut context),
        }
    }

    /// Ids of orders, the newest first.
    pub(crate) fn order_ids(&self, platform: Platform) -> Vec<String> {
        match platform {
            Platform::Klikit => self.klikit.ids(),
            Platform::Fire => self.fire.ids(),
            Platform::Atlas => self.atlas.ids(),
        }
    }

    fn too_many(&mut self, platform: Platform, path: &str, now: i64, at_ms: u64) -> Option<Answer> {
        let limit = self.settings.common(platform).rate_limit.clone()?;
        let window = self.windows.entry(platform).or_insert(Window { since_ms: at_ms, requests: 0 });
        if at_ms.saturating_sub(window.since_ms) >= limit.window_ms {
            *window = Window { since_ms: at_ms, requests: 0 };
        }
        window.requests = window.requests.saturating_add(1);
        if window.requests <= limit.requests {
            return None;
        }
        let date = self.date(now);
        let answer = self.error(platform, path, 429);
        Some(match limit.retry_after.value(date) {
            Some(value) => answer.with("Retry-After", value),
            None => answer,
        })
    }

    /// Sends a delivery about an order as it is now, whether or not anything happened to it.
    pub(crate) fn send(
        &mut self,
        platform: Platform,
        order: &str,
        kind: &str,
        at_ms: u64,
    ) -> Result<(), StepError> {
        let now = crate::clock::now();
        let (settings, journal, mail) = (&self.settings, &mut self.journal, &mut self.mail);
        let mut context = Context { settings, journal, mail, now, at_ms };
        match platform {
            Platform::Klikit => self.klikit.send(order, kind, &mut context),
            Platform::Fire => self.fire.send(order, kind, &mut context),
            Platform::Atlas => self.atlas.send(order, kind, &mut context),
        }
    }

    /// An order as a read answers it.
    pub(crate) fn order(&self, platform: Platform, order: &str) -> Option<String> {
        match platform {
            Platform::Klikit => self.klikit.order(order),
            Platform::Fire => self.fire.order(order),
            Platform::Atlas => self.atlas.order(order),
        }
    }
}

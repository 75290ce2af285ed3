//! The thread that delivers: one letter after another, the failed ones again in time.

use std::sync::PoisonError;
use std::time::Duration;

use super::post::Target;
use super::{Letter, schedule, sign};
use crate::clock;
use crate::journal::{Delivery, sha256};
use crate::platform::Platform;
use crate::settings::Settings;
use crate::sim::Shared;
use crate::stop::lock;

/// Delivers until the simulator stops.
pub(crate) fn work(shared: &Shared) {
    while let Some((letter, settings)) = wait(shared) {
        let body = letter.body(&settings);
        let id = letter.id(&settings);
        let headers = sign::headers(&letter.event, &id, body.as_bytes(), clock::now(), &settings);
        let came = send(shared, &letter, &headers, body.as_bytes(), &settings);
        if shared.stop.is_stopped() {
            return;
        }
        note(shared, letter, id, &body, came);
    }
}

/// The next letter that is due, or nothing once it is time to stop.
fn wait(shared: &Shared) -> Option<(Letter, Settings)> {
    let mut state = lock(&shared.state);
    loop {
        if shared.stop.is_stopped() {
            return None;
        }
        let pause = match state.mail.next(shared.at_ms()) {
            Ok(letter) => return Some((letter, state.settings.clone())),
            Err(pause) => Duration::from_millis(pause.unwrap_or(60_000).min(60_000)),
        };
        state = shared.mail_came.wait_timeout(state, pause).unwrap_or_else(PoisonError::into_inner).0;
    }
}

/// The status that the receiver answered, or why there is none.
fn send(
    shared: &Shared,
    letter: &Letter,
    headers: &[(String, String)],
    body: &[u8],
    settings: &Settings,
) -> Result<u16, String> {
    let target = Target::parse(&letter.webhook.url).ok_or("the URL is not one of plain http")?;
    let (platform, family) = (letter.event.platform, letter.event.family);
    let timeout = Duration::from_millis(schedule::timeout(platform, family, settings));
    let said = |error: std::io::Error| error.to_string();
    let mut stream = target.connect(timeout).map_err(said)?;
    let number = shared.connections.add(&stream).map_err(said)?;
    // From here on the end of the simulator ends the connection; it may have come just before.
    if shared.stop.is_stopped() {
        return Err("the simulator stops".to_owned());
    }
    let came = target.post(&mut stream, headers, body, timeout);
    shared.connections.remove(number);
    came.map_err(said)
}

/// Writes down what came of it and plans the next attempt.
fn note(shared: &Shared, letter: Letter, id: String, body: &str, came: Result<u16, String>) {
    let mut state = lock(&shared.state);
    let state = &mut *state;
    let at_ms = shared.at_ms();
    let event = &letter.event;
    let taken = matches!(came, Ok(200..300));
    let wait = schedule::wait(event.platform, event.family, letter.attempt, &state.settings);
    let next_in_ms = wait.filter(|_| !taken);
    state.journal.deliver(Delivery {
        number: 0,
        at_ms,
        platform: event.platform,
        event: event.kind.to_owned(),
        order: event.order.clone(),
        id,
        attempt: letter.attempt,
        body_sha256: sha256(body.as_bytes()),
        status: came.as_ref().ok().copied(),
        error: came.err(),
        next_in_ms,
    });
    state.mail.sent.push(letter.clone());
    if let Some(wait) = next_in_ms {
        let attempt = letter.attempt.saturating_add(1);
        state.mail.put(Letter { attempt, due_ms: at_ms.saturating_add(wait), ..letter });
    }
}

impl Letter {
    /// The platform's id of the delivery. Of klikit's pages some say that it stays for all attempts, one that it does not.
    fn id(&self, settings: &Settings) -> String {
        let id = &self.event.id;
        match self.event.platform {
            Platform::Klikit if settings.klikit.event_id_per_attempt && self.attempt > 1 => {
                crate::journal::uuid(&format!("{id} {}", self.attempt))
            }
            _ => id.clone(),
        }
    }

    /// The body. Of Fire's pages one says that `_meta.attempt` counts on, one that the body stays as it was.
    fn body(&self, settings: &Settings) -> String {
        let body = &self.event.body;
        if self.event.platform == Platform::Fire && settings.fire.attempts_are_counted && self.attempt > 1 {
            return body.replacen("\"attempt\":\"1\"", &format!("\"attempt\":\"{}\"", self.attempt), 1);
        }
        body.clone()
    }
}

//! What a client remembers of what it did: the newest notes, and counters.

use std::collections::VecDeque;

use tillwire_core::http::Trouble;

use crate::counters::{self, Counters};
use crate::note::{CameTo, Note};

/// Notes and counters.
#[derive(Debug, Default)]
pub(crate) struct Diary {
    notes: VecDeque<Note>,
    pub(crate) counters: Counters,
}

impl Diary {
    /// How many notes are kept. Of more, the oldest are dropped.
    const MOST_NOTES: usize = 1024;

    /// Takes a note of an attempt.
    pub(crate) fn note(&mut self, note: Note) {
        let counters = &mut self.counters;
        counters.attempts = counters.attempts.saturating_add(1);
        match note.came_to {
            CameTo::Status(status) => counters::add(&mut counters.statuses, status / 100),
            CameTo::Failed(failure) => counters::add(&mut counters.failures, failure),
        }
        counters.waited_ms = counters.waited_ms.saturating_add(note.wait_ms.unwrap_or(0));
        if self.notes.len() >= Self::MOST_NOTES {
            self.notes.pop_front();
            counters.notes_lost = counters.notes_lost.saturating_add(1);
        }
        self.notes.push_back(note);
    }

    /// Counts a call that ended.
    pub(crate) fn end(&mut self, trouble: Option<Trouble>) {
        match trouble {
            Some(trouble) => counters::add(&mut self.counters.errors, trouble),
            None => self.counters.replies = self.counters.replies.saturating_add(1),
        }
    }

    /// Counts a login that begins.
    pub(crate) fn login(&mut self) {
        self.counters.logins = self.counters.logins.saturating_add(1);
    }

    /// The notes, which are forgotten here.
    pub(crate) fn drain(&mut self) -> Vec<Note> {
        self.notes.drain(..).collect()
    }
}

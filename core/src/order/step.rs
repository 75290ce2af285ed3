//! Steps of the kitchen, and what each field of a step means.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json::{Shown, entries, ints};
use super::pool::{Pool, Span};
use super::slots::Texts;
use crate::lifecycle::Progress;
use crate::value::{IntForm, Timestamp, codes};

codes! {
    /// Texts of a step of the kitchen.
    pub enum StepText {
        /// The step in the platform's own word.
        State = 8101, "state";
        /// The kitchen station that reported it.
        Station = 8102, "station";
    }
}

codes! {
    /// Times of a step of the kitchen.
    pub enum StepTime {
        /// When it was reached, by the kitchen's clock.
        At = 8301, "at";
    }
}

codes! {
    /// Codes of a step of the kitchen.
    pub enum StepInt {
        /// What was reached, a [`Progress`] code.
        Progress = 8401, "progress";
    }
}

impl StepInt {
    /// What the number stands for.
    pub const fn form(self) -> IntForm {
        match self {
            Self::Progress => Progress::FORM,
        }
    }
}

/// One step of the kitchen.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    texts: Texts<{ StepText::ALL.len() }>,
    progress: Progress,
    at: Option<Timestamp>,
}

impl Step {
    pub(crate) fn new(progress: Progress, at: Option<Timestamp>) -> Self {
        Self { texts: Texts::absent(), progress, at }
    }

    pub(super) fn progress(&self) -> Progress {
        self.progress
    }

    /// The same, its texts in another pool.
    pub(super) fn moved(&self, from: &Pool, to: &mut Pool) -> Self {
        Self { texts: self.texts.moved(from, to), ..self.clone() }
    }

    pub(crate) fn set_text(&mut self, field: StepText, text: Span) {
        self.texts.set(field.position(), text);
    }
}

/// A step of the kitchen of an [`Order`](super::Order).
#[derive(Clone, Copy)]
pub struct StepRef<'o> {
    pub(super) pool: &'o Pool,
    pub(super) step: &'o Step,
}

impl<'o> StepRef<'o> {
    /// A text.
    pub fn text(&self, field: StepText) -> Option<&'o str> {
        self.step.texts.read(field.position(), self.pool)
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: StepText) -> Option<&'o str> {
        self.step.texts.read_with_nul(field.position(), self.pool)
    }

    /// A time.
    pub fn time(&self, field: StepTime) -> Option<Timestamp> {
        match field {
            StepTime::At => self.step.at,
        }
    }

    /// A code.
    pub fn int(&self, field: StepInt) -> Option<i64> {
        match field {
            StepInt::Progress => Some(i64::from(self.step.progress.code())),
        }
    }

    /// What was reached.
    pub fn progress(&self) -> Progress {
        self.step.progress
    }
}

impl Serialize for StepRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        ints!(map, StepInt, field => self.int(field));
        entries!(map, StepText, field => self.text(field));
        for &field in StepTime::ALL {
            if let Some(time) = self.time(field) {
                map.serialize_entry(field.name(), &Shown(&time))?;
            }
        }
        map.end()
    }
}

//! Why a command failed, as it is printed: what was wrong, where, and what to do.

use std::fmt;
use std::process::ExitCode;

use tillwire_core::dictionary::DictionaryError;
use tillwire_core::event::{AmountError, DecodeError};
use tillwire_core::lifecycle::ImportError;
use tillwire_core::verify::{HeaderError, Refusal, SettingError, SignatureProblem};

use crate::terminal;

/// Shown as clap shows its errors: `error: message`, then notes under it.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: u8,
    message: String,
    notes: Vec<(&'static str, String)>,
}

impl Failure {
    /// The delivery failed.
    pub(crate) fn delivery(message: impl Into<String>) -> Self {
        Self { exit: 1, message: message.into(), notes: Vec::new() }
    }

    /// The command line, or a file it names, cannot be used.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { exit: 2, message: message.into(), notes: Vec::new() }
    }

    pub(crate) fn note(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.notes.push((name, text.into()));
        self
    }

    pub(crate) fn hint(self, text: impl Into<String>) -> Self {
        self.note("hint", text)
    }

    /// Puts what it is about before the message.
    pub(crate) fn about(mut self, label: &str) -> Self {
        self.message = format!("{label}: {}", self.message);
        self
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", terminal::line(&self.message))?;
        if !self.notes.is_empty() {
            writeln!(f)?;
        }
        for (name, text) in &self.notes {
            writeln!(f, "  {name}: {}", terminal::line(text))?;
        }
        Ok(())
    }
}

impl From<HeaderError> for Failure {
    fn from(error: HeaderError) -> Self {
        Self::usage(error.to_string()).note("code", error.code_name()).hint(error.hint())
    }
}

impl From<SettingError> for Failure {
    fn from(error: SettingError) -> Self {
        let failure = Self::usage(error.to_string()).note("code", error.code_name()).hint(error.hint());
        match error {
            SettingError::SecretMissing { .. } => failure
                .note("use", "--secret-file PATH, TILLWIRE_SECRET in the environment, or --secret TEXT"),
            SettingError::SignatureHeaderMissing { .. } | SettingError::SignatureHeaderName => {
                failure.note("use", "--signature-header NAME")
            }
            SettingError::TimestampHeaderMissing { .. } | SettingError::TimestampHeaderName => {
                failure.note("use", "--timestamp-header NAME")
            }
            SettingError::Location { .. } => failure.note("use", "--at CANONICAL=ACTUAL"),
            _ => failure,
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let failure =
            Self::delivery(refusal.to_string()).note("code", refusal.code_name()).hint(refusal.hint());
        match refusal {
            Refusal::SignatureFormat {
                problem: SignatureProblem::PrefixMissing | SignatureProblem::OtherScheme,
                ..
            } => failure.note("use", "--scheme SCHEME"),
            Refusal::TimestampAge { .. } => {
                failure.note("use", "--now UNIX for the time it arrived, or --tolerance SECONDS|off")
            }
            Refusal::TimestampFormat { .. } => {
                failure.note("use", "--timestamp-header NAME, or --tolerance off")
            }
            _ => failure,
        }
    }
}

impl Failure {
    /// Why there is no amount at a path.
    pub(crate) fn amount(error: AmountError, path: &str) -> Self {
        let failure = Self::delivery(error.to_string())
            .note("code", error.code_name())
            .note("path", path)
            .hint(error.hint());
        if error == AmountError::Unit { failure.note("use", "--money PATH=DIGITS") } else { failure }
    }

    /// Why a body could not be decoded.
    pub(crate) fn undecodable(error: &DecodeError, body: &[u8]) -> Self {
        Self::delivery(error.to_string())
            .note("code", error.code_name())
            .at(error.place(), body)
            .hint(error.hint())
    }

    /// Why a file is no dictionary of its vocabulary.
    pub(crate) fn unloadable(error: &DictionaryError, answer: &[u8]) -> Self {
        Self::usage(error.to_string())
            .note("code", error.code_name())
            .at(error.place(), answer)
            .hint(error.hint())
    }

    /// Why a file is no book of orders.
    pub(crate) fn no_book(error: &ImportError, text: &[u8]) -> Self {
        let place = match error {
            ImportError::Json(error) => Some((error.path.as_str(), error.offset)),
            ImportError::Odd { path, offset } => Some((path.as_str(), *offset)),
            _ => None,
        };
        Self::usage(error.to_string()).at(place, text).hint(error.hint())
    }

    /// A place in a text, also as line and column.
    fn at(self, place: Option<(&str, usize)>, text: &[u8]) -> Self {
        let Some((path, offset)) = place else { return self };
        let (line, column) = line_and_column(text, offset);
        self.note("path", path).note("offset", format!("{offset} (line {line}, column {column})"))
    }
}

/// Where an offset lies for people, both counted from 1; the column in bytes.
fn line_and_column(body: &[u8], offset: usize) -> (usize, usize) {
    let before = body.get(..offset).unwrap_or(body);
    let lines = before.split(|byte| *byte == b'\n');
    let (line, last) = lines.zip(1..).map(|(last, line)| (line, last.len())).last().unwrap_or((1, 0));
    (line, last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        assert_eq!(line_and_column(b"", 0), (1, 1));
        assert_eq!(line_and_column(b"{\n  1", 4), (2, 3));
        assert_eq!(line_and_column(b"{\n", 2), (2, 1));
        assert_eq!(line_and_column(b"{}", 9), (1, 3));
    }

    #[test]
    fn notes_stand_under_the_message_and_hold_no_control_characters() {
        let failure = Failure::delivery("no\u{1b}[2J").about("a.json").note("code", "x").hint("do\nthis");
        assert_eq!(failure.to_string(), "error: a.json: no [2J\n\n  code: x\n  hint: do this\n");
        assert_eq!(Failure::usage("no").to_string(), "error: no\n");
    }
}

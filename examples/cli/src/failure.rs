//! Why a command failed, as it is printed: what was wrong, where, and what to do.

use std::fmt;
use std::process::ExitCode;

use tillwire_core::dictionary::DictionaryError;
use tillwire_core::event::{AmountError, DecodeError};
use tillwire_core::http::{AccountError, AccountText, CallBuildError, CallError, Host, Parameter};
use tillwire_core::lifecycle::ImportError;
use tillwire_core::verify::{HeaderError, Refusal, SettingError, SignatureProblem};
use tillwire_transport::{ClientError, SendError};

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

    /// The platform refused, or could not be reached.
    pub(crate) fn platform(message: impl Into<String>) -> Self {
        Self { exit: 3, message: message.into(), notes: Vec::new() }
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

impl From<AccountError> for Failure {
    fn from(error: AccountError) -> Self {
        let failure = Self::usage(error.to_string()).note("code", error.code_name()).hint(error.hint());
        match error {
            AccountError::Missing { setting: AccountText::Secret } => {
                failure.note("use", "--secret-file PATH, or TILLWIRE_API_SECRET in the environment")
            }
            AccountError::Missing { setting: AccountText::ApiAddress }
            | AccountError::NoEnvironment { .. } => {
                failure.note("use", "--environment ENVIRONMENT, or --api-address URL")
            }
            AccountError::Missing { setting } => {
                failure.note("use", format!("\"{}\" in the file of --account", setting.name()))
            }
            AccountError::HostNotAllowed { .. } => failure.note("use", "--allow-host HOST"),
            AccountError::Policy => failure.note("use", "--attempts COUNT, --deadline SECONDS"),
            _ => failure,
        }
    }
}

impl From<ClientError> for Failure {
    fn from(error: ClientError) -> Self {
        let failure = Self::usage(error.to_string()).note("code", error.code_name()).hint(error.hint());
        match error {
            ClientError::Proxy => failure.note("use", "--proxy URL"),
            ClientError::RootCertificate { .. } | ClientError::NoRootCertificate => {
                failure.note("use", "--root-certificates FILE")
            }
            _ => failure,
        }
    }
}

impl From<CallBuildError> for Failure {
    fn from(error: CallBuildError) -> Self {
        let failure = Self::usage(error.to_string()).note("code", error.code_name()).hint(error.hint());
        match error {
            CallBuildError::NotTaken { parameter: Parameter::IdempotencyKey, .. } => {
                failure.note("use", "the command without --key")
            }
            CallBuildError::NotTaken { parameter: Parameter::Page, .. } => {
                failure.note("use", "the command without --all")
            }
            CallBuildError::Missing { parameter, .. }
            | CallBuildError::Form { parameter, .. }
            | CallBuildError::Range { parameter, .. } => {
                failure.note("use", format!("--{} VALUE", parameter.name()))
            }
            CallBuildError::NoPath { operation } => failure.note(
                "use",
                format!("\"paths\": {{\"{}\": \"/...\"}} in the file of --account", operation.short_name()),
            ),
            CallBuildError::NoBase { operation } => match operation.endpoint().host {
                Host::App => failure.note("use", "--app-address URL"),
                _ => failure.note("use", "--api-address URL"),
            },
            _ => failure,
        }
    }
}

impl Failure {
    /// Why a call came to nothing. `key` is the mark of the action.
    pub(crate) fn sent(error: SendError, key: Option<&str>) -> Self {
        match error {
            SendError::Build(error) => error.into(),
            SendError::Call(error) => Self::called(&error, key),
            other => Self::platform(other.to_string()).note("code", other.code_name()).hint(other.hint()),
        }
    }

    fn called(error: &CallError, key: Option<&str>) -> Self {
        let mut failure = Self::platform(error.to_string()).note("code", error.code_name());
        let notes = [("platform code", error.code()), ("request id", error.request_id()), ("key", key)];
        for (name, text) in notes {
            if let Some(text) = text {
                failure = failure.note(name, text);
            }
        }
        if let Some(wait) = error.retry_after_ms() {
            failure = failure.note("retry after", format!("{} s", wait.div_ceil(1000)));
        }
        failure = failure.hint(error.hint());
        if !error.may_be_done() {
            return failure;
        }
        match key {
            Some(key) => failure.note("may be done", format!("yes; repeat it with --key {key}")),
            None => failure.note("may be done", "yes; read what came of it before repeating it"),
        }
    }

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

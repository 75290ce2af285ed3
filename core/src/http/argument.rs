//! What an operation is told, and why it cannot be asked for with that.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use super::endpoint::{Endpoint, Form, Place, Slot};
use super::key::KeyError;
use super::operation::Operation;
use super::parameter::Parameter;
use crate::json::{Document, Kind};
use crate::limits::Limits;
use crate::value::Timestamp;

/// Values for the parameters of an operation, as text. A later value of a parameter replaces an earlier one.
///
/// `Debug` shows which parameters are set, not their values.
#[derive(Clone, Default)]
pub struct Arguments {
    values: Vec<(Parameter, Zeroizing<String>)>,
}

/// An operation cannot be asked for with these arguments, or by this account.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallBuildError {
    /// The operation is another platform's.
    #[error("{} is no operation of the account's platform", operation.name())]
    OtherPlatform {
        /// The operation.
        operation: Operation,
    },
    /// The operation takes no such parameter.
    #[error("{} takes no {}", operation.name(), parameter.name())]
    NotTaken {
        /// The operation.
        operation: Operation,
        /// The parameter.
        parameter: Parameter,
    },
    /// A parameter that the operation needs is not set, or empty.
    #[error("{} needs {}", operation.name(), parameter.name())]
    Missing {
        /// The operation.
        operation: Operation,
        /// The parameter.
        parameter: Parameter,
    },
    /// A parameter is not of its form.
    #[error("{} is not {}", parameter.name(), form_text(*form))]
    Form {
        /// The parameter.
        parameter: Parameter,
        /// What it has to be.
        form: Form,
    },
    /// A parameter is too short or too long.
    #[error("{} is not between {least} and {most} {unit}", parameter.name())]
    Range {
        /// The parameter.
        parameter: Parameter,
        /// The least.
        least: i64,
        /// The most.
        most: i64,
        /// Of what.
        unit: &'static str,
    },
    /// Parameters that go together, of which one is set and the other is not.
    #[error("{} and {} go together: set both, or neither", first.name(), second.name())]
    Together {
        /// One.
        first: Parameter,
        /// The other.
        second: Parameter,
    },
    /// The window of time is longer than the platform takes, or ends before it begins.
    #[error("the window between {} and {} is not 0 to {most_days} days long", Parameter::From.name(), Parameter::To.name())]
    Window {
        /// How many days it may have.
        most_days: i64,
    },
    /// A path, or a part of one, would lead elsewhere than below the platform's address.
    #[error("{} leads elsewhere, or has characters that no path has", parameter.name())]
    Path {
        /// The parameter.
        parameter: Parameter,
    },
    /// The mark of the action cannot be one.
    #[error("{}: {problem}", Parameter::IdempotencyKey.name())]
    Key {
        /// What it has to be.
        problem: KeyError,
    },
    /// The platform publishes no path for the operation, and the account has none.
    #[error("the platform publishes no path for {}", operation.name())]
    NoPath {
        /// The operation.
        operation: Operation,
    },
    /// The account has no address for the operation.
    #[error("the account has no address for {}", operation.name())]
    NoBase {
        /// The operation.
        operation: Operation,
    },
    /// The account lacks what the platform asks for, to know who calls.
    #[error("the account has no {what}, which {} needs", operation.name())]
    NoCredential {
        /// The operation.
        operation: Operation,
        /// What.
        what: &'static str,
    },
    /// Memory for the request could not be had.
    #[error("memory for the request could not be had")]
    OutOfMemory,
}

impl CallBuildError {
    /// The stable name of the kind of error.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::OutOfMemory => "memory",
            Self::NoPath { .. } | Self::NoBase { .. } | Self::NoCredential { .. } => "setting",
            _ => "argument",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::OtherPlatform { .. } => "use an account of that platform",
            Self::NotTaken { .. } => "leave it out; the operation's row in the manual says what it takes",
            Self::Missing { .. } => "set it; the operation's row in the manual says what it needs",
            Self::Form { form, .. } => match form {
                Form::Time | Form::Utc => "write it as 2026-06-18T10:15:30+08:00 or 2026-06-18T02:15:30Z",
                Form::Date => "write it as 2026-06-18",
                Form::Flag => "write true or false",
                Form::Json => "give a JSON object or array, whole",
                Form::Word => "the operation's row in the manual lists the words that the platform takes",
                _ => "check what was passed",
            },
            Self::Range { .. } => "check what was passed",
            Self::Together { .. } => "set both for one store, or neither for the whole business",
            Self::Window { .. } => "ask for a shorter window, or for several",
            Self::Path { .. } => {
                "write a path as /orders/412?fields=id, below the address; an id is no . or .."
            }
            Self::Key { .. } => {
                "use the key that was kept with the decision, or leave it out for a new action"
            }
            Self::NoPath { .. } => {
                "ask the platform for the path, and set it on the account for this operation"
            }
            Self::NoBase { .. } => "choose an environment, or set the address that the platform gave you",
            Self::NoCredential { .. } => "set it on the account, as the platform issued it",
            Self::OutOfMemory => "send less at once, or free memory",
        }
    }
}

const fn form_text(form: Form) -> &'static str {
    match form {
        Form::Text | Form::Private => "text without control characters",
        Form::Integer => "a whole number",
        Form::Flag => "true or false",
        Form::Time | Form::Utc => "an RFC 3339 date and time with an offset",
        Form::Date => "a date",
        Form::Json => "a JSON object or array",
        Form::Word => "one of the words that the platform takes",
    }
}

impl Arguments {
    /// None yet.
    pub const fn new() -> Self {
        Self { values: Vec::new() }
    }

    /// These, with a parameter set. An empty text removes it.
    #[must_use]
    pub fn with(mut self, parameter: Parameter, value: &str) -> Self {
        self.set(parameter, value);
        self
    }

    /// Sets a parameter. An empty text removes it.
    pub fn set(&mut self, parameter: Parameter, value: &str) {
        self.values.retain(|(known, _)| *known != parameter);
        if !value.is_empty() {
            self.values.push((parameter, Zeroizing::new(value.into())));
        }
    }

    /// The value of a parameter, if it is set.
    pub fn get(&self, parameter: Parameter) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == parameter).map(|(_, value)| value.as_str())
    }

    /// Checks a whole number, where it is set.
    pub(crate) fn number_between(
        &self,
        parameter: Parameter,
        least: i64,
        most: i64,
        unit: &'static str,
    ) -> Result<(), CallBuildError> {
        let number = self.get(parameter).and_then(|text| text.parse::<i64>().ok());
        match number {
            Some(number) if !(least..=most).contains(&number) => {
                Err(CallBuildError::Range { parameter, least, most, unit })
            }
            _ => Ok(()),
        }
    }

    /// Checks how many characters a text has, where it is set.
    pub(crate) fn length_between(
        &self,
        parameter: Parameter,
        least: i64,
        most: i64,
    ) -> Result<(), CallBuildError> {
        let length = self.get(parameter).map(|text| i64::try_from(text.chars().count()).unwrap_or(i64::MAX));
        match length {
            Some(length) if !(least..=most).contains(&length) => {
                Err(CallBuildError::Range { parameter, least, most, unit: "characters" })
            }
            _ => Ok(()),
        }
    }

    /// Removes a parameter, and tells what it was.
    pub(crate) fn take(&mut self, parameter: Parameter) -> Option<Zeroizing<String>> {
        let position = self.values.iter().position(|(known, _)| *known == parameter)?;
        Some(self.values.swap_remove(position).1)
    }

    /// The parameters that are set.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter> {
        self.values.iter().map(|(parameter, _)| *parameter)
    }
}

impl fmt::Debug for Arguments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.parameters().map(Parameter::name)).finish()
    }
}

/// Arguments that were held against the slots of an endpoint.
pub(crate) struct Filled<'a> {
    pub(crate) endpoint: &'static Endpoint,
    arguments: &'a Arguments,
}

impl<'a> Filled<'a> {
    /// Checks that all that is needed is there, in its form, and nothing else.
    pub(crate) fn new(endpoint: &'static Endpoint, arguments: &'a Arguments) -> Result<Self, CallBuildError> {
        let operation = endpoint.operation;
        for parameter in arguments.parameters() {
            if endpoint.slot(parameter).is_none() {
                return Err(CallBuildError::NotTaken { operation, parameter });
            }
        }
        for slot in endpoint.slots {
            match arguments.get(slot.parameter) {
                None if slot.required => {
                    return Err(CallBuildError::Missing { operation, parameter: slot.parameter });
                }
                // Whoever reads an address may take these for steps, however they are written.
                Some("." | "..") if slot.place == Place::Path => {
                    return Err(CallBuildError::Path { parameter: slot.parameter });
                }
                Some(value) if !fits(slot, value) => {
                    return Err(CallBuildError::Form { parameter: slot.parameter, form: slot.form });
                }
                _ => {}
            }
        }
        (endpoint.rule)(arguments)?;
        Ok(Self { endpoint, arguments })
    }

    /// The slots that have a value, with it, in the order of the table.
    pub(crate) fn values(&self) -> impl Iterator<Item = (&'static Slot, &'a str)> {
        let arguments = self.arguments;
        self.endpoint.slots.iter().filter_map(move |slot| Some((slot, arguments.get(slot.parameter)?)))
    }

    /// The value of the parameter that is the whole of something.
    pub(crate) fn whole(&self, place: Place) -> Option<&'a str> {
        self.values().find(|(slot, _)| slot.place == place).map(|(_, value)| value)
    }
}

/// Whether a value is of its slot's form.
fn fits(slot: &Slot, value: &str) -> bool {
    match slot.form {
        Form::Text | Form::Private => !value.chars().any(char::is_control),
        Form::Integer => {
            let plain = value.strip_prefix('-').unwrap_or(value);
            value.parse::<i64>().is_ok()
                && !plain.starts_with('+')
                && (value == "0" || !plain.starts_with('0'))
        }
        Form::Flag => matches!(value, "true" | "false"),
        Form::Time | Form::Utc => is_rfc_3339(value) && Timestamp::from_iso(value).is_ok(),
        Form::Date => is_like(value, DATE) && Timestamp::from_day(value, 0, 0).is_ok(),
        Form::Json => Document::copy(value.as_bytes(), &Limits::default())
            .is_ok_and(|document| matches!(document.root().kind(), Kind::Object | Kind::Array)),
        Form::Word => slot.words.contains(&value),
    }
}

const DATE: &str = "0000-00-00";

/// Whether a text has digits where a pattern has zeros, and is the pattern otherwise.
fn is_like(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|pair| match pair {
            (byte, b'0') => byte.is_ascii_digit(),
            (byte, wanted) => byte == wanted,
        })
}

/// Whether a text is written as RFC 3339 §5.6 says, which is less than ISO 8601 allows.
fn is_rfc_3339(text: &str) -> bool {
    let (date, rest) = text.split_at_checked(DATE.len()).unwrap_or_default();
    let (time, rest) = rest.split_at_checked("T00:00:00".len()).unwrap_or_default();
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    is_like(date, DATE)
        && is_like(time, "T00:00:00")
        && !rest.starts_with(".Z")
        && (zone == "Z" || is_like(zone, "+00:00") || is_like(zone, "-00:00"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::slot;

    fn takes(form: Form, value: &str) -> bool {
        fits(&slot(Parameter::Id, "id", Place::Body, form), value)
    }

    #[test]
    fn a_whole_number_is_written_in_one_way_and_fits_64_bits() {
        for number in ["0", "7", "-7", "9223372036854775807", "-9223372036854775808"] {
            assert!(takes(Form::Integer, number), "{number}");
        }
        for other in ["", "-", "+7", "-0", "07", "-07", "1.0", "1e3", " 1", "9223372036854775808", "١"] {
            assert!(!takes(Form::Integer, other), "{other}");
        }
    }

    #[test]
    fn a_time_is_written_as_rfc_3339_says() {
        for form in [Form::Time, Form::Utc] {
            for time in [
                "2026-06-18T10:15:30Z",
                "2026-06-18T10:15:30.5Z",
                "2026-06-18T10:15:30+08:00",
                "2026-06-18T10:15:30.123456-03:30",
            ] {
                assert!(takes(form, time), "{time}");
            }
            for other in [
                "2026-06-18",
                "2026-06-18T10:15:30",
                "2026-06-18 10:15:30Z",
                "2026-06-18T10:15Z",
                "20260618T101530Z",
                "2026-06-18T10:15:30+08",
                "2026-06-18T10:15:30.Z",
                "2026-06-18T10:15:30+08:00[Asia/Singapore]",
                "2026-06-31T10:15:30Z",
                "2026-06-18T25:15:30Z",
                "1781748930",
                "",
            ] {
                assert!(!takes(form, other), "{other}");
            }
        }
    }

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert!(takes(Form::Date, "2028-02-29"));
        for other in ["2026-02-29", "20260218", "2026-W08-3", "2026-2-18", "18-02-2026"] {
            assert!(!takes(Form::Date, other), "{other}");
        }
    }
}

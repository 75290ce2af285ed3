//! What an operation is told, held against what it takes.

use super::argument::Arguments;
use super::call_build_error::CallBuildError;
use super::endpoint::{Endpoint, Form, Place, Slot};
use crate::json::{Document, Kind};
use crate::limits::Limits;
use crate::value::Timestamp;

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
    use super::super::parameter::Parameter;
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

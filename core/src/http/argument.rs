//! What an operation is told.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use super::call_build_error::CallBuildError;
use super::parameter::Parameter;

/// Values for the parameters of an operation, as text. A later value of a parameter replaces an earlier one.
///
/// `Debug` shows which parameters are set, not their values.
#[derive(Clone, Default)]
pub struct Arguments {
    values: Vec<(Parameter, Zeroizing<String>)>,
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

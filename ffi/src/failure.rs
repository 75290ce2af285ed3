//! Why a call failed: every error of the core in the form in which C reads it.

use core::ffi::c_char;
use std::ffi::CString;
use std::fmt::Display;

use tillwire_core::dictionary::DictionaryError;
use tillwire_core::event::{AmountError, DecodeError};
use tillwire_core::json::{JsonError, JsonErrorKind};
use tillwire_core::lifecycle::ImportError;
use tillwire_core::value::MoneyError;
use tillwire_core::verify::{HeaderError, OpenError, Refusal, SettingError};

use crate::status::{
    TILLWIRE_ABSENT, TILLWIRE_E_ARGUMENT, TILLWIRE_E_BODY_TOO_LARGE, TILLWIRE_E_BUFFER, TILLWIRE_E_EXPORT,
    TILLWIRE_E_HEADER_CONFLICT, TILLWIRE_E_HEADER_FORMAT, TILLWIRE_E_HEADER_MISSING, TILLWIRE_E_INEXACT,
    TILLWIRE_E_MEMORY, TILLWIRE_E_NO_IDENTITY, TILLWIRE_E_NOT_A_NUMBER, TILLWIRE_E_NOT_JSON,
    TILLWIRE_E_PANIC, TILLWIRE_E_RANGE, TILLWIRE_E_SECRET, TILLWIRE_E_SETTING, TILLWIRE_E_SHAPE,
    TILLWIRE_E_SIGNATURE_FORMAT, TILLWIRE_E_SIGNATURE_MISMATCH, TILLWIRE_E_TIMESTAMP_AGE,
    TILLWIRE_E_TIMESTAMP_FORMAT, TILLWIRE_E_TOO_DEEP, TILLWIRE_E_TOO_MANY_ELEMENTS, TILLWIRE_E_UNIT,
    TILLWIRE_E_VERSION,
};

/// A status with what there is to say about it.
pub(crate) struct Failure {
    pub(crate) code: i32,
    pub(crate) message: CString,
    pub(crate) hint: Option<CString>,
    pub(crate) path: Option<CString>,
    pub(crate) offset: Option<i64>,
    pub(crate) skew_seconds: Option<i64>,
}

impl Failure {
    fn new(code: i32, message: &dyn Display) -> Self {
        let message = c_text(&message.to_string());
        Self { code, message, hint: None, path: None, offset: None, skew_seconds: None }
    }

    pub(crate) fn argument(message: &str) -> Self {
        Self::new(TILLWIRE_E_ARGUMENT, &message)
    }

    pub(crate) fn setting(message: &str) -> Self {
        Self::new(TILLWIRE_E_SETTING, &message)
    }

    pub(crate) fn memory() -> Self {
        Self::new(TILLWIRE_E_MEMORY, &"memory could not be had")
    }

    pub(crate) fn buffer(needed: usize, given: usize) -> Self {
        Self::new(
            TILLWIRE_E_BUFFER,
            &format!("the buffer has {given} bytes, {needed} are needed with the NUL"),
        )
    }

    pub(crate) fn panic() -> Self {
        Self::new(TILLWIRE_E_PANIC, &"a defect in the library was contained")
            .hint("free the handle in use and go on; please report it with the message on standard error")
    }

    pub(crate) fn hint(mut self, hint: &str) -> Self {
        self.hint = Some(c_text(hint));
        self
    }

    fn at(mut self, place: Option<(&str, usize)>) -> Self {
        if let Some((path, offset)) = place {
            self.path = Some(c_text(path));
            self.offset = i64::try_from(offset).ok();
        }
        self
    }
}

/// Text for C: what follows a NUL would be lost, so a NUL is replaced.
pub(crate) fn c_text(text: &str) -> CString {
    CString::new(text).unwrap_or_else(|_| CString::new(text.replace('\0', "\u{FFFD}")).unwrap_or_default())
}

/// A document for C to keep; it has no NUL.
pub(crate) fn document(json: Option<String>) -> Result<*mut c_char, Failure> {
    let mut json = json.ok_or_else(Failure::memory)?;
    json.try_reserve_exact(1).map_err(|_| Failure::memory())?;
    Ok(CString::new(json).unwrap_or_default().into_raw())
}

impl From<HeaderError> for Failure {
    fn from(error: HeaderError) -> Self {
        let code = match error {
            HeaderError::Memory => TILLWIRE_E_MEMORY,
            _ => TILLWIRE_E_HEADER_FORMAT,
        };
        Self::new(code, &error).hint(error.hint())
    }
}

impl From<SettingError> for Failure {
    fn from(error: SettingError) -> Self {
        let code = match error {
            SettingError::Secret { .. } => TILLWIRE_E_SECRET,
            _ => TILLWIRE_E_SETTING,
        };
        Self::new(code, &error).hint(error.hint())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let code = match &refusal {
            Refusal::HeaderMissing { .. } => TILLWIRE_E_HEADER_MISSING,
            Refusal::HeaderConflict { .. } => TILLWIRE_E_HEADER_CONFLICT,
            Refusal::SignatureFormat { .. } => TILLWIRE_E_SIGNATURE_FORMAT,
            Refusal::TimestampFormat { .. } => TILLWIRE_E_TIMESTAMP_FORMAT,
            Refusal::TimestampAge { .. } => TILLWIRE_E_TIMESTAMP_AGE,
            // A kind of refusal that is newer than this table is a refusal all the same.
            _ => TILLWIRE_E_SIGNATURE_MISMATCH,
        };
        let mut failure = Self::new(code, &refusal).hint(refusal.hint());
        if let Refusal::TimestampAge { skew_seconds, .. } = refusal {
            failure.skew_seconds = Some(skew_seconds);
        }
        failure
    }
}

const fn json_code(error: &JsonError) -> i32 {
    match error.kind {
        JsonErrorKind::BodyTooLarge => TILLWIRE_E_BODY_TOO_LARGE,
        JsonErrorKind::TooDeep => TILLWIRE_E_TOO_DEEP,
        JsonErrorKind::TooManyElements => TILLWIRE_E_TOO_MANY_ELEMENTS,
        JsonErrorKind::OutOfMemory => TILLWIRE_E_MEMORY,
        _ => TILLWIRE_E_NOT_JSON,
    }
}

impl From<DecodeError> for Failure {
    fn from(error: DecodeError) -> Self {
        let code = match &error {
            DecodeError::Json(json) => json_code(json),
            DecodeError::NoIdentity { .. } => TILLWIRE_E_NO_IDENTITY,
            DecodeError::TooManyLines { .. } => TILLWIRE_E_TOO_MANY_ELEMENTS,
            DecodeError::OutOfMemory => TILLWIRE_E_MEMORY,
            _ => TILLWIRE_E_SHAPE,
        };
        Self::new(code, &error).hint(error.hint()).at(error.place())
    }
}

impl From<DictionaryError> for Failure {
    fn from(error: DictionaryError) -> Self {
        let code = match &error {
            DictionaryError::Json(json) => json_code(json),
            DictionaryError::NotServed { .. } => TILLWIRE_E_ARGUMENT,
            DictionaryError::OutOfMemory => TILLWIRE_E_MEMORY,
            _ => TILLWIRE_E_SHAPE,
        };
        Self::new(code, &error).hint(error.hint()).at(error.place())
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Refused(refusal) => refusal.into(),
            OpenError::Undecodable(error) => error.into(),
            too_large => Self::new(TILLWIRE_E_BODY_TOO_LARGE, &too_large).hint(too_large.hint()),
        }
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        let (code, place) = match &error {
            ImportError::Json(json) => (json_code(json), Some((json.path.as_str(), json.offset))),
            ImportError::Version { .. } => (TILLWIRE_E_VERSION, None),
            ImportError::Odd { path, offset } => (TILLWIRE_E_EXPORT, Some((path.as_str(), *offset))),
            ImportError::OutOfMemory => (TILLWIRE_E_MEMORY, None),
            _ => (TILLWIRE_E_EXPORT, None),
        };
        Self::new(code, &error).hint(error.hint()).at(place)
    }
}

impl From<MoneyError> for Failure {
    fn from(error: MoneyError) -> Self {
        let code = match error {
            MoneyError::Inexact => TILLWIRE_E_INEXACT,
            MoneyError::OutOfRange => TILLWIRE_E_RANGE,
        };
        Self::new(code, &error)
    }
}

impl From<AmountError> for Failure {
    fn from(error: AmountError) -> Self {
        let code = match error {
            AmountError::Absent => TILLWIRE_ABSENT,
            AmountError::Unit => TILLWIRE_E_UNIT,
            AmountError::OutOfRange => TILLWIRE_E_RANGE,
            AmountError::OutOfMemory => TILLWIRE_E_MEMORY,
            _ => TILLWIRE_E_NOT_A_NUMBER,
        };
        Self::new(code, &error).hint(error.hint())
    }
}

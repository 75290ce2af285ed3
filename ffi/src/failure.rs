//! Why a call failed: every error of the core in the form in which C reads it.

use core::ffi::c_char;
use std::ffi::{CStr, CString};
use std::fmt::Display;

use tillwire_core::dictionary::DictionaryError;
use tillwire_core::event::{AmountError, DecodeError};
use tillwire_core::http::{AccountError, CallBuildError, CallError, CrawlError, Trouble};
use tillwire_core::json::{Document, JsonError, JsonErrorKind};
use tillwire_core::lifecycle::ImportError;
use tillwire_core::poll::PollError;
use tillwire_core::value::MoneyError;
use tillwire_core::verify::{HeaderError, OpenError, Refusal, SettingError};

use crate::error::{
    TILLWIRE_ERROR_ANSWER, TILLWIRE_ERROR_ATTEMPTS, TILLWIRE_ERROR_CODE, TILLWIRE_ERROR_DETAILS,
    TILLWIRE_ERROR_HINT, TILLWIRE_ERROR_HTTP_STATUS, TILLWIRE_ERROR_MAY_BE_DONE, TILLWIRE_ERROR_MESSAGE,
    TILLWIRE_ERROR_OFFSET, TILLWIRE_ERROR_PARAMETER, TILLWIRE_ERROR_PATH, TILLWIRE_ERROR_PLATFORM_CODE,
    TILLWIRE_ERROR_PLATFORM_MESSAGE, TILLWIRE_ERROR_REQUEST_ID, TILLWIRE_ERROR_RETRY_AFTER_MS,
    TILLWIRE_ERROR_SKEW_SECONDS, TILLWIRE_ERROR_STOP,
};
use crate::status::{
    TILLWIRE_ABSENT, TILLWIRE_E_ARGUMENT, TILLWIRE_E_BODY_TOO_LARGE, TILLWIRE_E_BUFFER,
    TILLWIRE_E_CALL_INCOMPLETE, TILLWIRE_E_CALL_PARAMETER, TILLWIRE_E_CALL_REFUSED, TILLWIRE_E_CALL_STUCK,
    TILLWIRE_E_EXPORT, TILLWIRE_E_HEADER_CONFLICT, TILLWIRE_E_HEADER_FORMAT, TILLWIRE_E_HEADER_MISSING,
    TILLWIRE_E_INEXACT, TILLWIRE_E_MEMORY, TILLWIRE_E_NO_IDENTITY, TILLWIRE_E_NOT_A_NUMBER,
    TILLWIRE_E_NOT_JSON, TILLWIRE_E_PANIC, TILLWIRE_E_RANGE, TILLWIRE_E_SECRET, TILLWIRE_E_SETTING,
    TILLWIRE_E_SHAPE, TILLWIRE_E_SIGNATURE_FORMAT, TILLWIRE_E_SIGNATURE_MISMATCH, TILLWIRE_E_STATE,
    TILLWIRE_E_TIMESTAMP_AGE, TILLWIRE_E_TIMESTAMP_FORMAT, TILLWIRE_E_TOO_DEEP, TILLWIRE_E_TOO_MANY_ELEMENTS,
    TILLWIRE_E_UNIT, TILLWIRE_E_UNSUPPORTED, TILLWIRE_E_VERSION,
};
#[cfg(feature = "transport")]
use crate::status::{TILLWIRE_E_CALL_BAD_ANSWER, TILLWIRE_E_RANDOM};

/// A status with what there is to say about it.
pub(crate) struct Failure {
    pub(crate) code: i32,
    pub(crate) message: CString,
    /// More texts and numbers, by the field (TILLWIRE_ERROR_HINT, ...) under which C reads them.
    texts: Vec<(i32, CString)>,
    ints: Vec<(i32, i64)>,
}

impl Failure {
    fn new(code: i32, message: &dyn Display) -> Self {
        let message = c_text(&message.to_string());
        Self { code, message, texts: Vec::new(), ints: Vec::new() }
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

    /// This flavour of the library cannot do it.
    pub(crate) fn unsupported(message: &str) -> Self {
        Self::new(TILLWIRE_E_UNSUPPORTED, &message).hint("use the full flavour of the library, or do without")
    }

    /// The operating system gives no random bytes.
    #[cfg(feature = "transport")]
    pub(crate) fn random(message: &str) -> Self {
        Self::new(TILLWIRE_E_RANDOM, &message)
    }

    /// The platform answered otherwise than it documents.
    #[cfg(feature = "transport")]
    pub(crate) fn bad_answer(message: &str) -> Self {
        Self::new(TILLWIRE_E_CALL_BAD_ANSWER, &message)
    }

    /// The handle is not where this can be done.
    pub(crate) fn state(message: &str) -> Self {
        Self::new(TILLWIRE_E_STATE, &message)
    }

    pub(crate) fn hint(self, hint: &str) -> Self {
        self.text(TILLWIRE_ERROR_HINT, Some(hint))
    }

    /// Adds a text, where there is one and memory for it.
    fn text(mut self, field: i32, text: Option<&str>) -> Self {
        let copy = text.and_then(|text| {
            let mut copy = Vec::new();
            copy.try_reserve_exact(text.len().saturating_add(1)).ok()?;
            copy.extend_from_slice(text.as_bytes());
            CString::new(copy).ok().or_else(|| Some(c_text(text)))
        });
        self.texts.extend(copy.map(|copy| (field, copy)));
        self
    }

    /// Adds a number, where there is one.
    fn int(mut self, field: i32, int: Option<i64>) -> Self {
        self.ints.extend(int.map(|int| (field, int)));
        self
    }

    fn at(self, place: Option<(&str, usize)>) -> Self {
        let offset = place.and_then(|(_, offset)| i64::try_from(offset).ok());
        self.text(TILLWIRE_ERROR_PATH, place.map(|(path, _)| path)).int(TILLWIRE_ERROR_OFFSET, offset)
    }

    /// A text by field; `None` where there is none, or the field is unknown.
    pub(crate) fn text_of(&self, field: i32) -> Option<&CStr> {
        if field == TILLWIRE_ERROR_MESSAGE {
            return Some(&self.message);
        }
        self.texts.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_c_str())
    }

    /// A till that may not ask, and why.
    pub(crate) fn refused(why: &str) -> Self {
        Self::new(TILLWIRE_E_CALL_REFUSED, &why)
    }

    /// The trouble of a call, where the failure is of one.
    pub(crate) fn trouble(&self) -> Option<Trouble> {
        Trouble::from_code(TILLWIRE_E_CALL_PARAMETER.checked_sub(self.code)?)
    }

    /// A number by field; `None` where there is none, or the field is unknown.
    pub(crate) fn int_of(&self, field: i32) -> Option<i64> {
        if field == TILLWIRE_ERROR_CODE {
            return Some(i64::from(self.code));
        }
        self.ints.iter().find(|(known, _)| *known == field).map(|(_, int)| *int)
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

impl From<PollError> for Failure {
    fn from(error: PollError) -> Self {
        let code = match error {
            PollError::Decode(error) => return error.into(),
            PollError::Build(error) => return error.into(),
            PollError::Crawl(error) => return error.into(),
            PollError::OtherReply => TILLWIRE_E_STATE,
            PollError::NoExport => TILLWIRE_E_EXPORT,
            PollError::Version { .. } => TILLWIRE_E_VERSION,
            _ => TILLWIRE_E_MEMORY,
        };
        Self::new(code, &error).hint(error.hint())
    }
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
        let skew = match refusal {
            Refusal::TimestampAge { skew_seconds, .. } => Some(skew_seconds),
            _ => None,
        };
        Self::new(code, &refusal).hint(refusal.hint()).int(TILLWIRE_ERROR_SKEW_SECONDS, skew)
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

impl From<AccountError> for Failure {
    fn from(error: AccountError) -> Self {
        let code = match error {
            AccountError::Secret { .. } => TILLWIRE_E_SECRET,
            _ => TILLWIRE_E_SETTING,
        };
        Self::new(code, &error).hint(error.hint())
    }
}

impl From<CallBuildError> for Failure {
    fn from(error: CallBuildError) -> Self {
        let code = match error {
            CallBuildError::OtherPlatform { .. } => TILLWIRE_E_ARGUMENT,
            CallBuildError::NoPath { .. }
            | CallBuildError::NoBase { .. }
            | CallBuildError::NoCredential { .. } => TILLWIRE_E_SETTING,
            CallBuildError::OutOfMemory => TILLWIRE_E_MEMORY,
            _ => TILLWIRE_E_CALL_PARAMETER,
        };
        let parameter = match error {
            CallBuildError::NotTaken { parameter, .. }
            | CallBuildError::Missing { parameter, .. }
            | CallBuildError::Form { parameter, .. }
            | CallBuildError::Range { parameter, .. } => Some(parameter),
            CallBuildError::Together { first, .. } => Some(first),
            _ => None,
        };
        let parameter = parameter.map(|parameter| i64::from(parameter.code()));
        Self::new(code, &error).hint(error.hint()).int(TILLWIRE_ERROR_PARAMETER, parameter)
    }
}

impl From<CallError> for Failure {
    fn from(error: CallError) -> Self {
        // A kind of trouble that is newer than the header's list has its number all the same.
        let code = TILLWIRE_E_CALL_PARAMETER.saturating_sub(error.trouble().code());
        let details: Vec<String> = error
            .details()
            .iter()
            .map(|detail| match detail.field.as_str() {
                "" => detail.message.clone(),
                field => format!("{field}: {}", detail.message),
            })
            .collect();
        let details = Some(details.join("\n")).filter(|details| !details.is_empty());
        let raw = String::from_utf8_lossy(error.raw());
        let answer = error.document().map(Document::text).or(Some(&*raw)).filter(|text| !text.is_empty());
        let place = error.json().map(|json| (json.path.as_str(), json.offset));
        let attempts = Some(i64::from(error.attempts()));
        let retry_after = error.retry_after_ms().and_then(|wait| i64::try_from(wait).ok());
        Self::new(code, &error)
            .hint(error.hint())
            .at(place)
            .text(TILLWIRE_ERROR_PLATFORM_CODE, error.code())
            .text(TILLWIRE_ERROR_REQUEST_ID, error.request_id())
            .text(TILLWIRE_ERROR_PLATFORM_MESSAGE, error.platform_message())
            .text(TILLWIRE_ERROR_DETAILS, details.as_deref())
            .text(TILLWIRE_ERROR_ANSWER, answer)
            .int(TILLWIRE_ERROR_HTTP_STATUS, error.status().map(i64::from))
            .int(TILLWIRE_ERROR_ATTEMPTS, attempts)
            .int(TILLWIRE_ERROR_RETRY_AFTER_MS, retry_after)
            .int(TILLWIRE_ERROR_MAY_BE_DONE, Some(i64::from(error.may_be_done())))
            .int(TILLWIRE_ERROR_STOP, Some(i64::from(error.stop().code())))
    }
}

impl From<CrawlError> for Failure {
    fn from(error: CrawlError) -> Self {
        let (code, hint) = match error {
            CrawlError::Incomplete { .. } => {
                (TILLWIRE_E_CALL_INCOMPLETE, "what was read is good; read the list again from its beginning")
            }
            CrawlError::Stuck { .. } => {
                (TILLWIRE_E_CALL_STUCK, "check whether something on the way answers from a cache")
            }
            _ => (TILLWIRE_E_SHAPE, "check that nothing between till and platform rewrites answers"),
        };
        Self::new(code, &error).hint(hint)
    }
}

//! Names of codes
//!
//! Each code has a name, the same as in JSON: for logs, displays and messages.

use core::ffi::c_char;

use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::{EventKind, SubjectKind, TypeSource};
use tillwire_core::http::{Environment, Failure, Operation, Parameter, Stop};
use tillwire_core::lifecycle::{
    Action, Ask, Courier, LineChangeKind, PaymentStatus, Permission, Progress, Verdict,
};
use tillwire_core::order::{AdjustmentKind, Fulfilment, LineKind, PartyRole};
use tillwire_core::verify::{Assurance, Scheme};
use tillwire_core::{Platform, ProblemCode};

use crate::boundary;
use crate::status::{
    TILLWIRE_ABSENT, TILLWIRE_AGAIN, TILLWIRE_DUPLICATE, TILLWIRE_E_ARGUMENT, TILLWIRE_E_BODY_TOO_LARGE,
    TILLWIRE_E_BUFFER, TILLWIRE_E_CALL_BAD_ANSWER, TILLWIRE_E_CALL_BROKEN, TILLWIRE_E_CALL_CANCELLED,
    TILLWIRE_E_CALL_CONFLICT, TILLWIRE_E_CALL_FORBIDDEN, TILLWIRE_E_CALL_INCOMPLETE, TILLWIRE_E_CALL_INVALID,
    TILLWIRE_E_CALL_KEY_CONFLICT, TILLWIRE_E_CALL_NO_CONNECTION, TILLWIRE_E_CALL_NO_HOST,
    TILLWIRE_E_CALL_NOT_FOUND, TILLWIRE_E_CALL_PARAMETER, TILLWIRE_E_CALL_PROXY,
    TILLWIRE_E_CALL_RATE_LIMITED, TILLWIRE_E_CALL_REDIRECTED, TILLWIRE_E_CALL_REFUSED, TILLWIRE_E_CALL_STUCK,
    TILLWIRE_E_CALL_TIMED_OUT, TILLWIRE_E_CALL_TOO_LARGE, TILLWIRE_E_CALL_TRANSITION,
    TILLWIRE_E_CALL_UNAUTHORIZED, TILLWIRE_E_CALL_UNAVAILABLE, TILLWIRE_E_CALL_UNSUPPORTED,
    TILLWIRE_E_CALL_UNTRUSTED, TILLWIRE_E_EXPORT, TILLWIRE_E_HEADER_CONFLICT, TILLWIRE_E_HEADER_FORMAT,
    TILLWIRE_E_HEADER_MISSING, TILLWIRE_E_INEXACT, TILLWIRE_E_MEMORY, TILLWIRE_E_NO_IDENTITY,
    TILLWIRE_E_NOT_A_NUMBER, TILLWIRE_E_NOT_JSON, TILLWIRE_E_PANIC, TILLWIRE_E_RANDOM, TILLWIRE_E_RANGE,
    TILLWIRE_E_SECRET, TILLWIRE_E_SETTING, TILLWIRE_E_SHAPE, TILLWIRE_E_SIGNATURE_FORMAT,
    TILLWIRE_E_SIGNATURE_MISMATCH, TILLWIRE_E_STATE, TILLWIRE_E_TIMESTAMP_AGE, TILLWIRE_E_TIMESTAMP_FORMAT,
    TILLWIRE_E_TOO_DEEP, TILLWIRE_E_TOO_MANY_ELEMENTS, TILLWIRE_E_UNIT, TILLWIRE_E_UNSUPPORTED,
    TILLWIRE_E_VERSION, TILLWIRE_OK,
};

/// TILLWIRE_PLATFORM_ codes.
pub const TILLWIRE_NAMES_PLATFORM: i32 = 1;
/// TILLWIRE_SCHEME_ codes.
pub const TILLWIRE_NAMES_SCHEME: i32 = 2;
/// TILLWIRE_ASSURANCE_ codes.
pub const TILLWIRE_NAMES_ASSURANCE: i32 = 3;
/// TILLWIRE_KIND_ codes.
pub const TILLWIRE_NAMES_KIND: i32 = 4;
/// TILLWIRE_TYPE_FROM_ codes.
pub const TILLWIRE_NAMES_TYPE_FROM: i32 = 5;
/// TILLWIRE_PROGRESS_ codes.
pub const TILLWIRE_NAMES_PROGRESS: i32 = 6;
/// TILLWIRE_PAY_ codes.
pub const TILLWIRE_NAMES_PAY: i32 = 7;
/// TILLWIRE_FULFILMENT_ codes.
pub const TILLWIRE_NAMES_FULFILMENT: i32 = 8;
/// TILLWIRE_ITEM_ codes.
pub const TILLWIRE_NAMES_ITEM: i32 = 9;
/// TILLWIRE_ROLE_ codes.
pub const TILLWIRE_NAMES_ROLE: i32 = 10;
/// TILLWIRE_P_ codes.
pub const TILLWIRE_NAMES_P: i32 = 11;
/// TILLWIRE_COURIER_ codes.
pub const TILLWIRE_NAMES_COURIER: i32 = 13;
/// TILLWIRE_ADJUST_ codes.
pub const TILLWIRE_NAMES_ADJUST: i32 = 14;
/// TILLWIRE_ABOUT_ codes.
pub const TILLWIRE_NAMES_ABOUT: i32 = 15;
/// TILLWIRE_VOCABULARY_ codes.
pub const TILLWIRE_NAMES_VOCABULARY: i32 = 16;
/// TILLWIRE_VERDICT_ codes.
pub const TILLWIRE_NAMES_VERDICT: i32 = 17;
/// TILLWIRE_ACTION_ codes.
pub const TILLWIRE_NAMES_ACTION: i32 = 18;
/// TILLWIRE_EDIT_ codes.
pub const TILLWIRE_NAMES_EDIT: i32 = 19;
/// TILLWIRE_ASK_ codes.
pub const TILLWIRE_NAMES_ASK: i32 = 20;
/// TILLWIRE_MAY_ codes.
pub const TILLWIRE_NAMES_MAY: i32 = 21;
/// TILLWIRE_OPERATION_ codes.
pub const TILLWIRE_NAMES_OPERATION: i32 = 22;
/// TILLWIRE_PARAMETER_ codes.
pub const TILLWIRE_NAMES_PARAMETER: i32 = 23;
/// TILLWIRE_ENVIRONMENT_ codes.
pub const TILLWIRE_NAMES_ENVIRONMENT: i32 = 24;
/// TILLWIRE_FAILURE_ codes.
pub const TILLWIRE_NAMES_FAILURE: i32 = 25;
/// TILLWIRE_STOP_ codes.
pub const TILLWIRE_NAMES_STOP: i32 = 26;

/// Status codes: TILLWIRE_OK, TILLWIRE_E_ codes and the like.
pub const TILLWIRE_NAMES_STATUS: i32 = 12;

/// The name of a code of a group (TILLWIRE_NAMES_PROGRESS, ...), as in "accepted". Static text; NULL where the group or
/// code is unknown. Takes the number as the getters give it.
///
/// Any number of threads. Since 0.1.
#[unsafe(no_mangle)]
pub extern "C" fn tillwire_name(group: i32, code: i64) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        let name = i32::try_from(code).ok().and_then(|code| match group {
            TILLWIRE_NAMES_PLATFORM => Platform::from_code(code).map(Platform::name_with_nul),
            TILLWIRE_NAMES_SCHEME => Scheme::from_code(code).map(Scheme::name_with_nul),
            TILLWIRE_NAMES_ASSURANCE => Assurance::from_code(code).map(Assurance::name_with_nul),
            TILLWIRE_NAMES_KIND => EventKind::from_code(code).map(EventKind::name_with_nul),
            TILLWIRE_NAMES_TYPE_FROM => TypeSource::from_code(code).map(TypeSource::name_with_nul),
            TILLWIRE_NAMES_PROGRESS => Progress::from_code(code).map(Progress::name_with_nul),
            TILLWIRE_NAMES_PAY => PaymentStatus::from_code(code).map(PaymentStatus::name_with_nul),
            TILLWIRE_NAMES_FULFILMENT => Fulfilment::from_code(code).map(Fulfilment::name_with_nul),
            TILLWIRE_NAMES_ITEM => LineKind::from_code(code).map(LineKind::name_with_nul),
            TILLWIRE_NAMES_ROLE => PartyRole::from_code(code).map(PartyRole::name_with_nul),
            TILLWIRE_NAMES_P => ProblemCode::from_code(code).map(ProblemCode::name_with_nul),
            TILLWIRE_NAMES_COURIER => Courier::from_code(code).map(Courier::name_with_nul),
            TILLWIRE_NAMES_ADJUST => AdjustmentKind::from_code(code).map(AdjustmentKind::name_with_nul),
            TILLWIRE_NAMES_ABOUT => SubjectKind::from_code(code).map(SubjectKind::name_with_nul),
            TILLWIRE_NAMES_VOCABULARY => Vocabulary::from_code(code).map(Vocabulary::name_with_nul),
            TILLWIRE_NAMES_VERDICT => Verdict::from_code(code).map(Verdict::name_with_nul),
            TILLWIRE_NAMES_ACTION => Action::from_code(code).map(Action::name_with_nul),
            TILLWIRE_NAMES_EDIT => LineChangeKind::from_code(code).map(LineChangeKind::name_with_nul),
            TILLWIRE_NAMES_ASK => Ask::from_code(code).map(Ask::name_with_nul),
            TILLWIRE_NAMES_MAY => Permission::from_code(code).map(Permission::name_with_nul),
            TILLWIRE_NAMES_OPERATION => Operation::from_code(code).map(Operation::name_with_nul),
            TILLWIRE_NAMES_PARAMETER => Parameter::from_code(code).map(Parameter::name_with_nul),
            TILLWIRE_NAMES_ENVIRONMENT => Environment::from_code(code).map(Environment::name_with_nul),
            TILLWIRE_NAMES_FAILURE => Failure::from_code(code).map(Failure::name_with_nul),
            TILLWIRE_NAMES_STOP => Stop::from_code(code).map(Stop::name_with_nul),
            TILLWIRE_NAMES_STATUS => status_name(code),
            _ => None,
        });
        name.map_or(core::ptr::null(), |name| name.as_ptr().cast())
    })
}

/// The name of a status code, with a NUL behind it.
const fn status_name(code: i32) -> Option<&'static str> {
    Some(match code {
        TILLWIRE_OK => "ok\0",
        TILLWIRE_ABSENT => "absent\0",
        TILLWIRE_DUPLICATE => "duplicate\0",
        TILLWIRE_AGAIN => "again\0",
        TILLWIRE_E_ARGUMENT => "argument\0",
        TILLWIRE_E_MEMORY => "memory\0",
        TILLWIRE_E_PANIC => "panic\0",
        TILLWIRE_E_UNSUPPORTED => "unsupported\0",
        TILLWIRE_E_BUFFER => "buffer\0",
        TILLWIRE_E_STATE => "state\0",
        TILLWIRE_E_RANDOM => "random\0",
        TILLWIRE_E_INEXACT => "inexact\0",
        TILLWIRE_E_RANGE => "range\0",
        TILLWIRE_E_UNIT => "unit\0",
        TILLWIRE_E_NOT_A_NUMBER => "not_a_number\0",
        TILLWIRE_E_SECRET => "secret\0",
        TILLWIRE_E_SETTING => "setting\0",
        TILLWIRE_E_HEADER_MISSING => "header_missing\0",
        TILLWIRE_E_HEADER_CONFLICT => "header_conflict\0",
        TILLWIRE_E_HEADER_FORMAT => "header_format\0",
        TILLWIRE_E_SIGNATURE_FORMAT => "signature_format\0",
        TILLWIRE_E_SIGNATURE_MISMATCH => "signature_mismatch\0",
        TILLWIRE_E_TIMESTAMP_FORMAT => "timestamp_format\0",
        TILLWIRE_E_TIMESTAMP_AGE => "timestamp_age\0",
        TILLWIRE_E_NOT_JSON => "not_json\0",
        TILLWIRE_E_BODY_TOO_LARGE => "body_too_large\0",
        TILLWIRE_E_TOO_DEEP => "too_deep\0",
        TILLWIRE_E_TOO_MANY_ELEMENTS => "too_many_elements\0",
        TILLWIRE_E_SHAPE => "shape\0",
        TILLWIRE_E_NO_IDENTITY => "no_identity\0",
        TILLWIRE_E_EXPORT => "export\0",
        TILLWIRE_E_VERSION => "version\0",
        TILLWIRE_E_CALL_PARAMETER => "call_parameter\0",
        TILLWIRE_E_CALL_INVALID => "call_invalid\0",
        TILLWIRE_E_CALL_UNAUTHORIZED => "call_unauthorized\0",
        TILLWIRE_E_CALL_FORBIDDEN => "call_forbidden\0",
        TILLWIRE_E_CALL_NOT_FOUND => "call_not_found\0",
        TILLWIRE_E_CALL_TRANSITION => "call_transition\0",
        TILLWIRE_E_CALL_KEY_CONFLICT => "call_key_conflict\0",
        TILLWIRE_E_CALL_CONFLICT => "call_conflict\0",
        TILLWIRE_E_CALL_RATE_LIMITED => "call_rate_limited\0",
        TILLWIRE_E_CALL_UNAVAILABLE => "call_unavailable\0",
        TILLWIRE_E_CALL_UNSUPPORTED => "call_unsupported\0",
        TILLWIRE_E_CALL_REDIRECTED => "call_redirected\0",
        TILLWIRE_E_CALL_BAD_ANSWER => "call_bad_answer\0",
        TILLWIRE_E_CALL_TOO_LARGE => "call_too_large\0",
        TILLWIRE_E_CALL_NO_HOST => "call_no_host\0",
        TILLWIRE_E_CALL_NO_CONNECTION => "call_no_connection\0",
        TILLWIRE_E_CALL_UNTRUSTED => "call_untrusted\0",
        TILLWIRE_E_CALL_BROKEN => "call_broken\0",
        TILLWIRE_E_CALL_TIMED_OUT => "call_timed_out\0",
        TILLWIRE_E_CALL_CANCELLED => "call_cancelled\0",
        TILLWIRE_E_CALL_PROXY => "call_proxy\0",
        TILLWIRE_E_CALL_REFUSED => "call_refused\0",
        TILLWIRE_E_CALL_INCOMPLETE => "call_incomplete\0",
        TILLWIRE_E_CALL_STUCK => "call_stuck\0",
        _ => return None,
    })
}

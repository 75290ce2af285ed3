//! Names of codes
//!
//! Each code has a name, the same as in JSON: for logs, displays and messages.

use core::ffi::c_char;

use tillwire_core::event::{EventKind, TypeSource};
use tillwire_core::lifecycle::{PaymentStatus, Progress};
use tillwire_core::order::{Fulfilment, LineKind, PartyRole};
use tillwire_core::verify::{Assurance, Scheme};
use tillwire_core::{Platform, ProblemCode};

use crate::boundary;

/// TILLWIRE_PLATFORM_ codes.
pub const TILLWIRE_NAMES_PLATFORM: i32 = 1;
/// TILLWIRE_SCHEME_ codes.
pub const TILLWIRE_NAMES_SCHEME: i32 = 2;
/// TILLWIRE_ASSURANCE_ codes.
pub const TILLWIRE_NAMES_ASSURANCE: i32 = 3;
/// TILLWIRE_EVENT_KIND_ codes.
pub const TILLWIRE_NAMES_EVENT_KIND: i32 = 4;
/// TILLWIRE_TYPE_FROM_ codes.
pub const TILLWIRE_NAMES_TYPE_FROM: i32 = 5;
/// TILLWIRE_PROGRESS_ codes.
pub const TILLWIRE_NAMES_PROGRESS: i32 = 6;
/// TILLWIRE_PAYMENT_STATUS_ codes.
pub const TILLWIRE_NAMES_PAYMENT_STATUS: i32 = 7;
/// TILLWIRE_FULFILMENT_ codes.
pub const TILLWIRE_NAMES_FULFILMENT: i32 = 8;
/// TILLWIRE_KIND_ codes.
pub const TILLWIRE_NAMES_KIND: i32 = 9;
/// TILLWIRE_ROLE_ codes.
pub const TILLWIRE_NAMES_ROLE: i32 = 10;
/// TILLWIRE_PROBLEM_CODE_ codes.
pub const TILLWIRE_NAMES_PROBLEM_CODE: i32 = 11;

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
            TILLWIRE_NAMES_EVENT_KIND => EventKind::from_code(code).map(EventKind::name_with_nul),
            TILLWIRE_NAMES_TYPE_FROM => TypeSource::from_code(code).map(TypeSource::name_with_nul),
            TILLWIRE_NAMES_PROGRESS => Progress::from_code(code).map(Progress::name_with_nul),
            TILLWIRE_NAMES_PAYMENT_STATUS => PaymentStatus::from_code(code).map(PaymentStatus::name_with_nul),
            TILLWIRE_NAMES_FULFILMENT => Fulfilment::from_code(code).map(Fulfilment::name_with_nul),
            TILLWIRE_NAMES_KIND => LineKind::from_code(code).map(LineKind::name_with_nul),
            TILLWIRE_NAMES_ROLE => PartyRole::from_code(code).map(PartyRole::name_with_nul),
            TILLWIRE_NAMES_PROBLEM_CODE => ProblemCode::from_code(code).map(ProblemCode::name_with_nul),
            _ => None,
        });
        name.map_or(core::ptr::null(), |name| name.as_ptr().cast())
    })
}

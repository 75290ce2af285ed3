//! Steps
//!
//! The kitchen's journey as far as it is reported, first to last, by position from 0; TILLWIRE_ORDER_STEP_COUNT says how
//! many.

use core::ffi::c_char;

use tillwire_core::order::{StepInt, StepRef, StepText, StepTime};

use crate::boundary;
use crate::order::tillwire_order;
use crate::value::{tillwire_time, time_out};

/// Text: the step in the platform's own word.
pub const TILLWIRE_STEP_STATE: i32 = 8101;
/// Text: the kitchen station that reported it.
pub const TILLWIRE_STEP_STATION: i32 = 8102;

/// Time: when it was reached, by the kitchen's clock.
pub const TILLWIRE_STEP_AT: i32 = 8301;

/// Code: what was reached, a TILLWIRE_PROGRESS_ code.
pub const TILLWIRE_STEP_PROGRESS: i32 = 8401;

/// A text of the step at a position by field (TILLWIRE_STEP_STATE, ...). Borrowed; NULL where absent. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_step_text(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `order` is NULL or live, `len` NULL or writable.
        unsafe {
            let step = step(order, position).zip(StepText::from_code(field));
            boundary::text_out(step.and_then(|(step, field)| step.text_with_nul(field)), len)
        }
    })
}

/// A code of the step at a position by field (TILLWIRE_STEP_PROGRESS).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_step_int(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || step(order, position)?.int(StepInt::from_code(field)?)) }
}

/// A time of the step at a position by field (TILLWIRE_STEP_AT).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to zeros, or TILLWIRE_E_ARGUMENT where `out` is
/// NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_step_time(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut tillwire_time,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { time_out(out, || step(order, position)?.time(StepTime::from_code(field)?)) }
}

/// The step at a position.
///
/// # Safety
/// `order` is NULL or live.
unsafe fn step<'o>(order: *const tillwire_order, position: usize) -> Option<StepRef<'o>> {
    // SAFETY: by the contract, `order` is NULL or live.
    unsafe { tillwire_order::get(order) }?.step(position)
}

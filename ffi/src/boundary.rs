//! The border between C and Rust: every export runs inside one of these functions, so that a panic, a bad
//! pointer or a bad length becomes a status.

use core::ffi::{CStr, c_char};
use std::ffi::CString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::tillwire_error;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_E_ARGUMENT, TILLWIRE_E_PANIC, TILLWIRE_OK};

/// Why a call failed, in the form in which C reads it.
pub(crate) struct Failure {
    pub(crate) code: i32,
    pub(crate) message: CString,
    pub(crate) hint: Option<CString>,
    pub(crate) path: Option<CString>,
    pub(crate) offset: Option<i64>,
    pub(crate) skew_seconds: Option<i64>,
}

impl Failure {
    pub(crate) fn new(code: i32, message: &str) -> Self {
        Self { code, message: c_text(message), hint: None, path: None, offset: None, skew_seconds: None }
    }

    pub(crate) fn argument(message: &str) -> Self {
        Self::new(TILLWIRE_E_ARGUMENT, message)
    }

    pub(crate) fn hint(mut self, hint: &str) -> Self {
        self.hint = Some(c_text(hint));
        self
    }
}

/// Text for C: what follows a NUL would be lost, so a NUL is replaced.
pub(crate) fn c_text(text: &str) -> CString {
    CString::new(text).unwrap_or_else(|_| CString::new(text.replace('\0', "\u{FFFD}")).unwrap_or_default())
}

/// Runs the body of a function that returns a status.
///
/// # Safety
/// `error` is NULL or writable.
pub(crate) unsafe fn status(
    error: *mut *mut tillwire_error,
    body: impl FnOnce() -> Result<i32, Failure>,
) -> i32 {
    // SAFETY: by the contract, the pointer is NULL or writable.
    let error = unsafe { error.as_mut() };
    let result = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(result) => result,
        Err(payload) => {
            // Dropping a payload may panic again; leaking it cannot.
            core::mem::forget(payload);
            Err(Failure::new(TILLWIRE_E_PANIC, "a defect in the library was contained").hint(
                "free the handle in use and go on; please report it with the message on standard error",
            ))
        }
    };
    let (code, failure) = match result {
        Ok(code) => (code, None),
        Err(failure) => (failure.code, Some(failure)),
    };
    if let Some(slot) = error {
        *slot = failure
            .map_or(core::ptr::null_mut(), |failure| Box::into_raw(Box::new(tillwire_error { failure })));
    }
    code
}

/// Runs the body of a function that returns a plain value; `None` after a panic.
pub(crate) fn value<T>(body: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => Some(value),
        Err(payload) => {
            core::mem::forget(payload);
            None
        }
    }
}

/// Ends a handle.
///
/// # Safety
/// `handle` is NULL or came from `Box::into_raw` and was not freed yet.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: by the contract, the handle is a live box.
        let handle = unsafe { Box::from_raw(handle) };
        value(|| drop(handle));
    }
}

/// Fills an integer's place from the body's answer: present, absent, or nowhere to put it.
pub(crate) fn int_out(out: Option<&mut i64>, body: impl FnOnce() -> Option<i64>) -> i32 {
    let Some(out) = out else { return TILLWIRE_E_ARGUMENT };
    *out = 0;
    match value(body) {
        Some(Some(number)) => {
            *out = number;
            TILLWIRE_OK
        }
        Some(None) => TILLWIRE_ABSENT,
        None => TILLWIRE_E_PANIC,
    }
}

/// Gives out borrowed text: NULL and 0 where absent.
pub(crate) fn text_out(text: Option<&CStr>, len: Option<&mut usize>) -> *const c_char {
    if let Some(len) = len {
        *len = text.map_or(0, CStr::count_bytes);
    }
    text.map_or(core::ptr::null(), CStr::as_ptr)
}

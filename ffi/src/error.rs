//! Errors
//!
//! A function that can fail takes a `tillwire_error **` as its last parameter. Pass NULL if the status is
//! enough. Otherwise the pointer is overwritten (not freed): with NULL on success, with an error that the
//! caller frees on failure. Messages are English, meant for a log and for the person who sets the till up;
//! they never contain a secret, a token or a customer's details.

use core::ffi::{CStr, c_char};

use crate::boundary;
use crate::failure::Failure;

/// What went wrong. Freed with tillwire_error_free().
#[allow(non_camel_case_types)]
pub struct tillwire_error {
    pub(crate) failure: Failure,
}

/// Text of an error: what was wrong, in a sentence.
pub const TILLWIRE_ERROR_MESSAGE: i32 = 5101;
/// Text of an error: what to do about it. Absent where there is nothing to add.
pub const TILLWIRE_ERROR_HINT: i32 = 5102;
/// Text of an error: where in the document, as in `$.order_items[0].quantity`. Absent where it is not about a
/// place in a document.
pub const TILLWIRE_ERROR_PATH: i32 = 5103;
/// Number of an error: the status code.
pub const TILLWIRE_ERROR_CODE: i32 = 5401;
/// Number of an error: the byte offset in the body, from 0.
pub const TILLWIRE_ERROR_OFFSET: i32 = 5402;
/// Number of an error: how far the signed time is from now, in seconds; positive means the delivery's time is in
/// the past.
pub const TILLWIRE_ERROR_SKEW_SECONDS: i32 = 5403;

/// Frees an error. NULL is fine.
///
/// Any number of threads, one error each. Since 0.1.
///
/// # Safety
/// `error` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_error_free(error: *mut tillwire_error) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `boundary::status`.
    unsafe { boundary::free(error) };
}

/// A text of an error by field (TILLWIRE_ERROR_MESSAGE, …). NULL where absent, where `error` is NULL or the
/// field is unknown. NUL-terminated UTF-8, borrowed from the error. `len`, if not NULL, gets the length in bytes
/// without the NUL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `error` is NULL or a live error; `len` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_error_text(
    error: *const tillwire_error,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `error` is NULL or live.
        let failure = unsafe { error.as_ref() }.map(|error| &error.failure);
        let text: Option<&CStr> = failure.and_then(|failure| match field {
            TILLWIRE_ERROR_MESSAGE => Some(failure.message.as_c_str()),
            TILLWIRE_ERROR_HINT => failure.hint.as_deref(),
            TILLWIRE_ERROR_PATH => failure.path.as_deref(),
            _ => None,
        });
        // SAFETY: by the contract above, `len` is NULL or writable.
        unsafe { boundary::put(len, text.map_or(0, CStr::count_bytes)) };
        text.map_or(core::ptr::null(), CStr::as_ptr)
    })
}

/// A number of an error by field (TILLWIRE_ERROR_CODE, …).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out`
/// is NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `error` is NULL or a live error; `out` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_error_int(error: *const tillwire_error, field: i32, out: *mut i64) -> i32 {
    let read = || {
        // SAFETY: by the contract above, `error` is NULL or live.
        let failure = unsafe { error.as_ref() }.map(|error| &error.failure)?;
        match field {
            TILLWIRE_ERROR_CODE => Some(i64::from(failure.code)),
            TILLWIRE_ERROR_OFFSET => failure.offset,
            TILLWIRE_ERROR_SKEW_SECONDS => failure.skew_seconds,
            _ => None,
        }
    };
    // SAFETY: by the contract above, `out` is NULL or writable.
    unsafe { boundary::fill(out, 0, read) }
}

/// Always fails with TILLWIRE_E_PANIC, by a panic inside the library that is contained at its border. Call it in
/// a test of your program, to see that your linker and loader left unwinding intact. The message that Rust
/// prints to standard error on a panic appears, as it would for a real one.
///
/// Returns TILLWIRE_E_PANIC. Any number of threads. Since 0.1.
///
/// # Safety
/// `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_test_panic(error: *mut *mut tillwire_error) -> i32 {
    // SAFETY: by the contract above, `error` is NULL or writable.
    unsafe { boundary::status(error, forced_panic) }
}

#[expect(clippy::panic, reason = "this is the panic whose containment is being tested")]
fn forced_panic() -> Result<i32, Failure> {
    panic!("forced by tillwire_test_panic");
}

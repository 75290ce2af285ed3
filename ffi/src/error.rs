//! Errors
//!
//! A function that can fail takes a `tillwire_error **` as its last parameter. Pass NULL if the status is
//! enough. Otherwise the pointer is overwritten (not freed): with NULL on success, with an error that the
//! caller frees on failure. Messages are English, meant for a log and for the person who sets the till up;
//! they never contain a secret, a token or a customer's details. The platform's own words, behind fields of their own, may.

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
/// Text of an error of a call: the platform's own code, as it wrote it.
pub const TILLWIRE_ERROR_PLATFORM_CODE: i32 = 5104;
/// Text of an error of a call: the platform's mark of the request, by which its support finds it.
pub const TILLWIRE_ERROR_REQUEST_ID: i32 = 5105;
/// Text of an error of a call: the platform's own words. Not for a log: they may repeat what was sent.
pub const TILLWIRE_ERROR_PLATFORM_MESSAGE: i32 = 5106;
/// Text of an error of a call: what is wrong with which member of the request, one in a line, in the platform's words. Not
/// for a log.
pub const TILLWIRE_ERROR_DETAILS: i32 = 5107;
/// Text of an error of a call: the body of the last answer where it is JSON, otherwise its first 4096 bytes. Not for a log.
pub const TILLWIRE_ERROR_ANSWER: i32 = 5108;
/// Number of an error: the status code.
pub const TILLWIRE_ERROR_CODE: i32 = 5401;
/// Number of an error: the byte offset in the body, from 0.
pub const TILLWIRE_ERROR_OFFSET: i32 = 5402;
/// Number of an error: how far the signed time is from now, in seconds; positive means the delivery's time is in
/// the past.
pub const TILLWIRE_ERROR_SKEW_SECONDS: i32 = 5403;
/// Number of an error of a call: the HTTP status of the last answer. Absent where there was none.
pub const TILLWIRE_ERROR_HTTP_STATUS: i32 = 5404;
/// Number of an error of a call: how many attempts were made.
pub const TILLWIRE_ERROR_ATTEMPTS: i32 = 5405;
/// Number of an error of a call: how long the platform asks to wait, in milliseconds.
pub const TILLWIRE_ERROR_RETRY_AFTER_MS: i32 = 5406;
/// Number of an error of a call: 1 if the platform may have done what was asked although there is no reply, otherwise 0.
/// Always 0 for a read.
pub const TILLWIRE_ERROR_MAY_BE_DONE: i32 = 5407;
/// Number of an error of a call: why it was not tried again, a TILLWIRE_STOP_ code.
pub const TILLWIRE_ERROR_STOP: i32 = 5408;
/// Number of an error of a call that cannot be made: which parameter it is about, a TILLWIRE_PARAMETER_ code.
pub const TILLWIRE_ERROR_PARAMETER: i32 = 5409;

/// Stop: it would come to the same.
pub const TILLWIRE_STOP_FINAL: i32 = 1;
/// Stop: it may have been done, and the platform could not tell a repeat.
pub const TILLWIRE_STOP_UNSAFE: i32 = 2;
/// Stop: there were as many attempts as there may be.
pub const TILLWIRE_STOP_ATTEMPTS: i32 = 3;
/// Stop: the wait would end after the call's deadline.
pub const TILLWIRE_STOP_DEADLINE: i32 = 4;

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
        let text: Option<&CStr> = failure.and_then(|failure| failure.text_of(field));
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
        unsafe { error.as_ref() }?.failure.int_of(field)
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

//! The border between C and Rust: every export runs inside one of these functions, so that a panic becomes a status,
//! and every pointer and length passes one of these checks.

use core::ffi::{CStr, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};

use tillwire_core::Limits;
use tillwire_core::verify::OpenError;

use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_E_ARGUMENT, TILLWIRE_E_PANIC, TILLWIRE_OK};

/// Runs the body of a function that returns a status and tells the failure.
///
/// # Safety
/// `error` is NULL or may be written to.
pub(crate) unsafe fn status(
    error: *mut *mut tillwire_error,
    body: impl FnOnce() -> Result<i32, Failure>,
) -> i32 {
    let result = contained(body).unwrap_or_else(|| Err(Failure::panic()));
    let (code, handle) = match result {
        Ok(code) => (code, core::ptr::null_mut()),
        Err(failure) if error.is_null() => (failure.code, core::ptr::null_mut()),
        Err(failure) => (failure.code, Box::into_raw(Box::new(tillwire_error { failure }))),
    };
    // SAFETY: by the contract, `error` is NULL or may be written to.
    unsafe { put(error, handle) };
    code
}

/// Runs the body of a getter: `absent` after a panic.
pub(crate) fn get<T>(absent: T, body: impl FnOnce() -> T) -> T {
    contained(body).unwrap_or(absent)
}

/// Runs the body of a getter that fills a place: present, absent, or nowhere to put it.
///
/// # Safety
/// `out` is NULL or may be written to.
pub(crate) unsafe fn fill<T>(out: *mut T, empty: T, body: impl FnOnce() -> Option<T>) -> i32 {
    if out.is_null() {
        return TILLWIRE_E_ARGUMENT;
    }
    let (status, value) = match contained(body) {
        Some(Some(value)) => (TILLWIRE_OK, value),
        Some(None) => (TILLWIRE_ABSENT, empty),
        None => (TILLWIRE_E_PANIC, empty),
    };
    // SAFETY: by the contract, `out` may be written to.
    unsafe { put(out, value) };
    status
}

/// Runs code, and answers `None` if it panicked.
fn contained<T>(body: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => Some(value),
        Err(payload) => {
            // Dropping what was thrown may throw again; that second payload is leaked, since it cannot.
            if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
                core::mem::forget(again);
            }
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
        contained(|| drop(handle));
    }
}

/// Writes to a place that the caller gave, if there is one.
///
/// # Safety
/// `place` is NULL or may be written to.
pub(crate) unsafe fn put<T>(place: *mut T, value: T) {
    if !place.is_null() {
        // SAFETY: by the contract, the place may be written to; nothing is assumed of its alignment or content.
        unsafe { place.write_unaligned(value) };
    }
}

/// Gives out borrowed text that has a NUL behind it: NULL and 0 where absent.
///
/// # Safety
/// `len` is NULL or may be written to.
pub(crate) unsafe fn text_out(text: Option<&str>, len: *mut usize) -> *const c_char {
    let text = text.filter(|text| text.ends_with('\0'));
    // SAFETY: by the contract, `len` is NULL or may be written to.
    unsafe { put(len, text.map_or(0, |text| text.len().saturating_sub(1))) };
    text.map_or(core::ptr::null(), |text| text.as_ptr().cast())
}

/// The longest run of bytes that is read. No header or secret is that long; what claims to be is a negative number
/// that was passed on as a length, in 32 or 64 bits.
const MOST_BYTES: usize = Limits::MAX_BODY_BYTES;

/// Bytes that the caller passed, other than a body.
///
/// # Safety
/// `data` is NULL or `len` bytes can be read there as long as the result lives.
pub(crate) unsafe fn bytes<'a>(data: *const u8, len: usize, name: &str) -> Result<&'a [u8], Failure> {
    if len > MOST_BYTES {
        return Err(impossible(len, name));
    }
    // SAFETY: by the contract, `len` bytes can be read at `data`.
    unsafe { readable(data, len, name) }
}

/// Numbers that the caller passed; nothing is assumed of their alignment.
///
/// # Safety
/// `data` is NULL or `count` numbers can be read there.
pub(crate) unsafe fn numbers(data: *const i32, count: usize, name: &str) -> Result<Vec<i32>, Failure> {
    // SAFETY: by the contract, `count` numbers can be read, which are so many bytes.
    let bytes = unsafe { bytes(data.cast(), count.saturating_mul(size_of::<i32>()), name)? };
    let mut numbers = Vec::new();
    numbers.try_reserve_exact(count).map_err(|_| Failure::memory())?;
    let chunks = bytes.chunks_exact(size_of::<i32>()).filter_map(<[u8]>::first_chunk);
    numbers.extend(chunks.map(|chunk| i32::from_ne_bytes(*chunk)));
    Ok(numbers)
}

/// A body that the caller passed. One that exceeds every limit is told from a length that is none, since the sender is
/// answered differently.
///
/// # Safety
/// `data` is NULL or `len` bytes can be read there as long as the result lives.
pub(crate) unsafe fn body<'a>(data: *const u8, len: usize) -> Result<&'a [u8], Failure> {
    if isize::try_from(len).is_err() {
        return Err(impossible(len, "body"));
    }
    if len > MOST_BYTES && !data.is_null() {
        return Err(OpenError::TooLarge { size: len, limit: MOST_BYTES }.into());
    }
    // SAFETY: by the contract, `len` bytes can be read at `data`.
    unsafe { readable(data, len, "body") }
}

fn impossible(len: usize, name: &str) -> Failure {
    Failure::argument(&format!("the length of {name} is {len}, more than it can be"))
        .hint("was a negative number, such as a failed read, passed on as a length?")
}

/// # Safety
/// `data` is NULL or `len` bytes, at most [`MOST_BYTES`], can be read there as long as the result lives.
unsafe fn readable<'a>(data: *const u8, len: usize, name: &str) -> Result<&'a [u8], Failure> {
    if len == 0 {
        return Ok(&[]);
    }
    if data.is_null() {
        return Err(Failure::argument(&format!("{name} is NULL, but its length is {len}")));
    }
    // SAFETY: by the contract, `len` bytes can be read at `data`, and no object is larger than `isize::MAX`.
    Ok(unsafe { core::slice::from_raw_parts(data, len) })
}

/// NUL-terminated text that the caller passed.
///
/// # Safety
/// `text` is NULL or NUL-terminated and readable as long as the result lives.
pub(crate) unsafe fn text<'a>(text: *const c_char, name: &str) -> Result<&'a str, Failure> {
    if text.is_null() {
        return Err(Failure::argument(&format!("{name} is NULL")));
    }
    // SAFETY: by the contract, the text is NUL-terminated.
    let text = unsafe { CStr::from_ptr(text) };
    text.to_str().map_err(|_| {
        Failure::argument(&format!("{name} is not UTF-8"))
            .hint("on Windows, convert from UTF-16 or the code page to UTF-8 first")
    })
}

/// A handle that must not be NULL.
///
/// # Safety
/// `handle` is NULL or a live handle.
pub(crate) unsafe fn handle<'a, T>(handle: *const T, name: &str) -> Result<&'a T, Failure> {
    // SAFETY: by the contract, the handle is NULL or live.
    unsafe { handle.as_ref() }.ok_or_else(|| Failure::argument(&format!("{name} is NULL")))
}

/// A handle that must not be NULL, to be changed.
///
/// # Safety
/// `handle` is NULL or a live handle that nothing else uses meanwhile.
pub(crate) unsafe fn handle_mut<'a, T>(handle: *mut T, name: &str) -> Result<&'a mut T, Failure> {
    // SAFETY: by the contract, the handle is NULL or live and not used elsewhere.
    unsafe { handle.as_mut() }.ok_or_else(|| Failure::argument(&format!("{name} is NULL")))
}

/// Checks that there is a place for a new handle, and empties it.
///
/// # Safety
/// `out` is NULL or may be written to.
pub(crate) unsafe fn place<T>(out: *mut *mut T, name: &str) -> Result<(), Failure> {
    if out.is_null() {
        return Err(Failure::argument(&format!("{name} is NULL, so there is nowhere to put the result")));
    }
    // SAFETY: by the contract, `out` may be written to.
    unsafe { put(out, core::ptr::null_mut()) };
    Ok(())
}

/// Makes the caller's buffer an empty text, so that it is one whatever fails later.
///
/// # Safety
/// `cap` bytes can be written at `buf`, unless it is NULL.
pub(crate) unsafe fn empty_text(buf: *mut c_char, cap: usize) {
    if !buf.is_null() && cap > 0 {
        // SAFETY: by the contract, at least one byte can be written.
        unsafe { buf.write(0) };
    }
}

/// Copies text with a NUL behind it into the caller's buffer.
///
/// # Safety
/// `cap` bytes can be written at `buf`, unless it is NULL.
pub(crate) unsafe fn copy_text(content: &str, buf: *mut c_char, cap: usize) -> Result<i32, Failure> {
    let needed = content.len().saturating_add(1);
    if buf.is_null() || cap < needed {
        return Err(Failure::buffer(needed, if buf.is_null() { 0 } else { cap }));
    }
    // SAFETY: the buffer has room for the text and the NUL; the caller's buffer does not overlap our text.
    unsafe {
        core::ptr::copy_nonoverlapping(content.as_ptr(), buf.cast::<u8>(), content.len());
        buf.add(content.len()).write(0);
    }
    Ok(TILLWIRE_OK)
}

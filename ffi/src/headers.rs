//! Headers
//!
//! The HTTP headers of one delivery, as the verifier needs them: one by one, or the raw block that an HTTP stack
//! already has. At most 100, unless another limit is set. Header names compare without case.

use core::ffi::c_char;

use tillwire_core::verify::Headers;

use crate::boundary;
use crate::error::tillwire_error;
use crate::status::TILLWIRE_OK;

/// The headers of one delivery. Freed with tillwire_headers_free().
#[allow(non_camel_case_types)]
pub struct tillwire_headers {
    pub(crate) headers: Headers,
}

impl tillwire_headers {
    pub(crate) fn boxed(headers: Headers) -> *mut Self {
        Box::into_raw(Box::new(Self { headers }))
    }
}

/// Makes an empty set of headers in `*out`.
///
/// Returns TILLWIRE_OK, or TILLWIRE_E_ARGUMENT where `out` is NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `out` and `error` are NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_headers_new(
    out: *mut *mut tillwire_headers,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, the pointers are NULL or writable.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            boundary::put(out, tillwire_headers::boxed(Headers::new()));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Ends a set of headers. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `headers` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_headers_free(headers: *mut tillwire_headers) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_headers::boxed`.
    unsafe { boundary::free(headers) };
}

/// Takes at most `limit` headers from here on, instead of 100.
///
/// Returns TILLWIRE_OK, or TILLWIRE_E_ARGUMENT where `headers` is NULL. One thread at a time. Since 0.1.
///
/// # Safety
/// `headers` is NULL or live, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_headers_set_limit(
    headers: *mut tillwire_headers,
    limit: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::handle_mut(headers, "headers")?.headers.set_limit(limit);
            Ok(TILLWIRE_OK)
        })
    }
}

/// Adds one header: `name` is NUL-terminated, `value` has `value_len` bytes. Spaces around the value do not count.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where a pointer is NULL or the name is not UTF-8;
/// TILLWIRE_E_HEADER_FORMAT where name or value cannot be a header's or there are too many; TILLWIRE_E_MEMORY.
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `headers` is NULL or live, `name` NULL or NUL-terminated, `value` NULL or readable for `value_len` bytes, `error`
/// NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_headers_add(
    headers: *mut tillwire_headers,
    name: *const c_char,
    value: *const c_char,
    value_len: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let headers = boundary::handle_mut(headers, "headers")?;
            let name = boundary::text(name, "name")?;
            let value = boundary::bytes(value.cast(), value_len, "value")?;
            headers.headers.add(name, value)?;
            Ok(TILLWIRE_OK)
        })
    }
}

/// Adds the headers of a raw block, `len` bytes of "Name: value" lines that end in CR LF or LF. A request line in front
/// is skipped, and an empty line ends the block.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where a pointer is NULL or the length impossible;
/// TILLWIRE_E_HEADER_FORMAT where a line is no header (the message names its number) or there are too many;
/// TILLWIRE_E_MEMORY. One thread at a time. Since 0.1.
///
/// # Safety
/// `headers` is NULL or live, `block` NULL or readable for `len` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_headers_add_block(
    headers: *mut tillwire_headers,
    block: *const c_char,
    len: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let headers = boundary::handle_mut(headers, "headers")?;
            let block = boundary::bytes(block.cast(), len, "block")?;
            headers.headers.add_block(block)?;
            Ok(TILLWIRE_OK)
        })
    }
}

/// The name of a header by position from 0. Borrowed until a header is added; NULL after the last one. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `headers` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_headers_name(
    headers: *const tillwire_headers,
    position: usize,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `headers` is NULL or live, `len` NULL or writable.
        unsafe { text_out(header(headers, position).map(|(name, _)| name), len) }
    })
}

/// The value of a header by position from 0, as it was sent; not always UTF-8. Borrowed until a header is added; NULL after
/// the last one. `len` may be NULL. It may be a signature or the token itself: treat it as a secret.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `headers` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_headers_value(
    headers: *const tillwire_headers,
    position: usize,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `headers` is NULL or live, `len` NULL or writable.
        unsafe { text_out(header(headers, position).map(|(_, value)| value), len) }
    })
}

/// Name and value of a header, each with a NUL behind it.
///
/// # Safety
/// `headers` is NULL or live.
unsafe fn header<'h>(headers: *const tillwire_headers, position: usize) -> Option<(&'h [u8], &'h [u8])> {
    // SAFETY: by the contract, `headers` is NULL or live.
    unsafe { headers.as_ref() }?.headers.get_with_nul(position)
}

/// Gives out bytes that have a NUL behind them.
///
/// # Safety
/// `len` is NULL or writable.
unsafe fn text_out(bytes: Option<&[u8]>, len: *mut usize) -> *const c_char {
    // SAFETY: by the contract, `len` is NULL or writable.
    unsafe { boundary::put(len, bytes.map_or(0, |bytes| bytes.len().saturating_sub(1))) };
    bytes.map_or(core::ptr::null(), |bytes| bytes.as_ptr().cast())
}

//! Deliveries
//!
//! The one call that does the job is tillwire_verifier_open(): verify, then decode. Its parts are there for a program
//! that verifies inside the HTTP stack it already has. A verifier is made once, for each webhook that was set up, and
//! used by any number of threads.
//!
//! Pass the body exactly as it was received: never parsed and written again, never converted.

use core::ffi::c_char;

use tillwire_core::answer::Outcome;
use tillwire_core::event::Decoder;
use tillwire_core::verify::Verifier;

use crate::boundary;
use crate::error::tillwire_error;
use crate::event::tillwire_event;
use crate::headers::tillwire_headers;
use crate::settings::tillwire_settings;
use crate::status::{
    TILLWIRE_ABSENT, TILLWIRE_DUPLICATE, TILLWIRE_E_BODY_TOO_LARGE, TILLWIRE_E_HEADER_CONFLICT,
    TILLWIRE_E_HEADER_FORMAT, TILLWIRE_E_HEADER_MISSING, TILLWIRE_E_NO_IDENTITY, TILLWIRE_E_NOT_JSON,
    TILLWIRE_E_SHAPE, TILLWIRE_E_SIGNATURE_FORMAT, TILLWIRE_E_SIGNATURE_MISMATCH, TILLWIRE_E_TIMESTAMP_AGE,
    TILLWIRE_E_TIMESTAMP_FORMAT, TILLWIRE_E_TOO_DEEP, TILLWIRE_E_TOO_MANY_ELEMENTS, TILLWIRE_OK,
};

/// Tells genuine deliveries from others and decodes them. Freed with tillwire_verifier_free().
#[allow(non_camel_case_types)]
pub struct tillwire_verifier {
    verifier: Verifier,
}

impl tillwire_verifier {
    /// How it reads bodies.
    pub(crate) fn decoder(&self) -> &Decoder {
        self.verifier.decoder()
    }
}

/// Assurance: the sender knew the secret. The body may have been changed, or sent before.
pub const TILLWIRE_ASSURANCE_SENDER_ONLY: i32 = 1;
/// Assurance: the body is the sender's, unchanged. It may have been sent before; headers are not covered.
pub const TILLWIRE_ASSURANCE_BODY: i32 = 2;
/// Assurance: the body is the sender's, unchanged, and was signed within the tolerance of now.
pub const TILLWIRE_ASSURANCE_BODY_AND_TIME: i32 = 3;
/// Assurance: nothing: no check was asked for.
pub const TILLWIRE_ASSURANCE_NOTHING: i32 = 4;

/// Makes a verifier from settings in `*out`. The settings give up what they hold: free them, and make new ones for
/// another verifier.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_SECRET or TILLWIRE_E_SETTING where a setting is missing or unusable (the message says
/// which); TILLWIRE_E_ARGUMENT where a pointer is NULL. One thread at a time. Since 0.1.
///
/// # Safety
/// `settings` is NULL or live; `out` and `error` are NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_new(
    settings: *mut tillwire_settings,
    out: *mut *mut tillwire_verifier,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let verifier = boundary::handle_mut(settings, "settings")?.take()?.build()?;
            boundary::put(out, Box::into_raw(Box::new(tillwire_verifier { verifier })));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Ends a verifier, its secrets wiped from memory. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `verifier` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_free(verifier: *mut tillwire_verifier) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_verifier_new`.
    unsafe { boundary::free(verifier) };
}

/// Verifies a delivery and decodes it into `*out`. `body` is exactly the `len` bytes received, `now` is Unix seconds,
/// as from time(). Nothing of the body is read before it is verified, except its length.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_BODY_TOO_LARGE; TILLWIRE_E_HEADER_MISSING, TILLWIRE_E_HEADER_CONFLICT,
/// TILLWIRE_E_SIGNATURE_FORMAT, TILLWIRE_E_SIGNATURE_MISMATCH, TILLWIRE_E_TIMESTAMP_FORMAT or TILLWIRE_E_TIMESTAMP_AGE
/// where it is not shown to be genuine; TILLWIRE_E_NOT_JSON, TILLWIRE_E_TOO_DEEP, TILLWIRE_E_TOO_MANY_ELEMENTS,
/// TILLWIRE_E_SHAPE or TILLWIRE_E_NO_IDENTITY where it is genuine but cannot be decoded;
/// TILLWIRE_E_MEMORY; TILLWIRE_E_ARGUMENT. Pass the status to tillwire_verifier_answer() to learn what to answer.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `verifier` and `headers` are NULL or live, `body` NULL or readable for `len` bytes, `out` and `error` NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_open(
    verifier: *const tillwire_verifier,
    headers: *const tillwire_headers,
    body: *const u8,
    len: usize,
    now: i64,
    out: *mut *mut tillwire_event,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let verifier = &boundary::handle(verifier, "verifier")?.verifier;
            let headers = &boundary::handle(headers, "headers")?.headers;
            let event = verifier.open(headers, boundary::body(body, len)?, now)?;
            boundary::put(out, tillwire_event::boxed(event));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Verifies a delivery and leaves the body alone. `secret_index`, if not NULL, gets which secret matched (0 for the
/// first), `assurance`, if not NULL, what was shown (a TILLWIRE_ASSURANCE_ code).
///
/// Returns TILLWIRE_OK, or as tillwire_verifier_open() where the delivery is not shown to be genuine, or
/// TILLWIRE_E_BODY_TOO_LARGE beyond 2147483646 bytes, or TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `verifier` and `headers` are NULL or live, `body` NULL or readable for `len` bytes, the other pointers NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_verify(
    verifier: *const tillwire_verifier,
    headers: *const tillwire_headers,
    body: *const u8,
    len: usize,
    now: i64,
    secret_index: *mut i32,
    assurance: *mut i32,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::put(secret_index, 0);
        boundary::put(assurance, 0);
        boundary::status(error, || {
            let verifier = &boundary::handle(verifier, "verifier")?.verifier;
            let headers = &boundary::handle(headers, "headers")?.headers;
            let shown = verifier.verify(headers, boundary::body(body, len)?, now)?;
            boundary::put(secret_index, i32::try_from(shown.secret_index).unwrap_or(i32::MAX));
            boundary::put(assurance, shown.assurance.code());
            Ok(TILLWIRE_OK)
        })
    }
}

/// Decodes a body of which nothing is known to be genuine into `*out`: for replays, tests, and programs that verify
/// elsewhere. `headers` may be NULL.
///
/// Returns TILLWIRE_OK, or as tillwire_verifier_open() where the body cannot be decoded, or TILLWIRE_E_ARGUMENT. Any
/// number of threads. Since 0.1.
///
/// # Safety
/// `verifier` and `headers` are NULL or live, `body` NULL or readable for `len` bytes, `out` and `error` NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_decode_unverified(
    verifier: *const tillwire_verifier,
    headers: *const tillwire_headers,
    body: *const u8,
    len: usize,
    out: *mut *mut tillwire_event,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let verifier = &boundary::handle(verifier, "verifier")?.verifier;
            let body = boundary::body(body, len)?;
            let none = tillwire_core::verify::Headers::new();
            let headers = headers.as_ref().map_or(&none, |headers| &headers.headers);
            let event = verifier.decoder().decode_unverified(headers, body)?;
            boundary::put(out, tillwire_event::boxed(event));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Decodes orders from the platform's answer to a read, a list of orders or one, into `*out`: an event of the kind
/// TILLWIRE_KIND_ORDER_READ, so that whatever takes events takes them too. `body` is the `len` bytes of the answer.
///
/// Returns TILLWIRE_OK, or as tillwire_verifier_decode_unverified(). Any number of threads. Since 0.1.
///
/// # Safety
/// `verifier` is NULL or live, `body` NULL or readable for `len` bytes, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_decode_orders(
    verifier: *const tillwire_verifier,
    body: *const u8,
    len: usize,
    out: *mut *mut tillwire_event,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let verifier = &boundary::handle(verifier, "verifier")?.verifier;
            let event = verifier.decoder().decode_orders(boundary::body(body, len)?)?;
            boundary::put(out, tillwire_event::boxed(event));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Makes in `*out` the headers by which a genuine delivery of this body would prove itself at `now` (Unix seconds), under
/// the first secret: for tests and simulators. Read them with tillwire_headers_name() and tillwire_headers_value().
///
/// Returns TILLWIRE_OK, TILLWIRE_E_BODY_TOO_LARGE beyond 2147483646 bytes, TILLWIRE_E_MEMORY or TILLWIRE_E_ARGUMENT. Any
/// number of threads. Since 0.1.
///
/// # Safety
/// `verifier` is NULL or live, `body` NULL or readable for `len` bytes, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_sign(
    verifier: *const tillwire_verifier,
    body: *const u8,
    len: usize,
    now: i64,
    out: *mut *mut tillwire_headers,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let verifier = &boundary::handle(verifier, "verifier")?.verifier;
            let headers = verifier.sign(boundary::body(body, len)?, now)?;
            boundary::put(out, tillwire_headers::boxed(headers));
            Ok(TILLWIRE_OK)
        })
    }
}

/// What to answer the platform, given what a delivery came to: the `status` of tillwire_verifier_open() or of adding its
/// headers, or TILLWIRE_DUPLICATE for a repeat. `kept` is 1 if the delivery is on disk, so that it is not lost although
/// it could not be decoded, else 0.
///
/// `http_status` gets the HTTP status, `body` the body (JSON, NUL-terminated, static), `body_len` its length; each may
/// be NULL. The body tells a forger nothing.
///
/// - taken, or a repeat: 200
/// - authentic, but not to be decoded: 200 if kept, else 500, so that the platform sends it again
/// - not shown to be genuine: 401; for Fire's `sha256=` and bare hex 400
/// - the header with signature or token is missing: the same, but 400 for klikit
/// - headers malformed: 400; body too large: 413; anything else: 500
///
/// Returns TILLWIRE_OK, or TILLWIRE_E_ARGUMENT (and 500) where `verifier` is NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `verifier` is NULL or live, the other pointers NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_verifier_answer(
    verifier: *const tillwire_verifier,
    status: i32,
    kept: i32,
    http_status: *mut i32,
    body: *mut *const c_char,
    body_len: *mut usize,
) -> i32 {
    const FAILED: &str = "{\"error\":\"not processed\"}\0";
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::put(http_status, 500);
        boundary::put(body, boundary::text_out(Some(FAILED), body_len));
        boundary::status(core::ptr::null_mut(), || {
            let verifier = &boundary::handle(verifier, "verifier")?.verifier;
            let answer = verifier.answer(outcome(status), kept != 0);
            boundary::put(http_status, i32::from(answer.status));
            boundary::put(body, boundary::text_out(Some(answer.body_with_nul), body_len));
            Ok(TILLWIRE_OK)
        })
    }
}

fn outcome(status: i32) -> Outcome {
    match status {
        TILLWIRE_OK | TILLWIRE_ABSENT => Outcome::Accepted,
        TILLWIRE_DUPLICATE => Outcome::Duplicate,
        TILLWIRE_E_HEADER_MISSING => Outcome::HeaderMissing,
        TILLWIRE_E_HEADER_CONFLICT
        | TILLWIRE_E_SIGNATURE_FORMAT
        | TILLWIRE_E_SIGNATURE_MISMATCH
        | TILLWIRE_E_TIMESTAMP_FORMAT
        | TILLWIRE_E_TIMESTAMP_AGE => Outcome::Refused,
        TILLWIRE_E_HEADER_FORMAT => Outcome::HeadersMalformed,
        TILLWIRE_E_BODY_TOO_LARGE => Outcome::TooLarge,
        TILLWIRE_E_NOT_JSON
        | TILLWIRE_E_TOO_DEEP
        | TILLWIRE_E_TOO_MANY_ELEMENTS
        | TILLWIRE_E_SHAPE
        | TILLWIRE_E_NO_IDENTITY => Outcome::Undecodable,
        _ => Outcome::Failed,
    }
}

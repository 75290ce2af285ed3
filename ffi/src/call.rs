//! Calls
//!
//! One call to a platform, from the decision to the reply. Make it, set its parameters, begin it; then send its request over
//! the HTTP that the program has, and tell what came of it with tillwire_call_after(), which says whether to wait and send
//! again:
//!
//! ```text
//! tillwire_call_new(account, TILLWIRE_OPERATION_KLIKIT_ORDER_STATUS, &call, &error);
//! tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "7585307", &error);
//! tillwire_call_set(call, TILLWIRE_PARAMETER_STATUS, "accepted", &error);
//! status = tillwire_call_begin(call, random, &error);
//! while (status == TILLWIRE_OK || status == TILLWIRE_AGAIN) {
//!     wait_milliseconds(wait_ms);
//!     came_to = send(tillwire_call_text(call, TILLWIRE_REQUEST_URL, NULL), ...);
//!     status = tillwire_call_after(call, came_to, headers, body, len, elapsed, now, &wait_ms, &error);
//!     if (status == TILLWIRE_OK) break;
//! }
//! ```
//!
//! Redirects are not to be followed: they would take the credentials elsewhere. Certificates are to be checked. The HTTP stack
//! must not send again by itself, as some do on a connection that they kept: only the library knows what may be sent twice.
//! Where it was built with its transport, tillwire_call_send() does all of this in one call. A call handle is one action and is used once. To do the same action again, also after a restart, keep TILLWIRE_REQUEST_IDEMPOTENCY_KEY
//! and set it on the new call as TILLWIRE_PARAMETER_IDEMPOTENCY_KEY: the platform then does nothing twice.

use core::ffi::c_char;
use std::ffi::{CStr, CString};
use std::sync::Arc;

use tillwire_core::event::Decoder;
use tillwire_core::http::{
    Arguments, Call, CallBuildError, Clock, Crawl, Failure as NoAnswer, Next, Operation, Outcome, Parameter,
    Reply, ReplyInt, ReplyText, ReplyTime, Request, Trouble,
};
use tillwire_core::json::Value;
use tillwire_core::verify::Headers;

use crate::account::{Caller, operation_of, tillwire_account};
use crate::boundary;
use crate::error::tillwire_error;
use crate::event::tillwire_event;
use crate::failure::{Failure, c_text};
use crate::headers::tillwire_headers;
use crate::sender;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_AGAIN, TILLWIRE_OK};
use crate::value::{tillwire_time, time_out};
use crate::verifier::tillwire_verifier;

/// One call to a platform. Freed with tillwire_call_free().
#[allow(non_camel_case_types)]
pub struct tillwire_call {
    caller: Arc<Caller>,
    operation: Operation,
    arguments: Arguments,
    /// Where it was begun.
    call: Option<Call>,
    /// The mark of the action, once it was begun.
    key: Option<CString>,
    /// Whether a reply or an error came.
    over: bool,
    /// What kind of trouble it came to, if it did.
    trouble: Option<Trouble>,
    reply: Option<Reply>,
    /// Where pages are read.
    crawl: Option<Crawl>,
    /// Where the records of the reply are in its body: those that were on no earlier page.
    records: Vec<(usize, usize)>,
}

/// Text: the method of the request.
pub const TILLWIRE_REQUEST_METHOD: i32 = 17101;
/// Text: the address of the request. Not for a log: it may say whom it is about.
pub const TILLWIRE_REQUEST_URL: i32 = 17102;
/// Text: the body of the request, to be sent byte for byte. Absent where there is none.
pub const TILLWIRE_REQUEST_BODY: i32 = 17103;
/// Text: path and query of the request for a log; parameters that may be about a customer are left out.
pub const TILLWIRE_REQUEST_SHOWN: i32 = 17104;
/// Text: the mark of the action, where it has one. Keep it with the decision.
pub const TILLWIRE_REQUEST_IDEMPOTENCY_KEY: i32 = 17105;

/// Number: what is asked for, a TILLWIRE_OPERATION_ code.
pub const TILLWIRE_REQUEST_OPERATION: i32 = 17401;
/// Number: which attempt is next or was the last, from 1.
pub const TILLWIRE_REQUEST_ATTEMPT: i32 = 17402;
/// Number: which of the account's secrets the request carries, from 0.
pub const TILLWIRE_REQUEST_SECRET_INDEX: i32 = 17403;
/// Number: how long the call may take in all in milliseconds, to be kept by who sends it.
pub const TILLWIRE_REQUEST_TOTAL_MS: i32 = 17404;
/// Number: how many bytes an answer may have; reading a longer one may end with TILLWIRE_FAILURE_TOO_LARGE.
pub const TILLWIRE_REQUEST_ANSWER_BYTES: i32 = 17405;

/// Number: pages read so far.
pub const TILLWIRE_PAGES_READ: i32 = 17411;
/// Number: different records seen on them.
pub const TILLWIRE_PAGES_RECORDS: i32 = 17412;
/// Number: how many records there are in all, where the platform says so.
pub const TILLWIRE_PAGES_TOTAL: i32 = 17413;
/// Number: how many records of the reply were on no earlier page.
pub const TILLWIRE_PAGES_NEW: i32 = 17414;

/// Failure: the name of the host was not found.
pub const TILLWIRE_FAILURE_NO_HOST: i32 = 1;
/// Failure: no connection could be made, in time or at all: nothing was sent.
pub const TILLWIRE_FAILURE_NO_CONNECTION: i32 = 2;
/// Failure: the certificate is not trusted, out of date, or of another host: nothing was sent.
pub const TILLWIRE_FAILURE_UNTRUSTED: i32 = 3;
/// Failure: the proxy refused: nothing was sent.
pub const TILLWIRE_FAILURE_PROXY: i32 = 4;
/// Failure: the connection broke after something may have been sent.
pub const TILLWIRE_FAILURE_BROKEN: i32 = 5;
/// Failure: no whole answer came in time after something may have been sent.
pub const TILLWIRE_FAILURE_TIMED_OUT: i32 = 6;
/// Failure: the answer is larger than the limit.
pub const TILLWIRE_FAILURE_TOO_LARGE: i32 = 7;
/// Failure: the answer is no HTTP.
pub const TILLWIRE_FAILURE_NOT_HTTP: i32 = 8;
/// Failure: the caller cancelled.
pub const TILLWIRE_FAILURE_CANCELLED: i32 = 9;

/// Text: the platform's mark of the request, by which its support finds it.
pub const TILLWIRE_REPLY_REQUEST_ID: i32 = 18101;
/// Text: the id of what was asked for.
pub const TILLWIRE_REPLY_ID: i32 = 18102;
/// Text: its status, in the platform's own words.
pub const TILLWIRE_REPLY_STATUS: i32 = 18103;
/// Text: the mark under which a report is queued, to ask what became of it.
pub const TILLWIRE_REPLY_REPORT_ID: i32 = 18104;
/// Text: what became of it, in the platform's own words.
pub const TILLWIRE_REPLY_RESULT: i32 = 18105;
/// Text: the platform's code for it.
pub const TILLWIRE_REPLY_CODE: i32 = 18106;
/// Text: the reason, in the platform's own words.
pub const TILLWIRE_REPLY_REASON: i32 = 18107;
/// Text: who decided it.
pub const TILLWIRE_REPLY_SOURCE: i32 = 18108;

/// Time: the platform's clock when it answered (`Date`), to the second.
pub const TILLWIRE_REPLY_SERVER: i32 = 18301;
/// Time: when what was asked for last changed.
pub const TILLWIRE_REPLY_UPDATED_AT: i32 = 18302;
/// Time: when the platform first had it.
pub const TILLWIRE_REPLY_RECEIVED_AT: i32 = 18303;
/// Time: when the platform had worked on it.
pub const TILLWIRE_REPLY_PROCESSED_AT: i32 = 18304;

/// Number: the HTTP status.
pub const TILLWIRE_REPLY_HTTP_STATUS: i32 = 18401;
/// Number: how many attempts it took.
pub const TILLWIRE_REPLY_ATTEMPTS: i32 = 18402;
/// Number: which of the account's secrets was accepted, from 0.
pub const TILLWIRE_REPLY_SECRET_INDEX: i32 = 18403;
/// Number: how many records the answer lists.
pub const TILLWIRE_REPLY_RECORDS: i32 = 18404;
/// Number: how many records there are in all.
pub const TILLWIRE_REPLY_TOTAL: i32 = 18405;
/// Number: how many records a page has.
pub const TILLWIRE_REPLY_PAGE_SIZE: i32 = 18406;
/// Number: 1 if the platform had it already.
pub const TILLWIRE_REPLY_DUPLICATE: i32 = 18407;
/// Number: 1 if the order can be cancelled, 0 if not.
pub const TILLWIRE_REPLY_CAN_CANCEL: i32 = 18408;
/// Number: how often to say that a device is alive, in seconds.
pub const TILLWIRE_REPLY_INTERVAL: i32 = 18409;
/// Number: how often the platform tried to work on a report.
pub const TILLWIRE_REPLY_TRIES: i32 = 18410;

/// Makes a call of an operation (a TILLWIRE_OPERATION_ code) in `*out`. It keeps what it needs of the account.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_SETTING where a setting of the account is missing or unusable; TILLWIRE_E_ARGUMENT where a
/// pointer is NULL, or the operation is unknown or another platform's. Any number of threads while none changes the account.
/// Since 0.1.
///
/// # Safety
/// `account` is NULL or live, `out` and `error` are NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_new(
    account: *const tillwire_account,
    operation: i32,
    out: *mut *mut tillwire_call,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let caller = boundary::handle(account, "account")?.caller()?;
            let operation = operation_of(operation)?;
            if operation.platform() != caller.platform() {
                return Err(CallBuildError::OtherPlatform { operation }.into());
            }
            let call = tillwire_call::asking(caller, operation, Arguments::new());
            boundary::put(out, Box::into_raw(Box::new(call)));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Ends a call, and with it everything read from it. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `call` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_free(call: *mut tillwire_call) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_call_new`.
    unsafe { boundary::free(call) };
}

/// Sets a parameter (a TILLWIRE_PARAMETER_ code), numbers and flags as text: "2", "true". An empty text removes it. Whether the
/// operation takes it in this form, tillwire_call_begin() tells.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_STATE where the call was begun; TILLWIRE_E_ARGUMENT where the parameter is unknown, a pointer
/// is NULL or the text is not UTF-8. One thread at a time. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `value` NULL or NUL-terminated, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_set(
    call: *mut tillwire_call,
    parameter: i32,
    value: *const c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let call = boundary::handle_mut(call, "call")?;
            let parameter = Parameter::from_code(parameter).ok_or_else(|| {
                Failure::argument(&format!("there is no parameter with the code {parameter}"))
            })?;
            let value = boundary::text(value, "value")?;
            call.not_begun()?;
            call.arguments.set(parameter, value);
            Ok(TILLWIRE_OK)
        })
    }
}

/// Begins a call: checks its parameters and makes its request. `random` are 16 random bytes, new ones for each call: the mark of
/// the action is made of them where it is not set, and waits differ by them from till to till. NULL takes them from the
/// operating system, where the library was built with its transport.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_CALL_PARAMETER where a parameter is missing, not taken or not of its form, after which it can be
/// set and the call begun; TILLWIRE_E_SETTING where the account lacks a path, address or credential for it; TILLWIRE_E_STATE where
/// it was begun before; TILLWIRE_E_RANDOM or TILLWIRE_E_UNSUPPORTED for random bytes that cannot be had; TILLWIRE_E_MEMORY;
/// TILLWIRE_E_ARGUMENT. One thread at a time. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `random` NULL or readable for 16 bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_begin(
    call: *mut tillwire_call,
    random: *const u8,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let call = boundary::handle_mut(call, "call")?;
            let random = random_bytes(random)?;
            call.not_begun()?;
            let begun = call.caller.call(call.operation, &call.arguments, random)?;
            call.begin(begun);
            Ok(TILLWIRE_OK)
        })
    }
}

/// Begins the next page of a list that comes by page, the first one included: instead of tillwire_call_begin(), in a loop around
/// the sending. Parameters may say where to begin (TILLWIRE_PARAMETER_PAGE) and how many to ask for at once
/// (TILLWIRE_PARAMETER_SIZE). Records that arrive or leave meanwhile are neither missed nor told twice. `random` is as in
/// tillwire_call_begin(); `now_ms` is Unix milliseconds, where a list of klikit's orders ends unless TILLWIRE_PARAMETER_TO says
/// otherwise. After a page that failed, the same page is begun again.
///
/// Returns TILLWIRE_OK, and the call is the next page; TILLWIRE_ABSENT after the last one; TILLWIRE_E_CALL_PARAMETER, also where the
/// list comes in one piece; TILLWIRE_E_SETTING as tillwire_call_begin(); TILLWIRE_E_SHAPE where the last page had no list;
/// TILLWIRE_E_CALL_INCOMPLETE; TILLWIRE_E_CALL_STUCK; TILLWIRE_E_STATE where a page was begun and nothing came of it yet, or
/// the call was begun by tillwire_call_begin(); TILLWIRE_E_RANDOM; TILLWIRE_E_UNSUPPORTED; TILLWIRE_E_MEMORY;
/// TILLWIRE_E_ARGUMENT. One thread at a time. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `random` NULL or readable for 16 bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_next_page(
    call: *mut tillwire_call,
    random: *const u8,
    now_ms: i64,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let call = boundary::handle_mut(call, "call")?;
            let random = random_bytes(random)?;
            if call.crawl.is_none() {
                call.not_begun()?;
                call.crawl = Some(Crawl::new(call.operation, call.arguments.clone(), now_ms)?);
            } else if call.call.is_some() && !call.over {
                return Err(Failure::state("nothing came of the page that was begun yet"));
            }
            call.reply = None;
            call.records = Vec::new();
            let page = call.crawl.as_mut().map_or(Ok(None), Crawl::next_page)?;
            let Some(arguments) = page else { return Ok(TILLWIRE_ABSENT) };
            let begun = match call.caller.call(call.operation, arguments, random) {
                Ok(begun) => begun,
                Err(failure) => {
                    // Nothing was read yet: what is wrong can be set, and the list begun anew.
                    call.crawl = call.crawl.take().filter(|_| call.call.is_some());
                    return Err(failure);
                }
            };
            call.begin(begun);
            Ok(TILLWIRE_OK)
        })
    }
}

/// A text of the request (TILLWIRE_REQUEST_URL, ...) or of the reply (TILLWIRE_REPLY_REQUEST_ID, ...) by field. Borrowed until the
/// call changes; NULL where absent. `len` may be NULL.
///
/// Any number of threads while none changes the call. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_text(
    call: *const tillwire_call,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `call` is NULL or live, `len` NULL or writable.
        unsafe { boundary::text_out(call.as_ref().and_then(|call| call.text(field)), len) }
    })
}

/// A number of the request (TILLWIRE_REQUEST_ATTEMPT, ...), of the reply (TILLWIRE_REPLY_HTTP_STATUS, ...) or of the pages
/// (TILLWIRE_PAGES_READ, ...) by field.
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads while none changes the call. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_int(call: *const tillwire_call, field: i32, out: *mut i64) -> i32 {
    // SAFETY: by the contract above, `call` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || call.as_ref()?.int(field)) }
}

/// A time of the reply by field (TILLWIRE_REPLY_UPDATED_AT, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to zeros, or TILLWIRE_E_ARGUMENT where `out` is
/// NULL. Any number of threads while none changes the call. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_time(
    call: *const tillwire_call,
    field: i32,
    out: *mut tillwire_time,
) -> i32 {
    // SAFETY: by the contract above, `call` is NULL or live, `out` NULL or writable.
    unsafe { time_out(out, || call.as_ref()?.reply.as_ref()?.time(ReplyTime::from_code(field)?)) }
}

/// The name of a header of the request, by position from 0; `*value`, if `value` is not NULL, gets its value. Both are
/// NUL-terminated and borrowed until the call changes; NULL after the last one. One of them carries the credentials: treat the
/// values as secrets. `Host` and `Content-Length` are left to who sends.
///
/// Any number of threads while none changes the call. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `value` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_header(
    call: *const tillwire_call,
    position: usize,
    value: *mut *const c_char,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `call` is NULL or live, `value` NULL or writable.
        unsafe {
            let call = call.as_ref().and_then(|call| call.call.as_ref());
            let header = call.and_then(|call| call.request().headers_with_nul().nth(position));
            boundary::put(value, boundary::text_out(header.map(|(_, value)| value), core::ptr::null_mut()));
            boundary::text_out(header.map(|(name, _)| name), core::ptr::null_mut())
        }
    })
}

/// Sends a call over the library's own HTTPS client, waits and sends again as the platform's rules allow, until it comes to a reply or it
/// is no use; at most for TILLWIRE_ACCOUNT_TOTAL_MS. A call that was not begun is begun first, with random bytes of the operating
/// system and a login where the operation needs one.
///
/// Returns TILLWIRE_OK, and the reply can be read; a TILLWIRE_E_CALL_ code as tillwire_call_begin() and tillwire_call_after();
/// TILLWIRE_E_SETTING where a setting is missing or unusable; TILLWIRE_E_STATE where the call is over, or a list read by
/// page has no page begun; TILLWIRE_E_RANDOM; TILLWIRE_E_MEMORY; TILLWIRE_E_UNSUPPORTED where the library was built without
/// its transport; TILLWIRE_E_ARGUMENT. One thread at a time for one call; calls of one account may be sent by any number of
/// threads at once. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_send(
    call: *mut tillwire_call,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let call = boundary::handle_mut(call, "call")?;
            if call.call.is_none() && call.crawl.is_none() {
                let begun = call.caller.call_to_send(call.operation, &call.arguments)?;
                call.begin(begun);
            }
            let caller = Arc::clone(&call.caller);
            match caller.send(call.sending()?) {
                Ok(reply) => call.done(reply),
                Err(failure) => {
                    call.over = true;
                    // A failure that is no trouble of the call's own is of the connection's settings.
                    call.trouble = Some(failure.trouble().unwrap_or(Trouble::Cancelled));
                    Err(failure)
                }
            }
        })
    }
}

/// Takes what came of sending the request, and says what next. `came_to` is the HTTP status of the answer, or a
/// TILLWIRE_FAILURE_ code where there was none. `headers` are those of the answer, or NULL; `body` is its body of `len` bytes,
/// decoded from any transfer coding. `elapsed_ms` is how many milliseconds ago the call began, by a clock that does not go back,
/// `now_ms` is Unix milliseconds.
///
/// Returns TILLWIRE_OK where the platform did what was asked, and the reply can be read; TILLWIRE_AGAIN where `*wait_ms`
/// milliseconds are to be waited and the request then sent again, with the headers that the call then has; a TILLWIRE_E_CALL_ code
/// where it is no use, or not safe, to try again, with what the platform says in the error; TILLWIRE_E_STATE where the call was not
/// begun or is over; TILLWIRE_E_SETTING where a login's token cannot be sent; TILLWIRE_E_ARGUMENT where `came_to` is unknown, a
/// pointer NULL, or a length or time impossible, after which the call stands where it stood. `wait_ms` may be NULL. One thread
/// at a time. Since 0.1.
///
/// # Safety
/// `call` and `headers` are NULL or live, `body` NULL or readable for `len` bytes, `wait_ms` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_after(
    call: *mut tillwire_call,
    came_to: i32,
    headers: *const tillwire_headers,
    body: *const u8,
    len: usize,
    elapsed_ms: i64,
    now_ms: i64,
    wait_ms: *mut i64,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::put(wait_ms, 0);
        boundary::status(error, || {
            let call = boundary::handle_mut(call, "call")?;
            let none = Headers::new();
            let headers = headers.as_ref().map_or(&none, |headers| &headers.headers);
            let elapsed_ms = u64::try_from(elapsed_ms)
                .map_err(|_| Failure::argument(&format!("elapsed_ms is {elapsed_ms}, below 0")))?;
            let status = u16::try_from(came_to).ok().filter(|status| (100..1000).contains(status));
            let outcome = match (status, NoAnswer::from_code(came_to)) {
                (Some(status), _) => Outcome::Answered { status, headers, body: boundary::body(body, len)? },
                (None, Some(failure)) => Outcome::Failed(failure),
                (None, None) => {
                    let message = format!("{came_to} is neither an HTTP status nor a failure's code");
                    return Err(Failure::argument(&message));
                }
            };
            match call.sending()?.after(outcome, Clock { elapsed_ms, now_ms }) {
                Ok(Next::Again { wait_ms: wait }) => {
                    boundary::put(wait_ms, i64::try_from(wait).unwrap_or(i64::MAX));
                    Ok(TILLWIRE_AGAIN)
                }
                Ok(Next::Done(reply)) => call.done(reply),
                Err(error) => {
                    call.over = true;
                    call.trouble = Some(error.trouble());
                    Err(error.into())
                }
            }
        })
    }
}

/// Any value of the reply's body by path, as in `$.data.status` or `$` for the whole, as the JSON text that stands there. Borrowed
/// until the call changes; bytes, not NUL-terminated. `len` must not be NULL. The answer to a login holds its token.
///
/// Returns NULL where there is no such value. Any number of threads while none changes the call. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `path` NULL or NUL-terminated, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_raw(
    call: *const tillwire_call,
    path: *const c_char,
    len: *mut usize,
) -> *const u8 {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
        unsafe {
            let reply = call.as_ref().filter(|_| !len.is_null()).and_then(|call| call.reply.as_ref());
            let document = reply.and_then(Reply::document).zip(boundary::text(path, "path").ok());
            let raw = document.and_then(|(document, path)| document.at(path)).map(Value::raw);
            boundary::put(len, raw.map_or(0, str::len));
            raw.map_or(core::ptr::null(), str::as_ptr)
        }
    })
}

/// A record of a list that comes by page, by position from 0 among those of the reply that were on no earlier page
/// (TILLWIRE_PAGES_NEW): the JSON text that stands in the reply. Borrowed until the call changes; bytes, not NUL-terminated.
/// `len` must not be NULL.
///
/// Returns NULL after the last one. Any number of threads while none changes the call. Since 0.1.
///
/// # Safety
/// `call` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_record(
    call: *const tillwire_call,
    position: usize,
    len: *mut usize,
) -> *const u8 {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
        unsafe {
            let raw = call.as_ref().filter(|_| !len.is_null()).and_then(|call| {
                let (start, end) = *call.records.get(position)?;
                call.reply.as_ref()?.document()?.text().get(start..end)
            });
            boundary::put(len, raw.map_or(0, str::len));
            raw.map_or(core::ptr::null(), str::as_ptr)
        }
    })
}

/// Decodes the orders of the reply, a list of orders or one, into `*out`: an event of the kind TILLWIRE_KIND_ORDER_READ, for
/// tillwire_book_apply(). It reads as `verifier` does, with its stores, scales and dictionaries; NULL reads with the platform's
/// documented defaults.
///
/// Returns TILLWIRE_OK; TILLWIRE_ABSENT, with NULL in `*out`, where there is no reply; TILLWIRE_E_NOT_JSON, TILLWIRE_E_TOO_DEEP,
/// TILLWIRE_E_TOO_MANY_ELEMENTS, TILLWIRE_E_SHAPE or TILLWIRE_E_NO_IDENTITY where it holds no orders that can be decoded;
/// TILLWIRE_E_MEMORY; TILLWIRE_E_ARGUMENT. Any number of threads while none changes the call. Since 0.1.
///
/// # Safety
/// `call` and `verifier` are NULL or live, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_call_orders(
    call: *const tillwire_call,
    verifier: *const tillwire_verifier,
    out: *mut *mut tillwire_event,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let call = boundary::handle(call, "call")?;
            let Some(reply) = &call.reply else { return Ok(TILLWIRE_ABSENT) };
            let event = match verifier.as_ref() {
                Some(verifier) => reply.orders(verifier.decoder())?,
                None => reply.orders(&Decoder::new(reply.platform()))?,
            };
            boundary::put(out, tillwire_event::boxed(event));
            Ok(TILLWIRE_OK)
        })
    }
}

/// The 16 random bytes that the caller passed, or those of the operating system for NULL.
///
/// # Safety
/// `random` is NULL or readable for 16 bytes.
unsafe fn random_bytes(random: *const u8) -> Result<[u8; 16], Failure> {
    if random.is_null() {
        return sender::random();
    }
    // SAFETY: by the contract, 16 bytes can be read; nothing is assumed of their alignment.
    Ok(unsafe { random.cast::<[u8; 16]>().read_unaligned() })
}

impl tillwire_call {
    /// A call that was not begun.
    pub(crate) fn asking(caller: Arc<Caller>, operation: Operation, arguments: Arguments) -> Self {
        Self {
            caller,
            operation,
            arguments,
            call: None,
            key: None,
            over: false,
            trouble: None,
            reply: None,
            crawl: None,
            records: Vec::new(),
        }
    }

    /// What the call came to: a reply, a trouble, or nothing yet.
    pub(crate) fn came_to(&self) -> Option<Result<&Reply, Trouble>> {
        match (&self.reply, self.trouble) {
            (Some(reply), _) if self.over => Some(Ok(reply)),
            (_, trouble) => trouble.filter(|_| self.over).map(Err),
        }
    }

    fn not_begun(&self) -> Result<(), Failure> {
        if self.call.is_none() && self.crawl.is_none() {
            return Ok(());
        }
        Err(Failure::state("the call was begun").hint("make a new call for another action"))
    }

    fn begin(&mut self, call: Call) {
        self.key = call.request().key().map(|key| c_text(key.as_str()));
        self.call = Some(call);
        self.over = false;
        self.trouble = None;
    }

    /// The call, where its request is to be sent or was.
    fn sending(&mut self) -> Result<&mut Call, Failure> {
        match &mut self.call {
            None => Err(Failure::state("the call was not begun")),
            Some(_) if self.over => Err(Failure::state("the call is over")),
            Some(call) => Ok(call),
        }
    }

    /// Keeps a reply, and which of its records are new.
    fn done(&mut self, reply: Reply) -> Result<i32, Failure> {
        self.over = true;
        // Before the page counts as read: without memory, it is read again.
        let count = reply.records().count();
        self.records.try_reserve_exact(count).map_err(|_| Failure::memory())?;
        let new = self.crawl.as_mut().map(|crawl| crawl.take(&reply));
        let mut new = new.map(|new| new.into_iter().map(|record| record.position).peekable());
        for (position, record) in reply.records().enumerate() {
            let is_new = new.as_mut().is_none_or(|new| new.next_if_eq(&position).is_some());
            if is_new {
                let (start, length) = (record.offset(), record.raw().len());
                self.records.push((start, start.saturating_add(length)));
            }
        }
        let learnt = self.caller.learn(&reply);
        self.reply = Some(reply);
        learnt.map(|()| TILLWIRE_OK)
    }

    /// A text by field, with a NUL behind it.
    fn text(&self, field: i32) -> Option<&str> {
        let request = || self.call.as_ref().map(Call::request);
        match field {
            TILLWIRE_REQUEST_METHOD => request().map(|request| request.method().name_with_nul()),
            TILLWIRE_REQUEST_URL => request().map(Request::url_with_nul),
            TILLWIRE_REQUEST_BODY => core::str::from_utf8(request()?.body_with_nul()?).ok(),
            TILLWIRE_REQUEST_SHOWN => request().map(Request::shown_with_nul),
            TILLWIRE_REQUEST_IDEMPOTENCY_KEY => {
                core::str::from_utf8(self.key.as_deref().map(CStr::to_bytes_with_nul)?).ok()
            }
            _ => self.reply.as_ref()?.text_with_nul(ReplyText::from_code(field)?),
        }
    }

    fn int(&self, field: i32) -> Option<i64> {
        let size = |size: usize| i64::try_from(size).ok();
        let count = |count: u64| i64::try_from(count).ok();
        let progress = || self.crawl.as_ref().map(Crawl::progress);
        match field {
            TILLWIRE_REQUEST_OPERATION => Some(i64::from(self.operation.code())),
            TILLWIRE_REQUEST_ATTEMPT => Some(i64::from(self.call.as_ref()?.attempt())),
            TILLWIRE_REQUEST_SECRET_INDEX => size(self.call.as_ref()?.secret_index()),
            TILLWIRE_REQUEST_TOTAL_MS => count(self.call.as_ref()?.total_ms()),
            TILLWIRE_REQUEST_ANSWER_BYTES => size(self.call.as_ref()?.most_bytes()),
            TILLWIRE_PAGES_READ => count(progress()?.pages),
            TILLWIRE_PAGES_RECORDS => count(progress()?.records),
            TILLWIRE_PAGES_TOTAL => count(progress()?.total?),
            TILLWIRE_PAGES_NEW => size(self.reply.as_ref().map(|_| self.records.len())?),
            _ => self.reply.as_ref()?.int(ReplyInt::from_code(field)?),
        }
    }
}

//! Catching up
//!
//! Reads an account's orders round by round into the book: for tills that deliveries cannot reach, and after an outage. What came
//! both ways changes the book once. A round reads klikit's and Fire's lists of orders, from the last round or the oldest open order on,
//! and open orders that are older by their ids. Atlas lists no orders: open ones are read again, and new ones that were missed cannot be
//! found.
//!
//! ```text
//! while ((status = tillwire_poll_next(poll, account, NULL, book, now_ms, &call, &changes, &error)) == TILLWIRE_OK) {
//!     handle(changes);
//!     tillwire_changes_free(changes);
//!     tillwire_call_send(call, &error);
//! }
//! handle(changes);
//! tillwire_changes_free(changes);
//! ```
//!
//! After the loop the round is over, and another tillwire_poll_next() begins the next one. Keep the book and tillwire_poll_export()
//! after each. A call that failed ends the round, unless it was for one order that is not there any more; the next round reads the
//! same window again.

use core::ffi::c_char;

use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::lifecycle::OrderBook;
use tillwire_core::poll::{PollSettings, Poller};

use crate::account::tillwire_account;
use crate::book::tillwire_book;
use crate::boundary;
use crate::call::tillwire_call;
use crate::change::tillwire_changes;
use crate::error::tillwire_error;
use crate::failure::{self, Failure};
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_OK};
use crate::verifier::tillwire_verifier;

/// Reads an account's orders round by round. Freed with tillwire_poll_free().
#[allow(non_camel_case_types)]
pub struct tillwire_poll {
    poller: Poller,
    platform: Platform,
    /// Whether a round is under way.
    running: bool,
    /// The call that was told last; NULL where there is none.
    call: *mut tillwire_call,
}

impl tillwire_poll {
    fn forget_call(&mut self) {
        // SAFETY: the pointer is NULL, or came from Box::into_raw in `tillwire_poll_next` and was not freed yet.
        unsafe { boundary::free(self.call) };
        self.call = core::ptr::null_mut();
    }
}

impl Drop for tillwire_poll {
    fn drop(&mut self) {
        self.forget_call();
    }
}

/// Makes a reader of the orders at a platform (a TILLWIRE_PLATFORM_ code), which the book knows under `label`, in `*out`.
/// `exported` is what tillwire_poll_export() gave before a restart, or NULL: the first round then reads the last 24 hours.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_EXPORT where `exported` is none, or of another platform or label; TILLWIRE_E_VERSION;
/// TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `label` and `exported` are NULL or NUL-terminated, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_poll_new(
    platform: i32,
    label: *const c_char,
    exported: *const c_char,
    out: *mut *mut tillwire_poll,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let platform = Platform::from_code(platform).ok_or_else(|| {
                Failure::argument(&format!("there is no platform with the code {platform}"))
            })?;
            let label = boundary::text(label, "label")?;
            let mut poller = Poller::new(platform, label, PollSettings::default());
            if !exported.is_null() {
                poller.import(boundary::text(exported, "exported")?)?;
            }
            let poll = tillwire_poll { poller, platform, running: false, call: core::ptr::null_mut() };
            boundary::put(out, Box::into_raw(Box::new(poll)));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Ends a reader, and with it the call that it told last. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `poll` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_poll_free(poll: *mut tillwire_poll) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_poll_new`.
    unsafe { boundary::free(poll) };
}

/// Takes what came of the call that it told before, applies its orders to `book`, and tells the next call in `*call`, begun by
/// nobody yet: send it with tillwire_call_send(), or begin and send it over HTTP of your own. It belongs to `poll` and lives until
/// the next call of this function; do not free it. A round begins with the first call after the last one ended. Orders are read as
/// `verifier` does; NULL reads with the platform's documented defaults. `now_ms` is Unix milliseconds.
///
/// `*changes` gets what the orders that were read change, whatever is returned: free it with tillwire_changes_free().
///
/// Returns TILLWIRE_OK; TILLWIRE_ABSENT, with NULL in `*call`, where the round is over; TILLWIRE_E_STATE where nothing came of the
/// call yet; TILLWIRE_E_SETTING where a setting of the account is missing or unusable; TILLWIRE_E_ARGUMENT, also where the account
/// is another platform's. These end the round, too: TILLWIRE_E_NOT_JSON, TILLWIRE_E_SHAPE, TILLWIRE_E_NO_IDENTITY,
/// TILLWIRE_E_TOO_DEEP or TILLWIRE_E_TOO_MANY_ELEMENTS where an answer holds no orders; TILLWIRE_E_CALL_INCOMPLETE;
/// TILLWIRE_E_CALL_STUCK; TILLWIRE_E_MEMORY. One thread at a time. Since 0.1.
///
/// # Safety
/// The handles are NULL or live, `call`, `changes` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_poll_next(
    poll: *mut tillwire_poll,
    account: *const tillwire_account,
    verifier: *const tillwire_verifier,
    book: *mut tillwire_book,
    now_ms: i64,
    call: *mut *mut tillwire_call,
    changes: *mut *mut tillwire_changes,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(call, "call")?;
            boundary::place(changes, "changes")?;
            let poll = boundary::handle_mut(poll, "poll")?;
            let book = &mut boundary::handle_mut(book, "book")?.book;
            let caller = boundary::handle(account, "account")?.caller()?;
            if caller.platform() != poll.platform {
                return Err(Failure::argument("account is at another platform than poll"));
            }
            let defaults = Decoder::new(poll.platform);
            let decoder = verifier.as_ref().map_or(&defaults, tillwire_verifier::decoder);
            if let Some(told) = poll.call.as_ref() {
                match told.came_to() {
                    None => return Err(Failure::state("nothing came of the call that was told before")),
                    Some(Ok(reply)) => {
                        let taken = poll.poller.take(reply, decoder, book, now_ms.div_euclid(1000));
                        poll.running = taken.is_ok();
                        poll.forget_call();
                        boundary::put(changes, tillwire_changes::boxed(taken?));
                    }
                    Some(Err(trouble)) => {
                        let goes_on = poll.poller.failed(trouble);
                        poll.forget_call();
                        if !goes_on {
                            poll.running = false;
                            return Ok(TILLWIRE_ABSENT);
                        }
                    }
                }
            }
            let next = poll.next(book, now_ms);
            poll.running = matches!(next, Ok(Some(_)));
            let Some((operation, arguments)) = next? else { return Ok(TILLWIRE_ABSENT) };
            poll.call = Box::into_raw(Box::new(tillwire_call::asking(caller, operation, arguments)));
            boundary::put(call, poll.call);
            Ok(TILLWIRE_OK)
        })
    }
}

/// Up to when everything was read, as JSON text in `*out`, for tillwire_poll_new() after a restart. Free it with
/// tillwire_string_free().
///
/// Returns TILLWIRE_OK, TILLWIRE_E_MEMORY or TILLWIRE_E_ARGUMENT. Any number of threads while none changes `poll`. Since 0.1.
///
/// # Safety
/// `poll` is NULL or live, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_poll_export(
    poll: *const tillwire_poll,
    out: *mut *mut c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let poll = boundary::handle(poll, "poll")?;
            boundary::put(out, failure::document(poll.poller.export())?);
            Ok(TILLWIRE_OK)
        })
    }
}

impl tillwire_poll {
    /// The next call of the round, which is begun where none is under way.
    fn next(&mut self, book: &OrderBook, now_ms: i64) -> Result<Option<Call>, Failure> {
        if !self.running {
            self.poller.begin(book, now_ms)?;
        }
        Ok(self.poller.next_call()?)
    }
}

type Call = (tillwire_core::http::Operation, tillwire_core::http::Arguments);

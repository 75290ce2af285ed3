//! Asking
//!
//! What a till asks for, as the call to the platform that asks it: tillwire_book_request() makes it of what the book knows of the
//! order. It can be changed with tillwire_call_set() before it is begun or sent.

use core::ffi::c_char;

use tillwire_core::lifecycle::{Ask, AskDetails};
use tillwire_core::value::Timestamp;

use crate::account::tillwire_account;
use crate::book::tillwire_book;
use crate::boundary;
use crate::call::tillwire_call;
use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_OK};
use crate::value::tillwire_time;

/// Makes the call that asks the platform of `account` for something (a TILLWIRE_ASK_ code) in `*out`, not begun. `label` and `id`
/// name the order as in the book. `reason` is why it is rejected or cancelled, in the platform's own codes or words, `station`
/// the name of the kitchen station, `at` when it happened in the shop; each may be NULL. Fire's kitchen reports need `at`.
///
/// klikit: a change of the order's status. Fire: a step of the kitchen, citing the event that dispatched the order, and with a mark
/// that is the same whenever the same step is reported; or a cancellation. Atlas takes no such request.
///
/// Returns TILLWIRE_OK; TILLWIRE_ABSENT where the book has no such order; TILLWIRE_E_CALL_REFUSED where a till may not ask this, with
/// the reason in the error (tillwire_book_may_ask() tells it beforehand; what is only doubtful is asked); TILLWIRE_E_SETTING where a
/// setting of the account is missing or unusable; TILLWIRE_E_ARGUMENT. Any number of threads while none changes book or account.
/// Since 0.1.
///
/// # Safety
/// `book` and `account` are NULL or live, the texts NULL or NUL-terminated, `at` NULL or readable, `out` and `error` NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_request(
    book: *const tillwire_book,
    label: *const c_char,
    id: *const c_char,
    account: *const tillwire_account,
    ask: i32,
    reason: *const c_char,
    station: *const c_char,
    at: *const tillwire_time,
    out: *mut *mut tillwire_call,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let book = &boundary::handle(book, "book")?.book;
            let label = boundary::text(label, "label")?;
            let id = boundary::text(id, "id")?;
            let caller = boundary::handle(account, "account")?.caller()?;
            let ask = Ask::from_code(ask)
                .ok_or_else(|| Failure::argument(&format!("there is no request with the code {ask}")))?;
            let optional = |text: *const c_char, name| {
                if text.is_null() { Ok("") } else { boundary::text(text, name) }
            };
            let details = AskDetails {
                reason: optional(reason, "reason")?,
                station: optional(station, "station")?,
                occurred_at: time(at),
            };
            let Some(state) = book.order(label, caller.platform(), id) else { return Ok(TILLWIRE_ABSENT) };
            let (operation, arguments) =
                state.request(ask, &details).map_err(|why| Failure::refused(why.message()))?;
            let call = tillwire_call::asking(caller, operation, arguments);
            boundary::put(out, Box::into_raw(Box::new(call)));
            Ok(TILLWIRE_OK)
        })
    }
}

/// The time that the caller passed.
///
/// # Safety
/// `at` is NULL or readable.
unsafe fn time(at: *const tillwire_time) -> Option<Timestamp> {
    if at.is_null() {
        return None;
    }
    // SAFETY: by the contract, a time can be read; nothing is assumed of its alignment.
    let at = unsafe { at.read_unaligned() };
    let offset_minutes = (at.has_offset != 0).then_some(at.offset_minutes);
    Some(Timestamp { unix_ms: at.unix_ms, offset_minutes })
}

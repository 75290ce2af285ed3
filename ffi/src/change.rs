//! Changes
//!
//! What a delivery did to each order in it, and what the till is to do now, by position from 0.

use core::ffi::c_char;

use tillwire_core::lifecycle::Change;

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::document;
use crate::order::tillwire_order;
use crate::status::TILLWIRE_OK;
use crate::value::{tillwire_time, time_out};

/// The changes that one call made. Freed with tillwire_changes_free().
#[allow(non_camel_case_types)]
pub struct tillwire_changes {
    changes: Vec<Change>,
}

impl tillwire_changes {
    pub(crate) fn boxed(changes: Vec<Change>) -> *mut Self {
        Box::into_raw(Box::new(Self { changes }))
    }
}

/// Text: the account under which the delivery was applied.
pub const TILLWIRE_CHANGE_ACCOUNT: i32 = 14101;
/// Text: the platform's id of the order; absent where the delivery is about none.
pub const TILLWIRE_CHANGE_ORDER_ID: i32 = 14102;
/// Text: the platform's mark of the event by which the order came to be prepared. Fire's kitchen reports have to cite it.
pub const TILLWIRE_CHANGE_DISPATCH_EVENT_ID: i32 = 14103;

/// Time: when the order is due, where it is promised for a time.
pub const TILLWIRE_CHANGE_DUE_AT: i32 = 14301;

/// Number: what the delivery was, a TILLWIRE_VERDICT_ code.
pub const TILLWIRE_CHANGE_VERDICT: i32 = 14401;
/// Number: what the till is to do, a TILLWIRE_ACTION_ code.
pub const TILLWIRE_CHANGE_ACTION: i32 = 14402;
/// Number: the platform, a TILLWIRE_PLATFORM_ code.
pub const TILLWIRE_CHANGE_PLATFORM: i32 = 14403;
/// Number: how far the order was before, a TILLWIRE_PROGRESS_ code.
pub const TILLWIRE_CHANGE_PROGRESS_BEFORE: i32 = 14404;
/// Number: how far it is now, a TILLWIRE_PROGRESS_ code.
pub const TILLWIRE_CHANGE_PROGRESS: i32 = 14405;
/// Number: whether it was paid before, a TILLWIRE_PAY_ code.
pub const TILLWIRE_CHANGE_PAYMENT_STATUS_BEFORE: i32 = 14406;
/// Number: whether it is paid now, a TILLWIRE_PAY_ code.
pub const TILLWIRE_CHANGE_PAYMENT_STATUS: i32 = 14407;
/// Number: whether the platform asks that the order be read in full before it is prepared, and it was not yet.
pub const TILLWIRE_CHANGE_NEEDS_DETAIL: i32 = 14408;
/// Number: whether what is known rests on a document without a time of its own, so that it may be older than it seems.
/// Reading the order makes sure.
pub const TILLWIRE_CHANGE_UNCERTAIN: i32 = 14409;
/// Number: whether it is a test that nobody wants cooked.
pub const TILLWIRE_CHANGE_TEST: i32 = 14410;
/// Number: whether the ticket was printed, now or before.
pub const TILLWIRE_CHANGE_PRINTED: i32 = 14411;
/// Number: how many lines changed since the ticket was printed.
pub const TILLWIRE_CHANGE_LINE_COUNT: i32 = 14412;

/// Number of a changed line: what happened to it, a TILLWIRE_EDIT_ code.
pub const TILLWIRE_CHANGE_LINE_EDIT: i32 = 14451;
/// Number of a changed line: its position in the order before (TILLWIRE_CHANGE_BEFORE); absent for one that is new.
pub const TILLWIRE_CHANGE_LINE_BEFORE: i32 = 14452;
/// Number of a changed line: its position in the order now (TILLWIRE_CHANGE_NOW); absent for one that is gone.
pub const TILLWIRE_CHANGE_LINE_NOW: i32 = 14453;

/// Which order: all that is known of it now.
pub const TILLWIRE_CHANGE_NOW: i32 = 14501;
/// Which order: what was known of it before, to print the lines that are gone.
pub const TILLWIRE_CHANGE_BEFORE: i32 = 14502;

/// Verdict: the first that is known of an order.
pub const TILLWIRE_VERDICT_NEW: i32 = 1;
/// Verdict: it changed what is known of an order.
pub const TILLWIRE_VERDICT_CHANGED: i32 = 2;
/// Verdict: the same was applied before.
pub const TILLWIRE_VERDICT_DUPLICATE: i32 = 3;
/// Verdict: it says nothing that is not known, or is older than what is known.
pub const TILLWIRE_VERDICT_STALE: i32 = 4;
/// Verdict: it is about no order, or of a type that this library does not know; the event has the document.
pub const TILLWIRE_VERDICT_NOT_UNDERSTOOD: i32 = 5;
/// Verdict: the order was finished, and has left the book since.
pub const TILLWIRE_VERDICT_FORGOTTEN: i32 = 6;
/// Verdict: no delivery: what the book holds, from tillwire_book_orders().
pub const TILLWIRE_VERDICT_HELD: i32 = 7;

/// Action: nothing.
pub const TILLWIRE_ACTION_NOTHING: i32 = 0;
/// Action: print the ticket: the order is to be prepared. At most once for an order.
pub const TILLWIRE_ACTION_PRINT: i32 = 1;
/// Action: print what changed: the order's lines changed after its ticket was printed.
pub const TILLWIRE_ACTION_REPRINT: i32 = 2;
/// Action: void the ticket: the order was cancelled or rejected after its ticket was printed. At most once for an order.
pub const TILLWIRE_ACTION_VOID: i32 = 3;
/// Action: update what is shown of the order.
pub const TILLWIRE_ACTION_UPDATE: i32 = 4;
/// Action: read the order at the platform: the delivery says too little of an order that is not known in full.
pub const TILLWIRE_ACTION_FETCH: i32 = 5;
/// Action: show the lines, if anything: they were told before the order was placed.
pub const TILLWIRE_ACTION_PREVIEW: i32 = 6;

/// Edit: the line is new.
pub const TILLWIRE_EDIT_ADDED: i32 = 1;
/// Edit: the line is gone.
pub const TILLWIRE_EDIT_REMOVED: i32 = 2;
/// Edit: the line is wanted in another quantity, what stands below it being the same.
pub const TILLWIRE_EDIT_QUANTITY: i32 = 3;
/// Edit: the line's note, its modifiers or its parts changed; perhaps its quantity, too.
pub const TILLWIRE_EDIT_CONTENTS: i32 = 4;

/// Ends changes, and with them every order and text read from them. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `changes` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_changes_free(changes: *mut tillwire_changes) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_changes::boxed`.
    unsafe { boundary::free(changes) };
}

/// How many changes there are: one for each order of a delivery. 0 for NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `changes` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_changes_count(changes: *const tillwire_changes) -> usize {
    // SAFETY: by the contract above, `changes` is NULL or live.
    boundary::get(0, || unsafe { changes.as_ref() }.map_or(0, |changes| changes.changes.len()))
}

/// A text of the change at a position by field (TILLWIRE_CHANGE_ORDER_ID, ...). Borrowed; NULL where absent. `len` may be
/// NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `changes` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_change_text(
    changes: *const tillwire_changes,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `changes` is NULL or live, `len` NULL or writable.
        unsafe {
            let text = change(changes, position).and_then(|change| match field {
                TILLWIRE_CHANGE_ACCOUNT => Some(change.account_with_nul()),
                TILLWIRE_CHANGE_ORDER_ID => change.order_id_with_nul(),
                TILLWIRE_CHANGE_DISPATCH_EVENT_ID => change.dispatch_event_id_with_nul(),
                _ => None,
            });
            boundary::text_out(text, len)
        }
    })
}

/// A number of the change at a position by field (TILLWIRE_CHANGE_ACTION, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `changes` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_change_int(
    changes: *const tillwire_changes,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    let read = || {
        // SAFETY: by the contract above, `changes` is NULL or live.
        let change = unsafe { change(changes, position) }?;
        let ((was, is), (was_paid, is_paid)) = (change.progress(), change.payment());
        Some(i64::from(match field {
            TILLWIRE_CHANGE_VERDICT => change.verdict().code(),
            TILLWIRE_CHANGE_ACTION => change.action().code(),
            TILLWIRE_CHANGE_PLATFORM => change.platform().code(),
            TILLWIRE_CHANGE_PROGRESS_BEFORE => was?.code(),
            TILLWIRE_CHANGE_PROGRESS => is?.code(),
            TILLWIRE_CHANGE_PAYMENT_STATUS_BEFORE => was_paid?.code(),
            TILLWIRE_CHANGE_PAYMENT_STATUS => is_paid?.code(),
            TILLWIRE_CHANGE_NEEDS_DETAIL => change.needs_detail().into(),
            TILLWIRE_CHANGE_UNCERTAIN => change.is_uncertain().into(),
            TILLWIRE_CHANGE_TEST => change.is_test().into(),
            TILLWIRE_CHANGE_PRINTED => change.is_printed().into(),
            TILLWIRE_CHANGE_LINE_COUNT => i32::try_from(change.lines().len()).ok()?,
            _ => return None,
        }))
    };
    // SAFETY: by the contract above, `out` is NULL or writable.
    unsafe { boundary::fill(out, 0, read) }
}

/// A time of the change at a position by field (TILLWIRE_CHANGE_DUE_AT).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to zeros, or TILLWIRE_E_ARGUMENT where `out` is
/// NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `changes` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_change_time(
    changes: *const tillwire_changes,
    position: usize,
    field: i32,
    out: *mut tillwire_time,
) -> i32 {
    // SAFETY: by the contract above, `changes` is NULL or live, `out` NULL or writable.
    unsafe {
        time_out(out, || match field {
            TILLWIRE_CHANGE_DUE_AT => change(changes, position)?.due_at(),
            _ => None,
        })
    }
}

/// An order of the change at a position (TILLWIRE_CHANGE_NOW or TILLWIRE_CHANGE_BEFORE). Borrowed; NULL where there is none.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `changes` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_change_order(
    changes: *const tillwire_changes,
    position: usize,
    which: i32,
) -> *const tillwire_order {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `changes` is NULL or live.
        let change = unsafe { change(changes, position) };
        let order = change.and_then(|change| match which {
            TILLWIRE_CHANGE_NOW => change.order(),
            TILLWIRE_CHANGE_BEFORE => change.before(),
            _ => None,
        });
        order.map_or(core::ptr::null(), tillwire_order::borrowed)
    })
}

/// A number of a changed line, by its rank from 0 (TILLWIRE_CHANGE_LINE_COUNT says how many) and field
/// (TILLWIRE_CHANGE_LINE_EDIT, ...). What stands below a line belongs to it.
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `changes` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_change_line(
    changes: *const tillwire_changes,
    position: usize,
    rank: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    let read = || {
        // SAFETY: by the contract above, `changes` is NULL or live.
        let line = unsafe { change(changes, position) }?.lines().get(rank)?;
        match field {
            TILLWIRE_CHANGE_LINE_EDIT => Some(i64::from(line.kind.code())),
            TILLWIRE_CHANGE_LINE_BEFORE => i64::try_from(line.before?).ok(),
            TILLWIRE_CHANGE_LINE_NOW => i64::try_from(line.after?).ok(),
            _ => None,
        }
    };
    // SAFETY: by the contract above, `out` is NULL or writable.
    unsafe { boundary::fill(out, 0, read) }
}

/// The changes as JSON text in `*out`, a list with one entry for each, orders included. Free it with
/// tillwire_string_free().
///
/// Returns TILLWIRE_OK, TILLWIRE_E_MEMORY or TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `changes` is NULL or live, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_changes_json(
    changes: *const tillwire_changes,
    out: *mut *mut c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let changes = &boundary::handle(changes, "changes")?.changes;
            boundary::put(out, document(Change::list_to_json(changes))?);
            Ok(TILLWIRE_OK)
        })
    }
}

/// The change at a position.
///
/// # Safety
/// `changes` is NULL or live.
unsafe fn change<'c>(changes: *const tillwire_changes, position: usize) -> Option<&'c Change> {
    // SAFETY: by the contract, `changes` is NULL or live.
    unsafe { changes.as_ref() }?.changes.get(position)
}

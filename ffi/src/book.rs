//! Book of orders
//!
//! Every order of a till, by account, platform and id: apply each event to it, and it says what the till is to do. An event
//! may come twice, late or out of order. A book is memory: keep it with tillwire_book_export() in whatever database there
//! is, and begin with tillwire_book_import().

use core::ffi::c_char;

use tillwire_core::Platform;
use tillwire_core::lifecycle::{Ask, BookLimits, OrderBook};

use crate::boundary;
use crate::change::tillwire_changes;
use crate::error::tillwire_error;
use crate::event::tillwire_event;
use crate::failure::{Failure, document};
use crate::order::tillwire_order;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_OK};
use crate::verifier::tillwire_verifier;

/// A book of orders. Freed with tillwire_book_free().
#[allow(non_camel_case_types)]
pub struct tillwire_book {
    pub(crate) book: OrderBook,
}

/// Number, to be read: orders in the book.
pub const TILLWIRE_BOOK_ORDERS: i32 = 15401;
/// Number, to be read: of these, finished.
pub const TILLWIRE_BOOK_FINISHED: i32 = 15402;
/// Number, to be read: orders that left and are remembered, so that a late repeat prints no second ticket.
pub const TILLWIRE_BOOK_REMEMBERED: i32 = 15403;
/// Number, to be read: first tellings of an order, since the book was made.
pub const TILLWIRE_BOOK_NEW: i32 = 15404;
/// Number, to be read: tellings that changed an order.
pub const TILLWIRE_BOOK_CHANGED: i32 = 15405;
/// Number, to be read: tellings that were applied before.
pub const TILLWIRE_BOOK_DUPLICATE: i32 = 15406;
/// Number, to be read: tellings that said nothing new.
pub const TILLWIRE_BOOK_STALE: i32 = 15407;
/// Number, to be read: deliveries about no order.
pub const TILLWIRE_BOOK_NOT_UNDERSTOOD: i32 = 15408;
/// Number, to be read: tellings of finished orders that had left.
pub const TILLWIRE_BOOK_FORGOTTEN: i32 = 15409;
/// Number, to be read: finished orders that left for want of room.
pub const TILLWIRE_BOOK_LEFT_FINISHED: i32 = 15410;
/// Number, to be read: open orders that left for want of room: the book is too small.
pub const TILLWIRE_BOOK_LEFT_OPEN: i32 = 15411;
/// Number, to be read and set: most orders, 1 to 2147483647. Beyond it, the oldest finished one leaves, then the oldest
/// open one. Default 10000.
pub const TILLWIRE_BOOK_MOST_ORDERS: i32 = 15421;
/// Number, to be read and set: for how many seconds an order that left is remembered, from 0. Default 604800, seven days.
pub const TILLWIRE_BOOK_REMEMBERED_SECONDS: i32 = 15422;
/// Number, to be read and set: most orders that left and are remembered, 0 to 2147483647. Default 100000.
pub const TILLWIRE_BOOK_MOST_REMEMBERED: i32 = 15423;

/// Request: to accept the order.
pub const TILLWIRE_ASK_ACCEPT: i32 = 1;
/// Request: to report that it is being prepared.
pub const TILLWIRE_ASK_PREPARE: i32 = 2;
/// Request: to report that it is ready.
pub const TILLWIRE_ASK_READY: i32 = 3;
/// Request: to report that it was handed over: picked up, or dispatched.
pub const TILLWIRE_ASK_HAND_OVER: i32 = 4;
/// Request: to reject it.
pub const TILLWIRE_ASK_REJECT: i32 = 5;
/// Request: to cancel it.
pub const TILLWIRE_ASK_CANCEL: i32 = 6;

/// Permission: the till may ask.
pub const TILLWIRE_MAY_ALLOWED: i32 = 1;
/// Permission: it may, but the platform is likely to refuse; see the reason.
pub const TILLWIRE_MAY_DOUBTFUL: i32 = 2;
/// Permission: it may not; see the reason.
pub const TILLWIRE_MAY_REFUSED: i32 = 3;

/// Makes an empty book in `*out`.
///
/// Returns TILLWIRE_OK or TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `out` and `error` are NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_new(
    out: *mut *mut tillwire_book,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, the pointers are NULL or writable.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            boundary::put(out, Box::into_raw(Box::new(tillwire_book { book: OrderBook::default() })));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Ends a book, and with it every order read from it. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `book` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_free(book: *mut tillwire_book) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_book_new`.
    unsafe { boundary::free(book) };
}

/// Changes how much a book keeps (TILLWIRE_BOOK_MOST_ORDERS, ...), from the next delivery on.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where the number is not one that can be set or `book` is NULL;
/// TILLWIRE_E_SETTING where the value is out of its range. One thread at a time. Since 0.1.
///
/// # Safety
/// `book` is NULL or live, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_set_int(
    book: *mut tillwire_book,
    field: i32,
    value: i64,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let book = &mut boundary::handle_mut(book, "book")?.book;
            let count = |least: i32| {
                let count = i32::try_from(value).ok().filter(|count| *count >= least);
                let count = count.and_then(|count| usize::try_from(count).ok());
                count.ok_or_else(|| {
                    Failure::setting(&format!("the value {value} is not from {least} to 2147483647"))
                })
            };
            let limits = book.limits();
            let limits = match field {
                TILLWIRE_BOOK_MOST_ORDERS => BookLimits { orders: count(1)?, ..limits },
                TILLWIRE_BOOK_MOST_REMEMBERED => BookLimits { remembered: count(0)?, ..limits },
                TILLWIRE_BOOK_REMEMBERED_SECONDS if value >= 0 => {
                    BookLimits { remembered_seconds: value, ..limits }
                }
                TILLWIRE_BOOK_REMEMBERED_SECONDS => {
                    return Err(Failure::setting(&format!("the value {value} is below 0")));
                }
                _ => return Err(Failure::argument(&format!("{field} is nothing that can be set of a book"))),
            };
            book.set_limits(limits);
            Ok(TILLWIRE_OK)
        })
    }
}

/// A number of a book by field (TILLWIRE_BOOK_ORDERS, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads while none changes the book. Since 0.1.
///
/// # Safety
/// `book` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_int(book: *const tillwire_book, field: i32, out: *mut i64) -> i32 {
    let read = || {
        // SAFETY: by the contract above, `book` is NULL or live.
        let book = &unsafe { book.as_ref() }?.book;
        let (counts, limits) = (book.counts(), book.limits());
        let size = |size: usize| i64::try_from(size).ok();
        let count = |count: u64| i64::try_from(count).ok();
        match field {
            TILLWIRE_BOOK_ORDERS => size(counts.orders),
            TILLWIRE_BOOK_FINISHED => size(counts.finished),
            TILLWIRE_BOOK_REMEMBERED => size(counts.remembered),
            TILLWIRE_BOOK_NEW => count(counts.new),
            TILLWIRE_BOOK_CHANGED => count(counts.changed),
            TILLWIRE_BOOK_DUPLICATE => count(counts.duplicate),
            TILLWIRE_BOOK_STALE => count(counts.stale),
            TILLWIRE_BOOK_NOT_UNDERSTOOD => count(counts.not_understood),
            TILLWIRE_BOOK_FORGOTTEN => count(counts.forgotten),
            TILLWIRE_BOOK_LEFT_FINISHED => count(counts.left_finished),
            TILLWIRE_BOOK_LEFT_OPEN => count(counts.left_open),
            TILLWIRE_BOOK_MOST_ORDERS => size(limits.orders),
            TILLWIRE_BOOK_REMEMBERED_SECONDS => Some(limits.remembered_seconds),
            TILLWIRE_BOOK_MOST_REMEMBERED => size(limits.remembered),
            _ => None,
        }
    };
    // SAFETY: by the contract above, `out` is NULL or writable.
    unsafe { boundary::fill(out, 0, read) }
}

/// Applies an event to every order in it, and puts into `*out` one change for each, in the event's order; one without an
/// order where the event is about none. `account` is the caller's own label of the account at the platform, the same for
/// each delivery from there; ids of two accounts may collide. `now` is Unix seconds, as from time(), and only tells which
/// order is older.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_MEMORY, and the book is as it was, so that the event can be applied again;
/// TILLWIRE_E_ARGUMENT. One thread at a time. Since 0.1.
///
/// # Safety
/// `book` and `event` are NULL or live, `account` NULL or NUL-terminated, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_apply(
    book: *mut tillwire_book,
    account: *const c_char,
    event: *const tillwire_event,
    now: i64,
    out: *mut *mut tillwire_changes,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let book = &mut boundary::handle_mut(book, "book")?.book;
            let account = boundary::text(account, "account")?;
            boundary::handle(event, "event")?;
            let event = tillwire_event::get(event).ok_or_else(Failure::memory)?;
            let changes = book.apply(account, event, now).map_err(|_| Failure::memory())?;
            boundary::put(out, tillwire_changes::boxed(changes));
            Ok(TILLWIRE_OK)
        })
    }
}

/// All that is known of an order. Borrowed from the book until it changes; NULL where the book has no such order.
/// `platform` is a TILLWIRE_PLATFORM_ code, `id` the platform's id of the order.
///
/// Any number of threads while none changes the book. Since 0.1.
///
/// # Safety
/// `book` is NULL or live, `account` and `id` NULL or NUL-terminated.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_order(
    book: *const tillwire_book,
    account: *const c_char,
    platform: i32,
    id: *const c_char,
) -> *const tillwire_order {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `book` is NULL or live, the texts NULL or NUL-terminated.
        let found = unsafe { book.as_ref().zip(OrderName::read(account, platform, id).ok()) };
        let state = found.and_then(|(book, name)| book.book.order(name.account, name.platform, name.id));
        state.map_or(core::ptr::null(), |state| tillwire_order::borrowed(state.order()))
    })
}

/// Every order of a book as a change of the verdict TILLWIRE_VERDICT_HELD in `*out`, by account, platform and id: to show
/// them after a start.
///
/// Returns TILLWIRE_OK, TILLWIRE_E_MEMORY or TILLWIRE_E_ARGUMENT. Any number of threads while none changes the book. Since
/// 0.1.
///
/// # Safety
/// `book` is NULL or live, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_orders(
    book: *const tillwire_book,
    out: *mut *mut tillwire_changes,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let book = &boundary::handle(book, "book")?.book;
            let held = book.held().map_err(|_| Failure::memory())?;
            boundary::put(out, tillwire_changes::boxed(held));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Reads the states again that a platform told as codes, by the dictionaries that were loaded into the settings of
/// `verifier`, and puts into `*out` one change for each order that is further than it seemed: for orders that were told
/// before a dictionary was loaded.
///
/// Returns TILLWIRE_OK, TILLWIRE_E_MEMORY, after which the book is as it was, or TILLWIRE_E_ARGUMENT. One thread at a time.
/// Since 0.1.
///
/// # Safety
/// `book` and `verifier` are NULL or live, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_read_again(
    book: *mut tillwire_book,
    verifier: *const tillwire_verifier,
    out: *mut *mut tillwire_changes,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let book = &mut boundary::handle_mut(book, "book")?.book;
            let verifier = boundary::handle(verifier, "verifier")?;
            let changes = book.read_again(verifier.decoder()).map_err(|_| Failure::memory())?;
            boundary::put(out, tillwire_changes::boxed(changes));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Takes an order out of a book; nothing is remembered of it.
///
/// Returns TILLWIRE_OK, TILLWIRE_ABSENT where the book has no such order, or TILLWIRE_E_ARGUMENT. One thread at a time.
/// Since 0.1.
///
/// # Safety
/// `book` is NULL or live, `account` and `id` NULL or NUL-terminated, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_remove(
    book: *mut tillwire_book,
    account: *const c_char,
    platform: i32,
    id: *const c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let book = &mut boundary::handle_mut(book, "book")?.book;
            let name = OrderName::read(account, platform, id)?;
            let removed = book.remove(name.account, name.platform, name.id);
            Ok(if removed.is_some() { TILLWIRE_OK } else { TILLWIRE_ABSENT })
        })
    }
}

/// Says whether a till may ask the platform for something (a TILLWIRE_ASK_ code), and why not. `reason_code` is the reason
/// that would go with it, or NULL. Rules that a platform documents refuse; others make it doubtful, since the platform may
/// know more.
///
/// `permission` gets a TILLWIRE_MAY_ code, `reason` a sentence, static and NUL-terminated; each may be NULL.
///
/// Returns TILLWIRE_OK, TILLWIRE_ABSENT where the book has no such order, or TILLWIRE_E_ARGUMENT. Any number of threads
/// while none changes the book. Since 0.1.
///
/// # Safety
/// `book` is NULL or live, the texts are NULL or NUL-terminated, the other pointers NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_may_ask(
    book: *const tillwire_book,
    account: *const c_char,
    platform: i32,
    id: *const c_char,
    ask: i32,
    reason_code: *const c_char,
    permission: *mut i32,
    reason: *mut *const c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::put(permission, 0);
        boundary::put(reason, core::ptr::null());
        boundary::status(error, || {
            let book = &boundary::handle(book, "book")?.book;
            let name = OrderName::read(account, platform, id)?;
            let ask = Ask::from_code(ask)
                .ok_or_else(|| Failure::argument(&format!("there is no request with the code {ask}")))?;
            let with_reason =
                !reason_code.is_null() && !boundary::text(reason_code, "reason_code")?.is_empty();
            let Some(state) = book.order(name.account, name.platform, name.id) else {
                return Ok(TILLWIRE_ABSENT);
            };
            let (may, why) = state.may_ask(ask, with_reason);
            boundary::put(permission, may.code());
            boundary::put(reason, why.message_with_nul().as_ptr().cast());
            Ok(TILLWIRE_OK)
        })
    }
}

/// Writes a book, or one order of it, as JSON text into `*out`, to be kept and to be given to tillwire_book_import(). With
/// `account` and `id` NULL it is the whole book; a large one is better written order by order, each after it changed. The
/// text holds customers' details, as the orders do. Free it with tillwire_string_free().
///
/// Returns TILLWIRE_OK; TILLWIRE_ABSENT (and NULL) where the book has no such order; TILLWIRE_E_MEMORY; TILLWIRE_E_ARGUMENT.
/// Any number of threads while none changes the book. Since 0.1.
///
/// # Safety
/// `book` is NULL or live, `account` and `id` NULL or NUL-terminated, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_export(
    book: *const tillwire_book,
    account: *const c_char,
    platform: i32,
    id: *const c_char,
    out: *mut *mut c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let book = &boundary::handle(book, "book")?.book;
            let text = if account.is_null() && id.is_null() {
                book.export()
            } else {
                let name = OrderName::read(account, platform, id)?;
                if book.order(name.account, name.platform, name.id).is_none() {
                    return Ok(TILLWIRE_ABSENT);
                }
                book.export_order(name.account, name.platform, name.id)
            };
            boundary::put(out, document(text)?);
            Ok(TILLWIRE_OK)
        })
    }
}

/// Puts the orders of an export in, `len` bytes, in place of those of the same account, platform and id. `count`, if not
/// NULL, gets how many there were.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_NOT_JSON, TILLWIRE_E_EXPORT where it is no export or is damaged, TILLWIRE_E_VERSION where
/// it is of a version that this library does not read, and the book is then as it was; TILLWIRE_E_MEMORY;
/// TILLWIRE_E_ARGUMENT. One thread at a time. Since 0.1.
///
/// # Safety
/// `book` is NULL or live, `text` NULL or readable for `len` bytes, `count` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_book_import(
    book: *mut tillwire_book,
    text: *const c_char,
    len: usize,
    count: *mut usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::put(count, 0);
        boundary::status(error, || {
            let book = &mut boundary::handle_mut(book, "book")?.book;
            let imported = book.import(boundary::body(text.cast(), len)?)?;
            boundary::put(count, imported);
            Ok(TILLWIRE_OK)
        })
    }
}

/// Which order is meant.
struct OrderName<'a> {
    account: &'a str,
    platform: Platform,
    id: &'a str,
}

impl OrderName<'_> {
    /// # Safety
    /// `account` and `id` are NULL or NUL-terminated as long as the result lives.
    unsafe fn read(account: *const c_char, platform: i32, id: *const c_char) -> Result<Self, Failure> {
        // SAFETY: by the contract, the texts are NULL or NUL-terminated.
        let (account, id) = unsafe { (boundary::text(account, "account")?, boundary::text(id, "id")?) };
        let platform = Platform::from_code(platform)
            .ok_or_else(|| Failure::argument(&format!("there is no platform with the code {platform}")))?;
        Ok(Self { account, platform, id })
    }
}

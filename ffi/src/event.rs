//! Events
//!
//! One delivery, decoded: what happened, and the orders it happened to. Anything the model has no field for is
//! reachable in the received document, by path or as JSON.

use core::ffi::c_char;
use std::ffi::CString;

use tillwire_core::event::{AmountError, Decoder, Event, Key};
use tillwire_core::json::Value;
use tillwire_core::value::MoneyError;

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::{Failure, c_text, document};
use crate::order::tillwire_order;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_OK};
use crate::value::{NO_MONEY, tillwire_money, tillwire_time, time_out, write};

/// One delivery, decoded. Freed with tillwire_event_free().
#[allow(non_camel_case_types)]
pub struct tillwire_event {
    event: Event,
    /// The paths of the problems, with a NUL behind them.
    problem_paths: Vec<CString>,
}

impl tillwire_event {
    /// The event that a pointer stands for.
    ///
    /// # Safety
    /// `event` is NULL or live.
    pub(crate) unsafe fn get<'e>(event: *const Self) -> Option<&'e Event> {
        // SAFETY: by the contract, `event` is NULL or live.
        unsafe { event.as_ref() }.map(|event| &event.event)
    }

    pub(crate) fn boxed(event: Event) -> *mut Self {
        let problem_paths = event.problems().iter().map(|problem| c_text(&problem.path)).collect();
        Box::into_raw(Box::new(Self { event, problem_paths }))
    }
}

/// Text: the event's type in the platform's own word, as in "order.created". Absent where only the shape of the document
/// shows what it is.
pub const TILLWIRE_EVENT_TYPE: i32 = 4101;
/// Text: the platform's own mark of the event (Fire) or delivery (klikit, from a header that no signature covers).
pub const TILLWIRE_EVENT_ID: i32 = 4102;

/// Number: the platform, a TILLWIRE_PLATFORM_ code.
pub const TILLWIRE_EVENT_PLATFORM: i32 = 4401;
/// Number: what happened, a TILLWIRE_KIND_ code.
pub const TILLWIRE_EVENT_KIND: i32 = 4402;
/// Number: where the type was learnt from, a TILLWIRE_TYPE_FROM_ code.
pub const TILLWIRE_EVENT_TYPE_SOURCE: i32 = 4403;
/// Number: how many orders there are.
pub const TILLWIRE_EVENT_ORDER_COUNT: i32 = 4404;
/// Number: how many oddities were noted and can be read, at most 64.
pub const TILLWIRE_EVENT_PROBLEM_COUNT: i32 = 4405;
/// Number: how many oddities there were, also those beyond 64.
pub const TILLWIRE_EVENT_PROBLEM_TOTAL: i32 = 4406;
/// Number: what was shown of the delivery, a TILLWIRE_ASSURANCE_ code. Absent after decoding unverified.
pub const TILLWIRE_EVENT_ASSURANCE: i32 = 4407;
/// Number: which secret matched, 0 for the first. Absent after decoding unverified.
pub const TILLWIRE_EVENT_SECRET_INDEX: i32 = 4408;
/// Number: which batch this is, from 1, where something is sent in batches.
pub const TILLWIRE_EVENT_BATCH_INDEX: i32 = 4409;
/// Number: how many batches there are.
pub const TILLWIRE_EVENT_BATCH_TOTAL: i32 = 4410;
/// Number: how many subjects there are: what an event about other things than orders is about.
pub const TILLWIRE_EVENT_SUBJECT_COUNT: i32 = 4411;

/// Time: when it happened, by the platform's clock.
pub const TILLWIRE_EVENT_OCCURRED_AT: i32 = 4301;

/// Kind: a type this library does not know, or none; the document is at hand.
pub const TILLWIRE_KIND_UNKNOWN: i32 = 0;
/// Kind: an order was created.
pub const TILLWIRE_KIND_ORDER_CREATED: i32 = 1;
/// Kind: an order was changed.
pub const TILLWIRE_KIND_ORDER_UPDATED: i32 = 2;
/// Kind: an order was confirmed.
pub const TILLWIRE_KIND_ORDER_CONFIRMED: i32 = 3;
/// Kind: an order left for the customer.
pub const TILLWIRE_KIND_ORDER_DISPATCHED: i32 = 4;
/// Kind: an order is complete.
pub const TILLWIRE_KIND_ORDER_COMPLETED: i32 = 5;
/// Kind: an order was cancelled.
pub const TILLWIRE_KIND_ORDER_CANCELLED: i32 = 6;
/// Kind: something happened to an order; only its state says what.
pub const TILLWIRE_KIND_ORDER_CHANGED: i32 = 7;
/// Kind: an order moved on; its state or the last step says where to.
pub const TILLWIRE_KIND_ORDER_PROGRESSED: i32 = 8;
/// Kind: an order's lines were replaced.
pub const TILLWIRE_KIND_ORDER_LINES_CHANGED: i32 = 9;
/// Kind: the sale is settled: the order is paid, and may be prepared.
pub const TILLWIRE_KIND_ORDER_SETTLED: i32 = 10;
/// Kind: the fiscal authority authorised the document of an order's sale.
pub const TILLWIRE_KIND_ORDER_INVOICED: i32 = 11;
/// Kind: the fiscal authority confirmed that the document of a cancelled order's sale is cancelled.
pub const TILLWIRE_KIND_ORDER_REVERSED: i32 = 12;
/// Kind: no event: orders that were asked for, by polling or one by one.
pub const TILLWIRE_KIND_ORDER_READ: i32 = 13;
/// Kind: a menu was published, whole. Where its subject is marked as removed, it is empty.
pub const TILLWIRE_KIND_MENU_UPDATED: i32 = 20;
/// Kind: a menu is gone.
pub const TILLWIRE_KIND_MENU_REMOVED: i32 = 21;
/// Kind: every menu was sent again.
pub const TILLWIRE_KIND_MENUS_SYNCED: i32 = 22;
/// Kind: products were changed; those that are not named stay as they are.
pub const TILLWIRE_KIND_PRODUCT_UPDATED: i32 = 23;
/// Kind: prices of products were changed.
pub const TILLWIRE_KIND_PRODUCT_PRICE_CHANGED: i32 = 24;
/// Kind: products went out of stock or are back.
pub const TILLWIRE_KIND_PRODUCT_AVAILABILITY_CHANGED: i32 = 25;
/// Kind: a store was added or changed.
pub const TILLWIRE_KIND_STORE_UPDATED: i32 = 30;
/// Kind: a store is gone.
pub const TILLWIRE_KIND_STORE_REMOVED: i32 = 31;
/// Kind: every store was sent again, in batches.
pub const TILLWIRE_KIND_STORES_SYNCED: i32 = 32;
/// Kind: a sales channel was added or changed.
pub const TILLWIRE_KIND_CHANNEL_UPDATED: i32 = 35;
/// Kind: a sales channel is gone.
pub const TILLWIRE_KIND_CHANNEL_REMOVED: i32 = 36;
/// Kind: every sales channel was sent again, in batches; after the last batch, those not seen are gone.
pub const TILLWIRE_KIND_CHANNELS_SYNCED: i32 = 37;
/// Kind: a customer was created.
pub const TILLWIRE_KIND_CUSTOMER_CREATED: i32 = 40;
/// Kind: a customer was changed.
pub const TILLWIRE_KIND_CUSTOMER_UPDATED: i32 = 41;
/// Kind: a store's business day was closed.
pub const TILLWIRE_KIND_BUSINESS_DAY_CLOSED: i32 = 45;

/// Type learnt: from nowhere: the document does not show what it is.
pub const TILLWIRE_TYPE_FROM_NOWHERE: i32 = 0;
/// Type learnt: from the document's own envelope.
pub const TILLWIRE_TYPE_FROM_DOCUMENT: i32 = 1;
/// Type learnt: from the type that was set for this address.
pub const TILLWIRE_TYPE_FROM_EXPECTED: i32 = 2;
/// Type learnt: from a header, which no signature covers.
pub const TILLWIRE_TYPE_FROM_HEADER: i32 = 3;
/// Type learnt: from the document's shape: that of an order, with no word on what happened to it.
pub const TILLWIRE_TYPE_FROM_SHAPE: i32 = 4;

/// Key: by the platform's own marks: event type, order and time of the event. Absent where it gives none.
pub const TILLWIRE_KEY_DELIVERY: i32 = 1;
/// Key: by content: the type, the order and everything said of it, attempt counters left out. Equal for
/// repeats even where the platform marks each attempt differently.  A document without a time of its own
/// may come a second time as news (states A, B, A): compare it with the last one applied to the order, not
/// with all that were ever seen.
pub const TILLWIRE_KEY_CONTENT: i32 = 2;

/// A buffer of this size holds every key.
pub const TILLWIRE_KEY_SIZE: i32 = 512;

/// Scale of an amount by path: the one in which the platform states amounts at that place.
pub const TILLWIRE_SCALE_BY_PLACE: i32 = -1;

/// Text of a problem: where in the document, as in `$.order_items[0].unit_price`.
pub const TILLWIRE_PROBLEM_PATH: i32 = 6101;
/// Text of a problem: what was odd, in a sentence.
pub const TILLWIRE_PROBLEM_MESSAGE: i32 = 6102;
/// Number of a problem: what was odd, a TILLWIRE_P_ code.
pub const TILLWIRE_PROBLEM_CODE: i32 = 6401;
/// Number of a problem: the byte offset in the body, from 0.
pub const TILLWIRE_PROBLEM_OFFSET: i32 = 6402;

/// Problem: a member has another JSON type than the platform documents; it is read as absent.
pub const TILLWIRE_P_WRONG_TYPE: i32 = 1;
/// Problem: an amount or quantity does not fit 28 decimal digits; it is read as absent, its text stays
/// reachable.
pub const TILLWIRE_P_AMOUNT_OUT_OF_RANGE: i32 = 2;
/// Problem: text that should be a number, as amounts in strings are, is none; it is read as absent.
pub const TILLWIRE_P_NOT_A_NUMBER: i32 = 3;
/// Problem: a time is written in no form that the platform documents; it is read as absent.
pub const TILLWIRE_P_UNREADABLE_TIME: i32 = 4;
/// Problem: text holds U+0000 or half of a surrogate pair, read as U+FFFD.
pub const TILLWIRE_P_TEXT_REPLACED: i32 = 5;
/// Problem: a member stands several times in one object; the last one counts.
pub const TILLWIRE_P_DUPLICATE_MEMBER: i32 = 6;
/// Problem: lines of one order are in different currencies, so the order has none.
pub const TILLWIRE_P_MIXED_CURRENCIES: i32 = 7;
/// Problem: a currency is not three letters; it is read as absent.
pub const TILLWIRE_P_UNREADABLE_CURRENCY: i32 = 8;
/// Problem: the document states another event type than the one that was expected at this address.
pub const TILLWIRE_P_UNEXPECTED_EVENT_TYPE: i32 = 9;
/// Problem: one of several orders does not say which one it is; it is left out, the others are kept.
pub const TILLWIRE_P_NO_IDENTITY: i32 = 10;
/// Problem: the platform's own sources dispute what a code means; it is read as the least that it can mean.
pub const TILLWIRE_P_DISPUTED_CODE: i32 = 11;
/// Problem: there are more entries of a kind than the limit; the rest is left out and reachable by path.
pub const TILLWIRE_P_TOO_MANY: i32 = 12;
/// Problem: the map of stores that was set lacks this store.
pub const TILLWIRE_P_UNMAPPED_STORE: i32 = 13;

/// Ends an event, and with it every order and text read from it. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `event` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_free(event: *mut tillwire_event) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_event::boxed`.
    unsafe { boundary::free(event) };
}

/// A text of an event by field (TILLWIRE_EVENT_TYPE). Borrowed from the event; NULL where absent. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_text(
    event: *const tillwire_event,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `event` is NULL or live, `len` NULL or writable.
        unsafe {
            let event = event.as_ref().map(|event| &event.event);
            let text = match field {
                TILLWIRE_EVENT_TYPE => event.and_then(Event::type_text_with_nul),
                TILLWIRE_EVENT_ID => event.and_then(Event::id_with_nul),
                _ => None,
            };
            boundary::text_out(text, len)
        }
    })
}

/// A number of an event by field (TILLWIRE_EVENT_KIND, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_int(event: *const tillwire_event, field: i32, out: *mut i64) -> i32 {
    let read = || {
        // SAFETY: by the contract above, `event` is NULL or live.
        let event = &unsafe { event.as_ref() }?.event;
        match field {
            TILLWIRE_EVENT_PLATFORM => Some(i64::from(event.platform().code())),
            TILLWIRE_EVENT_KIND => Some(i64::from(event.kind().code())),
            TILLWIRE_EVENT_TYPE_SOURCE => Some(i64::from(event.type_source().code())),
            TILLWIRE_EVENT_ORDER_COUNT => i64::try_from(event.orders().len()).ok(),
            TILLWIRE_EVENT_PROBLEM_COUNT => i64::try_from(event.problems().len()).ok(),
            TILLWIRE_EVENT_PROBLEM_TOTAL => i64::try_from(event.problem_count()).ok(),
            TILLWIRE_EVENT_BATCH_INDEX => event.batch_index(),
            TILLWIRE_EVENT_BATCH_TOTAL => event.batch_total(),
            TILLWIRE_EVENT_SUBJECT_COUNT => i64::try_from(event.subjects().len()).ok(),
            TILLWIRE_EVENT_ASSURANCE => event.verified().map(|verified| i64::from(verified.assurance.code())),
            TILLWIRE_EVENT_SECRET_INDEX => {
                event.verified().and_then(|verified| i64::try_from(verified.secret_index).ok())
            }
            _ => None,
        }
    };
    // SAFETY: by the contract above, `out` is NULL or writable.
    unsafe { boundary::fill(out, 0, read) }
}

/// A time of an event by field (TILLWIRE_EVENT_OCCURRED_AT).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to zeros, or TILLWIRE_E_ARGUMENT where `out` is
/// NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_time(
    event: *const tillwire_event,
    field: i32,
    out: *mut tillwire_time,
) -> i32 {
    // SAFETY: by the contract above, `event` is NULL or live, `out` NULL or writable.
    unsafe {
        time_out(out, || match field {
            TILLWIRE_EVENT_OCCURRED_AT => event.as_ref()?.event.occurred_at(),
            _ => None,
        })
    }
}

/// An order of an event, by position from 0. Borrowed from the event; NULL after the last one.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_order(
    event: *const tillwire_event,
    position: usize,
) -> *const tillwire_order {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `event` is NULL or live.
        let order = unsafe { event.as_ref() }.and_then(|event| event.event.order(position));
        order.map_or(core::ptr::null(), tillwire_order::borrowed)
    })
}

/// Writes a key (a TILLWIRE_KEY_ code) of the order at a position into `buf`, by which repeats are told from news.
///
/// Remember the content key with the order and ignore a delivery whose key is the one applied last. Comparing with
/// all keys ever seen would lose news: an order that goes from A to B and back to A is in state A.
///
/// Returns TILLWIRE_OK; TILLWIRE_ABSENT (and an empty text) where the platform's marks give no such key or there is no
/// such order; TILLWIRE_E_BUFFER where `cap` bytes are too few (TILLWIRE_KEY_SIZE are enough for ids up to 400 bytes);
/// TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `buf` NULL or writable for `cap` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_key(
    event: *const tillwire_event,
    position: usize,
    key: i32,
    buf: *mut c_char,
    cap: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::empty_text(buf, cap);
        boundary::status(error, || {
            let event = &boundary::handle(event, "event")?.event;
            match Key::from_code(key).and_then(|key| event.key(position, key)) {
                Some(text) => boundary::copy_text(&text, buf, cap),
                None => boundary::copy_text("", buf, cap).map(|_| TILLWIRE_ABSENT),
            }
        })
    }
}

/// The body as it was received. Borrowed from the event; bytes, not NUL-terminated. `len` must not be NULL.
///
/// Returns NULL where `event` or `len` is NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_body(event: *const tillwire_event, len: *mut usize) -> *const u8 {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `event` is NULL or live, `len` NULL or writable.
        unsafe {
            let text = event.as_ref().filter(|_| !len.is_null()).map(|event| event.event.document().text());
            boundary::put(len, text.map_or(0, str::len));
            text.map_or(core::ptr::null(), str::as_ptr)
        }
    })
}

/// Any value of the document by path, as in `$.order_items[0].brand.label` or `$["a b"]`, as the JSON text that stands
/// in the body. Borrowed from the event; bytes, not NUL-terminated. `len` must not be NULL.
///
/// Returns NULL where there is no such value. Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `path` NULL or NUL-terminated, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_raw(
    event: *const tillwire_event,
    path: *const c_char,
    len: *mut usize,
) -> *const u8 {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
        unsafe {
            let event = event.as_ref().filter(|_| !len.is_null());
            let path = boundary::text(path, "path").ok();
            let raw =
                event.zip(path).and_then(|(event, path)| event.event.document().at(path)).map(Value::raw);
            boundary::put(len, raw.map_or(0, str::len));
            raw.map_or(core::ptr::null(), str::as_ptr)
        }
    })
}

/// Any amount of the document by path, as in `$.data.payments.metadata.fiscal.vNF`, exactly: a number, or a number in a
/// text. `scale` is TILLWIRE_SCALE_BY_PLACE for the unit in which the platform states amounts at that place, or the number of
/// decimal places that the last digit stands for, 0 to 28: 0 for major units, 2 for hundredths. The currency is the one that
/// the document states for that place, or empty.
///
/// Returns TILLWIRE_OK and fills `out`; TILLWIRE_ABSENT where there is no such value, or `null` or an empty text;
/// TILLWIRE_E_UNIT where the platform does not publish the unit at that place: give the scale; TILLWIRE_E_NOT_A_NUMBER;
/// TILLWIRE_E_RANGE where it does not fit; TILLWIRE_E_MEMORY; TILLWIRE_E_ARGUMENT. `*out` is zeros unless TILLWIRE_OK. Any
/// number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `path` NULL or NUL-terminated, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_money(
    event: *const tillwire_event,
    path: *const c_char,
    scale: i32,
    out: *mut tillwire_money,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::put(out, NO_MONEY);
        boundary::status(error, || {
            let event = &boundary::handle(event, "event")?.event;
            let path = boundary::text(path, "path")?;
            if out.is_null() {
                return Err(Failure::argument("out is NULL, so there is nowhere to put the result"));
            }
            let amount = match u32::try_from(scale) {
                Ok(digits) if digits <= Decoder::MAX_SCALE => event.money_at_scale(path, digits),
                Err(_) if scale == TILLWIRE_SCALE_BY_PLACE => event.money_at(path),
                _ => return Err(Failure::argument(&format!("scale is {scale}, not from 0 to 28 or -1"))),
            };
            match amount {
                Err(AmountError::Absent) => Ok(TILLWIRE_ABSENT),
                Err(error) => Err(error.into()),
                Ok(money) => {
                    boundary::put(out, write(money).ok_or(MoneyError::OutOfRange)?);
                    Ok(TILLWIRE_OK)
                }
            }
        })
    }
}

/// The whole event as JSON text in `*out`: for programs that want objects at once. Amounts are strings, so that they
/// stay exact. Free it with tillwire_string_free().
///
/// Returns TILLWIRE_OK, TILLWIRE_E_MEMORY or TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_event_json(
    event: *const tillwire_event,
    out: *mut *mut c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let event = &boundary::handle(event, "event")?.event;
            boundary::put(out, document(event.to_json())?);
            Ok(TILLWIRE_OK)
        })
    }
}

/// Frees a text that the caller was given to keep. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `string` is NULL or came from this library and was not freed or changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_string_free(string: *mut c_char) {
    boundary::get((), || {
        if !string.is_null() {
            // SAFETY: by the contract above, the pointer came from CString::into_raw.
            drop(unsafe { CString::from_raw(string) });
        }
    });
}

/// A text of a problem, by position from 0 and field (TILLWIRE_PROBLEM_PATH, ...). Borrowed; NULL after the last problem
/// and for an unknown field. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_problem_text(
    event: *const tillwire_event,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `event` is NULL or live, `len` NULL or writable.
        unsafe {
            let event = event.as_ref();
            if field == TILLWIRE_PROBLEM_PATH {
                let path = event.and_then(|event| event.problem_paths.get(position));
                boundary::put(len, path.map_or(0, |path| path.count_bytes()));
                return path.map_or(core::ptr::null(), |path| path.as_ptr());
            }
            let problem = event.and_then(|event| event.event.problems().get(position));
            let message = problem.filter(|_| field == TILLWIRE_PROBLEM_MESSAGE);
            boundary::text_out(message.map(|problem| problem.code.message_with_nul()), len)
        }
    })
}

/// A number of a problem, by position from 0 and field (TILLWIRE_PROBLEM_CODE, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_problem_int(
    event: *const tillwire_event,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    let read = || {
        // SAFETY: by the contract above, `event` is NULL or live.
        let problem = unsafe { event.as_ref() }?.event.problems().get(position)?;
        match field {
            TILLWIRE_PROBLEM_CODE => Some(i64::from(problem.code.code())),
            TILLWIRE_PROBLEM_OFFSET => i64::try_from(problem.offset).ok(),
            _ => None,
        }
    };
    // SAFETY: by the contract above, `out` is NULL or writable.
    unsafe { boundary::fill(out, 0, read) }
}

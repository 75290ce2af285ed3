//! Subjects
//!
//! What an event about other things than orders is about (stores, channels, menus, products, a customer, a business day), by
//! position from 0; TILLWIRE_EVENT_SUBJECT_COUNT says how many. Everything else that such an event says is reachable by
//! path.

use core::ffi::c_char;

use tillwire_core::event::{SubjectInt, SubjectRef, SubjectText, SubjectTime};

use crate::boundary;
use crate::event::tillwire_event;
use crate::value::{tillwire_time, time_out};

/// Text: the platform's id of it.
pub const TILLWIRE_SUBJECT_ID: i32 = 10101;
/// Text: its name.
pub const TILLWIRE_SUBJECT_NAME: i32 = 10102;
/// Text: its code, as people chose it.
pub const TILLWIRE_SUBJECT_CODE: i32 = 10103;
/// Text: its id in the merchant's own system: a product's stock-keeping code, a customer's id.
pub const TILLWIRE_SUBJECT_EXTERNAL_ID: i32 = 10104;
/// Text: the store it is in.
pub const TILLWIRE_SUBJECT_STORE_ID: i32 = 10105;
/// Text: the key by which the vendor finds its own store, as in an order.
pub const TILLWIRE_SUBJECT_STORE_KEY: i32 = 10106;
/// Text: the vendor's own id of the store, from the map of stores that was set.
pub const TILLWIRE_SUBJECT_OWN_STORE_ID: i32 = 10107;
/// Text: the sales channel it is for.
pub const TILLWIRE_SUBJECT_CHANNEL_ID: i32 = 10108;
/// Text: that channel as people call it.
pub const TILLWIRE_SUBJECT_CHANNEL: i32 = 10109;
/// Text: the brand it belongs to.
pub const TILLWIRE_SUBJECT_BRAND_ID: i32 = 10110;
/// Text: its status in the platform's own word.
pub const TILLWIRE_SUBJECT_STATUS: i32 = 10111;
/// Text: a customer's telephone number.
pub const TILLWIRE_SUBJECT_PHONE: i32 = 10112;
/// Text: a customer's e-mail address.
pub const TILLWIRE_SUBJECT_EMAIL: i32 = 10113;
/// Text: the business day, `YYYY-MM-DD`.
pub const TILLWIRE_SUBJECT_BUSINESS_DATE: i32 = 10114;

/// Time: when a business day was opened.
pub const TILLWIRE_SUBJECT_OPENED_AT: i32 = 10301;
/// Time: when it was closed.
pub const TILLWIRE_SUBJECT_CLOSED_AT: i32 = 10302;

/// Number: what it is, a TILLWIRE_ABOUT_ code.
pub const TILLWIRE_SUBJECT_KIND: i32 = 10401;
/// Number: whether it can be had: a product in stock, a store or channel that is active.
pub const TILLWIRE_SUBJECT_AVAILABLE: i32 = 10402;
/// Number: whether it is gone.
pub const TILLWIRE_SUBJECT_REMOVED: i32 = 10403;

/// Subject: a store (branch, outlet). Beside products, one in which they changed.
pub const TILLWIRE_ABOUT_STORE: i32 = 1;
/// Subject: a sales channel. Beside products, one in which they changed.
pub const TILLWIRE_ABOUT_CHANNEL: i32 = 2;
/// Subject: a menu.
pub const TILLWIRE_ABOUT_MENU: i32 = 3;
/// Subject: a product or other item of the catalogue.
pub const TILLWIRE_ABOUT_PRODUCT: i32 = 4;
/// Subject: a customer.
pub const TILLWIRE_ABOUT_CUSTOMER: i32 = 5;
/// Subject: a business day of a store.
pub const TILLWIRE_ABOUT_BUSINESS_DAY: i32 = 6;

/// A text of the subject at a position by field (TILLWIRE_SUBJECT_ID, ...). Borrowed; NULL where absent. `len` may be
/// NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_subject_text(
    event: *const tillwire_event,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `event` is NULL or live, `len` NULL or writable.
        unsafe {
            let subject = subject(event, position).zip(SubjectText::from_code(field));
            boundary::text_out(subject.and_then(|(subject, field)| subject.text_with_nul(field)), len)
        }
    })
}

/// A number of the subject at a position by field (TILLWIRE_SUBJECT_KIND, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_subject_int(
    event: *const tillwire_event,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    // SAFETY: by the contract above, `event` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || subject(event, position)?.int(SubjectInt::from_code(field)?)) }
}

/// A time of the subject at a position by field (TILLWIRE_SUBJECT_CLOSED_AT, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to zeros, or TILLWIRE_E_ARGUMENT where `out` is
/// NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `event` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_subject_time(
    event: *const tillwire_event,
    position: usize,
    field: i32,
    out: *mut tillwire_time,
) -> i32 {
    // SAFETY: by the contract above, `event` is NULL or live, `out` NULL or writable.
    unsafe { time_out(out, || subject(event, position)?.time(SubjectTime::from_code(field)?)) }
}

/// The subject at a position.
///
/// # Safety
/// `event` is NULL or live.
unsafe fn subject<'e>(event: *const tillwire_event, position: usize) -> Option<SubjectRef<'e>> {
    // SAFETY: by the contract, `event` is NULL or live.
    unsafe { tillwire_event::get(event) }?.subject(position)
}

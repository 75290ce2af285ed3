//! Payments
//!
//! What was paid, or how it is to be paid, by position from 0; TILLWIRE_ORDER_PAYMENT_COUNT says how many.

use core::ffi::c_char;

use tillwire_core::order::{PaymentInt, PaymentMoney, PaymentRef, PaymentText};

use crate::boundary;
use crate::order::tillwire_order;
use crate::value::{money_out, tillwire_money};

/// Text: the platform's id of the payment.
pub const TILLWIRE_PAYMENT_ID: i32 = 2101;
/// Text: how it was paid, as people call it.
pub const TILLWIRE_PAYMENT_METHOD: i32 = 2102;
/// Text: the platform's id of the method.
pub const TILLWIRE_PAYMENT_METHOD_ID: i32 = 2103;
/// Text: the payment processor's reference.
pub const TILLWIRE_PAYMENT_REFERENCE: i32 = 2104;
/// Text: the kind of capture in the platform's own word.
pub const TILLWIRE_PAYMENT_CAPTURE_TYPE: i32 = 2105;
/// Text: the payment's status in the platform's own word.
pub const TILLWIRE_PAYMENT_STATUS: i32 = 2106;
/// Text: who processes the payment: acquirer, wallet or channel.
pub const TILLWIRE_PAYMENT_PROCESSOR: i32 = 2107;
/// Text: the brand of the card.
pub const TILLWIRE_PAYMENT_CARD_BRAND: i32 = 2108;
/// Text: the last digits of the card's number.
pub const TILLWIRE_PAYMENT_CARD_LAST_DIGITS: i32 = 2109;
/// Text: the authorisation code of a card payment.
pub const TILLWIRE_PAYMENT_AUTHORIZATION: i32 = 2110;
/// Text: the customer's slip, several lines of text to be printed as they are.
pub const TILLWIRE_PAYMENT_RECEIPT_CUSTOMER: i32 = 2111;
/// Text: the merchant's slip, several lines of text to be printed as they are.
pub const TILLWIRE_PAYMENT_RECEIPT_MERCHANT: i32 = 2112;

/// Amount: the amount paid.
pub const TILLWIRE_PAYMENT_AMOUNT: i32 = 2201;
/// Amount: the cash that the customer hands over.
pub const TILLWIRE_PAYMENT_TENDERED: i32 = 2202;
/// Amount: the cash that the customer gets back.
pub const TILLWIRE_PAYMENT_CHANGE: i32 = 2203;

/// Flag: whether the money was taken.
pub const TILLWIRE_PAYMENT_CAPTURED: i32 = 2401;

/// A text of the payment at a position by field (TILLWIRE_PAYMENT_METHOD, ...). Borrowed; NULL where absent. `len` may be
/// NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_payment_text(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `order` is NULL or live, `len` NULL or writable.
        unsafe {
            let payment = payment(order, position).zip(PaymentText::from_code(field));
            boundary::text_out(payment.and_then(|(payment, field)| payment.text_with_nul(field)), len)
        }
    })
}

/// An amount of the payment at a position by field (TILLWIRE_PAYMENT_AMOUNT).
///
/// Returns TILLWIRE_OK and fills `out`; TILLWIRE_ABSENT and sets it to zeros; TILLWIRE_E_RANGE where the units do not fit
/// 64 bits; TILLWIRE_E_ARGUMENT where `out` is NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_payment_money(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut tillwire_money,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { money_out(out, || payment(order, position)?.money(PaymentMoney::from_code(field)?)) }
}

/// A flag (0 or 1) of the payment at a position by field (TILLWIRE_PAYMENT_CAPTURED).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_payment_int(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || payment(order, position)?.int(PaymentInt::from_code(field)?)) }
}

/// The payment at a position.
///
/// # Safety
/// `order` is NULL or live.
unsafe fn payment<'o>(order: *const tillwire_order, position: usize) -> Option<PaymentRef<'o>> {
    // SAFETY: by the contract, `order` is NULL or live.
    unsafe { tillwire_order::get(order) }?.payment(position)
}

//! Adjustments
//!
//! The taxes, fees and discounts of an order one by one, as far as the platform lists them, by position from 0;
//! TILLWIRE_ORDER_ADJUSTMENT_COUNT says how many. They are parts of the order's totals, not to be added to them.

use core::ffi::c_char;

use tillwire_core::order::{AdjustmentInt, AdjustmentMoney, AdjustmentRef, AdjustmentText};

use crate::boundary;
use crate::order::tillwire_order;
use crate::value::{money_out, tillwire_money};

/// Text: its name, as people call it (`ICMS`, `Service charge`).
pub const TILLWIRE_ADJUSTMENT_NAME: i32 = 9101;
/// Text: the platform's code or id of it: of a promotion, a fee, a tax.
pub const TILLWIRE_ADJUSTMENT_CODE: i32 = 9102;

/// Amount: how much it is; a discount is positive.
pub const TILLWIRE_ADJUSTMENT_AMOUNT: i32 = 9201;
/// Amount: what it is reckoned on.
pub const TILLWIRE_ADJUSTMENT_BASE: i32 = 9202;
/// Amount: the rate as a fraction (0.04 is 4 %); a plain decimal without a currency.
pub const TILLWIRE_ADJUSTMENT_RATE: i32 = 9203;

/// Number: what it is, an TILLWIRE_ADJUST_ code.
pub const TILLWIRE_ADJUSTMENT_KIND: i32 = 9401;
/// Number: the position of the line it is on; absent where it is on the whole order.
pub const TILLWIRE_ADJUSTMENT_LINE: i32 = 9402;

/// Adjustment: a tax.
pub const TILLWIRE_ADJUST_TAX: i32 = 1;
/// Adjustment: a fee or charge.
pub const TILLWIRE_ADJUST_FEE: i32 = 2;
/// Adjustment: a discount.
pub const TILLWIRE_ADJUST_DISCOUNT: i32 = 3;
/// Adjustment: something paid with a voucher or with points.
pub const TILLWIRE_ADJUST_VOUCHER: i32 = 4;

/// A text of the adjustment at a position by field (TILLWIRE_ADJUSTMENT_NAME, ...). Borrowed; NULL where absent. `len` may
/// be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_adjustment_text(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `order` is NULL or live, `len` NULL or writable.
        unsafe {
            let adjustment = adjustment(order, position).zip(AdjustmentText::from_code(field));
            boundary::text_out(
                adjustment.and_then(|(adjustment, field)| adjustment.text_with_nul(field)),
                len,
            )
        }
    })
}

/// An amount of the adjustment at a position by field (TILLWIRE_ADJUSTMENT_AMOUNT, ...). The rate is a plain decimal
/// without a currency.
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to zeros, or TILLWIRE_E_ARGUMENT where `out` is
/// NULL, or TILLWIRE_E_RANGE as tillwire_order_money(). Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_adjustment_money(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut tillwire_money,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { money_out(out, || adjustment(order, position)?.money(AdjustmentMoney::from_code(field)?)) }
}

/// A number of the adjustment at a position by field (TILLWIRE_ADJUSTMENT_KIND, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_adjustment_int(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || adjustment(order, position)?.int(AdjustmentInt::from_code(field)?)) }
}

/// The adjustment at a position.
///
/// # Safety
/// `order` is NULL or live.
unsafe fn adjustment<'o>(order: *const tillwire_order, position: usize) -> Option<AdjustmentRef<'o>> {
    // SAFETY: by the contract, `order` is NULL or live.
    unsafe { tillwire_order::get(order) }?.adjustment(position)
}

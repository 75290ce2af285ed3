//! Orders
//!
//! The common order: the same fields whatever the platform, read by field constant. Amounts are as the platform reports
//! them, never recomputed; a field that the document does not state is absent, never zero.

use core::ffi::c_char;

use tillwire_core::order::{Order, OrderInt, OrderMoney, OrderText, OrderTime};

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::value::{money_out, tillwire_money, tillwire_time, time_out};

/// An order. Borrowed from the event it was read from.
#[allow(non_camel_case_types)]
pub struct tillwire_order {
    /// Never made: a pointer to this is a pointer to the core's order.
    _opaque: (),
}

impl tillwire_order {
    /// An order as C sees it, borrowed as long as the order is.
    pub(crate) fn borrowed(order: &Order) -> *const Self {
        core::ptr::from_ref(order).cast()
    }

    /// The order that a pointer stands for.
    ///
    /// # Safety
    /// `order` is NULL or came from [`borrowed`](Self::borrowed), and what it was borrowed from lives.
    pub(crate) unsafe fn get<'o>(order: *const Self) -> Option<&'o Order> {
        // SAFETY: by the contract, this undoes the cast in `borrowed`.
        unsafe { order.cast::<Order>().as_ref() }
    }
}

/// Text: the platform's id of the order, as text whether it was sent as a number or a string.
pub const TILLWIRE_ORDER_ID: i32 = 101;
/// Text: what people call the order: on the ticket, at the counter, to the courier.
pub const TILLWIRE_ORDER_REFERENCE: i32 = 102;
/// Text: the short number called out at the counter.
pub const TILLWIRE_ORDER_CALL_NUMBER: i32 = 103;
/// Text: the order's id in the system that placed it.
pub const TILLWIRE_ORDER_EXTERNAL_ID: i32 = 104;
/// Text: the short reference in the system that placed it.
pub const TILLWIRE_ORDER_EXTERNAL_REFERENCE: i32 = 105;
/// Text: the state in the platform's own word.
pub const TILLWIRE_ORDER_STATE: i32 = 106;
/// Text: the kind of fulfilment in the platform's own word.
pub const TILLWIRE_ORDER_FULFILMENT_TEXT: i32 = 107;
/// Text: the business day on which the order is served, `YYYY-MM-DD`.
pub const TILLWIRE_ORDER_BUSINESS_DATE: i32 = 108;
/// Text: the promised time slot as the platform words it; for people, never to be parsed.
pub const TILLWIRE_ORDER_TIME_SLOT: i32 = 109;
/// Text: the platform's id of the table.
pub const TILLWIRE_ORDER_TABLE_ID: i32 = 110;
/// Text: the table as people call it.
pub const TILLWIRE_ORDER_TABLE: i32 = 111;
/// Text: the platform's id of the store (branch, outlet): the key to the till's own store.
pub const TILLWIRE_ORDER_STORE_ID: i32 = 112;
/// Text: the store's name.
pub const TILLWIRE_ORDER_STORE: i32 = 113;
/// Text: the platform's id of the brand.
pub const TILLWIRE_ORDER_BRAND_ID: i32 = 114;
/// Text: the platform's id of the sales channel.
pub const TILLWIRE_ORDER_CHANNEL_ID: i32 = 115;
/// Text: the sales channel's name.
pub const TILLWIRE_ORDER_CHANNEL: i32 = 116;
/// Text: the barcode that identifies the order.
pub const TILLWIRE_ORDER_BARCODE: i32 = 117;
/// Text: the customer's note to the restaurant.
pub const TILLWIRE_ORDER_NOTES: i32 = 118;
/// Text: the text of a gift card.
pub const TILLWIRE_ORDER_GIFT_MESSAGE: i32 = 119;
/// Text: the promotion code the customer used.
pub const TILLWIRE_ORDER_PROMOTION_CODE: i32 = 120;
/// Text: the promotion's name.
pub const TILLWIRE_ORDER_PROMOTION: i32 = 121;
/// Text: ISO 4217 code of the order's amounts.
pub const TILLWIRE_ORDER_CURRENCY: i32 = 122;
/// Text: what the courier or customer shows when collecting it.
pub const TILLWIRE_ORDER_PICKUP_PIN: i32 = 123;
/// Text: where the courier's way can be followed.
pub const TILLWIRE_ORDER_TRACKING_URL: i32 = 124;
/// Text: why it was cancelled, as the platform words it.
pub const TILLWIRE_ORDER_CANCELLATION_REASON: i32 = 125;
/// Text: the customer's note to the courier.
pub const TILLWIRE_ORDER_DELIVERY_NOTES: i32 = 126;
/// Text: the store's code, as people chose it.
pub const TILLWIRE_ORDER_STORE_CODE: i32 = 127;
/// Text: the brand's name.
pub const TILLWIRE_ORDER_BRAND: i32 = 128;
/// Text: the payment status in the platform's own word.
pub const TILLWIRE_ORDER_PAYMENT_STATUS_TEXT: i32 = 129;
/// Text: the key by which the vendor finds its own store: klikit's `brand/branch`, Atlas's outlet id, Fire's store
/// code.
pub const TILLWIRE_ORDER_STORE_KEY: i32 = 130;
/// Text: the vendor's own id of the store, from the map of stores that was set.
pub const TILLWIRE_ORDER_OWN_STORE_ID: i32 = 131;
/// Text: the store's id in the merchant's system, as the platform was told it.
pub const TILLWIRE_ORDER_STORE_EXTERNAL_ID: i32 = 132;
/// Text: the buzzer that was handed to the customer.
pub const TILLWIRE_ORDER_PAGER: i32 = 133;
/// Text: the courier's state in the platform's own word or code.
pub const TILLWIRE_ORDER_COURIER_TEXT: i32 = 134;
/// Text: the state's name, where the platform states it as a code.
pub const TILLWIRE_ORDER_STATE_NAME: i32 = 135;
/// Text: the code of the reason for which it was cancelled.
pub const TILLWIRE_ORDER_CANCELLATION_CODE: i32 = 136;
/// Text: where it was cancelled, in the platform's own word (`backoffice`).
pub const TILLWIRE_ORDER_CANCELLATION_SOURCE: i32 = 137;
/// Text: how far the order's fiscal document is, in the platform's own word (`authorized`).
pub const TILLWIRE_ORDER_FISCAL_STATUS: i32 = 138;
/// Text: the number of the fiscal document, as it is printed on the receipt.
pub const TILLWIRE_ORDER_FISCAL_NUMBER: i32 = 139;
/// Text: the key or code that proves the fiscal document and is printed on the receipt (`chaveAcesso`, `cufe`,
/// `cae`).
pub const TILLWIRE_ORDER_FISCAL_KEY: i32 = 140;
/// Text: where the fiscal document can be fetched, to be printed or shown; an address to be trusted as far as its
/// sender.
pub const TILLWIRE_ORDER_FISCAL_URL: i32 = 141;

/// Amount: the lines, before discounts, fees and tax.
pub const TILLWIRE_ORDER_SUBTOTAL: i32 = 201;
/// Amount: discounts by promotions.
pub const TILLWIRE_ORDER_DISCOUNT: i32 = 202;
/// Amount: discounts given by hand, by the merchant's staff.
pub const TILLWIRE_ORDER_STAFF_DISCOUNT: i32 = 203;
/// Amount: delivery fee.
pub const TILLWIRE_ORDER_DELIVERY_FEE: i32 = 204;
/// Amount: surcharge.
pub const TILLWIRE_ORDER_SURCHARGE: i32 = 205;
/// Amount: donation.
pub const TILLWIRE_ORDER_DONATION: i32 = 206;
/// Amount: tax.
pub const TILLWIRE_ORDER_TAX: i32 = 207;
/// Amount: the total before tax.
pub const TILLWIRE_ORDER_TOTAL_BEFORE_TAX: i32 = 208;
/// Amount: what the customer owes, tax included.
pub const TILLWIRE_ORDER_TOTAL: i32 = 209;
/// Amount: service fee.
pub const TILLWIRE_ORDER_SERVICE_FEE: i32 = 210;
/// Amount: fee for packaging.
pub const TILLWIRE_ORDER_PACKAGING_FEE: i32 = 211;
/// Amount: fees that the platform gives no kind.
pub const TILLWIRE_ORDER_OTHER_FEE: i32 = 212;
/// Amount: discounts that the platform or channel pays.
pub const TILLWIRE_ORDER_PLATFORM_DISCOUNT: i32 = 213;
/// Amount: discounts that the merchant pays.
pub const TILLWIRE_ORDER_MERCHANT_DISCOUNT: i32 = 214;
/// Amount: tip.
pub const TILLWIRE_ORDER_TIP: i32 = 215;
/// Amount: what is paid so far.
pub const TILLWIRE_ORDER_PAID: i32 = 216;
/// Amount: what is still to be paid.
pub const TILLWIRE_ORDER_UNPAID: i32 = 217;

/// Time: when the order was created.
pub const TILLWIRE_ORDER_CREATED_AT: i32 = 301;
/// Time: when the platform changed it last.
pub const TILLWIRE_ORDER_UPDATED_AT: i32 = 302;
/// Time: when it was cancelled.
pub const TILLWIRE_ORDER_CANCELLED_AT: i32 = 303;
/// Time: when it was completed.
pub const TILLWIRE_ORDER_COMPLETED_AT: i32 = 304;
/// Time: start of the promised time slot.
pub const TILLWIRE_ORDER_DUE_FROM: i32 = 305;
/// Time: end of the promised time slot.
pub const TILLWIRE_ORDER_DUE_UNTIL: i32 = 306;

/// Number: how far the order has come, a TILLWIRE_PROGRESS_ code.
pub const TILLWIRE_ORDER_PROGRESS: i32 = 401;
/// Number: whether it is paid, a TILLWIRE_PAY_ code.
pub const TILLWIRE_ORDER_PAYMENT_STATUS: i32 = 402;
/// Number: how the customer gets it, a TILLWIRE_FULFILMENT_ code.
pub const TILLWIRE_ORDER_FULFILMENT: i32 = 403;
/// Number: how many lines there are.
pub const TILLWIRE_ORDER_LINE_COUNT: i32 = 404;
/// Number: how many payments there are.
pub const TILLWIRE_ORDER_PAYMENT_COUNT: i32 = 405;
/// Number: how many parties (customer, recipient) there are.
pub const TILLWIRE_ORDER_PARTY_COUNT: i32 = 406;
/// Number: whether it is due as soon as possible rather than at a time.
pub const TILLWIRE_ORDER_ASAP: i32 = 407;
/// Number: whether cutlery is wanted.
pub const TILLWIRE_ORDER_CUTLERY_WANTED: i32 = 408;
/// Number: whether the handover is contactless.
pub const TILLWIRE_ORDER_CONTACTLESS: i32 = 409;
/// Number: whether it is a gift.
pub const TILLWIRE_ORDER_GIFT: i32 = 410;
/// Number: whether prices include tax.
pub const TILLWIRE_ORDER_PRICES_INCLUDE_TAX: i32 = 411;
/// Number: how many steps of the kitchen are reported.
pub const TILLWIRE_ORDER_STEP_COUNT: i32 = 412;
/// Number: whether it is a test that nobody wants cooked.
pub const TILLWIRE_ORDER_TEST: i32 = 413;
/// Number: whether the kitchen may begin before the order is paid.
pub const TILLWIRE_ORDER_PREPARE_BEFORE_PAYMENT: i32 = 414;
/// Number: how far the courier is, a TILLWIRE_COURIER_ code.
pub const TILLWIRE_ORDER_COURIER: i32 = 415;
/// Number: whether the platform says that it can be accepted now; a hint, as are the four that follow.
pub const TILLWIRE_ORDER_CAN_ACCEPT: i32 = 416;
/// Number: whether it can be reported ready now.
pub const TILLWIRE_ORDER_CAN_READY: i32 = 417;
/// Number: whether it can be reported delivered now.
pub const TILLWIRE_ORDER_CAN_DELIVER: i32 = 418;
/// Number: whether it can be cancelled now.
pub const TILLWIRE_ORDER_CAN_CANCEL: i32 = 419;
/// Number: whether it can be voided now.
pub const TILLWIRE_ORDER_CAN_VOID: i32 = 420;
/// Number: how many adjustments (taxes, fees, discounts, one by one) there are.
pub const TILLWIRE_ORDER_ADJUSTMENT_COUNT: i32 = 421;

/// Progress: the platform reports a state that this library does not know; its text is at hand.
pub const TILLWIRE_PROGRESS_UNKNOWN: i32 = 0;
/// Progress: placed for a later time; not to be prepared yet.
pub const TILLWIRE_PROGRESS_SCHEDULED: i32 = 10;
/// Progress: placed, not yet accepted.
pub const TILLWIRE_PROGRESS_PLACED: i32 = 20;
/// Progress: accepted or confirmed.
pub const TILLWIRE_PROGRESS_ACCEPTED: i32 = 30;
/// Progress: in preparation.
pub const TILLWIRE_PROGRESS_PREPARING: i32 = 40;
/// Progress: ready to be collected or served.
pub const TILLWIRE_PROGRESS_READY: i32 = 50;
/// Progress: picked up, on its way.
pub const TILLWIRE_PROGRESS_DISPATCHED: i32 = 60;
/// Progress: delivered, collected or served: complete.
pub const TILLWIRE_PROGRESS_DELIVERED: i32 = 70;
/// Progress: cancelled.
pub const TILLWIRE_PROGRESS_CANCELLED: i32 = 90;
/// Progress: rejected by the restaurant.
pub const TILLWIRE_PROGRESS_REJECTED: i32 = 91;

/// Payment status: the platform reports a status that this library does not know.
pub const TILLWIRE_PAY_UNKNOWN: i32 = 0;
/// Payment status: not paid yet.
pub const TILLWIRE_PAY_UNPAID: i32 = 1;
/// Payment status: paid.
pub const TILLWIRE_PAY_PAID: i32 = 2;
/// Payment status: the payment failed.
pub const TILLWIRE_PAY_FAILED: i32 = 3;
/// Payment status: paid, and paid back.
pub const TILLWIRE_PAY_REFUNDED: i32 = 4;

/// Fulfilment: in a way this library does not know; the platform's word is at hand.
pub const TILLWIRE_FULFILMENT_UNKNOWN: i32 = 0;
/// Fulfilment: brought to the customer.
pub const TILLWIRE_FULFILMENT_DELIVERY: i32 = 1;
/// Fulfilment: collected by the customer.
pub const TILLWIRE_FULFILMENT_PICKUP: i32 = 2;
/// Fulfilment: eaten on the premises.
pub const TILLWIRE_FULFILMENT_DINE_IN: i32 = 3;
/// Fulfilment: bought on the premises and taken away.
pub const TILLWIRE_FULFILMENT_TAKEAWAY: i32 = 4;

/// Courier: the platform reports a state that this library does not know; its text is at hand.
pub const TILLWIRE_COURIER_UNKNOWN: i32 = 0;
/// Courier: a courier is being looked for.
pub const TILLWIRE_COURIER_SEARCHING: i32 = 10;
/// Courier: one is found, and on the way to the store.
pub const TILLWIRE_COURIER_ASSIGNED: i32 = 20;
/// Courier: at the store.
pub const TILLWIRE_COURIER_ARRIVED: i32 = 30;
/// Courier: on the way to the customer.
pub const TILLWIRE_COURIER_DELIVERING: i32 = 40;
/// Courier: delivered.
pub const TILLWIRE_COURIER_DELIVERED: i32 = 50;
/// Courier: the delivery failed.
pub const TILLWIRE_COURIER_FAILED: i32 = 60;
/// Courier: on the way back to the store.
pub const TILLWIRE_COURIER_RETURNING: i32 = 70;
/// Courier: back at the store.
pub const TILLWIRE_COURIER_RETURNED: i32 = 80;
/// Courier: the courier was cancelled.
pub const TILLWIRE_COURIER_CANCELLED: i32 = 90;

/// A text of an order by field (TILLWIRE_ORDER_REFERENCE, ...). Borrowed; NULL where absent. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_order_text(
    order: *const tillwire_order,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `order` is NULL or live, `len` NULL or writable.
        unsafe {
            let field = OrderText::from_code(field);
            let text =
                tillwire_order::get(order).zip(field).and_then(|(order, field)| order.text_with_nul(field));
            boundary::text_out(text, len)
        }
    })
}

/// An amount of an order by field (TILLWIRE_ORDER_TOTAL, ...).
///
/// Returns TILLWIRE_OK and fills `out`; TILLWIRE_ABSENT and sets it to zeros; TILLWIRE_E_RANGE where the units do not fit
/// 64 bits (the text is reachable with tillwire_event_raw()); TILLWIRE_E_ARGUMENT where `out` is NULL. Any number of
/// threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_order_money(
    order: *const tillwire_order,
    field: i32,
    out: *mut tillwire_money,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { money_out(out, || tillwire_order::get(order)?.money(OrderMoney::from_code(field)?)) }
}

/// A time of an order by field (TILLWIRE_ORDER_CREATED_AT, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to zeros, or TILLWIRE_E_ARGUMENT where `out` is
/// NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_order_time(
    order: *const tillwire_order,
    field: i32,
    out: *mut tillwire_time,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { time_out(out, || tillwire_order::get(order)?.time(OrderTime::from_code(field)?)) }
}

/// A whole number, code or flag (0 or 1) of an order by field (TILLWIRE_ORDER_PROGRESS, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_order_int(order: *const tillwire_order, field: i32, out: *mut i64) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || tillwire_order::get(order)?.int(OrderInt::from_code(field)?)) }
}

/// The values of `count` fields of all lines, payments, parties, steps or adjustments of an order (TILLWIRE_LINE_NAME,
/// TILLWIRE_LINE_QUANTITY, ...), in their order, as JSON in `buf`: for wrappers in languages in which one call for a list
/// takes less time than a call for each item, and for amounts whose units do not fit 64 bits. The JSON is an array with an
/// array for each field, as in `[["Soup","Tea"],["1","2"]]`; that of a field of the order itself (TILLWIRE_ORDER_TOTAL, ...)
/// has one element. In place of a field that nothing of an order has stands `null`.
///
/// An element is `null` where the value is absent; texts are strings, TILLWIRE_LINE_TAGS and the like arrays of strings,
/// whole numbers, codes and flags numbers, times strings in ISO 8601. Amounts are strings with all their digits, a space
/// and the currency, as in `12.5 SGD`; without the two where the document states no currency or the value is a plain
/// decimal. `len`, unless it is NULL, learns how many bytes the JSON has without the NUL, whether or not they fit.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_BUFFER where `cap` bytes are too few; TILLWIRE_E_ARGUMENT; TILLWIRE_E_MEMORY. Any number
/// of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `fields` NULL or readable for `count` numbers, `buf` NULL or writable for `cap` bytes, `len` and
/// `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_order_columns(
    order: *const tillwire_order,
    fields: *const i32,
    count: usize,
    buf: *mut c_char,
    cap: usize,
    len: *mut usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::empty_text(buf, cap);
        boundary::put(len, 0);
        boundary::status(error, || {
            let order = tillwire_order::get(order).ok_or_else(|| Failure::argument("order is NULL"))?;
            let fields = boundary::numbers(fields, count, "fields")?;
            let text = order.columns(&fields).to_json().ok_or_else(Failure::memory)?;
            boundary::put(len, text.len());
            boundary::copy_text(&text, buf, cap)
        })
    }
}

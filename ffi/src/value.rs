//! Money and time
//!
//! Amounts are exact: an integer of units and a number of decimal places, never a float. Tills book cents:
//! tillwire_money_minor() converts exactly or says that it cannot.

use core::ffi::c_char;

use tillwire_core::value::{Currency, Decimal, Money, Timestamp};

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_E_ARGUMENT, TILLWIRE_E_RANGE, TILLWIRE_OK};

/// An exact amount: `units` times 10 to the power of minus `scale`. 35.42 SGD is 3542, 2, "SGD". A quantity is an amount
/// without a currency.
#[allow(non_camel_case_types)]
#[derive(Clone, Copy)]
#[repr(C)]
pub struct tillwire_money {
    /// The amount without its decimal point.
    pub units: i64,
    /// Decimal places, 0 to 28.
    pub scale: i32,
    /// ISO 4217 code, NUL-terminated; empty where the document states none.
    pub currency: [c_char; 4],
}

/// A point in time.
#[allow(non_camel_case_types)]
#[derive(Clone, Copy)]
#[repr(C)]
pub struct tillwire_time {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub unix_ms: i64,
    /// Minutes that the local time is ahead of UTC (+08:00 is 480); 0 where `has_offset` is 0.
    pub offset_minutes: i32,
    /// 1 if the document states the offset, else 0.
    pub has_offset: i32,
}

/// A buffer of this size holds every text that tillwire_money_format() and tillwire_time_format() write.
pub const TILLWIRE_FORMAT_SIZE: i32 = 48;

/// The amount in units of 10^-`digits`, exactly: 35.42 with 2 digits is 3542. `digits` is 0 to 28; 2 are cents.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_INEXACT where the amount has more decimal places than that; TILLWIRE_E_RANGE where it
/// does not fit; TILLWIRE_E_ARGUMENT. `*out` is 0 unless TILLWIRE_OK. Any number of threads. Since 0.1.
///
/// # Safety
/// `money` is NULL or readable, `out` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_money_minor(
    money: *const tillwire_money,
    digits: i32,
    out: *mut i64,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            // Before `out` is emptied: the caller may want the result where the units stand.
            let money = read(money);
            boundary::put(out, 0);
            if out.is_null() {
                return Err(Failure::argument("out is NULL, so there is nowhere to put the result"));
            }
            let money = money?;
            let digits = u32::try_from(digits)
                .ok()
                .filter(|digits| *digits <= Decimal::MAX_SCALE)
                .ok_or_else(|| Failure::argument(&format!("digits is {digits}, not from 0 to 28")))?;
            boundary::put(out, money.minor_units(digits)?);
            Ok(TILLWIRE_OK)
        })
    }
}

/// The amount as people read it, with the currency's number of decimal places where that is exact: 28.5 SGD becomes
/// "28.50", 22.9000 becomes "22.90", 1200 JPY stays "1200", 0.125 stays. Without a currency, two places. Nothing is
/// rounded. The currency itself is not written: it is in `money->currency`.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_BUFFER where `cap` bytes are too few (TILLWIRE_FORMAT_SIZE are enough);
/// TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `money` is NULL or readable, `buf` NULL or writable for `cap` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_money_format(
    money: *const tillwire_money,
    buf: *mut c_char,
    cap: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::empty_text(buf, cap);
        boundary::status(error, || boundary::copy_text(&read(money)?.display().to_string(), buf, cap))
    }
}

/// The number without zeros at its end, as quantities read: 1 stays "1", 1.50 becomes "1.5". Nothing is rounded.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_BUFFER where `cap` bytes are too few (TILLWIRE_FORMAT_SIZE are enough);
/// TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `quantity` is NULL or readable, `buf` NULL or writable for `cap` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_quantity_format(
    quantity: *const tillwire_money,
    buf: *mut c_char,
    cap: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::empty_text(buf, cap);
        boundary::status(error, || {
            boundary::copy_text(&read(quantity)?.amount.normalize().to_string(), buf, cap)
        })
    }
}

/// How many decimal digits a currency has (an ISO 4217 code): 2 for SGD, 0 for JPY, 3 for KWD; 2 for a code that is not
/// known and for NULL.
///
/// Never fails. Any number of threads. Since 0.1.
///
/// # Safety
/// `currency` is NULL or NUL-terminated.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_currency_digits(currency: *const c_char) -> i32 {
    boundary::get(2, || {
        // SAFETY: by the contract above, the text is NULL or NUL-terminated.
        let code = unsafe { boundary::text(currency, "currency") }.ok();
        code.and_then(Currency::new).and_then(|currency| i32::try_from(currency.digits()).ok()).unwrap_or(2)
    })
}

/// The time by RFC 3339: with its offset, as in "2026-06-18T10:15:30+08:00", or in UTC where it has none.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_BUFFER where `cap` bytes are too few (TILLWIRE_FORMAT_SIZE are enough);
/// TILLWIRE_E_ARGUMENT. Any number of threads. Since 0.1.
///
/// # Safety
/// `time` is NULL or readable, `buf` NULL or writable for `cap` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_time_format(
    time: *const tillwire_time,
    buf: *mut c_char,
    cap: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::empty_text(buf, cap);
        boundary::status(error, || {
            if time.is_null() {
                return Err(Failure::argument("time is NULL"));
            }
            let time = time.read_unaligned();
            let offset_minutes = (time.has_offset != 0).then_some(time.offset_minutes);
            let time = Timestamp { unix_ms: time.unix_ms, offset_minutes };
            boundary::copy_text(&time.to_string(), buf, cap)
        })
    }
}

/// Reads an amount that the caller passed.
///
/// # Safety
/// `money` is NULL or readable.
unsafe fn read(money: *const tillwire_money) -> Result<Money, Failure> {
    if money.is_null() {
        return Err(Failure::argument("money is NULL"));
    }
    // SAFETY: by the contract, the place can be read; nothing is assumed of its alignment.
    let money = unsafe { money.read_unaligned() };
    let amount = u32::try_from(money.scale)
        .ok()
        .and_then(|scale| Decimal::try_from_i128_with_scale(i128::from(money.units), scale).ok())
        .ok_or_else(|| {
            Failure::argument(&format!("money has the scale {}, not from 0 to 28", money.scale))
        })?;
    let letters: Vec<u8> = money
        .currency
        .iter()
        .map(|letter| letter.to_ne_bytes())
        .map(|[letter]| letter)
        .take_while(|letter| *letter != 0)
        .collect();
    let currency = core::str::from_utf8(&letters).ok().and_then(Currency::new);
    Ok(Money { amount, currency })
}

pub(crate) const NO_MONEY: tillwire_money = tillwire_money { units: 0, scale: 0, currency: [0; 4] };

/// Gives out an amount: absent, or out of range where its units do not fit 64 bits.
///
/// # Safety
/// `out` is NULL or writable.
pub(crate) unsafe fn money_out(out: *mut tillwire_money, body: impl FnOnce() -> Option<Money>) -> i32 {
    if out.is_null() {
        return TILLWIRE_E_ARGUMENT;
    }
    let (status, money) = boundary::get((TILLWIRE_ABSENT, NO_MONEY), || match body() {
        None => (TILLWIRE_ABSENT, NO_MONEY),
        Some(money) => write(money).map_or((TILLWIRE_E_RANGE, NO_MONEY), |money| (TILLWIRE_OK, money)),
    });
    // SAFETY: by the contract, `out` is writable.
    unsafe { boundary::put(out, money) };
    status
}

/// The amount as C has it, unless its units do not fit 64 bits.
pub(crate) fn write(money: Money) -> Option<tillwire_money> {
    let whole = |amount: &Decimal| i64::try_from(amount.mantissa()).ok();
    // Zeros at the end may be what does not fit.
    let (units, amount) = match whole(&money.amount) {
        Some(units) => (units, money.amount),
        None => (whole(&money.amount.normalize())?, money.amount.normalize()),
    };
    let currency = money.currency.map_or([0; 4], |currency| {
        let [first, second, third] = currency.letters();
        [first, second, third, 0].map(|letter| c_char::from_ne_bytes([letter]))
    });
    Some(tillwire_money { units, scale: i32::try_from(amount.scale()).ok()?, currency })
}

/// Gives out a time.
///
/// # Safety
/// `out` is NULL or writable.
pub(crate) unsafe fn time_out(out: *mut tillwire_time, body: impl FnOnce() -> Option<Timestamp>) -> i32 {
    let empty = tillwire_time { unix_ms: 0, offset_minutes: 0, has_offset: 0 };
    let write = || {
        body().map(|time| tillwire_time {
            unix_ms: time.unix_ms,
            offset_minutes: time.offset_minutes.unwrap_or(0),
            has_offset: i32::from(time.offset_minutes.is_some()),
        })
    };
    // SAFETY: by the contract, `out` is NULL or writable.
    unsafe { boundary::fill(out, empty, write) }
}

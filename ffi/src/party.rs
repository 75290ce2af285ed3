//! Parties
//!
//! The people of an order, by position from 0; TILLWIRE_ORDER_PARTY_COUNT says how many. These are customers' details:
//! print what the kitchen or courier needs, keep them out of logs.

use core::ffi::c_char;

use tillwire_core::order::{PartyInt, PartyRef, PartyText};

use crate::boundary;
use crate::order::tillwire_order;

/// Text: the platform's id of the person.
pub const TILLWIRE_PARTY_ID: i32 = 3101;
/// Text: name.
pub const TILLWIRE_PARTY_NAME: i32 = 3102;
/// Text: telephone number.
pub const TILLWIRE_PARTY_PHONE: i32 = 3103;
/// Text: e-mail address.
pub const TILLWIRE_PARTY_EMAIL: i32 = 3104;
/// Text: the person's id in the merchant's own system.
pub const TILLWIRE_PARTY_EXTERNAL_ID: i32 = 3105;
/// Text: company or other organisation.
pub const TILLWIRE_PARTY_ORGANISATION: i32 = 3106;
/// Text: first line of the delivery address.
pub const TILLWIRE_PARTY_ADDRESS_LINE1: i32 = 3107;
/// Text: second line of the delivery address.
pub const TILLWIRE_PARTY_ADDRESS_LINE2: i32 = 3108;
/// Text: postal code, leading zeros kept.
pub const TILLWIRE_PARTY_POSTAL_CODE: i32 = 3109;
/// Text: latitude in decimal degrees, as the document writes it.
pub const TILLWIRE_PARTY_LATITUDE: i32 = 3110;
/// Text: longitude in decimal degrees, as the document writes it.
pub const TILLWIRE_PARTY_LONGITUDE: i32 = 3111;
/// Text: town or city.
pub const TILLWIRE_PARTY_CITY: i32 = 3112;
/// Text: the kind of the tax or identity number, as the platform words it (`CNPJ`, `RUT`).
pub const TILLWIRE_PARTY_TAX_ID_TYPE: i32 = 3113;
/// Text: the tax or identity number, for an invoice.
pub const TILLWIRE_PARTY_TAX_ID: i32 = 3114;

/// Code: who this is, a TILLWIRE_ROLE_ code.
pub const TILLWIRE_PARTY_ROLE: i32 = 3401;

/// Role: who ordered.
pub const TILLWIRE_ROLE_CUSTOMER: i32 = 1;
/// Role: who receives it, where that is somebody else.
pub const TILLWIRE_ROLE_RECIPIENT: i32 = 2;
/// Role: to whom the sale is invoiced.
pub const TILLWIRE_ROLE_BILLING: i32 = 3;
/// Role: who brings it to the customer.
pub const TILLWIRE_ROLE_COURIER: i32 = 4;

/// A text of the party at a position by field (TILLWIRE_PARTY_NAME, ...). Borrowed; NULL where absent. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_party_text(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `order` is NULL or live, `len` NULL or writable.
        unsafe {
            let party = party(order, position).zip(PartyText::from_code(field));
            boundary::text_out(party.and_then(|(party, field)| party.text_with_nul(field)), len)
        }
    })
}

/// A code of the party at a position by field (TILLWIRE_PARTY_ROLE).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_party_int(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || party(order, position)?.int(PartyInt::from_code(field)?)) }
}

/// The party at a position.
///
/// # Safety
/// `order` is NULL or live.
unsafe fn party<'o>(order: *const tillwire_order, position: usize) -> Option<PartyRef<'o>> {
    // SAFETY: by the contract, `order` is NULL or live.
    unsafe { tillwire_order::get(order) }?.party(position)
}

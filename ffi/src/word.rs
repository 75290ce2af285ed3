//! Vocabularies
//!
//! The platforms' own codes and words as data, with their names and with what they mean to this library. Words that are in
//! no table come through with their text.

use core::ffi::c_char;

use tillwire_core::dictionary::Vocabulary;

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::status::TILLWIRE_ABSENT;

/// Vocabulary: klikit: types of events (TILLWIRE_KIND_ codes).
pub const TILLWIRE_VOCABULARY_KLIKIT_EVENT: i32 = 101;
/// Vocabulary: klikit: states of an order, `status` (TILLWIRE_PROGRESS_ codes).
pub const TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS: i32 = 102;
/// Vocabulary: klikit: states of the courier, `fulfillment_status_id` (TILLWIRE_COURIER_ codes).
pub const TILLWIRE_VOCABULARY_KLIKIT_FULFILMENT_STATUS: i32 = 103;
/// Vocabulary: klikit: kinds of fulfilment, `type` (TILLWIRE_FULFILMENT_ codes).
pub const TILLWIRE_VOCABULARY_KLIKIT_ORDER_TYPE: i32 = 104;
/// Vocabulary: klikit: sales channels, `provider_id`.
pub const TILLWIRE_VOCABULARY_KLIKIT_PROVIDER: i32 = 105;
/// Vocabulary: klikit: `payment_status` (TILLWIRE_PAY_ codes).
pub const TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_STATUS: i32 = 106;
/// Vocabulary: klikit: `payment_method`.
pub const TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_METHOD: i32 = 107;
/// Vocabulary: klikit: `payment_channel_id`.
pub const TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_CHANNEL: i32 = 108;
/// Vocabulary: klikit: where an order was placed, `source`.
pub const TILLWIRE_VOCABULARY_KLIKIT_SOURCE: i32 = 109;
/// Vocabulary: klikit: `discount_type`.
pub const TILLWIRE_VOCABULARY_KLIKIT_DISCOUNT_TYPE: i32 = 110;
/// Vocabulary: klikit: how an order is picked up.
pub const TILLWIRE_VOCABULARY_KLIKIT_PICKUP_TYPE: i32 = 111;
/// Vocabulary: klikit: reasons for which an order may be rejected or cancelled, `reason_code`.
pub const TILLWIRE_VOCABULARY_KLIKIT_REASON: i32 = 112;
/// Vocabulary: klikit: what a status change may ask for (TILLWIRE_PROGRESS_ codes).
pub const TILLWIRE_VOCABULARY_KLIKIT_STATUS_CHANGE: i32 = 113;
/// Vocabulary: klikit: countries, by its own ids; names are ISO 3166-1 alpha-3.
pub const TILLWIRE_VOCABULARY_KLIKIT_COUNTRY: i32 = 114;
/// Vocabulary: klikit: currencies, by its own ids; names are ISO 4217.
pub const TILLWIRE_VOCABULARY_KLIKIT_CURRENCY: i32 = 115;
/// Vocabulary: Atlas: types of events (TILLWIRE_KIND_ codes).
pub const TILLWIRE_VOCABULARY_ATLAS_EVENT: i32 = 201;
/// Vocabulary: Atlas: states of an order (TILLWIRE_PROGRESS_ codes).
pub const TILLWIRE_VOCABULARY_ATLAS_STATE: i32 = 202;
/// Vocabulary: Atlas: kinds of fulfilment (TILLWIRE_FULFILMENT_ codes).
pub const TILLWIRE_VOCABULARY_ATLAS_FULFILMENT_TYPE: i32 = 203;
/// Vocabulary: Atlas: `timeslot_type`.
pub const TILLWIRE_VOCABULARY_ATLAS_TIMESLOT_TYPE: i32 = 204;
/// Vocabulary: Atlas: states of a payment intent.
pub const TILLWIRE_VOCABULARY_ATLAS_PAYMENT_INTENT: i32 = 205;
/// Vocabulary: Atlas: types of errors.
pub const TILLWIRE_VOCABULARY_ATLAS_ERROR_TYPE: i32 = 206;
/// Vocabulary: Fire: types of events, older spellings included (TILLWIRE_KIND_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_EVENT: i32 = 301;
/// Vocabulary: Fire: the order's business status (TILLWIRE_PROGRESS_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_STATUS: i32 = 302;
/// Vocabulary: Fire: `paymentStatus` (TILLWIRE_PAY_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_PAYMENT_STATUS: i32 = 303;
/// Vocabulary: Fire: `transactionStatus` of a tender; means 1 where the money was taken, 0 where not.
pub const TILLWIRE_VOCABULARY_FIRE_TRANSACTION_STATUS: i32 = 304;
/// Vocabulary: Fire: steps of the kitchen (TILLWIRE_PROGRESS_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_KITCHEN_STATUS: i32 = 305;
/// Vocabulary: Fire: statuses of `order.status_changed` (TILLWIRE_PROGRESS_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_ORDER_STATUS: i32 = 306;
/// Vocabulary: Fire: `service.code` (TILLWIRE_FULFILMENT_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_SERVICE: i32 = 307;
/// Vocabulary: Fire: `itemType` at the top level (TILLWIRE_ITEM_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_ITEM_TYPE: i32 = 308;
/// Vocabulary: Fire: what a kitchen may report, `eventType` (TILLWIRE_PROGRESS_ codes).
pub const TILLWIRE_VOCABULARY_FIRE_KITCHEN_REPORT: i32 = 309;
/// Vocabulary: Fire: where an order was cancelled, `cancellationSource`.
pub const TILLWIRE_VOCABULARY_FIRE_CANCELLATION_SOURCE: i32 = 310;
/// Vocabulary: Fire: states of a fiscal document.
pub const TILLWIRE_VOCABULARY_FIRE_FISCAL_STATUS: i32 = 311;
/// Vocabulary: Fire: `type` of a discount.
pub const TILLWIRE_VOCABULARY_FIRE_DISCOUNT_TYPE: i32 = 312;
/// Vocabulary: Fire: `type` of a product of the catalogue.
pub const TILLWIRE_VOCABULARY_FIRE_PRODUCT_TYPE: i32 = 313;
/// Vocabulary: Fire: states of a queued report.
pub const TILLWIRE_VOCABULARY_FIRE_QUEUE_STATUS: i32 = 314;
/// Vocabulary: Fire: why a cancellation was refused.
pub const TILLWIRE_VOCABULARY_FIRE_CANCELLATION_CODE: i32 = 315;
/// Vocabulary: Fire: `status` of a store.
pub const TILLWIRE_VOCABULARY_FIRE_STORE_STATUS: i32 = 316;
/// Vocabulary: Fire: `numberingStatus` of a fiscal representation; an open list.
pub const TILLWIRE_VOCABULARY_FIRE_NUMBERING_STATUS: i32 = 317;
/// Vocabulary: klikit: codes of errors; names are the spelling of its reference pages.
pub const TILLWIRE_VOCABULARY_KLIKIT_ERROR_CODE: i32 = 116;
/// Vocabulary: Fire: `active` of a store or channel; means 1 where it can be ordered from, 0 where not.
pub const TILLWIRE_VOCABULARY_FIRE_ACTIVE: i32 = 318;
/// Vocabulary: Fire: `authType` of a channel.
pub const TILLWIRE_VOCABULARY_FIRE_AUTH_TYPE: i32 = 319;
/// Vocabulary: Fire: how far a store or menu is published, `syncStatus`.
pub const TILLWIRE_VOCABULARY_FIRE_SYNC_STATUS: i32 = 320;
/// Vocabulary: Fire: `status` of a report on a menu that was received.
pub const TILLWIRE_VOCABULARY_FIRE_SYNC_REPORT: i32 = 321;
/// Vocabulary: Fire: `type` of a modifier group.
pub const TILLWIRE_VOCABULARY_FIRE_MODIFIER_GROUP_TYPE: i32 = 322;
/// Vocabulary: Fire: days of the week, `day`; means 1 for Monday to 7 for Sunday.
pub const TILLWIRE_VOCABULARY_FIRE_WEEKDAY: i32 = 323;
/// Vocabulary: Fire: who closed a business day, `closedBy.type`.
pub const TILLWIRE_VOCABULARY_FIRE_CLOSED_BY: i32 = 324;
/// Vocabulary: Fire: `documentType` of a fiscal document, older words included.
pub const TILLWIRE_VOCABULARY_FIRE_DOCUMENT_TYPE: i32 = 325;
/// Vocabulary: Fire: how a fiscal document was authorised, `authorizationMode`.
pub const TILLWIRE_VOCABULARY_FIRE_AUTHORIZATION_MODE: i32 = 326;
/// Vocabulary: Fire: `failure.scope` of a fiscal document.
pub const TILLWIRE_VOCABULARY_FIRE_FAILURE_SCOPE: i32 = 327;
/// Vocabulary: Fire: what became of a confirmed payment, `outcome`.
pub const TILLWIRE_VOCABULARY_FIRE_PAYMENT_OUTCOME: i32 = 328;

/// Text of a word: the code or word as it stands in documents.
pub const TILLWIRE_WORD_CODE: i32 = 13101;
/// Text of a word: its name; the same as the code where the platform writes words.
pub const TILLWIRE_WORD_NAME: i32 = 13102;
/// Number of a word: what it means, a code of the group that the vocabulary names; absent where it means nothing to this
/// library.
pub const TILLWIRE_WORD_MEANING: i32 = 13401;

/// A buffer of this size holds every text of a word.
pub const TILLWIRE_WORD_SIZE: i32 = 64;

/// Writes a text of the word at a position (from 0) of a vocabulary (a TILLWIRE_VOCABULARY_ code) into `buf`, by field
/// (TILLWIRE_WORD_CODE, TILLWIRE_WORD_NAME).
///
/// Returns TILLWIRE_OK; TILLWIRE_ABSENT (and an empty text) after the last word, or where the vocabulary or field is
/// unknown; TILLWIRE_E_BUFFER where `cap` bytes are too few (TILLWIRE_WORD_SIZE are enough); TILLWIRE_E_ARGUMENT where `buf`
/// is NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `buf` is NULL or writable for `cap` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_word_text(
    vocabulary: i32,
    position: usize,
    field: i32,
    buf: *mut c_char,
    cap: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, `buf` is NULL or writable for `cap` bytes, `error` NULL or writable.
    unsafe {
        boundary::empty_text(buf, cap);
        boundary::status(error, || {
            if buf.is_null() {
                return Err(Failure::argument("buf is NULL"));
            }
            let word = Vocabulary::from_code(vocabulary).and_then(|vocabulary| vocabulary.word(position));
            let text = word.and_then(|word| match field {
                TILLWIRE_WORD_CODE => Some(word.code),
                TILLWIRE_WORD_NAME => Some(word.name),
                _ => None,
            });
            let copied = boundary::copy_text(text.unwrap_or_default(), buf, cap)?;
            Ok(if text.is_some() { copied } else { TILLWIRE_ABSENT })
        })
    }
}

/// A number of the word at a position (from 0) of a vocabulary, by field (TILLWIRE_WORD_MEANING).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `out` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_word_int(
    vocabulary: i32,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    let read = || match field {
        TILLWIRE_WORD_MEANING => Vocabulary::from_code(vocabulary)?.word(position)?.meaning.map(i64::from),
        _ => None,
    };
    // SAFETY: by the contract above, `out` is NULL or writable.
    unsafe { boundary::fill(out, 0, read) }
}

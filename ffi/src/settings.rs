//! Settings
//!
//! How one webhook is set up: platform, scheme, secrets, limits. Make settings, change what the defaults do not fit,
//! and make a verifier from them. A scheme is chosen here, never by the sender.

use core::ffi::c_char;

use tillwire_core::dictionary::{Dictionary, Vocabulary};
use tillwire_core::value::Currency;
use tillwire_core::verify::{Scheme, Secret, SettingError, Tolerance, Verifier, VerifierBuilder};
use tillwire_core::{Limits, Platform};

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::status::TILLWIRE_OK;

/// The settings of a verifier to be. Freed with tillwire_settings_free().
#[allow(non_camel_case_types)]
pub struct tillwire_settings {
    /// Absent once a verifier was made from it.
    builder: Option<VerifierBuilder>,
    secrets: usize,
}

/// Platform: klikit, <https://developer.klikit.io/partner-api>.
pub const TILLWIRE_PLATFORM_KLIKIT: i32 = 1;
/// Platform: Atlas Kitchen, <https://help.atlas.kitchen/connect>.
pub const TILLWIRE_PLATFORM_ATLAS: i32 = 2;
/// Platform: Fire, <https://docs.fire.rest>.
pub const TILLWIRE_PLATFORM_FIRE: i32 = 3;

/// Scheme: HMAC-SHA256 of the body as 64 hex digits: klikit, and Fire's oldest form.
pub const TILLWIRE_SCHEME_HMAC_SHA256_HEX: i32 = 1;
/// Scheme: `sha256=` and the hex HMAC-SHA256 of the body: Fire's integrations.
pub const TILLWIRE_SCHEME_SHA256_PREFIXED: i32 = 2;
/// Scheme: `v1=` and the hex HMAC-SHA256 of timestamp, `.` and body: Fire's Webhook node.
pub const TILLWIRE_SCHEME_V1_TIMESTAMPED: i32 = 3;
/// Scheme: `Authorization: Bearer <token>`: Atlas, Fire's unsigned flows.
pub const TILLWIRE_SCHEME_BEARER: i32 = 4;
/// Scheme: a header of a chosen name whose value is the secret: Atlas, Fire's API key.
pub const TILLWIRE_SCHEME_HEADER: i32 = 5;
/// Scheme: nothing is checked: anyone who can reach the receiver can place orders.
pub const TILLWIRE_SCHEME_DANGEROUSLY_ACCEPT_ANYONE: i32 = 6;

/// Number: the scheme, a TILLWIRE_SCHEME_ code. Default: klikit hex, Atlas bearer token, Fire `v1=`.
pub const TILLWIRE_SETTING_SCHEME: i32 = 7401;
/// Number: how many seconds a signed time may be from now, 0 to 4294967295, or TILLWIRE_TOLERANCE_OFF for a till whose
/// clock is wrong. Default 300. Only the scheme `v1=` signs a time.
pub const TILLWIRE_SETTING_TOLERANCE_SECONDS: i32 = 7402;
/// Number: the largest body in bytes, up to 2147483646. Default 8388608.
pub const TILLWIRE_SETTING_BODY_BYTES: i32 = 7403;
/// Number: how deeply arrays and objects may be nested. Default 64.
pub const TILLWIRE_SETTING_DEPTH: i32 = 7404;
/// Number: how many elements an array, and how many lines an event, may have. Default 10000.
pub const TILLWIRE_SETTING_ELEMENTS: i32 = 7405;

/// Text: the name of the header with the signature or token. Default: as the platform documents it; there is none for
/// TILLWIRE_SCHEME_HEADER.
pub const TILLWIRE_SETTING_SIGNATURE_HEADER: i32 = 7101;
/// Text: the name of the header with the signed time. Default for Fire: X-Fire-Timestamp.
pub const TILLWIRE_SETTING_TIMESTAMP_HEADER: i32 = 7102;
/// Text: the type of event that this address receives, as in "order.created". It stands above a header, which no
/// signature covers.
pub const TILLWIRE_SETTING_EXPECT_EVENT: i32 = 7103;
/// Text: the name of the header that states the event's type. Default: as the platform documents it; Atlas has none.
pub const TILLWIRE_SETTING_TYPE_HEADER: i32 = 7104;
/// Text: the name of the header with the delivery's own mark. Default for klikit: x-klikit-event-id; the others have
/// none.
pub const TILLWIRE_SETTING_ID_HEADER: i32 = 7105;

/// Value of TILLWIRE_SETTING_TOLERANCE_SECONDS: the signed time is not compared with the clock. Deliveries can then be
/// replayed; ignore repeats by their keys.
pub const TILLWIRE_TOLERANCE_OFF: i32 = -1;

/// Makes settings for a platform (a TILLWIRE_PLATFORM_ code) in `*out`, with the platform's documented defaults.
///
/// Returns TILLWIRE_OK, or TILLWIRE_E_ARGUMENT where the platform is unknown or `out` is NULL. Any number of threads.
/// Since 0.1.
///
/// # Safety
/// `out` and `error` are NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_new(
    platform: i32,
    out: *mut *mut tillwire_settings,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, the pointers are NULL or writable.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let platform = Platform::from_code(platform).ok_or_else(|| {
                Failure::argument(&format!("there is no platform with the code {platform}"))
            })?;
            let builder = Some(Verifier::builder(platform));
            boundary::put(out, Box::into_raw(Box::new(tillwire_settings { builder, secrets: 0 })));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Ends settings, their secrets wiped from memory. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `settings` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_free(settings: *mut tillwire_settings) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_settings_new`.
    unsafe { boundary::free(settings) };
}

/// Adds a secret of `len` bytes, as the platform shows it. Add a second one while the platform changes from one to the
/// next: a delivery under any of them passes.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_SECRET where it is empty or has a space or line break at an end;
/// TILLWIRE_E_ARGUMENT; TILLWIRE_E_SETTING where a verifier was made from the settings already. One thread at a time.
/// Since 0.1.
///
/// # Safety
/// `settings` is NULL or live, `secret` NULL or readable for `len` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_add_secret(
    settings: *mut tillwire_settings,
    secret: *const c_char,
    len: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let settings = boundary::handle_mut(settings, "settings")?;
            let secret = boundary::bytes(secret.cast(), len, "secret")?;
            if let Err(problem) = Secret::new(secret) {
                return Err(SettingError::Secret { index: settings.secrets, problem }.into());
            }
            settings.secrets = settings.secrets.saturating_add(1);
            settings.change(|builder| builder.secret(secret))
        })
    }
}

/// Changes a number (TILLWIRE_SETTING_SCHEME, ...).
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where the setting is unknown or `settings` is NULL; TILLWIRE_E_SETTING where
/// the value is out of its range or a verifier was made from the settings already. One thread at a time. Since 0.1.
///
/// # Safety
/// `settings` is NULL or live, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_set_int(
    settings: *mut tillwire_settings,
    setting: i32,
    value: i64,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let settings = boundary::handle_mut(settings, "settings")?;
            match setting {
                TILLWIRE_SETTING_SCHEME => {
                    let scheme = i32::try_from(value).ok().and_then(Scheme::from_code);
                    let scheme = scheme.ok_or_else(|| {
                        Failure::setting(&format!("there is no scheme with the code {value}"))
                    })?;
                    settings.change(|builder| builder.scheme(scheme))
                }
                TILLWIRE_SETTING_TOLERANCE_SECONDS => {
                    let tolerance = if value == i64::from(TILLWIRE_TOLERANCE_OFF) {
                        Tolerance::Unchecked
                    } else {
                        Tolerance::Within(in_range(value, u64::from(u32::MAX))?)
                    };
                    settings.change(|builder| builder.tolerance(tolerance))
                }
                TILLWIRE_SETTING_BODY_BYTES => {
                    let most = u64::try_from(Limits::MAX_BODY_BYTES).unwrap_or(u64::MAX);
                    let body_bytes = in_range(value, most)?;
                    settings.limit(|limits| limits.body_bytes = body_bytes)
                }
                TILLWIRE_SETTING_DEPTH => {
                    let depth = in_range(value, u64::from(u32::MAX))?;
                    settings.limit(|limits| limits.depth = depth)
                }
                TILLWIRE_SETTING_ELEMENTS => {
                    let elements = in_range(value, u64::from(u32::MAX))?;
                    settings.limit(|limits| limits.elements = elements)
                }
                unknown => {
                    Err(Failure::argument(&format!("there is no number setting with the code {unknown}")))
                }
            }
        })
    }
}

/// Changes a text (TILLWIRE_SETTING_SIGNATURE_HEADER, ...).
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where the setting is unknown, a pointer is NULL or the text is not UTF-8;
/// TILLWIRE_E_SETTING where a verifier was made from the settings already. One thread at a time. Since 0.1.
///
/// # Safety
/// `settings` is NULL or live, `value` NULL or NUL-terminated, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_set_text(
    settings: *mut tillwire_settings,
    setting: i32,
    value: *const c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let settings = boundary::handle_mut(settings, "settings")?;
            let value = boundary::text(value, "value")?;
            match setting {
                TILLWIRE_SETTING_SIGNATURE_HEADER => {
                    settings.change(|builder| builder.signature_header(value))
                }
                TILLWIRE_SETTING_TIMESTAMP_HEADER => {
                    settings.change(|builder| builder.timestamp_header(value))
                }
                TILLWIRE_SETTING_EXPECT_EVENT => {
                    settings.change(|builder| builder.decoding(|decoder| decoder.expect_event(value)))
                }
                TILLWIRE_SETTING_TYPE_HEADER => {
                    settings.change(|builder| builder.decoding(|decoder| decoder.type_header(value)))
                }
                TILLWIRE_SETTING_ID_HEADER => {
                    settings.change(|builder| builder.decoding(|decoder| decoder.id_header(value)))
                }
                unknown => {
                    Err(Failure::argument(&format!("there is no text setting with the code {unknown}")))
                }
            }
        })
    }
}

/// Says that order amounts in a currency (an ISO 4217 code) are whole numbers of 10^-`digits`, 0 to 28, where the
/// platform leaves their unit open.
///
/// Assumption, for Atlas: without it, the current events carry major units in every currency, since those that are
/// exempt are not published; the older ones carry minor units as ISO 4217 counts them.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where a pointer is NULL; TILLWIRE_E_SETTING where the currency is not three
/// letters, the digits are out of range or a verifier was made from the settings already. One thread at a time.
/// Since 0.1.
///
/// # Safety
/// `settings` is NULL or live, `currency` NULL or NUL-terminated, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_set_scale(
    settings: *mut tillwire_settings,
    currency: *const c_char,
    digits: i32,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let settings = boundary::handle_mut(settings, "settings")?;
            let currency = Currency::new(boundary::text(currency, "currency")?)
                .ok_or_else(|| Failure::setting("the currency is not a three-letter ISO 4217 code"))?;
            let digits = in_range(i64::from(digits), 28)?;
            settings.change(|builder| builder.decoding(|decoder| decoder.scale(currency, digits)))
        })
    }
}

/// Says that the store with this key is the vendor's own store `own_id`, to be read as TILLWIRE_ORDER_OWN_STORE_ID. The
/// key is as in TILLWIRE_ORDER_STORE_KEY: klikit's "brand/branch", Atlas's outlet id, Fire's store code. Once one is
/// set, a document about a store without one is read all the same, with the problem TILLWIRE_P_UNMAPPED_STORE.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT; TILLWIRE_E_SETTING where a verifier was made from the settings already. One
/// thread at a time. Since 0.1.
///
/// # Safety
/// `settings` is NULL or live, `key` and `own_id` NULL or NUL-terminated, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_add_store(
    settings: *mut tillwire_settings,
    key: *const c_char,
    own_id: *const c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let settings = boundary::handle_mut(settings, "settings")?;
            let (key, own_id) = (boundary::text(key, "key")?, boundary::text(own_id, "own_id")?);
            settings.change(|builder| builder.decoding(|decoder| decoder.store(key, own_id)))
        })
    }
}

/// Loads a dictionary that the platform serves, as the `len` bytes of its answer, so that it wins over the built-in table
/// of a vocabulary: klikit's order statuses, fulfilment statuses, order types and providers
/// (TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS, ...). `count`, if not NULL, gets how many words there are. It replaces that
/// table whole; load again before making the next verifier where the platform may have changed it.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_NOT_JSON, TILLWIRE_E_TOO_DEEP or the like where the answer is not JSON or exceeds the
/// limits set so far; TILLWIRE_E_SHAPE where it is not a dictionary, or that of another vocabulary; TILLWIRE_E_MEMORY;
/// TILLWIRE_E_ARGUMENT where the platform serves no such dictionary; TILLWIRE_E_SETTING where a verifier was made from the
/// settings already. After a failure nothing is changed. One thread at a time. Since 0.1.
///
/// # Safety
/// `settings` is NULL or live, `body` NULL or readable for `len` bytes, `count` and `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_load_dictionary(
    settings: *mut tillwire_settings,
    vocabulary: i32,
    body: *const u8,
    len: usize,
    count: *mut usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::put(count, 0);
        boundary::status(error, || {
            let settings = boundary::handle_mut(settings, "settings")?;
            let body = boundary::body(body, len)?;
            let vocabulary = Vocabulary::from_code(vocabulary).ok_or_else(|| {
                Failure::argument(&format!("there is no vocabulary with the code {vocabulary}"))
            })?;
            let mut limits = Limits::default();
            settings.limit(|current| limits = *current)?;
            let dictionary = Dictionary::load(vocabulary, body, &limits)?;
            boundary::put(count, dictionary.count());
            settings.change(|builder| builder.decoding(|decoder| decoder.dictionary(dictionary)))
        })
    }
}

/// Says that what the platform's documented body has at the path `canonical` stands in the received body at the path
/// `actual`, where a body template or a proxy made the body another one: "$.data.orderId" at "$.ref" is a renamed member,
/// "$.data" at "$" a flattened order, "$" at "$.body" a wrapped body. At most 64 locations.
///
/// What is located inside another located value overrides it; members that are not located stay as they are; a location
/// that leads to no value leaves its place as it is. A list is located as a whole: what is renamed inside its elements
/// cannot be told. The signature is still over the received bytes, and tillwire_event_raw(), problems and errors know the
/// received body only.
///
/// Where the whole body is located inside itself, `event` and `_meta` (Fire), `event_type` and `event_at` (Atlas) stay
/// outside: they are about the delivery, and would give each attempt a content key of its own. A counter of attempts under
/// another name does.
///
/// Memory for the reshaped body is needed beside the received one: up to a body for each location.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where a pointer is NULL or a text is not UTF-8; TILLWIRE_E_SETTING where one of
/// the paths is none, the canonical one has an index or was located before, there are too many, or a verifier was made from
/// the settings already. One thread at a time. Since 0.1.
///
/// # Safety
/// `settings` is NULL or live, `canonical` and `actual` NULL or NUL-terminated, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_settings_add_location(
    settings: *mut tillwire_settings,
    canonical: *const c_char,
    actual: *const c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let settings = boundary::handle_mut(settings, "settings")?;
            let canonical = boundary::text(canonical, "canonical")?;
            let actual = boundary::text(actual, "actual")?;
            let mut refused = None;
            let changed = settings.change(|builder| {
                builder.decoding(|decoder| match decoder.clone().locate(canonical, actual) {
                    Ok(located) => located,
                    Err(error) => {
                        refused = Some(error);
                        decoder
                    }
                })
            })?;
            refused.map_or(Ok(changed), |error| Err(error.into()))
        })
    }
}

impl tillwire_settings {
    /// The builder, which goes into the one verifier that is made from the settings.
    pub(crate) fn take(&mut self) -> Result<VerifierBuilder, Failure> {
        self.builder.take().ok_or_else(|| {
            Failure::setting("a verifier was made from these settings already")
                .hint("make new settings for another verifier")
        })
    }

    fn change(&mut self, change: impl FnOnce(VerifierBuilder) -> VerifierBuilder) -> Result<i32, Failure> {
        self.builder = Some(change(self.take()?));
        Ok(TILLWIRE_OK)
    }

    fn limit(&mut self, change: impl FnOnce(&mut Limits)) -> Result<i32, Failure> {
        self.change(|builder| {
            builder.decoding(|decoder| {
                let mut limits = *decoder.current_limits();
                change(&mut limits);
                decoder.limits(limits)
            })
        })
    }
}

/// A number from 0 to `most`.
pub(crate) fn in_range<T: TryFrom<u64>>(value: i64, most: u64) -> Result<T, Failure> {
    u64::try_from(value)
        .ok()
        .filter(|value| *value <= most)
        .and_then(|value| T::try_from(value).ok())
        .ok_or_else(|| Failure::setting(&format!("the value {value} is not from 0 to {most}")))
}

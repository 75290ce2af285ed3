//! The exports called as C calls them, so that miri sees every pointer that crosses: a delivery from its headers to its
//! last field, errors, NULLs, and places that are not aligned.

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use tillwire_ffi::*;

const SAMPLE: &[u8] = include_bytes!("../../tests/vectors/atlas/order-event.json");
/// Where the codes of fields are, and a little around them: miri takes long.
const FIELDS: [std::ops::Range<i32>; 10] =
    [0..20, 30..33, 100..124, 200..211, 300..308, 400..413, 1100..1113, 1150..1155, 1200..1208, 1400..1407];
const NOW: i64 = 1_781_748_931;

/// Text that an export gave; `None` for NULL.
fn text<'a>(pointer: *const c_char) -> Option<&'a str> {
    // SAFETY: what is not NULL is NUL-terminated and lives longer than the tests look at it.
    (!pointer.is_null()).then(|| unsafe { CStr::from_ptr(pointer) }.to_str().expect("exports give UTF-8"))
}

fn verifier() -> *mut tillwire_verifier {
    let (mut settings, mut verifier) = (null_mut(), null_mut());
    // SAFETY: each pointer is a live handle, a place or NULL, as the exports ask for.
    unsafe {
        assert_eq!(
            tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, &raw mut settings, null_mut()),
            TILLWIRE_OK
        );
        let nowhere =
            tillwire_settings_add_location(settings, c"$.payload".as_ptr(), c"$.x".as_ptr(), null_mut());
        assert_eq!(nowhere, TILLWIRE_OK);
        for secret in ["an old secret", "swordfish"] {
            let added =
                tillwire_settings_add_secret(settings, secret.as_ptr().cast(), secret.len(), null_mut());
            assert_eq!(added, TILLWIRE_OK);
        }
        assert_eq!(tillwire_verifier_new(settings, &raw mut verifier, null_mut()), TILLWIRE_OK);
        tillwire_settings_free(settings);
    }
    verifier
}

fn headers() -> *mut tillwire_headers {
    let block = "POST / HTTP/1.1\r\nHost: till\r\nAuthorization: Bearer swordfish\r\n\r\n";
    let mut headers = null_mut();
    // SAFETY: as above.
    unsafe {
        assert_eq!(tillwire_headers_new(&raw mut headers, null_mut()), TILLWIRE_OK);
        let added = tillwire_headers_add_block(headers, block.as_ptr().cast(), block.len(), null_mut());
        assert_eq!(added, TILLWIRE_OK);
    }
    headers
}

fn open(body: &[u8]) -> (i32, *mut tillwire_event, *mut tillwire_error) {
    let (verifier, headers) = (verifier(), headers());
    let (mut event, mut error) = (null_mut(), null_mut());
    // SAFETY: as above.
    let status = unsafe {
        let status = tillwire_verifier_open(
            verifier,
            headers,
            body.as_ptr(),
            body.len(),
            NOW,
            &raw mut event,
            &raw mut error,
        );
        tillwire_headers_free(headers);
        tillwire_verifier_free(verifier);
        status
    };
    (status, event, error)
}

#[test]
fn a_delivery_is_read_to_its_last_field() {
    let (status, event, error) = open(SAMPLE);
    assert_eq!((status, error), (TILLWIRE_OK, null_mut()));
    // SAFETY: as above; the order lives as long as the event.
    unsafe {
        let order = tillwire_event_order(event, 0);
        let mut len = 0;
        assert_eq!(text(tillwire_order_text(order, TILLWIRE_ORDER_REFERENCE, &raw mut len)), Some("A123"));
        assert_eq!(len, 4);
        assert_eq!(text(tillwire_order_text(order, TILLWIRE_ORDER_NOTES, &raw mut len)), None);
        assert_eq!(len, 0);
        let mut lines = 0;
        assert_eq!(tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, &raw mut lines), TILLWIRE_OK);
        assert_eq!(lines, 2);
        // Every field there can be, of every kind, by every getter.
        for field in FIELDS.into_iter().flatten() {
            let mut money = tillwire_money { units: 9, scale: 9, currency: [9; 4] };
            let mut time = tillwire_time { unix_ms: 9, offset_minutes: 9, has_offset: 9 };
            let mut number = 9;
            let mut shown = [0; TILLWIRE_FORMAT_SIZE as usize];
            text(tillwire_event_text(event, field, null_mut()));
            text(tillwire_order_text(order, field, null_mut()));
            tillwire_event_int(event, field, &raw mut number);
            tillwire_order_int(order, field, &raw mut number);
            tillwire_event_time(event, field, &raw mut time);
            if tillwire_order_time(order, field, &raw mut time) == TILLWIRE_OK {
                let formatted =
                    tillwire_time_format(&raw const time, shown.as_mut_ptr(), shown.len(), null_mut());
                assert_eq!(formatted, TILLWIRE_OK);
            }
            if tillwire_order_money(order, field, &raw mut money) == TILLWIRE_OK {
                let formatted =
                    tillwire_money_format(&raw const money, shown.as_mut_ptr(), shown.len(), null_mut());
                assert_eq!(formatted, TILLWIRE_OK);
                assert!(text(shown.as_ptr()).is_some_and(|shown| shown.contains('.')));
            }
            for position in 0..3 {
                text(tillwire_line_text(order, position, field, null_mut()));
                text(tillwire_line_listed(order, position, field, 0, null_mut()));
                tillwire_line_money(order, position, field, &raw mut money);
                tillwire_line_int(order, position, field, &raw mut number);
                text(tillwire_payment_text(order, position, field + 1000, null_mut()));
                text(tillwire_party_text(order, position, field + 2000, null_mut()));
            }
        }
        let raw = tillwire_event_raw(event, c"$.order_items[0].name".as_ptr(), &raw mut len);
        assert_eq!(std::slice::from_raw_parts(raw, len), b"\"Chicken bowl\"");
        let body = tillwire_event_body(event, &raw mut len);
        assert_eq!(std::slice::from_raw_parts(body, len), SAMPLE);
        let mut money = tillwire_money { units: 9, scale: 9, currency: [9; 4] };
        let path = c"$.order_items[0].unit_price".as_ptr();
        let status = tillwire_event_money(event, path, TILLWIRE_SCALE_BY_PLACE, &raw mut money, null_mut());
        assert_eq!((status, money.units, money.scale), (TILLWIRE_OK, 125, 1));
        let mut key = [0; TILLWIRE_KEY_SIZE as usize];
        let status =
            tillwire_event_key(event, 0, TILLWIRE_KEY_CONTENT, key.as_mut_ptr(), key.len(), null_mut());
        assert_eq!(status, TILLWIRE_OK);
        assert_eq!(text(key.as_ptr()).map(str::len), Some(64));
        let mut json = null_mut();
        assert_eq!(tillwire_event_json(event, &raw mut json, null_mut()), TILLWIRE_OK);
        assert!(text(json).is_some_and(|json| json.contains("\"35.42\"")));
        tillwire_string_free(json);
        tillwire_event_free(event);
    }
}

#[test]
fn an_error_says_where() {
    let (status, event, error) = open(br#"{"order_items":[{"quantity":01}]}"#);
    assert_eq!((status, event), (TILLWIRE_E_NOT_JSON, null_mut()));
    // SAFETY: as above.
    unsafe {
        let mut offset = 0;
        let path = text(tillwire_error_text(error, TILLWIRE_ERROR_PATH, null_mut()));
        assert_eq!(path, Some("$.order_items[0].quantity"));
        assert_eq!(tillwire_error_int(error, TILLWIRE_ERROR_OFFSET, &raw mut offset), TILLWIRE_OK);
        assert_eq!(offset, 29);
        tillwire_error_free(error);
    }
}

#[test]
fn oddities_are_noted_with_their_place() {
    let (status, event, _) =
        open(br#"{"order_id":1,"notes":5,"order_items":[{"name":"a\u0000b","quantity":"x"}]}"#);
    assert_eq!(status, TILLWIRE_OK);
    // SAFETY: as above.
    unsafe {
        let mut paths: Vec<_> = (0..4)
            .filter_map(|position| {
                text(tillwire_problem_text(event, position, TILLWIRE_PROBLEM_PATH, null_mut()))
            })
            .collect();
        paths.sort_unstable();
        assert_eq!(paths, ["$.notes", "$.order_items[0].name", "$.order_items[0].quantity"]);
        let order = tillwire_event_order(event, 0);
        assert_eq!(text(tillwire_line_text(order, 0, TILLWIRE_LINE_NAME, null_mut())), Some("a\u{FFFD}b"));
        tillwire_event_free(event);
    }
}

#[test]
fn null_is_absent_and_a_panic_a_status() {
    let mut error = null_mut();
    // SAFETY: NULL is allowed everywhere.
    unsafe {
        assert_eq!(text(tillwire_order_text(null(), TILLWIRE_ORDER_ID, null_mut())), None);
        assert_eq!(tillwire_order_money(null(), TILLWIRE_ORDER_TOTAL, null_mut()), TILLWIRE_E_ARGUMENT);
        assert_eq!(tillwire_headers_new(null_mut(), &raw mut error), TILLWIRE_E_ARGUMENT);
        tillwire_error_free(error);
        tillwire_event_free(null_mut());
        assert_eq!(tillwire_test_panic(&raw mut error), TILLWIRE_E_PANIC);
        assert!(text(tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, null_mut())).is_some());
        tillwire_error_free(error);
    }
}

/// What packs its structures tightly has no aligned places to offer.
#[test]
fn results_go_to_unaligned_places() {
    #[repr(C, packed)]
    struct Packed {
        shift: u8,
        money: tillwire_money,
        minor: i64,
        error: *mut tillwire_error,
    }
    let mut packed = Packed {
        shift: 0,
        money: tillwire_money { units: 285, scale: 1, currency: [0; 4] },
        minor: 0,
        error: null_mut(),
    };
    // SAFETY: the places are readable and writable; the exports assume no alignment.
    let status = unsafe {
        tillwire_money_minor(&raw const packed.money, 2, &raw mut packed.minor, &raw mut packed.error)
    };
    let (minor, error) = (packed.minor, packed.error);
    assert_eq!((status, minor, error), (TILLWIRE_OK, 2850, null_mut()));
}

/// The cents may go where the units stood.
#[test]
fn a_result_may_replace_its_amount() {
    let mut money = tillwire_money { units: 285, scale: 1, currency: [0; 4] };
    let units = &raw mut money.units;
    // SAFETY: both pointers are into `money`, which may be read and written.
    let status = unsafe { tillwire_money_minor(&raw const money, 2, units, null_mut()) };
    assert_eq!((status, money.units), (TILLWIRE_OK, 2850));
}

/// A call from its account to its reply, by way of another secret: every pointer of calls that crosses.
#[test]
fn a_call_is_made_and_its_reply_read() {
    let (mut account, mut call, mut event) = (null_mut(), null_mut(), null_mut());
    let (mut wait, mut number, mut len) = (9, 9, 9);
    let mut value = null();
    let mut time = tillwire_time { unix_ms: 9, offset_minutes: 9, has_offset: 9 };
    let body = br#"{"request_id":"r","data":{"total":1,"orders":[{"id":5}]}}"#;
    // SAFETY: each pointer is a live handle, a place, readable for its length, or NULL, as the exports ask for.
    unsafe {
        let environment = TILLWIRE_ENVIRONMENT_PRODUCTION;
        let made = tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, environment, &raw mut account, null_mut());
        assert_eq!(made, TILLWIRE_OK);
        let texts = [
            (TILLWIRE_ACCOUNT_KEY, "partner"),
            (TILLWIRE_ACCOUNT_SECRET, "new"),
            (TILLWIRE_ACCOUNT_SECRET, "old"),
        ];
        for (field, setting) in texts {
            let set =
                tillwire_account_set_text(account, field, setting.as_ptr().cast(), setting.len(), null_mut());
            assert_eq!(set, TILLWIRE_OK);
        }
        let operation = TILLWIRE_OPERATION_KLIKIT_ORDERS;
        assert_eq!(tillwire_call_new(account, operation, &raw mut call, null_mut()), TILLWIRE_OK);
        tillwire_account_free(account);
        let size = tillwire_call_set(call, TILLWIRE_PARAMETER_SIZE, c"5".as_ptr(), null_mut());
        assert_eq!(size, TILLWIRE_OK);
        // One byte off, so that no alignment is assumed.
        let random = [7_u8; 17];
        assert_eq!(tillwire_call_next_page(call, random.as_ptr().add(1), 0, null_mut()), TILLWIRE_OK);
        let url = text(tillwire_call_text(call, TILLWIRE_REQUEST_URL, &raw mut len));
        assert!(url.is_some_and(|url| url.ends_with("page=1&size=5") && url.len() == len));
        let name = text(tillwire_call_header(call, 0, &raw mut value));
        assert_eq!((name, text(value)), (Some("Accept"), Some("application/json")));
        let refused = tillwire_call_after(call, 401, null(), null(), 0, 0, 0, &raw mut wait, null_mut());
        assert_eq!((refused, wait), (TILLWIRE_AGAIN, 0));
        let headers = headers();
        let done = tillwire_call_after(
            call,
            200,
            headers,
            body.as_ptr(),
            body.len(),
            5,
            0,
            &raw mut wait,
            null_mut(),
        );
        tillwire_headers_free(headers);
        assert_eq!(done, TILLWIRE_OK);
        assert_eq!(text(tillwire_call_text(call, TILLWIRE_REPLY_REQUEST_ID, null_mut())), Some("r"));
        assert_eq!(tillwire_call_int(call, TILLWIRE_PAGES_NEW, &raw mut number), TILLWIRE_OK);
        assert_eq!(number, 1);
        assert_eq!(tillwire_call_time(call, TILLWIRE_REPLY_SERVER, &raw mut time), TILLWIRE_ABSENT);
        let record = tillwire_call_record(call, 0, &raw mut len);
        assert_eq!(std::slice::from_raw_parts(record, len), br#"{"id":5}"#);
        let raw = tillwire_call_raw(call, c"$.data.total".as_ptr(), &raw mut len);
        assert_eq!(std::slice::from_raw_parts(raw, len), b"1");
        assert_eq!(tillwire_call_orders(call, null(), &raw mut event, null_mut()), TILLWIRE_OK);
        assert_eq!(tillwire_call_next_page(call, random.as_ptr(), 0, null_mut()), TILLWIRE_ABSENT);
        tillwire_call_free(call);
        let order = tillwire_event_order(event, 0);
        assert_eq!(text(tillwire_order_text(order, TILLWIRE_ORDER_ID, null_mut())), Some("5"));
        tillwire_event_free(event);
    }
}

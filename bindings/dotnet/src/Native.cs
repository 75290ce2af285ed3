// The declarations of tillwire.h for P/Invoke; that header is their manual.
// Generated from ffi/src by `cargo run -p tillwire-header`; do not edit.
using System;
using System.Runtime.InteropServices;

namespace Tillwire
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct tillwire_money
    {
        public long units;
        public int scale;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public byte[] currency;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct tillwire_time
    {
        public long unix_ms;
        public int offset_minutes;
        public int has_offset;
    }

    internal sealed partial class HeadersHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_headers_free(handle);
            return true;
        }
    }

    internal sealed partial class SettingsHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_settings_free(handle);
            return true;
        }
    }

    internal sealed partial class EventHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_event_free(handle);
            return true;
        }
    }

    internal sealed partial class VerifierHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_verifier_free(handle);
            return true;
        }
    }

    internal sealed partial class ChangesHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_changes_free(handle);
            return true;
        }
    }

    internal sealed partial class BookHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_book_free(handle);
            return true;
        }
    }

    internal sealed partial class AccountHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_account_free(handle);
            return true;
        }
    }

    internal sealed partial class CallHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_call_free(handle);
            return true;
        }
    }

    internal sealed partial class PollHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Native.tillwire_poll_free(handle);
            return true;
        }
    }

    internal static partial class Native
    {
        const string Library = "libtillwire";
        const CallingConvention Cdecl = CallingConvention.Cdecl;

        internal const int TILLWIRE_ABI_VERSION = 1;
        internal const int TILLWIRE_OK = 0;
        internal const int TILLWIRE_ABSENT = 1;
        internal const int TILLWIRE_DUPLICATE = 2;
        internal const int TILLWIRE_AGAIN = 3;
        internal const int TILLWIRE_E_ARGUMENT = -1;
        internal const int TILLWIRE_E_MEMORY = -2;
        internal const int TILLWIRE_E_PANIC = -3;
        internal const int TILLWIRE_E_UNSUPPORTED = -4;
        internal const int TILLWIRE_E_BUFFER = -5;
        internal const int TILLWIRE_E_STATE = -6;
        internal const int TILLWIRE_E_RANDOM = -7;
        internal const int TILLWIRE_E_INEXACT = -20;
        internal const int TILLWIRE_E_RANGE = -21;
        internal const int TILLWIRE_E_UNIT = -22;
        internal const int TILLWIRE_E_NOT_A_NUMBER = -23;
        internal const int TILLWIRE_E_SECRET = -40;
        internal const int TILLWIRE_E_SETTING = -41;
        internal const int TILLWIRE_E_HEADER_MISSING = -100;
        internal const int TILLWIRE_E_HEADER_CONFLICT = -101;
        internal const int TILLWIRE_E_HEADER_FORMAT = -102;
        internal const int TILLWIRE_E_SIGNATURE_FORMAT = -103;
        internal const int TILLWIRE_E_SIGNATURE_MISMATCH = -104;
        internal const int TILLWIRE_E_TIMESTAMP_FORMAT = -105;
        internal const int TILLWIRE_E_TIMESTAMP_AGE = -106;
        internal const int TILLWIRE_E_NOT_JSON = -200;
        internal const int TILLWIRE_E_BODY_TOO_LARGE = -201;
        internal const int TILLWIRE_E_TOO_DEEP = -202;
        internal const int TILLWIRE_E_TOO_MANY_ELEMENTS = -203;
        internal const int TILLWIRE_E_SHAPE = -204;
        internal const int TILLWIRE_E_NO_IDENTITY = -205;
        internal const int TILLWIRE_E_EXPORT = -300;
        internal const int TILLWIRE_E_VERSION = -301;
        internal const int TILLWIRE_E_CALL_PARAMETER = -400;
        internal const int TILLWIRE_E_CALL_INVALID = -401;
        internal const int TILLWIRE_E_CALL_UNAUTHORIZED = -402;
        internal const int TILLWIRE_E_CALL_FORBIDDEN = -403;
        internal const int TILLWIRE_E_CALL_NOT_FOUND = -404;
        internal const int TILLWIRE_E_CALL_TRANSITION = -405;
        internal const int TILLWIRE_E_CALL_KEY_CONFLICT = -406;
        internal const int TILLWIRE_E_CALL_CONFLICT = -407;
        internal const int TILLWIRE_E_CALL_RATE_LIMITED = -408;
        internal const int TILLWIRE_E_CALL_UNAVAILABLE = -409;
        internal const int TILLWIRE_E_CALL_UNSUPPORTED = -410;
        internal const int TILLWIRE_E_CALL_REDIRECTED = -411;
        internal const int TILLWIRE_E_CALL_BAD_ANSWER = -412;
        internal const int TILLWIRE_E_CALL_TOO_LARGE = -413;
        internal const int TILLWIRE_E_CALL_NO_HOST = -420;
        internal const int TILLWIRE_E_CALL_NO_CONNECTION = -421;
        internal const int TILLWIRE_E_CALL_UNTRUSTED = -422;
        internal const int TILLWIRE_E_CALL_BROKEN = -423;
        internal const int TILLWIRE_E_CALL_TIMED_OUT = -424;
        internal const int TILLWIRE_E_CALL_CANCELLED = -425;
        internal const int TILLWIRE_E_CALL_PROXY = -426;
        internal const int TILLWIRE_E_CALL_REFUSED = -440;
        internal const int TILLWIRE_E_CALL_INCOMPLETE = -450;
        internal const int TILLWIRE_E_CALL_STUCK = -451;
        internal const int TILLWIRE_ERROR_MESSAGE = 5101;
        internal const int TILLWIRE_ERROR_HINT = 5102;
        internal const int TILLWIRE_ERROR_PATH = 5103;
        internal const int TILLWIRE_ERROR_PLATFORM_CODE = 5104;
        internal const int TILLWIRE_ERROR_REQUEST_ID = 5105;
        internal const int TILLWIRE_ERROR_PLATFORM_MESSAGE = 5106;
        internal const int TILLWIRE_ERROR_DETAILS = 5107;
        internal const int TILLWIRE_ERROR_ANSWER = 5108;
        internal const int TILLWIRE_ERROR_CODE = 5401;
        internal const int TILLWIRE_ERROR_OFFSET = 5402;
        internal const int TILLWIRE_ERROR_SKEW_SECONDS = 5403;
        internal const int TILLWIRE_ERROR_HTTP_STATUS = 5404;
        internal const int TILLWIRE_ERROR_ATTEMPTS = 5405;
        internal const int TILLWIRE_ERROR_RETRY_AFTER_MS = 5406;
        internal const int TILLWIRE_ERROR_MAY_BE_DONE = 5407;
        internal const int TILLWIRE_ERROR_STOP = 5408;
        internal const int TILLWIRE_ERROR_PARAMETER = 5409;
        internal const int TILLWIRE_STOP_FINAL = 1;
        internal const int TILLWIRE_STOP_UNSAFE = 2;
        internal const int TILLWIRE_STOP_ATTEMPTS = 3;
        internal const int TILLWIRE_STOP_DEADLINE = 4;
        internal const int TILLWIRE_FORMAT_SIZE = 48;
        internal const int TILLWIRE_PLATFORM_KLIKIT = 1;
        internal const int TILLWIRE_PLATFORM_ATLAS = 2;
        internal const int TILLWIRE_PLATFORM_FIRE = 3;
        internal const int TILLWIRE_SCHEME_HMAC_SHA256_HEX = 1;
        internal const int TILLWIRE_SCHEME_SHA256_PREFIXED = 2;
        internal const int TILLWIRE_SCHEME_V1_TIMESTAMPED = 3;
        internal const int TILLWIRE_SCHEME_BEARER = 4;
        internal const int TILLWIRE_SCHEME_HEADER = 5;
        internal const int TILLWIRE_SCHEME_DANGEROUSLY_ACCEPT_ANYONE = 6;
        internal const int TILLWIRE_SETTING_SCHEME = 7401;
        internal const int TILLWIRE_SETTING_TOLERANCE_SECONDS = 7402;
        internal const int TILLWIRE_SETTING_BODY_BYTES = 7403;
        internal const int TILLWIRE_SETTING_DEPTH = 7404;
        internal const int TILLWIRE_SETTING_ELEMENTS = 7405;
        internal const int TILLWIRE_SETTING_SIGNATURE_HEADER = 7101;
        internal const int TILLWIRE_SETTING_TIMESTAMP_HEADER = 7102;
        internal const int TILLWIRE_SETTING_EXPECT_EVENT = 7103;
        internal const int TILLWIRE_SETTING_TYPE_HEADER = 7104;
        internal const int TILLWIRE_SETTING_ID_HEADER = 7105;
        internal const int TILLWIRE_TOLERANCE_OFF = -1;
        internal const int TILLWIRE_ORDER_ID = 101;
        internal const int TILLWIRE_ORDER_REFERENCE = 102;
        internal const int TILLWIRE_ORDER_CALL_NUMBER = 103;
        internal const int TILLWIRE_ORDER_EXTERNAL_ID = 104;
        internal const int TILLWIRE_ORDER_EXTERNAL_REFERENCE = 105;
        internal const int TILLWIRE_ORDER_STATE = 106;
        internal const int TILLWIRE_ORDER_FULFILMENT_TEXT = 107;
        internal const int TILLWIRE_ORDER_BUSINESS_DATE = 108;
        internal const int TILLWIRE_ORDER_TIME_SLOT = 109;
        internal const int TILLWIRE_ORDER_TABLE_ID = 110;
        internal const int TILLWIRE_ORDER_TABLE = 111;
        internal const int TILLWIRE_ORDER_STORE_ID = 112;
        internal const int TILLWIRE_ORDER_STORE = 113;
        internal const int TILLWIRE_ORDER_BRAND_ID = 114;
        internal const int TILLWIRE_ORDER_CHANNEL_ID = 115;
        internal const int TILLWIRE_ORDER_CHANNEL = 116;
        internal const int TILLWIRE_ORDER_BARCODE = 117;
        internal const int TILLWIRE_ORDER_NOTES = 118;
        internal const int TILLWIRE_ORDER_GIFT_MESSAGE = 119;
        internal const int TILLWIRE_ORDER_PROMOTION_CODE = 120;
        internal const int TILLWIRE_ORDER_PROMOTION = 121;
        internal const int TILLWIRE_ORDER_CURRENCY = 122;
        internal const int TILLWIRE_ORDER_PICKUP_PIN = 123;
        internal const int TILLWIRE_ORDER_TRACKING_URL = 124;
        internal const int TILLWIRE_ORDER_CANCELLATION_REASON = 125;
        internal const int TILLWIRE_ORDER_DELIVERY_NOTES = 126;
        internal const int TILLWIRE_ORDER_STORE_CODE = 127;
        internal const int TILLWIRE_ORDER_BRAND = 128;
        internal const int TILLWIRE_ORDER_PAYMENT_STATUS_TEXT = 129;
        internal const int TILLWIRE_ORDER_STORE_KEY = 130;
        internal const int TILLWIRE_ORDER_OWN_STORE_ID = 131;
        internal const int TILLWIRE_ORDER_STORE_EXTERNAL_ID = 132;
        internal const int TILLWIRE_ORDER_PAGER = 133;
        internal const int TILLWIRE_ORDER_COURIER_TEXT = 134;
        internal const int TILLWIRE_ORDER_STATE_NAME = 135;
        internal const int TILLWIRE_ORDER_CANCELLATION_CODE = 136;
        internal const int TILLWIRE_ORDER_CANCELLATION_SOURCE = 137;
        internal const int TILLWIRE_ORDER_FISCAL_STATUS = 138;
        internal const int TILLWIRE_ORDER_FISCAL_NUMBER = 139;
        internal const int TILLWIRE_ORDER_FISCAL_KEY = 140;
        internal const int TILLWIRE_ORDER_FISCAL_URL = 141;
        internal const int TILLWIRE_ORDER_SUBTOTAL = 201;
        internal const int TILLWIRE_ORDER_DISCOUNT = 202;
        internal const int TILLWIRE_ORDER_STAFF_DISCOUNT = 203;
        internal const int TILLWIRE_ORDER_DELIVERY_FEE = 204;
        internal const int TILLWIRE_ORDER_SURCHARGE = 205;
        internal const int TILLWIRE_ORDER_DONATION = 206;
        internal const int TILLWIRE_ORDER_TAX = 207;
        internal const int TILLWIRE_ORDER_TOTAL_BEFORE_TAX = 208;
        internal const int TILLWIRE_ORDER_TOTAL = 209;
        internal const int TILLWIRE_ORDER_SERVICE_FEE = 210;
        internal const int TILLWIRE_ORDER_PACKAGING_FEE = 211;
        internal const int TILLWIRE_ORDER_OTHER_FEE = 212;
        internal const int TILLWIRE_ORDER_PLATFORM_DISCOUNT = 213;
        internal const int TILLWIRE_ORDER_MERCHANT_DISCOUNT = 214;
        internal const int TILLWIRE_ORDER_TIP = 215;
        internal const int TILLWIRE_ORDER_PAID = 216;
        internal const int TILLWIRE_ORDER_UNPAID = 217;
        internal const int TILLWIRE_ORDER_CREATED_AT = 301;
        internal const int TILLWIRE_ORDER_UPDATED_AT = 302;
        internal const int TILLWIRE_ORDER_CANCELLED_AT = 303;
        internal const int TILLWIRE_ORDER_COMPLETED_AT = 304;
        internal const int TILLWIRE_ORDER_DUE_FROM = 305;
        internal const int TILLWIRE_ORDER_DUE_UNTIL = 306;
        internal const int TILLWIRE_ORDER_PROGRESS = 401;
        internal const int TILLWIRE_ORDER_PAYMENT_STATUS = 402;
        internal const int TILLWIRE_ORDER_FULFILMENT = 403;
        internal const int TILLWIRE_ORDER_LINE_COUNT = 404;
        internal const int TILLWIRE_ORDER_PAYMENT_COUNT = 405;
        internal const int TILLWIRE_ORDER_PARTY_COUNT = 406;
        internal const int TILLWIRE_ORDER_ASAP = 407;
        internal const int TILLWIRE_ORDER_CUTLERY_WANTED = 408;
        internal const int TILLWIRE_ORDER_CONTACTLESS = 409;
        internal const int TILLWIRE_ORDER_GIFT = 410;
        internal const int TILLWIRE_ORDER_PRICES_INCLUDE_TAX = 411;
        internal const int TILLWIRE_ORDER_STEP_COUNT = 412;
        internal const int TILLWIRE_ORDER_TEST = 413;
        internal const int TILLWIRE_ORDER_PREPARE_BEFORE_PAYMENT = 414;
        internal const int TILLWIRE_ORDER_COURIER = 415;
        internal const int TILLWIRE_ORDER_CAN_ACCEPT = 416;
        internal const int TILLWIRE_ORDER_CAN_READY = 417;
        internal const int TILLWIRE_ORDER_CAN_DELIVER = 418;
        internal const int TILLWIRE_ORDER_CAN_CANCEL = 419;
        internal const int TILLWIRE_ORDER_CAN_VOID = 420;
        internal const int TILLWIRE_ORDER_ADJUSTMENT_COUNT = 421;
        internal const int TILLWIRE_PROGRESS_UNKNOWN = 0;
        internal const int TILLWIRE_PROGRESS_SCHEDULED = 10;
        internal const int TILLWIRE_PROGRESS_PLACED = 20;
        internal const int TILLWIRE_PROGRESS_ACCEPTED = 30;
        internal const int TILLWIRE_PROGRESS_PREPARING = 40;
        internal const int TILLWIRE_PROGRESS_READY = 50;
        internal const int TILLWIRE_PROGRESS_DISPATCHED = 60;
        internal const int TILLWIRE_PROGRESS_DELIVERED = 70;
        internal const int TILLWIRE_PROGRESS_CANCELLED = 90;
        internal const int TILLWIRE_PROGRESS_REJECTED = 91;
        internal const int TILLWIRE_PAY_UNKNOWN = 0;
        internal const int TILLWIRE_PAY_UNPAID = 1;
        internal const int TILLWIRE_PAY_PAID = 2;
        internal const int TILLWIRE_PAY_FAILED = 3;
        internal const int TILLWIRE_PAY_REFUNDED = 4;
        internal const int TILLWIRE_FULFILMENT_UNKNOWN = 0;
        internal const int TILLWIRE_FULFILMENT_DELIVERY = 1;
        internal const int TILLWIRE_FULFILMENT_PICKUP = 2;
        internal const int TILLWIRE_FULFILMENT_DINE_IN = 3;
        internal const int TILLWIRE_FULFILMENT_TAKEAWAY = 4;
        internal const int TILLWIRE_COURIER_UNKNOWN = 0;
        internal const int TILLWIRE_COURIER_SEARCHING = 10;
        internal const int TILLWIRE_COURIER_ASSIGNED = 20;
        internal const int TILLWIRE_COURIER_ARRIVED = 30;
        internal const int TILLWIRE_COURIER_DELIVERING = 40;
        internal const int TILLWIRE_COURIER_DELIVERED = 50;
        internal const int TILLWIRE_COURIER_FAILED = 60;
        internal const int TILLWIRE_COURIER_RETURNING = 70;
        internal const int TILLWIRE_COURIER_RETURNED = 80;
        internal const int TILLWIRE_COURIER_CANCELLED = 90;
        internal const int TILLWIRE_LINE_ID = 1101;
        internal const int TILLWIRE_LINE_ITEM_ID = 1102;
        internal const int TILLWIRE_LINE_SKU = 1103;
        internal const int TILLWIRE_LINE_NAME = 1104;
        internal const int TILLWIRE_LINE_NOTES = 1105;
        internal const int TILLWIRE_LINE_CATEGORY = 1106;
        internal const int TILLWIRE_LINE_MODIFIER_ID = 1107;
        internal const int TILLWIRE_LINE_KIND_TEXT = 1108;
        internal const int TILLWIRE_LINE_BRAND_ID = 1109;
        internal const int TILLWIRE_LINE_BRAND = 1110;
        internal const int TILLWIRE_LINE_UNIT = 1111;
        internal const int TILLWIRE_LINE_GROUP_ID = 1112;
        internal const int TILLWIRE_LINE_GROUP = 1113;
        internal const int TILLWIRE_LINE_TAGS = 1151;
        internal const int TILLWIRE_LINE_KITCHEN_TAGS = 1152;
        internal const int TILLWIRE_LINE_SECTIONS = 1153;
        internal const int TILLWIRE_LINE_UNIT_PRICE = 1201;
        internal const int TILLWIRE_LINE_UNIT_MODIFIER_PRICE = 1202;
        internal const int TILLWIRE_LINE_UNIT_COMPONENT_PRICE = 1203;
        internal const int TILLWIRE_LINE_DISCOUNT = 1204;
        internal const int TILLWIRE_LINE_TOTAL = 1205;
        internal const int TILLWIRE_LINE_QUANTITY = 1206;
        internal const int TILLWIRE_LINE_TAX = 1207;
        internal const int TILLWIRE_LINE_KIND = 1401;
        internal const int TILLWIRE_LINE_DEPTH = 1402;
        internal const int TILLWIRE_LINE_PARENT = 1403;
        internal const int TILLWIRE_LINE_VOIDED = 1404;
        internal const int TILLWIRE_LINE_PRICED_IN_PARENT = 1405;
        internal const int TILLWIRE_ITEM_PRODUCT = 1;
        internal const int TILLWIRE_ITEM_MODIFIER = 2;
        internal const int TILLWIRE_ITEM_COMPONENT = 3;
        internal const int TILLWIRE_ITEM_PACKAGING = 4;
        internal const int TILLWIRE_PAYMENT_ID = 2101;
        internal const int TILLWIRE_PAYMENT_METHOD = 2102;
        internal const int TILLWIRE_PAYMENT_METHOD_ID = 2103;
        internal const int TILLWIRE_PAYMENT_REFERENCE = 2104;
        internal const int TILLWIRE_PAYMENT_CAPTURE_TYPE = 2105;
        internal const int TILLWIRE_PAYMENT_STATUS = 2106;
        internal const int TILLWIRE_PAYMENT_PROCESSOR = 2107;
        internal const int TILLWIRE_PAYMENT_CARD_BRAND = 2108;
        internal const int TILLWIRE_PAYMENT_CARD_LAST_DIGITS = 2109;
        internal const int TILLWIRE_PAYMENT_AUTHORIZATION = 2110;
        internal const int TILLWIRE_PAYMENT_RECEIPT_CUSTOMER = 2111;
        internal const int TILLWIRE_PAYMENT_RECEIPT_MERCHANT = 2112;
        internal const int TILLWIRE_PAYMENT_AMOUNT = 2201;
        internal const int TILLWIRE_PAYMENT_TENDERED = 2202;
        internal const int TILLWIRE_PAYMENT_CHANGE = 2203;
        internal const int TILLWIRE_PAYMENT_CAPTURED = 2401;
        internal const int TILLWIRE_PARTY_ID = 3101;
        internal const int TILLWIRE_PARTY_NAME = 3102;
        internal const int TILLWIRE_PARTY_PHONE = 3103;
        internal const int TILLWIRE_PARTY_EMAIL = 3104;
        internal const int TILLWIRE_PARTY_EXTERNAL_ID = 3105;
        internal const int TILLWIRE_PARTY_ORGANISATION = 3106;
        internal const int TILLWIRE_PARTY_ADDRESS_LINE1 = 3107;
        internal const int TILLWIRE_PARTY_ADDRESS_LINE2 = 3108;
        internal const int TILLWIRE_PARTY_POSTAL_CODE = 3109;
        internal const int TILLWIRE_PARTY_LATITUDE = 3110;
        internal const int TILLWIRE_PARTY_LONGITUDE = 3111;
        internal const int TILLWIRE_PARTY_CITY = 3112;
        internal const int TILLWIRE_PARTY_TAX_ID_TYPE = 3113;
        internal const int TILLWIRE_PARTY_TAX_ID = 3114;
        internal const int TILLWIRE_PARTY_ROLE = 3401;
        internal const int TILLWIRE_ROLE_CUSTOMER = 1;
        internal const int TILLWIRE_ROLE_RECIPIENT = 2;
        internal const int TILLWIRE_ROLE_BILLING = 3;
        internal const int TILLWIRE_ROLE_COURIER = 4;
        internal const int TILLWIRE_STEP_STATE = 8101;
        internal const int TILLWIRE_STEP_STATION = 8102;
        internal const int TILLWIRE_STEP_AT = 8301;
        internal const int TILLWIRE_STEP_PROGRESS = 8401;
        internal const int TILLWIRE_ADJUSTMENT_NAME = 9101;
        internal const int TILLWIRE_ADJUSTMENT_CODE = 9102;
        internal const int TILLWIRE_ADJUSTMENT_AMOUNT = 9201;
        internal const int TILLWIRE_ADJUSTMENT_BASE = 9202;
        internal const int TILLWIRE_ADJUSTMENT_RATE = 9203;
        internal const int TILLWIRE_ADJUSTMENT_KIND = 9401;
        internal const int TILLWIRE_ADJUSTMENT_LINE = 9402;
        internal const int TILLWIRE_ADJUST_TAX = 1;
        internal const int TILLWIRE_ADJUST_FEE = 2;
        internal const int TILLWIRE_ADJUST_DISCOUNT = 3;
        internal const int TILLWIRE_ADJUST_VOUCHER = 4;
        internal const int TILLWIRE_EVENT_TYPE = 4101;
        internal const int TILLWIRE_EVENT_ID = 4102;
        internal const int TILLWIRE_EVENT_PLATFORM = 4401;
        internal const int TILLWIRE_EVENT_KIND = 4402;
        internal const int TILLWIRE_EVENT_TYPE_SOURCE = 4403;
        internal const int TILLWIRE_EVENT_ORDER_COUNT = 4404;
        internal const int TILLWIRE_EVENT_PROBLEM_COUNT = 4405;
        internal const int TILLWIRE_EVENT_PROBLEM_TOTAL = 4406;
        internal const int TILLWIRE_EVENT_ASSURANCE = 4407;
        internal const int TILLWIRE_EVENT_SECRET_INDEX = 4408;
        internal const int TILLWIRE_EVENT_BATCH_INDEX = 4409;
        internal const int TILLWIRE_EVENT_BATCH_TOTAL = 4410;
        internal const int TILLWIRE_EVENT_SUBJECT_COUNT = 4411;
        internal const int TILLWIRE_EVENT_OCCURRED_AT = 4301;
        internal const int TILLWIRE_KIND_UNKNOWN = 0;
        internal const int TILLWIRE_KIND_ORDER_CREATED = 1;
        internal const int TILLWIRE_KIND_ORDER_UPDATED = 2;
        internal const int TILLWIRE_KIND_ORDER_CONFIRMED = 3;
        internal const int TILLWIRE_KIND_ORDER_DISPATCHED = 4;
        internal const int TILLWIRE_KIND_ORDER_COMPLETED = 5;
        internal const int TILLWIRE_KIND_ORDER_CANCELLED = 6;
        internal const int TILLWIRE_KIND_ORDER_CHANGED = 7;
        internal const int TILLWIRE_KIND_ORDER_PROGRESSED = 8;
        internal const int TILLWIRE_KIND_ORDER_LINES_CHANGED = 9;
        internal const int TILLWIRE_KIND_ORDER_SETTLED = 10;
        internal const int TILLWIRE_KIND_ORDER_INVOICED = 11;
        internal const int TILLWIRE_KIND_ORDER_REVERSED = 12;
        internal const int TILLWIRE_KIND_ORDER_READ = 13;
        internal const int TILLWIRE_KIND_MENU_UPDATED = 20;
        internal const int TILLWIRE_KIND_MENU_REMOVED = 21;
        internal const int TILLWIRE_KIND_MENUS_SYNCED = 22;
        internal const int TILLWIRE_KIND_PRODUCT_UPDATED = 23;
        internal const int TILLWIRE_KIND_PRODUCT_PRICE_CHANGED = 24;
        internal const int TILLWIRE_KIND_PRODUCT_AVAILABILITY_CHANGED = 25;
        internal const int TILLWIRE_KIND_STORE_UPDATED = 30;
        internal const int TILLWIRE_KIND_STORE_REMOVED = 31;
        internal const int TILLWIRE_KIND_STORES_SYNCED = 32;
        internal const int TILLWIRE_KIND_CHANNEL_UPDATED = 35;
        internal const int TILLWIRE_KIND_CHANNEL_REMOVED = 36;
        internal const int TILLWIRE_KIND_CHANNELS_SYNCED = 37;
        internal const int TILLWIRE_KIND_CUSTOMER_CREATED = 40;
        internal const int TILLWIRE_KIND_CUSTOMER_UPDATED = 41;
        internal const int TILLWIRE_KIND_BUSINESS_DAY_CLOSED = 45;
        internal const int TILLWIRE_TYPE_FROM_NOWHERE = 0;
        internal const int TILLWIRE_TYPE_FROM_DOCUMENT = 1;
        internal const int TILLWIRE_TYPE_FROM_EXPECTED = 2;
        internal const int TILLWIRE_TYPE_FROM_HEADER = 3;
        internal const int TILLWIRE_TYPE_FROM_SHAPE = 4;
        internal const int TILLWIRE_KEY_DELIVERY = 1;
        internal const int TILLWIRE_KEY_CONTENT = 2;
        internal const int TILLWIRE_KEY_SIZE = 512;
        internal const int TILLWIRE_SCALE_BY_PLACE = -1;
        internal const int TILLWIRE_PROBLEM_PATH = 6101;
        internal const int TILLWIRE_PROBLEM_MESSAGE = 6102;
        internal const int TILLWIRE_PROBLEM_CODE = 6401;
        internal const int TILLWIRE_PROBLEM_OFFSET = 6402;
        internal const int TILLWIRE_P_WRONG_TYPE = 1;
        internal const int TILLWIRE_P_AMOUNT_OUT_OF_RANGE = 2;
        internal const int TILLWIRE_P_NOT_A_NUMBER = 3;
        internal const int TILLWIRE_P_UNREADABLE_TIME = 4;
        internal const int TILLWIRE_P_TEXT_REPLACED = 5;
        internal const int TILLWIRE_P_DUPLICATE_MEMBER = 6;
        internal const int TILLWIRE_P_MIXED_CURRENCIES = 7;
        internal const int TILLWIRE_P_UNREADABLE_CURRENCY = 8;
        internal const int TILLWIRE_P_UNEXPECTED_EVENT_TYPE = 9;
        internal const int TILLWIRE_P_NO_IDENTITY = 10;
        internal const int TILLWIRE_P_DISPUTED_CODE = 11;
        internal const int TILLWIRE_P_TOO_MANY = 12;
        internal const int TILLWIRE_P_UNMAPPED_STORE = 13;
        internal const int TILLWIRE_SUBJECT_ID = 10101;
        internal const int TILLWIRE_SUBJECT_NAME = 10102;
        internal const int TILLWIRE_SUBJECT_CODE = 10103;
        internal const int TILLWIRE_SUBJECT_EXTERNAL_ID = 10104;
        internal const int TILLWIRE_SUBJECT_STORE_ID = 10105;
        internal const int TILLWIRE_SUBJECT_STORE_KEY = 10106;
        internal const int TILLWIRE_SUBJECT_OWN_STORE_ID = 10107;
        internal const int TILLWIRE_SUBJECT_CHANNEL_ID = 10108;
        internal const int TILLWIRE_SUBJECT_CHANNEL = 10109;
        internal const int TILLWIRE_SUBJECT_BRAND_ID = 10110;
        internal const int TILLWIRE_SUBJECT_STATUS = 10111;
        internal const int TILLWIRE_SUBJECT_PHONE = 10112;
        internal const int TILLWIRE_SUBJECT_EMAIL = 10113;
        internal const int TILLWIRE_SUBJECT_BUSINESS_DATE = 10114;
        internal const int TILLWIRE_SUBJECT_OPENED_AT = 10301;
        internal const int TILLWIRE_SUBJECT_CLOSED_AT = 10302;
        internal const int TILLWIRE_SUBJECT_KIND = 10401;
        internal const int TILLWIRE_SUBJECT_AVAILABLE = 10402;
        internal const int TILLWIRE_SUBJECT_REMOVED = 10403;
        internal const int TILLWIRE_ABOUT_STORE = 1;
        internal const int TILLWIRE_ABOUT_CHANNEL = 2;
        internal const int TILLWIRE_ABOUT_MENU = 3;
        internal const int TILLWIRE_ABOUT_PRODUCT = 4;
        internal const int TILLWIRE_ABOUT_CUSTOMER = 5;
        internal const int TILLWIRE_ABOUT_BUSINESS_DAY = 6;
        internal const int TILLWIRE_ASSURANCE_SENDER_ONLY = 1;
        internal const int TILLWIRE_ASSURANCE_BODY = 2;
        internal const int TILLWIRE_ASSURANCE_BODY_AND_TIME = 3;
        internal const int TILLWIRE_ASSURANCE_NOTHING = 4;
        internal const int TILLWIRE_CHANGE_ACCOUNT = 14101;
        internal const int TILLWIRE_CHANGE_ORDER_ID = 14102;
        internal const int TILLWIRE_CHANGE_DISPATCH_EVENT_ID = 14103;
        internal const int TILLWIRE_CHANGE_DUE_AT = 14301;
        internal const int TILLWIRE_CHANGE_VERDICT = 14401;
        internal const int TILLWIRE_CHANGE_ACTION = 14402;
        internal const int TILLWIRE_CHANGE_PLATFORM = 14403;
        internal const int TILLWIRE_CHANGE_PROGRESS_BEFORE = 14404;
        internal const int TILLWIRE_CHANGE_PROGRESS = 14405;
        internal const int TILLWIRE_CHANGE_PAYMENT_STATUS_BEFORE = 14406;
        internal const int TILLWIRE_CHANGE_PAYMENT_STATUS = 14407;
        internal const int TILLWIRE_CHANGE_NEEDS_DETAIL = 14408;
        internal const int TILLWIRE_CHANGE_UNCERTAIN = 14409;
        internal const int TILLWIRE_CHANGE_TEST = 14410;
        internal const int TILLWIRE_CHANGE_PRINTED = 14411;
        internal const int TILLWIRE_CHANGE_LINE_COUNT = 14412;
        internal const int TILLWIRE_CHANGE_LINE_EDIT = 14451;
        internal const int TILLWIRE_CHANGE_LINE_BEFORE = 14452;
        internal const int TILLWIRE_CHANGE_LINE_NOW = 14453;
        internal const int TILLWIRE_CHANGE_NOW = 14501;
        internal const int TILLWIRE_CHANGE_BEFORE = 14502;
        internal const int TILLWIRE_VERDICT_NEW = 1;
        internal const int TILLWIRE_VERDICT_CHANGED = 2;
        internal const int TILLWIRE_VERDICT_DUPLICATE = 3;
        internal const int TILLWIRE_VERDICT_STALE = 4;
        internal const int TILLWIRE_VERDICT_NOT_UNDERSTOOD = 5;
        internal const int TILLWIRE_VERDICT_FORGOTTEN = 6;
        internal const int TILLWIRE_VERDICT_HELD = 7;
        internal const int TILLWIRE_ACTION_NOTHING = 0;
        internal const int TILLWIRE_ACTION_PRINT = 1;
        internal const int TILLWIRE_ACTION_REPRINT = 2;
        internal const int TILLWIRE_ACTION_VOID = 3;
        internal const int TILLWIRE_ACTION_UPDATE = 4;
        internal const int TILLWIRE_ACTION_FETCH = 5;
        internal const int TILLWIRE_ACTION_PREVIEW = 6;
        internal const int TILLWIRE_EDIT_ADDED = 1;
        internal const int TILLWIRE_EDIT_REMOVED = 2;
        internal const int TILLWIRE_EDIT_QUANTITY = 3;
        internal const int TILLWIRE_EDIT_CONTENTS = 4;
        internal const int TILLWIRE_BOOK_ORDERS = 15401;
        internal const int TILLWIRE_BOOK_FINISHED = 15402;
        internal const int TILLWIRE_BOOK_REMEMBERED = 15403;
        internal const int TILLWIRE_BOOK_NEW = 15404;
        internal const int TILLWIRE_BOOK_CHANGED = 15405;
        internal const int TILLWIRE_BOOK_DUPLICATE = 15406;
        internal const int TILLWIRE_BOOK_STALE = 15407;
        internal const int TILLWIRE_BOOK_NOT_UNDERSTOOD = 15408;
        internal const int TILLWIRE_BOOK_FORGOTTEN = 15409;
        internal const int TILLWIRE_BOOK_LEFT_FINISHED = 15410;
        internal const int TILLWIRE_BOOK_LEFT_OPEN = 15411;
        internal const int TILLWIRE_BOOK_MOST_ORDERS = 15421;
        internal const int TILLWIRE_BOOK_REMEMBERED_SECONDS = 15422;
        internal const int TILLWIRE_BOOK_MOST_REMEMBERED = 15423;
        internal const int TILLWIRE_ASK_ACCEPT = 1;
        internal const int TILLWIRE_ASK_PREPARE = 2;
        internal const int TILLWIRE_ASK_READY = 3;
        internal const int TILLWIRE_ASK_HAND_OVER = 4;
        internal const int TILLWIRE_ASK_REJECT = 5;
        internal const int TILLWIRE_ASK_CANCEL = 6;
        internal const int TILLWIRE_MAY_ALLOWED = 1;
        internal const int TILLWIRE_MAY_DOUBTFUL = 2;
        internal const int TILLWIRE_MAY_REFUSED = 3;
        internal const int TILLWIRE_OPERATION_KLIKIT_BRANDS = 101;
        internal const int TILLWIRE_OPERATION_KLIKIT_BRANCHES = 102;
        internal const int TILLWIRE_OPERATION_KLIKIT_PROVIDERS = 103;
        internal const int TILLWIRE_OPERATION_KLIKIT_ORDERS = 104;
        internal const int TILLWIRE_OPERATION_KLIKIT_ORDER = 105;
        internal const int TILLWIRE_OPERATION_KLIKIT_ORDER_COUNT = 106;
        internal const int TILLWIRE_OPERATION_KLIKIT_ORDER_STATUSES = 107;
        internal const int TILLWIRE_OPERATION_KLIKIT_FULFILLMENT_STATUSES = 108;
        internal const int TILLWIRE_OPERATION_KLIKIT_ORDER_TYPES = 109;
        internal const int TILLWIRE_OPERATION_KLIKIT_ORDER_STATUS = 110;
        internal const int TILLWIRE_OPERATION_KLIKIT_MENUS = 111;
        internal const int TILLWIRE_OPERATION_KLIKIT_ITEM_AVAILABILITY = 112;
        internal const int TILLWIRE_OPERATION_KLIKIT_ITEMS_AVAILABILITY = 113;
        internal const int TILLWIRE_OPERATION_KLIKIT_BRANCH_VISIBILITY = 114;
        internal const int TILLWIRE_OPERATION_KLIKIT_BRAND_VISIBILITY = 115;
        internal const int TILLWIRE_OPERATION_KLIKIT_WEBHOOKS = 116;
        internal const int TILLWIRE_OPERATION_KLIKIT_READ = 198;
        internal const int TILLWIRE_OPERATION_KLIKIT_WRITE = 199;
        internal const int TILLWIRE_OPERATION_ATLAS_ORDER_CREATE = 201;
        internal const int TILLWIRE_OPERATION_ATLAS_ORDER = 202;
        internal const int TILLWIRE_OPERATION_ATLAS_ORDER_BY_IDENTIFIER = 203;
        internal const int TILLWIRE_OPERATION_ATLAS_ORDER_UPDATE = 204;
        internal const int TILLWIRE_OPERATION_ATLAS_STOCKS = 205;
        internal const int TILLWIRE_OPERATION_ATLAS_MENUS = 206;
        internal const int TILLWIRE_OPERATION_ATLAS_MENU = 207;
        internal const int TILLWIRE_OPERATION_ATLAS_READ = 298;
        internal const int TILLWIRE_OPERATION_ATLAS_WRITE = 299;
        internal const int TILLWIRE_OPERATION_FIRE_LOGIN = 301;
        internal const int TILLWIRE_OPERATION_FIRE_KITCHEN_REPORT = 302;
        internal const int TILLWIRE_OPERATION_FIRE_REPORT_OUTCOME = 303;
        internal const int TILLWIRE_OPERATION_FIRE_ORDERS = 304;
        internal const int TILLWIRE_OPERATION_FIRE_ORDER = 305;
        internal const int TILLWIRE_OPERATION_FIRE_STORES = 306;
        internal const int TILLWIRE_OPERATION_FIRE_STORE = 307;
        internal const int TILLWIRE_OPERATION_FIRE_CHANNELS = 308;
        internal const int TILLWIRE_OPERATION_FIRE_CANCELLATION_ELIGIBILITY = 309;
        internal const int TILLWIRE_OPERATION_FIRE_ORDER_CANCEL = 310;
        internal const int TILLWIRE_OPERATION_FIRE_ORDER_REFUND = 311;
        internal const int TILLWIRE_OPERATION_FIRE_COMPONENT_HEALTH = 312;
        internal const int TILLWIRE_OPERATION_FIRE_READ = 398;
        internal const int TILLWIRE_OPERATION_FIRE_WRITE = 399;
        internal const int TILLWIRE_PARAMETER_ID = 1;
        internal const int TILLWIRE_PARAMETER_BRAND_ID = 2;
        internal const int TILLWIRE_PARAMETER_BRANCH_ID = 3;
        internal const int TILLWIRE_PARAMETER_PROVIDER_ID = 4;
        internal const int TILLWIRE_PARAMETER_STATUS = 5;
        internal const int TILLWIRE_PARAMETER_REASON = 6;
        internal const int TILLWIRE_PARAMETER_OCCURRED_AT = 7;
        internal const int TILLWIRE_PARAMETER_FROM = 8;
        internal const int TILLWIRE_PARAMETER_TO = 9;
        internal const int TILLWIRE_PARAMETER_PAGE = 10;
        internal const int TILLWIRE_PARAMETER_SIZE = 11;
        internal const int TILLWIRE_PARAMETER_SKU = 12;
        internal const int TILLWIRE_PARAMETER_AVAILABLE = 13;
        internal const int TILLWIRE_PARAMETER_OUTLET_ID = 14;
        internal const int TILLWIRE_PARAMETER_CHANNEL_ID = 15;
        internal const int TILLWIRE_PARAMETER_SERVING_DATE = 16;
        internal const int TILLWIRE_PARAMETER_IDENTIFIER = 17;
        internal const int TILLWIRE_PARAMETER_EVENT_TYPE = 18;
        internal const int TILLWIRE_PARAMETER_PROVIDER_EVENT_ID = 19;
        internal const int TILLWIRE_PARAMETER_EVENT_ID = 20;
        internal const int TILLWIRE_PARAMETER_STATION = 21;
        internal const int TILLWIRE_PARAMETER_METADATA = 22;
        internal const int TILLWIRE_PARAMETER_ACCOUNT_ID = 23;
        internal const int TILLWIRE_PARAMETER_VENDOR_ID = 24;
        internal const int TILLWIRE_PARAMETER_FIELDS = 25;
        internal const int TILLWIRE_PARAMETER_PAYMENT_STATUS = 26;
        internal const int TILLWIRE_PARAMETER_BUSINESS_DATE = 27;
        internal const int TILLWIRE_PARAMETER_DATE_FILTER = 28;
        internal const int TILLWIRE_PARAMETER_TIME_ZONE_OFFSET = 29;
        internal const int TILLWIRE_PARAMETER_CHANNEL = 30;
        internal const int TILLWIRE_PARAMETER_FULFILMENT = 31;
        internal const int TILLWIRE_PARAMETER_PAYMENT_METHOD = 32;
        internal const int TILLWIRE_PARAMETER_ORDER_CODE = 33;
        internal const int TILLWIRE_PARAMETER_SEARCH = 34;
        internal const int TILLWIRE_PARAMETER_ACTIVE = 35;
        internal const int TILLWIRE_PARAMETER_SYNC_STATUS = 36;
        internal const int TILLWIRE_PARAMETER_COUNTRY_ID = 37;
        internal const int TILLWIRE_PARAMETER_CITY_ID = 38;
        internal const int TILLWIRE_PARAMETER_LOCALE = 39;
        internal const int TILLWIRE_PARAMETER_CANCELLATION_TYPE = 40;
        internal const int TILLWIRE_PARAMETER_CANCELLATION_NOTE = 41;
        internal const int TILLWIRE_PARAMETER_CANCELLATION_GROUP = 42;
        internal const int TILLWIRE_PARAMETER_PAYMENT_METHOD_ID = 43;
        internal const int TILLWIRE_PARAMETER_STORE_ID = 44;
        internal const int TILLWIRE_PARAMETER_MEDIA = 45;
        internal const int TILLWIRE_PARAMETER_COMPONENT_TYPE = 46;
        internal const int TILLWIRE_PARAMETER_COMPONENT_ID = 47;
        internal const int TILLWIRE_PARAMETER_SENT_AT = 48;
        internal const int TILLWIRE_PARAMETER_INTERVAL = 49;
        internal const int TILLWIRE_PARAMETER_OFFLINE_SINCE = 50;
        internal const int TILLWIRE_PARAMETER_DEGRADED_REASON = 51;
        internal const int TILLWIRE_PARAMETER_APP_VERSION = 52;
        internal const int TILLWIRE_PARAMETER_DETAILS = 53;
        internal const int TILLWIRE_PARAMETER_EMAIL = 54;
        internal const int TILLWIRE_PARAMETER_CUSTOMER_ID = 55;
        internal const int TILLWIRE_PARAMETER_ANONYMOUS_CUSTOMER_ID = 56;
        internal const int TILLWIRE_PARAMETER_CLIENT_ID = 57;
        internal const int TILLWIRE_PARAMETER_CLIENT_SECRET = 58;
        internal const int TILLWIRE_PARAMETER_GRANT_TYPE = 59;
        internal const int TILLWIRE_PARAMETER_BODY = 60;
        internal const int TILLWIRE_PARAMETER_PATH = 61;
        internal const int TILLWIRE_PARAMETER_METHOD = 62;
        internal const int TILLWIRE_PARAMETER_IDEMPOTENCY_KEY = 63;
        internal const int TILLWIRE_PARAMETER_HOST = 64;
        internal const int TILLWIRE_ENVIRONMENT_PRODUCTION = 1;
        internal const int TILLWIRE_ENVIRONMENT_DEVELOPMENT = 2;
        internal const int TILLWIRE_ACCOUNT_LABEL = 16101;
        internal const int TILLWIRE_ACCOUNT_KEY = 16102;
        internal const int TILLWIRE_ACCOUNT_SECRET = 16103;
        internal const int TILLWIRE_ACCOUNT_MERCHANT = 16104;
        internal const int TILLWIRE_ACCOUNT_ACCOUNT_ID = 16105;
        internal const int TILLWIRE_ACCOUNT_VENDOR_ID = 16106;
        internal const int TILLWIRE_ACCOUNT_CLIENT_ID = 16107;
        internal const int TILLWIRE_ACCOUNT_CLIENT_SECRET = 16108;
        internal const int TILLWIRE_ACCOUNT_API_ADDRESS = 16109;
        internal const int TILLWIRE_ACCOUNT_APP_ADDRESS = 16110;
        internal const int TILLWIRE_ACCOUNT_ALLOW_HOST = 16111;
        internal const int TILLWIRE_ACCOUNT_TOKEN = 16112;
        internal const int TILLWIRE_ACCOUNT_PROXY = 16121;
        internal const int TILLWIRE_ACCOUNT_ROOT_CERTIFICATES = 16122;
        internal const int TILLWIRE_ACCOUNT_ATTEMPTS = 16401;
        internal const int TILLWIRE_ACCOUNT_FIRST_WAIT_MS = 16402;
        internal const int TILLWIRE_ACCOUNT_LONGEST_WAIT_MS = 16403;
        internal const int TILLWIRE_ACCOUNT_TOTAL_MS = 16404;
        internal const int TILLWIRE_ACCOUNT_ANSWER_BYTES = 16405;
        internal const int TILLWIRE_ACCOUNT_ANSWER_DEPTH = 16406;
        internal const int TILLWIRE_ACCOUNT_ANSWER_ELEMENTS = 16407;
        internal const int TILLWIRE_ACCOUNT_CONNECT_MS = 16411;
        internal const int TILLWIRE_ACCOUNT_ATTEMPT_MS = 16412;
        internal const int TILLWIRE_ACCOUNT_PLATFORM_VERIFIER = 16413;
        internal const int TILLWIRE_ACCOUNT_SENT = 16421;
        internal const int TILLWIRE_ACCOUNT_REPLIES = 16422;
        internal const int TILLWIRE_ACCOUNT_ERRORS = 16423;
        internal const int TILLWIRE_ACCOUNT_LOGINS = 16424;
        internal const int TILLWIRE_ACCOUNT_WAITED_MS = 16425;
        internal const int TILLWIRE_ACCOUNT_NOTES_LOST = 16426;
        internal const int TILLWIRE_NOTE_SIZE = 1024;
        internal const int TILLWIRE_REQUEST_METHOD = 17101;
        internal const int TILLWIRE_REQUEST_URL = 17102;
        internal const int TILLWIRE_REQUEST_BODY = 17103;
        internal const int TILLWIRE_REQUEST_SHOWN = 17104;
        internal const int TILLWIRE_REQUEST_IDEMPOTENCY_KEY = 17105;
        internal const int TILLWIRE_REQUEST_OPERATION = 17401;
        internal const int TILLWIRE_REQUEST_ATTEMPT = 17402;
        internal const int TILLWIRE_REQUEST_SECRET_INDEX = 17403;
        internal const int TILLWIRE_REQUEST_TOTAL_MS = 17404;
        internal const int TILLWIRE_REQUEST_ANSWER_BYTES = 17405;
        internal const int TILLWIRE_PAGES_READ = 17411;
        internal const int TILLWIRE_PAGES_RECORDS = 17412;
        internal const int TILLWIRE_PAGES_TOTAL = 17413;
        internal const int TILLWIRE_PAGES_NEW = 17414;
        internal const int TILLWIRE_FAILURE_NO_HOST = 1;
        internal const int TILLWIRE_FAILURE_NO_CONNECTION = 2;
        internal const int TILLWIRE_FAILURE_UNTRUSTED = 3;
        internal const int TILLWIRE_FAILURE_PROXY = 4;
        internal const int TILLWIRE_FAILURE_BROKEN = 5;
        internal const int TILLWIRE_FAILURE_TIMED_OUT = 6;
        internal const int TILLWIRE_FAILURE_TOO_LARGE = 7;
        internal const int TILLWIRE_FAILURE_NOT_HTTP = 8;
        internal const int TILLWIRE_FAILURE_CANCELLED = 9;
        internal const int TILLWIRE_REPLY_REQUEST_ID = 18101;
        internal const int TILLWIRE_REPLY_ID = 18102;
        internal const int TILLWIRE_REPLY_STATUS = 18103;
        internal const int TILLWIRE_REPLY_REPORT_ID = 18104;
        internal const int TILLWIRE_REPLY_RESULT = 18105;
        internal const int TILLWIRE_REPLY_CODE = 18106;
        internal const int TILLWIRE_REPLY_REASON = 18107;
        internal const int TILLWIRE_REPLY_SOURCE = 18108;
        internal const int TILLWIRE_REPLY_SERVER = 18301;
        internal const int TILLWIRE_REPLY_UPDATED_AT = 18302;
        internal const int TILLWIRE_REPLY_RECEIVED_AT = 18303;
        internal const int TILLWIRE_REPLY_PROCESSED_AT = 18304;
        internal const int TILLWIRE_REPLY_HTTP_STATUS = 18401;
        internal const int TILLWIRE_REPLY_ATTEMPTS = 18402;
        internal const int TILLWIRE_REPLY_SECRET_INDEX = 18403;
        internal const int TILLWIRE_REPLY_RECORDS = 18404;
        internal const int TILLWIRE_REPLY_TOTAL = 18405;
        internal const int TILLWIRE_REPLY_PAGE_SIZE = 18406;
        internal const int TILLWIRE_REPLY_DUPLICATE = 18407;
        internal const int TILLWIRE_REPLY_CAN_CANCEL = 18408;
        internal const int TILLWIRE_REPLY_INTERVAL = 18409;
        internal const int TILLWIRE_REPLY_TRIES = 18410;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_EVENT = 101;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS = 102;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_FULFILMENT_STATUS = 103;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_ORDER_TYPE = 104;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_PROVIDER = 105;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_STATUS = 106;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_METHOD = 107;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_CHANNEL = 108;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_SOURCE = 109;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_DISCOUNT_TYPE = 110;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_PICKUP_TYPE = 111;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_REASON = 112;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_STATUS_CHANGE = 113;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_COUNTRY = 114;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_CURRENCY = 115;
        internal const int TILLWIRE_VOCABULARY_ATLAS_EVENT = 201;
        internal const int TILLWIRE_VOCABULARY_ATLAS_STATE = 202;
        internal const int TILLWIRE_VOCABULARY_ATLAS_FULFILMENT_TYPE = 203;
        internal const int TILLWIRE_VOCABULARY_ATLAS_TIMESLOT_TYPE = 204;
        internal const int TILLWIRE_VOCABULARY_ATLAS_PAYMENT_INTENT = 205;
        internal const int TILLWIRE_VOCABULARY_ATLAS_ERROR_TYPE = 206;
        internal const int TILLWIRE_VOCABULARY_FIRE_EVENT = 301;
        internal const int TILLWIRE_VOCABULARY_FIRE_STATUS = 302;
        internal const int TILLWIRE_VOCABULARY_FIRE_PAYMENT_STATUS = 303;
        internal const int TILLWIRE_VOCABULARY_FIRE_TRANSACTION_STATUS = 304;
        internal const int TILLWIRE_VOCABULARY_FIRE_KITCHEN_STATUS = 305;
        internal const int TILLWIRE_VOCABULARY_FIRE_ORDER_STATUS = 306;
        internal const int TILLWIRE_VOCABULARY_FIRE_SERVICE = 307;
        internal const int TILLWIRE_VOCABULARY_FIRE_ITEM_TYPE = 308;
        internal const int TILLWIRE_VOCABULARY_FIRE_KITCHEN_REPORT = 309;
        internal const int TILLWIRE_VOCABULARY_FIRE_CANCELLATION_SOURCE = 310;
        internal const int TILLWIRE_VOCABULARY_FIRE_FISCAL_STATUS = 311;
        internal const int TILLWIRE_VOCABULARY_FIRE_DISCOUNT_TYPE = 312;
        internal const int TILLWIRE_VOCABULARY_FIRE_PRODUCT_TYPE = 313;
        internal const int TILLWIRE_VOCABULARY_FIRE_QUEUE_STATUS = 314;
        internal const int TILLWIRE_VOCABULARY_FIRE_CANCELLATION_CODE = 315;
        internal const int TILLWIRE_VOCABULARY_FIRE_STORE_STATUS = 316;
        internal const int TILLWIRE_VOCABULARY_FIRE_NUMBERING_STATUS = 317;
        internal const int TILLWIRE_VOCABULARY_KLIKIT_ERROR_CODE = 116;
        internal const int TILLWIRE_VOCABULARY_FIRE_ACTIVE = 318;
        internal const int TILLWIRE_VOCABULARY_FIRE_AUTH_TYPE = 319;
        internal const int TILLWIRE_VOCABULARY_FIRE_SYNC_STATUS = 320;
        internal const int TILLWIRE_VOCABULARY_FIRE_SYNC_REPORT = 321;
        internal const int TILLWIRE_VOCABULARY_FIRE_MODIFIER_GROUP_TYPE = 322;
        internal const int TILLWIRE_VOCABULARY_FIRE_WEEKDAY = 323;
        internal const int TILLWIRE_VOCABULARY_FIRE_CLOSED_BY = 324;
        internal const int TILLWIRE_VOCABULARY_FIRE_DOCUMENT_TYPE = 325;
        internal const int TILLWIRE_VOCABULARY_FIRE_AUTHORIZATION_MODE = 326;
        internal const int TILLWIRE_VOCABULARY_FIRE_FAILURE_SCOPE = 327;
        internal const int TILLWIRE_VOCABULARY_FIRE_PAYMENT_OUTCOME = 328;
        internal const int TILLWIRE_WORD_CODE = 13101;
        internal const int TILLWIRE_WORD_NAME = 13102;
        internal const int TILLWIRE_WORD_MEANING = 13401;
        internal const int TILLWIRE_WORD_SIZE = 64;
        internal const int TILLWIRE_NAMES_PLATFORM = 1;
        internal const int TILLWIRE_NAMES_SCHEME = 2;
        internal const int TILLWIRE_NAMES_ASSURANCE = 3;
        internal const int TILLWIRE_NAMES_KIND = 4;
        internal const int TILLWIRE_NAMES_TYPE_FROM = 5;
        internal const int TILLWIRE_NAMES_PROGRESS = 6;
        internal const int TILLWIRE_NAMES_PAY = 7;
        internal const int TILLWIRE_NAMES_FULFILMENT = 8;
        internal const int TILLWIRE_NAMES_ITEM = 9;
        internal const int TILLWIRE_NAMES_ROLE = 10;
        internal const int TILLWIRE_NAMES_P = 11;
        internal const int TILLWIRE_NAMES_COURIER = 13;
        internal const int TILLWIRE_NAMES_ADJUST = 14;
        internal const int TILLWIRE_NAMES_ABOUT = 15;
        internal const int TILLWIRE_NAMES_VOCABULARY = 16;
        internal const int TILLWIRE_NAMES_VERDICT = 17;
        internal const int TILLWIRE_NAMES_ACTION = 18;
        internal const int TILLWIRE_NAMES_EDIT = 19;
        internal const int TILLWIRE_NAMES_ASK = 20;
        internal const int TILLWIRE_NAMES_MAY = 21;
        internal const int TILLWIRE_NAMES_OPERATION = 22;
        internal const int TILLWIRE_NAMES_PARAMETER = 23;
        internal const int TILLWIRE_NAMES_ENVIRONMENT = 24;
        internal const int TILLWIRE_NAMES_FAILURE = 25;
        internal const int TILLWIRE_NAMES_STOP = 26;
        internal const int TILLWIRE_NAMES_STATUS = 12;

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_abi_version();

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_version();

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_error_free(IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_error_text(IntPtr error, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_error_int(IntPtr error, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_test_panic(out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_money_minor(
            ref tillwire_money money, int digits, out long @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_money_format(
            ref tillwire_money money, [Out] byte[] buf, UIntPtr cap, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_quantity_format(
            ref tillwire_money quantity, [Out] byte[] buf, UIntPtr cap, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_currency_digits(byte[] currency);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_time_format(
            [In] tillwire_time[] time, [Out] byte[] buf, UIntPtr cap, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_headers_new(out HeadersHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_headers_free(IntPtr headers);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_headers_set_limit(HeadersHandle headers, UIntPtr limit, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_headers_add(
            HeadersHandle headers, byte[] name, byte[] value, UIntPtr valueLen, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_headers_add_block(
            HeadersHandle headers, byte[] block, UIntPtr len, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_headers_name(HeadersHandle headers, UIntPtr position, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_headers_value(HeadersHandle headers, UIntPtr position, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_new(int platform, out SettingsHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_settings_free(IntPtr settings);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_add_secret(
            SettingsHandle settings, byte[] secret, UIntPtr len, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_set_int(
            SettingsHandle settings, int setting, long value, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_set_text(
            SettingsHandle settings, int setting, byte[] value, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_set_scale(
            SettingsHandle settings, byte[] currency, int digits, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_add_store(
            SettingsHandle settings, byte[] key, byte[] ownId, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_load_dictionary(
            SettingsHandle settings, int vocabulary, byte[] body, UIntPtr len, out UIntPtr count, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_settings_add_location(
            SettingsHandle settings, byte[] canonical, byte[] actual, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_order_text(IntPtr order, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_order_money(IntPtr order, int field, out tillwire_money @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_order_time(IntPtr order, int field, out tillwire_time @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_order_int(IntPtr order, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_order_columns(
            IntPtr order, int[] fields, UIntPtr count, [Out] byte[] buf, UIntPtr cap, out UIntPtr len, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_line_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_line_listed(
            IntPtr order, UIntPtr position, int list, UIntPtr place, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_line_money(
            IntPtr order, UIntPtr position, int field, out tillwire_money @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_line_int(IntPtr order, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_payment_text(
            IntPtr order, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_payment_money(
            IntPtr order, UIntPtr position, int field, out tillwire_money @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_payment_int(IntPtr order, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_party_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_party_int(IntPtr order, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_step_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_step_int(IntPtr order, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_step_time(
            IntPtr order, UIntPtr position, int field, out tillwire_time @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_adjustment_text(
            IntPtr order, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_adjustment_money(
            IntPtr order, UIntPtr position, int field, out tillwire_money @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_adjustment_int(IntPtr order, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_event_free(IntPtr @event);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_event_text(EventHandle @event, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_event_int(EventHandle @event, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_event_time(EventHandle @event, int field, out tillwire_time @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_event_order(EventHandle @event, UIntPtr position);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_event_key(
            EventHandle @event, UIntPtr position, int key, [Out] byte[] buf, UIntPtr cap, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_event_body(EventHandle @event, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_event_raw(EventHandle @event, byte[] path, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_event_money(
            EventHandle @event, byte[] path, int scale, out tillwire_money @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_event_json(EventHandle @event, out IntPtr @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_string_free(IntPtr @string);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_problem_text(
            EventHandle @event, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_problem_int(
            EventHandle @event, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_subject_text(
            EventHandle @event, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_subject_int(
            EventHandle @event, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_subject_time(
            EventHandle @event, UIntPtr position, int field, out tillwire_time @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_verifier_new(
            SettingsHandle settings, out VerifierHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_verifier_free(IntPtr verifier);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_verifier_open(
            VerifierHandle verifier, HeadersHandle headers, byte[] body, UIntPtr len, long now, out EventHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_verifier_verify(
            VerifierHandle verifier, HeadersHandle headers, byte[] body, UIntPtr len, long now, out int secretIndex, out int assurance, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_verifier_decode_unverified(
            VerifierHandle verifier, HeadersHandle headers, byte[] body, UIntPtr len, out EventHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_verifier_decode_orders(
            VerifierHandle verifier, byte[] body, UIntPtr len, out EventHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_verifier_sign(
            VerifierHandle verifier, byte[] body, UIntPtr len, long now, out HeadersHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_verifier_answer(
            VerifierHandle verifier, int status, int kept, out int httpStatus, out IntPtr body, out UIntPtr bodyLen);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_changes_free(IntPtr changes);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern UIntPtr tillwire_changes_count(ChangesHandle changes);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_change_text(
            ChangesHandle changes, UIntPtr position, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_change_int(
            ChangesHandle changes, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_change_time(
            ChangesHandle changes, UIntPtr position, int field, out tillwire_time @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_change_order(ChangesHandle changes, UIntPtr position, int which);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_change_line(
            ChangesHandle changes, UIntPtr position, UIntPtr rank, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_changes_json(ChangesHandle changes, out IntPtr @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_new(out BookHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_book_free(IntPtr book);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_set_int(BookHandle book, int field, long value, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_int(BookHandle book, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_apply(
            BookHandle book, byte[] account, EventHandle @event, long now, out ChangesHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_book_order(BookHandle book, byte[] account, int platform, byte[] id);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_orders(BookHandle book, out ChangesHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_read_again(
            BookHandle book, VerifierHandle verifier, out ChangesHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_remove(
            BookHandle book, byte[] account, int platform, byte[] id, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_may_ask(
            BookHandle book, byte[] account, int platform, byte[] id, int ask, byte[] reasonCode, out int permission, out IntPtr reason, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_export(
            BookHandle book, byte[] account, int platform, byte[] id, out IntPtr @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_import(
            BookHandle book, byte[] text, UIntPtr len, out UIntPtr count, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_account_new(
            int platform, int environment, out AccountHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_account_free(IntPtr account);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_account_set_text(
            AccountHandle account, int setting, byte[] text, UIntPtr len, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_account_set_int(
            AccountHandle account, int setting, long value, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_account_set_path(
            AccountHandle account, int operation, byte[] path, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_account_cancel(AccountHandle account, int cancelled, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_account_note(
            AccountHandle account, [Out] byte[] buf, UIntPtr cap, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_account_int(AccountHandle account, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_new(
            AccountHandle account, int operation, out IntPtr @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_call_free(IntPtr call);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_set(IntPtr call, int parameter, byte[] value, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_begin(IntPtr call, byte[] random, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_next_page(IntPtr call, byte[] random, long nowMs, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_call_text(IntPtr call, int field, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_int(IntPtr call, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_time(IntPtr call, int field, out tillwire_time @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_call_header(IntPtr call, UIntPtr position, out IntPtr value);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_send(IntPtr call, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_after(
            IntPtr call, int cameTo, HeadersHandle headers, byte[] body, UIntPtr len, long elapsedMs, long nowMs, out long waitMs, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_call_raw(IntPtr call, byte[] path, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_call_record(IntPtr call, UIntPtr position, out UIntPtr len);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_call_orders(
            IntPtr call, VerifierHandle verifier, out EventHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_book_request(
            BookHandle book, byte[] label, byte[] id, AccountHandle account, int ask, byte[] reason, byte[] station, [In] tillwire_time[] at, out IntPtr @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_poll_new(
            int platform, byte[] label, byte[] exported, out PollHandle @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void tillwire_poll_free(IntPtr poll);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_poll_next(
            PollHandle poll, AccountHandle account, VerifierHandle verifier, BookHandle book, long nowMs, out IntPtr call, out ChangesHandle changes, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_poll_export(PollHandle poll, out IntPtr @out, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_word_text(
            int vocabulary, UIntPtr position, int field, [Out] byte[] buf, UIntPtr cap, out IntPtr error);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern int tillwire_word_int(int vocabulary, UIntPtr position, int field, out long @out);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr tillwire_name(int group, long code);
    }
}

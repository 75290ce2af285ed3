/* Both documented generations of an Atlas order, read field by field. Also an example of how a till reads one. */
#include "check.h"

static const tillwire_order *order;
static tillwire_event *event;

static void text(int32_t field, const char *wanted) {
    size_t len = 99;
    const char *got = tillwire_order_text(order, field, &len);
    CHECK_TEXT(got, wanted);
    CHECK_INT(len, wanted == NULL ? 0 : strlen(wanted));
}

static void number(int32_t field, int32_t status, int64_t wanted) {
    int64_t got = 99;
    CHECK_INT(tillwire_order_int(order, field, &got), status);
    CHECK_INT(got, wanted);
}

static void is_money(const tillwire_money *money, int64_t units, int32_t scale, const char *currency) {
    CHECK_INT(money->units, units);
    CHECK_INT(money->scale, scale);
    CHECK_TEXT(money->currency, currency);
}

static void amount(int32_t field, int64_t units, int32_t scale) {
    tillwire_money money;
    CHECK_INT(tillwire_order_money(order, field, &money), TILLWIRE_OK);
    is_money(&money, units, scale, "SGD");
}

static void no_amount(int32_t field) {
    tillwire_money money;
    CHECK_INT(tillwire_order_money(order, field, &money), TILLWIRE_ABSENT);
    is_money(&money, 0, 0, "");
}

static void is_time(const tillwire_time *time, int64_t unix_ms, int32_t offset_minutes, int32_t has_offset) {
    CHECK_INT(time->unix_ms, unix_ms);
    CHECK_INT(time->offset_minutes, offset_minutes);
    CHECK_INT(time->has_offset, has_offset);
}

static void at(int32_t field, int64_t unix_ms, int32_t offset_minutes, int32_t has_offset) {
    tillwire_time time;
    CHECK_INT(tillwire_order_time(order, field, &time), TILLWIRE_OK);
    is_time(&time, unix_ms, offset_minutes, has_offset);
}

static void never(int32_t field) {
    tillwire_time time;
    CHECK_INT(tillwire_order_time(order, field, &time), TILLWIRE_ABSENT);
    is_time(&time, 0, 0, 0);
}

static void line_text(size_t line, int32_t field, const char *wanted) {
    size_t len = 99;
    CHECK_TEXT(tillwire_line_text(order, line, field, &len), wanted);
    CHECK_INT(len, wanted == NULL ? 0 : strlen(wanted));
}

static void line_number(size_t line, int32_t field, int32_t status, int64_t wanted) {
    int64_t got = 99;
    CHECK_INT(tillwire_line_int(order, line, field, &got), status);
    CHECK_INT(got, wanted);
}

static void line_amount(size_t line, int32_t field, int64_t units, int32_t scale) {
    tillwire_money money;
    CHECK_INT(tillwire_line_money(order, line, field, &money), TILLWIRE_OK);
    is_money(&money, units, scale, field == TILLWIRE_LINE_QUANTITY ? "" : "SGD");
}

static void no_line_amount(size_t line, int32_t field) {
    tillwire_money money;
    CHECK_INT(tillwire_line_money(order, line, field, &money), TILLWIRE_ABSENT);
    is_money(&money, 0, 0, "");
}

/* A list of one text, or of none. */
static void listed(size_t line, int32_t list, const char *wanted) {
    size_t len = 99;
    CHECK_TEXT(tillwire_line_listed(order, line, list, 0, &len), wanted);
    CHECK_INT(len, wanted == NULL ? 0 : strlen(wanted));
    CHECK(tillwire_line_listed(order, line, list, 1, NULL) == NULL);
}

static void party(size_t position, int32_t field, const char *wanted) {
    CHECK_TEXT(tillwire_party_text(order, position, field, NULL), wanted);
}

static void payment(size_t position, int32_t field, const char *wanted) {
    CHECK_TEXT(tillwire_payment_text(order, position, field, NULL), wanted);
}

static void event_number(int32_t field, int32_t status, int64_t wanted) {
    int64_t got = 99;
    CHECK_INT(tillwire_event_int(event, field, &got), status);
    CHECK_INT(got, wanted);
}

static void raw(const char *path, const char *wanted) {
    size_t len = 0, whole = 0;
    const uint8_t *value = tillwire_event_raw(event, path, &len), *body = tillwire_event_body(event, &whole);
    CHECK_IN(value != NULL && len == strlen(wanted) && memcmp(value, wanted, len) == 0, path);
    CHECK_IN(value >= body && value + len <= body + whole, path);
}

/* Opens a delivery; the event has bytes of its own, so the caller's may go. */
static void open_sample(const tillwire_verifier *verifier, const char *folder, const char *name) {
    size_t len = 0, kept = 0;
    uint8_t *body = read_vector(folder, name, &len);
    tillwire_headers *headers = bearer_headers();
    const uint8_t *own;
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_open(verifier, headers, body, len, 1781748931, &event, &error));
    own = tillwire_event_body(event, &kept);
    CHECK(own != body && kept == len && memcmp(own, body, len) == 0);
    memset(body, 0x5A, len);
    free(body);
    tillwire_headers_free(headers);
    order = tillwire_event_order(event, 0);
    CHECK(order != NULL && tillwire_event_order(event, 1) == NULL);
    event_number(TILLWIRE_EVENT_PLATFORM, TILLWIRE_OK, TILLWIRE_PLATFORM_ATLAS);
    event_number(TILLWIRE_EVENT_ORDER_COUNT, TILLWIRE_OK, 1);
    event_number(TILLWIRE_EVENT_PROBLEM_COUNT, TILLWIRE_OK, 0);
    event_number(TILLWIRE_EVENT_PROBLEM_TOTAL, TILLWIRE_OK, 0);
    event_number(TILLWIRE_EVENT_ASSURANCE, TILLWIRE_OK, TILLWIRE_ASSURANCE_SENDER_ONLY);
    event_number(TILLWIRE_EVENT_SECRET_INDEX, TILLWIRE_OK, 0);
}

static void json_has(const char *const *parts) {
    char *json = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_event_json(event, &json, &error));
    for (; *parts != NULL; parts++) {
        CHECK_IN(strstr(json, *parts) != NULL, *parts);
    }
    tillwire_string_free(json);
}

static void current_generation(const tillwire_verifier *verifier, const char *folder) {
    static const char *const json[] = {"\"total\":{\"amount\":\"35.42\",\"currency\":\"SGD\"}",
                                       "\"subtotal\":{\"amount\":\"28.5\",\"currency\":\"SGD\"}",
                                       "\"tax\":{\"amount\":\"2.92\",\"currency\":\"SGD\"}",
                                       "\"progress\":\"accepted\"", "\"name\":\"Chicken bowl\"", NULL};
    tillwire_money money;
    tillwire_time time;
    int64_t cents = 0;
    char buf[TILLWIRE_KEY_SIZE] = "x";

    open_sample(verifier, folder, "atlas/order-event.json");
    CHECK(tillwire_event_text(event, TILLWIRE_EVENT_TYPE, NULL) == NULL);
    event_number(TILLWIRE_EVENT_KIND, TILLWIRE_OK, TILLWIRE_KIND_ORDER_CHANGED);
    event_number(TILLWIRE_EVENT_TYPE_SOURCE, TILLWIRE_OK, TILLWIRE_TYPE_FROM_SHAPE);
    CHECK_INT(tillwire_event_time(event, TILLWIRE_EVENT_OCCURRED_AT, &time), TILLWIRE_ABSENT);

    text(TILLWIRE_ORDER_ID, "98765");
    text(TILLWIRE_ORDER_REFERENCE, "A123");
    text(TILLWIRE_ORDER_CALL_NUMBER, NULL);
    text(TILLWIRE_ORDER_EXTERNAL_ID, NULL);
    text(TILLWIRE_ORDER_EXTERNAL_REFERENCE, NULL);
    text(TILLWIRE_ORDER_STATE, "confirmed");
    text(TILLWIRE_ORDER_FULFILMENT_TEXT, "delivery");
    text(TILLWIRE_ORDER_BUSINESS_DATE, "2026-06-18");
    text(TILLWIRE_ORDER_TIME_SLOT, "12:00 PM - 12:30 PM");
    text(TILLWIRE_ORDER_TABLE_ID, "12");
    text(TILLWIRE_ORDER_TABLE, "T12");
    text(TILLWIRE_ORDER_STORE_ID, "45");
    text(TILLWIRE_ORDER_STORE, "Atlas Cafe");
    text(TILLWIRE_ORDER_BRAND_ID, NULL);
    text(TILLWIRE_ORDER_CHANNEL_ID, NULL);
    text(TILLWIRE_ORDER_CHANNEL, "website");
    text(TILLWIRE_ORDER_BARCODE, "ATLAS123456");
    text(TILLWIRE_ORDER_NOTES, NULL);
    text(TILLWIRE_ORDER_GIFT_MESSAGE, NULL);
    text(TILLWIRE_ORDER_PROMOTION_CODE, "LUNCH");
    text(TILLWIRE_ORDER_PROMOTION, "Lunch promo");
    text(TILLWIRE_ORDER_CURRENCY, "SGD");

    amount(TILLWIRE_ORDER_SUBTOTAL, 285, 1);
    amount(TILLWIRE_ORDER_DISCOUNT, 0, 0);
    amount(TILLWIRE_ORDER_STAFF_DISCOUNT, 0, 0);
    amount(TILLWIRE_ORDER_DELIVERY_FEE, 4, 0);
    amount(TILLWIRE_ORDER_SURCHARGE, 0, 0);
    amount(TILLWIRE_ORDER_DONATION, 0, 0);
    amount(TILLWIRE_ORDER_TAX, 292, 2);
    amount(TILLWIRE_ORDER_TOTAL_BEFORE_TAX, 325, 1);
    amount(TILLWIRE_ORDER_TOTAL, 3542, 2);
    CHECK_INT(tillwire_order_money(order, TILLWIRE_ORDER_SUBTOTAL, &money), TILLWIRE_OK);
    CHECK_CALL(TILLWIRE_OK, tillwire_money_minor(&money, 2, &cents, &error));
    CHECK_INT(cents, 2850);
    CHECK_CALL(TILLWIRE_OK, tillwire_money_format(&money, buf, sizeof buf, &error));
    CHECK_TEXT(buf, "28.50");

    at(TILLWIRE_ORDER_CREATED_AT, 1781748930000, 480, 1);
    never(TILLWIRE_ORDER_UPDATED_AT);
    never(TILLWIRE_ORDER_CANCELLED_AT);
    never(TILLWIRE_ORDER_COMPLETED_AT);
    never(TILLWIRE_ORDER_DUE_FROM);
    never(TILLWIRE_ORDER_DUE_UNTIL);
    CHECK_INT(tillwire_order_time(order, TILLWIRE_ORDER_CREATED_AT, &time), TILLWIRE_OK);
    CHECK_CALL(TILLWIRE_OK, tillwire_time_format(&time, buf, sizeof buf, &error));
    CHECK_TEXT(buf, "2026-06-18T10:15:30+08:00");

    number(TILLWIRE_ORDER_PROGRESS, TILLWIRE_OK, TILLWIRE_PROGRESS_ACCEPTED);
    CHECK_TEXT(tillwire_name(TILLWIRE_NAMES_PROGRESS, TILLWIRE_PROGRESS_ACCEPTED), "accepted");
    number(TILLWIRE_ORDER_PAYMENT_STATUS, TILLWIRE_ABSENT, 0);
    number(TILLWIRE_ORDER_FULFILMENT, TILLWIRE_OK, TILLWIRE_FULFILMENT_DELIVERY);
    number(TILLWIRE_ORDER_LINE_COUNT, TILLWIRE_OK, 2);
    number(TILLWIRE_ORDER_PAYMENT_COUNT, TILLWIRE_OK, 1);
    number(TILLWIRE_ORDER_PARTY_COUNT, TILLWIRE_OK, 1);
    number(TILLWIRE_ORDER_ASAP, TILLWIRE_ABSENT, 0);
    number(TILLWIRE_ORDER_CUTLERY_WANTED, TILLWIRE_ABSENT, 0);
    number(TILLWIRE_ORDER_CONTACTLESS, TILLWIRE_ABSENT, 0);
    number(TILLWIRE_ORDER_GIFT, TILLWIRE_ABSENT, 0);
    number(TILLWIRE_ORDER_PRICES_INCLUDE_TAX, TILLWIRE_ABSENT, 0);

    line_text(0, TILLWIRE_LINE_ID, "111");
    line_text(0, TILLWIRE_LINE_ITEM_ID, "222");
    line_text(0, TILLWIRE_LINE_SKU, "SKU-001");
    line_text(0, TILLWIRE_LINE_NAME, "Chicken bowl");
    line_text(0, TILLWIRE_LINE_NOTES, NULL);
    line_text(0, TILLWIRE_LINE_CATEGORY, "Mains");
    line_text(0, TILLWIRE_LINE_MODIFIER_ID, NULL);
    line_text(0, TILLWIRE_LINE_KIND_TEXT, "Product");
    line_text(0, TILLWIRE_LINE_BRAND_ID, "55");
    line_text(0, TILLWIRE_LINE_BRAND, "Atlas Cafe");
    line_text(0, TILLWIRE_LINE_UNIT, NULL);
    listed(0, TILLWIRE_LINE_TAGS, "lunch");
    listed(0, TILLWIRE_LINE_KITCHEN_TAGS, "hot");
    listed(0, TILLWIRE_LINE_SECTIONS, "Bowls");
    line_amount(0, TILLWIRE_LINE_UNIT_PRICE, 125, 1);
    line_amount(0, TILLWIRE_LINE_UNIT_MODIFIER_PRICE, 2, 0);
    line_amount(0, TILLWIRE_LINE_UNIT_COMPONENT_PRICE, 0, 0);
    line_amount(0, TILLWIRE_LINE_DISCOUNT, 0, 0);
    line_amount(0, TILLWIRE_LINE_TOTAL, 145, 1);
    line_amount(0, TILLWIRE_LINE_QUANTITY, 1, 0);
    line_number(0, TILLWIRE_LINE_KIND, TILLWIRE_OK, TILLWIRE_ITEM_PRODUCT);
    line_number(0, TILLWIRE_LINE_DEPTH, TILLWIRE_OK, 0);
    line_number(0, TILLWIRE_LINE_PARENT, TILLWIRE_ABSENT, 0);
    line_number(0, TILLWIRE_LINE_VOIDED, TILLWIRE_OK, 0);
    line_number(0, TILLWIRE_LINE_PRICED_IN_PARENT, TILLWIRE_ABSENT, 0);

    line_text(1, TILLWIRE_LINE_ID, "112");
    line_text(1, TILLWIRE_LINE_SKU, "SKU-001-MOD");
    line_text(1, TILLWIRE_LINE_NAME, "Add avocado");
    line_text(1, TILLWIRE_LINE_MODIFIER_ID, "333");
    listed(1, TILLWIRE_LINE_TAGS, "addon");
    listed(1, TILLWIRE_LINE_KITCHEN_TAGS, NULL);
    listed(1, TILLWIRE_LINE_SECTIONS, NULL);
    line_amount(1, TILLWIRE_LINE_UNIT_PRICE, 2, 0);
    line_amount(1, TILLWIRE_LINE_TOTAL, 2, 0);
    line_number(1, TILLWIRE_LINE_KIND, TILLWIRE_OK, TILLWIRE_ITEM_MODIFIER);
    line_number(1, TILLWIRE_LINE_DEPTH, TILLWIRE_OK, 1);
    line_number(1, TILLWIRE_LINE_PARENT, TILLWIRE_OK, 0);
    line_number(1, TILLWIRE_LINE_PRICED_IN_PARENT, TILLWIRE_OK, 1);
    line_text(2, TILLWIRE_LINE_ID, NULL);

    payment(0, TILLWIRE_PAYMENT_ID, NULL);
    payment(0, TILLWIRE_PAYMENT_METHOD, "Credit Card");
    payment(0, TILLWIRE_PAYMENT_METHOD_ID, "3");
    payment(0, TILLWIRE_PAYMENT_REFERENCE, NULL);
    payment(0, TILLWIRE_PAYMENT_CAPTURE_TYPE, NULL);
    CHECK_INT(tillwire_payment_money(order, 0, TILLWIRE_PAYMENT_AMOUNT, &money), TILLWIRE_ABSENT);
    CHECK_INT(tillwire_payment_int(order, 0, TILLWIRE_PAYMENT_CAPTURED, &cents), TILLWIRE_ABSENT);

    party(0, TILLWIRE_PARTY_ID, "321");
    party(0, TILLWIRE_PARTY_NAME, "Jane Tan");
    party(0, TILLWIRE_PARTY_PHONE, "+6591234567");
    party(0, TILLWIRE_PARTY_EMAIL, "jane@example.com");
    party(0, TILLWIRE_PARTY_EXTERNAL_ID, "customer-123");
    party(0, TILLWIRE_PARTY_ADDRESS_LINE1, NULL);
    CHECK_INT(tillwire_party_int(order, 0, TILLWIRE_PARTY_ROLE, &cents), TILLWIRE_OK);
    CHECK_INT(cents, TILLWIRE_ROLE_CUSTOMER);

    CHECK_CALL(TILLWIRE_ABSENT, tillwire_event_key(event, 0, TILLWIRE_KEY_DELIVERY, buf, sizeof buf, &error));
    CHECK_TEXT(buf, "");
    CHECK_CALL(TILLWIRE_OK, tillwire_event_key(event, 0, TILLWIRE_KEY_CONTENT, buf, sizeof buf, &error));
    CHECK_INT(strlen(buf), 64);

    raw("$.total_including_tax", "35.42");
    raw("$.order_items[0].brand.label", "\"Atlas Cafe\"");
    raw("$.order_items[0].sub_items[0].tags", "[\"addon\"]");
    raw("$[\"promotion\"].type", "\"Promotion\"");
    raw("$.promotion_level", "null");
    json_has(json);
    tillwire_event_free(event);
}

/* Cents, read as what they are worth. */
static void first_generation(const tillwire_verifier *verifier, const char *folder) {
    static const char *const json[] = {"\"unit_price\":{\"amount\":\"4.00\",\"currency\":\"SGD\"}",
                                       "\"total\":{\"amount\":\"16.00\",\"currency\":\"SGD\"}",
                                       "\"type\":\"order.created\"", "\"postal_code\":\"038988\"", NULL};
    tillwire_time time;
    int64_t role = 0;
    char key[TILLWIRE_KEY_SIZE] = "x";

    open_sample(verifier, folder, "atlas/order-created-first-generation.json");
    CHECK_TEXT(tillwire_event_text(event, TILLWIRE_EVENT_TYPE, NULL), "order.created");
    event_number(TILLWIRE_EVENT_KIND, TILLWIRE_OK, TILLWIRE_KIND_ORDER_CREATED);
    event_number(TILLWIRE_EVENT_TYPE_SOURCE, TILLWIRE_OK, TILLWIRE_TYPE_FROM_DOCUMENT);
    CHECK_INT(tillwire_event_time(event, TILLWIRE_EVENT_OCCURRED_AT, &time), TILLWIRE_OK);
    is_time(&time, 1727423000000, 0, 0);

    text(TILLWIRE_ORDER_ID, "85");
    text(TILLWIRE_ORDER_REFERENCE, NULL);
    text(TILLWIRE_ORDER_STATE, "unpaid");
    text(TILLWIRE_ORDER_FULFILMENT_TEXT, "delivery");
    text(TILLWIRE_ORDER_BUSINESS_DATE, "2024-10-01");
    text(TILLWIRE_ORDER_TIME_SLOT, "3:00PM\xE2\x80\x93" "3:30PM");
    text(TILLWIRE_ORDER_STORE_ID, "3");
    text(TILLWIRE_ORDER_STORE, NULL);
    text(TILLWIRE_ORDER_BRAND_ID, NULL);
    text(TILLWIRE_ORDER_CHANNEL_ID, "1");
    text(TILLWIRE_ORDER_CURRENCY, "SGD");
    text(TILLWIRE_ORDER_TABLE, NULL);

    amount(TILLWIRE_ORDER_SUBTOTAL, 0, 2);
    amount(TILLWIRE_ORDER_TOTAL, 0, 2);
    amount(TILLWIRE_ORDER_TAX, 0, 2);
    no_amount(TILLWIRE_ORDER_DONATION);

    at(TILLWIRE_ORDER_CREATED_AT, 1727423000000, 0, 0);
    at(TILLWIRE_ORDER_UPDATED_AT, 1727423000000, 0, 0);
    at(TILLWIRE_ORDER_CANCELLED_AT, 1727423000000, 0, 0);
    at(TILLWIRE_ORDER_COMPLETED_AT, 1727423000000, 0, 0);
    at(TILLWIRE_ORDER_DUE_FROM, 1727766000000, 480, 1);
    at(TILLWIRE_ORDER_DUE_UNTIL, 1727767800000, 480, 1);

    number(TILLWIRE_ORDER_PROGRESS, TILLWIRE_OK, TILLWIRE_PROGRESS_PLACED);
    number(TILLWIRE_ORDER_PAYMENT_STATUS, TILLWIRE_OK, TILLWIRE_PAY_UNPAID);
    number(TILLWIRE_ORDER_FULFILMENT, TILLWIRE_OK, TILLWIRE_FULFILMENT_DELIVERY);
    number(TILLWIRE_ORDER_LINE_COUNT, TILLWIRE_OK, 3);
    number(TILLWIRE_ORDER_PAYMENT_COUNT, TILLWIRE_OK, 0);
    number(TILLWIRE_ORDER_PARTY_COUNT, TILLWIRE_OK, 1);
    number(TILLWIRE_ORDER_CUTLERY_WANTED, TILLWIRE_OK, 0);
    number(TILLWIRE_ORDER_CONTACTLESS, TILLWIRE_OK, 0);
    number(TILLWIRE_ORDER_GIFT, TILLWIRE_OK, 0);
    number(TILLWIRE_ORDER_PRICES_INCLUDE_TAX, TILLWIRE_OK, 0);
    number(TILLWIRE_ORDER_ASAP, TILLWIRE_ABSENT, 0);

    line_text(0, TILLWIRE_LINE_NAME, "Coffee");
    line_amount(0, TILLWIRE_LINE_UNIT_PRICE, 400, 2);
    line_amount(0, TILLWIRE_LINE_TOTAL, 400, 2);
    line_amount(0, TILLWIRE_LINE_QUANTITY, 1, 0);
    line_number(0, TILLWIRE_LINE_DEPTH, TILLWIRE_OK, 0);
    line_text(1, TILLWIRE_LINE_NAME, "Iced");
    line_amount(1, TILLWIRE_LINE_UNIT_PRICE, 0, 2);
    line_number(1, TILLWIRE_LINE_DEPTH, TILLWIRE_OK, 1);
    line_number(1, TILLWIRE_LINE_PARENT, TILLWIRE_OK, 0);
    line_number(1, TILLWIRE_LINE_PRICED_IN_PARENT, TILLWIRE_ABSENT, 0);
    line_text(2, TILLWIRE_LINE_NAME, "Eggs Benedict");
    no_line_amount(2, TILLWIRE_LINE_UNIT_PRICE);
    line_amount(2, TILLWIRE_LINE_TOTAL, 1600, 2);
    line_amount(2, TILLWIRE_LINE_QUANTITY, 2, 0);
    line_number(2, TILLWIRE_LINE_DEPTH, TILLWIRE_OK, 0);
    line_number(2, TILLWIRE_LINE_PARENT, TILLWIRE_ABSENT, 0);
    line_number(2, TILLWIRE_LINE_VOIDED, TILLWIRE_ABSENT, 0);

    party(0, TILLWIRE_PARTY_ID, "17");
    party(0, TILLWIRE_PARTY_NAME, "John");
    party(0, TILLWIRE_PARTY_PHONE, "80000001");
    party(0, TILLWIRE_PARTY_EMAIL, "john@example.com");
    party(0, TILLWIRE_PARTY_ADDRESS_LINE1, "8 Temasek Boulevard");
    party(0, TILLWIRE_PARTY_ADDRESS_LINE2, "Suntec Tower 3");
    party(0, TILLWIRE_PARTY_POSTAL_CODE, "038988");
    party(0, TILLWIRE_PARTY_LATITUDE, NULL);
    party(0, TILLWIRE_PARTY_LONGITUDE, NULL);
    CHECK_INT(tillwire_party_int(order, 0, TILLWIRE_PARTY_ROLE, &role), TILLWIRE_OK);
    CHECK_INT(role, TILLWIRE_ROLE_CUSTOMER);

    CHECK_CALL(TILLWIRE_OK, tillwire_event_key(event, 0, TILLWIRE_KEY_DELIVERY, key, sizeof key, &error));
    CHECK_TEXT(key, "atlas/order.created/85/1727423000000");
    raw("$.payload.tax_rate", "\"0.0\"");
    json_has(json);
    tillwire_event_free(event);
}

int main(int argc, char **argv) {
    tillwire_verifier *verifier = atlas_verifier(0, 0, 0);
    CHECK(argc >= 2);
    current_generation(verifier, argv[1]);
    first_generation(verifier, argv[1]);
    tillwire_verifier_free(verifier);
    return 0;
}

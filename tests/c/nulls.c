/* Every function with NULL for every pointer, all at once and one by one: the answer is the one the header gives,
 * and outputs are NULL or 0. */
#include "check.h"

static tillwire_verifier *verifier;
static tillwire_headers *headers;
static tillwire_event *event;
static const tillwire_order *order;
static const uint8_t body[] = "{\"order_id\":1,\"order_items\":[{\"id\":2,\"name\":7}]}";
static const size_t body_len = sizeof body - 1;

static void absent_text(const char *text, const size_t *len) {
    CHECK(text == NULL);
    CHECK_INT(*len, 0);
}

static void versions_and_errors(void) {
    size_t len = 9;
    int64_t number = 9;
    CHECK_INT(tillwire_abi_version(), TILLWIRE_ABI_VERSION);
    CHECK(tillwire_version() != NULL);
    tillwire_error_free(NULL);
    absent_text(tillwire_error_text(NULL, TILLWIRE_ERROR_MESSAGE, &len), &len);
    CHECK(tillwire_error_text(NULL, TILLWIRE_ERROR_MESSAGE, NULL) == NULL);
    CHECK_INT(tillwire_error_int(NULL, TILLWIRE_ERROR_CODE, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_error_int(NULL, TILLWIRE_ERROR_CODE, NULL), TILLWIRE_E_ARGUMENT);
}

static void values(void) {
    const tillwire_money money = {3542, 2, "SGD"};
    const tillwire_time time = {0, 0, 0};
    int64_t cents = 9;
    char text[TILLWIRE_FORMAT_SIZE];
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_money_minor(NULL, 2, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_money_minor(&money, 2, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_money_minor(NULL, 2, &cents, &error));
    CHECK_INT(cents, 0);
    CHECK_INT(tillwire_money_minor(NULL, 2, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_money_format(NULL, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_money_format(NULL, text, sizeof text, &error));
    CHECK_CALL(TILLWIRE_E_BUFFER, tillwire_money_format(&money, NULL, sizeof text, &error));
    CHECK_INT(tillwire_money_format(NULL, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_quantity_format(NULL, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_quantity_format(NULL, text, sizeof text, &error));
    CHECK_CALL(TILLWIRE_E_BUFFER, tillwire_quantity_format(&money, NULL, sizeof text, &error));
    CHECK_INT(tillwire_quantity_format(NULL, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_currency_digits(NULL), 2);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_time_format(NULL, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_time_format(NULL, text, sizeof text, &error));
    CHECK_CALL(TILLWIRE_E_BUFFER, tillwire_time_format(&time, NULL, sizeof text, &error));
    CHECK_INT(tillwire_time_format(NULL, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
}

static void headers_of_a_delivery(void) {
    size_t len = 7;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_new(NULL, &error));
    CHECK_INT(tillwire_headers_new(NULL, NULL), TILLWIRE_E_ARGUMENT);
    tillwire_headers_free(NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add(NULL, NULL, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add(NULL, "a", "b", 1, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add(headers, NULL, "b", 1, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add(headers, "a", NULL, 1, &error));
    CHECK_INT(tillwire_headers_add(NULL, NULL, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add_block(NULL, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add_block(NULL, "a: b\n", 5, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add_block(headers, NULL, 5, &error));
    CHECK_INT(tillwire_headers_add_block(NULL, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK(tillwire_headers_name(NULL, 0, &len) == NULL);
    CHECK(len == 0);
    len = 7;
    CHECK(tillwire_headers_value(NULL, 0, &len) == NULL);
    CHECK(len == 0);
    CHECK(tillwire_headers_name(NULL, 0, NULL) == NULL);
    CHECK(tillwire_headers_value(headers, 0, NULL) != NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_set_limit(NULL, 1, &error));
    CHECK_INT(tillwire_headers_set_limit(NULL, 1, NULL), TILLWIRE_E_ARGUMENT);
}

static void settings_of_a_webhook(void) {
    tillwire_settings *settings = NULL;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, NULL, &error));
    CHECK_INT(tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, &settings, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_secret(NULL, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_secret(NULL, "a", 1, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_secret(settings, NULL, 1, &error));
    CHECK_CALL(TILLWIRE_E_SECRET, tillwire_settings_add_secret(settings, NULL, 0, &error));
    CHECK_INT(tillwire_settings_add_secret(NULL, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_int(NULL, TILLWIRE_SETTING_DEPTH, 5, &error));
    CHECK_INT(tillwire_settings_set_int(NULL, TILLWIRE_SETTING_DEPTH, 5, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_text(NULL, TILLWIRE_SETTING_EXPECT_EVENT, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_text(NULL, TILLWIRE_SETTING_EXPECT_EVENT, "a", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT,
               tillwire_settings_set_text(settings, TILLWIRE_SETTING_EXPECT_EVENT, NULL, &error));
    CHECK_INT(tillwire_settings_set_text(NULL, TILLWIRE_SETTING_EXPECT_EVENT, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_scale(NULL, NULL, 2, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_scale(NULL, "SGD", 2, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_scale(settings, NULL, 2, &error));
    CHECK_INT(tillwire_settings_set_scale(NULL, NULL, 2, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_store(NULL, NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_store(NULL, "7", "S1", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_store(settings, NULL, "S1", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_store(settings, "7", NULL, &error));
    CHECK_INT(tillwire_settings_add_store(NULL, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_load_dictionary(NULL, 0, NULL, 0, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_load_dictionary(NULL, TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS, body,
                                                                      body_len, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_load_dictionary(
                                        settings, TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS, NULL, 1, NULL, &error));
    CHECK_CALL(TILLWIRE_E_SHAPE, tillwire_settings_load_dictionary(
                                     settings, TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS, body, body_len, NULL, &error));
    CHECK_INT(tillwire_settings_load_dictionary(NULL, 0, NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_location(NULL, NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_location(NULL, "$", "$", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_location(settings, NULL, "$", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_location(settings, "$", NULL, &error));
    CHECK_INT(tillwire_settings_add_location(NULL, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_new(settings, NULL, &error));
    CHECK_INT(tillwire_verifier_new(settings, NULL, NULL), TILLWIRE_E_ARGUMENT);
    /* What failed for want of a place has not used the settings up. */
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(settings, "a", 1, &error));
    tillwire_settings_free(settings);
    tillwire_settings_free(NULL);
}

static void deliveries(void) {
    tillwire_verifier *made = UNTOUCHED;
    tillwire_event *opened = UNTOUCHED;
    tillwire_headers *signed_headers = UNTOUCHED;
    int32_t index = 9, assurance = 9, http_status = 9;
    const char *answer = NULL;
    size_t len = 9;

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_new(NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_new(NULL, &made, &error));
    CHECK(made == NULL);
    CHECK_INT(tillwire_verifier_new(NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    tillwire_verifier_free(NULL);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_open(NULL, NULL, NULL, 0, 0, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_open(NULL, headers, body, body_len, 0, &opened, &error));
    CHECK(opened == NULL);
    opened = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_open(verifier, NULL, body, body_len, 0, &opened, &error));
    CHECK(opened == NULL);
    opened = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_open(verifier, headers, NULL, 1, 0, &opened, &error));
    CHECK(opened == NULL);
    opened = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_NOT_JSON, tillwire_verifier_open(verifier, headers, NULL, 0, 0, &opened, &error));
    CHECK(opened == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_open(verifier, headers, body, body_len, 0, NULL, &error));
    CHECK_INT(tillwire_verifier_open(NULL, NULL, NULL, 0, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_verify(NULL, NULL, NULL, 0, 0, NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT,
               tillwire_verifier_verify(NULL, headers, body, body_len, 0, &index, &assurance, &error));
    CHECK(index == 0 && assurance == 0);
    index = assurance = 9;
    CHECK_CALL(TILLWIRE_E_ARGUMENT,
               tillwire_verifier_verify(verifier, NULL, body, body_len, 0, &index, &assurance, &error));
    CHECK(index == 0 && assurance == 0);
    CHECK_CALL(TILLWIRE_E_ARGUMENT,
               tillwire_verifier_verify(verifier, headers, NULL, 1, 0, &index, &assurance, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_verify(verifier, headers, body, body_len, 0, NULL, NULL, &error));
    CHECK_INT(tillwire_verifier_verify(verifier, headers, body, body_len, 0, NULL, NULL, NULL), TILLWIRE_OK);
    CHECK_INT(tillwire_verifier_verify(NULL, NULL, NULL, 0, 0, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);

    opened = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_decode_unverified(NULL, NULL, NULL, 0, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT,
               tillwire_verifier_decode_unverified(NULL, headers, body, body_len, &opened, &error));
    CHECK(opened == NULL);
    opened = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_decode_unverified(verifier, headers, NULL, 1, &opened, &error));
    CHECK(opened == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT,
               tillwire_verifier_decode_unverified(verifier, headers, body, body_len, NULL, &error));
    CHECK_INT(tillwire_verifier_decode_unverified(NULL, NULL, NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_decode_unverified(verifier, NULL, body, body_len, &opened, &error));
    tillwire_event_free(opened);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_decode_orders(NULL, NULL, 0, NULL, &error));
    opened = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_decode_orders(NULL, body, body_len, &opened, &error));
    CHECK(opened == NULL);
    opened = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_decode_orders(verifier, NULL, 1, &opened, &error));
    CHECK(opened == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_decode_orders(verifier, body, body_len, NULL, &error));
    CHECK_INT(tillwire_verifier_decode_orders(NULL, NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_decode_orders(verifier, body, body_len, &opened, &error));
    tillwire_event_free(opened);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_sign(NULL, NULL, 0, 0, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_sign(NULL, body, body_len, 0, &signed_headers, &error));
    CHECK(signed_headers == NULL);
    signed_headers = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_sign(verifier, NULL, 1, 0, &signed_headers, &error));
    CHECK(signed_headers == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_verifier_sign(verifier, body, body_len, 0, NULL, &error));
    CHECK_INT(tillwire_verifier_sign(NULL, NULL, 0, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_INT(tillwire_verifier_answer(NULL, TILLWIRE_OK, 0, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_verifier_answer(NULL, TILLWIRE_OK, 0, &http_status, &answer, &len), TILLWIRE_E_ARGUMENT);
    CHECK_INT(http_status, 500);
    CHECK(answer != NULL && len == strlen(answer));
    CHECK_INT(tillwire_verifier_answer(verifier, TILLWIRE_OK, 0, NULL, NULL, NULL), TILLWIRE_OK);
    CHECK_INT(tillwire_verifier_answer(verifier, TILLWIRE_OK, 0, &http_status, NULL, NULL), TILLWIRE_OK);
    CHECK_INT(http_status, 200);
}

static void events(void) {
    char text[TILLWIRE_KEY_SIZE];
    char *json = UNTOUCHED;
    size_t len = 9;
    int64_t number = 9;
    tillwire_time time = {9, 9, 9};
    tillwire_money money = {9, 9, "ZZZ"};

    tillwire_event_free(NULL);
    tillwire_string_free(NULL);
    absent_text(tillwire_event_text(NULL, TILLWIRE_EVENT_TYPE, &len), &len);
    CHECK(tillwire_event_text(NULL, TILLWIRE_EVENT_TYPE, NULL) == NULL);
    CHECK_INT(tillwire_event_int(NULL, TILLWIRE_EVENT_KIND, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_event_int(NULL, TILLWIRE_EVENT_KIND, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_event_int(event, TILLWIRE_EVENT_KIND, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_event_time(NULL, TILLWIRE_EVENT_OCCURRED_AT, &time), TILLWIRE_ABSENT);
    CHECK(time.unix_ms == 0 && time.offset_minutes == 0 && time.has_offset == 0);
    CHECK_INT(tillwire_event_time(event, TILLWIRE_EVENT_OCCURRED_AT, NULL), TILLWIRE_E_ARGUMENT);
    CHECK(tillwire_event_order(NULL, 0) == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_key(NULL, 0, TILLWIRE_KEY_CONTENT, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_key(NULL, 0, TILLWIRE_KEY_CONTENT, text, sizeof text, &error));
    CHECK_CALL(TILLWIRE_E_BUFFER, tillwire_event_key(event, 0, TILLWIRE_KEY_CONTENT, NULL, sizeof text, &error));
    CHECK_INT(tillwire_event_key(NULL, 0, TILLWIRE_KEY_CONTENT, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    len = 9;
    CHECK(tillwire_event_body(NULL, &len) == NULL && len == 0);
    CHECK(tillwire_event_body(event, NULL) == NULL);
    CHECK(tillwire_event_body(NULL, NULL) == NULL);
    len = 9;
    CHECK(tillwire_event_raw(NULL, "$", &len) == NULL && len == 0);
    len = 9;
    CHECK(tillwire_event_raw(event, NULL, &len) == NULL && len == 0);
    CHECK(tillwire_event_raw(event, "$", NULL) == NULL);
    CHECK(tillwire_event_raw(NULL, NULL, NULL) == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_money(NULL, NULL, TILLWIRE_SCALE_BY_PLACE, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_money(NULL, "$", TILLWIRE_SCALE_BY_PLACE, &money, &error));
    CHECK(money.units == 0 && money.scale == 0 && money.currency[0] == '\0');
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_money(event, NULL, TILLWIRE_SCALE_BY_PLACE, &money, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_money(event, "$", TILLWIRE_SCALE_BY_PLACE, NULL, &error));
    CHECK_INT(tillwire_event_money(NULL, NULL, TILLWIRE_SCALE_BY_PLACE, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_json(NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_json(NULL, &json, &error));
    CHECK(json == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_event_json(event, NULL, &error));
    CHECK_INT(tillwire_event_json(NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    len = 9;
    absent_text(tillwire_problem_text(NULL, 0, TILLWIRE_PROBLEM_PATH, &len), &len);
    len = 9;
    absent_text(tillwire_problem_text(NULL, 0, TILLWIRE_PROBLEM_MESSAGE, &len), &len);
    CHECK(tillwire_problem_text(event, 0, TILLWIRE_PROBLEM_PATH, NULL) != NULL);
    CHECK(tillwire_problem_text(event, 0, TILLWIRE_PROBLEM_MESSAGE, NULL) != NULL);
    number = 9;
    CHECK_INT(tillwire_problem_int(NULL, 0, TILLWIRE_PROBLEM_CODE, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_problem_int(event, 0, TILLWIRE_PROBLEM_CODE, NULL), TILLWIRE_E_ARGUMENT);
}

/* Getters by field, of an order and of what stands in it at a position. */
#define NO_HANDLE_TEXT(...)                                       \
    do {                                                          \
        size_t len = 9;                                           \
        absent_text(NO_HANDLE_CALL(__VA_ARGS__, &len), &len);      \
        CHECK(NO_HANDLE_CALL(__VA_ARGS__, NULL) == NULL);         \
    } while (0)
#define NO_HANDLE_CALL(function, ...) function(__VA_ARGS__)

static void orders(void) {
    static const tillwire_money no_money;
    static const tillwire_time no_time;
    tillwire_money money;
    tillwire_time time;
    const int32_t field = TILLWIRE_ORDER_ID;
    int64_t number = 9;
    char text[TILLWIRE_FORMAT_SIZE] = "x";
    size_t len = 9;

    NO_HANDLE_TEXT(tillwire_order_text, NULL, TILLWIRE_ORDER_ID);
    NO_HANDLE_TEXT(tillwire_line_text, NULL, 0, TILLWIRE_LINE_NAME);
    NO_HANDLE_TEXT(tillwire_line_listed, NULL, 0, TILLWIRE_LINE_TAGS, 0);
    NO_HANDLE_TEXT(tillwire_payment_text, NULL, 0, TILLWIRE_PAYMENT_ID);
    NO_HANDLE_TEXT(tillwire_party_text, NULL, 0, TILLWIRE_PARTY_NAME);
    NO_HANDLE_TEXT(tillwire_step_text, NULL, 0, TILLWIRE_STEP_STATE);
    NO_HANDLE_TEXT(tillwire_adjustment_text, NULL, 0, TILLWIRE_ADJUSTMENT_NAME);
    NO_HANDLE_TEXT(tillwire_subject_text, NULL, 0, TILLWIRE_SUBJECT_ID);

    memset(&money, 9, sizeof money);
    CHECK_INT(tillwire_order_money(NULL, TILLWIRE_ORDER_TOTAL, &money), TILLWIRE_ABSENT);
    CHECK(memcmp(&money, &no_money, sizeof money) == 0);
    memset(&money, 9, sizeof money);
    CHECK_INT(tillwire_line_money(NULL, 0, TILLWIRE_LINE_UNIT_PRICE, &money), TILLWIRE_ABSENT);
    CHECK(memcmp(&money, &no_money, sizeof money) == 0);
    memset(&money, 9, sizeof money);
    CHECK_INT(tillwire_payment_money(NULL, 0, TILLWIRE_PAYMENT_AMOUNT, &money), TILLWIRE_ABSENT);
    CHECK(memcmp(&money, &no_money, sizeof money) == 0);
    memset(&money, 9, sizeof money);
    CHECK_INT(tillwire_adjustment_money(NULL, 0, TILLWIRE_ADJUSTMENT_AMOUNT, &money), TILLWIRE_ABSENT);
    CHECK(memcmp(&money, &no_money, sizeof money) == 0);
    CHECK_INT(tillwire_adjustment_money(order, 0, TILLWIRE_ADJUSTMENT_AMOUNT, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_line_money(order, 0, TILLWIRE_LINE_UNIT_PRICE, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_payment_money(order, 0, TILLWIRE_PAYMENT_AMOUNT, NULL), TILLWIRE_E_ARGUMENT);

    memset(&time, 9, sizeof time);
    CHECK_INT(tillwire_order_time(NULL, TILLWIRE_ORDER_CREATED_AT, &time), TILLWIRE_ABSENT);
    CHECK(memcmp(&time, &no_time, sizeof time) == 0);
    CHECK_INT(tillwire_order_time(order, TILLWIRE_ORDER_CREATED_AT, NULL), TILLWIRE_E_ARGUMENT);
    memset(&time, 9, sizeof time);
    CHECK_INT(tillwire_subject_time(NULL, 0, TILLWIRE_SUBJECT_CLOSED_AT, &time), TILLWIRE_ABSENT);
    CHECK(memcmp(&time, &no_time, sizeof time) == 0);
    CHECK_INT(tillwire_subject_time(event, 0, TILLWIRE_SUBJECT_CLOSED_AT, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_INT(tillwire_order_int(NULL, TILLWIRE_ORDER_LINE_COUNT, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    number = 9;
    CHECK_INT(tillwire_line_int(NULL, 0, TILLWIRE_LINE_DEPTH, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    number = 9;
    CHECK_INT(tillwire_payment_int(NULL, 0, TILLWIRE_PAYMENT_CAPTURED, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    number = 9;
    CHECK_INT(tillwire_party_int(NULL, 0, TILLWIRE_PARTY_ROLE, &number), TILLWIRE_ABSENT);
    CHECK_INT(tillwire_step_int(NULL, 0, TILLWIRE_STEP_PROGRESS, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_order_columns(NULL, &field, 1, text, sizeof text, &len, &error));
    CHECK_TEXT(text, "");
    CHECK_INT(len, 0);
    CHECK_INT(tillwire_order_columns(NULL, NULL, 0, NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_order_columns(order, NULL, 1, text, sizeof text, &len, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_order_columns(order, &field, SIZE_MAX, text, sizeof text, &len, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_order_columns(order, NULL, 0, text, sizeof text, &len, &error));
    CHECK_TEXT(text, "[]");
    CHECK_CALL(TILLWIRE_E_BUFFER, tillwire_order_columns(order, &field, 1, NULL, sizeof text, &len, &error));
    CHECK(len > 4);
    CHECK_INT(tillwire_order_columns(order, &field, 1, NULL, 0, NULL, NULL), TILLWIRE_E_BUFFER);
    CHECK_INT(tillwire_line_int(order, 0, TILLWIRE_LINE_DEPTH, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_payment_int(order, 0, TILLWIRE_PAYMENT_CAPTURED, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_party_int(order, 0, TILLWIRE_PARTY_ROLE, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_step_int(order, 0, TILLWIRE_STEP_PROGRESS, NULL), TILLWIRE_E_ARGUMENT);
    number = 9;
    CHECK_INT(tillwire_adjustment_int(NULL, 0, TILLWIRE_ADJUSTMENT_KIND, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_adjustment_int(order, 0, TILLWIRE_ADJUSTMENT_KIND, NULL), TILLWIRE_E_ARGUMENT);
    number = 9;
    CHECK_INT(tillwire_subject_int(NULL, 0, TILLWIRE_SUBJECT_KIND, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_subject_int(event, 0, TILLWIRE_SUBJECT_KIND, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_step_time(order, 0, TILLWIRE_STEP_AT, NULL), TILLWIRE_E_ARGUMENT);
}

static void changes_of_orders(void) {
    static const tillwire_time no_time;
    tillwire_book *book = NULL;
    tillwire_changes *changes = NULL;
    tillwire_time time;
    int64_t number = 9;
    char *json = UNTOUCHED;

    CHECK_CALL(TILLWIRE_OK, tillwire_book_new(&book, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, "", event, 0, &changes, &error));
    CHECK_INT(tillwire_changes_count(NULL), 0);
    CHECK_INT(tillwire_changes_count(changes), 1);
    NO_HANDLE_TEXT(tillwire_change_text, NULL, 0, TILLWIRE_CHANGE_ORDER_ID);
    CHECK_TEXT(tillwire_change_text(changes, 0, TILLWIRE_CHANGE_ORDER_ID, NULL), "1");
    CHECK_INT(tillwire_change_int(NULL, 0, TILLWIRE_CHANGE_ACTION, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_change_int(NULL, 0, TILLWIRE_CHANGE_ACTION, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_change_int(changes, 0, TILLWIRE_CHANGE_ACTION, NULL), TILLWIRE_E_ARGUMENT);
    memset(&time, 9, sizeof time);
    CHECK_INT(tillwire_change_time(NULL, 0, TILLWIRE_CHANGE_DUE_AT, &time), TILLWIRE_ABSENT);
    CHECK(memcmp(&time, &no_time, sizeof time) == 0);
    CHECK_INT(tillwire_change_time(changes, 0, TILLWIRE_CHANGE_DUE_AT, NULL), TILLWIRE_E_ARGUMENT);
    CHECK(tillwire_change_order(NULL, 0, TILLWIRE_CHANGE_NOW) == NULL);
    number = 9;
    CHECK_INT(tillwire_change_line(NULL, 0, 0, TILLWIRE_CHANGE_LINE_EDIT, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_change_line(changes, 0, 0, TILLWIRE_CHANGE_LINE_EDIT, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_changes_json(NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_changes_json(NULL, &json, &error));
    CHECK(json == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_changes_json(changes, NULL, &error));
    CHECK_INT(tillwire_changes_json(NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    tillwire_changes_free(NULL);
    tillwire_changes_free(changes);
    tillwire_book_free(book);
}

static void books(void) {
    tillwire_book *book = NULL;
    tillwire_changes *changes = UNTOUCHED;
    int32_t permission = 9;
    int64_t number = 9;
    size_t count = 9;
    char *json = UNTOUCHED;
    const char *reason = UNTOUCHED;

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_new(NULL, &error));
    CHECK_INT(tillwire_book_new(NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_new(&book, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_set_int(NULL, TILLWIRE_BOOK_MOST_ORDERS, 5, &error));
    CHECK_INT(tillwire_book_set_int(NULL, TILLWIRE_BOOK_MOST_ORDERS, 5, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_book_int(NULL, TILLWIRE_BOOK_ORDERS, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_book_int(NULL, TILLWIRE_BOOK_ORDERS, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_book_int(book, TILLWIRE_BOOK_ORDERS, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_apply(NULL, NULL, NULL, 0, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_apply(NULL, "", event, 0, &changes, &error));
    CHECK(changes == NULL);
    changes = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_apply(book, NULL, event, 0, &changes, &error));
    CHECK(changes == NULL);
    changes = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_apply(book, "", NULL, 0, &changes, &error));
    CHECK(changes == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_apply(book, "", event, 0, NULL, &error));
    CHECK_INT(tillwire_book_apply(NULL, NULL, NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    /* None of these has applied it. */
    CHECK_INT(tillwire_book_int(book, TILLWIRE_BOOK_ORDERS, &number), TILLWIRE_OK);
    CHECK_INT(number, 0);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, "", event, 0, &changes, &error));
    tillwire_changes_free(changes);

    CHECK(tillwire_book_order(NULL, "", TILLWIRE_PLATFORM_ATLAS, "1") == NULL);
    CHECK(tillwire_book_order(book, NULL, TILLWIRE_PLATFORM_ATLAS, "1") == NULL);
    CHECK(tillwire_book_order(book, "", TILLWIRE_PLATFORM_ATLAS, NULL) == NULL);
    CHECK(tillwire_book_order(book, "", TILLWIRE_PLATFORM_ATLAS, "1") != NULL);
    changes = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_orders(NULL, &changes, &error));
    CHECK(changes == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_orders(book, NULL, &error));
    CHECK_INT(tillwire_book_orders(NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    changes = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_read_again(NULL, verifier, &changes, &error));
    CHECK(changes == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_read_again(book, NULL, &changes, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_read_again(book, verifier, NULL, &error));
    CHECK_INT(tillwire_book_read_again(NULL, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_may_ask(NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_may_ask(NULL, "", TILLWIRE_PLATFORM_ATLAS, "1", TILLWIRE_ASK_READY, "",
                                                          &permission, &reason, &error));
    CHECK(permission == 0 && reason == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_may_ask(book, NULL, TILLWIRE_PLATFORM_ATLAS, "1", TILLWIRE_ASK_READY, "",
                                                          &permission, &reason, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_may_ask(book, "", TILLWIRE_PLATFORM_ATLAS, NULL, TILLWIRE_ASK_READY, "",
                                                          &permission, &reason, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_may_ask(book, "", TILLWIRE_PLATFORM_ATLAS, "1", TILLWIRE_ASK_READY, NULL, NULL,
                                                  NULL, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_may_ask(book, "", TILLWIRE_PLATFORM_ATLAS, "1", TILLWIRE_ASK_READY, NULL,
                                                  &permission, NULL, &error));
    CHECK_INT(permission, TILLWIRE_MAY_REFUSED);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_may_ask(book, "", TILLWIRE_PLATFORM_ATLAS, "1", TILLWIRE_ASK_READY, NULL, NULL,
                                                  &reason, &error));
    CHECK_TEXT(reason, "the platform takes no such request");
    CHECK_INT(tillwire_book_may_ask(NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_export(NULL, NULL, 0, NULL, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_export(NULL, NULL, 0, NULL, &json, &error));
    CHECK(json == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_export(book, NULL, 0, NULL, NULL, &error));
    json = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_export(book, NULL, TILLWIRE_PLATFORM_ATLAS, "1", &json, &error));
    CHECK(json == NULL);
    json = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_export(book, "", TILLWIRE_PLATFORM_ATLAS, NULL, &json, &error));
    CHECK(json == NULL);
    CHECK_INT(tillwire_book_export(NULL, NULL, 0, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_export(book, NULL, 0, NULL, &json, &error));

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_import(NULL, NULL, 0, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_import(NULL, json, strlen(json), &count, &error));
    CHECK_INT(count, 0);
    count = 9;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_import(book, NULL, 1, &count, &error));
    CHECK_INT(count, 0);
    CHECK_CALL(TILLWIRE_E_NOT_JSON, tillwire_book_import(book, NULL, 0, NULL, &error));
    CHECK_INT(tillwire_book_import(NULL, NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_import(book, json, strlen(json), NULL, &error));
    tillwire_string_free(json);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_remove(NULL, NULL, 0, NULL, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_remove(NULL, "", TILLWIRE_PLATFORM_ATLAS, "1", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_remove(book, NULL, TILLWIRE_PLATFORM_ATLAS, "1", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_remove(book, "", TILLWIRE_PLATFORM_ATLAS, NULL, &error));
    CHECK_INT(tillwire_book_remove(NULL, NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_remove(book, "", TILLWIRE_PLATFORM_ATLAS, "1", &error));
    tillwire_book_free(NULL);
    tillwire_book_free(book);
}

static void asking_and_reading(void) {
    tillwire_book *book = NULL;
    tillwire_account *account = NULL;
    tillwire_poll *poll = UNTOUCHED;
    tillwire_call *call = UNTOUCHED;
    tillwire_changes *changes = UNTOUCHED;
    char *json = UNTOUCHED;
    const int32_t atlas = TILLWIRE_PLATFORM_ATLAS, ask = TILLWIRE_ASK_ACCEPT;
    CHECK_CALL(TILLWIRE_OK, tillwire_book_new(&book, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(atlas, TILLWIRE_ENVIRONMENT_PRODUCTION, &account, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_request(NULL, "", "1", account, ask, NULL, NULL, NULL, &call, &error));
    CHECK(call == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_request(book, NULL, "1", account, ask, NULL, NULL, NULL, &call, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_request(book, "", NULL, account, ask, NULL, NULL, NULL, &call, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_request(book, "", "1", NULL, ask, NULL, NULL, NULL, &call, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_request(book, "", "1", account, ask, NULL, NULL, NULL, NULL, &error));
    CHECK_INT(tillwire_book_request(NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_new(atlas, NULL, NULL, &poll, &error));
    CHECK(poll == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_new(99, "", NULL, &poll, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_new(atlas, "", NULL, NULL, &error));
    CHECK_INT(tillwire_poll_new(0, NULL, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_poll_new(atlas, "", NULL, &poll, &error));
    call = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_next(NULL, account, NULL, book, 0, &call, &changes, &error));
    CHECK(call == NULL && changes == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_next(poll, NULL, NULL, book, 0, &call, &changes, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_next(poll, account, NULL, NULL, 0, &call, &changes, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_next(poll, account, NULL, book, 0, NULL, &changes, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_next(poll, account, NULL, book, 0, &call, NULL, &error));
    CHECK_INT(tillwire_poll_next(NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_export(NULL, &json, &error));
    CHECK(json == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_export(poll, NULL, &error));
    CHECK_INT(tillwire_poll_export(NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    tillwire_poll_free(NULL);
    tillwire_poll_free(poll);
    tillwire_account_free(account);
    tillwire_book_free(book);
}

static void words(void) {
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_word_text(TILLWIRE_VOCABULARY_ATLAS_STATE, 0, TILLWIRE_WORD_CODE, NULL,
                                                       TILLWIRE_WORD_SIZE, &error));
    CHECK_INT(tillwire_word_text(0, 0, 0, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_word_int(TILLWIRE_VOCABULARY_ATLAS_STATE, 0, TILLWIRE_WORD_MEANING, NULL),
              TILLWIRE_E_ARGUMENT);
}

static void calls_to_platforms(void) {
    static const uint8_t random_bytes[16] = {0};
    tillwire_account *account = NULL;
    tillwire_call *call = UNTOUCHED;
    tillwire_event *orders = UNTOUCHED;
    tillwire_time time = {9, 9, 9};
    const char *value = UNTOUCHED;
    char note[TILLWIRE_NOTE_SIZE] = "x";
    int64_t number = 9;
    size_t len = 9;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, 0, NULL, &error));
    CHECK_INT(tillwire_account_new(0, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, TILLWIRE_ENVIRONMENT_PRODUCTION, &account, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_text(NULL, 0, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_text(account, TILLWIRE_ACCOUNT_KEY, NULL, 1, &error));
    CHECK_CALL(TILLWIRE_E_SECRET, tillwire_account_set_text(account, TILLWIRE_ACCOUNT_SECRET, NULL, 0, &error));
    CHECK_INT(tillwire_account_set_text(NULL, 0, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_int(NULL, TILLWIRE_ACCOUNT_ATTEMPTS, 1, &error));
    CHECK_INT(tillwire_account_set_int(NULL, 0, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_path(NULL, TILLWIRE_OPERATION_KLIKIT_WEBHOOKS, "/", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_path(account, TILLWIRE_OPERATION_KLIKIT_WEBHOOKS, NULL, &error));
    CHECK_INT(tillwire_account_set_path(NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_cancel(NULL, 0, &error));
    CHECK_INT(tillwire_account_cancel(NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_note(NULL, NULL, 0, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_note(NULL, note, sizeof note, &error));
    CHECK_TEXT(note, "");
    CHECK_INT(tillwire_account_int(NULL, TILLWIRE_ACCOUNT_SENT, &number), TILLWIRE_ABSENT);
    CHECK_INT(number, 0);
    CHECK_INT(tillwire_account_int(account, TILLWIRE_ACCOUNT_SENT, NULL), TILLWIRE_E_ARGUMENT);

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_new(NULL, TILLWIRE_OPERATION_KLIKIT_ORDER, &call, &error));
    CHECK(call == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_new(account, TILLWIRE_OPERATION_KLIKIT_ORDER, NULL, &error));
    CHECK_INT(tillwire_call_new(NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_account_set_text(account, TILLWIRE_ACCOUNT_KEY, "k", 1, NULL), TILLWIRE_OK);
    CHECK_INT(tillwire_account_set_text(account, TILLWIRE_ACCOUNT_SECRET, "s", 1, NULL), TILLWIRE_OK);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_note(account, NULL, 9, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_new(account, TILLWIRE_OPERATION_KLIKIT_ORDER, &call, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_set(NULL, TILLWIRE_PARAMETER_ID, "1", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, NULL, &error));
    CHECK_INT(tillwire_call_set(NULL, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "1", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_begin(NULL, random_bytes, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_begin(NULL, NULL, &error));
    CHECK_INT(tillwire_call_begin(NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_next_page(NULL, random_bytes, 0, &error));
    CHECK_INT(tillwire_call_next_page(NULL, NULL, 0, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_send(NULL, &error));
    CHECK_INT(tillwire_call_send(NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));

    absent_text(tillwire_call_text(NULL, TILLWIRE_REQUEST_URL, &len), &len);
    CHECK(tillwire_call_text(call, TILLWIRE_REQUEST_URL, NULL) != NULL);
    CHECK_INT(tillwire_call_int(NULL, TILLWIRE_REQUEST_ATTEMPT, &number), TILLWIRE_ABSENT);
    CHECK_INT(tillwire_call_int(call, TILLWIRE_REQUEST_ATTEMPT, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_INT(tillwire_call_time(NULL, TILLWIRE_REPLY_SERVER, &time), TILLWIRE_ABSENT);
    CHECK_INT(time.unix_ms, 0);
    CHECK_INT(tillwire_call_time(call, TILLWIRE_REPLY_SERVER, NULL), TILLWIRE_E_ARGUMENT);
    CHECK(tillwire_call_header(NULL, 0, &value) == NULL && value == NULL);
    CHECK(tillwire_call_header(call, 0, NULL) != NULL);

    number = 9;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(NULL, 200, NULL, NULL, 0, 0, 0, &number, &error));
    CHECK_INT(number, 0);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(call, 200, NULL, NULL, 1, 0, 0, NULL, &error));
    CHECK_INT(tillwire_call_after(NULL, 0, NULL, NULL, 0, 0, 0, NULL, NULL), TILLWIRE_E_ARGUMENT);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_after(call, 200, NULL, (const uint8_t *)"{}", 2, 0, 0, NULL, &error));
    len = 9;
    CHECK(tillwire_call_raw(NULL, "$", &len) == NULL && len == 0);
    CHECK(tillwire_call_raw(call, NULL, &len) == NULL && tillwire_call_raw(call, "$", NULL) == NULL);
    CHECK(tillwire_call_raw(call, "$", &len) != NULL && len == 2);
    CHECK(tillwire_call_record(NULL, 0, &len) == NULL && len == 0);
    CHECK(tillwire_call_record(call, 0, NULL) == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_orders(NULL, NULL, &orders, &error));
    CHECK(orders == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_orders(call, verifier, NULL, &error));
    CHECK_INT(tillwire_call_orders(NULL, NULL, NULL, NULL), TILLWIRE_E_ARGUMENT);
    tillwire_call_free(NULL);
    tillwire_call_free(call);
    tillwire_account_free(NULL);
    tillwire_account_free(account);
}

int main(void) {
    verifier = atlas_verifier(0, 0, 0);
    headers = bearer_headers();
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_open(verifier, headers, body, body_len, 0, &event, &error));
    order = tillwire_event_order(event, 0);
    CHECK(order != NULL);
    versions_and_errors();
    values();
    headers_of_a_delivery();
    settings_of_a_webhook();
    deliveries();
    events();
    orders();
    changes_of_orders();
    books();
    asking_and_reading();
    words();
    calls_to_platforms();
    CHECK_INT(tillwire_test_panic(NULL), TILLWIRE_E_PANIC);
    CHECK(tillwire_name(TILLWIRE_NAMES_PROGRESS, TILLWIRE_PROGRESS_READY) != NULL);
    tillwire_event_free(event);
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
    return 0;
}

/* Amounts in a body come out exactly as they are written, or are absent with a problem noted, and never cost the
 * order. */
#include "check.h"

static tillwire_verifier *verifier;

/* An order whose total is written like this. */
static tillwire_event *order_of(const char *total) {
    char body[256];
    tillwire_event *event = NULL;
    const int len = snprintf(body, sizeof body, "{\"order_id\":1,\"total_including_tax\":%s,\"order_items\":[]}", total);
    CHECK(len > 0 && (size_t)len < sizeof body);
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_decode_unverified(verifier, NULL, (const uint8_t *)body, (size_t)len,
                                                                &event, &error));
    CHECK_TEXT(tillwire_order_text(tillwire_event_order(event, 0), TILLWIRE_ORDER_ID, NULL), "1");
    return event;
}

static int32_t total_of(const char *total, tillwire_money *money) {
    tillwire_event *event = order_of(total);
    int64_t problems = 9;
    const int32_t status = tillwire_order_money(tillwire_event_order(event, 0), TILLWIRE_ORDER_TOTAL, money);
    CHECK_INT(tillwire_event_int(event, TILLWIRE_EVENT_PROBLEM_COUNT, &problems), TILLWIRE_OK);
    CHECK_INT(problems, 0);
    tillwire_event_free(event);
    return status;
}

static void exactly(const char *total, int64_t units, int32_t scale, int32_t minor_status, int64_t cents) {
    tillwire_money money;
    int64_t minor = 9;
    CHECK_INT(total_of(total, &money), TILLWIRE_OK);
    CHECK_IN(money.units == units && money.scale == scale, total);
    CHECK_CALL(minor_status, tillwire_money_minor(&money, 2, &minor, &error));
    CHECK_INT(minor, cents);
}

/* The units are wider than 64 bits: the text is reachable all the same, and so is the exact amount. */
static void out_of_range(const char *total) {
    tillwire_event *event = order_of(total);
    tillwire_money money = {9, 9, "ZZZ"};
    const int32_t field = TILLWIRE_ORDER_TOTAL;
    size_t len = 0;
    const uint8_t *raw = tillwire_event_raw(event, "$.total_including_tax", &len);
    char column[64], expected[64];
    CHECK_INT(tillwire_order_money(tillwire_event_order(event, 0), TILLWIRE_ORDER_TOTAL, &money), TILLWIRE_E_RANGE);
    CHECK(money.units == 0 && money.scale == 0 && money.currency[0] == '\0');
    CHECK_IN(raw != NULL && len == strlen(total) && memcmp(raw, total, len) == 0, total);
    CHECK_CALL(TILLWIRE_OK, tillwire_order_columns(tillwire_event_order(event, 0), &field, 1, column, sizeof column, &len,
                                                   &error));
    sprintf(expected, "[[\"%s\"]]", total);
    CHECK_TEXT(column, expected);
    CHECK_INT(len, strlen(expected));
    tillwire_event_free(event);
}

static void absent(const char *total, int64_t code) {
    tillwire_event *event = order_of(total);
    tillwire_money money = {9, 9, "ZZZ"};
    int64_t number = 0;
    size_t len = 0;
    const uint8_t *raw = tillwire_event_raw(event, "$.total_including_tax", &len);
    CHECK_INT(tillwire_order_money(tillwire_event_order(event, 0), TILLWIRE_ORDER_TOTAL, &money), TILLWIRE_ABSENT);
    CHECK(money.units == 0 && money.scale == 0 && money.currency[0] == '\0');
    CHECK_INT(tillwire_event_int(event, TILLWIRE_EVENT_PROBLEM_COUNT, &number), TILLWIRE_OK);
    CHECK_INT(number, 1);
    CHECK_INT(tillwire_event_int(event, TILLWIRE_EVENT_PROBLEM_TOTAL, &number), TILLWIRE_OK);
    CHECK_INT(number, 1);
    CHECK_INT(tillwire_problem_int(event, 0, TILLWIRE_PROBLEM_CODE, &number), TILLWIRE_OK);
    CHECK_INT(number, code);
    CHECK_INT(tillwire_problem_int(event, 0, TILLWIRE_PROBLEM_OFFSET, &number), TILLWIRE_OK);
    CHECK_INT(number, 36);
    CHECK_TEXT(tillwire_problem_text(event, 0, TILLWIRE_PROBLEM_PATH, &len), "$.total_including_tax");
    CHECK_INT(len, strlen("$.total_including_tax"));
    CHECK(tillwire_problem_text(event, 0, TILLWIRE_PROBLEM_MESSAGE, NULL) != NULL);
    raw = tillwire_event_raw(event, "$.total_including_tax", &len);
    CHECK_IN(raw != NULL && len == strlen(total) && memcmp(raw, total, len) == 0, total);
    tillwire_event_free(event);
}

int main(void) {
    tillwire_money money;
    verifier = atlas_verifier(0, 0, 0);

    exactly("12345678901234.67", 1234567890123467, 2, TILLWIRE_OK, 1234567890123467);
    exactly("1e2", 100, 0, TILLWIRE_OK, 10000);
    exactly("28.50", 2850, 2, TILLWIRE_OK, 2850);
    exactly("0.1", 1, 1, TILLWIRE_OK, 10);
    exactly("0.30000000000000004", 30000000000000004, 17, TILLWIRE_E_INEXACT, 0);
    exactly("\"28.50\"", 2850, 2, TILLWIRE_OK, 2850);
    exactly("1.5E+1", 15, 0, TILLWIRE_OK, 1500);
    exactly("35e-3", 35, 3, TILLWIRE_E_INEXACT, 0);
    exactly("-0.01", -1, 2, TILLWIRE_OK, -1);
    exactly("9007199254740993", 9007199254740993, 0, TILLWIRE_OK, 900719925474099300);
    exactly("9223372036854775807", INT64_MAX, 0, TILLWIRE_E_RANGE, 0);
    exactly("-9223372036854775808", INT64_MIN, 0, TILLWIRE_E_RANGE, 0);
    exactly("92233720368547758.07", INT64_MAX, 2, TILLWIRE_OK, INT64_MAX);

    out_of_range("9223372036854775808");
    out_of_range("-9223372036854775809");
    out_of_range("92233720368547758.08");
    out_of_range("1234567890123456789012345678");

    absent("1234567890123456789012345678901234567890", TILLWIRE_P_AMOUNT_OUT_OF_RANGE);
    absent("0.1234567890123456789012345678901234567890", TILLWIRE_P_AMOUNT_OUT_OF_RANGE);
    absent("1e400", TILLWIRE_P_AMOUNT_OUT_OF_RANGE);
    absent("1e-400", TILLWIRE_P_AMOUNT_OUT_OF_RANGE);
    absent("1e99999999999999999999", TILLWIRE_P_AMOUNT_OUT_OF_RANGE);
    absent("\"free\"", TILLWIRE_P_NOT_A_NUMBER);
    absent("\"1_000\"", TILLWIRE_P_NOT_A_NUMBER);
    absent("true", TILLWIRE_P_WRONG_TYPE);
    absent("{\"a\":1}", TILLWIRE_P_WRONG_TYPE);

    /* Not stated is no oddity. */
    CHECK_INT(total_of("null", &money), TILLWIRE_ABSENT);
    tillwire_verifier_free(verifier);
    return 0;
}

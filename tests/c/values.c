/* Amounts and times that a program made up: scales and currencies that do not exist, the ends of the integers. */
#include "check.h"

#include <limits.h>

static void minor(int64_t units, int32_t scale, int32_t digits, int32_t status, int64_t wanted) {
    tillwire_money money = {0, 0, "SGD"};
    int64_t cents = 9;
    money.units = units;
    money.scale = scale;
    CHECK_CALL(status, tillwire_money_minor(&money, digits, &cents, &error));
    CHECK_INT(cents, wanted);
}

static void format(int64_t units, int32_t scale, const char *currency, const char *wanted) {
    tillwire_money money;
    char text[TILLWIRE_FORMAT_SIZE] = "x";
    memset(&money, 0, sizeof money);
    money.units = units;
    money.scale = scale;
    memcpy(money.currency, currency, strlen(currency) < 4 ? strlen(currency) : 4);
    if (wanted == NULL) {
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_money_format(&money, text, sizeof text, &error));
        CHECK_TEXT(text, "");
    } else {
        CHECK_CALL(TILLWIRE_OK, tillwire_money_format(&money, text, sizeof text, &error));
        CHECK_TEXT(text, wanted);
    }
}

static void quantity(int64_t units, int32_t scale, const char *wanted) {
    tillwire_money money;
    char text[TILLWIRE_FORMAT_SIZE] = "x";
    memset(&money, 0, sizeof money);
    money.units = units;
    money.scale = scale;
    CHECK_CALL(wanted == NULL ? TILLWIRE_E_ARGUMENT : TILLWIRE_OK,
               tillwire_quantity_format(&money, text, sizeof text, &error));
    CHECK_TEXT(text, wanted == NULL ? "" : wanted);
}

static void quantities(void) {
    quantity(1, 0, "1");
    quantity(150, 2, "1.5");
    quantity(100, 2, "1");
    quantity(0, 28, "0");
    quantity(-25, 1, "-2.5");
    quantity(1, 29, NULL);
}

static void amounts(void) {
    static const int32_t no_scales[] = {-1, 29, 255, 256, -256, 65536, INT32_MIN, INT32_MAX};
    size_t i;
    for (i = 0; i < sizeof no_scales / sizeof *no_scales; i++) {
        minor(3542, no_scales[i], 2, TILLWIRE_E_ARGUMENT, 0);
        minor(3542, 2, no_scales[i], TILLWIRE_E_ARGUMENT, 0);
        minor(0, no_scales[i], 2, TILLWIRE_E_ARGUMENT, 0);
        format(3542, no_scales[i], "SGD", NULL);
    }
    minor(3542, 2, 2, TILLWIRE_OK, 3542);
    minor(285, 1, 2, TILLWIRE_OK, 2850);
    minor(229000, 4, 2, TILLWIRE_OK, 2290);
    minor(125, 3, 2, TILLWIRE_E_INEXACT, 0);
    minor(1, 28, 28, TILLWIRE_OK, 1);
    minor(1, 0, 28, TILLWIRE_E_RANGE, 0);
    minor(0, 28, 0, TILLWIRE_OK, 0);
    minor(0, 0, 28, TILLWIRE_OK, 0);
    minor(INT64_MAX, 0, 0, TILLWIRE_OK, INT64_MAX);
    minor(INT64_MIN, 0, 0, TILLWIRE_OK, INT64_MIN);
    minor(INT64_MAX, 0, 1, TILLWIRE_E_RANGE, 0);
    minor(INT64_MIN, 0, 28, TILLWIRE_E_RANGE, 0);
    minor(INT64_MIN, 28, 28, TILLWIRE_OK, INT64_MIN);
    minor(INT64_MIN, 28, 0, TILLWIRE_E_INEXACT, 0);

    format(3542, 2, "SGD", "35.42");
    format(285, 1, "SGD", "28.50");
    format(229000, 4, "BRL", "22.90");
    format(1200, 0, "JPY", "1200");
    format(12000, 1, "JPY", "1200");
    format(125, 3, "SGD", "0.125");
    format(-1, 28, "SGD", "-0.0000000000000000000000000001");
    format(INT64_MIN, 28, "", "-0.0000000009223372036854775808");
    format(INT64_MAX, 0, "KWD", "9223372036854775807.000");
    format(INT64_MIN, 0, "CLF", "-9223372036854775808.0000");
    format(0, 28, "SGD", "0.00");
    /* What is no currency has two places. The last two have no NUL. */
    format(5, 0, "", "5.00");
    format(5, 0, "JP", "5.00");
    format(5, 0, "\xC3\xA9" "a", "5.00");
    format(5, 0, "JPYJ", "5.00");
    format(5, 0, "\xFF\xFF\xFF\xFF", "5.00");
}

/* The result may go where the amount stands. */
static void in_place(void) {
    tillwire_money money = {285, 1, "SGD"};
    CHECK_CALL(TILLWIRE_OK, tillwire_money_minor(&money, 2, &money.units, &error));
    CHECK_INT(money.units, 2850);
}

static void time_is(int64_t unix_ms, int32_t offset, int32_t has_offset, const char *wanted) {
    tillwire_time time;
    char text[TILLWIRE_FORMAT_SIZE] = "";
    time.unix_ms = unix_ms;
    time.offset_minutes = offset;
    time.has_offset = has_offset;
    CHECK_CALL(TILLWIRE_OK, tillwire_time_format(&time, text, sizeof text, &error));
    if (wanted != NULL) {
        CHECK_TEXT(text, wanted);
    }
    CHECK(text[0] != '\0');
}

static void times(void) {
    static const int64_t ends[] = {INT64_MIN, INT64_MIN + 1, -377705116800001, -1, 0, 253402300799999, 253402300800000,
                                   INT64_MAX - 1, INT64_MAX};
    static const int32_t offsets[] = {INT32_MIN, -1560, -1, 0, 1, 480, 1439, 1560, INT32_MAX};
    size_t i, k;
    time_is(0, 0, 0, "1970-01-01T00:00:00Z");
    time_is(0, 480, 0, "1970-01-01T00:00:00Z");
    time_is(0, 480, 1, "1970-01-01T08:00:00+08:00");
    time_is(0, 480, -1, "1970-01-01T08:00:00+08:00");
    time_is(-1, 0, 0, "1969-12-31T23:59:59.999Z");
    for (i = 0; i < sizeof ends / sizeof *ends; i++) {
        for (k = 0; k < sizeof offsets / sizeof *offsets; k++) {
            time_is(ends[i], offsets[k], 0, NULL);
            time_is(ends[i], offsets[k], 1, NULL);
            time_is(ends[i], offsets[k], INT32_MIN, NULL);
        }
    }
}

int main(void) {
    amounts();
    quantities();
    in_place();
    times();
    return 0;
}

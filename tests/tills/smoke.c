/* The first program on a till: is the library there, is it the one the header speaks of, does it contain a panic,
 * does it read an order? */
#include <stdio.h>
#include <string.h>

#include "tillwire.h"

static int failures = 0;

static void check(int holds, const char *what)
{
    if (!holds) {
        failures += 1;
        printf("not so: %s\n", what);
    }
}

static void versions_fit(void)
{
    check(tillwire_abi_version() == TILLWIRE_ABI_VERSION, "the ABI number is the header's");
    check(strlen(tillwire_version()) >= 5, "the version is a text such as 0.1.0");
}

static void a_panic_is_contained(void)
{
    tillwire_error *error = NULL;
    int64_t code = 0;

    check(tillwire_test_panic(NULL) == TILLWIRE_E_PANIC, "a panic is a status");
    check(tillwire_test_panic(&error) == TILLWIRE_E_PANIC, "a second panic is a status");
    check(tillwire_error_int(error, TILLWIRE_ERROR_CODE, &code) == TILLWIRE_OK, "the error has a code");
    check(code == TILLWIRE_E_PANIC, "the code is that of a panic");
    check(tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL) != NULL, "the error has a message");
    tillwire_error_free(error);
}

/* A short order as Atlas sends it, with a name that is not ASCII. */
static const char order_body[] =
    "{\"order_id\":98765,\"identifier\":\"A123\",\"state\":\"confirmed\",\"total_including_tax\":35.42,"
    "\"created_at\":\"2026-06-18T10:15:30+08:00\",\"order_items\":[{\"name\":\"Caf\\u00e9 bowl\",\"quantity\":1,"
    "\"currency\":\"SGD\",\"unit_price\":12.5,\"sub_items\":[{\"name\":\"Add avocado\",\"modifier_id\":333}]}]}";

static tillwire_verifier *make_verifier(void)
{
    tillwire_settings *settings = NULL;
    tillwire_verifier *verifier = NULL;

    check(tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, &settings, NULL) == TILLWIRE_OK, "settings are made");
    check(tillwire_settings_set_int(settings, TILLWIRE_SETTING_SCHEME, TILLWIRE_SCHEME_V1_TIMESTAMPED, NULL) ==
              TILLWIRE_OK, "a scheme is set");
    check(tillwire_settings_set_text(settings, TILLWIRE_SETTING_SIGNATURE_HEADER, "X-Sign", NULL) == TILLWIRE_OK,
          "the signature header is set");
    check(tillwire_settings_set_text(settings, TILLWIRE_SETTING_TIMESTAMP_HEADER, "X-Time", NULL) == TILLWIRE_OK,
          "the timestamp header is set");
    check(tillwire_settings_add_secret(settings, "secret", 6, NULL) == TILLWIRE_OK, "a secret is added");
    check(tillwire_verifier_new(settings, &verifier, NULL) == TILLWIRE_OK, "a verifier is made");
    tillwire_settings_free(settings);
    return verifier;
}

static void read_order(const tillwire_order *order)
{
    const char *name = tillwire_line_text(order, 0, TILLWIRE_LINE_NAME, NULL);
    char text[TILLWIRE_FORMAT_SIZE];
    tillwire_money total;
    tillwire_time created;
    int64_t number = 0;

    check(name != NULL && strcmp(name, "Caf\xc3\xa9 bowl") == 0, "the line has its name");
    check(tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, &total) == TILLWIRE_OK, "there is a total");
    check(strcmp(total.currency, "SGD") == 0, "the total has a currency");
    check(tillwire_money_minor(&total, 2, &number, NULL) == TILLWIRE_OK && number == 3542, "the total is 3542 cents");
    check(tillwire_money_format(&total, text, sizeof text, NULL) == TILLWIRE_OK && strcmp(text, "35.42") == 0,
          "the total reads 35.42");
    check(tillwire_order_time(order, TILLWIRE_ORDER_CREATED_AT, &created) == TILLWIRE_OK, "there is a time");
    check(created.unix_ms == (int64_t)1781748930 * 1000 && created.offset_minutes == 480, "the time is right");
    check(tillwire_line_int(order, 1, TILLWIRE_LINE_DEPTH, &number) == TILLWIRE_OK && number == 1,
          "the modifier is a child");
}

/* Signs, verifies and reads an order, and refuses a changed one. */
static void an_order_is_read(void)
{
    const uint8_t *body = (const uint8_t *)order_body;
    const size_t len = sizeof order_body - 1;
    const int64_t now = 1781748935;
    tillwire_verifier *verifier = make_verifier();
    tillwire_headers *headers = NULL;
    tillwire_event *event = NULL;
    int32_t http = 0;

    check(tillwire_verifier_sign(verifier, body, len, now, &headers, NULL) == TILLWIRE_OK, "a body is signed");
    check(tillwire_verifier_open(verifier, headers, body, len, now, &event, NULL) == TILLWIRE_OK, "it is opened");
    read_order(tillwire_event_order(event, 0));
    tillwire_event_free(event);
    check(tillwire_verifier_open(verifier, headers, body, len - 1, now, &event, NULL) == TILLWIRE_E_SIGNATURE_MISMATCH,
          "a changed body is refused");
    check(event == NULL, "nothing comes of it");
    check(tillwire_verifier_open(verifier, headers, body, len, now + 301, &event, NULL) == TILLWIRE_E_TIMESTAMP_AGE,
          "an old delivery is refused");
    check(tillwire_verifier_answer(verifier, TILLWIRE_E_TIMESTAMP_AGE, 0, &http, NULL, NULL) == TILLWIRE_OK &&
              http == 401, "the answer is 401");
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
}

int main(void)
{
    versions_fit();
    a_panic_is_contained();
    an_order_is_read();
    printf("tillwire %s: %s\n", tillwire_version(), failures == 0 ? "all well" : "FAILED");
    return failures == 0 ? 0 : 1;
}

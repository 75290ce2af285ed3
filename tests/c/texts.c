/* Text that is not UTF-8, or that cannot be what it is passed as: refused with a message, nothing kept of it. */
#include "check.h"

/* Latin-1, a lone continuation byte, an overlong NUL, half of a surrogate pair, a cut sequence, beyond U+10FFFF. */
static const char *const bad[] = {"caf\xE9", "\x80", "\xC0\x80", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80", "\xFF"};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

int main(void) {
    static const uint8_t body[] = "{\"order_id\":1,\"caf\xC3\xA9\":2,\"order_items\":[]}";
    static const int32_t text_settings[] = {TILLWIRE_SETTING_SIGNATURE_HEADER, TILLWIRE_SETTING_TIMESTAMP_HEADER,
                                            TILLWIRE_SETTING_EXPECT_EVENT, TILLWIRE_SETTING_TYPE_HEADER,
                                            TILLWIRE_SETTING_ID_HEADER};
    static const char *const no_paths[] = {"",      "a",      "$.",    "$[",      "$[]",     "$[\"",    "$[\"a",
                                           "$[\"]", "$[-1]",  "$[0]",  "$.a.b",   "$$",      "$.a[0]",  "$[1e1]",
                                           "$['a']", "$[\"\\", "$[\"\\\"]", "$[99999999999999999999999]", "$ ", " $"};
    tillwire_settings *settings = NULL;
    tillwire_verifier *verifier = NULL;
    tillwire_headers *headers = NULL;
    tillwire_event *event = NULL;
    size_t i, k, len = 9;

    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, &settings, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_new(&headers, &error));
    for (i = 0; i < COUNT(bad); i++) {
        for (k = 0; k < COUNT(text_settings); k++) {
            CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_text(settings, text_settings[k], bad[i], &error));
        }
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_scale(settings, bad[i], 2, &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_location(settings, bad[i], "$", &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_location(settings, "$", bad[i], &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add(headers, bad[i], "b", 1, &error));
        CHECK_CALL(TILLWIRE_E_HEADER_FORMAT, tillwire_headers_add_block(headers, bad[i], strlen(bad[i]), &error));
        CHECK_INT(tillwire_currency_digits(bad[i]), 2);
    }
    CHECK_INT(tillwire_currency_digits(""), 2);
    CHECK_INT(tillwire_currency_digits("JPYX"), 2);
    CHECK_INT(tillwire_currency_digits("JPY"), 0);
    /* A secret is bytes, and so is the value of a header: neither needs to be UTF-8. */
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(settings, bad[0], strlen(bad[0]), &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(headers, "X-Name", bad[0], strlen(bad[0]), &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(headers, "Authorization", "Bearer caf\xE9", 11, &error));
    CHECK_CALL(TILLWIRE_E_HEADER_FORMAT, tillwire_headers_add(headers, "", "b", 1, &error));
    CHECK_CALL(TILLWIRE_E_HEADER_FORMAT, tillwire_headers_add(headers, "a b", "b", 1, &error));
    CHECK_CALL(TILLWIRE_E_HEADER_FORMAT, tillwire_headers_add(headers, "a", "b\r\nc: d", 7, &error));
    CHECK_CALL(TILLWIRE_E_HEADER_FORMAT, tillwire_headers_add(headers, "a", "b\0c", 3, &error));
    /* An empty value is one, and an empty block has no headers. */
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(headers, "a", NULL, 0, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_add_block(headers, NULL, 0, &error));

    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_new(settings, &verifier, &error));
    tillwire_settings_free(settings);
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_open(verifier, headers, body, sizeof body - 1, 0, &event, &error));
    for (i = 0; i < COUNT(bad); i++) {
        len = 9;
        CHECK(tillwire_event_raw(event, bad[i], &len) == NULL && len == 0);
    }
    for (i = 0; i < COUNT(no_paths); i++) {
        len = 9;
        CHECK_IN(tillwire_event_raw(event, no_paths[i], &len) == NULL && len == 0, no_paths[i]);
    }
    CHECK(tillwire_event_raw(event, "$", &len) == tillwire_event_body(event, &len));
    CHECK(tillwire_event_raw(event, "$[\"caf\xC3\xA9\"]", &len) != NULL && len == 1);
    CHECK(tillwire_event_raw(event, "$[\"caf\\u00e9\"]", &len) != NULL && len == 1);
    tillwire_event_free(event);
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
    return 0;
}

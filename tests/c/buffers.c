/* The caller's buffers: too small ones get an empty text and an error that says how much is needed, and not one byte
 * beyond `cap` is written. */
#include "check.h"

#define GUARD ((char)0x5A)

/* What is to be written: 0 an amount, 1 a time, 2 a quantity, 3 and 4 the keys of an order,
 * 5 and 6 columns, 7 no such key, 8 no columns. */
static int32_t fill(int what, const tillwire_event *event, char *buf, size_t cap, tillwire_error **error) {
    const tillwire_money money = {-3542, 2, "SGD"};
    const tillwire_time time = {1781748930000, 480, 1};
    static const int32_t fields[] = {TILLWIRE_LINE_NAME, TILLWIRE_PAYMENT_ID, 77, TILLWIRE_ORDER_ID};
    switch (what) {
        case 0: return tillwire_money_format(&money, buf, cap, error);
        case 1: return tillwire_time_format(&time, buf, cap, error);
        case 2: return tillwire_quantity_format(&money, buf, cap, error);
        case 3: return tillwire_event_key(event, 0, TILLWIRE_KEY_DELIVERY, buf, cap, error);
        case 4: return tillwire_event_key(event, 0, TILLWIRE_KEY_CONTENT, buf, cap, error);
        case 5: return tillwire_order_columns(tillwire_event_order(event, 0), fields, 1, buf, cap, NULL, error);
        case 6: return tillwire_order_columns(tillwire_event_order(event, 0), fields, 4, buf, cap, NULL, error);
        case 7: return tillwire_event_key(event, 0, 77, buf, cap, error);
        default: return tillwire_order_columns(tillwire_event_order(event, 0), NULL, 0, buf, cap, NULL, error);
    }
}

int main(void) {
    static const uint8_t body[] =
        "{\"event_type\":\"order.created\",\"event_at\":1727423000,\"payload\":{\"id\":85,"
        "\"order_items\":[{\"id\":1,\"name\":\"Earl \\\"Grey\\\"\"},{\"id\":2}]}}";
    static const char *const wanted[] = {"-35.42", "2026-06-18T10:15:30+08:00", "-35.42", "atlas/order.created/85/1727423000000",
                                         NULL, "[[\"Earl \\\"Grey\\\"\",null]]",
                                         "[[\"Earl \\\"Grey\\\"\",null],[],null,[\"85\"]]", "", "[]"};
    tillwire_verifier *verifier = atlas_verifier(0, 0, 0);
    tillwire_event *event = NULL;
    int what;
    CHECK_CALL(TILLWIRE_OK,
               tillwire_verifier_decode_unverified(verifier, NULL, body, sizeof body - 1, &event, &error));
    for (what = 0; what < 9; what++) {
        const int32_t success = what == 7 ? TILLWIRE_ABSENT : TILLWIRE_OK;
        char whole[TILLWIRE_KEY_SIZE], buf[TILLWIRE_KEY_SIZE + 8];
        size_t len, cap;
        CHECK_CALL(success, fill(what, event, whole, sizeof whole, &error));
        if (wanted[what] != NULL) {
            CHECK_TEXT(whole, wanted[what]);
        } else {
            CHECK_INT(strlen(whole), 64);
        }
        len = strlen(whole);
        for (cap = 0; cap <= len + 2; cap++) {
            memset(buf, GUARD, sizeof buf);
            if (cap <= len) {
                CHECK_CALL(TILLWIRE_E_BUFFER, fill(what, event, buf, cap, &error));
                CHECK(buf[0] == (cap == 0 ? GUARD : '\0'));
            } else {
                CHECK_CALL(success, fill(what, event, buf, cap, &error));
                CHECK_TEXT(buf, whole);
            }
            CHECK(buf[cap] == GUARD && buf[cap + 1] == GUARD);
        }
        /* A capacity that is a lie is the caller's to answer for, as long as the text itself fits. */
        CHECK_CALL(success, fill(what, event, buf, SIZE_MAX, &error));
        CHECK_TEXT(buf, whole);
    }
    tillwire_event_free(event);
    tillwire_verifier_free(verifier);
    return 0;
}

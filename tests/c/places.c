/* Where results are put: any address will do, aligned or not, and what stood there is overwritten, not freed. */
#include "check.h"

/* Room for one value at an odd address, with a byte on each side that nobody may touch. */
#define ODD(type, name)                                   \
    char name##_room[sizeof(type) + 2];                   \
    type *name = (type *)(void *)(name##_room + 1);       \
    memset(name##_room, 0x5A, sizeof name##_room)
#define TAKE(name, into)                                                                            \
    do {                                                                                            \
        memcpy(&(into), name##_room + 1, sizeof(into));                                             \
        CHECK(name##_room[0] == 0x5A && name##_room[sizeof name##_room - 1] == 0x5A);               \
    } while (0)

int main(void) {
    static const uint8_t body[] = "{\"order_id\":1,\"total_including_tax\":35.42,\"created_at\":1727423000,"
                                  "\"order_items\":[{\"id\":2,\"name\":\"Tea\",\"currency\":\"SGD\"}]}";
    tillwire_verifier *verifier = NULL;
    tillwire_settings *settings = NULL;
    tillwire_headers *headers = bearer_headers();
    tillwire_event *event = NULL;
    tillwire_error *error = NULL;
    const tillwire_order *order;
    const char *answer = NULL;
    char *json = NULL;
    tillwire_money total;
    tillwire_time created;
    int64_t count = 0;
    int32_t small = 0;
    size_t size = 0;

    ODD(tillwire_settings *, odd_settings);
    ODD(tillwire_verifier *, odd_verifier);
    ODD(tillwire_event *, odd_event);
    ODD(tillwire_error *, odd_error);
    ODD(tillwire_money, odd_money);
    ODD(tillwire_time, odd_time);
    ODD(int64_t, odd_number);
    ODD(int32_t, odd_index);
    ODD(int32_t, odd_assurance);
    ODD(size_t, odd_len);
    ODD(const char *, odd_answer);
    ODD(char *, odd_json);

    CHECK_INT(tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, odd_settings, odd_error), TILLWIRE_OK);
    TAKE(odd_settings, settings);
    TAKE(odd_error, error);
    CHECK(error == NULL);
    CHECK_INT(tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), odd_error), TILLWIRE_OK);
    CHECK_INT(tillwire_verifier_new(settings, odd_verifier, odd_error), TILLWIRE_OK);
    TAKE(odd_verifier, verifier);
    CHECK_INT(tillwire_verifier_verify(verifier, headers, body, sizeof body - 1, 0, odd_index, odd_assurance, odd_error),
              TILLWIRE_OK);
    TAKE(odd_index, small);
    CHECK_INT(small, 0);
    TAKE(odd_assurance, small);
    CHECK_INT(small, TILLWIRE_ASSURANCE_SENDER_ONLY);
    CHECK_INT(tillwire_verifier_open(verifier, headers, body, sizeof body - 1, 0, odd_event, odd_error), TILLWIRE_OK);
    TAKE(odd_event, event);
    order = tillwire_event_order(event, 0);
    CHECK_INT(tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, odd_money), TILLWIRE_OK);
    TAKE(odd_money, total);
    CHECK(total.units == 3542 && total.scale == 2 && strcmp(total.currency, "SGD") == 0);
    CHECK_INT(tillwire_money_minor(odd_money, 2, odd_number, odd_error), TILLWIRE_OK);
    TAKE(odd_number, count);
    CHECK_INT(count, 3542);
    CHECK_INT(tillwire_order_time(order, TILLWIRE_ORDER_CREATED_AT, odd_time), TILLWIRE_OK);
    TAKE(odd_time, created);
    CHECK_INT(created.unix_ms, 1727423000000);
    CHECK_INT(tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, odd_number), TILLWIRE_OK);
    TAKE(odd_number, count);
    CHECK_INT(count, 1);
    CHECK_INT(tillwire_event_money(event, "$.total_including_tax", TILLWIRE_SCALE_BY_PLACE, odd_money, odd_error),
              TILLWIRE_OK);
    TAKE(odd_money, total);
    CHECK(total.units == 3542 && total.scale == 2 && strcmp(total.currency, "SGD") == 0);
    CHECK_TEXT(tillwire_line_text(order, 0, TILLWIRE_LINE_NAME, odd_len), "Tea");
    TAKE(odd_len, size);
    CHECK_INT(size, 3);
    CHECK(tillwire_event_body(event, odd_len) != NULL);
    TAKE(odd_len, size);
    CHECK_INT(size, sizeof body - 1);
    CHECK_INT(tillwire_verifier_answer(verifier, TILLWIRE_OK, 0, odd_index, odd_answer, odd_len), TILLWIRE_OK);
    TAKE(odd_answer, answer);
    TAKE(odd_len, size);
    CHECK_INT(strlen(answer), size);
    CHECK_INT(tillwire_event_json(event, odd_json, odd_error), TILLWIRE_OK);
    TAKE(odd_json, json);
    CHECK(json != NULL);
    tillwire_string_free(json);
    CHECK_INT(tillwire_headers_new(NULL, odd_error), TILLWIRE_E_ARGUMENT);
    TAKE(odd_error, error);
    CHECK(error_text(error, TILLWIRE_ERROR_MESSAGE) != NULL);
    tillwire_error_free(error);

    tillwire_event_free(event);
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
    tillwire_settings_free(settings);
    return 0;
}

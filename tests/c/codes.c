/* Codes and positions that do not exist: fields, settings, platforms, schemes, groups, keys, lists, up to both ends of
 * the integers. Getters answer "absent", setters refuse. */
#include "check.h"

#include <limits.h>

/* No code of any group. */
static const int32_t unknown[] = {INT32_MIN, INT32_MIN + 1, -2, 99, 199, 1000, 65536, INT32_MAX - 1, INT32_MAX};
static const size_t beyond[] = {1, 2, 65536, UINT32_MAX, SIZE_MAX / 2, SIZE_MAX - 1, SIZE_MAX};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const tillwire_event *event;
static const tillwire_order *order;
static tillwire_book *book;
static tillwire_changes *changes;

static void absent_text(const char *text, const size_t *len) {
    CHECK(text == NULL);
    CHECK_INT(*len, 0);
}

#define NO_TEXT(...)                                              \
    do {                                                          \
        size_t len = 9;                                           \
        absent_text(CALL(__VA_ARGS__, &len), &len);                \
        CHECK(CALL(__VA_ARGS__, NULL) == NULL);                   \
    } while (0)
#define NO_INT(...)                                               \
    do {                                                          \
        int64_t number = 9;                                       \
        CHECK_INT(CALL(__VA_ARGS__, &number), TILLWIRE_ABSENT);   \
        CHECK_INT(number, 0);                                     \
    } while (0)
#define NO_MONEY(...)                                             \
    do {                                                          \
        tillwire_money money = {9, 9, "ZZZ"};                     \
        CHECK_INT(CALL(__VA_ARGS__, &money), TILLWIRE_ABSENT);    \
        CHECK(money.units == 0 && money.scale == 0 && money.currency[0] == '\0'); \
    } while (0)
#define NO_TIME(...)                                              \
    do {                                                          \
        tillwire_time time = {9, 9, 9};                           \
        CHECK_INT(CALL(__VA_ARGS__, &time), TILLWIRE_ABSENT);     \
        CHECK(time.unix_ms == 0 && time.offset_minutes == 0 && time.has_offset == 0); \
    } while (0)
#define CALL(function, ...) function(__VA_ARGS__)

static void fields(int32_t code) {
    char key[TILLWIRE_KEY_SIZE] = "x";
    NO_TEXT(tillwire_event_text, event, code);
    NO_INT(tillwire_event_int, event, code);
    NO_TIME(tillwire_event_time, event, code);
    NO_TEXT(tillwire_problem_text, event, 0, code);
    NO_INT(tillwire_problem_int, event, 0, code);
    NO_TEXT(tillwire_order_text, order, code);
    NO_MONEY(tillwire_order_money, order, code);
    NO_TIME(tillwire_order_time, order, code);
    NO_INT(tillwire_order_int, order, code);
    CHECK_CALL(TILLWIRE_OK, tillwire_order_columns(order, &code, 1, key, sizeof key, NULL, &error));
    CHECK_TEXT(key, "[null]");
    NO_TEXT(tillwire_line_text, order, 0, code);
    NO_TEXT(tillwire_line_listed, order, 0, code, 0);
    NO_MONEY(tillwire_line_money, order, 0, code);
    NO_INT(tillwire_line_int, order, 0, code);
    NO_TEXT(tillwire_payment_text, order, 0, code);
    NO_MONEY(tillwire_payment_money, order, 0, code);
    NO_INT(tillwire_payment_int, order, 0, code);
    NO_TEXT(tillwire_party_text, order, 0, code);
    NO_INT(tillwire_party_int, order, 0, code);
    NO_TEXT(tillwire_step_text, order, 0, code);
    NO_TIME(tillwire_step_time, order, 0, code);
    NO_INT(tillwire_step_int, order, 0, code);
    NO_TEXT(tillwire_adjustment_text, order, 0, code);
    NO_MONEY(tillwire_adjustment_money, order, 0, code);
    NO_INT(tillwire_adjustment_int, order, 0, code);
    NO_TEXT(tillwire_subject_text, event, 0, code);
    NO_TIME(tillwire_subject_time, event, 0, code);
    NO_INT(tillwire_subject_int, event, 0, code);
    NO_TEXT(tillwire_change_text, changes, 0, code);
    NO_TIME(tillwire_change_time, changes, 0, code);
    NO_INT(tillwire_change_int, changes, 0, code);
    NO_INT(tillwire_change_line, changes, 0, 0, code);
    CHECK(tillwire_change_order(changes, 0, code) == NULL);
    NO_INT(tillwire_book_int, book, code);
    NO_INT(tillwire_word_int, TILLWIRE_VOCABULARY_ATLAS_STATE, 0, code);
    CHECK_CALL(TILLWIRE_ABSENT,
               tillwire_word_text(TILLWIRE_VOCABULARY_ATLAS_STATE, 0, code, key, sizeof key, &error));
    CHECK_TEXT(key, "");
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_word_text(code, 0, TILLWIRE_WORD_CODE, key, sizeof key, &error));
    CHECK_TEXT(key, "");
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_event_key(event, 0, code, key, sizeof key, &error));
    CHECK_TEXT(key, "");
}

/* A field of one type asked for as another is as unknown as any other. */
static void fields_of_another_type(void) {
    NO_TEXT(tillwire_order_text, order, TILLWIRE_ORDER_TOTAL);
    NO_MONEY(tillwire_order_money, order, TILLWIRE_ORDER_ID);
    NO_INT(tillwire_order_int, order, TILLWIRE_ORDER_CREATED_AT);
    NO_TIME(tillwire_order_time, order, TILLWIRE_ORDER_PROGRESS);
    NO_TEXT(tillwire_line_text, order, 0, TILLWIRE_LINE_TAGS);
    NO_TEXT(tillwire_line_listed, order, 0, TILLWIRE_LINE_NAME, 0);
    NO_TEXT(tillwire_line_text, order, 0, TILLWIRE_ORDER_ID);
    NO_TEXT(tillwire_change_text, changes, 0, TILLWIRE_CHANGE_ACTION);
    NO_INT(tillwire_change_int, changes, 0, TILLWIRE_CHANGE_ORDER_ID);
    NO_INT(tillwire_change_int, changes, 0, TILLWIRE_CHANGE_LINE_EDIT);
    NO_INT(tillwire_change_line, changes, 0, 0, TILLWIRE_CHANGE_ACTION);
    NO_TIME(tillwire_change_time, changes, 0, TILLWIRE_CHANGE_NOW);
    CHECK(tillwire_change_order(changes, 0, TILLWIRE_CHANGE_DUE_AT) == NULL);
}

static void positions(size_t position) {
    char key[TILLWIRE_KEY_SIZE] = "x";
    CHECK(tillwire_event_order(event, position) == NULL);
    CHECK_CALL(TILLWIRE_ABSENT,
               tillwire_event_key(event, position, TILLWIRE_KEY_CONTENT, key, sizeof key, &error));
    CHECK_TEXT(key, "");
    NO_TEXT(tillwire_problem_text, event, position, TILLWIRE_PROBLEM_PATH);
    NO_TEXT(tillwire_problem_text, event, position, TILLWIRE_PROBLEM_MESSAGE);
    NO_INT(tillwire_problem_int, event, position, TILLWIRE_PROBLEM_CODE);
    NO_TEXT(tillwire_line_text, order, position, TILLWIRE_LINE_ID);
    NO_TEXT(tillwire_line_listed, order, position, TILLWIRE_LINE_TAGS, 0);
    NO_TEXT(tillwire_line_listed, order, 0, TILLWIRE_LINE_TAGS, position);
    NO_MONEY(tillwire_line_money, order, position, TILLWIRE_LINE_UNIT_PRICE);
    NO_INT(tillwire_line_int, order, position, TILLWIRE_LINE_DEPTH);
    NO_TEXT(tillwire_payment_text, order, position, TILLWIRE_PAYMENT_ID);
    NO_MONEY(tillwire_payment_money, order, position, TILLWIRE_PAYMENT_AMOUNT);
    NO_INT(tillwire_payment_int, order, position, TILLWIRE_PAYMENT_CAPTURED);
    NO_TEXT(tillwire_party_text, order, position, TILLWIRE_PARTY_NAME);
    NO_INT(tillwire_party_int, order, position, TILLWIRE_PARTY_ROLE);
    NO_TEXT(tillwire_step_text, order, position, TILLWIRE_STEP_STATE);
    NO_TIME(tillwire_step_time, order, position, TILLWIRE_STEP_AT);
    NO_INT(tillwire_step_int, order, position, TILLWIRE_STEP_PROGRESS);
    NO_TEXT(tillwire_adjustment_text, order, position, TILLWIRE_ADJUSTMENT_NAME);
    NO_MONEY(tillwire_adjustment_money, order, position, TILLWIRE_ADJUSTMENT_AMOUNT);
    NO_INT(tillwire_adjustment_int, order, position, TILLWIRE_ADJUSTMENT_KIND);
    NO_TEXT(tillwire_subject_text, event, position, TILLWIRE_SUBJECT_ID);
    NO_TIME(tillwire_subject_time, event, position, TILLWIRE_SUBJECT_CLOSED_AT);
    NO_INT(tillwire_subject_int, event, position, TILLWIRE_SUBJECT_KIND);
    NO_TEXT(tillwire_change_text, changes, position, TILLWIRE_CHANGE_ORDER_ID);
    NO_TIME(tillwire_change_time, changes, position, TILLWIRE_CHANGE_DUE_AT);
    NO_INT(tillwire_change_int, changes, position, TILLWIRE_CHANGE_ACTION);
    NO_INT(tillwire_change_line, changes, position, 0, TILLWIRE_CHANGE_LINE_EDIT);
    NO_INT(tillwire_change_line, changes, 0, position, TILLWIRE_CHANGE_LINE_EDIT);
    CHECK(tillwire_change_order(changes, position, TILLWIRE_CHANGE_NOW) == NULL);
}

static void positions_of_words(size_t position) {
    char key[TILLWIRE_WORD_SIZE] = "x";
    NO_INT(tillwire_word_int, TILLWIRE_VOCABULARY_ATLAS_STATE, position, TILLWIRE_WORD_MEANING);
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_word_text(TILLWIRE_VOCABULARY_ATLAS_STATE, position, TILLWIRE_WORD_CODE,
                                                   key, sizeof key, &error));
    CHECK_TEXT(key, "");
}

static void headers_by_position(void) {
    tillwire_verifier *verifier = atlas_verifier(0, 0, 0);
    tillwire_headers *headers = NULL;
    size_t i;
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_sign(verifier, NULL, 0, 0, &headers, &error));
    CHECK_TEXT(tillwire_headers_name(headers, 0, NULL), "Authorization");
    CHECK_TEXT(tillwire_headers_value(headers, 0, NULL), BEARER);
    for (i = 0; i < COUNT(beyond); i++) {
        NO_TEXT(tillwire_headers_name, headers, beyond[i]);
        NO_TEXT(tillwire_headers_value, headers, beyond[i]);
    }
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(headers, "X-Bytes", " \xff\x80 ", 4, &error));
    CHECK_TEXT(tillwire_headers_name(headers, 1, NULL), "X-Bytes");
    CHECK_TEXT(tillwire_headers_value(headers, 1, NULL), "\xff\x80");
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_set_limit(headers, 2, &error));
    CHECK_CALL(TILLWIRE_E_HEADER_FORMAT, tillwire_headers_add(headers, "X", "1", 1, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_set_limit(headers, 3, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(headers, "X", "1", 1, &error));
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
}

static void settings(void) {
    static const int64_t wide[] = {INT64_MIN, INT64_MIN + 1, (int64_t)INT32_MIN - 1, -2, 4294967296, INT64_MAX};
    tillwire_settings *kept = NULL;
    size_t i;
    for (i = 0; i < COUNT(unknown); i++) {
        tillwire_settings *made = UNTOUCHED;
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_new(unknown[i], &made, &error));
        CHECK(made == NULL);
    }
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(TILLWIRE_PLATFORM_FIRE, &kept, &error));
    for (i = 0; i < COUNT(unknown); i++) {
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_int(kept, unknown[i], 1, &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_set_text(kept, unknown[i], "a", &error));
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_int(kept, TILLWIRE_SETTING_SCHEME, unknown[i], &error));
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(kept, "SGD", unknown[i], &error));
    }
    for (i = 0; i < COUNT(wide); i++) {
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_int(kept, TILLWIRE_SETTING_SCHEME, wide[i], &error));
        CHECK_CALL(TILLWIRE_E_SETTING,
                   tillwire_settings_set_int(kept, TILLWIRE_SETTING_TOLERANCE_SECONDS, wide[i], &error));
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_int(kept, TILLWIRE_SETTING_BODY_BYTES, wide[i], &error));
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_int(kept, TILLWIRE_SETTING_DEPTH, wide[i], &error));
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_int(kept, TILLWIRE_SETTING_ELEMENTS, wide[i], &error));
    }
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_int(kept, TILLWIRE_SETTING_DEPTH, -1, &error));
    CHECK_CALL(TILLWIRE_E_SETTING,
               tillwire_settings_set_int(kept, TILLWIRE_SETTING_BODY_BYTES, 2147483647, &error));
    /* The ends of what is allowed. */
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_int(kept, TILLWIRE_SETTING_BODY_BYTES, 2147483646, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_int(kept, TILLWIRE_SETTING_TOLERANCE_SECONDS, 4294967295, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_int(kept, TILLWIRE_SETTING_TOLERANCE_SECONDS, 0, &error));
    CHECK_CALL(TILLWIRE_OK,
               tillwire_settings_set_int(kept, TILLWIRE_SETTING_TOLERANCE_SECONDS, TILLWIRE_TOLERANCE_OFF, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_scale(kept, "sgd", 28, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(kept, "SGD", 29, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(kept, "SGD", -1, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(kept, "", 2, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(kept, "SG", 2, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(kept, "SGDX", 2, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(kept, "S$\x01", 2, &error));
    tillwire_settings_free(kept);
}

/* The limits of a book, requests and platforms that do not exist, and names that are no UTF-8. */
static void books(void) {
    static const int32_t read_only[] = {TILLWIRE_BOOK_ORDERS, TILLWIRE_BOOK_FINISHED, TILLWIRE_BOOK_LEFT_OPEN};
    static const int64_t wide[] = {INT64_MIN, -1, 2147483648, INT64_MAX};
    int32_t permission = 9;
    int64_t number;
    const char *reason = UNTOUCHED;
    char *text = UNTOUCHED;
    size_t i;
    for (i = 0; i < COUNT(unknown); i++) {
        const int32_t code = unknown[i];
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_set_int(book, code, 1, &error));
        CHECK(tillwire_book_order(book, "", code, "1") == NULL);
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_remove(book, "", code, "1", &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_export(book, "", code, "1", &text, &error));
        CHECK(text == NULL);
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_may_ask(book, "", code, "1", TILLWIRE_ASK_READY, NULL, &permission,
                                                              &reason, &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_may_ask(book, "", TILLWIRE_PLATFORM_ATLAS, "1", code, NULL,
                                                              &permission, &reason, &error));
        CHECK(permission == 0 && reason == NULL);
    }
    for (i = 0; i < COUNT(read_only); i++) {
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_set_int(book, read_only[i], 1, &error));
    }
    for (i = 0; i < COUNT(wide); i++) {
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_book_set_int(book, TILLWIRE_BOOK_MOST_ORDERS, wide[i], &error));
        CHECK_CALL(TILLWIRE_E_SETTING, tillwire_book_set_int(book, TILLWIRE_BOOK_MOST_REMEMBERED, wide[i], &error));
    }
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_book_set_int(book, TILLWIRE_BOOK_MOST_ORDERS, 0, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_book_set_int(book, TILLWIRE_BOOK_REMEMBERED_SECONDS, -1, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_set_int(book, TILLWIRE_BOOK_REMEMBERED_SECONDS, INT64_MAX, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_set_int(book, TILLWIRE_BOOK_MOST_ORDERS, 2147483647, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_set_int(book, TILLWIRE_BOOK_MOST_REMEMBERED, 0, &error));
    CHECK_INT(tillwire_book_int(book, TILLWIRE_BOOK_MOST_ORDERS, &number), TILLWIRE_OK);
    CHECK_INT(number, 2147483647);

    CHECK(tillwire_book_order(book, "", TILLWIRE_PLATFORM_ATLAS, "2") == NULL);
    CHECK(tillwire_book_order(book, "", TILLWIRE_PLATFORM_FIRE, "1") == NULL);
    CHECK(tillwire_book_order(book, "other", TILLWIRE_PLATFORM_ATLAS, "1") == NULL);
    CHECK(tillwire_book_order(book, "\xff", TILLWIRE_PLATFORM_ATLAS, "1") == NULL);
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_book_remove(book, "", TILLWIRE_PLATFORM_ATLAS, "2", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_remove(book, "", TILLWIRE_PLATFORM_ATLAS, "\xff", &error));
    text = UNTOUCHED;
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_book_export(book, "", TILLWIRE_PLATFORM_ATLAS, "2", &text, &error));
    CHECK(text == NULL);
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_book_may_ask(book, "", TILLWIRE_PLATFORM_ATLAS, "2", TILLWIRE_ASK_READY, NULL,
                                                      &permission, &reason, &error));
    CHECK(permission == 0 && reason == NULL);
}

/* Settings make one verifier; afterwards they refuse everything and can still be freed. */
static void settings_used_twice(void) {
    tillwire_settings *used = NULL;
    tillwire_verifier *first = NULL, *second = UNTOUCHED;
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(TILLWIRE_PLATFORM_KLIKIT, &used, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(used, "a", 1, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_new(used, &first, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_verifier_new(used, &second, &error));
    CHECK(second == NULL);
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_add_secret(used, "b", 1, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_int(used, TILLWIRE_SETTING_DEPTH, 5, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_text(used, TILLWIRE_SETTING_EXPECT_EVENT, "a", &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_settings_set_scale(used, "SGD", 2, &error));
    tillwire_settings_free(used);
    tillwire_verifier_free(first);

    /* The same after a verifier that could not be made. */
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(TILLWIRE_PLATFORM_KLIKIT, &used, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_verifier_new(used, &second, &error));
    CHECK(second == NULL);
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_verifier_new(used, &second, &error));
    tillwire_settings_free(used);
}

static void names_and_answers(void) {
    tillwire_verifier *verifier = atlas_verifier(0, 0, 0);
    int32_t group;
    size_t i;
    for (i = 0; i < COUNT(unknown); i++) {
        int32_t http_status = 0;
        CHECK(tillwire_name(unknown[i], 1) == NULL);
        for (group = TILLWIRE_NAMES_PLATFORM; group <= TILLWIRE_NAMES_MAY; group++) {
            /* -2 is a status. */
            CHECK((tillwire_name(group, unknown[i]) == NULL) ==
                  (group != TILLWIRE_NAMES_STATUS || unknown[i] != TILLWIRE_E_MEMORY));
            CHECK(tillwire_name(group, INT64_MIN + 1) == NULL);
            CHECK(tillwire_name(group, INT64_MAX) == NULL);
            /* No code after the high half has been cut off. */
            CHECK(tillwire_name(group, 4294967296 + 1) == NULL);
        }
        CHECK_INT(tillwire_verifier_answer(verifier, unknown[i], unknown[i], &http_status, NULL, NULL), TILLWIRE_OK);
        CHECK_INT(http_status, 500);
        CHECK(tillwire_error_text(NULL, unknown[i], NULL) == NULL);
    }
    tillwire_verifier_free(verifier);
}

static void errors(int32_t code) {
    tillwire_error *error = NULL;
    CHECK_INT(tillwire_headers_new(NULL, &error), TILLWIRE_E_ARGUMENT);
    NO_TEXT(tillwire_error_text, error, code);
    NO_INT(tillwire_error_int, error, code);
    NO_INT(tillwire_error_int, error, TILLWIRE_ERROR_SKEW_SECONDS);
    tillwire_error_free(error);
}

int main(void) {
    static const uint8_t body[] =
        "{\"order_id\":1,\"notes\":5,\"subtotal\":1.5,\"contact_name\":\"Jo\",\"order_payments\":[{\"id\":1}],"
        "\"order_items\":[{\"id\":2,\"unit_price\":1.5,\"tags\":[\"a\"]}]}";
    tillwire_verifier *verifier = atlas_verifier(0, 0, 0);
    tillwire_event *opened = NULL;
    size_t i;
    CHECK_CALL(TILLWIRE_OK,
               tillwire_verifier_decode_unverified(verifier, NULL, body, sizeof body - 1, &opened, &error));
    tillwire_verifier_free(verifier);
    event = opened;
    order = tillwire_event_order(event, 0);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_new(&book, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, "", event, 0, &changes, &error));
    for (i = 0; i < COUNT(unknown); i++) {
        fields(unknown[i]);
        errors(unknown[i]);
    }
    fields(0);
    fields_of_another_type();
    for (i = 0; i < COUNT(beyond); i++) {
        positions(beyond[i]);
        /* There are words at the first positions. */
        positions_of_words(beyond[i] < 100 ? 100 : beyond[i]);
    }
    books();
    tillwire_changes_free(changes);
    tillwire_book_free(book);
    tillwire_event_free(opened);
    headers_by_position();
    settings();
    settings_used_twice();
    names_and_answers();
    return 0;
}

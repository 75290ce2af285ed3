/* A book of orders through C: the life of an order of each platform, what may be asked of it, limits, and a book that is
 * kept as text and begun with it. */
#include "check.h"

#define ACCOUNT "main"
#define KLIKIT TILLWIRE_PLATFORM_KLIKIT
#define ATLAS TILLWIRE_PLATFORM_ATLAS
#define FIRE TILLWIRE_PLATFORM_FIRE

#define CREATED "klikit.order.created.v2"
#define STATUS "klikit.order.status.updated"
#define CART "klikit.order.cart.updated"

static tillwire_verifier *verifiers[4];

static tillwire_verifier *verifier_of(int32_t platform) {
    tillwire_settings *settings = NULL;
    tillwire_verifier *verifier = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(platform, &settings, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_new(settings, &verifier, &error));
    tillwire_settings_free(settings);
    return verifier;
}

static tillwire_book *new_book(void) {
    tillwire_book *book = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_book_new(&book, &error));
    CHECK(book != NULL);
    return book;
}

/* Applies a delivery; klikit's states its type in a header. */
static tillwire_changes *apply(tillwire_book *book, int32_t platform, const char *kind, const char *body, int64_t now) {
    tillwire_headers *headers = NULL;
    tillwire_event *event = NULL;
    tillwire_changes *changes = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_new(&headers, &error));
    if (kind != NULL) {
        CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(headers, "x-klikit-event-type", kind, strlen(kind), &error));
    }
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_decode_unverified(verifiers[platform], headers, (const uint8_t *)body,
                                                                strlen(body), &event, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, ACCOUNT, event, now, &changes, &error));
    tillwire_headers_free(headers);
    tillwire_event_free(event);
    return changes;
}

/* Applies the platform's answer to a read. */
static tillwire_changes *apply_answer(tillwire_book *book, int32_t platform, const char *body) {
    tillwire_event *event = NULL;
    tillwire_changes *changes = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_decode_orders(verifiers[platform], (const uint8_t *)body, strlen(body),
                                                            &event, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, ACCOUNT, event, 0, &changes, &error));
    tillwire_event_free(event);
    return changes;
}

/* A number of a change, or -1 where it is absent. */
static int64_t number_at(const tillwire_changes *changes, size_t position, int32_t field) {
    int64_t number = 0;
    return tillwire_change_int(changes, position, field, &number) == TILLWIRE_OK ? number : -1;
}

static int64_t number(const tillwire_changes *changes, int32_t field) {
    return number_at(changes, 0, field);
}

static const char *text(const tillwire_changes *changes, int32_t field) {
    return tillwire_change_text(changes, 0, field, NULL);
}

static int64_t count(const tillwire_book *book, int32_t field) {
    int64_t number = 0;
    CHECK_INT(tillwire_book_int(book, field, &number), TILLWIRE_OK);
    return number;
}

/* The one change of a delivery is this; it is ended. */
static void told(tillwire_changes *changes, int32_t verdict, int32_t action, int32_t progress) {
    CHECK_INT(tillwire_changes_count(changes), 1);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_VERDICT), verdict);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_ACTION), action);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PROGRESS), progress);
    tillwire_changes_free(changes);
}

static int32_t may_ask(const tillwire_book *book, int32_t platform, const char *id, int32_t ask, const char *reason) {
    int32_t permission = 0;
    const char *why = NULL;
    CHECK_CALL(TILLWIRE_OK,
               tillwire_book_may_ask(book, ACCOUNT, platform, id, ask, reason, &permission, &why, &error));
    CHECK(why != NULL && why[0] != '\0');
    return permission;
}

static char *exported(const tillwire_book *book) {
    char *text = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_book_export(book, NULL, 0, NULL, &text, &error));
    return text;
}

#define KLIKIT_ORDER(minute, members)                                                             \
    "{\"brand_id\":1,\"branch_id\":2,\"orders\":[{\"id\":42,\"updated_at\":\"2026-06-18T12:" minute \
    ":00Z\"," members "}]}"
#define ITEM(name, quantity) "{\"item_id\":7,\"title\":\"" name "\",\"quantity\":" quantity ",\"price\":500,\"groups\":[]}"

/* Printed, changed, repeated, read, cancelled. */
static void klikit(void) {
    static const char created[] =
        KLIKIT_ORDER("01", "\"status\":1,\"can_accept\":true,\"scheduled_time\":\"2026-06-18T13:00:00+08:00\",\"cart\":[" ITEM(
                               "Rendang", "1") "," ITEM("Sate", "1") "]");
    tillwire_book *book = new_book();
    tillwire_changes *changes = apply(book, KLIKIT, CREATED, created, 100);
    const tillwire_order *order = tillwire_change_order(changes, 0, TILLWIRE_CHANGE_NOW);
    tillwire_time due;
    int64_t before = 9, now = 9, edit = 9;
    CHECK_TEXT(text(changes, TILLWIRE_CHANGE_ACCOUNT), ACCOUNT);
    CHECK_TEXT(text(changes, TILLWIRE_CHANGE_ORDER_ID), "42");
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PLATFORM), KLIKIT);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PRINTED), 1);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_NEEDS_DETAIL), 1);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_UNCERTAIN), 0);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_TEST), 0);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PROGRESS_BEFORE), -1);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PAYMENT_STATUS), -1);
    CHECK_INT(tillwire_change_time(changes, 0, TILLWIRE_CHANGE_DUE_AT, &due), TILLWIRE_OK);
    CHECK(due.unix_ms == INT64_C(1781758800000) && due.offset_minutes == 480 && due.has_offset == 1);
    CHECK_TEXT(tillwire_line_text(order, 1, TILLWIRE_LINE_NAME, NULL), "Sate");
    CHECK(tillwire_change_order(changes, 0, TILLWIRE_CHANGE_BEFORE) == NULL);
    told(changes, TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_PRINT, TILLWIRE_PROGRESS_PLACED);

    CHECK_INT(may_ask(book, KLIKIT, "42", TILLWIRE_ASK_ACCEPT, NULL), TILLWIRE_MAY_ALLOWED);
    CHECK_INT(may_ask(book, KLIKIT, "42", TILLWIRE_ASK_READY, NULL), TILLWIRE_MAY_DOUBTFUL);
    CHECK_INT(may_ask(book, KLIKIT, "42", TILLWIRE_ASK_REJECT, NULL), TILLWIRE_MAY_REFUSED);
    CHECK_INT(may_ask(book, KLIKIT, "42", TILLWIRE_ASK_REJECT, ""), TILLWIRE_MAY_REFUSED);
    CHECK_INT(may_ask(book, KLIKIT, "42", TILLWIRE_ASK_REJECT, "too_busy"), TILLWIRE_MAY_ALLOWED);
    told(apply(book, KLIKIT, CREATED, created, 101), TILLWIRE_VERDICT_DUPLICATE, TILLWIRE_ACTION_NOTHING,
         TILLWIRE_PROGRESS_PLACED);

    changes = apply(book, KLIKIT, CART,
                    KLIKIT_ORDER("03", "\"status\":2,\"cart\":[" ITEM("Rendang", "3") "," ITEM("Gado-gado", "1") "]"), 102);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_LINE_COUNT), 3);
    CHECK_INT(tillwire_change_line(changes, 0, 0, TILLWIRE_CHANGE_LINE_EDIT, &edit), TILLWIRE_OK);
    CHECK_INT(edit, TILLWIRE_EDIT_QUANTITY);
    CHECK_INT(tillwire_change_line(changes, 0, 1, TILLWIRE_CHANGE_LINE_EDIT, &edit), TILLWIRE_OK);
    CHECK_INT(edit, TILLWIRE_EDIT_ADDED);
    CHECK_INT(tillwire_change_line(changes, 0, 1, TILLWIRE_CHANGE_LINE_BEFORE, &before), TILLWIRE_ABSENT);
    CHECK_INT(tillwire_change_line(changes, 0, 1, TILLWIRE_CHANGE_LINE_NOW, &now), TILLWIRE_OK);
    order = tillwire_change_order(changes, 0, TILLWIRE_CHANGE_NOW);
    CHECK_TEXT(tillwire_line_text(order, (size_t)now, TILLWIRE_LINE_NAME, NULL), "Gado-gado");
    CHECK_INT(tillwire_change_line(changes, 0, 2, TILLWIRE_CHANGE_LINE_EDIT, &edit), TILLWIRE_OK);
    CHECK_INT(edit, TILLWIRE_EDIT_REMOVED);
    CHECK_INT(tillwire_change_line(changes, 0, 2, TILLWIRE_CHANGE_LINE_NOW, &now), TILLWIRE_ABSENT);
    CHECK_INT(tillwire_change_line(changes, 0, 2, TILLWIRE_CHANGE_LINE_BEFORE, &before), TILLWIRE_OK);
    order = tillwire_change_order(changes, 0, TILLWIRE_CHANGE_BEFORE);
    CHECK_TEXT(tillwire_line_text(order, (size_t)before, TILLWIRE_LINE_NAME, NULL), "Sate");
    told(changes, TILLWIRE_VERDICT_CHANGED, TILLWIRE_ACTION_REPRINT, TILLWIRE_PROGRESS_ACCEPTED);

    /* Late: older than what is known. */
    told(apply(book, KLIKIT, STATUS, KLIKIT_ORDER("02", "\"status\":2"), 103), TILLWIRE_VERDICT_STALE,
         TILLWIRE_ACTION_NOTHING, TILLWIRE_PROGRESS_ACCEPTED);
    changes = apply_answer(book, KLIKIT,
                           "{\"data\":{\"id\":42,\"updated_at\":\"2026-06-18T12:03:00Z\",\"status\":2,\"short_id\":\"K-1\"}}");
    CHECK_INT(number(changes, TILLWIRE_CHANGE_NEEDS_DETAIL), 0);
    told(changes, TILLWIRE_VERDICT_CHANGED, TILLWIRE_ACTION_UPDATE, TILLWIRE_PROGRESS_ACCEPTED);
    told(apply(book, KLIKIT, STATUS, KLIKIT_ORDER("05", "\"status\":3"), 104), TILLWIRE_VERDICT_CHANGED,
         TILLWIRE_ACTION_VOID, TILLWIRE_PROGRESS_CANCELLED);
    told(apply(book, KLIKIT, STATUS, KLIKIT_ORDER("06", "\"status\":9"), 105), TILLWIRE_VERDICT_CHANGED,
         TILLWIRE_ACTION_UPDATE, TILLWIRE_PROGRESS_CANCELLED);
    CHECK_INT(may_ask(book, KLIKIT, "42", TILLWIRE_ASK_CANCEL, "late"), TILLWIRE_MAY_REFUSED);
    CHECK_TEXT(tillwire_order_text(tillwire_book_order(book, ACCOUNT, KLIKIT, "42"), TILLWIRE_ORDER_REFERENCE, NULL),
               "K-1");
    tillwire_book_free(book);
}

#define ATLAS_ORDER(id, state, quantity)                                                                        \
    "{\"order_id\":" id ",\"identifier\":\"A" id "\",\"state\":\"" state                                        \
    "\",\"contact_name\":\"Jo\",\"order_items\":[{\"id\":1,\"name\":\"Laksa\",\"quantity\":" quantity \
    ",\"currency\":\"SGD\",\"unit_price\":4.5,\"item_total\":4.5}]}"

/* Unpaid, then to be cooked; without times, from A to B and back to A. */
static void atlas(void) {
    tillwire_book *book = new_book();
    tillwire_changes *changes = apply(book, ATLAS, NULL, ATLAS_ORDER("5", "unpaid", "1"), 1);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PAYMENT_STATUS), TILLWIRE_PAY_UNPAID);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_UNCERTAIN), 1);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_NEEDS_DETAIL), 0);
    told(changes, TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_UPDATE, TILLWIRE_PROGRESS_PLACED);
    changes = apply(book, ATLAS, NULL, ATLAS_ORDER("5", "confirmed", "1"), 2);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PAYMENT_STATUS_BEFORE), TILLWIRE_PAY_UNPAID);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PAYMENT_STATUS), -1);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PROGRESS_BEFORE), TILLWIRE_PROGRESS_PLACED);
    told(changes, TILLWIRE_VERDICT_CHANGED, TILLWIRE_ACTION_PRINT, TILLWIRE_PROGRESS_ACCEPTED);
    told(apply(book, ATLAS, NULL, ATLAS_ORDER("5", "confirmed", "2"), 3), TILLWIRE_VERDICT_CHANGED,
         TILLWIRE_ACTION_REPRINT, TILLWIRE_PROGRESS_ACCEPTED);
    told(apply(book, ATLAS, NULL, ATLAS_ORDER("5", "confirmed", "1"), 4), TILLWIRE_VERDICT_CHANGED,
         TILLWIRE_ACTION_REPRINT, TILLWIRE_PROGRESS_ACCEPTED);
    told(apply(book, ATLAS, NULL, ATLAS_ORDER("5", "confirmed", "1"), 5), TILLWIRE_VERDICT_DUPLICATE,
         TILLWIRE_ACTION_NOTHING, TILLWIRE_PROGRESS_ACCEPTED);
    CHECK_INT(may_ask(book, ATLAS, "5", TILLWIRE_ASK_READY, NULL), TILLWIRE_MAY_REFUSED);
    CHECK_INT(count(book, TILLWIRE_BOOK_NEW), 1);
    CHECK_INT(count(book, TILLWIRE_BOOK_CHANGED), 3);
    CHECK_INT(count(book, TILLWIRE_BOOK_DUPLICATE), 1);
    CHECK_INT(count(book, TILLWIRE_BOOK_STALE), 0);

    /* About no order. */
    changes = apply(book, ATLAS, NULL, "{\"event_type\":\"stock.updated\",\"event_at\":1,\"payload\":{\"item_id\":3}}", 6);
    CHECK(text(changes, TILLWIRE_CHANGE_ORDER_ID) == NULL);
    CHECK(tillwire_change_order(changes, 0, TILLWIRE_CHANGE_NOW) == NULL);
    told(changes, TILLWIRE_VERDICT_NOT_UNDERSTOOD, TILLWIRE_ACTION_NOTHING, -1);
    CHECK_INT(count(book, TILLWIRE_BOOK_NOT_UNDERSTOOD), 1);
    tillwire_book_free(book);
}

#define FIRE_EVENT(mark, kind, minute, members)                                                             \
    "{\"event\":{\"id\":\"" mark "\",\"type\":\"" kind "\",\"createdAt\":\"2026-06-18T12:" minute               \
    ":00.000Z\"},\"data\":{\"orderId\":\"f-1\"," members "}}"
#define FIRE_LINES "\"orderLines\":[{\"uid\":\"l-1\",\"itemDescription\":\"Feijoada\",\"quantity\":\"1\"}]"
#define FIRE_STEP(mark, minute, status)                                                                   \
    FIRE_EVENT(mark, "order.status_updated", minute,                                                      \
               "\"status\":\"COMPLETED\",\"kitchen\":{\"status\":\"" status "\",\"occurredAt\":\"2026-06-18T12:" minute \
               ":00Z\",\"history\":[]}")

/* A step of the kitchen comes first, the order late, the cancellation before the sale of another book. */
static void fire(void) {
    static const char completed[] = FIRE_EVENT("e-1", "order.completed", "01",
                                               "\"status\":\"COMPLETED\",\"paymentStatus\":\"SUCCEEDED\"," FIRE_LINES);
    tillwire_book *book = new_book();
    tillwire_changes *changes;
    told(apply(book, FIRE, NULL, FIRE_STEP("e-3", "03", "ready"), 1), TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_FETCH,
         TILLWIRE_PROGRESS_READY);
    CHECK_INT(may_ask(book, FIRE, "f-1", TILLWIRE_ASK_HAND_OVER, NULL), TILLWIRE_MAY_REFUSED);
    changes = apply(book, FIRE, NULL, completed, 2);
    CHECK_TEXT(text(changes, TILLWIRE_CHANGE_DISPATCH_EVENT_ID), "e-1");
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PAYMENT_STATUS), TILLWIRE_PAY_PAID);
    told(changes, TILLWIRE_VERDICT_CHANGED, TILLWIRE_ACTION_PRINT, TILLWIRE_PROGRESS_READY);
    changes = apply(book, FIRE, NULL, FIRE_STEP("e-2", "02", "preparing"), 3);
    CHECK_TEXT(tillwire_step_text(tillwire_change_order(changes, 0, TILLWIRE_CHANGE_NOW), 0, TILLWIRE_STEP_STATE, NULL),
               "preparing");
    CHECK_TEXT(tillwire_step_text(tillwire_change_order(changes, 0, TILLWIRE_CHANGE_NOW), 1, TILLWIRE_STEP_STATE, NULL),
               "ready");
    told(changes, TILLWIRE_VERDICT_CHANGED, TILLWIRE_ACTION_UPDATE, TILLWIRE_PROGRESS_READY);
    CHECK_INT(may_ask(book, FIRE, "f-1", TILLWIRE_ASK_HAND_OVER, NULL), TILLWIRE_MAY_ALLOWED);
    CHECK_INT(may_ask(book, FIRE, "f-1", TILLWIRE_ASK_PREPARE, NULL), TILLWIRE_MAY_REFUSED);
    told(apply(book, FIRE, NULL, completed, 4), TILLWIRE_VERDICT_DUPLICATE, TILLWIRE_ACTION_NOTHING,
         TILLWIRE_PROGRESS_READY);
    tillwire_book_free(book);

    book = new_book();
    told(apply(book, FIRE, NULL,
               FIRE_EVENT("e-2", "order.cancelled", "02", "\"status\":\"CANCELLED\",\"paymentStatus\":\"SUCCEEDED\"," FIRE_LINES), 1),
         TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_UPDATE, TILLWIRE_PROGRESS_CANCELLED);
    changes = apply(book, FIRE, NULL, completed, 2);
    CHECK_INT(number(changes, TILLWIRE_CHANGE_PRINTED), 0);
    tillwire_changes_free(changes);
    CHECK_INT(count(book, TILLWIRE_BOOK_FINISHED), 1);
    tillwire_book_free(book);
}

/* Several orders of one delivery, and every order of the book. */
static void batches(void) {
    static const char body[] =
        "{\"brand_id\":1,\"branch_id\":2,\"orders\":["
        "{\"id\":2,\"updated_at\":\"2026-06-18T12:01:00Z\",\"status\":2,\"cart\":[" ITEM("Sate", "1") "]},"
        "{\"id\":1,\"updated_at\":\"2026-06-18T12:01:00Z\",\"status\":2,\"is_fake\":true,\"cart\":[" ITEM("Sate", "1") "]},"
        "{\"id\":2,\"updated_at\":\"2026-06-18T12:02:00Z\",\"status\":3}]}";
    tillwire_book *book = new_book();
    tillwire_changes *changes = apply(book, KLIKIT, STATUS, body, 1);
    CHECK_INT(tillwire_changes_count(changes), 3);
    CHECK_INT(number_at(changes, 0, TILLWIRE_CHANGE_ACTION), TILLWIRE_ACTION_PRINT);
    CHECK_TEXT(tillwire_change_text(changes, 1, TILLWIRE_CHANGE_ORDER_ID, NULL), "1");
    CHECK_INT(number_at(changes, 1, TILLWIRE_CHANGE_ACTION), TILLWIRE_ACTION_UPDATE);
    CHECK_INT(number_at(changes, 1, TILLWIRE_CHANGE_TEST), 1);
    CHECK_INT(number_at(changes, 2, TILLWIRE_CHANGE_ACTION), TILLWIRE_ACTION_VOID);
    tillwire_changes_free(changes);

    CHECK_CALL(TILLWIRE_OK, tillwire_book_orders(book, &changes, &error));
    CHECK_INT(tillwire_changes_count(changes), 2);
    CHECK_TEXT(tillwire_change_text(changes, 0, TILLWIRE_CHANGE_ORDER_ID, NULL), "1");
    CHECK_TEXT(tillwire_change_text(changes, 1, TILLWIRE_CHANGE_ORDER_ID, NULL), "2");
    CHECK_TEXT(tillwire_change_text(changes, 1, TILLWIRE_CHANGE_ACCOUNT, NULL), ACCOUNT);
    CHECK_INT(number_at(changes, 1, TILLWIRE_CHANGE_VERDICT), TILLWIRE_VERDICT_HELD);
    CHECK_INT(number_at(changes, 1, TILLWIRE_CHANGE_PROGRESS), TILLWIRE_PROGRESS_CANCELLED);
    CHECK_INT(number_at(changes, 1, TILLWIRE_CHANGE_PRINTED), 1);
    tillwire_book_free(book);
    /* Changes live by themselves. */
    CHECK_TEXT(tillwire_line_text(tillwire_change_order(changes, 1, TILLWIRE_CHANGE_NOW), 0, TILLWIRE_LINE_NAME, NULL),
               "Sate");
    tillwire_changes_free(changes);

    book = new_book();
    CHECK_CALL(TILLWIRE_OK, tillwire_book_orders(book, &changes, &error));
    CHECK_INT(tillwire_changes_count(changes), 0);
    tillwire_changes_free(changes);
    tillwire_book_free(book);
}

/* Beyond the limits, finished orders leave first, and are remembered. */
/* A dictionary that is loaded after an order came says more of its state. */
static void read_again(void) {
    static const char created[] = "{\"brand_id\":1,\"branch_id\":2,\"orders\":[{\"id\":77,\"status\":40,"
                                  "\"updated_at\":\"2026-06-18T12:00:00Z\"}]}";
    static const char served[] = "{\"data\":[{\"id\":40,\"status\":\"PREPARING\"}]}";
    tillwire_settings *settings = NULL;
    tillwire_verifier *with_dictionary = NULL;
    tillwire_book *book = new_book();
    size_t words = 0;
    tillwire_changes *changes = apply(book, KLIKIT, STATUS, created, 1);
    CHECK_INT(number_at(changes, 0, TILLWIRE_CHANGE_PROGRESS), TILLWIRE_PROGRESS_UNKNOWN);
    tillwire_changes_free(changes);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_read_again(book, verifiers[KLIKIT], &changes, &error));
    CHECK_INT(tillwire_changes_count(changes), 0);
    tillwire_changes_free(changes);

    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(KLIKIT, &settings, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), &error));
    CHECK_CALL(TILLWIRE_OK,
               tillwire_settings_load_dictionary(settings, TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS,
                                                 (const uint8_t *)served, sizeof served - 1, &words, &error));
    CHECK_INT(words, 1);
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_new(settings, &with_dictionary, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_read_again(book, with_dictionary, &changes, &error));
    CHECK_INT(tillwire_changes_count(changes), 1);
    CHECK_TEXT(tillwire_change_text(changes, 0, TILLWIRE_CHANGE_ORDER_ID, NULL), "77");
    CHECK_INT(number_at(changes, 0, TILLWIRE_CHANGE_PROGRESS_BEFORE), TILLWIRE_PROGRESS_UNKNOWN);
    CHECK_INT(number_at(changes, 0, TILLWIRE_CHANGE_PROGRESS), TILLWIRE_PROGRESS_PREPARING);
    tillwire_changes_free(changes);
    tillwire_settings_free(settings);
    tillwire_verifier_free(with_dictionary);
    tillwire_book_free(book);
}

static void limits(void) {
    tillwire_book *book = new_book();
    CHECK_INT(count(book, TILLWIRE_BOOK_MOST_ORDERS), 10000);
    CHECK_INT(count(book, TILLWIRE_BOOK_REMEMBERED_SECONDS), 604800);
    CHECK_INT(count(book, TILLWIRE_BOOK_MOST_REMEMBERED), 100000);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_set_int(book, TILLWIRE_BOOK_MOST_ORDERS, 2, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_set_int(book, TILLWIRE_BOOK_REMEMBERED_SECONDS, 60, &error));
    tillwire_changes_free(apply(book, ATLAS, NULL, ATLAS_ORDER("1", "confirmed", "1"), 1));
    tillwire_changes_free(apply(book, ATLAS, NULL, ATLAS_ORDER("2", "completed", "1"), 2));
    tillwire_changes_free(apply(book, ATLAS, NULL, ATLAS_ORDER("3", "confirmed", "1"), 3));
    CHECK(tillwire_book_order(book, ACCOUNT, ATLAS, "2") == NULL);
    CHECK_INT(count(book, TILLWIRE_BOOK_ORDERS), 2);
    CHECK_INT(count(book, TILLWIRE_BOOK_REMEMBERED), 1);
    CHECK_INT(count(book, TILLWIRE_BOOK_LEFT_FINISHED), 1);
    told(apply(book, ATLAS, NULL, ATLAS_ORDER("2", "completed", "1"), 4), TILLWIRE_VERDICT_FORGOTTEN,
         TILLWIRE_ACTION_NOTHING, TILLWIRE_PROGRESS_DELIVERED);
    CHECK_INT(count(book, TILLWIRE_BOOK_FORGOTTEN), 1);
    /* An open one that left is not printed again. */
    tillwire_changes_free(apply(book, ATLAS, NULL, ATLAS_ORDER("4", "confirmed", "1"), 5));
    CHECK_INT(count(book, TILLWIRE_BOOK_LEFT_OPEN), 1);
    told(apply(book, ATLAS, NULL, ATLAS_ORDER("1", "confirmed", "1"), 6), TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_UPDATE,
         TILLWIRE_PROGRESS_ACCEPTED);
    /* After its time, nothing is known of it. */
    told(apply(book, ATLAS, NULL, ATLAS_ORDER("2", "completed", "1"), 100), TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_PRINT,
         TILLWIRE_PROGRESS_DELIVERED);
    /* All others are open, so that it leaves at once. */
    CHECK(tillwire_book_order(book, ACCOUNT, ATLAS, "2") == NULL);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_remove(book, ACCOUNT, ATLAS, "1", &error));
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_book_remove(book, ACCOUNT, ATLAS, "1", &error));
    tillwire_book_free(book);
}

static void fill(tillwire_book *book) {
    tillwire_changes_free(apply(book, KLIKIT, CREATED, KLIKIT_ORDER("01", "\"status\":2,\"cart\":[" ITEM("Sate", "1") "]"), 1));
    tillwire_changes_free(apply(book, ATLAS, NULL, ATLAS_ORDER("5", "confirmed", "1"), 2));
    tillwire_changes_free(apply(book, FIRE, NULL, FIRE_STEP("e-3", "03", "ready"), 3));
}

/* Whatever is damaged is refused, and the book is as it was. */
static void damaged(tillwire_book *book, const char *export) {
    const size_t len = strlen(export), step = quick() ? 97 : 1;
    char *before = exported(book), *after, *again;
    char *copy = malloc(len + 1);
    size_t i;
    CHECK(copy != NULL);
    for (i = 0; i < len; i += step) {
        CHECK_CALL(TILLWIRE_E_NOT_JSON, tillwire_book_import(book, export, i, NULL, &error));
    }
    for (i = 0; i < len; i += step) {
        tillwire_book *other = new_book();
        int32_t status;
        memcpy(copy, export, len + 1);
        copy[i] = copy[i] == '1' ? '2' : '1';
        status = tillwire_book_import(other, copy, len, NULL, NULL);
        CHECK(status == TILLWIRE_OK || status == TILLWIRE_E_NOT_JSON || status == TILLWIRE_E_EXPORT ||
              status == TILLWIRE_E_VERSION);
        after = exported(other);
        CHECK((status == TILLWIRE_OK) == (count(other, TILLWIRE_BOOK_ORDERS) > 0) || strstr(copy, "\"orders\":[") == NULL);
        /* What was taken in is kept as it is. */
        CHECK_CALL(TILLWIRE_OK, tillwire_book_import(other, after, strlen(after), NULL, &error));
        again = exported(other);
        CHECK_TEXT(again, after);
        tillwire_string_free(again);
        tillwire_string_free(after);
        tillwire_book_free(other);
    }
    free(copy);
    CHECK_CALL(TILLWIRE_E_VERSION, tillwire_book_import(book, "{\"tillwire_book\":2}", 19, NULL, &error));
    CHECK_CALL(TILLWIRE_E_EXPORT, tillwire_book_import(book, "{\"orders\":[]}", 13, NULL, &error));
    CHECK_CALL(TILLWIRE_E_EXPORT, tillwire_book_import(book, "[]", 2, NULL, &error));
    CHECK_CALL(TILLWIRE_E_EXPORT, tillwire_book_import(book, "{\"tillwire_book\":1,\"orders\":{}}", 31, NULL, &error));
    after = exported(book);
    CHECK_TEXT(after, before);
    tillwire_string_free(before);
    tillwire_string_free(after);
}

static void kept_as_text(void) {
    tillwire_book *book = new_book(), *other = new_book();
    char *text = UNTOUCHED, *again = NULL, *one = NULL;
    size_t imported = 9;
    tillwire_error *error = NULL;
    fill(book);
    text = exported(book);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_import(other, text, strlen(text), &imported, &error));
    CHECK_INT(imported, 3);
    again = exported(other);
    CHECK_TEXT(again, text);
    told(apply(other, KLIKIT, CREATED, KLIKIT_ORDER("01", "\"status\":2,\"cart\":[" ITEM("Sate", "1") "]"), 4),
         TILLWIRE_VERDICT_DUPLICATE, TILLWIRE_ACTION_NOTHING, TILLWIRE_PROGRESS_ACCEPTED);
    told(apply(other, ATLAS, NULL, ATLAS_ORDER("5", "cancelled", "1"), 5), TILLWIRE_VERDICT_CHANGED, TILLWIRE_ACTION_VOID,
         TILLWIRE_PROGRESS_CANCELLED);

    /* One order alone, in the place of what is known of it. */
    CHECK_CALL(TILLWIRE_OK, tillwire_book_export(book, ACCOUNT, ATLAS, "5", &one, &error));
    CHECK(strstr(one, "Jo") != NULL && strlen(one) < strlen(text));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_import(other, one, strlen(one), &imported, &error));
    CHECK_INT(imported, 1);
    tillwire_string_free(again);
    again = exported(other);
    CHECK_TEXT(again, text);
    tillwire_string_free(one);

    /* What is refused says where, and says nothing of people. */
    one = malloc(strlen(text) + 1);
    CHECK(one != NULL);
    strcpy(one, text);
    memcpy(strstr(one, "\"name\":\"Jo\"") + strlen("\"name\":"), "true", 4);
    CHECK_INT(tillwire_book_import(other, one, strlen(one), &imported, &error), TILLWIRE_E_EXPORT);
    CHECK_INT(imported, 0);
    CHECK_TEXT(error_text(error, TILLWIRE_ERROR_PATH), "$.orders[1].order.parties[0].name");
    CHECK(strstr(error_text(error, TILLWIRE_ERROR_MESSAGE), "Jo") == NULL);
    tillwire_error_free(error);
    free(one);

    damaged(other, text);
    tillwire_string_free(text);
    tillwire_string_free(again);
    tillwire_book_free(book);
    tillwire_book_free(other);
}

static void json(void) {
    tillwire_book *book = new_book();
    tillwire_changes *changes;
    char *text = NULL;
    fill(book);
    changes = apply(book, ATLAS, NULL, ATLAS_ORDER("5", "confirmed", "2"), 5);
    CHECK_CALL(TILLWIRE_OK, tillwire_changes_json(changes, &text, &error));
    CHECK(strncmp(text, "[{\"verdict\":\"changed\",\"action\":\"reprint\",\"platform\":\"atlas\",\"account\":\"main\",", 77) == 0);
    CHECK(strstr(text, "\"line_changes\":[{\"kind\":\"quantity\",\"before\":0,\"after\":0}]") != NULL);
    CHECK(strstr(text, "\"order_before\":{") != NULL);
    tillwire_string_free(text);
    tillwire_changes_free(changes);
    tillwire_book_free(book);
}

/* Accounts are apart, and names of any length and language are fine. */
static void accounts(void) {
    tillwire_book *book = new_book();
    tillwire_event *event = NULL;
    tillwire_changes *changes = NULL;
    static const uint8_t body[] = ATLAS_ORDER("5", "confirmed", "1");
    char *name = malloc(100001);
    CHECK(name != NULL);
    memset(name, 'n', 100000);
    name[100000] = '\0';
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_decode_unverified(verifiers[ATLAS], NULL, body, sizeof body - 1, &event, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, "", event, 0, &changes, &error));
    CHECK_TEXT(text(changes, TILLWIRE_CHANGE_ACCOUNT), "");
    told(changes, TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_PRINT, TILLWIRE_PROGRESS_ACCEPTED);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, name, event, 0, &changes, &error));
    CHECK_TEXT(text(changes, TILLWIRE_CHANGE_ACCOUNT), name);
    told(changes, TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_PRINT, TILLWIRE_PROGRESS_ACCEPTED);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, "\xe5\xba\x97", event, INT64_MIN, &changes, &error));
    told(changes, TILLWIRE_VERDICT_NEW, TILLWIRE_ACTION_PRINT, TILLWIRE_PROGRESS_ACCEPTED);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, "\xe5\xba\x97", event, INT64_MAX, &changes, &error));
    told(changes, TILLWIRE_VERDICT_DUPLICATE, TILLWIRE_ACTION_NOTHING, TILLWIRE_PROGRESS_ACCEPTED);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_book_apply(book, "\xff", event, 0, &changes, &error));
    CHECK(changes == NULL);
    CHECK_INT(count(book, TILLWIRE_BOOK_ORDERS), 3);
    CHECK(tillwire_book_order(book, name, ATLAS, "5") != NULL);
    CHECK(tillwire_book_order(book, name + 1, ATLAS, "5") == NULL);
    tillwire_event_free(event);
    tillwire_book_free(book);
    free(name);
}

int main(void) {
    int32_t platform;
    for (platform = KLIKIT; platform <= FIRE; platform++) {
        verifiers[platform] = verifier_of(platform);
    }
    klikit();
    atlas();
    fire();
    batches();
    read_again();
    limits();
    kept_as_text();
    json();
    accounts();
    for (platform = KLIKIT; platform <= FIRE; platform++) {
        tillwire_verifier_free(verifiers[platform]);
    }
    return 0;
}

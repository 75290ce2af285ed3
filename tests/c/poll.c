/* What a till asks for, and catching up by reading, through C: with answers that stand here, and no network. */
#include "check.h"

#define LABEL "shop"

static const uint8_t RANDOM[16] = {7};
static tillwire_book *book;

static void set(tillwire_account *account, int32_t setting, const char *text) {
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_text(account, setting, text, strlen(text), &error));
}

static tillwire_account *account_at(int32_t platform) {
    tillwire_account *account = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(platform, 0, &account, &error));
    set(account, TILLWIRE_ACCOUNT_SECRET, SECRET);
    set(account, TILLWIRE_ACCOUNT_API_ADDRESS, "http://127.0.0.1:1");
    if (platform == TILLWIRE_PLATFORM_KLIKIT) {
        set(account, TILLWIRE_ACCOUNT_KEY, "partner");
    } else if (platform == TILLWIRE_PLATFORM_FIRE) {
        set(account, TILLWIRE_ACCOUNT_APP_ADDRESS, "http://127.0.0.1:1");
    } else {
        set(account, TILLWIRE_ACCOUNT_MERCHANT, "merchant");
    }
    return account;
}

/* The platform answers the call that is next; tells what its address ends in. */
static void answered(tillwire_call *call, int32_t status, const char *body, const char *asked) {
    const char *url;
    int64_t wait = 0;
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, RANDOM, &error));
    url = tillwire_call_text(call, TILLWIRE_REQUEST_URL, NULL);
    CHECK_IN(strstr(url, asked) != NULL, url);
    if (status == 200) {
        CHECK_CALL(TILLWIRE_OK, tillwire_call_after(call, status, NULL, (const uint8_t *)body, strlen(body), 0, 0, &wait, &error));
    } else {
        CHECK_CALL(TILLWIRE_E_CALL_NOT_FOUND,
                   tillwire_call_after(call, status, NULL, (const uint8_t *)body, strlen(body), 0, 0, &wait, &error));
    }
}

#define NOON INT64_C(1781092800000)
#define ORDER "{\"id\":412,\"status\":%s,\"created_at\":\"2026-06-10T11:00:00Z\",\"cart\":[{\"name\":\"Tea\",\"quantity\":1}]}"

/* One round in which the list holds the order in this state; how many changes had the action. */
static size_t round_of(tillwire_poll *poll, tillwire_account *account, int64_t now_ms, const char *state, int64_t action) {
    tillwire_call *call = NULL;
    tillwire_changes *changes = NULL;
    tillwire_error *error = NULL;
    char order[256], body[512];
    size_t found = 0, i;
    int32_t status;
    snprintf(order, sizeof order, ORDER, state);
    while ((status = tillwire_poll_next(poll, account, NULL, book, now_ms, &call, &changes, &error)) == TILLWIRE_OK) {
        int64_t operation = 0;
        CHECK(changes == NULL || tillwire_changes_count(changes) <= 1);
        for (i = 0; i < tillwire_changes_count(changes); i++) {
            int64_t got = 0;
            CHECK_INT(tillwire_change_int(changes, i, TILLWIRE_CHANGE_ACTION, &got), TILLWIRE_OK);
            found += got == action;
        }
        tillwire_changes_free(changes);
        CHECK_INT(tillwire_call_int(call, TILLWIRE_REQUEST_OPERATION, &operation), TILLWIRE_OK);
        if (operation == TILLWIRE_OPERATION_KLIKIT_ORDERS) {
            snprintf(body, sizeof body, "{\"data\":{\"total\":1,\"orders\":[%s]}}", order);
            answered(call, 200, body, "/orders?from=");
        } else {
            CHECK_INT(operation, TILLWIRE_OPERATION_KLIKIT_ORDER);
            snprintf(body, sizeof body, "{\"data\":%s}", order);
            answered(call, 200, body, "/orders/412");
        }
    }
    CHECK_INT(status, TILLWIRE_ABSENT);
    CHECK(call == NULL && error == NULL);
    for (i = 0; i < tillwire_changes_count(changes); i++) {
        int64_t got = 0;
        CHECK_INT(tillwire_change_int(changes, i, TILLWIRE_CHANGE_ACTION, &got), TILLWIRE_OK);
        found += got == action;
    }
    tillwire_changes_free(changes);
    return found;
}

static void rounds(void) {
    tillwire_account *account = account_at(TILLWIRE_PLATFORM_KLIKIT), *fire = account_at(TILLWIRE_PLATFORM_FIRE);
    tillwire_poll *poll = NULL, *again = NULL;
    tillwire_call *call = NULL;
    tillwire_changes *changes = NULL;
    char *cursor = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_poll_new(TILLWIRE_PLATFORM_KLIKIT, LABEL, NULL, &poll, &error));
    CHECK_INT(round_of(poll, account, NOON, "2", TILLWIRE_ACTION_PRINT), 1);
    CHECK_INT(round_of(poll, account, NOON + 60000, "2", TILLWIRE_ACTION_PRINT), 0);
    CHECK_INT(round_of(poll, account, NOON + 120000, "3", TILLWIRE_ACTION_VOID), 1);

    /* The cursor lives on, for the same account only. */
    CHECK_CALL(TILLWIRE_OK, tillwire_poll_export(poll, &cursor, &error));
    CHECK_TEXT(cursor, "{\"tillwire_poll\":1,\"platform\":\"klikit\",\"account\":\"shop\",\"seen_until_ms\":1781092920000}");
    CHECK_CALL(TILLWIRE_OK, tillwire_poll_new(TILLWIRE_PLATFORM_KLIKIT, LABEL, cursor, &again, &error));
    tillwire_poll_free(again);
    CHECK_CALL(TILLWIRE_E_EXPORT, tillwire_poll_new(TILLWIRE_PLATFORM_KLIKIT, "other", cursor, &again, &error));
    CHECK_CALL(TILLWIRE_E_EXPORT, tillwire_poll_new(TILLWIRE_PLATFORM_KLIKIT, LABEL, "{}", &again, &error));
    CHECK_CALL(TILLWIRE_E_VERSION,
               tillwire_poll_new(TILLWIRE_PLATFORM_KLIKIT, LABEL, "{\"tillwire_poll\":9}", &again, &error));
    CHECK(again == NULL);
    tillwire_string_free(cursor);

    /* A call of which nothing came yet is not skipped; one that failed ends the round. */
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_poll_next(poll, fire, NULL, book, NOON, &call, &changes, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_poll_next(poll, account, NULL, book, NOON + 180000, &call, &changes, &error));
    tillwire_changes_free(changes);
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_poll_next(poll, account, NULL, book, NOON, &call, &changes, &error));
    tillwire_poll_free(poll);
    CHECK_CALL(TILLWIRE_OK, tillwire_poll_new(TILLWIRE_PLATFORM_KLIKIT, LABEL, NULL, &poll, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_poll_next(poll, account, NULL, book, NOON, &call, &changes, &error));
    tillwire_changes_free(changes);
    answered(call, 404, "{\"error\":{\"code\":\"resource_not_found\",\"message\":\"\"}}", "/orders?");
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_poll_next(poll, account, NULL, book, NOON, &call, &changes, &error));
    CHECK(changes == NULL && call == NULL);
    tillwire_poll_free(poll);
    tillwire_account_free(account);
    tillwire_account_free(fire);
}

/* Applies a delivery to the book. */
static void deliver(int32_t platform, const char *type, const char *body) {
    tillwire_settings *settings = NULL;
    tillwire_verifier *verifier = NULL;
    tillwire_headers *headers = NULL;
    tillwire_event *event = NULL;
    tillwire_changes *changes = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(platform, &settings, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_text(settings, TILLWIRE_SETTING_EXPECT_EVENT, type, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_new(settings, &verifier, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_headers_new(&headers, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_decode_unverified(verifier, headers, (const uint8_t *)body, strlen(body),
                                                                &event, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_book_apply(book, LABEL, event, 0, &changes, &error));
    tillwire_changes_free(changes);
    tillwire_event_free(event);
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
    tillwire_settings_free(settings);
}

static void asks(void) {
    tillwire_account *klikit = account_at(TILLWIRE_PLATFORM_KLIKIT), *fire = account_at(TILLWIRE_PLATFORM_FIRE),
                     *atlas = account_at(TILLWIRE_PLATFORM_ATLAS);
    tillwire_call *call = NULL;
    tillwire_time at = {NOON, 480, 1};
    deliver(TILLWIRE_PLATFORM_KLIKIT, "klikit.order.created.v2", "{\"orders\":[{\"id\":7,\"status\":1,\"cart\":[]}]}");
    deliver(TILLWIRE_PLATFORM_ATLAS, "order.confirmed", "{\"id\":5,\"state\":\"confirmed\",\"order_items\":[]}");
    deliver(TILLWIRE_PLATFORM_FIRE, "order.completed",
            "{\"event\":{\"id\":\"e-1\",\"type\":\"order.completed\",\"createdAt\":\"2026-06-10T11:00:00Z\"},"
            "\"data\":{\"orderId\":\"o-1\",\"status\":\"COMPLETED\",\"paymentStatus\":\"SUCCEEDED\","
            "\"orderLines\":[{\"productId\":\"p\",\"product\":\"Tea\",\"quantity\":1}]}}");

    CHECK_CALL(TILLWIRE_OK,
               tillwire_book_request(book, LABEL, "7", klikit, TILLWIRE_ASK_ACCEPT, NULL, NULL, &at, &call, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, RANDOM, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_METHOD, NULL), "PATCH");
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_BODY, NULL),
               "{\"status\":\"accepted\",\"occurred_at\":\"2026-06-10T20:00:00+08:00\"}");
    tillwire_call_free(call);
    CHECK_CALL(TILLWIRE_E_CALL_REFUSED,
               tillwire_book_request(book, LABEL, "7", klikit, TILLWIRE_ASK_CANCEL, NULL, NULL, NULL, &call, &error));
    CHECK(call == NULL);
    CHECK_CALL(TILLWIRE_OK, tillwire_book_request(book, LABEL, "7", klikit, TILLWIRE_ASK_CANCEL, "kitchen_closed", NULL,
                                                  NULL, &call, &error));
    tillwire_call_free(call);
    CHECK_CALL(TILLWIRE_ABSENT,
               tillwire_book_request(book, LABEL, "8", klikit, TILLWIRE_ASK_ACCEPT, NULL, NULL, NULL, &call, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT,
               tillwire_book_request(book, LABEL, "7", klikit, 99, NULL, NULL, NULL, &call, &error));

    CHECK_CALL(TILLWIRE_OK, tillwire_book_request(book, LABEL, "o-1", fire, TILLWIRE_ASK_PREPARE, NULL, "Grill", &at, &call,
                                                  &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, RANDOM, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_BODY, NULL),
               "{\"eventType\":\"order.preparing\",\"providerEventId\":\"o-1:order.preparing\","
               "\"occurredAt\":\"2026-06-10T12:00:00Z\",\"orderId\":\"o-1\",\"eventId\":\"e-1\","
               "\"stationName\":\"Grill\"}");
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_IDEMPOTENCY_KEY, NULL), "o-1:order.preparing");
    tillwire_call_free(call);
    CHECK_CALL(TILLWIRE_OK,
               tillwire_book_request(book, LABEL, "o-1", fire, TILLWIRE_ASK_READY, NULL, NULL, NULL, &call, &error));
    CHECK_CALL(TILLWIRE_E_CALL_PARAMETER, tillwire_call_begin(call, RANDOM, &error)); /* it needs the time */
    tillwire_call_free(call);

    CHECK_CALL(TILLWIRE_E_CALL_REFUSED,
               tillwire_book_request(book, LABEL, "5", atlas, TILLWIRE_ASK_ACCEPT, NULL, NULL, NULL, &call, &error));
    tillwire_account_free(klikit);
    tillwire_account_free(fire);
    tillwire_account_free(atlas);
}

int main(void) {
    CHECK_CALL(TILLWIRE_OK, tillwire_book_new(&book, &error));
    rounds();
    asks();
    tillwire_book_free(book);
    puts("poll: ok");
    return 0;
}

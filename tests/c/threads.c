/* One verifier and one account, used by many threads at once, as the header allows of a const handle; events and calls are
 * each thread's own, and one event is read by all. */
#include "check.h"

#include <pthread.h>

#define THREADS 8

static const uint8_t body[] = "{\"order_id\":1,\"total_including_tax\":35.42,"
                              "\"order_items\":[{\"id\":2,\"name\":\"Tea\",\"unit_price\":1.5,\"currency\":\"SGD\"}]}";
static tillwire_verifier *verifier;
static tillwire_headers *shared_headers;
static tillwire_event *shared_event;
static tillwire_account *account;

static void read_event(const tillwire_event *event) {
    const tillwire_order *order = tillwire_event_order(event, 0);
    tillwire_money total;
    char *json = NULL, key[TILLWIRE_KEY_SIZE];
    CHECK_TEXT(tillwire_line_text(order, 0, TILLWIRE_LINE_NAME, NULL), "Tea");
    CHECK_INT(tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, &total), TILLWIRE_OK);
    CHECK_INT(total.units, 3542);
    CHECK_CALL(TILLWIRE_OK, tillwire_event_key(event, 0, TILLWIRE_KEY_CONTENT, key, sizeof key, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_event_json(event, &json, &error));
    CHECK(strstr(json, "\"35.42\"") != NULL);
    tillwire_string_free(json);
}

static void *deliveries(void *rounds) {
    int left = *(const int *)rounds;
    while (left-- > 0) {
        tillwire_headers *headers = NULL;
        tillwire_event *event = NULL;
        CHECK_CALL(TILLWIRE_OK, tillwire_verifier_sign(verifier, body, sizeof body - 1, 0, &headers, &error));
        CHECK_CALL(TILLWIRE_OK,
                   tillwire_verifier_open(verifier, headers, body, sizeof body - 1, 0, &event, &error));
        read_event(event);
        read_event(shared_event);
        tillwire_event_free(event);
        tillwire_headers_free(headers);
        CHECK_CALL(TILLWIRE_OK,
                   tillwire_verifier_open(verifier, shared_headers, body, sizeof body - 1, 0, &event, &error));
        tillwire_event_free(event);
        CHECK_CALL(TILLWIRE_E_NOT_JSON, tillwire_verifier_open(verifier, shared_headers, body, 9, 0, &event, &error));
    }
    return NULL;
}

/* Calls that end at once, since nobody listens there; every thread takes notes away. */
static void *calls(void *rounds) {
    int left = *(const int *)rounds / 20;
    while (left-- > 0) {
        tillwire_call *call = NULL;
        char note[TILLWIRE_NOTE_SIZE];
        int64_t sent;
        CHECK_CALL(TILLWIRE_OK, tillwire_call_new(account, TILLWIRE_OPERATION_KLIKIT_ORDER, &call, &error));
        CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "1", &error));
        CHECK_CALL(TILLWIRE_E_CALL_NO_CONNECTION, tillwire_call_send(call, &error));
        tillwire_call_free(call);
        CHECK(tillwire_account_note(account, note, sizeof note, NULL) >= 0);
        CHECK_INT(tillwire_account_int(account, TILLWIRE_ACCOUNT_SENT, &sent), TILLWIRE_OK);
        CHECK(sent > 0);
    }
    return NULL;
}

static void set(int32_t setting, const char *text) {
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_text(account, setting, text, strlen(text), &error));
}

/* Runs a thread for each, all at once. */
static void run(void *(*work)(void *), int rounds) {
    pthread_t threads[THREADS];
    int i;
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, work, &rounds) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
}

int main(void) {
    int rounds = quick() ? 20 : 2000;
    int64_t sent;
    verifier = atlas_verifier(0, 0, 0);
    shared_headers = bearer_headers();
    CHECK_CALL(TILLWIRE_OK,
               tillwire_verifier_open(verifier, shared_headers, body, sizeof body - 1, 0, &shared_event, &error));
    run(deliveries, rounds);
    tillwire_event_free(shared_event);
    tillwire_headers_free(shared_headers);
    tillwire_verifier_free(verifier);

    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, 0, &account, &error));
    set(TILLWIRE_ACCOUNT_KEY, "partner");
    set(TILLWIRE_ACCOUNT_SECRET, "hush");
    set(TILLWIRE_ACCOUNT_API_ADDRESS, "http://127.0.0.1:1");
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ATTEMPTS, 1, &error));
    run(calls, rounds);
    CHECK_INT(tillwire_account_int(account, TILLWIRE_ACCOUNT_SENT, &sent), TILLWIRE_OK);
    CHECK_INT(sent, THREADS * (rounds / 20));
    tillwire_account_free(account);
    return 0;
}

/* One verifier, used by many threads at once, as the header allows of a const handle; events are each thread's own,
 * and one of them is read by all. */
#include "check.h"

#include <pthread.h>

#define THREADS 8

static const uint8_t body[] = "{\"order_id\":1,\"total_including_tax\":35.42,"
                              "\"order_items\":[{\"id\":2,\"name\":\"Tea\",\"unit_price\":1.5,\"currency\":\"SGD\"}]}";
static tillwire_verifier *verifier;
static tillwire_headers *shared_headers;
static tillwire_event *shared_event;

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

int main(void) {
    int rounds = quick() ? 20 : 2000, i;
    pthread_t threads[THREADS];
    verifier = atlas_verifier(0, 0, 0);
    shared_headers = bearer_headers();
    CHECK_CALL(TILLWIRE_OK,
               tillwire_verifier_open(verifier, shared_headers, body, sizeof body - 1, 0, &shared_event, &error));
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, deliveries, &rounds) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
    tillwire_event_free(shared_event);
    tillwire_headers_free(shared_headers);
    tillwire_verifier_free(verifier);
    return 0;
}

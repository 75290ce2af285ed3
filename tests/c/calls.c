/* Calls without I/O through C: a fixed exchange with klikit, whose answers are made up here. Rotated secrets, waits, errors
 * with what the platform says, pages, orders into a book, and handles that are used out of turn. */
#include "check.h"

static const uint8_t random_bytes[16] = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};

#define ORDERS TILLWIRE_OPERATION_KLIKIT_ORDERS
#define STATUS TILLWIRE_OPERATION_KLIKIT_ORDER_STATUS

static void set(tillwire_account *account, int32_t setting, const char *text) {
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_text(account, setting, text, strlen(text), &error));
}

static tillwire_account *klikit(void) {
    tillwire_account *account = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, TILLWIRE_ENVIRONMENT_PRODUCTION, &account, &error));
    set(account, TILLWIRE_ACCOUNT_KEY, "partner");
    set(account, TILLWIRE_ACCOUNT_SECRET, "new secret");
    set(account, TILLWIRE_ACCOUNT_SECRET, "old-secret");
    return account;
}

static tillwire_call *call_of(const tillwire_account *account, int32_t operation) {
    tillwire_call *call = NULL;
    CHECK_CALL(TILLWIRE_OK, tillwire_call_new(account, operation, &call, &error));
    CHECK(call != NULL);
    return call;
}

/* A call that accepts an order, begun. */
static tillwire_call *accept(const tillwire_account *account) {
    tillwire_call *call = call_of(account, STATUS);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "412", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_STATUS, "accepted", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));
    return call;
}

static const char *header(const tillwire_call *call, const char *name) {
    const char *known, *value;
    size_t position;
    for (position = 0; (known = tillwire_call_header(call, position, &value)) != NULL; position++) {
        if (strcmp(known, name) == 0) {
            return value;
        }
    }
    CHECK(value == NULL);
    return NULL;
}

static int64_t number(const tillwire_call *call, int32_t field) {
    int64_t out = -9;
    CHECK_INT(tillwire_call_int(call, field, &out), TILLWIRE_OK);
    return out;
}

/* Answers a call. `headers` is a block, or NULL. */
static int32_t answer(tillwire_call *call, int32_t status, const char *headers, const char *body, int64_t *wait_ms,
                      tillwire_error **error) {
    tillwire_headers *read = NULL;
    int32_t came_to;
    if (headers != NULL) {
        CHECK_INT(tillwire_headers_new(&read, NULL), TILLWIRE_OK);
        CHECK_INT(tillwire_headers_add_block(read, headers, strlen(headers), NULL), TILLWIRE_OK);
    }
    came_to = tillwire_call_after(call, status, read, (const uint8_t *)body, strlen(body), 1500, 1781115871000, wait_ms, error);
    tillwire_headers_free(read);
    return came_to;
}

static void requests(const tillwire_account *account) {
    tillwire_call *call = accept(account);
    size_t len = 0;
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_METHOD, NULL), "PATCH");
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_URL, NULL),
               "https://gateway-enterprise.klikit.io/v1/partner/orders/412/status");
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_SHOWN, NULL), "/orders/412/status");
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_BODY, &len), "{\"status\":\"accepted\"}");
    CHECK_INT(len, 21);
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_IDEMPOTENCY_KEY, NULL), "07070707-0707-4707-8707-070707070707");
    CHECK_TEXT(header(call, "Idempotency-Key"), "07070707-0707-4707-8707-070707070707");
    CHECK_TEXT(header(call, "Authorization"), "Basic cGFydG5lcjpuZXcgc2VjcmV0");
    CHECK_TEXT(header(call, "Content-Type"), "application/json");
    CHECK_TEXT(header(call, "Host"), NULL);
    CHECK_INT(number(call, TILLWIRE_REQUEST_OPERATION), STATUS);
    CHECK_INT(number(call, TILLWIRE_REQUEST_ATTEMPT), 1);
    CHECK_INT(number(call, TILLWIRE_REQUEST_TOTAL_MS), 60000);
    CHECK_INT(number(call, TILLWIRE_REQUEST_ANSWER_BYTES), 8388608);
    CHECK(tillwire_call_text(call, TILLWIRE_REPLY_REQUEST_ID, NULL) == NULL);
    CHECK(tillwire_call_text(call, 0, NULL) == NULL);
    tillwire_call_free(call);

    call = call_of(account, TILLWIRE_OPERATION_KLIKIT_ORDER);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "412", &error));
    CHECK(tillwire_call_text(call, TILLWIRE_REQUEST_URL, NULL) == NULL);
    CHECK(tillwire_call_header(call, 0, NULL) == NULL);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));
    CHECK(tillwire_call_text(call, TILLWIRE_REQUEST_BODY, &len) == NULL);
    CHECK_INT(len, 0);
    CHECK(tillwire_call_text(call, TILLWIRE_REQUEST_IDEMPOTENCY_KEY, NULL) == NULL);
    tillwire_call_free(call);
}

#define REFUSED "{\"request_id\":\"req_1\",\"error\":{\"code\":\"auth_invalid_credential\",\"message\":\"no\"}}"

/* The platform takes the old secret only; the next call begins with it, and still knows the new one. */
static void rotation(const tillwire_account *account) {
    tillwire_call *call = accept(account);
    int64_t wait = -1;
    tillwire_time time;
    size_t len = 0;
    CHECK_CALL(TILLWIRE_AGAIN, answer(call, 401, NULL, REFUSED, &wait, &error));
    CHECK_INT(wait, 0);
    CHECK_INT(number(call, TILLWIRE_REQUEST_SECRET_INDEX), 1);
    CHECK_TEXT(header(call, "Authorization"), "Basic cGFydG5lcjpvbGQtc2VjcmV0");
    CHECK_TEXT(header(call, "Idempotency-Key"), "07070707-0707-4707-8707-070707070707");
    CHECK_CALL(TILLWIRE_OK,
               answer(call, 200, "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n",
                      "{\"request_id\":\"req_2\",\"data\":{\"id\":412,\"status\":\"accepted\","
                      "\"updated_at\":\"2026-06-10T18:24:29Z\"}}",
                      &wait, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REPLY_REQUEST_ID, NULL), "req_2");
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REPLY_ID, NULL), "412");
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REPLY_STATUS, &len), "accepted");
    CHECK_INT(len, 8);
    CHECK_INT(number(call, TILLWIRE_REPLY_HTTP_STATUS), 200);
    CHECK_INT(number(call, TILLWIRE_REPLY_ATTEMPTS), 2);
    CHECK_INT(number(call, TILLWIRE_REPLY_SECRET_INDEX), 1);
    CHECK_INT(tillwire_call_time(call, TILLWIRE_REPLY_UPDATED_AT, &time), TILLWIRE_OK);
    CHECK_INT(time.unix_ms, 1781115869000);
    CHECK_INT(tillwire_call_time(call, TILLWIRE_REPLY_SERVER, &time), TILLWIRE_OK);
    CHECK_INT(time.unix_ms, 784111777000);
    CHECK_INT(tillwire_call_time(call, TILLWIRE_REPLY_RECEIVED_AT, &time), TILLWIRE_ABSENT);
    CHECK(memcmp(tillwire_call_raw(call, "$.data.id", &len), "412", 3) == 0 && len == 3);
    CHECK(tillwire_call_raw(call, "$.nothing", &len) == NULL && len == 0);
    CHECK_CALL(TILLWIRE_E_STATE, answer(call, 200, NULL, "{}", &wait, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REPLY_ID, NULL), "412");
    tillwire_call_free(call);

    call = accept(account);
    CHECK_INT(number(call, TILLWIRE_REQUEST_SECRET_INDEX), 1);
    CHECK_CALL(TILLWIRE_AGAIN, answer(call, 401, NULL, REFUSED, &wait, &error));
    CHECK_TEXT(header(call, "Authorization"), "Basic cGFydG5lcjpuZXcgc2VjcmV0");
    CHECK_CALL(TILLWIRE_OK, answer(call, 200, NULL, "{}", NULL, &error));
    tillwire_call_free(call);
}

static void waits(const tillwire_account *account) {
    tillwire_call *call = accept(account);
    int64_t wait = -1;
    CHECK_CALL(TILLWIRE_AGAIN, answer(call, 503, NULL, "<html>", &wait, &error));
    CHECK(wait >= 500 && wait <= 750);
    CHECK_CALL(TILLWIRE_AGAIN, answer(call, 429, "Retry-After: 7\n\n", "", &wait, &error));
    CHECK(wait >= 7000 && wait <= 7500);
    CHECK_CALL(TILLWIRE_AGAIN, tillwire_call_after(call, TILLWIRE_FAILURE_TIMED_OUT, NULL, NULL, 0, 9000, 0, &wait, &error));
    CHECK(wait >= 2000 && wait <= 3000);
    CHECK_INT(number(call, TILLWIRE_REQUEST_ATTEMPT), 4);
    /* What is no outcome leaves the call where it stood. */
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(call, 0, NULL, NULL, 0, 0, 0, &wait, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(call, 99, NULL, NULL, 0, 0, 0, &wait, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(call, 65736, NULL, NULL, 0, 0, 0, &wait, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(call, -1, NULL, NULL, 0, 0, 0, &wait, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(call, 200, NULL, NULL, 0, -1, 0, &wait, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_after(call, 200, NULL, NULL, (size_t)-1, 0, 0, &wait, &error));
    CHECK_INT(wait, 0);
    CHECK_CALL(TILLWIRE_OK, answer(call, 204, NULL, "", &wait, &error));
    CHECK_INT(number(call, TILLWIRE_REPLY_ATTEMPTS), 4);
    tillwire_call_free(call);
}

static int64_t error_number(const tillwire_error *error, int32_t field) {
    int64_t out = -9;
    return tillwire_error_int(error, field, &out) == TILLWIRE_OK ? out : -9;
}

static void errors(const tillwire_account *account) {
    static const char answered[] =
        "{\"request_id\":\"req_9\",\"error\":{\"code\":\"state_invalid_transition\",\"message\":\"Ms Lee has it\"}}";
    tillwire_call *call = accept(account);
    tillwire_error *error = NULL;
    CHECK_INT(answer(call, 409, NULL, answered, NULL, &error), TILLWIRE_E_CALL_TRANSITION);
    CHECK_TEXT(tillwire_name(TILLWIRE_NAMES_STATUS, TILLWIRE_E_CALL_TRANSITION), "call_transition");
    CHECK_TEXT(error_text(error, TILLWIRE_ERROR_MESSAGE),
               "klikit_order_status: the order is not in a state that allows this (HTTP 409, code state_invalid_transition, "
               "request id req_9, 1 attempt)");
    CHECK_TEXT(error_text(error, TILLWIRE_ERROR_PLATFORM_CODE), "state_invalid_transition");
    CHECK_TEXT(error_text(error, TILLWIRE_ERROR_REQUEST_ID), "req_9");
    CHECK_TEXT(error_text(error, TILLWIRE_ERROR_PLATFORM_MESSAGE), "Ms Lee has it");
    CHECK_TEXT(error_text(error, TILLWIRE_ERROR_ANSWER), answered);
    CHECK(error_text(error, TILLWIRE_ERROR_HINT) != NULL);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_HTTP_STATUS), 409);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_ATTEMPTS), 1);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_MAY_BE_DONE), 0);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_STOP), TILLWIRE_STOP_FINAL);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_RETRY_AFTER_MS), -9);
    tillwire_error_free(error);
    CHECK(tillwire_call_raw(call, "$", NULL) == NULL);
    CHECK_CALL(TILLWIRE_E_STATE, answer(call, 200, NULL, "{}", NULL, &error));
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_call_send(call, &error));
    tillwire_call_free(call);

    /* Lost on the way: the key and the bytes stay for another call. */
    call = accept(account);
    {
        int32_t attempt;
        for (attempt = 1; attempt < 5; attempt++) {
            CHECK_CALL(TILLWIRE_AGAIN,
                       tillwire_call_after(call, TILLWIRE_FAILURE_BROKEN, NULL, NULL, 0, attempt, 0, NULL, &error));
        }
    }
    CHECK_INT(tillwire_call_after(call, TILLWIRE_FAILURE_BROKEN, NULL, NULL, 0, 5, 0, NULL, &error), TILLWIRE_E_CALL_BROKEN);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_MAY_BE_DONE), 1);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_ATTEMPTS), 5);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_STOP), TILLWIRE_STOP_ATTEMPTS);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_HTTP_STATUS), -9);
    tillwire_error_free(error);
    tillwire_call_free(call);

    /* A 2xx that is cut. */
    call = call_of(account, TILLWIRE_OPERATION_KLIKIT_BRANDS);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));
    CHECK_INT(tillwire_call_after(call, 200, NULL, (const uint8_t *)"{\"a\":[", 6, 59999, 0, NULL, &error),
              TILLWIRE_E_CALL_BAD_ANSWER);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_STOP), TILLWIRE_STOP_DEADLINE);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_OFFSET), 6);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_MAY_BE_DONE), 0);
    tillwire_error_free(error);
    tillwire_call_free(call);
}

static void parameters(const tillwire_account *account) {
    tillwire_call *call = call_of(account, STATUS);
    tillwire_error *error = NULL;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_set(call, 0, "1", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "\xff", &error));
    CHECK_INT(tillwire_call_begin(call, random_bytes, &error), TILLWIRE_E_CALL_PARAMETER);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_PARAMETER), TILLWIRE_PARAMETER_ID);
    CHECK_TEXT(error_text(error, TILLWIRE_ERROR_MESSAGE), "klikit_order_status needs id");
    tillwire_error_free(error);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "412", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_STATUS, "eaten", &error));
    CHECK_INT(tillwire_call_begin(call, random_bytes, &error), TILLWIRE_E_CALL_PARAMETER);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_PARAMETER), TILLWIRE_PARAMETER_STATUS);
    tillwire_error_free(error);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_STATUS, "ready", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_IDEMPOTENCY_KEY, "kept-42", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_PAGE, "1", &error));
    CHECK_CALL(TILLWIRE_E_CALL_PARAMETER, tillwire_call_begin(call, random_bytes, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_PAGE, "", &error));
    CHECK_CALL(TILLWIRE_E_CALL_PARAMETER, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_CALL(TILLWIRE_E_STATE, answer(call, 200, NULL, "{}", NULL, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));
    CHECK_TEXT(header(call, "Idempotency-Key"), "kept-42");
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_call_set(call, TILLWIRE_PARAMETER_STATUS, "cancelled", &error));
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_call_begin(call, random_bytes, &error));
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_BODY, NULL), "{\"status\":\"ready\"}");
    tillwire_call_free(call);

    call = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_new(account, 0, &call, &error));
    CHECK(call == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_call_new(account, TILLWIRE_OPERATION_FIRE_ORDERS, &call, &error));
}

static void record(const tillwire_call *call, size_t position, const char *wanted) {
    size_t len = 0;
    const uint8_t *raw = tillwire_call_record(call, position, &len);
    CHECK(raw != NULL && len == strlen(wanted) && memcmp(raw, wanted, len) == 0);
}

/* Three pages of two orders; the second one fails once, and repeats an order because another one arrived. */
static void pages(const tillwire_account *account) {
    tillwire_call *call = call_of(account, ORDERS);
    tillwire_event *event = NULL;
    size_t len = 9;
    int64_t none;
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_SIZE, "x", &error));
    CHECK_CALL(TILLWIRE_E_CALL_PARAMETER, tillwire_call_next_page(call, random_bytes, 1781115871000, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_SIZE, "2", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, random_bytes, 1781115871000, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_SHOWN, NULL),
               "/orders?to=2026-06-10T18%3A24%3A31Z&page=1&size=2");
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_call_begin(call, random_bytes, &error));
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_call_orders(call, NULL, &event, &error));
    CHECK_CALL(TILLWIRE_OK,
               answer(call, 200, NULL, "{\"data\":{\"total\":4,\"size\":2,\"orders\":[{\"id\":5}, {\"id\":4}]}}", NULL, &error));
    CHECK_INT(number(call, TILLWIRE_PAGES_NEW), 2);
    CHECK_INT(number(call, TILLWIRE_REPLY_RECORDS), 2);
    record(call, 0, "{\"id\":5}");
    record(call, 1, "{\"id\":4}");
    CHECK(tillwire_call_record(call, 2, &len) == NULL && len == 0);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_orders(call, NULL, &event, &error));
    CHECK_TEXT(tillwire_order_text(tillwire_event_order(event, 1), TILLWIRE_ORDER_ID, NULL), "4");
    tillwire_event_free(event);

    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK(tillwire_call_record(call, 0, &len) == NULL);
    CHECK_CALL(TILLWIRE_E_CALL_NOT_FOUND, answer(call, 404, NULL, "", NULL, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_SHOWN, NULL),
               "/orders?to=2026-06-10T18%3A24%3A31Z&page=2&size=2");
    CHECK_CALL(TILLWIRE_OK,
               answer(call, 200, NULL, "{\"data\":{\"total\":5,\"size\":2,\"orders\":[{\"id\":4},{\"id\":3}]}}", NULL, &error));
    CHECK_INT(number(call, TILLWIRE_PAGES_NEW), 1);
    record(call, 0, "{\"id\":3}");
    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_CALL(TILLWIRE_OK,
               answer(call, 200, NULL, "{\"data\":{\"total\":5,\"size\":2,\"orders\":[{\"id\":2}]}}", NULL, &error));
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_INT(number(call, TILLWIRE_PAGES_READ), 3);
    CHECK_INT(number(call, TILLWIRE_PAGES_RECORDS), 4);
    CHECK_INT(number(call, TILLWIRE_PAGES_TOTAL), 5);
    CHECK_INT(tillwire_call_int(call, TILLWIRE_PAGES_NEW, &none), TILLWIRE_ABSENT);
    tillwire_call_free(call);

    /* An answer without a list, and a list that ends early. */
    call = call_of(account, ORDERS);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_CALL(TILLWIRE_OK, answer(call, 200, NULL, "{}", NULL, &error));
    CHECK_CALL(TILLWIRE_E_SHAPE, tillwire_call_next_page(call, random_bytes, 0, &error));
    tillwire_call_free(call);
    call = call_of(account, ORDERS);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, random_bytes, 0, &error));
    CHECK_CALL(TILLWIRE_OK, answer(call, 200, NULL, "{\"data\":{\"total\":4,\"orders\":[]}}", NULL, &error));
    CHECK_CALL(TILLWIRE_E_CALL_INCOMPLETE, tillwire_call_next_page(call, random_bytes, 0, &error));
    tillwire_call_free(call);

    /* One page alone: all of its records are new. */
    call = call_of(account, ORDERS);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_SHOWN, NULL), "/orders");
    CHECK_CALL(TILLWIRE_OK, answer(call, 200, NULL, "{\"data\":{\"orders\":[{\"id\":5}]}}", NULL, &error));
    CHECK_INT(number(call, TILLWIRE_PAGES_NEW), 1);
    CHECK_INT(tillwire_call_int(call, TILLWIRE_PAGES_READ, &none), TILLWIRE_ABSENT);
    record(call, 0, "{\"id\":5}");
    tillwire_call_free(call);
}

/* Fire's token is kept by the account for the calls that need one. */
static void login(void) {
    tillwire_account *account = NULL;
    tillwire_call *call;
    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(TILLWIRE_PLATFORM_FIRE, TILLWIRE_ENVIRONMENT_PRODUCTION, &account, &error));
    set(account, TILLWIRE_ACCOUNT_SECRET, "api-key");
    set(account, TILLWIRE_ACCOUNT_ACCOUNT_ID, "acc");
    set(account, TILLWIRE_ACCOUNT_VENDOR_ID, "vendor");
    set(account, TILLWIRE_ACCOUNT_CLIENT_ID, "client");
    set(account, TILLWIRE_ACCOUNT_CLIENT_SECRET, "hush");
    call = call_of(account, TILLWIRE_OPERATION_FIRE_ORDER_REFUND);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "1", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_REASON, "sold out", &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_call_begin(call, random_bytes, &error));
    {
        tillwire_call *first = call_of(account, TILLWIRE_OPERATION_FIRE_LOGIN);
        CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(first, random_bytes, &error));
        CHECK_CALL(TILLWIRE_OK, answer(first, 200, NULL, "{\"accessToken\":\"t-1\"}", NULL, &error));
        tillwire_call_free(first);
    }
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));
    CHECK(strstr(header(call, "authorization") ? header(call, "authorization") : header(call, "Authorization"), "t-1") != NULL);
    tillwire_account_free(account);
    CHECK_CALL(TILLWIRE_E_CALL_CONFLICT, answer(call, 409, NULL, "{}", NULL, &error));
    tillwire_call_free(call);
}

static void settings(void) {
    tillwire_account *account = NULL;
    tillwire_call *call = NULL;
    account = UNTOUCHED;
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_new(0, 0, &account, &error));
    CHECK(account == NULL);
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, 99, &account, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, 0, &account, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_call_new(account, ORDERS, &call, &error));
    set(account, TILLWIRE_ACCOUNT_KEY, "partner");
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_text(account, TILLWIRE_ACCOUNT_KEY, "a:b", 3, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_text(account, TILLWIRE_ACCOUNT_MERCHANT, "m", 1, &error));
    CHECK_CALL(TILLWIRE_E_SECRET, tillwire_account_set_text(account, TILLWIRE_ACCOUNT_SECRET, "hush\n", 5, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_text(account, TILLWIRE_ACCOUNT_SECRET, "\xff", 1, &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_text(account, 0, "x", 1, &error));
    set(account, TILLWIRE_ACCOUNT_SECRET, "hush");
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_call_new(account, ORDERS, &call, &error));
    set(account, TILLWIRE_ACCOUNT_API_ADDRESS, "https://elsewhere.example/v1");
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_call_new(account, ORDERS, &call, &error));
    set(account, TILLWIRE_ACCOUNT_ALLOW_HOST, "elsewhere.example");

    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_int(account, 0, 1, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ATTEMPTS, 0, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ATTEMPTS, -1, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_TOTAL_MS, 4294967296, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ATTEMPTS, 1, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_FIRST_WAIT_MS, 0, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_LONGEST_WAIT_MS, 10, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_TOTAL_MS, 2000, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ANSWER_BYTES, 20, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ANSWER_DEPTH, 3, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ANSWER_ELEMENTS, 3, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_path(account, TILLWIRE_OPERATION_KLIKIT_WEBHOOKS, "hooks", &error));
    CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_account_set_path(account, 0, "/hooks", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_new(account, TILLWIRE_OPERATION_KLIKIT_WEBHOOKS, &call, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_call_begin(call, random_bytes, &error));
    tillwire_call_free(call);
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_path(account, TILLWIRE_OPERATION_KLIKIT_WEBHOOKS, "/hooks", &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_new(account, TILLWIRE_OPERATION_KLIKIT_WEBHOOKS, &call, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, random_bytes, &error));
    CHECK_TEXT(tillwire_call_text(call, TILLWIRE_REQUEST_URL, NULL), "https://elsewhere.example/v1/hooks");
    CHECK_INT(number(call, TILLWIRE_REQUEST_TOTAL_MS), 2000);
    CHECK_INT(number(call, TILLWIRE_REQUEST_ANSWER_BYTES), 20);
    CHECK_CALL(TILLWIRE_E_CALL_TOO_LARGE, answer(call, 200, NULL, "{\"data\":\"more than twenty\"}", NULL, &error));
    tillwire_call_free(call);
    tillwire_account_free(account);
}

static int64_t count(const tillwire_account *account, int32_t field) {
    int64_t out = -9;
    CHECK_INT(tillwire_account_int(account, field, &out), TILLWIRE_OK);
    return out;
}

/* The library's own sending, to a port of this machine where nobody listens. */
static void sending(void) {
    tillwire_account *account = NULL;
    tillwire_call *call;
    tillwire_error *error = NULL;
    int64_t none = 9;
    char note[TILLWIRE_NOTE_SIZE], small[8];
    CHECK_CALL(TILLWIRE_OK, tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, 0, &account, &error));
    set(account, TILLWIRE_ACCOUNT_KEY, "partner");
    set(account, TILLWIRE_ACCOUNT_SECRET, "hush");
    set(account, TILLWIRE_ACCOUNT_LABEL, "counter 1");
    set(account, TILLWIRE_ACCOUNT_API_ADDRESS, "http://127.0.0.1:1/v1");
    CHECK_INT(tillwire_account_int(account, TILLWIRE_ACCOUNT_SENT, &none), TILLWIRE_OK);
    CHECK_INT(none, 0);
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ATTEMPTS, 2, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_FIRST_WAIT_MS, 1, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_CONNECT_MS, 1000, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_CONNECT_MS, 0, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ATTEMPT_MS, 1000, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_ATTEMPT_MS, 0, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_PLATFORM_VERIFIER, 0, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_set_int(account, TILLWIRE_ACCOUNT_PLATFORM_VERIFIER, 2, &error));

    call = call_of(account, TILLWIRE_OPERATION_KLIKIT_ORDER);
    CHECK_CALL(TILLWIRE_E_CALL_PARAMETER, tillwire_call_send(call, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_set(call, TILLWIRE_PARAMETER_ID, "412", &error));
    CHECK_INT(tillwire_call_send(call, &error), TILLWIRE_E_CALL_NO_CONNECTION);
    CHECK_INT(error_number(error, TILLWIRE_ERROR_ATTEMPTS), 2);
    tillwire_error_free(error);
    CHECK_CALL(TILLWIRE_E_STATE, tillwire_call_send(call, &error));
    tillwire_call_free(call);
    CHECK_INT(count(account, TILLWIRE_ACCOUNT_SENT), 2);
    CHECK_INT(count(account, TILLWIRE_ACCOUNT_REPLIES), 0);
    CHECK_INT(count(account, TILLWIRE_ACCOUNT_ERRORS), 1);
    CHECK_INT(count(account, TILLWIRE_E_CALL_NO_CONNECTION), 1);
    CHECK_INT(count(account, TILLWIRE_E_CALL_BROKEN), 0);
    CHECK_INT(count(account, TILLWIRE_FAILURE_NO_CONNECTION), 2);
    CHECK_INT(count(account, 200), 0);
    CHECK_INT(tillwire_account_int(account, TILLWIRE_E_ARGUMENT, &none), TILLWIRE_ABSENT);
    CHECK_INT(tillwire_account_int(account, 0, &none), TILLWIRE_ABSENT);

    CHECK_CALL(TILLWIRE_E_BUFFER, tillwire_account_note(account, small, sizeof small, &error));
    CHECK_TEXT(small, "");
    CHECK_CALL(TILLWIRE_OK, tillwire_account_note(account, note, sizeof note, &error));
    CHECK(strstr(note, " counter 1 klikit_order GET /orders/412, attempt 1: no_connection in ") != NULL);
    CHECK_CALL(TILLWIRE_OK, tillwire_account_note(account, note, sizeof note, &error));
    CHECK(strstr(note, "attempt 2") != NULL);
    CHECK_CALL(TILLWIRE_ABSENT, tillwire_account_note(account, note, sizeof note, &error));
    CHECK_TEXT(note, "");

    /* Cancelled, then let through again, with a request that was begun beforehand. */
    CHECK_CALL(TILLWIRE_OK, tillwire_account_cancel(account, 1, &error));
    call = accept(account);
    CHECK_CALL(TILLWIRE_E_CALL_CANCELLED, tillwire_call_send(call, &error));
    tillwire_call_free(call);
    CHECK_CALL(TILLWIRE_OK, tillwire_account_cancel(account, 0, &error));
    call = call_of(account, ORDERS);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, NULL, 1781115871000, &error));
    CHECK_CALL(TILLWIRE_E_CALL_NO_CONNECTION, tillwire_call_send(call, &error));
    CHECK_CALL(TILLWIRE_OK, tillwire_call_next_page(call, NULL, 1781115871000, &error));
    tillwire_call_free(call);

    /* What cannot be used is told when the first call is sent; a change makes the account a new one. */
    set(account, TILLWIRE_ACCOUNT_PROXY, "gopher://127.0.0.1");
    CHECK_INT(count(account, TILLWIRE_ACCOUNT_SENT), 0);
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_account_cancel(account, 1, &error));
    set(account, TILLWIRE_ACCOUNT_PROXY, "http://127.0.0.1:1");
    set(account, TILLWIRE_ACCOUNT_ROOT_CERTIFICATES, "no certificate");
    call = call_of(account, TILLWIRE_OPERATION_KLIKIT_BRANDS);
    CHECK_CALL(TILLWIRE_OK, tillwire_call_begin(call, NULL, &error));
    CHECK_CALL(TILLWIRE_E_SETTING, tillwire_call_send(call, &error));
    tillwire_account_free(account);
    tillwire_call_free(call);
}

int main(void) {
    tillwire_account *account = klikit();
    requests(account);
    rotation(account);
    waits(account);
    errors(account);
    parameters(account);
    pages(account);
    tillwire_account_free(account);
    login();
    settings();
    sending();
    return 0;
}

/* Calls to a platform: reads an order from klikit, books it, and moves it on as the kitchen does.
 *
 *     KLIKIT_KEY=... KLIKIT_SECRET=... call ADDRESS ORDER
 *
 * ADDRESS is where klikit's API is, ORDER an id there. Compiled as it is, the library sends the calls itself. With
 * -DWITH_LIBCURL and -lcurl this program sends them, for a till that has an HTTP stack already: the library says what to
 * send, what an answer means, and when to try again. Both print the same. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef WITH_LIBCURL
#include <curl/curl.h>
#endif

#include "tillwire.h"

/* Says what went wrong, and ends. */
static void stop(const char *what, tillwire_error *error) {
    const char *message = tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL);
    const char *hint = tillwire_error_text(error, TILLWIRE_ERROR_HINT, NULL);
    fprintf(stderr, "call: %s: %s\n", what, message ? message : "failed");
    if (hint)
        fprintf(stderr, "      %s\n", hint);
    tillwire_error_free(error);
    exit(1);
}

#ifndef WITH_LIBCURL

/* Sends a call until it comes to a reply, or it is no use. */
static int32_t send_call(tillwire_call *call, tillwire_error **error) {
    return tillwire_call_send(call, error);
}

#else

/* What an answer consists of, as it arrives. */
struct answer {
    char *headers, *body;
    size_t headers_len, body_len, most;
    int too_large, headers_whole;
};

static CURL *curl;

/* Adds bytes to a text that grows; 0 where there is no memory. */
static int grow(char **text, size_t *len, const char *bytes, size_t count) {
    char *grown = realloc(*text, *len + count + 1);
    if (!grown)
        return 0;
    memcpy(grown + *len, bytes, count);
    *text = grown;
    *len += count;
    grown[*len] = '\0';
    return 1;
}

static size_t take_header(char *line, size_t one, size_t count, void *context) {
    struct answer *answer = context;
    if (count >= 5 && memcmp(line, "HTTP/", 5) == 0) {
        answer->headers_len = 0; /* an interim answer came before this one */
        answer->headers_whole = 0;
        return one * count;
    }
    answer->headers_whole = count <= 2; /* the empty line */
    return grow(&answer->headers, &answer->headers_len, line, count) ? one * count : 0;
}

static size_t take_body(char *bytes, size_t one, size_t count, void *context) {
    struct answer *answer = context;
    answer->too_large = count > answer->most - answer->body_len;
    if (answer->too_large || !grow(&answer->body, &answer->body_len, bytes, count))
        return 0;
    return one * count;
}

/* What a transfer without an answer means. Only what surely happened before anything was sent may say so. */
static int32_t failure_of(CURLcode result, const struct answer *answer) {
    curl_off_t connected = 0;
    curl_easy_getinfo(curl, CURLINFO_PRETRANSFER_TIME_T, &connected);
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST: return TILLWIRE_FAILURE_NO_HOST;
    case CURLE_COULDNT_RESOLVE_PROXY: return TILLWIRE_FAILURE_PROXY;
    case CURLE_COULDNT_CONNECT: return TILLWIRE_FAILURE_NO_CONNECTION;
    case CURLE_SSL_CONNECT_ERROR: return TILLWIRE_FAILURE_NO_CONNECTION;
    case CURLE_PEER_FAILED_VERIFICATION: return TILLWIRE_FAILURE_UNTRUSTED;
    case CURLE_OPERATION_TIMEDOUT: return connected ? TILLWIRE_FAILURE_TIMED_OUT : TILLWIRE_FAILURE_NO_CONNECTION;
    case CURLE_UNSUPPORTED_PROTOCOL: return TILLWIRE_FAILURE_NOT_HTTP;
    case CURLE_WRITE_ERROR: return answer->too_large ? TILLWIRE_FAILURE_TOO_LARGE : TILLWIRE_FAILURE_BROKEN;
    default: return TILLWIRE_FAILURE_BROKEN;
    }
}

/* Sends the request of a call once, in at most `left` milliseconds: the status of the answer, or a failure. */
static int32_t send_once(const tillwire_call *call, int64_t left, struct answer *answer) {
    struct curl_slist *headers = curl_slist_append(NULL, "Expect:");
    const char *method = tillwire_call_text(call, TILLWIRE_REQUEST_METHOD, NULL);
    const char *name, *value, *body;
    size_t position, len;
    int64_t most = 0;
    long status = 0;
    CURLcode result;
    for (position = 0; (name = tillwire_call_header(call, position, &value)) != NULL; position++) {
        char line[4096];
        int length = snprintf(line, sizeof line, "%s: %s", name, value);
        struct curl_slist *longer = length < (int)sizeof line ? curl_slist_append(headers, line) : NULL;
        memset(line, 0, sizeof line); /* it held the credentials */
        if (!longer) {
            curl_slist_free_all(headers);
            return TILLWIRE_FAILURE_NO_CONNECTION;
        }
        headers = longer;
    }
    tillwire_call_int(call, TILLWIRE_REQUEST_ANSWER_BYTES, &most);
    answer->most = (size_t)most;
    curl_easy_reset(curl); /* the connection stays */
    curl_easy_setopt(curl, CURLOPT_URL, tillwire_call_text(call, TILLWIRE_REQUEST_URL, NULL));
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
    /* On a kept connection that turns out to be closed, libcurl would send again by itself: once only for a write. */
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, strcmp(method, "GET") == 0 ? 0L : 1L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    if ((body = tillwire_call_text(call, TILLWIRE_REQUEST_BODY, &len)) != NULL) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)len);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    }
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, answer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 5000L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)(left > 0 ? left : 1));
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); /* none from the environment */
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    result = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(headers);
    if (result != CURLE_OK)
        return failure_of(result, answer);
    /* libcurl takes headers that are cut for an answer. */
    return answer->headers_whole ? (int32_t)status : TILLWIRE_FAILURE_BROKEN;
}

static int64_t milliseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Takes one answer, and hands it to the call. */
static int32_t attempt(tillwire_call *call, int64_t began, int64_t *wait, tillwire_error **error) {
    struct answer answer = {0};
    tillwire_headers *headers = NULL;
    int64_t total = 0;
    int32_t came_to, status;
    tillwire_call_int(call, TILLWIRE_REQUEST_TOTAL_MS, &total);
    came_to = send_once(call, began + total - milliseconds(CLOCK_MONOTONIC), &answer);
    if (tillwire_headers_new(&headers, error) != TILLWIRE_OK)
        stop("the headers", *error);
    if (tillwire_headers_add_block(headers, answer.headers, answer.headers_len, NULL) != TILLWIRE_OK)
        came_to = TILLWIRE_FAILURE_NOT_HTTP;
    status = tillwire_call_after(call, came_to, headers, (const uint8_t *)answer.body, answer.body_len,
                                 milliseconds(CLOCK_MONOTONIC) - began, milliseconds(CLOCK_REALTIME), wait, error);
    tillwire_headers_free(headers);
    free(answer.headers);
    free(answer.body);
    return status;
}

/* Sends a call until it comes to a reply, or it is no use. */
static int32_t send_call(tillwire_call *call, tillwire_error **error) {
    int64_t began = milliseconds(CLOCK_MONOTONIC), wait = 0;
    uint8_t random[16];
    FILE *source = fopen("/dev/urandom", "rb");
    int32_t status;
    if (!source || fread(random, 1, sizeof random, source) != sizeof random) {
        fprintf(stderr, "call: no random bytes\n");
        exit(1);
    }
    fclose(source);
    status = tillwire_call_begin(call, random, error);
    if (status != TILLWIRE_OK)
        return status;
    while ((status = attempt(call, began, &wait, error)) == TILLWIRE_AGAIN) {
        struct timespec pause = {(time_t)(wait / 1000), (long)(wait % 1000) * 1000000};
        while (nanosleep(&pause, &pause) != 0) {
        }
    }
    return status;
}

#endif

/* Makes a call about an order. `order_status` is what it moves to, or NULL. */
static tillwire_call *call_about(const tillwire_account *account, int32_t operation, const char *id, const char *order_status) {
    tillwire_call *call = NULL;
    tillwire_error *error = NULL;
    if (tillwire_call_new(account, operation, &call, &error) != TILLWIRE_OK ||
        tillwire_call_set(call, TILLWIRE_PARAMETER_ID, id, &error) != TILLWIRE_OK ||
        (order_status && tillwire_call_set(call, TILLWIRE_PARAMETER_STATUS, order_status, &error) != TILLWIRE_OK))
        stop("the call", error);
    return call;
}

/* Reads an order, and puts it into the book. */
static void read_order(const tillwire_account *account, tillwire_book *book, const char *id) {
    tillwire_call *call = call_about(account, TILLWIRE_OPERATION_KLIKIT_ORDER, id, NULL);
    tillwire_event *event = NULL;
    tillwire_changes *changes = NULL;
    const tillwire_order *order;
    const char *name;
    tillwire_error *error = NULL;
    size_t line;
    if (send_call(call, &error) != TILLWIRE_OK)
        stop("the order", error);
    if (tillwire_call_orders(call, NULL, &event, &error) != TILLWIRE_OK ||
        tillwire_book_apply(book, "shop", event, (int64_t)time(NULL), &changes, &error) != TILLWIRE_OK)
        stop("the book", error);
    order = tillwire_book_order(book, "shop", TILLWIRE_PLATFORM_KLIKIT, id);
    name = tillwire_order_text(order, TILLWIRE_ORDER_REFERENCE, NULL);
    printf("order %s\n", name ? name : id);
    for (line = 0; (name = tillwire_line_text(order, line, TILLWIRE_LINE_NAME, NULL)) != NULL; line++) {
        tillwire_money quantity;
        char text[TILLWIRE_FORMAT_SIZE] = "?";
        if (tillwire_line_money(order, line, TILLWIRE_LINE_QUANTITY, &quantity) == TILLWIRE_OK)
            tillwire_quantity_format(&quantity, text, sizeof text, NULL);
        printf("  %s x %s\n", text, name);
    }
    tillwire_changes_free(changes);
    tillwire_event_free(event);
    tillwire_call_free(call);
}

/* Moves an order on, and says what the platform says. */
static void move_order(const tillwire_account *account, const char *id, const char *order_status) {
    tillwire_call *call = call_about(account, TILLWIRE_OPERATION_KLIKIT_ORDER_STATUS, id, order_status);
    tillwire_error *error = NULL;
    int64_t attempts = 0;
    const char *told;
    if (send_call(call, &error) != TILLWIRE_OK)
        stop(order_status, error);
    tillwire_call_int(call, TILLWIRE_REPLY_ATTEMPTS, &attempts);
    told = tillwire_call_text(call, TILLWIRE_REPLY_STATUS, NULL);
    printf("%s at attempt %d\n", told ? told : order_status, (int)attempts);
    tillwire_call_free(call);
}

static void set(tillwire_account *account, int32_t setting, const char *text) {
    tillwire_error *error = NULL;
    if (!text || tillwire_account_set_text(account, setting, text, strlen(text), &error) != TILLWIRE_OK)
        stop("the account", error);
}

int main(int argc, char **argv) {
    tillwire_account *account = NULL;
    tillwire_book *book = NULL;
    tillwire_error *error = NULL;
    if (argc != 3) {
        fprintf(stderr, "usage: KLIKIT_KEY=... KLIKIT_SECRET=... call ADDRESS ORDER\n");
        return 2;
    }
#ifdef WITH_LIBCURL
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || (curl = curl_easy_init()) == NULL)
        return 1;
#endif
    if (tillwire_account_new(TILLWIRE_PLATFORM_KLIKIT, 0, &account, &error) != TILLWIRE_OK ||
        tillwire_book_new(&book, &error) != TILLWIRE_OK)
        stop("the account", error);
    set(account, TILLWIRE_ACCOUNT_API_ADDRESS, argv[1]);
    set(account, TILLWIRE_ACCOUNT_KEY, getenv("KLIKIT_KEY"));
    set(account, TILLWIRE_ACCOUNT_SECRET, getenv("KLIKIT_SECRET"));

    read_order(account, book, argv[2]);
    move_order(account, argv[2], "accepted");
    move_order(account, argv[2], "ready");
    move_order(account, argv[2], "picked_up");

    tillwire_book_free(book);
    tillwire_account_free(account);
#ifdef WITH_LIBCURL
    curl_easy_cleanup(curl);
    curl_global_cleanup();
#endif
    return 0;
}

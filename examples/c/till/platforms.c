/* What the till asks of the platforms: orders in full, to move an order on, and what was missed.
 *
 *     TILL_KLIKIT_API=... TILL_KLIKIT_KEY=... TILL_KLIKIT_API_SECRET=...
 *     TILL_FIRE_API=... TILL_FIRE_API_KEY=... TILL_FIRE_ACCOUNT=... TILL_FIRE_VENDOR=...
 *     TILL_ATLAS_API=... TILL_ATLAS_API_TOKEN=... TILL_ATLAS_MERCHANT=...
 *
 * A platform without an address is not asked. This kitchen is quick: an order is accepted, ready and handed over as soon as its
 * ticket is printed. With TILL_CATCH_UP set, the till reads what it missed before it listens. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "till.h"

/* A setting of an account, and the variable of the environment that has it. */
struct setting {
    int32_t text;
    const char *variable;
};

struct platform {
    int32_t platform;
    const char *name;
    int32_t read; /* the operation that reads one order */
    struct setting settings[5];
    int32_t steps[4]; /* what the kitchen reports, one after the other */
    tillwire_account *account;
    tillwire_poll *poll;
};

static struct platform platforms[] = {
    {TILLWIRE_PLATFORM_KLIKIT, "klikit", TILLWIRE_OPERATION_KLIKIT_ORDER,
     {{TILLWIRE_ACCOUNT_API_ADDRESS, "TILL_KLIKIT_API"}, {TILLWIRE_ACCOUNT_KEY, "TILL_KLIKIT_KEY"},
      {TILLWIRE_ACCOUNT_SECRET, "TILL_KLIKIT_API_SECRET"}},
     {TILLWIRE_ASK_ACCEPT, TILLWIRE_ASK_READY, TILLWIRE_ASK_HAND_OVER}, NULL, NULL},
    {TILLWIRE_PLATFORM_FIRE, "Fire", TILLWIRE_OPERATION_FIRE_ORDER,
     {{TILLWIRE_ACCOUNT_API_ADDRESS, "TILL_FIRE_API"}, {TILLWIRE_ACCOUNT_APP_ADDRESS, "TILL_FIRE_API"},
      {TILLWIRE_ACCOUNT_SECRET, "TILL_FIRE_API_KEY"}, {TILLWIRE_ACCOUNT_ACCOUNT_ID, "TILL_FIRE_ACCOUNT"},
      {TILLWIRE_ACCOUNT_VENDOR_ID, "TILL_FIRE_VENDOR"}},
     {TILLWIRE_ASK_PREPARE, TILLWIRE_ASK_READY, TILLWIRE_ASK_HAND_OVER}, NULL, NULL},
    {TILLWIRE_PLATFORM_ATLAS, "Atlas", TILLWIRE_OPERATION_ATLAS_ORDER,
     {{TILLWIRE_ACCOUNT_API_ADDRESS, "TILL_ATLAS_API"}, {TILLWIRE_ACCOUNT_SECRET, "TILL_ATLAS_API_TOKEN"},
      {TILLWIRE_ACCOUNT_MERCHANT, "TILL_ATLAS_MERCHANT"}},
     {TILLWIRE_ASK_READY}, NULL, NULL},
};

enum { PLATFORMS = sizeof platforms / sizeof *platforms };

/* The platform, if it is to be asked. */
static struct platform *find_platform(int64_t code) {
    size_t i;
    for (i = 0; i < PLATFORMS; i++)
        if (platforms[i].platform == code && platforms[i].account)
            return &platforms[i];
    return NULL;
}

static int64_t unix_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Says why something came to nothing, and lets the error go. The message tells no secret and nothing about a customer. */
static void explain(const struct platform *at, tillwire_error *error) {
    const char *hint = tillwire_error_text(error, TILLWIRE_ERROR_HINT, NULL);
    printf("-- %s: %s\n", at->name, tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL));
    if (hint)
        printf("   hint: %s\n", hint);
    tillwire_error_free(error);
}

void open_platforms(void) {
    size_t i, k;
    for (i = 0; i < PLATFORMS; i++) {
        struct platform *at = &platforms[i];
        tillwire_error *error = NULL;
        if (!getenv(at->settings[0].variable))
            continue;
        if (tillwire_account_new(at->platform, 0, &at->account, &error) != TILLWIRE_OK)
            stop(at->name, error);
        for (k = 0; k < 5 && at->settings[k].variable; k++) {
            const char *text = getenv(at->settings[k].variable);
            if (!text) {
                fprintf(stderr, "till: %s is not set\n", at->settings[k].variable);
                exit(2);
            }
            if (tillwire_account_set_text(at->account, at->settings[k].text, text, strlen(text), &error) != TILLWIRE_OK)
                stop(at->settings[k].variable, error);
        }
    }
}

void close_platforms(void) {
    size_t i;
    for (i = 0; i < PLATFORMS; i++) {
        tillwire_poll_free(platforms[i].poll);
        tillwire_account_free(platforms[i].account);
    }
}

/* Tells the platform that an order is a step further. Returns 0 where that came to nothing. */
static int report(const struct platform *at, const char *id, int32_t step) {
    tillwire_call *call = NULL;
    tillwire_error *error = NULL;
    tillwire_time now = {0, 0, 1};
    int64_t repeat = 0;
    int32_t status;
    now.unix_ms = unix_ms();
    status = tillwire_book_request(book, SHOP, id, at->account, step, NULL, "Pass", &now, &call, &error);
    if (status == TILLWIRE_OK)
        status = tillwire_call_send(call, &error);
    if (status == TILLWIRE_OK) {
        tillwire_call_int(call, TILLWIRE_REPLY_DUPLICATE, &repeat);
        printf("-- %s: order %s: %s%s\n", at->name, id, tillwire_name(TILLWIRE_NAMES_ASK, step),
               repeat ? ", as it knew already" : "");
    } else if (error) {
        explain(at, error);
    }
    tillwire_call_free(call);
    return status == TILLWIRE_OK;
}

/* Reads an order in full into the book, and does what that asks for. */
static void read_order(const struct platform *at, const char *id) {
    tillwire_call *call = NULL;
    tillwire_event *event = NULL;
    tillwire_changes *changes = NULL;
    tillwire_error *error = NULL;
    int32_t status = tillwire_call_new(at->account, at->read, &call, &error);
    if (status == TILLWIRE_OK)
        status = tillwire_call_set(call, TILLWIRE_PARAMETER_ID, id, &error);
    if (status == TILLWIRE_OK)
        status = tillwire_call_send(call, &error);
    if (status == TILLWIRE_OK)
        status = tillwire_call_orders(call, NULL, &event, &error);
    if (status == TILLWIRE_OK)
        status = tillwire_book_apply(book, SHOP, event, unix_ms() / 1000, &changes, &error);
    if (status == TILLWIRE_OK) {
        printf("-- %s: order %s is read in full\n", at->name, id);
        print_changes(changes);
        work_on(changes);
    } else {
        explain(at, error);
    }
    tillwire_changes_free(changes);
    tillwire_event_free(event);
    tillwire_call_free(call);
}

/* Does what a change asks for beyond printing. */
static void work_on_one(const tillwire_changes *changes, size_t position) {
    static int reading;
    const char *id = tillwire_change_text(changes, position, TILLWIRE_CHANGE_ORDER_ID, NULL);
    int64_t code = 0, action = 0, needs_detail = 0, progress = 0, printed = 0;
    const struct platform *at;
    size_t i;
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_PLATFORM, &code);
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_ACTION, &action);
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_NEEDS_DETAIL, &needs_detail);
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_PROGRESS, &progress);
    tillwire_change_int(changes, position, TILLWIRE_CHANGE_PRINTED, &printed);
    at = find_platform(code);
    if (!at || !id)
        return;
    if (action == TILLWIRE_ACTION_UPDATE && progress == TILLWIRE_PROGRESS_PLACED && !printed &&
        at->steps[0] == TILLWIRE_ASK_ACCEPT) {
        report(at, id, TILLWIRE_ASK_ACCEPT); /* it waits for that, and is cooked after it */
        action = TILLWIRE_ACTION_FETCH;
    }
    if (!reading && (action == TILLWIRE_ACTION_FETCH || (action == TILLWIRE_ACTION_PRINT && needs_detail))) {
        reading = 1; /* what is still unknown after a read is not read again at once */
        read_order(at, id);
        reading = 0;
    }
    if (action == TILLWIRE_ACTION_PRINT)
        for (i = 0; i < 4 && at->steps[i]; i++)
            if ((at->steps[i] != TILLWIRE_ASK_ACCEPT || progress < TILLWIRE_PROGRESS_ACCEPTED) &&
                !report(at, id, at->steps[i]))
                break;
}

void work_on(const tillwire_changes *changes) {
    size_t i, count = tillwire_changes_count(changes);
    for (i = 0; i < count; i++)
        work_on_one(changes, i);
    fflush(stdout);
}

/* Reads a round of a platform's orders. */
static void catch_up_with(struct platform *at) {
    tillwire_call *call;
    tillwire_changes *changes;
    tillwire_error *error;
    int reads = 0;
    int32_t status;
    if (!at->poll && tillwire_poll_new(at->platform, SHOP, NULL, &at->poll, &error) != TILLWIRE_OK)
        stop(at->name, error);
    do {
        status = tillwire_poll_next(at->poll, at->account, NULL, book, unix_ms(), &call, &changes, &error);
        print_changes(changes);
        work_on(changes);
        tillwire_changes_free(changes);
        if (status < 0)
            explain(at, error);
        if (status == TILLWIRE_OK) {
            reads++;
            if (tillwire_call_send(call, &error) != TILLWIRE_OK)
                explain(at, error);
        }
    } while (status == TILLWIRE_OK);
    if (!keep_book())
        perror("the book");
    printf("-- %s: caught up by %d reads%s\n", at->name, reads,
           at->platform == TILLWIRE_PLATFORM_ATLAS ? "; it lists no orders, so new ones that were missed stay missed" : "");
}

void catch_up(void) {
    size_t i;
    for (i = 0; i < PLATFORMS; i++)
        if (platforms[i].account)
            catch_up_with(&platforms[i]);
    fflush(stdout);
}

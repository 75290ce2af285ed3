/* A till: receives orders over HTTP and prints kitchen tickets.
 *
 *     TILL_KLIKIT_SECRET=... TILL_ATLAS_SECRET=... TILL_FIRE_SECRET=... till [PORT]
 *
 * A platform without a secret is not served. One thread, plain POSIX sockets, no other library: to show how little a
 * receiver needs. Each delivery is verified, decoded and queued, then answered, and only then printed, so that the
 * platform never waits for the printer. Orders are remembered in memory; a shop keeps them on disk, or a restart prints
 * again what comes again.
 *
 * It listens on loopback: put the TLS-terminating proxy that faces the internet in front of it. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "tillwire.h"

enum {
    HEADER_BYTES = 16 * 1024, /* most bytes of request line and headers */
    BODY_BYTES = 1024 * 1024, /* most bytes of a body */
    CLIENT_MS = 5000,         /* a request that takes longer is cut off */
    ORDERS = 256,             /* orders remembered */
    QUEUE = 64                /* changes waiting for the printer */
};

/* ---- What the till remembers of an order ---- */

struct known_order {
    char id[128];
    char key[TILLWIRE_KEY_SIZE]; /* content key of the delivery applied last */
    int64_t progress;            /* the furthest seen */
    int printed;
};

static struct known_order known[ORDERS];
static size_t known_count;

/* Orders of different platforms may have the same id. */
static struct known_order *remember(int64_t platform, const char *order_id) {
    char id[sizeof known[0].id];
    size_t i;
    struct known_order *order;
    snprintf(id, sizeof id, "%s %s", tillwire_name(TILLWIRE_NAMES_PLATFORM, platform), order_id);
    for (i = 0; i < known_count && i < ORDERS; i++)
        if (strcmp(known[i].id, id) == 0)
            return &known[i];
    order = &known[known_count++ % ORDERS]; /* the oldest leaves first */
    memset(order, 0, sizeof *order);
    memcpy(order->id, id, sizeof id);
    return order;
}

/* ---- The queue between answering and printing ---- */

enum action { TICKET, VOID_TICKET, STATUS };

struct job {
    tillwire_event *event; /* owned by the last job of its delivery */
    const tillwire_order *order;
    enum action action;
    int last;
};

static struct job queue[QUEUE];
static size_t queued;

/* ---- The kitchen ticket ---- */

/* Text from outside never drives the printer: control characters become spaces. */
static void print_text(const char *text) {
    for (; text && *text; text++)
        putchar((unsigned char)*text < 0x20 || *text == 0x7f ? ' ' : *text);
}

static void print_field(const char *label, const char *text) {
    if (text && *text) {
        printf("| %-10s ", label);
        print_text(text);
        putchar('\n');
    }
}

/* What people call the order; its id where the platform sends nothing better. */
static const char *name_of(const tillwire_order *order) {
    const char *reference = tillwire_order_text(order, TILLWIRE_ORDER_REFERENCE, NULL);
    return reference ? reference : tillwire_order_text(order, TILLWIRE_ORDER_ID, NULL);
}

static void print_quantity(const tillwire_order *order, size_t line) {
    tillwire_money quantity;
    char text[TILLWIRE_FORMAT_SIZE] = "?";
    if (tillwire_line_money(order, line, TILLWIRE_LINE_QUANTITY, &quantity) == TILLWIRE_OK)
        tillwire_quantity_format(&quantity, text, sizeof text, NULL);
    printf("%s x ", text);
}

static void print_line(const tillwire_order *order, size_t line) {
    int64_t depth = 0, kind = 0, voided = 0;
    const char *note = tillwire_line_text(order, line, TILLWIRE_LINE_NOTES, NULL);
    const char *tag;
    size_t i;
    tillwire_line_int(order, line, TILLWIRE_LINE_DEPTH, &depth);
    tillwire_line_int(order, line, TILLWIRE_LINE_KIND, &kind);
    tillwire_line_int(order, line, TILLWIRE_LINE_VOIDED, &voided);
    printf("| %*s%s", (int)depth * 4, "", kind == TILLWIRE_ITEM_MODIFIER ? "+ " : "");
    print_quantity(order, line);
    print_text(tillwire_line_text(order, line, TILLWIRE_LINE_NAME, NULL));
    for (i = 0; (tag = tillwire_line_listed(order, line, TILLWIRE_LINE_KITCHEN_TAGS, i, NULL)) != NULL; i++) {
        printf(" [");
        print_text(tag);
        printf("]");
    }
    printf("%s\n", voided ? " ** VOID **" : "");
    if (note && *note) {
        printf("| %*s    \"", (int)depth * 4, "");
        print_text(note);
        printf("\"\n");
    }
}

/* The kitchen's journey, where the platform reports it. */
static void print_steps(const tillwire_order *order) {
    int64_t steps = 0;
    size_t i;
    tillwire_order_int(order, TILLWIRE_ORDER_STEP_COUNT, &steps);
    for (i = 0; i < (size_t)steps; i++) {
        char at[TILLWIRE_FORMAT_SIZE] = "";
        tillwire_time time;
        if (tillwire_step_time(order, i, TILLWIRE_STEP_AT, &time) == TILLWIRE_OK)
            tillwire_time_format(&time, at, sizeof at, NULL);
        printf("   %s ", at);
        print_text(tillwire_step_text(order, i, TILLWIRE_STEP_STATE, NULL));
        printf(" ");
        print_text(tillwire_step_text(order, i, TILLWIRE_STEP_STATION, NULL));
        putchar('\n');
    }
}

static void print_ticket(const tillwire_order *order) {
    tillwire_money total;
    int64_t fulfilment = 0, lines = 0;
    char amount[TILLWIRE_FORMAT_SIZE];
    size_t i;
    tillwire_order_int(order, TILLWIRE_ORDER_FULFILMENT, &fulfilment);
    tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, &lines);
    puts("+----------------------------------------");
    print_field("ORDER", name_of(order));
    print_field("from", tillwire_order_text(order, TILLWIRE_ORDER_CHANNEL, NULL));
    print_field("for", tillwire_name(TILLWIRE_NAMES_FULFILMENT, fulfilment));
    print_field("table", tillwire_order_text(order, TILLWIRE_ORDER_TABLE, NULL));
    print_field("due", tillwire_order_text(order, TILLWIRE_ORDER_TIME_SLOT, NULL));
    print_field("note", tillwire_order_text(order, TILLWIRE_ORDER_NOTES, NULL));
    puts("|");
    for (i = 0; i < (size_t)lines; i++)
        print_line(order, i);
    puts("|");
    if (tillwire_order_money(order, TILLWIRE_ORDER_TOTAL, &total) == TILLWIRE_OK &&
        tillwire_money_format(&total, amount, sizeof amount, NULL) == TILLWIRE_OK)
        printf("| total      %s%s%s\n", total.currency, *total.currency ? " " : "", amount);
    puts("+----------------------------------------");
}

static void print_status(const tillwire_order *order) {
    int64_t progress = 0;
    tillwire_order_int(order, TILLWIRE_ORDER_PROGRESS, &progress);
    printf("** order ");
    print_text(name_of(order));
    printf(" is now %s\n", tillwire_name(TILLWIRE_NAMES_PROGRESS, progress));
    print_steps(order);
}

static void print_queue(void) {
    size_t i;
    for (i = 0; i < queued; i++) {
        if (queue[i].action == TICKET) {
            print_ticket(queue[i].order);
        } else {
            if (queue[i].action == VOID_TICKET)
                puts("** VOID the ticket");
            print_status(queue[i].order);
        }
        if (queue[i].last)
            tillwire_event_free(queue[i].event);
    }
    queued = 0;
    fflush(stdout);
}

/* ---- What a delivery means ---- */

/* Whether the kitchen is to begin. klikit: the order was created, or is accepted. Atlas: it is confirmed and not unpaid.
 * Fire: the sale is settled, or the platform says to prepare before payment. Tests are for nobody to cook, and an event without lines is no order to cook from. */
static int ticket_due(const tillwire_event *event, const tillwire_order *order, int64_t progress) {
    int64_t kind = 0, payment = TILLWIRE_PAY_UNKNOWN, lines = 0, test = 0, platform = 0, before_payment = 0;
    tillwire_event_int(event, TILLWIRE_EVENT_KIND, &kind);
    tillwire_event_int(event, TILLWIRE_EVENT_PLATFORM, &platform);
    tillwire_order_int(order, TILLWIRE_ORDER_PAYMENT_STATUS, &payment);
    tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, &lines);
    tillwire_order_int(order, TILLWIRE_ORDER_TEST, &test);
    tillwire_order_int(order, TILLWIRE_ORDER_PREPARE_BEFORE_PAYMENT, &before_payment);
    if (lines == 0 || test || progress >= TILLWIRE_PROGRESS_CANCELLED)
        return 0;
    if (platform == TILLWIRE_PLATFORM_KLIKIT)
        return kind == TILLWIRE_KIND_ORDER_CREATED || progress >= TILLWIRE_PROGRESS_ACCEPTED;
    if (platform == TILLWIRE_PLATFORM_ATLAS)
        return progress >= TILLWIRE_PROGRESS_ACCEPTED && payment != TILLWIRE_PAY_UNPAID;
    return kind == TILLWIRE_KIND_ORDER_SETTLED || (kind == TILLWIRE_KIND_ORDER_CREATED && before_payment);
}

/* Decides what to do about one order. It never goes back: what arrives late is not printed. */
static void take_order(tillwire_event *event, const tillwire_order *order, struct known_order *seen) {
    int64_t progress = TILLWIRE_PROGRESS_UNKNOWN;
    struct job *job = &queue[queued];
    tillwire_order_int(order, TILLWIRE_ORDER_PROGRESS, &progress);
    if (!seen->printed && seen->progress < TILLWIRE_PROGRESS_CANCELLED && ticket_due(event, order, progress)) {
        job->action = TICKET;
        seen->printed = 1;
    } else if (progress > seen->progress) {
        job->action = progress >= TILLWIRE_PROGRESS_CANCELLED && seen->printed ? VOID_TICKET : STATUS;
    } else {
        return;
    }
    if (progress > seen->progress)
        seen->progress = progress;
    job->event = event;
    job->order = order;
    job->last = 0;
    queued++;
}

/* Takes an event, and owns it from here. Returns TILLWIRE_DUPLICATE if all of it was applied before. */
static int32_t take_event(tillwire_event *event) {
    const tillwire_order *order;
    size_t i, before = queued, repeats = 0;
    int64_t orders = 0, platform = 0;
    tillwire_event_int(event, TILLWIRE_EVENT_ORDER_COUNT, &orders);
    tillwire_event_int(event, TILLWIRE_EVENT_PLATFORM, &platform);
    if (queued + (size_t)orders > QUEUE) {
        tillwire_event_free(event);
        return TILLWIRE_E_MEMORY; /* answered 500: the platform sends it again */
    }
    for (i = 0; (order = tillwire_event_order(event, i)) != NULL; i++) {
        struct known_order *seen = remember(platform, tillwire_order_text(order, TILLWIRE_ORDER_ID, NULL));
        char key[TILLWIRE_KEY_SIZE] = "";
        tillwire_event_key(event, i, TILLWIRE_KEY_CONTENT, key, sizeof key, NULL);
        if (strcmp(seen->key, key) == 0) {
            repeats++;
            continue;
        }
        memcpy(seen->key, key, sizeof key);
        take_order(event, order, seen);
    }
    if (queued > before)
        queue[queued - 1].last = 1;
    else
        tillwire_event_free(event);
    return i > 0 && repeats == i ? TILLWIRE_DUPLICATE : TILLWIRE_OK;
}

/* ---- HTTP, just enough of it ---- */

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads some bytes before the deadline: their number, 0 at the end, -1 if the client is too slow or gone. */
static ssize_t read_some(int client, char *to, size_t room, int64_t deadline) {
    struct pollfd ready = {0};
    int64_t left = deadline - now_ms();
    ready.fd = client;
    ready.events = POLLIN;
    if (left <= 0 || poll(&ready, 1, (int)left) != 1)
        return -1;
    return recv(client, to, room, 0);
}

static void answer(int client, int status, const char *body) {
    char text[512];
    int length = snprintf(text, sizeof text,
                          "HTTP/1.1 %d -\r\nContent-Type: application/json\r\nContent-Length: %lu\r\n"
                          "Connection: close\r\n\r\n%s",
                          status, (unsigned long)strlen(body), body);
    if (length > 0 && send(client, text, (size_t)length, MSG_NOSIGNAL) < 0)
        perror("send");
    printf("-- answered %d %s\n", status, body);
}

/* The value of Content-Length, or -1. The block ends in a NUL. */
static long content_length(const char *block) {
    const char *line = block;
    while ((line = strstr(line, "\r\n")) != NULL) {
        line += 2;
        if (strncasecmp(line, "content-length:", 15) == 0) {
            char *end;
            long length;
            errno = 0;
            length = strtol(line + 15, &end, 10);
            return errno == 0 && end != line + 15 && length >= 0 ? length : -1;
        }
    }
    return -1;
}

/* Verifies and takes what was received; prints why if it is refused. */
static void deliver(int client, const tillwire_verifier *verifier, const char *head, size_t head_len, const char *body,
                    size_t body_len) {
    tillwire_headers *headers = NULL;
    tillwire_event *event = NULL;
    tillwire_error *error = NULL;
    const char *reply;
    int32_t http_status, status;
    status = tillwire_headers_new(&headers, &error);
    if (status == TILLWIRE_OK)
        status = tillwire_headers_add_block(headers, head, head_len, &error);
    if (status == TILLWIRE_OK)
        status = tillwire_verifier_open(verifier, headers, (const uint8_t *)body, body_len, (int64_t)time(NULL), &event,
                                        &error);
    if (status == TILLWIRE_OK)
        status = take_event(event);
    if (error) {
        const char *hint = tillwire_error_text(error, TILLWIRE_ERROR_HINT, NULL);
        printf("-- refused: %s\n", tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL));
        printf("   hint: %s\n", hint ? hint : "none");
    }
    tillwire_verifier_answer(verifier, status, 0, &http_status, &reply, NULL);
    answer(client, http_status, reply);
    tillwire_error_free(error);
    tillwire_headers_free(headers);
}

/* A platform and where it delivers. */
struct webhook {
    int32_t platform;
    const char *request; /* how its requests begin */
    const char *secret;  /* the variable of the environment with its secret */
    tillwire_verifier *verifier;
};

static struct webhook webhooks[] = {
    {TILLWIRE_PLATFORM_KLIKIT, "POST /klikit ", "TILL_KLIKIT_SECRET", NULL},
    {TILLWIRE_PLATFORM_ATLAS, "POST /atlas ", "TILL_ATLAS_SECRET", NULL},
    {TILLWIRE_PLATFORM_FIRE, "POST /fire ", "TILL_FIRE_SECRET", NULL},
};

enum { WEBHOOKS = sizeof webhooks / sizeof *webhooks };

/* The webhook that a request is for, or NULL. */
static const struct webhook *find_webhook(const char *request) {
    size_t i;
    for (i = 0; i < WEBHOOKS; i++)
        if (webhooks[i].verifier && strncmp(request, webhooks[i].request, strlen(webhooks[i].request)) == 0)
            return &webhooks[i];
    return NULL;
}

static void serve(int client) {
    static char buffer[HEADER_BYTES + BODY_BYTES + 1];
    int64_t deadline = now_ms() + CLIENT_MS;
    const struct webhook *webhook = NULL;
    size_t have = 0, head_len = 0;
    long length = 0;
    while (head_len == 0 || have < head_len + (size_t)length) {
        ssize_t got = read_some(client, buffer + have, sizeof buffer - 1 - have, deadline);
        if (got <= 0) {
            printf("-- a client was too slow, or left\n");
            return;
        }
        have += (size_t)got;
        buffer[have] = '\0';
        if (head_len == 0) {
            const char *end = strstr(buffer, "\r\n\r\n");
            if ((end ? (size_t)(end - buffer) : have) > HEADER_BYTES) {
                answer(client, 431, "{\"error\":\"headers too large\"}");
                return;
            }
            if (!end)
                continue;
            head_len = (size_t)(end - buffer) + 4;
            webhook = find_webhook(buffer);
            if (!webhook) {
                answer(client, 404, "{\"error\":\"not found\"}");
                return;
            }
            length = content_length(buffer);
            if (length < 0) {
                answer(client, 411, "{\"error\":\"length required\"}");
                return;
            }
            if (length > BODY_BYTES) {
                answer(client, 413, "{\"error\":\"too large\"}");
                return;
            }
        }
    }
    deliver(client, webhook->verifier, buffer, head_len, buffer + head_len, (size_t)length);
}

/* ---- Setting up ---- */

/* Says what went wrong, and ends. */
static void stop(const char *what, tillwire_error *error) {
    const char *hint = tillwire_error_text(error, TILLWIRE_ERROR_HINT, NULL);
    const char *message = error ? tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL) : strerror(errno);
    fprintf(stderr, "till: %s: %s\n", what, message);
    if (hint)
        fprintf(stderr, "      %s\n", hint);
    exit(1);
}

static tillwire_verifier *make_verifier(const struct webhook *webhook, const char *secret) {
    tillwire_settings *settings;
    tillwire_verifier *verifier;
    tillwire_error *error;
    if (tillwire_settings_new(webhook->platform, &settings, &error) != TILLWIRE_OK ||
        tillwire_settings_add_secret(settings, secret, strlen(secret), &error) != TILLWIRE_OK ||
        tillwire_settings_set_int(settings, TILLWIRE_SETTING_BODY_BYTES, BODY_BYTES, &error) != TILLWIRE_OK ||
        tillwire_verifier_new(settings, &verifier, &error) != TILLWIRE_OK)
        stop(webhook->secret, error);
    tillwire_settings_free(settings);
    return verifier;
}

static int listen_on(int port) {
    struct sockaddr_in address = {0};
    socklen_t size = sizeof address;
    int yes = 1, server = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons((uint16_t)port);
    if (server < 0 || setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(server, (struct sockaddr *)&address, sizeof address) != 0 || listen(server, 16) != 0 ||
        getsockname(server, (struct sockaddr *)&address, &size) != 0)
        stop("listening", NULL);
    printf("-- listening on 127.0.0.1:%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return server;
}

static volatile sig_atomic_t stopping;

static void on_signal(int signal) {
    (void)signal;
    stopping = 1;
}

int main(int argc, char **argv) {
    struct sigaction action = {0};
    size_t i, served = 0;
    int server;
    for (i = 0; i < WEBHOOKS; i++) {
        const char *secret = getenv(webhooks[i].secret);
        if (secret) {
            webhooks[i].verifier = make_verifier(&webhooks[i], secret);
            served++;
        }
    }
    if (served == 0) {
        fprintf(stderr,
                "usage: TILL_KLIKIT_SECRET=... TILL_ATLAS_SECRET=... TILL_FIRE_SECRET=... till [PORT]\n"
                "Receives orders at http://127.0.0.1:PORT/klikit, /atlas and /fire and prints kitchen tickets.\n"
                "Each secret is the one that was set for the webhook; a platform without one is not served.\n"
                "PORT 0 takes any free one.\n");
        return 2;
    }
    action.sa_handler = on_signal;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    server = listen_on(argc > 1 ? atoi(argv[1]) : 8080);
    while (!stopping) {
        int client = accept(server, NULL, NULL);
        if (client < 0)
            continue;
        serve(client);
        close(client);
        print_queue();
    }
    close(server);
    for (i = 0; i < WEBHOOKS; i++)
        tillwire_verifier_free(webhooks[i].verifier);
    puts("-- stopped");
    return 0;
}

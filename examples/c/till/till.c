/* A till: receives orders over HTTP, prints kitchen tickets, and tells the platforms how far it is.
 *
 *     TILL_KLIKIT_SECRET=... TILL_ATLAS_SECRET=... TILL_FIRE_SECRET=... till [PORT]
 *
 * A platform without a secret is not served. One thread, plain POSIX sockets, no other library: to show how little a
 * receiver needs. Each delivery is verified, decoded and applied to the book of orders, which says what to do; then it is
 * answered, and only then printed, so that the platform never waits for the printer. What it prints is in ticket.c, what it
 * asks of the platforms, where it is told how to reach them, in platforms.c.
 *
 * With TILL_BOOK=FILE the book is kept in that file before a delivery is answered, so that a restart forgets nothing.
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

#include "till.h"

enum {
    HEADER_BYTES = 16 * 1024, /* most bytes of request line and headers */
    BODY_BYTES = 1024 * 1024, /* most bytes of a body */
    CLIENT_MS = 5000          /* a request that takes longer is cut off */
};

tillwire_book *book;
static const char *book_file;

/* What the last delivery asks for, until it is printed. */
static tillwire_changes *waiting;

void stop(const char *what, tillwire_error *error) {
    const char *hint = tillwire_error_text(error, TILLWIRE_ERROR_HINT, NULL);
    const char *message = error ? tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL) : strerror(errno);
    fprintf(stderr, "till: %s: %s\n", what, message);
    if (hint)
        fprintf(stderr, "      %s\n", hint);
    exit(1);
}

/* ---- The book ---- */

/* Keeps the book: whole, or not at all. */
int keep_book(void) {
    char *text, path[1024];
    FILE *file;
    int kept;
    if (!book_file)
        return 1;
    if (tillwire_book_export(book, NULL, 0, NULL, &text, NULL) != TILLWIRE_OK)
        return 0;
    snprintf(path, sizeof path, "%s.new", book_file);
    file = fopen(path, "w");
    kept = file && fputs(text, file) >= 0 && fflush(file) == 0 && fsync(fileno(file)) == 0;
    if (file && fclose(file) != 0)
        kept = 0;
    tillwire_string_free(text);
    return kept && rename(path, book_file) == 0;
}

/* Reads the book that was kept, if there is one. */
static void open_book(void) {
    tillwire_error *error = NULL;
    FILE *file;
    char *text = NULL;
    size_t len = 0, orders = 0, got;
    if (tillwire_book_new(&book, &error) != TILLWIRE_OK)
        stop("the book", error);
    book_file = getenv("TILL_BOOK");
    file = book_file ? fopen(book_file, "r") : NULL;
    if (!file)
        return;
    do {
        char *more = realloc(text, len + 65536);
        if (!more)
            stop(book_file, NULL);
        text = more;
        got = fread(text + len, 1, 65536, file);
        len += got;
    } while (got > 0);
    if (tillwire_book_import(book, text, len, &orders, &error) != TILLWIRE_OK)
        stop(book_file, error);
    printf("-- %lu orders in the book\n", (unsigned long)orders);
    free(text);
    fclose(file);
}

/* Takes an event. Returns TILLWIRE_DUPLICATE if all of it was applied before. */
static int32_t take_event(tillwire_event *event, tillwire_error **error) {
    size_t i, changes, repeats = 0;
    int32_t status = tillwire_book_apply(book, SHOP, event, (int64_t)time(NULL), &waiting, error);
    tillwire_event_free(event);
    if (status != TILLWIRE_OK)
        return status; /* answered 500: the platform sends it again */
    changes = tillwire_changes_count(waiting);
    for (i = 0; i < changes; i++) {
        int64_t verdict = 0;
        tillwire_change_int(waiting, i, TILLWIRE_CHANGE_VERDICT, &verdict);
        repeats += verdict == TILLWIRE_VERDICT_DUPLICATE;
    }
    if (repeats == changes)
        return TILLWIRE_DUPLICATE;
    if (!keep_book())
        perror(book_file);
    return TILLWIRE_OK;
}

/* Prints what the last delivery asks for, and does it; the platform has its answer already. */
static void act(void) {
    print_changes(waiting);
    work_on(waiting);
    tillwire_changes_free(waiting);
    waiting = NULL;
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
        status = take_event(event, &error);
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
    open_book();
    open_platforms();
    if (getenv("TILL_CATCH_UP"))
        catch_up();
    server = listen_on(argc > 1 ? atoi(argv[1]) : 8080);
    while (!stopping) {
        int client = accept(server, NULL, NULL);
        if (client < 0)
            continue;
        serve(client);
        close(client);
        act();
    }
    close(server);
    for (i = 0; i < WEBHOOKS; i++)
        tillwire_verifier_free(webhooks[i].verifier);
    close_platforms();
    tillwire_book_free(book);
    puts("-- stopped");
    return 0;
}

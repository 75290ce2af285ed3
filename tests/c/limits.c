/* Bounded memory and stack, whatever the body: threads with 64 KiB of stack, and children whose memory the system
 * limits. Not for sanitizers and valgrind, which need memory of their own. */
#include "check.h"

#include <limits.h>
#include <malloc.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MIB ((size_t)1 << 20)

typedef struct {
    uint8_t *bytes;
    size_t len, cap;
} text;

static void add(text *body, const char *piece) {
    const size_t len = strlen(piece);
    if (body->len + len > body->cap) {
        body->cap = (body->cap + len) * 2;
        body->bytes = realloc(body->bytes, body->cap);
        CHECK(body->bytes != NULL);
    }
    memcpy(body->bytes + body->len, piece, len);
    body->len += len;
}

static text repeated(const char *head, const char *piece, size_t len, const char *tail) {
    text body = {NULL, 0, 0};
    add(&body, head);
    while (body.len < len) {
        add(&body, piece);
    }
    add(&body, tail);
    return body;
}

/* Opens a body with these limits and reads all of it. */
static int32_t read_all(const text *body, int64_t bytes, int64_t depth, int64_t elements, int json) {
    tillwire_verifier *verifier = atlas_verifier(bytes, depth, elements);
    tillwire_event *event = NULL;
    char *whole = NULL;
    int32_t status =
        tillwire_verifier_decode_unverified(verifier, NULL, body->bytes, body->len, &event, NULL);
    if (status == TILLWIRE_OK) {
        char key[TILLWIRE_KEY_SIZE];
        size_t len = 0;
        tillwire_event_raw(event, "$.payload.order_items[0].name", &len);
        tillwire_event_key(event, 0, TILLWIRE_KEY_CONTENT, key, sizeof key, NULL);
        if (json) {
            status = tillwire_event_json(event, &whole, NULL);
            tillwire_string_free(whole);
        }
    }
    tillwire_event_free(event);
    tillwire_verifier_free(verifier);
    return status;
}

/* Opens a body, puts its order into a book and that into another one, by way of text. Where there was no memory to apply
 * it, nothing was changed: once there is, its ticket is printed. */
static int32_t keep(const text *body) {
    tillwire_verifier *verifier = atlas_verifier(2147483646, UINT32_MAX, 100000000);
    tillwire_event *event = NULL;
    tillwire_book *book = NULL, *other = NULL;
    tillwire_changes *changes = NULL;
    char *kept = NULL;
    int64_t action = -1;
    int32_t status = tillwire_book_new(&book, NULL);
    CHECK_INT(status, TILLWIRE_OK);
    CHECK_INT(tillwire_book_new(&other, NULL), TILLWIRE_OK);
    status = tillwire_verifier_decode_unverified(verifier, NULL, body->bytes, body->len, &event, NULL);
    if (status == TILLWIRE_OK) {
        const int32_t applied = tillwire_book_apply(book, "main", event, 0, &changes, NULL);
        if (applied == TILLWIRE_E_MEMORY) {
            const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
            CHECK(tillwire_book_order(book, "main", TILLWIRE_PLATFORM_ATLAS, "1") == NULL);
            CHECK(setrlimit(RLIMIT_AS, &all) == 0);
            CHECK_INT(tillwire_book_apply(book, "main", event, 0, &changes, NULL), TILLWIRE_OK);
        }
        CHECK_INT(tillwire_change_int(changes, 0, TILLWIRE_CHANGE_ACTION, &action), TILLWIRE_OK);
        CHECK_INT(action, TILLWIRE_ACTION_PRINT);
        tillwire_changes_free(changes);
        status = applied;
    }
    tillwire_event_free(event);
    if (status == TILLWIRE_OK) {
        status = tillwire_book_export(book, NULL, 0, NULL, &kept, NULL);
    }
    if (status == TILLWIRE_OK) {
        status = tillwire_book_import(other, kept, strlen(kept), NULL, NULL);
        CHECK((status == TILLWIRE_OK) == (tillwire_book_order(other, "main", TILLWIRE_PLATFORM_ATLAS, "1") != NULL));
    }
    tillwire_string_free(kept);
    tillwire_book_free(book);
    tillwire_book_free(other);
    tillwire_verifier_free(verifier);
    return status;
}

/* In threads with the stack of a small till's program. */

static int32_t deep_status, raised_status, kept_status, panic_status;

static void *on_a_small_stack(void *body) {
    deep_status = read_all(body, 0, 0, 0, 1);
    raised_status = read_all(body, 0, UINT32_MAX, 0, 1);
    kept_status = keep(body);
    panic_status = tillwire_test_panic(NULL);
    return NULL;
}

static void with_a_small_stack(const text *body, int32_t deep, int32_t raised) {
    pthread_attr_t attributes;
    pthread_t thread;
    CHECK(pthread_attr_init(&attributes) == 0);
    CHECK(pthread_attr_setstacksize(&attributes, 64 * 1024) == 0);
    CHECK(pthread_create(&thread, &attributes, on_a_small_stack, (void *)body) == 0);
    CHECK(pthread_join(thread, NULL) == 0);
    pthread_attr_destroy(&attributes);
    CHECK_INT(deep_status, deep);
    CHECK_INT(raised_status, raised);
    CHECK_INT(kept_status, raised);
    CHECK_INT(panic_status, TILLWIRE_E_PANIC);
}

static void stack(void) {
    const size_t depth = 200000;
    text open = repeated("", "[", depth, ""), objects, order;
    size_t i;
    with_a_small_stack(&open, TILLWIRE_E_TOO_DEEP, TILLWIRE_E_NOT_JSON);
    free(open.bytes);

    /* Well formed, as a value that no field reads. */
    objects = repeated("{\"order_id\":1,\"state\":\"confirmed\",\"order_items\":[{}],\"a\":", "", 0, "");
    for (i = 0; i < depth; i++) {
        add(&objects, "{\"a\":");
    }
    add(&objects, "1");
    for (i = 0; i <= depth; i++) {
        add(&objects, "}");
    }
    with_a_small_stack(&objects, TILLWIRE_E_TOO_DEEP, TILLWIRE_OK);
    free(objects.bytes);

    /* Lines of lines: as many levels as an order may have lines. */
    order = repeated("{\"order_id\":1,\"state\":\"confirmed\",\"order_items\":[{", "", 0, "");
    for (i = 0; i < 9000; i++) {
        add(&order, "\"id\":7,\"name\":3,\"sub_items\":[{");
    }
    for (i = 0; i < 9001; i++) {
        add(&order, "}]");
    }
    add(&order, "}");
    with_a_small_stack(&order, TILLWIRE_E_TOO_DEEP, TILLWIRE_OK);
    free(order.bytes);
}

/* In children, for what they do to themselves. */

static long peak_kib(void) {
    struct rusage usage;
    CHECK(getrusage(RUSAGE_SELF, &usage) == 0);
    return usage.ru_maxrss;
}

/* Reads a body in a child; what it took at its peak, in multiples of the body. */
static double growth(const text *body, int64_t bytes, int64_t depth, int64_t elements, int32_t wanted) {
    int channel[2], status;
    long grown = -1;
    pid_t child;
    CHECK(pipe(channel) == 0);
    child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        const long before = peak_kib();
        CHECK_INT(read_all(body, bytes, depth, elements, 0), wanted);
        grown = peak_kib() - before;
        CHECK(write(channel[1], &grown, sizeof grown) == sizeof grown);
        _exit(0);
    }
    close(channel[1]);
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    CHECK(read(channel[0], &grown, sizeof grown) == sizeof grown);
    close(channel[0]);
    return (double)grown * 1024 / (double)body->len;
}

static void bounded(const char *what, const text *body, int64_t elements, double most) {
    const double times = growth(body, 2147483646, 64, elements, TILLWIRE_OK);
    printf("%s: %.1f MiB take %.2f times as much\n", what, (double)body->len / MIB, times);
    CHECK_IN(times <= most, what);
}

static void memory(void) {
    const size_t large = 64 * MIB;
    text body = repeated("{\"order_id\":1,\"order_items\":[],\"notes\":\"", "all work and no play ", large, "\"}");
    const double refused = growth(&body, 0, 0, 0, TILLWIRE_E_BODY_TOO_LARGE);
    printf("64 MiB beyond the limit: %.3f times as much\n", refused);
    CHECK(refused < 0.05);
    bounded("a long text", &body, 0, 3.5);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[],\"notes\":\"", "\\u0000\\ud800\\n", 8 * MIB, "\"}");
    bounded("a long text of escapes", &body, 0, 3.5);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[],\"a\":[", "[],", 8 * MIB, "0]}");
    bounded("empty arrays", &body, 100000000, 20);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[],\"a\":{", "\"\":0,", 8 * MIB, "\"\":0}}");
    bounded("members without names", &body, 0, 20);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[", "{},", 3 * 9990, "{}]}");
    bounded("as many empty lines as an order may have", &body, 0, 400);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[],", "\"notes\":1,", 8 * MIB, "\"notes\":1}");
    bounded("one member many times", &body, 0, 20);
    free(body.bytes);
}

static int32_t open_and_read(const text *body) {
    return read_all(body, 2147483646, 64, 100000000, 0);
}

/* Address space as it runs out: less and less beyond what the child has, up to `most` times the body. Each attempt ends
 * well or politely. */
static void address_space(const char *what, int32_t (*attempt)(const text *), const text *body, size_t most) {
    size_t room;
    int polite = 0, well = 0;
    for (room = body->len / 16; room <= body->len * most; room += room / 5) {
        int status;
        const pid_t child = fork();
        CHECK(child >= 0);
        if (child == 0) {
            struct rlimit limit;
            FILE *statm;
            unsigned long pages = 0;
            int32_t opened;
            /* A cushion for the small pieces, which the header says are not asked for politely. */
            void *pieces[512];
            size_t i;
            for (i = 0; i < 512; i++) {
                pieces[i] = malloc(1024);
            }
            for (i = 0; i < 511; i++) {
                free(pieces[i]);
            }
            statm = fopen("/proc/self/statm", "r");
            CHECK(statm != NULL && fscanf(statm, "%lu", &pages) == 1);
            fclose(statm);
            CHECK(getrlimit(RLIMIT_AS, &limit) == 0);
            limit.rlim_cur = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + room;
            CHECK(setrlimit(RLIMIT_AS, &limit) == 0);
            opened = attempt(body);
            _exit(opened == TILLWIRE_OK ? 0 : opened == TILLWIRE_E_MEMORY ? 7 : 8);
        }
        CHECK(waitpid(child, &status, 0) == child);
        if (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 7)) {
            fprintf(stderr, "%s with %lu KiB: wait status %d\n", what, (unsigned long)(room / 1024), status);
            exit(1);
        }
        *(WEXITSTATUS(status) == 7 ? &polite : &well) += 1;
    }
    printf("%s without enough memory: %d times told, %d times enough\n", what, polite, well);
    CHECK_IN(polite > 0 && well > 0, what);
}

static void out_of_memory(void) {
    text body = repeated("{\"order_id\":1,\"order_items\":[],\"notes\":\"", "all work and no play ", 64 * MIB, "\"}");
    address_space("a long text", open_and_read, &body, 20);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[],\"notes\":\"", "tea\\n", 16 * MIB, "\"}");
    address_space("a long text of escapes", open_and_read, &body, 20);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[{}", ",{\"id\":7,\"name\":\"Tea\",\"unit_price\":1.5}", 8 * MIB, "]}");
    address_space("many lines", open_and_read, &body, 20);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"order_items\":[{\"id\":7,\"tags\":[\"a\"", ",\"b\"", 8 * MIB, "]}]}");
    address_space("many tags", open_and_read, &body, 20);
    free(body.bytes);
}

static void out_of_memory_in_a_book(void) {
    text body = repeated("{\"order_id\":1,\"state\":\"confirmed\",\"order_items\":[{}],\"notes\":\"", "all work and no play ",
                         32 * MIB, "\"}");
    address_space("a long text in a book", keep, &body, 60);
    free(body.bytes);
    body = repeated("{\"order_id\":1,\"state\":\"confirmed\",\"order_items\":[{}", ",{\"id\":7,\"name\":\"Tea\",\"unit_price\":1.5}",
                    2 * MIB, "]}");
    address_space("many lines in a book", keep, &body, 400);
    free(body.bytes);
}

int main(void) {
    /* What was freed goes back to the system, so that nothing but new memory can be used. */
    CHECK(mallopt(M_MMAP_THRESHOLD, 64 * 1024) == 1);
    /* Before there are threads, whose arenas hold address space in reserve. */
    out_of_memory();
    out_of_memory_in_a_book();
    memory();
    stack();
    return 0;
}

/* Measures Tillwire beside what a C programmer would write without it. Everything is measured in one run, in rounds that
 * take turns, and quoted as the median of the rounds' ratios: a busy machine slows both sides of a round alike. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "order.h"

enum { ROUNDS = 101, ITEM_LINES = 13 };

void die(const char *what) {
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int ascending(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, size_t count) {
    qsort(values, count, sizeof *values, ascending);
    return values[count / 2];
}

static char *file(const char *name, size_t *len) {
    FILE *in = fopen(name, "rb");
    char *text;
    long size;
    if (!in || fseek(in, 0, SEEK_END) || (size = ftell(in)) < 0 || fseek(in, 0, SEEK_SET))
        die("cannot read the order");
    text = malloc((size_t)size + 1);
    if (!text || fread(text, 1, (size_t)size, in) != (size_t)size)
        die("cannot read the order");
    fclose(in);
    text[size] = '\0';
    *len = (size_t)size;
    return text;
}

static struct delivery signed_body(char *body, size_t len) {
    struct delivery delivery;
    delivery.body = (const uint8_t *)body;
    delivery.len = len;
    delivery.signature = ours_sign(delivery.body, len);
    return delivery;
}

/* The order with its items repeated until it has about so many bytes, and how often they are in it. */
static struct delivery repeated(const char *order, size_t size, size_t *times) {
    const char *start = strstr(order, "\"order_items\":[") + strlen("\"order_items\":[");
    size_t head = (size_t)(start - order), items = strlen(start) - strlen("]}"), at = head;
    char *body = malloc(size + 2 * strlen(order));
    memcpy(body, order, head);
    for (*times = 0; *times == 0 || at + items / 2 < size; ++*times) {
        if (*times)
            body[at++] = ',';
        memcpy(body + at, start, items);
        at += items;
    }
    strcpy(body + at, "]}");
    return signed_body(body, at + 2);
}

/* A row of the table; a target of 0 is none. */
static void row(const char *what, double figure, const char *unit, double first, double then) {
    printf("%-58s %9.2f %-10s", what, figure, unit);
    if (first > 0)
        printf("  <= %-5g %-4s", first, figure <= first ? "met" : "NOT");
    if (then > 0)
        printf("  <= %-5g %-4s", then, figure <= then ? "met" : "NOT");
    printf("\n");
}

static void orders(const struct delivery *delivery) {
    enum { OFTEN = 40 };
    static double ours[ROUNDS], peer[ROUNDS], iterating[ROUNDS], ratio[ROUNDS], ratio_iterating[ROUNDS];
    struct sum sums[3] = {{0, 1}, {0, 1}, {0, 1}};
    int round, time, side;
    ours_read(delivery, &sums[0]);
    peer_read(delivery, 0, &sums[1]);
    peer_read(delivery, 1, &sums[2]);
    printf("sum over every byte of every field: tillwire %016llx, peer %016llx\n\n", (unsigned long long)sums[0].value,
           (unsigned long long)sums[1].value);
    for (side = 0; side < 3; side++) {
        if (sums[side].value != sums[0].value)
            die("the two sides read different orders");
    }
    memset(sums, 0, sizeof sums);
    for (round = 0; round < ROUNDS; round++) {
        double *figures[3] = {ours, peer, iterating};
        int turn;
        for (turn = 0; turn < 3; turn++) {
            double start;
            side = (turn + round) % 3;
            start = now();
            for (time = 0; time < OFTEN; time++) {
                if (side == 0)
                    ours_read(delivery, &sums[0]);
                else
                    peer_read(delivery, side == 2, &sums[side]);
            }
            figures[side][round] = (now() - start) / OFTEN / 1000;
        }
        ratio[round] = ours[round] / peer[round];
        ratio_iterating[round] = ours[round] / iterating[round];
    }
    if (sums[1].value != sums[0].value || sums[2].value != sums[0].value)
        die("the two sides read different orders");
    printf("%-58s %9zu bytes\n", "verify, decode, read every field: Atlas order of", delivery->len);
    row("  tillwire", median(ours, ROUNDS), "us", 0, 0);
    row("  OpenSSL EVP_MAC + yyjson, yyjson_obj_get", median(peer, ROUNDS), "us", 0, 0);
    row("  OpenSSL EVP_MAC + yyjson, yyjson_obj_iter_get", median(iterating, ROUNDS), "us", 0, 0);
    row("  tillwire / yyjson_obj_get", median(ratio, ROUNDS), "times", 1.4, 0.75);
    row("  tillwire / yyjson_obj_iter_get", median(ratio_iterating, ROUNDS), "times", 0, 0);
}

static void verification(void) {
    enum { OFTEN = 100, SIZE = 4096, BLOCKS = SIZE / 64 + 2 };
    static double verify[ROUNDS], floor[ROUNDS], ratio[ROUNDS];
    static char body[SIZE];
    struct delivery delivery = signed_body(body, SIZE);
    uint32_t used = 0;
    int round, time;
    printf("verify alone, 4 KiB\n");
    if (!rounds_possible())
        printf("  this processor has no SHA instructions to compare with\n");
    for (round = 0; round < ROUNDS; round++) {
        double start = now();
        ours_verify(&delivery, OFTEN);
        verify[round] = (now() - start) / OFTEN / 1000;
        if (!rounds_possible())
            continue;
        start = now();
        for (time = 0; time < OFTEN; time++)
            used += rounds_run(BLOCKS);
        floor[round] = (now() - start) / OFTEN / 1000;
        ratio[round] = verify[round] / floor[round];
    }
    row("  tillwire", median(verify, ROUNDS), "us", 0, 0);
    if (rounds_possible()) {
        row("  66 x 32 dependent sha256rnds2", median(floor, ROUNDS), used ? "us" : "us ", 0, 0);
        row("  tillwire / instructions alone", median(ratio, ROUNDS), "times", 1.05, 0);
    }
}

static void sizes(const char *order) {
    enum { COUNT = 3, TURNS = 21 };
    static const size_t wanted[COUNT] = {16 << 10, 2 << 20, 4 << 20};
    static double figures[COUNT][TURNS], growth[TURNS], doubling[TURNS];
    struct delivery deliveries[COUNT];
    size_t times[COUNT];
    char name[64];
    int size, turn;
    for (size = 0; size < COUNT; size++)
        deliveries[size] = repeated(order, wanted[size], &times[size]);
    for (turn = 0; turn < TURNS; turn++) {
        for (size = 0; size < COUNT; size++) {
            int often = size == 0 ? 100 : 1, time;
            double start = now();
            for (time = 0; time < often; time++)
                ours_decode(&deliveries[size], times[size] * ITEM_LINES);
            figures[size][turn] = (now() - start) / often / (double)deliveries[size].len;
        }
        growth[turn] = figures[1][turn] / figures[0][turn];
        doubling[turn] = figures[2][turn] / figures[1][turn];
    }
    printf("decode alone, cost per byte\n");
    for (size = 0; size < COUNT; size++) {
        snprintf(name, sizeof name, "  body of %zu bytes", deliveries[size].len);
        row(name, median(figures[size], TURNS), "ns/byte", 0, 0);
    }
    row("  2 MB / 16 KB", median(growth, TURNS), "times", 2, 1.25);
    row("  4 MB / 2 MB", median(doubling, TURNS), "times", 0, 0);
    row("  4 MB / 2 MB, away from linear", fabs(median(doubling, TURNS) - 1), "times", 0.1, 0);
}

static void memory(const struct delivery *delivery, double order_bytes) {
    size_t peak, kept, fixed = 16 << 10;
    double body = (double)delivery->len;
    ours_heap(delivery, &peak, &kept);
    printf("heap, Atlas order of %zu bytes\n", delivery->len);
    row("  tillwire, peak of an event", (double)peak / body, "body", 0, 0);
    row("  tillwire, peak of an event without 16 KB", peak > fixed ? (double)(peak - fixed) / body : 0, "body", 3.5, 3);
    row("  tillwire, kept by an event", (double)kept / body, "body", 0, 0);
    row("  tillwire, kept by an order", order_bytes / body, "body", 1, 0);
    peer_heap(delivery, &peak, &kept);
    row("  OpenSSL EVP_MAC + yyjson, peak", (double)peak / body, "body", 0, 0);
    row("  OpenSSL EVP_MAC + yyjson, kept", (double)kept / body, "body", 0, 0);
}

static void large_memory(const char *order) {
    size_t peak, kept, times, fixed = 16 << 10;
    struct delivery delivery = repeated(order, 2 << 20, &times);
    ours_heap(&delivery, &peak, &kept);
    printf("heap, body of %zu bytes\n", delivery.len);
    row("  tillwire, peak of an event without 16 KB", (double)(peak - fixed) / (double)delivery.len, "body", 3.5, 3);
    row("  tillwire, kept by an event", (double)kept / (double)delivery.len, "body", 0, 0);
}

static void books(const char *order) {
    enum { TURNS = 41, OFTEN = 500, FEW = 1000, MANY = 100000 };
    static const char small[] =
        "{\"order_id\":10000000,\"identifier\":\"K0000\",\"state\":\"confirmed\",\"total_including_tax\":9.0,"
        "\"order_items\":[{\"id\":1,\"name\":\"Laksa\",\"quantity\":2,\"currency\":\"SGD\",\"item_total\":9.0}]}";
    static double few[TURNS], many[TURNS], ratio[TURNS];
    double bytes, bytes_of_small;
    struct book *of_few = book_of(FEW, small, &bytes_of_small), *of_many = book_of(MANY, small, &bytes_of_small), *of_large;
    int turn;
    for (turn = 0; turn < TURNS; turn++) {
        int side;
        for (side = 0; side < 2; side++) {
            if ((turn + side) % 2 == 0)
                many[turn] = book_apply(of_many, OFTEN);
            else
                few[turn] = book_apply(of_few, OFTEN);
        }
        ratio[turn] = many[turn] / few[turn];
    }
    book_free(of_few);
    book_free(of_many);
    printf("a book of orders: an event of %zu bytes applied\n", strlen(small));
    row("  to a book of 1,000", median(few, TURNS), "us", 0, 0);
    row("  to a book of 100,000", median(many, TURNS), "us", 0, 0);
    row("  100,000 / 1,000", median(ratio, TURNS), "times", 1.5, 0);
    row("  held for each order, told once", bytes_of_small, "bytes", 0, 0);
    of_large = book_of(FEW, order, &bytes);
    printf("a book of orders: an event of %zu bytes applied\n", strlen(order));
    row("  to a book of 1,000", book_apply(of_large, OFTEN), "us", 0, 0);
    row("  held for each order, told once", bytes, "bytes", 0, 0);
    row("  held for each order, told once", bytes / (double)strlen(order), "body", 1, 0);
    book_free(of_large);
}

/* bench ORDER BYTES: a file with an order, and what that order holds in memory by itself. */
int main(int argc, char **argv) {
    char *order;
    size_t len;
    struct delivery delivery;
    if (argc != 3)
        die("usage: bench ORDER BYTES");
    ours_setup();
    peer_setup();
    order = file(argv[1], &len);
    delivery = signed_body(order, len);
    orders(&delivery);
    verification();
    sizes(order);
    memory(&delivery, atof(argv[2]));
    large_memory(order);
    books(order);
    return 0;
}

/* A book of orders of any size: what it holds for each order, and what it takes to apply an event to one of them. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "order.h"
#include "tillwire.h"

struct book {
    tillwire_book *book;
    tillwire_verifier *verifier;
    /* A delivery in which id (8 digits) and reference (4 digits, made 8) are written over. */
    char *body;
    size_t len, orders;
    char *id, *reference;
    uint32_t random, told;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void check(int32_t status) {
    if (status != TILLWIRE_OK)
        die("the book failed");
}

/* Digits are written over digits, so that a body keeps its length. */
static void put(char *place, uint32_t number, int digits) {
    for (; digits > 0; number /= 10)
        place[--digits] = (char)('0' + number % 10);
}

static tillwire_changes *apply(struct book *book, uint32_t order, double *took) {
    tillwire_event *event;
    tillwire_changes *changes;
    double start;
    put(book->id, 10000000 + order, 8);
    put(book->reference, book->told++, 8);
    check(tillwire_verifier_decode_unverified(book->verifier, NULL, (const uint8_t *)book->body, book->len, &event, NULL));
    start = now();
    check(tillwire_book_apply(book->book, "shop", event, book->told, &changes, NULL));
    *took = now() - start;
    tillwire_event_free(event);
    return changes;
}

static void expect(const tillwire_changes *changes, int32_t verdict) {
    int64_t found = 0;
    tillwire_change_int(changes, 0, TILLWIRE_CHANGE_VERDICT, &found);
    if (found != verdict)
        die("the book made something else of an event");
}

struct book *book_of(size_t orders, const char *order, double *bytes) {
    struct book *book = calloc(1, sizeof *book);
    tillwire_settings *settings;
    double took;
    size_t i, reference;
    if (!book)
        die("no memory");
    check(tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, &settings, NULL));
    check(tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), NULL));
    check(tillwire_verifier_new(settings, &book->verifier, NULL));
    tillwire_settings_free(settings);
    book->orders = orders;
    book->random = 1;
    reference = (size_t)(strstr(order, "\"identifier\":\"K") - order) + strlen("\"identifier\":\"K");
    book->len = strlen(order) + 4;
    book->body = malloc(book->len + 1);
    if (!book->body)
        die("no memory");
    memcpy(book->body, order, reference);
    strcpy(book->body + reference + 4, order + reference);
    book->reference = book->body + reference;
    book->id = strstr(book->body, "\"order_id\":") + strlen("\"order_id\":");
    heap_start();
    check(tillwire_book_new(&book->book, NULL));
    check(tillwire_book_set_int(book->book, TILLWIRE_BOOK_MOST_ORDERS, (int64_t)orders, NULL));
    for (i = 0; i < orders; i++) {
        tillwire_changes *changes = apply(book, (uint32_t)i, &took);
        expect(changes, TILLWIRE_VERDICT_NEW);
        tillwire_changes_free(changes);
    }
    *bytes = (double)heap_now() / (double)orders;
    heap_stop();
    return book;
}

double book_apply(struct book *book, int often) {
    double all = 0;
    int time;
    for (time = 0; time < often; time++) {
        tillwire_changes *changes;
        double took, start;
        book->random = book->random * 1664525 + 1013904223;
        changes = apply(book, (uint32_t)(((uint64_t)book->random * book->orders) >> 32), &took);
        expect(changes, TILLWIRE_VERDICT_CHANGED);
        start = now();
        tillwire_changes_free(changes);
        all += took + now() - start;
    }
    return all / often / 1000;
}

void book_free(struct book *book) {
    tillwire_book_free(book->book);
    tillwire_verifier_free(book->verifier);
    free(book->body);
    free(book);
}

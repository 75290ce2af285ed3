/* What both sides read of an order, field by field in one sequence, and the sum over it that must come out equal. */
#ifndef ORDER_H
#define ORDER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    ORDER_TEXTS = 22, ORDER_AMOUNTS = 9, ORDER_TIMES = 6, ORDER_NUMBERS = 11,
    LINE_TEXTS = 11, LINE_LISTS = 3, LINE_AMOUNTS = 6, LINE_NUMBERS = 5,
    PAYMENT_TEXTS = 5, PARTY_TEXTS = 11
};

/* A sum over values. A thorough one takes in every byte of a text, a quick one its length and ends. */
struct sum {
    uint64_t value;
    int thorough;
};

static inline void sum_number(struct sum *sum, uint64_t number) {
    sum->value = ((sum->value << 7 | sum->value >> 57) ^ number) + UINT64_C(0x9E3779B97F4A7C15);
}

static inline void sum_text(struct sum *sum, const char *text, size_t len) {
    if (text == NULL) {
        sum_number(sum, UINT64_MAX);
        return;
    }
    sum_number(sum, len << 16 | (uint64_t)(unsigned char)text[0] << 8 | (unsigned char)text[len ? len - 1 : 0]);
    if (sum->thorough) {
        size_t at;
        for (at = 0; at <= len; at++)
            sum_number(sum, (unsigned char)text[at]);
    }
}

static inline void sum_money(struct sum *sum, int present, int64_t units, int32_t scale, const char *currency) {
    uint32_t letters;
    if (!present) {
        sum_number(sum, UINT64_MAX);
        return;
    }
    memcpy(&letters, currency, sizeof letters);
    sum_number(sum, (uint64_t)units);
    sum_number(sum, (uint64_t)(uint32_t)scale << 32 | letters);
}

static inline void sum_time(struct sum *sum, int present, int64_t unix_ms, int32_t offset_minutes) {
    sum_number(sum, present ? (uint64_t)unix_ms : UINT64_MAX);
    sum_number(sum, present ? (uint64_t)(uint32_t)offset_minutes : 0);
}

static inline void sum_int(struct sum *sum, int present, int64_t number) {
    sum_number(sum, present ? (uint64_t)number : UINT64_MAX);
}

/* One delivery as it arrives. */
struct delivery {
    const char *signature;
    const uint8_t *body;
    size_t len;
};

#define SECRET "a secret of the benchmark"
#define SIGNATURE_HEADER "X-Signature"

void die(const char *what);

/* Tillwire. */
void ours_setup(void);
void ours_read(const struct delivery *delivery, struct sum *sum);
void ours_decode(const struct delivery *delivery, size_t lines);
/* The signature that a genuine delivery of this body has, to be freed. */
char *ours_sign(const uint8_t *body, size_t len);
/* Verifies alone, so often. */
void ours_verify(const struct delivery *delivery, int times);
/* Bytes on the heap while an event is made, at most, and afterwards. */
void ours_heap(const struct delivery *delivery, size_t *peak, size_t *kept);

/* A book of so many orders like this one, each with an id of its own, and the bytes that it holds for each. */
struct book *book_of(size_t orders, const char *order, double *bytes);
/* Microseconds that it takes to apply an event to one of them, picked at random: the mean of so many. */
double book_apply(struct book *book, int often);
void book_free(struct book *book);

/* OpenSSL and yyjson; members found by yyjson_obj_get(), or by an iterator that goes along. */
void peer_setup(void);
void peer_read(const struct delivery *delivery, int iterate, struct sum *sum);
void peer_heap(const struct delivery *delivery, size_t *peak, size_t *kept);

/* The heap as seen by both. */
void heap_start(void);
void heap_stop(void);
size_t heap_peak(void);
size_t heap_now(void);

/* SHA-256 rounds by the processor's own instructions, each waiting for the one before; 0 where it has none. */
int rounds_possible(void);
uint32_t rounds_run(int blocks);

#endif

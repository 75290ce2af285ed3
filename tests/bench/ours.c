/* Tillwire's side: verify, decode and read every field through the C ABI. */
#include <stdio.h>
#include <stdlib.h>

#include "order.h"
#include "tillwire.h"

static tillwire_verifier *verifier;

static void check(int32_t status, tillwire_error *error) {
    if (status == TILLWIRE_OK)
        return;
    die(error ? tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL) : "tillwire failed");
}

void ours_setup(void) {
    tillwire_settings *settings;
    tillwire_error *error = NULL;
    check(tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, &settings, &error), error);
    check(tillwire_settings_set_int(settings, TILLWIRE_SETTING_SCHEME, TILLWIRE_SCHEME_HMAC_SHA256_HEX, &error), error);
    check(tillwire_settings_set_text(settings, TILLWIRE_SETTING_SIGNATURE_HEADER, SIGNATURE_HEADER, &error), error);
    check(tillwire_settings_set_int(settings, TILLWIRE_SETTING_ELEMENTS, 1000000, &error), error);
    check(tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), &error), error);
    check(tillwire_verifier_new(settings, &verifier, &error), error);
    tillwire_settings_free(settings);
}

char *ours_sign(const uint8_t *body, size_t len) {
    tillwire_headers *headers;
    tillwire_error *error = NULL;
    char *copy;
    check(tillwire_verifier_sign(verifier, body, len, 0, &headers, &error), error);
    copy = strdup(tillwire_headers_value(headers, 0, NULL));
    tillwire_headers_free(headers);
    return copy;
}

static tillwire_headers *headers_of(const struct delivery *delivery) {
    tillwire_headers *headers;
    tillwire_error *error = NULL;
    check(tillwire_headers_new(&headers, &error), error);
    check(tillwire_headers_add(headers, SIGNATURE_HEADER, delivery->signature, strlen(delivery->signature), &error),
          error);
    return headers;
}

static tillwire_event *event_of(const struct delivery *delivery) {
    tillwire_headers *headers = headers_of(delivery);
    tillwire_event *event;
    tillwire_error *error = NULL;
    check(tillwire_verifier_open(verifier, headers, delivery->body, delivery->len, 0, &event, &error), error);
    tillwire_headers_free(headers);
    return event;
}

static void read_line(const tillwire_order *order, size_t line, struct sum *sum) {
    tillwire_money money;
    int64_t number;
    size_t len, place;
    int32_t field;
    const char *text;
    for (field = TILLWIRE_LINE_ID; field < TILLWIRE_LINE_ID + LINE_TEXTS; field++) {
        text = tillwire_line_text(order, line, field, &len);
        sum_text(sum, text, len);
    }
    for (field = TILLWIRE_LINE_TAGS; field < TILLWIRE_LINE_TAGS + LINE_LISTS; field++)
        for (place = 0; (text = tillwire_line_listed(order, line, field, place, &len)) != NULL; place++)
            sum_text(sum, text, len);
    for (field = TILLWIRE_LINE_UNIT_PRICE; field < TILLWIRE_LINE_UNIT_PRICE + LINE_AMOUNTS; field++) {
        int32_t status = tillwire_line_money(order, line, field, &money);
        sum_money(sum, status == TILLWIRE_OK, money.units, money.scale, money.currency);
    }
    for (field = TILLWIRE_LINE_KIND; field < TILLWIRE_LINE_KIND + LINE_NUMBERS; field++) {
        int32_t status = tillwire_line_int(order, line, field, &number);
        sum_int(sum, status == TILLWIRE_OK, number);
    }
}

static void read_payment(const tillwire_order *order, size_t position, struct sum *sum) {
    tillwire_money money;
    int64_t number;
    size_t len;
    int32_t field, status;
    for (field = TILLWIRE_PAYMENT_ID; field < TILLWIRE_PAYMENT_ID + PAYMENT_TEXTS; field++) {
        const char *text = tillwire_payment_text(order, position, field, &len);
        sum_text(sum, text, len);
    }
    status = tillwire_payment_money(order, position, TILLWIRE_PAYMENT_AMOUNT, &money);
    sum_money(sum, status == TILLWIRE_OK, money.units, money.scale, money.currency);
    status = tillwire_payment_int(order, position, TILLWIRE_PAYMENT_CAPTURED, &number);
    sum_int(sum, status == TILLWIRE_OK, number);
}

static void read_party(const tillwire_order *order, size_t position, struct sum *sum) {
    int64_t number;
    size_t len;
    int32_t field, status;
    for (field = TILLWIRE_PARTY_ID; field < TILLWIRE_PARTY_ID + PARTY_TEXTS; field++) {
        const char *text = tillwire_party_text(order, position, field, &len);
        sum_text(sum, text, len);
    }
    status = tillwire_party_int(order, position, TILLWIRE_PARTY_ROLE, &number);
    sum_int(sum, status == TILLWIRE_OK, number);
}

static void read_order(const tillwire_order *order, struct sum *sum) {
    tillwire_money money;
    tillwire_time time;
    int64_t number, lines = 0, payments = 0, parties = 0, position;
    size_t len;
    int32_t field, status;
    for (field = TILLWIRE_ORDER_ID; field < TILLWIRE_ORDER_ID + ORDER_TEXTS; field++) {
        const char *text = tillwire_order_text(order, field, &len);
        sum_text(sum, text, len);
    }
    for (field = TILLWIRE_ORDER_SUBTOTAL; field < TILLWIRE_ORDER_SUBTOTAL + ORDER_AMOUNTS; field++) {
        status = tillwire_order_money(order, field, &money);
        sum_money(sum, status == TILLWIRE_OK, money.units, money.scale, money.currency);
    }
    for (field = TILLWIRE_ORDER_CREATED_AT; field < TILLWIRE_ORDER_CREATED_AT + ORDER_TIMES; field++) {
        status = tillwire_order_time(order, field, &time);
        sum_time(sum, status == TILLWIRE_OK, time.unix_ms, time.offset_minutes);
    }
    for (field = TILLWIRE_ORDER_PROGRESS; field < TILLWIRE_ORDER_PROGRESS + ORDER_NUMBERS; field++) {
        status = tillwire_order_int(order, field, &number);
        sum_int(sum, status == TILLWIRE_OK, number);
    }
    tillwire_order_int(order, TILLWIRE_ORDER_LINE_COUNT, &lines);
    tillwire_order_int(order, TILLWIRE_ORDER_PAYMENT_COUNT, &payments);
    tillwire_order_int(order, TILLWIRE_ORDER_PARTY_COUNT, &parties);
    for (position = 0; position < lines; position++)
        read_line(order, (size_t)position, sum);
    for (position = 0; position < payments; position++)
        read_payment(order, (size_t)position, sum);
    for (position = 0; position < parties; position++)
        read_party(order, (size_t)position, sum);
}

void ours_read(const struct delivery *delivery, struct sum *sum) {
    tillwire_event *event = event_of(delivery);
    read_order(tillwire_event_order(event, 0), sum);
    tillwire_event_free(event);
}

void ours_decode(const struct delivery *delivery, size_t lines) {
    tillwire_event *event;
    tillwire_error *error = NULL;
    int64_t found;
    check(tillwire_verifier_decode_unverified(verifier, NULL, delivery->body, delivery->len, &event, &error), error);
    tillwire_order_int(tillwire_event_order(event, 0), TILLWIRE_ORDER_LINE_COUNT, &found);
    if (lines != (size_t)found)
        die("the lines of a made body are not those that were put in");
    tillwire_event_free(event);
}

void ours_verify(const struct delivery *delivery, int times) {
    tillwire_headers *headers = headers_of(delivery);
    tillwire_error *error = NULL;
    for (; times > 0; times--)
        check(tillwire_verifier_verify(verifier, headers, delivery->body, delivery->len, 0, NULL, NULL, &error), error);
    tillwire_headers_free(headers);
}

void ours_heap(const struct delivery *delivery, size_t *peak, size_t *kept) {
    tillwire_event *event;
    heap_start();
    event = event_of(delivery);
    *peak = heap_peak();
    *kept = heap_now();
    tillwire_event_free(event);
    if (heap_now() != 0)
        die("an event left something on the heap");
}

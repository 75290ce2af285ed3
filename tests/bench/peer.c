/* What a C programmer would write without Tillwire: OpenSSL verifies, yyjson reads, and the order goes into structs.
 * It reads the current generation of Atlas only and trusts the document more than Tillwire does, to its advantage. */
#include <stdlib.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include "order.h"
#include "yyjson.h"

struct text {
    const char *at;
    size_t len;
};

struct money {
    int present;
    int32_t scale;
    int64_t units;
    char currency[4];
};

struct time {
    int present;
    int32_t offset_minutes;
    int64_t unix_ms;
};

struct number {
    int present;
    int64_t value;
};

struct line {
    struct text texts[LINE_TEXTS];
    /* Where each list begins and ends in the order's `listed`. */
    uint32_t lists[LINE_LISTS][2];
    struct money amounts[LINE_AMOUNTS];
    struct number numbers[LINE_NUMBERS];
};

struct order {
    yyjson_doc *document;
    struct text texts[ORDER_TEXTS];
    struct money amounts[ORDER_AMOUNTS];
    struct time times[ORDER_TIMES];
    struct number numbers[ORDER_NUMBERS];
    struct line *lines;
    size_t line_count, line_room;
    struct text *listed;
    size_t listed_count, listed_room;
    struct text payment[PAYMENT_TEXTS];
    size_t payment_count;
    struct text party[PARTY_TEXTS];
};

/* The fields in Tillwire's sequence. */
enum {
    ID, REFERENCE, STATE = 5, FULFILMENT_TEXT, BUSINESS_DATE, TIME_SLOT, TABLE_ID, TABLE, STORE_ID, STORE,
    CHANNEL = 15, BARCODE, PROMOTION_CODE = 19, PROMOTION, CURRENCY
};
enum { SUBTOTAL, DISCOUNT, STAFF_DISCOUNT, DELIVERY_FEE, SURCHARGE, DONATION, TAX, TOTAL_BEFORE_TAX, TOTAL };
enum { CREATED_AT, CANCELLED_AT = 2, COMPLETED_AT };
enum { PROGRESS, PAYMENT_STATUS, FULFILMENT, LINE_COUNT, PAYMENT_COUNT, PARTY_COUNT };
enum { LINE_ID, ITEM_ID, SKU, NAME, CATEGORY = 5, MODIFIER_ID, KIND_TEXT, BRAND_ID, BRAND };
enum { TAGS, KITCHEN_TAGS, SECTIONS };
enum { UNIT_PRICE, UNIT_MODIFIER_PRICE, UNIT_COMPONENT_PRICE, LINE_DISCOUNT, LINE_TOTAL, QUANTITY };
enum { KIND, DEPTH, PARENT, VOIDED, PRICED_IN_PARENT };
enum { METHOD = 1, METHOD_ID };
enum { PARTY_ID, PARTY_NAME, PHONE, EMAIL, EXTERNAL_ID };

static EVP_MAC_CTX *mac;

void peer_setup(void) {
    char digest[] = "SHA256";
    OSSL_PARAM params[2];
    EVP_MAC *hmac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    params[0] = OSSL_PARAM_construct_utf8_string("digest", digest, 0);
    params[1] = OSSL_PARAM_construct_end();
    mac = hmac ? EVP_MAC_CTX_new(hmac) : NULL;
    if (!mac || !EVP_MAC_init(mac, (const unsigned char *)SECRET, strlen(SECRET), params))
        die("OpenSSL has no HMAC-SHA256");
    EVP_MAC_free(hmac);
}

static int verify(const struct delivery *delivery) {
    static const char digits[] = "0123456789abcdef";
    unsigned char tag[32];
    char hex[64];
    size_t len, at;
    /* A NULL key keeps the keyed state of the first call. */
    if (!EVP_MAC_init(mac, NULL, 0, NULL) || !EVP_MAC_update(mac, delivery->body, delivery->len) ||
        !EVP_MAC_final(mac, tag, &len, sizeof tag))
        return 0;
    for (at = 0; at < sizeof tag; at++) {
        hex[2 * at] = digits[tag[at] >> 4];
        hex[2 * at + 1] = digits[tag[at] & 15];
    }
    return strlen(delivery->signature) == sizeof hex && CRYPTO_memcmp(hex, delivery->signature, sizeof hex) == 0;
}

/* An object, and where the last member was found for those who iterate. */
struct object {
    yyjson_val *value;
    yyjson_obj_iter iter;
};

static inline struct object object_of(yyjson_val *value, int iterate) {
    struct object object;
    object.value = value;
    if (iterate)
        object.iter = yyjson_obj_iter_with(value);
    return object;
}

static inline yyjson_val *member(struct object *object, const char *name, int iterate) {
    return iterate ? yyjson_obj_iter_getn(&object->iter, name, strlen(name))
                   : yyjson_obj_getn(object->value, name, strlen(name));
}

static inline struct text text_of(yyjson_val *value) {
    struct text text = {NULL, 0};
    if (yyjson_is_str(value)) {
        text.at = yyjson_get_str(value);
        text.len = yyjson_get_len(value);
    }
    return text;
}

static inline struct text id_of(yyjson_val *value) {
    struct text text = text_of(value);
    if (yyjson_is_raw(value)) {
        text.at = yyjson_get_raw(value);
        text.len = yyjson_get_len(value);
    }
    return text;
}

static inline struct number flag_of(yyjson_val *value) {
    struct number number = {0, 0};
    if (yyjson_is_bool(value)) {
        number.present = 1;
        number.value = yyjson_get_bool(value);
    }
    return number;
}

static inline struct number number_of(int64_t value) {
    struct number number = {1, 0};
    number.value = value;
    return number;
}

/* An exact amount from a number's own text; up to 18 digits and no exponent, which is all that the platform sends. */
static struct money money_of(yyjson_val *value, const char currency[4]) {
    struct money money = {0, 0, 0, {0}};
    struct text text = id_of(value);
    const char *at = text.at, *end = text.at + text.len;
    int negative, digits = 0, point = 0;
    if (at == NULL)
        return money;
    negative = *at == '-';
    for (at += negative; at < end; at++) {
        if (*at == '.' && !point) {
            point = 1;
        } else if (*at >= '0' && *at <= '9' && digits < 18) {
            money.units = money.units * 10 + (*at - '0');
            digits++;
            money.scale += point;
        } else {
            return money;
        }
    }
    money.present = digits > 0;
    if (negative)
        money.units = -money.units;
    memcpy(money.currency, currency, 4);
    return money;
}

static int two_digits(const char *at) {
    return at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9' ? (at[0] - '0') * 10 + (at[1] - '0') : -1;
}

/* YYYY-MM-DDTHH:MM:SS and then Z, +HH:MM or -HH:MM. */
static struct time time_of(yyjson_val *value) {
    struct time time = {0, 0, 0};
    struct text text = text_of(value);
    const char *at = text.at;
    int century, year, month, day, hour, minute, second;
    int64_t era, of_era, of_year, days;
    if (text.len < 20 || at[4] != '-' || at[7] != '-' || at[10] != 'T' || at[13] != ':' || at[16] != ':')
        return time;
    century = two_digits(at), year = two_digits(at + 2), month = two_digits(at + 5), day = two_digits(at + 8);
    hour = two_digits(at + 11), minute = two_digits(at + 14), second = two_digits(at + 17);
    if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23 ||
        minute < 0 || minute > 59 || second < 0 || second > 59)
        return time;
    if (text.len == 25 && (at[19] == '+' || at[19] == '-') && at[22] == ':') {
        int hours = two_digits(at + 20), minutes = two_digits(at + 23);
        if (hours < 0 || minutes < 0)
            return time;
        time.offset_minutes = (hours * 60 + minutes) * (at[19] == '-' ? -1 : 1);
    } else if (text.len != 20 || at[19] != 'Z') {
        return time;
    }
    year += century * 100 - (month <= 2);
    era = year / 400;
    of_era = year - era * 400;
    of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    days = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
    time.unix_ms = (((days * 24 + hour) * 60 + minute - time.offset_minutes) * 60 + second) * 1000;
    time.present = 1;
    return time;
}

static int is(struct text text, const char *word) {
    return text.len == strlen(word) && memcmp(text.at, word, text.len) == 0;
}

static struct number progress_of(struct text state) {
    static const struct {
        const char *word;
        int code;
    } words[] = {{"unpaid", 20},    {"confirmed", 30}, {"ready_for_pickup", 50}, {"dispatched", 60},
                 {"completed", 70}, {"cancelled", 90}};
    size_t at;
    struct number none = {0, 0};
    for (at = 0; at < sizeof words / sizeof *words; at++)
        if (is(state, words[at].word))
            return number_of(words[at].code);
    return state.at ? number_of(0) : none;
}

static struct number fulfilment_of(struct text word) {
    struct number none = {0, 0};
    if (word.at == NULL)
        return none;
    return number_of(is(word, "delivery") ? 1 : is(word, "pickup") ? 2 : is(word, "dine_in") ? 3 : 0);
}

static void *grown(void *list, size_t count, size_t *room, size_t size) {
    if (count < *room)
        return list;
    *room = *room ? *room * 2 : 16;
    list = realloc(list, *room * size);
    if (list == NULL)
        die("out of memory");
    return list;
}

static void add_listed(struct order *order, struct text text) {
    if (text.at == NULL)
        return;
    order->listed = grown(order->listed, order->listed_count, &order->listed_room, sizeof *order->listed);
    order->listed[order->listed_count++] = text;
}

static inline void read_tags(struct order *order, struct line *line, int list, yyjson_val *tags) {
    yyjson_val *tag;
    yyjson_arr_iter iter;
    line->lists[list][0] = (uint32_t)order->listed_count;
    if (yyjson_arr_iter_init(tags, &iter))
        while ((tag = yyjson_arr_iter_next(&iter)) != NULL)
            add_listed(order, text_of(tag));
    line->lists[list][1] = (uint32_t)order->listed_count;
}

static inline __attribute__((always_inline)) void read_line(
    struct order *order, yyjson_val *item, int64_t parent, int depth, int iterate, yyjson_val **children) {
    struct line *line;
    struct object object = object_of(item, iterate), brand;
    yyjson_val *value, *section, *tags;
    yyjson_arr_iter iter;
    char currency[4] = {0, 0, 0, 0};
    struct text code;
    order->lines = grown(order->lines, order->line_count, &order->line_room, sizeof *order->lines);
    line = &order->lines[order->line_count++];
    memset(line, 0, sizeof *line);
    line->texts[LINE_ID] = id_of(member(&object, "id", iterate));
    line->texts[ITEM_ID] = id_of(member(&object, "item_id", iterate));
    line->texts[SKU] = id_of(member(&object, "item_sku", iterate));
    value = member(&object, "modifier_id", iterate);
    line->texts[MODIFIER_ID] = id_of(value);
    line->numbers[KIND] = number_of(parent < 0 ? 1 : yyjson_is_null(value) ? 3 : 2);
    line->texts[NAME] = text_of(member(&object, "name", iterate));
    line->amounts[QUANTITY] = money_of(member(&object, "quantity", iterate), currency);
    code = text_of(member(&object, "currency", iterate));
    if (code.len == 3) {
        memcpy(currency, code.at, 3);
        if (order->texts[CURRENCY].at == NULL)
            order->texts[CURRENCY] = code;
    }
    line->amounts[UNIT_PRICE] = money_of(member(&object, "unit_price", iterate), currency);
    line->amounts[UNIT_MODIFIER_PRICE] = money_of(member(&object, "unit_modifier_price", iterate), currency);
    line->amounts[UNIT_COMPONENT_PRICE] = money_of(member(&object, "unit_component_price", iterate), currency);
    line->texts[KIND_TEXT] = text_of(member(&object, "type", iterate));
    line->amounts[LINE_TOTAL] = money_of(member(&object, "item_total", iterate), currency);
    line->amounts[LINE_DISCOUNT] = money_of(member(&object, "item_discount", iterate), currency);
    if (parent >= 0) {
        line->numbers[PARENT] = number_of(parent);
        if (line->amounts[LINE_TOTAL].present)
            line->numbers[PRICED_IN_PARENT] = number_of(1);
    }
    line->numbers[DEPTH] = number_of(depth);
    tags = member(&object, "product_tags", iterate);
    if (!yyjson_is_arr(tags))
        tags = member(&object, "tags", iterate);
    read_tags(order, line, TAGS, tags);
    read_tags(order, line, KITCHEN_TAGS, member(&object, "kitchen_tags", iterate));
    line->texts[CATEGORY] = text_of(member(&object, "report_category", iterate));
    line->numbers[VOIDED] = flag_of(member(&object, "voided", iterate));
    value = member(&object, "brand", iterate);
    if (yyjson_is_obj(value)) {
        brand = object_of(value, iterate);
        line->texts[BRAND_ID] = id_of(member(&brand, "id", iterate));
        line->texts[BRAND] = text_of(member(&brand, "label", iterate));
    }
    line->lists[SECTIONS][0] = (uint32_t)order->listed_count;
    if (yyjson_arr_iter_init(member(&object, "sections", iterate), &iter))
        while ((section = yyjson_arr_iter_next(&iter)) != NULL)
            add_listed(order, text_of(yyjson_obj_get(section, "label")));
    line->lists[SECTIONS][1] = (uint32_t)order->listed_count;
    *children = member(&object, "sub_items", iterate);
}

static inline __attribute__((always_inline)) void read_lines(struct order *order, yyjson_val *items, int iterate) {
    yyjson_arr_iter iter[8];
    int64_t parent[8];
    int depth = 0;
    yyjson_val *item, *children;
    if (!yyjson_arr_iter_init(items, &iter[0]))
        return;
    parent[0] = -1;
    while (depth >= 0) {
        item = yyjson_arr_iter_next(&iter[depth]);
        if (item == NULL) {
            depth--;
            continue;
        }
        read_line(order, item, parent[depth], depth, iterate, &children);
        if (depth < 7 && yyjson_arr_iter_init(children, &iter[depth + 1]))
            parent[++depth] = (int64_t)order->line_count - 1;
    }
}

static inline __attribute__((always_inline)) void read_order(struct order *order, yyjson_val *root, int iterate) {
    static const char none[4] = {0, 0, 0, 0};
    struct object object = object_of(root, iterate), inner;
    yyjson_val *value, *subtotal, *surcharge, *delivery_fee, *discount, *staff_discount, *total, *tax, *with_tax;
    yyjson_val *donation;
    char currency[4] = {0, 0, 0, 0};
    value = member(&object, "order_id", iterate);
    order->texts[ID] = id_of(value ? value : member(&object, "id", iterate));
    order->texts[REFERENCE] = text_of(member(&object, "identifier", iterate));
    order->texts[STATE] = text_of(member(&object, "state", iterate));
    order->texts[BUSINESS_DATE] = text_of(member(&object, "serving_date", iterate));
    subtotal = member(&object, "subtotal", iterate);
    surcharge = member(&object, "surcharge", iterate);
    delivery_fee = member(&object, "delivery_fee", iterate);
    discount = member(&object, "discount", iterate);
    staff_discount = member(&object, "admin_discount", iterate);
    total = member(&object, "total", iterate);
    tax = member(&object, "tax", iterate);
    with_tax = member(&object, "total_including_tax", iterate);
    order->times[CREATED_AT] = time_of(member(&object, "created_at", iterate));
    order->times[CANCELLED_AT] = time_of(member(&object, "cancelled_at", iterate));
    order->times[COMPLETED_AT] = time_of(member(&object, "completed_at", iterate));
    order->texts[BARCODE] = text_of(member(&object, "barcode_identifier", iterate));
    donation = member(&object, "donation", iterate);
    order->party[PARTY_NAME] = text_of(member(&object, "contact_name", iterate));
    order->texts[FULFILMENT_TEXT] = text_of(member(&object, "fulfilment_type", iterate));
    order->texts[TIME_SLOT] = text_of(member(&object, "timeslot_range", iterate));
    inner = object_of(member(&object, "table", iterate), iterate);
    order->texts[TABLE_ID] = id_of(member(&inner, "id", iterate));
    order->texts[TABLE] = id_of(member(&inner, "name", iterate));
    inner = object_of(member(&object, "user", iterate), iterate);
    order->party[PARTY_ID] = id_of(member(&inner, "id", iterate));
    order->party[EMAIL] = text_of(member(&inner, "email", iterate));
    order->party[PHONE] = id_of(member(&inner, "mobile_number", iterate));
    order->party[EXTERNAL_ID] = id_of(member(&inner, "external_id", iterate));
    inner = object_of(member(&object, "outlet", iterate), iterate);
    order->texts[STORE_ID] = id_of(member(&inner, "id", iterate));
    order->texts[STORE] = text_of(member(&inner, "label", iterate));
    inner = object_of(member(&object, "promotion", iterate), iterate);
    order->texts[PROMOTION] = text_of(member(&inner, "label", iterate));
    order->texts[PROMOTION_CODE] = text_of(member(&inner, "code", iterate));
    inner = object_of(member(&object, "order_source", iterate), iterate);
    order->texts[CHANNEL] = text_of(member(&inner, "source_label", iterate));
    inner = object_of(member(&object, "payment_type", iterate), iterate);
    if (inner.value) {
        order->payment_count = 1;
        order->payment[METHOD_ID] = id_of(member(&inner, "id", iterate));
        order->payment[METHOD] = text_of(member(&inner, "label", iterate));
    }
    read_lines(order, member(&object, "order_items", iterate), iterate);
    if (order->texts[CURRENCY].at)
        memcpy(currency, order->texts[CURRENCY].at, 3);
    else
        memcpy(currency, none, 4);
    order->amounts[SUBTOTAL] = money_of(subtotal, currency);
    order->amounts[DISCOUNT] = money_of(discount, currency);
    order->amounts[STAFF_DISCOUNT] = money_of(staff_discount, currency);
    order->amounts[DELIVERY_FEE] = money_of(delivery_fee, currency);
    order->amounts[SURCHARGE] = money_of(surcharge, currency);
    order->amounts[DONATION] = money_of(donation, currency);
    order->amounts[TAX] = money_of(tax, currency);
    order->amounts[TOTAL_BEFORE_TAX] = money_of(total, currency);
    order->amounts[TOTAL] = money_of(with_tax, currency);
    order->numbers[PROGRESS] = progress_of(order->texts[STATE]);
    if (is(order->texts[STATE], "unpaid"))
        order->numbers[PAYMENT_STATUS] = number_of(1);
    order->numbers[FULFILMENT] = fulfilment_of(order->texts[FULFILMENT_TEXT]);
    order->numbers[LINE_COUNT] = number_of((int64_t)order->line_count);
    order->numbers[PAYMENT_COUNT] = number_of((int64_t)order->payment_count);
    order->numbers[PARTY_COUNT] = number_of(1);
}

static void read_by_name(struct order *order, yyjson_val *root) {
    read_order(order, root, 0);
}

static void read_by_iterator(struct order *order, yyjson_val *root) {
    read_order(order, root, 1);
}

static void open_order(const struct delivery *delivery, int iterate, struct order *order) {
    memset(order, 0, sizeof *order);
    if (!verify(delivery))
        die("OpenSSL does not take the signature");
    order->document = yyjson_read((const char *)delivery->body, delivery->len, YYJSON_READ_NUMBER_AS_RAW);
    if (order->document == NULL)
        die("yyjson does not take the body");
    if (iterate)
        read_by_iterator(order, yyjson_doc_get_root(order->document));
    else
        read_by_name(order, yyjson_doc_get_root(order->document));
}

static void close_order(struct order *order) {
    free(order->lines);
    free(order->listed);
    yyjson_doc_free(order->document);
}

static void sum_texts(struct sum *sum, const struct text *texts, size_t count) {
    for (; count > 0; count--, texts++)
        sum_text(sum, texts->at, texts->len);
}

static void sum_amounts(struct sum *sum, const struct money *amounts, size_t count) {
    for (; count > 0; count--, amounts++)
        sum_money(sum, amounts->present, amounts->units, amounts->scale, amounts->currency);
}

static void sum_numbers(struct sum *sum, const struct number *numbers, size_t count) {
    for (; count > 0; count--, numbers++)
        sum_int(sum, numbers->present, numbers->value);
}

void peer_read(const struct delivery *delivery, int iterate, struct sum *sum) {
    struct order order;
    size_t at, list;
    open_order(delivery, iterate, &order);
    sum_texts(sum, order.texts, ORDER_TEXTS);
    sum_amounts(sum, order.amounts, ORDER_AMOUNTS);
    for (at = 0; at < ORDER_TIMES; at++)
        sum_time(sum, order.times[at].present, order.times[at].unix_ms, order.times[at].offset_minutes);
    sum_numbers(sum, order.numbers, ORDER_NUMBERS);
    for (at = 0; at < order.line_count; at++) {
        const struct line *line = &order.lines[at];
        sum_texts(sum, line->texts, LINE_TEXTS);
        for (list = 0; list < LINE_LISTS; list++)
            sum_texts(sum, order.listed + line->lists[list][0], line->lists[list][1] - line->lists[list][0]);
        sum_amounts(sum, line->amounts, LINE_AMOUNTS);
        sum_numbers(sum, line->numbers, LINE_NUMBERS);
    }
    for (at = 0; at < order.payment_count; at++) {
        sum_texts(sum, order.payment, PAYMENT_TEXTS);
        sum_money(sum, 0, 0, 0, NULL);
        sum_int(sum, 0, 0);
    }
    sum_texts(sum, order.party, PARTY_TEXTS);
    sum_int(sum, 1, 1);
    close_order(&order);
}

void peer_heap(const struct delivery *delivery, size_t *peak, size_t *kept) {
    struct order order;
    heap_start();
    open_order(delivery, 0, &order);
    *peak = heap_peak();
    *kept = heap_now();
    close_order(&order);
}

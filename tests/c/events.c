/* The shared event cases through the C ABI, from the file that flat_events.py writes: each event says all that is
 * expected of it and nothing else, whatever number is asked for, decoded unverified as well as opened; what is refused,
 * is refused where and as is expected. */
#include "flat.h"

/* Where a getter reads. */
typedef struct {
    const tillwire_event *event;
    const tillwire_order *order;
    size_t position;
} place;

/* A kind of thing and its getters, NULL where it has none. */
typedef struct {
    const char *name;
    const char *(*text)(const place *at, int32_t field, size_t *len);
    int32_t (*money)(const place *at, int32_t field, tillwire_money *out);
    int32_t (*time)(const place *at, int32_t field, tillwire_time *out);
    int32_t (*number)(const place *at, int32_t field, int64_t *out);
    const char *(*listed)(const place *at, int32_t field, size_t rank, size_t *len);
} thing;

/* The getters of things that an event or order has several of. */
#define TEXT(of, owner)                                                           \
    static const char *of##_text(const place *at, int32_t field, size_t *len) {   \
        return tillwire_##of##_text(at->owner, at->position, field, len);         \
    }
#define FILLED(of, owner, getter, type)                                           \
    static int32_t of##_##getter(const place *at, int32_t field, type *out) {     \
        return tillwire_##of##_##getter(at->owner, at->position, field, out);     \
    }
#define MONEY(of, owner) FILLED(of, owner, money, tillwire_money)
#define TIME(of, owner) FILLED(of, owner, time, tillwire_time)
#define INT(of, owner) FILLED(of, owner, int, int64_t)

TEXT(problem, event) INT(problem, event)
TEXT(line, order) MONEY(line, order) INT(line, order)
TEXT(payment, order) MONEY(payment, order) INT(payment, order)
TEXT(party, order) INT(party, order)
TEXT(step, order) TIME(step, order) INT(step, order)
TEXT(adjustment, order) MONEY(adjustment, order) INT(adjustment, order)
TEXT(subject, event) TIME(subject, event) INT(subject, event)

static const char *line_listed(const place *at, int32_t field, size_t rank, size_t *len) {
    return tillwire_line_listed(at->order, at->position, field, rank, len);
}

static const char *event_text(const place *at, int32_t field, size_t *len) {
    return tillwire_event_text(at->event, field, len);
}

static int32_t event_time(const place *at, int32_t field, tillwire_time *out) {
    return tillwire_event_time(at->event, field, out);
}

static int32_t event_int(const place *at, int32_t field, int64_t *out) {
    return tillwire_event_int(at->event, field, out);
}

static const char *order_text(const place *at, int32_t field, size_t *len) {
    return tillwire_order_text(at->order, field, len);
}

static int32_t order_money(const place *at, int32_t field, tillwire_money *out) {
    return tillwire_order_money(at->order, field, out);
}

static int32_t order_time(const place *at, int32_t field, tillwire_time *out) {
    return tillwire_order_time(at->order, field, out);
}

static int32_t order_int(const place *at, int32_t field, int64_t *out) {
    return tillwire_order_int(at->order, field, out);
}

/* A key is written into a buffer; otherwise it is a text as others are. */
static const char *key_text(const place *at, int32_t field, size_t *len) {
    static char key[TILLWIRE_KEY_SIZE];
    int32_t status;
    memset(key, 0x5A, sizeof key);
    status = tillwire_event_key(at->event, at->position, field, key, sizeof key, NULL);
    CHECK(status == TILLWIRE_OK || (status == TILLWIRE_ABSENT && key[0] == '\0'));
    *len = strlen(key);
    return status == TILLWIRE_OK ? key : NULL;
}

static const thing things[] = {
    {"event", event_text, NULL, event_time, event_int, NULL},
    {"key", key_text, NULL, NULL, NULL, NULL},
    {"problem", problem_text, NULL, NULL, problem_int, NULL},
    {"order", order_text, order_money, order_time, order_int, NULL},
    {"line", line_text, line_money, NULL, line_int, line_listed},
    {"payment", payment_text, payment_money, NULL, payment_int, NULL},
    {"party", party_text, NULL, NULL, party_int, NULL},
    {"step", step_text, NULL, step_time, step_int, NULL},
    {"adjustment", adjustment_text, adjustment_money, NULL, adjustment_int, NULL},
    {"subject", subject_text, NULL, subject_time, subject_int, NULL},
};

/* What is expected of a field, in the words of flat_events.py. */
typedef struct {
    char word[8];
    int32_t field;
    int64_t numbers[3];
    data text;
} expectation;

/* The thing that is read from the file, until all that is expected of it is known. */
static struct {
    const thing *kind;
    int there;
    size_t position;
    expectation fields[1024];
    size_t count;
} wanted;

/* The numbers that are tried. */
static struct {
    int32_t first, last;
} ranges[64];
static size_t range_count;

/* What is compared, for the message; and whether a difference is what is looked for. */
static char name[256];
static int32_t field;
static int opened, wrong, differences;

static void differs(const char *what, const char *got, const char *expected) {
    differences++;
    if (!wrong) {
        fprintf(stderr, "%s, %s: %s %lu, field %ld: %s is %s, not %s\n", name, opened ? "opened" : "decoded",
                wanted.kind->name, (unsigned long)wanted.position, (long)field, what, got, expected);
        exit(1);
    }
}

static void same_number(const char *what, int64_t got, int64_t expected) {
    if (got != expected) {
        char texts[2][32];
        sprintf(texts[0], "%lld", (long long)got);
        sprintf(texts[1], "%lld", (long long)expected);
        differs(what, texts[0], texts[1]);
    }
}

/* Of the same length, and with a NUL behind it. `expected` is NULL where there must be no text. */
static void same_text(const char *what, const char *got, size_t len, const data *expected) {
    const size_t expected_len = expected == NULL ? 0 : expected->len;
    if ((got == NULL) != (expected == NULL) || len != expected_len ||
        (got != NULL && (memcmp(got, expected->bytes, len) != 0 || got[len] != '\0'))) {
        differs(what, got ? got : "(NULL)", expected ? (const char *)expected->bytes : "(NULL)");
    }
}

/* Whether it is this that is expected of the field, if anything is. */
static int is(const expectation *expected, const char *word) {
    return expected != NULL && strcmp(expected->word, word) == 0;
}

static void check_money(const thing *kind, const place *at, const expectation *expected) {
    static uint8_t nothing[1];
    const data no_text = {nothing, 0};
    const int stated = is(expected, "money");
    tillwire_money money;
    memset(&money, 0x5A, sizeof money);
    same_number("the status of the amount", kind->money(at, field, &money),
                stated ? TILLWIRE_OK : is(expected, "beyond") ? TILLWIRE_E_RANGE : TILLWIRE_ABSENT);
    same_number("units", money.units, stated ? expected->numbers[0] : 0);
    same_number("scale", money.scale, stated ? expected->numbers[1] : 0);
    CHECK_IN(memchr(money.currency, '\0', sizeof money.currency) != NULL, name);
    same_text("currency", money.currency, strlen(money.currency), stated ? &expected->text : &no_text);
}

static void check_time(const thing *kind, const place *at, const expectation *expected) {
    const int stated = is(expected, "time");
    tillwire_time time;
    memset(&time, 0x5A, sizeof time);
    same_number("the status of the time", kind->time(at, field, &time), stated ? TILLWIRE_OK : TILLWIRE_ABSENT);
    same_number("unix_ms", time.unix_ms, stated ? expected->numbers[0] : 0);
    same_number("offset_minutes", time.offset_minutes, stated ? expected->numbers[1] : 0);
    same_number("has_offset", time.has_offset, stated ? expected->numbers[2] : 0);
}

static void check_number(const thing *kind, const place *at, const expectation *expected) {
    const int stated = is(expected, "int") || (opened && is(expected, "shown"));
    int64_t number = 99;
    same_number("the status of the number", kind->number(at, field, &number), stated ? TILLWIRE_OK : TILLWIRE_ABSENT);
    same_number("number", number, stated ? expected->numbers[0] : 0);
}

static void check_list(const thing *kind, const place *at, const expectation *expected, size_t count) {
    const size_t stated = is(expected, "listed") ? count : 0;
    size_t rank;
    for (rank = 0; rank <= stated; rank++) {
        size_t len = 99;
        const char *text = kind->listed(at, field, rank, &len);
        same_text("text of the list", text, len, rank < stated ? &expected[rank].text : NULL);
    }
}

/* Every getter gives what is expected of the field, and no getter anything else. `expected` may be NULL. */
static void check_field(const thing *kind, const place *at, const expectation *expected, size_t count) {
    int given = expected == NULL;
    if (kind->text != NULL) {
        size_t len = 99;
        const char *text = kind->text(at, field, &len);
        same_text("text", text, len, is(expected, "text") ? &expected->text : NULL);
        given |= is(expected, "text");
    }
    if (kind->money != NULL) {
        check_money(kind, at, expected);
        given |= is(expected, "money") || is(expected, "beyond");
    }
    if (kind->time != NULL) {
        check_time(kind, at, expected);
        given |= is(expected, "time");
    }
    if (kind->number != NULL) {
        check_number(kind, at, expected);
        given |= is(expected, "int") || is(expected, "shown");
    }
    if (kind->listed != NULL) {
        check_list(kind, at, expected, count);
        given |= is(expected, "listed");
    }
    CHECK_IN(given && (count < 2 || is(expected, "listed")), name);
}

/* Tries all numbers; the expectations stand in their order. */
static void check_fields(const thing *kind, const place *at) {
    size_t range, next = 0, count;
    for (range = 0; range < range_count; range++) {
        for (field = ranges[range].first; field <= ranges[range].last; field++) {
            for (count = 0; next + count < wanted.count && wanted.fields[next + count].field == field; count++) {
            }
            check_field(kind, at, count ? &wanted.fields[next] : NULL, count);
            next += count;
        }
    }
    CHECK_INT(next, wanted.count);
}

typedef struct {
    tillwire_settings *settings;
    tillwire_verifier *verifier;
    tillwire_headers *headers;
    /* How many events there are: decoded unverified, and opened; of the answer to a read the first alone. 0 before. */
    int count;
    tillwire_event *events[2];
    /* The order of each event that was told of last. */
    const tillwire_order *orders[2];
    /* The error that is expected; TILLWIRE_OK for none. */
    int32_t status;
    data path;
    int64_t offset;
} delivery;

/* Compares the thing that was read with what both events say of it. */
static void check_wanted(delivery *d) {
    size_t i;
    for (opened = 0; opened < d->count; opened++) {
        place at;
        field = 0;
        if (strcmp(wanted.kind->name, "order") == 0) {
            d->orders[opened] = tillwire_event_order(d->events[opened], wanted.position);
            same_number("whether it is there", d->orders[opened] != NULL, wanted.there);
        }
        at.event = d->events[opened];
        at.order = d->orders[opened];
        at.position = wanted.position;
        check_fields(wanted.kind, &at);
    }
    for (i = 0; i < wanted.count; i++) {
        free(wanted.fields[i].text.bytes);
    }
    memset(&wanted, 0, sizeof wanted);
}

static int64_t number_of(const char *digits) {
    CHECK_IN(digits != NULL, name);
    return strtoll(digits, NULL, 10);
}

static void expect_thing(const char *word, char **values) {
    size_t i;
    for (i = 0; i < sizeof things / sizeof *things; i++) {
        if (strcmp(things[i].name, values[0]) == 0) {
            wanted.kind = &things[i];
        }
    }
    CHECK_IN(wanted.kind != NULL, values[0]);
    wanted.there = strcmp(word, "thing") == 0;
    wanted.position = (size_t)number_of(values[1]);
}

static void expect_field(const char *word, char **values) {
    static const struct {
        const char *word;
        size_t numbers;
        int text;
    } forms[] = {{"text", 0, 1}, {"listed", 0, 1}, {"money", 2, 1}, {"beyond", 0, 0},
                 {"time", 3, 0}, {"int", 1, 0},    {"shown", 1, 0}};
    expectation *expected = &wanted.fields[wanted.count++];
    size_t form = 0, i;
    CHECK_IN(wanted.kind != NULL && wanted.count < sizeof wanted.fields / sizeof *wanted.fields, name);
    while (form < sizeof forms / sizeof *forms && strcmp(forms[form].word, word) != 0) {
        form++;
    }
    CHECK_IN(form < sizeof forms / sizeof *forms, word);
    strcpy(expected->word, forms[form].word);
    expected->field = (int32_t)number_of(values[0]);
    for (i = 0; i < forms[form].numbers; i++) {
        expected->numbers[i] = number_of(values[1 + i]);
    }
    if (forms[form].text) {
        expected->text = unhex(values[1 + i]);
    }
}

/* Adds the headers by which the delivery proves itself. */
static void sign(delivery *d, data body, int64_t now) {
    tillwire_headers *signs = NULL;
    const char *header;
    size_t i, len = 0;
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_sign(d->verifier, body.bytes, body.len, now, &signs, &error));
    for (i = 0; (header = tillwire_headers_name(signs, i, NULL)) != NULL; i++) {
        const char *value = tillwire_headers_value(signs, i, &len);
        CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(d->headers, header, value, len, &error));
    }
    tillwire_headers_free(signs);
}

/* Decodes the body in the way that has its turn. */
static int32_t decode(delivery *d, data body, int64_t now, tillwire_error **error) {
    tillwire_event **event = &d->events[opened];
    if (d->count == 1) {
        return tillwire_verifier_decode_orders(d->verifier, body.bytes, body.len, event, error);
    }
    if (!opened) {
        return tillwire_verifier_decode_unverified(d->verifier, d->headers, body.bytes, body.len, event, error);
    }
    return tillwire_verifier_open(d->verifier, d->headers, body.bytes, body.len, now, event, error);
}

/* The body is refused as is expected. */
static void check_refusal(delivery *d, data body, int64_t now) {
    static const thing refusal = {"error", NULL, NULL, NULL, NULL, NULL};
    tillwire_error *error = NULL;
    const char *path;
    int64_t offset = -1;
    size_t len = 0;
    wanted.kind = &refusal;
    field = 0;
    same_number("the status", decode(d, body, now, &error), d->status);
    path = tillwire_error_text(error, TILLWIRE_ERROR_PATH, &len);
    same_text("the path", path, len, &d->path);
    tillwire_error_int(error, TILLWIRE_ERROR_OFFSET, &offset);
    same_number("the offset", offset, d->offset);
    CHECK_IN(d->events[opened] == NULL, name);
    tillwire_error_free(error);
    wanted.kind = NULL;
}

static void deliver(delivery *d, data body, int count) {
    const int64_t now = 1781748935;
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_new(d->settings, &d->verifier, &error));
    d->count = count;
    for (opened = 0; opened < count; opened++) {
        if (opened) {
            sign(d, body, now);
        }
        if (d->status != TILLWIRE_OK) {
            check_refusal(d, body, now);
        } else {
            CHECK_CALL(TILLWIRE_OK, decode(d, body, now, &error));
        }
    }
}

static void set_up(delivery *d, const char *word, char **values) {
    if (strcmp(word, "platform") == 0) {
        CHECK_CALL(TILLWIRE_OK, tillwire_settings_new((int32_t)number_of(values[0]), &d->settings, &error));
        CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_secret(d->settings, SECRET, strlen(SECRET), &error));
        CHECK_CALL(TILLWIRE_OK, tillwire_headers_new(&d->headers, &error));
    } else if (strcmp(word, "set_int") == 0) {
        CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_int(d->settings, (int32_t)number_of(values[0]),
                                                          number_of(values[1]), &error));
    } else if (strcmp(word, "set_text") == 0) {
        data text = unhex(values[1]);
        CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_text(d->settings, (int32_t)number_of(values[0]),
                                                           (const char *)text.bytes, &error));
        free(text.bytes);
    } else if (strcmp(word, "scale") == 0) {
        data currency = unhex(values[0]);
        CHECK_CALL(TILLWIRE_OK, tillwire_settings_set_scale(d->settings, (const char *)currency.bytes,
                                                            (int32_t)number_of(values[1]), &error));
        free(currency.bytes);
    } else if (strcmp(word, "location") == 0) {
        data canonical = unhex(values[0]), actual = unhex(values[1]);
        CHECK_CALL(TILLWIRE_OK, tillwire_settings_add_location(d->settings, (const char *)canonical.bytes,
                                                               (const char *)actual.bytes, &error));
        free(canonical.bytes);
        free(actual.bytes);
    } else if (strcmp(word, "header") == 0) {
        data header = unhex(values[0]), value = unhex(values[1]);
        CHECK_CALL(TILLWIRE_OK, tillwire_headers_add(d->headers, (const char *)header.bytes, (const char *)value.bytes,
                                                     value.len, &error));
        free(header.bytes);
        free(value.bytes);
    } else if (strcmp(word, "refused") == 0) {
        d->status = (int32_t)number_of(values[0]);
        d->path = unhex(values[1]);
        d->offset = number_of(values[2]);
    } else {
        const int is_read = strcmp(word, "answer") == 0;
        data body = unhex(values[0]);
        CHECK_IN(is_read || strcmp(word, "body") == 0, word);
        deliver(d, body, is_read ? 1 : 2);
        free(body.bytes);
    }
}

static void one_case(FILE *file) {
    delivery d;
    char *word, *values[MOST_VALUES];
    memset(&d, 0, sizeof d);
    differences = 0;
    while (d.count == 0) {
        word = next_line(file, values);
        set_up(&d, word, values);
    }
    do {
        word = next_line(file, values);
        if (strcmp(word, "thing") != 0 && strcmp(word, "none") != 0 && strcmp(word, "end") != 0) {
            expect_field(word, values);
            continue;
        }
        if (wanted.kind != NULL) {
            check_wanted(&d);
        }
        if (strcmp(word, "end") != 0) {
            expect_thing(word, values);
        }
    } while (strcmp(word, "end") != 0);
    tillwire_event_free(d.events[0]);
    tillwire_event_free(d.events[1]);
    free(d.path.bytes);
    tillwire_headers_free(d.headers);
    tillwire_verifier_free(d.verifier);
    tillwire_settings_free(d.settings);
}

int main(int argc, char **argv) {
    int run[2] = {0, 0};
    FILE *file;
    char *word, *values[MOST_VALUES];
    CHECK(argc >= 4);
    file = fopen(argv[3], "r");
    CHECK_IN(file != NULL, argv[3]);
    while (word = next_line(file, values), strcmp(word, "range") == 0) {
        CHECK(range_count < sizeof ranges / sizeof *ranges);
        ranges[range_count].first = (int32_t)number_of(values[0]);
        ranges[range_count++].last = (int32_t)number_of(values[1]);
    }
    for (; strcmp(word, "cases") != 0; word = next_line(file, values)) {
        data text = unhex(values[0]);
        snprintf(name, sizeof name, "%s", (const char *)text.bytes);
        free(text.bytes);
        wrong = strcmp(word, "wrong") == 0;
        CHECK_IN(wrong || strcmp(word, "case") == 0, word);
        one_case(file);
        CHECK_IN(wrong == (differences > 0), name);
        run[wrong]++;
    }
    CHECK_INT(run[0], number_of(values[0]));
    CHECK_INT(run[1], number_of(values[1]));
    CHECK(run[0] > 0 && run[1] > 0);
    fclose(file);
    printf("%d event cases as expected, and a difference found in each of %d wrong ones\n", run[0], run[1]);
    return 0;
}

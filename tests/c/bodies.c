/* Bodies that no platform sends: cut, corrupted, deep, huge. Each is an event or a clear error, with the place where
 * it went wrong. */
#include "check.h"

static tillwire_verifier *verifier;
static tillwire_headers *headers;

/* The status of a body; an error has to say all there is to say. */
static int32_t open_body(const uint8_t *body, size_t len, char path[128], int64_t *offset) {
    tillwire_event *event = UNTOUCHED;
    tillwire_error *error = UNTOUCHED;
    const int32_t status = tillwire_verifier_open(verifier, headers, body, len, 0, &event, &error);
    path[0] = '\0';
    *offset = -1;
    check_error(__FILE__, __LINE__, "tillwire_verifier_open", status, status, error);
    if (status == TILLWIRE_OK) {
        char *json = NULL;
        CHECK(event != NULL);
        CHECK_INT(tillwire_event_json(event, &json, NULL), TILLWIRE_OK);
        tillwire_string_free(json);
    } else {
        CHECK(event == NULL);
        CHECK(status <= TILLWIRE_E_NOT_JSON && status >= TILLWIRE_E_NO_IDENTITY);
        CHECK(error_text(error, TILLWIRE_ERROR_HINT) != NULL);
        CHECK(error_text(error, TILLWIRE_ERROR_PATH) != NULL);
        snprintf(path, 128, "%s", error_text(error, TILLWIRE_ERROR_PATH));
        CHECK_INT(tillwire_error_int(error, TILLWIRE_ERROR_OFFSET, offset), TILLWIRE_OK);
        CHECK(*offset >= 0 && (uint64_t)*offset <= len);
    }
    tillwire_error_free(error);
    tillwire_event_free(event);
    return status;
}

static void refused(const char *body, size_t len, int32_t wanted, const char *wanted_path, int64_t wanted_offset) {
    char path[128];
    int64_t offset;
    CHECK_IN(open_body((const uint8_t *)body, len, path, &offset) == wanted, body);
    CHECK_TEXT(path, wanted_path);
    CHECK_INT(offset, wanted_offset);
}
#define REFUSED(body, wanted, path, offset) refused(body, sizeof(body) - 1, wanted, path, offset)

static void one_by_one(void) {
    REFUSED("", TILLWIRE_E_NOT_JSON, "$", 0);
    REFUSED(" \r\n\t", TILLWIRE_E_NOT_JSON, "$", 4);
    REFUSED("null", TILLWIRE_E_SHAPE, "$", 0);
    REFUSED("[]", TILLWIRE_E_SHAPE, "$", 0);
    REFUSED("\xEF\xBB\xBF[]", TILLWIRE_E_SHAPE, "$", 3);
    REFUSED("\xEF\xBB{}", TILLWIRE_E_NOT_JSON, "$", 0);
    REFUSED("\0", TILLWIRE_E_NOT_JSON, "$", 0);
    REFUSED("{}\0", TILLWIRE_E_NOT_JSON, "$", 2);
    REFUSED("{\"order_id\":1}{", TILLWIRE_E_NOT_JSON, "$", 14);
    REFUSED("{\"order_id\":1\0,\"a\":2}", TILLWIRE_E_NOT_JSON, "$.order_id", 13);
    REFUSED("{\"order_items\":[{\"name\":\"a\0b\"}]}", TILLWIRE_E_NOT_JSON, "$.order_items[0].name", 26);
    REFUSED("{\"order_items\":[{\"name\":\"caf\xE9\"}]}", TILLWIRE_E_NOT_JSON, "$.order_items[0].name", 28);
    REFUSED("{\"order_items\":[{\"quantity\":01}]}", TILLWIRE_E_NOT_JSON, "$.order_items[0].quantity", 29);
    REFUSED("{\"order_items\":[]}", TILLWIRE_E_NO_IDENTITY, "$", 0);
    REFUSED("{\"order_items\":[],\"order_id\":null}", TILLWIRE_E_NO_IDENTITY, "$", 0);
    REFUSED("{\"order_items\":[],\"order_id\":\"\"}", TILLWIRE_E_NO_IDENTITY, "$", 0);
}

/* Every beginning of a real order but the whole is refused, and says that it was cut or where. */
static void every_prefix(const uint8_t *sample, size_t len) {
    const size_t step = quick() ? 7 : 1;
    size_t cut, start;
    char path[128];
    int64_t offset;
    while (len > 0 && sample[len - 1] == '\n') {
        len--;
    }
    for (cut = 0; cut < len; cut += step) {
        CHECK_INT(open_body(sample, cut, path, &offset), TILLWIRE_E_NOT_JSON);
    }
    CHECK_INT(open_body(sample, len, path, &offset), TILLWIRE_OK);
    for (start = 1; start < len; start += step) {
        const int32_t status = open_body(sample + start, len - start, path, &offset);
        CHECK(status != TILLWIRE_OK);
    }
}

/* One byte of a real order replaced: by every kind of byte there is to JSON and UTF-8, at every place. */
static void every_corruption(const uint8_t *sample, size_t len) {
    static const uint8_t kinds[] = {0x00, '\n', ' ', '"', '\\', '{', '}', '[', ']', ':',  ',',  '0',  '9',
                                    '-',  '.',  'e', 'n', 'u',  'z', '/', 0x1F, 0x7F, 0x80, 0xBF, 0xC0, 0xC3,
                                    0xE2, 0xED, 0xF0, 0xF4, 0xF8, 0xFF};
    const size_t step = quick() ? 37 : 1;
    uint8_t *copy = malloc(len);
    size_t at, kind;
    char path[128];
    int64_t offset;
    int taken = 0, not_taken = 0;
    CHECK(copy != NULL);
    memcpy(copy, sample, len);
    for (at = 0; at < len; at += step) {
        for (kind = 0; kind < sizeof kinds; kind++) {
            copy[at] = kinds[kind];
            if (open_body(copy, len, path, &offset) == TILLWIRE_OK) {
                taken++;
            } else {
                not_taken++;
            }
        }
        copy[at] ^= 0x20;
        (void)open_body(copy, len, path, &offset);
        copy[at] = sample[at];
    }
    CHECK(taken > 0 && not_taken > 0);
    free(copy);
}

/* Pointers into a body that ends where memory does: nothing is read beyond it. valgrind and the sanitizer look on. */
static void nothing_behind_the_end(const uint8_t *sample, size_t len) {
    size_t cut;
    char path[128];
    int64_t offset;
    for (cut = 1; cut <= len; cut += quick() ? 61 : 3) {
        uint8_t *exact = malloc(cut);
        CHECK(exact != NULL);
        memcpy(exact, sample, cut);
        (void)open_body(exact, cut, path, &offset);
        free(exact);
    }
}

static void deep(void) {
    const size_t depth = 200000;
    uint8_t *body = malloc(depth);
    char path[128];
    int64_t offset;
    CHECK(body != NULL);
    memset(body, '[', depth);
    CHECK_INT(open_body(body, depth, path, &offset), TILLWIRE_E_TOO_DEEP);
    CHECK_INT(offset, 64);
    free(body);
}

int main(int argc, char **argv) {
    uint8_t *sample;
    size_t len;
    CHECK(argc >= 2);
    sample = read_vector(argv[1], "atlas/order-event.json", &len);
    verifier = atlas_verifier(0, 0, 0);
    headers = bearer_headers();
    one_by_one();
    deep();
    every_prefix(sample, len);
    every_corruption(sample, len);
    nothing_behind_the_end(sample, len);
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
    free(sample);
    return 0;
}

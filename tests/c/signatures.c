/* The shared signature cases through the C ABI, from the file that flatten.py writes. */
#include "flat.h"

typedef struct {
    tillwire_settings *settings;
    tillwire_headers *headers;
    data body;
    int64_t now;
    data hidden[256];
    size_t hidden_count;
    /* The first status that was no success, and the error that came with it. */
    int32_t status;
    tillwire_error *error;
} delivery;

static char name[256];
static int run, expected_ok, expected_error;

/* The code of a name within a group, by asking for the name of every code. */
static int32_t code_of(int32_t group, const char *wanted) {
    int32_t code;
    for (code = 0; code < 1000; code++) {
        const char *found = tillwire_name(group, code);
        if (found != NULL && strcmp(found, wanted) == 0) {
            return code;
        }
    }
    CHECK_IN(0, wanted);
    return 0;
}

static int32_t status_of(const char *wanted) {
    static const struct {
        const char *name;
        int32_t status;
    } names[] = {
        {"secret", TILLWIRE_E_SECRET},
        {"setting", TILLWIRE_E_SETTING},
        {"header_format", TILLWIRE_E_HEADER_FORMAT},
        {"header_missing", TILLWIRE_E_HEADER_MISSING},
        {"header_conflict", TILLWIRE_E_HEADER_CONFLICT},
        {"signature_format", TILLWIRE_E_SIGNATURE_FORMAT},
        {"signature_mismatch", TILLWIRE_E_SIGNATURE_MISMATCH},
        {"timestamp_format", TILLWIRE_E_TIMESTAMP_FORMAT},
        {"timestamp_age", TILLWIRE_E_TIMESTAMP_AGE},
    };
    size_t i;
    for (i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].name, wanted) == 0) {
            return names[i].status;
        }
    }
    CHECK_IN(0, wanted);
    return 0;
}

/* Keeps the first failure of a delivery; what comes after it is not looked at. */
#define STEP(call)                                                                \
    do {                                                                          \
        if (d->status == TILLWIRE_OK) {                                           \
            d->status = call;                                                     \
            check_error(__FILE__, __LINE__, name, d->status, d->status, d->error); \
        }                                                                         \
    } while (0)

static void hide(delivery *d, data secret) {
    CHECK_IN(d->hidden_count < sizeof d->hidden / sizeof *d->hidden, name);
    d->hidden[d->hidden_count++] = secret;
}

static void prepare(delivery *d, char *word, char *first, char *second) {
    data text;
    if (strcmp(word, "platform") == 0) {
        const int32_t platform = code_of(TILLWIRE_NAMES_PLATFORM, first);
        STEP(tillwire_settings_new(platform, &d->settings, &d->error));
        STEP(tillwire_headers_new(&d->headers, &d->error));
    } else if (strcmp(word, "scheme") == 0) {
        const int32_t scheme = code_of(TILLWIRE_NAMES_SCHEME, first);
        STEP(tillwire_settings_set_int(d->settings, TILLWIRE_SETTING_SCHEME, scheme, &d->error));
    } else if (strcmp(word, "tolerance") == 0) {
        const int64_t seconds = strtoll(first, NULL, 10);
        STEP(tillwire_settings_set_int(d->settings, TILLWIRE_SETTING_TOLERANCE_SECONDS, seconds, &d->error));
    } else if (strcmp(word, "signature_header") == 0 || strcmp(word, "timestamp_header") == 0) {
        const int32_t setting =
            word[0] == 's' ? TILLWIRE_SETTING_SIGNATURE_HEADER : TILLWIRE_SETTING_TIMESTAMP_HEADER;
        text = unhex(first);
        STEP(tillwire_settings_set_text(d->settings, setting, (const char *)text.bytes, &d->error));
        free(text.bytes);
    } else if (strcmp(word, "secret") == 0) {
        text = unhex(first);
        hide(d, text);
        STEP(tillwire_settings_add_secret(d->settings, (const char *)text.bytes, text.len, &d->error));
    } else if (strcmp(word, "now") == 0) {
        d->now = strtoll(first, NULL, 10);
    } else if (strcmp(word, "body") == 0) {
        d->body = unhex(first);
    } else {
        CHECK_IN(strcmp(word, "header") == 0 || strcmp(word, "block") == 0, word);
        CHECK_IN(second != NULL || word[0] == 'b', word);
    }
}

/* Headers are added after the verifier was made, as the cases say. */
static void add_header(delivery *d, const char *word, const char *first, const char *second) {
    data header = unhex(first);
    if (strcmp(word, "block") == 0) {
        STEP(tillwire_headers_add_block(d->headers, (const char *)header.bytes, header.len, &d->error));
    } else {
        data value = unhex(second);
        hide(d, value);
        STEP(tillwire_headers_add(d->headers, (const char *)header.bytes, (const char *)value.bytes, value.len,
                                  &d->error));
    }
    free(header.bytes);
}

/* No text of an error has a secret or a header's value in it. Short ones are found anywhere by chance. */
static void keeps_secrets(const delivery *d) {
    int32_t field;
    size_t i;
    for (field = TILLWIRE_ERROR_MESSAGE; field <= TILLWIRE_ERROR_PATH; field++) {
        const char *text = error_text(d->error, field);
        for (i = 0; text != NULL && i < d->hidden_count; i++) {
            CHECK_IN(d->hidden[i].len < 8 || strstr(text, (const char *)d->hidden[i].bytes) == NULL, name);
        }
    }
}

static void signs_what_it_accepts(const delivery *d, const tillwire_verifier *verifier, int32_t assurance) {
    tillwire_headers *headers = NULL;
    int32_t index = 9, again = 9;
    CHECK_IN(tillwire_verifier_sign(verifier, d->body.bytes, d->body.len, d->now, &headers, NULL) == TILLWIRE_OK, name);
    CHECK_IN(tillwire_verifier_verify(verifier, headers, d->body.bytes, d->body.len, d->now, &index, &again, NULL) ==
                 TILLWIRE_OK, name);
    CHECK_IN(index == 0 && again == assurance, name);
    CHECK_IN(tillwire_headers_name(headers, 0, NULL) != NULL || assurance == TILLWIRE_ASSURANCE_NOTHING, name);
    tillwire_headers_free(headers);
}

static void refuses_changes(const delivery *d, const tillwire_verifier *verifier) {
    size_t at;
    for (at = 0; at < d->body.len; at++) {
        d->body.bytes[at] ^= 1;
        CHECK_IN(tillwire_verifier_verify(verifier, d->headers, d->body.bytes, d->body.len, d->now, NULL, NULL, NULL) ==
                     TILLWIRE_E_SIGNATURE_MISMATCH, name);
        d->body.bytes[at] ^= 1;
    }
    /* One byte more: the NUL behind the body. */
    CHECK_IN(tillwire_verifier_verify(verifier, d->headers, d->body.bytes, d->body.len + 1, d->now, NULL, NULL, NULL) ==
                 TILLWIRE_E_SIGNATURE_MISMATCH, name);
}

static void check_ok(delivery *d, const tillwire_verifier *verifier, int32_t index, int32_t assurance,
                     const char *wanted_index, const char *wanted_assurance) {
    CHECK_IN(d->status == TILLWIRE_OK, name);
    CHECK_IN(index == atoi(wanted_index), name);
    CHECK_IN(assurance == code_of(TILLWIRE_NAMES_ASSURANCE, wanted_assurance), name);
    signs_what_it_accepts(d, verifier, assurance);
    if (assurance == TILLWIRE_ASSURANCE_BODY || assurance == TILLWIRE_ASSURANCE_BODY_AND_TIME) {
        refuses_changes(d, verifier);
    }
    expected_ok++;
}

/* Headers wait until the verifier is made. */
typedef struct {
    char *word, *first, *second;
} waiting;

static char *copy(const char *text) {
    char *result = text == NULL ? NULL : malloc(strlen(text) + 1);
    if (result != NULL) {
        strcpy(result, text);
    }
    return result;
}

static void one_case(FILE *file) {
    static waiting headers[256];
    delivery whole, *d = &whole;
    tillwire_verifier *verifier = NULL;
    int32_t index = 9, assurance = 9;
    size_t count = 0, i;
    char *word, *values[MOST_VALUES];
    int told = 0;

    memset(d, 0, sizeof *d);
    while (word = next_line(file, values), strcmp(word, "ok") != 0 && strcmp(word, "error") != 0) {
        prepare(d, word, values[0], values[1]);
        if (strcmp(word, "header") == 0 || strcmp(word, "block") == 0) {
            CHECK_IN(count < sizeof headers / sizeof *headers, name);
            headers[count].word = copy(word);
            headers[count].first = copy(values[0]);
            headers[count++].second = copy(values[1]);
        }
    }
    STEP(tillwire_verifier_new(d->settings, &verifier, &d->error));
    for (i = 0; i < count; i++) {
        add_header(d, headers[i].word, headers[i].first, headers[i].second);
        free(headers[i].word);
        free(headers[i].first);
        free(headers[i].second);
    }
    STEP(tillwire_verifier_verify(verifier, d->headers, d->body.bytes, d->body.len, d->now, &index, &assurance,
                                  &d->error));
    do {
        if (strcmp(word, "ok") == 0) {
            check_ok(d, verifier, index, assurance, values[0], values[1]);
            told++;
        } else if (strcmp(word, "error") == 0) {
            CHECK_IN(d->status == status_of(values[0]), name);
            keeps_secrets(d);
            expected_error++;
            told++;
        } else {
            int64_t skew = 0;
            CHECK_IN(strcmp(word, "skew") == 0, word);
            CHECK_IN(tillwire_error_int(d->error, TILLWIRE_ERROR_SKEW_SECONDS, &skew) == TILLWIRE_OK, name);
            CHECK_IN(skew == strtoll(values[0], NULL, 10), name);
        }
    } while (word = next_line(file, values), strcmp(word, "end") != 0);
    CHECK_IN(told == 1, name);

    tillwire_error_free(d->error);
    tillwire_verifier_free(verifier);
    tillwire_headers_free(d->headers);
    tillwire_settings_free(d->settings);
    for (i = 0; i < d->hidden_count; i++) {
        free(d->hidden[i].bytes);
    }
    free(d->body.bytes);
    run++;
}

int main(int argc, char **argv) {
    FILE *file;
    char *word, *values[MOST_VALUES];
    CHECK(argc >= 3);
    file = fopen(argv[2], "r");
    CHECK_IN(file != NULL, argv[2]);
    while (word = next_line(file, values), strcmp(word, "case") == 0) {
        snprintf(name, sizeof name, "%s", values[0]);
        one_case(file);
    }
    CHECK_IN(strcmp(word, "cases") == 0, word);
    CHECK_INT(run, atoi(values[0]));
    CHECK(expected_ok > 0 && expected_error > 0 && expected_ok + expected_error == run);
    fclose(file);
    printf("%d signature cases: %d let in, %d refused\n", run, expected_ok, expected_error);
    return 0;
}

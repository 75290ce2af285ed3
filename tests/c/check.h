/* What the C tests share: checks that stop at the first failure and say where, and the way to an Atlas verifier. */
#ifndef CHECK_H
#define CHECK_H

#include "tillwire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECRET "swordfish"
#define BEARER "Bearer swordfish"

static void check_failed(const char *file, int line, const char *what, const char *context) {
    fprintf(stderr, "%s:%d: failed: %s %s\n", file, line, what, context);
    exit(1);
}

#define CHECK_IN(condition, context) \
    ((condition) ? (void)0 : check_failed(__FILE__, __LINE__, #condition, context))
#define CHECK(condition) CHECK_IN(condition, "")

#define CHECK_INT(got, wanted) check_int(__FILE__, __LINE__, #got, (long long)(got), (long long)(wanted))
static inline void check_int(const char *file, int line, const char *what, long long got, long long wanted) {
    if (got != wanted) {
        fprintf(stderr, "%s:%d: %s is %lld, not %lld\n", file, line, what, got, wanted);
        exit(1);
    }
}

/* Two texts, either of which may be NULL. */
#define CHECK_TEXT(got, wanted) check_text(__FILE__, __LINE__, #got, got, wanted)
static inline void check_text(const char *file, int line, const char *what, const char *got, const char *wanted) {
    if (got != wanted && (got == NULL || wanted == NULL || strcmp(got, wanted) != 0)) {
        fprintf(stderr, "%s:%d: %s is \"%s\", not \"%s\"\n", file, line, what, got ? got : "(NULL)",
                wanted ? wanted : "(NULL)");
        exit(1);
    }
}

/* A value that no function leaves behind in an error, a handle or a text. */
static char check_untouched;
#define UNTOUCHED ((void *)&check_untouched)

/* The call had this status and gave an error that says so, or none on success. `call` is to write to `&error`. */
#define CHECK_CALL(wanted, call)                                          \
    do {                                                                  \
        tillwire_error *error = (tillwire_error *)UNTOUCHED;              \
        int32_t check_status = call;                                      \
        check_error(__FILE__, __LINE__, #call, check_status, wanted, error); \
        tillwire_error_free(error);                                       \
    } while (0)

static inline void check_error(const char *file, int line, const char *what, int32_t got, int32_t wanted,
                               const tillwire_error *error) {
    const char *message;
    int64_t code = 0;
    check_int(file, line, what, got, wanted);
    if (wanted >= 0) {
        if (error != NULL) {
            check_failed(file, line, what, "left an error without having failed");
        }
        return;
    }
    if (error == NULL || error == (tillwire_error *)UNTOUCHED) {
        check_failed(file, line, what, "failed without an error");
    }
    message = tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL);
    if (message == NULL || message[0] == '\0') {
        check_failed(file, line, what, "gave no message");
    }
    if (tillwire_error_int(error, TILLWIRE_ERROR_CODE, &code) != TILLWIRE_OK || code != wanted) {
        check_failed(file, line, what, "gave an error with another code");
    }
}

static inline const char *error_text(const tillwire_error *error, int32_t field) {
    return tillwire_error_text(error, field, NULL);
}

/* A verifier for Atlas with one secret and limits; 0 leaves a limit as it is. */
static inline tillwire_verifier *atlas_verifier(int64_t body_bytes, int64_t depth, int64_t elements) {
    tillwire_settings *settings = NULL;
    tillwire_verifier *verifier = NULL;
    CHECK(tillwire_settings_new(TILLWIRE_PLATFORM_ATLAS, &settings, NULL) == TILLWIRE_OK);
    CHECK(tillwire_settings_add_secret(settings, SECRET, strlen(SECRET), NULL) == TILLWIRE_OK);
    if (body_bytes) {
        CHECK(tillwire_settings_set_int(settings, TILLWIRE_SETTING_BODY_BYTES, body_bytes, NULL) == TILLWIRE_OK);
    }
    if (depth) {
        CHECK(tillwire_settings_set_int(settings, TILLWIRE_SETTING_DEPTH, depth, NULL) == TILLWIRE_OK);
    }
    if (elements) {
        CHECK(tillwire_settings_set_int(settings, TILLWIRE_SETTING_ELEMENTS, elements, NULL) == TILLWIRE_OK);
    }
    CHECK(tillwire_verifier_new(settings, &verifier, NULL) == TILLWIRE_OK);
    tillwire_settings_free(settings);
    return verifier;
}

static inline tillwire_headers *bearer_headers(void) {
    tillwire_headers *headers = NULL;
    CHECK(tillwire_headers_new(&headers, NULL) == TILLWIRE_OK);
    CHECK(tillwire_headers_add(headers, "Authorization", BEARER, strlen(BEARER), NULL) == TILLWIRE_OK);
    return headers;
}

/* A file of the test vectors, whose folder is the program's first argument. Freed by the caller. */
static inline uint8_t *read_vector(const char *folder, const char *name, size_t *len) {
    char path[1024];
    FILE *file;
    uint8_t *bytes;
    long size = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    CHECK_IN(file != NULL, path);
    CHECK_IN(fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) > 0 && fseek(file, 0, SEEK_SET) == 0, path);
    bytes = malloc((size_t)size);
    CHECK_IN(bytes != NULL && fread(bytes, 1, (size_t)size, file) == (size_t)size, path);
    fclose(file);
    *len = (size_t)size;
    return bytes;
}

/* TILLWIRE_TEST_QUICK asks for fewer rounds: under valgrind everything is twenty times slower. */
static inline int quick(void) {
    return getenv("TILLWIRE_TEST_QUICK") != NULL;
}

#endif

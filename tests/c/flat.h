/* The files of flat cases: lines of a word and its values, texts and bytes as hex digits. */
#ifndef FLAT_H
#define FLAT_H

#include "check.h"

#define MOST_VALUES 5

typedef struct {
    uint8_t *bytes;
    size_t len;
} data;

static inline unsigned hex_digit(const char *digit) {
    static const char all[] = "0123456789abcdef";
    const char *found = strchr(all, *digit);
    CHECK_IN(*digit != '\0' && found != NULL, digit);
    return (unsigned)(found - all);
}

/* Hex digits, "-" for none. A NUL stands behind the bytes, which the caller frees. */
static inline data unhex(const char *digits) {
    data result;
    size_t i;
    result.len = strcmp(digits, "-") == 0 ? 0 : strlen(digits) / 2;
    result.bytes = malloc(result.len + 1);
    CHECK_IN(result.bytes != NULL && strlen(digits) == (result.len ? 2 * result.len : 1), digits);
    for (i = 0; i < result.len; i++) {
        result.bytes[i] = (uint8_t)(hex_digit(digits + 2 * i) << 4 | hex_digit(digits + 2 * i + 1));
    }
    result.bytes[result.len] = 0;
    return result;
}

/* The word of the next line and its values, NULL behind the last one; they stay until the next line is read. */
static inline char *next_line(FILE *file, char *values[MOST_VALUES]) {
    static char line[1 << 20];
    char *word;
    size_t i;
    CHECK_IN(fgets(line, sizeof line, file) != NULL && strchr(line, '\n') != NULL, "the file is cut");
    word = strtok(line, " \n");
    CHECK(word != NULL);
    for (i = 0; i < MOST_VALUES; i++) {
        values[i] = strtok(NULL, " \n");
    }
    return word;
}

#endif

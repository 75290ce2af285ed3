/* A program with two Rust libraries in it. A panic in either is contained, whichever came first. */
#include <stdio.h>
#include <string.h>

#include "tillwire.h"

int foreign_check(void);
int foreign_panic(void);

static int failures = 0;

static void check(int holds, const char *what)
{
    if (!holds) {
        failures += 1;
        printf("not so: %s\n", what);
    }
}

static void tillwire_contains_its_panic(void)
{
    tillwire_error *error = NULL;
    int64_t code = 0;
    const char *message;

    check(tillwire_test_panic(&error) == TILLWIRE_E_PANIC, "tillwire_test_panic returns TILLWIRE_E_PANIC");
    check(tillwire_error_int(error, TILLWIRE_ERROR_CODE, &code) == TILLWIRE_OK, "the error has a code");
    check(code == TILLWIRE_E_PANIC, "the error's code is that of a panic");
    message = tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL);
    check(message != NULL && strlen(message) > 0, "the error has a message");
    tillwire_error_free(error);
}

int main(void)
{
    int round;

    check(tillwire_abi_version() == TILLWIRE_ABI_VERSION, "the ABI number is the header's");
    for (round = 0; round < 3; round += 1) {
        check(foreign_check() == 42, "the foreign library works");
        tillwire_contains_its_panic();
        check(foreign_panic() == 7, "the foreign library contains its panic");
        tillwire_contains_its_panic();
    }
    puts(failures == 0 ? "both contained" : "FAILED");
    return failures == 0 ? 0 : 1;
}

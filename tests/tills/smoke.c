/* The first program on a till: is the library there, is it the one the header speaks of, does it contain a panic? */
#include <stdio.h>
#include <string.h>

#include "tillwire.h"

static int failures = 0;

static void check(int holds, const char *what)
{
    if (!holds) {
        failures += 1;
        printf("not so: %s\n", what);
    }
}

static void versions_fit(void)
{
    check(tillwire_abi_version() == TILLWIRE_ABI_VERSION, "the ABI number is the header's");
    check(strlen(tillwire_version()) >= 5, "the version is a text such as 0.1.0");
}

static void a_panic_is_contained(void)
{
    tillwire_error *error = NULL;
    int64_t code = 0;

    check(tillwire_test_panic(NULL) == TILLWIRE_E_PANIC, "a panic is a status");
    check(tillwire_test_panic(&error) == TILLWIRE_E_PANIC, "a second panic is a status");
    check(tillwire_error_int(error, TILLWIRE_ERROR_CODE, &code) == TILLWIRE_OK, "the error has a code");
    check(code == TILLWIRE_E_PANIC, "the code is that of a panic");
    check(tillwire_error_text(error, TILLWIRE_ERROR_MESSAGE, NULL) != NULL, "the error has a message");
    tillwire_error_free(error);
}

int main(void)
{
    versions_fit();
    a_panic_is_contained();
    printf("tillwire %s: %s\n", tillwire_version(), failures == 0 ? "all well" : "FAILED");
    return failures == 0 ? 0 : 1;
}

/* Every function by its address, every error code as a case; run, it compares header and library.
 *
 * functions.inc and codes.inc are made from the list of symbols and the header when the test runs. */
#include "tillwire.h"

typedef void (*any_function)(void);

#ifdef __cplusplus
#define AS_ANY(function) reinterpret_cast<any_function>(function)
#else
#define AS_ANY(function) ((any_function)(function))
#endif

int codes_differ(int32_t code);
int functions_missing(void);

int codes_differ(int32_t code)
{
    switch (code) {
    case TILLWIRE_OK:
    case TILLWIRE_ABSENT:
#define CODE(name) case name:
#include "codes.inc"
#undef CODE
        return 1;
    default:
        return 0;
    }
}

int functions_missing(void)
{
    static const any_function all[] = {
#define DECLARED(name) AS_ANY(name),
#include "functions.inc"
#undef DECLARED
    };
    size_t i;
    for (i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (!all[i]) {
            return 1;
        }
    }
    return 0;
}

int main(void)
{
    if (functions_missing() || !codes_differ(TILLWIRE_OK)) {
        return 1;
    }
    return tillwire_abi_version() == TILLWIRE_ABI_VERSION ? 0 : 2;
}

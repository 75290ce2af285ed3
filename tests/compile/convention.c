/* Compiled with stdcall as the default: the functions of the header must still be __cdecl. */
#include "tillwire.h"

#define CDECL __attribute__((cdecl))

int32_t(CDECL *const abi_version)(void) = 0;

void CDECL use(tillwire_error **error);

void CDECL use(tillwire_error **error)
{
    int32_t(CDECL * test_panic)(tillwire_error **) = tillwire_test_panic;
    const char *(CDECL * error_text)(const tillwire_error *, int32_t, size_t *) = tillwire_error_text;
    if (test_panic(error) != TILLWIRE_OK && abi_version) {
        error_text(*error, TILLWIRE_ERROR_MESSAGE, 0);
    }
}

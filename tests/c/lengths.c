/* Lengths that no memory has, with pointers that are fine: refused before anything is read. A length of -1 from a
 * failed read() arrives as SIZE_MAX, one from a 32-bit int as 4294967295. */
#include "check.h"

#include <limits.h>

static const size_t impossible[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX / 2 + 1, SIZE_MAX / 2, SIZE_MAX / 2 - 1,
                                    UINT32_MAX, (size_t)INT32_MAX};

int main(void) {
    tillwire_verifier *verifier = atlas_verifier(0, 0, 0);
    tillwire_headers *headers = bearer_headers();
    size_t i;
    for (i = 0; i < sizeof impossible / sizeof *impossible; i++) {
        const size_t len = impossible[i];
        const int32_t too_large = len > SIZE_MAX / 2 ? TILLWIRE_E_ARGUMENT : TILLWIRE_E_BODY_TOO_LARGE;
        const uint8_t body[] = "{}";
        tillwire_settings *settings = NULL;
        tillwire_event *event = UNTOUCHED;
        tillwire_headers *signed_headers = UNTOUCHED;
        int32_t index = 9, assurance = 9;

        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add(headers, "a", "b", len, &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_headers_add_block(headers, "a: b\n", len, &error));
        CHECK_CALL(TILLWIRE_OK, tillwire_settings_new(TILLWIRE_PLATFORM_FIRE, &settings, &error));
        CHECK_CALL(TILLWIRE_E_ARGUMENT, tillwire_settings_add_secret(settings, "a", len, &error));
        tillwire_settings_free(settings);

        CHECK_CALL(too_large, tillwire_verifier_open(verifier, headers, body, len, 0, &event, &error));
        CHECK(event == NULL);
        event = UNTOUCHED;
        CHECK_CALL(too_large, tillwire_verifier_decode_unverified(verifier, NULL, body, len, &event, &error));
        CHECK(event == NULL);
        CHECK_CALL(too_large, tillwire_verifier_verify(verifier, headers, body, len, 0, &index, &assurance, &error));
        CHECK(index == 0 && assurance == 0);
        CHECK_CALL(too_large, tillwire_verifier_sign(verifier, body, len, 0, &signed_headers, &error));
        CHECK(signed_headers == NULL);
    }
    /* Nothing of it was kept. */
    CHECK_CALL(TILLWIRE_OK, tillwire_verifier_verify(verifier, headers, NULL, 0, 0, NULL, NULL, &error));
    tillwire_headers_free(headers);
    tillwire_verifier_free(verifier);
    return 0;
}

/* A defect inside the library becomes a status: many times, and in many threads at once. */
#include "check.h"

#include <pthread.h>

#define THREADS 8

static void *defects(void *rounds) {
    int left = *(const int *)rounds;
    while (left-- > 0) {
        CHECK_CALL(TILLWIRE_E_PANIC, tillwire_test_panic(&error));
        CHECK_INT(tillwire_test_panic(NULL), TILLWIRE_E_PANIC);
    }
    return NULL;
}

int main(void) {
    int rounds = quick() ? 20 : 500, i;
    pthread_t threads[THREADS];
    tillwire_error *error = NULL;
    tillwire_verifier *verifier;

    defects(&rounds);
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, defects, &rounds) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }

    CHECK_INT(tillwire_test_panic(&error), TILLWIRE_E_PANIC);
    CHECK(error_text(error, TILLWIRE_ERROR_HINT) != NULL);
    CHECK(error_text(error, TILLWIRE_ERROR_PATH) == NULL);
    tillwire_error_free(error);
    /* The library still works. */
    verifier = atlas_verifier(0, 0, 0);
    tillwire_verifier_free(verifier);
    return 0;
}

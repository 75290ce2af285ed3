/* The floor under SHA-256: a block is 32 instructions of two rounds, each of which needs the result of the last. */
#include "order.h"

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#include <immintrin.h>

int rounds_possible(void) {
    unsigned a, b, c, d;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1);
}

__attribute__((target("sha,sse4.1"))) uint32_t rounds_run(int blocks) {
    __m128i first = _mm_set_epi32(1, 2, 3, 4), second = _mm_set_epi32(5, 6, 7, 8), words = _mm_set_epi32(9, 10, 11, 12);
    for (; blocks > 0; blocks--) {
        int pair;
        for (pair = 0; pair < 16; pair++) {
            first = _mm_sha256rnds2_epu32(first, second, words);
            second = _mm_sha256rnds2_epu32(second, first, words);
        }
    }
    return (uint32_t)_mm_extract_epi32(_mm_xor_si128(first, second), 0);
}
#else
int rounds_possible(void) {
    return 0;
}

uint32_t rounds_run(int blocks) {
    return (uint32_t)blocks;
}
#endif

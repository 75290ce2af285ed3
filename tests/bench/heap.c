/* Counts what is on the heap. The linker puts these in the place of the C library's functions (--wrap). */
#include <malloc.h>
#include <stddef.h>

#include "order.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
int __real_posix_memalign(void **place, size_t alignment, size_t size);
void __real_free(void *block);

static int counting;
static size_t now, peak;

static void add(const void *block) {
    now += malloc_usable_size((void *)block);
    if (now > peak)
        peak = now;
}

void *__wrap_malloc(size_t size) {
    void *block = __real_malloc(size);
    if (counting && block)
        add(block);
    return block;
}

void *__wrap_calloc(size_t count, size_t size) {
    void *block = __real_calloc(count, size);
    if (counting && block)
        add(block);
    return block;
}

void *__wrap_realloc(void *old, size_t size) {
    size_t before = counting && old ? malloc_usable_size(old) : 0;
    void *block = __real_realloc(old, size);
    if (counting && block) {
        /* A block that moved was there twice for a moment; one that grew in place was not. */
        if (block == old)
            now -= before;
        add(block);
        if (block != old)
            now -= before;
    }
    return block;
}

int __wrap_posix_memalign(void **place, size_t alignment, size_t size) {
    int status = __real_posix_memalign(place, alignment, size);
    if (counting && status == 0)
        add(*place);
    return status;
}

void __wrap_free(void *block) {
    if (counting && block)
        now -= malloc_usable_size(block);
    __real_free(block);
}

void heap_start(void) {
    counting = 1;
    now = peak = 0;
}

void heap_stop(void) {
    counting = 0;
}

size_t heap_peak(void) {
    return peak;
}

size_t heap_now(void) {
    return now;
}

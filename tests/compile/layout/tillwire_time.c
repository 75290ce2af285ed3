/* A point in time: its layout is frozen. */
#include "tillwire.h"

#define IS(name, condition) typedef char name[(condition) ? 1 : -1]

IS(time_size, sizeof(tillwire_time) == 16);
IS(time_unix_ms, offsetof(tillwire_time, unix_ms) == 0);
IS(time_offset_minutes, offsetof(tillwire_time, offset_minutes) == 8);
IS(time_has_offset, offsetof(tillwire_time, has_offset) == 12);

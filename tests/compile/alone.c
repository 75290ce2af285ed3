/* The header needs nothing before it. */
#include "tillwire.h"

typedef int32_t alone;

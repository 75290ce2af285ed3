/* The header may come twice, and after the system's own headers. */
#include <stddef.h>
#include "tillwire.h"
#include "tillwire.h"

typedef size_t twice;

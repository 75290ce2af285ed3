#include <stddef.h>

/* Compilers without <stdint.h>: Visual C++ before 2010, Borland C++ before 6. Define
 * TILLWIRE_NO_STDINT for another one, or TILLWIRE_HAS_INT_TYPES if your program has already defined
 * int32_t, int64_t and uint8_t by itself. */
#if defined(TILLWIRE_HAS_INT_TYPES)
#elif defined(TILLWIRE_NO_STDINT) || (defined(_MSC_VER) && _MSC_VER < 1600) || \
    (defined(__BORLANDC__) && __BORLANDC__ < 0x0560)
#if defined(_MSC_VER) || defined(__BORLANDC__)
typedef unsigned __int8 uint8_t;
typedef signed __int32 int32_t;
typedef signed __int64 int64_t;
#elif defined(__INT64_TYPE__) && defined(__INT32_TYPE__) && defined(__UINT8_TYPE__)
typedef __UINT8_TYPE__ uint8_t;
typedef __INT32_TYPE__ int32_t;
__extension__ typedef __INT64_TYPE__ int64_t;
#else
#include <limits.h>
typedef unsigned char uint8_t;
typedef int int32_t;
#if LONG_MAX > 2147483647
typedef long int64_t;
#else
typedef long long int64_t;
#endif
#endif
#else
#include <stdint.h>
#endif

/* The calling convention: __cdecl on 32-bit Windows, whatever the compiler's default is set to. */
#if (defined(_WIN32) || defined(__WIN32__)) && !defined(_WIN64)
#define TILLWIRE_CALL __cdecl
#else
#define TILLWIRE_CALL
#endif

/* Empty, which links with the DLL and with the static library. Define TILLWIRE_DLL to save each
 * call of the DLL a jump; such a program no longer links with the static library. */
#ifndef TILLWIRE_API
#if defined(TILLWIRE_DLL) && (defined(_WIN32) || defined(__WIN32__))
#define TILLWIRE_API __declspec(dllimport)
#else
#define TILLWIRE_API
#endif
#endif

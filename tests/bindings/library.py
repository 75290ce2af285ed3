"""The library under test as the environment variable TILLWIRE_LIBRARY names it, loaded through cffi with the
declarations of include/tillwire.cdef and nothing else; and the few functions that every test here needs."""

import os
import pathlib

from cffi import FFI

ROOT = pathlib.Path(__file__).resolve().parents[2]
VECTORS = ROOT / "tests/vectors"

ffi = FFI()
ffi.cdef((ROOT / "include/tillwire.cdef").read_text(encoding="utf-8"))
lib = ffi.dlopen(os.environ["TILLWIRE_LIBRARY"])
NULL = ffi.NULL


class Failed(Exception):
    """A status other than TILLWIRE_OK, with what the error says."""

    def __init__(self, code, error):
        def said(field):
            return text(lib.tillwire_error_text(error, field, NULL))

        def number(field):
            return read("int64_t", lib.tillwire_error_int, error, field)

        self.code = code
        self.message = said(lib.TILLWIRE_ERROR_MESSAGE)
        self.hint = said(lib.TILLWIRE_ERROR_HINT)
        self.path = said(lib.TILLWIRE_ERROR_PATH)
        self.stated_code = number(lib.TILLWIRE_ERROR_CODE)
        self.offset = number(lib.TILLWIRE_ERROR_OFFSET)
        self.skew_seconds = number(lib.TILLWIRE_ERROR_SKEW_SECONDS)
        super().__init__(f"{code}: {self.message}; {self.hint}")


def constants(prefix):
    """Every constant of the header whose name begins with the prefix, by the rest of its name."""
    found = {name[len(prefix) :]: getattr(lib, name) for name in dir(lib) if name.startswith(prefix)}
    assert found, f"the header has no {prefix}"
    return found


def functions():
    """Every function of the header, by name."""
    found = {name: getattr(lib, name) for name in dir(lib) if name.startswith("tillwire_")}
    assert found, "the header has no functions"
    return found


def text(pointer):
    return ffi.string(pointer).decode() if pointer else None


def call(function, *arguments):
    error = ffi.new("tillwire_error **")
    status = function(*arguments, error)
    if status != lib.TILLWIRE_OK:
        with ffi.gc(error[0], lib.tillwire_error_free) as failure:
            raise Failed(status, failure)
    assert error[0] == NULL, "an error beside success"


def make(function, *arguments):
    """A new handle; it is freed when a `with` or the garbage collector ends it."""
    handle = ffi.new(ffi.typeof(function).args[-2])
    call(function, *arguments, handle)
    return ffi.gc(handle[0], getattr(lib, ffi.typeof(handle[0]).item.cname + "_free"))


def read(kind, getter, *where):
    """What a getter fills in, or None where that is absent."""
    out = ffi.new(kind + " *")
    status = getter(*where, out)
    assert status in (lib.TILLWIRE_OK, lib.TILLWIRE_ABSENT), status
    return out[0] if status == lib.TILLWIRE_OK else None


def verifier_for(platform, secrets, numbers=(), texts=(), locations=(), scales=()):
    """A verifier from settings: numbers and texts are pairs of setting and value, locations of canonical and actual path,
    scales of currency and digits."""
    with make(lib.tillwire_settings_new, platform) as settings:
        for setting, number in numbers:
            call(lib.tillwire_settings_set_int, settings, setting, number)
        for setting, value in texts:
            call(lib.tillwire_settings_set_text, settings, setting, value.encode())
        for canonical, actual in locations:
            call(lib.tillwire_settings_add_location, settings, canonical.encode(), actual.encode())
        for currency, digits in scales:
            call(lib.tillwire_settings_set_scale, settings, currency.encode(), digits)
        for secret in secrets:
            call(lib.tillwire_settings_add_secret, settings, secret, len(secret))
        return make(lib.tillwire_verifier_new, settings)


def headers_of(pairs, block=None):
    headers = make(lib.tillwire_headers_new)
    if block is not None:
        call(lib.tillwire_headers_add_block, headers, block, len(block))
    for name, value in pairs:
        call(lib.tillwire_headers_add, headers, name.encode(), value.encode(), len(value.encode()))
    return headers

#!/usr/bin/env python3
"""Prints an order as Atlas delivers it, and what is said of a forged delivery.

    print_order.py LIBRARY BODY.json

The declarations come from include/tillwire.cdef; the manual is include/tillwire.h. Needs cffi.
"""

import pathlib
import sys
import time

from cffi import FFI

ffi = FFI()
ffi.cdef(pathlib.Path(__file__).parents[2].joinpath("include/tillwire.cdef").read_text(encoding="utf-8"))
lib = ffi.dlopen(sys.argv[1])


class Failed(Exception):
    pass


def text(pointer):
    return ffi.string(pointer).decode() if pointer else None


def call(function, *arguments):
    """Calls a function whose last parameter takes its error, and raises that."""
    error = ffi.new("tillwire_error **")
    if function(*arguments, error) != lib.TILLWIRE_OK:
        with ffi.gc(error[0], lib.tillwire_error_free) as failure:
            message = text(lib.tillwire_error_text(failure, lib.TILLWIRE_ERROR_MESSAGE, ffi.NULL))
            hint = text(lib.tillwire_error_text(failure, lib.TILLWIRE_ERROR_HINT, ffi.NULL))
        raise Failed(f"{message}; {hint}" if hint else message)


def make(function, *arguments):
    """Calls a function that makes a handle. Leaving a `with`, or the garbage collector, frees it."""
    handle = ffi.new(ffi.typeof(function).args[-2])
    call(function, *arguments, handle)
    return ffi.gc(handle[0], getattr(lib, ffi.typeof(handle[0]).item.cname + "_free"))


def read(kind, getter, *where):
    """What a getter fills in, or None where that is absent."""
    out = ffi.new(kind + " *")
    return out[0] if getter(*where, out) == lib.TILLWIRE_OK else None


def written(format, value):
    """What a format function writes."""
    buffer = ffi.new("char[]", lib.TILLWIRE_FORMAT_SIZE)
    call(format, ffi.addressof(value), buffer, len(buffer))
    return text(buffer)


def print_order(order):
    fulfilment = read("int64_t", lib.tillwire_order_int, order, lib.TILLWIRE_ORDER_FULFILMENT)
    print(
        text(lib.tillwire_order_text(order, lib.TILLWIRE_ORDER_REFERENCE, ffi.NULL)),
        text(lib.tillwire_name(lib.TILLWIRE_NAMES_FULFILMENT, fulfilment or 0)),
    )
    for line in range(read("int64_t", lib.tillwire_order_int, order, lib.TILLWIRE_ORDER_LINE_COUNT) or 0):
        depth = read("int64_t", lib.tillwire_line_int, order, line, lib.TILLWIRE_LINE_DEPTH)
        quantity = read("tillwire_money", lib.tillwire_line_money, order, line, lib.TILLWIRE_LINE_QUANTITY)
        count = written(lib.tillwire_quantity_format, quantity) if quantity else "?"
        name = text(lib.tillwire_line_text(order, line, lib.TILLWIRE_LINE_NAME, ffi.NULL))
        print(f"{'    ' * depth}{count} x {name}")
    total = read("tillwire_money", lib.tillwire_order_money, order, lib.TILLWIRE_ORDER_TOTAL)
    if total:
        print("Total", written(lib.tillwire_money_format, total), text(total.currency))


def receive(verifier, headers, body):
    with make(lib.tillwire_headers_new) as received:
        for name, value in headers.items():
            call(lib.tillwire_headers_add, received, name.encode(), value.encode(), len(value.encode()))
        with make(lib.tillwire_verifier_open, verifier, received, body, len(body), int(time.time())) as event:
            for position in range(read("int64_t", lib.tillwire_event_int, event, lib.TILLWIRE_EVENT_ORDER_COUNT)):
                print_order(lib.tillwire_event_order(event, position))


body = pathlib.Path(sys.argv[2]).read_bytes()
token = "the token that was agreed with Atlas"
with make(lib.tillwire_settings_new, lib.TILLWIRE_PLATFORM_ATLAS) as settings:
    call(lib.tillwire_settings_add_secret, settings, token.encode(), len(token.encode()))
    verifier = make(lib.tillwire_verifier_new, settings)
with verifier:
    receive(verifier, {"Host": "till.example", "Authorization": f"Bearer {token}"}, body)
    try:
        receive(verifier, {"Authorization": "Bearer guessed"}, body)
    except Failed as failure:
        print("Refused:", failure)

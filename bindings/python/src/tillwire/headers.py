"""The headers of a delivery or answer, from whatever a Python program has them in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, Union

from ._library import NULL, ffi, lib
from .errors import call, maker


class HasItems(Protocol):
    """A mapping, or what Python's HTTP servers and frameworks have headers in."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Pairs of name and value."""


#: What has `items()` (a dict, the headers of `http.server`, Flask, Django, requests), pairs (ASGI), or the raw block of
#: "Name: value" lines.
Headers = Union[HasItems, Iterable["tuple[str | bytes, str | bytes]"], bytes]

_new = maker(lib.tillwire_headers_new, lib.tillwire_headers_free)
_add = lib.tillwire_headers_add


def _value(value: str | bytes) -> bytes:
    if isinstance(value, bytes):
        return value
    try:
        # What Python's HTTP servers decoded it from.
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()


def packed(headers: Any, limit: int | None = None) -> Any:
    """Headers as the library takes them, at most `limit` where that is set."""
    if headers is None:
        return NULL
    made = _new()
    if limit is not None:
        call(lib.tillwire_headers_set_limit, made, limit)
    if isinstance(headers, (bytes, bytearray, memoryview)):
        block = bytes(headers)
        call(lib.tillwire_headers_add_block, made, block, len(block))
        return made
    for name, value in headers.items() if hasattr(headers, "items") else headers:
        given = _value(value)
        name = name if isinstance(name, bytes) else name.encode()
        if b"\0" in name or _add(made, name, given, len(given), NULL):
            # The name is cut at a NUL, which no header has.
            call(_add, made, name.replace(b"\0", b" "), given, len(given))
    return made


def pairs(headers: Any) -> list[tuple[str, bytes]]:
    """The headers that the library made, in their order."""
    found: list[tuple[str, bytes]] = []
    length = ffi.new("size_t *")
    while name := lib.tillwire_headers_name(headers, len(found), NULL):
        value = lib.tillwire_headers_value(headers, len(found), length)
        found.append((ffi.string(name).decode(), bytes(ffi.buffer(value, length[0]))))
    return found

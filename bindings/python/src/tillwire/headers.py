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
        key = name.encode() if isinstance(name, str) else name
        try:
            # What Python's HTTP servers decoded it from.
            given = value.encode("latin-1") if isinstance(value, str) else value
        except UnicodeEncodeError:
            given = value.encode()
        # The library reads a name up to a NUL, which no header has.
        if _add(made, key, given, len(given), NULL) or b"\0" in key:
            call(_add, made, key.replace(b"\0", b" "), given, len(given))
    return made


def pairs(headers: Any) -> list[tuple[str, bytes]]:
    """The headers that the library made, in their order."""
    found: list[tuple[str, bytes]] = []
    length = ffi.new("size_t *")
    while name := lib.tillwire_headers_name(headers, len(found), NULL):
        value = lib.tillwire_headers_value(headers, len(found), length)
        found.append((ffi.string(name).decode(), bytes(ffi.buffer(value, length[0]))))
    return found

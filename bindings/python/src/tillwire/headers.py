"""The headers of a delivery or answer, from whatever a Python program has them in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
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

_new = maker(lib.tillwire_headers_new)
_add, _add_block, free = lib.tillwire_headers_add, lib.tillwire_headers_add_block, lib.tillwire_headers_free
# What a name is made of, as RFC 9110 has it.
_is_name = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
# Names that were looked at, since deliveries have the same ones; some of them, since anyone may send others.
_seen: set[str] = set()
_SEEN, _LONGEST = 256, 64


def packed(headers: Any, limit: int | None = None) -> Any:
    """Headers as the library takes them, at most `limit` where that is set."""
    return ffi.gc(lent(headers, limit), free)


def lent(headers: Any, limit: int | None = None) -> Any:
    """The same, to be freed by the caller."""
    if headers is None:
        return NULL
    made = _new()
    try:
        if limit is not None:
            call(lib.tillwire_headers_set_limit, made, limit)
        _fill(made, headers)
    except BaseException:
        free(made)
        raise
    return made


def _fill(made: Any, headers: Any) -> None:
    pairs: Any = None
    if isinstance(headers, dict):
        pairs = headers.items()
        block = _block(headers, pairs)
    elif isinstance(headers, (bytes, bytearray, memoryview)):
        block = bytes(headers)
    else:
        pairs = list(headers.items() if hasattr(headers, "items") else headers)
        block = _block([name for name, _ in pairs], pairs)
    if block is not None:
        if _add_block(made, block, len(block), NULL):
            call(_add_block, made, block, len(block))
        return
    for name, value in pairs:
        key = name.encode() if isinstance(name, str) else name
        try:
            # What Python's HTTP servers decoded it from.
            given = value.encode("latin-1") if isinstance(value, str) else value
        except UnicodeEncodeError:
            given = value.encode()
        # The library reads a name up to a NUL, which no header has.
        if _add(made, key, given, len(given), NULL) or b"\0" in key:
            call(_add, made, key.replace(b"\0", b" "), given, len(given))


def _are_names(names: Collection[str]) -> bool:
    """Whether these are names, which are kept while there is room."""
    if not all(map(_is_name, names)):
        return False
    if len(_seen) + len(names) <= _SEEN and max(map(len, names)) <= _LONGEST:
        _seen.update(names)
    return True


def _block(names: Collection[Any], pairs: Collection[Any]) -> bytes | None:
    """Pairs as one block, which is one call instead of many; None where a pair has to be looked at by itself."""
    try:
        lines = "\n".join(map(": ".join, pairs))
        # Such lines say what header by header would, and none goes on in the next.
        named = _seen.issuperset(names) or _are_names(names)
        plain = named and lines.count("\n") == len(pairs) - 1 and "\r" not in lines and "\0" not in lines
        return lines.encode("latin-1") if plain else None
    except (TypeError, UnicodeEncodeError):
        return None


def pairs(headers: Any) -> list[tuple[str, bytes]]:
    """The headers that the library made, in their order."""
    found: list[tuple[str, bytes]] = []
    length = ffi.new("size_t *")
    while name := lib.tillwire_headers_name(headers, len(found), NULL):
        value = lib.tillwire_headers_value(headers, len(found), length)
        found.append((ffi.string(name).decode(), bytes(ffi.buffer(value, length[0]))))
    return found

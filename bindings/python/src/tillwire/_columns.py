"""One field of all parts of an order: a single call of the library for all lines, where a call for each would take longer."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ._library import NULL, ffi, lib, string
from .errors import call
from .money import Money

_decode = json.JSONDecoder().raw_decode
_allocate = ffi.new_allocator(should_clear_after_alloc=False)
_BUFFER, _LENGTH = ffi.typeof("char[]"), ffi.typeof("size_t *")
# Enough for most orders; a longer column is asked for a second time.
_ROOM = 4096

_tuple = tuple.__new__


def column(order: Any, field: int) -> list[Any]:
    """The values of a field, as JSON has them: one for each part that has such a field, or one for the order."""
    buffer, length = _allocate(_BUFFER, _ROOM), _allocate(_LENGTH)
    if lib.tillwire_order_column(order, field, buffer, _ROOM, length, NULL) < 0:
        room = max(_ROOM, length[0] + 1)
        buffer = _allocate(_BUFFER, room)
        call(lib.tillwire_order_column, order, field, buffer, room, NULL)
    values: list[Any] = _decode(string(buffer).decode())[0]
    return values


def as_they_are(values: list[Any]) -> list[Any]:
    """Texts and numbers."""
    return values


def moneys(values: list[Any]) -> list[Any]:
    """Amounts: their digits, and after a space their currency."""
    made: list[Any] = []
    for value in values:
        if value is None:
            made.append(None)
        else:
            amount, _, currency = value.partition(" ")
            made.append(_tuple(Money, (Decimal(amount), currency or None)))
    return made


def decimals(values: list[Any]) -> list[Any]:
    """Plain decimals."""
    return [None if value is None else Decimal(value) for value in values]


def tuples(values: list[Any]) -> list[Any]:
    """Lists of texts."""
    return list(map(tuple, values))


class Columns(dict):  # type: ignore[type-arg]
    """What was read so far of the parts of an order, by field."""

    __slots__ = ("_order",)

    def __init__(self, order: Any) -> None:
        self._order = order

    def read(self, field: int, convert: Callable[[list[Any]], list[Any]]) -> list[Any]:
        """Reads a column. The caller holds the order's memory."""
        self[field] = values = convert(column(self._order, field))
        return values

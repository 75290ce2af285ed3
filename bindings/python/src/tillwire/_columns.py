"""What the parts of an order say, field by field: a single call of the library for all lines, where one for each would take
longer. A column is kept until what the order was read from is closed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ._handle import Handle
from ._library import NULL, ffi, lib, string
from .errors import ClosedError, call

_decode = json.JSONDecoder().raw_decode
_allocate = ffi.new_allocator(should_clear_after_alloc=False)
_BUFFER, _LENGTH = ffi.typeof("char[]"), ffi.typeof("size_t *")
_columns = lib.tillwire_order_columns
Conversions = Mapping[int, Callable[["list[Any]"], "list[Any]"]]
# Enough for most orders; longer columns are asked for again, with more room, and then with as much as they take.
_ROOM = 4096


def columns(order: Any, fields: Sequence[int]) -> list[Any]:
    """The values of some fields, as JSON has them: for each a list with one value for each part that has such a field, or
    with that of the order.
    """
    count, buffer = len(fields), _allocate(_BUFFER, _ROOM)
    if _columns(order, fields, count, buffer, _ROOM, NULL, NULL) < 0:
        length, room = _allocate(_LENGTH), 16 * _ROOM
        buffer = _allocate(_BUFFER, room)
        if _columns(order, fields, count, buffer, room, length, NULL) < 0:
            room = max(room, length[0] + 1)
            buffer = _allocate(_BUFFER, room)
            call(_columns, order, fields, count, buffer, room, NULL)
    found: list[Any] = _decode(string(buffer).decode())[0]
    return found


def _closed() -> ClosedError:
    return ClosedError("what this was read from was closed")


class Columns(dict):  # type: ignore[type-arg]
    """What was read so far of the parts of one order, by the number of the field: a value for each part."""

    __slots__ = ("_conversions", "_held", "_order")

    def __init__(self, held: Any, order: Any, conversions: Conversions) -> None:
        self._held, self._order, self._conversions = held, order, conversions

    def __missing__(self, field: int) -> list[Any]:
        return self.read((field,))[0]

    def read(self, fields: Sequence[int]) -> list[list[Any]]:
        """Reads some columns in one call, and keeps them."""
        held, conversions = self._held, self._conversions
        if held is None:
            raise _closed()
        found = columns(self._order, fields)
        for position, field in enumerate(fields):
            if field in conversions:
                found[position] = conversions[field](found[position])
            self[field] = found[position]
        if self._held is None:
            # Closed meanwhile, in another thread.
            self.clear()
        return found

    def alive(self) -> tuple[Any, Any]:
        """What keeps the memory, and the order in it."""
        held = self._held
        if held is None:
            raise _closed()
        return held, self._order

    def close(self) -> None:
        """Nothing more is read, and nothing that was read is given again."""
        self._held = None
        self.clear()


class Lender(Handle):
    """A handle with orders in it, whose parts are read until it is closed."""

    __slots__ = ("_columns",)

    def __init__(self, handle: Any) -> None:
        super().__init__(handle)
        self._columns: dict[Any, Columns] = {}

    def _columns_of(self, order: Any, conversions: Conversions) -> Columns:
        """What was read of the parts of an order in it, by the order's pointer."""
        found = self._columns.get(order)
        if found is None:
            found = self._columns.setdefault(order, Columns(self._alive(), order, conversions))
        return found

    def _order_dict(self, where: Any) -> Any:
        """The order at a place, as JSON has it."""
        raise NotImplementedError

    def close(self) -> None:
        """Ends it, and with it everything that was read from it. Closing again does nothing."""
        super().close()
        for columns in list(self._columns.values()):
            columns.close()
        self._columns.clear()

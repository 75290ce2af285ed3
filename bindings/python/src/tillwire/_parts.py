"""The parts of an order, such as its lines: each says by its position what stands in the columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from ._columns import Columns
from ._library import OK, ffi, lib
from ._read import Fields, Made, moment

_PartT = TypeVar("_PartT", bound="Part")
_TIME = ffi.typeof("tillwire_time *")


class Part:
    """A part of an order, by its position from 0."""

    __slots__ = ("_columns", "position")
    # The fields that have a column, by name.
    _numbers: ClassVar[dict[str, int]] = {}

    def __init__(self, columns: Columns, position: int) -> None:
        self._columns = columns
        #: The position in its list, from 0.
        self.position = position

    def _time(self, field: int) -> datetime | None:
        """Only steps have times, and there are few."""
        _held, order = self._columns.alive()
        out = ffi.new(_TIME)
        return moment(out) if lib.tillwire_step_time(order, self.position, field, out) == OK else None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.position}>"


class Parts(Made[_PartT]):
    """The parts of one kind of an order, as a sequence."""

    __slots__ = ("_columns", "_count", "_kind", "_order")

    def __init__(self, kind: type[_PartT], columns: Columns, order: Fields, count: int) -> None:
        self._kind, self._columns, self._order, self._count = kind, columns, order, count

    def __len__(self) -> int:
        return self._order._int_always(self._count)

    def _made(self, position: int) -> _PartT:
        return self._kind(self._columns, position)

    def __iter__(self) -> Iterator[_PartT]:
        # As `_made` does, in half the time.
        new, kind, columns = object.__new__, self._kind, self._columns
        for position in range(len(self)):
            part = new(kind)
            part._columns = columns
            part.position = position
            yield part

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of the kind {self._kind.__name__}>"

    def values(self, *names: str) -> list[tuple[Any, ...]]:
        """Some fields of every part, as in `for name, quantity in order.lines.values("name", "quantity")`: the fastest way to
        many orders, since the library is asked once for all of it.

        Raises:
            AttributeError: where the parts have no such field.
        """
        columns = self._columns
        try:
            numbers = self._kind._numbers
            fields = [numbers[name] for name in names]
        except KeyError:
            fields = []
        if not fields:
            for name in names:
                getattr(self._kind, name)
            return [tuple([getattr(part, name) for name in names]) for part in self]
        if not columns:
            return list(zip(*columns.read(fields)))
        missing = [field for field in fields if field not in columns]
        if missing:
            columns.read(missing)
        return list(zip(*[columns[field] for field in fields]))

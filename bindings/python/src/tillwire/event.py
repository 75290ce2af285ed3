"""One delivery, decoded: what happened, and the orders or other things it happened to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from ._columns import Lender
from ._fields import EventFields, ProblemFields, SubjectFields
from ._library import ABSENT, NULL, ffi, given, lib, string
from ._read import Fields, Items
from .codes import Key
from .errors import call, kept
from .money import Money, money_of
from .order import Order

#: Scale of an amount by path: the one in which the platform states amounts at that place.
SCALE_BY_PLACE: int = lib.TILLWIRE_SCALE_BY_PLACE
_INT = ffi.typeof("int64_t *")
_order = lib.tillwire_event_order


class Event(Lender, EventFields):
    """One delivery, decoded. What was read from it can be used until it is closed."""

    __slots__ = ()
    _texts, _times, _ints = lib.tillwire_event_text, lib.tillwire_event_time, lib.tillwire_event_int

    @property
    def _owner(self) -> Lender:  # type: ignore[override]
        return self

    @property
    def _at(self) -> tuple[Any, ...]:  # type: ignore[override]
        return (self._alive(),)

    @property
    def orders(self) -> Sequence[Order]:
        """The orders of the event."""
        count = self._int_always(lib.TILLWIRE_EVENT_ORDER_COUNT)
        return Items(count, lambda position: Order(self, lib.tillwire_event_order(self._alive(), position), position))

    @property
    def order(self) -> Order | None:
        """The first order, which most events have alone; None where there is none."""
        pointer = _order(self._handle or self._alive(), 0)
        return Order(self, pointer, 0) if pointer else None

    @property
    def problems(self) -> Sequence[Problem]:
        """The oddities that were noted, at most 64; they cost nothing else."""
        return Items(self._int_always(lib.TILLWIRE_EVENT_PROBLEM_COUNT), partial(Problem, self))

    @property
    def subjects(self) -> Sequence[Subject]:
        """What an event about other things than orders is about."""
        return Items(self._int_always(lib.TILLWIRE_EVENT_SUBJECT_COUNT), partial(Subject, self))

    def key(self, key: Key = Key.CONTENT, position: int = 0) -> str | None:
        """A key of the order at a position, by which repeats are told from news; None where the platform's marks give no
        such key, or there is no such order. Compare it with the key that was applied last to the same order."""
        event, cap = self._alive(), lib.TILLWIRE_KEY_SIZE
        while True:
            buffer = ffi.new("char[]", cap)
            status = lib.tillwire_event_key(event, position, key, buffer, cap, NULL)
            if status != lib.TILLWIRE_E_BUFFER:
                break
            cap *= 2
        if status < 0:
            call(lib.tillwire_event_key, event, position, key, buffer, cap)
        return None if status == ABSENT else string(buffer).decode()

    @property
    def body(self) -> bytes:
        """The body as it was received."""
        length, event = ffi.new("size_t *"), self._alive()
        return bytes(ffi.buffer(lib.tillwire_event_body(event, length), length[0]))

    def raw(self, path: str) -> bytes | None:
        """Any value of the document by path, as in `$.order_items[0].brand.label`: the JSON text that stands in the body.
        None where there is no such value."""
        length, event = ffi.new("size_t *"), self._alive()
        found = lib.tillwire_event_raw(event, given(path), length)
        return bytes(ffi.buffer(found, length[0])) if found else None

    def value(self, path: str) -> Any:
        """Any value of the document by path, numbers with decimals as `Decimal`. None where there is no such value."""
        found = self.raw(path)
        return None if found is None else json.loads(found, parse_float=Decimal)

    def money(self, path: str, scale: int = SCALE_BY_PLACE) -> Money | None:
        """Any amount of the document by path, exactly. `scale` is the number of decimal places that the last digit stands
        for, 0 to 28, or by default the unit in which the platform states amounts at that place. None where there is no
        such value.

        Raises:
            AmountError: where the platform publishes no unit for that place, the value is no number, or does not fit.
        """
        out = ffi.new("tillwire_money *")
        return None if call(lib.tillwire_event_money, self._alive(), given(path), scale, out) else money_of(out)

    def json(self) -> str:
        """The whole event as JSON text. Amounts are text, so that they stay exact."""
        return kept(lib.tillwire_event_json, self._alive()) or ""

    def to_dict(self) -> dict[str, Any]:
        """The whole event as JSON has it. Amounts are text, so that they stay exact."""
        whole: dict[str, Any] = json.loads(self.json())
        return whole

    def _order_dict(self, where: int) -> Any:
        return self.to_dict()["orders"][where]

    def __repr__(self) -> str:
        return "<Event, closed>" if self.closed else f"<Event {self.kind.name}>"


class _Part(Fields):
    """A part of an event, by its position from 0."""

    __slots__ = ("_at", "_owner")

    def __init__(self, event: Event, position: int) -> None:
        self._owner, self._at = event, (event._alive(), position)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._at[1]}>"


class Problem(_Part, ProblemFields):
    """Something odd in a document."""

    __slots__ = ()
    _texts, _ints = lib.tillwire_problem_text, lib.tillwire_problem_int


class Subject(_Part, SubjectFields):
    """What an event about other things than orders is about."""

    __slots__ = ()
    _texts, _times, _ints = lib.tillwire_subject_text, lib.tillwire_subject_time, lib.tillwire_subject_int

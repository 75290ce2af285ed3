"""The common order and its parts, read when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from ._columns import Columns, as_they_are, column, decimals, moneys, tuples
from ._fields import AdjustmentFields, LineFields, OrderFields, PartyFields, PaymentFields, StepFields
from ._handle import Handle
from ._library import NULL, lib, string
from ._read import Fields, Items
from .money import Money

_PartT = TypeVar("_PartT", bound="_Part")


class Order(OrderFields):
    """An order. It can be read until what it was read from is closed."""

    __slots__ = ("_at", "_load", "_owner")
    _texts, _moneys = lib.tillwire_order_text, lib.tillwire_order_money
    _times, _ints = lib.tillwire_order_time, lib.tillwire_order_int

    def __init__(self, owner: Handle, pointer: Any, load: Callable[[], Any]) -> None:
        self._owner, self._at, self._load = owner, (pointer,), load

    @property
    def lines(self) -> Sequence[Line]:
        """The lines in the order of printing: each is followed by its children, which say their `depth` and `parent`."""
        return self._parts(lib.TILLWIRE_ORDER_LINE_COUNT, Line)

    @property
    def payments(self) -> Sequence[Payment]:
        """What was paid, or how it is to be paid."""
        return self._parts(lib.TILLWIRE_ORDER_PAYMENT_COUNT, Payment)

    @property
    def parties(self) -> Sequence[Party]:
        """The people of the order: customers' details, to be kept out of logs."""
        return self._parts(lib.TILLWIRE_ORDER_PARTY_COUNT, Party)

    @property
    def steps(self) -> Sequence[Step]:
        """The kitchen's journey as far as it is reported, first to last."""
        return self._parts(lib.TILLWIRE_ORDER_STEP_COUNT, Step)

    @property
    def adjustments(self) -> Sequence[Adjustment]:
        """Taxes, fees and discounts one by one; parts of the totals, not to be added to them."""
        return self._parts(lib.TILLWIRE_ORDER_ADJUSTMENT_COUNT, Adjustment)

    def to_dict(self) -> dict[str, Any]:
        """The whole order as JSON has it. Amounts are text, so that they stay exact."""
        self._owner._alive()
        whole: dict[str, Any] = self._load()
        return whole

    def _parts(self, count: int, kind: type[_PartT]) -> Sequence[_PartT]:
        return Parts(self, kind, self._int_always(count))

    def _beyond(self, field: int) -> Money:
        _held = self._owner._alive()
        amount: Money = moneys(column(self._at[0], field))[0]
        return amount

    def __repr__(self) -> str:
        return f"<Order {self._text(lib.TILLWIRE_ORDER_ID)}>" if not self._owner.closed else "<Order, closed>"


class Parts(Items[_PartT]):
    """The parts of one kind. Those that come of a loop share what is read of them, field by field."""

    __slots__ = ("_kind", "_looped", "_order")

    def __init__(self, order: Order, kind: type[_PartT], count: int) -> None:
        self._order, self._kind, self._count = order, kind, count
        self._make = partial(kind, order, None)
        self._looped: Callable[[int], _PartT] | None = None

    def __iter__(self) -> Iterator[_PartT]:
        make = self._looped
        if make is None:
            self._looped = make = partial(self._kind, self._order, Columns(self._order._at[0]))
        return map(make, range(self._count))


class _Part(Fields):
    """A part of an order, by its position from 0."""

    __slots__ = ("_columns", "_order", "_owner", "position")

    def __init__(self, order: Order, columns: Columns | None, position: int) -> None:
        self._owner, self._order, self._columns = order._owner, order, columns
        #: The position in its list, from 0.
        self.position = position

    @property
    def _at(self) -> tuple[Any, ...]:  # type: ignore[override]
        return (self._order._at[0], self.position)

    # What `Fields` does, and in a loop in one call for all parts; lines are read often, so each does it by itself.

    def _text(self, field: int) -> Any:
        _held = self._owner._handle or self._owner._alive()
        columns = self._columns
        if columns is None:
            text = self._texts(self._order._at[0], self.position, field, NULL)
            return string(text).decode() if text else None
        return (columns.get(field) or columns.read(field, as_they_are))[self.position]

    def _int(self, field: int) -> Any:
        _held = self._owner._handle or self._owner._alive()
        columns = self._columns
        if columns is None:
            return super()._int(field)
        return (columns.get(field) or columns.read(field, as_they_are))[self.position]

    def _money(self, field: int) -> Any:
        _held = self._owner._handle or self._owner._alive()
        columns = self._columns
        if columns is None:
            return super()._money(field)
        return (columns.get(field) or columns.read(field, moneys))[self.position]

    def _decimal(self, field: int) -> Any:
        _held = self._owner._handle or self._owner._alive()
        columns = self._columns
        if columns is None:
            return super()._decimal(field)
        return (columns.get(field) or columns.read(field, decimals))[self.position]

    def _list(self, field: int) -> Any:
        _held = self._owner._handle or self._owner._alive()
        columns = self._columns
        if columns is None:
            return super()._list(field)
        return (columns.get(field) or columns.read(field, tuples))[self.position]

    def _beyond(self, field: int) -> Money:
        _held = self._owner._alive()
        amount: Money = moneys(column(self._order._at[0], field))[self.position]
        return amount

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.position}>"


class Line(_Part, LineFields):
    """A line of an order."""

    __slots__ = ()
    _texts, _moneys, _ints = lib.tillwire_line_text, lib.tillwire_line_money, lib.tillwire_line_int


class Payment(_Part, PaymentFields):
    """A payment of an order."""

    __slots__ = ()
    _texts, _moneys, _ints = lib.tillwire_payment_text, lib.tillwire_payment_money, lib.tillwire_payment_int


class Party(_Part, PartyFields):
    """A person of an order: customers' details, to be kept out of logs."""

    __slots__ = ()
    _texts, _ints = lib.tillwire_party_text, lib.tillwire_party_int


class Step(_Part, StepFields):
    """A step of the kitchen's journey."""

    __slots__ = ()
    _texts, _times, _ints = lib.tillwire_step_text, lib.tillwire_step_time, lib.tillwire_step_int


class Adjustment(_Part, AdjustmentFields):
    """A tax, fee or discount of an order."""

    __slots__ = ()
    _texts, _moneys, _ints = lib.tillwire_adjustment_text, lib.tillwire_adjustment_money, lib.tillwire_adjustment_int

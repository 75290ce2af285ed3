"""The common order and its parts, read when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from ._fields import AdjustmentFields, LineFields, OrderFields, PartyFields, PaymentFields, StepFields
from ._handle import Handle
from ._library import NULL, OK, ffi, lib, string
from ._read import Fields, Items
from .money import Money, exact, money_of

_PartT = TypeVar("_PartT", bound="_Part")
_new, _MONEY = ffi.new, ffi.typeof("tillwire_money *")


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
        return Items(self._int_always(count), partial(kind, self))

    def _document(self) -> Any:
        return self.to_dict()

    def __repr__(self) -> str:
        return f"<Order {self._text(lib.TILLWIRE_ORDER_ID)}>" if not self._owner.closed else "<Order, closed>"


class _Part(Fields):
    """A part of an order, by its position from 0."""

    __slots__ = ("_order", "_owner", "_pointer", "position")
    _list_name = ""

    def __init__(self, order: Order, position: int) -> None:
        self._owner, self._order, self._pointer = order._owner, order, order._at[0]
        #: The position in its list, from 0.
        self.position = position

    @property
    def _at(self) -> tuple[Any, ...]:  # type: ignore[override]
        return (self._pointer, self.position)

    # Lines are read field by field, and there are many: these do what `Fields` does, in fewer steps.

    def _text(self, field: int) -> str | None:
        _held = self._owner._handle or self._owner._alive()
        text = self._texts(self._pointer, self.position, field, NULL)
        return string(text).decode() if text else None

    def _money(self, field: int) -> Money | None:
        _held = self._owner._handle or self._owner._alive()
        out = _new(_MONEY)
        if self._moneys(self._pointer, self.position, field, out) == OK:
            return money_of(out)
        return super()._money(field)

    def _decimal(self, field: int) -> Decimal | None:
        _held = self._owner._handle or self._owner._alive()
        out = _new(_MONEY)
        if self._moneys(self._pointer, self.position, field, out) == OK:
            return exact(out.units, out.scale)
        return super()._decimal(field)

    def _document(self) -> Any:
        return self._order.to_dict()[self._list_name][self.position]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.position}>"


class Line(_Part, LineFields):
    """A line of an order."""

    __slots__ = ()
    _list_name = "lines"
    _texts, _moneys, _ints = lib.tillwire_line_text, lib.tillwire_line_money, lib.tillwire_line_int


class Payment(_Part, PaymentFields):
    """A payment of an order."""

    __slots__ = ()
    _list_name = "payments"
    _texts, _moneys, _ints = lib.tillwire_payment_text, lib.tillwire_payment_money, lib.tillwire_payment_int


class Party(_Part, PartyFields):
    """A person of an order: customers' details, to be kept out of logs."""

    __slots__ = ()
    _list_name = "parties"
    _texts, _ints = lib.tillwire_party_text, lib.tillwire_party_int


class Step(_Part, StepFields):
    """A step of the kitchen's journey."""

    __slots__ = ()
    _list_name = "steps"
    _texts, _times, _ints = lib.tillwire_step_text, lib.tillwire_step_time, lib.tillwire_step_int


class Adjustment(_Part, AdjustmentFields):
    """A tax, fee or discount of an order."""

    __slots__ = ()
    _list_name = "adjustments"
    _texts, _moneys, _ints = lib.tillwire_adjustment_text, lib.tillwire_adjustment_money, lib.tillwire_adjustment_int

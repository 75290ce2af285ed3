"""The common order and its parts, read when they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._columns import Columns, Lender, columns
from ._conversions import MONEY
from ._fields import CONVERSIONS, AdjustmentFields, LineFields, OrderFields, PartyFields, PaymentFields, StepFields
from ._library import lib
from ._parts import Parts
from .money import Money

_LINES, _PAYMENTS = lib.TILLWIRE_ORDER_LINE_COUNT, lib.TILLWIRE_ORDER_PAYMENT_COUNT
_PARTIES, _STEPS = lib.TILLWIRE_ORDER_PARTY_COUNT, lib.TILLWIRE_ORDER_STEP_COUNT
_ADJUSTMENTS = lib.TILLWIRE_ORDER_ADJUSTMENT_COUNT


class Order(OrderFields):
    """An order. It can be read until what it was read from is closed."""

    __slots__ = ("_at", "_owner", "_where")
    if TYPE_CHECKING:
        _owner: Lender
    _texts, _moneys = lib.tillwire_order_text, lib.tillwire_order_money
    _times, _ints = lib.tillwire_order_time, lib.tillwire_order_int

    def __init__(self, owner: Lender, pointer: Any, where: Any) -> None:
        self._owner, self._at, self._where = owner, (pointer,), where

    @property
    def lines(self) -> Parts[Line]:
        """The lines in the order of printing: each is followed by its children, which say their `depth` and `parent`."""
        return Parts(Line, self._columns, self, _LINES)

    @property
    def payments(self) -> Parts[Payment]:
        """What was paid, or how it is to be paid."""
        return Parts(Payment, self._columns, self, _PAYMENTS)

    @property
    def parties(self) -> Parts[Party]:
        """The people of the order: customers' details, to be kept out of logs."""
        return Parts(Party, self._columns, self, _PARTIES)

    @property
    def steps(self) -> Parts[Step]:
        """The kitchen's journey as far as it is reported, first to last."""
        return Parts(Step, self._columns, self, _STEPS)

    @property
    def adjustments(self) -> Parts[Adjustment]:
        """Taxes, fees and discounts one by one; parts of the totals, not to be added to them."""
        return Parts(Adjustment, self._columns, self, _ADJUSTMENTS)

    def to_dict(self) -> dict[str, Any]:
        """The whole order as JSON has it. Amounts are text, so that they stay exact."""
        self._owner._alive()
        whole: dict[str, Any] = self._owner._order_dict(self._where)
        return whole

    @property
    def _columns(self) -> Columns:
        return self._owner._columns_of(self._at[0], CONVERSIONS)

    def _beyond(self, field: int) -> Money | None:
        _held = self._owner._alive()
        found: Money | None = MONEY[columns(self._at[0], (field,))[0][0]]
        return found

    def __repr__(self) -> str:
        return f"<Order {self._text(lib.TILLWIRE_ORDER_ID)}>" if not self._owner.closed else "<Order, closed>"


class Line(LineFields):
    """A line of an order."""

    __slots__ = ()


class Payment(PaymentFields):
    """A payment of an order."""

    __slots__ = ()


class Party(PartyFields):
    """A person of an order: customers' details, to be kept out of logs."""

    __slots__ = ()


class Step(StepFields):
    """A step of the kitchen's journey."""

    __slots__ = ()


class Adjustment(AdjustmentFields):
    """A tax, fee or discount of an order."""

    __slots__ = ()

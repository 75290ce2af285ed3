"""What becomes of a column's values, which are as JSON has them, in Python."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ._code import Code
from .money import Money

# A menu has few prices, and most quantities are 1: what was read once is taken again.
_KEPT = 1024
_tuple = tuple.__new__


class Kept(dict):  # type: ignore[type-arg]
    """What texts say, for as many as it keeps; when there are more, it starts anew."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self._read = read

    def __missing__(self, text: str | None) -> Any:
        if len(self) >= _KEPT:
            self.clear()
        found = self[text] = None if text is None else self._read(text)
        return found


def _money(text: str) -> Money:
    amount, _, currency = text.partition(" ")
    # As the class does, in half the time.
    return _tuple(Money, (Decimal(amount), currency or None))


#: An amount, by its digits, and after a space its currency.
MONEY = Kept(_money)
#: A plain decimal.
DECIMAL = Kept(Decimal)
_money_of, _decimal_of = MONEY.__getitem__, DECIMAL.__getitem__


def moneys(values: list[Any]) -> list[Any]:
    """Amounts."""
    return list(map(_money_of, values))


def decimals(values: list[Any]) -> list[Any]:
    """Plain decimals."""
    return list(map(_decimal_of, values))


def tuples(values: list[Any]) -> list[Any]:
    """Lists of texts."""
    return list(map(tuple, values))


def flags(values: list[Any]) -> list[Any]:
    """What is so or not."""
    return [None if value is None else value != 0 for value in values]


def codes(kind: type[Code]) -> Callable[[list[Any]], list[Any]]:
    """Codes of an enumeration."""
    return lambda values: [None if value is None else kind(value) for value in values]

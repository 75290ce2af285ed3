"""What becomes of a column's values, which are as JSON has them, in Python."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ._code import Code
from .money import Money

# A menu has few prices, and most quantities are 1: what was read once is taken again.
_KEPT = 1024


@lru_cache(_KEPT)
def money(value: str | None) -> Money | None:
    """An amount: its digits, and after a space its currency."""
    if value is None:
        return None
    amount, _, currency = value.partition(" ")
    return Money(Decimal(amount), currency or None)


@lru_cache(_KEPT)
def decimal(value: str | None) -> Decimal | None:
    """A plain decimal."""
    return None if value is None else Decimal(value)


def moneys(values: list[Any]) -> list[Any]:
    """Amounts."""
    return list(map(money, values))


def decimals(values: list[Any]) -> list[Any]:
    """Plain decimals."""
    return list(map(decimal, values))


def tuples(values: list[Any]) -> list[Any]:
    """Lists of texts."""
    return list(map(tuple, values))


def flags(values: list[Any]) -> list[Any]:
    """What is so or not."""
    return [None if value is None else value != 0 for value in values]


def codes(kind: type[Code]) -> Callable[[list[Any]], list[Any]]:
    """Codes of an enumeration."""
    return lambda values: [None if value is None else kind(value) for value in values]

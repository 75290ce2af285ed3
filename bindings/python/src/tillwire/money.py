"""Exact amounts: a decimal and its currency."""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Any, NamedTuple, NoReturn

from ._library import ffi, lib, string
from .codes import Status
from .errors import AmountError, call

# Of our own, so that a program which sets a small precision rounds nothing here.
_EXACT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)
_scaleb, _multiply = _EXACT.scaleb, _EXACT.multiply
# One unit at each scale that the library has.
_UNITS = tuple(_scaleb(Decimal(1), -scale) for scale in range(29))
_tuple = tuple.__new__


class Money(NamedTuple):
    """An exact amount, as the platform states it: 35.42 SGD is `Money(Decimal("35.42"), "SGD")`.

    There is no arithmetic on it and no order: take `amount`, and mind the currency.
    """

    #: The amount in the currency's major unit, with as many decimal places as the platform states.
    amount: Decimal
    #: ISO 4217 code; None where the document states none.
    currency: str | None = None

    def minor_units(self, digits: int | None = None) -> int:
        """The amount in units of 10^-`digits`, exactly: 35.42 with 2 digits is 3542. `digits` is 0 to 28; by default what
        the currency has.

        Raises:
            AmountError: where the amount has more decimal places than that, or does not fit 64 bits.
        """
        out = ffi.new("int64_t *")
        digits = currency_digits(self.currency) if digits is None else digits
        call(lib.tillwire_money_minor, self._packed(), digits, out)
        minor: int = out[0]
        return minor

    def __str__(self) -> str:
        """As people read it, with the currency's decimal places where that is exact, and without the currency. An amount whose
        units do not fit 64 bits has the places that it has."""
        try:
            return written(lib.tillwire_money_format, self._packed())
        except AmountError:
            return f"{self.amount:f}"

    def _packed(self) -> Any:
        return packed(self.amount, self.currency)


def _refused(*_: object) -> NoReturn:
    raise TypeError("amounts of money are not reckoned with as they are; take `amount`, and mind the currency")


# What a tuple would do instead.
for _operator in ("add", "radd", "mul", "rmul", "lt", "le", "gt", "ge"):
    setattr(Money, f"__{_operator}__", _refused)


def packed(amount: Decimal, currency: str | None = None) -> Any:
    """An amount as the library takes it.

    Raises:
        AmountError: where its units do not fit 64 bits.
        ValueError: where it is no finite number, or the currency not of three letters.
    """
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError("an amount is a finite number")
    if currency and len(currency.encode()) != 3:
        raise ValueError("a currency has three letters, as ISO 4217 has them")
    scale = max(0, -exponent)
    out = ffi.new("tillwire_money *")
    try:
        out.units, out.scale, out.currency = int(_scaleb(amount, scale)), scale, (currency or "").encode()
    except OverflowError:
        raise AmountError(Status.E_RANGE, message="the amount does not fit 64 bits") from None
    return out


def written(function: Any, *arguments: Any, cap: int = lib.TILLWIRE_FORMAT_SIZE) -> str:
    """What a function writes into a buffer."""
    buffer = ffi.new("char[]", cap)
    call(function, *arguments, buffer, cap)
    given: bytes = string(buffer)
    return given.decode()


def money_of(out: Any) -> Money:
    """An amount that the library filled in."""
    return _tuple(Money, (_multiply(out.units, _UNITS[out.scale]), string(out.currency).decode() or None))


def quantity_text(quantity: Decimal) -> str:
    """A quantity as people read it, without zeros at its end: 1 stays "1", 1.50 becomes "1.5"."""
    return written(lib.tillwire_quantity_format, packed(quantity))


def currency_digits(currency: str | None) -> int:
    """How many decimal digits a currency has: 2 for SGD, 0 for JPY, 3 for KWD; 2 for a code that is not known."""
    digits: int = lib.tillwire_currency_digits((currency or "").encode())
    return digits

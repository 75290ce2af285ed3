"""How fields are read: text, amount, time and number by the field's number, each None where it is absent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from ._code import Code
from ._library import ABSENT, NULL, OK, ffi, string
from .money import Money, money_of

if TYPE_CHECKING:
    from ._handle import Handle

_CodeT = TypeVar("_CodeT", bound=Code)
_ItemT = TypeVar("_ItemT")
_new = ffi.new
_INT, _MONEY, _TIME = (ffi.typeof(kind) for kind in ("int64_t *", "tillwire_money *", "tillwire_time *"))
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def moment(out: Any) -> datetime | None:
    """A time that the library filled in, with its offset, or in UTC where it has none; None beyond the years of datetime."""
    try:
        point = _EPOCH + timedelta(milliseconds=out.unix_ms)
        return point.astimezone(timezone(timedelta(minutes=out.offset_minutes))) if out.has_offset else point
    except (OverflowError, ValueError):
        return None


class Fields:
    """Something with fields. `_owner` keeps the memory, `_at` leads to the place in it."""

    __slots__ = ()

    if TYPE_CHECKING:
        _owner: Handle
        _at: tuple[Any, ...]
    _texts: ClassVar[Any] = None
    _moneys: ClassVar[Any] = None
    _times: ClassVar[Any] = None
    _ints: ClassVar[Any] = None

    def _text(self, field: int) -> str | None:
        _held = self._owner._handle or self._owner._alive()
        text = self._texts(*self._at, field, NULL)
        return string(text).decode() if text else None

    def _text_always(self, field: int) -> str:
        return self._text(field) or ""

    def _int(self, field: int) -> int | None:
        _held = self._owner._handle or self._owner._alive()
        out = _new(_INT)
        return out[0] if self._ints(*self._at, field, out) == OK else None

    def _int_always(self, field: int) -> int:
        return self._int(field) or 0

    def _flag(self, field: int) -> bool | None:
        number = self._int(field)
        return None if number is None else number != 0

    def _flag_always(self, field: int) -> bool:
        return bool(self._int(field))

    def _code(self, field: int, kind: type[_CodeT]) -> _CodeT | None:
        number = self._int(field)
        return None if number is None else kind(number)

    def _code_always(self, field: int, kind: type[_CodeT]) -> _CodeT:
        return kind(self._int(field) or 0)

    def _time(self, field: int) -> datetime | None:
        _held = self._owner._handle or self._owner._alive()
        out = _new(_TIME)
        return moment(out) if self._times(*self._at, field, out) == OK else None

    def _money(self, field: int) -> Money | None:
        _held = self._owner._handle or self._owner._alive()
        out = _new(_MONEY)
        status = self._moneys(*self._at, field, out)
        if status == OK:
            return money_of(out)
        if status == ABSENT:
            return None
        return self._beyond(field)

    def _beyond(self, field: int) -> Money | None:
        """An amount whose units do not fit 64 bits."""
        raise NotImplementedError


class Made(Sequence[_ItemT], Generic[_ItemT]):
    """A list whose items are made when they are looked at."""

    __slots__ = ()

    def _made(self, position: int) -> _ItemT:
        raise NotImplementedError

    def __iter__(self) -> Iterator[_ItemT]:
        return map(self._made, range(len(self)))

    @overload
    def __getitem__(self, position: int) -> _ItemT: ...

    @overload
    def __getitem__(self, position: slice) -> list[_ItemT]: ...

    def __getitem__(self, position: int | slice) -> _ItemT | list[_ItemT]:
        count = len(self)
        if isinstance(position, slice):
            return [self._made(at) for at in range(*position.indices(count))]
        at = position + count if position < 0 else position
        if not 0 <= at < count:
            raise IndexError(f"there is no position {position} in a list of {count}")
        return self._made(at)

    def __repr__(self) -> str:
        return f"<{len(self)} items>"


class Items(Made[_ItemT]):
    """So many, each made by a function of its position."""

    __slots__ = ("_count", "_make")

    def __init__(self, count: int, make: Callable[[int], _ItemT]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        return self._count

    def _made(self, position: int) -> _ItemT:
        return self._make(position)

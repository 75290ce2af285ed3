"""The book of orders: apply each event to it, and it says what the till is to do."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from ._columns import Lender
from ._fields import BookFields, ChangeFields, ChangeLineFields
from ._handle import Handle
from ._library import ABSENT, NULL, ffi, given_or_null, lib, text
from ._read import Items
from .call import Call
from .codes import Ask, Permission, Platform
from .errors import call, kept, maker
from .order import Line, Order

if TYPE_CHECKING:
    from .account import Account
    from .event import Event
    from .verifier import Verifier

_book = maker(lib.tillwire_book_new, lib.tillwire_book_free)
_apply = maker(lib.tillwire_book_apply, lib.tillwire_changes_free)
_orders = maker(lib.tillwire_book_orders, lib.tillwire_changes_free)
_read_again = maker(lib.tillwire_book_read_again, lib.tillwire_changes_free)
_request = maker(lib.tillwire_book_request, lib.tillwire_call_free)


class Changes(Lender, Sequence["Change"]):
    """What one call changed: a change for each order. What was read from them can be used until they are closed."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = lib.tillwire_changes_count(self._alive())
        return count

    def __getitem__(self, position: Any) -> Any:
        return Items(len(self), partial(Change, self))[position]

    def json(self) -> str:
        """The changes as JSON text, a list with one entry for each, orders included."""
        return kept(lib.tillwire_changes_json, self._alive()) or ""

    def to_list(self) -> list[dict[str, Any]]:
        """The changes as JSON has them."""
        whole: list[dict[str, Any]] = json.loads(self.json())
        return whole

    def _order_dict(self, where: tuple[int, str]) -> Any:
        position, member = where
        return self.to_list()[position][member]

    def __repr__(self) -> str:
        return "<Changes, closed>" if self.closed else f"<Changes {len(self)}>"


class Change(ChangeFields):
    """What a delivery did to an order, and what the till is to do now."""

    __slots__ = ("_at", "_owner")
    if TYPE_CHECKING:
        _owner: Changes
    _texts, _times, _ints = lib.tillwire_change_text, lib.tillwire_change_time, lib.tillwire_change_int

    def __init__(self, changes: Changes, position: int) -> None:
        self._owner, self._at = changes, (changes._alive(), position)

    @property
    def order(self) -> Order | None:
        """All that is known of the order now; None where the delivery is about none."""
        return self._which(lib.TILLWIRE_CHANGE_NOW, "order")

    @property
    def before(self) -> Order | None:
        """What was known of it before, to print the lines that are gone."""
        return self._which(lib.TILLWIRE_CHANGE_BEFORE, "order_before")

    @property
    def line_changes(self) -> Sequence[LineChange]:
        """The lines that changed since the ticket was printed."""
        return Items(self._int_always(lib.TILLWIRE_CHANGE_LINE_COUNT), partial(LineChange, self))

    def _which(self, which: int, member: str) -> Order | None:
        changes, position = self._owner, self._at[1]
        pointer = lib.tillwire_change_order(changes._alive(), position, which)
        return Order(changes, pointer, (position, member)) if pointer else None

    def __repr__(self) -> str:
        return "<Change, closed>" if self._owner.closed else f"<Change {self.verdict.name} {self.action.name}>"


class LineChange(ChangeLineFields):
    """A line that changed; what is below it belongs to it."""

    __slots__ = ("_at", "_change", "_owner")
    _ints = lib.tillwire_change_line

    def __init__(self, change: Change, rank: int) -> None:
        self._owner, self._change, self._at = change._owner, change, (*change._at, rank)

    @property
    def line(self) -> Line | None:
        """The line as it is now; None for one that is gone."""
        order, position = self._change.order, self.now
        return None if order is None or position is None else order.lines[position]

    @property
    def line_before(self) -> Line | None:
        """The line as it was; None for one that is new."""
        order, position = self._change.before, self.before
        return None if order is None or position is None else order.lines[position]

    def __repr__(self) -> str:
        return "<LineChange, closed>" if self._owner.closed else f"<LineChange {self.edit.name}>"


class MayAsk(NamedTuple):
    """Whether a till may ask a platform for something."""

    permission: Permission
    #: Why, in a sentence.
    reason: str


class BookCounts(BookFields):
    """What a book counts, and how much it keeps."""

    __slots__ = ("_book",)
    _ints = lib.tillwire_book_int

    def __init__(self, book: OrderBook) -> None:
        self._book = book

    @property
    def _owner(self) -> Handle:  # type: ignore[override]
        return self._book

    @property
    def _at(self) -> tuple[Any, ...]:  # type: ignore[override]
        return (self._book._alive(),)

    def _int(self, field: int) -> int | None:
        with self._book._lock:
            return super()._int(field)


class OrderBook(Handle):
    """Every order of a till, by account, platform and id. Events may come twice, late or out of order.

    A book is memory: keep it with `export` in whatever database there is. Any number of threads may use it; one at a
    time is let in.
    """

    __slots__ = ("_lock",)

    def __init__(
        self,
        exported: str | None = None,
        *,
        most_orders: int | None = None,
        remembered_seconds: int | None = None,
        most_remembered: int | None = None,
    ) -> None:
        """A book, empty or with what `export` gave.

        Args:
            exported: what `export` gave.
            most_orders: 1 to 2147483647; beyond it, the oldest finished one leaves, then the oldest open one. Default 10000.
            remembered_seconds: for how long an order that left is remembered, from 0. Default 604800, seven days.
            most_remembered: most orders that left and are remembered, 0 to 2147483647. Default 100000.

        Raises:
            SettingError: where a number is out of its range.
            ExportError: where the text is no export; DecodeError: where it is not JSON.
        """
        self._lock = threading.RLock()
        super().__init__(_book())
        limits = {
            lib.TILLWIRE_BOOK_MOST_ORDERS: most_orders,
            lib.TILLWIRE_BOOK_REMEMBERED_SECONDS: remembered_seconds,
            lib.TILLWIRE_BOOK_MOST_REMEMBERED: most_remembered,
        }
        for field, number in limits.items():
            if number is not None:
                call(lib.tillwire_book_set_int, self._handle, field, number)
        if exported is not None:
            self.restore(exported)

    def apply(self, event: Event, account: str, now: float | None = None) -> Changes:
        """Applies an event to every order in it. `account` is the caller's own label of the account at the platform, the
        same for each delivery from there. `now` is Unix seconds, and only tells which order is older.

        Raises:
            OutOfMemoryError: and the book is as it was.
        """
        seconds = int(time.time() if now is None else now)
        with self._lock:
            return Changes(_apply(self._alive(), given_or_null(account), event._alive(), seconds))

    def order(self, platform: Platform, account: str, id: str) -> Order | None:
        """All that is known of an order, as it is now: a copy, which later events do not change. None where the book has
        no such order."""
        exported = self.export(platform, account, id)
        if exported is None:
            return None
        with OrderBook(exported) as copy:
            held = copy.orders()
        order: Order | None = held[0].order
        return order

    def orders(self) -> Changes:
        """Every order of the book as a change of the verdict `Verdict.HELD`, by account, platform and id."""
        with self._lock:
            return Changes(_orders(self._alive()))

    def read_again(self, verifier: Verifier) -> Changes:
        """Reads states that a platform told as codes again, by the dictionaries that `verifier` was made with: a change
        for each order that is further than it seemed."""
        with self._lock:
            return Changes(_read_again(self._alive(), verifier._alive()))

    def remove(self, platform: Platform, account: str, id: str) -> bool:
        """Takes an order out; nothing is remembered of it. Whether the book had it."""
        with self._lock:
            return call(lib.tillwire_book_remove, self._alive(), given_or_null(account), platform, given_or_null(id)) != ABSENT

    def may_ask(
        self, platform: Platform, account: str, id: str, ask: Ask, reason_code: str | None = None
    ) -> MayAsk | None:
        """Whether a till may ask the platform for something, and why not. None where the book has no such order.

        What breaks a rule that the platform documents is refused; what only seems wrong is doubtful.
        """
        permission, reason = ffi.new("int32_t *"), ffi.new("char **")
        with self._lock:
            status = call(
                lib.tillwire_book_may_ask,
                self._alive(),
                given_or_null(account),
                platform,
                given_or_null(id),
                ask,
                given_or_null(reason_code),
                permission,
                reason,
            )
        return None if status == ABSENT else MayAsk(Permission(permission[0]), text(reason[0]) or "")

    def request(
        self,
        client: Account,
        account: str,
        id: str,
        ask: Ask,
        *,
        reason: str | None = None,
        station: str | None = None,
        at: datetime | None = None,
    ) -> Call | None:
        """The call that asks the platform of `client` for something, not begun: `send` it. None where the book has no
        such order.

        Args:
            client: who calls the platform.
            account: the label of the account in the book.
            id: the platform's id of the order.
            ask: what is asked for.
            reason: why it is rejected or cancelled, in the platform's own codes or words.
            station: the name of the kitchen station.
            at: when it happened in the shop, aware of its offset. Fire's kitchen reports need it.

        Raises:
            CallError: where a till may not ask this; the message says why. What is only doubtful is asked.
            SettingError: where a setting of the client is missing or unusable.
            ValueError: where `at` has no offset.
        """
        when = NULL if at is None else _time(at)
        with self._lock:
            made = _request(
                self._alive(),
                given_or_null(account),
                given_or_null(id),
                client._alive(),
                ask,
                given_or_null(reason),
                given_or_null(station),
                when,
            )
        return None if made is None else Call(made)

    def export(self, platform: Platform | None = None, account: str | None = None, id: str | None = None) -> str | None:
        """The book, or one order of it, as JSON text for `restore`. None where the book has no such order. The text holds
        customers' details, as the orders do."""
        with self._lock:
            return kept(lib.tillwire_book_export, self._alive(), given_or_null(account), platform or 0, given_or_null(id))

    def restore(self, exported: str | bytes) -> int:
        """Puts the orders of an export in, in place of those of the same account, platform and id. How many there were.

        Raises:
            ExportError: where it is no export, or of another version, and DecodeError: where it is not JSON; the book is
                then as it was.
        """
        given, count = exported.encode() if isinstance(exported, str) else exported, ffi.new("size_t *")
        with self._lock:
            call(lib.tillwire_book_import, self._alive(), given, len(given), count)
        restored: int = count[0]
        return restored

    @property
    def counts(self) -> BookCounts:
        """What the book counts, and how much it keeps."""
        return BookCounts(self)

    def __repr__(self) -> str:
        return f"<OrderBook{', closed' if self.closed else ''}>"


def _time(at: datetime) -> Any:
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("a time without an offset: make it aware, as with astimezone()")
    out = ffi.new("tillwire_time *")
    out.unix_ms = (at - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(milliseconds=1)
    out.offset_minutes, out.has_offset = offset // timedelta(minutes=1), 1
    return out

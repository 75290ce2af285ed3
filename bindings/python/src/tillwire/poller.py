"""Catching up: reads an account's orders round by round into the book."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ._handle import Handle
from ._library import ABSENT, NULL, OK, ffi, given, given_or_null, lib
from .book import Changes, OrderBook
from .codes import Operation, Status
from .errors import CallError, call, failure, kept, maker

if TYPE_CHECKING:
    from .account import Account
    from .verifier import Verifier

_poll = maker(lib.tillwire_poll_new, lib.tillwire_poll_free)
# Reads of one order, which may not be there any more; that does not end a round.
_ONE = (Operation.KLIKIT_ORDER, Operation.ATLAS_ORDER, Operation.FIRE_ORDER)


class Poller(Handle):
    """Reads orders for tills that deliveries cannot reach, and after an outage. What came both ways changes the book once.

    Atlas lists no orders: those that are known are read again, and new ones that were missed cannot be found.
    """

    __slots__ = ("_book", "_client", "_lock", "_pending", "_verifier", "records", "total")

    def __init__(
        self,
        client: Account,
        account: str,
        book: OrderBook,
        *,
        verifier: Verifier | None = None,
        exported: str | None = None,
    ) -> None:
        """A reader of the orders of `client` into `book`.

        Args:
            client: who calls the platform.
            account: the label under which the book knows the account.
            book: where orders go.
            verifier: by whose stores, scales and dictionaries they are read; by default the platform's documented ones.
            exported: what `export` gave before a restart; without it, the first round reads the last 24 hours.

        Raises:
            ExportError: where `exported` is none, or of another platform or account.
        """
        self._client, self._book, self._verifier = client, book, verifier
        self._lock, self._pending = threading.Lock(), None
        #: How many records the lists of this round held so far, for a progress bar.
        self.records = 0
        #: How many records the list has that is being read, where the platform says so.
        self.total: int | None = None
        super().__init__(_poll(client.platform, given(account), given_or_null(exported)))

    def round(self) -> Iterator[Changes]:
        """One round: after each read, what it changed. Keep the book and `export` after it, also after one that failed: what
        was told is in the book, and is not told again. A round that was left is gone on with by the next.

        Raises:
            CallError: where a call failed, which ends the round; the next one reads the same window again.
            DecodeError: where an answer holds no orders.
        """
        self.records, self.total = 0, None
        failed = self._send()
        while True:
            status, error, changes = self._next()
            if changes is not None:
                yield changes
            if status < 0:
                raise failure(status, error)
            if status == ABSENT:
                if failed is not None:
                    raise failed
                return
            failed = self._send()

    def export(self) -> str:
        """Up to when everything was read, as JSON text."""
        with self._lock:
            return kept(lib.tillwire_poll_export, self._alive()) or ""

    def _next(self) -> tuple[int, Any, Changes | None]:
        told, changes, error = ffi.new("tillwire_call **"), ffi.new("tillwire_changes **"), ffi.new("tillwire_error **")
        verifier = NULL if self._verifier is None else self._verifier._alive()
        with self._lock, self._book._lock:
            status: int = lib.tillwire_poll_next(
                self._alive(),
                self._client._alive(),
                verifier,
                self._book._alive(),
                int(time.time() * 1000),
                told,
                changes,
                error,
            )
            self._pending = told[0] if status == OK else None
        found = ffi.gc(changes[0], lib.tillwire_changes_free) if changes[0] else None
        return status, error[0], None if found is None else Changes(found)

    def _send(self) -> CallError | None:
        """Sends the call that was told. A failure counts only where the round does not go on."""
        with self._lock:
            _held, pending = self._alive(), self._pending
            self._pending = None
            if pending is None:
                return None
            number = ffi.new("int64_t *")
            try:
                call(lib.tillwire_call_send, pending)
            except CallError as error:
                lib.tillwire_call_int(pending, lib.TILLWIRE_REQUEST_OPERATION, number)
                gone = error.code == Status.E_CALL_NOT_FOUND and number[0] in _ONE
                return None if gone else error
            if lib.tillwire_call_int(pending, lib.TILLWIRE_REPLY_RECORDS, number) == OK:
                self.records += number[0]
            self.total = number[0] if lib.tillwire_call_int(pending, lib.TILLWIRE_REPLY_TOTAL, number) == OK else self.total
            return None

    def __repr__(self) -> str:
        return f"<Poller{', closed' if self.closed else ''}>"

"""One call to a platform, from the decision to the reply; and lists that come by page."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Union

from ._fields import PagesFields, ReplyFields, RequestFields
from ._handle import Handle
from ._library import ABSENT, NULL, ffi, given, lib, string
from ._read import Fields
from .codes import Failure, Operation, Parameter, Status
from .errors import ArgumentError, ClosedError, call, maker
from .event import Event
from .headers import Headers, packed

if TYPE_CHECKING:
    from .account import Account
    from .verifier import Verifier

#: A JSON value for the platform: as text, which is sent byte for byte, or as what `json.dumps` takes.
Json = Union[str, bytes, Mapping[str, Any], Sequence[Any]]
#: What a parameter may be; None leaves it out.
Argument = Union[str, int, bool, date, datetime, Json, None]

_call = maker(lib.tillwire_call_new, lib.tillwire_call_free)
_orders = maker(lib.tillwire_call_orders, lib.tillwire_event_free)


def written(value: Argument) -> str:
    """A parameter as text, as the library takes it.

    Raises:
        ValueError: where a time has no offset.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, datetime) and value.utcoffset() is None:
        raise ValueError("a time without an offset: make it aware, as with astimezone()")
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


class _Reading(Fields):
    """Fields of a call; a call that is being sent is read after that."""

    __slots__ = ("_owner",)
    _texts, _times, _ints = lib.tillwire_call_text, lib.tillwire_call_time, lib.tillwire_call_int

    def __init__(self, owner: Call) -> None:
        self._owner = owner

    @property
    def _at(self) -> tuple[Any, ...]:  # type: ignore[override]
        return (self._owner._alive(),)

    def _text(self, field: int) -> str | None:
        with self._owner._lock:  # type: ignore[attr-defined]
            return super()._text(field)

    def _int(self, field: int) -> int | None:
        with self._owner._lock:  # type: ignore[attr-defined]
            return super()._int(field)

    def _time(self, field: int) -> datetime | None:
        with self._owner._lock:  # type: ignore[attr-defined]
            return super()._time(field)


class Request(_Reading, RequestFields):
    """The request of a call, for an HTTP stack of the program's own."""

    __slots__ = ()
    _owner: Call

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers, all but `Host` and `Content-Length`. One of them carries the credentials: treat them as secrets."""
        found: list[tuple[str, str]] = []
        value = ffi.new("char **")
        with self._owner._lock:
            request = self._owner._alive()
            while name := lib.tillwire_call_header(request, len(found), value):
                found.append((string(name).decode(), string(value[0]).decode()))
        return found

    def __repr__(self) -> str:
        return "<Request, closed>" if self._owner.closed else f"<Request {self.operation.name}>"


class Reply(_Reading, ReplyFields):
    """What the platform answered."""

    __slots__ = ()
    _owner: Call

    def raw(self, path: str = "$") -> bytes | None:
        """Any value of the body by path, as in `$.data.status`, as the JSON text that stands there; by default the whole.
        None where there is no such value. The answer to a login holds its token."""
        length = ffi.new("size_t *")
        with self._owner._lock:
            found = lib.tillwire_call_raw(self._owner._alive(), given(path), length)
            return bytes(ffi.buffer(found, length[0])) if found else None

    def value(self, path: str = "$") -> Any:
        """Any value of the body by path, numbers with decimals as `Decimal`. None where there is no such value."""
        found = self.raw(path)
        return None if found is None else json.loads(found, parse_float=Decimal)

    def orders(self, verifier: Verifier | None = None) -> Event:
        """The orders of the reply, a list of orders or one, for `OrderBook.apply`. They are read as `verifier` does, with
        its stores, scales and dictionaries; by default with the platform's documented ones.

        Raises:
            DecodeError: where it holds no orders that can be decoded.
            ArgumentError: where there is no reply yet.
        """
        return self._owner._orders(verifier)

    def __repr__(self) -> str:
        return "<Reply, closed>" if self._owner.closed else f"<Reply HTTP {self.http_status}>"


class Call(Handle):
    """One action at a platform. `send` it; or `begin` it, send its `request` over the HTTP that the program has, and tell
    `after` what came of it.

    To do the same action again, also after a restart, keep `request.idempotency_key` and set it on the new call. Any number
    of threads may hold a call; one at a time is let in.
    """

    __slots__ = ("_lock",)

    def __init__(self, handle: Any) -> None:
        self._lock = threading.RLock()
        super().__init__(handle)

    @classmethod
    def of(cls, account: Account, operation: Operation, arguments: Mapping[Parameter, Argument] | None = None) -> Call:
        """A call of an operation, with parameters; those that are None are left out.

        Raises:
            SettingError: where a setting of the account is missing or unusable.
        """
        made = cls(_call(account._alive(), operation))
        for parameter, value in (arguments or {}).items():
            if value is not None:
                made.set(parameter, value)
        return made

    def set(self, parameter: Parameter, value: Argument) -> None:
        """Sets a parameter, before the call is begun; None removes it.

        Raises:
            ValueError: where a time has no offset, or a text holds a NUL.
            ArgumentError: where the call was begun.
        """
        text = given("" if value is None else written(value))
        with self._lock:
            call(lib.tillwire_call_set, self._alive(), parameter, text)

    def send(self) -> Reply:
        """Sends it, waits and sends again as the platform's rules allow, until it comes to a reply or it is no use. Other
        threads go on meanwhile.

        Raises:
            CallError: where it came to no reply, or a parameter is missing or not of its form.
        """
        with self._lock:
            call(lib.tillwire_call_send, self._alive())
        return Reply(self)

    def begin(self, random: bytes | None = None) -> Request:
        """Checks the parameters and makes the request. `random` are 16 random bytes; by default the operating system's.

        Raises:
            CallError: where a parameter is missing, not taken or not of its form.
        """
        if random is not None and len(random) != 16:
            raise ValueError("16 random bytes are needed")
        with self._lock:
            call(lib.tillwire_call_begin, self._alive(), NULL if random is None else random)
        return Request(self)

    def after(
        self,
        came_to: int | Failure,
        headers: Headers | None = None,
        body: bytes = b"",
        *,
        elapsed_ms: int,
        now_ms: int | None = None,
    ) -> int | None:
        """Takes what came of sending the request: an HTTP status, or a `Failure` where there was no answer. None where the
        platform did what was asked, and the `reply` can be read; else how many milliseconds to wait before sending the
        request again, with the headers that it then has.

        Args:
            came_to: the HTTP status of the answer, or why there was none.
            headers: those of the answer.
            body: its body, decoded from any transfer coding.
            elapsed_ms: how many milliseconds ago the call began, by a clock that does not go back.
            now_ms: Unix milliseconds; by default the clock's.

        Raises:
            CallError: where it is no use, or not safe, to try again.
        """
        wait, now = ffi.new("int64_t *"), int(time.time() * 1000) if now_ms is None else now_ms
        with self._lock:
            status = call(
                lib.tillwire_call_after,
                self._alive(),
                came_to,
                packed(headers),
                body,
                len(body),
                elapsed_ms,
                now,
                wait,
            )
        return wait[0] if status == lib.TILLWIRE_AGAIN else None

    @property
    def request(self) -> Request:
        """The request; its address, body and headers are there once the call was begun."""
        return Request(self)

    @property
    def reply(self) -> Reply:
        """The reply; as long as there is none, `http_status` is 0 and other fields are absent."""
        return Reply(self)

    def _orders(self, verifier: Verifier | None) -> Event:
        with self._lock:
            made = _orders(self._alive(), NULL if verifier is None else verifier._alive())
        if made is None:
            raise ArgumentError(Status.E_STATE, message="there is no reply yet")
        return Event(made)

    def __repr__(self) -> str:
        return f"<Call{', closed' if self.closed else ''}>"


class _PagesRead(_Reading, PagesFields):
    __slots__ = ()


@dataclass(frozen=True)
class Page:
    """A page of a list: what was on no earlier page."""

    #: Which page it is, from 1.
    number: int
    #: How many records there are in all, where the platform says so.
    total: int | None
    #: How many different records were read so far.
    seen: int
    #: The new records, each as the JSON text that stands in the reply.
    raw_records: list[bytes] = field(repr=False)
    _pages: Pages = field(repr=False)

    @property
    def records(self) -> list[Any]:
        """The new records, numbers with decimals as `Decimal`."""
        return [json.loads(record, parse_float=Decimal) for record in self.raw_records]

    def orders(self, verifier: Verifier | None = None) -> Event:
        """The orders of the page, as `Reply.orders`, until the next page is read.

        Raises:
            ClosedError: where the next page was read.
            DecodeError: where it holds no orders that can be decoded.
        """
        return self._pages._orders(self.number, verifier)


class Pages(Iterator[Page]):
    """Reads a list to its end while it changes: no record comes twice.

    After a page that failed, `next` asks for the same page again.
    """

    def __init__(self, call: Call) -> None:
        self._call = call
        self._read = _PagesRead(call)

    @property
    def total(self) -> int | None:
        """How many records there are in all, where the platform says so; None before the first page."""
        return self._read.total

    def __iter__(self) -> Pages:
        return self

    def __next__(self) -> Page:
        length = ffi.new("size_t *")
        with self._call._lock:
            handle = self._call._alive()
            if call(lib.tillwire_call_next_page, handle, NULL, int(time.time() * 1000)) == ABSENT:
                raise StopIteration
            call(lib.tillwire_call_send, handle)
            records: list[bytes] = []
            while record := lib.tillwire_call_record(handle, len(records), length):
                records.append(bytes(ffi.buffer(record, length[0])))
            return Page(self._read.read, self._read.total, self._read.records, records, self)

    def close(self) -> None:
        """Ends it before the list does."""
        self._call.close()

    def _orders(self, number: int, verifier: Verifier | None) -> Event:
        with self._call._lock:
            if self._read.read != number:
                raise ClosedError("the next page was read")
            return self._call._orders(verifier)

"""Who calls a platform, and where; what all clients have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Union

from ._fields import AccountFields
from ._handle import Handle
from ._library import ABSENT, NULL, OK, ffi, given, lib, string
from .call import Argument, Call, Pages, Reply
from .codes import Environment, Failure, Operation, Parameter, Platform, Status
from .errors import call, failure, maker

Setting = Union[str, Sequence[str], int, bool, None]

_account = maker(lib.tillwire_account_new, lib.tillwire_account_free)


class Account(Handle):
    """An account at a platform: set up once, used by any number of threads. `klikit.Client`, `atlas.Client` and
    `fire.Client` have a method for each operation."""

    __slots__ = ("platform",)

    def __init__(
        self,
        platform: Platform,
        environment: Environment | None,
        settings: Mapping[int, Setting],
        paths: Mapping[Operation, str] | None,
    ) -> None:
        self.platform = Platform(platform)
        account = _account(platform, environment or 0)
        for setting, value in settings.items():
            if value is None:
                continue
            if setting // 100 % 10 == 4:
                call(lib.tillwire_account_set_int, account, setting, int(value))  # type: ignore[arg-type]
                continue
            for text in [value] if isinstance(value, str) else value:  # type: ignore[union-attr]
                encoded = str(text).encode()
                call(lib.tillwire_account_set_text, account, setting, encoded, len(encoded))
        for operation, path in (paths or {}).items():
            call(lib.tillwire_account_set_path, account, operation, given(path))
        super().__init__(account)

    def call(self, operation: Operation, arguments: Mapping[Parameter, Argument] | None = None) -> Call:
        """A call of an operation, to be changed, sent, or sent over HTTP of the program's own.

        Raises:
            SettingError: where a setting of the account is missing or unusable.
        """
        return Call.of(self, operation, arguments)

    def cancel(self) -> None:
        """Cancels the calls that are under way and those to come, until `resume`: they end with `Status.E_CALL_CANCELLED`, a
        wait at once, a call that waits for an answer within a tenth of a second. Any thread may do this."""
        call(lib.tillwire_account_cancel, self._alive(), 1)

    def resume(self) -> None:
        """Lets calls through again."""
        call(lib.tillwire_account_cancel, self._alive(), 0)

    def notes(self) -> Iterator[str]:
        """The notes that were not fetched yet, oldest first: one for each attempt, as a line of a log. They tell no secret
        and nothing about a customer. At most 1024 are kept, then the oldest are dropped."""
        cap = lib.TILLWIRE_NOTE_SIZE
        while True:
            buffer = ffi.new("char[]", cap)
            status = lib.tillwire_account_note(self._alive(), buffer, cap, NULL)
            if status == lib.TILLWIRE_E_BUFFER:
                cap *= 2
            elif status == ABSENT:
                return
            elif status == OK:
                yield string(buffer).decode()
            else:
                raise failure(status, None)

    @property
    def counts(self) -> AccountCounts:
        """What was done for the account."""
        return AccountCounts(self)

    def count_of(self, what: Status | Failure | int) -> int:
        """How many calls ended with an error of a call, as `Status.E_CALL_NOT_FOUND`; how many attempts got no answer for a
        reason, a `Failure`; or, for 200, 300, 400 or 500, how many answers had an HTTP status from there to 99 more."""
        return AccountCounts(self)._int_always(what)

    def _reply(self, operation: Operation, arguments: Mapping[Parameter, Argument]) -> Reply:
        return Call.of(self, operation, arguments).send()

    def _pages(self, operation: Operation, arguments: Mapping[Parameter, Argument]) -> Pages:
        return Pages(Call.of(self, operation, arguments))

    def __repr__(self) -> str:
        return f"<Account at {self.platform.name}{', closed' if self.closed else ''}>"


class AccountCounts(AccountFields):
    """What was done for an account."""

    __slots__ = ("_at", "_owner")
    _ints = lib.tillwire_account_int

    def __init__(self, account: Account) -> None:
        self._owner: Handle = account
        self._at: tuple[Any, ...] = (account._alive(),)

"""What goes wrong, as exceptions: with the library's code, its words, and what the platform says."""

from __future__ import annotations

from typing import Any

from ._error_fields import ERROR_FIELDS, ErrorFields
from ._library import NULL, OK, ffi, lib, string, text
from .codes import Status

_ERROR = ffi.typeof("tillwire_error **")
_INT = ffi.typeof("int64_t *")


class ClosedError(ValueError):
    """An object was used after it, or what it belongs to, was closed."""


class TillwireError(ErrorFields, Exception):
    """The library refuses or fails. Message and hint are for a log: they hold no secret and nothing about a customer.

    `platform_message`, `details` and `answer` are the platform's own words, and not for a log.
    """

    def __init__(self, code: Status, **fields: Any) -> None:
        for name, _, _ in ERROR_FIELDS:
            setattr(self, name, fields.get(name))
        self.code = code
        self.message = self.message or f"the library answers {self.name} ({int(code)})"
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message

    def __reduce__(self) -> Any:
        return _again, (type(self), self.code, {name: value for name, value in self.__dict__.items() if name != "code"})

    @property
    def name(self) -> str:
        """The code's name, as in `signature_mismatch`."""
        return text(lib.tillwire_name(lib.TILLWIRE_NAMES_STATUS, self.code)) or self.code.name.lower()


class ArgumentError(TillwireError, ValueError):
    """An argument is unusable, or an object is not where this can be done."""


class OutOfMemoryError(TillwireError, MemoryError):
    """Memory for the received data could not be had."""


class AmountError(TillwireError, ArithmeticError):
    """An amount cannot be given exactly as it is asked for."""


class SettingError(TillwireError, ValueError):
    """A secret or setting is missing or unusable."""


class VerificationError(TillwireError):
    """A delivery was not shown to be genuine. `skew_seconds` says how far its signed time is from now."""


class DecodeError(TillwireError):
    """A document cannot be decoded. `path` and `offset` (bytes from 0) say where."""


class ExportError(TillwireError, ValueError):
    """A text is no export, is damaged, or is of another version."""


class CallError(TillwireError):
    """A call came to no reply. `may_be_done` says whether the platform may have done it all the same."""


#: From each code downwards, the exception.
_KINDS: tuple[tuple[int, type[TillwireError]], ...] = (
    (-400, CallError),
    (-300, ExportError),
    (-200, DecodeError),
    (-100, VerificationError),
    (-40, SettingError),
    (-20, AmountError),
    (lib.TILLWIRE_E_RANDOM, TillwireError),
    (lib.TILLWIRE_E_STATE, ArgumentError),
    (lib.TILLWIRE_E_PANIC, TillwireError),
    (lib.TILLWIRE_E_MEMORY, OutOfMemoryError),
    (lib.TILLWIRE_E_ARGUMENT, ArgumentError),
)


def kind_of(status: int) -> type[TillwireError]:
    """The exception for a status."""
    return next((kind for code, kind in _KINDS if status <= code), TillwireError)


def _again(kind: type[TillwireError], code: Status, fields: dict[str, Any]) -> TillwireError:
    return kind(code, **fields)


def failure(status: int, error: Any) -> TillwireError:
    """The exception for a status, with what the error says, which is freed."""
    fields: dict[str, Any] = {}
    number = ffi.new(_INT)
    if error:
        error = ffi.gc(error, lib.tillwire_error_free)
        for name, field, kind in ERROR_FIELDS:
            if kind is str:
                fields[name] = text(lib.tillwire_error_text(error, field, NULL))
            elif lib.tillwire_error_int(error, field, number) == OK:
                fields[name] = kind(number[0])
    return kind_of(status)(Status(status), **{name: value for name, value in fields.items() if name != "code"})


def call(function: Any, *arguments: Any) -> int:
    """Calls a function whose last parameter takes its error. A status that is no error is returned."""
    error = ffi.new(_ERROR)
    status: int = function(*arguments, error)
    if status < 0:
        raise failure(status, error[0])
    return status


def maker(function: Any, free: Any = None) -> Any:
    """A function that makes a handle, for Python: its arguments but the last two, and the handle; or None where the library
    says that there is none. With `free` it frees itself once nobody holds it, without one the caller frees it.
    """
    kind = ffi.typeof(function).args[-2]
    new, gc = ffi.new, ffi.gc
    # Where results are put: kept for the next call, and taken by one call alone.
    spare: list[tuple[Any, Any]] = []

    def make(*arguments: Any) -> Any:
        try:
            places = spare.pop()
        except IndexError:
            places = new(kind), new(_ERROR)
        out, error = places
        status: int = function(*arguments, out, error)
        if status < 0:
            raise failure(status, error[0])
        made = out[0]
        spare.append(places)
        if status:
            return None
        return gc(made, free) if free else made

    return make


def kept(function: Any, *arguments: Any) -> str | None:
    """A text that a function gives to be kept, or None where that is absent."""
    out = ffi.new("char **")
    if call(function, *arguments, out) != OK:
        return None
    try:
        given: bytes = string(out[0])
        return given.decode()
    finally:
        lib.tillwire_string_free(out[0])

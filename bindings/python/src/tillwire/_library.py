"""The shared library, loaded through cffi with the header's own declarations and nothing else."""

from __future__ import annotations

import pathlib
import sys
from typing import Any

from ._declarations import ffi as _ffi

_HERE = pathlib.Path(__file__).resolve().parent
_NAMES = {"win32": "tillwire.dll", "darwin": "libtillwire.dylib"}

ffi: Any = _ffi


def _load() -> Any:
    file = _HERE / _NAMES.get(sys.platform, "libtillwire.so")
    if not file.exists():
        raise ImportError(f"{file.name} is not in the package; install a wheel of tillwire for this platform")
    loaded: Any = ffi.dlopen(str(file))
    if loaded.tillwire_abi_version() != loaded.TILLWIRE_ABI_VERSION:
        raise ImportError(f"{file.name} is of another ABI than this package; install both from one wheel")
    return loaded


lib = _load()
NULL = ffi.NULL
OK: int = lib.TILLWIRE_OK
ABSENT: int = lib.TILLWIRE_ABSENT
string = ffi.string


def text(pointer: Any) -> str | None:
    """A NUL-terminated text, or None."""
    return string(pointer).decode() if pointer else None


def given(text: str) -> bytes:
    """A text for the library, which reads it up to a NUL.

    Raises:
        ValueError: where it holds a NUL.
    """
    if "\0" in text:
        raise ValueError("a text with a NUL in it")
    return text.encode()


def given_or_null(text: str | None) -> Any:
    """The same, or NULL."""
    return NULL if text is None else given(text)

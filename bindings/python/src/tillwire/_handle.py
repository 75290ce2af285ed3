"""What the library made and Python owns. Memory is freed once nobody uses it, so closing in one thread harms no other."""

from __future__ import annotations

from typing import Any, TypeVar

from .errors import ClosedError

_Self = TypeVar("_Self", bound="Handle")


class Handle:
    """Something that the library keeps memory for. Leaving a `with`, `close` or the garbage collector ends it; use after
    that raises `ClosedError`."""

    __slots__ = ("__weakref__", "_handle")

    def __init__(self, handle: Any) -> None:
        # A pointer of cffi that frees what it points to when its last reference goes. A call under way in another
        # thread holds one, so that `close` never takes memory away from it.
        self._handle = handle

    def _alive(self) -> Any:
        """The pointer; whoever keeps it keeps the memory."""
        handle = self._handle
        if handle is None:
            raise ClosedError(f"this {type(self).__name__} was closed")
        return handle

    def close(self) -> None:
        """Ends it, and with it everything that was read from it. Closing again does nothing."""
        self._handle = None

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._handle is None

    def __enter__(self: _Self) -> _Self:
        self._alive()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> Any:
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled; take its JSON")

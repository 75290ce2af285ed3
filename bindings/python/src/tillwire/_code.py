"""What all enumerations of codes have in common: a code that is not known keeps its number."""

from __future__ import annotations

from enum import IntEnum
from typing import Any


class Code(IntEnum):
    """A code of the library. A number that is not known is kept, under the name `CODE_<number>`."""

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if not isinstance(value, int):
            return None
        code = int.__new__(cls, value)
        code._name_ = f"CODE_{value}"
        code._value_ = value
        return code

    @property
    def is_known(self) -> bool:
        """Whether this version of the package knows the code."""
        return self._value_ in type(self)._value2member_map_

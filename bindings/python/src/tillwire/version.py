"""Which library this is."""

from __future__ import annotations

from ._library import lib, text

#: The release of the library, as in "0.1.0".
__version__: str = text(lib.tillwire_version()) or ""
#: The number of the ABI; package and library have the same.
ABI_VERSION: int = lib.TILLWIRE_ABI_VERSION

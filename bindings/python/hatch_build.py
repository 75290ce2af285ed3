"""Puts the shared library into the wheel, and names the platform it is for.

TILLWIRE_LIBRARY is the library, by default that of ffi/artifact/build for this machine; TILLWIRE_WHEEL_PLATFORM the platform tag,
by default this machine's, which auditwheel then makes one for every Linux with an old enough glibc.
"""

import os
import pathlib
import subprocess
import sysconfig

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = pathlib.Path(__file__).resolve().parents[2]


def built():
    """The library for this machine."""
    told = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True).stdout
    host = next(line.removeprefix("host: ") for line in told.splitlines() if line.startswith("host: "))
    return ROOT / "target/dist" / host / "lib/libtillwire.so"


class Hook(BuildHookInterface):
    def initialize(self, version, build_data):
        library = pathlib.Path(os.environ.get("TILLWIRE_LIBRARY") or built()).resolve()
        if not library.exists():
            raise SystemExit(f"{library} is not there; build it with ffi/artifact/build, or set TILLWIRE_LIBRARY")
        platform = os.environ.get("TILLWIRE_WHEEL_PLATFORM") or sysconfig.get_platform()
        name = {".dll": "tillwire.dll", ".dylib": "libtillwire.dylib"}.get(library.suffix, "libtillwire.so")
        build_data["pure_python"] = False
        # No part of it depends on the version of Python.
        build_data["tag"] = "py3-none-" + platform.replace("-", "_").replace(".", "_")
        build_data["force_include"][str(library)] = f"tillwire/{name}"
        for license in ("LICENSE-MIT", "LICENSE-APACHE"):
            build_data["force_include"][str(ROOT / license)] = f"tillwire/{license}"

"""Puts the shared library into the wheel, and names the platform it is for.

TILLWIRE_LIBRARY is the library, by default that of ffi/artifact/build for this machine; TILLWIRE_WHEEL_PLATFORM is the platform
tag of the wheel, by default this machine's. `build-wheels` sets both, for each platform.
"""

import os
import pathlib
import sysconfig

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Where ffi/artifact/build puts the library for a Python of this platform.
BUILT = {
    "linux-x86_64": "x86_64-unknown-linux-gnu/lib/libtillwire.so",
    "linux-i686": "i686-unknown-linux-gnu/lib/libtillwire.so",
    "linux-aarch64": "aarch64-unknown-linux-gnu/lib/libtillwire.so",
    "linux-armv7l": "armv7-unknown-linux-gnueabihf/lib/libtillwire.so",
    "win-amd64": "x86_64-win7-windows-gnu/bin/tillwire.dll",
    "win32": "i686-win7-windows-gnu/bin/tillwire.dll",
}


def library():
    """The library that goes into the wheel."""
    given = os.environ.get("TILLWIRE_LIBRARY")
    built = BUILT.get(sysconfig.get_platform())
    if not given and not built:
        raise SystemExit(f"there is no library for {sysconfig.get_platform()} yet; set TILLWIRE_LIBRARY to one that you built")
    file = pathlib.Path(given or ROOT / "target/dist" / built).resolve()
    if not file.exists():
        target = built.split("/")[0] if built else ""
        raise SystemExit(f"{file} is not there. Build it first: {ROOT / 'ffi/artifact/build'} {target}")
    return file


class Hook(BuildHookInterface):
    def initialize(self, version, build_data):
        if self.target_name == "sdist":
            raise SystemExit("there is no source distribution: Rust builds the library from a checkout; run build-wheels there")
        if version == "editable":
            raise SystemExit("an editable install has no place for the library; install without -e")
        file = library()
        platform = os.environ.get("TILLWIRE_WHEEL_PLATFORM") or sysconfig.get_platform().replace("-", "_").replace(".", "_")
        name = "tillwire.dll" if file.suffix == ".dll" else "libtillwire.so"
        build_data["pure_python"] = False
        # No part of it depends on the version of Python.
        build_data["tag"] = f"py3-none-{platform}"
        build_data["force_include"][str(file)] = f"tillwire/{name}"

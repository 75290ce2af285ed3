"""Puts the shared library into the wheel, with the notices of what is in it, and names the platform it is for.

TILLWIRE_LIBRARY is the library, by default that of ffi/artifact/build for this machine; TILLWIRE_WHEEL_PLATFORM is the platform
tag of the wheel, by default this machine's. `build-wheels` sets both, for each platform.
"""

import os
import pathlib
import shutil
import sysconfig

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOTICES = "THIRD-PARTY-NOTICES.txt"
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


def notices():
    """The notices of that library."""
    file = library().parents[1] / NOTICES
    if not file.exists():
        raise SystemExit(f"{file} is not there. Build the library by ffi/artifact/build, which writes it")
    return file


class Licences(MetadataHookInterface):
    """The package's own licences, and the notices; they have to lie in the project's folder."""

    def update(self, metadata):
        shutil.copyfile(notices(), pathlib.Path(self.root, NOTICES))
        metadata["license-files"] = ["LICENSE-*", NOTICES]


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

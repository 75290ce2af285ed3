#!/usr/bin/env python3
"""Is a wheel what its name says?

    check_wheels.py WHEEL...

One line for each, or what is wrong. Needs what is in requirements-wheels.txt.
"""

import base64
import csv
import email.parser
import hashlib
import io
import pathlib
import re
import subprocess
import sys
import zipfile

import pefile
from elftools.elf.elffile import ELFFile
from packaging.tags import parse_tag

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
VERSION = re.search(r'(?m)^version = "([^"]+)"$', ROOT.joinpath("Cargo.toml").read_text(encoding="utf-8"))[1]
EXPORTS = set(ROOT.joinpath("ffi/artifact/symbols.txt").read_text(encoding="utf-8").split())
# By how the tag ends: word size and machine, by the names of pyelftools.
ELF_MACHINES = {
    "x86_64": (64, "EM_X86_64"),
    "i686": (32, "EM_386"),
    "aarch64": (64, "EM_AARCH64"),
    "armv7l": (32, "EM_ARM"),
}
# By how the tag ends: the target whose notices are in the wheel.
TARGETS = {
    "x86_64": "x86_64-unknown-linux-gnu",
    "i686": "i686-unknown-linux-gnu",
    "aarch64": "aarch64-unknown-linux-gnu",
    "armv7l": "armv7-unknown-linux-gnueabihf",
    "win_amd64": "x86_64-win7-windows-gnu",
    "win32": "i686-win7-windows-gnu",
}
NOTICES = "THIRD-PARTY-NOTICES.txt"
PE_MACHINES = {"win_amd64": "IMAGE_FILE_MACHINE_AMD64", "win32": "IMAGE_FILE_MACHINE_I386"}
# Every Windows from 7 on has these; Python 3.9 runs from 8.1 on.
WINDOWS_DLLS = {"kernel32.dll", "msvcrt.dll", "ntdll.dll", "advapi32.dll", "bcrypt.dll", "userenv.dll", "ws2_32.dll"}
NEWER_THAN_WINDOWS_7 = set(ROOT.joinpath("tests/tills/newer-than-windows7").read_text(encoding="utf-8").split())


class Wrong(Exception):
    """What a wheel is not."""


def expect(holds, what):
    if not holds:
        raise Wrong(what)


def same(found, wanted, what):
    expect(found == wanted, f"{what}: {found!r} instead of {wanted!r}")


def check_record(files, info):
    """Each file is in RECORD, with its size and digest."""
    rows = list(csv.reader(io.StringIO(files[f"{info}/RECORD"].decode())))
    same(sorted(row[0] for row in rows), sorted(files), "files in RECORD")
    for name, digest, size in rows:
        if name != f"{info}/RECORD":
            told = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
            same((digest, size), (f"sha256={told}", str(len(files[name]))), f"RECORD of {name}")


def check_contents(files, info, library):
    """The package as it stands in the checkout, one library, its notices, the licences, and nothing else."""
    source = HERE / "src"
    sources = [path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    wanted = {path.relative_to(source).as_posix(): path.read_bytes() for path in sources}
    for license in ("LICENSE-MIT", "LICENSE-APACHE"):
        wanted[f"{info}/licenses/{license}"] = ROOT.joinpath(license).read_bytes()
    expect("tillwire/py.typed" in wanted, "py.typed is not there")
    others = {f"{info}/{name}" for name in ("METADATA", "WHEEL", "RECORD")} | {library, f"{info}/licenses/{NOTICES}"}
    same(sorted(files), sorted(wanted.keys() | others), "files")
    for name, content in wanted.items():
        expect(files[name] == content, f"{name} is not that of the checkout")


def check_metadata(files, info, tag):
    said = email.parser.BytesParser().parsebytes(files[f"{info}/METADATA"])
    for name, value in {
        "Name": "tillwire",
        "Version": VERSION,
        "Requires-Python": ">=3.9",
        "License-Expression": "MIT OR Apache-2.0",
    }.items():
        same(said[name], value, name)
    same(sorted(said.get_all("License-File", [])), ["LICENSE-APACHE", "LICENSE-MIT", NOTICES], "License-File")
    expect([name for name in said.get_all("Requires-Dist", []) if name.startswith("cffi>=")], "cffi is not required")
    wheel = email.parser.BytesParser().parsebytes(files[f"{info}/WHEEL"])
    same(sorted(wheel.get_all("Tag", [])), sorted(map(str, parse_tag(tag))), "tags in WHEEL")
    same(wheel["Root-Is-Purelib"], "false", "Root-Is-Purelib")


def check_notices(text, platform):
    """They are those of a library for the platform, with the transport."""
    target = next((target for end, target in TARGETS.items() if platform.endswith(end)), None)
    same(text.split("\n", 1)[0], f"Notices of Tillwire for {target}", "notices")
    for name in ("Tillwire", "rustls", "webpki-roots", "Rust's standard library"):
        expect(re.search(rf"(?m)^{name}( \d\S+)?\n    licence: ", text), f"the notices do not name {name}")
    expect("Permission is hereby granted" in text, "the notices have no texts")


def same_exports(exports):
    """The library is that of the checkout, as far as its exports tell."""
    differing = sorted(exports ^ EXPORTS)
    expect(not differing, f"the library is of another checkout, build it again: it differs in {differing}")


def check_elf(wheel, library, platform):
    """The machine of the tag, and a glibc no newer than the tag's. Returns what to say of it."""
    elf = ELFFile(io.BytesIO(library))
    machine = next((machine for end, machine in ELF_MACHINES.items() if platform.endswith(f"_{end}")), None)
    same((elf.elfclass, elf["e_machine"]), machine, "machine")
    defined = [item for item in elf.get_section_by_name(".dynsym").iter_symbols() if item["st_shndx"] != "SHN_UNDEF"]
    exports = {item.name for item in defined if item["st_info"]["bind"] == "STB_GLOBAL"}
    same_exports(exports)
    if platform.startswith("linux_"):
        return "for this machine's glibc and later"
    told = subprocess.run(["auditwheel", "show", wheel], check=True, capture_output=True, text=True).stdout
    tags = re.findall(r'platform\s+tag:\s+"(\w+)"', told)
    expect(tags and set(tags) <= set(platform.split(".")), f"auditwheel finds {tags or told}")
    return f"auditwheel: {tags[0]}"


def check_pe(library, platform):
    """The machine of the tag, and no import that a Windows which Python runs on may lack. Returns what to say of it."""
    pe = pefile.PE(data=library)
    same(pefile.MACHINE_TYPE[pe.FILE_HEADER.Machine], PE_MACHINES[platform], "machine")
    exports = {item.name.decode() for item in pe.DIRECTORY_ENTRY_EXPORT.symbols}
    same_exports(exports)
    dlls = {entry.dll.decode().lower() for entry in pe.DIRECTORY_ENTRY_IMPORT}
    same(sorted(dlls - WINDOWS_DLLS), [], "DLLs that an old Windows may lack")
    names = {item.name.decode() for entry in pe.DIRECTORY_ENTRY_IMPORT for item in entry.imports if item.name}
    same(sorted(names & NEWER_THAN_WINDOWS_7), [], "imports that an old Windows lacks")
    return f"imports only {' '.join(sorted(dlls))}"


def check(wheel):
    """Returns what to say of a wheel.

    Raises:
        Wrong: where it is not what it says.
    """
    named = re.fullmatch(r"tillwire-([^-]+)-(py3-none-([\w.]+))\.whl", wheel.name)
    expect(named, "the name is not that of a wheel of tillwire for any Python 3 and one platform")
    version, tag, platform = named.groups()
    same(version, VERSION, "version")
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        files = {name: archive.read(name) for name in names}
    same(len(names), len(files), "files with names of their own")
    info = f"tillwire-{version}.dist-info"
    library = "tillwire/tillwire.dll" if platform in PE_MACHINES else "tillwire/libtillwire.so"
    check_contents(files, info, library)
    check_record(files, info)
    check_metadata(files, info, tag)
    found = files[library]
    said = check_pe(found, platform) if platform in PE_MACHINES else check_elf(wheel, found, platform)
    check_notices(files[f"{info}/licenses/{NOTICES}"].decode(), platform)
    return said


def main():
    wrong = 0
    for name in sys.argv[1:]:
        wheel = pathlib.Path(name)
        try:
            print(f"ok {wheel.name} ({wheel.stat().st_size // 1024} KB): {check(wheel)}")
        except Wrong as reason:
            wrong += 1
            print(f"WRONG {wheel.name}: {reason}")
    if wrong or not sys.argv[1:]:
        sys.exit(f"{wrong} of {len(sys.argv) - 1} wheels are wrong")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Lays out the NuGet package as Tillwire.csproj says, and a program that uses it as `dotnet publish` does.

    dotnet_package.py pack PACKAGE ASSEMBLY [RID=FILE ...]
    dotnet_package.py publish FOLDER PACKAGE PROGRAM [RID]

`pack` takes a native library from target/dist where it is built and no other FILE is given. What is not built is an empty file, and
said. `publish` is without a RID for any system, with one for that system.
"""

import json
import pathlib
import shutil
import sys
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECT = ROOT / "bindings/dotnet/Tillwire.csproj"
DIST = "$(TillwireDist)"
# The runtime that the tests have.
FRAMEWORK = "netcoreapp3.1", "3.1.0"


def items(project=PROJECT):
    """The items of the project that are packed: the file, and its paths in the package."""
    for item in ElementTree.parse(project).getroot().iter("None"):
        if item.get("Pack") == "true":
            yield item.get("Include"), item.get("PackagePath").split(";")


def rid_of(path):
    """`linux-x64` of `runtimes/linux-x64/native/libtillwire.so`; None for what is no native library."""
    parts = path.split("/")
    return parts[1] if parts[0] == "runtimes" else None


def notices_rid_of(path):
    """`linux-x64` of `THIRD-PARTY-NOTICES.linux-x64.txt`; None for what is no notices."""
    parts = path.split(".")
    return parts[1] if parts[0] == "THIRD-PARTY-NOTICES" else None


def source_of(path, file, natives):
    """The file that goes to this path: of the natives that were given, and the notices beside them, else the project's own."""
    if rid_of(path) in natives:
        return pathlib.Path(natives[rid_of(path)])
    if notices_rid_of(path) in natives:
        return pathlib.Path(natives[notices_rid_of(path)]).parents[1] / "THIRD-PARTY-NOTICES.txt"
    return file


def pack(package, assembly, natives):
    """Writes the package's files."""
    package, assembly = pathlib.Path(package), pathlib.Path(assembly)
    shutil.rmtree(package, ignore_errors=True)
    rids = {rid_of(path) for _, paths in items() for path in paths}
    assert natives.keys() <= rids, f"the package has no {natives.keys() - rids}"
    noticed = {notices_rid_of(path) for _, paths in items() for path in paths}
    assert noticed == rids, f"not each library has its notices: {noticed ^ rids}"
    for include, paths in items():
        file = PROJECT.parent / include.replace(DIST, "../../target/dist/")
        for path in paths:
            target = package / path
            target.parent.mkdir(parents=True, exist_ok=True)
            source = source_of(path, file, natives)
            if source.exists():
                shutil.copyfile(source, target)
            else:
                assert DIST in include, f"there is no {source}"
                print(f"{path} is not built here, an empty file is in its place")
                target.write_bytes(b"")
    framework = ElementTree.parse(PROJECT).getroot().find(".//TargetFramework").text
    library = package / "lib" / framework
    library.mkdir(parents=True)
    shutil.copyfile(assembly, library / assembly.name)
    shutil.copyfile(assembly.with_suffix(".xml"), library / assembly.with_suffix(".xml").name)


def publish(folder, package, program, rid=None):
    """Writes the program, the package's files, and the two files by which .NET finds them."""
    folder, package, program = pathlib.Path(folder), pathlib.Path(package), pathlib.Path(program)
    folder.mkdir(parents=True, exist_ok=True)
    name = program.stem
    shutil.copyfile(program, folder / f"{name}.dll")
    (assembly,) = package.glob("lib/*/*.dll")
    shutil.copyfile(assembly, folder / assembly.name)
    used = {"runtime": {assembly.relative_to(package).as_posix(): {}}}
    for native in package.glob("runtimes/*/native/*"):
        path = native.relative_to(package).as_posix()
        if rid is None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(native, folder / path)
            used.setdefault("runtimeTargets", {})[path] = {"rid": rid_of(path), "assetType": "native"}
        elif rid == rid_of(path):
            shutil.copyfile(native, folder / native.name)
            used["native"] = {path: {}}
    target = ".NETCoreApp,Version=v" + FRAMEWORK[0].removeprefix("netcoreapp") + ("" if rid is None else f"/{rid}")
    uses = {f"{name}/1.0.0": {"dependencies": {"Tillwire": "0.1.0"}, "runtime": {f"{name}.dll": {}}}}
    dependencies = {
        "runtimeTarget": {"name": target, "signature": ""},
        "targets": {target: {**uses, "Tillwire/0.1.0": used}},
        "libraries": {
            f"{name}/1.0.0": {"type": "project", "serviceable": False, "sha512": ""},
            "Tillwire/0.1.0": {"type": "package", "serviceable": True, "sha512": ""},
        },
    }
    (folder / f"{name}.deps.json").write_text(json.dumps(dependencies), encoding="utf-8")
    options = {
        "tfm": FRAMEWORK[0],
        "rollForward": "Major",
        "framework": {"name": "Microsoft.NETCore.App", "version": FRAMEWORK[1]},
        # The tests' machines need no ICU.
        "configProperties": {"System.Globalization.Invariant": True},
    }
    (folder / f"{name}.runtimeconfig.json").write_text(json.dumps({"runtimeOptions": options}), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "pack":
        pack(sys.argv[2], sys.argv[3], dict(native.split("=", 1) for native in sys.argv[4:]))
    else:
        publish(*sys.argv[2:])

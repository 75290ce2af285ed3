"""Are the notices those of a library?

    notices.py FILE TARGET [OPTION ...]

They name the crates of `cargo tree` for the target and these options, and no others (for Windows 7, where the standard library is
built with the library, also those that it brings; NIGHTLY is its toolchain); each has a text, and nothing tells of the machine that
built it.
"""

import os
import pathlib
import re
import subprocess
import sys

CRATE = re.compile(r"(\S+) (\d+\.\d+\.\d+\S*)")


def crates_of_cargo(target, options):
    """Tillwire's own crates, and those of others."""
    told = subprocess.run(
        ["cargo", "tree", "--locked", "-e", "normal,no-proc-macro", "--target", target, "-p", "tillwire-ffi-artifact", *options]
        + ["--prefix", "none", "--no-dedupe", "--format", "{p}"],
        check=True, capture_output=True, text=True,
    ).stdout
    own, others = set(), set()
    for line in told.splitlines():
        name, version, *place = line.split()
        (own if any(part.startswith("(/") for part in place) else others).add((name, version.removeprefix("v")))
    return own, others


def crates_of_std(target):
    """What the standard library may bring where it is built with the library."""
    if "-win7-" not in target:
        return set()
    toolchain = subprocess.run(
        ["rustc", f"+{os.environ['NIGHTLY']}", "--print", "sysroot"], check=True, capture_output=True, text=True
    ).stdout.strip()
    lock = pathlib.Path(toolchain, "lib/rustlib/src/rust/library/Cargo.lock").read_text(encoding="utf-8")
    return {f"{name} {version}" for name, version in re.findall(r'(?m)^name = "(.*)"\nversion = "(.*)"$', lock)}


def check(file, target, options):
    printed = pathlib.Path(file).read_text(encoding="utf-8")
    head, *parts = re.split(r"(?m)^={100}$\n", printed)
    texts = {}
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        number, owners = re.fullmatch(r"Text (\d+), of (.*)\n", " ".join(title.splitlines()) + "\n").groups()
        assert text.strip() and owners.strip(), f"text {number} is empty"
        texts[number] = text.strip()
    assert len(set(texts.values())) == len(texts) > 0, "a text stands there twice"
    assert head.startswith(f"Notices of Tillwire for {target}\n"), head[:80]

    entries = [entry.splitlines() for entry in head.split("\n\n") if "    licence: " in entry]
    found = {}
    for title, *lines in entries:
        found[title] = [number for line in lines for number in re.findall(r"\(text (\d+)\)$", line)]
        assert [line for line in lines if line.startswith("    source: https://")] or title == "Tillwire", title
    own, others = crates_of_cargo(target, options)
    release = re.search(r"(?m)^Rust's standard library (\d+\.\d+\.\d+\S*)$", head)
    assert release, "Rust's standard library is not named"
    wanted = {f"{name} {version}" for name, version in others} | {"Tillwire", release[0]}
    differing = found.keys() ^ wanted
    assert len(others) > 5 and wanted <= found.keys() and differing <= crates_of_std(target), f"not as cargo says: {differing}"
    named = set(CRATE.findall(re.search(r"(?m)^    crates: (.*)$", head)[1].replace(",", "")))
    assert named == own, f"Tillwire's own crates: {named ^ own}"
    # The page of the toolchain about its library follows the library's entry.
    found[release[0]] += re.findall(r"\(text (\d+)\)", head[release.end():])
    for title, numbers in found.items():
        assert numbers, f"{title} has no text"
    cited = {number for numbers in found.values() for number in numbers}
    assert cited == texts.keys(), f"texts and citations differ: {cited ^ texts.keys()}"

    toolchain = subprocess.run(["rustc", "--print", "sysroot"], check=True, capture_output=True, text=True).stdout.strip()
    root = pathlib.Path(__file__).resolve().parents[2]
    for place in (str(root), toolchain, os.path.expanduser("~") + "/", ".cargo/", ".rustup/", "file://"):
        assert place not in printed, f"{place} is of this machine"
    print(f"ok: {len(others)} crates, {len(texts)} texts, {len(printed) // 1024} KB")


if __name__ == "__main__":
    check(sys.argv[1], sys.argv[2], sys.argv[3:])

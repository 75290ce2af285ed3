#!/usr/bin/env python3
"""Compares what EventCases wrote of each event, the library's JSON and that of the properties, with the expected event.

    dotnet_events.py VECTORS EVENTS
"""

import json
import pathlib
import re
import sys

from event_cases import case_folders, read_json, time

TIME = re.compile(r".{10}T.{8}(\.\d{1,3})?(Z|[+-]\d\d:\d\d)")
# .NET has no offsets beyond this; the instant is then in UTC.
LARGEST_OFFSET = 14 * 60


def plain(value):
    """A value as .NET can say it: without the difference between +00:00 and Z."""
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [plain(element) for element in value]
    if isinstance(value, str) and TIME.fullmatch(value):
        unix_ms, minutes, _ = time(value)
        return f"{unix_ms} {minutes if abs(minutes) <= LARGEST_OFFSET else 0}"
    return value


def expected_events(vectors):
    for folder in case_folders(vectors):
        for path in (folder / "expected").glob("*.json"):
            if folder.name != "refused":
                yield f"{folder.relative_to(vectors)}/{path.stem}", read_json(path)


def main():
    vectors = pathlib.Path(sys.argv[1])
    lines = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    told = {name: (json.loads(own), json.loads(made)) for name, own, made in (line.split("\t") for line in lines)}
    expected = dict(expected_events(vectors))
    differences = sorted(expected.keys() ^ told.keys())
    for name in expected.keys() & told.keys():
        own, made = told[name]
        if own != expected[name]:
            differences.append(f"{name}: the library's JSON is another")
        if plain(made) != plain(expected[name]):
            differences.append(f"{name}: the properties say {plain(made)} for {plain(expected[name])}")
    print(*differences, sep="\n", end="" if not differences else "\n")
    print(f"{len(expected) - len(differences)} events as expected, {len(differences)} differences")
    return bool(differences) or not expected


if __name__ == "__main__":
    sys.exit(main())

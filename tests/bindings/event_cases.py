"""The event cases of tests/vectors, in the numbers and bytes in which the C ABI takes and gives them: which field a
JSON member is, and of which kind, is read from include/tillwire.h."""

import dataclasses
import datetime
import json
import re

from declarations import Header

# What a genuine delivery shows by each platform's own scheme.
SHOWN = {"klikit": "body", "atlas": "sender_only", "fire": "body_and_time"}
# The kind of a field, by the hundreds of its number.
KINDS = {1: "text", 2: "money", 3: "time", 4: "int"}


@dataclasses.dataclass
class Thing:
    """An event, order, line, ... at a position, or its absence; with its fields by number: kind, number and values."""

    there: bool
    name: str
    position: int
    fields: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Case:
    name: str
    platform: int
    numbers: list  # pairs of setting and number
    texts: list  # pairs of setting and text
    scales: list  # pairs of currency and digits
    locations: list  # pairs of the documented path and the one in the body
    headers: list  # pairs of name and value
    is_read: bool  # whether the body is the answer to a read
    body: bytes
    things: list
    refused: tuple | None  # status, path and offset of the error


def plural(word):
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


class Fields:
    """The fields of every thing that an event has: what is counted and has fields of its own is a list of things."""

    def __init__(self, source):
        self.constants = Header(source).constants
        docs = re.findall(r"/\*\*((?:(?!\*/).)*)\*/\s*#define (TILLWIRE_\w+)", source, re.DOTALL)
        self.docs = {name: " ".join(doc.replace("\n *", " ").split()) for doc, name in docs}
        counted = re.findall(r"^TILLWIRE_[A-Z]+_([A-Z]+)_COUNT$", "\n".join(self.constants), re.MULTILINE)
        # Fields are numbered from 100, so that the hundreds say the kind; codes, as those of keys, stand below.
        self.things = {
            name: {field: number for field, number in self.group(name).items() if number >= 100}
            for name in ["event", *map(str.lower, counted)]
        }
        self.things["key"] = {key: number for key, number in self.group("key").items() if number < 100}

    def group(self, prefix):
        """The constants that begin so, by number: the rest of their names in small letters, and the number."""
        prefix = f"TILLWIRE_{prefix.upper()}_"
        found = [(name, number) for name, number in self.constants.items() if name.startswith(prefix)]
        found.sort(key=lambda constant: constant[1])
        return {name.removeprefix(prefix).lower(): number for name, number in found}

    def list_of(self, field):
        """The things that a field counts, or nothing where it is a field as others are."""
        counted = field.removesuffix("_count")
        return counted if counted != field and self.things.get(counted) else None

    def kind(self, thing, field):
        if thing == "key":
            return "text"
        listed = self.docs[f"TILLWIRE_{thing}_{field}".upper()].startswith("List:")
        return "listed" if listed else KINDS[self.things[thing][field] // 100 % 10]

    def integer(self, thing, field, value):
        """A number, a flag, or the code of a name in the group of which the header speaks."""
        if isinstance(value, str):
            codes = re.search(r"\ban? TILLWIRE_(\w+)_ code\b", self.docs[f"TILLWIRE_{thing}_{field}".upper()])
            value = self.group(codes[1])[value]
        return int(value)

    def ranges(self):
        """Every hundred of numbers that has fields of whatever, to one number past its last field."""
        groups = [*self.things.values(), self.group("error"), self.group("setting")]
        numbers = sorted(number for group in groups for number in group.values())
        last = {number // 100: number + 1 for number in numbers}
        return [(hundred * 100, number) for hundred, number in last.items()]

    def given(self, thing, field, value):
        """What a JSON member says, as kind, number and values; each text of a list for itself."""
        kind, number = self.kind(thing, field), self.things[thing][field]
        if kind == "listed":
            assert isinstance(value, list), field
            return [(kind, number, text.encode()) for text in value]
        if kind == "text":
            return [(kind, number, value.encode())]
        if kind == "money":
            exact = money(value)
            return [(kind, number, *exact) if exact else ("beyond", number)]
        if kind == "time":
            return [(kind, number, *time(value))]
        shown = thing == "event" and field in ("assurance", "secret_index")
        return [("shown" if shown else kind, number, self.integer(thing, field, value))]

    def read(self, name, position, value):
        """A thing, and the things of its lists. A member that the header does not know is an error: none is skipped."""
        members, lists, thing = dict(value), {}, Thing(True, name, position)
        for field, number in self.things[name].items():
            counted = self.list_of(field)
            if counted:
                lists[counted] = members.pop(plural(counted), [])
                thing.fields.append(("int", number, len(lists[counted])))
            elif field in members:
                thing.fields += self.given(name, field, members.pop(field))
        if name == "event":
            lists["key"] = members.pop("keys")
        if members:
            raise ValueError(f"the header has no field of {name} for {', '.join(members)}")
        things = [thing]
        for counted, values in lists.items():
            for at, inner in enumerate(values):
                things += self.read(counted, at, inner)
            things.append(Thing(False, counted, len(values)))
        return things


def money(value):
    """Units, scale and currency, or nothing where the units do not fit 64 bits. A quantity is text alone."""
    amount, currency = (value, "") if isinstance(value, str) else (value["amount"], value.get("currency", ""))
    whole, decimals = re.fullmatch(r"(-?\d+)(?:\.(\d+))?", amount).groups("")
    units = int(whole + decimals)
    return (units, len(decimals), currency.encode()) if -(2**63) <= units < 2**63 else None


def time(value):
    """Unix milliseconds, minutes that the offset is ahead of UTC, and whether an offset is stated."""
    clock, decimals, offset = re.fullmatch(r"(.{10}T.{8})(?:\.(\d{1,3}))?(Z|[+-]\d\d:\d\d)", value).groups("")
    point = datetime.datetime.fromisoformat(clock + offset.replace("Z", "+00:00"))
    minutes = point.utcoffset() // datetime.timedelta(minutes=1)
    return int(point.timestamp()) * 1000 + int(decimals.ljust(3, "0")), minutes, int(offset != "Z")


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def read_case(fields, vectors, folder, name):
    place = folder.relative_to(vectors)
    platform = place.parts[0]
    expected = read_json(folder / "expected" / f"{name}.json")
    beside = {kind: folder / f"{name}.{kind}.json" for kind in ("settings", "headers")}
    stated = {kind: read_json(path) if path.exists() else {} for kind, path in beside.items()}
    scales, locations = (stated["settings"].pop(name, {}) for name in ("scales", "locations"))
    numbers, texts = [], []
    for setting, value in stated["settings"].items():
        number = fields.group("setting")[setting]
        (texts if KINDS[number // 100 % 10] == "text" else numbers).append((number, value))
    is_read, refused = "reads" in place.parts, None
    if folder.name == "refused":
        refused = (fields.group("e")[expected["error"]], expected["path"].encode(), expected["offset"])
    elif not is_read:
        expected = {**expected, "assurance": SHOWN[platform], "secret_index": 0}
    return Case(
        name=f"{place}/{name}",
        platform=fields.group("platform")[platform],
        numbers=numbers,
        texts=texts,
        scales=list(scales.items()),
        locations=list(locations.items()),
        headers=list(stated["headers"].items()),
        is_read=is_read,
        body=(folder / f"{name}.json").read_bytes(),
        things=[] if refused else fields.read("event", 0, expected),
        refused=refused,
    )


def case_folders(vectors):
    """Where the cases of all platforms stand."""
    folders = {file.parent for platform in SHOWN for file in (vectors / platform).rglob("*.json")}
    # Dictionaries are no cases but what others are set up with.
    return sorted(folder for folder in folders if folder.name not in ("expected", "dictionaries"))


def event_cases(fields, vectors):
    """All cases of all platforms. No file of a platform's folders may belong to none."""
    found = []
    for folder in case_folders(vectors):
        names = {path.stem for path in (folder / "expected").glob("*.json")}
        files = {re.sub(r"(\.headers|\.settings)?\.json$", "", path.name) for path in folder.glob("*.json")}
        assert names and names == files, f"{folder} and what is expected there differ: {names ^ files}"
        for name in sorted(names):
            try:
                found.append(read_case(fields, vectors, folder, name))
            except Exception as problem:
                raise ValueError(f"{folder.relative_to(vectors)}/{name} cannot be read: {problem!r}") from problem
    assert {case.name.split("/")[0] for case in found} == SHOWN.keys(), "a platform has no cases"
    return found

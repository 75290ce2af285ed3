"""The shared cases of tests/vectors, and how what Python reads of an event is held against its JSON."""

import datetime
import decimal
import json
import pathlib
import re

import tillwire
from tillwire import Money, Platform, Scheme
from tillwire._code import Code

ROOT = pathlib.Path(__file__).resolve().parents[3]
VECTORS = ROOT / "tests/vectors"
SECRET = "the secret that was agreed"
NOW = 1781748935
PLATFORMS = {"klikit": Platform.KLIKIT, "atlas": Platform.ATLAS, "fire": Platform.FIRE}
# What a genuine delivery shows by each platform's own scheme.
SHOWN = {"klikit": "body", "atlas": "sender_only", "fire": "body_and_time"}
LISTS = ("orders", "lines", "payments", "parties", "steps", "adjustments", "subjects", "problems")


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def beside(file, kind):
    """What the file of this kind beside a case states; nothing where there is none."""
    found = file.with_suffix(f".{kind}.json")
    return read_json(found) if found.exists() else {}


def bodies(pattern):
    found = [file for file in sorted(VECTORS.glob(pattern)) if not file.name.endswith((".headers.json", ".settings.json"))]
    assert found, f"no cases in {pattern}"
    return found


def events():
    """Every body that is decoded."""
    return [file for platform in PLATFORMS for file in bodies(f"{platform}/*.json")] + bodies("*/reads/*.json")


def refused():
    return bodies("*/refused/*.json") + bodies("*/reads/refused/*.json")


def platform_of(file):
    return file.relative_to(VECTORS).parts[0]


def is_read(file):
    return "reads" in file.relative_to(VECTORS).parts


def expected(file):
    """The event that is expected, with what its verification adds."""
    said = read_json(file.parent / "expected" / file.name)
    return said if is_read(file) else {**said, "assurance": SHOWN[platform_of(file)], "secret_index": 0}


def opened(file):
    """The event of a case: of a signed delivery, or of the answer to a read."""
    settings = beside(file, "settings")
    assert settings.keys() <= {"locations", "scales", "expect_event"}, file
    with tillwire.Verifier(PLATFORMS[platform_of(file)], SECRET, **settings) as verifier:
        body = file.read_bytes()
        if is_read(file):
            return verifier.decode_orders(body)
        return verifier.open([*beside(file, "headers").items(), *verifier.sign(body, NOW)], body, NOW)


def properties(thing):
    """The fields of a thing by name, each with the type it is declared as."""
    found = {}
    for kind in type(thing).__mro__:
        if kind.__module__ == "tillwire._fields":
            members = ((name, value) for name, value in vars(kind).items() if isinstance(value, property))
            found.update({name: value.fget.__annotations__["return"] for name, value in members})
    assert found, thing
    return found


def plain(value):
    """A field as JSON has it; times stay times."""
    if isinstance(value, Money):
        return {"amount": f"{value.amount:f}", **({"currency": value.currency} if value.currency else {})}
    if isinstance(value, decimal.Decimal):
        return f"{value:f}"
    if isinstance(value, Code):
        return value.name.lower()
    return list(value) if isinstance(value, tuple) else value


def is_list(thing, name):
    return isinstance(getattr(type(thing), name, None), property)


def by_field(thing):
    """Everything that the properties of a thing give, and its lists, in the shape in which JSON has it."""
    found = {name.rstrip("_"): plain(getattr(thing, name)) for name in properties(thing)}
    found = {name: value for name, value in found.items() if value is not None and value != []}
    for name in LISTS:
        if is_list(thing, name):
            found[name] = [by_field(part) for part in getattr(thing, name)]
    return found


def with_times(thing, said):
    """What JSON says of a thing, its times as times."""
    kinds, found = properties(thing), {}
    for name, value in said.items():
        if name in LISTS and is_list(thing, name):
            found[name] = [with_times(part, inner) for part, inner in zip(getattr(thing, name), value)]
            assert len(found[name]) == len(value) == len(getattr(thing, name)), name
        elif kinds.get(name, "").startswith("datetime"):
            found[name] = time_of(value)
        else:
            found[name] = value
    return found


def time_of(value):
    """A time of RFC 3339. Before Python 3.11, fractions have to have three digits."""
    value = re.sub(r"\.(\d{1,3})", lambda match: "." + match[1].ljust(3, "0"), value)
    return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))


def signature_cases():
    files = sorted((VECTORS / "signatures").glob("*.json"))
    assert files, "no signature cases"
    return [case for file in files for case in read_json(file)]


def verifier_of(case):
    settings = dict(case.get("settings", {}))
    arguments = {}
    if "scheme" in case:
        arguments["scheme"] = Scheme[case["scheme"].upper()]
    if "tolerance" in settings:
        tolerance = settings.pop("tolerance")
        arguments["tolerance_seconds"] = tillwire.TOLERANCE_OFF if tolerance == "unchecked" else tolerance
    assert settings.keys() <= {"signature_header", "timestamp_header"}, case["name"]
    return tillwire.Verifier(PLATFORMS[case["platform"]], case["secrets"], **arguments, **settings)



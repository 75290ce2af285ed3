"""Events as JSON are what tests/vectors/event.schema.json says: those expected of every case, what the library writes and
what the command line (the environment variable TILLWIRE_PROGRAM) prints; and the schema refuses what is none."""

import json
import os
import subprocess
import unittest

from jsonschema import Draft202012Validator

from library import VECTORS, constants, lib, make, verifier_for
from test_events import SECRET, SHOWN, beside, event_json, opened

SCHEMA = json.loads((VECTORS / "event.schema.json").read_text(encoding="utf-8"))
# Together they have every kind of object.
SAMPLES = ["klikit/order-lunch", "atlas/money-exact", "fire/order-completed", "fire/product-updated"]


def bodies():
    """The bodies of all deliveries."""
    for platform in SHOWN:
        found = [file for file in sorted((VECTORS / platform).glob("*.json")) if "." not in file.stem]
        assert found, f"no cases of {platform}"
        yield from found


def reads():
    """The bodies of all answers to reads, with the platform of each."""
    for platform in SHOWN:
        found = sorted((VECTORS / platform / "reads").glob("*.json"))
        assert found, f"no answers of {platform}"
        for file in found:
            yield constants("TILLWIRE_PLATFORM_")[platform.upper()], file


def printed(body):
    """What the command line makes of a body, with the headers and settings that stand beside it."""
    command = [os.environ["TILLWIRE_PROGRAM"], "decode", "--platform", body.parent.name, body]
    command += [text for name, value in beside(body, "headers").items() for text in ("--header", f"{name}: {value}")]
    settings = beside(body, "settings")
    for name, option in (("locations", "--at"), ("scales", "--scale")):
        command += [text for pair in settings.get(name, {}).items() for text in (option, "{}={}".format(*pair))]
    if "expect_event" in settings:
        command += ["--type", settings["expect_event"]]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def expected(name):
    platform, _, case = name.partition("/")
    return json.loads((VECTORS / platform / "expected" / f"{case}.json").read_text(encoding="utf-8"))


def faults(holder, key):
    """Puts one fault after the other into a value and all that is in it; each is undone before the next."""
    value = holder[key]
    for wrong in (None, {} if isinstance(value, (str, list)) else "1", 1.5, []):
        if type(wrong) is not type(value):
            holder[key] = wrong
            yield f"{key}: {wrong!r}"
    holder[key] = value
    if isinstance(value, dict):
        value["no_such_member"] = "1"
        yield f"{key}: one member more"
        del value["no_such_member"]
    for inner in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from faults(value, inner)


class Schema(unittest.TestCase):
    def setUp(self):
        self.validator = Draft202012Validator(SCHEMA)

    def valid(self, event):
        self.assertEqual([f"{error.json_path}: {error.message}" for error in self.validator.iter_errors(event)], [])

    def test_the_schema_is_one(self):
        Draft202012Validator.check_schema(SCHEMA)

    def test_expected_events(self):
        files = [file for file in sorted(VECTORS.rglob("expected/*.json")) if "refused" not in file.parts]
        self.assertEqual(len(files), len([*bodies(), *reads()]))
        for file in files:
            with self.subTest(file):
                self.valid(json.loads(file.read_text(encoding="utf-8")))

    def test_events_that_the_library_writes(self):
        for body in bodies():
            with self.subTest(body), opened(body) as event:
                self.valid(event_json(event))

    def test_orders_that_were_read(self):
        for platform, file in reads():
            body = file.read_bytes()
            with self.subTest(file), verifier_for(platform, [SECRET]) as verifier:
                with make(lib.tillwire_verifier_decode_orders, verifier, body, len(body)) as event:
                    self.valid(event_json(event))

    def test_events_that_the_command_line_prints(self):
        for body in bodies():
            with self.subTest(body):
                self.valid(printed(body))

    def test_another_type_or_one_member_more_is_refused_anywhere(self):
        for name in SAMPLES:
            outside = {"event": expected(name)}
            tried = 0
            for fault in faults(outside, "event"):
                with self.subTest(name, fault=fault):
                    self.assertFalse(self.validator.is_valid(outside["event"]))
                tried += 1
            self.assertGreater(tried, 100)
            self.assertEqual(outside, {"event": expected(name)})

    def test_what_is_always_there_is_required(self):
        missing = 0
        for name in SAMPLES:
            for holder, keys in (
                (lambda event: event, ["platform", "kind", "type_source", "problem_total"]),
                (lambda event: event, ["orders", "subjects", "keys", "problems"]),
                (lambda event: event["orders"][0], ["lines", "payments", "parties", "steps", "adjustments"]),
                (lambda event: event["orders"][0]["lines"][0], ["kind", "depth"]),
                (lambda event: event["orders"][0]["lines"][0]["total"], ["amount"]),
                (lambda event: event["orders"][0]["parties"][0], ["role"]),
                (lambda event: event["orders"][0]["steps"][0], ["progress"]),
                (lambda event: event["orders"][0]["adjustments"][0], ["kind"]),
                (lambda event: event["subjects"][0], ["kind"]),
                (lambda event: event["problems"][0], ["code", "message", "path", "offset"]),
            ):
                for key in keys:
                    event = expected(name)
                    try:
                        del holder(event)[key]
                    except (IndexError, KeyError):
                        continue  # The sample has no such object.
                    missing += 1
                    with self.subTest(name, missing=key):
                        self.assertFalse(self.validator.is_valid(event))
        self.assertGreater(missing, 60)

    def test_words_and_numbers_have_their_form(self):
        for change in (
            lambda event: event.update(platform="unknown"),
            lambda event: event.update(kind="order_eaten"),
            lambda event: event.update(occurred_at="2026-06-18"),
            lambda event: event.update(problem_total=-1),
            lambda event: event["orders"][0].update(progress="half_done"),
            lambda event: event["orders"][0].update(created_at="yesterday"),
            lambda event: event["orders"][0]["total"].update(amount="1e2"),
            lambda event: event["orders"][0]["total"].update(amount="+1"),
            lambda event: event["orders"][0]["total"].update(currency="sgd"),
            lambda event: event["orders"][0]["lines"][0].update(quantity="01"),
            lambda event: event["orders"][0]["lines"][0].update(kind="unknown"),
            lambda event: event["orders"][0]["lines"][0].update(tags=[]),
        ):
            event = expected("atlas/order-event")
            change(event)
            with self.subTest(event=str(event)[:60]):
                self.assertFalse(self.validator.is_valid(event))
        event = expected("atlas/order-event")
        event["orders"][0].update(progress="unknown", created_at="2026-06-18T10:15:30.5+08:00")
        self.valid(event)


if __name__ == "__main__":
    unittest.main()

"""What is read from an expected event for programs without a JSON reader: nothing that it says is left out."""

import pathlib
import shutil
import tempfile
import unittest

from event_cases import Fields, event_cases, money, read_json, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
VECTORS = ROOT / "tests/vectors"
EVENT = VECTORS / "klikit/expected/order-lunch.json"
HEADER = (ROOT / "include/tillwire.h").read_text(encoding="utf-8")
# A list of orders that the header does not have.
COUPONS = """
/** Number: how many coupons there are. */
#define TILLWIRE_ORDER_COUPON_COUNT 499
/** List: what it is for. */
#define TILLWIRE_COUPON_ITEMS 90151
/** Amount: its worth. */
#define TILLWIRE_COUPON_WORTH 90201
/** Code: whose it is, a TILLWIRE_ROLE_ code. */
#define TILLWIRE_COUPON_OWNER 90401
"""


class EventCases(unittest.TestCase):
    def setUp(self):
        self.fields = Fields(HEADER)

    def test_each_member_becomes_one_field_or_list(self):
        event = read_json(EVENT)
        read = self.fields.read("event", 0, event)
        line = next(thing for thing in read if thing.name == "line")
        numbers = {number for _, number, *_ in line.fields}
        self.assertEqual(numbers, {self.fields.things["line"][name] for name in event["orders"][0]["lines"][0]})

    def test_a_new_list_is_read_from_the_header_alone(self):
        event = read_json(EVENT)
        event["orders"][0]["coupons"] = [{"owner": "recipient", "worth": "1.50", "items": ["tea", "rice"]}, {}]
        fields = Fields(HEADER + COUPONS)
        read = fields.read("event", 0, event)
        coupons = [(thing.there, thing.position, thing.fields) for thing in read if thing.name == "coupon"]
        listed = [("listed", 90151, b"tea"), ("listed", 90151, b"rice")]
        self.assertEqual(
            coupons,
            [
                (True, 0, [*listed, ("money", 90201, 150, 2, b""), ("int", 90401, 2)]),
                (True, 1, []),
                (False, 2, []),
            ],
        )
        self.assertIn(("int", 499, 2), next(thing for thing in read if thing.name == "order").fields)
        self.assertIn((90200, 90202), fields.ranges())

    def test_a_member_without_a_field_is_refused(self):
        for where in (
            lambda event: event,
            lambda event: event["orders"][0],
            lambda event: event["orders"][0]["lines"][0],
            lambda event: event["orders"][0]["payments"][0],
            lambda event: event["orders"][0]["parties"][0],
            lambda event: event["keys"][0],
        ):
            event = read_json(EVENT)
            where(event)["colour"] = "blue"
            with self.assertRaisesRegex(ValueError, "no field of [a-z]+ for colour"):
                self.fields.read("event", 0, event)

    def test_a_code_without_a_constant_is_refused(self):
        with self.assertRaises(KeyError):
            self.fields.read("event", 0, {**read_json(EVENT), "kind": "order_eaten"})

    def test_amounts_and_times_are_exact(self):
        self.assertEqual(money("-0.050"), (-50, 3, b""))
        self.assertEqual(money({"amount": "9223372036854775807", "currency": "SGD"}), (2**63 - 1, 0, b"SGD"))
        self.assertIsNone(money({"amount": "9223372036854775.808", "currency": "SGD"}))
        self.assertEqual(time("1970-01-01T00:00:01.5Z"), (1500, 0, 0))
        self.assertEqual(time("1970-01-01T00:00:01+00:00"), (1000, 0, 1))
        self.assertEqual(time("1969-12-31T20:29:59.999-03:30"), (-1, -210, 1))

    def test_answers_to_reads_and_what_is_refused(self):
        cases = {case.name: case for case in event_cases(self.fields, VECTORS)}
        told = {name: {field for _, field, *_ in cases[name].things[0].fields} for name in cases if cases[name].things}
        assurance = self.fields.constants["TILLWIRE_EVENT_ASSURANCE"]
        for name, is_read in (("klikit/order-lunch", False), ("klikit/reads/order-detail-whole", True)):
            self.assertEqual((cases[name].is_read, assurance in told[name]), (is_read, not is_read))
        for name, is_read in (("fire/refused/envelope-order-events", False), ("klikit/reads/refused/order-detail", True)):
            expected = (self.fields.constants["TILLWIRE_E_NO_IDENTITY"], b"$.data")
            self.assertEqual((cases[name].is_read, cases[name].refused[:2]), (is_read, expected))
            self.assertEqual(cases[name].things, [])

    def test_settings_and_files_without_a_case(self):
        with tempfile.TemporaryDirectory() as folder:
            vectors = pathlib.Path(folder) / "vectors"
            shutil.copytree(VECTORS, vectors)
            settings = vectors / "atlas/order-event.settings.json"
            settings.write_text('{"scales": {"JPY": 0}, "locations": {"$": "$.a"}, "expect_event": "order.created"}')
            case = next(case for case in event_cases(self.fields, vectors) if case.name == "atlas/order-event")
            self.assertEqual((case.scales, case.locations), ([("JPY", 0)], [("$", "$.a")]))
            self.assertEqual(case.texts, [(self.fields.constants["TILLWIRE_SETTING_EXPECT_EVENT"], "order.created")])

            settings.write_text('{"colour": "blue"}')
            with self.assertRaisesRegex(ValueError, "atlas/order-event cannot be read.*colour"):
                event_cases(self.fields, vectors)
            settings.unlink()

            for place, name in (("atlas", "order-event"), ("fire/reads/refused", "conflict")):
                expected = vectors / place / "expected" / f"{name}.json"
                kept = expected.read_bytes()
                expected.unlink()
                with self.assertRaisesRegex(AssertionError, name):
                    event_cases(self.fields, vectors)
                expected.write_bytes(kept)
            shutil.rmtree(vectors / "klikit/reads/expected")
            with self.assertRaisesRegex(AssertionError, "klikit/reads and"):
                event_cases(self.fields, vectors)


if __name__ == "__main__":
    unittest.main()

"""Deliveries of every platform through cffi: the whole event as JSON is what is expected, and what the getters give."""

import decimal
import json
import unittest

from library import NULL, VECTORS, Failed, call, constants, ffi, headers_of, lib, make, read, text, verifier_for

SECRET = b"the secret that was agreed"
NOW = 1781748935
# What a genuine delivery shows by each platform's own scheme.
SHOWN = {"klikit": "body", "atlas": "sender_only", "fire": "body_and_time"}
NAMED = {
    "platform": lib.TILLWIRE_NAMES_PLATFORM,
    "type_source": lib.TILLWIRE_NAMES_TYPE_FROM,
    "progress": lib.TILLWIRE_NAMES_PROGRESS,
    "payment_status": lib.TILLWIRE_NAMES_PAY,
    "fulfilment": lib.TILLWIRE_NAMES_FULFILMENT,
    "role": lib.TILLWIRE_NAMES_ROLE,
    "courier": lib.TILLWIRE_NAMES_COURIER,
    "assurance": lib.TILLWIRE_NAMES_ASSURANCE,
    "verdict": lib.TILLWIRE_NAMES_VERDICT,
    "action": lib.TILLWIRE_NAMES_ACTION,
    "progress_before": lib.TILLWIRE_NAMES_PROGRESS,
    "payment_status_before": lib.TILLWIRE_NAMES_PAY,
}
COUNTED = {"depth", "parent", "line", "secret_index", "problem_total", "batch_index", "batch_total"}
# Plain decimals, without a currency.
PLAIN = {"quantity", "rate"}


def signed(verifier, body):
    """The headers by which a genuine delivery proves itself."""
    with make(lib.tillwire_verifier_sign, verifier, body, len(body), NOW) as headers:
        pairs = []
        while name := text(lib.tillwire_headers_name(headers, len(pairs), NULL)):
            pairs.append((name, text(lib.tillwire_headers_value(headers, len(pairs), NULL))))
        return pairs


def beside(file, kind):
    """What the file of this kind beside a case states; nothing where there is none."""
    found = file.with_suffix(f".{kind}.json")
    return json.loads(found.read_text(encoding="utf-8")) if found.exists() else {}


def settings_of(file):
    """The settings of a case, as `verifier_for` takes them."""
    stated = beside(file, "settings")
    unknown = stated.keys() - {"locations", "scales", "expect_event"}
    assert not unknown, f"{file}: unknown settings {unknown}"
    expected = [stated["expect_event"]] if "expect_event" in stated else []
    return {
        "texts": [(lib.TILLWIRE_SETTING_EXPECT_EVENT, event_type) for event_type in expected],
        "locations": stated.get("locations", {}).items(),
        "scales": stated.get("scales", {}).items(),
    }


def platform_of(file):
    return file.relative_to(VECTORS).parts[0]


def is_read(file):
    """Whether the body is the platform's answer to a read."""
    return "reads" in file.relative_to(VECTORS).parts


def shown(file):
    """What an event says beside what is expected of it, since its delivery was verified."""
    return {} if is_read(file) else {"assurance": SHOWN[platform_of(file)], "secret_index": 0}


def opened(file):
    """The event of a case, under the settings that stand beside it: of a delivery, its body signed, and sent with the
    headers that stand beside it."""
    body = file.read_bytes()
    platform = constants("TILLWIRE_PLATFORM_")[platform_of(file).upper()]
    with verifier_for(platform, [SECRET], **settings_of(file)) as verifier:
        if is_read(file):
            return make(lib.tillwire_verifier_decode_orders, verifier, body, len(body))
        stated = beside(file, "headers").items()
        with headers_of([*stated, *signed(verifier, body)]) as headers:
            return make(lib.tillwire_verifier_open, verifier, headers, body, len(body), NOW)


def event_json(event):
    out = ffi.new("char **")
    call(lib.tillwire_event_json, event, out)
    with ffi.gc(out[0], lib.tillwire_string_free):
        return json.loads(text(out[0]))


class Beyond64Bits:
    """Equal to an amount in JSON whose units do not fit 64 bits, which a getter answers with TILLWIRE_E_RANGE."""

    def __eq__(self, other):
        digits = decimal.Decimal(other["amount"] if isinstance(other, dict) else other).as_tuple().digits
        return int("".join(map(str, digits))) >= 2**63


def amount(name, money):
    """An amount as JSON has it. A quantity or rate is text alone."""
    exact = f"{decimal.Decimal(money.units).scaleb(-money.scale):f}"
    if name in PLAIN:
        return exact
    currency = text(money.currency)
    return {"amount": exact, "currency": currency} if currency else {"amount": exact}


def time(point):
    buffer = ffi.new("char[]", lib.TILLWIRE_FORMAT_SIZE)
    call(lib.tillwire_time_format, ffi.new("tillwire_time *", point), buffer, len(buffer))
    return text(buffer)


def number(name, value, kind_names):
    if name == "kind":
        return text(lib.tillwire_name(kind_names, value))
    if name in NAMED:
        return text(lib.tillwire_name(NAMED[name], value))
    return value if name in COUNTED else bool(value)


def fields(kind, *where, kind_names=0):
    """Everything that the getters of a kind of thing (order, line, ...) give for any of its fields."""
    found = {}
    for name, field in constants(f"TILLWIRE_{kind.upper()}_").items():
        if name.endswith("_COUNT"):
            continue
        name = name.lower()
        length = ffi.new("size_t *")
        pointer = getattr(lib, f"tillwire_{kind}_text")(*where, field, length)
        if pointer:
            found[name] = text(pointer)
            assert len(ffi.string(pointer)) == length[0], name
            continue
        for ctype, form, getter in (
            ("tillwire_money", lambda value: amount(name, value), "money"),
            ("tillwire_time", time, "time"),
            ("int64_t", lambda value: number(name, value, kind_names), "int"),
        ):
            function = getattr(lib, f"tillwire_{kind}_{getter}", None)
            if (kind, getter) == ("event", "money"):
                continue  # by path, not by field
            if getter == "money" and function and function(*where, field, ffi.new(ctype + " *")) == lib.TILLWIRE_E_RANGE:
                found[name] = Beyond64Bits()
                continue
            value = read(ctype, function, *where, field) if function else None
            if value is not None:
                found[name] = form(value)
    return found


def listed(order, line):
    found = {}
    for name in ("tags", "kitchen_tags", "sections"):
        field = getattr(lib, f"TILLWIRE_LINE_{name.upper()}")
        texts = []
        while pointer := lib.tillwire_line_listed(order, line, field, len(texts), NULL):
            texts.append(text(pointer))
        if texts:
            found[name] = texts
    return found


def by_field(order):
    """An order read by field, in the shape in which JSON has it."""

    def count(field):
        return range(read("int64_t", lib.tillwire_order_int, order, field))

    return {
        **fields("order", order),
        "lines": [
            {**fields("line", order, line, kind_names=lib.TILLWIRE_NAMES_ITEM), **listed(order, line)}
            for line in count(lib.TILLWIRE_ORDER_LINE_COUNT)
        ],
        "payments": [fields("payment", order, at) for at in count(lib.TILLWIRE_ORDER_PAYMENT_COUNT)],
        "parties": [fields("party", order, at) for at in count(lib.TILLWIRE_ORDER_PARTY_COUNT)],
        "steps": [fields("step", order, at) for at in count(lib.TILLWIRE_ORDER_STEP_COUNT)],
        "adjustments": [
            fields("adjustment", order, at, kind_names=lib.TILLWIRE_NAMES_ADJUST)
            for at in count(lib.TILLWIRE_ORDER_ADJUSTMENT_COUNT)
        ],
    }


class EventVectors(unittest.TestCase):
    maxDiff = None

    def bodies(self, pattern):
        files = sorted(VECTORS.glob(pattern))
        found = [file for file in files if not file.name.endswith((".headers.json", ".settings.json"))]
        self.assertTrue(found, f"no cases in {pattern}")
        return found

    def vectors(self):
        for platform in SHOWN:
            yield from self.bodies(f"{platform}/*.json")
        yield from self.bodies("*/reads/*.json")

    def test_json_is_what_is_expected(self):
        for file in self.vectors():
            expected = json.loads((file.parent / "expected" / file.name).read_text(encoding="utf-8"))
            with self.subTest(file), opened(file) as event:
                self.assertEqual(event_json(event), {**expected, **shown(file)})

    def test_what_is_refused_says_why_and_where(self):
        for file in [*self.bodies("*/refused/*.json"), *self.bodies("*/reads/refused/*.json")]:
            expected = json.loads((file.parent / "expected" / file.name).read_text(encoding="utf-8"))
            with self.subTest(file), self.assertRaises(Failed) as caught:
                opened(file)
            failed = caught.exception
            self.assertEqual(failed.code, constants("TILLWIRE_E_")[expected["error"].upper()])
            self.assertEqual((failed.path, failed.offset), (expected["path"], expected["offset"]))
            self.assertTrue(failed.hint)

    def test_reading_by_field_gives_what_json_gives(self):
        for file in self.vectors():
            with self.subTest(file), opened(file) as event:
                count = read("int64_t", lib.tillwire_event_int, event, lib.TILLWIRE_EVENT_ORDER_COUNT)
                orders = [by_field(lib.tillwire_event_order(event, position)) for position in range(count)]
                self.assertEqual(orders, event_json(event)["orders"])
                self.assertEqual(lib.tillwire_event_order(event, count), NULL)
                count = read("int64_t", lib.tillwire_event_int, event, lib.TILLWIRE_EVENT_SUBJECT_COUNT)
                subjects = [
                    fields("subject", event, at, kind_names=lib.TILLWIRE_NAMES_ABOUT) for at in range(count)
                ]
                self.assertEqual(subjects, event_json(event)["subjects"])

                told = fields("event", event, kind_names=lib.TILLWIRE_NAMES_KIND)
                whole = event_json(event)
                self.assertEqual(told, {name: whole[name] for name in whole if name in told})
                self.assertLessEqual({"platform", "kind", "type_source"}, told.keys())

    def test_the_body_stays_as_it_was_received(self):
        for file in self.vectors():
            length = ffi.new("size_t *")
            with self.subTest(file), opened(file) as event:
                pointer = lib.tillwire_event_body(event, length)
                self.assertEqual(bytes(ffi.buffer(pointer, length[0])), file.read_bytes())

    def test_any_value_is_reachable_by_path(self):
        length = ffi.new("size_t *")
        with opened(VECTORS / "atlas/order-event.json") as event:
            pointer = lib.tillwire_event_raw(event, b"$.order_items[0].brand.label", length)
            self.assertEqual(bytes(ffi.buffer(pointer, length[0])), b'"Atlas Cafe"')
            self.assertEqual(lib.tillwire_event_raw(event, b"$.order_items[9]", length), NULL)
            self.assertEqual(length[0], 0)

    def test_any_amount_is_reachable_by_path(self):
        with opened(VECTORS / "fire/order-completed.json") as event:
            for path, units, scale in (
                (b"$.data.payments.metadata.fiscal.vTotTrib", 31600, 4),
                (b"$.data.orderLines[0].metadata.fiscal.vTotTrib", 316, 2),
            ):
                money = ffi.new("tillwire_money *")
                call(lib.tillwire_event_money, event, path, lib.TILLWIRE_SCALE_BY_PLACE, money)
                self.assertEqual((money.units, money.scale, text(money.currency)), (units, scale, "BRL"))
            rate = b"$.data.payments.totals[0].taxes[0].rate"
            with self.assertRaises(Failed) as failed:
                call(lib.tillwire_event_money, event, rate, lib.TILLWIRE_SCALE_BY_PLACE, money)
            self.assertEqual(failed.exception.code, lib.TILLWIRE_E_UNIT)
            self.assertIn("scale", failed.exception.hint)
            self.assertEqual((money.units, money.scale), (0, 0))
            call(lib.tillwire_event_money, event, rate, 0, money)
            self.assertEqual((money.units, money.scale), (4, 2))

    def test_amounts_of_a_reshaped_body_are_reached_where_they_were_received(self):
        with opened(VECTORS / "fire/renamed-keys.json") as event:
            money = ffi.new("tillwire_money *")
            call(lib.tillwire_event_money, event, b"$.order.paid.sums[0].total", lib.TILLWIRE_SCALE_BY_PLACE, money)
            self.assertEqual((money.units, money.scale), (229000, 4))

    def test_a_location_that_cannot_be_one(self):
        for canonical, actual in (("data", "$"), ("$.data[0]", "$"), ("$.data", "order"), ("$.data", "")):
            with self.subTest(canonical), self.assertRaises(Failed) as failed:
                verifier_for(lib.TILLWIRE_PLATFORM_FIRE, [SECRET], locations=[(canonical, actual)])
            self.assertEqual(failed.exception.code, lib.TILLWIRE_E_SETTING)
            self.assertTrue(failed.exception.hint)

    def test_keys(self):
        key = ffi.new("char[]", lib.TILLWIRE_KEY_SIZE)
        with opened(VECTORS / "atlas/order-created-first-generation.json") as event:
            for name, code in (("delivery", lib.TILLWIRE_KEY_DELIVERY), ("content", lib.TILLWIRE_KEY_CONTENT)):
                call(lib.tillwire_event_key, event, 0, code, key, len(key))
                self.assertEqual(text(key), event_json(event)["keys"][0][name])


if __name__ == "__main__":
    unittest.main()

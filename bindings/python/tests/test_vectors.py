"""Every shared case, through the package: what verifies and what does not, the event as JSON, and field by field."""

import decimal
import json
import unittest

import tillwire
from shared import (
    NOW,
    VECTORS,
    by_field,
    events,
    expected,
    opened,
    properties,
    read_json,
    refused,
    signature_cases,
    verifier_of,
    with_times,
)
from tillwire import Assurance, Status


class Signatures(unittest.TestCase):
    def test_each_case_comes_to_what_it_expects(self):
        for case in signature_cases():
            with self.subTest(case["name"]):
                ok = case["expect"].get("ok")
                if ok:
                    proof = self.verified(case)
                    self.assertEqual(proof, (ok["secret_index"], Assurance[ok["assurance"].upper()]))
                    continue
                with self.assertRaises(tillwire.TillwireError) as caught:
                    self.verified(case)
                error = caught.exception
                self.assertEqual((error.code, error.name), (Status[f"E_{error.name.upper()}"], case["expect"]["error"]))
                self.assertTrue(error.message and error.hint)
                if "skew_seconds" in case["expect"]:
                    self.assertEqual(error.skew_seconds, case["expect"]["skew_seconds"])
                for secret in case["secrets"]:
                    if len(secret) > 7:
                        self.assertNotIn(secret, f"{error} {error!r} {vars(error)}")

    def verified(self, case):
        body = bytes.fromhex(case["body_hex"]) if "body_hex" in case else case.get("body_utf8", "").encode()
        pairs = [(name, value.encode()) for name, value in case.get("headers", [])]
        with verifier_of(case) as verifier:
            if "header_block" in case:
                self.assertFalse(pairs)
                return verifier.verify(case["header_block"].encode(), body, case.get("now", 0))
            return verifier.verify(pairs, body, case.get("now", 0))


class Events(unittest.TestCase):
    maxDiff = None

    def test_json_is_what_is_expected(self):
        for file in events():
            with self.subTest(file), opened(file) as event:
                self.assertEqual(event.to_dict(), expected(file))
                self.assertEqual(event.body, file.read_bytes())

    def test_every_field_is_what_json_says(self):
        count = 0
        for file in events():
            with self.subTest(file), opened(file) as event:
                said = expected(file)
                keys = said.pop("keys")
                self.assertEqual(by_field(event), with_times(event, {"problems": [], **said}))
                for position, key in enumerate(keys):
                    self.assertEqual(event.key(tillwire.Key.CONTENT, position), key.get("content"))
                    self.assertEqual(event.key(tillwire.Key.DELIVERY, position), key.get("delivery"))
                self.assertIsNone(event.key(position=len(keys)))
                self.assertEqual([order.to_dict() for order in event.orders], said["orders"])
                count += len(said["orders"])
        self.assertGreater(count, 100)

    def test_columns_say_what_the_parts_say(self):
        count = 0
        for file in events():
            with self.subTest(file), opened(file) as event, opened(file) as again:
                for order, same in zip(event.orders, again.orders):
                    for kind in ("lines", "payments", "parties", "steps", "adjustments"):
                        parts = getattr(order, kind)
                        names = list(properties(parts[0])) if parts else []
                        said = [tuple(getattr(part, name) for name in names) for part in parts]
                        self.assertEqual(getattr(same, kind).values(*names), said)
                        columns = [name for name in names if name != "at"]
                        self.assertEqual(getattr(same, kind).values(*columns, "position"), [
                            (*(getattr(part, name) for name in columns), part.position) for part in parts
                        ])
                        count += sum(len(values) for values in said)
        self.assertGreater(count, 10_000)

    def test_columns_in_one_call(self):
        with tillwire.Verifier(tillwire.Platform.ATLAS, "token").decode_unverified(json.dumps({
            "order_id": 1, "order_items": [
                {"id": 1, "name": "Soup", "quantity": 2, "unit_price": 4.5, "currency": "SGD"}, {"id": 2, "name": "Tea"},
            ],
        }).encode()) as event:
            lines = event.order.lines
            self.assertEqual(lines.values("name", "quantity", "unit_price", "voided"), [
                ("Soup", decimal.Decimal(2), tillwire.Money(decimal.Decimal("4.5"), "SGD"), None), ("Tea", None, None, None),
            ])
            self.assertEqual(lines.values("name", "position"), [("Soup", 0), ("Tea", 1)])
            self.assertEqual(lines.values("name"), [("Soup",), ("Tea",)])
            self.assertEqual(lines.values(), [(), ()])
            self.assertEqual(event.order.steps.values("progress", "at"), [])
            for parts in (lines, event.order.steps):
                with self.assertRaisesRegex(AttributeError, "nam"):
                    parts.values("position", "nam")
        with self.assertRaises(tillwire.ClosedError):
            lines.values("name")

    def test_a_loop_over_many_lines(self):
        lines = [{"id": at, "name": f"Nasi lemak \u6797 {at}", "quantity": at, "unit_price": f"{at}.25"} for at in range(1, 1001)]
        body = json.dumps({"order_id": 1, "currency": "SGD", "order_items": lines}).encode()
        with tillwire.Verifier(tillwire.Platform.ATLAS, "token").decode_unverified(body) as event:
            read = [(line.name, line.quantity, line.unit_price.amount) for line in event.order.lines]
        self.assertEqual(read, [(line["name"], line["quantity"], decimal.Decimal(line["unit_price"])) for line in lines])

    def test_amounts_beyond_64_bits(self):
        price = "12345678901234567890.12345"
        body = f'{{"order_id": 1, "total_including_tax": {price}, "order_items": [{{"id": 1, "unit_price": {price}}}]}}'
        with tillwire.Verifier(tillwire.Platform.ATLAS, "token").decode_unverified(body.encode()) as event:
            exact = tillwire.Money(decimal.Decimal(price))
            self.assertEqual((event.order.total, str(event.order.total)), (exact, price))
            self.assertEqual([event.order.lines[0].unit_price, *(line.unit_price for line in event.order.lines)], [exact, exact])

    def test_what_is_refused_says_why_and_where(self):
        for file in refused():
            said = read_json(file.parent / "expected" / file.name)
            with self.subTest(file), self.assertRaises(tillwire.DecodeError) as caught:
                opened(file)
            error = caught.exception
            self.assertEqual((error.name, error.path, error.offset), (said["error"], said["path"], said["offset"]))
            self.assertTrue(error.hint)

    def test_any_value_is_reachable_by_path(self):
        with opened(VECTORS / "fire/order-completed.json") as event:
            path = "$.data.payments.metadata.fiscal.vTotTrib"
            self.assertEqual(str(event.money(path)), "3.16")
            self.assertEqual(event.money(path).currency, "BRL")
            self.assertIsNone(event.money("$.nothing"))
            rate = "$.data.payments.totals[0].taxes[0].rate"
            with self.assertRaises(tillwire.AmountError) as caught:
                event.money(rate)
            self.assertEqual(caught.exception.code, Status.E_UNIT)
            self.assertEqual(str(event.money(rate, 0).amount), "0.04")
            self.assertEqual(event.value("$.event.type"), "order.completed")
            self.assertIsNone(event.raw("$.nothing"))

    def test_what_to_answer(self):
        with tillwire.Verifier(tillwire.Platform.KLIKIT, "secret") as verifier:
            self.assertEqual(verifier.answer().status, 200)
            self.assertEqual(verifier.answer(Status.DUPLICATE).status, 200)
            with self.assertRaises(tillwire.VerificationError) as caught:
                verifier.open({"x-signature": "00"}, b"{}", NOW)
            answer = verifier.answer(caught.exception)
            self.assertEqual(answer.status, 400)
            self.assertTrue(answer.body.startswith(b"{"))

    def test_stores_and_dictionaries(self):
        body, atlas = (VECTORS / "atlas/order-event.json").read_bytes(), tillwire.Platform.ATLAS
        with tillwire.Verifier(atlas, "token") as verifier:
            key = verifier.decode_unverified(body).order.store_key
        with tillwire.Verifier(atlas, "token", stores={key: "ours"}) as verifier:
            self.assertEqual(verifier.decode_unverified(body).order.own_store_id, "ours")
        with tillwire.Verifier(atlas, "token", stores={"elsewhere": "ours"}) as verifier:
            problems = verifier.decode_unverified(body).problems
            self.assertIn(tillwire.ProblemCode.UNMAPPED_STORE, [problem.code for problem in problems])
        status = tillwire.Vocabulary.KLIKIT_ORDER_STATUS
        served = b'{"data": [{"id": 7, "name": "on_the_moon"}]}'
        with self.assertRaises(tillwire.DecodeError):
            tillwire.Verifier(tillwire.Platform.KLIKIT, "secret", dictionaries={status: served[:-1]})

    def test_amounts(self):
        amount = tillwire.Money(decimal.Decimal("35.420"), "SGD")
        self.assertEqual((amount.minor_units(), str(amount)), (3542, "35.42"))
        for inexact, code in (("0.125", Status.E_INEXACT), ("1e30", Status.E_RANGE)):
            with self.assertRaises(tillwire.AmountError) as caught:
                tillwire.Money(decimal.Decimal(inexact), "SGD").minor_units()
            self.assertEqual(caught.exception.code, code)
        for use in (lambda: amount + amount, lambda: 2 * amount, lambda: amount < amount, lambda: sum([amount])):
            with self.assertRaisesRegex(TypeError, "currency"):
                use()
        self.assertEqual(tillwire.quantity_text(decimal.Decimal("1.50")), "1.5")
        self.assertEqual((tillwire.currency_digits("JPY"), tillwire.currency_digits(None)), (0, 2))

    def test_a_small_precision_of_the_program_rounds_nothing(self):
        with opened(VECTORS / "atlas/order-event.json") as event, decimal.localcontext() as context:
            context.prec = 2
            self.assertEqual(str(event.order.total), "35.42")
            self.assertEqual(event.order.total.minor_units(), 3542)

    def test_words(self):
        reasons = tillwire.words(tillwire.Vocabulary.KLIKIT_REASON)
        self.assertTrue(reasons)
        states = {word.code: word for word in tillwire.words(tillwire.Vocabulary.FIRE_KITCHEN_REPORT)}
        self.assertEqual(states["order.ready"].meaning, tillwire.Progress.READY)
        self.assertEqual(tillwire.words(tillwire.Vocabulary(99)), [])


if __name__ == "__main__":
    unittest.main()

"""A book of orders: what a till is told in the life of an order, every shared case, limits, and a book kept as text."""

import json
import unittest

import tillwire
from shared import PLATFORMS, by_field, events, opened, with_times
from tillwire import Action, Ask, OrderBook, Permission, Platform, Status, Verdict

ATLAS = Platform.ATLAS


def atlas(order_id, state, quantity=1, **members):
    item = {"id": 1, "name": "Laksa", "quantity": quantity, "currency": "SGD", "unit_price": 4.5}
    body = json.dumps({"order_id": order_id, "state": state, "order_items": [item], **members}).encode()
    with tillwire.Verifier(ATLAS, "token") as verifier:
        return verifier.decode_unverified(body)


def book_of(*ids, **limits):
    book = OrderBook(**limits)
    for now, order_id in enumerate(ids):
        with atlas(order_id, "confirmed", contact_name="Jo") as event, book.apply(event, "main", now):
            pass
    return book


class Book(unittest.TestCase):
    maxDiff = None

    def test_the_life_of_an_order(self):
        book = OrderBook()
        told = []
        for state, quantity in (("unpaid", 1), ("confirmed", 1), ("confirmed", 2), ("confirmed", 2), ("cancelled", 2)):
            with atlas(5, state, quantity) as event, book.apply(event, "main", 0) as changes:
                (change,) = changes
                told.append((change.verdict, change.action))
                if change.action == Action.REPRINT:
                    (edit,) = change.line_changes
                    self.assertEqual((edit.edit, edit.line.quantity, edit.line_before.quantity), (tillwire.Edit.QUANTITY, 2, 1))
                    self.assertEqual(edit.line.name, "Laksa")
        self.assertEqual(
            told,
            [
                (Verdict.NEW, Action.UPDATE),
                (Verdict.CHANGED, Action.PRINT),
                (Verdict.CHANGED, Action.REPRINT),
                (Verdict.DUPLICATE, Action.NOTHING),
                (Verdict.CHANGED, Action.VOID),
            ],
        )
        self.assertEqual((book.counts.new, book.counts.duplicate, book.counts.orders, book.counts.finished), (1, 1, 1, 1))

    def test_changes_by_field_are_those_of_json(self):
        book, count = OrderBook(), 0
        for file in events():
            with self.subTest(file), opened(file) as event, book.apply(event, "main", 0) as changes:
                for change, said in zip(changes, changes.to_list()):
                    order, before, lines = (said.pop(name, None) for name in ("order", "order_before", "line_changes"))
                    self.assertEqual(by_field(change), with_times(change, said))
                    self.assertEqual(change.order and change.order.to_dict(), order)
                    if order:
                        self.assertEqual(by_field(change.order), with_times(change.order, order))
                    if lines and before:
                        self.assertEqual(by_field(change.before), with_times(change.before, before))
                    edits = [(edit.edit.name.lower(), edit.before, edit.now) for edit in change.line_changes]
                    self.assertEqual(edits, [(line["kind"], line.get("before"), line.get("after")) for line in lines])
                    count += 1
                self.assertEqual(len(changes), len(changes.to_list()))
        self.assertGreater(count, 100)
        other = OrderBook(book.export())
        self.assertEqual(other.export(), book.export())
        with book.orders() as held:
            self.assertEqual({change.verdict for change in held}, {Verdict.HELD})
            for change in held:
                order = book.order(change.platform, "main", change.order_id)
                self.assertEqual(order.to_dict(), change.order.to_dict())

    def test_an_order_of_the_book_is_a_copy(self):
        book = book_of(1)
        order = book.order(ATLAS, "main", "1")
        with atlas(1, "cancelled") as event:
            book.apply(event, "main", 1)
        book.close()
        self.assertEqual(order.progress, tillwire.Progress.ACCEPTED)
        self.assertIsNone(book_of(1).order(ATLAS, "main", "2"))

    def test_one_order_alone_and_what_is_refused(self):
        book, other = book_of(1, 2), book_of(3)
        kept = book.export(ATLAS, "main", "2")
        self.assertEqual((other.restore(kept), other.counts.orders), (1, 2))
        self.assertIsNone(book.export(ATLAS, "main", "3"))
        for text, kind, path in (
            ("", tillwire.DecodeError, "$"),
            ("{}", tillwire.ExportError, None),
            (kept.replace('"tillwire_book":1', '"tillwire_book":2'), tillwire.ExportError, None),
            (kept.replace('"Jo"', "7"), tillwire.ExportError, "$.orders[0].order.parties[0].name"),
        ):
            before = other.export()
            with self.subTest(path), self.assertRaises(kind) as caught:
                other.restore(text)
            self.assertEqual(caught.exception.path, path)
            self.assertNotIn("Jo", str(caught.exception))
            self.assertEqual(other.export(), before)
        self.assertTrue(other.remove(ATLAS, "main", "2"))
        self.assertFalse(other.remove(ATLAS, "main", "2"))

    def test_limits(self):
        book = book_of(1, 2, 3, most_orders=2, most_remembered=10)
        self.assertEqual((book.counts.orders, book.counts.left_open, book.counts.remembered), (2, 1, 1))
        self.assertEqual(book.counts.most_orders, 2)
        with self.assertRaises(tillwire.SettingError):
            OrderBook(most_orders=0)

    def test_what_may_be_asked(self):
        book = book_of(1)
        answer = book.may_ask(ATLAS, "main", "1", Ask.READY)
        self.assertEqual(answer, (Permission.REFUSED, "the platform takes no such request"))
        self.assertIsNone(book.may_ask(ATLAS, "main", "2", Ask.READY))
        client = tillwire.atlas.Client(secret="token", merchant="m")
        with self.assertRaises(tillwire.CallError) as caught:
            book.request(client, "main", "1", Ask.READY)
        self.assertEqual((caught.exception.code, caught.exception.name), (Status.E_CALL_REFUSED, "call_refused"))
        self.assertIsNone(book.request(client, "main", "2", Ask.READY))

    def test_states_are_read_again(self):
        with tillwire.Verifier(Platform.KLIKIT, "secret") as verifier, OrderBook() as book, book.read_again(verifier) as none:
            self.assertEqual((len(none), list(none)), (0, []))
        self.assertEqual(set(PLATFORMS.values()), set(Platform))


if __name__ == "__main__":
    unittest.main()

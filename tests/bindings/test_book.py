"""A book of orders through cffi: what a till is told to do in the life of an order of each platform, the changes as JSON and
by field for every shared case, limits, and a book that is kept as text."""

import json
import unittest

from library import NULL, VECTORS, Failed, call, ffi, headers_of, lib, make, read, text, verifier_for
from test_events import by_field, fields, opened

ACCOUNT = b"main"
KLIKIT, ATLAS, FIRE = lib.TILLWIRE_PLATFORM_KLIKIT, lib.TILLWIRE_PLATFORM_ATLAS, lib.TILLWIRE_PLATFORM_FIRE
PLATFORMS = {KLIKIT: "klikit", ATLAS: "atlas", FIRE: "fire"}


def name(group, code):
    return text(lib.tillwire_name(group, code))


def new_book(**limits):
    book = make(lib.tillwire_book_new)
    for limit, value in limits.items():
        call(lib.tillwire_book_set_int, book, getattr(lib, f"TILLWIRE_BOOK_{limit.upper()}"), value)
    return book


def event_of(platform, document, kind=None):
    """A delivery, or without a kind of a klikit one the answer to a read."""
    body = json.dumps(document).encode()
    with verifier_for(platform, [b"secret"]) as verifier:
        if platform == KLIKIT and kind is None:
            return make(lib.tillwire_verifier_decode_orders, verifier, body, len(body))
        with headers_of([("x-klikit-event-type", kind)] if kind else []) as headers:
            return make(lib.tillwire_verifier_decode_unverified, verifier, headers, body, len(body))


def applied(book, event, account=ACCOUNT, now=0):
    return make(lib.tillwire_book_apply, book, account, event, now)


def string(function, *arguments):
    """What a function gives to be kept, or None where that is absent."""
    out, error = ffi.new("char **"), ffi.new("tillwire_error **")
    status = function(*arguments, out, error)
    if status == lib.TILLWIRE_ABSENT:
        assert out[0] == NULL
        return None
    assert status == lib.TILLWIRE_OK, status
    with ffi.gc(out[0], lib.tillwire_string_free):
        return ffi.string(out[0])


def changes_json(changes):
    return json.loads(string(lib.tillwire_changes_json, changes))


def exported(book, order=None):
    account, platform, order_id = order or (NULL, 0, NULL)
    return string(lib.tillwire_book_export, book, account, platform, order_id)


def imported(book, export):
    count = ffi.new("size_t *", 99)
    call(lib.tillwire_book_import, book, export, len(export), count)
    return count[0]


def counted(book, field):
    return read("int64_t", lib.tillwire_book_int, book, getattr(lib, f"TILLWIRE_BOOK_{field}"))


def change_by_field(changes, position):
    """A change read by field, in the shape in which JSON has it."""

    def line(rank, field):
        return read("int64_t", lib.tillwire_change_line, changes, position, rank, field)

    found = fields("change", changes, position)
    lines = []
    for rank in range(read("int64_t", lib.tillwire_change_int, changes, position, lib.TILLWIRE_CHANGE_LINE_COUNT)):
        edit = {
            "kind": name(lib.TILLWIRE_NAMES_EDIT, line(rank, lib.TILLWIRE_CHANGE_LINE_EDIT)),
            "before": line(rank, lib.TILLWIRE_CHANGE_LINE_BEFORE),
            "after": line(rank, lib.TILLWIRE_CHANGE_LINE_NOW),
        }
        lines.append({key: value for key, value in edit.items() if value is not None})
    found["line_changes"] = lines
    order = lib.tillwire_change_order(changes, position, lib.TILLWIRE_CHANGE_NOW)
    if order:
        found["order"] = by_field(order)
    before = lib.tillwire_change_order(changes, position, lib.TILLWIRE_CHANGE_BEFORE)
    if before and lines:
        found["order_before"] = by_field(before)
    return found


class Life(unittest.TestCase):
    """What a till is told for each delivery: verdict, action and progress."""

    def told(self, platform, *deliveries):
        book = new_book()
        told = []
        for delivery in deliveries:
            kind, document = delivery if isinstance(delivery, tuple) else (None, delivery)
            with event_of(platform, document, kind) as event, applied(book, event) as changes:
                (change,) = changes_json(changes)
                self.assertEqual(change, change_by_field(changes, 0))
                told.append((change["verdict"], change["action"], change.get("progress")))
        return told

    def test_klikit(self):
        def order(minute, **members):
            return {"id": 42, "brand_id": 1, "branch_id": 2, "updated_at": f"2026-06-18T12:{minute:02}:00Z", **members}

        def delivery(kind, minute, **members):
            return (f"klikit.order.{kind}", {"brand_id": 1, "branch_id": 2, "orders": [order(minute, **members)]})

        one, two = ([{"item_id": 7, "title": "Sate", "quantity": quantity}] for quantity in (1, 2))
        self.assertEqual(
            self.told(
                KLIKIT,
                delivery("status.updated", 0, status=1),
                {"data": {"orders": [order(0, status=1)]}},
                delivery("created.v2", 1, status=2, cart=one),
                delivery("created.v2", 1, status=2, cart=one),
                delivery("cart.updated", 3, status=2, cart=two),
                delivery("status.updated", 2, status=2),
                delivery("status.updated", 4, status=9),
                delivery("status.updated", 5, status=3),
            ),
            [
                ("new", "fetch", "placed"),
                ("stale", "nothing", "placed"),
                ("changed", "print", "accepted"),
                ("duplicate", "nothing", "accepted"),
                ("changed", "reprint", "accepted"),
                ("stale", "nothing", "accepted"),
                ("changed", "update", "dispatched"),
                ("changed", "void", "cancelled"),
            ],
        )

    def test_atlas(self):
        def order(state, quantity):
            item = {"id": 1, "name": "Laksa", "quantity": quantity, "currency": "SGD", "unit_price": 4.5}
            return {"order_id": 5, "state": state, "order_items": [item]}

        self.assertEqual(
            self.told(
                ATLAS,
                order("unpaid", 1),
                order("confirmed", 1),
                order("confirmed", 2),
                order("confirmed", 1),
                order("confirmed", 1),
                order("cancelled", 1),
            ),
            [
                ("new", "update", "placed"),
                ("changed", "print", "accepted"),
                ("changed", "reprint", "accepted"),
                ("changed", "reprint", "accepted"),
                ("duplicate", "nothing", "accepted"),
                ("changed", "void", "cancelled"),
            ],
        )

    def test_fire(self):
        def event(kind, minute, **members):
            at = f"2026-06-18T12:{minute:02}:00.000Z"
            return {
                "event": {"id": f"e-{minute}", "type": f"order.{kind}", "createdAt": at},
                "data": {"orderId": "f-1", **members},
                "_meta": {"attempt": "1"},
            }

        lines = [{"uid": "l-1", "itemDescription": "Feijoada", "quantity": "1"}]
        ready = {"status": "ready", "occurredAt": "2026-06-18T12:03:00Z", "history": []}
        completed = event("completed", 2, status="COMPLETED", paymentStatus="SUCCEEDED", orderLines=lines)
        self.assertEqual(
            self.told(
                FIRE,
                event("opened", 1, status="OPEN", paymentStatus="PENDING", orderLines=lines),
                event("status_updated", 3, status="COMPLETED", kitchen=ready),
                completed,
                {**completed, "_meta": {"attempt": "2"}},
                {"event": {"id": "e-9", "type": "store.business_day_closed"}, "data": {"storeCode": "1"}},
            ),
            [
                ("new", "update", "placed"),
                ("changed", "fetch", "ready"),
                ("changed", "print", "ready"),
                ("duplicate", "nothing", "ready"),
                ("not_understood", "nothing", None),
            ],
        )


class EveryCase(unittest.TestCase):
    """Every shared case in one book."""

    maxDiff = None

    def cases(self):
        for platform in PLATFORMS.values():
            for folder in (VECTORS / platform, VECTORS / platform / "reads"):
                for file in sorted(folder.glob("*.json")):
                    if not file.name.endswith((".headers.json", ".settings.json")):
                        yield file

    def test_changes_by_field_are_those_of_the_json(self):
        book, count = new_book(), 0
        for file in self.cases():
            with self.subTest(file), opened(file) as event, applied(book, event) as changes:
                whole = changes_json(changes)
                self.assertEqual(len(whole), lib.tillwire_changes_count(changes))
                self.assertEqual([change_by_field(changes, position) for position in range(len(whole))], whole)
                self.assertEqual({change["account"] for change in whole}, {"main"})
                count += len(whole)
        self.assertGreater(count, 100)

        kept = exported(book)
        self.assertEqual(set(json.loads(kept)), {"tillwire_book", "orders", "left"})
        other = new_book()
        self.assertEqual(imported(other, kept), counted(book, "ORDERS"))
        self.assertEqual(exported(other), kept)
        with make(lib.tillwire_book_orders, book) as held, make(lib.tillwire_book_orders, other) as again:
            whole = changes_json(held)
            self.assertEqual({change["verdict"] for change in whole}, {"held"})
            self.assertEqual(changes_json(again), whole)

    def test_what_is_applied_again_is_known(self):
        for file in self.cases():
            book = new_book()
            with self.subTest(file), opened(file) as event:
                with applied(book, event) as changes:
                    first = changes_json(changes)
                with applied(book, event) as changes:
                    second = changes_json(changes)
                ids = [change.get("order_id") for change in first]
                self.assertEqual([change.get("order_id") for change in second], ids)
                for before, after in zip(first, second):
                    self.assertIn(before["verdict"], ("new", "not_understood", "changed"))
                    if "order_id" in after and ids.count(after["order_id"]) == 1:
                        self.assertEqual((after["verdict"], after["action"]), ("duplicate", "nothing"))
                        self.assertEqual(after["order"], before["order"])


class Keeping(unittest.TestCase):
    def book_of(self, *ids, **limits):
        book = new_book(**limits)
        for now, order_id in enumerate(ids):
            document = {"order_id": order_id, "state": "confirmed", "contact_name": "Jo", "order_items": [{"id": 1}]}
            with event_of(ATLAS, document) as event, applied(book, event, now=now):
                pass
        return book

    def test_one_order_alone(self):
        book, other = self.book_of(1, 2), self.book_of(3)
        kept = exported(book, (ACCOUNT, ATLAS, b"2"))
        self.assertIn(b'"Jo"', kept)
        self.assertEqual(imported(other, kept), 1)
        self.assertEqual(counted(other, "ORDERS"), 2)
        order = lib.tillwire_book_order(other, ACCOUNT, ATLAS, b"2")
        self.assertEqual(text(lib.tillwire_order_text(order, lib.TILLWIRE_ORDER_ID, NULL)), "2")
        self.assertIsNone(exported(book, (ACCOUNT, ATLAS, b"3")))
        self.assertIsNone(exported(book, (b"another", ATLAS, b"2")))

    def test_what_is_refused_leaves_the_book_as_it_was(self):
        book = self.book_of(1)
        kept = exported(book)
        for export, code, path in (
            (b"", lib.TILLWIRE_E_NOT_JSON, "$"),
            (kept[:-1], lib.TILLWIRE_E_NOT_JSON, "$.left"),
            (b"{}", lib.TILLWIRE_E_EXPORT, None),
            (kept.replace(b'"tillwire_book":1', b'"tillwire_book":2'), lib.TILLWIRE_E_VERSION, None),
            (kept.replace(b'"Jo"', b"7"), lib.TILLWIRE_E_EXPORT, "$.orders[0].order.parties[0].name"),
            (kept.replace(b'"atlas"', b'"sea"', 1), lib.TILLWIRE_E_EXPORT, "$.orders[0]"),
        ):
            with self.subTest(code=code, path=path), self.assertRaises(Failed) as failed:
                imported(book, export)
            self.assertEqual((failed.exception.code, failed.exception.path), (code, path))
            self.assertTrue(failed.exception.hint)
            self.assertNotIn("Jo", str(failed.exception))
            self.assertEqual(exported(book), kept)

    def test_limits(self):
        book = self.book_of(1, 2, 3, most_orders=2, most_remembered=10)
        self.assertEqual(counted(book, "ORDERS"), 2)
        self.assertEqual((counted(book, "LEFT_OPEN"), counted(book, "REMEMBERED")), (1, 1))
        self.assertEqual(lib.tillwire_book_order(book, ACCOUNT, ATLAS, b"1"), NULL)
        with self.assertRaises(Failed) as failed:
            call(lib.tillwire_book_set_int, book, lib.TILLWIRE_BOOK_MOST_ORDERS, 0)
        self.assertEqual(failed.exception.code, lib.TILLWIRE_E_SETTING)

    def test_what_may_be_asked(self):
        book = self.book_of(1)
        permission, reason = ffi.new("int32_t *"), ffi.new("char **")
        call(
            lib.tillwire_book_may_ask, book, ACCOUNT, ATLAS, b"1", lib.TILLWIRE_ASK_READY, NULL, permission, reason
        )
        self.assertEqual(name(lib.TILLWIRE_NAMES_MAY, permission[0]), "refused")
        self.assertEqual(text(reason[0]), "the platform takes no such request")


if __name__ == "__main__":
    unittest.main()

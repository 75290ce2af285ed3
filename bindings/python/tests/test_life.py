"""Memory, threads and misuse: nothing leaks, nothing that was closed is used, and no defect takes the program down."""

import copy
import gc
import json
import os
import pathlib
import pickle
import subprocess
import sys
import threading
import unittest
from decimal import Decimal

import tillwire
from shared import NOW, VECTORS
from tillwire import _conversions
from tillwire import headers as _headers
from tillwire._library import ffi, lib

BODY = (VECTORS / "atlas/order-event.json").read_bytes()
ATLAS = tillwire.Platform.ATLAS
TOKEN = {"Authorization": "Bearer token"}


def resident_kb():
    """Memory that the process has, after the garbage is gone."""
    gc.collect()
    pages = int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def read(order):
    return [order.reference, order.total, *((line.name, line.quantity, line.total) for line in order.lines)]


class Closed(unittest.TestCase):
    def test_use_after_close_raises(self):
        with tillwire.Verifier(ATLAS, "token") as verifier, tillwire.OrderBook() as book:
            event = verifier.open(TOKEN, BODY, NOW)
            changes = book.apply(event, "main", NOW)
            order, line, problem_list = event.order, event.order.lines[0], event.problems
            lines = order.lines
            looped = next(iter(order.lines))
            self.assertTrue(looped.name)
            held, change = changes[0].order, changes[0]
            client = tillwire.klikit.Client(key="k", secret="s")
            call = client.call(tillwire.Operation.KLIKIT_BRANDS)
            pages, request = client.orders(), call.begin(bytes(16))
            poller = tillwire.Poller(client, "shop", book)
            things = (event, changes, verifier, book, client, call, pages, poller)
            for thing in things:
                thing.close()
                thing.close()
            uses = {
                "event": lambda: event.kind,
                "event's json": event.json,
                "event's body": lambda: event.body,
                "event's orders": lambda: event.orders,
                "order's text": lambda: order.reference,
                "order's amount": lambda: order.total,
                "order's time": lambda: order.created_at,
                "order's json": order.to_dict,
                "lines": lambda: order.lines,
                "how many lines": lambda: len(lines),
                "columns of lines": lambda: lines.values("name"),
                "line": lambda: line.name,
                "line's list": lambda: line.tags,
                "line of a loop": lambda: looped.name,
                "what was not read in the loop": lambda: looped.quantity,
                "changes": lambda: len(changes),
                "change": lambda: change.verdict,
                "change's order": lambda: held.reference,
                "book": book.export,
                "counts of the book": lambda: book.counts.orders,
                "apply": lambda: book.apply(event, "main"),
                "verifier": lambda: verifier.open(TOKEN, BODY, NOW),
                "answer": verifier.answer,
                "client": client.brands,
                "counts of the client": lambda: client.counts.sent,
                "call": call.send,
                "request": lambda: request.url,
                "headers of the request": lambda: request.headers,
                "pages": lambda: next(pages),
                "poller": lambda: next(poller.round()),
                "with": event.__enter__,
            }
            for name, use in uses.items():
                with self.subTest(name), self.assertRaises(tillwire.ClosedError):
                    use()
            self.assertEqual((len(problem_list), event.closed), (0, True))
            for thing in (event, order, lines, line, changes, change, verifier, book, client, call, poller):
                self.assertTrue(repr(thing))

    def test_what_was_read_outlives_its_name(self):
        order = tillwire.Verifier(ATLAS, "token").open(TOKEN, BODY, NOW).order
        gc.collect()
        self.assertEqual(order.lines[-1].name, "Add avocado")

    def test_what_the_library_made_is_not_copied(self):
        with tillwire.Verifier(ATLAS, "token") as verifier:
            for use in (copy.copy, copy.deepcopy, pickle.dumps):
                with self.assertRaisesRegex(TypeError, "JSON"):
                    use(verifier)

    def test_an_error_can_be_pickled(self):
        with self.assertRaises(tillwire.DecodeError) as caught:
            tillwire.Verifier(ATLAS, "token").decode_unverified(b'{"order_id": }')
        again = pickle.loads(pickle.dumps(caught.exception))
        self.assertEqual((type(again), vars(again)), (tillwire.DecodeError, vars(caught.exception)))
        self.assertEqual((again.name, again.offset, str(again)), ("not_json", 13, str(caught.exception)))


class Misuse(unittest.TestCase):
    def test_wrong_arguments(self):
        verifier = tillwire.Verifier(ATLAS, "token")
        for use in (
            lambda: verifier.open(TOKEN, BODY.decode(), NOW),
            lambda: verifier.open(TOKEN, None, NOW),
            lambda: verifier.open([("a", 1)], BODY, NOW),
            lambda: tillwire.OrderBook().apply(None, "main"),
            lambda: tillwire.OrderBook(7),
            lambda: tillwire.Verifier("atlas", "token"),
        ):
            with self.assertRaises((TypeError, AttributeError, ValueError)):
                use()
        with self.assertRaises(tillwire.ArgumentError):
            tillwire.Verifier(tillwire.Platform(9), "token")
        with self.assertRaises(tillwire.SettingError):
            tillwire.Verifier(ATLAS)
        for headers in (
            [("a\0b", "c")],
            [("a b", "c")],
            [("a", "b\nc")],
            [("a", "b\nAuthorization: Bearer token")],
            [("a", "b\r\nAuthorization: Bearer token")],
            [("a\nAuthorization", "Bearer token")],
            [("a: b\nAuthorization", "Bearer token")],
            [("a", "b\n continued"), ("Authorization", "Bearer token")],
            [("", "c"), ("Authorization", "Bearer token")],
            [(" Authorization", "Bearer token")],
            [("Authorization: Bearer token\na", "b"), ("c", "d")],
            b"no header",
        ):
            with self.subTest(headers), self.assertRaises(tillwire.VerificationError) as caught:
                verifier.open(headers, BODY, NOW)
            self.assertEqual(caught.exception.code, tillwire.Status.E_HEADER_FORMAT)
        many = [(f"x-{position}", "1") for position in range(150)]
        with self.assertRaises(tillwire.VerificationError):
            verifier.open([*many, *TOKEN.items()], BODY, NOW)
        with tillwire.Verifier(ATLAS, "token", headers=200) as wide, wide.open([*many, *TOKEN.items()], BODY, NOW) as event:
            self.assertEqual(event.order.reference, "A123")

    def test_headers_in_every_form(self):
        with tillwire.Verifier(ATLAS, "token") as verifier:
            block = b"POST /atlas HTTP/1.1\r\nHost: till\r\nAuthorization: Bearer token\r\n\r\n"
            pairs = [(b"authorization", b"Bearer token")]
            mixed = [("authorization", b"Bearer token"), (b"Host", "till"), ("X-A", "Ren\xe9e"), ("X-B", "\u65b0\u52a0\u5761")]
            spaced = {"Authorization": "  Bearer token ", "X-Empty": "", "X-Colons": "a: b: c"}
            for headers in (TOKEN, TOKEN.items(), iter(TOKEN.items()), pairs, mixed, spaced, block, memoryview(block)):
                with verifier.open(headers, BODY, NOW) as event:
                    self.assertEqual(event.secret_index, 0)
            with verifier.open(TOKEN, bytearray(BODY), NOW) as event:
                self.assertEqual(event.body, BODY)

    def test_odd_headers_are_named_whatever_form_they_have(self):
        names = [{"A": "1", name: "HTTP/1.1"} for name in ("", "A b", "A:b", " B", "POST /")]
        values = [{"A": "1", "B": value} for value in ("2\n", "2\r", "2\0", "2\nC: 3")]
        with tillwire.Verifier(ATLAS, "token") as verifier:
            for what, cases in (("name", names), ("value", values)):
                for headers in cases:
                    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
                    for form in (headers, headers.items(), encoded):
                        refused = self.assertRaisesRegex(tillwire.VerificationError, f"the {what} of header 2 ")
                        with self.subTest(headers), refused:
                            verifier.verify(form, b"{}")

    def test_columns_of_any_length(self):
        with tillwire.Verifier(ATLAS, "token") as verifier:
            for count in (0, 1, 99, 100, 101, 999, 1600, 10_000):
                items = [{"name": f"Soup {number:33}", "quantity": 1} for number in range(count)]
                body = json.dumps({"order_id": 1, "identifier": "A1", "order_items": items}).encode()
                with verifier.open(TOKEN, body, NOW) as event:
                    named = event.order.lines.values("name")
                    self.assertEqual(named, [(item["name"],) for item in items])

    def test_positions(self):
        with tillwire.Verifier(ATLAS, "token").open(TOKEN, BODY, NOW) as event:
            lines = event.order.lines
            self.assertEqual([line.name for line in lines[::-1]], [line.name for line in reversed(lines)])
            self.assertEqual(lines[-1].position, len(lines) - 1)
            for position in (len(lines), -len(lines) - 1):
                with self.assertRaises(IndexError):
                    lines[position]

    def test_a_defect_is_contained(self):
        error = ffi.new("tillwire_error **")
        self.assertEqual(lib.tillwire_test_panic(error), lib.TILLWIRE_E_PANIC)
        lib.tillwire_error_free(error[0])
        with tillwire.Verifier(ATLAS, "token").open(TOKEN, BODY, NOW) as event:
            self.assertEqual(event.order.reference, "A123")

    def test_a_program_that_ends_with_everything_open(self):
        program = (
            "import tillwire; v = tillwire.Verifier(tillwire.Platform.ATLAS, 'token');"
            f"e = v.open({TOKEN!r}, open({str(VECTORS / 'atlas/order-event.json')!r}, 'rb').read(), {NOW});"
            "o = e.order; b = tillwire.OrderBook(); c = b.apply(e, 'main'); k = tillwire.klikit.Client(key='k', secret='s');"
            "p = k.orders(); print(o.reference)"
        )
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
        self.assertEqual((ended.returncode, ended.stdout, ended.stderr), (0, "A123\n", ""))


class Memory(unittest.TestCase):
    def cycle(self, verifier, book, count):
        for turn in range(count):
            event = verifier.open(TOKEN, BODY, NOW)
            read(event.order)
            changes = book.apply(event, "main", NOW)
            read(changes[0].order)
            if turn % 2:
                event.close()
                changes.close()
            try:
                verifier.open({"Authorization": "Bearer guess"}, BODY, NOW)
            except tillwire.VerificationError:
                pass
            with tillwire.klikit.Client(key="k", secret="s") as client, client.call(tillwire.Operation.KLIKIT_BRANDS) as call:
                call.begin(bytes(16))
            if turn % 10 == 0:
                tillwire.Verifier(ATLAS, ["token", "next"])
                book.order(ATLAS, "main", event.order.id if not event.closed else "1")
                event.closed or event.to_dict()

    def test_ten_thousand_cycles_need_no_more_memory(self):
        with tillwire.Verifier(ATLAS, "token") as verifier, tillwire.OrderBook() as book:
            self.cycle(verifier, book, 1000)
            before = resident_kb()
            self.cycle(verifier, book, 10_000)
            grown = resident_kb() - before
        self.assertLess(grown, 1024, "in KB")

    def test_only_so_much_is_kept_of_what_changes_with_each_delivery(self):
        with tillwire.Verifier(ATLAS, "token") as verifier:
            for number in range(3000):
                items = [{"name": "Soup", "quantity": number, "unit_price": number / 4, "currency": "SGD"}]
                body = json.dumps({"order_id": 1, "identifier": "A1", "order_items": items}).encode()
                odd = "X-" + f"{number}" * (1 + number % 40)
                with verifier.open({**TOKEN, odd: "1"}, body, NOW) as event:
                    [(quantity, price)] = event.order.lines.values("quantity", "unit_price")
                    self.assertEqual((quantity, price.amount), (number, Decimal(number) / 4))
        for kept, most in (
            (_conversions.MONEY, _conversions._KEPT),
            (_conversions.DECIMAL, _conversions._KEPT),
            (_headers._seen, _headers._SEEN),
        ):
            self.assertTrue(0 < len(kept) <= most, most)
        self.assertLessEqual(max(map(len, _headers._seen)), _headers._LONGEST)


class Threads(unittest.TestCase):
    def run_all(self, *jobs):
        failures, begin = [], threading.Barrier(len(jobs))

        def run(job):
            begin.wait()
            try:
                job()
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])

    def test_one_verifier_and_one_book_in_many_threads(self):
        verifier, book = tillwire.Verifier(ATLAS, "token"), tillwire.OrderBook()

        def work():
            for _ in range(300):
                with verifier.open(TOKEN, BODY, NOW) as event, book.apply(event, "main", NOW) as changes:
                    self.assertEqual(changes[0].order.to_dict(), event.order.to_dict())
                self.assertEqual(book.counts.orders, 1)
                book.may_ask(ATLAS, "main", "1", tillwire.Ask.READY)

        self.run_all(*[work] * 6)
        self.assertEqual((book.counts.new, book.counts.duplicate), (1, 6 * 300 - 1))

    def test_what_others_read_may_be_closed(self):
        for _ in range(100):
            event = tillwire.Verifier(ATLAS, "token").open(TOKEN, BODY, NOW)

            def use(event=event):
                try:
                    while True:
                        read(event.order)
                        event.json()
                except tillwire.ClosedError:
                    pass

            self.run_all(use, use, event.close)


if __name__ == "__main__":
    unittest.main()

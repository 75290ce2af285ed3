"""Calls to the simulated platforms: replies, errors, retries, pages, cancelling, catching up, and what a till asks for."""

import datetime
import threading
import time
import unittest

import tillwire
from sim import Sim
from tillwire import Ask, Failure, Status

UTC = datetime.timezone.utc


class Platforms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sim = Sim("--orders", "45")

    @classmethod
    def tearDownClass(cls):
        cls.sim.close()

    def setUp(self):
        self.sim.tell("fault", {})

    def newest(self, platform):
        return self.sim.ask(f"orders/{platform}")[0]

    def test_a_read_and_its_order(self):
        client, order_id = self.sim.klikit(), self.newest("klikit")
        reply = client.order(order_id)
        self.assertEqual((reply.http_status, reply.attempts), (200, 1))
        self.assertIsNotNone(reply.server.tzinfo)
        with reply.orders() as event:
            self.assertEqual((event.kind, event.order.id), (tillwire.EventKind.ORDER_READ, order_id))
        self.assertTrue(reply.value("$"))
        self.assertEqual((client.counts.sent, client.counts.replies, client.count_of(200)), (1, 1, 1))
        (note,) = client.notes()
        self.assertIn("klikit_order", note)
        self.assertEqual(list(client.notes()), [])

    def test_an_action_is_done_once_though_its_answer_was_lost(self):
        client, (order_id,) = self.sim.klikit(first_wait_ms=1), self.sim.tell("orders", {"platform": "klikit", "count": 1})
        self.sim.tell("fault", {"fault": "drop_after_commit", "filter": {"platform": "klikit", "method": "PATCH"}, "times": 1})
        reply = client.order_status(order_id, "accepted", occurred_at=datetime.datetime.now(UTC))
        self.assertEqual(reply.attempts, 2)
        done = [action for action in self.sim.ask("actions") if action["order"] == order_id]
        self.assertEqual(len(done), 1)
        self.assertEqual(client.count_of(Failure.BROKEN), 1)

    def test_what_the_platform_refuses(self):
        with self.assertRaises(tillwire.CallError) as caught:
            self.sim.klikit().order("999")
        error = caught.exception
        self.assertEqual((error.code, error.http_status, error.may_be_done), (Status.E_CALL_NOT_FOUND, 404, False))
        self.assertTrue(error.platform_code and error.request_id and error.stop is tillwire.Stop.FINAL)
        with self.assertRaises(tillwire.CallError) as caught:
            self.sim.klikit(secret="wrong").brands()
        self.assertEqual(caught.exception.code, Status.E_CALL_UNAUTHORIZED)
        with self.assertRaises(tillwire.CallError) as caught:
            tillwire.klikit.Client(environment=None, api_address="http://127.0.0.1:1", key="k", secret="s", attempts=1).brands()
        self.assertEqual((caught.exception.code, caught.exception.http_status), (Status.E_CALL_NO_CONNECTION, None))

    def test_certificates(self):
        with self.assertRaises(tillwire.CallError) as caught:
            self.sim.klikit("GOOD_", attempts=1).brands()
        self.assertEqual(caught.exception.code, Status.E_CALL_UNTRUSTED)
        trusted = self.sim.ca.read_text()
        self.assertEqual(self.sim.klikit("GOOD_", root_certificates=trusted).brands().http_status, 200)

    def test_pages(self):
        for client in (self.sim.klikit(), self.sim.fire()):
            start = datetime.datetime.now(UTC) - datetime.timedelta(days=30)
            pages = client.orders(from_=start, size=20) if isinstance(client, tillwire.klikit.Client) else client.orders(size=20)
            self.assertIsNone(pages.total)
            seen, last = set(), None
            for page in pages:
                with page.orders() as event:
                    self.assertLessEqual(len(page.records), len(event.orders))
                    seen.update(order.id for order in event.orders)
                self.assertGreaterEqual(page.total, 45)
                if last:
                    self.assertEqual(page.number, last.number + 1)
                    with self.assertRaises(tillwire.ClosedError):
                        last.orders()
                last = page
            self.assertEqual(len(seen), last.seen)
            self.assertGreater(last.number, 2)
            with self.assertRaises(StopIteration):
                next(pages)

    def test_a_page_that_failed_is_asked_for_again(self):
        pages = self.sim.fire(attempts=1).orders(size=20)
        first = next(pages)
        self.sim.tell("fault", {"fault": {"status": 503}, "filter": {"platform": "fire"}, "times": 1})
        with self.assertRaises(tillwire.CallError):
            next(pages)
        second = next(pages)
        self.assertEqual((first.number, second.number), (1, 2))

    def test_a_till_asks_by_the_book(self):
        book, now = tillwire.OrderBook(), datetime.datetime.now(UTC)
        klikit, (order_id,) = self.sim.klikit(), self.sim.tell("orders", {"platform": "klikit", "count": 1})
        with klikit.order(order_id).orders() as event, book.apply(event, "shop") as changes:
            self.assertEqual(changes[0].verdict, tillwire.Verdict.NEW)
        with book.request(klikit, "shop", order_id, Ask.ACCEPT, at=now) as call:
            self.assertEqual(call.send().http_status, 200)
            self.assertTrue(call.request.idempotency_key)
        with klikit.order(order_id).orders() as event:
            book.apply(event, "shop")
        self.assertEqual(book.order(tillwire.Platform.KLIKIT, "shop", order_id).progress, tillwire.Progress.ACCEPTED)
        with self.assertRaisesRegex(ValueError, "offset"):
            book.request(klikit, "shop", order_id, Ask.READY, at=datetime.datetime(2026, 1, 1))

    def test_a_login_comes_first(self):
        fire = self.sim.fire()
        with self.assertRaises(tillwire.CallError):
            fire.order_refund("no-such-order", "1")
        self.assertEqual(fire.counts.logins, 1)

    def test_atlas(self):
        order_id = self.newest("atlas")
        with self.sim.atlas().order(order_id).orders() as event:
            self.assertEqual(event.order.id, order_id)

    def test_another_thread_cancels(self):
        client = self.sim.klikit()
        self.sim.tell("fault", {"fault": "black_hole", "filter": {"platform": "klikit"}, "times": 1})
        caught = []

        def read():
            try:
                client.brands()
            except tillwire.CallError as error:
                caught.append(error.code)

        thread = threading.Thread(target=read)
        thread.start()
        time.sleep(0.3)
        begun = time.monotonic()
        client.cancel()
        thread.join(10)
        self.assertEqual(caught, [Status.E_CALL_CANCELLED])
        self.assertLess(time.monotonic() - begun, 2)
        client.resume()
        self.assertEqual(client.brands().http_status, 200)

    def test_other_threads_go_on_while_a_call_waits(self):
        client, turns = self.sim.klikit(attempt_ms=700, attempts=1), []
        self.sim.tell("fault", {"fault": "black_hole", "filter": {"platform": "klikit"}, "times": 1})
        done = threading.Event()

        def count():
            while not done.is_set():
                turns.append(time.monotonic())
                time.sleep(0.01)

        thread = threading.Thread(target=count)
        thread.start()
        with self.assertRaises(tillwire.CallError) as caught:
            client.brands()
        done.set()
        thread.join()
        self.assertEqual(caught.exception.code, Status.E_CALL_TIMED_OUT)
        self.assertGreater(len(turns), 20)

    def test_catching_up(self):
        for client in (self.sim.klikit(), self.sim.fire()):
            name = client.platform.name.lower()
            with tillwire.OrderBook() as book, tillwire.Poller(client, "shop", book) as poller:
                self.assertGreater(self.changed(poller), 0)
                self.assertEqual(book.counts.orders, poller.records)
                self.assertEqual(poller.total, poller.records)
                before = book.counts.orders
                self.sim.tell("orders", {"platform": name, "count": 1})
                exported = poller.export()
                with tillwire.Poller(client, "shop", book, exported=exported) as again:
                    self.changed(again)
                self.assertEqual(book.counts.orders, before + 1)
                self.sim.tell("fault", {"fault": {"status": 403}, "filter": {"platform": name}, "times": 1})
                with self.assertRaises(tillwire.CallError) as caught:
                    self.changed(poller)
                self.assertEqual(caught.exception.http_status, 403)
                self.changed(poller)
                next(poller.round(), None)
                self.changed(poller)
                with self.assertRaises(tillwire.ExportError):
                    tillwire.Poller(client, "another", book, exported=exported)

    def changed(self, poller):
        count = 0
        for changes in poller.round():
            with changes:
                count += len(changes)
        return count


if __name__ == "__main__":
    unittest.main()

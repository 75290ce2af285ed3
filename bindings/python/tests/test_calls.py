"""The shared cases of calls: requests byte for byte, what answers say, and when a call is made again. Nothing is sent."""

import datetime
import unittest

import tillwire
from shared import PLATFORMS, VECTORS, by_field, properties, read_json, time_of
from tillwire import Environment, Failure, Operation, Parameter, Status
from tillwire._library import lib

CALLS = VECTORS / "calls"
ACCOUNTS = read_json(CALLS / "accounts.json")


def account_of(said, **numbers):
    settings = {}
    for name, text in said["texts"]:
        settings.setdefault(getattr(lib, f"TILLWIRE_ACCOUNT_{name.upper()}"), []).append(text)
    for name, number in numbers.items():
        settings[getattr(lib, f"TILLWIRE_ACCOUNT_{name.upper()}")] = number
    environment = Environment[said["environment"].upper()] if "environment" in said else None
    paths = {Operation[name.upper()]: path for name, path in said.get("paths", {}).items()}
    return tillwire.Account(PLATFORMS[said["platform"]], environment, settings, paths)


def call_of(case, **policy):
    with account_of(ACCOUNTS["accounts"][case["account"]], **policy) as account:
        arguments = {Parameter[name.upper()]: text for name, text in case["arguments"].items()}
        return account.call(Operation[case["operation"].upper()], arguments)


def cases(folder):
    files = sorted((CALLS / folder).glob("*.json"))
    assert files, folder
    return [(file.stem, read_json(file)) for file in files]


def pairs(headers):
    return [(name, value.encode()) for name, value in headers]


class Calls(unittest.TestCase):
    maxDiff = None

    def test_requests(self):
        made = set()
        for name, case in cases("requests"):
            with self.subTest(name):
                random = bytes.fromhex(case["random"])
                if "error" in case:
                    with self.assertRaises(tillwire.TillwireError) as caught:
                        call_of(case).begin(random)
                    self.assertEqual(caught.exception.message, case["error"]["message"])
                    continue
                made.add(case["operation"])
                with call_of(case) as call:
                    request, said = call.begin(random), case["request"]
                    found = {
                        "method": request.method,
                        "url": request.url,
                        "headers": [[name, value] for name, value in request.headers if name != "User-Agent"],
                        "body": request.body,
                        "key": request.idempotency_key,
                        "shown": request.shown,
                        "repeat": said["repeat"],
                    }
                    self.assertEqual(found, said)
                    self.assertEqual(request.operation.name.lower(), case["operation"])
        self.assertEqual(made, {operation.name.lower() for operation in Operation})

    def test_accounts_that_are_refused(self):
        for case in ACCOUNTS["refused"]:
            with self.subTest(case["name"]), self.assertRaises(tillwire.TillwireError) as caught:
                account_of(case["account"]).call(Operation[f"{case['account']['platform']}_read".upper()])
            self.assertEqual(caught.exception.message, case["error"]["message"])

    def test_answers(self):
        for name, case in cases("answers"):
            with self.subTest(name), call_of(case, attempts=1) as call:
                call.begin(bytes(16))
                after = (case["status"], pairs(case["headers"]), case["body"].encode())
                if "reply" in case:
                    said = case["reply"]
                    self.assertIsNone(call.after(*after, elapsed_ms=0, now_ms=0))
                    self.assertEqual(by_field(call.reply), self.reply(call.reply, said))
                    self.assertEqual(call.reply.raw() is not None, said["has_document"])
                    continue
                with self.assertRaises(tillwire.CallError) as caught:
                    call.after(*after, elapsed_ms=0, now_ms=0)
                self.check_error(caught.exception, case["error"])

    def reply(self, reply, said):
        flags = {name for name, kind in properties(reply).items() if kind.startswith("bool")}
        times = {name: time_of(time) for name, time in said["times"].items()}
        numbers = {name: bool(number) if name in flags else number for name, number in said["ints"].items()}
        return {**said["texts"], **times, **numbers}

    def check_error(self, error, said):
        found = {
            "trouble": error.code.name.removeprefix("E_CALL_").lower(),
            "stop": error.stop.name.lower(),
            "status": error.http_status,
            "code": error.platform_code,
            "request_id": error.request_id,
            "message": error.platform_message,
            "retry_after_ms": error.retry_after_ms,
            "may_be_done": error.may_be_done,
            "text": error.message,
        }
        self.assertEqual(found, {name: said[name] for name in found})
        # The platform's own words are not for a log.
        for words in (error.platform_message, error.details, error.answer):
            if words and len(words) > 20:
                self.assertNotIn(words, str(error))

    def test_retries(self):
        for name, case in cases("retries"):
            policy = case.get("policy", {})
            with self.subTest(name), call_of(case, **policy) as call:
                call.begin(bytes.fromhex(case["random"]))
                waits, end = [], None
                for outcome in case["outcomes"]:
                    self.assertIsNone(end)
                    if "failed" in outcome:
                        after = (Failure[outcome["failed"].upper()],)
                    else:
                        after = (outcome["status"], pairs(outcome["headers"]), outcome["body"].encode())
                    try:
                        wait = call.after(*after, elapsed_ms=outcome["elapsed_ms"], now_ms=0)
                    except tillwire.CallError as error:
                        end = {
                            "error": {
                                "trouble": error.code.name.removeprefix("E_CALL_").lower(),
                                "stop": error.stop.name.lower(),
                                "attempts": error.attempts,
                                "may_be_done": error.may_be_done,
                                "retry_after_ms": error.retry_after_ms,
                            }
                        }
                        continue
                    if wait is None:
                        end = {"reply": {"attempts": call.reply.attempts, "secret_index": call.reply.secret_index}}
                    else:
                        waits.append(wait)
                self.assertEqual(end, case["end"])
                self.assertEqual(len(waits), len(case["waits"]))
                for wait, (least, most) in zip(waits, case["waits"]):
                    self.assertTrue(least <= wait <= most, f"{wait} is not in {least}, {most}")

    def test_parameters(self):
        client = tillwire.klikit.Client(key="key", secret=["one", "two"])
        arguments = {
            Parameter.ID: 7,
            Parameter.STATUS: "ready",
            Parameter.OCCURRED_AT: datetime.datetime(2026, 6, 18, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=8))),
            Parameter.IDEMPOTENCY_KEY: None,
        }
        with client.call(Operation.KLIKIT_ORDER_STATUS, arguments) as call:
            request = call.begin(bytes(16))
            self.assertIn("/orders/7/status", request.url)
            self.assertIn("2026-06-18T12:00:00+08:00", request.body)
            with self.assertRaises(tillwire.ArgumentError) as caught:
                call.set(Parameter.ID, "8")
            self.assertEqual(caught.exception.code, Status.E_STATE)
            with self.assertRaisesRegex(tillwire.ArgumentError, "no reply"):
                call.reply.orders()
            shown = (repr(request), repr(call.reply))
            self.assertEqual(shown, ("<Request KLIKIT_ORDER_STATUS>", "<Reply HTTP 0>"))
        self.assertEqual((repr(request), repr(call.reply)), ("<Request, closed>", "<Reply, closed>"))
        with self.assertRaisesRegex(ValueError, "offset"):
            client.order_status("7", "ready", occurred_at=datetime.datetime(2026, 6, 18, 12))
        with self.assertRaisesRegex(ValueError, "NUL"):
            client.order("7\0")
        with self.assertRaises(tillwire.CallError) as caught:
            client.order_status("7", "eaten")
        self.assertEqual((caught.exception.code, caught.exception.parameter), (Status.E_CALL_PARAMETER, Parameter.STATUS))
        with self.assertRaises(tillwire.SettingError):
            tillwire.klikit.Client(key="key", secret=" padded ")
        with self.assertRaises(tillwire.SettingError):
            tillwire.klikit.Client(attempts=0)
        with self.assertRaisesRegex(tillwire.SettingError, r"setting \(-41\)"):
            list(tillwire.klikit.Client().notes())


if __name__ == "__main__":
    unittest.main()

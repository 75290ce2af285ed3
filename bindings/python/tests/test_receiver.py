"""The receiver as any WSGI server calls it, under the eyes of wsgiref's validator."""

import io
import unittest
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import tillwire
from shared import VECTORS

BODY = (VECTORS / "atlas/order-event.json").read_bytes()


class Receiving(unittest.TestCase):
    def setUp(self):
        self.taken = []
        self.verifier = tillwire.Verifier(tillwire.Platform.ATLAS, "token", body_bytes=len(BODY))
        self.receiver = tillwire.Receiver(self.verifier, self.take)

    def take(self, event):
        self.event = event
        self.taken.append(event.order.reference)

    def request(self, body=BODY, token="token", **environ):
        """The status, the headers and the body of the answer."""
        request = {
            "REQUEST_METHOD": "POST",
            "QUERY_STRING": "",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_AUTHORIZATION": f"Bearer {token}",
            "wsgi.input": io.BytesIO(body),
            **environ,
        }
        request = {name: value for name, value in request.items() if value is not None}
        setup_testing_defaults(request)
        begun = []
        # The validator looks at the server's side, too.
        length = request.get("CONTENT_LENGTH", "")
        application = validator(self.receiver) if length.isdecimal() and len(length) < 19 else self.receiver
        chunks = application(request, lambda status, headers, error=None: begun.append((status, headers)))
        answer = b"".join(chunks)
        if application is not self.receiver:
            chunks.close()
        [(status, headers)] = begun
        self.assertEqual(dict(headers)["Content-Length"], str(len(answer)))
        return status, dict(headers), answer

    def status(self, **arguments):
        return self.request(**arguments)[0]

    def test_a_genuine_delivery_is_taken_and_answered(self):
        status, headers, answer = self.request()
        self.assertEqual((status, self.taken), ("200 OK", ["A123"]))
        self.assertEqual((headers["Content-Type"], answer), ("application/json", self.verifier.answer().body))
        self.assertTrue(self.event.closed)

    def test_what_is_refused_is_logged_and_not_taken(self):
        with self.assertLogs("tillwire", "WARNING") as logged:
            self.assertEqual(self.status(token="a guess"), "401 Unauthorized")
            self.assertEqual(self.status(body=BODY[:700]), "500 Internal Server Error")
            self.assertEqual(self.status(HTTP_AUTHORIZATION=None), "401 Unauthorized")
        self.assertEqual((len(logged.output), self.taken), (3, []))
        self.assertNotIn("guess", str(logged.output))

    def test_every_scheme_finds_its_headers(self):
        for platform in tillwire.Platform:
            body = (VECTORS / f"{platform.name.lower()}/{SAMPLES[platform]}.json").read_bytes()
            with tillwire.Verifier(platform, "secret") as verifier:
                signed = {f"HTTP_{name.upper().replace('-', '_')}": value.decode() for name, value in verifier.sign(body)}
                self.receiver = tillwire.Receiver(verifier, self.take)
                self.assertEqual(self.status(body=body, **{"HTTP_AUTHORIZATION": None, **signed}), "200 OK")
        self.assertEqual(len(self.taken), len(tillwire.Platform))

    def test_what_is_no_delivery(self):
        status, headers, answer = self.request(REQUEST_METHOD="GET")
        self.assertEqual((status, headers["Allow"], answer), ("405 Method Not Allowed", "POST", b""))
        for length in (None, "", "-1", "1 ", "1.5", "\u0661"):
            with self.subTest(length):
                self.assertEqual(self.status(CONTENT_LENGTH=length), "411 Length Required")
        for length in (str(len(BODY) + 1), "9" * 18, "9" * 5000):
            with self.subTest(f"{len(length)} digits"):
                self.assertTrue(self.status(CONTENT_LENGTH=length).startswith("413 "))
        self.assertEqual(self.status(CONTENT_LENGTH=str(len(BODY)), **{"wsgi.input": io.BytesIO(BODY[:9])}), "400 Bad Request")
        self.assertEqual(self.taken, [])

    def test_what_the_program_raises_goes_on_to_the_server(self):
        def fail(event):
            self.event = event
            raise RuntimeError("the printer has no paper")

        self.receiver = tillwire.Receiver(self.verifier, fail)
        with self.assertRaisesRegex(RuntimeError, "paper"):
            self.receiver(
                {
                    "REQUEST_METHOD": "POST",
                    "CONTENT_LENGTH": str(len(BODY)),
                    "HTTP_AUTHORIZATION": "Bearer token",
                    "wsgi.input": io.BytesIO(BODY),
                },
                lambda *_: self.fail("it answers"),
            )
        self.assertTrue(self.event.closed)

    def test_eight_mebibytes_unless_the_verifier_says_otherwise(self):
        with tillwire.Verifier(tillwire.Platform.ATLAS, "token") as verifier:
            self.assertEqual((verifier.body_bytes, tillwire.LARGEST_BODY), (8388608, 8388608))
            body = b" " * tillwire.LARGEST_BODY
            for spaces, code in ((body, tillwire.Status.E_NOT_JSON), (body + b" ", tillwire.Status.E_BODY_TOO_LARGE)):
                with self.assertRaises(tillwire.DecodeError) as caught:
                    verifier.decode_unverified(spaces)
                self.assertEqual(caught.exception.code, code)


SAMPLES = {
    tillwire.Platform.KLIKIT: "order-created",
    tillwire.Platform.ATLAS: "order-event",
    tillwire.Platform.FIRE: "order-completed",
}


if __name__ == "__main__":
    unittest.main()

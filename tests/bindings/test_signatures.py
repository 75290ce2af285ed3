"""Every shared signature case, through cffi."""

import unittest

from cases import signature_cases
from library import NULL, Failed, call, ffi, headers_of, lib, make, text, verifier_for


def verify(verifier, headers, body, now):
    index, assurance = ffi.new("int32_t *"), ffi.new("int32_t *")
    call(lib.tillwire_verifier_verify, verifier, headers, body, len(body), now, index, assurance)
    return index[0], assurance[0]


def verifier_of(case):
    return verifier_for(case.platform, case.secrets, case.numbers, case.texts)


def signed_headers(verifier, body, now):
    """The headers that the verifier signs, as pairs."""
    with make(lib.tillwire_verifier_sign, verifier, body, len(body), now) as signed:
        pairs = []
        while name := text(lib.tillwire_headers_name(signed, len(pairs), NULL)):
            pairs.append((name, text(lib.tillwire_headers_value(signed, len(pairs), NULL))))
        return pairs


class SignatureCases(unittest.TestCase):
    def test_each_case_comes_to_what_it_expects(self):
        for case in signature_cases():
            with self.subTest(case.name):
                if case.status == lib.TILLWIRE_OK:
                    self.check_accepted(case)
                else:
                    self.check_refused(case)

    def check_accepted(self, case):
        with verifier_of(case) as verifier, headers_of(case.headers, case.block) as headers:
            outcome = verify(verifier, headers, case.body, case.now)
            self.assertEqual(outcome, (case.secret_index, case.assurance))

            with headers_of(signed_headers(verifier, case.body, case.now)) as signed:
                self.assertEqual(verify(verifier, signed, case.body, case.now), (0, case.assurance))

            if case.assurance in (lib.TILLWIRE_ASSURANCE_BODY, lib.TILLWIRE_ASSURANCE_BODY_AND_TIME):
                changed = [case.body[:-1] + bytes([case.body[-1] ^ 1])] if case.body else []
                for body in (*changed, case.body + b"0"):
                    with self.assertRaises(Failed) as refused:
                        verify(verifier, headers, body, case.now)
                    self.assertEqual(refused.exception.code, lib.TILLWIRE_E_SIGNATURE_MISMATCH)

    def check_refused(self, case):
        with self.assertRaises(Failed) as refused:
            with verifier_of(case) as verifier, headers_of(case.headers, case.block) as headers:
                verify(verifier, headers, case.body, case.now)
        failure = refused.exception
        self.assertEqual((failure.code, failure.stated_code), (case.status, case.status), failure)
        if case.skew_seconds is not None:
            self.assertEqual(failure.skew_seconds, case.skew_seconds)

        self.assertTrue(failure.message and failure.hint, failure)
        hidden = [secret.decode() for secret in case.secrets] + [value for _, value in case.headers]
        for secret in hidden:
            # Short texts are found anywhere by chance.
            if len(secret) > 7:
                self.assertNotIn(secret, str(failure))


if __name__ == "__main__":
    unittest.main()

"""What the first page of the header promises for every function: NULL, unknown fields, errors and their outputs."""

import unittest

from library import NULL, VECTORS, Failed, call, constants, ffi, functions, headers_of, lib, make, read, text
from library import verifier_for

TOKEN = b"the token that was agreed"
BODY = (VECTORS / "atlas/order-event.json").read_bytes()
# Answers that do not depend on an argument.
ALWAYS = {"tillwire_abi_version", "tillwire_version", "tillwire_currency_digits", "tillwire_test_panic"}


def atlas():
    return verifier_for(lib.TILLWIRE_PLATFORM_ATLAS, [TOKEN])


def decoded(body, verifier=None):
    return make(lib.tillwire_verifier_decode_unverified, verifier or atlas(), NULL, body, len(body))


class NullAndUnknown(unittest.TestCase):
    def test_every_function_accepts_null(self):
        called = 0
        for name, function in functions().items():
            if name in ALWAYS:
                continue
            with self.subTest(name):
                kind = ffi.typeof(function)
                answer = function(*(NULL if argument.kind == "pointer" else 0 for argument in kind.args))
                if kind.result.kind == "pointer":
                    self.assertEqual(answer, NULL)
                elif kind.result is ffi.typeof("size_t"):
                    self.assertEqual(answer, 0)
                elif kind.result.kind == "primitive":
                    self.assertEqual(answer, lib.TILLWIRE_E_ARGUMENT)
                else:
                    self.assertTrue(name.endswith("_free"))
                called += 1
        self.assertGreater(called, 40)

    def test_text_getters_set_the_length_of_absent_text_to_zero(self):
        called = 0
        for name, function in functions().items():
            kind = ffi.typeof(function)
            if kind.result.kind != "pointer" or not kind.args or kind.args[-1] is not ffi.typeof("size_t *"):
                continue
            with self.subTest(name):
                length = ffi.new("size_t *", 99)
                before = [NULL if argument.kind == "pointer" else 0 for argument in kind.args[:-1]]
                self.assertEqual(function(*before, length), NULL)
                self.assertEqual(length[0], 0)
                called += 1
        self.assertGreater(called, 5)

    def test_unknown_fields_and_positions_are_absent(self):
        event = decoded(BODY)
        order = lib.tillwire_event_order(event, 0)
        number, money = ffi.new("int64_t *", 9), ffi.new("tillwire_money *")
        for field in (0, -1, 2**31 - 1):
            self.assertEqual(lib.tillwire_order_text(order, field, NULL), NULL)
            self.assertEqual(lib.tillwire_line_text(order, 0, field, NULL), NULL)
            self.assertEqual(lib.tillwire_order_int(order, field, number), lib.TILLWIRE_ABSENT)
            self.assertEqual(lib.tillwire_order_money(order, field, money), lib.TILLWIRE_ABSENT)
        for position in (2, 2**64 - 1):
            self.assertEqual(lib.tillwire_line_text(order, position, lib.TILLWIRE_LINE_NAME, NULL), NULL)
            self.assertEqual(lib.tillwire_event_order(event, position), NULL)
        self.assertEqual(number[0], 0)


class Errors(unittest.TestCase):
    def assert_fails(self, code, function, *arguments):
        with self.assertRaises(Failed) as failed:
            function(*arguments)
        self.assertEqual((failed.exception.code, failed.exception.stated_code), (code, code))
        self.assertTrue(failed.exception.message)
        return failed.exception

    def test_an_unknown_platform(self):
        self.assert_fails(lib.TILLWIRE_E_ARGUMENT, make, lib.tillwire_settings_new, 99)

    def test_a_secret_with_a_line_break(self):
        failure = self.assert_fails(
            lib.TILLWIRE_E_SECRET, verifier_for, lib.TILLWIRE_PLATFORM_ATLAS, [b"agreed-token\n"]
        )
        self.assertNotIn("agreed-token", str(failure))

    def test_settings_make_one_verifier(self):
        settings = make(lib.tillwire_settings_new, lib.TILLWIRE_PLATFORM_ATLAS)
        call(lib.tillwire_settings_add_secret, settings, TOKEN, len(TOKEN))
        make(lib.tillwire_verifier_new, settings)
        self.assert_fails(lib.TILLWIRE_E_SETTING, make, lib.tillwire_verifier_new, settings)

    def test_a_body_that_is_not_json_says_where(self):
        failure = self.assert_fails(lib.TILLWIRE_E_NOT_JSON, decoded, b'{"order_id": 1, "state": nonsense}')
        self.assertEqual((failure.path, failure.offset), ("$.state", 25))

    def test_an_order_without_an_id(self):
        failure = self.assert_fails(lib.TILLWIRE_E_NO_IDENTITY, decoded, BODY.replace(b"98765", b"null"))
        self.assertIsNotNone(failure.path)

    def test_limits(self):
        def limited(setting, number):
            return verifier_for(lib.TILLWIRE_PLATFORM_ATLAS, [TOKEN], [(setting, number)])

        small = limited(lib.TILLWIRE_SETTING_BODY_BYTES, 10)
        self.assert_fails(lib.TILLWIRE_E_BODY_TOO_LARGE, decoded, BODY, small)
        flat = limited(lib.TILLWIRE_SETTING_DEPTH, 2)
        self.assert_fails(lib.TILLWIRE_E_TOO_DEEP, decoded, BODY, flat)

    def test_a_header_that_is_none(self):
        self.assert_fails(lib.TILLWIRE_E_HEADER_FORMAT, headers_of, [], b"no header\r\n")

    def test_success_overwrites_the_error_and_failure_the_output(self):
        junk = ffi.new("char[1]")
        error, out = ffi.new("tillwire_error **"), ffi.new("tillwire_settings **")
        error[0] = ffi.cast("tillwire_error *", junk)
        self.assertEqual(lib.tillwire_settings_new(lib.TILLWIRE_PLATFORM_FIRE, out, error), lib.TILLWIRE_OK)
        self.assertEqual(error[0], NULL)
        lib.tillwire_settings_free(out[0])

        self.assertEqual(lib.tillwire_settings_new(99, out, error), lib.TILLWIRE_E_ARGUMENT)
        self.assertEqual(out[0], NULL)
        lib.tillwire_error_free(error[0])

    def test_a_panic_is_contained(self):
        self.assert_fails(lib.TILLWIRE_E_PANIC, call, lib.tillwire_test_panic)

    def test_each_status_has_an_answer(self):
        verifier = atlas()
        http, body, length = ffi.new("int32_t *"), ffi.new("char **"), ffi.new("size_t *")
        answers = {}
        for name, status in {**constants("TILLWIRE_E_"), "OK": lib.TILLWIRE_OK}.items():
            given = lib.tillwire_verifier_answer(verifier, status, 0, http, body, length)
            self.assertEqual(given, lib.TILLWIRE_OK)
            self.assertEqual(len(ffi.string(body[0])), length[0])
            answers[name] = http[0]
        self.assertEqual([answers[name] for name in ("OK", "SIGNATURE_MISMATCH", "SHAPE")], [200, 401, 500])


class Money(unittest.TestCase):
    def test_cents_are_exact_or_refused(self):
        cents = ffi.new("int64_t *")
        call(lib.tillwire_money_minor, ffi.new("tillwire_money *", (285, 1, b"SGD\0")), 2, cents)
        self.assertEqual(cents[0], 2850)
        for amount, code in (((125, 3), lib.TILLWIRE_E_INEXACT), ((2**63 - 1, 0), lib.TILLWIRE_E_RANGE)):
            with self.assertRaises(Failed) as failed:
                call(lib.tillwire_money_minor, ffi.new("tillwire_money *", amount), 2, cents)
            self.assertEqual((failed.exception.code, cents[0]), (code, 0))

    def test_a_buffer_that_is_too_small(self):
        buffer = ffi.new("char[]", 3)
        with self.assertRaises(Failed) as failed:
            call(lib.tillwire_money_format, ffi.new("tillwire_money *", (3542, 2)), buffer, len(buffer))
        self.assertEqual(failed.exception.code, lib.TILLWIRE_E_BUFFER)

    def test_the_order_s_total(self):
        total = read("tillwire_money", lib.tillwire_order_money, self.order(), lib.TILLWIRE_ORDER_TOTAL)
        self.assertEqual((total.units, total.scale, text(total.currency)), (3542, 2, "SGD"))

    def order(self):
        self.event = decoded(BODY)
        return lib.tillwire_event_order(self.event, 0)


if __name__ == "__main__":
    unittest.main()

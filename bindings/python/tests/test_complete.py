"""Nothing of the header is missing here: every function is called, every constant has its place."""

import inspect
import pathlib
import re
import unittest

import tillwire
from tillwire import _error_fields, _fields, codes
from tillwire._code import Code
from tillwire._library import lib, text

PACKAGE = pathlib.Path(tillwire.__file__).parent
# And why not.
PARTS = (
    "line_text line_money line_int line_listed payment_text payment_money payment_int party_text party_int step_text step_int "
    "adjustment_text adjustment_money adjustment_int"
)
NOT_CALLED = {
    **dict.fromkeys((f"tillwire_{part}" for part in PARTS.split()), "tillwire_order_columns says it of all parts at once"),
    "tillwire_time_format": "Python has datetime.isoformat",
    "tillwire_test_panic": "it is for tests, as test_life.py is one",
    "tillwire_book_order": "what it lends is gone once the book changes; OrderBook.order copies",
}


def constants(prefix):
    found = {name.removeprefix(prefix): getattr(lib, name) for name in dir(lib) if name.startswith(prefix)}
    assert found, prefix
    return found


class Complete(unittest.TestCase):
    def test_every_function_of_the_header_is_called(self):
        source = "".join(file.read_text(encoding="utf-8") for file in PACKAGE.glob("*.py"))
        called = set(re.findall(r"\b(?:lib|loaded)\.(tillwire_\w+)", source))
        functions = {name for name in dir(lib) if name.startswith("tillwire_")}
        self.assertGreater(len(functions), 100)
        self.assertEqual(functions - called, set(NOT_CALLED))
        self.assertEqual(called - functions, set())

    def test_every_name_of_a_code_is_that_of_the_library(self):
        kinds = {group: kind for group, kind in self.groups()}
        self.assertEqual(set(kinds), {name for name in constants("TILLWIRE_NAMES_") if name != "STATUS"})
        for group, kind in kinds.items():
            number = constants("TILLWIRE_NAMES_")[group]
            self.assertEqual({code.name: int(code) for code in kind}, constants(f"TILLWIRE_{group}_"))
            for code in kind:
                with self.subTest(code):
                    self.assertEqual(text(lib.tillwire_name(number, code)), code.name.lower())
        for code in codes.Status:
            said = text(lib.tillwire_name(lib.TILLWIRE_NAMES_STATUS, code))
            self.assertEqual(said, code.name.removeprefix("E_").lower())
            self.assertEqual(getattr(lib, f"TILLWIRE_{code.name}"), code)
        errors = {f"E_{name}" for name in constants("TILLWIRE_E_")} | {"OK", "ABSENT", "DUPLICATE", "AGAIN"}
        self.assertEqual({code.name for code in codes.Status}, errors)

    def groups(self):
        """The enumerations whose codes have names, by the header's name of the group."""
        numbers = constants("TILLWIRE_NAMES_")
        for kind in vars(codes).values():
            if not inspect.isclass(kind) or not issubclass(kind, Code) or kind in (Code, codes.Status):
                continue
            for group in numbers:
                found = {name.removeprefix(f"TILLWIRE_{group}_") for name in dir(lib) if name.startswith(f"TILLWIRE_{group}_")}
                if found == set(kind.__members__):
                    yield group, kind

    def test_every_field_of_the_header_is_a_property(self):
        properties = {
            number
            for kind in vars(_fields).values()
            if inspect.isclass(kind)
            for value in vars(kind).values()
            if isinstance(value, property)
            for number in re.findall(r"self\._(?:\w+\(|columns\[)(\d+)", inspect.getsource(value.fget))
        }
        fields = {str(number) for _, number, _ in _error_fields.ERROR_FIELDS} | properties
        things = "EVENT ORDER LINE PAYMENT PARTY STEP ADJUSTMENT SUBJECT PROBLEM CHANGE REQUEST REPLY PAGES BOOK ERROR".split()
        left_out = {"CHANGE_NOW", "CHANGE_BEFORE"}
        for thing in things:
            for name, number in constants(f"TILLWIRE_{thing}_").items():
                if not name.endswith("_COUNT") and f"{thing}_{name}" not in left_out:
                    self.assertIn(str(number), fields, f"{thing}_{name}")

    def test_every_setting_is_a_parameter(self):
        parameters = set(inspect.signature(tillwire.Verifier).parameters)
        self.assertLessEqual({name.lower() for name in constants("TILLWIRE_SETTING_")}, parameters)
        parameters = set(inspect.signature(tillwire.OrderBook).parameters)
        limits = {"MOST_ORDERS", "REMEMBERED_SECONDS", "MOST_REMEMBERED"}
        self.assertLessEqual({name.lower() for name in limits}, parameters)
        clients = (tillwire.klikit.Client, tillwire.atlas.Client, tillwire.fire.Client)
        taken = {name.upper() for client in clients for name in inspect.signature(client).parameters}
        counts = {name.upper() for name, value in vars(_fields.AccountFields).items() if isinstance(value, property)}
        self.assertLessEqual(set(constants("TILLWIRE_ACCOUNT_")), taken | counts)

    def test_every_operation_is_a_method(self):
        for operation in tillwire.Operation:
            platform, name = operation.name.lower().split("_", 1)
            client = getattr(tillwire, platform).Client
            with self.subTest(operation):
                self.assertIn(name, vars(client))
                self.assertFalse(hasattr(tillwire.Account, name), "it hides what all clients have")

    def test_all_that_is_public_has_a_docstring(self):
        for name in tillwire.__all__:
            thing = getattr(tillwire, name)
            if not inspect.isclass(thing):
                continue
            self.assertTrue(thing.__doc__, name)
            for member, value in vars(thing).items():
                if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                    self.assertTrue(value.__doc__, f"{name}.{member}")

    def test_an_unknown_code_keeps_its_number(self):
        code = tillwire.Progress(12345)
        self.assertEqual((code, code.name, code.is_known), (12345, "CODE_12345", False))
        self.assertTrue(tillwire.Progress.READY.is_known)
        with self.assertRaises(ValueError):
            tillwire.Progress("ready")


if __name__ == "__main__":
    unittest.main()

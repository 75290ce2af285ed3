#!/usr/bin/env python3
"""Writes what of the package follows from include/tillwire.h: the declarations, the codes, the fields of everything that is
read, and a client for each platform.

    generate.py           writes
    generate.py --check   compares, and fails where a file is not what the header says

It needs what requirements.txt names.

A constant that has no place here is an error, so that none is forgotten.
"""

import contextlib
import io
import keyword
import pathlib
import re
import sys
import tempfile
import textwrap

import cffi

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = pathlib.Path(__file__).resolve().parent / "src/tillwire"
WIDTH = 116

# The class of each group of codes, by what its constants begin with.
ENUMS = {
    "PLATFORM": "Platform",
    "SCHEME": "Scheme",
    "ASSURANCE": "Assurance",
    "KIND": "EventKind",
    "TYPE_FROM": "TypeSource",
    "KEY": "Key",
    "PROGRESS": "Progress",
    "PAY": "PaymentStatus",
    "FULFILMENT": "Fulfilment",
    "COURIER": "Courier",
    "ITEM": "LineKind",
    "ROLE": "Role",
    "ADJUST": "AdjustmentKind",
    "ABOUT": "SubjectKind",
    "P": "ProblemCode",
    "VERDICT": "Verdict",
    "ACTION": "Action",
    "EDIT": "Edit",
    "ASK": "Ask",
    "MAY": "Permission",
    "ENVIRONMENT": "Environment",
    "OPERATION": "Operation",
    "PARAMETER": "Parameter",
    "FAILURE": "Failure",
    "STOP": "Stop",
    "VOCABULARY": "Vocabulary",
}
ENUM_DOCS = {
    "Platform": "The ordering platforms.",
    "Scheme": "How a delivery proves itself.",
    "Assurance": "What was shown of a delivery.",
    "EventKind": "What happened.",
    "TypeSource": "Where the type of an event was learnt from.",
    "Key": "Keys that tell repeats from news.",
    "Progress": "How far an order has come.",
    "PaymentStatus": "Whether an order is paid.",
    "Fulfilment": "How the customer gets an order.",
    "Courier": "How far the courier is.",
    "LineKind": "What a line is.",
    "Role": "Who a party is.",
    "AdjustmentKind": "What an adjustment is.",
    "SubjectKind": "What an event about other things than orders is about.",
    "ProblemCode": "What was odd in a document.",
    "Verdict": "What a delivery was to the book.",
    "Action": "What the till is to do.",
    "Edit": "What happened to a line.",
    "Ask": "What a till may ask a platform for.",
    "Permission": "Whether it may.",
    "Environment": "Which addresses of a platform are called.",
    "Operation": "What can be asked of the platforms.",
    "Parameter": "What an operation takes.",
    "Failure": "Why a request got no answer.",
    "Stop": "Why a call was not tried again.",
    "Vocabulary": "The platforms' own codes and words.",
}
# What is read by field: the prefix of its constants, and the class with its properties.
THINGS = {
    "EVENT": ("EventFields", "One delivery, decoded."),
    "ORDER": ("OrderFields", "The common order, whichever platform sent it."),
    "LINE": ("LineFields", "A line of an order: an item, or what belongs to one."),
    "PAYMENT": ("PaymentFields", "What was paid, or how it is to be paid."),
    "PARTY": ("PartyFields", "A person of an order. These are customers' details: keep them out of logs."),
    "STEP": ("StepFields", "A step of the kitchen's journey."),
    "ADJUSTMENT": ("AdjustmentFields", "A tax, fee or discount; part of the order's totals, not to be added to them."),
    "SUBJECT": ("SubjectFields", "What an event about other things than orders is about."),
    "PROBLEM": ("ProblemFields", "Something odd in a document, which cost nothing else."),
    "CHANGE_LINE": ("ChangeLineFields", "A line that changed after the ticket was printed; what is below it belongs to it."),
    "CHANGE": ("ChangeFields", "What a delivery did to an order, and what the till is to do."),
    "REQUEST": ("RequestFields", "The request of a call."),
    "PAGES": ("PagesFields", "How far a list was read by page."),
    "REPLY": ("ReplyFields", "What the platform answered to a call."),
    "BOOK": ("BookFields", "What a book of orders counts, and how much it keeps."),
    "ACCOUNT": ("AccountFields", "What was done for an account."),
    "ERROR": ("ErrorFields", "What an error says."),
}
# Of these, parts of an order, a field is read of all parts at once.
PARTS = ("LINE", "PAYMENT", "PARTY", "STEP", "ADJUSTMENT")
# What becomes of the values then, by how one value is read.
CONVERSIONS = {"_money": "moneys", "_decimal": "decimals", "_list": "tuples", "_flag": "flags", "_code": "codes"}
# Fields that are always there; a library that is older than the package answers 0, or an empty text.
ALWAYS = {
    "EVENT": {"PLATFORM", "KIND", "TYPE_SOURCE", "PROBLEM_TOTAL"},
    "LINE": {"KIND", "DEPTH"},
    "PARTY": {"ROLE"},
    "ADJUSTMENT": {"KIND"},
    "SUBJECT": {"KIND"},
    "PROBLEM": {"CODE", "MESSAGE"},
    "CHANGE": {"ACCOUNT", "VERDICT", "ACTION", "PLATFORM", "NEEDS_DETAIL", "UNCERTAIN", "TEST", "PRINTED"},
    "CHANGE_LINE": {"EDIT"},
    "REQUEST": {"OPERATION", "ATTEMPT", "TOTAL_MS", "ANSWER_BYTES"},
    "PAGES": {"READ", "RECORDS"},
    "REPLY": {"HTTP_STATUS", "ATTEMPTS"},
}
# Constants that code of the package mentions by itself; a test sees to it that it does.
BY_NAME = {
    "ABI_VERSION", "FORMAT_SIZE", "KEY_SIZE", "NOTE_SIZE", "WORD_SIZE", "TOLERANCE_OFF", "SCALE_BY_PLACE",
    "CHANGE_NOW", "CHANGE_BEFORE", "WORD_CODE", "WORD_NAME", "WORD_MEANING",
}  # fmt: skip
STATUSES = {"OK", "ABSENT", "DUPLICATE", "AGAIN"}
KINDS = {1: "text", 2: "money", 3: "time", 4: "int"}
PLATFORMS = {"KLIKIT": "klikit", "ATLAS": "Atlas", "FIRE": "Fire"}
# What the manual of C calls functions, and this package methods.
METHODS = {
    "tillwire_event_raw()": "`Event.raw`",
    "tillwire_verifier_answer()": "`Verifier.answer`",
    "tillwire_call_after()": "`Call.after`",
    "tillwire_call_send()": "`Call.send`",
    "tillwire_call_next_page()": "`Pages`",
    "tillwire_book_orders()": "`OrderBook.orders`",
    "TILLWIRE_ORDER_STORE_KEY": "`Order.store_key`",
    "TILLWIRE_CHANGE_BEFORE": "`Change.before`",
    "TILLWIRE_CHANGE_NOW": "`Change.order`",
    "TILLWIRE_ERROR_PARAMETER": "`CallError.parameter`",
    "TILLWIRE_SCHEME_HEADER": "`Scheme.HEADER`",
    "TILLWIRE_FAILURE_TOO_LARGE": "`Failure.TOO_LARGE`",
    "TILLWIRE_E_UNSUPPORTED": "`Status.E_UNSUPPORTED`",
    "TILLWIRE_OPERATION_FIRE_LOGIN": "`fire.Client.login`",
    "TILLWIRE_TOLERANCE_OFF": "`TOLERANCE_OFF`",
}
# What C calls things, and Python otherwise.
WORDS = (
    (r"\b1 if (.*?), (?:otherwise 0|0 if not)\b", r"whether \1"),
    (r"\b1 if ", "whether "),
    (r"\b1 to (\D.*?), 0 not to\. Default 0\.", r"whether to \1. Default False."),
    (r"\bAlways 0 for", "Never so for"),
    (r"\bNULL\b", "None"),
    (r"\bhandle in use should be freed", "object in use should be closed"),
    (r"\bThe handle is", "The object is"),
)
START = '"""{}\n\nWritten by generate.py from include/tillwire.h; do not edit.\n"""\n\nfrom __future__ import annotations\n\n'


class Header:
    """The constants of the header with their manual, in its order."""

    def __init__(self, source):
        found = re.findall(
            r"/\*\*((?:(?!\*/).)*)\*/\s*#define TILLWIRE_(\w+) \(?(-?\d+)\)?$", source, re.DOTALL | re.MULTILINE
        )
        self.docs = {name: " ".join(doc.replace("\n *", " ").split()) for doc, name, _ in found}
        self.numbers = {name: int(number) for _, name, number in found}
        defined = set(re.findall(r"^#define TILLWIRE_(\w+) \(?-?\d+\)?$", source, re.MULTILINE))
        if not found or defined != set(self.numbers):
            raise SystemExit(f"constants without a manual: {sorted(defined ^ set(self.numbers))}")

    def group(self, prefix):
        """The constants that begin so, by the rest of their names."""
        return [name.removeprefix(prefix) for name in self.numbers if name.startswith(prefix)]


def identifier(name):
    name = name.lower()
    return name + "_" if keyword.iskeyword(name) else name


def prose(header, doc, prefix=True):
    """The manual's words in those of the package; what the field is called stands in its type."""
    doc = re.sub(r"^[A-Z][a-z ,]*?(?: of an? [a-z ]+?)?(?:, to be read(?: and set)?)?: ", "", doc) if prefix else doc
    doc = re.sub(r"`?(?:TILLWIRE_)(\w+)_ codes?`?", lambda match: f"`{enum_name(match[1])}`", doc)
    # The type of a property says so already.
    doc = re.sub(r", an? `[A-Z]\w+`(?=[.;]|$)", "", doc)
    for name, method in METHODS.items():
        doc = doc.replace(name, method)
    for words, ours in WORDS:
        doc = re.sub(words, ours, doc)
    if "tillwire_" in doc.lower():
        raise SystemExit(f"the manual of C in a docstring: {doc}")
    return capital(doc)


def capital(text):
    """A sentence; klikit writes itself small."""
    return text if text.startswith("klikit") else text[:1].upper() + text[1:]


def enum_name(prefix):
    return "Status" if prefix in ("E", "E_CALL") else ENUMS[prefix]


def docstring(text, indent):
    pad = " " * indent
    text = text.replace("\\", "\\\\")
    if len(text) + indent + 6 <= WIDTH:
        return f'{pad}"""{text}"""\n'
    lines = textwrap.wrap(text, WIDTH - indent - 3, break_long_words=False, break_on_hyphens=False)
    return f'{pad}"""' + f"\n{pad}".join(lines) + f'\n{pad}"""\n'


def comment(text, indent):
    pad = " " * indent + "#: "
    return "".join(f"{pad}{line}\n" for line in textwrap.wrap(text, WIDTH - len(pad), break_long_words=False))


def codes(header):
    """codes.py: an enumeration for each group of codes."""
    text = START.format("The codes of the library as enumerations. A code that is not known here keeps its number.")
    text += "from ._code import Code\n"
    groups = [(f"{prefix}_", name, ENUM_DOCS[name]) for prefix, name in ENUMS.items()]
    for prefix, name, doc in groups:
        text += f"\n\nclass {name}(Code):\n" + docstring(doc, 4) + "\n"
        members = [member for member in header.group(prefix) if f"{prefix}{member}" not in BY_NAME]
        if not members:
            raise SystemExit(f"the header has no {prefix}")
        for member in members:
            manual = header.docs[prefix + member]
            text += comment(prose(header, manual), 4) + f"    {member} = {header.numbers[prefix + member]}\n"
    text += "\n\nclass Status(Code):\n" + docstring("What a call of the library came to; errors begin with `E_`.", 4) + "\n"
    for name, number in header.numbers.items():
        if name in STATUSES or name.startswith("E_"):
            text += comment(prose(header, header.docs[name], False), 4) + f"    {name} = {number}\n"
    return text


def field_kind(header, thing, field):
    doc, number = header.docs[f"{thing}_{field}"], header.numbers[f"{thing}_{field}"]
    if doc.startswith("List:"):
        return "tuple[str, ...]", "_list", None
    kind = KINDS[number // 100 % 10]
    if kind == "text":
        return "str", "_text", None
    if kind == "time":
        return "datetime", "_time", None
    if kind == "money":
        plain = "plain decimal" in doc
        return ("Decimal", "_decimal", None) if plain else ("Money", "_money", None)
    code = re.search(r"\ban? TILLWIRE_(\w+)_ code\b", doc)
    if code:
        return enum_name(code[1]), "_code", enum_name(code[1])
    if f"{thing}_{field}" == "ERROR_CODE":
        return "Status", "_code", "Status"
    if re.search(r": (whether\b|1 if\b)", doc):
        return "bool", "_flag", None
    return "int", "_int", None


def fields_of(header, thing):
    """The fields of a thing. Counts are the lengths of its lists."""
    longer = [f"{other}_" for other in THINGS if other.startswith(f"{thing}_")]
    found = []
    for name, number in header.numbers.items():
        field = name.removeprefix(f"{thing}_")
        if field == name or number < 100 or name in BY_NAME or field.endswith("_COUNT"):
            continue
        if any(name.startswith(other) for other in longer):
            continue
        if thing == "ACCOUNT" and "to be read" not in header.docs[name]:
            continue
        found.append(field)
    if not found:
        raise SystemExit(f"the header has no fields of {thing}")
    return found


def fields(header):
    """_fields.py: a class of properties for each thing."""
    used, body, conversions = set(), "", ""
    for thing, (name, doc) in THINGS.items():
        if thing == "ERROR":
            continue
        base = "Part" if thing in PARTS else "Fields"
        body += f"\n\nclass {name}({base}):\n" + docstring(doc, 4) + "\n    __slots__ = ()\n"
        columns = ""
        for field in fields_of(header, thing):
            kind, getter, code = field_kind(header, thing, field)
            used.update(re.findall(r"[A-Z]\w+", kind))
            manual = prose(header, header.docs[f"{thing}_{field}"])
            number = header.numbers[f"{thing}_{field}"]
            always = field in ALWAYS.get(thing, ()) or thing in ("BOOK", "ACCOUNT")
            if not always and kind != "tuple[str, ...]":
                kind += " | None"
            arguments = f"{number}, {code}" if code else str(number)
            read = f"self.{getter}_always({arguments})" if always else f"self.{getter}({arguments})"
            if thing in PARTS and getter != "_time":
                read = f"self._columns[{number}][self.position]"
                columns += f'        "{identifier(field)}": {number},\n'
                conversion = CONVERSIONS.get(getter)
                if conversion:
                    conversions += f"    {number}: {conversion}({code}),\n" if code else f"    {number}: {conversion},\n"
            body += f"\n    @property\n    def {identifier(field)}(self) -> {kind}:\n" + docstring(manual, 8)
            body += f"        return {read}\n"
        if columns:
            body += f"\n    _numbers: ClassVar[dict[str, int]] = {{\n{columns}    }}\n"
    body += "\n\n#: What becomes of the values of a column, by its field; others are as they are.\n"
    body += "CONVERSIONS = {\n" + conversions + "}\n"
    text = START.format("The fields of everything that is read from the library, as properties.")
    text = text.replace("from __future__", "# mypy: disable-error-code=no-any-return\n\nfrom __future__")
    text += "from datetime import datetime\nfrom decimal import Decimal\nfrom typing import ClassVar\n\n"
    conversion_names = ", ".join(sorted(CONVERSIONS.values()))
    text += f"from ._conversions import {conversion_names}\nfrom ._parts import Part\nfrom ._read import Fields\n"
    enums = sorted(used & {*ENUMS.values(), "Status"})
    text += "from .codes import (\n" + "".join(f"    {enum},\n" for enum in enums) + ")\nfrom .money import Money\n"
    return text + body


def error_fields(header):
    """_error_fields.py: what an error says."""
    name, doc = THINGS["ERROR"]
    text = START.format("The fields of an error.") + "from typing import Any\n\nfrom .codes import Parameter, Status, Stop\n"
    text += f"\n\nclass {name}:\n" + docstring(doc, 4)
    table = "\n\n#: Attribute, number, and type.\nERROR_FIELDS: tuple[tuple[str, int, Any], ...] = (\n"
    for field in fields_of(header, "ERROR"):
        kind, _, _ = field_kind(header, "ERROR", field)
        optional = "" if field in ("CODE", "MESSAGE") else " | None"
        text += "\n" + comment(prose(header, header.docs[f"ERROR_{field}"]), 4)
        text += f"    {identifier(field)}: {kind}{optional}\n"
        table += f'    ("{identifier(field)}", {header.numbers["ERROR_" + field]}, {kind}),\n'
    return text + table + ")\n"


def operations(header):
    """What can be asked, as the manual of each operation says: platform, name, prose, parameters and marks."""
    for name in header.group("OPERATION_"):
        doc = header.docs[f"OPERATION_{name}"]
        what, _, rest = re.fullmatch(r"Operation: (.*?\.)( (.*))?", doc).groups("")
        listed = re.match(r" ((?:Needs|Takes|From the account, unless set:) [^.]*(?:\.[a-z][^.]*)*)\.(?: |$)", " " + rest.strip())
        given = []
        if listed:
            for part in listed[1].split("; "):
                kind, names = re.fullmatch(r"(?i)(needs|takes|from the account, unless set:) (.*)", part).groups()
                for parameter, words in re.findall(r"([A-Z_]+)(?: \(([^)]*)\))?", names):
                    given.append((parameter, kind.lower() == "needs", words.split(", ") if words else []))
            rest = (" " + rest.strip())[listed.end() :]
        yield name.split("_")[0], name, what, given, rest.strip()


def parameter_type(header, parameter, words):
    doc = header.docs[f"PARAMETER_{parameter}"]
    if words:
        words = ", ".join(f'"{word}"' for word in words)
        return f"Literal[{words}]" if len(words) < 72 else f"Literal[\n            {words}\n        ]"
    if "RFC 3339" in doc:
        return "datetime | str"
    if "YYYY-MM-DD" in doc:
        return "date | str"
    if "JSON" in doc:
        return "Json"
    if doc.startswith("Parameter: whether it can"):
        return "bool"
    if parameter in ("PAGE", "SIZE", "INTERVAL"):
        return "int"
    return "str | int" if parameter == "ID" or parameter.endswith("_ID") else "str"


def account_settings(header, platform):
    """The settings of an account that a platform takes: name, type, number, prose and whether there may be several."""
    for name in header.group("ACCOUNT_"):
        doc, number = header.docs[f"ACCOUNT_{name}"], header.numbers[f"ACCOUNT_{name}"]
        owner = re.match(r"Text: (klikit|Atlas|Fire): ", doc)
        if "to be read" in doc or (owner and owner[1] != PLATFORMS[platform]):
            continue
        manual = re.sub(r"^(klikit|Atlas|Fire): ", "", prose(header, re.sub(r", for tillwire_call_send\(\)", "", doc)))
        manual = capital(manual)
        if number // 100 % 10 == 1:
            several = name in ("SECRET", "ALLOW_HOST")
            yield name, "str | Sequence[str]" if several else "str", number, manual
        else:
            yield name, "bool" if "1 to" in doc and "0 not to" in doc else "int", number, manual


def arguments_doc(entries, indent):
    pad = " " * indent
    lines = [f"{pad}Args:\n"]
    for name, manual in entries:
        lines.append(
            textwrap.fill(
                f"{name}: {manual}", WIDTH, initial_indent=pad + "    ", subsequent_indent=pad + "        ",
                break_long_words=False, break_on_hyphens=False,
            ) + "\n"
        )  # fmt: skip
    return "".join(lines)


def client(header, platform):
    """klikit.py, atlas.py, fire.py: a method for each operation of a platform."""
    shown = PLATFORMS[platform]
    body = f"\n\nclass Client(Account):\n    \"\"\"Calls {shown} for one account: any number of threads at once.\n\n"
    body += "    Each method sends its request, waits and sends again as the platform's rules allow, and gives the reply, or\n"
    body += "    raises `CallError`. Lists that come by page are iterators.\n    \"\"\"\n\n"
    body += "    def __init__(\n        self,\n        *,\n"
    body += "        environment: Environment | None = Environment.PRODUCTION,\n"
    settings = list(account_settings(header, platform))
    for name, kind, _, _ in settings:
        body += f"        {identifier(name)}: {kind} | None = None,\n"
    body += "        paths: Mapping[Operation, str] | None = None,\n    ) -> None:\n"
    body += '        """An account. What is still missing, the first call tells.\n\n'
    entries = [("environment", "which of the platform's addresses; None where they are set here.")]
    entries += [(identifier(name), manual) for name, _, _, manual in settings]
    entries += [("paths", "paths of operations below the address, where the platform publishes none or gave another.")]
    body += arguments_doc(entries, 8)
    body += "\n        Raises:\n            TillwireError: where a secret or setting cannot be one.\n        \"\"\"\n"
    body += f"        super().__init__(\n            Platform.{platform},\n            environment,\n            {{\n"
    for name, _, number, _ in settings:
        body += f"                {number}: {identifier(name)},\n"
    body += "            },\n            paths,\n        )\n"
    used = {"str"}
    for owner, name, what, given, marks in operations(header):
        if owner != platform:
            continue
        what = re.sub(r"^(klikit|Atlas|Fire): ", "", what)
        pages, keyed = "By page." in marks, "Keyed." in marks
        if keyed and "PROVIDER_EVENT_ID" not in [parameter for parameter, _, _ in given]:
            given = [*given, ("IDEMPOTENCY_KEY", False, [])]
        needed = [entry for entry in given if entry[1]]
        taken = [entry for entry in given if not entry[1]]
        parameters, entries = ["self"], []
        for parameter, _, words in needed:
            parameters.append(f"{identifier(parameter)}: {parameter_type(header, parameter, words)}")
        if taken:
            parameters.append("*")
        for parameter, _, words in taken:
            parameters.append(f"{identifier(parameter)}: {parameter_type(header, parameter, words)} | None = None")
        for parameter, _, _ in [*needed, *taken]:
            entries.append((identifier(parameter), prose(header, header.docs[f"PARAMETER_{parameter}"])))
        method = identifier(name.split("_", 1)[1])
        result = "Pages" if pages else "Reply"
        used.add(result)
        used.update(re.findall(r"\w+", " ".join(parameters)))
        head = f"    def {method}({', '.join(parameters)}) -> {result}:\n"
        if len(head) > WIDTH:
            lines = "".join(f"        {parameter},\n" for parameter in parameters)
            head = f"    def {method}(\n{lines}    ) -> {result}:\n"
        notes = {
            "Keyed.": "Sent again whatever happened: the platform tells a repeat.",
            "Once.": "Sent again only where it surely was not done.",
            "Never again.": "Never sent again: a repeat would be out of date.",
            "After a login.": "Logs in first where that was not done.",
            "No path is published": "No path is published: set it with `paths`.",
        }
        said = [note for mark, note in notes.items() if mark in marks]
        text = " ".join([capital(what), *said])
        doc = docstring(text, 8)
        if entries:
            doc = doc.rstrip().removesuffix('"""').rstrip() + "\n\n" + arguments_doc(entries, 8) + '        """\n'
        body += "\n" + head + doc
        values = ", ".join(f"Parameter.{parameter}: {identifier(parameter)}" for parameter, _, _ in given)
        call = f"        return self._{'pages' if pages else 'reply'}(Operation.{name}, {{{values}}})\n"
        if len(call) > WIDTH:
            call = f"        return self._{'pages' if pages else 'reply'}(\n            Operation.{name},\n            {{\n"
            call += "".join(f"                Parameter.{parameter}: {identifier(parameter)},\n" for parameter, _, _ in given)
            call += "            },\n        )\n"
        body += call
    text = START.format(f"Calls {shown}: a method for each operation that it publishes.")
    text += "from collections.abc import Mapping, Sequence\n"
    dates = [kind for kind in ("date", "datetime") if kind in used]
    text += f"from datetime import {', '.join(dates)}\n" if dates else ""
    text += "from typing import Literal\n" if "Literal" in used else ""
    text += "\nfrom .account import Account\n"
    calls = [kind for kind in ("Json", "Pages", "Reply") if kind in used]
    text += f"from .call import {', '.join(calls)}\nfrom .codes import Environment, Operation, Parameter, Platform\n"
    return text + body


def declarations():
    """The declarations as cffi prepares them, so that nothing is parsed when the package is imported."""
    ffi = cffi.FFI()
    ffi.cdef((ROOT / "include/tillwire.cdef").read_text(encoding="utf-8"))
    ffi.set_source("tillwire._declarations", None)
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        file = pathlib.Path(folder, "_declarations.py")
        ffi.emit_python_code(str(file))
        prepared = file.read_text(encoding="utf-8")
    head = """\"\"\"The declarations of include/tillwire.cdef, as cffi prepares them.

Written by generate.py; do not edit.
\"\"\"
# ruff: noqa
# mypy: ignore-errors
"""
    return head + prepared.removeprefix("# auto-generated file\n")


def check_every_constant_has_a_place(header):
    placed = set(BY_NAME) | STATUSES
    placed.update(name for name in header.numbers if name.startswith(("E_", "SETTING_", "NAMES_")))
    for prefix in ENUMS:
        placed.update(f"{prefix}_{member}" for member in header.group(f"{prefix}_"))
    for thing in THINGS:
        placed.update(f"{thing}_{field}" for field in fields_of(header, thing))
    placed.update(f"ACCOUNT_{name}" for platform in PLATFORMS for name, *_ in account_settings(header, platform))
    placed.update(name for name in header.numbers if name.endswith("_COUNT"))
    forgotten = sorted(set(header.numbers) - placed)
    if forgotten:
        raise SystemExit(f"constants of the header without a place in the package: {', '.join(forgotten)}")
    names = {enum for enum in header.group("NAMES_")} - set(ENUMS) - {"STATUS"}
    if names:
        raise SystemExit(f"groups of codes without an enumeration: {', '.join(sorted(names))}")


def outputs():
    header = Header((ROOT / "include/tillwire.h").read_text(encoding="utf-8"))
    check_every_constant_has_a_place(header)
    found = {
        "_declarations.py": declarations(),
        "codes.py": codes(header),
        "_fields.py": fields(header),
        "_error_fields.py": error_fields(header),
    }
    for platform in PLATFORMS:
        found[f"{platform.lower()}.py"] = client(header, platform)
    return found


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        raise SystemExit(__doc__)
    for name, text in outputs().items():
        path = PACKAGE / name
        if not sys.argv[1:]:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise SystemExit(f"{path.relative_to(ROOT)} is not what include/tillwire.h says: run bindings/python/generate.py")


if __name__ == "__main__":
    main()

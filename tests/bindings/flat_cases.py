#!/usr/bin/env python3
"""Writes the signature cases as lines for programs that have no JSON reader at hand.

    flat_cases.py FILE

Each line is a word and its values, separated by single spaces. Texts and bytes are hex digits (of UTF-8; none where
empty), numbers are those of the header. A case begins with `case` and ends with the status it comes to:

    case NAME PLATFORM      number SETTING VALUE     text SETTING VALUE     secret VALUE
    header NAME VALUE       block VALUE              body VALUE             now SECONDS
    accepted SECRET_INDEX ASSURANCE                  refused STATUS [SKEW_SECONDS]
"""

import sys

from cases import signature_cases
from library import lib


def encoded(value):
    if isinstance(value, int):
        return str(value)
    return (value.encode() if isinstance(value, str) else value).hex()


def lines(case):
    yield "case", case.name, case.platform
    for setting, value in case.numbers:
        yield "number", setting, value
    for setting, value in case.texts:
        yield "text", setting, value
    for secret in case.secrets:
        yield "secret", secret
    if case.block is not None:
        yield "block", case.block
    for name, value in case.headers:
        yield "header", name, value
    yield "body", case.body
    yield "now", case.now
    if case.status == lib.TILLWIRE_OK:
        yield "accepted", case.secret_index, case.assurance
    else:
        yield ("refused", case.status) + (() if case.skew_seconds is None else (case.skew_seconds,))


with open(sys.argv[1], "w", encoding="ascii") as file:
    for case in signature_cases():
        for word, *values in lines(case):
            print(word, *map(encoded, values), file=file)

#!/usr/bin/env python3
"""Writes the event cases as lines for programs that have no JSON reader at hand.

    flat_events.py VECTORS >FILE

Each line is a word and its values, separated by single spaces. Texts and bytes are hex digits (of UTF-8; `-` where
empty), numbers are those of the header. First comes what is to be tried as a field of everything, from number to number:

    range FIRST LAST

Then the cases: how the delivery is set up, and all that its event says, thing by thing, the fields of each by number; or
how it is refused. Lines, payments and the like are those of the order before them.

    case NAME               platform NUMBER         set_int SETTING VALUE       set_text SETTING VALUE
    scale CURRENCY DIGITS   location PATH PATH      header NAME VALUE
    refused STATUS PATH OFFSET   the body that follows is refused so, and no thing follows it
    body VALUE              the body of a delivery
    answer VALUE            or, instead of it, of the platform's answer to a read
    thing NAME POSITION     it is there (event, order, line, key, ...), with the fields that follow and no others
    none NAME POSITION      it is not there: the list ends before it
    text FIELD VALUE        int FIELD VALUE         money FIELD UNITS SCALE CURRENCY
    listed FIELD VALUE      one text of a list      beyond FIELD                an amount beyond 64 bits
    shown FIELD VALUE       an int that is there only where the delivery was verified
    time FIELD UNIX_MS OFFSET_MINUTES HAS_OFFSET
    end

A case that begins with `wrong` has one expectation changed: who runs it must find a difference. The last line says how
many cases there were of both sorts:

    cases RIGHT WRONG
"""

import pathlib
import sys

from event_cases import Fields, event_cases
from wrong_cases import wrong_cases

HEADER = pathlib.Path(__file__).resolve().parents[2] / "include/tillwire.h"


def encoded(value):
    if isinstance(value, int):
        return str(value)
    return (value.encode() if isinstance(value, str) else value).hex() or "-"


def lines(word, case):
    yield word, case.name
    yield "platform", case.platform
    yield from (("set_int", *setting) for setting in case.numbers)
    yield from (("set_text", *setting) for setting in case.texts)
    yield from (("scale", *scale) for scale in case.scales)
    yield from (("location", *location) for location in case.locations)
    yield from (("header", *header) for header in case.headers)
    if case.refused:
        yield "refused", *case.refused
    yield "answer" if case.is_read else "body", case.body
    for thing in case.things:
        yield f"{'thing' if thing.there else 'none'} {thing.name}", thing.position
        yield from thing.fields
    yield ("end",)


def main():
    fields = Fields(HEADER.read_text(encoding="utf-8"))
    right = event_cases(fields, pathlib.Path(sys.argv[1]))
    wrong = list(wrong_cases(fields, right))
    flat = [("range", *numbers) for numbers in fields.ranges()]
    flat += [line for case in right for line in lines("case", case)]
    flat += [line for case in wrong for line in lines("wrong", case)]
    for word, *values in [*flat, ("cases", len(right), len(wrong))]:
        print(word, *map(encoded, values))


if __name__ == "__main__":
    main()

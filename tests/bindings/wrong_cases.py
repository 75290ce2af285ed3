"""Event cases with one expectation changed: a comparison that finds no difference in them is worth nothing."""

import dataclasses

ADDED = {"text": [b""], "listed": [b""], "money": [0, 0, b""], "time": [0, 0, 0], "int": [0]}


def altered(value):
    """What else a value could be."""
    if isinstance(value, int):
        return [value + 1]
    return [value[:-1] + bytes([value[-1] ^ 1]), value[:-1], value + b"0"] if value else [b"0"]


def changed_fields(fields, thing):
    """The name of a change, and the fields of a thing after it."""
    for at, (kind, number, *values) in enumerate(thing.fields):
        before, after = thing.fields[:at], thing.fields[at + 1 :]
        yield f"{kind} left out", before + after
        if kind == "listed":
            yield "listed twice", before + [thing.fields[at]] * 2 + after
        for place, value in enumerate(values):
            for turn, other in enumerate(altered(value)):
                instead = (kind, number, *values[:place], other, *values[place + 1 :])
                yield f"{kind} altered {place}.{turn}", before + [instead] + after
    present = {number for _, number, *_ in thing.fields}
    for field, number in fields.things[thing.name].items():
        if number not in present:
            kind = fields.kind(thing.name, field)
            added = [*thing.fields, (kind, number, *ADDED[kind])]
            yield f"{kind} added", sorted(added, key=lambda stated: stated[1])


def changed(fields, things, at):
    """The name of a change to a thing of a case, and the thing after it."""
    thing = things[at]
    if thing.there:
        for change, other in changed_fields(fields, thing):
            yield change, dataclasses.replace(thing, fields=other)
    else:
        last = next((before for before in reversed(things[:at]) if before.name == thing.name), None)
        # One without fields shows in the count alone.
        if last and last.there and last.fields:
            yield "ends early", dataclasses.replace(thing, position=thing.position - 1)


def wrong_refusals(cases):
    """A delivery and an answer to a read that are refused otherwise than is expected."""
    refused = {case.is_read: case for case in cases if case.refused}
    for case in refused.values():
        for place, value in enumerate(case.refused):
            for turn, other in enumerate(altered(value)):
                instead = (*case.refused[:place], other, *case.refused[place + 1 :])
                yield dataclasses.replace(case, name=f"{case.name}: refused {place}.{turn}", refused=instead)


def wrong_cases(fields, cases):
    """Every change to every kind of thing once, on the shortest case that has it; and refusals changed."""
    yield from wrong_refusals(cases)
    made = set()
    for case in sorted(cases, key=lambda case: sum(1 + len(thing.fields) for thing in case.things)):
        for at, thing in enumerate(case.things):
            for change, other in changed(fields, case.things, at):
                name = f"{thing.name} {change}"
                if name not in made:
                    made.add(name)
                    things = case.things[:at] + [other] + case.things[at + 1 :]
                    yield dataclasses.replace(case, name=f"{case.name}: {name}", things=things)

#!/usr/bin/env python3
"""Measures `Verifier.open` and reading reference, total and lines, beside what Python programs do without the library.

    bench.py BODY.json

The body is Atlas's order of 9.7 KB, signed by HMAC-SHA256. All sides verify the same signature over the same bytes and come to
the same values: of each line its name, quantity and price. The package decodes the order whole, and so does Pydantic with a model
of the whole order; with a model of the six fields that are read it does less. Rounds alternate; the best of each side counts.

How fast is no test; that all sides read the same is, and that the package reads any amount exactly. Whether the others do stands
beside them: a reader that makes floats of numbers on the way is right only for short ones.
"""

import decimal
import functools
import hashlib
import hmac
import json
import pathlib
import platform
import sys
import timeit

import models
import pydantic

import tillwire
from tillwire import _conversions

Decimal = decimal.Decimal
SECRET = b"the secret that was agreed"
NOW = 1781748935
ROUNDS, CALLS = 25, 200
# More digits than a float has.
LONG = "12345678901234567.89"


def by_columns(verifier, headers, body):
    """The package, columns of all lines at once."""
    with verifier.open(headers, body, NOW) as event:
        order = event.order
        lines = order.lines.values("name", "quantity", "unit_price")
        return order.reference, order.total.amount, [(name, quantity, price.amount) for name, quantity, price in lines]


def by_columns_unseen(verifier, headers, body):
    """The same, of prices and quantities that the package has not seen before; it keeps some, since a menu has few."""
    _conversions.MONEY.clear()
    _conversions.DECIMAL.clear()
    return by_columns(verifier, headers, body)


def by_lines(verifier, headers, body):
    """The package, line by line."""
    with verifier.open(headers, body, NOW) as event:
        order = event.order
        lines = [(line.name, line.quantity, line.unit_price.amount) for line in order.lines]
        return order.reference, order.total.amount, lines


def verify(headers, body):
    """What the others verify with."""
    shown = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(shown, headers["X-Signature"]):
        raise ValueError("forged")


def with_json(headers, body):
    """The standard library."""
    verify(headers, body)
    order, lines = json.loads(body, parse_float=Decimal), []
    for item in order["order_items"]:
        for line in (item, *item["sub_items"]):
            lines.append((line["name"], Decimal(line["quantity"]), Decimal(line["unit_price"])))
    return order["identifier"], Decimal(order["total_including_tax"]), lines


def of_model(order):
    """What a validated order says."""
    lines = [(line.name, line.quantity, line.unit_price) for item in order.order_items for line in (item, *item.sub_items)]
    return order.identifier, order.total_including_tax, lines


def with_pydantic(model, headers, body):
    """Pydantic's own JSON reader."""
    verify(headers, body)
    return of_model(model.model_validate_json(body))


def with_json_and_pydantic(model, headers, body):
    """The standard library's reader, validated by Pydantic."""
    verify(headers, body)
    return of_model(model.model_validate(json.loads(body, parse_float=Decimal)))


def delivery(body):
    """Headers and body."""
    headers = {
        "Host": "till.example",
        "User-Agent": "platform/1",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "X-Signature": hmac.new(SECRET, body, hashlib.sha256).hexdigest(),
    }
    return headers, body


def main():
    """Measures, and prints a table."""
    sent = delivery(pathlib.Path(sys.argv[1]).read_bytes())
    long = delivery(
        f'{{"order_id": 1, "identifier": "A1", "total_including_tax": {LONG}, "order_items": []}}'.encode(),
    )
    verifier = tillwire.Verifier(
        tillwire.Platform.ATLAS, SECRET, scheme=tillwire.Scheme.HMAC_SHA256_HEX, signature_header="X-Signature"
    )
    exact_pydantic, own_pydantic = "hmac + json.loads(parse_float=Decimal) + pydantic", "hmac + pydantic's own reader"
    sides = {
        "tillwire": functools.partial(by_columns, verifier),
        "tillwire, no price seen before": functools.partial(by_columns_unseen, verifier),
        "tillwire, line by line": functools.partial(by_lines, verifier),
        "hmac + json.loads(parse_float=Decimal)": with_json,
        f"{exact_pydantic}, the order": functools.partial(with_json_and_pydantic, models.Order),
        f"{exact_pydantic}, six fields": functools.partial(with_json_and_pydantic, models.NeededOrder),
        f"{own_pydantic}, the order": functools.partial(with_pydantic, models.Order),
        f"{own_pydantic}, six fields": functools.partial(with_pydantic, models.NeededOrder),
    }
    expected = sides["tillwire"](*sent)
    for name, side in sides.items():
        if side(*sent) != expected:
            raise SystemExit(f"{name} reads something else")
    exact = {name: side(*long)[1] == Decimal(LONG) for name, side in sides.items()}
    if not exact["tillwire"]:
        raise SystemExit("the package rounds")
    best = dict.fromkeys(sides, float("inf"))
    for _ in range(ROUNDS):
        for name, side in sides.items():
            best[name] = min(best[name], timeit.timeit(lambda side=side: side(*sent), number=CALLS) / CALLS)
    print(f"Python {platform.python_version()}, pydantic {pydantic.VERSION}, {len(sent[1])} bytes, {len(expected[2])} lines")
    for name, seconds in best.items():
        amounts = "" if exact[name] else "; rounds amounts of more than 15 digits"
        print(f"{seconds * 1e6:8.1f} us  {seconds / best['tillwire']:5.2f}  {name}{amounts}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures `Verifier.open` and reading reference, total and lines, beside what Python programs do without the library.

    bench.py BODY.json

The body is Atlas's order of 9.7 KB, signed by HMAC-SHA256. All sides verify the same signature over the same bytes and come to
the same values: of each line its name, quantity and price. Rounds alternate; the best of each side counts. How fast is no test;
that all sides read the same is. Pydantic's own reader makes floats of numbers on the way, so it is exact only for short ones.
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

import pydantic

import tillwire

Decimal = decimal.Decimal
SECRET = b"the secret that was agreed"
NOW = 1781748935
ROUNDS, CALLS = 25, 200


class Item(pydantic.BaseModel):
    """A line, as a program declares what it needs."""

    name: str
    quantity: Decimal
    unit_price: Decimal
    sub_items: "list[Item]" = []


class Order(pydantic.BaseModel):
    """The order."""

    identifier: str
    total_including_tax: Decimal
    order_items: list[Item]


def ours(verifier, headers, body):
    """The package."""
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


def with_pydantic(headers, body):
    """Pydantic's own JSON reader."""
    verify(headers, body)
    return of_model(Order.model_validate_json(body))


def with_json_and_pydantic(headers, body):
    """The standard library's reader, validated by Pydantic."""
    verify(headers, body)
    return of_model(Order.model_validate(json.loads(body, parse_float=Decimal)))


def main():
    """Measures, and prints a table."""
    body = pathlib.Path(sys.argv[1]).read_bytes()
    verifier = tillwire.Verifier(
        tillwire.Platform.ATLAS, SECRET, scheme=tillwire.Scheme.HMAC_SHA256_HEX, signature_header="X-Signature"
    )
    headers = {
        "Host": "till.example",
        "User-Agent": "platform/1",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "X-Signature": hmac.new(SECRET, body, hashlib.sha256).hexdigest(),
    }
    sides = {
        "tillwire": functools.partial(ours, verifier),
        "hmac + json.loads(parse_float=Decimal)": with_json,
        "hmac + pydantic": with_pydantic,
        "hmac + json.loads(parse_float=Decimal) + pydantic": with_json_and_pydantic,
    }
    expected = sides["tillwire"](headers, body)
    for name, side in sides.items():
        if side(headers, body) != expected:
            raise SystemExit(f"{name} reads something else")
    best = dict.fromkeys(sides, float("inf"))
    for _ in range(ROUNDS):
        for name, side in sides.items():
            best[name] = min(best[name], timeit.timeit(lambda side=side: side(headers, body), number=CALLS) / CALLS)
    print(f"Python {platform.python_version()}, pydantic {pydantic.VERSION}, {len(body)} bytes, {len(expected[2])} lines")
    for name, seconds in best.items():
        print(f"{seconds * 1e6:8.1f} us  {seconds / best['tillwire']:5.2f}  {name}")


if __name__ == "__main__":
    main()

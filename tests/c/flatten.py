#!/usr/bin/env python3
"""Writes the signature cases for a C program: one field per line, bytes as hex, so that no JSON parser is needed.

A line is a word and its arguments; a case ends with `end`. The last line, `cases`, says how many there were.
"""
import json
import pathlib
import sys


def digits(text):
    return text.encode().hex() or "-"


count = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    for case in json.loads(path.read_text()):
        count += 1
        settings, expect = case.get("settings", {}), case["expect"]
        print("case", f"{path.stem}/{case['name']}")
        print("platform", case["platform"])
        if "scheme" in case:
            print("scheme", case["scheme"])
        for name in ("signature_header", "timestamp_header"):
            if name in settings:
                print(name, digits(settings[name]))
        if "tolerance" in settings:
            print("tolerance", -1 if settings["tolerance"] == "unchecked" else settings["tolerance"])
        unknown = set(settings) - {"signature_header", "timestamp_header", "tolerance"}
        if unknown:
            sys.exit(f"{path}: {case['name']}: unknown settings {unknown}")
        for secret in case["secrets"]:
            print("secret", digits(secret))
        for name, value in case.get("headers", []):
            print("header", digits(name), digits(value))
        if "header_block" in case:
            print("block", digits(case["header_block"]))
        print("body", case["body_hex"] if case.get("body_hex") else digits(case.get("body_utf8", "")))
        print("now", case.get("now", 0))
        if "ok" in expect:
            print("ok", expect["ok"]["secret_index"], expect["ok"]["assurance"])
        else:
            print("error", expect["error"])
            if "skew_seconds" in expect:
                print("skew", expect["skew_seconds"])
        print("end")
print("cases", count)

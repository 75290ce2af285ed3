"""The signature cases of tests/vectors/signatures, in the numbers and bytes in which the C ABI takes them."""

import dataclasses
import json

from library import VECTORS, constants, lib

PLATFORMS = constants("TILLWIRE_PLATFORM_")
SCHEMES = constants("TILLWIRE_SCHEME_")
ASSURANCES = constants("TILLWIRE_ASSURANCE_")
ERRORS = constants("TILLWIRE_E_")


@dataclasses.dataclass
class Case:
    name: str
    platform: int
    secrets: list
    numbers: list  # pairs of setting and number
    texts: list  # pairs of setting and text
    headers: list  # pairs of name and value
    block: bytes | None
    body: bytes
    now: int
    status: int
    secret_index: int | None
    assurance: int | None
    skew_seconds: int | None


def read_case(file, case):
    settings = case.get("settings", {})
    numbers = []
    if "scheme" in case:
        numbers.append((lib.TILLWIRE_SETTING_SCHEME, SCHEMES[case["scheme"].upper()]))
    if "tolerance" in settings:
        tolerance = settings["tolerance"]
        seconds = lib.TILLWIRE_TOLERANCE_OFF if tolerance == "unchecked" else tolerance
        numbers.append((lib.TILLWIRE_SETTING_TOLERANCE_SECONDS, seconds))
    texts = {
        "signature_header": lib.TILLWIRE_SETTING_SIGNATURE_HEADER,
        "timestamp_header": lib.TILLWIRE_SETTING_TIMESTAMP_HEADER,
    }
    unknown = settings.keys() - texts.keys() - {"tolerance"}
    assert not unknown, f"{case['name']}: unknown settings {unknown}"
    expect = case["expect"]
    ok = expect.get("ok", {})
    return Case(
        name=f"{file}: {case['name']}",
        platform=PLATFORMS[case["platform"].upper()],
        secrets=[secret.encode() for secret in case["secrets"]],
        numbers=numbers,
        texts=[(texts[name], value) for name, value in settings.items() if name in texts],
        headers=case.get("headers", []),
        block=case["header_block"].encode() if "header_block" in case else None,
        body=bytes.fromhex(case["body_hex"]) if "body_hex" in case else case.get("body_utf8", "").encode(),
        now=case.get("now", 0),
        status=ERRORS[expect["error"].upper()] if "error" in expect else lib.TILLWIRE_OK,
        secret_index=ok.get("secret_index"),
        assurance=ASSURANCES[ok["assurance"].upper()] if ok else None,
        skew_seconds=expect.get("skew_seconds"),
    )


def signature_cases():
    """All cases of all files; no file may be empty."""
    found = []
    files = sorted((VECTORS / "signatures").glob("*.json"))
    assert files, "no signature cases"
    for file in files:
        cases = json.loads(file.read_text(encoding="utf-8"))
        assert cases, f"{file.name} has no cases"
        found += [read_case(file.name, case) for case in cases]
    return found

#!/usr/bin/env python3
"""Writes the signature cases beside this file. README.md describes their form.

Digests come from Python's own hmac, independently of the library under test. With --check nothing is written and
a difference between the files and this program is an error.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
NOW = 1781115871
I64_MAX = 2**63 - 1
I64_MIN = -(2**63)


def digest(secret, *pieces):
    """HMAC-SHA256 of the pieces, in lower-case hex."""
    message = b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def in_base64(hex_digits):
    return base64.b64encode(bytes.fromhex(hex_digits)).decode()


def ok(assurance, secret_index=0, **more):
    return {"ok": {"secret_index": secret_index, "assurance": assurance, **more}}


def error(code, **details):
    return {"error": code, **details}


def mismatch(header, diagnosis=None):
    return error("signature_mismatch", header=header, diagnosis=diagnosis)


def bad_form(header, problem):
    return error("signature_format", header=header, problem=problem)


def case(name, platform, scheme, secrets, headers, body, expect, now=NOW, settings=None):
    """One case. `headers` is a list of pairs or the text of a raw block."""
    made = {"name": name, "platform": platform, "scheme": scheme}
    if settings:
        made["settings"] = settings
    made["secrets"] = secrets
    if isinstance(headers, str):
        made["header_block"] = headers
    else:
        made["headers"] = [list(pair) for pair in headers]
    if isinstance(body, bytes):
        made["body_hex"] = body.hex()
    else:
        made["body_utf8"] = body
    made["now"] = now
    made["expect"] = expect
    return made


# --- klikit: hex over the body -----------------------------------------------------------------------------------

KLIKIT_SECRET = "your-webhook-secret"
KLIKIT_BODY = '{"brand_id":1,"branch_id":2,"orders":[{"id":42}]}'
KLIKIT_SPACED = '{"brand_id": 1, "branch_id": 2, "orders": [{"id": 42}]}'
KLIKIT_HEADER = "x-klikit-signature"

KLIKIT_CONTRACT_GENUINE = [
    ("documented_test_body", KLIKIT_BODY, "cde212d9854ae482bb476487a187ee88c4b5f93eb2444de34fd7252b5ccb866d"),
    ("other_spacing", KLIKIT_SPACED, "b9bf6fcd78e576d6a4249dd3b2d9f4b4c2db6b2d7a2513748a92de6f3141cb34"),
    (
        "other_key_order",
        '{"branch_id":2,"brand_id":1,"orders":[{"id":42}]}',
        "dd3ba50f6dd75dacfbc2809e8d8e4638fe1d6ea7b46e2e447e1033ea5e4ee1be",
    ),
    (
        "text_as_utf8",
        '{"brand_id":1,"branch_id":2,"orders":[{"id":42,"title":"お持ち帰り"}]}',
        "d3a5c689f1a2f16713da9fddd07bf180be0fef4832db302534bfba125e2814ba",
    ),
    (
        "text_as_escapes",
        '{"brand_id":1,"branch_id":2,"orders":[{"id":42,"title":"\\u304a\\u6301\\u3061\\u5e30\\u308a"}]}',
        "75517ef8624e0b36ffc134c75586cebe645959dfceebf1be225e76602f8ce085",
    ),
    ("line_break_at_end", KLIKIT_BODY + "\n", "36789023e31b002ba19813c5dc00bfd8bae40c1cb36f887212e255b4175797cc"),
    ("empty_body", "", "9b05faa11d309c22d73f09cf58fa137bd436128250daccc545773e612633055f"),
]

KLIKIT_CONTRACT_REFUSED = [
    (
        "base64_by_mistake",
        "zeIS2YVK5IK7R2SHoYfuiMS1+T6yRE3jT9clK1zLhm0=",
        bad_form(KLIKIT_HEADER, "looks_base64"),
    ),
    (
        "digest_without_a_key",
        "fc4226d4aab9c913ef1210a7660ae0e78f00456c4c52c06f1f4b33892ef58a7b",
        mismatch(KLIKIT_HEADER),
    ),
    (
        "other_secret",
        "9b8896d7a6dabbe38d751e0da206269745130036d6bc0c965916ee9dc41a7f74",
        mismatch(KLIKIT_HEADER),
    ),
    (
        "last_digit_lost",
        "cde212d9854ae482bb476487a187ee88c4b5f93eb2444de34fd7252b5ccb866",
        bad_form(KLIKIT_HEADER, "wrong_length"),
    ),
    ("empty_header", "", bad_form(KLIKIT_HEADER, "empty")),
]


def klikit():
    right = digest(KLIKIT_SECRET, KLIKIT_BODY)

    def one(name, expect, presented=right, body=KLIKIT_BODY, secrets=(KLIKIT_SECRET,), **more):
        headers = more.pop("headers", [(KLIKIT_HEADER, presented)])
        return case(name, "klikit", "hmac_sha256_hex", list(secrets), headers, body, expect, **more)

    for name, body, signature in KLIKIT_CONTRACT_GENUINE:
        assert digest(KLIKIT_SECRET, body) == signature, name
        yield one(f"contract_{name}", ok("body"), signature, body)
    for name, presented, expect in KLIKIT_CONTRACT_REFUSED:
        yield one(f"contract_{name}", expect, presented)

    yield one("upper_case_hex", ok("body"), right.upper())
    yield one("hex_of_mixed_case", ok("body"), right[:32].upper() + right[32:])
    yield one("first_digit_changed", mismatch(KLIKIT_HEADER), "d" + right[1:])
    yield one("last_digit_changed", mismatch(KLIKIT_HEADER), right[:-1] + "e")
    yield one("one_digit_too_many", bad_form(KLIKIT_HEADER, "wrong_length"), right + "0")
    yield one("twice_in_one_header", bad_form(KLIKIT_HEADER, "wrong_length"), f"{right}, {right}")
    yield one("no_hex_digit", bad_form(KLIKIT_HEADER, "not_hex"), right[:-1] + "g")
    yield one("no_ascii", bad_form(KLIKIT_HEADER, "not_hex"), right[:-2] + "é")
    yield one("prefix_of_fire_sha256", bad_form(KLIKIT_HEADER, "other_scheme"), "sha256=" + right)
    yield one("prefix_of_fire_v1", bad_form(KLIKIT_HEADER, "other_scheme"), "v1=" + right)
    yield one("base64_without_padding", bad_form(KLIKIT_HEADER, "looks_base64"), in_base64(right)[:-1])

    not_utf8 = bytes([0x7B, 0x22, 0xFF, 0xFE, 0x00, 0x80, 0x22, 0x7D])
    yield one("body_not_utf8", ok("body"), digest(KLIKIT_SECRET, not_utf8), not_utf8)
    yield one("body_with_byte_order_mark", ok("body"), digest(KLIKIT_SECRET, b"\xef\xbb\xbf{}"), b"\xef\xbb\xbf{}")
    yield one("body_of_one_block", ok("body"), digest(KLIKIT_SECRET, "x" * 64), "x" * 64)

    yield one("header_name_in_capitals", ok("body"), headers=[("X-KLIKIT-SIGNATURE", right)])
    yield one("header_missing", error("header_missing", header=KLIKIT_HEADER), headers=[("x-klikit-event-id", "1")])
    yield one("no_headers", error("header_missing", header=KLIKIT_HEADER), headers=[])
    yield one("space_around_the_value", ok("body"), f" \t{right}\t ")
    yield one("equal_duplicates", ok("body"), headers=[(KLIKIT_HEADER, right), ("X-Klikit-Signature", right)])
    yield one(
        "differing_duplicates",
        error("header_conflict", header=KLIKIT_HEADER),
        headers=[(KLIKIT_HEADER, right), (KLIKIT_HEADER, "0" * 64)],
    )
    yield one(
        "duplicates_differing_in_case",
        error("header_conflict", header=KLIKIT_HEADER),
        headers=[(KLIKIT_HEADER, right), (KLIKIT_HEADER, right.upper())],
    )
    yield one(
        "other_headers_are_not_covered",
        ok("body"),
        headers=[("x-klikit-event-type", "anything"), (KLIKIT_HEADER, right), ("X-Fire-Timestamp", "soon")],
    )
    yield one(
        "header_name_set",
        ok("body"),
        headers=[("X-Relayed-Signature", right)],
        settings={"signature_header": "x-relayed-signature"},
    )
    yield one(
        "header_name_set_and_the_default_sent",
        error("header_missing", header="x-relayed-signature"),
        settings={"signature_header": "x-relayed-signature"},
    )

    yield one("rotation_first", ok("body", 0), secrets=(KLIKIT_SECRET, "the-next-secret"))
    yield one("rotation_second", ok("body", 1), secrets=("the-next-secret", KLIKIT_SECRET))
    yield one("rotation_third", ok("body", 2), secrets=("the-next-secret", "another-secret", KLIKIT_SECRET))
    yield one("rotation_neither", mismatch(KLIKIT_HEADER), secrets=("the-next-secret", "another-secret"))

    for name, secret in [
        ("one_byte", "s"),
        ("as_long_as_a_block", "k" * 64),
        ("longer_than_a_block", "k" * 65),
        ("not_ascii", "pão de queijo"),
        ("that_looks_hex", "00ff"),
        ("that_looks_prefixed", "whsec_c2VjcmV0"),
    ]:
        yield one(f"secret_{name}", ok("body"), digest(secret, KLIKIT_BODY), secrets=(secret,))

    yield one("no_clock_needed", ok("body"), now=I64_MIN)

    yield one("line_break_added", mismatch(KLIKIT_HEADER, "line_break_added"), body=KLIKIT_BODY + "\n")
    yield one("cr_lf_added", mismatch(KLIKIT_HEADER, "line_break_added"), body=KLIKIT_BODY + "\r\n")
    yield one(
        "line_break_removed",
        mismatch(KLIKIT_HEADER, "line_break_removed"),
        digest(KLIKIT_SECRET, KLIKIT_BODY + "\n"),
    )
    yield one("spaces_added", mismatch(KLIKIT_HEADER, "json_whitespace_added"), body=KLIKIT_SPACED)
    yield one(
        "indented",
        mismatch(KLIKIT_HEADER, "json_whitespace_added"),
        body=json.dumps(json.loads(KLIKIT_BODY), indent=4) + "\n",
    )
    quoted = '{"note":"a \\" b\\\\","n":[1,2]}'
    yield one(
        "spaces_added_around_quoted_ones",
        mismatch(KLIKIT_HEADER, "json_whitespace_added"),
        digest(KLIKIT_SECRET, quoted),
        '{ "note" : "a \\" b\\\\" , "n" : [ 1 , 2 ] }',
    )
    yield one(
        "space_added_inside_a_string",
        mismatch(KLIKIT_HEADER),
        digest(KLIKIT_SECRET, '{"a":"bc"}'),
        '{"a":"b c"}',
    )
    yield one(
        "keys_reordered", mismatch(KLIKIT_HEADER), body='{"branch_id":2,"brand_id":1,"orders":[{"id":42}]}'
    )
    yield one("body_already_consumed", mismatch(KLIKIT_HEADER, "body_empty"), body="")
    yield one(
        "diagnosis_under_the_second_secret",
        mismatch(KLIKIT_HEADER, "line_break_added"),
        body=KLIKIT_BODY + "\n",
        secrets=("the-next-secret", KLIKIT_SECRET),
    )


# --- Fire: three signatures ----------------------------------------------------------------------------------------

FIRE_SECRET = "whsec_contract_test_0001"
FIRE_TIME = "1781115871"
FIRE_BODY = (
    '{"event":{"id":"7f3c2a1b-9d4e-4f6a-8b2c-1e5d3a7f9c0b","type":"order.status_updated",'
    '"createdAt":"2026-06-10T18:24:31.000Z"},"data":{"orderId":"443bb714-fb69-4538-9ecb-de0acad7b88f"}}'
)
FIRE_SIGNATURE = "X-Fire-Signature"
FIRE_TIMESTAMP = "X-Fire-Timestamp"

FIRE_CONTRACT = [
    (
        "ascii_compact",
        FIRE_BODY,
        "6c78fd3322de0bd2d542e9d90ae5e582463fd8723c5ce13cd52b326ff7c74227",
        "e23a973df483e3cf33ec7a90ad7f9fa34b3a0dc07b7f2a068c173f2a431cf85d",
    ),
    (
        "utf8_with_spaces",
        '{ "event": { "id": "evt_1", "type": "menu.updated" }, "data": { "name": "Pão de queijo — São Paulo" } }\n',
        "44e805dda5e02990b29a4f091113b8049262d3a8407e3de7c369fb18f59cb076",
        "2a284fd66574f58f11762628508857561afc61fc873308cadef04b6b53a55930",
    ),
    (
        "empty",
        "",
        "d84d76e0d6301a239f19939508bd32b9daee531fbaff342c64e3d6e20a57d5e5",
        "536605840f855de69723180cf4f25cc8da98c26c6527bc9d0eb937d07692e3cd",
    ),
]


def fire():
    def one(name, scheme, headers, expect, body=FIRE_BODY, secrets=(FIRE_SECRET,), **more):
        return case(name, "fire", scheme, list(secrets), headers, body, expect, **more)

    for name, body, over_body, over_both in FIRE_CONTRACT:
        assert digest(FIRE_SECRET, body) == over_body, name
        assert digest(FIRE_SECRET, FIRE_TIME, ".", body) == over_both, name
        time = (FIRE_TIMESTAMP, FIRE_TIME)
        yield one(
            f"contract_v1_{name}",
            "v1_timestamped",
            [time, (FIRE_SIGNATURE, "v1=" + over_both)],
            ok("body_and_time", timestamp=int(FIRE_TIME)),
            body,
        )
        prefixed = [time, (FIRE_SIGNATURE, "sha256=" + over_body)]
        yield one(f"contract_sha256_{name}", "sha256_prefixed", prefixed, ok("body"), body)
        yield one(f"contract_bare_{name}", "hmac_sha256_hex", [(FIRE_SIGNATURE, over_body)], ok("body"), body)

    yield from fire_v1(one)
    yield from fire_times(one)
    yield from fire_sha256(one)
    yield from fire_unsigned(one)


def signed_v1(time, body=FIRE_BODY, secret=FIRE_SECRET):
    return [(FIRE_TIMESTAMP, time), (FIRE_SIGNATURE, "v1=" + digest(secret, time, ".", body))]


def fire_v1(one):
    right = digest(FIRE_SECRET, FIRE_TIME, ".", FIRE_BODY)

    def v1(name, signature, expect, **more):
        headers = [(FIRE_TIMESTAMP, FIRE_TIME), (FIRE_SIGNATURE, signature)]
        return one(f"v1_{name}", "v1_timestamped", headers, expect, **more)

    genuine = ok("body_and_time", timestamp=NOW)
    default = one("v1_is_the_default_of_fire", "", signed_v1(FIRE_TIME), genuine)
    del default["scheme"]
    yield default
    yield v1("upper_case_hex", "v1=" + right.upper(), genuine)
    yield v1("upper_case_prefix", "V1=" + right, genuine)
    yield v1("prefix_missing", right, bad_form(FIRE_SIGNATURE, "prefix_missing"))
    yield v1("prefix_alone", "v1=", bad_form(FIRE_SIGNATURE, "wrong_length"))
    yield v1("prefix_twice", "v1=v1=" + right, bad_form(FIRE_SIGNATURE, "other_scheme"))
    yield v1("space_after_the_prefix", "v1= " + right, bad_form(FIRE_SIGNATURE, "wrong_length"))
    yield v1(
        "sha256_was_sent",
        "sha256=" + digest(FIRE_SECRET, FIRE_BODY),
        bad_form(FIRE_SIGNATURE, "other_scheme"),
    )
    yield v1("base64_by_mistake", "v1=" + in_base64(right), bad_form(FIRE_SIGNATURE, "looks_base64"))
    yield v1("signed_without_the_time", "v1=" + digest(FIRE_SECRET, FIRE_BODY), mismatch(FIRE_SIGNATURE))
    yield v1("one_digit_too_few", "v1=" + right[:-1], bad_form(FIRE_SIGNATURE, "wrong_length"))
    yield v1("line_break_added", "v1=" + right, mismatch(FIRE_SIGNATURE, "line_break_added"), body=FIRE_BODY + "\n")
    yield v1(
        "indented",
        "v1=" + right,
        mismatch(FIRE_SIGNATURE, "json_whitespace_added"),
        body=json.dumps(json.loads(FIRE_BODY), indent=2),
    )
    yield v1("rotation_second", "v1=" + right, ok("body_and_time", 1), secrets=("next-secret", FIRE_SECRET))
    yield v1("rotation_neither", "v1=" + right, mismatch(FIRE_SIGNATURE), secrets=("next-secret", "other-secret"))

    time = (FIRE_TIMESTAMP, FIRE_TIME)
    signature = (FIRE_SIGNATURE, "v1=" + right)
    for name, headers, expect in [
        ("names_in_lower_case", [(n.lower(), v) for n, v in (time, signature)], genuine),
        ("equal_duplicates", [time, signature, time, signature], genuine),
        ("times_differ", [time, ("x-fire-timestamp", "1"), signature], error("header_conflict", header=FIRE_TIMESTAMP)),
        (
            "signatures_differ",
            [time, signature, (FIRE_SIGNATURE, "v1=" + "0" * 64)],
            error("header_conflict", header=FIRE_SIGNATURE),
        ),
        ("time_missing", [signature], error("header_missing", header=FIRE_TIMESTAMP)),
        ("signature_missing", [time], error("header_missing", header=FIRE_SIGNATURE)),
    ]:
        yield one(f"v1_{name}", "v1_timestamped", headers, expect)
    names = {"signature_header": "X-Hook-Mac", "timestamp_header": "X-Hook-Time"}
    yield one(
        "v1_header_names_set",
        "v1_timestamped",
        [("x-hook-time", FIRE_TIME), ("x-hook-mac", "v1=" + right)],
        genuine,
        settings=names,
    )
    not_utf8 = b"\x80\x81.\x00"
    yield one(
        "v1_body_not_utf8",
        "v1_timestamped",
        [time, (FIRE_SIGNATURE, "v1=" + digest(FIRE_SECRET, FIRE_TIME, ".", not_utf8))],
        genuine,
        not_utf8,
    )


def fire_times(one):
    def at(name, time, expect, **more):
        return one(f"time_{name}", "v1_timestamped", signed_v1(time), expect, **more)

    def signed(time):
        return ok("body_and_time", timestamp=time)

    def age(skew, tolerance=300):
        return error("timestamp_age", skew_seconds=skew, tolerance=tolerance)

    bad_time = error("timestamp_format", header=FIRE_TIMESTAMP)

    yield at("300_s_ago", str(NOW - 300), signed(NOW - 300))
    yield at("300_s_ahead", str(NOW + 300), signed(NOW + 300))
    yield at("301_s_ago", str(NOW - 301), age(301))
    yield at("301_s_ahead", str(NOW + 301), age(-301))
    yield at("tolerance_0_same_second", FIRE_TIME, signed(NOW), settings={"tolerance": 0})
    yield at("tolerance_0_next_second", FIRE_TIME, age(1, 0), settings={"tolerance": 0}, now=NOW + 1)
    yield at("tolerance_of_an_hour", str(NOW - 3600), signed(NOW - 3600), settings={"tolerance": 3600})
    yield at("tolerance_largest", "0", signed(0), settings={"tolerance": 2**32 - 1}, now=2**32 - 1)
    yield at("lowest", str(I64_MIN), age(I64_MAX))
    yield at("highest", str(I64_MAX), age(NOW - I64_MAX))
    yield at("lowest_and_now_too", str(I64_MIN), signed(I64_MIN), now=I64_MIN)
    yield at("highest_and_now_too", str(I64_MAX), signed(I64_MAX), now=I64_MAX)
    yield at("lowest_and_now_highest", str(I64_MIN), age(I64_MAX), now=I64_MAX)
    yield at("highest_and_now_lowest", str(I64_MAX), age(I64_MIN), now=I64_MIN)
    yield at("above_i64", str(I64_MAX + 1), bad_time)
    yield at("below_i64", str(I64_MIN - 1), bad_time)
    yield at("of_a_thousand_digits", "1" * 1000, bad_time)
    yield at("in_milliseconds", FIRE_TIME + "000", age(NOW - NOW * 1000))
    yield at("with_fraction", FIRE_TIME + ".0", bad_time)
    yield at("with_exponent", "1e9", bad_time)
    yield at("with_plus", "+" + FIRE_TIME, bad_time)
    yield at("with_leading_zero", "0" + FIRE_TIME, signed(NOW))
    yield at("minus_alone", "-", bad_time)
    yield at("negative", "-300", signed(-300), now=0)
    yield at("iso_8601", "2026-06-10T18:24:31Z", bad_time)
    yield at("empty", "", bad_time)
    yield at("other_digits", "١٧٨١١١٥٨٧١", bad_time)

    unchecked = {"tolerance": "unchecked"}
    yield at("unchecked_old", "0", ok("body", timestamp=0), settings=unchecked)
    yield at("unchecked_extreme", str(I64_MIN), ok("body", timestamp=I64_MIN), settings=unchecked, now=I64_MAX)
    yield at("unchecked_unreadable", "yesterday", ok("body", timestamp=None), settings=unchecked)
    forged = [(FIRE_TIMESTAMP, FIRE_TIME), signed_v1("0")[1]]
    yield one("time_unchecked_is_still_signed", "v1_timestamped", forged, mismatch(FIRE_SIGNATURE), settings=unchecked)

    # MAC before clock: a time that nobody signed is neither read nor judged.
    for name, time in [("freshened", FIRE_TIME), ("old", "0"), ("unreadable", "yesterday"), ("above_i64", "9" * 19)]:
        headers = [(FIRE_TIMESTAMP, time), signed_v1(str(NOW - 1000))[1]]
        yield one(f"time_{name}_but_not_signed", "v1_timestamped", headers, mismatch(FIRE_SIGNATURE))
    rewritten = [(FIRE_TIMESTAMP, "0" + FIRE_TIME), signed_v1(FIRE_TIME)[1]]
    yield one("time_same_but_written_otherwise", "v1_timestamped", rewritten, mismatch(FIRE_SIGNATURE))


def fire_sha256(one):
    right = digest(FIRE_SECRET, FIRE_BODY)

    def prefixed(name, signature, expect, *others, **more):
        headers = [(FIRE_SIGNATURE, signature), *others]
        return one(f"sha256_{name}", "sha256_prefixed", headers, expect, **more)

    yield prefixed("without_a_time", "sha256=" + right, ok("body", timestamp=None))
    yield prefixed("old_time_not_looked_at", "sha256=" + right, ok("body", timestamp=None), (FIRE_TIMESTAMP, "0"))
    yield prefixed("unreadable_time_not_looked_at", "sha256=" + right, ok("body"), (FIRE_TIMESTAMP, "soon"))
    yield prefixed(
        "differing_times_not_looked_at", "sha256=" + right, ok("body"), (FIRE_TIMESTAMP, "1"), (FIRE_TIMESTAMP, "2")
    )
    yield prefixed("upper_case", "SHA256=" + right.upper(), ok("body"))
    yield prefixed("prefix_missing", right, bad_form(FIRE_SIGNATURE, "prefix_missing"))
    yield prefixed(
        "v1_was_sent",
        signed_v1(FIRE_TIME)[1][1],
        bad_form(FIRE_SIGNATURE, "other_scheme"),
        (FIRE_TIMESTAMP, FIRE_TIME),
    )
    yield prefixed("of_sha512", "sha512=" + right * 2, bad_form(FIRE_SIGNATURE, "other_scheme"))
    yield prefixed("base64_by_mistake", "sha256=" + in_base64(right), bad_form(FIRE_SIGNATURE, "looks_base64"))
    yield prefixed("base64_without_prefix", in_base64(right), bad_form(FIRE_SIGNATURE, "looks_base64"))
    yield prefixed("not_hex", "sha256=" + right[:-1] + "x", bad_form(FIRE_SIGNATURE, "not_hex"))
    yield prefixed("wrong_digit", "sha256=" + right[:-1] + "0", mismatch(FIRE_SIGNATURE))
    yield prefixed("rotation_second", "sha256=" + right, ok("body", 1), secrets=("next-secret", FIRE_SECRET))
    yield one(
        "sha256_header_name_set",
        "sha256_prefixed",
        [("X-Loja-Assinatura", "sha256=" + right)],
        ok("body"),
        settings={"signature_header": "X-Loja-Assinatura"},
    )


def fire_unsigned(one):
    yield one(
        "unsigned_flow_with_bearer",
        "bearer",
        [("Authorization", "Bearer " + FIRE_SECRET)],
        ok("sender_only"),
    )
    key = {"signature_header": "X-API-Key"}
    yield one(
        "unsigned_flow_with_api_key", "header", [("x-api-key", FIRE_SECRET)], ok("sender_only"), settings=key
    )
    yield one(
        "unsigned_flow_with_wrong_api_key",
        "header",
        [("x-api-key", FIRE_SECRET + "0")],
        mismatch("X-API-Key"),
        settings=key,
    )
    yield one("anyone", "dangerously_accept_anyone", [], ok("nothing", timestamp=None), secrets=())
    yield one(
        "anyone_whatever_is_sent",
        "dangerously_accept_anyone",
        [(FIRE_SIGNATURE, "v1=0"), (FIRE_SIGNATURE, "v1=1")],
        ok("nothing"),
        secrets=(),
    )


# --- Atlas: a secret in a header -----------------------------------------------------------------------------------

ATLAS_TOKEN = "atl_5f2c9e71d0b84a63"
ATLAS_BODY = '{"order_id":"ord_1","state":"order_confirmed","order_items":[]}'


def atlas():
    def bearer(name, value, expect, secrets=(ATLAS_TOKEN,), **more):
        headers = more.pop("headers", [("Authorization", value)])
        return case(f"bearer_{name}", "atlas", "bearer", list(secrets), headers, ATLAS_BODY, expect, **more)

    sender = ok("sender_only", timestamp=None)
    default = bearer("is_the_default_of_atlas", "Bearer " + ATLAS_TOKEN, sender)
    del default["scheme"]
    yield default
    yield bearer("right", "Bearer " + ATLAS_TOKEN, sender)
    yield bearer("word_in_lower_case", "bearer " + ATLAS_TOKEN, sender)
    yield bearer("word_in_capitals", "BEARER " + ATLAS_TOKEN, sender)
    yield bearer("two_spaces", "Bearer  " + ATLAS_TOKEN, sender)
    yield bearer("header_name_in_lower_case", "", sender, headers=[("authorization", "Bearer " + ATLAS_TOKEN)])
    yield bearer("wrong", "Bearer atl_0000000000000000", mismatch("Authorization"))
    yield bearer("token_in_capitals", "Bearer " + ATLAS_TOKEN.upper(), mismatch("Authorization"))
    yield bearer("beginning_of_token", "Bearer " + ATLAS_TOKEN[:-1], mismatch("Authorization"))
    yield bearer("more_than_token", "Bearer " + ATLAS_TOKEN + "0", mismatch("Authorization"))
    yield bearer("token_twice", f"Bearer {ATLAS_TOKEN} {ATLAS_TOKEN}", mismatch("Authorization"))
    yield bearer("very_long", "Bearer " + "a" * 10_000, mismatch("Authorization"))
    yield bearer("missing", "", error("header_missing", header="Authorization"), headers=[("Accept", "*/*")])
    yield bearer("empty_header", "", bad_form("Authorization", "empty"))
    yield bearer("word_alone", "Bearer", bad_form("Authorization", "empty"))
    yield bearer("token_alone", ATLAS_TOKEN, bad_form("Authorization", "prefix_missing"))
    yield bearer("basic_instead", "Basic YXRsYXM6c2VjcmV0", bad_form("Authorization", "other_scheme"))
    yield bearer(
        "equal_duplicates", "", sender, headers=[("Authorization", "Bearer " + ATLAS_TOKEN)] * 2
    )
    yield bearer(
        "differing_duplicates",
        "",
        error("header_conflict", header="Authorization"),
        headers=[("Authorization", "Bearer " + ATLAS_TOKEN), ("Authorization", "Bearer other")],
    )
    yield bearer("rotation_second", "Bearer " + ATLAS_TOKEN, ok("sender_only", 1), secrets=("next", ATLAS_TOKEN))
    yield bearer("rotation_neither", "Bearer " + ATLAS_TOKEN, mismatch("Authorization"), secrets=("next", "other"))
    yield bearer(
        "header_name_set",
        "",
        sender,
        headers=[("X-Forwarded-Authorization", "Bearer " + ATLAS_TOKEN)],
        settings={"signature_header": "X-Forwarded-Authorization"},
    )
    yield bearer("token_with_spaces_inside", "Bearer correct horse", sender, secrets=("correct horse",))
    yield bearer("token_not_ascii", "Bearer käse", sender, secrets=("käse",))
    yield bearer("no_clock_needed", "Bearer " + ATLAS_TOKEN, sender, now=I64_MAX)

    def named(name, headers, expect, secrets=(ATLAS_TOKEN,)):
        settings = {"signature_header": "X-Till-Key"}
        return case(
            f"header_{name}", "atlas", "header", list(secrets), headers, ATLAS_BODY, expect, settings=settings
        )

    yield named("right", [("X-Till-Key", ATLAS_TOKEN)], sender)
    yield named("name_in_lower_case", [("x-till-key", ATLAS_TOKEN)], sender)
    yield named("space_around_the_value", [("X-Till-Key", f"  {ATLAS_TOKEN}\t")], sender)
    yield named("wrong", [("X-Till-Key", "atl_0000000000000000")], mismatch("X-Till-Key"))
    yield named("empty", [("X-Till-Key", "")], mismatch("X-Till-Key"))
    yield named("value_in_capitals", [("X-Till-Key", ATLAS_TOKEN.upper())], mismatch("X-Till-Key"))
    yield named("missing", [("Authorization", ATLAS_TOKEN)], error("header_missing", header="X-Till-Key"))
    yield named("value_with_a_word", [("X-Till-Key", "Bearer abc")], sender, secrets=("Bearer abc",))
    yield named("rotation_second", [("X-Till-Key", ATLAS_TOKEN)], ok("sender_only", 1), secrets=("n", ATLAS_TOKEN))
    yield named(
        "differing_duplicates",
        [("X-Till-Key", ATLAS_TOKEN), ("x-till-key", "other")],
        error("header_conflict", header="X-Till-Key"),
    )

    yield case(
        "signed_by_a_relay",
        "atlas",
        "hmac_sha256_hex",
        [ATLAS_TOKEN],
        [("X-Relay-Mac", digest(ATLAS_TOKEN, ATLAS_BODY))],
        ATLAS_BODY,
        ok("body"),
        settings={"signature_header": "X-Relay-Mac"},
    )


# --- headers as they come ------------------------------------------------------------------------------------------


def headers():
    right = digest(KLIKIT_SECRET, KLIKIT_BODY)
    line = f"{KLIKIT_HEADER}: {right}"

    def one(name, given, expect):
        return case(name, "klikit", "hmac_sha256_hex", [KLIKIT_SECRET], given, KLIKIT_BODY, expect)

    def format_error(**details):
        return error("header_format", **details)

    genuine = ok("body")
    yield one("block_with_crlf", f"Host: till\r\n{line}\r\n\r\n", genuine)
    yield one("block_with_lf", f"Host: till\n{line}\n\n", genuine)
    yield one("block_with_request_line", f"POST /webhooks/klikit HTTP/1.1\r\nHost: till\r\n{line}\r\n\r\n", genuine)
    yield one("block_without_an_end", f"Host: till\r\n{line}", genuine)
    yield one("block_without_spaces", line.replace(": ", ":"), genuine)
    yield one("block_then_body", f"{line}\r\n\r\n{KLIKIT_HEADER}: 0\r\nno header", genuine)
    yield one("block_folded_before_the_value", f"{KLIKIT_HEADER}:\r\n {right}\r\n\r\n", genuine)
    yield one("block_folded_elsewhere", f"X-Note: a\r\n\tb\r\n{line}\r\n\r\n", genuine)
    yield one(
        "block_folded_inside_the_value",
        f"{KLIKIT_HEADER}: {right[:32]}\r\n {right[32:]}\r\n\r\n",
        bad_form(KLIKIT_HEADER, "wrong_length"),
    )
    yield one("block_empty", "", error("header_missing", header=KLIKIT_HEADER))
    yield one("block_line_without_colon", f"{line}\r\nnonsense\r\n\r\n", format_error(line=2))
    yield one("block_space_before_colon", f"{KLIKIT_HEADER} : {right}\r\n\r\n", format_error(line=1))
    yield one("block_begins_folded", f" {line}\r\n\r\n", format_error(line=1))
    yield one("block_cr_alone", f"X-A: 1\rX-B: 2\r\n{line}\r\n\r\n", format_error(line=1))
    yield one("block_with_nul", f"{line}\r\nX-A: \0\r\n\r\n", format_error(line=2))
    yield one("block_request_line_later", f"{line}\r\nPOST / HTTP/1.1\r\n\r\n", format_error(line=2))

    fill = [(f"X-{number}", "") for number in range(99)]
    yield one("a_hundred_headers", [*fill, (KLIKIT_HEADER, right)], genuine)
    yield one("a_hundred_and_one_headers", [*fill, (KLIKIT_HEADER, right), ("X-Last", "")], format_error(limit=100))
    yield one("name_with_a_space", [(KLIKIT_HEADER, right), ("X A", "1")], format_error(number=2))
    yield one("name_with_the_colon", [("X-A:", "1")], format_error(number=1))
    yield one("name_empty", [("", "1")], format_error(number=1))
    yield one("value_with_a_line_break", [(KLIKIT_HEADER, right + "\r\nX-A: 1")], format_error(number=1))


# --- settings that make no verifier --------------------------------------------------------------------------------


def settings():
    def one(name, platform, scheme, secrets, expect, given=None):
        made = {"name": name, "platform": platform, "scheme": scheme}
        if given:
            made["settings"] = given
        return {**made, "secrets": secrets, "expect": expect}

    def secret(problem, index=0):
        return error("secret", index=index, problem=problem)

    setting = error("setting")
    hex_scheme = "hmac_sha256_hex"
    for name, text, problem in [
        ("empty", "", "empty"),
        ("with_line_break", "abc\n", "line_break_at_end"),
        ("with_cr_lf", "abc\r\n", "line_break_at_end"),
        ("only_line_break", "\n", "line_break_at_end"),
        ("with_space_at_end", "abc ", "space_at_ends"),
        ("with_space_before", " abc", "space_at_ends"),
        ("with_tab_at_end", "abc\t", "space_at_ends"),
        ("with_line_break_before", "\nabc", "space_at_ends"),
    ]:
        yield one(f"secret_{name}", "klikit", hex_scheme, [text], secret(problem))
        yield one(f"token_{name}", "atlas", "bearer", [text], secret(problem))
    yield one("second_secret_empty", "fire", "v1_timestamped", ["abc", ""], secret("empty", 1))
    yield one("token_with_line_break_inside", "atlas", "bearer", ["abc\ndef"], secret("not_header_text"))
    yield one("token_with_nul", "fire", "header", ["abc\0"], secret("not_header_text"), {"signature_header": "X-K"})
    yield one("token_with_the_word_bearer", "atlas", "bearer", ["Bearer abc"], secret("bearer_word"))
    for scheme in [hex_scheme, "sha256_prefixed", "v1_timestamped", "bearer", "header"]:
        yield one(f"no_secret_for_{scheme}", "fire", scheme, [], setting, {"signature_header": "X-Any"})
    yield one("secret_where_anyone_is_accepted", "fire", "dangerously_accept_anyone", ["abc"], setting)
    yield one("header_without_its_name", "atlas", "header", ["abc"], setting)
    yield one("signature_on_atlas_without_a_name", "atlas", hex_scheme, ["abc"], setting)
    yield one("v1_on_klikit_without_a_time_header", "klikit", "v1_timestamped", ["abc"], setting)
    yield one("header_name_with_colon", "klikit", hex_scheme, ["abc"], setting, {"signature_header": "x-sig:"})
    yield one("header_name_empty", "klikit", hex_scheme, ["abc"], setting, {"signature_header": ""})
    yield one("time_header_name_with_space", "fire", "v1_timestamped", ["abc"], setting, {"timestamp_header": "X T"})


def text_of(cases):
    cases = list(cases)
    names = [made["name"] for made in cases]
    assert len(set(names)) == len(names), "two cases have the same name"
    lines = (json.dumps(made, ensure_ascii=False) for made in cases)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def main():
    check = sys.argv[1:] == ["--check"]
    for group in (klikit, fire, atlas, headers, settings):
        path = HERE / f"{group.__name__}.json"
        text = text_of(group())
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path.name} differs from what generate.py writes")


if __name__ == "__main__":
    main()

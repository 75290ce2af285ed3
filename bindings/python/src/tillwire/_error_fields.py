"""The fields of an error.

Written by generate.py from include/tillwire.h; do not edit.
"""

from __future__ import annotations

from typing import Any

from .codes import Parameter, Status, Stop


class ErrorFields:
    """What an error says."""

    #: What was wrong, in a sentence.
    message: str

    #: What to do about it. Absent where there is nothing to add.
    hint: str | None

    #: Where in the document, as in `$.order_items[0].quantity`. Absent where it is not about a place in a document.
    path: str | None

    #: The platform's own code, as it wrote it.
    platform_code: str | None

    #: The platform's mark of the request, by which its support finds it.
    request_id: str | None

    #: The platform's own words. Not for a log: they may repeat what was sent.
    platform_message: str | None

    #: What is wrong with which member of the request, one in a line, in the platform's words. Not for a log.
    details: str | None

    #: The body of the last answer where it is JSON, otherwise its first 4096 bytes. Not for a log.
    answer: str | None

    #: The status code.
    code: Status

    #: The byte offset in the body, from 0.
    offset: int | None

    #: How far the signed time is from now, in seconds; positive means the delivery's time is in the past.
    skew_seconds: int | None

    #: The HTTP status of the last answer. Absent where there was none.
    http_status: int | None

    #: How many attempts were made.
    attempts: int | None

    #: How long the platform asks to wait, in milliseconds.
    retry_after_ms: int | None

    #: Whether the platform may have done what was asked although there is no reply. Never so for a read.
    may_be_done: bool | None

    #: Why it was not tried again.
    stop: Stop | None

    #: Which parameter it is about.
    parameter: Parameter | None


#: Attribute, number, and type.
ERROR_FIELDS: tuple[tuple[str, int, Any], ...] = (
    ("message", 5101, str),
    ("hint", 5102, str),
    ("path", 5103, str),
    ("platform_code", 5104, str),
    ("request_id", 5105, str),
    ("platform_message", 5106, str),
    ("details", 5107, str),
    ("answer", 5108, str),
    ("code", 5401, Status),
    ("offset", 5402, int),
    ("skew_seconds", 5403, int),
    ("http_status", 5404, int),
    ("attempts", 5405, int),
    ("retry_after_ms", 5406, int),
    ("may_be_done", 5407, bool),
    ("stop", 5408, Stop),
    ("parameter", 5409, Parameter),
)

"""A receiver for whatever serves WSGI: Python's own wsgiref, gunicorn, waitress, Apache, or a path of a Flask application."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from .errors import TillwireError
from .event import Event
from .verifier import Verifier

_log = logging.getLogger("tillwire")
_StartResponse = Callable[..., Any]


class Receiver:
    """A WSGI application (PEP 3333) for one webhook: each delivery that is shown to be genuine is given to `take`, and the
    platform is told what came of it.

    A refusal is a warning of the logger `tillwire`, and tells no secret. What `take` raises goes on to the server, which
    answers 500, so that the platform sends the delivery again: take a delivery whole or not at all. Servers with threads
    call `take` in several at once.
    """

    def __init__(self, verifier: Verifier, take: Callable[[Event], object]) -> None:
        """A receiver. `take` gets the event, which is closed after that; what it returns does not matter."""
        self._verifier, self._take = verifier, take

    def __call__(self, environ: dict[str, Any], start_response: _StartResponse) -> list[bytes]:
        """Takes a request: 405 unless it is a POST, 411 without a length, 413 above what the verifier takes, 400 where the body
        ends before its length, and else what `Verifier.answer` says."""
        if environ["REQUEST_METHOD"] != "POST":
            return _plain(start_response, HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "POST"))
        length = environ.get("CONTENT_LENGTH") or ""
        if not (length.isascii() and length.isdigit()):
            return _plain(start_response, HTTPStatus.LENGTH_REQUIRED)
        # A number of so many digits is beyond any limit, and Python need not read it.
        if len(length) > 18 or int(length) > self._verifier.body_bytes:
            return _plain(start_response, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        body = environ["wsgi.input"].read(int(length))
        if len(body) != int(length):
            return _plain(start_response, HTTPStatus.BAD_REQUEST)
        try:
            event = self._verifier.open(_headers(environ), body)
        except TillwireError as error:
            _log.warning("refused: %s", error)
            answer = self._verifier.answer(error)
        else:
            with event:
                self._take(event)
            answer = self._verifier.answer()
        head = [("Content-Type", "application/json"), ("Content-Length", str(len(answer.body)))]
        start_response(_line(answer.status), head)
        return [answer.body]


def _headers(environ: dict[str, Any]) -> list[tuple[str, str]]:
    """The headers of a request, under the names that they have in it but for their case."""
    found = [(name[5:].replace("_", "-"), value) for name, value in environ.items() if name.startswith("HTTP_")]
    return found + [(name.replace("_", "-"), environ[name]) for name in ("CONTENT_TYPE", "CONTENT_LENGTH") if environ.get(name)]


def _plain(start_response: _StartResponse, status: HTTPStatus, *headers: tuple[str, str]) -> list[bytes]:
    """An answer that says nothing but its status."""
    start_response(_line(status), [("Content-Type", "text/plain"), ("Content-Length", "0"), *headers])
    return []


def _line(status: int) -> str:
    try:
        return f"{int(status)} {HTTPStatus(status).phrase}"
    except ValueError:
        # WSGI wants a phrase, whatever it is.
        return f"{status} -"

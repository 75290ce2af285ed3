"""Tells genuine deliveries from others, and decodes them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ._handle import Handle
from ._library import ffi, given, lib, string
from .codes import Assurance, Platform, Scheme, Status, Vocabulary
from .errors import TillwireError, call, failure, maker
from .event import Event
from .headers import Headers, free, lent, packed, pairs

#: Value of `tolerance_seconds`: the signed time is not compared with the clock. Deliveries can then be replayed.
TOLERANCE_OFF: int = lib.TILLWIRE_TOLERANCE_OFF

#: The largest body that a verifier takes unless it is told another, in bytes: 8 MiB.
LARGEST_BODY = 8 << 20

_settings = maker(lib.tillwire_settings_new, lib.tillwire_settings_free)
_verifier = maker(lib.tillwire_verifier_new, lib.tillwire_verifier_free)
_open = maker(lib.tillwire_verifier_open, lib.tillwire_event_free)
_decode = maker(lib.tillwire_verifier_decode_unverified, lib.tillwire_event_free)
_decode_orders = maker(lib.tillwire_verifier_decode_orders, lib.tillwire_event_free)
_sign = maker(lib.tillwire_verifier_sign, lib.tillwire_headers_free)


class Answer(NamedTuple):
    """What to answer the platform."""

    #: The HTTP status.
    status: int
    #: The body, JSON. It tells a forger nothing.
    body: bytes


class Proof(NamedTuple):
    """What was shown of a delivery."""

    #: Which secret matched, 0 for the first.
    secret_index: int
    #: What was shown.
    assurance: Assurance


def _bytes(body: bytes | bytearray | memoryview) -> bytes:
    if isinstance(body, str):
        raise TypeError("a body is bytes, exactly as received; text was decoded already")
    return body if isinstance(body, bytes) else bytes(body)


class Verifier(Handle):
    """Made once for each webhook that was set up, and used by any number of threads.

    Pass bodies exactly as received: never parsed and written again.
    """

    __slots__ = ("_limit", "body_bytes", "platform")

    def __init__(
        self,
        platform: Platform,
        secrets: str | bytes | Iterable[str | bytes] = (),
        *,
        scheme: Scheme | None = None,
        tolerance_seconds: int | None = None,
        signature_header: str | None = None,
        timestamp_header: str | None = None,
        expect_event: str | None = None,
        type_header: str | None = None,
        id_header: str | None = None,
        body_bytes: int | None = None,
        depth: int | None = None,
        elements: int | None = None,
        headers: int | None = None,
        scales: Mapping[str, int] | None = None,
        stores: Mapping[str, str] | None = None,
        dictionaries: Mapping[Vocabulary, bytes] | None = None,
        locations: Mapping[str, str] | None = None,
    ) -> None:
        """A verifier with the platform's documented defaults for what is None.

        Args:
            platform: whose deliveries they are.
            secrets: as the platform shows them; several while it changes from one to the next.
            scheme: how deliveries prove themselves. Default: klikit hex, Atlas bearer token, Fire `v1=`.
            tolerance_seconds: how far a signed time may be from now, 0 to 4294967295, or `TOLERANCE_OFF`. Default 300.
            signature_header: the name of the header with the signature or token.
            timestamp_header: the name of the header with the signed time.
            expect_event: the type of event that this address receives; it stands above a header, which nothing signs.
            type_header: the name of the header that states the event's type.
            id_header: the name of the header with the delivery's own mark.
            body_bytes: the largest body, up to 2147483646. Default 8388608.
            depth: how deeply arrays and objects may be nested. Default 64.
            elements: how many elements an array, and how many lines an event, may have. Default 10000.
            headers: how many headers a delivery may have. Default 100.
            scales: decimal places, 0 to 28, of order amounts by currency, where the platform leaves their unit open.
            stores: the vendor's own ids of stores, by `Order.store_key`.
            dictionaries: the platform's own dictionaries, as the bytes of its answers; each replaces a built-in table.
            locations: where the received body has what the documented one has elsewhere, by the documented path.

        Raises:
            SettingError: where a secret or setting is missing or unusable.
            DecodeError: where a dictionary cannot be read.
        """
        self.platform, self._limit = Platform(platform), headers
        #: The largest body that it takes.
        self.body_bytes = LARGEST_BODY if body_bytes is None else body_bytes
        settings = _settings(platform)
        for secret in [secrets] if isinstance(secrets, (str, bytes)) else secrets:
            key = secret.encode() if isinstance(secret, str) else secret
            call(lib.tillwire_settings_add_secret, settings, key, len(key))
        numbers = {
            lib.TILLWIRE_SETTING_SCHEME: scheme,
            lib.TILLWIRE_SETTING_TOLERANCE_SECONDS: tolerance_seconds,
            lib.TILLWIRE_SETTING_BODY_BYTES: body_bytes,
            lib.TILLWIRE_SETTING_DEPTH: depth,
            lib.TILLWIRE_SETTING_ELEMENTS: elements,
        }
        texts = {
            lib.TILLWIRE_SETTING_SIGNATURE_HEADER: signature_header,
            lib.TILLWIRE_SETTING_TIMESTAMP_HEADER: timestamp_header,
            lib.TILLWIRE_SETTING_EXPECT_EVENT: expect_event,
            lib.TILLWIRE_SETTING_TYPE_HEADER: type_header,
            lib.TILLWIRE_SETTING_ID_HEADER: id_header,
        }
        for setting, number in numbers.items():
            if number is not None:
                call(lib.tillwire_settings_set_int, settings, setting, number)
        for setting, text in texts.items():
            if text is not None:
                call(lib.tillwire_settings_set_text, settings, setting, given(text))
        for currency, digits in (scales or {}).items():
            call(lib.tillwire_settings_set_scale, settings, given(currency), digits)
        for store, own_id in (stores or {}).items():
            call(lib.tillwire_settings_add_store, settings, given(store), given(own_id))
        for vocabulary, served in (dictionaries or {}).items():
            call(lib.tillwire_settings_load_dictionary, settings, vocabulary, served, len(served), ffi.NULL)
        for canonical, actual in (locations or {}).items():
            call(lib.tillwire_settings_add_location, settings, given(canonical), given(actual))
        super().__init__(_verifier(settings))

    def open(self, headers: Headers, body: bytes, now: float | None = None) -> Event:
        """Verifies a delivery and decodes it. `now` is Unix seconds; by default the clock's.

        Raises:
            VerificationError: where it is not shown to be genuine. Give the error to `answer`.
            DecodeError: where it is genuine but cannot be decoded, or is too large.
        """
        verifier, body = self._handle or self._alive(), body if isinstance(body, bytes) else _bytes(body)
        seconds, received = int(time.time() if now is None else now), lent(headers, self._limit)
        try:
            return Event(_open(verifier, received, body, len(body), seconds))
        finally:
            free(received)

    def verify(self, headers: Headers, body: bytes, now: float | None = None) -> Proof:
        """Verifies a delivery and leaves the body alone.

        Raises:
            VerificationError: where it is not shown to be genuine.
        """
        verifier, body = self._alive(), _bytes(body)
        received, index, assurance = packed(headers, self._limit), ffi.new("int32_t *"), ffi.new("int32_t *")
        seconds = int(time.time() if now is None else now)
        call(lib.tillwire_verifier_verify, verifier, received, body, len(body), seconds, index, assurance)
        return Proof(index[0], Assurance(assurance[0]))

    def decode_unverified(self, body: bytes, headers: Headers | None = None) -> Event:
        """Decodes a body of which nothing is known to be genuine: for replays, tests, and programs that verify elsewhere.

        Raises:
            DecodeError: where it cannot be decoded.
        """
        verifier, body = self._alive(), _bytes(body)
        return Event(_decode(verifier, packed(headers, self._limit), body, len(body)))

    def decode_orders(self, body: bytes) -> Event:
        """Decodes orders from the platform's answer to a read: an event of the kind `EventKind.ORDER_READ`.

        Raises:
            DecodeError: where it holds no orders that can be decoded.
        """
        verifier, body = self._alive(), _bytes(body)
        return Event(_decode_orders(verifier, body, len(body)))

    def sign(self, body: bytes, now: float | None = None) -> list[tuple[str, bytes]]:
        """The headers by which a genuine delivery of this body would prove itself, under the first secret: for tests and
        simulators."""
        verifier, body = self._alive(), _bytes(body)
        return pairs(_sign(verifier, body, len(body), int(time.time() if now is None else now)))

    def answer(self, outcome: TillwireError | Status = Status.OK, *, kept: bool = False) -> Answer:
        """What to answer the platform: by default that the delivery was taken. `outcome` is the error that `open` raised,
        or `Status.DUPLICATE` for a repeat. `kept` says that the delivery is on disk, although it could not be decoded."""
        code = outcome.code if isinstance(outcome, TillwireError) else outcome
        http, body = ffi.new("int32_t *"), ffi.new("char **")
        status = lib.tillwire_verifier_answer(self._alive(), code, kept, http, body, ffi.NULL)
        if status < 0:
            raise failure(status, None)
        return Answer(http[0], string(body[0]))

    def __repr__(self) -> str:
        return f"<Verifier {self.platform.name}{', closed' if self.closed else ''}>"

"""Calls Atlas: a method for each operation that it publishes.

Written by generate.py from include/tillwire.h; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from .account import Account
from .call import Json, Reply
from .codes import Environment, Operation, Parameter, Platform


class Client(Account):
    """Calls Atlas for one account: any number of threads at once.

    Each method sends its request, waits and sends again as the platform's rules allow, and gives the reply, or
    raises `CallError`. Lists that come by page are iterators.
    """

    def __init__(
        self,
        *,
        environment: Environment | None = Environment.PRODUCTION,
        label: str | None = None,
        secret: str | Sequence[str] | None = None,
        merchant: str | None = None,
        api_address: str | None = None,
        allow_host: str | Sequence[str] | None = None,
        proxy: str | None = None,
        root_certificates: str | None = None,
        attempts: int | None = None,
        first_wait_ms: int | None = None,
        longest_wait_ms: int | None = None,
        total_ms: int | None = None,
        answer_bytes: int | None = None,
        answer_depth: int | None = None,
        answer_elements: int | None = None,
        connect_ms: int | None = None,
        attempt_ms: int | None = None,
        platform_verifier: bool | None = None,
        paths: Mapping[Operation, str] | None = None,
    ) -> None:
        """An account. What is still missing, the first call tells.

        Args:
            environment: which of the platform's addresses; None where they are set here.
            label: The vendor's own name for the account; never sent.
            secret: The secret: klikit's secret key, Fire's API key, Atlas's API token. Several for rotation, the
                newest first.
            merchant: The merchant.
            api_address: The address of the API, in place of the environment's.
            allow_host: A host that credentials may be sent to besides the platform's own.
            proxy: A proxy, as in `http://user:password@proxy.example:3128`. It is asked to connect and does not see
                what is sent. Default: none, whatever the environment says.
            root_certificates: Certificates in PEM form to be trusted too, beside the built-in ones of the public
                authorities.
            attempts: Most attempts of a call, the first included, 1 to 4294967295. Default 5.
            first_wait_ms: The wait after the first attempt in milliseconds, doubled after each further one, 0 to
                4294967295. Default 500, for Fire 1000.
            longest_wait_ms: The longest wait that doubling comes to in milliseconds, 0 to 4294967295. Default
                30000. A platform may ask for a longer one.
            total_ms: How long a call may take in all in milliseconds, waits included, 1 to 4294967295. Default
                60000.
            answer_bytes: The largest answer in bytes, up to 2147483646. Default 8388608.
            answer_depth: How deeply an answer may be nested. Default 64.
            answer_elements: How many elements an array of an answer may have. Default 10000.
            connect_ms: How long finding the host, connecting and the TLS handshake may each take in milliseconds, 1
                to 4294967295. Default 5000.
            attempt_ms: After how many milliseconds an attempt without an answer is given up for another one, where
                another one does no harm, 1 to 4294967295. Default 20000.
            platform_verifier: Whether to trust what the operating system trusts in place of the built-in
                certificates. Default False. `Status.E_UNSUPPORTED` in a library that was built without.
            paths: paths of operations below the address, where the platform publishes none or gave another.

        Raises:
            TillwireError: where a secret or setting cannot be one.
        """
        super().__init__(
            Platform.ATLAS,
            environment,
            {
                16101: label,
                16103: secret,
                16104: merchant,
                16109: api_address,
                16111: allow_host,
                16121: proxy,
                16122: root_certificates,
                16401: attempts,
                16402: first_wait_ms,
                16403: longest_wait_ms,
                16404: total_ms,
                16405: answer_bytes,
                16406: answer_depth,
                16407: answer_elements,
                16411: connect_ms,
                16412: attempt_ms,
                16413: platform_verifier,
            },
            paths,
        )

    def order_create(self, outlet_id: str | int, channel_id: str | int, body: Json) -> Reply:
        """Creates an order. Sent again only where it surely was not done.

        Args:
            outlet_id: An outlet's id.
            channel_id: A channel's id.
            body: The body as JSON text, sent byte for byte.
        """
        return self._reply(
            Operation.ATLAS_ORDER_CREATE,
            {
                Parameter.OUTLET_ID: outlet_id,
                Parameter.CHANNEL_ID: channel_id,
                Parameter.BODY: body,
            },
        )

    def order(self, id: str | int) -> Reply:
        """One order by its id.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
        """
        return self._reply(Operation.ATLAS_ORDER, {Parameter.ID: id})

    def order_by_identifier(self, identifier: str) -> Reply:
        """One order by the reference that people read.

        Args:
            identifier: The reference that people read.
        """
        return self._reply(Operation.ATLAS_ORDER_BY_IDENTIFIER, {Parameter.IDENTIFIER: identifier})

    def order_update(self, id: str | int, body: Json) -> Reply:
        """Changes an order. Sent again only where it surely was not done.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            body: The body as JSON text, sent byte for byte.
        """
        return self._reply(Operation.ATLAS_ORDER_UPDATE, {Parameter.ID: id, Parameter.BODY: body})

    def stocks(self, outlet_id: str | int, serving_date: date | str) -> Reply:
        """What an outlet has left on a day.

        Args:
            outlet_id: An outlet's id.
            serving_date: The business day, YYYY-MM-DD.
        """
        return self._reply(
            Operation.ATLAS_STOCKS,
            {
                Parameter.OUTLET_ID: outlet_id,
                Parameter.SERVING_DATE: serving_date,
            },
        )

    def menus(self) -> Reply:
        """The menus."""
        return self._reply(Operation.ATLAS_MENUS, {})

    def menu(self, id: str | int) -> Reply:
        """One menu in full.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
        """
        return self._reply(Operation.ATLAS_MENU, {Parameter.ID: id})

    def read(self, path: str) -> Reply:
        """Any other read, by its path.

        Args:
            path: A path below the base address, beginning with a slash; may have a query.
        """
        return self._reply(Operation.ATLAS_READ, {Parameter.PATH: path})

    def write(
        self,
        method: Literal["POST", "PATCH", "PUT", "DELETE"],
        path: str,
        *,
        body: Json | None = None,
    ) -> Reply:
        """Any other write, by its method and path. Sent again only where it surely was not done.

        Args:
            method: The method of a write: POST, PATCH, PUT or DELETE.
            path: A path below the base address, beginning with a slash; may have a query.
            body: The body as JSON text, sent byte for byte.
        """
        return self._reply(
            Operation.ATLAS_WRITE,
            {
                Parameter.METHOD: method,
                Parameter.PATH: path,
                Parameter.BODY: body,
            },
        )

"""Calls klikit: a method for each operation that it publishes.

Written by generate.py from include/tillwire.h; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from .account import Account
from .call import Json, Pages, Reply
from .codes import Environment, Operation, Parameter, Platform


class Client(Account):
    """Calls klikit for one account: any number of threads at once.

    Each method sends its request, waits and sends again as the platform's rules allow, and gives the reply, or
    raises `CallError`. Lists that come by page are iterators.
    """

    def __init__(
        self,
        *,
        environment: Environment | None = Environment.PRODUCTION,
        label: str | None = None,
        key: str | None = None,
        secret: str | Sequence[str] | None = None,
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
            key: The partner key, the half that may be logged.
            secret: The secret: klikit's secret key, Fire's API key, Atlas's API token. Several for rotation, the
                newest first.
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
            Platform.KLIKIT,
            environment,
            {
                16101: label,
                16102: key,
                16103: secret,
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

    def brands(self) -> Reply:
        """The brands of the business."""
        return self._reply(Operation.KLIKIT_BRANDS, {})

    def branches(self, *, page: int | None = None, size: int | None = None) -> Pages:
        """The branches of the business.

        Args:
            page: Which page, from 1.
            size: How many on a page.
        """
        return self._pages(Operation.KLIKIT_BRANCHES, {Parameter.PAGE: page, Parameter.SIZE: size})

    def providers(self) -> Reply:
        """The providers that orders come through."""
        return self._reply(Operation.KLIKIT_PROVIDERS, {})

    def orders(
        self,
        *,
        from_: datetime | str | None = None,
        to: datetime | str | None = None,
        status: str | None = None,
        branch_id: str | int | None = None,
        provider_id: str | int | None = None,
        page: int | None = None,
        size: int | None = None,
    ) -> Pages:
        """Orders, newest first, by page.

        Args:
            from_: The earliest time of a window, included; RFC 3339.
            to: The latest time of a window; klikit leaves it out, RFC 3339.
            status: A status, in the platform's own words.
            branch_id: A branch's id.
            provider_id: A provider's id.
            page: Which page, from 1.
            size: How many on a page.
        """
        return self._pages(
            Operation.KLIKIT_ORDERS,
            {
                Parameter.FROM: from_,
                Parameter.TO: to,
                Parameter.STATUS: status,
                Parameter.BRANCH_ID: branch_id,
                Parameter.PROVIDER_ID: provider_id,
                Parameter.PAGE: page,
                Parameter.SIZE: size,
            },
        )

    def order(self, id: str | int) -> Reply:
        """One order in full.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
        """
        return self._reply(Operation.KLIKIT_ORDER, {Parameter.ID: id})

    def order_count(
        self,
        *,
        from_: datetime | str | None = None,
        to: datetime | str | None = None,
        status: str | None = None,
        branch_id: str | int | None = None,
        provider_id: str | int | None = None,
        page: int | None = None,
        size: int | None = None,
    ) -> Reply:
        """How many orders there are; the platform answers an empty object today.

        Args:
            from_: The earliest time of a window, included; RFC 3339.
            to: The latest time of a window; klikit leaves it out, RFC 3339.
            status: A status, in the platform's own words.
            branch_id: A branch's id.
            provider_id: A provider's id.
            page: Which page, from 1.
            size: How many on a page.
        """
        return self._reply(
            Operation.KLIKIT_ORDER_COUNT,
            {
                Parameter.FROM: from_,
                Parameter.TO: to,
                Parameter.STATUS: status,
                Parameter.BRANCH_ID: branch_id,
                Parameter.PROVIDER_ID: provider_id,
                Parameter.PAGE: page,
                Parameter.SIZE: size,
            },
        )

    def order_statuses(self) -> Reply:
        """The dictionary of order statuses."""
        return self._reply(Operation.KLIKIT_ORDER_STATUSES, {})

    def fulfillment_statuses(self) -> Reply:
        """The dictionary of fulfilment statuses."""
        return self._reply(Operation.KLIKIT_FULFILLMENT_STATUSES, {})

    def order_types(self) -> Reply:
        """The dictionary of order types."""
        return self._reply(Operation.KLIKIT_ORDER_TYPES, {})

    def order_status(
        self,
        id: str | int,
        status: Literal["accepted", "ready", "picked_up", "rejected", "cancelled"],
        *,
        reason: str | None = None,
        occurred_at: datetime | str | None = None,
        idempotency_key: str | None = None,
    ) -> Reply:
        """Moves an order: accepted, ready, `picked_up`, rejected or cancelled. Sent again whatever happened: the
        platform tells a repeat.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            status: A status, in the platform's own words.
            reason: Why an order is rejected or cancelled, in the platform's own codes or words.
            occurred_at: When it happened in the shop, RFC 3339.
            idempotency_key: The mark of the action; made of the caller's random bytes unless it is set.
        """
        return self._reply(
            Operation.KLIKIT_ORDER_STATUS,
            {
                Parameter.ID: id,
                Parameter.STATUS: status,
                Parameter.REASON: reason,
                Parameter.OCCURRED_AT: occurred_at,
                Parameter.IDEMPOTENCY_KEY: idempotency_key,
            },
        )

    def menus(self, *, brand_id: str | int | None = None, branch_id: str | int | None = None) -> Reply:
        """The menu of a store, or of the business.

        Args:
            brand_id: A brand's id.
            branch_id: A branch's id.
        """
        return self._reply(Operation.KLIKIT_MENUS, {Parameter.BRAND_ID: brand_id, Parameter.BRANCH_ID: branch_id})

    def item_availability(
        self,
        sku: str,
        available: bool,
        *,
        branch_id: str | int | None = None,
        idempotency_key: str | None = None,
    ) -> Reply:
        """Puts one item in or out of stock. Sent again whatever happened: the platform tells a repeat.

        Args:
            sku: The vendor's own id of an item.
            available: Whether it can be ordered.
            branch_id: A branch's id.
            idempotency_key: The mark of the action; made of the caller's random bytes unless it is set.
        """
        return self._reply(
            Operation.KLIKIT_ITEM_AVAILABILITY,
            {
                Parameter.SKU: sku,
                Parameter.AVAILABLE: available,
                Parameter.BRANCH_ID: branch_id,
                Parameter.IDEMPOTENCY_KEY: idempotency_key,
            },
        )

    def items_availability(self, body: Json, *, idempotency_key: str | None = None) -> Reply:
        """Puts several items in or out of stock. Sent again whatever happened: the platform tells a repeat. No path
        is published: set it with `paths`.

        Args:
            body: The body as JSON text, sent byte for byte.
            idempotency_key: The mark of the action; made of the caller's random bytes unless it is set.
        """
        return self._reply(
            Operation.KLIKIT_ITEMS_AVAILABILITY,
            {
                Parameter.BODY: body,
                Parameter.IDEMPOTENCY_KEY: idempotency_key,
            },
        )

    def branch_visibility(
        self,
        body: Json,
        *,
        id: str | int | None = None,
        idempotency_key: str | None = None,
    ) -> Reply:
        """Shows or hides a branch. Sent again whatever happened: the platform tells a repeat. No path is published:
        set it with `paths`.

        Args:
            body: The body as JSON text, sent byte for byte.
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            idempotency_key: The mark of the action; made of the caller's random bytes unless it is set.
        """
        return self._reply(
            Operation.KLIKIT_BRANCH_VISIBILITY,
            {
                Parameter.BODY: body,
                Parameter.ID: id,
                Parameter.IDEMPOTENCY_KEY: idempotency_key,
            },
        )

    def brand_visibility(
        self,
        body: Json,
        *,
        id: str | int | None = None,
        idempotency_key: str | None = None,
    ) -> Reply:
        """Shows or hides a brand. Sent again whatever happened: the platform tells a repeat. No path is published:
        set it with `paths`.

        Args:
            body: The body as JSON text, sent byte for byte.
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            idempotency_key: The mark of the action; made of the caller's random bytes unless it is set.
        """
        return self._reply(
            Operation.KLIKIT_BRAND_VISIBILITY,
            {
                Parameter.BODY: body,
                Parameter.ID: id,
                Parameter.IDEMPOTENCY_KEY: idempotency_key,
            },
        )

    def webhooks(self) -> Reply:
        """The addresses that deliveries are sent to. No path is published: set it with `paths`."""
        return self._reply(Operation.KLIKIT_WEBHOOKS, {})

    def read(self, path: str) -> Reply:
        """Any other read, by its path.

        Args:
            path: A path below the base address, beginning with a slash; may have a query.
        """
        return self._reply(Operation.KLIKIT_READ, {Parameter.PATH: path})

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
            Operation.KLIKIT_WRITE,
            {
                Parameter.METHOD: method,
                Parameter.PATH: path,
                Parameter.BODY: body,
            },
        )

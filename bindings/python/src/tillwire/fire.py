"""Calls Fire: a method for each operation that it publishes.

Written by generate.py from include/tillwire.h; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from .account import Account
from .call import Json, Pages, Reply
from .codes import Environment, Operation, Parameter, Platform


class Client(Account):
    """Calls Fire for one account: any number of threads at once.

    Each method sends its request, waits and sends again as the platform's rules allow, and gives the reply, or
    raises `CallError`. Lists that come by page are iterators.
    """

    def __init__(
        self,
        *,
        environment: Environment | None = Environment.PRODUCTION,
        label: str | None = None,
        secret: str | Sequence[str] | None = None,
        account_id: str | None = None,
        vendor_id: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        api_address: str | None = None,
        app_address: str | None = None,
        allow_host: str | Sequence[str] | None = None,
        token: str | None = None,
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
            account_id: The account's id.
            vendor_id: The vendor's id, for reads that need one.
            client_id: The client's id, for the v4 API.
            client_secret: The client's secret, for the v4 API.
            api_address: The address of the API, in place of the environment's.
            app_address: The address of its dashboard and of reports, in place of the environment's.
            allow_host: A host that credentials may be sent to besides the platform's own.
            token: The token of a login, where one is kept.
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
            Platform.FIRE,
            environment,
            {
                16101: label,
                16103: secret,
                16105: account_id,
                16106: vendor_id,
                16107: client_id,
                16108: client_secret,
                16109: api_address,
                16110: app_address,
                16111: allow_host,
                16112: token,
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

    def login(
        self,
        *,
        client_id: str | int | None = None,
        client_secret: str | None = None,
        grant_type: str | None = None,
    ) -> Reply:
        """Logs in, for the operations of the v4 API.

        Args:
            client_id: The client's id at a login.
            client_secret: The client's secret at a login; from the account, never logged.
            grant_type: Which grant a login asks for.
        """
        return self._reply(
            Operation.FIRE_LOGIN,
            {
                Parameter.CLIENT_ID: client_id,
                Parameter.CLIENT_SECRET: client_secret,
                Parameter.GRANT_TYPE: grant_type,
            },
        )

    def kitchen_report(
        self,
        event_type: Literal["order.preparing", "order.ready", "order.dispatched"],
        occurred_at: datetime | str,
        id: str | int,
        event_id: str | int,
        *,
        provider_event_id: str | int | None = None,
        station: str | None = None,
        metadata: Json | None = None,
    ) -> Reply:
        """Reports a step of the kitchen. Sent again whatever happened: the platform tells a repeat.

        Args:
            event_type: Which step or event is reported.
            occurred_at: When it happened in the shop, RFC 3339.
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            event_id: The mark of the platform's event that is answered.
            provider_event_id: The reporter's own mark of the report; the same for all its attempts.
            station: The name of a kitchen station.
            metadata: Anything more, a JSON object that is kept as it is.
        """
        return self._reply(
            Operation.FIRE_KITCHEN_REPORT,
            {
                Parameter.EVENT_TYPE: event_type,
                Parameter.OCCURRED_AT: occurred_at,
                Parameter.ID: id,
                Parameter.EVENT_ID: event_id,
                Parameter.PROVIDER_EVENT_ID: provider_event_id,
                Parameter.STATION: station,
                Parameter.METADATA: metadata,
            },
        )

    def report_outcome(self, id: str | int) -> Reply:
        """What became of a report.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
        """
        return self._reply(Operation.FIRE_REPORT_OUTCOME, {Parameter.ID: id})

    def orders(
        self,
        *,
        fields: str | None = None,
        status: str | None = None,
        payment_status: str | None = None,
        business_date: date | str | None = None,
        from_: datetime | str | None = None,
        to: datetime | str | None = None,
        date_filter: Literal["business_day", "created_at"] | None = None,
        time_zone_offset: str | None = None,
        channel: str | None = None,
        fulfilment: str | None = None,
        payment_method: str | None = None,
        order_code: str | None = None,
        search: str | None = None,
        page: int | None = None,
        size: int | None = None,
        account_id: str | int | None = None,
        vendor_id: str | int | None = None,
    ) -> Pages:
        """Orders, by page.

        Args:
            fields: Which members the answer has, separated by commas.
            status: A status, in the platform's own words.
            payment_status: How far the payment is, in the platform's own words.
            business_date: A business day, YYYY-MM-DD.
            from_: The earliest time of a window, included; RFC 3339.
            to: The latest time of a window; klikit leaves it out, RFC 3339.
            date_filter: Which date a window is about.
            time_zone_offset: How far the local time is from UTC.
            channel: A sales channel's code.
            fulfilment: How orders reach the customer, in the platform's own words.
            payment_method: A payment method, in the platform's own words.
            order_code: An order's code.
            search: Text to search for; never logged.
            page: Which page, from 1.
            size: How many on a page.
            account_id: The account at the platform.
            vendor_id: The vendor at the platform.
        """
        return self._pages(
            Operation.FIRE_ORDERS,
            {
                Parameter.FIELDS: fields,
                Parameter.STATUS: status,
                Parameter.PAYMENT_STATUS: payment_status,
                Parameter.BUSINESS_DATE: business_date,
                Parameter.FROM: from_,
                Parameter.TO: to,
                Parameter.DATE_FILTER: date_filter,
                Parameter.TIME_ZONE_OFFSET: time_zone_offset,
                Parameter.CHANNEL: channel,
                Parameter.FULFILMENT: fulfilment,
                Parameter.PAYMENT_METHOD: payment_method,
                Parameter.ORDER_CODE: order_code,
                Parameter.SEARCH: search,
                Parameter.PAGE: page,
                Parameter.SIZE: size,
                Parameter.ACCOUNT_ID: account_id,
                Parameter.VENDOR_ID: vendor_id,
            },
        )

    def order(
        self,
        id: str | int,
        *,
        fields: str | None = None,
        account_id: str | int | None = None,
        vendor_id: str | int | None = None,
    ) -> Reply:
        """One order, by Fire's id or the external one.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            fields: Which members the answer has, separated by commas.
            account_id: The account at the platform.
            vendor_id: The vendor at the platform.
        """
        return self._reply(
            Operation.FIRE_ORDER,
            {
                Parameter.ID: id,
                Parameter.FIELDS: fields,
                Parameter.ACCOUNT_ID: account_id,
                Parameter.VENDOR_ID: vendor_id,
            },
        )

    def stores(
        self,
        *,
        status: str | None = None,
        active: str | None = None,
        sync_status: str | None = None,
        country_id: str | int | None = None,
        city_id: str | int | None = None,
        channel: str | None = None,
        search: str | None = None,
        fields: str | None = None,
        page: int | None = None,
        size: int | None = None,
        account_id: str | int | None = None,
        vendor_id: str | int | None = None,
    ) -> Pages:
        """The stores, by page.

        Args:
            status: A status, in the platform's own words.
            active: Whether it is active, in the platform's own words.
            sync_status: How far it is published, in the platform's own words.
            country_id: A country.
            city_id: A city.
            channel: A sales channel's code.
            search: Text to search for; never logged.
            fields: Which members the answer has, separated by commas.
            page: Which page, from 1.
            size: How many on a page.
            account_id: The account at the platform.
            vendor_id: The vendor at the platform.
        """
        return self._pages(
            Operation.FIRE_STORES,
            {
                Parameter.STATUS: status,
                Parameter.ACTIVE: active,
                Parameter.SYNC_STATUS: sync_status,
                Parameter.COUNTRY_ID: country_id,
                Parameter.CITY_ID: city_id,
                Parameter.CHANNEL: channel,
                Parameter.SEARCH: search,
                Parameter.FIELDS: fields,
                Parameter.PAGE: page,
                Parameter.SIZE: size,
                Parameter.ACCOUNT_ID: account_id,
                Parameter.VENDOR_ID: vendor_id,
            },
        )

    def store(
        self,
        id: str | int,
        *,
        account_id: str | int | None = None,
        vendor_id: str | int | None = None,
    ) -> Reply:
        """One store.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            account_id: The account at the platform.
            vendor_id: The vendor at the platform.
        """
        return self._reply(
            Operation.FIRE_STORE,
            {
                Parameter.ID: id,
                Parameter.ACCOUNT_ID: account_id,
                Parameter.VENDOR_ID: vendor_id,
            },
        )

    def channels(self) -> Reply:
        """The channels that are configured."""
        return self._reply(Operation.FIRE_CHANNELS, {})

    def cancellation_eligibility(self, id: str | int, *, locale: Literal["es", "en", "pt"] | None = None) -> Reply:
        """Whether an order can be cancelled.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            locale: The language of texts for people.
        """
        return self._reply(Operation.FIRE_CANCELLATION_ELIGIBILITY, {Parameter.ID: id, Parameter.LOCALE: locale})

    def order_cancel(
        self,
        id: str | int,
        reason: str,
        *,
        cancellation_type: str | None = None,
        cancellation_note: str | None = None,
        cancellation_group: str | None = None,
    ) -> Reply:
        """Cancels an order by its external id. Sent again only where it surely was not done.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            reason: Why an order is rejected or cancelled, in the platform's own codes or words.
            cancellation_type: Which kind of cancellation, in the platform's own words.
            cancellation_note: A remark on a cancellation.
            cancellation_group: The group of a cancellation's reason.
        """
        return self._reply(
            Operation.FIRE_ORDER_CANCEL,
            {
                Parameter.ID: id,
                Parameter.REASON: reason,
                Parameter.CANCELLATION_TYPE: cancellation_type,
                Parameter.CANCELLATION_NOTE: cancellation_note,
                Parameter.CANCELLATION_GROUP: cancellation_group,
            },
        )

    def order_refund(
        self,
        id: str | int,
        reason: str,
        *,
        payment_method_id: str | int | None = None,
        email: str | None = None,
        customer_id: str | int | None = None,
        anonymous_customer_id: str | int | None = None,
        store_id: str | int | None = None,
        media: Literal["APP", "WEB"] | None = None,
        cancellation_type: str | None = None,
        vendor_id: str | int | None = None,
    ) -> Reply:
        """Cancels and refunds an order, by the v4 API. Sent again only where it surely was not done. Logs in first
        where that was not done.

        Args:
            id: The id of what the operation is about: an order, a store, a menu, a brand, a report.
            reason: Why an order is rejected or cancelled, in the platform's own codes or words.
            payment_method_id: A tender's id.
            email: A customer's e-mail address; never logged.
            customer_id: A customer's id.
            anonymous_customer_id: The id of a customer without an account.
            store_id: A store's id.
            media: Where a request comes from, in the platform's own words.
            cancellation_type: Which kind of cancellation, in the platform's own words.
            vendor_id: The vendor at the platform.
        """
        return self._reply(
            Operation.FIRE_ORDER_REFUND,
            {
                Parameter.ID: id,
                Parameter.REASON: reason,
                Parameter.PAYMENT_METHOD_ID: payment_method_id,
                Parameter.EMAIL: email,
                Parameter.CUSTOMER_ID: customer_id,
                Parameter.ANONYMOUS_CUSTOMER_ID: anonymous_customer_id,
                Parameter.STORE_ID: store_id,
                Parameter.MEDIA: media,
                Parameter.CANCELLATION_TYPE: cancellation_type,
                Parameter.VENDOR_ID: vendor_id,
            },
        )

    def component_health(
        self,
        component_type: Literal["kiosk", "kds_station", "pos"],
        component_id: str | int,
        store_id: str | int,
        status: Literal["online", "degraded"],
        *,
        sent_at: datetime | str | None = None,
        interval: int | None = None,
        offline_since: datetime | str | None = None,
        degraded_reason: Literal[
            "printer_down", "pinpad_down", "backend_unreachable", "queue_backlog", "peripheral_other"
        ] | None = None,
        app_version: str | None = None,
        details: Json | None = None,
    ) -> Reply:
        """Says that a till, kiosk or kitchen display is alive. Never sent again: a repeat would be out of date.

        Args:
            component_type: Which kind of device, in the platform's own words.
            component_id: The device's own stable id.
            store_id: A store's id.
            status: A status, in the platform's own words.
            sent_at: When it was sent, RFC 3339 with the local offset.
            interval: How often it is sent, in seconds.
            offline_since: Since when the device was cut off, RFC 3339.
            degraded_reason: Why a device is not well, in the platform's own words.
            app_version: The version of the device's software.
            details: Details, a JSON object that is kept as it is.
        """
        return self._reply(
            Operation.FIRE_COMPONENT_HEALTH,
            {
                Parameter.COMPONENT_TYPE: component_type,
                Parameter.COMPONENT_ID: component_id,
                Parameter.STORE_ID: store_id,
                Parameter.STATUS: status,
                Parameter.SENT_AT: sent_at,
                Parameter.INTERVAL: interval,
                Parameter.OFFLINE_SINCE: offline_since,
                Parameter.DEGRADED_REASON: degraded_reason,
                Parameter.APP_VERSION: app_version,
                Parameter.DETAILS: details,
            },
        )

    def read(self, path: str, *, host: Literal["api", "app"] | None = None) -> Reply:
        """Any other read, by its path.

        Args:
            path: A path below the base address, beginning with a slash; may have a query.
            host: Which of the platform's addresses the path is at: `api` unless it is set, or Fire's second, `app`.
        """
        return self._reply(Operation.FIRE_READ, {Parameter.PATH: path, Parameter.HOST: host})

    def write(
        self,
        method: Literal["POST", "PATCH", "PUT", "DELETE"],
        path: str,
        *,
        host: Literal["api", "app"] | None = None,
        body: Json | None = None,
    ) -> Reply:
        """Any other write, by its method and path. Sent again only where it surely was not done.

        Args:
            method: The method of a write: POST, PATCH, PUT or DELETE.
            path: A path below the base address, beginning with a slash; may have a query.
            host: Which of the platform's addresses the path is at: `api` unless it is set, or Fire's second, `app`.
            body: The body as JSON text, sent byte for byte.
        """
        return self._reply(
            Operation.FIRE_WRITE,
            {
                Parameter.METHOD: method,
                Parameter.PATH: path,
                Parameter.HOST: host,
                Parameter.BODY: body,
            },
        )

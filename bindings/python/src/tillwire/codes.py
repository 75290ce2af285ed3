"""The codes of the library as enumerations. A code that is not known here keeps its number.

Written by generate.py from include/tillwire.h; do not edit.
"""

from __future__ import annotations

from ._code import Code


class Platform(Code):
    """The ordering platforms."""

    #: klikit, <https://developer.klikit.io/partner-api>.
    KLIKIT = 1
    #: Atlas Kitchen, <https://help.atlas.kitchen/connect>.
    ATLAS = 2
    #: Fire, <https://docs.fire.rest>.
    FIRE = 3


class Scheme(Code):
    """How a delivery proves itself."""

    #: HMAC-SHA256 of the body as 64 hex digits: klikit, and Fire's oldest form.
    HMAC_SHA256_HEX = 1
    #: `sha256=` and the hex HMAC-SHA256 of the body: Fire's integrations.
    SHA256_PREFIXED = 2
    #: `v1=` and the hex HMAC-SHA256 of timestamp, `.` and body: Fire's Webhook node.
    V1_TIMESTAMPED = 3
    #: `Authorization: Bearer <token>`: Atlas, Fire's unsigned flows.
    BEARER = 4
    #: A header of a chosen name whose value is the secret: Atlas, Fire's API key.
    HEADER = 5
    #: Nothing is checked: anyone who can reach the receiver can place orders.
    DANGEROUSLY_ACCEPT_ANYONE = 6


class Assurance(Code):
    """What was shown of a delivery."""

    #: The sender knew the secret. The body may have been changed, or sent before.
    SENDER_ONLY = 1
    #: The body is the sender's, unchanged. It may have been sent before; headers are not covered.
    BODY = 2
    #: The body is the sender's, unchanged, and was signed within the tolerance of now.
    BODY_AND_TIME = 3
    #: Nothing: no check was asked for.
    NOTHING = 4


class EventKind(Code):
    """What happened."""

    #: A type this library does not know, or none; the document is at hand.
    UNKNOWN = 0
    #: An order was created.
    ORDER_CREATED = 1
    #: An order was changed.
    ORDER_UPDATED = 2
    #: An order was confirmed.
    ORDER_CONFIRMED = 3
    #: An order left for the customer.
    ORDER_DISPATCHED = 4
    #: An order is complete.
    ORDER_COMPLETED = 5
    #: An order was cancelled.
    ORDER_CANCELLED = 6
    #: Something happened to an order; only its state says what.
    ORDER_CHANGED = 7
    #: An order moved on; its state or the last step says where to.
    ORDER_PROGRESSED = 8
    #: An order's lines were replaced.
    ORDER_LINES_CHANGED = 9
    #: The sale is settled: the order is paid, and may be prepared.
    ORDER_SETTLED = 10
    #: The fiscal authority authorised the document of an order's sale.
    ORDER_INVOICED = 11
    #: The fiscal authority confirmed that the document of a cancelled order's sale is cancelled.
    ORDER_REVERSED = 12
    #: No event: orders that were asked for, by polling or one by one.
    ORDER_READ = 13
    #: A menu was published, whole. Where its subject is marked as removed, it is empty.
    MENU_UPDATED = 20
    #: A menu is gone.
    MENU_REMOVED = 21
    #: Every menu was sent again.
    MENUS_SYNCED = 22
    #: Products were changed; those that are not named stay as they are.
    PRODUCT_UPDATED = 23
    #: Prices of products were changed.
    PRODUCT_PRICE_CHANGED = 24
    #: Products went out of stock or are back.
    PRODUCT_AVAILABILITY_CHANGED = 25
    #: A store was added or changed.
    STORE_UPDATED = 30
    #: A store is gone.
    STORE_REMOVED = 31
    #: Every store was sent again, in batches.
    STORES_SYNCED = 32
    #: A sales channel was added or changed.
    CHANNEL_UPDATED = 35
    #: A sales channel is gone.
    CHANNEL_REMOVED = 36
    #: Every sales channel was sent again, in batches; after the last batch, those not seen are gone.
    CHANNELS_SYNCED = 37
    #: A customer was created.
    CUSTOMER_CREATED = 40
    #: A customer was changed.
    CUSTOMER_UPDATED = 41
    #: A store's business day was closed.
    BUSINESS_DAY_CLOSED = 45


class TypeSource(Code):
    """Where the type of an event was learnt from."""

    #: From nowhere: the document does not show what it is.
    NOWHERE = 0
    #: From the document's own envelope.
    DOCUMENT = 1
    #: From the type that was set for this address.
    EXPECTED = 2
    #: From a header, which no signature covers.
    HEADER = 3
    #: From the document's shape: that of an order, with no word on what happened to it.
    SHAPE = 4


class Key(Code):
    """Keys that tell repeats from news."""

    #: By the platform's own marks: event type, order and time of the event. Absent where it gives none.
    DELIVERY = 1
    #: By content: the type, the order and everything said of it, attempt counters left out. Equal for repeats even
    #: where the platform marks each attempt differently. A document without a time of its own may come a second
    #: time as news (states A, B, A): compare it with the last one applied to the order, not with all that were ever
    #: seen.
    CONTENT = 2


class Progress(Code):
    """How far an order has come."""

    #: The platform reports a state that this library does not know; its text is at hand.
    UNKNOWN = 0
    #: Placed for a later time; not to be prepared yet.
    SCHEDULED = 10
    #: Placed, not yet accepted.
    PLACED = 20
    #: Accepted or confirmed.
    ACCEPTED = 30
    #: In preparation.
    PREPARING = 40
    #: Ready to be collected or served.
    READY = 50
    #: Picked up, on its way.
    DISPATCHED = 60
    #: Delivered, collected or served: complete.
    DELIVERED = 70
    #: Cancelled.
    CANCELLED = 90
    #: Rejected by the restaurant.
    REJECTED = 91


class PaymentStatus(Code):
    """Whether an order is paid."""

    #: The platform reports a status that this library does not know.
    UNKNOWN = 0
    #: Not paid yet.
    UNPAID = 1
    #: Paid.
    PAID = 2
    #: The payment failed.
    FAILED = 3
    #: Paid, and paid back.
    REFUNDED = 4


class Fulfilment(Code):
    """How the customer gets an order."""

    #: In a way this library does not know; the platform's word is at hand.
    UNKNOWN = 0
    #: Brought to the customer.
    DELIVERY = 1
    #: Collected by the customer.
    PICKUP = 2
    #: Eaten on the premises.
    DINE_IN = 3
    #: Bought on the premises and taken away.
    TAKEAWAY = 4


class Courier(Code):
    """How far the courier is."""

    #: The platform reports a state that this library does not know; its text is at hand.
    UNKNOWN = 0
    #: A courier is being looked for.
    SEARCHING = 10
    #: One is found, and on the way to the store.
    ASSIGNED = 20
    #: At the store.
    ARRIVED = 30
    #: On the way to the customer.
    DELIVERING = 40
    #: Delivered.
    DELIVERED = 50
    #: The delivery failed.
    FAILED = 60
    #: On the way back to the store.
    RETURNING = 70
    #: Back at the store.
    RETURNED = 80
    #: The courier was cancelled.
    CANCELLED = 90


class LineKind(Code):
    """What a line is."""

    #: An item sold by itself.
    PRODUCT = 1
    #: A choice for its parent, as in "no onions".
    MODIFIER = 2
    #: A part of a set or combo.
    COMPONENT = 3
    #: A bag or box.
    PACKAGING = 4


class Role(Code):
    """Who a party is."""

    #: Who ordered.
    CUSTOMER = 1
    #: Who receives it, where that is somebody else.
    RECIPIENT = 2
    #: To whom the sale is invoiced.
    BILLING = 3
    #: Who brings it to the customer.
    COURIER = 4


class AdjustmentKind(Code):
    """What an adjustment is."""

    #: A tax.
    TAX = 1
    #: A fee or charge.
    FEE = 2
    #: A discount.
    DISCOUNT = 3
    #: Something paid with a voucher or with points.
    VOUCHER = 4


class SubjectKind(Code):
    """What an event about other things than orders is about."""

    #: A store (branch, outlet). Beside products, one in which they changed.
    STORE = 1
    #: A sales channel. Beside products, one in which they changed.
    CHANNEL = 2
    #: A menu.
    MENU = 3
    #: A product or other item of the catalogue.
    PRODUCT = 4
    #: A customer.
    CUSTOMER = 5
    #: A business day of a store.
    BUSINESS_DAY = 6


class ProblemCode(Code):
    """What was odd in a document."""

    #: A member has another JSON type than the platform documents; it is read as absent.
    WRONG_TYPE = 1
    #: An amount or quantity does not fit 28 decimal digits; it is read as absent, its text stays reachable.
    AMOUNT_OUT_OF_RANGE = 2
    #: Text that should be a number, as amounts in strings are, is none; it is read as absent.
    NOT_A_NUMBER = 3
    #: A time is written in no form that the platform documents; it is read as absent.
    UNREADABLE_TIME = 4
    #: Text holds U+0000 or half of a surrogate pair, read as U+FFFD.
    TEXT_REPLACED = 5
    #: A member stands several times in one object; the last one counts.
    DUPLICATE_MEMBER = 6
    #: Lines of one order are in different currencies, so the order has none.
    MIXED_CURRENCIES = 7
    #: A currency is not three letters; it is read as absent.
    UNREADABLE_CURRENCY = 8
    #: The document states another event type than the one that was expected at this address.
    UNEXPECTED_EVENT_TYPE = 9
    #: One of several orders does not say which one it is; it is left out, the others are kept.
    NO_IDENTITY = 10
    #: The platform's own sources dispute what a code means; it is read as the least that it can mean.
    DISPUTED_CODE = 11
    #: There are more entries of a kind than the limit; the rest is left out and reachable by path.
    TOO_MANY = 12
    #: The map of stores that was set lacks this store.
    UNMAPPED_STORE = 13


class Verdict(Code):
    """What a delivery was to the book."""

    #: The first that is known of an order.
    NEW = 1
    #: It changed what is known of an order.
    CHANGED = 2
    #: The same was applied before.
    DUPLICATE = 3
    #: It says nothing that is not known, or is older than what is known.
    STALE = 4
    #: It is about no order, or of a type that this library does not know; the event has the document.
    NOT_UNDERSTOOD = 5
    #: The order was finished, and has left the book since.
    FORGOTTEN = 6
    #: No delivery: what the book holds, from `OrderBook.orders`.
    HELD = 7


class Action(Code):
    """What the till is to do."""

    #: Nothing.
    NOTHING = 0
    #: Print the ticket: the order is to be prepared. At most once for an order.
    PRINT = 1
    #: Print what changed: the order's lines changed after its ticket was printed.
    REPRINT = 2
    #: Void the ticket: the order was cancelled or rejected after its ticket was printed. At most once for an order.
    VOID = 3
    #: Update what is shown of the order.
    UPDATE = 4
    #: Read the order at the platform: the delivery says too little of an order that is not known in full.
    FETCH = 5
    #: Show the lines, if anything: they were told before the order was placed.
    PREVIEW = 6


class Edit(Code):
    """What happened to a line."""

    #: The line is new.
    ADDED = 1
    #: The line is gone.
    REMOVED = 2
    #: The line is wanted in another quantity, what stands below it being the same.
    QUANTITY = 3
    #: The line's note, its modifiers or its parts changed; perhaps its quantity, too.
    CONTENTS = 4


class Ask(Code):
    """What a till may ask a platform for."""

    #: To accept the order.
    ACCEPT = 1
    #: To report that it is being prepared.
    PREPARE = 2
    #: To report that it is ready.
    READY = 3
    #: To report that it was handed over: picked up, or dispatched.
    HAND_OVER = 4
    #: To reject it.
    REJECT = 5
    #: To cancel it.
    CANCEL = 6


class Permission(Code):
    """Whether it may."""

    #: The till may ask.
    ALLOWED = 1
    #: It may, but the platform is likely to refuse; see the reason.
    DOUBTFUL = 2
    #: It may not; see the reason.
    REFUSED = 3


class Environment(Code):
    """Which addresses of a platform are called."""

    #: The real one.
    PRODUCTION = 1
    #: The one for trying out: klikit's development, Fire's staging.
    DEVELOPMENT = 2


class Operation(Code):
    """What can be asked of the platforms."""

    #: klikit: the brands of the business.
    KLIKIT_BRANDS = 101
    #: klikit: the branches of the business. Takes PAGE, SIZE. By page.
    KLIKIT_BRANCHES = 102
    #: klikit: the providers that orders come through.
    KLIKIT_PROVIDERS = 103
    #: klikit: orders, newest first, by page. Takes FROM, TO, STATUS, BRANCH_ID, PROVIDER_ID, PAGE, SIZE. By page.
    KLIKIT_ORDERS = 104
    #: klikit: one order in full. Needs ID.
    KLIKIT_ORDER = 105
    #: klikit: how many orders there are; the platform answers an empty object today. Takes FROM, TO, STATUS,
    #: BRANCH_ID, PROVIDER_ID, PAGE, SIZE.
    KLIKIT_ORDER_COUNT = 106
    #: klikit: the dictionary of order statuses.
    KLIKIT_ORDER_STATUSES = 107
    #: klikit: the dictionary of fulfilment statuses.
    KLIKIT_FULFILLMENT_STATUSES = 108
    #: klikit: the dictionary of order types.
    KLIKIT_ORDER_TYPES = 109
    #: klikit: moves an order: accepted, ready, `picked_up`, rejected or cancelled. Needs ID, STATUS (accepted,
    #: ready, picked_up, rejected, cancelled); takes REASON, OCCURRED_AT. Keyed.
    KLIKIT_ORDER_STATUS = 110
    #: klikit: the menu of a store, or of the business. Takes BRAND_ID, BRANCH_ID.
    KLIKIT_MENUS = 111
    #: klikit: puts one item in or out of stock. Needs SKU, AVAILABLE; takes BRANCH_ID. Keyed.
    KLIKIT_ITEM_AVAILABILITY = 112
    #: klikit: puts several items in or out of stock. Needs BODY. Keyed. No path is published: set it on the
    #: account.
    KLIKIT_ITEMS_AVAILABILITY = 113
    #: klikit: shows or hides a branch. Needs BODY; takes ID. Keyed. No path is published: set it on the account.
    KLIKIT_BRANCH_VISIBILITY = 114
    #: klikit: shows or hides a brand. Needs BODY; takes ID. Keyed. No path is published: set it on the account.
    KLIKIT_BRAND_VISIBILITY = 115
    #: klikit: the addresses that deliveries are sent to. No path is published: set it on the account.
    KLIKIT_WEBHOOKS = 116
    #: klikit: any other read, by its path. Needs PATH.
    KLIKIT_READ = 198
    #: klikit: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH; takes BODY.
    #: Once.
    KLIKIT_WRITE = 199
    #: Atlas: creates an order. Needs OUTLET_ID, CHANNEL_ID, BODY. Once.
    ATLAS_ORDER_CREATE = 201
    #: Atlas: one order by its id. Needs ID.
    ATLAS_ORDER = 202
    #: Atlas: one order by the reference that people read. Needs IDENTIFIER.
    ATLAS_ORDER_BY_IDENTIFIER = 203
    #: Atlas: changes an order. Needs ID, BODY. Once.
    ATLAS_ORDER_UPDATE = 204
    #: Atlas: what an outlet has left on a day. Needs OUTLET_ID, SERVING_DATE.
    ATLAS_STOCKS = 205
    #: Atlas: the menus.
    ATLAS_MENUS = 206
    #: Atlas: one menu in full. Needs ID.
    ATLAS_MENU = 207
    #: Atlas: any other read, by its path. Needs PATH.
    ATLAS_READ = 298
    #: Atlas: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH; takes BODY.
    #: Once.
    ATLAS_WRITE = 299
    #: Fire: logs in, for the operations of the v4 API. From the account, unless set: CLIENT_ID, CLIENT_SECRET,
    #: GRANT_TYPE.
    FIRE_LOGIN = 301
    #: Fire: reports a step of the kitchen. Needs EVENT_TYPE (order.preparing, order.ready, order.dispatched),
    #: OCCURRED_AT, ID, EVENT_ID; takes PROVIDER_EVENT_ID, STATION, METADATA. Keyed.
    FIRE_KITCHEN_REPORT = 302
    #: Fire: what became of a report. Needs ID.
    FIRE_REPORT_OUTCOME = 303
    #: Fire: orders, by page. Takes FIELDS, STATUS, PAYMENT_STATUS, BUSINESS_DATE, FROM, TO, DATE_FILTER
    #: (business_day, created_at), TIME_ZONE_OFFSET, CHANNEL, FULFILMENT, PAYMENT_METHOD, ORDER_CODE, SEARCH, PAGE,
    #: SIZE; from the account, unless set: ACCOUNT_ID, VENDOR_ID. By page.
    FIRE_ORDERS = 304
    #: Fire: one order, by Fire's id or the external one. Needs ID; takes FIELDS; from the account, unless set:
    #: ACCOUNT_ID, VENDOR_ID.
    FIRE_ORDER = 305
    #: Fire: the stores, by page. Takes STATUS, ACTIVE, SYNC_STATUS, COUNTRY_ID, CITY_ID, CHANNEL, SEARCH, FIELDS,
    #: PAGE, SIZE; from the account, unless set: ACCOUNT_ID, VENDOR_ID. By page.
    FIRE_STORES = 306
    #: Fire: one store. Needs ID; from the account, unless set: ACCOUNT_ID, VENDOR_ID.
    FIRE_STORE = 307
    #: Fire: the channels that are configured.
    FIRE_CHANNELS = 308
    #: Fire: whether an order can be cancelled. Needs ID; takes LOCALE (es, en, pt).
    FIRE_CANCELLATION_ELIGIBILITY = 309
    #: Fire: cancels an order by its external id. Needs ID, REASON; takes CANCELLATION_TYPE, CANCELLATION_NOTE,
    #: CANCELLATION_GROUP. Once.
    FIRE_ORDER_CANCEL = 310
    #: Fire: cancels and refunds an order, by the v4 API. Needs ID, REASON; takes PAYMENT_METHOD_ID, EMAIL,
    #: CUSTOMER_ID, ANONYMOUS_CUSTOMER_ID, STORE_ID, MEDIA (APP, WEB), CANCELLATION_TYPE; from the account, unless
    #: set: VENDOR_ID. Once. After a login.
    FIRE_ORDER_REFUND = 311
    #: Fire: says that a till, kiosk or kitchen display is alive. Needs COMPONENT_TYPE (kiosk, kds_station, pos),
    #: COMPONENT_ID, STORE_ID, STATUS (online, degraded); takes SENT_AT, INTERVAL, OFFLINE_SINCE, DEGRADED_REASON
    #: (printer_down, pinpad_down, backend_unreachable, queue_backlog, peripheral_other), APP_VERSION, DETAILS.
    #: Never again.
    FIRE_COMPONENT_HEALTH = 312
    #: Fire: any other read, by its path. Needs PATH; takes HOST (api, app).
    FIRE_READ = 398
    #: Fire: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH; takes HOST
    #: (api, app), BODY. Once.
    FIRE_WRITE = 399


class Parameter(Code):
    """What an operation takes."""

    #: The id of what the operation is about: an order, a store, a menu, a brand, a report.
    ID = 1
    #: A brand's id.
    BRAND_ID = 2
    #: A branch's id.
    BRANCH_ID = 3
    #: A provider's id.
    PROVIDER_ID = 4
    #: A status, in the platform's own words.
    STATUS = 5
    #: Why an order is rejected or cancelled, in the platform's own codes or words.
    REASON = 6
    #: When it happened in the shop, RFC 3339.
    OCCURRED_AT = 7
    #: The earliest time of a window, included; RFC 3339.
    FROM = 8
    #: The latest time of a window; klikit leaves it out, RFC 3339.
    TO = 9
    #: Which page, from 1.
    PAGE = 10
    #: How many on a page.
    SIZE = 11
    #: The vendor's own id of an item.
    SKU = 12
    #: Whether it can be ordered.
    AVAILABLE = 13
    #: An outlet's id.
    OUTLET_ID = 14
    #: A channel's id.
    CHANNEL_ID = 15
    #: The business day, YYYY-MM-DD.
    SERVING_DATE = 16
    #: The reference that people read.
    IDENTIFIER = 17
    #: Which step or event is reported.
    EVENT_TYPE = 18
    #: The reporter's own mark of the report; the same for all its attempts.
    PROVIDER_EVENT_ID = 19
    #: The mark of the platform's event that is answered.
    EVENT_ID = 20
    #: The name of a kitchen station.
    STATION = 21
    #: Anything more, a JSON object that is kept as it is.
    METADATA = 22
    #: The account at the platform.
    ACCOUNT_ID = 23
    #: The vendor at the platform.
    VENDOR_ID = 24
    #: Which members the answer has, separated by commas.
    FIELDS = 25
    #: How far the payment is, in the platform's own words.
    PAYMENT_STATUS = 26
    #: A business day, YYYY-MM-DD.
    BUSINESS_DATE = 27
    #: Which date a window is about.
    DATE_FILTER = 28
    #: How far the local time is from UTC.
    TIME_ZONE_OFFSET = 29
    #: A sales channel's code.
    CHANNEL = 30
    #: How orders reach the customer, in the platform's own words.
    FULFILMENT = 31
    #: A payment method, in the platform's own words.
    PAYMENT_METHOD = 32
    #: An order's code.
    ORDER_CODE = 33
    #: Text to search for; never logged.
    SEARCH = 34
    #: Whether it is active, in the platform's own words.
    ACTIVE = 35
    #: How far it is published, in the platform's own words.
    SYNC_STATUS = 36
    #: A country.
    COUNTRY_ID = 37
    #: A city.
    CITY_ID = 38
    #: The language of texts for people.
    LOCALE = 39
    #: Which kind of cancellation, in the platform's own words.
    CANCELLATION_TYPE = 40
    #: A remark on a cancellation.
    CANCELLATION_NOTE = 41
    #: The group of a cancellation's reason.
    CANCELLATION_GROUP = 42
    #: A tender's id.
    PAYMENT_METHOD_ID = 43
    #: A store's id.
    STORE_ID = 44
    #: Where a request comes from, in the platform's own words.
    MEDIA = 45
    #: Which kind of device, in the platform's own words.
    COMPONENT_TYPE = 46
    #: The device's own stable id.
    COMPONENT_ID = 47
    #: When it was sent, RFC 3339 with the local offset.
    SENT_AT = 48
    #: How often it is sent, in seconds.
    INTERVAL = 49
    #: Since when the device was cut off, RFC 3339.
    OFFLINE_SINCE = 50
    #: Why a device is not well, in the platform's own words.
    DEGRADED_REASON = 51
    #: The version of the device's software.
    APP_VERSION = 52
    #: Details, a JSON object that is kept as it is.
    DETAILS = 53
    #: A customer's e-mail address; never logged.
    EMAIL = 54
    #: A customer's id.
    CUSTOMER_ID = 55
    #: The id of a customer without an account.
    ANONYMOUS_CUSTOMER_ID = 56
    #: The client's id at a login.
    CLIENT_ID = 57
    #: The client's secret at a login; from the account, never logged.
    CLIENT_SECRET = 58
    #: Which grant a login asks for.
    GRANT_TYPE = 59
    #: The body as JSON text, sent byte for byte.
    BODY = 60
    #: A path below the base address, beginning with a slash; may have a query.
    PATH = 61
    #: The method of a write: POST, PATCH, PUT or DELETE.
    METHOD = 62
    #: The mark of the action; made of the caller's random bytes unless it is set.
    IDEMPOTENCY_KEY = 63
    #: Which of the platform's addresses the path is at: `api` unless it is set, or Fire's second, `app`.
    HOST = 64


class Failure(Code):
    """Why a request got no answer."""

    #: The name of the host was not found.
    NO_HOST = 1
    #: No connection could be made, in time or at all: nothing was sent.
    NO_CONNECTION = 2
    #: The certificate is not trusted, out of date, or of another host: nothing was sent.
    UNTRUSTED = 3
    #: The proxy refused: nothing was sent.
    PROXY = 4
    #: The connection broke after something may have been sent.
    BROKEN = 5
    #: No whole answer came in time after something may have been sent.
    TIMED_OUT = 6
    #: The answer is larger than the limit.
    TOO_LARGE = 7
    #: The answer is no HTTP.
    NOT_HTTP = 8
    #: The caller cancelled.
    CANCELLED = 9


class Stop(Code):
    """Why a call was not tried again."""

    #: It would come to the same.
    FINAL = 1
    #: It may have been done, and the platform could not tell a repeat.
    UNSAFE = 2
    #: There were as many attempts as there may be.
    ATTEMPTS = 3
    #: The wait would end after the call's deadline.
    DEADLINE = 4


class Vocabulary(Code):
    """The platforms' own codes and words."""

    #: klikit: types of events (`EventKind`).
    KLIKIT_EVENT = 101
    #: klikit: states of an order, `status` (`Progress`).
    KLIKIT_ORDER_STATUS = 102
    #: klikit: states of the courier, `fulfillment_status_id` (`Courier`).
    KLIKIT_FULFILMENT_STATUS = 103
    #: klikit: kinds of fulfilment, `type` (`Fulfilment`).
    KLIKIT_ORDER_TYPE = 104
    #: klikit: sales channels, `provider_id`.
    KLIKIT_PROVIDER = 105
    #: klikit: `payment_status` (`PaymentStatus`).
    KLIKIT_PAYMENT_STATUS = 106
    #: klikit: `payment_method`.
    KLIKIT_PAYMENT_METHOD = 107
    #: klikit: `payment_channel_id`.
    KLIKIT_PAYMENT_CHANNEL = 108
    #: klikit: where an order was placed, `source`.
    KLIKIT_SOURCE = 109
    #: klikit: `discount_type`.
    KLIKIT_DISCOUNT_TYPE = 110
    #: klikit: how an order is picked up.
    KLIKIT_PICKUP_TYPE = 111
    #: klikit: reasons for which an order may be rejected or cancelled, `reason_code`.
    KLIKIT_REASON = 112
    #: klikit: what a status change may ask for (`Progress`).
    KLIKIT_STATUS_CHANGE = 113
    #: klikit: countries, by its own ids; names are ISO 3166-1 alpha-3.
    KLIKIT_COUNTRY = 114
    #: klikit: currencies, by its own ids; names are ISO 4217.
    KLIKIT_CURRENCY = 115
    #: Atlas: types of events (`EventKind`).
    ATLAS_EVENT = 201
    #: Atlas: states of an order (`Progress`).
    ATLAS_STATE = 202
    #: Atlas: kinds of fulfilment (`Fulfilment`).
    ATLAS_FULFILMENT_TYPE = 203
    #: Atlas: `timeslot_type`.
    ATLAS_TIMESLOT_TYPE = 204
    #: Atlas: states of a payment intent.
    ATLAS_PAYMENT_INTENT = 205
    #: Atlas: types of errors.
    ATLAS_ERROR_TYPE = 206
    #: Fire: types of events, older spellings included (`EventKind`).
    FIRE_EVENT = 301
    #: Fire: the order's business status (`Progress`).
    FIRE_STATUS = 302
    #: Fire: `paymentStatus` (`PaymentStatus`).
    FIRE_PAYMENT_STATUS = 303
    #: Fire: `transactionStatus` of a tender; means 1 where the money was taken, 0 where not.
    FIRE_TRANSACTION_STATUS = 304
    #: Fire: steps of the kitchen (`Progress`).
    FIRE_KITCHEN_STATUS = 305
    #: Fire: statuses of `order.status_changed` (`Progress`).
    FIRE_ORDER_STATUS = 306
    #: Fire: `service.code` (`Fulfilment`).
    FIRE_SERVICE = 307
    #: Fire: `itemType` at the top level (`LineKind`).
    FIRE_ITEM_TYPE = 308
    #: Fire: what a kitchen may report, `eventType` (`Progress`).
    FIRE_KITCHEN_REPORT = 309
    #: Fire: where an order was cancelled, `cancellationSource`.
    FIRE_CANCELLATION_SOURCE = 310
    #: Fire: states of a fiscal document.
    FIRE_FISCAL_STATUS = 311
    #: Fire: `type` of a discount.
    FIRE_DISCOUNT_TYPE = 312
    #: Fire: `type` of a product of the catalogue.
    FIRE_PRODUCT_TYPE = 313
    #: Fire: states of a queued report.
    FIRE_QUEUE_STATUS = 314
    #: Fire: why a cancellation was refused.
    FIRE_CANCELLATION_CODE = 315
    #: Fire: `status` of a store.
    FIRE_STORE_STATUS = 316
    #: Fire: `numberingStatus` of a fiscal representation; an open list.
    FIRE_NUMBERING_STATUS = 317
    #: klikit: codes of errors; names are the spelling of its reference pages.
    KLIKIT_ERROR_CODE = 116
    #: Fire: `active` of a store or channel; means 1 where it can be ordered from, 0 where not.
    FIRE_ACTIVE = 318
    #: Fire: `authType` of a channel.
    FIRE_AUTH_TYPE = 319
    #: Fire: how far a store or menu is published, `syncStatus`.
    FIRE_SYNC_STATUS = 320
    #: Fire: `status` of a report on a menu that was received.
    FIRE_SYNC_REPORT = 321
    #: Fire: `type` of a modifier group.
    FIRE_MODIFIER_GROUP_TYPE = 322
    #: Fire: days of the week, `day`; means 1 for Monday to 7 for Sunday.
    FIRE_WEEKDAY = 323
    #: Fire: who closed a business day, `closedBy.type`.
    FIRE_CLOSED_BY = 324
    #: Fire: `documentType` of a fiscal document, older words included.
    FIRE_DOCUMENT_TYPE = 325
    #: Fire: how a fiscal document was authorised, `authorizationMode`.
    FIRE_AUTHORIZATION_MODE = 326
    #: Fire: `failure.scope` of a fiscal document.
    FIRE_FAILURE_SCOPE = 327
    #: Fire: what became of a confirmed payment, `outcome`.
    FIRE_PAYMENT_OUTCOME = 328


class Status(Code):
    """What a call of the library came to; errors begin with `E_`."""

    #: Success.
    OK = 0
    #: Not an error: the document has no such value, or this version of the library knows no such field.
    ABSENT = 1
    #: The delivery was taken before; for `Verifier.answer`.
    DUPLICATE = 2
    #: Not the end: wait, then send the call's request again; from `Call.after`.
    AGAIN = 3
    #: An argument is unusable: None where a value is needed, a length beyond what memory can hold, text that is not
    #: UTF-8, an unknown code.
    E_ARGUMENT = -1
    #: Memory for the received data could not be had.
    E_MEMORY = -2
    #: A defect in this library was contained; the process is intact, the object in use should be closed.
    E_PANIC = -3
    #: This flavour of the library was built without the feature.
    E_UNSUPPORTED = -4
    #: The caller's buffer is too small.
    E_BUFFER = -5
    #: The object is not where this can be done: a call that was not begun, or is over.
    E_STATE = -6
    #: The operating system gives no random bytes.
    E_RANDOM = -7
    #: The amount cannot be expressed exactly with that many digits.
    E_INEXACT = -20
    #: The number does not fit the type asked for.
    E_RANGE = -21
    #: The unit of an amount at this place is not published: give its scale.
    E_UNIT = -22
    #: The value is neither a number nor a number in a text.
    E_NOT_A_NUMBER = -23
    #: The secret is empty, or has a space or line break at an end.
    E_SECRET = -40
    #: A setting of the verifier or account is missing or unusable.
    E_SETTING = -41
    #: The header that carries the signature, token or timestamp is not there.
    E_HEADER_MISSING = -100
    #: The header came several times with different values.
    E_HEADER_CONFLICT = -101
    #: The header block is not made of "Name: value" lines, or has too many of them.
    E_HEADER_FORMAT = -102
    #: The signature is not written as the chosen scheme writes it.
    E_SIGNATURE_FORMAT = -103
    #: The signature or token is not the expected one: a forgery, another secret, or a changed body.
    E_SIGNATURE_MISMATCH = -104
    #: The signed timestamp is not a whole number of Unix seconds.
    E_TIMESTAMP_FORMAT = -105
    #: The delivery is authentic, but its signed time is too far from now.
    E_TIMESTAMP_AGE = -106
    #: The body is not JSON.
    E_NOT_JSON = -200
    #: The body is larger than the limit.
    E_BODY_TOO_LARGE = -201
    #: Arrays and objects are nested more deeply than the limit.
    E_TOO_DEEP = -202
    #: An array has more elements than the limit.
    E_TOO_MANY_ELEMENTS = -203
    #: The document is JSON, but not of the form that the platform sends.
    E_SHAPE = -204
    #: The order has no id.
    E_NO_IDENTITY = -205
    #: The text is no export of a book of orders, or it is damaged.
    E_EXPORT = -300
    #: The export is of a version that this library does not read.
    E_VERSION = -301
    #: The call cannot be made: a parameter is missing, not taken, or not of its form. `CallError.parameter` says
    #: which.
    E_CALL_PARAMETER = -400
    #: The call: the platform finds the request itself wrong.
    E_CALL_INVALID = -401
    #: The call: the credentials are missing, wrong or revoked.
    E_CALL_UNAUTHORIZED = -402
    #: The call: the credentials are good, but may not do this.
    E_CALL_FORBIDDEN = -403
    #: The call: there is no such thing, or these credentials do not see it.
    E_CALL_NOT_FOUND = -404
    #: The call: the order is not in a state that allows it.
    E_CALL_TRANSITION = -405
    #: The call: the key was used for another action.
    E_CALL_KEY_CONFLICT = -406
    #: The call: the platform says that it is against something it holds.
    E_CALL_CONFLICT = -407
    #: The call: too many requests.
    E_CALL_RATE_LIMITED = -408
    #: The call: the platform, or what stands before it, failed.
    E_CALL_UNAVAILABLE = -409
    #: The call: the platform does not offer this.
    E_CALL_UNSUPPORTED = -410
    #: The call: the answer sends the request elsewhere, which is not followed.
    E_CALL_REDIRECTED = -411
    #: The call: the answer cannot be read: it is cut, or not what the platform documents.
    E_CALL_BAD_ANSWER = -412
    #: The call: the answer is larger than the limit.
    E_CALL_TOO_LARGE = -413
    #: The call: the name of the platform's host is not found.
    E_CALL_NO_HOST = -420
    #: The call: no connection could be made.
    E_CALL_NO_CONNECTION = -421
    #: The call: the connection is not to whom it should be: its certificate is not trusted, out of date, or of
    #: another host.
    E_CALL_UNTRUSTED = -422
    #: The call: the connection broke before the answer was whole.
    E_CALL_BROKEN = -423
    #: The call: no answer came in time.
    E_CALL_TIMED_OUT = -424
    #: The call: the caller cancelled the call.
    E_CALL_CANCELLED = -425
    #: The call: the proxy refused.
    E_CALL_PROXY = -426
    #: A till may not ask this of the platform now; the message says why.
    E_CALL_REFUSED = -440
    #: The list ended with fewer records than it began with, and they did not leave it meanwhile.
    E_CALL_INCOMPLETE = -450
    #: The pages of the list repeat without an end: the page that is asked for is not looked at.
    E_CALL_STUCK = -451

"""The fields of everything that is read from the library, as properties.

Written by generate.py from include/tillwire.h; do not edit.
"""

# mypy: disable-error-code=no-any-return

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from ._conversions import codes, decimals, flags, moneys, tuples
from ._parts import Part
from ._read import Fields
from .codes import (
    Action,
    AdjustmentKind,
    Assurance,
    Courier,
    Edit,
    EventKind,
    Fulfilment,
    LineKind,
    Operation,
    PaymentStatus,
    Platform,
    ProblemCode,
    Progress,
    Role,
    SubjectKind,
    TypeSource,
    Verdict,
)
from .money import Money


class EventFields(Fields):
    """One delivery, decoded."""

    __slots__ = ()

    @property
    def type(self) -> str | None:
        """The event's type in the platform's own word, as in "order.created". Absent where only the shape of the
        document shows what it is.
        """
        return self._text(4101)

    @property
    def id(self) -> str | None:
        """The platform's own mark of the event (Fire) or delivery (klikit, from a header that no signature covers).
        """
        return self._text(4102)

    @property
    def platform(self) -> Platform:
        """The platform."""
        return self._code_always(4401, Platform)

    @property
    def kind(self) -> EventKind:
        """What happened."""
        return self._code_always(4402, EventKind)

    @property
    def type_source(self) -> TypeSource:
        """Where the type was learnt from."""
        return self._code_always(4403, TypeSource)

    @property
    def problem_total(self) -> int:
        """How many oddities there were, also those beyond 64."""
        return self._int_always(4406)

    @property
    def assurance(self) -> Assurance | None:
        """What was shown of the delivery. Absent after decoding unverified."""
        return self._code(4407, Assurance)

    @property
    def secret_index(self) -> int | None:
        """Which secret matched, 0 for the first. Absent after decoding unverified."""
        return self._int(4408)

    @property
    def batch_index(self) -> int | None:
        """Which batch this is, from 1, where something is sent in batches."""
        return self._int(4409)

    @property
    def batch_total(self) -> int | None:
        """How many batches there are."""
        return self._int(4410)

    @property
    def occurred_at(self) -> datetime | None:
        """When it happened, by the platform's clock."""
        return self._time(4301)


class OrderFields(Fields):
    """The common order, whichever platform sent it."""

    __slots__ = ()

    @property
    def id(self) -> str | None:
        """The platform's id of the order, as text whether it was sent as a number or a string."""
        return self._text(101)

    @property
    def reference(self) -> str | None:
        """What people call the order: on the ticket, at the counter, to the courier."""
        return self._text(102)

    @property
    def call_number(self) -> str | None:
        """The short number called out at the counter."""
        return self._text(103)

    @property
    def external_id(self) -> str | None:
        """The order's id in the system that placed it."""
        return self._text(104)

    @property
    def external_reference(self) -> str | None:
        """The short reference in the system that placed it."""
        return self._text(105)

    @property
    def state(self) -> str | None:
        """The state in the platform's own word."""
        return self._text(106)

    @property
    def fulfilment_text(self) -> str | None:
        """The kind of fulfilment in the platform's own word."""
        return self._text(107)

    @property
    def business_date(self) -> str | None:
        """The business day on which the order is served, `YYYY-MM-DD`."""
        return self._text(108)

    @property
    def time_slot(self) -> str | None:
        """The promised time slot as the platform words it; for people, never to be parsed."""
        return self._text(109)

    @property
    def table_id(self) -> str | None:
        """The platform's id of the table."""
        return self._text(110)

    @property
    def table(self) -> str | None:
        """The table as people call it."""
        return self._text(111)

    @property
    def store_id(self) -> str | None:
        """The platform's id of the store (branch, outlet): the key to the till's own store."""
        return self._text(112)

    @property
    def store(self) -> str | None:
        """The store's name."""
        return self._text(113)

    @property
    def brand_id(self) -> str | None:
        """The platform's id of the brand."""
        return self._text(114)

    @property
    def channel_id(self) -> str | None:
        """The platform's id of the sales channel."""
        return self._text(115)

    @property
    def channel(self) -> str | None:
        """The sales channel's name."""
        return self._text(116)

    @property
    def barcode(self) -> str | None:
        """The barcode that identifies the order."""
        return self._text(117)

    @property
    def notes(self) -> str | None:
        """The customer's note to the restaurant."""
        return self._text(118)

    @property
    def gift_message(self) -> str | None:
        """The text of a gift card."""
        return self._text(119)

    @property
    def promotion_code(self) -> str | None:
        """The promotion code the customer used."""
        return self._text(120)

    @property
    def promotion(self) -> str | None:
        """The promotion's name."""
        return self._text(121)

    @property
    def currency(self) -> str | None:
        """ISO 4217 code of the order's amounts."""
        return self._text(122)

    @property
    def pickup_pin(self) -> str | None:
        """What the courier or customer shows when collecting it."""
        return self._text(123)

    @property
    def tracking_url(self) -> str | None:
        """Where the courier's way can be followed."""
        return self._text(124)

    @property
    def cancellation_reason(self) -> str | None:
        """Why it was cancelled, as the platform words it."""
        return self._text(125)

    @property
    def delivery_notes(self) -> str | None:
        """The customer's note to the courier."""
        return self._text(126)

    @property
    def store_code(self) -> str | None:
        """The store's code, as people chose it."""
        return self._text(127)

    @property
    def brand(self) -> str | None:
        """The brand's name."""
        return self._text(128)

    @property
    def payment_status_text(self) -> str | None:
        """The payment status in the platform's own word."""
        return self._text(129)

    @property
    def store_key(self) -> str | None:
        """The key by which the vendor finds its own store: klikit's `brand/branch`, Atlas's outlet id, Fire's store
        code.
        """
        return self._text(130)

    @property
    def own_store_id(self) -> str | None:
        """The vendor's own id of the store, from the map of stores that was set."""
        return self._text(131)

    @property
    def store_external_id(self) -> str | None:
        """The store's id in the merchant's system, as the platform was told it."""
        return self._text(132)

    @property
    def pager(self) -> str | None:
        """The buzzer that was handed to the customer."""
        return self._text(133)

    @property
    def courier_text(self) -> str | None:
        """The courier's state in the platform's own word or code."""
        return self._text(134)

    @property
    def state_name(self) -> str | None:
        """The state's name, where the platform states it as a code."""
        return self._text(135)

    @property
    def cancellation_code(self) -> str | None:
        """The code of the reason for which it was cancelled."""
        return self._text(136)

    @property
    def cancellation_source(self) -> str | None:
        """Where it was cancelled, in the platform's own word (`backoffice`)."""
        return self._text(137)

    @property
    def fiscal_status(self) -> str | None:
        """How far the order's fiscal document is, in the platform's own word (`authorized`)."""
        return self._text(138)

    @property
    def fiscal_number(self) -> str | None:
        """The number of the fiscal document, as it is printed on the receipt."""
        return self._text(139)

    @property
    def fiscal_key(self) -> str | None:
        """The key or code that proves the fiscal document and is printed on the receipt (`chaveAcesso`, `cufe`,
        `cae`).
        """
        return self._text(140)

    @property
    def fiscal_url(self) -> str | None:
        """Where the fiscal document can be fetched, to be printed or shown; an address to be trusted as far as its
        sender.
        """
        return self._text(141)

    @property
    def subtotal(self) -> Money | None:
        """The lines, before discounts, fees and tax."""
        return self._money(201)

    @property
    def discount(self) -> Money | None:
        """Discounts by promotions."""
        return self._money(202)

    @property
    def staff_discount(self) -> Money | None:
        """Discounts given by hand, by the merchant's staff."""
        return self._money(203)

    @property
    def delivery_fee(self) -> Money | None:
        """Delivery fee."""
        return self._money(204)

    @property
    def surcharge(self) -> Money | None:
        """Surcharge."""
        return self._money(205)

    @property
    def donation(self) -> Money | None:
        """Donation."""
        return self._money(206)

    @property
    def tax(self) -> Money | None:
        """Tax."""
        return self._money(207)

    @property
    def total_before_tax(self) -> Money | None:
        """The total before tax."""
        return self._money(208)

    @property
    def total(self) -> Money | None:
        """What the customer owes, tax included."""
        return self._money(209)

    @property
    def service_fee(self) -> Money | None:
        """Service fee."""
        return self._money(210)

    @property
    def packaging_fee(self) -> Money | None:
        """Fee for packaging."""
        return self._money(211)

    @property
    def other_fee(self) -> Money | None:
        """Fees that the platform gives no kind."""
        return self._money(212)

    @property
    def platform_discount(self) -> Money | None:
        """Discounts that the platform or channel pays."""
        return self._money(213)

    @property
    def merchant_discount(self) -> Money | None:
        """Discounts that the merchant pays."""
        return self._money(214)

    @property
    def tip(self) -> Money | None:
        """Tip."""
        return self._money(215)

    @property
    def paid(self) -> Money | None:
        """What is paid so far."""
        return self._money(216)

    @property
    def unpaid(self) -> Money | None:
        """What is still to be paid."""
        return self._money(217)

    @property
    def created_at(self) -> datetime | None:
        """When the order was created."""
        return self._time(301)

    @property
    def updated_at(self) -> datetime | None:
        """When the platform changed it last."""
        return self._time(302)

    @property
    def cancelled_at(self) -> datetime | None:
        """When it was cancelled."""
        return self._time(303)

    @property
    def completed_at(self) -> datetime | None:
        """When it was completed."""
        return self._time(304)

    @property
    def due_from(self) -> datetime | None:
        """Start of the promised time slot."""
        return self._time(305)

    @property
    def due_until(self) -> datetime | None:
        """End of the promised time slot."""
        return self._time(306)

    @property
    def progress(self) -> Progress | None:
        """How far the order has come."""
        return self._code(401, Progress)

    @property
    def payment_status(self) -> PaymentStatus | None:
        """Whether it is paid."""
        return self._code(402, PaymentStatus)

    @property
    def fulfilment(self) -> Fulfilment | None:
        """How the customer gets it."""
        return self._code(403, Fulfilment)

    @property
    def asap(self) -> bool | None:
        """Whether it is due as soon as possible rather than at a time."""
        return self._flag(407)

    @property
    def cutlery_wanted(self) -> bool | None:
        """Whether cutlery is wanted."""
        return self._flag(408)

    @property
    def contactless(self) -> bool | None:
        """Whether the handover is contactless."""
        return self._flag(409)

    @property
    def gift(self) -> bool | None:
        """Whether it is a gift."""
        return self._flag(410)

    @property
    def prices_include_tax(self) -> bool | None:
        """Whether prices include tax."""
        return self._flag(411)

    @property
    def test(self) -> bool | None:
        """Whether it is a test that nobody wants cooked."""
        return self._flag(413)

    @property
    def prepare_before_payment(self) -> bool | None:
        """Whether the kitchen may begin before the order is paid."""
        return self._flag(414)

    @property
    def courier(self) -> Courier | None:
        """How far the courier is."""
        return self._code(415, Courier)

    @property
    def can_accept(self) -> bool | None:
        """Whether the platform says that it can be accepted now; a hint, as are the four that follow."""
        return self._flag(416)

    @property
    def can_ready(self) -> bool | None:
        """Whether it can be reported ready now."""
        return self._flag(417)

    @property
    def can_deliver(self) -> bool | None:
        """Whether it can be reported delivered now."""
        return self._flag(418)

    @property
    def can_cancel(self) -> bool | None:
        """Whether it can be cancelled now."""
        return self._flag(419)

    @property
    def can_void(self) -> bool | None:
        """Whether it can be voided now."""
        return self._flag(420)


class LineFields(Part):
    """A line of an order: an item, or what belongs to one."""

    __slots__ = ()

    @property
    def id(self) -> str | None:
        """The platform's id of the line."""
        return self._columns[1101][self.position]

    @property
    def item_id(self) -> str | None:
        """The catalogue id of the item."""
        return self._columns[1102][self.position]

    @property
    def sku(self) -> str | None:
        """The merchant's stock-keeping code."""
        return self._columns[1103][self.position]

    @property
    def name(self) -> str | None:
        """The item's name."""
        return self._columns[1104][self.position]

    @property
    def notes(self) -> str | None:
        """The customer's note on the line."""
        return self._columns[1105][self.position]

    @property
    def category(self) -> str | None:
        """The category for reports."""
        return self._columns[1106][self.position]

    @property
    def modifier_id(self) -> str | None:
        """The id of the modifier that the line came from."""
        return self._columns[1107][self.position]

    @property
    def kind_text(self) -> str | None:
        """The line's type in the platform's own word."""
        return self._columns[1108][self.position]

    @property
    def brand_id(self) -> str | None:
        """The brand's id."""
        return self._columns[1109][self.position]

    @property
    def brand(self) -> str | None:
        """The brand's name."""
        return self._columns[1110][self.position]

    @property
    def unit(self) -> str | None:
        """What one unit is, as in `100 g`."""
        return self._columns[1111][self.position]

    @property
    def group_id(self) -> str | None:
        """The id of the group of choices that a modifier or component was chosen from."""
        return self._columns[1112][self.position]

    @property
    def group(self) -> str | None:
        """The title of that group, as in `Choose a side`."""
        return self._columns[1113][self.position]

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags of the product."""
        return self._columns[1151][self.position]

    @property
    def kitchen_tags(self) -> tuple[str, ...]:
        """Tags that route the line in the kitchen."""
        return self._columns[1152][self.position]

    @property
    def sections(self) -> tuple[str, ...]:
        """Menu sections in which the item stands."""
        return self._columns[1153][self.position]

    @property
    def unit_price(self) -> Money | None:
        """Price of one unit without its children (modifiers, components)."""
        return self._columns[1201][self.position]

    @property
    def unit_modifier_price(self) -> Money | None:
        """Price of one unit's modifiers."""
        return self._columns[1202][self.position]

    @property
    def unit_component_price(self) -> Money | None:
        """Price of one unit's components."""
        return self._columns[1203][self.position]

    @property
    def discount(self) -> Money | None:
        """Discount on the line."""
        return self._columns[1204][self.position]

    @property
    def total(self) -> Money | None:
        """The whole line, quantity and children included."""
        return self._columns[1205][self.position]

    @property
    def quantity(self) -> Decimal | None:
        """How many units; a plain decimal without a currency."""
        return self._columns[1206][self.position]

    @property
    def tax(self) -> Money | None:
        """Tax on the line, by itself or within its total."""
        return self._columns[1207][self.position]

    @property
    def kind(self) -> LineKind:
        """What the line is."""
        return self._columns[1401][self.position]

    @property
    def depth(self) -> int:
        """0 for a top-level line, one more for each level of children."""
        return self._columns[1402][self.position]

    @property
    def parent(self) -> int | None:
        """The position of the line this one belongs to; absent at the top level."""
        return self._columns[1403][self.position]

    @property
    def voided(self) -> bool | None:
        """Whether the line was voided."""
        return self._columns[1404][self.position]

    @property
    def priced_in_parent(self) -> bool | None:
        """Whether the parent's total already contains this line's price: do not add it again."""
        return self._columns[1405][self.position]

    _numbers: ClassVar[dict[str, int]] = {
        "id": 1101,
        "item_id": 1102,
        "sku": 1103,
        "name": 1104,
        "notes": 1105,
        "category": 1106,
        "modifier_id": 1107,
        "kind_text": 1108,
        "brand_id": 1109,
        "brand": 1110,
        "unit": 1111,
        "group_id": 1112,
        "group": 1113,
        "tags": 1151,
        "kitchen_tags": 1152,
        "sections": 1153,
        "unit_price": 1201,
        "unit_modifier_price": 1202,
        "unit_component_price": 1203,
        "discount": 1204,
        "total": 1205,
        "quantity": 1206,
        "tax": 1207,
        "kind": 1401,
        "depth": 1402,
        "parent": 1403,
        "voided": 1404,
        "priced_in_parent": 1405,
    }


class PaymentFields(Part):
    """What was paid, or how it is to be paid."""

    __slots__ = ()

    @property
    def id(self) -> str | None:
        """The platform's id of the payment."""
        return self._columns[2101][self.position]

    @property
    def method(self) -> str | None:
        """How it was paid, as people call it."""
        return self._columns[2102][self.position]

    @property
    def method_id(self) -> str | None:
        """The platform's id of the method."""
        return self._columns[2103][self.position]

    @property
    def reference(self) -> str | None:
        """The payment processor's reference."""
        return self._columns[2104][self.position]

    @property
    def capture_type(self) -> str | None:
        """The kind of capture in the platform's own word."""
        return self._columns[2105][self.position]

    @property
    def status(self) -> str | None:
        """The payment's status in the platform's own word."""
        return self._columns[2106][self.position]

    @property
    def processor(self) -> str | None:
        """Who processes the payment: acquirer, wallet or channel."""
        return self._columns[2107][self.position]

    @property
    def card_brand(self) -> str | None:
        """The brand of the card."""
        return self._columns[2108][self.position]

    @property
    def card_last_digits(self) -> str | None:
        """The last digits of the card's number."""
        return self._columns[2109][self.position]

    @property
    def authorization(self) -> str | None:
        """The authorisation code of a card payment."""
        return self._columns[2110][self.position]

    @property
    def receipt_customer(self) -> str | None:
        """The customer's slip, several lines of text to be printed as they are."""
        return self._columns[2111][self.position]

    @property
    def receipt_merchant(self) -> str | None:
        """The merchant's slip, several lines of text to be printed as they are."""
        return self._columns[2112][self.position]

    @property
    def amount(self) -> Money | None:
        """The amount paid."""
        return self._columns[2201][self.position]

    @property
    def tendered(self) -> Money | None:
        """The cash that the customer hands over."""
        return self._columns[2202][self.position]

    @property
    def change(self) -> Money | None:
        """The cash that the customer gets back."""
        return self._columns[2203][self.position]

    @property
    def captured(self) -> bool | None:
        """Whether the money was taken."""
        return self._columns[2401][self.position]

    _numbers: ClassVar[dict[str, int]] = {
        "id": 2101,
        "method": 2102,
        "method_id": 2103,
        "reference": 2104,
        "capture_type": 2105,
        "status": 2106,
        "processor": 2107,
        "card_brand": 2108,
        "card_last_digits": 2109,
        "authorization": 2110,
        "receipt_customer": 2111,
        "receipt_merchant": 2112,
        "amount": 2201,
        "tendered": 2202,
        "change": 2203,
        "captured": 2401,
    }


class PartyFields(Part):
    """A person of an order. These are customers' details: keep them out of logs."""

    __slots__ = ()

    @property
    def id(self) -> str | None:
        """The platform's id of the person."""
        return self._columns[3101][self.position]

    @property
    def name(self) -> str | None:
        """Name."""
        return self._columns[3102][self.position]

    @property
    def phone(self) -> str | None:
        """Telephone number."""
        return self._columns[3103][self.position]

    @property
    def email(self) -> str | None:
        """E-mail address."""
        return self._columns[3104][self.position]

    @property
    def external_id(self) -> str | None:
        """The person's id in the merchant's own system."""
        return self._columns[3105][self.position]

    @property
    def organisation(self) -> str | None:
        """Company or other organisation."""
        return self._columns[3106][self.position]

    @property
    def address_line1(self) -> str | None:
        """First line of the delivery address."""
        return self._columns[3107][self.position]

    @property
    def address_line2(self) -> str | None:
        """Second line of the delivery address."""
        return self._columns[3108][self.position]

    @property
    def postal_code(self) -> str | None:
        """Postal code, leading zeros kept."""
        return self._columns[3109][self.position]

    @property
    def latitude(self) -> str | None:
        """Latitude in decimal degrees, as the document writes it."""
        return self._columns[3110][self.position]

    @property
    def longitude(self) -> str | None:
        """Longitude in decimal degrees, as the document writes it."""
        return self._columns[3111][self.position]

    @property
    def city(self) -> str | None:
        """Town or city."""
        return self._columns[3112][self.position]

    @property
    def tax_id_type(self) -> str | None:
        """The kind of the tax or identity number, as the platform words it (`CNPJ`, `RUT`)."""
        return self._columns[3113][self.position]

    @property
    def tax_id(self) -> str | None:
        """The tax or identity number, for an invoice."""
        return self._columns[3114][self.position]

    @property
    def role(self) -> Role:
        """Who this is."""
        return self._columns[3401][self.position]

    _numbers: ClassVar[dict[str, int]] = {
        "id": 3101,
        "name": 3102,
        "phone": 3103,
        "email": 3104,
        "external_id": 3105,
        "organisation": 3106,
        "address_line1": 3107,
        "address_line2": 3108,
        "postal_code": 3109,
        "latitude": 3110,
        "longitude": 3111,
        "city": 3112,
        "tax_id_type": 3113,
        "tax_id": 3114,
        "role": 3401,
    }


class StepFields(Part):
    """A step of the kitchen's journey."""

    __slots__ = ()

    @property
    def state(self) -> str | None:
        """The step in the platform's own word."""
        return self._columns[8101][self.position]

    @property
    def station(self) -> str | None:
        """The kitchen station that reported it."""
        return self._columns[8102][self.position]

    @property
    def at(self) -> datetime | None:
        """When it was reached, by the kitchen's clock."""
        return self._time(8301)

    @property
    def progress(self) -> Progress | None:
        """What was reached."""
        return self._columns[8401][self.position]

    _numbers: ClassVar[dict[str, int]] = {
        "state": 8101,
        "station": 8102,
        "progress": 8401,
    }


class AdjustmentFields(Part):
    """A tax, fee or discount; part of the order's totals, not to be added to them."""

    __slots__ = ()

    @property
    def name(self) -> str | None:
        """Its name, as people call it (`ICMS`, `Service charge`)."""
        return self._columns[9101][self.position]

    @property
    def code(self) -> str | None:
        """The platform's code or id of it: of a promotion, a fee, a tax."""
        return self._columns[9102][self.position]

    @property
    def amount(self) -> Money | None:
        """How much it is; a discount is positive."""
        return self._columns[9201][self.position]

    @property
    def base(self) -> Money | None:
        """What it is reckoned on."""
        return self._columns[9202][self.position]

    @property
    def rate(self) -> Decimal | None:
        """The rate as a fraction (0.04 is 4 %); a plain decimal without a currency."""
        return self._columns[9203][self.position]

    @property
    def kind(self) -> AdjustmentKind:
        """What it is."""
        return self._columns[9401][self.position]

    @property
    def line(self) -> int | None:
        """The position of the line it is on; absent where it is on the whole order."""
        return self._columns[9402][self.position]

    _numbers: ClassVar[dict[str, int]] = {
        "name": 9101,
        "code": 9102,
        "amount": 9201,
        "base": 9202,
        "rate": 9203,
        "kind": 9401,
        "line": 9402,
    }


class SubjectFields(Fields):
    """What an event about other things than orders is about."""

    __slots__ = ()

    @property
    def id(self) -> str | None:
        """The platform's id of it."""
        return self._text(10101)

    @property
    def name(self) -> str | None:
        """Its name."""
        return self._text(10102)

    @property
    def code(self) -> str | None:
        """Its code, as people chose it."""
        return self._text(10103)

    @property
    def external_id(self) -> str | None:
        """Its id in the merchant's own system: a product's stock-keeping code, a customer's id."""
        return self._text(10104)

    @property
    def store_id(self) -> str | None:
        """The store it is in."""
        return self._text(10105)

    @property
    def store_key(self) -> str | None:
        """The key by which the vendor finds its own store, as in an order."""
        return self._text(10106)

    @property
    def own_store_id(self) -> str | None:
        """The vendor's own id of the store, from the map of stores that was set."""
        return self._text(10107)

    @property
    def channel_id(self) -> str | None:
        """The sales channel it is for."""
        return self._text(10108)

    @property
    def channel(self) -> str | None:
        """That channel as people call it."""
        return self._text(10109)

    @property
    def brand_id(self) -> str | None:
        """The brand it belongs to."""
        return self._text(10110)

    @property
    def status(self) -> str | None:
        """Its status in the platform's own word."""
        return self._text(10111)

    @property
    def phone(self) -> str | None:
        """A customer's telephone number."""
        return self._text(10112)

    @property
    def email(self) -> str | None:
        """A customer's e-mail address."""
        return self._text(10113)

    @property
    def business_date(self) -> str | None:
        """The business day, `YYYY-MM-DD`."""
        return self._text(10114)

    @property
    def opened_at(self) -> datetime | None:
        """When a business day was opened."""
        return self._time(10301)

    @property
    def closed_at(self) -> datetime | None:
        """When it was closed."""
        return self._time(10302)

    @property
    def kind(self) -> SubjectKind:
        """What it is."""
        return self._code_always(10401, SubjectKind)

    @property
    def available(self) -> bool | None:
        """Whether it can be had: a product in stock, a store or channel that is active."""
        return self._flag(10402)

    @property
    def removed(self) -> bool | None:
        """Whether it is gone."""
        return self._flag(10403)


class ProblemFields(Fields):
    """Something odd in a document, which cost nothing else."""

    __slots__ = ()

    @property
    def path(self) -> str | None:
        """Where in the document, as in `$.order_items[0].unit_price`."""
        return self._text(6101)

    @property
    def message(self) -> str:
        """What was odd, in a sentence."""
        return self._text_always(6102)

    @property
    def code(self) -> ProblemCode:
        """What was odd."""
        return self._code_always(6401, ProblemCode)

    @property
    def offset(self) -> int | None:
        """The byte offset in the body, from 0."""
        return self._int(6402)


class ChangeLineFields(Fields):
    """A line that changed after the ticket was printed; what is below it belongs to it."""

    __slots__ = ()

    @property
    def count(self) -> int | None:
        """How many lines changed since the ticket was printed."""
        return self._int(14412)

    @property
    def edit(self) -> Edit:
        """What happened to it."""
        return self._code_always(14451, Edit)

    @property
    def before(self) -> int | None:
        """Its position in the order before (`Change.before`); absent for one that is new."""
        return self._int(14452)

    @property
    def now(self) -> int | None:
        """Its position in the order now (`Change.order`); absent for one that is gone."""
        return self._int(14453)


class ChangeFields(Fields):
    """What a delivery did to an order, and what the till is to do."""

    __slots__ = ()

    @property
    def account(self) -> str:
        """The account under which the delivery was applied."""
        return self._text_always(14101)

    @property
    def order_id(self) -> str | None:
        """The platform's id of the order; absent where the delivery is about none."""
        return self._text(14102)

    @property
    def dispatch_event_id(self) -> str | None:
        """The platform's mark of the event by which the order came to be prepared. Fire's kitchen reports have to
        cite it.
        """
        return self._text(14103)

    @property
    def due_at(self) -> datetime | None:
        """When the order is due, where it is promised for a time."""
        return self._time(14301)

    @property
    def verdict(self) -> Verdict:
        """What the delivery was."""
        return self._code_always(14401, Verdict)

    @property
    def action(self) -> Action:
        """What the till is to do."""
        return self._code_always(14402, Action)

    @property
    def platform(self) -> Platform:
        """The platform."""
        return self._code_always(14403, Platform)

    @property
    def progress_before(self) -> Progress | None:
        """How far the order was before."""
        return self._code(14404, Progress)

    @property
    def progress(self) -> Progress | None:
        """How far it is now."""
        return self._code(14405, Progress)

    @property
    def payment_status_before(self) -> PaymentStatus | None:
        """Whether it was paid before."""
        return self._code(14406, PaymentStatus)

    @property
    def payment_status(self) -> PaymentStatus | None:
        """Whether it is paid now."""
        return self._code(14407, PaymentStatus)

    @property
    def needs_detail(self) -> bool:
        """Whether the platform asks that the order be read in full before it is prepared, and it was not yet."""
        return self._flag_always(14408)

    @property
    def uncertain(self) -> bool:
        """Whether what is known rests on a document without a time of its own, so that it may be older than it
        seems. Reading the order makes sure.
        """
        return self._flag_always(14409)

    @property
    def test(self) -> bool:
        """Whether it is a test that nobody wants cooked."""
        return self._flag_always(14410)

    @property
    def printed(self) -> bool:
        """Whether the ticket was printed, now or before."""
        return self._flag_always(14411)


class RequestFields(Fields):
    """The request of a call."""

    __slots__ = ()

    @property
    def method(self) -> str | None:
        """The method of the request."""
        return self._text(17101)

    @property
    def url(self) -> str | None:
        """The address of the request. Not for a log: it may say whom it is about."""
        return self._text(17102)

    @property
    def body(self) -> str | None:
        """The body of the request, to be sent byte for byte. Absent where there is none."""
        return self._text(17103)

    @property
    def shown(self) -> str | None:
        """Path and query of the request for a log; parameters that may be about a customer are left out."""
        return self._text(17104)

    @property
    def idempotency_key(self) -> str | None:
        """The mark of the action, where it has one. Keep it with the decision."""
        return self._text(17105)

    @property
    def operation(self) -> Operation:
        """What is asked for."""
        return self._code_always(17401, Operation)

    @property
    def attempt(self) -> int:
        """Which attempt is next or was the last, from 1."""
        return self._int_always(17402)

    @property
    def secret_index(self) -> int | None:
        """Which of the account's secrets the request carries, from 0."""
        return self._int(17403)

    @property
    def total_ms(self) -> int:
        """How long the call may take in all in milliseconds, to be kept by who sends it."""
        return self._int_always(17404)

    @property
    def answer_bytes(self) -> int:
        """How many bytes an answer may have; reading a longer one may end with `Failure.TOO_LARGE`."""
        return self._int_always(17405)


class PagesFields(Fields):
    """How far a list was read by page."""

    __slots__ = ()

    @property
    def read(self) -> int:
        """Pages read so far."""
        return self._int_always(17411)

    @property
    def records(self) -> int:
        """Different records seen on them."""
        return self._int_always(17412)

    @property
    def total(self) -> int | None:
        """How many records there are in all, where the platform says so."""
        return self._int(17413)

    @property
    def new(self) -> int | None:
        """How many records of the reply were on no earlier page."""
        return self._int(17414)


class ReplyFields(Fields):
    """What the platform answered to a call."""

    __slots__ = ()

    @property
    def request_id(self) -> str | None:
        """The platform's mark of the request, by which its support finds it."""
        return self._text(18101)

    @property
    def id(self) -> str | None:
        """The id of what was asked for."""
        return self._text(18102)

    @property
    def status(self) -> str | None:
        """Its status, in the platform's own words."""
        return self._text(18103)

    @property
    def report_id(self) -> str | None:
        """The mark under which a report is queued, to ask what became of it."""
        return self._text(18104)

    @property
    def result(self) -> str | None:
        """What became of it, in the platform's own words."""
        return self._text(18105)

    @property
    def code(self) -> str | None:
        """The platform's code for it."""
        return self._text(18106)

    @property
    def reason(self) -> str | None:
        """The reason, in the platform's own words."""
        return self._text(18107)

    @property
    def source(self) -> str | None:
        """Who decided it."""
        return self._text(18108)

    @property
    def server(self) -> datetime | None:
        """The platform's clock when it answered (`Date`), to the second."""
        return self._time(18301)

    @property
    def updated_at(self) -> datetime | None:
        """When what was asked for last changed."""
        return self._time(18302)

    @property
    def received_at(self) -> datetime | None:
        """When the platform first had it."""
        return self._time(18303)

    @property
    def processed_at(self) -> datetime | None:
        """When the platform had worked on it."""
        return self._time(18304)

    @property
    def http_status(self) -> int:
        """The HTTP status."""
        return self._int_always(18401)

    @property
    def attempts(self) -> int:
        """How many attempts it took."""
        return self._int_always(18402)

    @property
    def secret_index(self) -> int | None:
        """Which of the account's secrets was accepted, from 0."""
        return self._int(18403)

    @property
    def records(self) -> int | None:
        """How many records the answer lists."""
        return self._int(18404)

    @property
    def total(self) -> int | None:
        """How many records there are in all."""
        return self._int(18405)

    @property
    def page_size(self) -> int | None:
        """How many records a page has."""
        return self._int(18406)

    @property
    def duplicate(self) -> bool | None:
        """Whether the platform had it already."""
        return self._flag(18407)

    @property
    def can_cancel(self) -> bool | None:
        """Whether the order can be cancelled."""
        return self._flag(18408)

    @property
    def interval(self) -> int | None:
        """How often to say that a device is alive, in seconds."""
        return self._int(18409)

    @property
    def tries(self) -> int | None:
        """How often the platform tried to work on a report."""
        return self._int(18410)


class BookFields(Fields):
    """What a book of orders counts, and how much it keeps."""

    __slots__ = ()

    @property
    def orders(self) -> int:
        """Orders in the book."""
        return self._int_always(15401)

    @property
    def finished(self) -> int:
        """Of these, finished."""
        return self._int_always(15402)

    @property
    def remembered(self) -> int:
        """Orders that left and are remembered, so that a late repeat prints no second ticket."""
        return self._int_always(15403)

    @property
    def new(self) -> int:
        """First tellings of an order, since the book was made."""
        return self._int_always(15404)

    @property
    def changed(self) -> int:
        """Tellings that changed an order."""
        return self._int_always(15405)

    @property
    def duplicate(self) -> int:
        """Tellings that were applied before."""
        return self._int_always(15406)

    @property
    def stale(self) -> int:
        """Tellings that said nothing new."""
        return self._int_always(15407)

    @property
    def not_understood(self) -> int:
        """Deliveries about no order."""
        return self._int_always(15408)

    @property
    def forgotten(self) -> int:
        """Tellings of finished orders that had left."""
        return self._int_always(15409)

    @property
    def left_finished(self) -> int:
        """Finished orders that left for want of room."""
        return self._int_always(15410)

    @property
    def left_open(self) -> int:
        """Open orders that left for want of room: the book is too small."""
        return self._int_always(15411)

    @property
    def most_orders(self) -> int:
        """Most orders, 1 to 2147483647. Beyond it, the oldest finished one leaves, then the oldest open one.
        Default 10000.
        """
        return self._int_always(15421)

    @property
    def remembered_seconds(self) -> int:
        """For how many seconds an order that left is remembered, from 0. Default 604800, seven days."""
        return self._int_always(15422)

    @property
    def most_remembered(self) -> int:
        """Most orders that left and are remembered, 0 to 2147483647. Default 100000."""
        return self._int_always(15423)


class AccountFields(Fields):
    """What was done for an account."""

    __slots__ = ()

    @property
    def sent(self) -> int:
        """Requests sent by `Call.send`, or tried to be."""
        return self._int_always(16421)

    @property
    def replies(self) -> int:
        """Calls that came to a reply."""
        return self._int_always(16422)

    @property
    def errors(self) -> int:
        """Calls that did not."""
        return self._int_always(16423)

    @property
    def logins(self) -> int:
        """Logins."""
        return self._int_always(16424)

    @property
    def waited_ms(self) -> int:
        """How long was waited between attempts in all, in milliseconds."""
        return self._int_always(16425)

    @property
    def notes_lost(self) -> int:
        """Notes that were dropped because nobody fetched them."""
        return self._int_always(16426)


#: What becomes of the values of a column, by its field; others are as they are.
CONVERSIONS = {
    1151: tuples,
    1152: tuples,
    1153: tuples,
    1201: moneys,
    1202: moneys,
    1203: moneys,
    1204: moneys,
    1205: moneys,
    1206: decimals,
    1207: moneys,
    1401: codes(LineKind),
    1404: flags,
    1405: flags,
    2201: moneys,
    2202: moneys,
    2203: moneys,
    2401: flags,
    3401: codes(Role),
    8401: codes(Progress),
    9201: moneys,
    9202: moneys,
    9203: decimals,
    9401: codes(AdjustmentKind),
}

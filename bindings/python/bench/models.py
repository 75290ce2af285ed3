"""Atlas's order as models of Pydantic: what the package has of it, and the six fields that the benchmark reads.

The fields are those that the platform documents (https://help.atlas.kitchen/connect/webhooks/order-events); what may be null or
absent there may be so here.
"""

import datetime
import decimal
from typing import Optional

import pydantic

Decimal = decimal.Decimal
Text = Optional[str]
Amount = Optional[Decimal]
Time = Optional[datetime.datetime]


class NeededItem(pydantic.BaseModel):
    """A line, as a program declares it that needs no more."""

    name: str
    quantity: Decimal
    unit_price: Decimal
    sub_items: "list[NeededItem]" = []


class NeededOrder(pydantic.BaseModel):
    """The order, as that program declares it."""

    identifier: str
    total_including_tax: Decimal
    order_items: list[NeededItem]


class Named(pydantic.BaseModel):
    """A table, outlet, brand, section or way of payment."""

    id: Optional[int] = None
    name: Text = None
    label: Text = None


class User(pydantic.BaseModel):
    """The customer."""

    id: Optional[int] = None
    email: Text = None
    mobile_number: Text = None
    external_id: Text = None


class Promotion(pydantic.BaseModel):
    """The promotion."""

    label: Text = None
    code: Text = None


class Source(pydantic.BaseModel):
    """Where the order was placed."""

    source_label: Text = None


class Item(pydantic.BaseModel):
    """A line."""

    id: int
    item_id: Optional[int] = None
    item_sku: Text = None
    modifier_id: Optional[int] = None
    name: str
    quantity: Decimal
    currency: Text = None
    unit_price: Amount = None
    unit_modifier_price: Amount = None
    unit_component_price: Amount = None
    type: Text = None
    item_total: Amount = None
    item_discount: Amount = None
    product_tags: list[str] = []
    kitchen_tags: list[str] = []
    report_category: Text = None
    voided: Optional[bool] = None
    brand: Optional[Named] = None
    sections: list[Named] = []
    sub_items: "list[Item]" = []


class Order(pydantic.BaseModel):
    """The order."""

    order_id: int
    identifier: str
    state: Text = None
    serving_date: Text = None
    subtotal: Amount = None
    surcharge: Amount = None
    delivery_fee: Amount = None
    discount: Amount = None
    admin_discount: Amount = None
    total: Amount = None
    tax: Amount = None
    total_including_tax: Decimal
    created_at: Time = None
    cancelled_at: Time = None
    completed_at: Time = None
    barcode_identifier: Text = None
    donation: Amount = None
    contact_name: Text = None
    fulfilment_type: Text = None
    timeslot_range: Text = None
    table: Optional[Named] = None
    user: Optional[User] = None
    outlet: Optional[Named] = None
    promotion: Optional[Promotion] = None
    order_source: Optional[Source] = None
    payment_type: Optional[Named] = None
    order_items: list[Item]

"""The names of amounts, as in JSON.

Written by generate.py from include/tillwire.h; do not edit.
"""

from __future__ import annotations

#: By the field's number.
AMOUNTS = {
    201: "subtotal",
    202: "discount",
    203: "staff_discount",
    204: "delivery_fee",
    205: "surcharge",
    206: "donation",
    207: "tax",
    208: "total_before_tax",
    209: "total",
    210: "service_fee",
    211: "packaging_fee",
    212: "other_fee",
    213: "platform_discount",
    214: "merchant_discount",
    215: "tip",
    216: "paid",
    217: "unpaid",
    1201: "unit_price",
    1202: "unit_modifier_price",
    1203: "unit_component_price",
    1204: "discount",
    1205: "total",
    1206: "quantity",
    1207: "tax",
    2201: "amount",
    2202: "tendered",
    2203: "change",
    9201: "amount",
    9202: "base",
    9203: "rate",
}

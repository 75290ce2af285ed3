#!/usr/bin/env python3
"""Tells klikit how far an order is, and what came of it.

    change_status.py ORDER_ID accepted|ready|picked_up|rejected|cancelled [REASON]

The account is in KLIKIT_KEY and KLIKIT_SECRET; KLIKIT_API is another address than klikit's own.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timezone
from typing import Any

import tillwire


def main() -> int:
    """Sends the change."""
    order_id, status, *reason = sys.argv[1:]
    change: Any = status
    address = os.environ.get("KLIKIT_API")
    environment = None if address else tillwire.Environment.PRODUCTION
    key, secret = os.environ["KLIKIT_KEY"], os.environ["KLIKIT_SECRET"]
    with tillwire.klikit.Client(environment=environment, api_address=address, key=key, secret=secret) as client:
        try:
            now = datetime.now(timezone.utc)
            reply = client.order_status(order_id, change, reason=reason[0] if reason else None, occurred_at=now)
            print(f"order {order_id} is {status}, told in {reply.attempts} attempt(s)")
            return 0
        except tillwire.CallError as error:
            print(f"{error} (HTTP {error.http_status}, {error.platform_code}, request {error.request_id})")
            if error.may_be_done:
                print("it may be done all the same: read the order first")
            return 1
        finally:
            for note in client.notes():
                print(note, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Tells klikit how far an order is, and what came of it.

    change_status.py ORDER_ID accepted|ready|picked_up|rejected|cancelled [REASON]

The account is in KLIKIT_KEY and KLIKIT_SECRET; KLIKIT_API is another address than klikit's own.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime, timezone

import tillwire


def main() -> int:
    """Sends the change."""
    parser = argparse.ArgumentParser(description="Tells klikit how far an order is.")
    parser.add_argument("order_id")
    parser.add_argument("status", choices=["accepted", "ready", "picked_up", "rejected", "cancelled"])
    parser.add_argument("reason", nargs="?", help="why it is rejected or cancelled, in klikit's words")
    said = parser.parse_args()
    address = os.environ.get("KLIKIT_API")
    environment = None if address else tillwire.Environment.PRODUCTION
    key, secret = os.environ["KLIKIT_KEY"], os.environ["KLIKIT_SECRET"]
    with tillwire.klikit.Client(environment=environment, api_address=address, key=key, secret=secret) as client:
        try:
            now = datetime.now(timezone.utc)
            reply = client.order_status(said.order_id, said.status, reason=said.reason, occurred_at=now)
            print(f"order {said.order_id} is {said.status}, told in {reply.attempts} attempt(s)")
            return 0
        except tillwire.CallError as error:
            print(error)
            if error.may_be_done:
                print("it may be done all the same: read the order first")
            return 1
        finally:
            for note in client.notes():
                print(note, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Reads the orders that were missed, with a progress bar, and prints what the till is to do.

    catch_up.py klikit|fire FOLDER

Book and cursor are kept in the folder. The account is in KLIKIT_KEY and KLIKIT_SECRET, or FIRE_API_KEY, FIRE_ACCOUNT_ID and
FIRE_VENDOR; KLIKIT_API or FIRE_API is another address than the platform's own.
"""

from __future__ import annotations

import os
import pathlib
import sys

from tqdm import tqdm

import tillwire


def client_of(platform: str) -> tillwire.Account:
    """Who calls the platform."""
    address = os.environ.get(f"{platform.upper()}_API")
    environment = None if address else tillwire.Environment.PRODUCTION
    if platform == "klikit":
        key, secret = os.environ["KLIKIT_KEY"], os.environ["KLIKIT_SECRET"]
        return tillwire.klikit.Client(environment=environment, api_address=address, key=key, secret=secret)
    return tillwire.fire.Client(
        environment=environment,
        api_address=address,
        app_address=address,
        secret=os.environ["FIRE_API_KEY"],
        account_id=os.environ["FIRE_ACCOUNT_ID"],
        vendor_id=os.environ["FIRE_VENDOR"],
    )


def main() -> None:
    """One round."""
    platform, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    kept, cursor = folder / "book.json", folder / f"{platform}.json"
    book = tillwire.OrderBook(kept.read_text(encoding="utf-8") if kept.exists() else None)
    exported = cursor.read_text(encoding="utf-8") if cursor.exists() else None
    with tillwire.Poller(client_of(platform), "my shop", book, exported=exported) as poller:
        with tqdm(unit=" orders") as bar:
            for changes in poller.round():
                bar.total = poller.total
                bar.update(poller.records - bar.n)
                for change in changes:
                    if change.action != tillwire.Action.NOTHING:
                        tqdm.write(f"order {change.order_id}: {change.action.name.lower()}")
        kept.write_text(book.export() or "", encoding="utf-8")
        cursor.write_text(poller.export(), encoding="utf-8")


if __name__ == "__main__":
    main()

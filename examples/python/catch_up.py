#!/usr/bin/env python3
"""Reads the orders that were missed, with a progress bar, and prints what the till is to do.

    catch_up.py klikit|fire FOLDER

Book and cursor are kept in the folder. The account is in KLIKIT_KEY and KLIKIT_SECRET, or FIRE_API_KEY, FIRE_ACCOUNT_ID and
FIRE_VENDOR; KLIKIT_API or FIRE_API is another address than the platform's own. Needs tqdm.
"""

from __future__ import annotations

import argparse
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


def keep(file: pathlib.Path, text: str) -> None:
    """Writes a file whole or not at all, whenever the power goes."""
    new = file.with_suffix(".new")
    with new.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


def kept(file: pathlib.Path) -> str | None:
    """What was kept, if anything."""
    return file.read_text(encoding="utf-8") if file.exists() else None


def main() -> None:
    """One round."""
    parser = argparse.ArgumentParser(description="Reads the orders that were missed.")
    parser.add_argument("platform", choices=["klikit", "fire"])
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    book_file, cursor_file = arguments.folder / "book.json", arguments.folder / f"{arguments.platform}.json"
    book = tillwire.OrderBook(kept(book_file))
    client = client_of(arguments.platform)
    with tillwire.Poller(client, "my shop", book, exported=kept(cursor_file)) as poller, tqdm(unit=" orders") as bar:
        try:
            for changes in poller.round():
                bar.total = poller.total
                bar.update(poller.records - bar.n)
                for change in changes:
                    if change.action != tillwire.Action.NOTHING:
                        tqdm.write(f"order {change.order_id}: {change.action.name.lower()}")
        except tillwire.CallError as error:
            # The next round reads the same window again; what came is in the book, and is told once.
            sys.exit(str(error))
        finally:
            keep(book_file, book.export() or "")
            keep(cursor_file, poller.export())


if __name__ == "__main__":
    main()

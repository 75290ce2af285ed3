"""Receives Atlas's deliveries in a Flask application, and keeps the book in SQLite before it answers. Needs Flask.

    TILL_ATLAS_SECRET=... TILL_DATABASE=orders.db flask --app receiver_flask run
"""

from __future__ import annotations

import os
import sqlite3
import threading

from flask import Flask, Response, request

import tillwire

app = Flask(__name__)
verifier = tillwire.Verifier(tillwire.Platform.ATLAS, os.environ["TILL_ATLAS_SECRET"])
database = sqlite3.connect(os.environ["TILL_DATABASE"], check_same_thread=False)
database.execute("CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, kept TEXT NOT NULL)")
book = tillwire.OrderBook()
for (kept,) in database.execute("SELECT kept FROM orders"):
    book.restore(kept)
# The book and what is kept of it change together.
changing = threading.Lock()


@app.post("/atlas")
def atlas() -> Response:
    """Takes a delivery."""
    try:
        # The bytes as received: request.json would be other ones.
        with verifier.open(request.headers.items(), request.get_data()) as event, changing:
            with book.apply(event, "my shop") as changes:
                for change in changes:
                    keep(change)
                    app.logger.warning("order %s: %s", change.order_id, change.action.name)
        answer = verifier.answer()
    except tillwire.TillwireError as error:
        app.logger.warning("refused: %s", error)
        answer = verifier.answer(error)
    return Response(answer.body, answer.status, content_type="application/json")


def keep(change: tillwire.Change) -> None:
    """Writes an order down as the book knows it now."""
    if change.order_id is not None:
        kept = book.export(change.platform, change.account, change.order_id)
        with database:
            database.execute("INSERT OR REPLACE INTO orders VALUES (?, ?)", (change.order_id, kept))

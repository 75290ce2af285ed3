#!/usr/bin/env python3
"""Receives deliveries of all platforms with Python's own HTTP server, and prints what each asks of the till.

    receiver.py PORT

Secrets are in TILL_KLIKIT_SECRET, TILL_ATLAS_SECRET and TILL_FIRE_SECRET; a platform without one is not served. Port 0 lets the
system choose.
"""

from __future__ import annotations

import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import tillwire
from tillwire import Action

VERIFIERS = {
    f"/{platform.name.lower()}": tillwire.Verifier(platform, secret)
    for platform in tillwire.Platform
    if (secret := os.environ.get(f"TILL_{platform.name}_SECRET"))
}
BOOK = tillwire.OrderBook()


def ticket(order: tillwire.Order) -> str:
    """What the kitchen reads."""
    lines = [f"ORDER {order.reference or order.id}"]
    for line in order.lines:
        count = "?" if line.quantity is None else tillwire.quantity_text(line.quantity)
        lines.append(f"{'    ' * line.depth}{count} x {line.name}")
    if order.total:
        lines.append(f"total {order.total.currency or ''} {order.total}")
    return "\n".join(lines)


class Receiver(BaseHTTPRequestHandler):
    """Answers once the delivery is in the book. A book is memory: a real till keeps `BOOK.export` on disk before it answers."""

    timeout = 10

    def do_POST(self) -> None:
        """Takes a delivery."""
        verifier = VERIFIERS.get(self.path)
        length = self.headers.get("Content-Length", "")
        if verifier is None or not length.isdecimal() or int(length) > tillwire.LARGEST_BODY:
            self.send_error(404 if verifier is None else 411 if not length.isdecimal() else 413)
            return
        try:
            with verifier.open(self.headers, self.rfile.read(int(length))) as event, BOOK.apply(event, "my shop") as changes:
                for change in changes:
                    self.act(change)
            answer = verifier.answer()
        except tillwire.TillwireError as error:
            print(f"refused: {error}", flush=True)
            answer = verifier.answer(error)
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def act(self, change: tillwire.Change) -> None:
        """Does what the book says."""
        if change.action in (Action.PRINT, Action.REPRINT) and change.order:
            print(ticket(change.order), flush=True)
        else:
            print(f"order {change.order_id or '-'}: {change.action.name.lower()}", flush=True)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: addresses and paths are nobody's business."""


if __name__ == "__main__":
    if len(sys.argv) != 2 or not VERIFIERS:
        sys.exit(__doc__)
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver)
    print(f"listening on {server.server_port}", flush=True)
    server.serve_forever()

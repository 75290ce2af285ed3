"""The programs of the READMEs and the examples, run as programs against simulated deliveries and platforms.

TILLWIRE_EXAMPLES_PYTHON is a Python with what the examples need, TILLWIRE_PROGRAM the command line.
"""

import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import tillwire
from shared import ROOT, VECTORS
from sim import Sim

EXAMPLES = ROOT / "examples/python"
BODY = (VECTORS / "atlas/order-event.json").read_bytes()
WITH_TOOLS = os.environ.get("TILLWIRE_EXAMPLES_PYTHON", sys.executable)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Running:
    """A program that listens, and what it printed once it is stopped."""

    def __init__(self, command, port, **environment):
        self._output = tempfile.TemporaryFile("w+", encoding="utf-8")
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", **environment}
        self._process = subprocess.Popen(command, stdout=self._output, stderr=subprocess.STDOUT, env=environment)
        self._address, deadline = f"http://127.0.0.1:{port}", time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                if time.monotonic() > deadline or self._process.poll() is not None:
                    raise RuntimeError(self.stop()) from None
                time.sleep(0.05)

    def deliver(self, path, headers, body):
        request = urllib.request.Request(self._address + path, data=body)
        for name, value in headers:
            request.add_header(name, value.decode() if isinstance(value, bytes) else value)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code

    def stop(self):
        self._process.terminate()
        self._process.wait()
        self._output.seek(0)
        with self._output:
            return self._output.read()


def token(text):
    return [("Authorization", f"Bearer {text}")]


class Receivers(unittest.TestCase):
    def test_the_receiver_of_the_readme(self):
        chapter = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## From Python\n")[1].split("\n## ")[0]
        program = re.search(r"```python\n(.*?)```", chapter, re.DOTALL)[1]
        port = free_port()
        self.assertEqual(program.count("8080"), 1)
        receiver = Running([sys.executable, "-c", program.replace("8080", str(port))], port)
        answers = [self.send(port, text) for text in ("the agreed token", "a guess", "the agreed token")]
        self.assertEqual(answers, [(0, "200"), (1, "401"), (0, "200")])
        self.assertEqual(receiver.deliver("/", token("the agreed token"), BODY[:700]), 500)
        with socket.create_connection(("127.0.0.1", port), 10) as without_a_length:
            without_a_length.sendall(b"POST / HTTP/1.0\r\n\r\n")
            self.assertRegex(without_a_length.recv(100), b"^HTTP/1.0 411 ")
        printed = receiver.stop()
        self.assertEqual(re.findall(r"^([A-Z]+) (\S+)$", printed, re.MULTILINE), [("PRINT", "A123"), ("NOTHING", "A123")])
        self.assertEqual(printed.count("\nrefused: "), 2)
        self.assertNotIn("Traceback", printed)

    def test_the_program_of_the_package(self):
        manual = (ROOT / "bindings/python/README.md").read_text(encoding="utf-8")
        program = re.search(r"```python\n(.*?)```", manual, re.DOTALL)[1]
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
        self.assertEqual((ended.stdout, ended.stderr), ("A1 None [(Decimal('2'), 'Tea')]\n", ""))

    def send(self, port, secret):
        """What the command line comes to when it sends the order as Atlas would: its exit code, and the HTTP status."""
        command = [os.environ["TILLWIRE_PROGRAM"], "send", f"http://127.0.0.1:{port}", "--platform", "atlas"]
        environment = {**os.environ, "TILLWIRE_SECRET": secret}
        body = VECTORS / "atlas/order-event.json"
        sent = subprocess.run([*command, body], env=environment, capture_output=True, text=True)
        return sent.returncode, re.search(r": ([0-9]{3}) ", sent.stdout)[1]

    def test_http_server(self):
        port = free_port()
        secrets = {f"TILL_{platform.name}_SECRET": "secret" for platform in tillwire.Platform}
        receiver = Running([sys.executable, EXAMPLES / "receiver.py", str(port)], port, **secrets)
        fire = (VECTORS / "fire/order-completed.json").read_bytes()
        with tillwire.Verifier(tillwire.Platform.FIRE, "secret") as verifier:
            self.assertEqual(receiver.deliver("/fire", verifier.sign(fire), fire), 200)
            self.assertEqual(receiver.deliver("/fire", verifier.sign(fire), fire[:700]), 401)
        self.assertEqual(receiver.deliver("/atlas", token("secret"), BODY), 200)
        self.assertEqual(receiver.deliver("/atlas", token("secret"), BODY[:700]), 500)
        self.assertEqual(receiver.deliver("/elsewhere", [], BODY), 404)
        printed = receiver.stop()
        fire_ticket = ("ORDER OC-br-001", "total BRL 22.90")
        for line in (*fire_ticket, "ORDER A123", "1 x Chicken bowl", "    1 x Add avocado", "total SGD 35.42"):
            self.assertIn(line + "\n", printed)
        self.assertNotIn("Traceback", printed)

    def test_flask(self):
        with tempfile.TemporaryDirectory() as folder:
            settings = {"TILL_ATLAS_SECRET": "secret", "TILL_DATABASE": str(pathlib.Path(folder, "orders.db"))}
            for action in ("PRINT", "NOTHING"):
                port = free_port()
                command = [WITH_TOOLS, "-m", "flask", "--app", EXAMPLES / "receiver_flask.py", "run", "--port", str(port)]
                receiver = Running(command, port, **settings)
                self.assertEqual(receiver.deliver("/atlas", token("secret"), BODY), 200)
                self.assertEqual(receiver.deliver("/atlas", token("guess"), BODY), 401)
                printed = receiver.stop()
                self.assertRegex(printed, f"order [0-9]+: {action}")
                self.assertIn("refused: ", printed)


    def test_a_receiver_at_a_path_of_a_flask_application(self):
        port = free_port()
        program = (
            "import flask, tillwire; from werkzeug.middleware.dispatcher import DispatcherMiddleware;"
            "verifier = tillwire.Verifier(tillwire.Platform.ATLAS, 'secret'); app = flask.Flask('till');"
            "receiver = tillwire.Receiver(verifier, lambda event: print(event.order.reference));"
            f"app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {{'/atlas': receiver}}); app.run(port={port})"
        )
        served = Running([WITH_TOOLS, "-c", program], port)
        answers = [served.deliver(path, token(text), BODY) for path, text in (("/atlas", "secret"), ("/atlas", "x"), ("/", "x"))]
        self.assertEqual(answers, [200, 401, 404])
        self.assertRegex(served.stop(), r"(?m)^A123$")


class Programs(unittest.TestCase):
    def run_program(self, name, *arguments, **environment):
        ended = subprocess.run(
            [WITH_TOOLS, EXAMPLES / name, *arguments], env={**os.environ, **environment}, capture_output=True, text=True
        )
        return ended.returncode, ended.stdout, ended.stderr

    def test_against_simulated_platforms(self):
        sim = Sim("--orders", "25")
        self.addCleanup(sim.close)
        names = ("KLIKIT_KEY", "KLIKIT_SECRET", "FIRE_API_KEY", "FIRE_ACCOUNT_ID", "FIRE_VENDOR", "FIRE_API")
        account = {name: sim.values[name] for name in names}
        account["KLIKIT_API"] = sim.values["KLIKIT"]
        order_id = sim.ask("orders/klikit")[0]
        code, told, notes = self.run_program("change_status.py", order_id, "accepted", **account)
        self.assertEqual((code, told), (0, f"order {order_id} is accepted, told in 1 attempt(s)\n"))
        self.assertIn("klikit_order_status", notes)
        code, told, _ = self.run_program("change_status.py", "999", "accepted", **account)
        self.assertEqual(code, 1)
        self.assertIn("HTTP 404", told)
        for platform in ("klikit", "fire"):
            with tempfile.TemporaryDirectory() as folder:
                code, told, shown = self.run_program("catch_up.py", platform, folder, **account)
                self.assertEqual(code, 0, shown)
                self.assertGreaterEqual(told.count("order "), 25)
                self.assertRegex(shown, "2[5-9]/2[5-9]")
                again = self.run_program("catch_up.py", platform, folder, **account)
                self.assertEqual(again[:2], (0, ""))
        with tempfile.TemporaryDirectory() as folder:
            sim.tell("fault", {"fault": {"status": 403}, "filter": {"platform": "klikit"}, "times": 1})
            code, told, shown = self.run_program("catch_up.py", "klikit", folder, **account)
            self.assertEqual((code, told), (1, ""), shown)
            self.assertIn("HTTP 403", shown)
            self.assertNotIn("Traceback", shown)
            code, told, shown = self.run_program("catch_up.py", "klikit", folder, **account)
            self.assertEqual(code, 0, shown)
            self.assertGreaterEqual(told.count("order "), 25)

    def test_kitchen_times(self):
        with tempfile.TemporaryDirectory() as folder:
            image = pathlib.Path(folder, "times.png")
            # A repeat counts once.
            body = VECTORS / "fire/order-status-updated.json"
            code, told, shown = self.run_program("kitchen_times.py", image, body, body)
            self.assertEqual((code, told), (0, "Hot kitchen: median 12.4 minutes, n = 1\n"), shown)
            self.assertTrue(image.read_bytes().startswith(b"\x89PNG"))


if __name__ == "__main__":
    unittest.main()

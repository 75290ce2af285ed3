"""The simulated platforms of tests/sim, started for a test; TILLWIRE_SIM is the program."""

import json
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.request

import tillwire


class Sim:
    """Runs until it is closed. `values` is what it printed."""

    def __init__(self, *arguments):
        self._folder = tempfile.TemporaryDirectory()
        ready = pathlib.Path(self._folder.name, "ready")
        self.ca = pathlib.Path(self._folder.name, "ca.pem")
        self._output = open(pathlib.Path(self._folder.name, "output"), "w+", encoding="utf-8")
        command = [os.environ["TILLWIRE_SIM"], "--time-scale", "0.01", "--ready-file", ready, "--ca", self.ca, *arguments]
        self._process = subprocess.Popen(command, stdout=self._output)
        deadline = time.monotonic() + 20
        while not (ready.exists() and ready.stat().st_size):
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError("the simulator did not start")
            time.sleep(0.02)
        self._output.seek(0)
        self.values = dict(line.rstrip("\n").split("=", 1) for line in self._output)

    def tell(self, path, body):
        request = urllib.request.Request(f"{self.values['CONTROL']}/{path}", data=json.dumps(body).encode())
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or b"null")

    def ask(self, path):
        with urllib.request.urlopen(f"{self.values['CONTROL']}/{path}") as answer:
            return json.loads(answer.read())

    def klikit(self, tls="", **settings):
        values = {"key": self.values["KLIKIT_KEY"], "secret": self.values["KLIKIT_SECRET"], **settings}
        return tillwire.klikit.Client(environment=None, api_address=self.values[f"{tls}KLIKIT"], **values)

    def fire(self, **settings):
        return tillwire.fire.Client(
            environment=None,
            api_address=self.values["FIRE_API"],
            app_address=self.values["FIRE_APP"],
            secret=self.values["FIRE_API_KEY"],
            account_id=self.values["FIRE_ACCOUNT_ID"],
            vendor_id=self.values["FIRE_VENDOR"],
            client_id=self.values["FIRE_CLIENT_ID"],
            client_secret=self.values["FIRE_CLIENT_SECRET"],
            **settings,
        )

    def atlas(self, **settings):
        return tillwire.atlas.Client(
            environment=None,
            api_address=self.values["ATLAS"],
            secret=self.values["ATLAS_API_KEY"],
            merchant=self.values["ATLAS_MERCHANT_ID"],
            **settings,
        )

    def close(self):
        self._process.terminate()
        self._process.wait()
        self._output.close()
        self._folder.cleanup()

"""The product as a person starts it: ``anxin demo`` in a place of its own, and a browser."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from anxin.launch.account import public_place
from tests.harness.parts import chromium

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]


@dataclass
class House:
    """A running product: its addresses, its place, its password."""

    port: int
    var: Path
    process: subprocess.Popen
    output: Path

    @property
    def portal(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def workbench(self) -> str:
        return f"http://127.0.0.1:{self.port + 1}"

    @property
    def party(self) -> str:
        return f"http://127.0.0.1:{self.port + 2}"

    @property
    def password(self) -> str:
        return (self.var / "secrets" / "demo_password").read_text()

    def stop(self, by: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(by)
        return self.process.wait(60)


def free_ports() -> int:
    """A port that is free together with the next three: portal, workbench, parties' door, touch screen."""
    while True:
        with contextlib.ExitStack() as held:
            first = held.enter_context(socket.socket())
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                for more in range(1, 4):
                    held.enter_context(socket.socket()).bind(("127.0.0.1", port + more))
            except (OSError, OverflowError):
                continue
            return port


def start(var: Path, port: int) -> House:
    """Start the demonstration and wait until it greets."""
    output = var.parent / "output.txt"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ANXIN_")} | {"ANXIN_VAR": str(var)}
    with output.open("w") as file:
        process = subprocess.Popen([sys.executable, "-m", "anxin", "demo", "--port", str(port)], env=environment,
                                   stdout=file, stderr=subprocess.STDOUT, start_new_session=True)
    deadline = time.monotonic() + 240
    while "Ctrl-C" not in output.read_text():
        assert process.poll() is None, output.read_text()
        assert time.monotonic() < deadline, output.read_text()
        time.sleep(0.1)
    return House(port, var, process, output)


@pytest.fixture(scope="session")
def place():
    """A directory that every account may pass; emptied at the end."""
    from anxin.launch.installation import Installation

    root = public_place("anxin-e2e-")
    yield root
    Installation(root / "var").wipe()
    subprocess.run(["rm", "-rf", str(root)], check=False)


@pytest.fixture(scope="session")
def house(place):
    house = start(place / "var", free_ports())
    yield house
    if house.process.poll() is None:
        house.stop()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    if chromium() is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium(), args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def desk(browser, house):
    """``desk("linxiaoyu")`` is a page of the workbench signed in as that person."""
    contexts = []

    def sign_in(username: str):
        context = browser.new_context(locale="zh-CN", viewport={"width": 1400, "height": 1000})
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{house.workbench}/sign-in/")
        page.get_by_label("登录名").fill(username)
        page.get_by_label("密码").fill(house.password)
        page.get_by_role("button", name="登录", exact=True).click()
        page.wait_for_url(re.compile(r"^(?!.*sign-in)"))
        return page

    yield sign_in
    for context in contexts:
        context.close()

"""What all test runs share: options, required parts, the count that the runner adds up."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.harness.parts import missing, required

PARTS = ("chromium", "postgres15", "libreoffice", "poppler")


def pytest_addoption(parser):
    parser.addoption("--campaign", action="store_true", help="run the long campaigns instead of their samples")


def pytest_configure(config):
    for part in PARTS:
        config.addinivalue_line("markers", f"{part}: needs {part}; skipped without it, failed when REQUIRE names it")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--campaign"):
        for item in items:
            if item.get_closest_marker("campaign"):
                item.add_marker(pytest.mark.skip(reason="long campaign: run with --campaign"))


def pytest_runtest_setup(item):
    for part in PARTS:
        if item.get_closest_marker(part) and (why := missing(part)):
            (pytest.fail if part in required() else pytest.skip)(why)


def pytest_sessionfinish(session):
    """Leave the figures of this run where the runner finds them (``ANXIN_TEST_REPORT``)."""
    report, terminal = os.environ.get("ANXIN_TEST_REPORT"), session.config.pluginmanager.get_plugin("terminalreporter")
    if not report or terminal is None or hasattr(session.config, "workerinput"):
        return
    stats = terminal.stats
    skipped = [str(r.longrepr[2] if isinstance(r.longrepr, tuple) else r.longrepr) for r in stats.get("skipped", ())]
    figures = {
        "passed": len(stats.get("passed", ())) + len(stats.get("xfailed", ())),
        "failed": len(stats.get("failed", ())) + len(stats.get("error", ())),
        "skipped": [reason.removeprefix("Skipped: ") for reason in skipped],
    }
    Path(report).write_text(json.dumps(figures))

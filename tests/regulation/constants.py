"""A pytest plugin: runs a test while the function it names returns a constant, and fails when the test still passes.

    pytest -p tests.regulation.constants --constants TABLE.json SURVIVORS.json TEST...

``TABLE.json`` maps test ids to dotted functions. Three constants are tried for each: None, True, and whatever the
function returned the first time. ``SURVIVORS.json`` gets the [test, function, constant] that nobody noticed.
"""

from __future__ import annotations

import functools
import importlib
import json
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

FIRST = object()
CONSTANTS = (None, True, FIRST)


class Table:
    """What is to be tried, and for each (test, function, constant) whether every case of the test still passed."""

    def __init__(self, source, target):
        self.functions = json.loads(Path(source).read_text("utf-8"))
        self.target = Path(target)
        self.passed = {}
        self.first = {}  # a parametrised test sees the first result of its first case


def pytest_addoption(parser):
    parser.addoption("--constants", nargs=2, metavar=("TABLE", "SURVIVORS"), help="JSON: test id -> dotted functions")


def pytest_configure(config):
    config.constants = Table(*config.getoption("--constants"))


def pytest_sessionfinish(session):
    table = session.config.constants
    table.target.write_text(json.dumps([list(key) for key, passed in table.passed.items() if passed]), "utf-8")


def resolve(path):
    """(owner, name, function) of a dotted path."""
    module, _, name = path.rpartition(".")
    owner = importlib.import_module(module)
    return owner, name, getattr(owner, name)


def constant(function, value, kept):
    @functools.wraps(function)
    def frozen(*args, **kwargs):
        if value is not FIRST:
            return value
        if not kept:
            kept.append(function(*args, **kwargs))
        return kept[0]

    return frozen


@contextmanager
def replaced(path, value, kept):
    """Every module that holds the function under some name holds the constant instead."""
    _, _, function = resolve(path)
    frozen = constant(function, value, kept)
    holders = [(m, n) for m in list(sys.modules.values()) if m for n, held in list(vars(m).items()) if held is function]
    try:
        for module, name in holders:
            setattr(module, name, frozen)
        yield
    finally:
        for module, name in holders:
            setattr(module, name, function)


def _passes(item, path, value, kept):
    with replaced(path, value, kept):
        try:
            item.obj(**{name: item.funcargs[name] for name in item._fixtureinfo.argnames})
        except KeyboardInterrupt:
            raise
        except BaseException:
            return False
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    table, test = pyfuncitem.config.constants, pyfuncitem.nodeid.partition("[")[0]
    for path in table.functions[test]:
        for value in CONSTANTS:
            key = (test, path, "its first result" if value is FIRST else repr(value))
            passed = _passes(pyfuncitem, path, value, table.first.setdefault((test, path), []))
            table.passed[key] = table.passed.get(key, True) and passed
    return True

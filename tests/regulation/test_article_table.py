"""The article table is whole and honest: every article has a test, every test exists and would notice a stub."""

import json
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

from anxin.regulation import articles, rules
from tests.regulation.constants import resolve

ROOT = Path(__file__).parents[2]
CARRIERS = sorted({c for row in articles.table() for c in row.carriers}, key=lambda c: c.test)
WINGS = {"tests/inner": "inner", "tests/outer": "outer"}


def test_each_of_the_28_articles_stands_once_with_its_words_and_a_test():
    assert [row.number for row in articles.table()] == list(range(1, 29))
    assert all(row.carriers and row.does for row in articles.table())
    assert all(row.text == rules.article_text(str(row.number)) for row in articles.table())


def test_every_named_function_exists():
    assert [c.function for c in CARRIERS if room(c) == "pure" and not callable(resolve(c.function)[2])] == []


def test_the_page_is_what_the_source_says():
    assert (ROOT / "docs" / "articles.md").read_text("utf-8") == articles.markdown()


def room(carrier):
    """Which test run a carrier belongs to: a Django wing has its own settings."""
    return next((wing for folder, wing in WINGS.items() if carrier.test.startswith(folder + "/")), "pure")


def survivors(carriers, folder):
    """[test, function, constant] that nobody notices; fails when a test does not exist."""
    table = {test: sorted(c.function for c in group) for test, group in groupby(carriers, key=lambda c: c.test)}
    source, target = folder / "table.json", folder / "survivors.json"
    source.write_text(json.dumps(table), "utf-8")
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.regulation.constants",
            "--constants",
            str(source),
            str(target),
            *table,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads(target.read_text("utf-8"))


def test_no_named_test_passes_while_its_function_returns_a_constant(tmp_path):
    assert survivors([c for c in CARRIERS if room(c) == "pure"], tmp_path) == []


def test_a_test_that_would_not_notice_or_does_not_exist_is_found(tmp_path):
    def stub(name):
        return articles.Carrier("anxin.regulation.vocabulary.values", f"tests/regulation/stubs.py::{name}")

    careless, once = "test_that_asserts_nothing_of_the_function", "test_that_asks_once"
    found = {
        (test.rpartition("::")[2], constant) for test, _, constant in survivors([stub(careless), stub(once)], tmp_path)
    }
    assert found == {(careless, "None"), (careless, "True"), (careless, "its first result"), (once, "its first result")}
    with pytest.raises(AssertionError, match="test_missing"):
        survivors([stub("test_missing")], tmp_path)

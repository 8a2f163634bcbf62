"""The command line itself."""

import pytest

from anxin.cli import main
from anxin.launch import testrun


@pytest.mark.parametrize("arguments", [["--campaign"], ["-k", "期限"], ["tests/inner", "-k", "期限"], []])
def test_what_is_pytest_s_reaches_it_even_when_an_option_comes_first(arguments, monkeypatch):
    seen = []
    monkeypatch.setattr(testrun, "run", lambda given: seen.append(given) or 0)
    assert main(["test", *arguments]) == 0
    assert seen == [arguments]

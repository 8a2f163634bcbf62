"""Every decision table holds for the 2014 trial set."""

import pytest

from anxin.regulation import rules
from tests.regulation.tables import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_rules_of_2014_decide_as_the_articles_say(name):
    assert TABLES[name](rules.load("2014-trial")) == []

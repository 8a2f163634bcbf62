"""Tests that would not notice a stub; not collected by name, only to show that the article table's check finds them."""

from anxin.regulation import rules, vocabulary


def test_that_asserts_nothing_of_the_function():
    vocabulary.values(rules.load("2014-trial"), "vocabulary.channel")


def test_that_asks_once():
    assert vocabulary.values(rules.load("2014-trial"), "vocabulary.channel")[0] == "互联网"

"""The two helpers of all detectors."""

import re

from anxin.redaction.detectors.item import holds, matches


def test_holds_any_of_the_words():
    assert holds("患有哮喘", ("孕", "喘"))
    assert not holds("患有哮喘", ("孕",))
    assert not holds("", ("孕",))


def test_matches_are_those_of_the_whole_pattern():
    text, whole = "张三李四张三丰张", re.compile("张三丰?|李四")
    assert [m.span() for m in matches(text, re.compile("[张李]"), whole)] == [m.span() for m in whole.finditer(text)]

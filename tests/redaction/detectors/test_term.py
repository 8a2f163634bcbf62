"""Terms that the handler marked (Art 20(4))."""

from anxin.redaction.detectors import term
from tests.redaction.helpers import case, masked


def test_marked_terms_go():
    people = case(protected_terms=[{"text": "溶剂回收工艺包", "article": "20(4)"}])
    assert "回收" not in masked("涉案技术为溶剂 回收工艺包。", people)


def test_every_place_of_a_term_goes_and_an_empty_one_none():
    assert [(i.start, i.end) for i in term.find("配方甲，又称配方甲。", ["配方甲", "", " "])] == [(0, 3), (6, 9)]

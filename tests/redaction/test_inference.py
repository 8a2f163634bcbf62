"""What follows only from reasoning (Article 20(5)) is asked about, by type; parameters of bare surnames and named homes."""

import pytest

from anxin.redaction import law as laws
from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse
from anxin.regulation.case import Case

LONG = {"type": "有期徒刑", "months": 60, "probation_months": 0}
CASE = Case.from_json({"judgment_effective": True, "participants": [
    {"name": "谭永福", "role": "defendant", "sentence": LONG}, {"name": "何晓燕", "role": "victim"},
]})


def types(text):
    return {d.type for d in analyse(text, "起诉书", CASE).doubts}


@pytest.mark.parametrize(("text", "kind"), [
    ("被害人何晓燕系谭永福的前妻。", "kinship_chain"), ("被害人何晓燕是石桥村唯一一名兽医。", "unique_post"),
    ("被害人何晓燕，时任石桥镇水管所所长。", "unique_post"), ("何晓燕系三年级（2）班班主任。", "school_class"),
    ("何晓燕就是前述举报人。", "same_file"),
])
def test_clauses_that_give_a_hidden_person_away_are_asked_about(text, kind):
    assert kind in types(text)


@pytest.mark.parametrize("text", ["谭永福系石桥镇水管所所长。", "本院唯一的意见如上。", "谭永福的父亲到场。", "三年级（2）班学生当日放假。"])
def test_where_nobody_is_hidden_nothing_is_asked(text):
    assert not types(text) & {"kinship_chain", "unique_post", "school_class", "same_file"}


def test_doubts_come_by_risk_and_each_is_a_sentence_that_says_what_to_decide():
    doubts = analyse("被害人何晓燕系谭永福的前妻，是石桥村唯一一名兽医。", "起诉书", CASE).doubts
    assert [d.risk for d in doubts] == sorted((d.risk for d in doubts), reverse=True)
    assert all(d.sentence.endswith("。") and ("请" in d.sentence) for d in doubts)


def test_a_doubt_about_somebody_offers_the_span_that_would_hide_him():
    doubt = next(d for d in analyse("扣押李宁运动鞋两双、电视一台。", "起诉书", CASE).doubts if d.type == "unknown_person")
    assert doubt.suggestion is not None
    assert doubt.suggestion.replacement == "某某"
    assert doubt.suggestion.article


def public(text, monkeypatch, **parameters):
    rules = laws.load(laws.DEFAULT)
    monkeypatch.setattr(laws, "_parameters", lambda box: {**laws.masking.parameters(rules), **parameters})
    return apply(analyse(text, "起诉书", CASE).spans, text)


def test_bare_surnames_stay_unless_the_rule_set_hides_them(monkeypatch):
    text = "被害人何晓燕到庭。何供述一致，老何、何女士在场；谭供述如前。"
    assert "何供述" in public(text, monkeypatch)
    hidden = public(text, monkeypatch, bare_surnames="mask")
    assert "某供述一致，老某、某女士" in hidden
    assert "谭供述" in hidden  # his name stays, and so does his surname


def test_the_home_of_a_named_defendant_stays_only_where_the_rule_set_says_so(monkeypatch):
    text = "被告人谭永福，男，住安徽省黟县碧阳镇石桥村二组15号。\n被害人何晓燕，住安徽省黟县碧阳镇石桥村三组16号。"
    assert "15号" not in public(text, monkeypatch)
    kept = public(text, monkeypatch, named_defendant_home="keep")
    assert "15号" in kept
    assert "16号" not in kept

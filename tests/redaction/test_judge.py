"""People whom neither the case data nor the structure names: odds of a name against words, and the scored judgment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.redaction import judge, odds
from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse
from anxin.redaction.view import View
from anxin.regulation.case import Case


def best(run):
    """The likeliest name of the run."""
    reading = odds.Reading(run, 0)
    places = [(a, a + n) for a in range(len(run)) for n in (2, 3) if a + n <= len(run) and run[a] in odds.surnames()]
    return max((reading.odds(a, b), run[a:b]) for a, b in places)[1]


@pytest.mark.parametrize(("run", "name"), [
    ("昨日王强盗窃电缆", "王强"), ("厨师傅洁作证", "傅洁"), ("随后谭永福驾车离开", "谭永福"), ("把钱交给何晓燕保管", "何晓燕"),
])
def test_a_name_is_what_words_explain_worst(run, name):
    assert best(run) == name


def test_words_alone_have_no_stretch_that_nothing_explains():
    assert odds.Reading("经依法审查查明上述事实", 0).loose() == []
    assert odds.Reading("邻座旦增曲珍听孩子哭喊", 0).loose() == [(2, 7)]


@given(st.text("王强盗窃电缆旦增曲珍经依法审查的了", max_size=30))
def test_both_ends_of_a_reading_agree(run):
    reading = odds.Reading(run, 0)
    whole = reading.behind[0]
    assert reading.before[len(run)] == pytest.approx(whole)
    assert all(reading.before[i] + reading.behind[i] <= whole + 1e-6 for i in range(len(run) + 1))


def masked(text):
    result = analyse(text, "起诉书", Case())
    return apply(result.spans, text), {d.expected for d in result.doubts}


# Nobody says who these people are: no title, no role, no list.
@pytest.mark.parametrize(("text", "name"), [
    ("雨停以后，谭永福把三轮车推到坡下。", "谭永福"),
    ("晚上八点，两人去找聂小凤要钱。", "聂小凤"),
    ("现场遗留的烟头上检出了郝建平的生物成分。", "郝建平"),
    ("钥匙一直由呙文秀保管。", "呙文秀"),
    ("那辆车后来过户到陈林小曼名下。", "陈林小曼"),
    ("被后面追来的韦国栋用扁担打中肩膀。", "韦国栋"),
    ("货车驾驶室内的阮文杰已逃离，现场只剩沙吾列提。", "沙吾列提"),
    ("经比对，瓶口的唾液斑与米尔扎提分型一致。", "米尔扎提"),
    ("给付农晓虹三万元，给付覃斌两万元。", "覃斌"),
    ("另有一名叫阿龙的男子在场。", "阿龙"),
    ("苗红在门外放风，高山进屋翻找。", "高山"),
    ("旦增曲珍当晚没有回家，第二天有人看见旦增曲珍在车站。", "旦增曲珍"),
])
def test_who_is_only_mentioned_is_masked_or_asked_about(text, name):
    out, asked = masked(text)
    assert name not in out or name in asked


@pytest.mark.parametrize("text", [
    "经依法审查查明，上述款项已经全部退还。", "本案事实清楚，证据确实、充分，应当以盗窃罪追究刑事责任。",
    "现场位于市政府南侧的高速公路收费站，距离加油站约三百米。", "扣押金项链一条、手机两部，随案移送。", "其行为严重扰乱了市场经营秩序。",
    "王守义十三香一箱、李宁运动鞋两双。", "由张小泉刀剪专柜提供了监控。", "二〇一五年离婚，二〇一六年再婚。",
])
def test_plain_sentences_stay(text):
    assert masked(text)[0] == text


def test_the_score_of_a_candidate_grows_with_what_speaks_for_it():
    text = "谭永福离开。谭永福离开。"
    once = {c.name: c for c in judge.survey(View("谭永福离开。"), {}, ()).candidates}["谭永福"]
    twice = {c.name: c for c in judge.survey(View(text), {}, ()).candidates}["谭永福"]
    assert twice.base > once.base
    assert twice.score(2) > twice.score(0)
    sure = judge.Candidate(0, 3, "谭永福", once.base, 0.0)
    assert sure.score(1) > once.score(0) > judge.Candidate(0, 3, "谭永福", once.base, -9.0).score(0)


def test_what_is_between_both_thresholds_is_asked_about_and_never_masked():
    survey = judge.survey(View("甲乙丙丁"), {}, ())
    middle = judge.Candidate(0, 2, "甲乙", (judge.MASK + judge.ASK) / 2 + 2.2)
    low = judge.Candidate(2, 4, "丙丁", judge.ASK - 1 + 2.2)
    survey.candidates = [middle, low]
    verdict = judge.decide(survey)
    assert verdict.unsure == [(0, 2)]
    assert not verdict.names

"""Illness by what is said before it; injuries stay."""

import pytest

from anxin.redaction.detectors import health


@pytest.mark.parametrize(("text", "gone"), [
    ("自述诊断为精神发育迟滞，未能到庭。", "精神发育迟滞"), ("据医院证明曾患脑梗死。", "脑梗死"), ("因流产住院，不宜羁押。", "因流产住院"), ("确诊癔症，", "癔症"), ("检出HIV抗体阳性。", "HIV抗体阳性"),
])
def test_an_illness_goes(text, gone):
    assert gone in {text[i.start:i.end] for i in health.find(text)}


@pytest.mark.parametrize("text", ["经诊断为左侧肋骨骨折，", "鉴定为轻伤二级。", "血液中检出乙醇，", "患者家属报警。"])
def test_injuries_and_facts_stay(text):
    assert not health.find(text)

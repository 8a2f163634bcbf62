"""Results of injuries and blood alcohol: kept, asked or masked, as the rule set's parameter says (Art 22, 27)."""

from dataclasses import replace

import pytest

from anxin.redaction.apply import apply
from anxin.redaction.detectors import injury
from anxin.redaction.engine import analyse
from anxin.regulation.rules import load
from tests.redaction.helpers import case

TEXT = "经鉴定，其损伤程度为轻伤二级。血液中酒精含量为156.7mg/100ml。"


def rules(value):
    """The rule set in force with another value of the parameter."""
    national = load("2014-trial")
    rows = tuple(
        replace(e, values={**e.values, "value": value}) if e.values["name"] == "injury_results" else e
        for e in national.table("parameter")
    )
    return replace(national, tables={**national.tables, "parameter": rows})


@pytest.mark.parametrize(("text", "found"), [
    ("鉴定为轻微伤。", ["轻微伤"]), ("属轻伤（二）级，", ["轻伤（二）级"]), ("构成十级伤残。", ["十级伤残"]), ("乙醇含量80毫克/100毫升", ["80毫克/100毫升"]), ("过失致人重伤罪", []), ("犯故意伤害罪，", []), ("醉酒驾驶，", []),
])
def test_results_and_what_is_none(text, found):
    assert [text[i.start:i.end] for i in injury.find(text)] == found


def test_keep_leaves_them():
    assert apply(analyse(TEXT, "起诉书", case(), rules("keep"), net=False).spans, TEXT) == TEXT


def test_mask_hides_them():
    public = apply(analyse(TEXT, "起诉书", case(), rules("mask"), net=False).spans, TEXT)
    assert "二级" not in public
    assert "156.7" not in public
    assert "酒精含量为" in public


def test_ask_leaves_them_and_asks():
    result = analyse(TEXT, "起诉书", case(), rules("ask"), net=False)
    assert [d.expected for d in result.doubts if d.type == "injury_result"] == ["轻伤二级", "156.7mg/100ml"]
    assert result.spans == ()
    assert all(d.suggestion for d in result.doubts)

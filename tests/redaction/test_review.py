"""A reviewer's decisions over the engine's spans."""

import pytest

from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse
from anxin.redaction.review import ReviewDecision, ReviewError, add_everywhere, mentions, merge
from tests.redaction.helpers import case

TEXT = "证人苗春生证实，苗春生到庭，村 口商店已关闭，村口商店无人。"
RESULT = analyse(TEXT, "起诉书", case(), net=False)


def test_a_selected_value_is_found_everywhere_however_it_is_written():
    assert [TEXT[a:b] for a, b in mentions(TEXT, "村口商店")] == ["村 口商店", "村口商店"]


def test_reject_change_and_add():
    first, second = RESULT.spans
    selected = ReviewDecision(
        TEXT.index("村口商店"),
        TEXT.index("村口商店") + 4,
        "村口商店",
        "add",
        article="20(5)",
        replacement="（略）",
        by="u1",
    )
    decisions = [
        {"start": first.start, "end": first.end, "expected": first.expected, "action": "reject"},
        {
            "start": second.start,
            "end": second.end,
            "expected": second.expected,
            "action": "change",
            "replacement": "苗某",
        },
        *add_everywhere(TEXT, selected),
    ]
    assert apply(merge(RESULT, decisions, TEXT), TEXT) == "证人苗春生证实，苗某到庭，（略）已关闭，（略）无人。"


def test_an_addition_without_an_article_is_refused():
    with pytest.raises(ReviewError, match="条文"):
        merge(RESULT, [{"start": 0, "end": 2, "expected": "证人", "action": "add"}], TEXT)


def test_a_decision_over_another_text_is_refused():
    with pytest.raises(ReviewError, match="不一致"):
        merge(RESULT, [{"start": 0, "end": 2, "expected": "被告", "action": "add", "article": "20(6)"}], TEXT)

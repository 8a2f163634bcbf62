"""From spans to the public text, and the proof (Art 22)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.redaction.apply import ApplyError, apply, apply_with_map, equal_outside, marks, replay
from anxin.redaction.model import Span


def span(text: str, start: int, end: int, replacement: str = "某某") -> Span:
    return Span(start, end, text[start:end], "name", "19(1)", replacement)


@st.composite
def texts_and_spans(draw):
    text = draw(st.text("甲乙丙丁1\u200b\ue000", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    pairs = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, [span(text, a, b, draw(st.sampled_from(["", "*", "某某", "********"]))) for a, b in pairs]


@given(texts_and_spans())
def test_the_public_text_is_the_original_outside_of_the_spans(drawn):
    text, spans = drawn
    public, places = apply_with_map(spans, text)
    assert replay(text, public, spans)
    assert equal_outside(text, public, spans)
    assert [public[a:b] for _, _, a, b in places] == [s.replacement for s in spans]
    assert [(a, b) for a, b, _, _ in marks(spans)] == [(a, b) for _, _, a, b in places]


@given(texts_and_spans(), st.integers(0, 80), st.sampled_from("戊9"))
def test_any_other_change_is_seen(drawn, where, char):
    text, spans = drawn
    public = apply(spans, text)
    where %= len(public) + 1
    assert not replay(text, public[:where] + char + public[where:], spans)


def test_a_changed_original_is_refused_without_quoting_it():
    with pytest.raises(ApplyError) as refusal:
        apply([span("张三到庭", 0, 2)], "李四到庭")
    assert "张三" not in str(refusal.value)


def test_overlaps_are_refused():
    with pytest.raises(ApplyError, match="重叠"):
        apply([span("张三到庭", 0, 2), span("张三到庭", 1, 3)], "张三到庭")

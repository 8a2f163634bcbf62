"""Both texts beside each other: nothing lost, rows level, offsets true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from anxin.inner.workbench.sidebyside import rows
from anxin.redaction.apply import apply
from anxin.redaction.model import Doubt, Span


def _span(text, start, end, replacement="张某某"):
    return Span(start, end, text[start:end], "name", "19(1)", replacement)


def _joined(table, column):
    return "\n".join("".join(p.text for p in getattr(row, column)) for row in table)


def test_each_paragraph_is_one_row_with_its_public_text_beside_it():
    text = "被告人张三\n住黟县宏村"
    table = rows(text, [_span(text, 3, 5)], [])
    assert [[p.text for p in row.public] for row in table] == [["被告人", "张某某"], ["住黟县宏村"]]


def test_a_line_break_inside_a_masked_number_does_not_push_the_columns_apart():
    text = "身份证3410\n2319，住址\n完"
    table = rows(text, [_span(text, 3, 12, "****")], [])
    assert len(table) == 2
    assert _joined(table, "public") == "身份证****，住址\n完"


def test_a_doubt_is_marked_once_and_keeps_its_number():
    text = "证人高峰作证，高峰称"
    doubt = Doubt("common_word", 2, 4, "高峰", "是人名吗？")
    pieces = [p for row in rows(text, [], [(7, doubt)]) for p in row.original]
    assert [(p.text, p.doubt) for p in pieces if p.doubt is not None] == [("高峰", 7)]


@st.composite
def processed(draw):
    text = draw(st.text("张三李四𠮷\n\v\t 。1", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [
        _span(text, a, b, draw(st.sampled_from(["某某", "****"]))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    places = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 5)), max_size=3))
    doubts = [(i, Doubt("x", a, min(len(text), a + n), text[a : a + n], "？")) for i, (a, n) in enumerate(places)]
    return text, spans, doubts


@given(processed())
def test_the_page_shows_exactly_the_two_texts_at_their_offsets(case):
    text, spans, doubts = case
    table = rows(text, spans, doubts)
    shown = str.maketrans("\v", "\n")
    assert _joined(table, "public") == apply(spans, text).translate(shown)
    for row in table:
        for piece in row.original:
            assert piece.text == text[piece.start : piece.end].translate(shown)
    masked_breaks = sum(s.expected.count("\n") for s in spans)
    assert len(table) == text.count("\n") - masked_breaks + 1

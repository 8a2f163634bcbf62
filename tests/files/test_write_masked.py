"""A public document is the original's structure over apply(spans, original), and hides nothing (Articles 19-22)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.files.model import Document, Hidden, Paragraph, Run, Section
from anxin.files.write.masked import masked, running_heads
from anxin.redaction.model import Span
from tests.files.documents import Text, indictment, span


def texts(document: Document) -> list[str]:
    return [document.text[p.start:p.end] for p in document.paragraphs()]


def test_a_name_over_two_runs_is_replaced_and_marked_once():
    document = indictment()
    public = masked(document, [span(document, "裴大川", "裴某某", "19(3)")])
    assert "被告人裴某某，公民身份号码" in public.text
    assert [(public.text[m.start:m.end], m.article) for m in public.marks] == [("裴某某", "19(3)")]
    paragraph = next(p for p in public.paragraphs() if "裴某某" in public.text[p.start:p.end])
    assert "".join(public.text[r.start:r.end] for r in paragraph.runs) == public.text[paragraph.start:paragraph.end]


def test_a_span_over_a_line_end_leaves_the_rest_of_both_paragraphs():
    t = Text()
    document = t.document(("body", [t.paragraph("号码1101"), t.paragraph("0199为证")]))
    public = masked(document, [span(document, "1101\n0199", "****")])
    assert public.text == "号码****为证"
    assert texts(public) == ["号码****", "为证"]


def test_hidden_content_and_sources_are_dropped():
    t = Text()
    paragraph = t.paragraph(("正文", {"source": "word/document.xml#p1.r1"}), numbering="一、")
    document = t.document(("body", [paragraph]), hidden=(Hidden("comment", "word/comments.xml", "秘密", "批注"),))
    public = masked(document, [])
    assert public.hidden == ()
    assert [(r.source, p.numbering) for p in public.paragraphs() for r in p.runs] == [("", "")]


def test_running_heads_masked_with_nothing_leave_no_section_and_no_line():
    document = indictment()
    spans = [Span(a, b, document.text[a:b], "running_head", "20(6)", "") for a, b in running_heads(document)]
    public = masked(document, spans)
    assert [s.kind for s in public.sections] == ["body", "textbox", "body", "footnote"]
    assert public.text.startswith("宁河市临江区人民检察院\n")
    assert public.text.endswith("户籍材料见卷二。")
    assert public.marks == ()


@pytest.mark.parametrize("spans", [
    [Span(0, 2, "甲乙", "name", "19(1)", "某"), Span(1, 3, "乙丙", "name", "19(1)", "某")],
    [Span(0, 2, "乙甲", "name", "19(1)", "某")],
    [Span(2, 9, "丙丁……………", "name", "19(1)", "某")],
])
def test_overlapping_or_changed_text_is_refused(spans):
    document = Document("甲乙丙丁", (Section("body", (Paragraph(0, 4, (Run(0, 4),)),)),))
    with pytest.raises(ValueError, match="屏蔽位置"):
        masked(document, spans)


@given(st.lists(st.text("甲乙丙1\v", max_size=8), min_size=1, max_size=5), st.data())
def test_paragraphs_always_lie_in_order_and_cover_the_public_text(lines, data):
    t = Text()
    document = t.document(("body", [t.paragraph(line) for line in lines]))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(document.text)), max_size=6)))
    spans = [Span(a, b, document.text[a:b], "name", "20(1)", data.draw(st.sampled_from(["", "某", "****"])))
             for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    public = masked(document, spans)
    kept = list(document.text)
    for s in reversed(spans):
        kept[s.start:s.end] = s.replacement
    assert public.text == "".join(kept)
    position = 0
    for p in public.paragraphs():
        assert p.start in (position, position + 1)
        assert p.start <= p.end
        assert all(p.start <= r.start < r.end <= p.end for r in p.runs)
        position = p.end
    assert public.text[position:].strip("\n") == ""

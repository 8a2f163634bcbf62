"""Leaks planted in documents that are otherwise masked: the verifier finds each, in whatever form it comes back."""

from importlib import resources

import pytest

from anxin.redaction.apply import apply_with_map
from anxin.redaction.engine import analyse
from anxin.redaction.verify import protected_values, verify
from anxin.regulation.case import Case
from anxin.regulation.rules import load
from tests.redaction.generate import generate, inputs

_WIDE = {ord(c): chr(ord(c) + 0xFEE0) for c in map(chr, range(0x21, 0x7F))}
_LINES = resources.files("anxin.redaction").joinpath("data/traditional.txt").read_text(encoding="utf-8").split()
_TRADITIONAL = {ord(line[1]): line[0] for line in _LINES if len(line) == 2}
FORMS = {
    "plain": lambda v: v,
    "spaces": " ".join,
    "full width": lambda v: v.translate(_WIDE),
    "traditional": lambda v: v.translate(_TRADITIONAL),
    "zero width": "\u200b".join,
    "line break": lambda v: f"{v[:1]}\n　　{v[1:]}",
    "page between": lambda v: f"{v[:1]}\n- 12 -\n{v[1:]}",
    "strokes": "-".join,
}
UNSEEN = ("birth", "inference")  # parts of dates and whole clauses are no values to look for


def masked(row):
    """(public text, places of the masks in it, protected values) of one generated document."""
    row = inputs(row)
    case = Case.from_json(row["case"])
    result = analyse(row["text"], row["doc_type"], case, net=False)
    public, places = apply_with_map(result.spans, row["text"])
    return public, list(zip(result.spans, places, strict=True)), protected_values(result, case, row["text"])


@pytest.fixture(scope="module", params=["a", "b", "c"])
def documents(request):
    return [masked(row) for row in generate(31, 40 if request.config.getoption("--campaign") else 3, request.param, dense=True)]


@pytest.mark.parametrize("form", FORMS)
def test_every_planted_value_is_found_where_it_stands(documents, form):
    missed = []
    for public, places, values in documents:
        seen = set()
        for span, (_, _, start, end) in places:
            if span.kind in UNSEEN or len(span.expected.strip()) < 2 or span.kind in seen:
                continue
            seen.add(span.kind)
            planted = FORMS[form](" ".join(span.expected.split()))
            text = public[:start] + planted + public[end:]
            if not any(h.start < start + len(planted) and start < h.end for h in verify(text, values, load("2014-trial"))):
                missed.append((span.kind, len(span.expected)))
    assert missed == []


def test_a_value_in_the_title_is_found(documents):
    for _, places, values in documents:
        for span, _ in places:
            if span.kind in ("name", "phone", "id_card"):
                assert verify(f"起诉书（{span.expected}诈骗案）", values)


def test_numbers_that_nobody_listed_are_found_by_their_shape():
    for _, places, _ in [masked(row) for row in generate(33, 2, "a", dense=True)]:
        for span, _ in places:
            if span.kind in ("id_card", "phone", "email") and span.expected.isascii() and span.expected.isalnum():
                assert verify(f"前文{span.expected}。", []), span.kind

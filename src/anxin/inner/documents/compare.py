"""This version beside the one published before: masks and words that differ (after a correction or a withdrawal)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from anxin.inner.documents.models import Draft, Publication
from anxin.inner.documents.processing import Processing
from anxin.redaction.model import Span

Piece = tuple[str, bool]
"""Words, and whether they differ from the other side."""


@dataclass(frozen=True)
class Row:
    """One paragraph of both texts; an empty side has no such paragraph."""

    before: list[Piece]
    after: list[Piece]
    changed: bool


@dataclass(frozen=True)
class MaskChange:
    """Places that only one version masks, or that the two replace otherwise, in the same way. No original words."""

    kind: str
    before: str
    after: str
    article: str
    times: int


@dataclass(frozen=True)
class Comparison:
    previous: Publication
    rows: list[Row]
    masks: list[MaskChange]
    same_original: bool

    @property
    def changed(self) -> int:
        return sum(row.changed for row in self.rows)


def previous(draft: Draft) -> Publication | None:
    """The version published before this draft: of the same document, else of its earlier version in the case."""
    document = draft.document
    own = Publication.objects.filter(draft=draft).first()
    rows = Publication.objects.filter(document__case=document.case, document__doc_type=document.doc_type,
                                      document__number=document.number)  # fmt: skip
    if own is not None:
        rows = rows.filter(pk__lt=own.pk)
    return rows.select_related("document").order_by("-pk").first()


def compare(draft: Draft) -> Comparison | None:
    """The comparison, None when nothing was published before. Raises ValueError when a text can't be made."""
    earlier = previous(draft)
    if earlier is None:
        return None
    processing = Processing(draft)
    same = earlier.document_id == draft.document_id
    masks = mask_changes([Span.from_json(s) for s in earlier.spans], processing.spans) if same else []
    return Comparison(earlier, rows(earlier.text, processing.public_text), masks, same)


def rows(before: str, after: str) -> list[Row]:
    """Both texts paragraph by paragraph, level with each other."""
    left, right = before.split("\n"), after.split("\n")
    found: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Row([(line, False)], [(line, False)], False) for line in left[a:b]]
            continue
        for index in range(max(b - a, d - c)):
            old = left[a + index] if a + index < b else ""
            new = right[c + index] if c + index < d else ""
            found.append(Row(*_words(old, new), True))
    return found


def _words(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    before, after = [], []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before += [(old[a:b], tag != "equal")] if a < b else []
        after += [(new[c:d], tag != "equal")] if c < d else []
    return before, after


def mask_changes(before: Sequence[Span], after: Sequence[Span]) -> list[MaskChange]:
    """What is masked otherwise than before, in the order of the text; equal changes are counted, not repeated."""
    old, new = ({(s.start, s.end): s for s in side} for side in (before, after))
    found: Counter[tuple[str, str, str, str]] = Counter()
    for place in sorted({*old, *new}):
        was, now = old.get(place), new.get(place)
        if was and now and (was.replacement, was.article) == (now.replacement, now.article):
            continue
        one = now or was
        assert one is not None
        before, after = (side.replacement if side else "未屏蔽" for side in (was, now))
        found[one.kind, before, after, one.article] += 1
    return [MaskChange(*change, times) for change, times in found.items()]

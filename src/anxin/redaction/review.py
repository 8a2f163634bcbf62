"""What a reviewer does to the engine's result: accept, reject, change, add. Decisions are data; the engine's spans stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from anxin.redaction.model import Analysis, Span
from anxin.redaction.names import key
from anxin.redaction.view import View

ACTIONS = ("accept", "reject", "change", "add")


class ReviewError(ValueError):
    """A decision that does not fit the text; the message is for the reviewer."""


@dataclass(frozen=True)
class ReviewDecision:
    """One decision at one place of the original. ``expected`` is the text there; ``by`` who decided."""

    start: int
    end: int
    expected: str
    action: str
    replacement: str = ""
    article: str = ""
    reason: str = ""
    by: str = ""
    kind: str = ""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ReviewDecision:
        return cls(**{k: v for k, v in data.items() if k in cls.__dataclass_fields__})


def mentions(text: str, value: str) -> list[tuple[int, int]]:
    """Every place of the original where the value is written, also with spaces, other widths or line breaks in it."""
    wanted = key(value)
    if not wanted:
        return []
    view = View(text)
    places = []
    at = view.text.find(wanted)
    while at >= 0:
        places.append(view.span(at, at + len(wanted)))
        at = view.text.find(wanted, at + len(wanted))
    return places


def add_everywhere(text: str, decision: ReviewDecision) -> list[ReviewDecision]:
    """The same addition for all other mentions of the selected value, the selected place among them."""
    places = set(mentions(text, decision.expected)) | {(decision.start, decision.end)}
    return [replace(decision, start=a, end=b, expected=text[a:b]) for a, b in sorted(places)]


def merge(
    analysis: Analysis, decisions: Iterable[ReviewDecision | Mapping[str, Any]], text: str | None = None
) -> tuple[Span, ...]:
    """The engine's spans as the reviewer left them, in order, never overlapping; later decisions win.

    A doubt that is accepted adds its suggestion. With ``text`` every decision is checked against it.
    """
    spans: dict[tuple[int, int], Span] = {(s.start, s.end): s for s in analysis.spans}
    offered = {(d.start, d.end): d.suggestion for d in analysis.doubts if d.suggestion}
    for raw in decisions:
        decision = raw if isinstance(raw, ReviewDecision) else ReviewDecision.from_json(raw)
        _check(decision, text)
        place = (decision.start, decision.end)
        if decision.action == "reject":
            spans.pop(place, None)
            continue
        base = spans.get(place) or offered.get(place)
        if decision.action == "accept":
            if base is None:
                raise ReviewError(f"第 {decision.start} 字处没有可以接受的屏蔽。")
            spans[place] = replace(base, decided_by=decision.by or base.decided_by)
            continue
        span = _written(decision, base)
        for other in [p for p in spans if p[0] < span.end and span.start < p[1]]:
            del spans[other]
        spans[place] = span
    return tuple(spans[place] for place in sorted(spans))


def _check(decision: ReviewDecision, text: str | None) -> None:
    if decision.action not in ACTIONS:
        raise ReviewError(f"没有这种处理：{decision.action}。")
    if len(decision.expected) != decision.end - decision.start or (
        text is not None and text[decision.start : decision.end] != decision.expected
    ):
        raise ReviewError(f"第 {decision.start} 字处的原文与处理时不一致，请重新打开文书。")


def _written(decision: ReviewDecision, base: Span | None) -> Span:
    """The span of a change or an addition; both must cite their article."""
    article = decision.article or (base.article if base else "")
    if not article:
        raise ReviewError("增加屏蔽必须写明依据的条文（第十九条或者第二十条）。")
    replacement = decision.replacement or (base.replacement if base else "****")
    kind = decision.kind or (base.kind if base else "other")
    return Span(
        decision.start,
        decision.end,
        decision.expected,
        kind,
        article,
        replacement,
        base.rule if base else "",
        base.person if base else None,
        1.0,
        decision.reason or (base.sentence if base else ""),
        decision.by or "reviewer",
    )

"""Where a person has to decide: few, typed, ordered by what a wrong answer would cost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping

from anxin.redaction.mentions import Mention
from anxin.redaction.model import Doubt, Span
from anxin.redaction.view import View

RISK = {
    "unknown_sentence": 90,
    "same_name": 80,
    "kinship_chain": 70,
    "common_word": 60,
    "unique_post": 56,
    "same_file": 54,
    "school_class": 52,
    "unknown_person": 50,
    "unknown_home": 48,
    "decision": 85,
    "numeric_unclear": 30,
    "injury_result": 20,
}
_SENTENCES = {
    "common_word": "“{0}”既是人名也是普通词语，请看这里指的是不是人。",
    "same_name": "有两个人都叫“{0}”，请确定这里指的是哪一个；决定前按应当匿名的人处理。",
    "unknown_person": "“{0}”可能是没有登记的人的姓名，请看是否需要匿名。",
    "unknown_home": "“{0}”可能是个人的住处，请看是否需要屏蔽。",
    "kinship_chain": "由这句话可以从公开的姓名推知应当匿名的人，请看是否屏蔽。",
    "injury_result": "“{0}”是伤情或者血液检验的结果，请按本地规则决定保留还是屏蔽。",
    "unique_post": "“{0}”说出了当地只有一人担任的职务或者身份，请看是否会使人知道应当匿名的人是谁。",
    "same_file": "“{0}”把同一份文书里的两处连到一个人身上，请看是否会使人知道应当匿名的人是谁。",
    "school_class": "“{0}”把年级和班级连到一个人身上，请看是否会使人知道应当匿名的人是谁。",
    "numeric_unclear": "这是一串没有说明的长号码，请看是否属于应当屏蔽的号码。",
}
_ANSWERED = ("numeric_unclear", "unique_post", "same_file", "school_class")  # without a suggestion, by a masked place
MakeSpan = Callable[[Mention], Span | None]


def of_mentions(view: View, found: Iterable[Mention], suggest: MakeSpan) -> list[Doubt]:
    """Doubts about names: one per person and type, at the first place; word doubts at every place."""
    doubts: list[Doubt] = []
    seen: set[tuple[str, str]] = set()
    for mention in found:
        person = next((p for p in mention.people if p.masked), None)
        if person is None:
            continue
        start, end = view.span(mention.start, mention.end)
        expected = view.original[start:end]
        if not mention.sure:
            doubts.append(
                Doubt(
                    "common_word",
                    start,
                    end,
                    expected,
                    _SENTENCES["common_word"].format(expected),
                    person.decision.article,
                    person.key,
                    suggest(mention),
                    RISK["common_word"],
                )
            )
            continue
        kind = "same_name" if len(mention.people) > 1 and mention.form == "full" else ""
        if not kind and person.decision.outcome == "ask":
            kind = "unknown_sentence" if person.decision.entry.startswith("anonymity.unknown_sentence") else "decision"
        if kind and (kind, person.key) not in seen:
            seen.add((kind, person.key))
            text = _SENTENCES.get(kind, person.decision.sentence).format(expected)
            doubts.append(
                Doubt(kind, start, end, expected, text, person.decision.article, person.key, None, RISK[kind])
            )
    return doubts


def at(view: View, kind: str, start: int, end: int, article: str = "", suggestion: Span | None = None) -> Doubt:
    """One doubt at a place of the view."""
    a, b = view.span(start, end)
    expected = view.original[a:b]
    return Doubt(kind, a, b, expected, _SENTENCES[kind].format(expected), article, None, suggestion, RISK[kind])


def ordered(
    doubts: Iterable[Doubt], spans: Iterable[Span], limits: Mapping[str, int] | None = None
) -> tuple[Doubt, ...]:
    """By risk, then place; a place that is masked anyway is no question about a word or a number."""
    covered = sorted((s.start, s.end) for s in spans)  # none crosses another

    def masked(doubt: Doubt) -> bool:
        last = bisect_left(covered, (doubt.end, 0)) - 1
        return last >= 0 and covered[last][1] > doubt.start

    open_ = [
        d
        for d in doubts
        if (d.suggestion is None and d.type not in _ANSWERED)
        or d.type == "kinship_chain"
        or not masked(d)
    ]
    return tuple(sorted(open_, key=lambda d: (-d.risk, d.start)))

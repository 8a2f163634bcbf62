"""Article numbers of the criminal procedure law follow the day of the document (practice of Art 18, rule data)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anxin.quality.model import Finding, Paper
from anxin.regulation.rules import Entry, RuleSet
from anxin.regulation.vocabulary import statute

NON_PROSECUTION = (
    "statutory_non_prosecution", "discretionary_non_prosecution", "insufficient_non_prosecution", "victim_petition",
    "non_prosecuted_petition",
)  # fmt: skip
TOPICS = {
    "不起诉": NON_PROSECUTION,
    "抗诉书": ("protest_second_instance", "protest_retrial"),
    "起诉书": ("prosecution",),
}
"""By what the name of the type holds, the first that fits."""

NUMERAL = "[〇零一二三四五六七八九十百]+"
PLACE = rf"第{NUMERAL}条(?:之[一二三])?(?:第{NUMERAL}款)?(?:第[（(]?{NUMERAL}[）)]?项)?"
CITED = re.compile(rf"刑事诉讼法》?((?:[、和及，]?{PLACE})+)")
ONE = re.compile(rf"第{NUMERAL}条(?:第{NUMERAL}款)?")


def findings(paper: Paper, rules: RuleSet) -> Iterator[Finding]:
    """Numbers that belong to another version of the law than the one in force on the day of the document."""
    law = statute(paper.on, rules) if paper.on else None
    topics = next((t for name, t in TOPICS.items() if name in paper.doc_type), ())
    if law is None or not topics:
        return
    right = set(_numbers(law, topics))
    others = [e for e in rules.table("statute_law") if e.id != law.id]
    for cited in CITED.finditer(paper.text):
        for one in ONE.finditer(cited[1]):
            wrong = next((e for e in others if one[0] in _numbers(e, topics)), None)
            if wrong is None or one[0] in right:
                continue
            start = cited.start(1) + one.start()
            yield Finding("statute", start, start + len(one[0]), one[0], _sentence(one[0], wrong, law, topics))


def _numbers(law: Entry, topics: tuple[str, ...]) -> list[str]:
    return [n for topic in topics for n in str(law.values["numbers"].get(topic, "")).split("、") if n]


def _sentence(cited: str, wrong: Entry, law: Entry, topics: tuple[str, ...]) -> str:
    topic = next(t for t in topics if cited in str(wrong.values["numbers"].get(t, "")).split("、"))
    now = law.values["numbers"].get(topic)
    right = f"，同一内容应引用{now}" if now else ""
    return f"“{cited}”是{wrong.values['law']}的条文号，文书作出时施行的是{law.values['law']}{right}。"

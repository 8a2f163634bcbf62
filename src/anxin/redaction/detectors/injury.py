"""Results of examinations of injuries and of blood: facts of the case (Article 22) that a stricter rule set may hide."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item, holds

_WORDS = ("轻伤", "重伤", "轻微伤", "伤残", "酒精", "乙醇")
_RESULT = re.compile(
    "(?:轻微伤|[轻重]伤[（(]?[一二][）)]?级|(?<=[属为系成])[轻重]伤|[一二三四五六七八九十][级等]伤残|伤残[一二三四五六七八九十]级)(?!害|罪|他人|员|者)"
    "|(?:酒精|乙醇)(?:的)?(?:含量|浓度|成分)?(?:检测|检验|结果|平均)*(?:为|是|达到?|：|:)?([0-9]+(?:[.][0-9]+)?[ ]?(?:mg|毫克)/(?:100ml|100mL|100毫升|ml|mL))",
    re.I,
)


def find(text: str) -> list[Item]:
    """Grades of injuries, and how much alcohol was in somebody's blood."""
    if not holds(text, _WORDS):
        return []
    return [Item(*(m.span(1) if m.group(1) else m.span()), "health", 0.9) for m in _RESULT.finditer(text)]

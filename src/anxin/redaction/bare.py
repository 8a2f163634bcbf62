"""Surnames that stand alone (老张, 张女士, 张供述), where the rule set hides them too (parameter ``bare_surnames``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anxin.redaction.chars import HAN
from anxin.redaction.known import Known
from anxin.redaction.lexicon import alternation
from anxin.redaction.names import split, starts_at

_ADDRESS = "女士 先生 小姐 师傅 老师 经理 老板 总 哥 姐 叔 姨 嫂 氏 某 供述 辩解 陈述 交代 供认 供称 称 说 在场 到案 归案"


def find(text: str, people: Iterable[Known]) -> list[tuple[int, int, Known]]:
    """(start, end, whose) of every bare surname of somebody whose name is hidden."""
    owners: dict[str, Known] = {}
    for person in people:
        family = split(person.person.name)[0]
        if person.masked and family and not family.isascii():
            owners.setdefault(family, person)
    if not owners:
        return []
    pattern = re.compile(
        f"(?:(?<=老)|(?<=小)|(?<=阿)|(?<![{HAN}])|(?<=[对与和向由被将给及是系为在称据跟从把让叫找见]))({alternation(owners)})"
        f"(?={alternation(_ADDRESS.split())}|[”，。；、]|$)"
    )
    return [
        (m.start(1), m.end(1), owners[m.group(1)])
        for m in pattern.finditer(text)
        if text[m.start(1) - 1 : m.start(1)] in "老小阿" or starts_at(text, m.start(1))
        if not (text[m.end(1) : m.end(1) + 1] in "，。；、" and text[m.start(1) - 1 : m.start(1)] not in "老小阿")
    ]

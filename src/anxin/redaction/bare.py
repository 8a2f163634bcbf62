"""Surnames that stand alone (老张, 张女士, 张供述), where the rule set hides them too (parameter ``bare_surnames``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anxin.redaction.known import Known
from anxin.redaction.lexicon import alternation, occurrences
from anxin.redaction.names import is_han, split, starts_at

_ADDRESS = "女士 先生 小姐 师傅 老师 经理 老板 总 哥 姐 叔 姨 嫂 氏 某 供述 辩解 陈述 交代 供认 供称 称 说 在场 到案 归案"

_CALLED = ("老", "小", "阿")
_BEFORE = frozenset("老小阿对与和向由被将给及是系为在称据跟从把让叫找见")
_STOPS = ("，", "。", "；", "、")
_AFTER = re.compile(f"{alternation(_ADDRESS.split())}|[”，。；、]|$")


def find(text: str, people: Iterable[Known]) -> list[tuple[int, int, Known]]:
    """(start, end, whose) of every bare surname of somebody whose name is hidden."""
    owners: dict[str, Known] = {}
    for person in people:
        family = split(person.person.name)[0]
        if person.masked and family and not family.isascii():
            owners.setdefault(family, person)
    if not owners:
        return []
    found = []
    for start, family in occurrences(text, owners):
        end, before = start + len(family), text[start - 1 : start] if start else ""
        if before and before not in _BEFORE and is_han(before) or not _AFTER.match(text, end):
            continue
        if before not in _CALLED and (not starts_at(text, start) or text[end : end + 1] in _STOPS):
            continue
        found.append((start, end, owners[family]))
    return found

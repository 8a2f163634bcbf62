"""Symbols that stand for names (Article 19): one per person of a case, never reassigned, never shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from anxin.redaction.names import split

_STEMS = "甲乙丙丁戊己庚辛壬癸"


def ordinal(index: int) -> str:
    """甲 ... 癸, then 11, 12, ..."""
    return _STEMS[index] if index < len(_STEMS) else str(index + 1)


def allocate(people: Iterable[tuple[str, str]], given: Mapping[str, str]) -> dict[str, str]:
    """New symbols for (key, name) pairs in order of appearance; those already given stay.

    张某某 for the only 张, 张某甲, 张某乙 ... where several share the surname. The length never shows the name's.
    """
    result = dict(given)
    used = set(given.values())
    begun = {symbol[:i] for symbol in used for i, char in enumerate(symbol) if char == "某"}
    fresh: dict[str, list[str]] = {}
    seen = set(given)
    for key, name in people:
        if key not in seen:
            seen.add(key)
            fresh.setdefault(split(name)[0].upper() or "某", []).append(key)
    for family, keys in fresh.items():
        if len(keys) == 1 and family not in begun:
            result[keys[0]] = f"{family}某某"
            used.add(result[keys[0]])
            continue
        index = 0
        for key in keys:
            while f"{family}某{ordinal(index)}" in used:
                index += 1
            result[key] = f"{family}某{ordinal(index)}"
            used.add(result[key])
    return result

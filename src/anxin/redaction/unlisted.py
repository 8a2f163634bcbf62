"""People whom neither the case data nor the structure names: those the net reads, and names that come back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anxin.redaction.lexicon import surnames, words
from anxin.redaction.names import COMMON, TRANSLITERATED, ends_at, is_foreign, is_han, looks_like, starts_at
from anxin.redaction.structure import Found
from anxin.redaction.view import View

_ORGANISATION = re.compile(
    "[\u3400-\u9fff]{0,6}?(?:公司|食品|药房|药店|大药|堂|记|专营店|便利店|超市|饭店|酒店|宾馆|医院|学校|大学|银行|律师|事务所|集团|厂|村|镇|路|街|桥|店|馆|检|诊所|派出所|法院|检察院|公安|大厦|广场|公园|小区|花园|苑|风景|[（(]刑[）)]|[扣拘捕]?字[〔（(\\[])"
)


_TITLE = re.compile("(?:经理|老板|总|哥|姐|叔|姨|婶|伯|嫂|队|局|处|科|书记|主任|老师|医生|律师|师傅|氏|检)$")


def worth_reading(view: View, found: dict[str, Found], known: set[str]) -> list[tuple[int, int]]:
    """Sentences where the net could find a name that nothing else explains."""
    from anxin.redaction import net

    return [r for r in net.sentences(view.text) if _may_hold(view.text, r, found, known)]


def add_names(
    view: View, places: Iterable[tuple[int, int]], found: dict[str, Found], known: set[str]
) -> list[tuple[int, int]]:
    """Adds the net's names to ``found``; gives the places that it is not sure of."""
    text = view.text
    doubtful = []
    for start, end in places:
        name = text[start:end]
        if len(name) < 2 or name in known or name in found or any(name in k or k in name for k in known if len(k) > 1):
            continue
        if (
            _TITLE.search(name)
            or name[1:2] == "某"
            or _ORGANISATION.match(text, end)
            or not all(is_han(c) for c in name)
        ):
            continue
        if any(text[start : start + size] in found for size in (2, 3, 4)):
            continue
        plain = name not in words() and name not in COMMON
        if plain and (looks_like(name) or is_foreign(name)) and starts_at(text, start) and ends_at(text, end):
            entry = found.setdefault(name, Found(name))
            entry.roles[""] += 1
            entry.places.append(start)
        elif plain and looks_like(name):
            doubtful.append((start, end))
    return doubtful


_PLACE = re.compile("[\u3400-\u9fff]{0,4}?(?:省|市|区|县|镇|乡|村|路|街|小区|花园|公司|银行|检|院|局|所|族|籍)")
_TRANSCRIBED = re.compile(f"[{''.join(sorted(TRANSLITERATED))}]{{3,8}}")


@lru_cache(maxsize=1)
def _surname() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted(surnames())) + "](?=[\u3400-\u9fff])")


def _may_hold(text: str, span: tuple[int, int], found: dict[str, Found], known: set[str]) -> bool:
    """Whether a sentence has room for a name that ``add_names`` would take and that is not known yet."""
    start, end = span
    lexicon = words()
    for m in _surname().finditer(text, start, end):
        at = m.start()
        if text[at : at + 2] in lexicon or (at and text[at - 1 : at + 1] in lexicon) or _PLACE.match(text, at):
            continue
        sizes = [n for n in (2, 3, 4) if ends_at(text, at + n) and at + n <= end]
        if (
            sizes
            and starts_at(text, at)
            and not any(text[at : at + n] in known or text[at : at + n] in found for n in (2, 3, 4))
        ):
            return True
    return any(
        is_foreign(m.group()) and m.group() not in found and m.group() not in known
        for m in _TRANSCRIBED.finditer(text, start, end)
    )


@lru_cache(maxsize=1)
def _three() -> re.Pattern[str]:
    return re.compile("(?=([" + "".join(sorted(surnames())) + "][\u3400-\u9fff]{2}))[\u3400-\u9fff]")


_LAST = frozenset("的在与和对将被把从是了以向因于说称至及等")


def repeated(view: View, found: dict[str, Found]) -> None:
    """Names of three characters that come back between words: 趁宋广志外出 ... 告诉宋广志，宋广志拨打."""
    text = view.text
    counts: dict[str, list[int]] = {}
    for m in _three().finditer(text):
        counts.setdefault(m.group(1), []).append(m.start())
    lexicon = words()
    for name, places in counts.items():
        if (
            len(places) < 2
            or name in found
            or name[:2] in found
            or name[1:] in found
            or name[2] in _LAST
            or not looks_like(name)
        ):
            continue
        if name[:2] in lexicon or (name[1:] in lexicon and len(places) < 3) or not all(is_han(c) for c in name):
            continue
        ends = [ends_at(text, p + 3) for p in places]
        starts = [starts_at(text, p) for p in places]
        if (
            min(ends)
            and min(starts)
            and max(ends) >= 2
            and max(starts) >= 2
            and not any(_ORGANISATION.match(text, p + 3) for p in places)
        ):
            entry = found[name] = Found(name)
            entry.roles[""] += len(places)
            entry.places.extend(places)

"""Where a name ends whose beginning is sure: by how it goes on everywhere, and by how the net reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from anxin.redaction import odds
from anxin.redaction.lexicon import TRANSLITERATED, compound_surnames, occurrences
from anxin.redaction.names import PARTICLES, is_han, is_tail
from anxin.redaction.structure import Found


def respell(found: dict[str, Found], heard: Mapping[str, Iterable[str]]) -> None:
    """Names that the structure shows and the net reads otherwise, always the same: 花晗骑 is 花晗, 勒伍日 is 勒伍日古.

    ``heard``: how the net reads each of these names.
    """
    for name, forms in heard.items():
        if len({*forms}) == 1 and name in found and (form := next(iter(forms))) != name and _better(name, form):
            _rename(found, name, form)


def _better(name: str, form: str) -> bool:
    if len(form) < 2 or not all(map(is_han, name + form)):
        return False
    if len(form) < len(name):  # 欧阳|胜男: two surnames are no name where more goes on
        return len(name) - len(form) < 3 and not (name[:2] in compound_surnames() and len(name) > 2)
    foreign = sum(c in TRANSLITERATED for c in form) * 4 >= len(form) * 3
    return (len(form) < 5 or foreign) and form[-1] not in PARTICLES


def _rename(found: dict[str, Found], name: str, form: str) -> None:
    entry = found.pop(name)
    other = found.setdefault(form, Found(form))
    other.roles.update(entry.roles)
    other.titles |= entry.titles
    other.places.extend(entry.places)


def extend(text: str, found: dict[str, Found], known: Iterable[str]) -> None:
    """Names that everywhere go on with the same characters are longer: 吴谢 is 吴谢若汐 where only that is written."""
    given = {*known}
    for name in list(found):
        if name in given or len(name) > 3 or not all(map(is_han, name)):
            continue
        longer = _longer(text, name)
        if longer != name:
            _rename(found, name, longer)


def _longer(text: str, name: str) -> str:
    lexicon = odds.load().words
    while len(name) < 4:
        if text.count(name) < 2:
            break
        places = [at + len(name) for at, _ in occurrences(text, (name,))]
        following = {text[p : p + 1] for p in places}
        char = next(iter(following))
        if len(following) > 1 or not char or not is_han(char) or is_tail(char):
            break
        if any(text[p : p + 2] in lexicon for p in places) or (char in PARTICLES and len(places) < 3):
            break
        name += char
    return name

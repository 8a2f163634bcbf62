"""Default deny: what is left of a clause when everything recognised is taken away."""

from __future__ import annotations

import re
from bisect import bisect_left

from anxin.lint.vocabulary import ACT, ALLOWED, CRIME, ORGAN, Rules
from anxin.redaction.chars import HAN

_RUN = re.compile(f"[{HAN}]+")
# A name of a place or an organisation stands before one of these.
_AFTER_A_NAME = re.compile(
    "自治|省|市|县|区|州|盟|旗|镇|乡|村|街|路|港|岛|山|河|湖|铁路|大道|人民检察院|检察|监察|中级|高级|法院|公安|海关|监狱|看守所|"
    "大学|学院|学校|中学|医院|银行|公司|有限|股份|集团|局|厅|委|部|院|所|站|社|中心|协会|研究|分公司|支行|专案|”案|案")
# Characters left over in a clause that block it: fewer are too little to tell a fact. A clause that says what an organ
# did in the procedure may hold more, for names come in every form.
LIMIT, PROCEDURAL_LIMIT = 3, 6


def unknown_places(work: str, words: list[tuple[int, int, str]], clauses: list[tuple[int, int]],
                   rules: Rules) -> list[int]:
    """Starts of the clauses with too many characters that are no known word, name, place or organisation."""
    rest = _without(work, words)
    starts = [start for start, _, _ in words]
    places = []
    for start, end in clauses:
        left = sum(_weight(work, m.start(), m.end(), rules) for m in _RUN.finditer(rest, start, end))
        if left < LIMIT:
            continue
        said = {meaning for _, _, meaning in words[bisect_left(starts, start):bisect_left(starts, end)]}
        procedural = ACT in said and (ORGAN in said or CRIME in work[start:end])
        if left >= (PROCEDURAL_LIMIT if procedural else LIMIT):
            places.append(start)
    return places


def _without(work: str, words: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, _ in words:
        pieces += [work[at:start], ALLOWED * (end - start)]
        at = end
    return ("".join(pieces) + work[at:]).replace(CRIME, ALLOWED)


def _weight(work: str, start: int, end: int, rules: Rules) -> int:
    """Unrecognised characters of one run: none when it reads as a person's name, a place or an organisation."""
    size = end - start
    if size <= 3 and work[start] in rules.surnames:
        return 0
    if size <= 6 and _AFTER_A_NAME.match(work, end):
        return 0
    return size

"""Number plates: ordinary, new energy, of police, learners, trailers, Hong Kong and Macau, embassies, forces; electric bicycles."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item, holds, matches

_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_GAP = "[ ·.\\-]{0,2}"
_BODY = (
    "(?:[DF][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领使])(?![A-Za-z0-9])"
)
_PLATE = re.compile(f"[{_PROVINCE}使领]{_GAP}[A-Z]{_GAP}{_BODY}")
# As people write them: 皖k88888. A digit keeps words in Latin letters out.
_SMALL = re.compile(
    f"[{_PROVINCE}]{_GAP}(?=[A-Za-z0-9]*[a-z])[a-zA-Z]{_GAP}(?=[a-zA-Z]{{0,3}}[0-9])"
    "(?:[dfDF]?[a-zA-Z0-9]{5}|[0-9]{5}[dfDF])(?![A-Za-z0-9])(?=[号轿小车的，。、；）])"
)
_FORCES = re.compile("[军空海北沈兰济南广成][A-Z][·\\-]?[0-9]{5}(?![0-9])")
# Where one of these begins, quick to find.
_FIRST = re.compile(f"[{_PROVINCE}使领军空海北沈兰济南广成](?={_GAP}[A-Za-z]|[0-9]{{2}}-)")
_EMBASSY = re.compile("[使领][0-9]{6}(?![0-9])|(?<![0-9])[0-9]{6}[使领](?![馆事])")
_ARMY = re.compile(
    f"(?:WJ|[VKHBSLJNGC][A-Z])[·\\-]?(?:[{_PROVINCE}][·\\-]?)?[0-9]{{4}}[0-9A-Z](?![0-9A-Za-z])(?=号?[^，。]{{0,4}}车)|"
    f"WJ[{_PROVINCE}][·\\-]?[0-9]{{4}}[0-9A-Z](?![0-9A-Za-z])"
)
_ARMY_FIRST = re.compile("[WVKHBSLJNGC](?=[A-Z])")
# After a word for it: a plate without its province, of an electric bicycle: 号牌A12345, 车牌杭州123456
# Digits set apart: 川Q 7R 526, 蒙 D-U 7 2 3 5; a temporary one: 湘A·临47183; of a trailer: 冀EQ76挂
_APART = re.compile(f"[{_PROVINCE}][ ·.\\-]{{0,2}}[A-Z](?:[ ·.\\-]?[A-HJ-NP-Z0-9]){{5,6}}(?![A-Za-z0-9])(?=[号轿小车的，。、；”）])|[{_PROVINCE}][A-Z][ ·]?临[ ·]?[0-9]{{5}}(?![0-9])|[{_PROVINCE}][A-Z][A-Z0-9]{{3,4}}挂|[{_PROVINCE}][0-9]{{2}}[\\-·][0-9]{{5}}(?![0-9])")
_LABELLED = re.compile(
    "(?:车牌号?码?|号牌号?码?|牌照号?码?|牌号|车号)(?:为|是|系|：|:)?[“（( ]?([\u3400-\u9fff]{0,3}[A-Z]?[·.\\- ]?[0-9A-Z]{5,7})(?![0-9A-Za-z])"
)


def find(text: str) -> list[Item]:
    """Every plate."""
    found = []
    for start in _FIRST.finditer(text):
        for pattern in (_PLATE, _SMALL, _FORCES, _APART):
            if m := pattern.match(text, start.start()):
                found.append(m.span())
                break
    found += [m.span() for m in matches(text, _ARMY_FIRST, _ARMY)]
    if holds(text, ("使", "领")):
        found += [m.span() for m in _EMBASSY.finditer(text)]
    if holds(text, ("牌", "车号")):
        found += [m.span(1) for m in _LABELLED.finditer(text) if any(c.isdigit() for c in m.group(1))]
    return [Item(a, b, "plate") for a, b in found]

"""What lets a reader infer a name that is masked (Article 20(5)): who somebody is to a person whose name stays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from anxin.redaction.lexicon import occurrences

_CHAIN = re.compile(
    "(?:被害人|受害人|举报人|报案人|控告人|证人|线索提供人|知情人)"
    "(?:[\u4e00-\u9fff]{2,4}?)?(?:系|是|为|即)([^，。；\\n]{2,40})(?=[。；，\\n]|$)"
)
_TIE = re.compile("之|的|唯一|所在")


def find(text: str, kept: Iterable[str]) -> list[tuple[int, int]]:
    """Clauses that tie a masked person to one of the ``kept`` names by kinship or a unique post."""
    names = [name for name in kept if name]
    return [
        m.span() for m in _CHAIN.finditer(text) if _TIE.search(m.group(1)) and any(name in m.group(1) for name in names)
    ]


_KIN = "父亲|母亲|父|母|妻子|丈夫|妻|夫|前妻|前夫|儿子|女儿|之子|之女|子女|哥哥|弟弟|姐姐|妹妹|兄|弟|姐|妹|岳父|岳母|女婿|儿媳|叔叔|舅舅|侄子|外甥|男友|女友"
_KINSHIP = re.compile(f"(?:之|的)(?:{_KIN})")
# 石桥村唯一的兽医, 时任某镇财政所出纳: who holds it is known in the place
_POST = re.compile(
    "(?:唯一|仅有|独自)[^，。；\\n]{0,12}?(?:[一两]?名)?[^，。；\\n]{0,8}?(?:医生|兽医|教师|老师|会计|出纳|厨师|司机|校长|护士|裁缝|木匠|代表|店主|住户)"
    "|(?:时任|现任|系|任)[^，。；\\n]{2,16}?(?:村|镇|乡|社区|居委会)[^，。；\\n]{0,8}?(?:主任|书记|会计|出纳|校长|所长|组长)(?!办)"
)
_CLASS = re.compile("[一二三四五六七八九初高0-9]{1,2}年?级?[（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班(?:[^，。；\\n]{0,6}(?:学生|班主任|班长|同学))")
_SAME = re.compile("(?:即|就是|系)(?:上述|前述|上文|前文|另案|该案|本案)(?:的)?(?:举报人|报案人|控告人|被害人|证人|线索提供人)")


def hints(text: str, kept: Iterable[str], hidden: Iterable[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """(start, end, type of doubt) of clauses from which a reader may learn who a hidden person is.

    ``hidden`` are the places of hidden names: a clause counts only where one of them, or nobody by name, stands in it.
    """
    places = sorted(hidden)
    starts = [a for a, _ in places]

    def near(start: int, end: int) -> bool:
        low = max(text.rfind(stop, 0, start) for stop in "。\n")
        index = bisect_right(starts, low)
        return index < len(starts) and starts[index] < end + 12

    found: list[tuple[int, int, str]] = []
    for start, name in occurrences(text, {n for n in kept if len(n) > 1}):
        tie = _KINSHIP.match(text, start + len(name))
        if tie and near(start, tie.end()):
            found.append((start, tie.end(), "kinship_chain"))
    for pattern, kind in ((_POST, "unique_post"), (_CLASS, "school_class"), (_SAME, "same_file")):
        if pattern is _CLASS and "班" not in text:
            continue
        found += [(*m.span(), kind) for m in pattern.finditer(text) if near(*m.span())]
    return found

"""Names that are also words (高峰, 方向): when what is left in public is the word.

Only for names of two characters that were masked elsewhere in the same document, so that the masking knew the name
and left the word on purpose, and only where a neighbour shows that the two characters are part of something longer.
"""

from __future__ import annotations

_HAN = ("\u3400", "\u9fff")
# Characters that may stand right before and right after a person's name.
_BEFORE = frozenset("人员告害者客友妻夫父母子女兄弟姐妹事主师生长官医工民由被向对与和及同"
                    "跟把将给是为即系让请叫使等或替找约名"
                    "的了在从于以因经据其该令受托帮劝称骗伤打抓致杀邻居东板乘司机保安店户组村书记侦警律院方某")
_AFTER = frozenset("的系于在与和及等到对向以将被因同伙供述证陈作称之已未不也均又曾说"
                   "从自随即遂则便却再还是把给让叫请使经由受为有无"
                   "没上下来去进出离逃跑走坐站见看听闻打砍刺抢偷骗盗伤害死亡住家名年男女汉族先后共酒驾乘购买卖拿取收付还借交签"
                   "一两三二四五六本的到")


def left_as_word(name: str, original: str, public: str) -> int:
    """How often the public text may show ``name`` because it is a word there; 0 when one of them may be the person."""
    if len(name) != 2 or name not in public or public.count(name) >= original.count(name):
        return 0
    at, count = public.find(name), 0
    while at >= 0:
        if not _is_part_of_more(public, at, at + 2):
            return 0
        count += 1
        at = public.find(name, at + 1)
    return count


def _is_part_of_more(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1:start], text[end:end + 1]
    return (_is_han(before) and before not in _BEFORE) or (_is_han(after) and after not in _AFTER)


def _is_han(char: str) -> bool:
    return bool(char) and _HAN[0] <= char <= _HAN[1]

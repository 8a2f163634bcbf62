"""Characters: which ones look alike, which ones say nothing, and the tables that undo both.

``fold`` maps every character to one other character or leaves it, so offsets do not move.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

HAN = "\u3007\u3400-\u9fff\U00020000-\U0003134f"
# Characters that no reader sees.
INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
DOTS = "·‧・•∙⋅｡･．˙ꞏᐧ․"
_DASHES = "‐‑‒–—―−﹣－"
_SINGLE = {
    **dict.fromkeys(DOTS, "·"),
    **dict.fromkeys("┃│║┆┇┊┋▏｜￨", "|"),  # the upright lines of a drawn table
    **dict.fromkeys(_DASHES, "-"),
    "○": "〇",
    "◯": "〇",
    "Ｏ": "O",
    "⺠": "民",
    "⺟": "母",
    "＊": "*",
    "﹡": "*",
    "✱": "*",
    "壹": "一",
    "贰": "二",
    "貳": "二",
    "叁": "三",
    "參": "参",
    **dict(
        zip(
            "⻢⻜⻓⻔⻚⻛⻝⻥⻦⻩⻰⻨⻬⻋⻄⻅⻆⻉⻘⻤⻮⻳⻁⺼⻰⻣⻌⻎⺌",
            "马飞长门页风食鱼鸟黄龙麦齐车西见角贝青鬼齿龟虎月龙骨辶辶小",
            strict=True,
        )
    ),
    **dict(zip("ОоΟοІіΙⅠⅼ", "OoOoIiIIl", strict=True)),
    "⓪": "0",
    "⓿": "0",
    "🄋": "0",
}
# Folding these would merge different words, or change punctuation that the structure needs.
_KEEP = set("，。；：？！（）、“”‘’《》〈〉【】〔〕「」『』…—～￥％／＼乾著於後徵藉餘閒")


@lru_cache(maxsize=1)
def folding() -> dict[str, str]:
    """Every character that is written differently but means another one, with that one."""
    table = dict(_SINGLE)
    text = resources.files(__package__).joinpath("data/traditional.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if len(line) == 2 and line[0] not in _KEEP:
            table.setdefault(line[0], line[1])
    ranges = (
        (0x2460, 0x24FF),
        (0x2776, 0x2793),
        (0x2E80, 0x2FDF),
        (0xF900, 0xFAFF),
        (0xFF01, 0xFF5E),
        (0x1D400, 0x1D7FF),
        (0x1F100, 0x1F10A),
        (0x2F800, 0x2FA1F),
        (0x2070, 0x2089),
    )
    for low, high in ranges:
        for point in range(low, high + 1):
            char = chr(point)
            if char in _KEEP or char in table:
                continue
            normal = unicodedata.normalize("NFKC", char).strip("().")
            if len(normal) == 1 and normal != char:
                table[char] = table.get(normal, normal)
    # circled digits of the dingbat block have no decomposition
    for base in (0x2776, 0x2780, 0x278A):
        for digit in range(1, 10):
            table[chr(base + digit - 1)] = str(digit)
    return table


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    plane = "".join(c for c in folding() if c < "\U00010000")  # a class is slow with many characters of other planes
    return re.compile(f"[{re.escape(plane)}\U00010000-\U0010ffff]")


def fold(text: str) -> str:
    """The text with full width, traditional, circled and look-alike characters undone; same length."""
    table = folding()
    for char in {*_odd().findall(text)}:  # few different ones: replacing each is faster than one substitution
        text = text.replace(char, table.get(char, char))
    return text


CHINESE_DIGITS = dict(zip("〇零一二三四五六七八九幺两肆伍陆柒捌玖", "0012345678912456789", strict=True))


def chinese_digits(text: str) -> str:
    """``一三五`` as ``135``; other characters stay; same length."""
    return "".join(CHINESE_DIGITS.get(c, c) for c in text)

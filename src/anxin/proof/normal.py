"""Forms under which two texts count as the same."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

_INVISIBLE = re.compile("[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
                        "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]")
PAGE_NUMBER = re.compile(r"[—\-－–·]*\d{1,4}([/／]\d{1,4})?[—\-－–·]*|第\d{1,4}页([,，]?共\d{1,4}页)?")
_DOTS = str.maketrans(dict.fromkeys("·•・．‧∙⋅ꞏ｡●", "."))
_HYPHENS = re.compile("[-‐-―−－_/.,，、:：()（）]")
_DIGITS = str.maketrans("〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖①②③④⑤⑥⑦⑧⑨", "000123456789123456789123456789")


def squeezed(text: str) -> str:
    """Without spaces, line ends and characters that print nothing: the form in which equality is proved."""
    return _INVISIBLE.sub("", text)


def folded(text: str) -> str:
    """One form for all widths, dots and cases: the form in which values are looked for."""
    return squeezed(unicodedata.normalize("NFKC", text)).translate(_DOTS).casefold()


def digits_only(text: str) -> str:
    """Folded, without the separators people put into numbers, Chinese digits as Arabic ones."""
    return _HYPHENS.sub("", folded(text)).translate(_DIGITS)


def unescaped(text: str) -> str:
    """Entities, percent signs and ``\\u`` escapes read out, in one pass each."""
    text = html.unescape(text)
    if "%" in text:
        text = unquote(text, errors="ignore")
    if "\\u" in text:
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    return text

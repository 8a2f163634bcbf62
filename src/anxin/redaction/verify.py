"""The last look before release: does the public text still hold anything that had to go?

It reads only the public text, the list of protected values and the rule set, with its own tables and patterns; it
shares no code with the engine that found the values. A hit says where and what kind, never what.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

from anxin.redaction.model import Analysis, Protected
from anxin.regulation.case import Case
from anxin.regulation.rules import RuleSet


@dataclass(frozen=True)
class Hit:
    """[start, end) of the public text holds a protected value, or looks like one."""

    start: int
    end: int
    kind: str
    sentence: str


_NUMERALS = dict(zip("〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖", "00012345678912123456789", strict=True))
_LOOK = dict(zip("LIOS|", "11051", strict=True))  # capitals, for a reading is in capitals
_SPOKEN = _NUMERALS | _LOOK
_POINTS = str.maketrans(_SPOKEN)
_SEPARATORS = frozenset(" \t\r\n\u00a0\u3000·‧・•∙⋅･.．*＊_＿-－—–‐~'`^+=#/|,，、")
_SEPARATED = re.compile(f"[{re.escape(''.join(sorted(_SEPARATORS)))}]+")
_DIGITS = re.compile(r"[0-9]")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
# Plain patterns: what no public document may hold, whoever's it is, also with a stroke or a space between the groups.
_PATTERNS = (
    (
        "id_card",
        re.compile(
            r"(?<![0-9A-Z])[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[ -]?[0-9]{3}[0-9X](?![0-9A-Z])"
        ),
        "这里像是公民身份号码。",
    ),
    (
        "phone",
        re.compile(r"(?<![0-9.A-Za-z-])1[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})(?![0-9.])"),
        "这里像是手机号码。",
    ),
    (
        "bank_card",
        re.compile(r"(?<![0-9A-Za-z])62[0-9]{2}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9])"),
        "这里像是银行卡号。",
    ),
    ("email", re.compile(r"(?<![A-Z0-9])[A-Z0-9][A-Z0-9._%+-]{0,63}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,5}"), "这里像是电子邮箱。"),
    ("wechat", re.compile(r"WXID_[0-9A-Z_]{6,}"), "这里像是微信号。"),
    (
        "plate",
        re.compile(rf"[{_PROVINCES}][A-Z]·?[0-9A-Z]{{5,6}}(?![0-9A-Z])(?=号?[^，。；]{{0,8}}车)"),
        "这里像是车牌号码。",
    ),
)
# What each of these has in it, quick to look for.
_QUICK = dict.fromkeys(("id_card", "phone", "bank_card"), re.compile("[1-9][0-9 -]{10}")) | {"email": re.compile("@")}
_STAYS = re.compile(
    r"(?:登记号|编号|单号|凭证号?|发票号?码?|信用代码|执照号?|注册号|字第|流水号|订单号?|票号|代码)[为：: ]*$"
)
_SENTENCES = {
    "name": "应当匿名的姓名仍在文中。",
    "given_name": "应当匿名的人的名字仍在文中。",
    "former_name": "应当匿名的人的曾用名仍在文中。",
    "nickname": "应当匿名的人的绰号仍在文中。",
}


class _Table(dict[int, str]):
    """What each character is read as, filled in as they come."""

    def __missing__(self, point: int) -> str:
        read = "".join(char for char in _normal(chr(point)) if unicodedata.category(char) != "Cf")
        if len(self) > 60_000:
            self.clear()
        self[point] = read
        return read


def _normal(char: str) -> str:
    normal = unicodedata.normalize("NFKC", char).upper()
    return "".join(_simplified().get(c, c) for c in normal) if len(normal) < 4 else char


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """Traditional characters with their simplified form, read here by itself."""
    body = resources.files("anxin.redaction").joinpath("data/traditional.txt").read_text(encoding="utf-8")
    return {line[0]: line[1] for line in body.splitlines() if len(line) == 2}


_READ = _Table()


@lru_cache(maxsize=2)
def _plain(text: str) -> str:
    """The text as it reads, in one writing. The few characters that are read differently are replaced one by one, which
    is faster than ``translate`` where none of them gives another one of them."""
    chars = set(text)
    changed = {char: read for char, read in zip(chars, map(_READ.__getitem__, map(ord, chars)), strict=True) if read != char}
    if not changed.keys().isdisjoint("".join(changed.values())):
        return text.translate(_READ)
    for char, read in changed.items():
        text = text.replace(char, read)
    return text


def _spoken(text: str) -> str:
    """Words for digits and letters that look like one as digits; for long texts faster than ``translate``."""
    for char, digit in _SPOKEN.items():
        text = text.replace(char, digit)
    return text


def _close(text: str) -> str:
    return _SEPARATED.sub("", text)


# A line that holds nothing but the number of a page.
_PAGE_LINE = re.compile(
    r"^[ \u3000]*(?:[-－—~]\s*\d{1,4}\s*[-－—~]|第\s*\d{1,4}\s*页|\d{1,3})[ \u3000]*$", re.M
)


class _Reading:
    """``text``, one reading of the original; the places of its characters are looked up only where something is found."""

    def __init__(self, original: str, text: str, *, closed: bool) -> None:
        self.original, self.text, self.closed = original, text, closed

    @cached_property
    def places(self) -> list[int]:
        left_out = _SEPARATORS if self.closed else ()
        return [i for i, char in enumerate(self.original) for read in _READ[ord(char)] if read not in left_out]


def verify(
    public_text: str,
    protected: Iterable[Protected],
    rules: RuleSet | None = None,
    allowed: Sequence[tuple[int, int]] = (),
) -> list[Hit]:
    """Every place of the public text where a protected value or a number of a protected shape can still be read.

    ``allowed`` are places that a reviewer looked at and left (offsets of the public text); an identity number whose
    check digit is right is none of them. ``rules`` limits the shapes to the kinds that the rule set masks.
    """
    hits: dict[tuple[int, int, str], Hit] = {}
    values = [(p, *_wanted(p.value)) for p in sorted(set(protected), key=lambda p: -len(p.value))]
    for text in {public_text, _PAGE_LINE.sub(lambda m: " " * len(m.group()), public_text)}:
        together = _close(_plain(text))
        closed, spoken = _Reading(text, together, closed=True), _Reading(text, _spoken(together), closed=True)
        for item, wanted, numeric in values:
            if len(wanted) < (4 if numeric else 2):
                continue
            for start, end in _found(spoken if numeric else closed, wanted, numeric):
                hits.setdefault(
                    (start, end, item.kind),
                    Hit(start, end, item.kind, _SENTENCES.get(item.kind, "应当屏蔽的内容仍在文中。")),
                )
    for hit in _shapes(public_text, _kinds(rules)):
        hits.setdefault((hit.start, hit.end, hit.kind), hit)
    free = sorted(allowed)
    return sorted((h for h in hits.values() if not _is_allowed(h, free) or _is_identity(public_text, h)), key=lambda h: (h.start, h.end))


def _wanted(value: str) -> tuple[str, bool]:
    """How a value reads, and whether it is read as a number."""
    numeric = bool(_DIGITS.search(unicodedata.normalize("NFKC", value)))
    read = _close(value.translate(_READ))
    return read.translate(_POINTS) if numeric else read, numeric


def _kinds(rules: RuleSet | None) -> frozenset[str] | None:
    return frozenset(str(e.values["kind"]) for e in rules.table("masked_kind")) if rules else None


def _found(reading: _Reading, wanted: str, numeric: bool) -> Iterable[tuple[int, int]]:
    text, at = reading.text, reading.text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (numeric and (_joined(reading, at) or _joined(reading, end))):
            yield reading.places[at], reading.places[end - 1] + 1
        at = text.find(wanted, at + 1)


def _joined(reading: _Reading, at: int) -> bool:
    """Whether two digits stand side by side here, so that a number found at this edge is part of a longer one."""
    text = reading.text
    if not 0 < at < len(text) or not (text[at - 1].isdigit() and text[at].isdigit()):
        return False
    return reading.places[at] == reading.places[at - 1] + 1


def _shapes(text: str, kinds: frozenset[str] | None) -> Iterable[Hit]:
    plain = _plain(text)
    for read, spoken in ((plain, False), (_spoken(plain), True)):
        reading = _Reading(text, read, closed=False)
        for kind, pattern, sentence in _PATTERNS:
            if (kinds is not None and kind not in kinds) or (spoken and kind not in ("id_card", "phone")):
                continue
            if kind in _QUICK and not _QUICK[kind].search(read):
                continue
            for m in pattern.finditer(reading.text):
                if not _STAYS.search(reading.text, max(0, m.start() - 12), m.start()):
                    yield Hit(reading.places[m.start()], reading.places[m.end() - 1] + 1, kind, sentence)


def _is_allowed(hit: Hit, free: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(free, (hit.start + 1, -1))
    return any(a <= hit.start and hit.end <= b for a, b in free[max(0, at - 8) : at])


def _is_identity(text: str, hit: Hit) -> bool:
    """Whether the place holds an identity number whose check digit is right (GB 11643): nobody leaves that by mistake."""
    digits = [c for c in _close(text[hit.start : hit.end].translate(_READ)).translate(_POINTS) if c.isalnum()] if hit.kind == "id_card" else []
    if len(digits) != 18 or not "".join(digits[:17]).isdigit():
        return False
    return "10X98765432"[sum(int(d) * (2 ** (17 - i) % 11) for i, d in enumerate(digits[:17])) % 11] == digits[17]


def protected_values(analysis: Analysis, case: Case, text: str) -> list[Protected]:
    """What the public text must not hold: the values behind the spans, the names of the people who are masked, and the
    terms the handler marked. Values of one character are left to the reviewer."""
    values = {Protected(s.expected, s.kind) for s in analysis.spans if s.kind not in ("birth",)}
    values |= {Protected(p.name, "name") for p in analysis.people if p.decision != "keep" and p.name in text}
    values |= {Protected(t.text, "secret") for t in case.protected_terms}
    return sorted((v for v in values if len(v.value.strip()) > 1), key=lambda v: (v.kind, v.value))

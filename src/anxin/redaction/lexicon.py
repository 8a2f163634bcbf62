"""Words and surnames, loaded once. Origins of the lists: ``data/ORIGIN.md``."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

# Words of this field that a general list lacks.
_LEGAL = frozenset(
    [
        "容留",
        "纠集",
        "窜至",
        "雇请",
        "采信",
        "参赌",
        "供称",
        "辩称",
        "诉称",
        "证称",
        "望风",
        "抽头",
        "翻供",
        "到案",
        "归案",
        "羁押",
        "讯问",
        "询问",
        "提请",
        "经查",
        "查实",
        "冻结",
        "扣押",
        "退赃",
        "退赔",
        "谅解",
        "伙同",
        "结伙",
        "合谋",
        "共谋",
        "预谋",
        "邀约",
        "唆使",
        "指使",
        "教唆",
        "胁迫",
        "猥亵",
        "吸食",
        "贩卖",
        "注射",
        "毒资",
        "毒品",
        "嫖娼",
        "卖淫",
        "醉驾",
        "酒驾",
        "肇事",
        "逃逸",
        "碰撞",
        "刮擦",
        "追尾",
        "撬锁",
        "翻墙",
        "入户",
        "盗得",
        "窃得",
        "骗得",
        "劫得",
        "抢得",
        "销赃",
        "转账",
        "汇款",
        "提现",
        "套现",
        "取现",
        "代卖",
        "代购",
        "代管",
        "代办",
        "签收",
        "签字",
        "指认",
        "辨认",
        "核对",
        "核实",
        "移送",
        "审结",
    ]
)


def _data(name: str) -> bytes:
    return resources.files(__package__).joinpath("data", name).read_bytes()


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """Common words of two and three characters; no personal names among them."""
    return frozenset(gzip.decompress(_data("words.txt.gz")).decode("utf-8").split("\n")) | _LEGAL


@lru_cache(maxsize=1)
def homographs() -> frozenset[str]:
    """Words of two characters that start with a surname: names only where something around them says so."""
    return frozenset(_data("homographs.txt").decode("utf-8").split())


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Single-character surnames."""
    return frozenset(_data("surnames.txt").decode("utf-8").split("\n")[1])


@lru_cache(maxsize=1)
def compound_surnames() -> frozenset[str]:
    return frozenset(_data("surnames.txt").decode("utf-8").split("\n")[2].split())


@lru_cache(maxsize=8)
def naming(section: str) -> frozenset[str]:
    """One list of ``data/naming.txt``."""
    body = _data("naming.txt").decode("utf-8").split(f"[{section}]\n")[1].split("[")[0]
    return frozenset(w for line in body.splitlines() if not line.startswith("#") for w in line.split())


def alternation(words_: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, as a tree: no branch shares its first character."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words_:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict) -> str:  # type: ignore[type-arg]
    ends = "" in node
    parts = [re.escape(char) + _branch(child) for char, child in node.items() if char]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not ends else "(?:" + "|".join(parts) + ")"
    return body + "?" if ends else body

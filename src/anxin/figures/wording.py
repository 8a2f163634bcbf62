"""What the parts of a figure are called, and how numbers and their changes are written."""

from __future__ import annotations

from functools import cache

from anxin.figures.compute import Value
from anxin.regulation.rules import load
from anxin.regulation.vocabulary import categories, exemption_grounds

RESULTS = {"corrected": "已更正", "withdrawn": "已撤回", "published": "已公开", "unfounded": "经核实无需更正"}
LEVELS = {"supreme": "最高人民检察院", "provincial": "省级院", "municipal": "分州市级院", "county": "县区级院"}
CHANNELS = {"internet": "互联网", "telephone": "电话", "mail": "邮件", "window": "检察服务窗口"}


@cache
def _words() -> dict[str, dict[str, str]]:
    rules = load("2014-trial")
    return {
        "exempt": {code: entry.title for code, entry in exemption_grounds(rules).items()},
        "announcements": {str(entry.values["code"]): entry.title for entry in categories(rules)},
        "announcement_level": LEVELS,
        "complaint_outcome": RESULTS,
        "applications": CHANNELS,
        "answered": CHANNELS,
    }


def parts(value: Value) -> list[tuple[str, int]]:
    """(name, number) of what a figure consists of, the greatest first; names by the regulation's vocabulary."""
    words = _words().get(value.figure.split.rstrip(":"), {})
    return [(words.get(code, "其他"), n) for code, n in value.parts]


def change(now: Value, before: Value) -> str:
    """How a figure moved: 上升2.1个百分点, 减少3件, 持平; empty where one of them is missing."""
    if now.number is None or before.number is None:
        return ""
    ratio = now.figure.kind == "ratio"
    moved = round(now.number, 1) - round(before.number, 1)
    if abs(moved) < 0.05:
        return "持平"
    up, down = ("上升", "下降") if ratio else ("增加", "减少")
    size = f"{abs(moved):.1f}个百分点" if ratio else f"{abs(moved):,.0f}{now.figure.unit}"
    return f"{up if moved > 0 else down}{size}"


def with_unit(value: Value) -> str:
    """98.5%, 1,024件, 9日; a dash where there is no value."""
    return value.text if value.number is None or value.figure.kind == "ratio" else f"{value.text}{value.figure.unit}"

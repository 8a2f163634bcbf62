"""Overlays: what a province (or an organ) adds to the national set. They may tighten, never loosen (Art 27)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from anxin.regulation.rules import Entry, RuleError, RuleSet, merge

ADDABLE = ("excluded", "sign", "anonymity", "masked_kind", "chain")
WORDS = ("title", "sentence", "open")
Tighter = Callable[[Any, Any, Entry], bool]


def _later_in(*order: str) -> Tighter:
    return lambda old, new, entry: new in order and order.index(new) >= order.index(old)


def _superset(old: Any, new: Any, entry: Entry) -> bool:
    return set(new) >= set(old)


def _later_option(old: Any, new: Any, entry: Entry) -> bool:
    return _later_in(*entry.values["options"])(old, new, entry)


TIGHTER: Mapping[tuple[str, str], Tighter] = {
    ("period", "count"): lambda old, new, entry: isinstance(new, int) and 0 < new <= old,
    ("period", "rolls"): lambda old, new, entry: old or not new,
    ("parameter", "value"): _later_option,
    ("anonymity", "outcome"): _later_in("keep", "ask", "mask"),
    ("excluded", "outcome"): _later_in("wait", "refer", "refuse"),
    ("sign", "outcome"): _later_in("wait", "refer", "refuse"),
    ("sign", "words"): _superset,
    ("sign", "marks"): _superset,
    ("sensitive_class", "action"): _later_in("caution", "approval", "block"),
    ("sensitive_class", "words"): _superset,
    ("official_rank", "flags"): _superset,
}


def apply(rules: RuleSet, data: Mapping[str, Any]) -> RuleSet:
    """``rules`` with one overlay. Raises RuleError with every change that would loosen, each naming the rule."""
    found: list[str] = []
    tables = dict(rules.tables)
    for row in data.get("stricter", ()):
        entry = next((e for e in rules.entries() if e.id == row["id"]), None)
        if entry is None:
            found.append(f"没有条目 {row['id']}，不能收紧")
            continue
        found += [_refusal(entry, key, new, data) for key, new in row.items() if not _tightens(entry, key, new)]
        tables[entry.table] = tuple(
            _changed(e, row, data["id"]) if e.id == entry.id else e for e in tables[entry.table]
        )
    for table in ADDABLE:
        own = [replace(Entry.from_row(table, row), overlay=data["id"]) for row in data.get(table, ())]
        found += [
            f"《{data['title']}》增加的 {e.id} 不能成立：{why}" for e in own if (why := _addition_fault(e, rules))
        ]
        tables[table] = merge(tables.get(table, ()), own)
    if found:
        raise RuleError("\n".join(found))
    return replace(rules, tables=tables, overlays=(*rules.overlays, data["id"]))


def _tightens(entry: Entry, key: str, new: Any) -> bool:
    if key == "id" or key in WORDS:
        return True
    judge = TIGHTER.get((entry.table, key))
    return judge is not None and bool(judge(entry.get(key), new, entry))


def _refusal(entry: Entry, key: str, new: Any, data: Mapping[str, Any]) -> str:
    return (
        f"《{data['title']}》把 {entry.id} 的 {key} 由 {entry.get(key)} 改为 {new}，会放宽“{entry.title}”"
        f"（依据 {entry.article}）；实施细则只能收紧（第二十七条）"
    )


def _changed(entry: Entry, row: Mapping[str, Any], overlay: str) -> Entry:
    values = {**entry.values, **{k: v for k, v in row.items() if k != "id" and k not in WORDS}}
    return replace(entry, values=values, overlay=overlay, **{k: row[k] for k in WORDS if k in row})


def _addition_fault(entry: Entry, rules: RuleSet) -> str:
    """Why a new entry would loosen something; empty when it only adds protection."""
    if any(e.id == entry.id for e in rules.entries()):
        return "条目编号已经有了，要收紧它请写在 stricter 里"
    if entry.table == "anonymity" and entry.values["outcome"] != "mask":
        return "增加的匿名规则只能是匿名（mask），否则会放宽第十九条"
    if entry.table == "masked_kind" and any(e.get("kind") == entry.get("kind") for e in rules.table("masked_kind")):
        return f"屏蔽内容 {entry.get('kind')} 已有规定"
    if entry.table == "chain":
        return _step_fault(entry, [e for e in rules.table("chain") if e.values["purpose"] == entry.values["purpose"]])
    return ""


def _step_fault(entry: Entry, steps: list[Entry]) -> str:
    orders = sorted({int(e.values["order"]) for e in steps})
    if int(entry.values["order"]) in orders:
        return "与规定的步骤顺序相同，会顶替原来的步骤"
    if not orders[0] < int(entry.values["order"]) < orders[-1]:
        return "增加的步骤应当在承办人之后、最后一步之前"
    return ""

"""Who has to sign before something is disclosed or circulated (Art 13, 14, 17, 19, 21, 23, 25): the steps in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from anxin.regulation.decision import Decision
from anxin.regulation.rules import Entry, RuleSet

PURPOSES = ("document", "announcement", "name_disclosure", "exemption", "withdrawal", "kiosk", "circular",
            "announcement_withdrawal")  # fmt: skip
DUTIES = (
    "handler",
    "department_head",
    "deputy_chief",
    "chief",
    "deputy_or_chief",
    "case_management",
    "press",
    "office",
    "secrecy",
)
FLAGS = {
    "assigned": "上级人民检察院交办",
    "supervised": "上级人民检察院督办",
    "major": "重大案件",
    "sensitive": "敏感案件",
    "nationwide": "在全国范围内有重大影响",
}
"""The marks of Article 13 and their names."""


class OrganTree(Protocol):
    """What a chain needs to know of the procuratorates."""

    def parent(self, code: str) -> str | None: ...

    def level(self, code: str) -> str: ...

    def has_press(self, code: str) -> bool: ...


def superiors(organ: str, tree: OrganTree) -> list[str]:
    """Every organ above, the direct superior first, the Supreme People's Procuratorate last."""
    found: list[str] = []
    above = tree.parent(organ)
    while above:
        found.append(above)
        above = tree.parent(above)
    return found


def chain(
    purpose: str,
    organ: str,
    organ_has_press: bool | None,
    assigned_by: str | None,
    flags: Mapping[str, bool],
    rules: RuleSet,
    tree: OrganTree,
) -> Decision:
    """Steps for ``purpose``: details.steps [{organ, duty, action, article, entry}], handler first, release last.

    ``organ_has_press`` overrides the tree. The flags of Art 13 only have a meaning for announcements; ``assigned_by``
    is the organ that assigned or supervised the case (default: the direct superior). Raises ValueError for an unknown
    purpose and for an ``assigned_by`` that is not above ``organ``; KeyError for an unknown organ.
    """
    if purpose not in PURPOSES:
        raise ValueError(f"没有这种流程：{purpose}（可选：{'、'.join(PURPOSES)}）")
    above = superiors(organ, tree)
    announcing = purpose == "announcement"
    if announcing and assigned_by and above and assigned_by not in above:
        raise ValueError(f"交办、督办的院 {assigned_by} 不是 {organ} 的上级人民检察院。")
    raised = {name for name, value in flags.items() if value}
    if announcing and assigned_by and above:
        raised.add("assigned")
    press = tree.has_press(organ) if organ_has_press is None else organ_has_press
    taken = _steps(purpose, organ, press, assigned_by, raised, above, rules)
    steps = [
        {"organ": code, "duty": e.values["duty"], "action": e.sentence, "article": e.article, "entry": e.reference}
        for e, code in taken
    ]
    names = [e.title + ("" if code == organ else f"（{code}）") for e, code in taken]
    return rules.decide("chain", taken[0][0], f"依次办理：{'、'.join(names)}。", steps=steps)


def _steps(
    purpose: str,
    organ: str,
    press: bool,
    assigned_by: str | None,
    raised: set[str],
    above: list[str],
    rules: RuleSet,
) -> list[tuple[Entry, str]]:
    """Rows that apply with the organ that acts; within one order from below to above, each organ once."""
    acting = {"own": [organ], "superior": [assigned_by or above[0]] if above else [], "every_level": above}
    upwards = [organ, *above]
    steps: dict[tuple[int, int], tuple[Entry, str]] = {}
    for entry in rules.table("chain"):
        applies = (
            entry.values["purpose"] == purpose
            and entry.get("press", press) == press
            and ("when" not in entry.values or raised & set(entry.values["when"]))
        )
        for code in acting[entry.values["where"]] if applies else ():
            steps.setdefault((int(entry.values["order"]), upwards.index(code)), (entry, code))
    return [steps[place] for place in sorted(steps)]

"""The engine's questions to the rule set, in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from anxin.regulation.case import Case, Participant
from anxin.regulation.decision import Decision

_ARTICLES = {
    "id_card": "20(1)", "phone": "20(1)", "bank_card": "20(1)", "org_account": "20(3)", "email": "20(1)", "qq": "20(1)",
    "wechat": "20(1)", "alipay": "20(1)", "plate": "20(6)", "passport": "20(1)", "home_address": "20(1)", "health": "20(1)",
    "birth": "20(1)", "minor_birth": "20(2)", "school": "20(2)", "secret": "20(4)", "certificate": "20(1)", "inference": "20(5)",
    "online_account": "20(1)",
}


class Law:
    """Answers of one rule set for one document type."""

    def __init__(self, rules: Any, doc_type: str) -> None:
        self.rules = rules
        self.doc_type = doc_type

    def gate(self, case: Case, *, title: str = "", number: str = "", text: str = "") -> Decision:
        if any(p.minor and p.role in ("defendant", "non_prosecuted") for p in case.participants) or "未检" in number:
            return Decision("refuse", "4", "local", "juvenile", "未成年人犯罪案件，不得公开。")
        if self.doc_type in ("起诉书", "抗诉书") and not case.judgment_effective:
            return Decision("refuse", "18(1)", "local", "judgment", "判决、裁定尚未生效，不得发布。")
        return Decision("publish", "18", "local", "publish", "应当公开。")

    def name(self, person: Participant) -> Decision:
        role, sentence = person.role, person.sentence
        if person.consent_to_name and not person.minor:
            return Decision("keep", "19(P2)", "local", "consent", "本人申请公开姓名。")
        if role in ("official", "lawyer"):
            return Decision("keep", "22", "local", role, "履行职务。")
        if role == "defendant":
            if person.recidivist or person.habitual:
                return Decision("keep", "22", "local", "recidivist", "累犯。")
            if sentence is None:
                return Decision("ask", "19(3)", "local", "unknown", "刑期不明。")
            if sentence.type in ("无期徒刑", "死刑", "死刑缓期二年执行") or (sentence.months or 0) > 36:
                return Decision("keep", "22", "local", "long", "三年以上。")
            return Decision("mask", "19(3)", "local", "short", "三年以下。")
        article = {"non_prosecuted": "19(2)", "other": "20(4)"}.get(role, "19(1)")
        return Decision("mask", article, "local", role, "匿名处理。")

    def article(self, kind: str) -> str:
        return _ARTICLES.get(kind, "20(6)")

"""The engine's questions to the rule set, in one place: may it be published, whose name stays, what is masked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from anxin.redaction.lexicon import alternation
from anxin.regulation import anonymity, disclosure, masking
from anxin.regulation.case import Case, Participant
from anxin.regulation.decision import Decision
from anxin.regulation.masking import MaskedKind
from anxin.regulation.rules import RuleSet, load

DEFAULT = "2014-trial"
_NUMBER = re.compile(
    r"^[^\s。，；]{1,24}检[^\s。，；]{0,12}[〔\[(（【]?\d{4}[〕\])）】]?[^\s。，；]{0,10}号[ \u3000]*$", re.M
)
_HEAD = 400
# Widths of the stars: one per kind, whatever the value.
_WIDTHS = {"id_card": 18, "phone": 11, "bank_card": 16, "org_account": 16, "passport": 9, "plate": 7}


class Law:
    """Answers of one rule set for one document of one case."""

    def __init__(self, rules: RuleSet | None, doc_type: str, case: Case) -> None:
        self.rules = rules or load(DEFAULT)
        self.doc_type = doc_type
        self.case = case
        self.kinds = _kinds(_Box(self.rules))
        self.parameters = _parameters(_Box(self.rules))

    def gate(self, text: str, *, title: str = "", number: str = "") -> Decision:
        """``text`` is the view's; it is read again in full only when a word of some sign is in it."""
        if not number:
            m = _NUMBER.search(text, 0, _HEAD)
            number = m.group().strip() if m else ""
        signs = _signs(_Box(self.rules))
        whole = text if signs.search(text) else ""
        return disclosure.decide(self.doc_type, title, number, self.case, self.rules, whole)

    def name(self, person: Participant) -> Decision:
        """``mask``, ``keep`` or ``ask`` (masked until someone decides)."""
        if person.role == "petitioner":
            return anonymity.decide(person, self.doc_type, self.case, self.rules)
        young = any(p.minor and p.role == "victim" for p in self.case.participants)
        return _decided(
            replace(person, key="", name="", title="", aliases=(), sex="", birth=""), young, _Box(self.rules)
        )

    def kind(self, kind: str) -> MaskedKind:
        return self.kinds.get(kind) or self.kinds["other"]

    def replacement(self, kind: str) -> str:
        """What stands in a masked place: the same for every value of a kind, so that its length says nothing."""
        style, written = self.kind(kind).style, masking_symbols(_Box(self.rules))
        if style == "words" or kind == "minor_birth":
            return written.words
        if style == "date":
            two = written.star * 2
            dates = {"year_month": two, "mask": f"{two * 2}年{two}月{two}日"}
            return dates.get(self.parameters.get("adult_birth", "year"), f"{two}月{two}")
        return written.star * (4 if style == "address" else _WIDTHS.get(kind, 8))

    @property
    def placeholder(self) -> str:
        return masking_symbols(_Box(self.rules)).placeholder


class _Box:
    """A rule set as a cache key: rule sets are immutable, and the same one is used for a whole run."""

    __slots__ = ("rules",)

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Box) and self.rules is other.rules


@lru_cache(maxsize=4096)
def _decided(person: Participant, young: bool, box: _Box) -> Decision:
    others = (Participant("v", "", "victim", minor=True),) if young else ()
    return anonymity.decide(person, "", Case(participants=others), box.rules)


@lru_cache(maxsize=8)
def masking_symbols(box: _Box) -> masking.Symbols:
    return masking.symbols(box.rules)


@lru_cache(maxsize=8)
def _kinds(box: _Box) -> Mapping[str, MaskedKind]:
    return masking.masked_kinds(box.rules)


@lru_cache(maxsize=8)
def _parameters(box: _Box) -> Mapping[str, str]:
    return masking.parameters(box.rules)


@lru_cache(maxsize=8)
def _signs(box: _Box) -> re.Pattern[str]:
    """Any word or mark that some sign of the rule set is made of."""
    found = {w for e in box.rules.table("sign") for w in (*e.get("words", ()), *e.get("marks", ()))}
    return re.compile(alternation(w.replace(":", "：") for w in found) + "|" + alternation(found))

"""The engine's questions to the rule set, in one place: may it be published, whose name stays, what is masked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from anxin.regulation import anonymity, disclosure, masking, signs
from anxin.regulation.case import Case, Participant, Sentence
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
        self.kinds = _kinds(self.rules)
        self.parameters = _parameters(self.rules)
        self.placeholder = masking_symbols(self.rules).placeholder
        self._young = any(p.minor and p.role == "victim" for p in case.participants)

    def gate(self, text: str, *, title: str = "", number: str = "") -> Decision:
        """``text`` is the view's; below its head it is read only when a word of an internal form is in it."""
        if not number:
            m = _NUMBER.search(text, 0, _HEAD)
            number = m.group().strip() if m else ""
        body = any(map(text.__contains__, _form_words(self.rules)))
        return disclosure.decide(self.doc_type, title, number, self.case, self.rules, text if body else signs.head(text))

    def name(self, person: Participant) -> Decision:
        """``mask``, ``keep`` or ``ask`` (masked until someone decides)."""
        if person.role == "petitioner":
            return anonymity.decide(person, self.doc_type, self.case, self.rules)
        p = person
        return _decided(
            p.role, p.minor, p.sentence, p.recidivist, p.habitual, p.consent_to_name, self._young, self.rules
        )

    def kind(self, kind: str) -> MaskedKind:
        return self.kinds.get(kind) or self.kinds["other"]

    def replacement(self, kind: str) -> str:
        """What stands in a masked place: the same for every value of a kind, so that its length says nothing."""
        return _replacement(kind, self.kind(kind).style, self.rules)


@lru_cache(maxsize=4096)
def _decided(
    role: str,
    minor: bool,
    sentence: Sentence | None,
    recidivist: bool,
    habitual: bool,
    consent: bool,
    young: bool,
    rules: RuleSet,
) -> Decision:
    """The decision about anybody of whom the same is known. ``young``: a victim of the case is a minor."""
    person = Participant(
        "", "", role, minor=minor, sentence=sentence, recidivist=recidivist, habitual=habitual, consent_to_name=consent
    )
    others = (Participant("v", "", "victim", minor=True),) if young else ()
    return anonymity.decide(person, "", Case(participants=others), rules)


@lru_cache(maxsize=256)
def _replacement(kind: str, style: str, rules: RuleSet) -> str:
    written = masking_symbols(rules)
    if style == "words" or kind == "minor_birth":
        return written.words
    if style == "date":
        two = written.star * 2
        dates = {"year_month": two, "mask": f"{two * 2}年{two}月{two}日"}
        return dates.get(_parameters(rules).get("adult_birth", "year"), f"{two}月{two}")
    return written.star * (4 if style == "address" else _WIDTHS.get(kind, 8))


@lru_cache(maxsize=8)
def masking_symbols(rules: RuleSet) -> masking.Symbols:
    return masking.symbols(rules)


@lru_cache(maxsize=8)
def _kinds(rules: RuleSet) -> Mapping[str, MaskedKind]:
    return masking.masked_kinds(rules)


@lru_cache(maxsize=8)
def _parameters(rules: RuleSet) -> Mapping[str, str]:
    return masking.parameters(rules)


@lru_cache(maxsize=8)
def _form_words(rules: RuleSet) -> tuple[str, ...]:
    """Words of the signs that may stand anywhere in a text, as the view writes them."""
    found = {w for e in rules.table("sign") if "text" in e.values["in"] for w in e.get("words", ())}
    return tuple(found | {w.replace(":", "：") for w in found})

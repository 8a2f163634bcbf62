"""From a draft to its public text: engine's spans, people's decisions, answered doubts (Art 19, 20, 22). Reads only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from anxin.files.model import Document
from anxin.files.write.masked import masked
from anxin.inner.actor import Refused
from anxin.inner.documents import law, served
from anxin.inner.documents.models import Draft
from anxin.redaction.apply import apply, equal_outside
from anxin.redaction.model import Analysis, Doubt, Person, Span
from anxin.redaction.review import ReviewDecision, add_everywhere, merge
from anxin.redaction.verify import Hit, protected_values, verify
from anxin.regulation.decision import Decision

TITLE_ROLES = ("defendant", "non_prosecuted", "petitioner")


class Unreadable(Refused):
    """What is stored of a draft does not fit its served text; nothing can be shown, reported or published of it."""

    def __init__(self) -> None:
        super().__init__(
            "这份文书的屏蔽记录与送达原文对不上，可能被改动过，不能查看、报请或者发布。"
            "请保全数据，并报告技术信息部门和保密部门（规定第二十二条）。"
        )


@dataclass(frozen=True)
class Processing:
    """Everything that follows from a draft as it stands."""

    draft: Draft

    @cached_property
    def doubts(self) -> list[Doubt]:
        return [Doubt.from_json(d) for d in self.draft.doubts]

    @cached_property
    def open_doubts(self) -> list[int]:
        """Indexes of doubts nobody answered."""
        return [i for i in range(len(self.doubts)) if str(i) not in self.draft.answers]

    @cached_property
    def people(self) -> list[Person]:
        return [Person(**p) for p in self.draft.people]

    @cached_property
    def spans(self) -> list[Span]:
        """The final spans: what the engine found, changed by people, with the doubts answered by "mask"."""
        found = [Span.from_json(s) for s in self.draft.found]
        answered = [
            replace(doubt.suggestion, decided_by=answer["by"])
            for i, doubt in enumerate(self.doubts)
            if (answer := self.draft.answers.get(str(i))) and answer["mask"] and doubt.suggestion
        ]
        decisions = [ReviewDecision.from_json(d) for d in self.draft.decisions]
        everywhere = [e for d in decisions for e in (add_everywhere(self.original, d) if d.action == "add" else [d])]
        return list(
            merge(self._analysis(sorted([*found, *answered], key=lambda s: s.start)), everywhere, self.original)
        )

    def _analysis(self, spans: list[Span]) -> Analysis:
        return Analysis(Decision(**self.draft.gate), tuple(self.people), tuple(spans), tuple(self.doubts))

    @cached_property
    def original(self) -> str:
        return self.draft.document.text

    @cached_property
    def public_text(self) -> str:
        """The masked text. Raises ``Unreadable`` when the spans are not those of this text."""
        try:
            return apply(self.spans, self.original)
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable from error

    @cached_property
    def public_document(self) -> Document:
        return masked(served.model_of(self.draft.document), self.spans)

    @cached_property
    def public_title(self) -> str:
        """Type, first person in symbols, charge: 起诉书（张某某等盗窃案）. The served title is never used."""
        named = [p for p in self.people if p.registered and p.role in TITLE_ROLES]
        charge = self.draft.document.case.charge.removesuffix("罪")
        who = (named[0].symbol or named[0].name) + ("等" if len(named) > 1 else "") if named else ""
        return f"{self.draft.document.doc_type}（{who}{charge}案）" if who or charge else self.draft.document.doc_type

    @cached_property
    def public_hash(self) -> str:
        return served.digest(self.public_text)

    @cached_property
    def residue(self) -> list[Hit]:
        """What an independent reader still finds of the protected values in the public text."""
        case = self.draft.document.case
        if law.shown_unmasked(self.draft.document):
            return []
        values = protected_values(self._protected(), case.facts(), self.original)
        rules = law.rules_for(case)
        return [
            *verify(self.public_text, values, rules, self._left_by_people),
            *verify(self.public_title, values, rules),
        ]

    def _protected(self) -> Analysis:
        """The final spans with the people they protect: someone whom a reviewer found to be nobody is left out."""
        masked_people = {span.person for span in self.spans}
        people = tuple(p for p in self.people if p.registered or p.key in masked_people)
        spans = [span for span in self.spans if span.kind != served.RUNNING_HEAD]  # its words may stand in the body
        return replace(self._analysis(spans), people=people)

    @property
    def _left_by_people(self) -> list[tuple[int, int]]:
        """Places of the public text that somebody looked at and left readable, with a reason."""
        kept = [(d["start"], d["end"]) for d in self.draft.decisions if d["action"] == "reject"]
        kept += [
            (d.start, d.end)
            for i, d in enumerate(self.doubts)
            if not self.draft.answers.get(str(i), {"mask": 1})["mask"]
        ]
        moved = [(s.end, len(s.replacement) - (s.end - s.start)) for s in self.spans]

        def public(at: int) -> int:
            return at + sum(by for end, by in moved if end <= at)

        return [(public(start), public(end)) for start, end in kept]

    @cached_property
    def equal(self) -> bool:
        """Whether the public text equals the served one outside the masks (Art 22)."""
        return equal_outside(self.original, self.public_text, self.spans)

    @cached_property
    def content_hash(self) -> str:
        return self.draft.content_hash(self.public_text)

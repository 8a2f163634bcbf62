"""From a draft to its public text: engine's spans, people's decisions, answered doubts (Art 19, 20, 22). Reads only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from anxin.files.model import Document
from anxin.files.write.masked import masked
from anxin.inner.documents import law, served
from anxin.inner.documents.models import Draft
from anxin.redaction.apply import apply, equal_outside
from anxin.redaction.model import Doubt, Person, Span
from anxin.redaction.review import merge
from anxin.redaction.verify import Hit, protected_values, verify

TITLE_ROLES = ("defendant", "non_prosecuted", "petitioner")


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
        return merge(found + answered, self.draft.decisions)

    @cached_property
    def original(self) -> str:
        return self.draft.document.text

    @cached_property
    def public_text(self) -> str:
        return apply(self.spans, self.original)

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
        values = protected_values(self.draft.found, self.draft.people, case.facts(), self.original)
        rules = law.rules_for(case)
        return [*verify(self.public_text, values, rules), *verify(self.public_title, values, rules)]

    @cached_property
    def equal(self) -> bool:
        """Whether the public text equals the served one outside the masks (Art 22)."""
        return equal_outside(self.original, self.public_text, self.spans)

    @cached_property
    def content_hash(self) -> str:
        return self.draft.content_hash(self.public_text)

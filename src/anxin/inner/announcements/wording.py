"""From a version to its public text: names by their table, values masked, what may not stand (Art 4, 11)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from anxin.files.model import Document, Mark, Paragraph, Run, Section
from anxin.inner.announcements import law
from anxin.inner.announcements.models import Picture, Version
from anxin.lint import lint
from anxin.redaction.apply import apply, equal_outside, marks
from anxin.redaction.engine import analyse
from anxin.redaction.model import Analysis, Person, Span
from anxin.redaction.verify import Hit, protected_values, verify
from anxin.regulation import case as facts
from anxin.regulation.decision import Decision

DOC_TYPE = "重要案件信息"


@dataclass(frozen=True)
class Objection:
    """A sentence that may not stand, until it is changed or somebody else says why it may. Offsets: public body."""

    start: int
    end: int
    text: str
    article: str
    sentence: str


def process(version: Version) -> None:
    """Read title and text with the engine; what it finds, doubtful or not, is masked."""
    analysis, named, decided = _read(version, original(version))
    version.spans = [span.to_json() for span in _masked(analysis)]
    version.doubts = [
        {"text": d.expected, "sentence": d.sentence, "article": d.article or "20"}
        for d in analysis.doubts
        if not d.suggestion and not (d.type == "unknown_sentence" and d.expected in named)  # the table decided
    ]  # fmt: skip
    version.people = [
        vars(p) | ({"sentence": decided[p.key].sentence, "article": decided[p.key].article} if p.key in decided else {})
        for p in analysis.people
    ]


def _read(version: Version, text: str) -> tuple[Analysis, set[str], dict[str, Decision]]:
    """What the engine finds in a text of the item, the names of its case, the decisions on them."""
    item = version.announcement
    known = item.case.facts() if item.case else None
    case, decided = law.naming(item, law.stage(item.case, known), known)
    symbols = dict(item.case.symbols.values_list("person", "symbol")) if item.case else {}
    analysis = analyse(text, DOC_TYPE, case, law.rules_of(item.organ), symbols)
    return analysis, {p.name for p in case.participants}, decided


def _masked(analysis: Analysis) -> list[Span]:
    """The engine's spans and what it suggests at its doubts, none over another."""
    suggested = [d.suggestion for d in analysis.doubts if d.suggestion]
    kept: list[Span] = []
    for span in sorted([*analysis.spans, *suggested], key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def reveals(version: Version, words: str) -> bool:
    """Whether words that nothing masks (a ground, a note, alternative text) hold what has to be masked (Art 4, 20)."""
    return bool(words) and bool(_masked(_read(version, words)[0]))


def original(version: Version) -> str:
    return f"{version.title}\n{version.text}"


@dataclass(frozen=True)
class Wording:
    """Everything that follows from a version as it stands."""

    version: Version

    @cached_property
    def spans(self) -> list[Span]:
        return [Span.from_json(s) for s in self.version.spans]

    @cached_property
    def public(self) -> str:
        return apply(self.spans, original(self.version))

    @property
    def title(self) -> str:
        return self.public.partition("\n")[0]

    @property
    def body(self) -> str:
        return self.public.partition("\n")[2]

    @cached_property
    def facts(self) -> facts.Case | None:
        """The case as it is now, read once."""
        case = self.version.announcement.case
        return case.facts() if case else None

    @cached_property
    def stage(self) -> str:
        return law.stage(self.version.announcement.case, self.facts, self.steps)

    @cached_property
    def steps(self) -> law.Steps:
        """What happened in the case."""
        case = self.version.announcement.case
        return law.steps(case) if case else []

    @cached_property
    def pictures(self) -> list[Picture]:
        return list(self.version.pictures.all())

    @property
    def pending(self) -> bool:
        return self.stage == "pending"

    @cached_property
    def beside(self) -> str:
        """What goes out beside title and text, a line each: the note of a correction, the words for and in pictures."""
        words = (self.version.correction, *(p.alt for p in self.pictures), *(p.transcript for p in self.pictures))
        return "\n".join(dict.fromkeys(w for w in words if w))  # the pages of one file have one transcript

    @cached_property
    def read_beside(self) -> Analysis | None:
        """What the engine finds and doubts in what goes out beside the text."""
        return _read(self.version, self.beside)[0] if self.beside else None

    @cached_property
    def objections(self) -> list[Objection]:
        """What the linter and the engine's doubts hold against title and text, and against what goes out beside it."""
        shift = len(self.title) + 1
        found = [
            Objection(f.start - shift, f.end - shift, f.text, "11(P2)", f.sentence)
            for f in lint(self.public, self.pending) if f.blocks
        ]  # fmt: skip
        found += [Objection(-1, -1, f.text, "11(P2)", f"更正说明、图片的替代文字或者图中文字：{f.sentence}")
                  for f in lint(self.beside, self.pending) if f.blocks]  # fmt: skip
        if self.read_beside:  # nothing is masked there: a doubt is answered for, or the words are changed
            found += [Objection(-1, -1, d.expected, d.article or "20", d.sentence) for d in self.read_beside.doubts]
        for doubt in self.version.doubts:
            at = self.body.find(doubt["text"])
            end = at + len(doubt["text"]) if at >= 0 else at  # in no place of the public text: named without a place
            found.append(Objection(at, end, doubt["text"], doubt["article"], doubt["sentence"]))
        return found

    @property
    def unresolved(self) -> list[Objection]:
        return [o for o in self.objections if o.text not in self.version.justified]

    @cached_property
    def residue(self) -> list[Hit]:
        """What an independent reader still finds of the protected values, in the text and beside it."""
        announcement = self.version.announcement
        case, _ = law.naming(announcement, self.stage, self.facts)
        people = tuple(Person(**p) for p in self.version.people)
        analysis = Analysis(Decision("publish", "11", "", "", ""), people, tuple(self.spans), ())
        values = protected_values(analysis, case, original(self.version))
        return list(verify(f"{self.public}\n{self.beside}".rstrip(), values, law.rules_of(announcement.organ)))

    @property
    def equal(self) -> bool:
        return equal_outside(original(self.version), self.public, self.spans)

    @cached_property
    def document(self) -> Document:
        """The body as the public page sets it: paragraphs, with the masked places marked."""
        shift, blocks, at = len(self.title) + 1, [], 0
        for line in self.body.split("\n"):
            blocks.append(Paragraph(at, at + len(line), (Run(at, at + len(line)),) if line else (), first_indent=32.0))
            at += len(line) + 1
        found = [Mark(a - shift, b - shift, article, kind) for a, b, article, kind in marks(self.spans) if a >= shift]
        return Document(self.body, (Section("body", tuple(blocks)),), marks=tuple(found), format="text")

    @property
    def content_hash(self) -> str:
        """SHA-256 of what an approver sees: both texts, spans, secrecy review, justifications, pictures."""
        v = self.version
        pictures = [(p.digest, p.alt, *((p.transcript, p.wordless) if p.is_read else ())) for p in self.pictures]
        body = [v.announcement_id, v.number, v.title, v.text, self.public, v.spans, v.secrecy, v.secrecy_checks,
                v.secrecy_note, v.secrecy_answer, v.justified, v.correction, pictures]  # fmt: skip
        return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

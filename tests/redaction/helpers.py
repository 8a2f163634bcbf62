"""Small documents for the engine's tests. All people and numbers are invented."""

from __future__ import annotations

from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse
from anxin.regulation.case import Case


def case(*people: tuple, **more) -> Case:
    """People as (name, role) or (name, role, months) or (name, role, {fields})."""
    rows = []
    for number, (name, role, *rest) in enumerate(people):
        row = {"key": f"k{number}", "name": name, "role": role}
        if rest and isinstance(rest[0], dict):
            row |= rest[0]
        elif rest:
            row["sentence"] = {"type": "有期徒刑", "months": rest[0]}
        rows.append(row)
    return Case.from_json({"participants": rows, "closed": True, "judgment_effective": True, **more})


def masked(text: str, people: Case | None = None, doc_type: str = "起诉书", **options) -> str:
    """The public text of a document, without the net unless asked."""
    result = analyse(text, doc_type, people or case(), net=options.pop("net", False), **options)
    return apply(result.spans, text)


def kinds(text: str, people: Case | None = None, doc_type: str = "起诉书") -> list[tuple[str, str]]:
    return [(s.kind, s.expected) for s in analyse(text, doc_type, people or case(), net=False).spans]

"""File in, masked file and report out: reading, engine, writers and proof in one call, without server or database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from importlib.resources import files
from typing import Any

from anxin.files.model import Document
from anxin.files.read import read
from anxin.files.write.docx import write_docx
from anxin.files.write.html import write_html
from anxin.files.write.masked import masked, running_heads, without_running_heads
from anxin.proof.check import check
from anxin.redaction.engine import analyse
from anxin.redaction.model import Analysis, Span
from anxin.regulation.case import Case
from anxin.regulation.decision import Decision
from anxin.regulation.rules import RuleSet, load
from anxin.regulation.signs import signs

FORMATS = ("docx", "pdf", "html", "txt")
PUBLISHABLE = ("publish", "kiosk")


class UnknownType(ValueError):
    """The type of the document is not given and its title does not say it."""


@dataclass(frozen=True)
class Masked:
    """One document after masking. ``public`` is None when it may not be published."""

    original: bytes
    document: Document
    doc_type: str
    case: Mapping[str, Any]
    analysis: Analysis
    spans: tuple[Span, ...] = ()
    public: Document | None = None

    @property
    def title(self) -> str:
        return self.doc_type


def mask(data: bytes, name: str, case_data: Mapping[str, Any], doc_type: str = "", ruleset: str = "2014-trial",
         net: bool = True) -> Masked:
    """Read and mask one file. Raises ``Refused`` for a file that cannot be read and ``UnknownType``."""
    rules, document = load(ruleset), read(data, name)
    doc_type = doc_type or type_of(document, rules)
    analysis = analyse(without_running_heads(document), doc_type, Case.from_json(case_data), rules, net=net)
    if mark := marked_secret(document, rules):
        analysis = replace(analysis, gate=mark)
    out = Masked(data, document, doc_type, case_data, analysis)
    if analysis.gate.outcome not in PUBLISHABLE:
        return out
    spans = all_spans(document, analysis)
    return replace(out, spans=tuple(spans), public=masked(document, spans))


def marked_secret(document: Document, rules: RuleSet) -> Decision | None:
    """A mark in a header or footer that forbids publication. 内部资料 there is an office's note on its copy: it goes
    with the header; only as the name of the document does it make an internal one (Article 18)."""
    heads = "\n".join(document.text[a:b] for a, b in running_heads(document))
    found = [e for e in signs(rules, "", "", "", heads) if e.id != "sign.internal_document"]
    return rules.decide(found[0].values["outcome"], found[0]) if found else None


def type_of(document: Document, rules: RuleSet) -> str:
    """The document's type as its title says it."""
    names = sorted((n for e in rules.table("document_type") for n in e.values["names"]), key=len, reverse=True)
    lines = [re.sub(r"\s", "", document.text[p.start:p.end]) for p in document.paragraphs()][:20]
    for line in lines:
        if found := next((n for n in names if len(line) <= len(n) + 24 and line.endswith(n)), None):
            return str(found)
    raise UnknownType("从标题看不出文书种类，请用 --type 指明（例如 --type 起诉书）。")


def all_spans(document: Document, analysis: Analysis) -> list[Span]:
    """Headers and footers away, the engine's spans, and what nobody has decided yet: masked until someone does."""
    spans = [Span(a, b, document.text[a:b], "running_head", "20(6)", "", sentence="页眉页脚不属于送达文书的内容。")
             for a, b in running_heads(document)]
    asked = (d.suggestion for d in analysis.doubts if d.suggestion)
    for span in (*analysis.spans, *asked):
        if all(span.end <= s.start or s.end <= span.start for s in spans):
            spans.append(span)
    return sorted(spans, key=lambda s: s.start)


def written(result: Masked, form: str) -> bytes:
    """The public file in one of ``FORMATS``. Raises ``Unwritable``; ValueError when nothing may be published."""
    public = result.public
    if public is None:
        raise ValueError(result.analysis.gate.sentence)
    if form == "docx":
        return write_docx(public)
    if form == "pdf":
        from anxin.files.write.pdf import write_pdf
        return write_pdf(public, title=result.title)
    if form == "html":
        style = (files("anxin.files.write") / "document.css").read_text("utf-8")
        head = f'<meta charset="utf-8">\n<title>{escape(result.title)}</title>\n<style>\n{style}</style>'
        page = f'<!doctype html>\n<html lang="zh-CN">\n<head>\n{head}\n</head>\n<body>\n{write_html(public)}</body>\n</html>\n'
        return page.encode()
    return public.text.replace("\v", "\n").encode()


def report(result: Masked, outputs: Mapping[str, bytes]) -> dict[str, Any]:
    """What was decided and why, for the clerk: places and articles, not the masked text."""
    gate = result.analysis.gate
    out: dict[str, Any] = {
        "doc_type": result.doc_type,
        "gate": {"outcome": gate.outcome, "article": gate.article, "sentence": gate.sentence},
        "hidden": [{"kind": h.kind, "place": h.place, "sentence": h.sentence} for h in result.document.hidden],
    }
    if result.public is not None:
        out |= {
            "masks": [{"start": s.start, "end": s.end, "kind": s.kind, "article": s.article,
                       "replacement": s.replacement, "sentence": s.sentence} for s in result.spans],
            "doubts": [{"type": d.type, "start": d.start, "end": d.end, "sentence": d.sentence}
                       for d in result.analysis.doubts],
            "proof": {name: check(data, result.original, result.case, result.doc_type).to_json()
                      for name, data in outputs.items()},
        }
    return out

"""The document as served: read whole from its file, stored once, never changed (Art 16, 22)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from anxin.files import codec
from anxin.files.model import Document
from anxin.files.read import read as read_file
from anxin.files.refused import Refused as FileRefused
from anxin.files.write.masked import running_heads
from anxin.inner import filestore
from anxin.inner.cases.fields import day
from anxin.inner.cases.models import Case
from anxin.inner.documents.models import LegalDocument
from anxin.inner.ledger.events import Event
from anxin.redaction.model import Span


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, as shown on every page."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read(entry: Mapping[str, Any], files: Mapping[str, bytes]) -> Document:
    """Read the file a package's entry names; raises the files room's refusal."""
    name = str(entry.get("file") or "")
    if name not in files:
        raise FileRefused(f"案件包中没有文件“{name}”，请补齐后重新提交。", "missing")
    document = read_file(files[name], name)
    filestore.save(files[name])  # before the transaction that names it
    return replace(document, format=document.format or "docx")


def add(op: Any, case: Case, entry: Mapping[str, Any], document: Document, data: bytes) -> str | None:
    """Store one document version; returns what is wrong when this version is already there with another content."""
    number, version = str(entry.get("number") or ""), int(entry.get("version") or 1)
    known = LegalDocument.objects.filter(case=case, number=number, version=version, doc_type=entry["doc_type"]).first()
    if known:
        same = known.text_hash == digest(document.text)
        return None if same else f"文号{number}第{version}版已经收入，内容与这次的不同；如有更正请另提交新的版本号。"
    row = LegalDocument.objects.create(
        case=case, doc_type=entry["doc_type"], title=str(entry.get("title") or entry["doc_type"]), number=number,
        version=version, concluded_on=day(entry.get("concluded_on")), file_name=str(entry["file"]),
        file_hash=hashlib.sha256(data).hexdigest(), text=document.text, text_hash=digest(document.text),
        model=codec.to_json(replace(document, hidden=())), hidden=[asdict(h) for h in document.hidden],
        served=list(entry.get("served") or []),
    )  # fmt: skip
    op.note(Event.DOCUMENT_ADDED, "document", row.pk, text=row.text_hash, file=row.file_hash)
    return None


def model_of(document: LegalDocument) -> Document:
    """The stored text model of a served document."""
    return codec.from_json(document.model)


RUNNING_HEAD = "running_head"


def running_head_spans(model: Document) -> Iterator[Span]:
    """Headers and footers carry the office's own notes and are no part of what was served: they are left out."""
    for start, end in running_heads(model):
        words = model.text[start:end]
        yield Span(start, end, words, RUNNING_HEAD, "20(6)", "", sentence="页眉、页脚不属于文书正文，不公开。")

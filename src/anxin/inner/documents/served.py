"""The document as served: read whole from its file, stored once, never changed (Art 16, 22)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from django.utils import timezone

from anxin.files import codec
from anxin.files.model import Document
from anxin.files.read import read as read_file
from anxin.files.refused import Refused as FileRefused
from anxin.files.write.masked import running_heads
from anxin.inner import filestore
from anxin.inner.actor import Actor, Refused
from anxin.inner.cases.fields import day
from anxin.inner.cases.models import Case
from anxin.inner.cases.queries import editable
from anxin.inner.documents.models import LegalDocument, Service
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
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
    """Store one document version and its service; returns what is wrong when it is there with another content."""
    number, version = str(entry.get("number") or ""), int(entry.get("version") or 1)
    known = LegalDocument.objects.filter(case=case, number=number, version=version, doc_type=entry["doc_type"]).first()
    if known:
        if known.text_hash != digest(document.text):
            return f"文号{number}第{version}版已经收入，内容与这次的不同；如有更正请另提交新的版本号。"
        _note_services(op, known, entry)
        return None
    row = LegalDocument.objects.create(
        case=case, doc_type=entry["doc_type"], title=str(entry.get("title") or entry["doc_type"]), number=number,
        version=version, concluded_on=day(entry.get("concluded_on")), file_name=str(entry["file"]),
        file_hash=hashlib.sha256(data).hexdigest(), text=document.text, text_hash=digest(document.text),
        model=codec.to_json(replace(document, hidden=())), hidden=[asdict(h) for h in document.hidden],
    )  # fmt: skip
    op.note(Event.DOCUMENT_ADDED, "document", row.pk, text=row.text_hash, file=row.file_hash)
    _note_services(op, row, entry)
    return None


def _note_services(op: Any, document: LegalDocument, entry: Mapping[str, Any]) -> None:
    """Services that the package tells and that are not on record yet."""
    for told in entry.get("served") or []:
        note_service(op, document, str(told["to"]), date.fromisoformat(told["on"]), str(told.get("method") or ""))


def note_service(op: Any, document: LegalDocument, recipient: str, on: date, method: str) -> Service | None:
    """One recipient's service with the hash of what was served (Art 16); None when it is on record."""
    row, new = Service.objects.get_or_create(
        document=document, recipient=recipient.strip()[:100], on=on,
        defaults={"method": method.strip()[:40], "text_hash": document.text_hash, "recorded_by_id": op.actor.staff_id},
    )  # fmt: skip
    if not new:
        return None
    op.note(Event.SERVED, "document", document.pk, service=row.pk, on=on.isoformat(), text=row.text_hash)
    return row


def record_service(actor: Actor, document_id: int, recipient: str, on: date, method: str = "") -> Service:
    """Register that the document was served on somebody (Art 16). Raises ``Refused`` for a day that can't be."""
    if not recipient.strip():
        raise Refused("请写明送达给谁。")
    if on > timezone.localdate():
        raise Refused("送达日期不能晚于今天。")
    with operation(actor) as op:
        document = LegalDocument.objects.get(pk=document_id)
        editable(actor, document.case_id)
        if document.concluded_on and on < document.concluded_on:
            raise Refused("送达日期不能早于文书作出的日期。")
        row = note_service(op, document, recipient, on, method)
        if row is None:
            raise Refused("这一送达已经登记过。")
        return row


def model_of(document: LegalDocument) -> Document:
    """The stored text model of a served document."""
    return codec.from_json(document.model)


RUNNING_HEAD = "running_head"


def running_head_spans(model: Document) -> Iterator[Span]:
    """Headers and footers carry the office's own notes and are no part of what was served: they are left out."""
    for start, end in running_heads(model):
        words = model.text[start:end]
        yield Span(start, end, words, RUNNING_HEAD, "20(6)", "", sentence="页眉、页脚不属于文书正文，不公开。")

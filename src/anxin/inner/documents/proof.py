"""The proof of Article 22 over everything public, at release and every night. What fails is hidden at once."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from anxin.inner import filestore
from anxin.inner.actor import Actor
from anxin.inner.documents import served, takedown
from anxin.inner.documents.models import Publication
from anxin.inner.documents.processing import Processing
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.redaction.apply import ApplyError, apply, equal_outside
from anxin.redaction.model import Span


def failures(publication: Publication) -> Iterator[str]:
    """What no longer holds of one publication; nothing when the proof succeeds. Names no protected value."""
    document = publication.document
    spans = [Span.from_json(s) for s in publication.spans]
    if served.digest(document.text) != document.text_hash:
        yield "送达文书的全文与收入时的哈希不符。"
    if served.digest(publication.text) != publication.text_hash:
        yield "公开文本与发布时的哈希不符。"
    try:
        if apply(spans, document.text) != publication.text or not equal_outside(document.text, publication.text, spans):
            yield "除屏蔽处外，公开文本与送达文书不一致。"
    except ApplyError:
        yield "屏蔽位置与送达文书的原文对不上。"
    if any(not span.article for span in spans):
        yield "有屏蔽处没有写明依据的条文。"
    processing = Processing(publication.draft)
    if processing.content_hash != publication.content_hash:
        yield "公开内容与审批人所见的内容不一致。"
    if processing.residue:
        yield "公开文本中还能读出应当屏蔽的内容。"
    yield from _files(publication)


def _files(publication: Publication) -> Iterator[str]:
    for kind, digest in publication.files.items():
        try:
            filestore.load(digest)
        except (OSError, ValueError):
            yield f"公开的{kind.upper()}文件缺失或者被改动。"


def prove(publication_id: int) -> list[str]:
    """Prove one publication; hide it and record why when the proof fails."""
    with transaction.atomic():
        publication = Publication.objects.select_related("document__case__organ", "draft").get(pk=publication_id)
        if publication.state != Publication.State.PUBLIC:
            return []
        try:
            found = list(failures(publication))
        except Exception as error:  # fail closed: what can't be proved is not public
            found = [f"证明未能完成（{type(error).__name__}）。"]
        if found:
            actor = Actor.system("一致性证明", publication.document.case.organ_id)
            with operation(actor) as op:
                takedown.hide(actor, publication.pk, "一致性证明未通过，系统先行隐藏，待核实。")
                op.note(
                    Event.PROOF_FAILED, "document", publication.document_id, publication=publication.pk, found=found
                )
        return found


def prove_all() -> dict[int, list[str]]:
    """Nightly: everything public; returns what failed, by publication."""
    rows = Publication.objects.filter(state=Publication.State.PUBLIC).order_by("pk").values_list("pk", flat=True)
    return {pk: found for pk in list(rows) if (found := prove(pk))}

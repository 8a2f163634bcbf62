"""What changed facts mean for what is already public: re-anonymise or withdraw (Art 4, 19, 22).

A retrial, an acquittal on appeal, a sealing order, a changed sentence or a revoked consent changes the case's facts.
Where the item could no longer be published at all it is hidden at once; where other names are to be hidden or shown,
a new obligation opens and the item stays until the new version replaces it, unless a name is exposed: then it is
hidden too.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.documents import drafts, law, obligations, takedown
from anxin.inner.documents.models import Draft, LegalDocument, Obligation, Publication
from anxin.inner.ledger.events import Event


def after_change(op: Any, case: Case) -> None:
    """Look at every public item of a case whose facts changed; called inside the operation that changed them."""
    public = Publication.objects.select_for_update(of=("self",)).select_related("draft", "document")
    for publication in public.filter(document__case=case, state=Publication.State.PUBLIC):
        publication.document.case = case
        found = change(publication)
        if found is None:
            continue
        reason, expose = found
        if expose:
            takedown.hide(Actor.system("案件事实变更", case.organ_id), publication.pk, reason)
        _open(op, publication.document, reason)


def change(publication: Publication) -> tuple[str, bool] | None:
    """Why the item has to change and whether it must be hidden at once; None when it may stay as it is."""
    document = publication.document
    gate = law.disclosure_of(document)
    if gate.outcome != "publish":
        return f"案件情况变更，不再符合公开条件：{gate.sentence}", True
    fresh = Draft(document=document, handler_id=publication.draft.handler_id)
    drafts.run_engine(fresh)
    before, now = _kept(publication.draft), _kept(fresh)
    if before - now:
        return "案件情况变更，已公开的姓名应当匿名（规定第十九条）。", True
    if now - before:
        return "案件情况变更，已匿名的姓名应当公开（规定第二十二条）。", False
    return None


def _kept(draft: Draft) -> set[str]:
    return {p["key"] for p in draft.people if p["decision"] == "keep"}


def _open(op: Any, document: LegalDocument, reason: str) -> None:
    today = timezone.localdate()
    reckoning = law.deadline(today, document.case)
    document.obligations.filter(superseded=False).update(superseded=True)
    row, _ = Obligation.objects.update_or_create(
        document=document, trigger=obligations.FACTS_CHANGED, trigger_on=today,
        defaults={"organ_id": document.case.organ_id, "deadline": reckoning.details["deadline"], "superseded": False,
                  "reckoning": reckoning.to_json(), "state": Obligation.State.DUE, "published_at": None},
    )  # fmt: skip
    op.note(Event.OBLIGATION_OPENED, "document", document.pk, obligation=row.pk, trigger=row.trigger, reason=reason,
            type=document.doc_type, on=today.isoformat(), deadline=reckoning.details["deadline"],
            article=reckoning.article)  # fmt: skip

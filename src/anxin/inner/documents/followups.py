"""What changed facts mean for what is already public: re-anonymise or withdraw (Art 4, 19, 22).

A retrial, an acquittal on appeal, a sealing order, a changed sentence or a revoked consent changes the case's facts.
Where the item could no longer be published at all it is hidden at once. A new judgment, or other names to be hidden,
shown or decided on, opens a new obligation; the item stays until the new version replaces it, unless a name is exposed:
then it is hidden too. An obligation that is open already keeps its clock.
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
    before, now = _by_decision(publication.draft), _by_decision(fresh)
    if before["keep"] - now["keep"]:
        return "案件情况变更，已公开的姓名应当匿名（规定第十九条）。", True
    if now["keep"] - before["keep"]:
        return "案件情况变更，已匿名的姓名应当公开（规定第二十二条）。", False
    if now["ask"] - before["ask"]:
        return "案件情况变更，已匿名的姓名是否公开须重新决定（规定第十九条、第二十条）。", False
    if _judged_again(publication):
        return "公开以后登记了新的裁判，须核对公开的文书（规定第十九条、第二十三条）。", False
    return None


def _by_decision(draft: Draft) -> dict[str, set[str]]:
    """Keys of the people by what is decided on their names."""
    found: dict[str, set[str]] = {"keep": set(), "mask": set(), "ask": set()}
    for person in draft.people:
        found.setdefault(person["decision"], set()).add(person["key"])
    return found


def _judged_again(publication: Publication) -> bool:
    """Whether the judgment that governs now was registered after the publication (retrial, appeal)."""
    document = publication.document
    if not law.waits_for_judgment(document.doc_type, document.case):
        return False
    judgment = document.case.effective_judgment
    return judgment is not None and judgment.registered_at > publication.published_at


def _open(op: Any, document: LegalDocument, reason: str) -> None:
    live = document.obligations.filter(superseded=False).first()
    if live and live.trigger == obligations.FACTS_CHANGED and not live.done:
        return
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

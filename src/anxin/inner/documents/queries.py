"""What staff see of documents and obligations. Every list is limited to what the actor's duties need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import F, QuerySet
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.approvals import queries as approvals
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.cases.models import Participant
from anxin.inner.cases.queries import visible_to
from anxin.inner.documents import gate, law
from anxin.inner.documents.models import Draft, LegalDocument, Obligation, Publication, Request
from anxin.inner.documents.processing import Processing
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import note
from anxin.redaction.model import Span


def documents(actor: Actor) -> QuerySet[LegalDocument]:
    """Documents of the cases this person may see."""
    return LegalDocument.objects.filter(case__in=visible_to(actor)).select_related(
        "case", "case__organ", "case__handler"
    )


def obligations(actor: Actor) -> QuerySet[Obligation]:
    """Live obligations of the cases this person may see, what is due first."""
    rows = Obligation.objects.filter(superseded=False, document__case__in=visible_to(actor))
    return rows.select_related("document__case__handler", "organ").order_by("deadline", "pk")


def publications(actor: Actor) -> QuerySet[Publication]:
    """What the actor's cases have public, hidden or withdrawn, newest first."""
    rows = Publication.objects.filter(document__case__in=visible_to(actor))
    return rows.select_related("document__case", "published_by").order_by("-published_at")


@dataclass(frozen=True)
class Task:
    """One thing that waits: an obligation to work on, or a step to take."""

    obligation: Obligation | None
    step: Step | None
    draft: Draft | None
    request: Request | None = None

    @property
    def deadline(self) -> date | None:
        return self.obligation.deadline if self.obligation else None

    @property
    def days_left(self) -> int | None:
        """Calendar days to the deadline, negative when it has passed."""
        return (self.deadline - timezone.localdate()).days if self.deadline else None


def _task(step: Step) -> Task:
    model = {"draft": Draft, "request": Request}.get(step.chain.subject)
    found = model.objects.filter(pk=step.chain.subject_id).first() if model else None
    live = found.document.obligations.filter(superseded=False).first() if found and found.document else None
    if step.chain.subject == "request":
        return Task(live if live and not live.done else None, step, None, found)
    return Task(live, step, found)


SIGNED_HERE = ("draft", "request")
"""Subjects of chains whose pages belong to this room; other rooms list their own."""


def waiting_for(actor: Actor) -> list[Task]:
    """Steps this person can take now and own documents that are due, returned or in work; due first."""
    steps = [_task(step) for step in approvals.waiting_for(actor).filter(chain__subject__in=SIGNED_HERE)]
    own = Obligation.objects.filter(
        superseded=False, document__case__handler_id=actor.staff_id, trigger_on__lte=timezone.localdate(),
        state__in=[Obligation.State.DUE, Obligation.State.IN_WORK, Obligation.State.RETURNED],
    ).select_related("document__case")  # fmt: skip
    work = []
    for row in own:
        draft = row.document.drafts.filter(state__in=[Draft.State.WORK, Draft.State.CHAIN]).first()
        if draft is None or draft.state == Draft.State.WORK:
            work.append(Task(row, None, draft))
    return sorted(steps + work, key=lambda t: (t.deadline or date.max, t.step.pk if t.step else 0))


def handed_on(actor: Actor) -> list[Task]:
    """Open chains in which this person acted, with the step they hang at."""
    steps = Step.objects.filter(
        state=Step.State.OPEN, chain__state=Chain.State.OPEN, chain__steps__actor_id=actor.staff_id,
        chain__subject__in=SIGNED_HERE,
    ).select_related("chain", "organ")
    return [_task(step) for step in steps.distinct().order_by("opened_at")]


@dataclass(frozen=True)
class Piece:
    """A stretch of text and the span that covers it, if one does."""

    text: str
    span: Span | None
    start: int


@dataclass(frozen=True)
class DraftView:
    """Everything the review page shows."""

    draft: Draft
    processing: Processing
    chain: Chain | None
    may_edit: bool

    @cached_property
    def conditions(self) -> list[gate.Condition]:
        """The gate as it stands; reckoned only where it is shown, for it reads the whole text again."""
        if self.draft.state == Draft.State.WORK:
            return gate.to_submit(self.processing)
        return gate.to_release(self.processing, self.chain)

    @property
    def original(self) -> list[Piece]:
        return self._pieces(lambda span: span.expected)

    @property
    def public(self) -> list[Piece]:
        return self._pieces(lambda span: span.replacement)

    def _pieces(self, shown) -> list[Piece]:
        pieces, last, text = [], 0, self.processing.original
        for span in self.processing.spans:
            if last < span.start:
                pieces.append(Piece(text[last : span.start], None, last))
            pieces.append(Piece(shown(span), span, span.start))
            last = span.end
        return [*pieces, Piece(text[last:], None, last)] if last < len(text) else pieces


def may_see(actor: Actor, draft: Draft) -> bool:
    """Whoever sees the case, or has a step in one of the draft's chains."""
    if visible_to(actor).filter(pk=draft.document.case_id).exists():
        return True
    if draft.second_reader_id is not None and draft.second_reader_id == actor.staff_id:
        return draft.document.case.organ_id == actor.organ and draft.state == Draft.State.WORK
    chains = Chain.objects.filter(subject="draft", subject_id=draft.pk)
    return any(approvals.objection(actor, s) is None for c in chains if (s := approvals.open_step(c)))


def draft_view(actor: Actor, draft_id: int) -> DraftView:
    """The review page's content, with the look at unmasked text recorded. Raises ``NotAllowed`` for strangers,
    ``Refused`` when what is stored does not fit the served text."""
    draft = Draft.objects.select_related("document__case__organ").filter(pk=draft_id).first()
    if draft is None or not may_see(actor, draft):
        raise NotAllowed("没有这份文书，或者它不在您的职责范围内。")
    note(
        actor, Event.VIEWED_ORIGINAL, "document", draft.document_id, organ=draft.document.case.organ_id, draft=draft.pk
    )
    chain = Chain.objects.filter(subject="draft", subject_id=draft.pk).order_by("-pk").first()
    processing = Processing(draft)
    _ = processing.content_hash  # refused when somebody changed what is stored
    mine = draft.state == Draft.State.WORK and draft.document.case.handler_id == actor.staff_id
    return DraftView(draft, processing, chain, mine and "handler" in actor.duties)


def is_for_kiosk(draft_id: int) -> bool:
    """Whether a draft is processed for the touch screen (Art 17)."""
    draft = Draft.objects.select_related("document__case__organ").filter(pk=draft_id).first()
    return bool(draft and law.for_kiosk(draft.document))


@dataclass(frozen=True)
class RequestView:
    """Everything the page of a request shows."""

    request: Request
    chain: Chain

    @property
    def ground(self) -> str:
        entry = law.exemption_grounds(self.request.case).get(self.request.ground)
        return entry.title if entry else ""

    @property
    def person(self) -> Participant | None:
        return self.request.case.participants.filter(key=self.request.person).first()


def request_view(actor: Actor, chain_id: int) -> RequestView:
    """A request and its chain, with the look at unmasked text recorded. Raises ``NotAllowed`` for strangers."""
    chain = Chain.objects.filter(pk=chain_id, subject="request").first()
    request = Request.objects.select_related("case__organ", "document", "publication", "requested_by").filter(
        pk=chain.subject_id if chain else None
    ).first()
    if request is None or not _may_see_request(actor, request, chain):
        raise NotAllowed("没有这一报请事项，或者它不在您的职责范围内。")
    if request.document_id:
        note(actor, Event.VIEWED_ORIGINAL, "document", request.document_id, organ=request.case.organ_id, chain=chain_id)
    return RequestView(request, chain)


def _may_see_request(actor: Actor, request: Request, chain: Chain) -> bool:
    step = approvals.open_step(chain)
    mine = step is not None and approvals.objection(actor, step) is None
    return mine or visible_to(actor).filter(pk=request.case_id).exists()


def request_chains(actor: Actor, case_id: int) -> list[tuple[Request, Chain]]:
    """The requests of a visible case with their chains, newest first."""
    rows = Request.objects.filter(case__in=visible_to(actor), case_id=case_id).order_by("-pk")
    rows = rows.select_related("case", "document")
    chains = {c.subject_id: c for c in Chain.objects.filter(subject="request", subject_id__in=[r.pk for r in rows])}
    return [(row, chains[row.pk]) for row in rows]


def counts(actor: Actor) -> dict[str, int]:
    """Numbers for the head of the obligations page: by state, and late."""
    rows = obligations(actor)
    states = {state: rows.filter(state=state).count() for state in Obligation.State.values}
    today = timezone.localdate()
    open_late = rows.exclude(state__in=["published", "exempt", "withdrawn"]).filter(deadline__lt=today).count()
    late = rows.filter(state="published", published_at__date__gt=F("deadline")).count()
    return states | {"late": open_late + late}

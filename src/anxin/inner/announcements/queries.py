"""What staff see: their own organ's items, and those whose chain reached their organ or that it publishes too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from anxin.inner.actor import Actor
from anxin.inner.announcements import drafts, flow, gate, requests, takedown
from anxin.inner.announcements.models import Announcement, Publisher, Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals.conditions import Condition
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.approvals.queries import is_last, objection, open_step
from anxin.inner.approvals.queries import waiting_for as steps_for
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import LOOKS
from anxin.inner.ledger.record import note
from anxin.inner.organs.duties import Duty

WHOLE = {Duty.PRESS, Duty.OFFICE, Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.SECRECY}
SUPERIOR = {Duty.PRESS, Duty.CASE_MANAGEMENT, Duty.DEPUTY_CHIEF, Duty.CHIEF}


def visible_to(actor: Actor) -> QuerySet[Announcement]:
    """Own organ's items by duty; a superior's leaders and publishers see what was reported to their organ."""
    mine = Q(drafter_id=actor.staff_id) | Q(organ_id=actor.organ, department_id__in=actor.headed)
    if actor.duties & WHOLE:
        mine |= Q(organ_id=actor.organ)
    if actor.duties & SUPERIOR:
        versions = Version.objects.filter(announcement=OuterRef(OuterRef("pk"))).values("pk")
        reached = Step.objects.filter(
            chain__subject__in=(drafts.WORDING, requests.SUBJECT), chain__subject_id__in=versions, organ_id=actor.organ
        ).exclude(state=Step.State.WAITING)  # fmt: skip
        mine |= Exists(reached) | Q(pk__in=Publisher.objects.filter(organ_id=actor.organ).values("announcement"))
    return Announcement.objects.filter(mine).select_related("organ", "case", "drafter").order_by("-pk")


@dataclass(frozen=True)
class View:
    """Everything the page of an item shows to one person."""

    actor: Actor
    item: Announcement
    version: Version
    wording: Wording
    chain: Chain | None
    request: Chain | None
    """The newest request to withdraw the item, or to make it public again."""

    @property
    def request_step(self) -> Step | None:
        return open_step(self.request) if self.request and self.request.state == Chain.State.OPEN else None

    @property
    def request_last(self) -> bool:
        return self.request_step is not None and is_last(self.request_step)

    @property
    def may_sign_request(self) -> bool:
        return self.request_step is not None and objection(self.actor, self.request_step) is None

    @property
    def step(self) -> Step | None:
        return open_step(self.chain) if self.chain and self.chain.state == Chain.State.OPEN else None

    @property
    def may_sign(self) -> bool:
        return self.step is not None and objection(self.actor, self.step) is None

    @property
    def releasing(self) -> bool:
        return self.step is not None and is_last(self.step)

    @property
    def may_edit(self) -> bool:
        return self.version.state == Version.State.WORK and self.item.drafter_id == self.actor.staff_id

    @property
    def is_drafter(self) -> bool:
        return self.item.drafter_id == self.actor.staff_id

    @property
    def may_ask(self) -> bool:
        return takedown.may_ask(self.actor, self.item)

    @cached_property
    def released(self) -> Version | None:
        """The wording that is public or hidden now, whatever is being prepared beside it."""
        states = (Version.State.PUBLIC, Version.State.HIDDEN)
        return self.item.versions.filter(state__in=states).order_by("-number").first()

    @property
    def may_hide(self) -> bool:
        public = self.released and self.released.state == Version.State.PUBLIC
        return bool(public) and takedown.may_hide(self.actor, self.item)

    @property
    def conditions(self) -> list[Condition]:
        if self.version.state == Version.State.WORK:
            return gate.to_submit(self.wording)
        return gate.to_release(self.wording, self.chain)


def view(actor: Actor, announcement_id: int) -> View:
    """One visible item, the look at it recorded; ``Announcement.DoesNotExist`` when it isn't there for this person."""
    item = visible_to(actor).get(pk=announcement_id)
    version = item.newest
    version.announcement = item
    if version.people:  # real names stand beside what the public sees
        note(actor, Event.VIEWED_ORIGINAL, "announcement", item.pk, organ=item.organ_id, version=version.number)
    return View(actor, item, version, Wording(version), flow.of(version), requests.of_item(item))


def version_of(actor: Actor, chain: Chain) -> Version:
    """The wording that a chain is about, for whoever may see its item."""
    version: Version = Version.objects.get(pk=chain.subject_id)
    version.announcement = view(actor, version.announcement_id).item
    return version


def waiting_for(actor: Actor) -> list[tuple[Step, int]]:
    """Steps on announcements and on requests about them that this person can take now, with the item, oldest first."""
    steps = list(steps_for(actor).filter(chain__subject__in=(drafts.WORDING, requests.SUBJECT)).order_by("opened_at"))
    rows = Version.objects.filter(pk__in=[s.chain.subject_id for s in steps]).values_list("pk", "announcement_id")
    items = dict(rows)
    return [(s, items[s.chain.subject_id]) for s in steps if s.chain.subject_id in items]


def history(item: Announcement) -> QuerySet[Entry]:
    """What happened to an item at every organ that works on it, newest first; looks are told elsewhere."""
    versions = [str(pk) for pk in item.versions.values_list("pk", flat=True)]
    mine = Q(subject=drafts.SUBJECT, subject_id=str(item.pk))
    mine |= Q(subject__in=(drafts.WORDING, requests.SUBJECT), subject_id__in=versions)
    return Entry.objects.filter(mine).exclude(event__in=LOOKS).order_by("-at", "-pk")


def hang_at(items: list[Announcement]) -> dict[int, Step]:
    """The open step of each item that is in its chain, by item."""
    versions = Version.objects.filter(announcement__in=items, state=Version.State.CHAIN)
    where = dict(versions.values_list("pk", "announcement_id"))
    steps = Step.objects.filter(state=Step.State.OPEN, chain__subject=drafts.WORDING, chain__subject_id__in=list(where))
    return {where[s.chain.subject_id]: s for s in steps.select_related("chain", "organ")}


def in_work(actor: Actor) -> QuerySet[Version]:
    """What this person drafts, or has to change after it was sent back."""
    return Version.objects.filter(announcement__drafter_id=actor.staff_id, state=Version.State.WORK).order_by("pk")


def referred(actor: Actor) -> QuerySet[Version]:
    """What waits for this person as secrecy department (Art 4(P2))."""
    if Duty.SECRECY not in actor.duties:
        return Version.objects.none()
    rows = Version.objects.filter(announcement__organ_id=actor.organ, state=Version.State.WORK)
    return rows.filter(secrecy=Version.Secrecy.REFER, secrecy_answer="").order_by("pk")


def title_of(public_id: str) -> str:
    """The public title of a released item by the id the public knows; empty when there is none."""
    rows = Version.objects.filter(announcement__public_id=public_id).exclude(published_at=None)
    row = rows.order_by("-number").first()
    return row.public_text.partition("\n")[0] if row else ""

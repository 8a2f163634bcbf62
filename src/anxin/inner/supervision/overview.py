"""The superior's first page: how each organ below does, now, rolled up along the tree (Art 23)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.db.models import Count, F, Max, Q
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.documents.models import Obligation, Publication
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.queries import counted
from anxin.inner.organs.models import Organ
from anxin.inner.organs.queries import subtree
from anxin.inner.supervision.models import Complaint, Order
from anxin.inner.supervision.queries import OPEN, scope


@dataclass
class Row:
    """Counts of one organ, or of an organ with everything below it."""

    due: int = 0  # obligations in force, whatever became of them
    published: int = 0
    exempt: int = 0
    on_time: int = 0
    late: int = 0
    returned: int = 0
    corrected: int = 0
    withdrawn: int = 0
    complaints: int = 0
    complaints_late: int = 0
    orders: int = 0
    last_import: str = ""

    def __iadd__(self, other: Row) -> Row:
        for one in fields(self):
            mine, theirs = getattr(self, one.name), getattr(other, one.name)
            setattr(self, one.name, max(mine, theirs) if one.name == "last_import" else mine + theirs)
        return self

    @property
    def rate(self) -> float | None:
        """Published of all that had to be, exempt ones counted in."""
        return _share(self.published, self.due)

    @property
    def rate_without_exempt(self) -> float | None:
        return _share(self.published, self.due - self.exempt)

    @property
    def on_time_rate(self) -> float | None:
        return _share(self.on_time, self.published)


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def overview(actor: Actor, at: str = "") -> tuple[Organ, list[tuple[Organ, bool, Row]]]:
    """The organ asked for, and one line each for itself and for every direct child with what lies below it.

    ``Organ.DoesNotExist`` for an organ outside the actor's own subtree: it is not there for this person.
    """
    here = Organ.objects.filter(pk__in=scope(actor)).get(pk=at or actor.organ)
    codes = subtree(here.pk)
    found = counts(codes)
    parents = dict(Organ.objects.filter(pk__in=codes).values_list("pk", "parent_id"))
    children = list(Organ.objects.filter(parent=here).order_by("pk"))
    totals = {child.pk: Row() for child in children}
    for code in codes:
        top = code
        while top not in totals and top != here.pk:
            top = parents[top]
        if top in totals:
            totals[top] += found.get(code, Row())
    below = [(child, child.pk in set(parents.values()), totals[child.pk]) for child in children]
    return here, [(here, False, found.get(here.pk, Row())), *below]


def counts(codes: list[str]) -> dict[str, Row]:
    """The counts of each organ that has any."""
    found: dict[str, Row] = {}
    for source in (_obligations(codes), _publications(codes), _complaints(codes), _orders(codes), _imports(codes)):
        for line in source:
            row = found.setdefault(str(line.pop("organ")), Row())
            for name, value in line.items():
                setattr(row, name, value)
    for organ, number in counted(Event.RETURNED, codes).items():
        found.setdefault(organ, Row()).returned = number
    return found


def _obligations(codes: list[str]) -> Iterable[dict]:  # type: ignore[type-arg]
    today = timezone.localdate()
    done = ["published", "exempt", "withdrawn"]
    in_time = Q(published_at__date__lte=F("deadline"))
    rows = Obligation.objects.filter(organ_id__in=codes, superseded=False).order_by().values("organ")
    return rows.annotate(
        due=Count("pk"), published=Count("pk", Q(state="published")), exempt=Count("pk", Q(state="exempt")),
        on_time=Count("pk", Q(state="published") & in_time),
        late=Count("pk", Q(deadline__lt=today) & ~Q(state__in=done) | Q(published_at__date__gt=F("deadline"))),
    )  # fmt: skip


def _publications(codes: list[str]) -> Iterable[dict]:  # type: ignore[type-arg]
    rows = Publication.objects.filter(document__case__organ_id__in=codes).order_by()
    return rows.annotate(organ=F("document__case__organ_id")).values("organ").annotate(
        corrected=Count("pk", Q(version__gt=1)), withdrawn=Count("pk", Q(state="withdrawn"))
    )  # fmt: skip


def _complaints(codes: list[str]) -> Iterable[dict]:  # type: ignore[type-arg]
    today = timezone.localdate()
    rows = Complaint.objects.filter(organ_id__in=codes).order_by().values("organ")
    late = Q(state__in=OPEN, due_on__lt=today) | Q(answered_at__date__gt=F("due_on"))
    return rows.annotate(complaints=Count("pk"), complaints_late=Count("pk", late))


def _orders(codes: list[str]) -> Iterable[dict]:  # type: ignore[type-arg]
    rows = Order.objects.filter(organ_id__in=codes, state__in=["issued", "answered"]).order_by().values("organ")
    return rows.annotate(orders=Count("pk"))


def _imports(codes: list[str]) -> Iterable[dict]:  # type: ignore[type-arg]
    rows = Case.objects.filter(organ_id__in=codes).order_by().values("organ").annotate(at=Max("created_at"))
    return [{"organ": r["organ"], "last_import": timezone.localdate(r["at"]).isoformat()} for r in rows]

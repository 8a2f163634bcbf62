"""What the screen asks of its one table. Runs in a role that may read nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Max, QuerySet

from anxin.inner.kiosk.models import Screen


def organ() -> str:
    """Whose screen this is: as the operator named it, else the only organ that has documents for one; "" when several
    have and none is named, for then no document may be shown."""
    if settings.KIOSK_ORGAN:
        return str(settings.KIOSK_ORGAN)
    found = Screen.objects.order_by().values_list("organ", flat=True).distinct()[:2]
    return found[0] if len(found) == 1 else ""


def is_unnamed() -> bool:
    """Whether documents wait that this screen can't show because nobody said whose it is."""
    return not organ() and Screen.objects.exists()


def shown() -> QuerySet[Screen]:
    """This organ's documents, the newest decision first, without their texts."""
    rows = Screen.objects.filter(organ=organ()).defer("document")
    return rows.order_by("-concluded_on", "-shown_at", "public_id")


def types() -> list[dict[str, object]]:
    """Each type of document on the screen with how many there are and the newest date."""
    rows = shown().order_by().values("doc_type").annotate(count=Count("pk"), newest=Max("concluded_on"))
    return list(rows.order_by("doc_type"))


@dataclass(frozen=True)
class Month:
    year: int
    month: int
    count: int


def months() -> list[Month]:
    """Months with decisions, the newest first."""
    found: dict[tuple[int, int], int] = {}
    for on in shown().order_by().exclude(concluded_on=None).values_list("concluded_on", flat=True):
        found[on.year, on.month] = found.get((on.year, on.month), 0) + 1
    return [Month(*key, found[key]) for key in sorted(found, reverse=True)]


def of_month(year: int, month: int) -> QuerySet[Screen]:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return shown().filter(concluded_on__gte=first, concluded_on__lt=after)


def numbered(words: str) -> QuerySet[Screen]:
    """Documents whose number has these characters; brackets of the year may differ in style."""
    loose = words.translate(str.maketrans("（）()[]【】", "〔〕〔〕〔〕〔〕"))
    return shown().filter(number__contains=loose)

"""Articles 13 and 14 as a table: which organs approve, by flags and level, written from the articles."""

from __future__ import annotations

from itertools import chain as joined
from itertools import combinations

import pytest

from anxin.inner.announcements import law
from anxin.inner.announcements.models import Announcement, Flag
from anxin.inner.organs.models import Organ
from tests.inner.announcements.conftest import LEVELS
from tests.inner.people import CITY, COUNTY, PROVINCE, SUPREME

pytestmark = pytest.mark.django_db
NAMES = ("major", "sensitive", "assigned", "supervised", "nationwide")
COMBINATIONS = list(joined.from_iterable(combinations(NAMES, n) for n in range(6)))
ABOVE = {COUNTY: [CITY, PROVINCE, SUPREME], CITY: [PROVINCE, SUPREME], PROVINCE: [SUPREME], SUPREME: []}


def expected(organ: str, names: tuple[str, ...], assigned_by: str | None) -> list[str]:
    """Art 13: 报上级 for four flags, to the assigning organ where one is named; 层报 through every level for nationwide."""
    if "nationwide" in names:
        return ABOVE[organ]
    if set(names) & {"major", "sensitive", "assigned", "supervised"} or assigned_by:
        return [assigned_by or ABOVE[organ][0]] if ABOVE[organ] else []
    return []


@pytest.mark.parametrize("press", [True, False])
def test_every_combination_of_flags_and_level(house, press):
    Organ.objects.update(has_press=press)
    wrong = []
    for organ in LEVELS:
        drafter = house.desks[organ]["handler"].staff_id
        item = Announcement.objects.create(organ_id=organ, category="other", public_id=organ, drafter_id=drafter)
        for names in COMBINATIONS:
            Flag.objects.filter(announcement=item).delete()
            Flag.objects.bulk_create(Flag(announcement=item, name=n, organ_id=organ, added_by_id=drafter) for n in names)
            for assigned_by in (None, *ABOVE[organ]):
                item.assigned_by_id = assigned_by
                steps = [(s["organ"], s["duty"]) for s in law.chain(item).details["steps"]]
                last = "press" if press else "case_management"
                wanted = [(organ, "handler"), (organ, "deputy_or_chief"),
                          *((up, "deputy_or_chief") for up in expected(organ, names, assigned_by)), (organ, last)]  # fmt: skip
                if steps != wanted:
                    wrong.append((organ, names, assigned_by, steps))
    assert wrong == []

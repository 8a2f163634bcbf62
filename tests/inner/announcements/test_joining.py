"""A superior organ publishes what is public already: one item, one correction, one end (Art 13)."""

from __future__ import annotations

import pytest

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.announcements import joining, takedown
from anxin.inner.announcements.models import Version
from anxin.inner.cases import actions as cases
from anxin.inner.post.models import Outbox
from tests.inner.people import CITY, PROVINCE

pytestmark = pytest.mark.django_db


def test_a_superior_joins_what_is_public_and_everything_later_reaches_it(house):
    version = house.released("major")
    item = version.announcement
    with pytest.raises(NotAllowed, match="新闻宣传部门"):
        joining.join(house.desks[CITY]["secrecy"], item.pk)
    joining.join(house.desks[CITY]["press"], item.pk)
    with pytest.raises(Refused, match="已经决定"):
        joining.join(house.desks[CITY]["press"], item.pk)
    with pytest.raises(NotAllowed, match="上级"):
        joining.join(house.desk["press"], item.pk)
    payload = Outbox.objects.get(kind="publishers").payload
    assert (payload["version"], [p["code"] for p in payload["publishers"]]) == (1, [CITY])
    corrected = takedown.correct(house.desks[CITY]["press"], item.pk, "更正职务")
    house.publish(house.to_release(house.submit(house.reviewed(corrected))))
    newest = Outbox.objects.filter(kind="announcement").latest("pk").payload
    assert (newest["version"], [p["code"] for p in newest["publishers"]]) == (2, [CITY])
    assert takedown.hide(house.desks[CITY]["press"], item.pk, "核实").state == Version.State.HIDDEN
    with pytest.raises(Refused, match="正在公开"):
        joining.join(house.desks[PROVINCE]["press"], item.pk)


@pytest.mark.parametrize("change", ["mark", "text"])
def test_nobody_joins_what_would_not_be_released_today(house, change):
    version = house.released()
    if change == "mark":
        cases.correct(house.desk["handler"], house.case.pk, {"flags": ["attention", "supervised"]})
    else:
        Version.objects.filter(pk=version.pk).update(public_text="别的文字")
    with pytest.raises(Refused, match="情况有变"):
        joining.join(house.desks[CITY]["press"], version.announcement_id)
    assert not version.announcement.publishers.exists()

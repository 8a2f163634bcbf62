"""The newcomer's way into a real installation: the tree once, then people, the first administrator among them."""

from __future__ import annotations

import pytest

from anxin.inner.actor import Actor, Refused
from anxin.inner.organs import actions, setup
from anxin.inner.organs.models import Organ
from anxin.inner.post.models import Outbox
from tests.inner.people import COUNTY, organs

pytestmark = pytest.mark.django_db


def test_the_tree_is_loaded_and_sent_once():
    count = setup.ensure_tree()
    assert count == Organ.objects.count() > 3000
    assert Outbox.objects.filter(kind="organ", version=1).count() == count
    assert setup.ensure_tree() == 0
    assert Outbox.objects.count() == count


def test_the_first_administrator_signs_in_and_registers_the_next_one():
    organs()
    staff, password = setup.add("guanli", "关丽", COUNTY, "admin")
    assert staff.check_password(password)
    assert actions.add_staff(Actor.of(staff), "next", "下一位", COUNTY, None, "x" * 16).pk


@pytest.mark.parametrize(("changes", "sentence"), [
    ({"organ": "999999"}, "六位单位编码"), ({"duty": "king"}, "没有“king”这一职责"),
    ({"duty": "handler"}, "部门"), ({"department": "没有的部门"}, "部门"), ({"username": "guanli"}, "已被使用"),
])  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_kept(changes, sentence):
    organs()
    setup.add("guanli", "关丽", COUNTY, "admin")
    with pytest.raises(Refused, match=sentence):
        setup.add(**{"username": "x", "name": "某人", "organ": COUNTY, "duty": "press"} | changes)

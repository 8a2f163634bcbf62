"""Article 24: opinion is collected, judged, handed over, answered, closed with its lesson and what it caused."""

from __future__ import annotations

import pytest

from anxin.exchange.package import Item
from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.post.models import Outbox
from anxin.inner.supervision import opinion, outside, queries
from anxin.inner.supervision.models import Opinion, Site
from tests.inner.people import COUNTY, SIBLING
from tests.inner.supervision.conftest import department, withdraw

pytestmark = pytest.mark.django_db


def hit(feed: int, key: str = "a" * 64) -> Item:
    payload = {"feed": str(feed), "key": key, "title": "起诉书引热议", "summary": "住址", "link": "https://news.example/1",
               "published_at": "2014-12-01T09:00:00+08:00"}  # fmt: skip
    return Item("opinion", key, 1, 0, payload)


def test_a_feed_goes_outside_and_its_hits_come_in_once(people):
    press = people["press"]
    feed = outside.follow(press, "要闻", "https://news.example/rss", ["起诉书", " 起诉书", "黟县"])
    sent = Outbox.objects.get(kind="feed")
    assert sent.payload == {"address": "https://news.example/rss", "keywords": ["起诉书", "黟县"], "active": True}
    opinion.take(hit(feed.pk))
    opinion.take(hit(feed.pk))
    row = queries.opinions(press).get()
    assert (row.organ_id, row.platform, row.state) == (COUNTY, "要闻", "found")
    outside.unfollow(press, feed.pk)
    opinion.take(hit(feed.pk, "b" * 64))
    assert Opinion.objects.count() == 1
    assert Outbox.objects.filter(kind="feed").latest("version").payload["active"] is False


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:x", "https://a:b@c.example/", "http://[", "ftp://x"])
def test_only_web_addresses_are_followed(people, address):
    with pytest.raises(Refused):
        outside.follow(people["press"], "x", address, ["起诉书"])
    with pytest.raises(Refused):
        outside.set_site(people["technical"], address)


def test_the_whole_way_of_an_entry_with_the_withdrawal_it_caused(people, published):
    press, handler, handling = people["press"], people["handler"], department()
    row = opinion.add(press, platform="微博", title="文书泄露住址", publication=published)
    with pytest.raises(Refused, match="研判"):
        opinion.step(press, row.pk, "measure", "联系平台")
    with pytest.raises(Refused, match="等级"):
        opinion.assess(press, row.pk, "天大", press.staff_id)
    opinion.assess(press, row.pk, "较大", press.staff_id, published)
    with pytest.raises(Refused, match="部门"):
        opinion.step(press, row.pk, "hand_over", "请核实")
    opinion.step(press, row.pk, "hand_over", "请核实", handling)
    assert list(queries.opinions(handler)) == [row]
    with pytest.raises(Refused, match="没有全部回复"):
        opinion.close(press, row.pk, "无")
    with pytest.raises(NotAllowed):
        opinion.answer(people["secrecy"], row.pk, "属实")
    opinion.answer(handler, row.pk, "属实，已报请撤回。")
    with pytest.raises(Refused, match="没有更正或者撤回"):
        opinion.close(press, row.pk, "复核要看标题", published)
    withdraw(people, published)
    published.refresh_from_db()
    row = opinion.close(press, row.pk, "复核要看标题", published)
    assert (row.state, row.caused) == ("closed", published)
    with pytest.raises(Refused, match="已经办结"):
        opinion.step(press, row.pk, "measure", "又来")


def test_the_register_is_the_press_departments(people, above):
    row = opinion.add(people["press"], platform="论坛", title="网帖")
    for actor in (people["handler"], people["office"], people["chief"], above[SIBLING]["press"]):
        with pytest.raises(NotAllowed):
            opinion.assess(actor, row.pk, "一般", actor.staff_id)
    for actor in (people["handler"], above[SIBLING]["press"], above[SIBLING]["chief"]):
        assert not queries.opinions(actor).exists()
    assert queries.opinions(people["chief"]).exists()


def test_without_a_press_department_the_office_keeps_it(people):
    from anxin.inner.organs.models import Department

    office = people["office"]
    assert not opinion.may_keep(office)
    Department.objects.filter(organ_id=COUNTY, kind="press").update(kind="handling")
    assert opinion.may_keep(office)
    assert not opinion.may_keep(people["handler"])


def test_the_site_goes_outside_and_only_the_answer_about_the_newest_address_counts(people, above):
    row = outside.set_site(people["technical"], "https://old.example/")
    row = outside.set_site(people["technical"], "https://new.example/")
    assert Outbox.objects.filter(kind="site").latest("version").payload == {"address": "https://new.example/"}

    def seen(version: int, linked: bool) -> Site:
        payload = {"organ": COUNTY, "site_version": version, "linked": linked, "sentence": "看过", "at": "2014-12-01T09:00:00+08:00"}
        outside.take_link(Item("link", COUNTY, version, 0, payload))
        return Site.objects.get()

    assert seen(1, True).linked is None
    assert seen(row.version, False).linked is False
    listed = {organ.pk: site for organ, site in queries.sites(above["341000"]["supervisor"])}
    assert set(listed) == {"341000", COUNTY, SIBLING}
    assert listed[COUNTY].linked is False
    assert [organ.pk for organ, _ in queries.sites(people["technical"])] == [COUNTY]

"""The workbench pages of chapter 3, by the people who use them, without JavaScript."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from anxin.inner.announcements import flow, queries, tasks
from anxin.inner.announcements.models import Announcement, Version
from anxin.inner.cases import actions as cases
from anxin.inner.documents.review import SECRECY_CHECKS
from tests.inner.people import CITY, COUNTY, browser

pytestmark = pytest.mark.django_db


def hidden(client: Client, address: str, name: str) -> str:
    return re.search(f'name="{name}" value="([^"]*)"', client.get(address).content.decode())[1]


def test_an_item_goes_from_the_case_to_its_release_through_the_pages(house):
    handler = browser("handler")
    made = handler.post("/announcements/new/", {"kind": "duty_crime/提起公诉", "case": house.case.pk, "assigned_by": ""})
    assert made.status_code == 302
    address = made.headers["Location"]
    shown = handler.get(address).content.decode()
    assert "建议标识" not in shown
    assert "涉嫌受贿罪一案" in shown

    bad = {"revision": hidden(handler, address, "revision"), "title": "情况", "text": "经查明，冯建设收受贿赂二百万元。"}
    assert handler.post(f"{address}edit/", bad).status_code == 302
    shown = handler.get(address).content.decode()
    assert 'class="objected"' in shown
    assert "第十一条第二款" in shown
    refused = handler.post(f"{address}submit/", {"seen_hash": hidden(handler, address, "seen_hash")})
    assert refused.status_code == 422
    assert "还不能报请审批" in refused.content.decode()

    good = bad | {"revision": hidden(handler, address, "revision"), "text": "日前，黟县人民检察院依法对冯建设涉嫌受贿罪一案提起公诉。"}
    handler.post(f"{address}edit/", good)
    secrecy = {"revision": hidden(handler, address, "revision"), "outcome": "open", "checks": list(SECRECY_CHECKS)}
    assert handler.post(f"{address}secrecy/", secrecy).status_code == 302
    assert handler.post(f"{address}flag/", {"name": "major", "reason": "影响较大"}).status_code == 302
    assert handler.post(f"{address}submit/", {"seen_hash": hidden(handler, address, "seen_hash")}).status_code == 302
    assert browser("chief", CITY).get(address).status_code == 404  # not reached yet

    for duty, organ in (("deputy_chief", COUNTY), ("chief", CITY)):
        signer = browser(duty, organ)
        assert "查看并办理" in signer.get("/announcements/").content.decode()
        seen = hidden(signer, address, "seen_hash")
        assert signer.post(f"{address}approve/", {"seen_hash": seen, "comment": "同意"}).status_code == 302
    assert browser("press", CITY).post(f"{address}join/").status_code == 302
    press = browser("press")
    assert press.post(f"{address}release/", {"seen_hash": hidden(press, address, "seen_hash")}).status_code == 302
    assert Version.objects.get().state == Version.State.PUBLIC
    assert press.post(f"{address}withdraw/", {"reason": ""}).status_code == 422


def test_every_page_answers_for_everybody_it_is_for(house):
    house.publish(house.to_release(house.submitted("nationwide")))
    item = Announcement.objects.get()
    for duty, organ in (("handler", COUNTY), ("press", COUNTY), ("office", COUNTY), ("case_management", COUNTY), ("chief", CITY)):
        client = browser(duty, organ)
        for address in ("/announcements/", "/announcements/tasks/", "/announcements/figures/", f"/announcements/{item.pk}/"):
            assert client.get(address).status_code == 200, (duty, address)


def test_who_has_to_sign_finds_it_in_the_signing_list_and_takes_the_form(house):
    chain = house.submitted("major")
    for duty, organ in (("deputy_chief", COUNTY), ("chief", CITY)):
        signer = browser(duty, organ)
        assert chain.title in signer.get("/signing/").content.decode(), organ
        house.approve(chain)
        assert chain.title not in signer.get("/signing/").content.decode(), organ
    press = browser("press")
    assert chain.title in press.get("/signing/").content.decode()
    assert press.get(f"/announcements/{Announcement.objects.get().pk}/").status_code == 200
    form = browser("deputy_chief").get(f"/chains/{chain.pk}/form/")
    assert form.status_code == 200
    assert form.content.startswith(b"PK")


def test_the_first_page_says_what_has_to_be_announced_and_what_came_back(house):
    cases.correct(house.desk["handler"], house.case.pk, {"charge": "受贿罪"})
    tasks.remind(house.desk["press"], tasks.Task.objects.get().pk, "请尽快拟制")
    shown = browser("handler").get("/").content.decode()
    assert "应发布重要案件信息：冯建设受贿案，提起公诉" in shown
    assert "请尽快拟制" in shown
    assert "逾期没有发布的重要案件信息1件" in browser("press").get("/").content.decode()
    chain = house.submitted()
    flow.send_back(house.next(chain), chain.pk, "请写明职务")
    assert "已退回：请写明职务" in browser("handler").get("/").content.decode()


def test_after_the_release_each_sees_what_they_may_do(house):
    version = house.released()
    item = version.announcement
    assert queries.title_of(item.public_id) == version.public_text.partition("\n")[0]
    address = f"/announcements/{item.pk}/"
    assert "报请撤回" in browser("handler").get(address).content.decode()
    press = browser("press")
    shown = press.get(address).content.decode()
    assert "立即隐藏" in shown
    assert "报请撤回</button>" in shown
    assert "报请撤回</button>" not in browser("office").get(address).content.decode()
    handler = browser("handler")
    asked = handler.post(f"{address}withdraw/", {"article": "23", "reason": "与已发布的信息重复"})
    assert asked.status_code == 302
    for duty in ("deputy_chief", "press"):
        signer = browser(duty)
        assert "撤回：" in signer.get("/signing/").content.decode()
        done = signer.post(f"{address}request-agree/", {"seen_hash": hidden(signer, address, "seen_hash"), "comment": ""})
        assert done.status_code == 302
    version.refresh_from_db()
    assert version.state == Version.State.WITHDRAWN


def test_an_items_history_holds_its_own_steps_and_no_other_items(house):
    first = house.submitted()
    house.approve(first)
    other = house.draft().announcement
    names = [entry.event for entry in queries.history(other)]
    assert names == ["announcement_drafted"]
    item = Version.objects.get(pk=first.subject_id).announcement
    assert {"submitted", "approved"} <= {entry.event for entry in queries.history(item)}

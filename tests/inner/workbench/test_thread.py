"""One document from due to withdrawn, through the pages alone and without any script (Art 18-23)."""

from __future__ import annotations

import re

import pytest

from anxin.inner.approvals.models import Chain
from anxin.inner.documents.models import Draft, Obligation, Publication
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import breaks


def fields(page, action: str) -> dict[str, str]:
    """The hidden fields of the form that posts to an address ending so, as a browser would send them."""
    text = page.content.decode()
    found = re.search(rf'<form[^>]*action="[^"]*/{action}/"[^>]*>(.*?)</form>', text, re.S)
    assert found, f"the page has no form {action}"
    inputs = re.findall(r"<input type=\"hidden\"([^>]*)>", found[1])
    return {re.search(r'name="([^"]*)"', i)[1]: (re.search(r'value="([^"]*)"', i) or ["", ""])[1] for i in inputs}


def send(client, page, address: str, form: str, **typed):
    return client.post(f"{address}{form}/", fields(page, form) | typed)


def text_of(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def submitted(house):
    """A draft in its chain, submitted through the page; gives its address."""
    draft = house.ready()
    client, address = house.browser("handler"), f"/drafts/{draft.pk}/"
    assert send(client, client.get(address), address, "submit").status_code == 302
    return address


def test_the_whole_thread_by_forms_alone(house):
    handler = house.browser("handler")
    house.judge()
    today = handler.get("/")
    assert "开始技术处理" in text_of(today)
    assert "还剩" in text_of(today)
    address = handler.post(f"/documents/{house.document.pk}/start/").headers["Location"]
    page = handler.get(address)
    while "/answer/" in text_of(page):
        assert send(handler, page, address, "answer", choice="mask").status_code == 302
        page = handler.get(address)
    assert "/submit/" not in text_of(page), "nothing can be submitted before the secrecy review"
    send(handler, page, address, "secrecy", outcome="processed", checks=list(SECRECY_CHECKS), note="")
    page = handler.get(address)
    assert send(handler, page, address, "submit").headers["Location"] == "/"
    assert "等黟县人民检察院部门负责人办理" in text_of(handler.get("/"))
    for duty in ("department_head", "deputy_chief"):
        client = house.browser(duty)
        listed = client.get("/signing/")
        assert "黟检公诉刑诉〔2014〕12号" in text_of(listed)
        assert "郑国梁" in text_of(listed), "reasons stand beside the item"
        assert send(client, client.get(address), address, "approve", comment="同意").status_code == 302
    manager = house.browser("case_management")
    answer = send(manager, manager.get(address), address, "publish", comment="复核无误")
    assert answer.status_code == 302, text_of(answer)
    publication = Publication.objects.get()
    assert Obligation.objects.get(superseded=False).state == "published"
    assert "段小毛" not in publication.text
    assert "段某某" in publication.text
    item = f"/publications/{publication.pk}/"
    assert "确认隐藏" in text_of(manager.get("/publications/"))
    manager.post(f"{item}hide/", {"ground": "屏蔽有遗漏，先行隐藏核实"})
    assert Publication.objects.get().state == "hidden"
    handler.post(f"{item}ask-withdrawal/", {"article": "20", "reason": "屏蔽有遗漏"})
    chain = Chain.objects.get(subject="request")
    for duty in ("department_head", "deputy_chief", "case_management"):
        seen = {"seen_hash": chain.content_hash, "act": "agree", "comment": "同意"}
        assert house.browser(duty).post(f"/chains/{chain.pk}/", seen).status_code == 302
    assert Publication.objects.get().state == "withdrawn"
    assert "已撤回" in text_of(manager.get(item))
    assert list(breaks()) == []


def test_a_returned_document_comes_back_with_its_reason(house, submitted):
    head = house.browser("department_head")
    assert send(head, head.get(submitted), submitted, "return", reason="第三段还有电话号码").status_code == 302
    today = text_of(house.browser("handler").get("/"))
    assert "已退回" in today
    assert "第三段还有电话号码" in today


def test_a_return_without_a_reason_keeps_the_page_and_says_what_is_missing(house, submitted):
    head = house.browser("department_head")
    answer = send(head, head.get(submitted), submitted, "return", reason=" ")
    assert answer.status_code == 422
    assert "退回的理由" in text_of(answer)
    assert Draft.objects.get().state == "chain"


@pytest.mark.parametrize(("duty", "action", "sentence"), [
    ("case_management", "publish", "分管副检察长"),        # the chain is not complete
    ("deputy_chief", "approve", "由承办部门|部门负责人"),   # not this step
])  # fmt: skip
def test_a_crafted_post_out_of_turn_is_refused_with_the_reason_and_recorded(house, submitted, duty, action, sentence):
    client = house.browser(duty)
    draft = Draft.objects.get()
    chain = draft.document.drafts.get()

    chain = Chain.objects.get(subject="draft", subject_id=draft.pk)
    answer = client.post(f"{submitted}{action}/", {"chain": chain.pk, "seen_hash": chain.content_hash, "comment": ""})
    assert answer.status_code == 422
    assert re.search(f"这一步由({sentence})|{sentence}", text_of(answer))
    assert Publication.objects.count() == 0
    assert Entry.objects.filter(event="refused", subject="draft").count() == 1


def test_nobody_signs_twice_or_what_they_did_not_see(house, submitted):
    head = house.browser("department_head")
    seen = fields(head.get(submitted), "approve")
    stale = head.post(f"{submitted}approve/", seen | {"seen_hash": "0" * 64})
    assert stale.status_code == 422
    assert "被改动" in text_of(stale)
    assert head.post(f"{submitted}approve/", seen).status_code == 302
    again = head.post(f"{submitted}approve/", seen)
    assert again.status_code == 422


def test_an_older_page_cannot_overwrite_a_newer_decision(house):
    draft = house.ready()
    client, address = house.browser("handler"), f"/drafts/{draft.pk}/"
    page = client.get(address)
    assert send(client, page, address, "add", expected="碧阳镇东街", kind="other").status_code == 302
    late = send(client, page, address, "add", expected="宏村镇", kind="other", reason="晚到的一次")
    assert late.status_code == 422
    assert "刷新" in text_of(late)
    assert "晚到的一次" in text_of(late), "what was typed is still there"


def test_words_added_by_hand_are_hidden_wherever_they_stand(house):
    draft = house.ready()
    client, address = house.browser("handler"), f"/drafts/{draft.pk}/"
    page = client.get(address)
    assert send(client, page, address, "add", expected="盗窃", kind="other").status_code == 302
    shown = text_of(client.get(address))
    public = "".join(re.findall(r'<p class="public-text">(.*?)</p>', shown, re.S))
    assert "盗窃" not in public


def test_words_that_are_not_in_the_original_are_refused_in_words(house):
    draft = house.ready()
    client, address = house.browser("handler"), f"/drafts/{draft.pk}/"
    answer = send(client, client.get(address), address, "add", expected="不在文中的话", kind="other")
    assert answer.status_code == 422
    assert "原文中没有这段文字" in text_of(answer)


def test_a_rejected_mask_needs_a_reason_and_stands_in_the_record(house):
    draft = house.ready()
    client, address = house.browser("handler"), f"/drafts/{draft.pk}/"
    span = draft.found[0]
    page = client.get(f"{address}?at={span['start']}")
    bare = send(client, page, address, "decide", action="reject", replacement=span["replacement"], reason="")
    assert bare.status_code == 422
    assert "理由" in text_of(bare)
    done = send(client, page, address, "decide", action="reject", replacement="", reason="不是本案人员")
    assert done.status_code == 302
    assert "不是本案人员" in text_of(client.get(address))


def test_what_cannot_be_determined_goes_to_the_secrecy_department_and_back(house):
    draft = house.ready()
    client, address = house.browser("handler"), f"/drafts/{draft.pk}/"
    send(
        client,
        client.get(address),
        address,
        "secrecy",
        outcome="refer",
        checks=list(SECRECY_CHECKS),
        note="涉及工作秘密否",
    )
    assert "/submit/" not in text_of(client.get(address))
    officer = house.browser("secrecy")
    assert address in text_of(officer.get("/"))
    page = officer.get(address)
    assert send(officer, page, address, "referral", outcome="open", note="不属于工作秘密").status_code == 302
    assert "不属于工作秘密" in text_of(client.get(address))


@pytest.mark.parametrize("address", ["/drafts/{draft}/", "/signing/", "/cases/{case}/"])
def test_every_look_is_recorded(house, submitted, address):
    draft = Draft.objects.get()
    event = "viewed_case" if "cases" in address else "viewed_original"
    before = Entry.objects.filter(event=event).count()
    house.browser("department_head").get(address.format(draft=draft.pk, case=house.case.pk))
    assert Entry.objects.filter(event=event).count() == before + 1


def test_opening_pages_changes_nothing_but_the_ledger(house, submitted):
    from django.apps import apps

    def state():
        kept = [
            m for m in apps.get_models() if m._meta.app_label in ("cases", "documents", "approvals", "organs", "post")
        ]
        return {m._meta.label: list(m.objects.order_by("pk").values()) for m in kept}

    browsers = [house.browser(duty) for duty in ("handler", "department_head", "case_management", "secrecy")]
    before = state()
    for client in browsers:
        for address in ("/", "/cases/", f"/cases/{house.case.pk}/", "/obligations/?state=late", submitted, "/signing/",
                        "/publications/", "/desk/", "/ledger/", "/ledger/verify/"):  # fmt: skip
            client.get(address)
    assert state() == before

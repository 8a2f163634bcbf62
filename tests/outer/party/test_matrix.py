"""Every address of the door for every kind of visitor; what is denied answers byte for byte like what does not exist."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver

from anxin.outer.party import policy
from anxin.outer.party.models import Act
from tests.outer.party.conftest import NUMBER, record

pytestmark = pytest.mark.django_db
OTHER_MEASURE = "监视居住"
OWN = {"cases", "case", "download", "looks", "sign_out", "account", "end_session", "password", "two_steps", "notices", "give_back"}
OPEN = {
    "welcome", "apply", "apply_where", "apply_fill", "withdraw", "supplement_who", "supplement", "activate", "sign_in",
    "lost_password", "reset", "confirm_email", "display",
}
POSTED = {"second", "lost_factor", "sign_out", "end_session"}  # no page of their own
AFTER = {"apply_done"}  # only with a receipt


def views() -> dict[str, object]:
    found = {}
    for part in get_resolver("anxin.config.urls_party").url_patterns:
        found |= {pattern.name: pattern for pattern in part.url_patterns}
    return found


def address(name: str, case) -> str:
    routes = {"case": f"/cases/{case}/", "download": f"/cases/{case}/download/", "apply_where": "/apply/party/",
              "apply_fill": "/apply/party/110105/", "supplement": "/apply/supplement/party/",
              "reset": "/reset/nothing/", "confirm_email": "/confirm/nothing/"}
    return routes.get(name) or "/" + str(views()[name].pattern)


def whole(answer) -> tuple:
    """Status, headers and body: everything a stranger can compare."""
    return answer.status_code, sorted(answer.headers.items()), answer.cookies.output(), answer.content


def test_every_address_is_in_the_table_and_every_view_is_marked():
    assert set(views()) == OWN | OPEN | POSTED | AFTER
    for name, pattern in views().items():
        expected = policy.SIGNED_IN if name in OWN else policy.ANYONE
        assert name == "display" or pattern.callback.policy == expected, name


@pytest.fixture
def visitors(lawyer, person, organs):
    """The right person has the case of defendant A; the others have none of it."""
    co_defender = person("1000000002")
    measures = [{"kind": OTHER_MEASURE, "executed_on": "2026-09-01", "ended_on": None}]
    co_defender.case = co_defender.bind(record_=record(person="令狐某") | {"measures": measures})
    co_defender.activate()
    stranger = person("1000000003")
    stranger.activate()
    ended = person("1000000004")
    ended.case = ended.bind()
    ended.activate()
    ended.end(ended.case)
    nobody, staff = person("1000000005"), person("1000000006")
    staff.client.cookies["anxin_workbench"] = "a session of another organ's workbench"
    return {"right": lawyer, "co_defender": co_defender, "stranger": stranger, "ended": ended, "nobody": nobody,
            "staff": staff}


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_denied_is_the_not_found_page_to_the_byte(visitors, method):
    case = visitors["right"].case
    for name, visitor in visitors.items():
        unknown = whole(getattr(visitor, method)("/cases/nowhere/"))
        assert unknown[0] == 404
        assert not unknown[2]
        for view in sorted(OWN):
            signed_in = name in ("right", "co_defender", "stranger")
            if signed_in and (view not in ("case", "download") or name == "right"):
                continue
            answer = whole(getattr(visitor, method)(address(view, case)))
            # of somebody signed in the method is looked at first, the same for any key
            asked = unknown if not (signed_in and method == "post") else whole(visitor.post(address(view, uuid4())))
            assert answer == asked, (name, view)
            assert NUMBER.encode() not in answer[3]


def test_the_denied_page_carries_no_token_nonce_or_cookie(visitors):
    answer = visitors["nobody"].get(f"/cases/{visitors['right'].case}/")
    assert b"csrf" not in answer.content.lower()
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies


def test_every_open_page_opens_for_everybody_and_every_own_page_for_its_owner(visitors):
    for name, visitor in visitors.items():
        for view in sorted(OPEN):
            answer = visitor.get(address(view, None))
            assert answer.status_code == 302 if view == "welcome" and name in ("right", "co_defender", "stranger") else 200, (name, view)
            assert NUMBER not in answer.content.decode()
    for view in sorted(OWN - POSTED):
        assert visitors["right"].get(address(view, visitors["right"].case)).status_code == 200, view


def test_a_co_defendant_s_defender_never_sees_another_s_measure(visitors):
    mine, other = visitors["right"], visitors["co_defender"]
    page = mine.get(f"/cases/{mine.case}/").content.decode()
    assert "取保候审" in page
    for path in (f"/cases/{mine.case}/", "/cases/", f"/cases/{mine.case}/download/", "/looks/"):
        body = mine.get(path).content.decode()
        assert OTHER_MEASURE not in body
        assert "令狐某" not in body
    assert other.get(f"/cases/{mine.case}/").status_code == 404
    assert OTHER_MEASURE in other.get(f"/cases/{other.case}/").content.decode()


def test_a_case_of_another_and_no_case_cost_the_same_queries(visitors):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for key in (visitors["right"].case, uuid4(), visitors["ended"].case):
        with CaptureQueriesContext(connection) as caught:
            visitors["stranger"].get(f"/cases/{key}/")
        counts.append([re.sub(r"_x\d+", "", q["sql"]).split(" WHERE ")[0] for q in caught.captured_queries])
    assert counts[0] == counts[1] == counts[2]


def test_a_form_of_another_site_changes_nothing(lawyer):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    strict.cookies = lawyer.client.cookies
    with lawyer.db_role("party"):
        assert strict.post("/account/give-back/", {"current": "x"}).status_code == 403
        assert strict.post(f"/cases/{uuid4()}/").status_code in (403, 404)


def test_every_look_is_written_down_shown_and_sent_inside_once(lawyer):
    from anxin.outer.party import jobs
    from anxin.outer.post.models import Outbox

    lawyer.get("/cases/")
    lawyer.get(f"/cases/{lawyer.case}/")
    lawyer.get(f"/cases/{lawyer.case}/download/")
    assert list(Act.objects.filter(kind="look").order_by("at").values_list("what", flat=True)) == ["list", "record", "download"]
    page = lawyer.get("/looks/").content.decode()
    for words in ("查看案件列表", "查看案件进程", "下载程序性信息", "127.0.0.1"):
        assert words in page
    jobs.send_acts()
    assert jobs.send_acts() == 0
    assert sorted(Outbox.objects.values_list("kind", flat=True)) == ["activation_done", "look", "look", "look"]


def test_what_staff_did_stands_in_the_persons_own_list_and_in_nobody_elses(visitors):
    mine = visitors["right"]
    mine.staff_look("answer", "telephone")
    mine.staff_look("code", "")
    page = mine.get("/looks/").content.decode()
    for words in ("答复您的查询", "电话", "发出一次性激活码", "北京市朝阳区人民检察院案件管理部门", NUMBER):
        assert words in page, words
    for other in ("co_defender", "stranger"):
        assert "<strong>答复您的查询</strong>" not in visitors[other].get("/looks/").content.decode()


def test_the_documents_that_are_public_now_are_linked_from_the_case(lawyer):
    from tests.outer.corridor import ending, publication

    ref = "case-7"
    lawyer.bind(key=lawyer.case, version=2, record_=record() | {"case_ref": ref})
    path = f"/cases/{lawyer.case}/"
    assert "没有向社会公开的文书" in lawyer.get(path).content.decode()
    mine, other = publication(case_ref=ref), publication("d-2", case_ref="case-8")
    lawyer.sender.send(mine)
    lawyer.sender.send(other)
    page = lawyer.get(path).content.decode()
    assert f"http://portal.test/d/{mine.payload['id']}/" in page
    assert f"/d/{other.payload['id']}/" not in page
    lawyer.sender.send(ending("hide"), lane="hide")
    assert "/d/" not in lawyer.get(path).content.decode()


def test_the_case_page_says_until_when(lawyer):
    assert "没有确定的期满日" in lawyer.get(f"/cases/{lawyer.case}/").content.decode()
    lawyer.bind(key=lawyer.case, version=2, valid_until="2099-03-02T00:00:00+08:00")
    assert "有效期至2099年3月1日" in lawyer.get(f"/cases/{lawyer.case}/").content.decode()


def test_the_case_page_says_everything_of_article_7_and_how_the_limit_is_reckoned(lawyer):
    page = lawyer.get(f"/cases/{lawyer.case}/").content.decode()
    for words in ("案由", "盗窃", "办案部门", "现在：<strong>退回补充侦查", "距上一步12天", "2026年12月8日", "怎样计算", "重新计算", "取保候审", "用表格查看"):
        assert words in page, words
    text = lawyer.get(f"/cases/{lawyer.case}/download/").content.decode()
    assert "取保候审" in text
    assert NUMBER in text

"""Every address x every kind of visitor x GET and POST has its declared outcome; what is denied is one static page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from anxin.inner.organs.duties import Duty
from anxin.inner.workbench import policy
from anxin.web.display import settings_page
from tests.inner.people import SIBLING
from tests.inner.workbench import matrix_announcements, matrix_inquiry, matrix_supervision

CASEWORK = {"handler", "department_head", "deputy_chief", "chief", "case_management"}
READERS = CASEWORK | {"secrecy"}
APPROVERS = CASEWORK - {"handler"}
ALL = {d.value for d in Duty}
LEDGER = {"auditor", "case_management", "chief"}
TAKERS = {"handler", "case_management"}

# name: (who may GET, who may POST, whether the other organ's staff may too); empty GET means only POST is answered
MATRIX = {
    "today": (ALL, set(), True),
    "sign_out": (set(), ALL, True),
    "cases": (READERS, READERS, True),
    "new_case": (TAKERS, TAKERS, True),
    "case": (READERS, set(), False),
    "case_edit": (CASEWORK, CASEWORK, False),
    "case_conclude": (CASEWORK, CASEWORK, False),
    "case_filing_review": (CASEWORK, CASEWORK, False),
    "case_judgment": (CASEWORK, CASEWORK, False),
    "participant_new": (CASEWORK, CASEWORK, False),
    "participant": (CASEWORK, CASEWORK, False),
    "desk": ({"department_head", "case_management"}, {"department_head", "case_management"}, True),
    "obligations": (READERS, READERS, True),
    "start": (set(), {"handler"}, False),
    "service": (CASEWORK, CASEWORK, False),
    "approval_form": (READERS, set(), False),
    "away": (ALL, ALL, True),
    "delegate": (set(), ALL, True),
    "end_absence": (set(), ALL, False),
    "end_delegation": (set(), ALL, False),
    "corrections": (READERS | {"technical"}, set(), True),
    "compare": (READERS, set(), False),
    "quality": (set(), {"handler"}, False),
    "ask_reading": (set(), {"handler"}, False),
    "read": (set(), {"handler", "department_head"}, False),
    "sign_together": (set(), APPROVERS, True),
    "review": (READERS, set(), False),
    "answer": (set(), {"handler"}, False),
    "decide": (set(), {"handler"}, False),
    "add": (set(), {"handler"}, False),
    "undo": (set(), {"handler"}, False),
    "secrecy": (set(), {"handler"}, False),
    "referral": (set(), {"secrecy"}, False),
    "submit": (set(), {"handler"}, False),
    "approve": (set(), APPROVERS, False),
    "send_back": (set(), APPROVERS, False),
    "publish": (set(), APPROVERS, False),
    "signing": (APPROVERS | {"press"}, set(), True),
    "publications": (READERS, READERS, True),
    "publication": (READERS, set(), False),
    "hide": (set(), READERS, False),
    "kiosk": (READERS, set(), True),
    "kiosk_release": (READERS, set(), False),
    "kiosk_hide": (set(), READERS, False),
    "kiosk_withdraw": (set(), {"case_management"}, False),
    "exempt": ({"handler"}, {"handler"}, False),
    "ask_withdrawal": ({"handler"}, {"handler"}, False),
    "ask_restoration": ({"handler"}, {"handler"}, False),
    "own_name": ({"handler"}, {"handler"}, False),
    "revoke_name": (set(), {"handler"}, False),
    "paper": (READERS, set(), False),
    "chain": (READERS, READERS, False),
    "law": (ALL, set(), True),
    "ask": (ALL, ALL, True),
    "ruleset": (ALL, set(), True),
    "compared": (ALL, set(), True),
    "days": (ALL, set(), True),
    "days_enter": ({"admin"}, {"admin"}, True),
    "ledger": (LEDGER, set(), True),
    "ledger_verify": (LEDGER, set(), True),
}
MATRIX |= matrix_supervision.MATRIX
MATRIX |= matrix_inquiry.MATRIX
PUBLICITY = READERS | {"press", "office"}
MATRIX |= {
    "announcements": (PUBLICITY, set(), True),
    "announcement_new": ({"handler"}, {"handler"}, True),
    "announcement_tasks": (PUBLICITY, set(), True),
    "announcement_task": (set(), {"press", "case_management", "department_head", "deputy_chief", "chief"}, False),
    "announcement_figures": (PUBLICITY, set(), True),
    "announcement": (PUBLICITY, set(), False),
    "announcement_picture": (PUBLICITY, set(), False),
    "announcement_act": (set(), PUBLICITY, False),
}
OPEN = {"sign_in", "web:display"}


def _routes(patterns, prefix="", space=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _routes(pattern.url_patterns, prefix + str(pattern.pattern), inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", prefix + str(pattern.pattern), pattern.callback


ROUTES = {name: (route, view) for name, route, view in _routes(get_resolver().url_patterns)}


def _address(name, ids):
    route = "/" + ROUTES[name][0]
    for part, value in ids.items():
        route = route.replace(f"<int:{part}>", str(value)).replace(f"<uuid:{part}>", str(value)).replace(f"<str:{part}>", str(value))
    assert "<" not in route, route
    return route


def test_every_address_is_in_the_table():
    assert set(ROUTES) == set(MATRIX) | OPEN


def test_every_view_says_who_may_open_it():
    unmarked = [name for name, (_, view) in ROUTES.items() if policy.of(view) is None and view is not settings_page]
    assert unmarked == []


def test_a_view_without_a_marker_is_served_to_nobody(house, settings):
    settings.ROOT_URLCONF = "tests.inner.workbench.unmarked"
    assert house.browser("case_management").get("/unmarked/").status_code == 404


@pytest.fixture
def ids(house):
    draft = house.ready()
    from anxin.inner import filestore
    from anxin.inner.documents import exemptions
    from anxin.inner.documents.models import Publication, Request
    from anxin.inner.kiosk.models import Release
    from anxin.inner.organs.models import Absence, Delegation

    publication = Publication.objects.create(
        document=house.document, draft=draft, public_id="probe", version=1, title="起诉书（某某盗窃案）",
        text="公开文本",
        text_hash="0" * 64, spans=[], content_hash="0" * 64, ruleset="2014-trial",
        published_by_id=house.desk["case_management"].staff_id, published_at=draft.updated_at,
    )  # fmt: skip
    span = {"since": draft.updated_at, "until": draft.updated_at.replace(year=2099), "reason": "培训",
            "entered_by_id": house.desk["chief"].staff_id}  # fmt: skip
    away = Absence.objects.create(staff_id=house.desk["office"].staff_id, **span)
    lent = Delegation.objects.create(giver_id=house.desk["press"].staff_id, taker_id=house.desk["office"].staff_id,
                                     duty="press", **span)  # fmt: skip
    lobby = Release.objects.create(
        case_id=house.case.pk, document_id=house.document.pk, draft_id=draft.pk, organ=house.case.organ_id,
        public_id="lobby", version=1, doc_type="撤销案件决定书", title="撤销案件决定书", text="公开文本",
        text_hash="0" * 64, spans=[], content_hash="0" * 64, ruleset="2014-trial", released_by="案管",
        released_at=draft.updated_at,
    )  # fmt: skip
    reason, on = "涉及个人隐私。", draft.updated_at.date()
    chain = exemptions.request(house.desk["handler"], house.document.pk, "personal_privacy", reason, on)
    Request.objects.update(paper=filestore.save(b"a picture"))
    return {"case_id": house.case.pk, "document_id": house.document.pk, "draft_id": draft.pk,
            "publication_id": publication.pk, "key": "d1", "release_id": lobby.pk, "kind": "deadline", "ruleset_id": "2014-trial",
            "other_id": "2021", "absence_id": away.pk, "delegation_id": lent.pk, "chain_id": chain.pk, **matrix_announcements.things(house), **matrix_supervision.things(house, publication),
            **matrix_inquiry.things(house)}  # fmt: skip


def _asks(client, address):
    return {"GET": client.get(address), "POST": client.post(address, {})}


@pytest.mark.once
def test_every_address_for_every_visitor(house, ids):
    not_found = Client().get("/static/nothing").content
    wrong = []
    browsers = {duty: house.browser(duty) for duty in sorted(ALL)}
    strangers = {duty: house.browser(duty, SIBLING) for duty in ("handler", "case_management", "chief", "secrecy")}
    for name, (may_get, may_post, shared) in MATRIX.items():
        if name == "sign_out":
            continue  # ends the browsers; tested with the sessions
        address = _address(name, ids)
        for who, client, mine in [
            *((d, c, True) for d, c in browsers.items()),
            *((d, c, shared) for d, c in strangers.items()),
        ]:
            for method, answer in _asks(client, address).items():
                admitted = mine and who in (may_get if method == "GET" else may_post)
                if admitted:
                    fine = answer.status_code in (200, 302, 409, 422)
                elif who in (may_get | may_post) and answer.status_code == 405:
                    fine = True  # the page is theirs, this method is not part of it
                else:
                    fine = answer.status_code == 404 and answer.content == not_found and not answer.cookies
                if not fine:
                    wrong.append((name, who, "own" if mine else "stranger", method, answer.status_code))
    assert wrong == []


def test_a_visitor_who_did_not_sign_in_learns_nothing_about_any_address(house, ids):
    client = Client()
    for address in [*(_address(name, ids) for name in MATRIX), "/nothing/", "/cases/999999/"]:
        for answer in _asks(client, address).values():
            assert answer.status_code == 302
            assert answer.headers["Location"].startswith("/sign-in/")


def test_what_is_not_there_and_what_is_not_yours_are_the_same_bytes(house, ids):
    stranger = house.browser("handler", SIBLING)
    for name in ("case", "review", "publication"):
        missing = _address(name, dict.fromkeys(ids, 987654321))
        mine, gone = stranger.get(_address(name, ids)), stranger.get(missing)
        assert (mine.status_code, mine.content) == (gone.status_code, gone.content) == (404, gone.content)


def test_huge_and_odd_ids_are_simply_not_there(house):
    client = house.browser("handler")
    for address in (f"/cases/{10**30}/", "/cases/%00/", "/drafts/-1/", "/cases/1%20OR%201=1/"):
        assert client.get(address).status_code == 404


def test_no_post_passes_without_its_token(house, ids):
    client = Client(enforce_csrf_checks=True)
    client.cookies = house.browser("handler").cookies
    for name, (_, may_post, _) in MATRIX.items():
        if may_post:
            assert client.post(_address(name, ids), {}).status_code == 403, name

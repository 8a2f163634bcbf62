"""Requests beside a draft: through their whole chain, effective with the last step, never by one person (Art 4, 19, 23)."""

from __future__ import annotations

from datetime import date

import pytest

from anxin.inner.actor import NotAllowed, Refused
from anxin.inner.approvals.models import Chain
from anxin.inner.cases import actions as cases
from anxin.inner.documents import actions, exemptions, requests
from anxin.inner.documents.models import Draft, Publication, Request
from anxin.inner.ledger.models import Entry
from anxin.inner.post.models import Outbox

pytestmark = pytest.mark.django_db
THREE = ("department_head", "deputy_chief", "case_management")


@pytest.fixture
def document(case):
    return case.documents.get()


@pytest.fixture
def publication(document, walk) -> Publication:
    return walk.published(document.pk)


def exempting(people, document) -> Chain:
    return exemptions.request(people["handler"], document.pk, "personal_privacy", "涉及个人隐私。", date(2030, 1, 1))


def withdrawing(people, publication, reason="屏蔽有遗漏。") -> Chain:
    return requests.about_publication(people["handler"], publication.pk, "withdrawal", "20", reason)


def restoring(people, publication) -> Chain:
    return requests.about_publication(people["handler"], publication.pk, "restoration", "21", "核实无误。")


def sign(people, chain, *duties) -> Chain:
    for duty in duties:
        chain = requests.approve(people[duty], chain.pk, chain.content_hash, "同意")
    return chain


def state(row) -> str:
    row.refresh_from_db()
    return row.state


def hidden(people, publication) -> Publication:
    return actions.hide(people["department_head"], publication.pk, "先行隐藏核实")


def test_an_exemption_takes_effect_with_the_last_step_and_ends_the_draft(people, document, walk):
    draft = walk.submitted(document.pk).draft
    chain = exempting(people, document)
    sign(people, chain, "department_head", "deputy_chief")
    assert document.obligations.get().state == "in_work"
    assert sign(people, chain, "case_management").state == "complete"
    assert document.obligations.get().state == "exempt"
    assert state(draft) == Draft.State.DROPPED
    assert Chain.objects.get(subject="draft").state == "void"
    assert exemptions.in_force(document).get().review_on == date(2030, 1, 1)


@pytest.mark.parametrize(("stop", "expected"), [(requests.send_back, "returned"), (requests.refuse, "refused")])
def test_a_stopped_request_changes_nothing_and_may_be_made_again(people, document, stop, expected):
    chain = exempting(people, document)
    with pytest.raises(Refused):
        stop(people["department_head"], chain.pk, " ")
    stop(people["department_head"], chain.pk, "理由不成立。")
    assert Request.objects.get().state == expected
    assert document.obligations.get().state == "due"
    with pytest.raises(Refused):
        sign(people, chain, "deputy_chief")
    assert exempting(people, document).state == "open"


def test_the_same_request_is_not_open_twice(people, document):
    exempting(people, document)
    with pytest.raises(Refused, match="已经报请"):
        exempting(people, document)


@pytest.mark.parametrize("duty", ["department_head", "deputy_chief", "case_management", "secrecy", "admin"])
def test_only_the_handler_asks(people, document, duty):
    with pytest.raises(NotAllowed):
        exemptions.request(people[duty], document.pk, "personal_privacy", "涉及个人隐私。", date(2030, 1, 1))


def test_an_approver_signs_only_what_was_shown(people, document):
    chain = exempting(people, document)
    Request.objects.update(reason="另一个理由")
    with pytest.raises(Refused, match="改动"):
        sign(people, chain, "department_head")


def test_a_withdrawal_by_its_chain_leaves_a_tombstone(people, publication):
    chain = withdrawing(people, publication)
    sign(people, chain, "department_head", "deputy_chief")
    assert state(publication) == "public"
    sign(people, chain, "case_management")
    assert state(publication) == "withdrawn"
    assert (publication.ground, publication.article) == ("屏蔽有遗漏。", "20")
    assert publication.document.obligations.get().state == "withdrawn"
    assert Outbox.objects.filter(kind="withdrawal", lane="hide").count() == 1


def test_what_was_replaced_meanwhile_is_not_withdrawn(people, publication):
    chain = withdrawing(people, publication)
    sign(people, chain, "department_head", "deputy_chief")
    Publication.objects.update(state="replaced")
    with pytest.raises(Refused, match="新版本取代"):
        sign(people, chain, "case_management")
    assert Outbox.objects.filter(kind="withdrawal").count() == 0


def test_a_ground_too_long_for_the_public_page_is_refused(people, publication):
    with pytest.raises(Refused, match="200字"):
        withdrawing(people, publication, "长" * 201)


def test_a_hidden_item_comes_back_only_through_the_whole_chain(people, publication):
    with pytest.raises(Refused, match="不是隐藏状态"):
        restoring(people, publication)
    hidden(people, publication)
    chain = restoring(people, publication)
    assert [s.duty for s in chain.steps.all()] == ["handler", "department_head", "deputy_or_chief", "case_management"]
    sign(people, chain, "department_head", "deputy_chief")
    assert state(publication) == "hidden"
    assert not Outbox.objects.filter(kind="restore").exists()
    sign(people, chain, "case_management")
    assert (state(publication), publication.ended_at, publication.ground) == ("public", None, "")
    row = Outbox.objects.get(kind="restore")
    assert (row.payload["id"], row.payload["version"]) == (publication.public_id, publication.version)
    assert Entry.objects.filter(event="restored", subject_id=str(publication.document_id)).count() == 1


def test_nobody_restores_alone(people, publication):
    hidden(people, publication)
    chain = restoring(people, publication)
    for duty in ("handler", "case_management", "deputy_chief"):
        with pytest.raises(NotAllowed):
            sign(people, chain, duty)
    sign(people, chain, "department_head")
    with pytest.raises(NotAllowed):
        sign(people, chain, "department_head")
    assert state(publication) == "hidden"


def test_what_would_be_masked_otherwise_today_does_not_come_back(people, publication):
    hidden(people, publication)
    chain = restoring(people, publication)
    sign(people, chain, "department_head", "deputy_chief")
    lighter = {"name": "郑国梁", "role": "defendant", "sentence": {"type": "有期徒刑", "months": 24}}
    cases.save_participant(people["handler"], publication.document.case_id, "d1", lighter)
    with pytest.raises(Refused, match="案件情况已经变更"):
        sign(people, chain, "case_management")
    assert state(publication) == "hidden"


def test_a_damaged_item_does_not_come_back(people, publication):
    hidden(people, publication)
    Publication.objects.filter(pk=publication.pk).update(text=publication.text + "。")
    with pytest.raises(Refused, match="一致性证明"):
        restoring(people, publication)

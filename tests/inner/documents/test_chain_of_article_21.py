"""One document from the desk to the public, and every way it must not get there (Art 19-22)."""

from __future__ import annotations

import pytest

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals.models import Chain
from anxin.inner.cases import actions as cases
from anxin.inner.documents import actions, gate, takedown
from anxin.inner.documents.models import Draft, Obligation, Publication
from anxin.inner.documents.processing import Processing
from anxin.inner.ledger.models import Entry
from anxin.inner.ledger.queries import breaks
from anxin.inner.post.models import Outbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(case):
    return case.documents.get()


def test_a_due_document_goes_through_the_chain_and_is_public(people, walk, document):
    publication = walk.published(document.pk)
    assert publication.state == Publication.State.PUBLIC
    assert publication.version == 1
    live = document.obligations.get(superseded=False)
    assert live.state == Obligation.State.PUBLISHED
    assert live.submitted_at < live.published_at
    item = Outbox.objects.get(kind="publication")
    assert item.object_id == publication.public_id
    assert list(breaks()) == []


def test_a_three_years_suspended_is_hidden_and_three_and_a_half_years_is_not(walk, document):
    """Acceptance case (a)."""
    text = walk.published(document.pk).text
    assert "段小毛" not in text
    assert "郑国梁" in text


SECRETS = (
    "段小毛",
    "柳春燕",
    "裘大勇",
    "341023198003051236",
    "341023197511201812",
    "13955901234",
    "际村7组18号",
    "直街22号",
)


def test_nothing_protected_leaves_the_house(walk, document):
    walk.published(document.pk)
    item = Outbox.objects.get(kind="publication")
    written = str(item.payload) + item.payload["text"] + item.payload["title"]
    for secret in SECRETS:
        assert secret not in written
    for secret in SECRETS:
        assert not any(secret in str(e.data) for e in Entry.objects.all())


def test_apart_from_the_masking_the_public_text_is_the_served_one(walk, document):
    publication = walk.published(document.pk)
    rebuilt, last = "", 0
    for span in publication.spans:
        assert document.text[span["start"] : span["end"]] == span["expected"]
        assert span["article"]
        rebuilt += document.text[last : span["start"]] + span["replacement"]
        last = span["end"]
    assert rebuilt + document.text[last:] == publication.text


def test_the_system_publishes_nothing(walk, document):
    w = walk.approved(document.pk)
    with pytest.raises(NotAllowed):
        actions.publish(Actor.system("夜间"), w.chain.pk, w.seen)


def test_what_was_returned_comes_back_with_the_reason_and_starts_again(people, walk, document):
    w = walk.submitted(document.pk)
    actions.send_back(people["department_head"], w.chain.pk, "证人住址未屏蔽")
    assert document.obligations.get(superseded=False).state == Obligation.State.RETURNED
    draft = Draft.objects.get(pk=w.draft.pk)
    assert draft.state == Draft.State.WORK
    assert actions.submit(people["handler"], draft.pk, walk.hash(draft)).state == Chain.State.OPEN


def test_l_a_text_changed_after_approval_is_not_published(people, walk, document):
    """Acceptance case (l): changed behind the house's back, by one character."""
    w = walk.approved(document.pk)
    draft = Draft.objects.get(pk=w.draft.pk)
    draft.found[0]["replacement"] += "某"
    draft.save()
    with pytest.raises(Refused, match="改动"):
        actions.publish(people["case_management"], w.chain.pk, w.seen)
    with pytest.raises(Refused, match="改动"):
        actions.publish(people["case_management"], w.chain.pk, walk.hash(draft))
    assert not Publication.objects.exists()


def test_changed_facts_after_submission_void_the_approvals(people, walk, document, case):
    w = walk.approved(document.pk)
    cases.save_participant(people["handler"], case.pk, "d1", {"name": "郑国梁", "role": "defendant",
                           "sentence": {"type": "有期徒刑", "months": 30}})  # fmt: skip
    w.chain.refresh_from_db()
    assert w.chain.state == Chain.State.VOID
    with pytest.raises((NotAllowed, Refused), match="不待办理"):
        actions.publish(people["case_management"], w.chain.pk, w.seen)


def _lacking(conditions) -> set[str]:
    return {c.key for c in conditions if not c.holds}


def test_the_gate_names_each_missing_condition_with_its_article(people, walk, document, case):
    draft = walk.start(document.pk)
    conditions = gate.to_release(Processing(draft), None)
    assert {"secrecy", "chain"} <= _lacking(conditions)
    assert all(c.article and c.sentence for c in conditions)


def test_nothing_is_submitted_without_the_secrecy_review(people, walk, document):
    draft = walk.start(document.pk)
    for index in Processing(draft).open_doubts:
        draft = actions.answer(people["handler"], draft.pk, draft.revision, index, True)
    with pytest.raises(Refused, match="保密审查"):
        actions.submit(people["handler"], draft.pk, walk.hash(draft))


def test_a_secrecy_review_skips_no_item(people, walk, document):
    draft = walk.start(document.pk)
    with pytest.raises(Refused, match="举报人"):
        actions.review_secrecy(people["handler"], draft.pk, draft.revision, "open", ["state_secret"])


def test_what_cannot_be_determined_waits_for_the_secrecy_department(people, walk, document):
    draft = walk.ready(document.pk)
    checks = draft.secrecy_checks
    draft = actions.review_secrecy(people["handler"], draft.pk, draft.revision, "refer", checks, "涉及技术细节")
    with pytest.raises(Refused, match="保密部门"):
        actions.submit(people["handler"], draft.pk, walk.hash(draft))
    with pytest.raises(NotAllowed):
        actions.answer_referral(people["handler"], draft.pk, "processed", "可以")
    actions.answer_referral(people["secrecy"], draft.pk, "processed", "不涉及秘密")
    assert actions.submit(people["handler"], draft.pk, walk.hash(draft)).state == Chain.State.OPEN


def test_f_a_juvenile_among_the_defendants_stops_everything(people, walk, document, case):
    """Acceptance case (f)."""
    w = walk.approved(document.pk)
    cases.save_participant(people["handler"], case.pk, "d2", {"name": "段小毛", "role": "defendant", "minor": True})
    draft = Draft.objects.get(pk=w.draft.pk)
    with pytest.raises(Refused, match="未成年人"):
        actions.submit(people["handler"], draft.pk, walk.hash(draft))


def test_a_residue_of_a_protected_value_blocks(people, walk, document):
    draft = walk.ready(document.pk)
    span = next(s for s in draft.found if s["kind"] == "id_card")
    draft.found = [s for s in draft.found if s != span]
    draft.save()
    with pytest.raises(Refused, match="应当屏蔽"):
        actions.submit(people["handler"], draft.pk, walk.hash(draft))


def test_a_changed_original_blocks(people, walk, document, settings):
    from pathlib import Path

    w = walk.approved(document.pk)
    stored = Path(settings.FILE_STORE) / document.file_hash[:2] / document.file_hash
    stored.write_bytes(b"x")
    with pytest.raises(Refused, match="原件"):
        actions.publish(people["case_management"], w.chain.pk, w.seen)


def test_only_the_handler_of_the_case_processes_it(people, document):
    from tests.inner.people import staff

    colleague = Actor.of(staff("同事", "handler"))
    for actor in (colleague, people["department_head"], people["case_management"], people["admin"]):
        with pytest.raises(NotAllowed):
            actions.start(actor, document.pk)


def test_two_edits_from_one_page_keep_only_the_first(people, walk, document):
    draft = walk.start(document.pk)
    at = document.text.index("东街")
    decision = {"start": at, "end": at + 2, "expected": "东街", "action": "add", "replacement": "**", "kind": "other",
                "article": "20(6)", "reason": "不宜公开"}  # fmt: skip
    actions.decide(people["handler"], draft.pk, draft.revision, decision)
    with pytest.raises(Refused, match="刷新"):
        actions.decide(people["handler"], draft.pk, draft.revision, decision | {"replacement": "***"})


def test_hiding_takes_one_person_and_goes_by_the_hide_lane(people, walk, document):
    publication = walk.published(document.pk)
    takedown.hide(people["handler"], publication.pk, "被害人姓名外露")
    item = Outbox.objects.get(kind="hide")
    assert item.lane == "hide"
    publication.refresh_from_db()
    assert publication.state == Publication.State.HIDDEN


def test_withdrawal_leaves_a_ground_and_an_article(people, walk, document):
    publication = walk.published(document.pk)
    walk.withdraw(walk.withdrawing(publication))
    publication.refresh_from_db()
    assert (publication.state, publication.article) == ("withdrawn", "23")
    assert document.obligations.get(superseded=False).state == Obligation.State.WITHDRAWN
    with pytest.raises(Refused):
        walk.withdrawing(publication)


def test_strangers_take_nothing_down(people, walk, document):
    from tests.inner.people import SIBLING, desk

    publication = walk.published(document.pk)
    for actor in (*desk(SIBLING).values(), people["admin"], people["auditor"]):
        with pytest.raises(NotAllowed):
            actions.hide(actor, publication.pk, "好奇")


def test_one_person_one_symbol_over_all_documents_of_the_case(walk, document, case):
    walk.published(document.pk)
    symbols = list(case.symbols.values_list("symbol", flat=True))
    assert len(symbols) == len(set(symbols)) >= 3

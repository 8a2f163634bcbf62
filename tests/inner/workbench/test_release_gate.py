"""Publishing without each condition of the gate in turn, by the page and by a crafted POST: refused with its sentence."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from anxin.inner.approvals.models import Chain, Step
from anxin.inner.cases.models import Case
from anxin.inner.documents import actions as documents
from anxin.inner.documents.models import Draft, Obligation, Publication
from anxin.inner.documents.processing import Processing
from anxin.inner.post.models import Outbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(house):
    """A document that only waits for its release; nothing stands against it yet."""
    draft = house.ready()
    seen = Processing(draft).content_hash
    chain = documents.submit(house.desk["handler"], draft.pk, seen)
    for duty in ("department_head", "deputy_chief"):
        documents.approve(house.desk[duty], chain.pk, seen)
    return house, Draft.objects.get(pk=draft.pk), chain


def _approve_as_it_is(draft: Draft, chain: Chain) -> None:
    """What a forger would do: make all approvals fit the text as it is now."""
    now = Processing(Draft.objects.get(pk=draft.pk)).content_hash
    Chain.objects.filter(pk=chain.pk).update(content_hash=now)
    Step.objects.filter(chain=chain, state="done").update(content_hash=now)


def _secret(house, draft, chain):
    Case.objects.filter(pk=house.case.pk).update(flags=["state_secret"])


def _not_effective(house, draft, chain):
    future = timezone.localdate() + timedelta(days=5)
    house.case.judgments.update(effective_on=future)


def _no_obligation(house, draft, chain):
    Obligation.objects.all().delete()


def _before_the_clock(house, draft, chain):
    Obligation.objects.update(trigger_on=timezone.localdate() + timedelta(days=5))


def _no_secrecy_review(house, draft, chain):
    Draft.objects.filter(pk=draft.pk).update(secrecy="")


def _secrecy_closed(house, draft, chain):
    Draft.objects.filter(pk=draft.pk).update(secrecy="closed")


def _secrecy_referred(house, draft, chain):
    Draft.objects.filter(pk=draft.pk).update(secrecy="refer")


def _open_doubt(house, draft, chain):
    at = house.document.text.index("东街")
    doubt = {"type": "address_unclear", "start": at, "end": at + 2, "expected": "东街", "sentence": "是否住址？"}
    Draft.objects.filter(pk=draft.pk).update(doubts=[*draft.doubts, doubt])


def _residue(house, draft, chain):
    kept = [s for s in draft.found if s["kind"] != "id_card"]
    Draft.objects.filter(pk=draft.pk).update(found=kept)


def _file_changed(house, draft, chain):
    from django.conf import settings

    digest = house.document.file_hash
    (Path(settings.FILE_STORE) / digest[:2] / digest).write_bytes(b"forged")


def _forged_span(house, draft, chain):
    """A span over other words than the original has there: nothing can be made of it."""
    found = [dict(s) for s in draft.found]
    found[0]["expected"] = "某" * len(found[0]["expected"])
    Draft.objects.filter(pk=draft.pk).update(found=found)


def _chain_unfinished(house, draft, chain):
    Step.objects.filter(chain=chain, index=1).update(state="returned")


def _changed_after_approval(house, draft, chain):
    found = [dict(s) for s in draft.found]
    found[0]["replacement"] += "某"
    Draft.objects.filter(pk=draft.pk).update(found=found)


def _one_person_twice(house, draft, chain):
    Step.objects.filter(chain=chain, index=2).update(actor_id=house.desk["department_head"].staff_id)


CONDITIONS = [
    (_secret, True, "国家秘密"),
    (_not_effective, True, "尚未生效"),
    (_no_obligation, True, "还没有产生公开义务"),
    (_before_the_clock, True, "裁判尚未生效"),
    (_no_secrecy_review, True, "保密审查结论"),
    (_secrecy_closed, True, "不得公开"),
    (_secrecy_referred, True, "保密部门"),
    (_open_doubt, True, "疑点没有答复"),
    (_residue, True, "应当屏蔽的内容"),
    (_file_changed, True, "原件缺失或者被改动"),
    (_forged_span, False, "与送达原文对不上"),
    (_chain_unfinished, True, "还没有完成"),
    (_changed_after_approval, False, "改动"),
    (_one_person_twice, True, "有人办理了两步"),
]


@pytest.mark.parametrize(("spoil", "forge", "sentence"), CONDITIONS, ids=[c[0].__name__.strip("_") for c in CONDITIONS])
def test_without_one_condition_nothing_is_published(walk, spoil, forge, sentence):
    house, draft, chain = walk
    manager = house.browser("case_management")
    spoil(house, draft, chain)
    if forge:
        _approve_as_it_is(draft, chain)
    seen = Chain.objects.get(pk=chain.pk).content_hash
    page = manager.get(f"/drafts/{draft.pk}/")
    assert "复核无误" not in page.content.decode(), "the page offers no release"
    answer = manager.post(f"/drafts/{draft.pk}/publish/", {"chain": chain.pk, "seen_hash": seen, "comment": ""})
    assert answer.status_code in (409, 422), "refused, and the page says why"
    assert sentence in answer.content.decode()
    assert not Publication.objects.exists()
    assert not Outbox.objects.filter(kind="publication").exists()


def test_with_all_conditions_it_is_published(walk):
    house, draft, chain = walk
    manager = house.browser("case_management")
    assert "复核无误" in manager.get(f"/drafts/{draft.pk}/").content.decode()
    seen = Chain.objects.get(pk=chain.pk).content_hash
    manager.post(f"/drafts/{draft.pk}/publish/", {"chain": chain.pk, "seen_hash": seen, "comment": ""})
    assert Publication.objects.get().state == "public"

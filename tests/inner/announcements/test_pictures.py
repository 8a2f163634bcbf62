"""Pictures of an item: the words that they show are written down, read like the text, compared by an approver."""

from __future__ import annotations

import pytest

from anxin.inner import filestore
from anxin.inner.actor import Refused
from anxin.inner.announcements import drafts, flow, takedown
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.ledger.models import Entry

pytestmark = pytest.mark.django_db


def test_a_pdf_comes_in_as_pictures_of_its_pages(house):
    version = house.draft()
    made = drafts.add_picture(house.desk["handler"], version.announcement_id, version.revision, house.pdf(2), "通报",
                              wordless=True)  # fmt: skip
    assert [picture.alt for picture in made] == ["通报（第1页，共2页）", "通报（第2页，共2页）"]


@pytest.mark.parametrize(("transcript", "wordless", "words"), [("", False, "照录"), ("黟县人民检察院", True, "照录"), (" ", False, "照录")])
def test_a_picture_comes_with_its_words_or_without_any(house, transcript, wordless, words):
    version = house.draft()
    with pytest.raises(Refused, match=words):
        drafts.add_picture(house.desk["handler"], version.announcement_id, version.revision, house.png(), "图", transcript,
                           wordless=wordless)  # fmt: skip


@pytest.mark.parametrize(("transcript", "why"), [("证人柳春燕", "匿名"), ("冯建设收受贿赂二百万元", "第十一条第二款")])
def test_the_words_in_a_picture_are_read_like_the_text(house, transcript, why):
    version = house.draft()
    drafts.add_picture(house.desk["handler"], version.announcement_id, version.revision, house.png(), "图", transcript)
    with pytest.raises(Refused, match=why):
        house.submit(house.reviewed(version))


def test_an_approver_compares_the_pictures_with_their_words(house):
    version = house.draft()
    drafts.add_picture(house.desk["handler"], version.announcement_id, version.revision, house.png(), "图", "黟县人民检察院")
    chain = house.submit(house.reviewed(version))
    with pytest.raises(Refused, match="核对"):
        flow.approve(house.next(chain), chain.pk, chain.content_hash)
    flow.approve(house.next(chain), chain.pk, chain.content_hash, compared=True)
    version = version.announcement.newest
    assert [c["hash"] for c in version.compared] == [chain.content_hash]
    assert Entry.objects.filter(event="pictures_compared").count() == 1
    Version.objects.filter(pk=version.pk).update(compared=[version.compared[0] | {"staff": house.desk["handler"].staff_id}])
    with pytest.raises(Refused, match="还没有审批人核对"):
        house.publish(chain)
    Version.objects.filter(pk=version.pk).update(compared=version.compared)
    assert house.publish(chain).state == Version.State.PUBLIC


def test_a_correction_keeps_the_pictures_and_they_are_compared_anew(house):
    version = house.draft()
    drafts.add_picture(house.desk["handler"], version.announcement_id, version.revision, house.png(), "图", "黟县人民检察院")
    chain = house.submit(house.reviewed(version))
    flow.approve(house.next(chain), chain.pk, chain.content_hash, compared=True)
    house.publish(chain)
    corrected = takedown.correct(house.desk["handler"], version.announcement_id, "更正职务")
    assert [(p.alt, p.transcript) for p in corrected.pictures.all()] == [("图", "黟县人民检察院")]
    chain = house.submit(house.reviewed(corrected))
    with pytest.raises(Refused, match="核对"):
        flow.approve(house.next(chain), chain.pk, chain.content_hash)


def test_a_picture_from_before_its_words_were_asked_for_stays_proved_and_is_not_released_anew(house):
    version = house.draft()
    version.pictures.create(digest=filestore.save(house.png()), alt="图")
    before = Wording(version).content_hash
    version.pictures.update(wordless=True)
    assert Wording(version.announcement.newest).content_hash != before
    version.pictures.update(wordless=False)
    with pytest.raises(Refused, match="没有写明图中文字"):
        house.submit(house.reviewed(version))

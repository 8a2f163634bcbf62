# ruff: noqa: F811 - fixtures of another module
"""The pages of the desk in a real browser: away, signing together, text quality, second reading, versions (Art 20-22)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions, reminders
from anxin.inner.documents.models import Draft, Obligation
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.organs import mandates
from tests.inner import packages
from tests.inner.people import COUNTY, staff
from tests.inner.workbench.conftest import SENTENCES
from tests.inner.workbench.test_browser import address, chrome, open_as, place  # noqa: F401 - fixtures

pytestmark = [pytest.mark.chromium, pytest.mark.django_db(transaction=True)]
REPEATED = "认定上述事实的证据如下：证人裘大勇的证言，被害人柳春燕的陈述，被告人郑国梁、段小毛的供述与辩解。\n"


def look(page, name: str) -> None:
    """Nothing is wider than the screen, at both widths."""
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


def at(open_as, duty: str, where: str):
    page = open_as(duty)
    page.goto(where)
    return page


def processed(place, document):
    handler = place.desk["handler"]
    draft = actions.start(handler, document.pk)
    for index in Processing(draft).open_doubts:
        draft = actions.answer(handler, draft.pk, draft.revision, index, True)
    return actions.review_secrecy(handler, draft.pk, draft.revision, "processed", list(SECRECY_CHECKS))


def another(place, number: int, text: str = packages.INDICTMENT, **changes):
    given = {"department_case_number": packages.NUMBER.replace("000001", f"{number:06d}")} | changes
    case = take_data(packages.case(**given), packages.files(text), Actor.system("案件导入", COUNTY))
    day = timezone.localdate() - timedelta(days=3)
    cases.register_judgment(
        place.desk["handler"], case.pk, court="黟县人民法院", number=f"（2014）黟刑初字第{number}号",
        received_on=day, effective_on=day, sentences=SENTENCES,
    )  # fmt: skip
    return case.documents.get()


def submit(place, draft):
    seen = Processing(Draft.objects.get(pk=draft.pk)).content_hash
    return actions.submit(place.desk["handler"], draft.pk, seen), seen


def test_the_pages_of_the_desk_are_whole_at_both_widths(open_as, place):
    desk = place.desk
    place.judge()
    first = submit(place, processed(place, place.document))
    submit(place, processed(place, another(place, 2)))
    page = at(open_as, "department_head", "/signing/")
    assert page.locator("input[name=item]").count() == 2
    look(page, "signing")
    page.locator("input[name=item]").first.check()
    page.locator("input[name=item]").last.check()
    page.get_by_role("button", name="签批勾选的文书").click()
    assert page.get_by_text("已同意，转入下一步").count() == 2
    text = packages.INDICTMENT.replace("本院认为", REPEATED + "本院认为").replace("一百七十二条", "一百七七条")
    draft = processed(place, another(place, 3, text, flags=["sensitive"]))
    reader = staff("复读人", "handler")
    page = at(open_as, "handler", f"/drafts/{draft.pk}/")
    look(page, "review")
    while page.get_by_role("button", name="说明", exact=True).count():
        page.locator("input[name=reason][id^=quality]").first.fill("原件如此，经核对无误")
        page.get_by_role("button", name="说明", exact=True).first.click()
        page.wait_for_load_state()
    page.locator("select[name=reader]").select_option(str(reader.pk))
    page.get_by_role("button", name="送请复读").click()
    assert page.get_by_text("待复读").count() == 1
    now = timezone.now()
    mandates.enter_absence(desk["chief"], desk["chief"].staff_id, now, now + timedelta(days=7), "参加培训")
    mandates.delegate(desk["chief"], desk["chief"].staff_id, desk["office"].staff_id, "chief", now,
                      now + timedelta(days=7), "参加培训")  # fmt: skip
    page = at(open_as, "chief", "/away/")
    look(page, "away")
    reminders.remind_all(Obligation.objects.first().deadline + timedelta(days=5))
    look(at(open_as, "handler", "/"), "today")
    look(at(open_as, "handler", "/corrections/"), "corrections")
    actions.approve(desk["deputy_chief"], first[0].pk, first[1])
    actions.publish(desk["case_management"], first[0].pk, first[1])
    longer = {"name": "段小毛", "role": "defendant", "sentence": {"type": "有期徒刑", "months": 60}}
    cases.save_participant(desk["handler"], place.case.pk, "d2", longer)
    again = processed(place, place.document)
    look(at(open_as, "handler", f"/drafts/{again.pk}/compare/"), "compare")

"""Chapter 3 in the demonstration: duty crimes told level by level, work in progress, a press conference too early."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from anxin.demo.people import holding
from anxin.inner.actor import Actor
from anxin.inner.announcements import drafts, flags, flow, joining, press, release, requests, takedown, tasks
from anxin.inner.announcements.models import Task, Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import open_step
from anxin.inner.cases.intake import take_data
from anxin.inner.cases.models import Case
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.organs.models import Staff
from anxin.inner.organs.queries import holders

WUHOU, CHENGDU, SICHUAN, SUPREME = "510107", "510100", "510000", "100000"
DAYS = (30, 26, 23, 21, 17, 13, 9, 5, 3, 1, 0.2)
"""Days before today on which something happens."""


def schedule(now: datetime) -> list[tuple[datetime, Callable[[], None]]]:
    """The parts of the story with their moments."""
    story = _story()
    return [(now - timedelta(days=days), partial(next, story, None)) for days in DAYS]


def _story() -> Iterator[None]:
    first = _duty_case(901, "冯建业", "成都市武侯区交通运输局原局长", "受贿罪", ["attention"])
    _released(_draft(WUHOU, "duty_crime", "提起公诉", first))
    yield
    _released(_draft(WUHOU, "special_work", "专项工作进展"))
    yield
    second = _duty_case(902, "严守中", "四川省某厅原厅长", "贪污罪", ["attention", "nationwide"])
    chain = _to_release(_draft(WUHOU, "duty_crime", "提起公诉", second))
    for organ in (CHENGDU, SICHUAN, SUPREME):
        joining.join(_of(organ, "press"), second.announcements.get().pk)
    _release(chain)
    yield
    for organ in (CHENGDU, SICHUAN, SUPREME):
        _released(_draft(organ, "special_work", "专项工作进展"))
    yield
    third = _duty_case(903, "卢德海", "成都市武侯区水务局原副局长", "挪用公款罪", ["attention", "supervised"])
    chain = _to_release(_draft(WUHOU, "duty_crime", "提起公诉", third))
    item = third.announcements.get()
    at = timezone.now() - timedelta(hours=2)
    speaker = _of(WUHOU, "press" if item.organ.has_press else "office")
    press.record(speaker, item.pk, "新闻发布会", "本院新闻发布厅", at, at)
    _release(chain)
    yield
    wrong = _draft(WUHOU, "special_work", "专项工作进展")
    _released(wrong)
    asked = requests.ask(_of(WUHOU, "handler"), wrong.announcement_id, "withdrawal", "与已发布的案件信息重复。")
    while asked.steps.filter(state="open").exists():
        requests.approve(_next(asked), asked.pk, asked.content_hash, "同意")
    yield
    _duty_case(904, "邵文举", "成都市武侯区住房和建设局原科长", "受贿罪", ["attention"])
    yield
    task = Task.objects.filter(state=Task.State.OPEN, organ_id=WUHOU).order_by("-pk").first()
    if task:
        tasks.remind(_of(WUHOU, "press"), task.pk, "提起公诉已满三个工作日，请尽快拟制发布。")
    corrected = first.announcements.get()
    version = takedown.correct(_of(WUHOU, "handler"), corrected.pk, "更正职务名称。")
    text = version.text.replace("交通运输局原局长", "交通运输局原党组书记、局长")
    version = drafts.edit(_of(WUHOU, "handler"), corrected.pk, version.revision, version.title, text)
    _released(version)
    yield
    _chain(_draft(WUHOU, "special_work", "专项工作进展"), "major")
    yield
    fifth = _duty_case(905, "武振声", "成都市武侯区原副区长", "受贿罪", ["attention", "sensitive"])
    _chain(_draft(WUHOU, "duty_crime", "提起公诉", fifth), "nationwide")
    yield
    pending = _draft(WUHOU, "other", case=fifth)
    text = "日前，成都市武侯区人民检察院依法办理一起受贿案。经查明，有关人员收受他人贿赂二百余万元，对犯罪事实供认不讳。"
    drafts.edit(_of(WUHOU, "handler"), pending.announcement_id, pending.revision, pending.title, text)
    yield


def _of(organ: str, duty: str) -> Actor:
    return Actor.of(Staff.objects.get(username=holding(organ, duty).username))


def _duty_case(serial: int, name: str, title: str, charge: str, raised: list[str]) -> Case:
    today: date = timezone.localdate()
    day = today.isoformat()
    person = {"key": "d1", "name": name, "role": "defendant", "title": title, "sex": "男", "birth": "1968-03-12"}
    data: dict[str, Any] = {
        "department_case_number": f"川成武检公诉受[{today.year}]{WUHOU}{serial:06d}号",
        "unified_case_number": f"{WUHOU}{today.year}{serial:07d}", "procuratorate": WUHOU,
        "case_name": f"{name}{charge.removesuffix('罪')}案", "case_type": "一审公诉", "charge": charge,
        "department": "公诉部门", "handler": holding(WUHOU, "handler").username,
        "accepted_on": (today - timedelta(days=30)).isoformat(), "flags": raised, "participants": [person],
        "proceedings": [{"on": day, "kind": "提起公诉"}], "documents": [], "protected_terms": [], "measures": [],
    }  # fmt: skip
    case: Case = take_data(data, {}, Actor.system("案件办理系统移交", WUHOU))
    return case


def _draft(organ: str, category: str, event: str = "", case: Case | None = None) -> Version:
    return drafts.start(_of(organ, "handler"), category, event, case.pk if case else None)


def _chain(version: Version, *raised: str) -> Chain:
    handler = _of(version.announcement.organ_id, "handler")
    version = drafts.review_secrecy(handler, version.announcement_id, version.revision, "open", list(SECRECY_CHECKS))
    for name in raised:
        flags.add(handler, version.announcement_id, name)
    return flow.submit(handler, version.announcement_id, Wording(version).content_hash)


def _next(chain: Chain) -> Actor:
    step = open_step(chain)
    assert step is not None
    acted = chain.steps.exclude(actor=None).values_list("actor_id", flat=True)
    return Actor.of(holders(step.duty, step.organ_id, chain.department_id, without=acted)[0])


def _to_release(version: Version) -> Chain:
    chain = _chain(version)
    while chain.steps.filter(state="waiting").exists():
        flow.approve(_next(chain), chain.pk, chain.content_hash, "同意")
    return chain


def _release(chain: Chain) -> None:
    release.publish(_next(chain), chain.pk, chain.content_hash)


def _released(version: Version) -> None:
    _release(_to_release(version))

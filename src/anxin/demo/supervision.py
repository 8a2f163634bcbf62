"""Chapter 5 in the demonstration: complaints, a leak, an inspection with a finding and an order, public opinion.

Everything goes through the functions of the workbench; what comes from outside comes as the corridor hands it over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from django.utils import timezone

from anxin.exchange import sealing
from anxin.inner.actor import Actor
from anxin.inner.documents.models import Obligation, Publication
from anxin.inner.organs.models import Department, Staff
from anxin.inner.organs.queries import department
from anxin.inner.post.submissions import Submission
from anxin.inner.supervision import complaints, inspections, opinion, orders, outside, reviews
from anxin.inner.supervision.models import Complaint, Opinion

WUHOU, CHENGDU, SICHUAN, LANSHAN = "510107", "510100", "510000", "371302"
DAYS = (20, 18, 16, 14, 12, 10, 6, 0.1)
"""Days before today on which something happens; the story goes on from one to the next."""


def schedule(now: datetime) -> list[tuple[datetime, Callable[[], None]]]:
    """The parts of the story with their moments."""
    story = _story()
    return [(now - timedelta(days=days), partial(next, story, None)) for days in DAYS]


def _story() -> Iterator[None]:
    items = list(Publication.objects.filter(state="public", document__case__organ_id=WUHOU).order_by("pk"))
    manager, handler, press = _holder(WUHOU, "case_management"), _holder(WUHOU, "handler"), _holder(WUHOU, "press")
    city, prosecution = _holder(CHENGDU, "case_management"), Department.objects.get(organ_id=WUHOU, name="公诉部门").pk
    _sites()
    first = _complain(items[0], "excess", "第五段屏蔽太多，看不出发生了什么。", "正文第五段")
    entry = opinion.add(press, platform="本地论坛", title="网友讨论“开设赌场案”起诉书的量刑情节", link="https://forum.example/t/1024",
                        summary="发帖人询问起诉书中的从轻情节，跟帖二十余条，没有负面评价。", publication=items[-1], case=items[-1].document.case)
    yield
    complaints.forward(manager, first.pk, prosecution, "请核实屏蔽是否必要。")
    opinion.assess(press, entry.pk, "一般", press.staff_id or 0)
    opinion.step(press, entry.pk, "hand_over", "请公诉部门提供从轻情节的法律依据，供回应使用。", prosecution)
    yield
    complaints.report(handler, first.pk, "所屏蔽的是被害人的住址和工作单位，符合规定第二十条，不宜缩小。")
    opinion.answer(handler, entry.pk, "自首、退赃，依照刑法第六十七条可以从轻处罚。")
    yield
    complaints.answer(manager, first.pk, "unfounded", "屏蔽的内容是被害人的个人信息，依照规定第二十条应当屏蔽，正文其余部分与送达文书一致。")
    opinion.step(press, entry.pk, "reply", "在论坛以本院名义回复，说明从轻情节的法律依据。")
    yield
    opinion.close(press, entry.pk, "专业表述可以附通俗说明。")
    _dispute(first, "住址以外的时间、经过也被屏蔽了，请上级院看一看。")
    inspection = inspections.open_one(
        city, purpose="superior", root=WUHOU, title="法律文书公开质量巡查", plan="重点检查姓名匿名、家庭住址屏蔽和期限。",
        since=timezone.localdate() - timedelta(days=80), until=timezone.localdate(), size=3, seed="demonstration")
    yield
    _inspect(city, inspection.pk)
    yield
    reviews.review(city, first.pk, True, "经复查，屏蔽的都是规定第二十条所列内容，原答复正确。")
    second = _complain(items[1], "error", "文书中的日期前后不一致。", "第二段", "电话 139****0000（演示）")
    complaints.forward(manager, second.pk, prosecution)
    _complain(None, "unpublished", "听说某起交通肇事案已经判决，没有查到起诉书。", "")
    _found(press)
    yield
    _complain(items[2], "leak", "第三段可以看出被害人住在哪里，请尽快处理。", "第三段")
    _publish_order(city)
    yield


def _holder(organ: str, duty: str) -> Actor:
    return Actor.of(Staff.objects.filter(organ_id=organ, duties__duty=duty).order_by("pk")[0])


def _complain(item: Publication | None, kind: str, text: str, place: str, contact: str = "") -> Complaint:
    ticket, _ = sealing.new_ticket(timezone.localdate())
    body = {"kind": kind, "text": text, "place": place, "contact": contact}
    body |= {"item": item.public_id, "version": item.version} if item else {}
    complaints.take(Submission("complaint", ticket, WUHOU, timezone.now(), body, [], []))
    return Complaint.objects.get(ticket=ticket)


def _dispute(row: Complaint, text: str) -> None:
    ticket, _ = sealing.new_ticket(timezone.localdate())
    body = {"about": row.ticket, "kind": "other", "text": text}
    complaints.take(Submission("complaint", ticket, WUHOU, timezone.now(), body, [], []))


def _inspect(actor: Actor, pk: int) -> None:
    """Two documents are fine; the last one masks too much, and the organ is told to look at it."""
    samples = list(inspections.Sample.objects.filter(inspection_id=pk).select_related("inspection", "organ"))
    for sample in samples:
        answers = {entry.id: "yes" for entry in inspections.checklist(sample)}
        last = sample is samples[-1]
        note = "第四段把路段名称也屏蔽了，影响阅读，请核对是否必要。" if last else ""
        inspections.check(actor, sample.pk, answers | ({"check.superior.excess": "no"} if last else {}), note)
    found = inspections.Sample.objects.get(pk=samples[-1].pk)
    orders.issue(actor, found.organ_id, "rectify", f"{found.note}并举一反三，自查同类文书。", "22", sample=found,
                 publication=found.publication)


def _publish_order(actor: Actor) -> None:
    """The city orders the publication of what is overdue longest."""
    rows = Obligation.objects.filter(organ_id=WUHOU, state="due", superseded=False, deadline__lt=timezone.localdate())
    late = rows.select_related("document").order_by("deadline").first()
    if late:
        orders.issue(actor, WUHOU, "publish", "这份文书已经超过公开期限，请尽快办理公开并说明超期的原因。", "21",
                     document=late.document)


def _sites() -> None:
    """Sites under names that belong to nobody."""
    for organ, address in ((WUHOU, "https://wuhou.example/"), (CHENGDU, "https://chengdu.example/")):
        outside.set_site(_holder(organ, "case_management"), address)


def _found(press: Actor) -> None:
    opinion.add(press, platform="短视频平台", title="“危险驾驶案”起诉书截图被转发，质疑姓名没有全部隐去",
                link="https://video.example/v/77", summary="播放一千余次。截图中姓名已作匿名处理，质疑的是标题中的姓氏。")
    serious = opinion.add(press, platform="微博", title="某博主称检察文书泄露住址，@多家媒体", link="https://weibo.example/88",
                          summary="转发三百余次，多家媒体询问。")
    opinion.assess(press, serious.pk, "较大", press.staff_id or 0)
    opinion.step(press, serious.pk, "measure", "已联系案件管理部门核实，准备口径，暂不回应媒体。")
    there = department(WUHOU, "case_management")
    assert there is not None
    opinion.step(press, serious.pk, "hand_over", "请核实所称文书是否泄露住址，今日内回复。", there.pk)
    assert Opinion.objects.filter(organ_id=WUHOU).count() >= 3

"""What the demonstration's touch screen shows (Art 17): three decisions, through the same functions as the workbench."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from anxin.demo.people import PROSECUTION, holding
from anxin.demo.places import ORGANS, organ_name
from anxin.inner.actor import Actor
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import open_step
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.kiosk import actions as kiosk
from anxin.inner.organs.queries import holders

DECISIONS = (
    ("撤销案件决定书", "川成武检撤案〔{year}〕3号", "立案侦查", "岑永明", "受贿罪",
     "本院以涉嫌受贿罪对岑永明立案侦查。岑永明，男，1971年8月9日出生，住四川省成都市武侯区浆洗街12号3单元502室。\n"
     "经侦查查明，没有犯罪事实。根据《中华人民共和国刑事诉讼法》的有关规定，决定撤销此案。"),
    ("不批准逮捕决定书", "川成武检不批捕〔{year}〕21号", "审查逮捕", "庞小军", "盗窃罪",
     "成都市公安局武侯区分局：\n你局提请批准逮捕犯罪嫌疑人庞小军的文书收悉。经审查，本院认为犯罪嫌疑人庞小军涉嫌盗窃事实不清、证据不足，"
     "不符合逮捕条件，决定不批准逮捕犯罪嫌疑人庞小军。请依法立即执行，并将执行情况通知本院。"),
    ("不批准逮捕决定书", "川成武检不批捕〔{year}〕34号", "审查逮捕", "翟文慧", "非法拘禁罪",
     "成都市公安局武侯区分局：\n你局提请批准逮捕犯罪嫌疑人翟文慧的文书收悉。经审查，本院认为犯罪嫌疑人翟文慧涉嫌非法拘禁，情节轻微，"
     "没有社会危险性，决定不批准逮捕犯罪嫌疑人翟文慧。请依法立即执行，并将执行情况通知本院。"),
)


def play() -> None:
    """Take in the three cases and bring their decisions onto the screen."""
    for index, decision in enumerate(DECISIONS):
        _show(index, *decision)


def _show(index: int, doc_type: str, number: str, case_type: str, name: str, charge: str, body: str) -> None:
    on = timezone.localdate() - timedelta(days=9 + 20 * index)
    number = number.format(year=on.year)
    text = f"{organ_name(ORGANS[0])}\n{doc_type}\n{number}\n{body}\n{on.year}年{on.month}月{on.day}日\n"
    data = {
        "department_case_number": f"川成武检受[{on.year}]51010790{index:04}号", "procuratorate": ORGANS[0],
        "unified_case_number": f"510107{on.year}9{index:06}", "case_name": f"{name}涉嫌{charge.removesuffix('罪')}案",
        "case_type": case_type, "charge": charge, "handler": holding(ORGANS[0], "handler", PROSECUTION).username,
        "accepted_on": (on - timedelta(days=6)).isoformat(), "concluded_on": on.isoformat(),
        "participants": [{"key": "s1", "name": name, "role": "other"}],
        "documents": [{"file": "decision.txt", "doc_type": doc_type, "title": doc_type, "number": number, "version": 1,
                       "concluded_on": on.isoformat()}],
    }  # fmt: skip
    case = take_data(data, {"decision.txt": text.encode()}, Actor.system("案件办理系统移交", ORGANS[0]))
    handler = Actor.of(case.handler)
    draft = actions.start(handler, case.documents.get().pk)
    for place in range(len(draft.doubts)):
        draft = actions.answer(handler, draft.pk, draft.revision, place, mask=True)
    draft = actions.review_secrecy(handler, draft.pk, draft.revision, "processed", list(SECRECY_CHECKS))
    chain = actions.submit(handler, draft.pk, Processing(draft).content_hash)
    for _ in range(2):
        actions.approve(_next(chain), chain.pk, chain.content_hash, "同意")
    kiosk.release(_next(chain), chain.pk, chain.content_hash, "复核无误")


def _next(chain: Chain) -> Actor:
    step = open_step(chain)
    assert step is not None
    done = chain.steps.exclude(actor=None).values_list("actor_id", flat=True)
    return Actor.of(holders(step.duty, step.organ_id, chain.department_id, without=done)[0])

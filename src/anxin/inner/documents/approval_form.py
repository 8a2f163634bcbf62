"""案件信息公开审批表: a chain as the paper form an office files, made from what is recorded (Art 4, 21)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from anxin.files.model import Cell, Document, Paragraph, Run, Section, Table
from anxin.files.write.docx import write_docx
from anxin.inner.approvals.models import Chain, Step
from anxin.inner.documents import law
from anxin.inner.documents.models import Request
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.ledger.models import Entry
from anxin.inner.organs.duties import duty_label

Row = tuple[str, ...]
"""Label and value, or twice that. Lines are parted by a line feed."""

WIDTHS = (96.0, 140.0, 82.0, 124.0)  # points
SIZE = 12.0
BLANK = "\n\n　　　　　　　　　　　　　　　　年　　月　　日"


def of_draft(chain: Chain, processing: Processing) -> bytes:
    """The form of a document's chain as DOCX."""
    return form(chain, "案件信息公开审批表", list(_draft_rows(chain, processing)))


def of_request(chain: Chain, request: Request) -> bytes:
    """The form of a request's chain as DOCX."""
    return form(chain, "案件信息公开事项审批表", list(_request_rows(request)))


def _draft_rows(chain: Chain, processing: Processing) -> Iterator[Row]:
    draft, document = processing.draft, processing.draft.document
    case, live = document.case, document.obligations.filter(superseded=False).first()
    yield ("案件名称", case.name, "部门受案号", case.number)
    handler = f"{draft.handler.name}\n{case.department or ''}"
    yield ("文书", f"{document.doc_type}\n{document.number}", "承办人", handler)
    place = "本院电子触摸显示屏" if chain.purpose == "kiosk" else "人民检察院案件信息公开系统"
    yield ("公开载体", place, "公开期限", _day(live.deadline) if live else "没有期限")
    yield ("保密审查", _secrecy(processing))
    yield ("技术处理", _masking(processing))
    answers = draft.quality_answers
    told = [f"“{f['expected'][:20]}”：{answers[f['key']]['reason']}" for f in draft.quality if f["key"] in answers]
    if told:
        yield ("文字质量", "\n".join(told[:12]))
    if draft.second_reader and draft.second_hash:
        yield ("第二人复读", f"{draft.second_note or '复读无误'}\n{_signed(draft.second_reader.name, draft.second_at)}")


def _secrecy(processing: Processing) -> str:
    draft = processing.draft
    lines = [draft.get_secrecy_display() or "没有结论"]
    if draft.secrecy_checks:
        lines.append("已核对：" + "、".join(SECRECY_CHECKS[c] for c in draft.secrecy_checks if c in SECRECY_CHECKS))
    return "\n".join([*lines, *([draft.secrecy_note] if draft.secrecy_note else [])])


def _masking(processing: Processing) -> str:
    counts = sorted(Counter(s.article for s in processing.spans if s.article).items())
    hidden = sum(p.decision == "mask" for p in processing.people)
    articles = "；".join(f"{law.label(article)}{number}处" for article, number in counts)
    answered = "均已答复" if not processing.open_doubts else "尚未全部答复"
    doubts = f"疑点{len(processing.doubts)}处，{answered}" if processing.doubts else "没有疑点"
    lines = [f"匿名{hidden}人，屏蔽{len(processing.spans)}处（{articles or '无'}）；{doubts}。"]
    kept = [d["reason"] for d in processing.draft.decisions if d["action"] == "reject"]
    if kept:
        lines.append(f"承办人决定不屏蔽{len(kept)}处，理由：{'；'.join(dict.fromkeys(kept))}。")
    return "\n".join(lines)


def _request_rows(request: Request) -> Iterator[Row]:
    case = request.case
    yield ("案件名称", case.name, "部门受案号", case.number)
    yield ("报请事项", request.get_kind_display(), "报请人", request.requested_by.name)
    if request.document:
        yield ("文书", f"{request.document.doc_type}　{request.document.number}")
    entry = law.exemption_grounds(case).get(request.ground)
    yield ("依据和理由", f"{law.label(request.article)}{f'，{entry.title}' if entry else ''}\n{request.reason}")
    if request.review_on:
        yield ("复查日期", _day(request.review_on))


def _steps(chain: Chain) -> Iterator[Row]:
    for step in chain.steps.select_related("actor", "on_behalf_of", "organ").order_by("index"):
        where = f"{step.organ.name}\n" if step.organ_id != chain.organ_id else ""
        label = f"{where}{duty_label(step.duty)}\n{step.action.partition('（')[0]}"
        if step.actor is None:
            yield (label, BLANK)
            continue
        opinion = step.reason or ("报请审批" if step.index == 0 else step.get_state_display())
        if step.state in (Step.State.RETURNED, Step.State.REFUSED):
            opinion = f"{step.get_state_display()}：{opinion}"
        mark = f"（受{step.on_behalf_of.name}委托办理）" if step.on_behalf_of else ""
        lines = [opinion, *([step.moved] if step.moved else []), _signed(f"{step.actor.name}{mark}", step.acted_at)]
        yield (label, "\n".join(lines))


def _day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def _signed(name: str, at: datetime | None) -> str:
    if at is None:
        return name
    local = timezone.localtime(at)
    return f"{name}　{_day(local.date())}{local:%H:%M}"


def _ledger(chain: Chain) -> str:
    entries = Entry.objects.filter(organ=chain.organ_id, subject=chain.subject, subject_id=str(chain.subject_id),
                                   data__chain=chain.pk).order_by("seq")  # fmt: skip
    places = [f"第{e.seq}条（{e.hash[:12]}）" for e in entries]
    return f"日志{'、'.join(places)}" if places else "没有日志记录"


def form(chain: Chain, title: str, rows: list[Row]) -> bytes:
    """A chain as DOCX: what is decided in ``rows``, then each step with who took it, then where it is recorded."""
    pen = _Pen()
    head = [pen.paragraph(chain.organ.name, 16, "center"), pen.paragraph(title, 20, "center", bold=True, after=10)]
    seal = ("办理记录", f"{_ledger(chain)}\n内容校验值{chain.content_hash[:32]}")
    table = Table(tuple(tuple(_cells(pen, row)) for row in (*rows, *_steps(chain), seal)), WIDTHS)
    made = f"流程{chain.pk}，{chain.get_state_display()}；{_signed('', timezone.now()).strip()}由案件信息公开系统生成"
    foot = pen.paragraph(made, 10.5, "right")  # before the text is read, for it adds to it
    return write_docx(Document(pen.text, (Section("body", (*head, table, foot)),)))


def _cells(pen: _Pen, row: Row) -> Iterator[Cell]:
    for index, words in enumerate(row):
        label = index % 2 == 0
        blocks = tuple(pen.paragraph(line, SIZE, "center" if label else "left") for line in words.split("\n"))
        yield Cell(blocks, colspan=3 if len(row) == 2 and not label else 1)


class _Pen:
    """Collects the text while paragraphs are made over it."""

    def __init__(self) -> None:
        self.text = ""

    def paragraph(self, words: str, size: float, align: str, *, bold: bool = False, after: float = 0) -> Paragraph:
        if self.text:
            self.text += "\n"
        start = len(self.text)
        self.text += words
        runs = (Run(start, len(self.text), bold=bold, size=size),) if words else ()
        return Paragraph(start, len(self.text), runs, align=align, space_after=after,
                         line_spacing=0 if size < 14 else size * 1.6)  # fmt: skip

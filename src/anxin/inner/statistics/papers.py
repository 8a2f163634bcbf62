"""A circular as it is kept and sent: its numbers as data, the notice as Word, the tables as Excel."""

from __future__ import annotations

from datetime import date
from typing import Any

from anxin.exchange.canonical import dumps, sha256
from anxin.figures.period import Period
from anxin.figures.report import Report
from anxin.figures.sheets import sheets
from anxin.files.write.letter import Grid, Letter, write_letter
from anxin.files.write.xlsx import write_xlsx
from anxin.inner.statistics.models import Circular
from anxin.web.wording import day

PEERS = {
    "due": "应公开", "published": "已公开", "exempt": "依法不公开", "late": "超期", "rate": "公开率",
    "on_time_rate": "按期公开率", "median_days": "用时中位数（日）", "complaints": "反映",
}  # fmt: skip


def to_json(report: Report) -> dict[str, Any]:
    """The numbers of a report, as they are signed with the circular."""
    return {
        "period": report.period.code, "organ": report.organ, "name": report.name, "now": dict(report.now),
        "before": dict(report.before), "children": {k: dict(v) for k, v in report.children.items()},
        "months": {k.isoformat(): dict(v) for k, v in report.months.items()}, "names": dict(report.names),
    }  # fmt: skip


def report_of(circular: Circular) -> Report:
    """The report with the numbers of the day on which the circular was drafted."""
    data = circular.report
    months = {date.fromisoformat(month): cells for month, cells in sorted(data["months"].items())}
    return Report(Period.parse(data["period"]), data["organ"], data["name"], data["now"], data["before"],
                  data["children"], months, {}, data["names"])  # fmt: skip


def content_hash(circular: Circular) -> str:
    """What a signature is bound to: title, text and every number."""
    return sha256(dumps([circular.organ_id, circular.period, circular.title, circular.text, circular.report]))


def letter(circular: Circular) -> Letter:
    """The notice; before it is signed it has no number and says that it is a draft."""
    report, signed = report_of(circular), circular.state == Circular.State.SIGNED
    on = day(circular.signed_at) if signed else ""
    lines = report.lines()
    label = report.period.label
    grids = [Grid(f"{label}主要指标表", ("指标", "单位", "本期", f"上一{report.period.kind}", "变化"), [
        (line.now.figure.title, line.now.figure.unit, line.now.text, line.before.text, line.change or "—")
        for line in lines], first=146, last=92)]  # fmt: skip
    if len(report.children) > 1:
        rows = [
            (peer.name.replace("人民检察院", "院"), *(peer.values[name].text.rstrip("%") for name in PEERS))
            for peer in report.peers()
        ]
        head = ("单位", *(f"{words}（%）" if "rate" in name else words for name, words in PEERS.items()))
        grids.append(Grid(f"{label}各院案件信息公开情况表", head, rows))
    below = len(report.children) > 1
    return Letter(
        circular.organ.name, circular.number if signed else "（文号在签发时编排）", circular.title,
        "各下级人民检察院，本院各部门" if below else "本院各部门", circular.text,
        circular.organ.name, on or "（签发日期）",
        f"{circular.organ.name}案件管理部门\t" + (f"{on}印发" if on else "送审稿"), tuple(grids),
        mark="" if signed else "（送审稿）",
    )  # fmt: skip


def word(circular: Circular) -> bytes:
    return write_letter(letter(circular))


def excel(circular: Circular) -> bytes:
    return write_xlsx(sheets(report_of(circular)))

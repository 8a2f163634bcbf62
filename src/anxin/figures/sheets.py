"""The figures as sheets for Excel and as flat rows for CSV and JSON: one source, whatever is downloaded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from anxin.figures.compute import Cells, Value, compute, histogram
from anxin.figures.definitions import figures
from anxin.figures.report import Report, definitions
from anxin.figures.wording import parts
from anxin.files.write.sheet import Cell, Drawing, Percent, Sheet

WHOLE, ALONE = "含下级院", "本院"
FLAT = ("院代码", "院", "范围", "期间", "指标代码", "指标", "分项", "单位", "数值")


def sheets(report: Report) -> list[Sheet]:
    """Everything of one report: figures, parts, organs, months, days, definitions."""
    made = [_lines(report), _peers(report), _months(report), _days(report), _parts(report), _definitions(report)]
    return [sheet for sheet in made if sheet.rows]


def flat(report: Report) -> Sheet:
    """One row for each organ and figure: the whole subtree first, then the organ alone and those below."""
    below = len(report.children) > 1
    rows = list(_flat(report, report.organ, WHOLE if below else ALONE, report.now))
    for code, cells in report.children.items() if below else ():
        rows += _flat(report, code, ALONE if code == report.organ else WHOLE, cells)
    return Sheet("数据", f"{report.name}{report.period.label}案件信息公开数据", FLAT, rows)


def _flat(report: Report, code: str, scope: str, cells: Cells) -> Iterable[tuple[Cell, ...]]:
    at = (code, report.names.get(code, report.name), scope, report.period.code)
    for value in compute(cells, report.wanted).values():
        figure = value.figure
        yield (*at, figure.id, figure.title, "", figure.unit, cell(value))
        yield from ((*at, figure.id, figure.title, part, figure.unit, n) for part, n in parts(value))


def to_json(report: Report) -> dict[str, Any]:
    """Open data: the same rows with named fields, and the definitions."""
    names = ("organ", "organ_name", "scope", "period", "figure", "title", "part", "unit", "value")
    said = [dict(zip(("title", "sentence", "denominator", "article"), d, strict=True))
            for d in definitions(report.public)]  # fmt: skip
    rows = [dict(zip(names, row, strict=True)) for row in flat(report).rows]
    return {"organ": report.organ, "name": report.name, "period": report.period.code, "rows": rows,
            "definitions": said}  # fmt: skip


def cell(value: Value) -> Cell:
    """A number as it goes into a sheet: per cent with one decimal, whole numbers otherwise."""
    if value.number is None:
        return None
    return Percent(round(value.number, 1)) if value.figure.kind == "ratio" else int(value.number)


def _title(report: Report, what: str) -> str:
    return f"{report.name}{report.period.label}{what}"


def _lines(report: Report) -> Sheet:
    rows = [(line.now.figure.title, line.now.figure.unit, cell(line.now), cell(line.before), line.change or "—",
             line.now.figure.citation) for line in report.lines()]  # fmt: skip
    head = ("指标", "单位", "本期", f"上一{report.period.kind}", "变化", "依据")
    return Sheet("总体情况", _title(report, "案件信息公开工作情况"), head, rows)


def _peers(report: Report) -> Sheet:
    rows = [(peer.name, *(cell(value) for value in peer.columns)) for peer in report.peers()]
    head = ("单位", *report.column_titles)
    ranked = sum(peer.values["rate"].number is not None for peer in report.peers())
    drawing = Drawing("bar", "公开率（扣除依法不公开）", (1 + report.columns.index("rate"),),
                      (0, max(ranked - 1, 0)), True)  # fmt: skip
    note = "按公开率排列；没有应公开文书的排在最后。设有下级院的，数字包含其下级院。"
    title = _title(report, "各院案件信息公开情况")
    return Sheet("各院情况", title, head, rows if len(rows) > 1 else [], note=note, drawing=drawing)


def _months(report: Report) -> Sheet:
    wanted = ("due", "published", "late", "rate", "on_time_rate", "median_days")
    rows: list[tuple[Cell, ...]] = []
    for month, cells in report.months.items():
        values = compute(cells, wanted)
        rows.append((f"{month.year}年{month.month}月", *(cell(values[name]) for name in wanted)))
    head = ("月份", *(figures()[name].title for name in wanted))
    drawing = Drawing("line", "公开率、按期公开率走势", (4, 5), (0, len(rows) - 1), True)
    return Sheet("逐月走势", _title(report, "逐月情况"), head, rows, drawing=drawing)


def _days(report: Report) -> Sheet:
    rows = [(f"{days}日", n) for days, n in histogram(report.now)]
    drawing = Drawing("column", "公开用时分布", (1,), (0, len(rows) - 1))
    return Sheet("公开用时", _title(report, "公开用时分布"), ("从起算日到发布日", "件数"), rows, drawing=drawing)


def _parts(report: Report) -> Sheet:
    rows = [(line.now.figure.title, name, n) for line in report.lines() for name, n in line.parts]
    return Sheet("分项", _title(report, "分项情况"), ("指标", "分项", "数量"), rows)


def _definitions(report: Report) -> Sheet:
    head = ("指标", "怎样统计", "分母", "依据")
    return Sheet("指标说明", "统计指标说明", head, list(definitions(report.public)))

"""One organ's figures of one period, as pages, sheets and the circular show them: lines, peers, charts.

Pure: takes counted cells, knows no database. The statistics of the workbench and the portal are both made of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from anxin.figures import chart
from anxin.figures.compute import Cells, Value, compute, histogram
from anxin.figures.definitions import Figure, figures, measures
from anxin.figures.period import Period
from anxin.figures.wording import change, parts
from anxin.regulation.periods import period_entry
from anxin.regulation.rules import load

PEERS = ("due", "published", "exempt", "late", "rate", "rate_all", "on_time_rate", "median_days", "corrections",
         "complaints")  # fmt: skip
HEADLINE = ("due", "published", "rate", "rate_all", "on_time_rate", "late", "exempt", "median_days")


@dataclass(frozen=True)
class Line:
    """One figure with the period before and, where there are any, the average of the peers."""

    now: Value
    before: Value
    peers: float | None = None

    @property
    def change(self) -> str:
        return change(self.now, self.before)

    @property
    def parts(self) -> list[tuple[str, int]]:
        return parts(self.now)

    @property
    def peers_text(self) -> str:
        return Value(self.now.figure, self.peers).text


@dataclass(frozen=True)
class Peer:
    """One organ in the league: the organ itself or one directly below it with its subtree."""

    code: str
    name: str
    values: dict[str, Value]

    @property
    def columns(self) -> list[Value]:
        return list(self.values.values())


@dataclass(frozen=True)
class Report:
    """``siblings``: cells of the organs beside it (for the average), without itself; empty where none may be seen."""

    period: Period
    organ: str
    name: str
    now: Cells
    before: Cells
    children: Mapping[str, Cells] = field(default_factory=dict)
    months: Mapping[date, Cells] = field(default_factory=dict)
    siblings: Mapping[str, Cells] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    public: bool = False
    kind: str = ""

    @property
    def wanted(self) -> list[str]:
        """Figures that are shown: of one type of document only those that are counted by type."""
        shown = [(n, f) for n, f in figures().items() if f.public or not self.public]
        return [name for name, figure in shown if not self.kind or of_documents(figure)]

    @property
    def columns(self) -> list[str]:
        """Figures of the comparison between organs."""
        return [name for name in PEERS if name in self.wanted]

    @property
    def column_titles(self) -> list[str]:
        return [figures()[name].title for name in self.columns]

    def lines(self) -> list[Line]:
        """Every figure, in the order of the definitions."""
        now, before = compute(self.now, self.wanted), compute(self.before, self.wanted)
        beside = [compute(cells, self.wanted) for cells in self.siblings.values()]
        return [Line(now[name], before[name], _mean([one[name].number for one in beside])) for name in self.wanted]

    def headline(self) -> list[Line]:
        return [line for line in self.lines() if line.now.figure.id in HEADLINE]

    def peers(self) -> list[Peer]:
        """The organ itself and those below, the best rate first, those without any duty last."""
        rows = [Peer(code, self.names.get(code, code), compute(cells, self.columns))
                for code, cells in self.children.items()]
        return sorted(rows, key=lambda p: (-_rank(p.values["rate"]), -(p.values["due"].number or 0), p.code))

    def charts(self) -> list[chart.Chart]:
        """Trend, distribution and league; what has no data is left out."""
        return [one for one in (self.trend(), self.distribution(), self.league()) if one.rows]

    def trend(self) -> chart.Chart:
        values = [compute(cells, ("rate", "on_time_rate")) for cells in self.months.values()]
        labels = [f"{m.month}月" if m.month > 1 and i else f"{m.year}年{m.month}月" for i, m in enumerate(self.months)]
        lines = [chart.Line(figures()[name].title.partition("（")[0], [one[name].number for one in values])
                 for name in ("rate", "on_time_rate")]  # fmt: skip
        return chart.trend("公开率、按期公开率走势", labels, lines, "%")

    def distribution(self) -> chart.Chart:
        days = int(period_entry(load("2014-trial"), "publication").values["count"])
        marks: list[tuple[float, str]] = [(days, f"期限 {days}日")]
        median = compute(self.now, ("median_days",))["median_days"].number
        if median is not None:
            marks.append((median, f"中位数 {median:.0f}日"))
        return chart.distribution("公开用时分布（件数）", histogram(self.now), marks)

    def league(self) -> chart.Chart:
        rows = [(_brief(p.name), p.values["rate"].number) for p in self.peers() if p.values["due"].number]
        whole = compute(self.now, ("rate",))["rate"].number
        return chart.league("公开率", rows if len(self.children) > 1 else [], whole, own=_brief(self.name))


def of_documents(figure: Figure) -> bool:
    """Whether a figure is made of obligations, which have a type of document, and not of other events."""
    return not {name.removeprefix("-") for name in figure.measures} & {measure.id for measure in measures()}


def definitions(public: bool = False) -> Iterator[tuple[str, str, str, str]]:
    """(title, how it is counted, denominator, article) of every figure."""
    titles = {figure.measures: figure.title for figure in figures().values() if figure.kind == "count"}
    for figure in figures().values():
        if public and not figure.public:
            continue
        below = _formula(figure.denominator, titles) if figure.denominator else "—"
        yield figure.title, figure.sentence, below, figure.citation


def _formula(names: Sequence[str], titles: Mapping[tuple[str, ...], str]) -> str:
    words = [("－" if n.startswith("-") else "＋") + titles.get((n.removeprefix("-"),), n) for n in names]
    return "".join(words).removeprefix("＋")


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _rank(value: Value) -> float:
    return value.number if value.number is not None else -1


def _brief(name: str) -> str:
    """成都市武侯区人民检察院 -> 成都市武侯区院: charts have little room."""
    return name.replace("人民检察院", "院")

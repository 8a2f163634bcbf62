"""Numbering as printed: counts list paragraphs in the order of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from anxin.files.docx.counting import printed
from anxin.files.docx.props import Props, of
from anxin.files.docx.symbols import symbol
from anxin.files.docx.xml import VAL, Element, W, number, value

_SUFFIX = {"tab": "\t", "space": " ", "nothing": ""}
_PLACE = re.compile(r"%([1-9])")
_START_MAX = 1_000_000


@dataclass(frozen=True)
class Level:
    format: str
    text: str
    start: int
    suffix: str
    legal: bool             # all numbers in decimal
    style: str              # the paragraph style that belongs to it
    restart: int | None     # the level whose number restarts this one; None for the one above
    paragraph: Props
    run: Props


@dataclass(frozen=True)
class Label:
    """What is printed before a paragraph: number and suffix, with the indents that come with it."""

    number: str
    suffix: str
    paragraph: Props
    run: Props


@dataclass
class _List:
    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document. ``label`` must be called for each list paragraph once, in order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._shared: dict[str, dict[int, int]] = {}
        self._fresh: dict[tuple[str, int], int] = {}
        if root is None:
            return
        abstract = {item.get(W + "abstractNumId", ""): item for item in root.iterchildren(W + "abstractNum")}
        links = {value(item, "styleLink"): item for item in abstract.values() if item.find(W + "styleLink") is not None}
        for item in root.iterchildren(W + "num"):
            self._add(item, abstract, links)

    def _add(self, item: Element, abstract: dict[str, Element], links: dict[str, Element]) -> None:
        key = item.get(W + "numId", "")
        base = abstract.get(value(item, "abstractNumId"))
        if base is None:
            return
        base = links.get(value(base, "numStyleLink"), base)
        levels = {number(lvl.get(W + "ilvl")): _level(lvl) for lvl in base.iterchildren(W + "lvl")}
        for override in item.iterchildren(W + "lvlOverride"):
            at = number(override.get(W + "ilvl"))
            new = override.find(W + "lvl")
            if new is not None:
                levels[at] = _level(new)
            if override.find(W + "startOverride") is not None:
                self._fresh[key, at] = min(number(value(override, "startOverride")), _START_MAX)
        # lists made from one definition count on together, unless they start anew
        counters = self._shared.setdefault(base.get(W + "abstractNumId", ""), {})
        self._lists[key] = _List(levels, counters)

    def level_of(self, list_id: str, style: str) -> int:
        """The level that belongs to a paragraph style; the first one otherwise."""
        found = self._lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((at for at, level in levels if style and level.style == style), 0)

    def label(self, list_id: str, at: int) -> Label | None:
        """The label of the next paragraph of this list and level (0..8); None when it has no number."""
        found = self._lists.get(list_id)
        level = found.levels.get(at) if found else None
        if found is None or level is None:
            return None
        self._count(found, list_id, at, level)
        if level.format == "bullet":
            text = "".join(symbol(c, level.run.get("rFonts.ascii", "")) for c in level.text)
        else:
            text = _PLACE.sub(lambda place: self._part(found, int(place[1]) - 1, level), level.text)
        return Label(text, _SUFFIX.get(level.suffix, "\t"), level.paragraph, level.run)

    def _count(self, found: _List, list_id: str, at: int, level: Level) -> None:
        start = self._fresh.pop((list_id, at), None)
        if start is not None:
            found.counters[at] = start
        else:
            found.counters[at] = found.counters.get(at, level.start - 1) + 1
        for deeper in [key for key in found.counters if key > at]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or at < restart:
                del found.counters[deeper]

    def _part(self, found: _List, at: int, level: Level) -> str:
        other = found.levels.get(at)
        if other is None:
            return ""
        count = found.counters.setdefault(at, other.start)
        return printed(count, "decimal" if level.legal else other.format)


def _level(item: Element) -> Level:
    restart = item.find(W + "lvlRestart")
    legal = item.find(W + "isLgl")
    return Level(
        format=_format(item), text=value(item, "lvlText", ""),
        start=min(number(value(item, "start", "1"), 1), _START_MAX), suffix=value(item, "suff", "tab"),
        legal=legal is not None and legal.get(VAL, "1") not in ("0", "false"),
        style=value(item, "pStyle"), restart=None if restart is None else number(restart.get(VAL)),
        paragraph=of(item, "pPr"), run=of(item, "rPr"))


def _format(item: Element) -> str:
    found = item.find(W + "numFmt")
    if found is None:   # newer formats stand in an alternative
        found = next(item.iter(W + "numFmt"), None)
    return "decimal" if found is None else found.get(VAL, "decimal")

"""Tables: the grid with merged cells, nested tables, rows and cells that are not shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from anxin.files.docx.alternatives import choose
from anxin.files.docx.inline import control
from anxin.files.docx.look import UNKNOWN_GROUND, fill
from anxin.files.docx.props import Props, of, on, props_of
from anxin.files.docx.story import Story
from anxin.files.docx.xml import MC, Element, W, all_text, local, number
from anxin.files.model import Block, Cell, Paragraph, Table

_WRAPPERS = ("customXml", "smartTag", "ins", "moveTo")
_FLAT = 20      # twips: a row of this exact height can't be seen
_SPAN_MAX = 200


Blocks = Callable[[Element, str, str], list[Block]]     # of a cell, with its ground and table style


@dataclass
class _Open:
    """A cell that may still grow downwards."""

    blocks: list[Block]
    colspan: int = 1
    rowspan: int = 1


def table(element: Element, story: Story, ground: str, blocks: Blocks) -> Table:
    """The table with everything in it that a reader sees; the rest goes to the finds of the story."""
    props = of(element, "tblPr")
    chain = story.reading.styles.table(props.get("tblStyle", ""))
    behind = UNKNOWN_GROUND if any(_shaded(item) for item in chain) else fill(props) or ground
    rows = _Rows(story, behind, props.get("tblStyle", ""), blocks)
    for row in _inside(element, "tr", story):
        rows.add(row)
    widths = tuple(number(column.get(W + "w")) / 20 for column in element.iterfind(f"{W}tblGrid/{W}gridCol"))
    align = {"center": "center", "right": "right", "end": "right"}.get(props.get("jc", ""), "")
    return Table(rows.done(), widths, _bordered(element, chain), align)


@dataclass
class _Rows:
    """The rows of one table as they come."""

    story: Story
    ground: str
    style: str
    blocks: Blocks
    rows: list[list[_Open]] = field(default_factory=list)
    above: dict[int, _Open] = field(default_factory=dict)     # by column: the cell that may grow into the next row

    def done(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(Cell(tuple(cell.blocks), cell.colspan, cell.rowspan) for cell in row) for row in self.rows)

    def add(self, row: Element) -> None:
        """Adds the row, unless a reader does not see it."""
        props = of(row, "trPr")
        reason = _unseen(props)
        if reason:
            self.story.find(reason, all_text(row))
            return
        if on(props, "ins"):
            self.story.find("inserted", all_text(row))
        cells: list[_Open] = []
        column = self._gap(cells, number(props.get("gridBefore")))
        for element in _inside(row, "tc", self.story):
            column += self._cell(element, cells, column)
        self._gap(cells, number(props.get("gridAfter")))
        if cells:
            self.rows.append(cells)

    def _cell(self, element: Element, cells: list[_Open], column: int) -> int:
        """Adds a cell, or lets the one it continues grow; gives the number of columns it takes."""
        props = of(element, "tcPr")
        if "cellDel" in props:
            self.story.find("deleted", all_text(element))
            return 0
        span = max(1, min(number(props.get("gridSpan"), 1), _SPAN_MAX))
        if self._continues(props, cells, column, span):
            if all_text(element):
                self.story.find("merged_cell", all_text(element))
            return span
        self._next(cells)
        found = self.blocks(element, fill(props) or self.ground, self.style)
        cells.append(_Open(found or [self._empty()], span))
        if props.get("vMerge") == "restart":
            self.above[column] = cells[-1]
        else:
            self.above.pop(column, None)
        return span

    def _continues(self, props: Props, cells: list[_Open], column: int, span: int) -> bool:
        if props.get("vMerge", "restart") != "restart" and column in self.above:
            self.above[column].rowspan += 1
            return True
        if props.get("hMerge", "restart") != "restart" and cells:
            cells[-1].colspan += span
            return True
        return False

    def _gap(self, cells: list[_Open], columns: int) -> int:
        """An empty cell for columns that a row leaves out."""
        if not 0 < columns <= _SPAN_MAX:
            return 0
        self._next(cells)
        cells.append(_Open([self._empty()], columns))
        return columns

    def _next(self, cells: list[_Open]) -> None:
        if cells:
            self.story.reading.pen.cell()

    def _empty(self) -> Paragraph:
        at = self.story.reading.pen.begin()
        return Paragraph(at, at)


def _unseen(props: Props) -> str:
    if on(props, "hidden"):
        return "hidden_row"
    if on(props, "del"):
        return "deleted"
    if props.get("trHeight.hRule") == "exact" and number(props.get("trHeight.val"), 999) <= _FLAT:
        return "hidden_row"
    return ""


def _inside(element: Element, name: str, story: Story) -> Iterator[Element]:
    """Rows or cells, also where they are wrapped in content controls, revisions or alternatives."""
    for child in element:
        kind = local(child)
        if child.tag == W + name:
            yield child
        elif child.tag == W + "sdt":
            control(child, story)
            for content in child.iterchildren(W + "sdtContent"):
                yield from _inside(content, name, story)
        elif child.tag == MC + "AlternateContent":
            branch = choose(child, story)
            if branch is not None:
                yield from _inside(branch, name, story)
        elif kind in _WRAPPERS:
            yield from _inside(child, name, story)
        elif kind in ("del", "moveFrom"):
            story.find("deleted", all_text(child))


def _shaded(style: Element) -> bool:
    return any(fill(props_of(shading.getparent())) not in ("", "FFFFFF") for shading in style.iter(W + "shd"))


def _bordered(element: Element, chain: list[Element]) -> bool:
    """Whether lines are drawn: said by the table itself, else by its style, else by a cell."""
    for holder in (element, *chain):
        borders = holder.find(f"{W}tblPr/{W}tblBorders")
        if borders is not None:
            return any(side.get(W + "val", "none") not in ("none", "nil") for side in borders)
    return any(side.get(W + "val", "none") not in ("none", "nil")
               for borders in element.iter(W + "tcBorders") for side in borders)

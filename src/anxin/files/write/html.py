"""HTML of the public document for the portal: semantic, strictly escaped, without any style or script of its own.

Classes (styled by ``document.css`` beside this file): ``doc`` around all; ``al-center|right|both``; ``fi-N``/``li-N``
first line and left indent in characters; ``sz-*`` size; ``fc-*`` face; ``mask`` the masked places, each focusable and
saying in ``title`` which article hides it.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from anxin.files.model import Block, Cell, Document, Mark, Paragraph, Section, Table
from anxin.files.write.faces import family
from anxin.files.write.inline import LINE_BREAK, PAGE_BREAK, Piece, pieces, require_writable
from anxin.regulation.rules import article_label

SIZES = (22.0, 18.0, 16.0, 15.0, 14.0, 12.0, 10.5, 9.0)     # 二号, 小二, 三号, 小三, 四号, 小四, 五号, 小五
_TAGS = {"header": "header", "footer": "footer", "footnote": "aside", "endnote": "aside", "textbox": "div"}


def write_html(document: Document) -> str:
    """An ``<article>`` to be put into a page. Raises ``Unwritable`` for control characters."""
    require_writable(document)
    body = "".join(_section(document, s) for s in document.sections)
    return f'<article class="doc" lang="zh-CN">\n{body}</article>\n'


def _section(document: Document, section: Section) -> str:
    inner = _blocks(document, section.blocks)
    tag = _TAGS.get(section.kind)
    return f'<{tag} class="{section.kind}">\n{inner}</{tag}>\n' if tag else inner


def _blocks(document: Document, blocks: Sequence[Block]) -> str:
    return "".join(
        _paragraph(document, b) if isinstance(b, Paragraph) else _table(document, b) for b in blocks)


def _paragraph(document: Document, paragraph: Paragraph) -> str:
    inner = "".join(_piece(p) for p in pieces(document, paragraph))
    tag = f"h{min(paragraph.heading + 1, 6)}" if paragraph.heading and inner else "p"
    classes = _paragraph_classes(paragraph)
    attribute = f' class="{" ".join(classes)}"' if classes else ""
    return f"<{tag}{attribute}>{inner or '<br>'}</{tag}>\n"


def _paragraph_classes(paragraph: Paragraph) -> list[str]:
    classes = [f"al-{paragraph.align}"] if paragraph.align in ("center", "right", "both") else []
    size = next((r.size for r in paragraph.runs if r.size), 0.0) or 16.0
    for prefix, points in (("fi", paragraph.first_indent), ("li", paragraph.left_indent)):
        if characters := min(round(points / size), 4):
            classes.append(f"{prefix}-{characters}" if characters > 0 else "fi-hang")
    return classes


def _piece(piece: Piece) -> str:
    text = "".join(_token(t) for t in piece.tokens())
    run = piece.run
    for wanted, tag in ((run.strike, "s"), (run.underline, "u"), (run.italic, "em"), (run.bold, "strong")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    classes = [f"fc-{face}"] if (face := family(run.font)) else []
    if run.size:
        nearest = min(SIZES, key=lambda s: abs(s - run.size))
        classes.append(f"sz-{nearest:g}".replace(".", "_"))
    if classes:
        text = f'<span class="{" ".join(classes)}">{text}</span>'
    return _marked(text, piece.mark) if piece.mark else text


def _token(text: str) -> str:
    if text == LINE_BREAK:
        return "<br>"
    return "" if text == PAGE_BREAK else escape(text)


def _marked(inner: str, mark: Mark) -> str:
    law = escape(f"依据{_cited(mark.article)}屏蔽")
    article = escape(mark.article)
    return f'<mark class="mask" data-article="{article}" tabindex="0" role="note" title="{law}">{inner}</mark>'


def _cited(article: str) -> str:
    """The article in words; an unknown form stands as it is, so that a mask never goes without a reason."""
    try:
        return article_label(article)
    except (ValueError, KeyError):
        return article or "本规定"


def _table(document: Document, table: Table) -> str:
    rows = "".join(f"<tr>{''.join(_cell(document, c) for c in row)}</tr>\n" for row in table.rows)
    plain = "" if table.borders else ' class="plain"'
    return f'<div class="table" tabindex="0" role="group" aria-label="表格">\n<table{plain}>\n{rows}</table>\n</div>\n'


def _cell(document: Document, cell: Cell) -> str:
    spans = "".join(
        f' {name}="{int(n)}"' for name, n in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if n > 1)
    return f"<td{spans}>{_blocks(document, cell.blocks)}</td>"

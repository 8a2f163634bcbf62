"""HTML and plain text read for the proof."""

from __future__ import annotations

from html.parser import HTMLParser

from anxin.proof.model import Chunk, Extract, Unreadable

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "th", "tr", "li", "section", "article", "aside",
           "header", "footer", "table", "br", "dt", "dd", "pre", "blockquote", "figcaption", "caption"}
_UNSEEN = {"script", "style", "template", "noscript", "head", "title"}
_VOID = {"br", "img", "meta", "link", "input", "hr", "col", "wbr", "source", "area", "base", "embed", "track"}


def plain(data: bytes) -> Extract:
    text = decoded(data)
    chunks = tuple(Chunk(line) for line in text.split("\n"))
    return Extract("text", chunks, texts=(("全文", text),), blobs=(("文件字节", data),))


def page(data: bytes) -> Extract:
    """The document inside ``<article class="doc">`` is compared; the whole page is searched."""
    text = decoded(data)
    parser = _Page()
    parser.feed(text)
    parser.close()
    whole = "".join(parser.all)
    attributes = "\n".join(parser.attributes)
    return Extract(
        "html", tuple(Chunk(t) for t in "".join(parser.inside or parser.seen).split("\n")),
        texts=(("网页文字", whole), ("网页属性", attributes), ("网页源代码", text)), blobs=(("文件字节", data),))


def decoded(data: bytes) -> str:
    """UTF-8 or GB18030 (or UTF-16 with its mark). Raises ``Unreadable`` when it is none of them."""
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文本文件的编码不能识别，不能核验。")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, bool]] = []     # tag, whether it opened the document
        self.all: list[str] = []
        self.seen: list[str] = []
        self.inside: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [v for _, v in attrs if v]
        named = {k: v or "" for k, v in attrs}
        if tag not in _VOID:
            self.stack.append((tag, tag == "article" and "doc" in named.get("class", "").split()))
        if tag in _BLOCKS:
            self._add("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._add("\n")
        for i in range(len(self.stack) - 1, -1, -1):
            if self.stack[i][0] == tag:
                del self.stack[i:]
                break

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_comment(self, data: str) -> None:
        self.all.append(data)

    def _add(self, data: str) -> None:
        self.all.append(data)
        if any(tag in _UNSEEN for tag, _ in self.stack):
            return
        self.seen.append(data)
        if any(is_document for _, is_document in self.stack):
            self.inside.append(data)

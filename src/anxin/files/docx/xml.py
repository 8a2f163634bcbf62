"""Names of WordprocessingML and the one way XML is parsed: no entities, no document types, no network."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from anxin.files import limits
from anxin.files.refused import refused

Element = etree._Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_NS = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{" + W_NS + "}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
VAL = W + "val"


def parse_xml(data: bytes) -> Element:
    """The root of a part. Raises Refused for a document type, excessive depth or XML that is not well formed."""
    if len(data) > limits.XML:
        raise refused("bomb")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
                             huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refused(_reason(data, str(error))) from None
    except ValueError:
        raise refused("damaged") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused("dtd")
    return root


def _reason(data: bytes, message: str) -> str:
    if "xcessive depth" in message:
        return "nesting"
    if "ntity" in message and b"<!DOCTYPE" in data[:4096]:
        return "dtd"
    return "bomb" if "uge" in message else "damaged"


def local(element: Element) -> str:
    """The name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, tag: str) -> Iterator[Element]:
    return element.iterchildren(tag)


def value(element: Element | None, path: str, default: str = "") -> str:
    """``w:val`` of the element at the path of w: names below ``element``; "1" where it has no value."""
    found = element.find(W + path.replace("/", "/" + W)) if element is not None else None
    return default if found is None else found.get(VAL, "1")


def number(text: str | None, default: int = 0) -> int:
    """A whole number as producers write it ("240", "240.5", "12pt" gives the default)."""
    try:
        return max(-10_000_000, min(10_000_000, int(float(text or ""))))
    except (ValueError, OverflowError):
        return default


def all_text(element: Element) -> str:
    """Every character of text below the element, visible or not, paragraphs divided by spaces."""
    parts = []
    for node in element.iter(W + "t", W + "delText", W + "instrText", W + "delInstrText", M + "t", A + "t", W + "p",
                             W + "tab", W + "br"):
        parts.append(node.text or "" if local(node) not in ("p", "tab", "br") else " ")
    return " ".join("".join(parts).split(" ")).strip()

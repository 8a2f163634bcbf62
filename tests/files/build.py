"""Small Word and PDF files made by hand, with the markup that Word and WPS write and with every kind of damage."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:o="urn:schemas-microsoft-com:office:office" '
          'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
          'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
          'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14 wpsCustomData"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
KINDS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes",
         "endnotes": "endnotes", "comments": "comments", "header1": "header", "footer1": "footer", "theme": "theme"}


def p(text: str, ppr: str = "", rpr: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{r(text, rpr)}</w:p>"


def r(text: str, rpr: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def part(name: str, inner: str) -> str:
    """A part with the given root: document, hdr, styles, ..."""
    return f"{HEAD}<w:{name} {SPACES}>{inner}</w:{name}>"


def package(body: str, more: dict[str, str | bytes] | None = None, rels: str = "", main_type: str = "document.main",
            root_rels: str = "") -> dict[str, bytes]:
    """The parts of a DOCX: ``more`` holds further parts, those of KINDS are related to the document by their name."""
    more = more or {}
    links = "".join(f'<Relationship Id="{name}" Type="{REL}/{KINDS[name]}" Target="{name}.xml"/>'
                    for name in (key.removeprefix("word/").removesuffix(".xml") for key in more) if name in KINDS)
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PKG}/content-types"><Default Extension="rels" '
                               f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               f'<Default Extension="xml" ContentType="application/xml"/><Override '
                               f'PartName="/word/document.xml" ContentType="{TYPE}.{main_type}+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PKG}/relationships"><Relationship Id="rId1" '
                       f'Type="{REL}/officeDocument" Target="word/document.xml"/>{root_rels}</Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PKG}/relationships">{links}{rels}'
                                        "</Relationships>",
    }
    parts.update(more)
    return {name: data if isinstance(data, bytes) else data.encode() for name, data in parts.items()}


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, method)
    return out.getvalue()


def docx(body: str, more: dict[str, str | bytes] | None = None, rels: str = "", **options: str) -> bytes:
    return zipped(package(body, more, rels, **options))


def external(kind: str, target: str) -> str:
    return f'<Relationship Id="ext1" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/>'


# PDF

def pdf(content: str, objects: tuple[str, ...] = (), catalog: str = "", page: str = "", tail: bytes = b"") -> bytes:
    """A PDF of one page: its content stream, further objects (numbered from 6), entries of catalog and page."""
    items = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
             f"/Resources << /Font << /F1 5 0 R >> /XObject << {'/Im1 6 0 R' if '/Im1' in content else ''} >> >> "
             f"{page} >>",
             f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
             "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *objects]
    out, offsets = b"%PDF-1.7\n", []
    for number, item in enumerate(items, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(items) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    return out + f"trailer\n<< /Size {len(items) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode() + tail


def line(text: str, x: int = 90, y: int = 700, size: int = 16, before: str = "") -> str:
    return f"{before} BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


IMAGE = ("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
         "\nstream\nA\nendstream")

"""The fixed parts of a public DOCX."""

from __future__ import annotations

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = ("styles", "settings", "footer1")
_KINDS = ("styles", "settings", "footer")

_EDGE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
BORDERS = "<w:tblBorders>" + "".join(
    f"<w:{side} {_EDGE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")) + "</w:tblBorders>"
NOTE_RULE = (
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:spacing w:line="240" w:lineRule="exact"/></w:pPr></w:p>'
)

_FACE = ('<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="Times New Roman"/>')
_HEADING_FACES = ("方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312", "仿宋_GB2312")


def _heading(level: int) -> str:
    face, size = _HEADING_FACES[level - 1], 44 if level == 1 else 32
    centred = '<w:jc w:val="center"/>' if level == 1 else ""
    pitch = '<w:spacing w:line="700" w:lineRule="exact"/>' if level == 1 else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/>{pitch}{centred}<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_FACE}<w:sz w:val="32"/><w:szCs w:val="32"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + "".join(_heading(n) for n in range(1, 7)) + "</w:styles>"
)
_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{_W}"><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
_FOOTER = (
    f'{_HEAD}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/>'
    '<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{p}.xml" ContentType="{_TYPE}.{k}+xml"/>'
              for p, k in zip(_PARTS, _KINDS, strict=True)) + "</Types>"
)
_ROOT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_R}/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
_RELATIONS = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
    f'<Relationship Id="rId{i}" Type="{_R}/{k}" Target="{p}.xml"/>'
    for i, (p, k) in enumerate(zip(_PARTS, _KINDS, strict=True), 1)) + "</Relationships>"

FIXED = {
    "[Content_Types].xml": _TYPES,
    "_rels/.rels": _ROOT,
    "word/_rels/document.xml.rels": _RELATIONS,
    "word/styles.xml": _STYLES,
    "word/settings.xml": _SETTINGS,
    "word/footer1.xml": _FOOTER,
}
ORDER = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
         "word/styles.xml", "word/settings.xml", "word/footer1.xml")


def document(body: str, page: str) -> str:
    """``word/document.xml`` around the written body and the page layout."""
    return (
        f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}'
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>{page}'
        '<w:docGrid w:linePitch="312"/></w:sectPr></w:body></w:document>'
    )

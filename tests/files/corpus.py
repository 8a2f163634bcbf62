# ruff: noqa: E501 (a table: one file, one line)
"""Damaged, hostile and tricky files, each with the expected answer.

``SEEN``: name, file, visible text, kinds of hidden things. ``TURNED_AWAY``: name, file, code of the refusal.
"""

import io
import struct
import zipfile

from tests.files.build import (
    HEAD,
    IMAGE,
    SPACES,
    TYPE,
    W,
    docx,
    external,
    line,
    p,
    package,
    part,
    pdf,
    r,
    zipped,
)

FIELD = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
         '{rest}<w:r><w:fldChar w:fldCharType="end"/></w:r>')
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
BOX = '<w:txbxContent>{0}</w:txbxContent>'
SHAPE = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="文本框 1"/>'
         '<a:graphic><a:graphicData><wps:wsp><wps:txbx>{0}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>'
         '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{1}</v:textbox></v:shape></w:pict>'
         '</mc:Fallback></mc:AlternateContent></w:r>')
TABLE = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>{0}</w:tbl>'


def row(*cells: str, pr: str = "") -> str:
    return f"<w:tr>{pr}{''.join(cells)}</w:tr>"


def cell(content: str, pr: str = "") -> str:
    return f"<w:tc><w:tcPr>{pr}</w:tcPr>{content}</w:tc>"


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>')


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> dict[str, str]:
    return {"word/numbering.xml":
            part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}')}


def item(text: str, at: int = 0, list_id: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>')


NOTHING = '<w:suff w:val="nothing"/>'
STYLES = part("styles", '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
              '<w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:type="character" w:styleId="gone2"><w:basedOn w:val="gone"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="loopA"><w:basedOn w:val="loopB"/></w:style>'
              '<w:style w:type="paragraph" w:styleId="loopB"><w:basedOn w:val="loopA"/></w:style>')
NOTES = part("footnotes", f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote><w:footnote w:id="2">'
             f'{p("第二")}</w:footnote><w:footnote w:id="1">{p("第一")}</w:footnote>'
             f'<w:footnote w:id="9">{p("无人引用")}</w:footnote>')
HEADER = {"word/header1.xml": part("hdr", p("页眉")), "word/footer1.xml": part("ftr", p("页脚"))}
SECTION = ('<w:sectPr><w:headerReference w:type="{0}" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
           '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
REVISION = 'w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"'

WORD_LIKE = ('<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E" w14:paraId="1A2B3C4D"><w:pPr><w:rPr><w:rFonts '
             'w:hint="eastAsia"/></w:rPr></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:proofErr '
             'w:type="spellStart"/><w:r w:rsidRPr="00B1"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>被告</w:t></w:r>'
             '<w:smartTag w:uri="urn:x" w:element="PersonName"><w:r><w:lastRenderedPageBreak/><w:t>人赵</w:t></w:r>'
             '</w:smartTag><w:proofErr w:type="spellEnd"/><w:r><w:t>某</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>')
WPS_LIKE = ('<w:p><w:pPr><w:keepNext w:val="0"/><w:snapToGrid/><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" '
            'w:eastAsia="仿宋_GB2312"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/><w14:textFill><w14:solidFill><w14:srgbClr '
            'w14:val="000000"/></w14:solidFill></w14:textFill></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia" '
            'w:eastAsia="仿宋_GB2312"/></w:rPr><w:t>经依法审查查明：</w:t></w:r><w:r><w:rPr><w:rFonts w:hint="default"/>'
            '</w:rPr><w:t xml:space="preserve"> </w:t></w:r></w:p>')
KSO = (f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt='
       '"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505}" pid="2" '
       'name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.1</vt:lpwstr></property></Properties>')

SEEN = [
    ("word markup", docx(WORD_LIKE), "被告人赵某", set()),
    ("wps markup", docx(WPS_LIKE, {"docProps/custom.xml": KSO}), "经依法审查查明： ", {"property"}),
    ("spaces without preserve", docx("<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t>乙\n丙</w:t></w:r></w:p>"), "甲乙 丙", set()),
    ("tab and breaks", docx('<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/>'
                            '<w:t>丁</w:t><w:cr/><w:noBreakHyphen/><w:softHyphen/></w:r></w:p>'),
     "甲\t乙\v丙\f丁\v-", set()),
    ("symbols", docx('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="0031"/>'
                     '<w:sym w:font="Strange" w:char="F0EE"/></w:r></w:p>'), "☑1□", {"symbol"}),
    ("inserted and deleted", docx(f'<w:p>{r("甲")}<w:ins {REVISION}>{r("乙")}</w:ins><w:del {REVISION}><w:r><w:delText>丙'
                                  f'</w:delText></w:r></w:del>{r("丁")}</w:p>'), "甲乙丁", {"inserted", "deleted", "author"}),
    ("moved", docx(f'<w:p><w:moveFrom {REVISION}>{r("甲")}</w:moveFrom>{r("乙")}<w:moveTo {REVISION}>{r("甲")}</w:moveTo>'
                   '</w:p>'), "乙甲", {"moved_from", "moved_to"}),
    ("deleted paragraph end joins a name", docx(p("赵", f"<w:rPr><w:del {REVISION}/></w:rPr>") + p("某某")), "赵某某",
     {"author"}),
    ("deleted row", docx(TABLE.format(row(cell(p("甲")), cell(p("乙"))) +
                                      row(cell(p("丙")), pr=f"<w:trPr><w:del {REVISION}/></w:trPr>"))), "甲\t乙", {"deleted"}),
    ("hidden run", docx(f'<w:p>{r("甲")}{r("密", "<w:vanish/>")}</w:p>'), "甲", {"hidden_run"}),
    ("hidden by style", docx(f'<w:p>{r("甲")}{r("密", """<w:rStyle w:val="gone2"/>""")}</w:p>',
                             {"word/styles.xml": STYLES}), "甲", {"hidden_run"}),
    ("hidden switched off again", docx(p("甲", "", '<w:rStyle w:val="gone"/><w:vanish w:val="0"/>'),
                                       {"word/styles.xml": STYLES}), "甲", set()),
    ("hidden paragraph", docx(p("甲") + p("密", "<w:rPr><w:vanish/></w:rPr>", "<w:vanish/>") + p("乙")), "甲\n乙",
     {"hidden_run"}),
    ("white text", docx(f'<w:p>{r("甲")}{r("密", """<w:color w:val="FFFFFF"/>""")}</w:p>'), "甲", {"invisible_run"}),
    ("white on blue is seen", docx(p("甲", "", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="0000FF"/>')), "甲", set()),
    ("black on black", docx(f'<w:p>{r("甲")}{r("密", """<w:color w:val="000000"/><w:highlight w:val="black"/>""")}</w:p>'),
     "甲", {"invisible_run"}),
    ("black marker over automatic", docx(f'<w:p>{r("甲")}{r("密", """<w:highlight w:val="black"/>""")}</w:p>'), "甲",
     {"invisible_run"}),
    ("one point", docx(f'<w:p>{r("甲")}{r("密", """<w:sz w:val="2"/>""")}</w:p>'), "甲", {"invisible_run"}),
    ("white in a white cell", docx(TABLE.format(row(cell(p("甲")), cell(p("密", "", '<w:color w:val="FEFEFE"/>'))))),
     "甲\t", {"invisible_run"}),
    ("white in a dark cell", docx(TABLE.format(row(cell(p("甲", "", '<w:color w:val="FFFFFF"/>'),
                                                        '<w:shd w:val="clear" w:fill="000080"/>')))), "甲", set()),
    ("text box once", docx(f'<w:p>{r("甲")}{SHAPE.format(BOX.format(p("框")), BOX.format(p("框")))}</w:p>' + p("乙")),
     "甲\n框\n乙", set()),
    ("text box with two contents", docx(f'<w:p>{SHAPE.format(BOX.format(p("框")), BOX.format(p("密")))}</w:p>'), "\n框",
     {"fallback"}),
    ("unknown alternative", docx('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="zz" xmlns:zz="urn:zz"><w:t>新</w:t>'
                                 '</mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>'),
     "旧", {"fallback"}),
    ("content controls", docx(f'<w:sdt><w:sdtPr><w:alias w:val="赵某"/></w:sdtPr><w:sdtContent>{p("甲")}</w:sdtContent></w:sdt>'
                              f'<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>{r("乙")}'
                              f'</w:sdtContent></w:sdt></w:p>'), "甲\n乙", {"content_control", "data_binding"}),
    ("field result", docx(f'<w:p>{FIELD.format(code="HYPERLINK &quot;tel:1&quot;", rest=SEPARATE + r("电话"))}{r("甲")}</w:p>'),
     "电话甲", {"field_code"}),
    ("nested fields", docx(f'<w:p>{FIELD.format(code="IF ", rest=FIELD.format(code="X", rest=SEPARATE + r("密")) + SEPARATE + r("甲"))}</w:p>'),
     "甲", {"field_code"}),
    ("simple field", docx(f'<w:p><w:fldSimple w:instr="AUTHOR">{r("甲")}</w:fldSimple></w:p>'), "甲", {"field_code"}),
    ("circled by a field", docx(f'<w:p>{FIELD.format(code=chr(92).join(["eq ", "o", "ac(○,3)"]), rest="")}</w:p>'), "③", set()),
    ("check box", docx('<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
                       '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar '
                       f'w:fldCharType="end"/></w:r>{r("是")}</w:p>'), "☑是", set()),
    ("chinese numbering", docx(item("甲") + item("乙", 1) + item("丙", 1) + item("丁"),
                               numbering(level(0, "chineseCountingThousand", "%1、", NOTHING),
                                         level(1, "chineseCountingThousand", "（%2）", NOTHING))),
     "一、甲\n（一）乙\n（二）丙\n二、丁", set()),
    ("multi-level numbering", docx(item("甲") + item("乙", 1) + item("丙") + item("丁", 1),
                                   numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))),
     "I.\t甲\n1.1\t乙\nII.\t丙\n2.1\t丁", set()),
    ("numbering starts anew", docx(item("甲") + item("乙") + item("丙", 0, 2), numbering(
        level(0, "decimalEnclosedCircle", "%1", NOTHING),
        nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
             '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>')), "①甲\n②乙\n①丙", set()),
    ("bullet", docx(item("甲"), numbering(level(0, "bullet", "\uf0b7", NOTHING))), "•甲", set()),
    ("notes by reference", docx('<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="1"/></w:r><w:r><w:footnoteReference '
                                'w:id="2"/></w:r></w:p>', {"word/footnotes.xml": NOTES}),
     "甲[1][2]\n[1]第一\n[2]第二", {"unused_note"}),
    ("header and footer", docx(p("甲") + SECTION.format("default"), HEADER), "页眉\n甲\n页脚", set()),
    ("header of another page", docx(p("甲") + SECTION.format("first"), HEADER), "甲\n页脚", {"unused_header"}),
    ("nested table", docx(TABLE.format(row(cell(p("甲") + TABLE.format(row(cell(p("乙")), cell(p("丙")))) + p("")),
                                           cell(p("丁"))))), "甲\n乙\t丙\n\t丁", set()),
    ("merged cells", docx(TABLE.format(row(cell(p("甲"), '<w:vMerge w:val="restart"/>'), cell(p("乙"))) +
                                       row(cell(p("密"), "<w:vMerge/>"), cell(p("丙"))))), "甲\t乙\n丙", {"merged_cell"}),
    ("hidden row", docx(TABLE.format(row(cell(p("甲"))) + row(cell(p("密")), pr="<w:trPr><w:hidden/></w:trPr>"))), "甲",
     {"hidden_row"}),
    ("ruby", docx(f'<w:p><w:r><w:ruby><w:rt>{r("zhao")}</w:rt><w:rubyBase>{r("赵")}</w:rubyBase></w:ruby></w:r></w:p>'),
     "赵", {"ruby"}),
    ("formula", docx('<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>'), "x+1", {"formula"}),
    ("link", docx(f'<w:p><w:hyperlink r:id="ext1">{r("网址")}</w:hyperlink></w:p>', rels=external("hyperlink", "http://a.test")),
     "网址", {"link"}),
    ("local template", docx(p("甲"), rels=external("attachedTemplate", "file:///C:\\Users\\x\\Normal.dotm")), "甲", {"template"}),
    ("comment", docx(p("甲"), {"word/comments.xml": part("comments", f'<w:comment w:author="乙">{p("密")}</w:comment>')}),
     "甲", {"comment"}),
    ("variables", docx(p("甲"), {"word/settings.xml": part("settings", '<w:docVars><w:docVar w:name="a" w:val="密"/></w:docVars>')}),
     "甲", {"doc_variable"}),
    ("bookmark", docx(f'<w:p><w:bookmarkStart w:id="1" w:name="赵某"/>{r("甲")}</w:p>'), "甲", {"bookmark"}),
    ("parts nobody asked for", docx(p("甲"), {"customXml/item1.xml": "<x>密</x>", "docProps/thumbnail.jpeg": b"\xff\xd8",
                                             "word/embeddings/oleObject1.bin": b"x", "odd/thing.bin": b"x",
                                             "word/media/image1.png": b"x"}), "甲",
     {"custom_xml", "thumbnail", "embedded", "unknown", "picture"}),
    ("styles in a circle", docx(p("甲", '<w:pStyle w:val="loopA"/>'), {"word/styles.xml": STYLES}), "甲", set()),
    ("stored, not packed", zipped(package(p("甲")), zipfile.ZIP_STORED), "甲", set()),
    ("utf-8 text", "甲\r\n乙\n".encode(), "甲\n乙", set()),
    ("utf-8 text with mark", b"\xef\xbb\xbf" + "甲".encode(), "甲", set()),
    ("gb18030 text", "被告人赵某某，男，汉族，农民。".encode("gb18030"), "被告人赵某某，男，汉族，农民。", set()),
    ("pdf", pdf(line("Indictment 2015")), "Indictment 2015", set()),
    ("pdf stored out of order", pdf(line("second", y=660) + line("first", y=700)), "first\nsecond", set()),
    ("pdf box under text", pdf("0.8 g 80 690 200 30 re f 0 g\n" + line("on grey")), "on grey", set()),
    ("pdf link", pdf(line("see"), page="/Annots [<< /Type /Annot /Subtype /Link /Rect [90 690 130 720] /A << /S /URI /URI "
                                       "(mailto:a@b.test) >> >>]"), "see", {"link"}),
]


def _bomb() -> bytes:
    return docx(p("甲"), {"word/media/a.xml": b"\0" * (60 << 20)})


def _lying_size() -> bytes:
    """Declares 10 bytes for a part that unpacks to a megabyte."""
    data = bytearray(docx(p("甲"), {"word/styles.xml": b" " * (1 << 20)}))
    for magic, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        found = -1
        while (found := data.find(magic, found + 1)) >= 0:
            if struct.unpack_from("<L", data, found + at)[0] == 1 << 20:
                struct.pack_into("<L", data, found + at, 10)
    return bytes(data)


def _flag_encrypted() -> bytes:
    data = bytearray(docx(p("甲")))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _twice(name: str) -> bytes:
    out = io.BytesIO(docx(p("甲")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, part("document", f"<w:body>{p('乙')}</w:body>"))
    return out.getvalue()


def _entity(doctype: str, text: str) -> bytes:
    return zipped({**package(""), "word/document.xml":
                   f'<?xml version="1.0"?><!DOCTYPE x [{doctype}]><w:document {SPACES}><w:body>{p(text)}</w:body></w:document>'
                   .encode()})


def _laughs() -> bytes:
    steps = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return _entity(f'<!ENTITY l0 "哈">{steps}', "&l9;")


def _deep(depth: int) -> bytes:
    return docx("<w:sdt><w:sdtContent>" * depth + p("甲") + "</w:sdtContent></w:sdt>" * depth)


def _strict() -> bytes:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    return zipped({name: data.replace(W.encode(), strict.encode()) for name, data in package(p("甲")).items()})


def _other(kind: str) -> bytes:
    return zipped({name: data.replace(f"{TYPE}.document.main".encode(), kind.encode()) for name, data in package("").items()})


GOOD = docx(p("甲"))
GOOD_PDF = pdf(line("text"))
MANY = "".join(p("".join(chr(0x4e00 + (i * 7919 + j * j * 31) % 20000) for j in range(1000))) for i in range(3200))
SIGNED = pdf(line("signed"), ("<< /FT /Sig /T (s) /V 7 0 R >>", "<< /Type /Sig /ByteRange [0 10 20 100] >>"),
             "/AcroForm << /Fields [6 0 R] >>")

TURNED_AWAY = [
    ("nothing", b"", "empty"),
    ("spaces only", b" \n \n", "empty"),
    ("picture", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "other_type"),
    ("program", b"MZ" + b"\0" * 100, "other_type"),
    ("rtf", b"{\\rtf1 abc}", "other_type"),
    ("html", b"<!DOCTYPE html><html></html>", "other_type"),
    ("plain zip", zipped({"a.txt": b"a"}), "other_type"),
    ("odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "other_type"),
    ("xlsx", _other("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"), "other_type"),
    ("template", docx(p("甲"), main_type="template.main"), "other_type"),
    ("macro type", _other("application/vnd.ms-word.document.macroEnabled.main"), "macro"),
    ("macro part", docx(p("甲"), {"word/vbaProject.bin": b"x"}), "macro"),
    ("active control", docx('<w:p><w:r><w:object><w:control r:id="x"/></w:object></w:r></w:p>'), "macro"),
    ("random zip", b"PK\x03\x04" + bytes(range(256)) * 8, "damaged"),
    ("cut", GOOD[:-30], "damaged"),
    ("cut in half", GOOD[:len(GOOD) // 2], "damaged"),
    ("broken deflate", GOOD.replace(GOOD[60:70], b"\xff" * 10, 1), "damaged"),
    ("bad xml", zipped({**package(""), "word/document.xml": b"<w:document"}), "damaged"),
    ("wrong root", zipped({**package(""), "word/document.xml": b"<html/>"}), "damaged"),
    ("no document part", zipped({k: v for k, v in package("").items() if k != "word/document.xml"}), "damaged"),
    ("missing note", docx('<w:p><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'), "damaged"),
    ("field without end", docx('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + p("吞掉的正文")), "damaged"),
    ("data behind", GOOD + b"<script>", "polyglot"),
    ("data before", b"%PDF-1.4\n" + GOOD, "damaged"),
    ("data between", GOOD[:GOOD.find(b"PK\x01\x02")] + b"hidden" + GOOD[GOOD.find(b"PK\x01\x02"):], "polyglot"),
    ("zip comment as a second archive", GOOD[:-2] + struct.pack("<H", len(GOOD)) + GOOD, "polyglot"),
    ("bomb", _bomb(), "bomb"),
    ("size that lies", _lying_size(), "damaged"),
    ("too many parts", zipped({f"x/{i}": b"" for i in range(2100)}), "too_many"),
    ("password flag", _flag_encrypted(), "encrypted"),
    ("climbing path", docx(p("甲"), {"../../etc/x": b"x"}), "path"),
    ("absolute path", docx(p("甲"), {"/etc/x": b"x"}), "path"),
    ("drive path", docx(p("甲"), {"C:/x": b"x"}), "path"),
    ("same part twice", _twice("word/document.xml"), "duplicate"),
    ("same part in capitals", _twice("word/DOCUMENT.xml"), "duplicate"),
    ("external entity", _entity('<!ENTITY e SYSTEM "file:///etc/hostname">', "&e;"), "dtd"),
    ("a billion laughs", _laughs(), "dtd"),
    ("harmless dtd", _entity("", "甲"), "dtd"),
    ("deep nesting", _deep(3000), "nesting"),
    ("external picture", docx(p("甲"), rels=external("image", "http://a.test/x.png")), "external"),
    ("remote template", docx(p("甲"), rels=external("attachedTemplate", "http://a.test/x.dotm")), "external"),
    ("template on a share", docx(p("甲"), rels=external("attachedTemplate", "\\\\host\\x.dotm")), "external"),
    ("external object", docx(p("甲"), rels=external("oleObject", "file:///c:/x.xls")), "external"),
    ("embedded chunk", docx('<w:altChunk r:id="x"/>'), "alt_chunk"),
    ("strict markup", _strict(), "strict"),
    ("millions of characters", docx(MANY), "output"),
    ("old encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ("old with macros", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument_VBA_PROJECT".encode("utf-16-le"), "macro"),
    ("old sheet", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "other_type"),
    ("binary", bytes(range(1, 256)) * 20, "encoding"),
    ("nul in text", "甲\0乙".encode(), "encoding"),
    ("big5", "被告人趙某某於民國壹佰年涉嫌竊盜".encode("big5"), "encoding"),
    ("utf-16", "被告人".encode("utf-16"), "encoding"),
    ("pdf behind rubbish", b"MIME\n" + GOOD_PDF, "polyglot"),
    ("pdf with a zip behind", GOOD_PDF + GOOD, "polyglot"),
    ("pdf cut", GOOD_PDF[:300], "damaged"),
    ("pdf rubbish", b"%PDF-1.7\n" + b"x" * 500 + b"%%EOF", "damaged"),
    ("pdf box over text", pdf(line("secret") + "0 g 80 690 200 30 re f\n"), "covered"),
    ("pdf white box over text", pdf(line("secret") + "1 g 80 690 200 30 re f\n"), "invisible"),
    ("pdf shading over text", pdf(line("secret") + "0.5 g 80 690 200 30 re f\n"), "covered"),
    ("pdf picture over text", pdf(line("secret") + "q 200 0 0 30 80 690 cm /Im1 Do Q\n", (IMAGE,)), "covered"),
    ("pdf white text", pdf(line("seen", y=600) + line("secret", before="1 g")), "invisible"),
    ("pdf render mode 3", pdf(line("secret", before="3 Tr")), "invisible"),
    ("pdf text off the page", pdf(line("seen") + line("secret", x=900)), "invisible"),
    ("pdf tiny text", pdf(line("seen") + line("secret", y=600, size=1)), "invisible"),
    ("pdf scan", pdf("q 595 0 0 842 0 0 cm /Im1 Do Q\n", (IMAGE,)), "scan"),
    ("pdf scan with hidden letters", pdf("q 595 0 0 842 0 0 cm /Im1 Do Q\n" + line("ocr", before="3 Tr"), (IMAGE,)), "scan"),
    ("pdf without text", pdf(""), "empty"),
    ("pdf script", pdf(line("a"), catalog="/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "active"),
    ("pdf launch", pdf(line("a"), page="/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (x) >> >>]"),
     "active"),
    ("pdf free text", pdf(line("a"), page="/Annots [<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (x) >>]"),
     "annotation"),
    ("pdf form", pdf(line("a"), ("<< /FT /Tx /T (x) /V (y) >>",), "/AcroForm << /Fields [6 0 R] >>"), "form"),
    ("pdf layers", pdf(line("a"), ("<< /Type /OCG /Name (x) >>",),
                       "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"), "layers"),
    ("pdf changed after signing", SIGNED, "signed_changed"),
    ("pdf password", GOOD_PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <00> "
                                      b"/U <00> >> /ID [<00> <00>]"), "encrypted"),
]

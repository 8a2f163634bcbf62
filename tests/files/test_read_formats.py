# ruff: noqa: E501
"""What the model says beside the text: looks, places, layout; and what LibreOffice writes."""

import shutil
import subprocess

import pytest

from anxin.files import legacy
from anxin.files.codec import from_json, to_json
from anxin.files.model import Document, Paragraph, Section, Table
from anxin.files.read import read
from anxin.files.refused import Refused
from tests.files.build import docx, p, part, r
from tests.files.corpus import TABLE, cell, row

STYLES = part("styles", '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:ascii="Times"/><w:sz w:val="21"/>'
              '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr>'
              '<w:jc w:val="both"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="t"><w:name w:val="heading 2"/>'
              '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/><w:rFonts '
              'w:eastAsia="方正小标宋"/></w:rPr></w:style>')
office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
LINES = ["测试市测试区人民检察院", "起　诉　书", "被告人赵某某，男，1980年1月1日出生，汉族，农民。",
         "本院认为，被告人赵某某的行为触犯了刑法。", "检察官　钱某"]


def test_looks_come_from_styles_and_are_overruled_by_the_run():
    body = f'<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr>{r("标题")}{r("A", """<w:b w:val="0"/><w:color w:val="FF0000"/>""")}</w:p>'
    first = next(read(docx(body, {"word/styles.xml": STYLES})).paragraphs())
    assert (first.align, first.heading) == ("center", 2)
    assert [(run.bold, run.size, run.font, run.color) for run in first.runs] == [
        (True, 22.0, "方正小标宋", ""), (False, 22.0, "Times", "FF0000")]


def test_indents_count_characters_or_points():
    chars, points = read(docx(p("甲", '<w:ind w:firstLineChars="200"/>', "") + p("乙", '<w:ind w:left="420" w:hanging="420"/>'),
                              {"word/styles.xml": STYLES})).paragraphs()
    assert chars.first_indent == 21.0
    assert (points.left_indent, points.first_indent) == (21.0, -21.0)


def test_every_character_says_where_in_the_file_it_came_from():
    body = p("甲") + f'<w:p>{r("乙")}<w:ins w:author="x">{r("丙")}</w:ins></w:p>'
    document = read(docx(body))
    assert {document.text[run.start:run.end]: run.source for item in document.paragraphs() for run in item.runs} == {
        "甲": "word/document.xml#p1.r1", "乙": "word/document.xml#p2.r1", "丙": "word/document.xml#p2.r2"}


def test_a_page_field_is_marked_as_such():
    footer = '<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    body = p("甲") + '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    document = read(docx(body, {"word/footer1.xml": part("ftr", footer)}))
    assert [run.field for run in document.sections[-1].blocks[0].runs] == ["", "PAGE"]


def test_tables_keep_their_grid():
    body = TABLE.format(row(cell(p("甲"), '<w:gridSpan w:val="2"/>'), cell(p("乙"), '<w:vMerge w:val="restart"/>')) +
                        row(cell(p("丙")), cell(p("丁")), cell(p(""), "<w:vMerge/>")))
    table = read(docx(body)).sections[0].blocks[0]
    assert isinstance(table, Table)
    assert [[(c.colspan, c.rowspan) for c in line] for line in table.rows] == [[(2, 1), (1, 2)], [(1, 1), (1, 1)]]
    assert table.widths == (100.0, 100.0)


def test_page_layout_and_section_breaks():
    one = '<w:pPr><w:sectPr/></w:pPr>'
    body = f'<w:p>{one}{r("甲")}</w:p>' + p("乙") + '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="1440"/></w:sectPr>'
    document = read(docx(body))
    assert (document.page.width, document.page.height, document.page.top) == (841.9, 595.3, 72.0)
    assert [item.page_break_before for item in document.paragraphs()] == [False, True]


@pytest.mark.parametrize("change", [
    {"text": "甲乙"}, {"sections": [{"kind": "body", "blocks": [{"start": 0, "end": 9}]}]},
    {"sections": [{"kind": "body", "blocks": [{"start": 0, "end": 1, "runs": [{"start": 0, "end": 0}]}]}]},
    {"sections": [{"kind": "body", "blocks": [{"start": 0, "end": 1}, {"start": 0, "end": 1}]}]}, {"sections": 5}, {"text": None},
])
def test_a_stored_document_that_is_not_whole_is_not_taken(change):
    whole = to_json(Document("甲", (Section("body", (Paragraph(0, 1),)),)))
    assert from_json(whole).text == "甲"
    with pytest.raises(ValueError, match=r"not a document|place|covered|outside"):
        from_json({**whole, **change})


def convert(folder, kind: str) -> bytes:
    source = folder / "in.docx"
    source.write_bytes(docx("".join(p(line) for line in LINES) + TABLE.format(row(cell(p("姓名")), cell(p("证件")))) + p("附注")))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", kind,
                    "--outdir", str(folder / "out"), str(source)], check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"in.{kind}").read_bytes()


@office
@pytest.mark.parametrize(("kind", "format_"), [("docx", "docx"), ("doc", "doc"), ("pdf", "pdf")])
def test_files_written_by_libreoffice_are_read_whole(tmp_path, kind, format_):
    document = read(convert(tmp_path, kind))
    assert document.format == format_
    assert document.text.replace("\u3000", " ").split("\n") == [line.replace("\u3000", " ") for line in [*LINES, "姓名\t证件", "附注"]]
    assert ("converted" in {hidden.kind for hidden in document.hidden}) == (kind == "doc")


def test_an_old_file_without_libreoffice_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(legacy, "program", lambda: None)
    with pytest.raises(Refused) as caught:
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    assert caught.value.code == "legacy"

"""The public DOCX shows what the original showed, with masks, and carries nothing else."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from anxin.files.write.docx import write_docx
from anxin.files.write.inline import Unwritable
from anxin.files.write.masked import masked
from tests.files.documents import Text, indictment, span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document):
    return docx.Document(io.BytesIO(write_docx(document)))


def test_the_same_document_gives_the_same_bytes_without_any_date():
    assert write_docx(indictment()) == write_docx(indictment())
    with zipfile.ZipFile(io.BytesIO(write_docx(indictment()))) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_the_seven_parts_exist_and_all_are_well_formed():
    with zipfile.ZipFile(io.BytesIO(write_docx(indictment()))) as archive:
        assert sorted(archive.namelist()) == sorted([
            "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
            "word/styles.xml", "word/settings.xml", "word/footer1.xml"])
        names = {e.tag.split("}")[-1] for n in archive.namelist() for e in etree.fromstring(archive.read(n)).iter()}
    assert names.isdisjoint({"ins", "del", "comment", "vanish", "bookmarkStart", "hyperlink", "sdt", "drawing"})


def test_look_is_kept_where_the_original_gives_one():
    public = masked(indictment(), [span(indictment(), "裴大川", "裴某某", "19(3)")])
    by_text = {p.text: p for p in opened(public).paragraphs}
    organ = by_text["宁河市临江区人民检察院"]
    assert (organ.alignment, organ.runs[0].font.size.pt, organ.runs[0].bold) == (1, 22.0, True)
    assert by_text["起 诉 书"].style.name == "Heading 1"
    party = by_text["被告人裴某某，公民身份号码 110101199003071234，住本市[1]。"]
    assert party.paragraph_format.first_line_indent.pt == 32.0
    assert by_text["第一行\n第二行\t制表"].paragraph_format.first_line_indent.pt == -20.0
    assert by_text["检察官　闻人哲"].paragraph_format.page_break_before


def test_without_a_look_the_manners_of_gb_t_9704_hold():
    t = Text()
    out = opened(t.document(("body", [t.paragraph("正文")])))
    normal = etree.fromstring(zipfile_part(t, "word/styles.xml"))
    defaults = normal.find(f"{W}docDefaults")
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "32"
    assert defaults.find(f".//{W}spacing").get(f"{W}line") == "560"
    section = out.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(x.mm) for x in (section.top_margin, section.left_margin)] == [37, 28]


def zipfile_part(text, name):
    with zipfile.ZipFile(io.BytesIO(write_docx(text.document(("body", []))))) as archive:
        return archive.read(name)


def test_merged_cells_and_nested_tables_stay():
    table = opened(indictment()).tables[0]
    grid = [[c.text for c in row.cells] for row in table.rows]
    assert grid == [["姓名", "姓名", "备注"], ["裴大川", "被告人", "备注"], ["附\n", "", "丙"]]
    assert [c.text for c in table.cell(2, 0).tables[0].rows[0].cells] == ["甲", "乙"]


@pytest.mark.parametrize("name", ["裴大川专用字体", '仿宋" w:evil="1'])
def test_a_font_name_of_the_original_is_not_carried_over_unless_known(name):
    t = Text()
    data = write_docx(t.document(("body", [t.paragraph(("字", {"font": name, "color": "裴大川"}))])))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "裴大川" not in xml
    assert "evil" not in xml


def test_markup_in_the_text_stays_text():
    t = Text()
    assert opened(t.document(("body", [t.paragraph('<w:p/>&amp;"]]>')]))).paragraphs[0].text == '<w:p/>&amp;"]]>'


def test_control_characters_are_refused_with_a_sentence():
    t = Text()
    with pytest.raises(Unwritable, match="控制字符"):
        write_docx(t.document(("body", [t.paragraph("甲\x01乙")])))


def test_footnotes_follow_the_text_behind_a_rule():
    document = indictment()
    xml = etree.fromstring(zipfile.ZipFile(io.BytesIO(write_docx(document))).read("word/document.xml"))
    paragraphs = list(xml.iter(f"{W}p"))
    rule = next(i for i, p in enumerate(paragraphs) if p.find(f".//{W}pBdr") is not None)
    assert "".join(paragraphs[rule + 1].itertext()).startswith("[1] 裴大川")


def test_every_mask_is_shaded_and_nothing_else():
    document = indictment()
    data = write_docx(masked(document, [span(document, "110101199003071234", "******************")]))
    xml = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    shaded = ["".join(r.itertext()) for r in xml.iter(f"{W}r") if r.find(f".//{W}shd") is not None]
    assert shaded == ["******************"]
    assert write_docx(replace(document, marks=())) == write_docx(document)

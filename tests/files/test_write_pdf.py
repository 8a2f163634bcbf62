"""The public PDF is tagged, brings its own font, needs nothing of the system and repeats byte for byte."""

import io

import pypdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from anxin.files.write.inline import Unwritable
from anxin.files.write.masked import masked
from anxin.files.write.pdf import _FONTS, covered, write_pdf
from tests.files.documents import Text, indictment, span


def squeezed(text: str) -> str:
    return "".join(text.split())


def page_text(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    return squeezed("".join(p.get_textpage().get_text_range() for p in pdf))


@pytest.fixture(scope="module")
def public():
    document = indictment()
    return masked(document, [span(document, "裴大川", "裴某某", "19(3)")])


def test_the_same_document_gives_the_same_bytes(public):
    assert write_pdf(public, title="起诉书") == write_pdf(public, title="起诉书")


def test_the_file_is_tagged_titled_in_chinese_and_without_author_or_date(public):
    reader = pypdf.PdfReader(io.BytesIO(write_pdf(public, title="起诉书")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "zh-CN"
    assert reader.metadata.title == "起诉书"
    assert not {"/Author", "/CreationDate", "/ModDate", "/Keywords"} & set(reader.metadata)


def test_every_font_is_embedded(public):
    reader = pypdf.PdfReader(io.BytesIO(write_pdf(public, title="起诉书")))
    fonts = [f.get_object() for page in reader.pages for f in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile3", "/FontFile2"} & set(descriptor)


def test_all_text_is_there_in_order_with_the_source_on_every_page(public):
    data = write_pdf(public, title="起诉书", source_line="来源：公开系统")
    text = page_text(data)
    wanted = squeezed(public.text)
    assert text.count("来源：公开系统") == len(pypdfium2.PdfDocument(data)) == 2
    position = 0
    for line in (squeezed(public.text[p.start:p.end]) for p in public.paragraphs()):
        position = text.index(line, position) + len(line)
    assert "裴大川" in wanted
    assert "裴某某，公民身份号码" in text


def test_text_is_never_read_as_markup():
    t = Text()
    hostile = '#eval("1") $x^2$ *b* _i_ @ref <label> \\u{41} = 标题 #read("/etc/hostname") "'
    document = t.document(("body", [t.paragraph(hostile), t.table([hostile])]))
    assert page_text(write_pdf(document, title=hostile)).count(squeezed(hostile)) == 2


def test_a_character_the_font_lacks_is_refused_by_its_number():
    t = Text()
    with pytest.raises(Unwritable, match="U\\+E000"):
        write_pdf(t.document(("body", [t.paragraph("甲\ue000")])), title="起诉书")


def test_the_list_of_characters_is_the_font_s_own():
    with TTFont(_FONTS / "NotoSerifCJKsc-Regular.otf", lazy=True) as font:
        assert {chr(c) for c in font.getBestCmap()} == covered()


def test_the_font_has_every_character_of_gb2312_and_the_masks():
    table = {bytes([a, b]).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF)} - {""}
    assert table | set("某甲乙丙丁×*＊○●□〔〕·—…“”㐂㐱䶮𠮷") - covered() <= covered()


def test_headings_that_skip_levels_and_huge_sizes_still_print():
    t = Text()
    document = t.document(("body", [
        t.paragraph(("小标题", {"size": 9000.0}), heading=3), t.paragraph("正文", line_spacing=-5.0, left_indent=1e9),
        t.paragraph("次", heading=6), t.table([{"text": "甲", "rowspan": 9, "colspan": 4}], ["乙"], widths=(0.0,))]))
    assert "乙" in page_text(write_pdf(document, title="起诉书"))

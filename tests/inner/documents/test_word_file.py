"""A Word file at intake: what is hidden in it is reported; headers and footers are not published (Art 20(6))."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from tests.inner import packages
from tests.inner.documents.conftest import SENTENCES, SYSTEM

pytestmark = pytest.mark.django_db


def word_file() -> bytes:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "黟县人民检察院　经办电脑七号"
    section.footer.paragraphs[0].text = "打印人：程某　第 1 页"
    document.core_properties.author = "起草人甲"
    for line in packages.INDICTMENT.strip().splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def document(people):
    data = packages.case()
    data["documents"][0]["file"] = "起诉书.docx"
    case = take_data(data, {"起诉书.docx": word_file()}, SYSTEM)
    cases.register_judgment(
        people["handler"],
        case.pk,
        court="黟县人民法院",
        number="（2014）黟刑初字第30号",
        received_on=date(2014, 10, 10),
        effective_on=date(2014, 10, 10),
        sentences=SENTENCES,
    )
    return case.documents.get()


def test_what_is_hidden_in_the_file_is_kept_for_the_handler(document):
    assert any("起草人甲" in hidden["text"] for hidden in document.hidden)


def test_headers_and_footers_do_not_leave_the_house_and_the_body_does(document, walk):
    assert "打印人" in document.text, "the handler sees what the file holds"
    text = walk.published(document.pk).text
    assert "打印人" not in text
    assert "经办电脑" not in text
    assert text.strip().startswith("黟县人民检察院"), "words of the header that stand in the body too stay there"
    assert "本院认为" in text

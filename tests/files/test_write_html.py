"""The portal's HTML is semantic, escaped, free of inline style and script; each mask names its article."""

import re

import pytest
from lxml import html

from anxin.files.write.html import _cited, write_html
from anxin.files.write.masked import masked
from tests.files.documents import Text, indictment, span


def test_a_mask_can_be_focused_and_says_which_article_hides_it_but_never_what():
    document = indictment()
    page = write_html(masked(document, [span(document, "裴大川", "裴某某", "19(3)")]))
    mark = html.fromstring(page).find(".//mark")
    assert mark.text_content() == "裴某某"
    assert mark.get("tabindex") == "0"
    assert mark.get("data-article") == "19(3)"
    assert mark.get("title") == "依据第十九条第一款第（三）项屏蔽"


@pytest.mark.parametrize(("article", "words"), [
    ("20(1)", "第二十条第（一）项"), ("19(1)", "第十九条第一款第（一）项"), ("19(P2)", "第十九条第二款"),
    ("18(P2)", "第十八条第二款"), ("4", "第四条"), ("20(12)", "第二十条第（十二）项"), ("", "本规定"),
    ("地方规定", "地方规定"),
])
def test_articles_are_cited_as_the_law_is(article, words):
    assert _cited(article) == words


def test_there_is_no_inline_style_or_script_whatever_the_text_says():
    t = Text()
    payload = '<script>alert(1)</script><img src=x onerror="alert(1)" style="x">'
    document = t.document(("body", [
        t.paragraph((payload, {"font": '"><script>', "color": '"><script>', "field": payload}), align='"><script>'),
        t.table([payload])]))
    page = write_html(masked(document, [span(document, "alert", '"><b onclick=x>', '"><i>', nth=1)]))
    tree = html.fromstring(page)
    assert {e.tag for e in tree.iter()} <= {"article", "p", "span", "div", "table", "tr", "td", "mark"}
    assert not [a for e in tree.iter() for a in e.attrib if a in ("style", "src", "href") or a.startswith("on")]
    assert payload in tree.text_content()


def test_headings_tables_and_alignment_are_real():
    page = write_html(indictment())
    tree = html.fromstring(page)
    assert tree.find(".//h2").text_content() == "起 诉 书"
    first_row = tree.find(".//table").find(".//tr")
    assert [(c.get("colspan"), c.get("rowspan")) for c in first_row] == [("2", None), (None, "2")]
    assert tree.xpath("//p[contains(@class, 'al-right')]")[0].text_content() == "临检刑诉〔2024〕17号"
    assert tree.xpath("//p[contains(@class, 'fi-2')]")[0].text_content().startswith("被告人裴大川")
    assert len(tree.xpath("//table//table")) == 1


def test_every_class_has_its_rule_or_is_plain_size():
    from importlib.resources import files
    css = (files("anxin.files.write") / "document.css").read_text("utf-8")
    used = {c for names in re.findall(r'class="([^"]*)"', write_html(indictment())) for c in names.split()}
    unknown = {c for c in used if f".{c}" not in css}
    assert unknown <= {"header", "footer", "textbox", "sz-16", "sz-15", "sz-14"}

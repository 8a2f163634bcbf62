"""The public's door shows what is public and nothing else, to everybody the same."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from anxin.outer.publications.search.catchup import catch_up
from anxin.web.display import COOKIE
from tests.outer.corridor import ending, organ, publication

pytestmark = pytest.mark.django_db
SECRET = "李某某盗窃电动自行车"
ITEM, FILE = "/d/p1/", "/d/p1/v1/p1.pdf"
EVERYWHERE = [
    "/", "/documents/", "/documents/?q=盗窃", "/documents/feed/", "/documents/feed/?q=盗窃", ITEM, "/d/p1/v1/", FILE,
    "/d/p1/v1/p1.docx", "/organs/110105/", "/organs/110000/feed/", "/sitemap-201412.xml", "/api/documents",
    "/api/documents?q=盗窃", "/api/documents/p1", "/api/documents/p1?version=1", "/withdrawn.json",
]  # fmt: skip

STANDING = [
    "/organs/", "/regulation/", "/help/", "/accessibility/", "/feeds/", "/api/docs", "/api/openapi.json",
    "/robots.txt", "/sitemap.xml", "/display/",
]  # fmt: skip


@pytest.fixture
def shown(sender, client, db_role):
    """Two documents are public; the client is a visitor, served in the reader's role."""
    sender.send(
        organ("110000", "北京市人民检察院", None, "provincial"),
        organ("110105", "北京市朝阳区人民检察院", "110000", "county"),
    )
    sender.send(publication(), publication("p2", title="王某某抗诉书", doc_type="抗诉书", text="王某某盗窃一案"))
    while catch_up():
        pass
    return client


def get(client, path, **more):
    return client.get(path, headers={"host": "127.0.0.1"} | more)


@pytest.mark.parametrize("path", [*EVERYWHERE, *STANDING])
def test_every_page_is_served_with_the_reader_s_rights_alone(shown, db_role, path):
    with db_role("reader"):
        response = get(shown, path)
    assert response.status_code == 200
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Set-Cookie" not in response.headers


def test_the_item_page_shows_masks_with_their_article_and_how_to_check(shown):
    page = get(shown, ITEM).content.decode()
    for part in ("第十九条", "已核验：除屏蔽处外与送达文书一致", "京朝检刑诉〔2014〕12号", "2014年12月1日 9:00",
                 "同一案件的文书", FILE):  # fmt: skip
        assert part in page, part


@pytest.mark.parametrize("kind", ["hide", "withdrawal"])
def test_after_its_end_a_document_is_nowhere_even_before_the_index_knows(shown, sender, kind):
    known = {path: get(shown, path).headers.get("ETag", "") for path in EVERYWHERE}
    sender.send(ending(kind), lane="hide")
    for path in EVERYWHERE:
        answer = get(shown, path, **{"if-none-match": known[path]})
        body = answer.content.decode("utf-8", "replace")
        assert answer.status_code != 304, path
        assert SECRET not in body, path
        assert "李某某" not in body, path
        assert b"%PDF p1" not in answer.content, path


def test_a_withdrawn_document_leaves_a_page_that_says_when_and_why(shown, sender):
    sender.send(ending("withdrawal"), lane="hide")
    answer = get(shown, ITEM)
    page = answer.content.decode()
    assert (answer.status_code, answer["X-Robots-Tag"]) == (410, "noindex, noarchive")
    assert all(part in page for part in ("已撤回", "2014年12月2日", "姓名遗漏屏蔽", "第二十三条"))
    assert get(shown, "/withdrawn.json").json()["items"][0]["id"] == "p1"
    assert get(shown, "/api/documents/p1").status_code == 410


def test_a_replaced_version_points_to_the_new_one(shown, sender):
    sender.send(publication(version=2, text="更正后的正文"))
    old, new = get(shown, "/d/p1/v1/"), get(shown, ITEM)
    assert (old.status_code, new.status_code) == (410, 200)
    assert 'href="/d/p1/"' in old.content.decode()
    assert "更正记录" in new.content.decode()


def test_what_is_not_there_gets_the_same_bytes_whatever_was_asked(shown):
    paths = ("/d/nothing/", "/d/p1/v9/", "/d/p1/v1/p2.pdf", "/d/p1/v1/p1.exe", "/organs/999999/", "/no/such/page",
             "/static/none.css", "/d/p1/v99999999999/")  # fmt: skip
    answers = {(get(shown, path).status_code, get(shown, path).content) for path in paths}
    assert len(answers) == 1
    assert "Set-Cookie" not in get(shown, paths[0]).headers


@pytest.mark.parametrize(
    "query", ["字" * 201, "，。", '"', "-", "a\x00b", "%' OR 1=1 --", "𠮷" * 100, "<script>alert(1)</script>"]
)
@pytest.mark.parametrize("path", ["/documents/", "/documents/feed/", "/api/documents"])
def test_no_query_breaks_a_page(shown, path, query):
    answer = shown.get(path, {"q": query, "organ": query, "before": query}, headers={"host": "127.0.0.1"})
    assert answer.status_code in (200, 400)
    assert b"<script>alert" not in answer.content


def test_without_an_index_the_search_says_so_and_documents_stay_readable(shown, settings):
    settings.SEARCH_INDEX = settings.SEARCH_INDEX.with_name("none.sqlite")
    answer = get(shown, "/documents/?q=盗窃")
    assert (answer.status_code, "暂时不可用" in answer.content.decode()) == (503, True)
    assert get(shown, ITEM).status_code == 200


def test_facets_and_paging_links_keep_the_search(shown):
    page = get(shown, "/documents/?q=盗窃&type=抗诉书").content.decode()
    assert "共 1 份" in page
    assert "?q=%E7%9B%97%E7%AA%83&amp;type=%E8%B5%B7%E8%AF%89%E4%B9%A6" in page


def test_feeds_are_well_formed_and_hold_the_newest_first(shown):
    feed = ET.fromstring(get(shown, "/organs/110000/feed/").content)
    titles = [entry.findtext("{http://www.w3.org/2005/Atom}title") for entry in feed if entry.tag.endswith("entry")]
    assert titles == ["王某某抗诉书", "李某某盗窃案起诉书"]


def test_a_title_with_markup_is_text_everywhere(shown, sender):
    sender.send(publication("p3", title="<img src=x onerror=alert(1)>&", text="<script>1</script>盗窃"))
    while catch_up():
        pass
    for path in ("/", "/documents/?q=盗窃", "/d/p3/", "/documents/feed/"):
        body = get(shown, path).content
        assert b"<img src=x" not in body, path
        assert b"<script>" not in body, path


def test_display_choices_change_only_their_own_style_sheet(client):
    answer = client.post("/display/", {"size": "large", "colours": "contrast", "next": "//evil.example/"},
                         headers={"host": "127.0.0.1"})  # fmt: skip
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.cookies[COOKIE].value == "contrast.large"
    assert "131.25%" in get(client, "/static/display.css").content.decode()


def test_static_files_are_kept_only_under_their_hash(client):
    page = get(client, "/help/").content.decode()
    address = next(part for part in page.split('"') if part.endswith("web/site.css"))
    assert "immutable" in get(client, address).headers["Cache-Control"]
    assert "immutable" not in get(client, "/static/web/site.css").headers["Cache-Control"]
    assert get(client, "/static/../secrets").status_code == 404

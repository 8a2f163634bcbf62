"""Important case information outside: one item at every publisher, found everywhere, gone everywhere at once."""

from __future__ import annotations

import hashlib
import io
import json

import pytest
from PIL import Image

from anxin.exchange.package import Item
from anxin.files import codec
from anxin.outer.publications.search.catchup import catch_up
from tests.outer.corridor import START, document, ending, organ

pytestmark = pytest.mark.django_db
TEXT = "日前，北京市朝阳区人民检察院依法对某局原局长涉嫌受贿罪一案提起公诉。"
EVERYWHERE = ["/", "/announcements/", "/announcements/?category=duty_crime&year=2014", "/announcements/feed/",
              "/announcements/feed/?organ=110000", "/documents/?q=受贿", "/d/a1/", "/api/documents/a1"]  # fmt: skip


def announcement(version: int = 1, correction: str = "", pictures: dict[str, bytes] | None = None) -> Item:
    blobs = pictures or {}
    payload = {
        "id": "a1", "version": version, "organ": "110105", "organ_name": "北京市朝阳区人民检察院",
        "publishers": [{"code": "110000", "name": "北京市人民检察院"}], "category": "duty_crime",
        "category_name": "职务犯罪案件", "event": "提起公诉", "title": "依法对某局原局长提起公诉", "text": TEXT,
        "document": codec.to_json(document(TEXT)), "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "article": "11(1)", "ruleset": "2014-trial", "published_at": START.isoformat(), "correction": correction,
        "pictures": [{"name": n, "sha256": hashlib.sha256(d).hexdigest(), "alt": "徽章"} for n, d in blobs.items()],
    }  # fmt: skip
    return Item("announcement", "a1", version, 0, payload, blobs)


@pytest.fixture
def shown(sender, client, db_role):
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    sender.send(organ("110000", "北京市人民检察院", None, "provincial"),
                organ("110105", "北京市朝阳区人民检察院", "110000", "county"))  # fmt: skip
    sender.send(announcement(pictures={"picture1": out.getvalue()}))
    while catch_up():
        pass
    return client


def get(client, path):
    return client.get(path, headers={"host": "127.0.0.1"})


def read(answer) -> str:
    is_json = "json" in answer["Content-Type"]
    return json.dumps(answer.json(), ensure_ascii=False) if is_json else answer.content.decode()


@pytest.mark.parametrize("path", EVERYWHERE)
def test_the_item_is_everywhere_and_after_its_withdrawal_nowhere(shown, sender, path):
    assert "某局原局长" in read(get(shown, path))
    sender.send(ending("withdrawal", "a1"), lane="hide")
    while catch_up():
        pass
    answer = get(shown, path)
    assert "某局原局长" not in read(answer)
    assert answer.status_code in (200, 410)


def test_one_item_stands_in_the_column_of_each_publisher(shown):
    home = get(shown, "/").content.decode()
    assert home.count("依法对某局原局长提起公诉") == 2
    page = get(shown, "/d/a1/").content.decode()
    assert "北京市人民检察院" in page
    assert "同步发布" in page


def test_an_organ_that_joins_what_is_out_stands_beside_the_first_everywhere(shown, sender):
    sender.send(organ("100000", "最高人民检察院", None, "supreme"))
    both = [{"code": "110000", "name": "北京市人民检察院"}, {"code": "100000", "name": "最高人民检察院"}]
    later = {"id": "a1", "version": 1, "organ": "100000", "at": START.isoformat(), "publishers": both}
    sender.send(Item("publishers", "a1", 1, 0, later, {}))
    page = get(shown, "/d/a1/").content.decode()
    assert "最高人民检察院</a><span" in page
    assert page.count("加入发布") == 1  # the other was there from the first minute
    assert "最高人民检察院" in get(shown, "/announcements/feed/?organ=110000").content.decode()
    assert "等3院发布" in get(shown, "/").content.decode()
    sender.send(ending("hide", "a1"), lane="hide")
    sender.send(Item("publishers", "a1", 1, 0, later | {"publishers": both[:1]}, {}))
    assert "某局原局长" not in get(shown, "/d/a1/").content.decode()
    sender.send(ending("withdrawal", "a1"), lane="hide")
    sender.send(Item("publishers", "a1", 1, 0, later, {}))
    assert get(shown, "/d/a1/").status_code == 410


def test_the_share_picture_and_the_picture_go_with_the_item(shown, sender):
    assert Image.open(io.BytesIO(get(shown, "/d/a1/share.png").content)).size == (1200, 630)
    assert get(shown, "/d/a1/v1/a1.picture1")["Content-Type"] == "image/png"
    sender.send(ending("withdrawal", "a1"), lane="hide")
    assert get(shown, "/d/a1/share.png").status_code == 404
    assert get(shown, "/d/a1/v1/a1.picture1").status_code == 410


def test_a_correction_replaces_the_item_and_says_so(shown, sender):
    sender.send(announcement(2, "更正职务名称"))
    assert "更正说明：更正职务名称" in get(shown, "/d/a1/").content.decode()
    assert "更正职务名称" in get(shown, "/d/a1/v1/").content.decode()

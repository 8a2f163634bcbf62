"""The outer wing reads news feeds (Art 24) and looks for links on organs' sites (Art 3), from a server of the test."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from anxin.exchange.kinds import check_item
from anxin.exchange.package import Item
from anxin.outer.post.models import Outbox
from anxin.outer.watch import feeds, links
from anxin.outer.watch.fetch import MOST_BYTES, NotFetched, fetch
from anxin.outer.watch.models import Feed, Site

pytestmark = pytest.mark.django_db
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>要闻</title>
<item><guid>a1</guid><title>黟县检察院公开起诉书引热议</title><link>https://news.example/a1</link>
<description>&lt;b&gt;网友&lt;/b&gt;称文书写出了&lt;script&gt;x&lt;/script&gt;住址</description><pubDate>Mon, 01 Dec 2014 09:00:00 +0800</pubDate></item>
<item><guid>a2</guid><title>天气预报</title><link>javascript:alert(1)</link><description>晴</description></item>
<item><guid>a3</guid><title>检察院开放日</title><link>javascript:alert(1)</link><description>群众走进黟县检察院</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>论坛</title>
<entry><id>b1</id><title>起诉书屏蔽过多</title><link href="https://bbs.example/b1"/><updated>2014-12-01T09:00:00+08:00</updated>
<summary>看不懂</summary></entry></feed>"""


class Server(ThreadingHTTPServer):
    """Pages by path: (status, headers, bytes)."""

    pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
    daemon_threads = True

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, data = self.server.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        """Keep quiet."""


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("ANXIN_FETCH_PRIVATE", "1")
    found = Server(("127.0.0.1", 0), Handler)
    found.pages = {
        "/rss": (200, {}, RSS.encode()), "/atom": (200, {}, ATOM.encode()), "/moved": (302, {"Location": "/rss"}, b""),
        "/round": (302, {"Location": "/round"}, b""), "/big": (200, {}, b"x" * (MOST_BYTES + 1)),
        "/linked": (200, {}, '<a href="https://portal.example/organs/341023/">案件信息公开</a>'.encode()),
        "/gbk": (200, {}, '<meta charset="gbk"><a href="//PORTAL.example">案件信息公开</a>'.encode("gbk")),
        "/bare": (200, {}, b'<a href="/portal.example">x</a><!-- <a href="https://portal.example"> -->'),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    }  # fmt: skip
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield found
    found.shutdown()
    found.server_close()


def feed(server, path="/rss", version=1, **changes) -> Item:
    payload = {"address": server.address(path), "keywords": ["起诉书", "黟县检察院"], "active": True} | changes
    return Item("feed", "7", version, 0, payload)


def test_hits_of_a_feed_are_handed_over_once_without_markup(server):
    feeds.take(feed(server))
    assert [feeds.fetch_all(), feeds.fetch_all()] == [2, 0]
    first, other = (row.payload for row in Outbox.objects.filter(kind="opinion").order_by("pk"))
    assert first["title"] == "黟县检察院公开起诉书引热议"
    assert first["summary"] == "网友 称文书写出了 x 住址"
    assert (first["link"], first["feed"]) == ("https://news.example/a1", "7")
    assert other["link"] == ""
    for row in Outbox.objects.all():
        check_item("outer-inner", "normal", "opinion", row.payload, {})


def test_atom_is_read_too_and_a_feed_that_is_stopped_is_not_fetched(server):
    feeds.take(feed(server, "/atom"))
    assert feeds.fetch_all() == 1
    feeds.take(feed(server, "/rss", 3, active=False))
    feeds.take(feed(server, "/rss", 2))
    assert feeds.fetch_all() == 0
    assert Feed.objects.get().version == 3


def test_a_feed_that_fails_says_why_and_stops_no_other(server):
    feeds.take(feed(server, "/linked"))
    Feed.objects.create(key="8", version=1, address=server.address("/atom"), keywords=["屏蔽"], active=True)
    assert feeds.fetch_all() == 1
    assert "RSS" in Feed.objects.get(pk="7").fault


@pytest.mark.parametrize(("path", "sentence"), [
    ("/round", "转来转去"), ("/big", "太大"), ("/none", "状态404"), ("/file", "http"),
])  # fmt: skip
def test_what_cannot_be_fetched_is_said(server, path, sentence):
    with pytest.raises(NotFetched, match=sentence):
        fetch(server.address(path))


def test_a_redirect_is_followed_and_private_addresses_are_not_reached(server, monkeypatch):
    assert fetch(server.address("/moved")) == RSS.encode()
    monkeypatch.delenv("ANXIN_FETCH_PRIVATE")
    for address in (server.address("/rss"), "http://localhost:1/", "http://[::1]:1/", "http://169.254.169.254/"):
        with pytest.raises(NotFetched, match="内部网络"):
            fetch(address)


def test_every_organs_site_is_looked_at_and_the_result_goes_inside(server, settings):
    settings.PORTAL_HOSTS = ["portal.example"]
    for code, path in (("341023", "/linked"), ("341024", "/bare"), ("341000", "/gbk"), ("340000", "/none")):
        links.take(Item("site", code, 1, 0, {"address": server.address(path)}))
    assert [links.check_due(), links.check_due()] == [4, 0]
    assert dict(Site.objects.values_list("organ", "linked")) == {
        "341023": True, "341024": False, "341000": True, "340000": False}  # fmt: skip
    sent = {row.payload["organ"]: row.payload for row in Outbox.objects.filter(kind="link")}
    assert "没有" in sent["341024"]["sentence"]
    assert "404" in sent["340000"]["sentence"]
    links.take(Item("site", "341024", 2, 0, {"address": server.address("/linked")}))
    assert links.check_due() == 1
    assert Site.objects.get(pk="341024").linked


def test_the_command_lists_every_site_and_fails_while_one_lacks_the_link(server, settings, monkeypatch, capsys):
    from anxin.cli import links as command
    from anxin.config import wing

    monkeypatch.setattr(wing, "enter", lambda name: None)
    settings.PORTAL_HOSTS = ["portal.example"]
    Site.objects.create(organ="341023", version=1, address=server.address("/linked"))
    Site.objects.create(organ="341024", version=1, address=server.address("/bare"))
    assert command.run(_arguments(command)) == 1
    assert "共2个网站，1个没有链接。" in capsys.readouterr().out
    Site.objects.filter(pk="341024").update(address=server.address("/gbk"))
    assert command.run(_arguments(command)) == 0


def _arguments(command):
    import argparse

    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args([])

"""The workbench in a real browser: keyboard alone, selecting to mask, accessibility, narrow screens, strict policy."""

from __future__ import annotations

import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application

from anxin.inner.documents.models import Draft
from tests.harness.parts import chromium
from tests.inner.workbench.conftest import House

pytestmark = [pytest.mark.chromium, pytest.mark.django_db(transaction=True)]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture
def address(transactional_db):
    server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=_Server, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def place(transactional_db, settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    return House()


@pytest.fixture(scope="module")
def chrome():
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as driver:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_as(chrome, place, address):
    """A page signed in as the holder of a duty; what the browser complains about is a failure."""
    contexts, complaints = [], []

    def opened(duty: str, **options):
        context = chrome.new_context(base_url=address, locale="zh-CN", **options)
        value = place.browser(duty).cookies["anxin_inner"].value
        context.add_cookies([{"name": "anxin_inner", "value": value, "url": address}])
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        contexts.append(context)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def test_an_indictment_is_reviewed_and_submitted_with_the_keyboard_alone(open_as, place):
    place.judge()
    page = open_as("handler")
    page.goto("/")
    with page.expect_navigation():
        page.keyboard.press("1")
    while page.locator("#doubt-title").count():
        with page.expect_navigation():
            page.keyboard.press("y")
    page.keyboard.press("b")
    for _ in range(page.locator("[name=checks]").count()):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    with page.expect_navigation():
        page.keyboard.press("s")
    assert page.get_by_role("status").inner_text() == "已报请审批。"
    assert Draft.objects.get().state == "chain"


def test_selected_words_are_masked_at_all_their_places(open_as, place):
    draft = place.ready()
    page = open_as("handler", viewport={"width": 1280, "height": 900})
    page.goto(f"/drafts/{draft.pk}/")
    page.evaluate(
        """() => {
            const pieces = [...document.querySelectorAll('.original-text [data-start]')];
            const piece = pieces.find((one) => one.textContent.includes('宏村镇'));
            const at = piece.firstChild.data.indexOf('宏村镇');
            document.getSelection().setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + 3);
        }"""
    )
    page.wait_for_function("document.getElementById('add-form').elements.expected.value === '宏村镇'")
    start = int(page.locator("#add-form [name=start]").input_value())
    assert place.document.text[start : start + 3] == "宏村镇"
    with page.expect_navigation():
        page.get_by_role("button", name="屏蔽全文中的这些文字").click()
    assert "宏村镇" not in "".join(page.locator(".public-text").all_inner_texts())


def test_single_keys_can_be_switched_off_and_never_fire_while_typing(open_as, place):
    page = open_as("handler")
    page.goto("/cases/")
    page.keyboard.press("/")
    page.keyboard.type("1j2")
    assert page.locator("[name=q]").input_value() == "1j2"
    page.get_by_role("button", name="停用单键操作").click()
    page.goto(f"/cases/{place.case.pk}/")
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    assert page.url.endswith(f"/cases/{place.case.pk}/")


PAGES = {
    "handler": ["/", "/cases/", "/cases/new/", "/cases/{case}/", "/cases/{case}/judgment/", "/cases/{case}/edit/",
                "/drafts/{draft}/", "/drafts/{draft}/?at={span}", "/obligations/"],
    "department_head": ["/signing/", "/desk/?from={handler}"],
    "case_management": ["/ledger/", "/ledger/verify/", "/publications/"],
}  # fmt: skip


def test_axe_finds_nothing_and_nothing_overflows_on_a_narrow_screen(open_as, place):
    from axe_playwright_python.sync_playwright import Axe

    draft = place.ready()
    names = {"case": place.case.pk, "draft": draft.pk, "span": draft.found[0]["start"],
             "handler": place.desk["handler"].staff_id}  # fmt: skip
    found = []
    for duty, addresses in PAGES.items():
        page = open_as(duty, bypass_csp=True, viewport={"width": 1280, "height": 900})
        for address in addresses:
            page.goto(address.format(**names))
            violations = Axe().run(page).response["violations"]
            found += [(address, v["id"], n["html"][:120]) for v in violations for n in v["nodes"]]
            for width in (1280, 375, 320):
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    found.append((address, f"overflows at {width}"))
            page.set_viewport_size({"width": 1280, "height": 900})
    assert found == []

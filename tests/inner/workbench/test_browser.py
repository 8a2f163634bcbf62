"""The workbench in a real browser: keyboard alone, selecting to mask, accessibility, narrow screens, strict policy."""

from __future__ import annotations

import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application

from anxin.inner.documents.models import Draft, Publication, Request
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


def tab_to(page, words: str) -> None:
    """Move the focus with the Tab key alone until it stands on something that begins with these words."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith(words):
            return
    raise AssertionError(f"{words} is not reached by Tab")


def test_a_document_is_signed_released_and_hidden_with_the_keyboard_alone(open_as, place):
    draft = place.submitted()
    for duty in ("department_head", "deputy_chief", "case_management"):
        page = open_as(duty)
        page.goto("/signing/")
        with page.expect_navigation():
            page.keyboard.press("1")
        with page.expect_navigation():
            page.keyboard.press("a")
    publication = Publication.objects.get(draft=draft)
    assert publication.state == "public"
    page.goto(f"/publications/{publication.pk}/")
    tab_to(page, "紧急隐藏")
    page.keyboard.press("Enter")
    tab_to(page, "确认隐藏")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    publication.refresh_from_db()
    assert publication.state == "hidden"


def test_an_exemption_is_asked_for_and_sent_back_with_the_keyboard_alone(open_as, place):
    place.judge()
    page = open_as("handler")
    page.goto(f"/cases/{place.case.pk}/")
    tab_to(page, "报请不公开")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("[name=reason]").focus()
    page.keyboard.type("涉及被害人隐私，经技术处理后仍可推断。")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    page = open_as("department_head")
    page.goto("/signing/")
    tab_to(page, "查看并签批")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("[name=comment]").focus()
    page.keyboard.type("请补充说明。")
    tab_to(page, "退回")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert Request.objects.get().state == "returned"


def test_a_folded_part_of_the_navigation_opens_and_closes_with_the_keyboard(open_as, place):
    page = open_as("case_management")
    page.goto("/obligations/")
    tab_to(page, "监督与统计")
    page.keyboard.press("Enter")
    tab_to(page, "反映")
    assert page.get_by_role("link", name="反映", exact=True).is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="反映", exact=True).is_visible()
    assert page.evaluate("document.activeElement.textContent") == "监督与统计"
    page.goto("/corrections/")
    assert page.locator(".site-nav summary.here").inner_text() == "内务"


PAGES = {
    "handler": ["/", "/cases/", "/cases/new/", "/cases/{case}/", "/cases/{case}/judgment/", "/cases/{case}/edit/",
                "/drafts/{draft}/", "/drafts/{draft}/?at={span}", "/obligations/", "/drafts/{draft}/compare/",
                "/documents/{document}/service/", "/publications/{publication}/ask-withdrawal/"],
    "department_head": ["/signing/", "/desk/?from={handler}", "/chains/{chain}/"],
    "case_management": ["/ledger/", "/ledger/verify/", "/publications/", "/publications/{publication}/",
                        "/corrections/", "/kiosk/"],
}  # fmt: skip


def test_axe_finds_nothing_and_nothing_overflows_on_a_narrow_screen(open_as, place):
    from axe_playwright_python.sync_playwright import Axe

    publication, draft, chain = place.second_version()
    names = {"case": place.case.pk, "draft": draft.pk, "span": draft.found[0]["start"], "publication": publication.pk,
             "document": place.document.pk, "chain": chain.pk, "handler": place.desk["handler"].staff_id}  # fmt: skip
    found = []
    for duty, addresses in PAGES.items():
        page = open_as(duty, bypass_csp=True, viewport={"width": 1280, "height": 900})
        for address in addresses:
            assert page.goto(address.format(**names)).status == 200, address
            violations = Axe().run(page).response["violations"]
            found += [(address, v["id"], n["html"][:120]) for v in violations for n in v["nodes"]]
            for width in (1280, 375, 320):
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    found.append((address, f"overflows at {width}"))
            page.set_viewport_size({"width": 1280, "height": 900})
    assert found == []

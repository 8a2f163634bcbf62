"""The portal for everyone: axe finds nothing, nothing is wider than the screen, the banner is on every page."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.chromium

PAGES = ["/", "/documents/", "/documents/?q=盗窃", "/organs/", "/organs/510107/", "/figures/", "/regulation/", "/help/", "/nowhere/"]


@pytest.fixture(scope="module")
def pages(house, browser):
    """The standing pages and one published document."""
    page = browser.new_page()
    address = ""
    for _ in range(240):
        page.goto(house.portal + "/")
        for hit in re.findall(r'href="(/d/[^"]+)"', page.content()):
            page.goto(house.portal + hit)
            if page.locator("mark").count():  # a document with something masked, not an announcement
                address = hit
                break
        if address:
            break
        page.wait_for_timeout(250)
    page.close()
    assert address, "nothing was published"
    return [*PAGES, address]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(house, browser, pages, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page, found = context.new_page(), []
    for address in pages:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(house.portal + address)
        assert "演示数据，纯属虚构" in page.inner_text("body")
        violations = Axe().run(page).response["violations"]
        found += [(address, v["id"], node["html"][:120]) for v in violations for node in v["nodes"]]
        for width in (375, 320):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [(address, "overflow", width)] if wide > width else []
    context.close()
    assert found == []


def test_every_mask_can_be_reached_by_keyboard_and_names_its_article(house, browser, pages):
    page = browser.new_page()
    page.goto(house.portal + pages[-1])
    masks = page.locator("mark")
    assert masks.count()
    for mask in masks.all():
        assert mask.get_attribute("tabindex") == "0"
        named = f"{mask.get_attribute('title')} {mask.get_attribute('aria-label')} {mask.inner_text()} {mask.evaluate('e => e.outerHTML')}"
        assert re.search(r"第(十九|二十)条", named)
    page.close()

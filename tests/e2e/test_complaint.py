"""From a visitor's complaint to the withdrawal and the answer on the ticket, through the pages (Art 23)."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.chromium


def public_item(page, house) -> str:
    """A public document of the demonstration's first organ, waited for while its packages are applied."""
    for _ in range(80):
        page.goto(f"{house.portal}/documents/?organ=510107")
        hits = page.locator("main a[href^='/d/']")
        if hits.count():
            return hits.last.get_attribute("href")
        page.wait_for_timeout(250)
    raise AssertionError("nothing of this organ is public")


def until(page, address: str, words: str, tries: int = 40) -> str:
    """Open a page again and again until it shows the words; its text."""
    for _ in range(tries):
        page.goto(address)
        if words in (text := page.locator("main").inner_text()):
            return text
        page.wait_for_timeout(250)
    raise AssertionError(f"{words} is not on {address}: {text}")


def act(page, heading: str, button: str, **fields: str) -> None:
    """Fill in the card with this heading and press its button."""
    card = page.locator("section.card", has=page.get_by_role("heading", name=heading, exact=True))
    for name, value in fields.items():
        field = card.locator(f"[name={name}]")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value=value)
        else:
            field.fill(value)
    card.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()


def test_a_leak_is_reported_hidden_in_two_clicks_withdrawn_and_answered(desk, house, browser):
    visitor = browser.new_context(locale="zh-CN", viewport={"width": 375, "height": 800}).new_page()
    item = public_item(visitor, house)
    visitor.goto(house.portal + item)
    number = re.search(r"川成武检\S+?号", visitor.locator("main").inner_text())[0]
    visitor.get_by_role("link", name="反映问题").first.click()
    visitor.get_by_label("泄露了应当保护的信息").check()
    visitor.get_by_label("在什么地方").fill("第四段")
    visitor.get_by_label("具体情况").fill("可以看出被害人住在哪里。端到端")
    visitor.get_by_role("button", name="提交").click()
    ticket, code = visitor.locator("#ticket").inner_text(), visitor.locator("#code").inner_text()

    manager = desk("fengmingzhe")
    until(manager, f"{house.workbench}/complaints/", ticket)
    first = manager.locator("main li.task").filter(has_text=ticket)
    assert "紧急" in first.inner_text()
    first.locator(".what a").click()
    page = manager.url
    assert "送达原文" in manager.locator("main").inner_text()
    manager.locator("details.urgent summary").click()
    manager.get_by_role("button", name="确认隐藏").click()
    manager.wait_for_load_state()
    until(visitor, house.portal + item, "暂停公开")

    act(manager, "受理并转部门核实", "转交")
    handler = desk("linxiaoyu")
    handler.goto(page)
    act(handler, "核实", "报送核实情况", finding="属实，住址没有全部屏蔽。")
    manager.goto(page)
    act(manager, "答复", "答复反映人", result="withdrawn", reason="已经撤回。")
    assert "还没有这一结果" in manager.locator("[role=alert]").last.inner_text()
    manager.goto(f"{house.workbench}/publications/?q={number}")
    manager.locator("main li .what a").first.click()
    manager.locator("[name=ground]").last.fill("经核实，文书内容可以推断出被害人身份。")
    manager.get_by_role("button", name="撤回", exact=True).click()
    manager.wait_for_load_state()
    manager.goto(page)
    act(manager, "答复", "答复反映人", result="withdrawn", reason="经核实属实，文书已经撤回，谢谢您。")

    for _ in range(40):
        visitor.goto(f"{house.portal}/tickets/")
        visitor.get_by_label("回执号").fill(ticket)
        visitor.get_by_label("查询码").fill(code)
        visitor.get_by_role("button", name="查询").click()
        if "谢谢您" in (text := visitor.locator("main").inner_text()):
            break
        visitor.wait_for_timeout(250)
    assert "已答复：已撤回" in text
    assert "提请上级人民检察院复查" in text
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 375
    until(visitor, house.portal + item, "撤回")
    visitor.context.close()

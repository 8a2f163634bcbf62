"""From a visitor's complaint to the withdrawal and the answer on the ticket, through the pages (Art 23)."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.chromium


def public_item(handler, page, house) -> str:
    """The public page of a document of this handler, waited for while its package is applied."""
    handler.goto(f"{house.workbench}/publications/?state=public")
    handler.locator("main li .what a").last.click()
    facts = handler.locator("main dl.facts").first.inner_text()
    found = re.search(r"公开编号\s*([A-Za-z0-9_-]{16})", facts)
    item = f"/d/{found[1]}/"
    for _ in range(80):
        if page.goto(house.portal + item).status == 200:
            return item
        page.wait_for_timeout(250)
    raise AssertionError(f"{item} is not public")


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
    handler, manager = desk("linxiaoyu"), desk("fengmingzhe")
    item = public_item(handler, visitor, house)
    visitor.get_by_role("link", name="反映问题").first.click()
    visitor.get_by_label("泄露了应当保护的信息").check()
    visitor.get_by_label("在什么地方").fill("第四段")
    visitor.get_by_label("具体情况").fill("可以看出被害人住在哪里。端到端")
    visitor.get_by_role("button", name="提交").click()
    ticket, code = visitor.locator("#ticket").inner_text(), visitor.locator("#code").inner_text()

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
    handler.goto(page)
    act(handler, "核实", "报送核实情况", finding="属实，住址没有全部屏蔽。")
    manager.goto(page)
    act(manager, "答复", "答复反映人", result="withdrawn", reason="已经撤回。")
    assert "还没有这一结果" in manager.locator("[role=alert]").last.inner_text()
    handler.goto(page)
    handler.get_by_role("link", name="报请撤回").click()
    handler.get_by_label("撤回的理由").fill("文书内容可以推断出被害人身份。")
    handler.get_by_role("button", name="报请", exact=True).click()
    handler.wait_for_load_state()
    manager.goto(page)
    chain = house.workbench + manager.get_by_role("link", name="撤回", exact=True).get_attribute("href")
    for signer in (desk("liangzhiyuan"), desk("zhenghaotian"), manager):
        signer.goto(chain)
        signer.get_by_role("button", name="同意", exact=True).click()
        signer.wait_for_load_state()
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

"""One document from its Word file to the public page and away again, through the pages, by the people of the demo."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.chromium


def open_case(page, house, words: str):
    search(page, f"{house.workbench}/cases/", words)
    page.locator("main table a, main li a, main article a").first.click()


def search(page, address: str, words: str) -> None:
    """Search in the workbench: the words are posted and stand in no address."""
    page.goto(address)
    page.locator("input[name=q]").fill(words)
    page.locator("input[name=q]").press("Enter")
    page.wait_for_load_state()
    assert words not in page.url


def process(page, outcome: str = "processed", note: str = "") -> None:
    """Begin the technical processing, hide every doubt, fill in the secrecy review."""
    page.get_by_role("button", name="开始技术处理").first.click()
    while page.locator("button[name=choice][value=mask]").count():
        page.locator("button[name=choice][value=mask]").click()
        page.wait_for_load_state()
    for box in page.locator("input[name=checks]").all():
        box.check()
    page.locator(f"input[name=outcome][value={outcome}]").check()
    page.locator("form[action$='/secrecy/'] [name=note]").fill(note)
    page.get_by_role("button", name="作出结论").click()
    page.wait_for_load_state()


def test_a_due_indictment_is_masked_approved_published_found_and_withdrawn(desk, house, browser):
    handler = desk("linxiaoyu")
    open_case(handler, house, "故意伤害")
    process(handler)
    number = re.search(r"川成武检\S+号", handler.locator("h1").inner_text())[0]
    draft = handler.url.split("?")[0].split("#")[0]
    handler.get_by_role("button", name=re.compile("报请审批")).click()
    handler.wait_for_load_state()
    for username in ("liangzhiyuan", "zhenghaotian"):
        page = desk(username)
        page.goto(draft)
        page.get_by_role("button", name=re.compile("^同意")).first.click()
        page.wait_for_load_state()
    manager = desk("fengmingzhe")
    manager.goto(draft)
    manager.get_by_role("button", name=re.compile("复核无误")).click()
    manager.wait_for_load_state()

    public = browser.new_page()
    address = found(public, house, number)
    assert address, "not found within two seconds of its release"
    public.goto(address)
    body = public.locator("main").inner_text()
    assert "某" in body
    assert "第二十条" in public.content() or "第十九条" in public.content()
    phrase = max(re.findall(r"[\u4e00-\u9fff]{6,20}", body.partition("经依法审查查明")[2].replace("某", " ")), key=len)
    assert address in all_found(public, house, f'"{phrase}"'), "not found by a phrase of its text"

    withdraw(desk, house, number)
    public.wait_for_timeout(2000)
    public.goto(address)
    assert "撤回" in public.locator("main").inner_text()
    assert not found(public, house, number, tries=1)
    assert address not in all_found(public, house, f'"{phrase}"')


def withdraw(desk, house, number: str) -> None:
    """The handler asks, three others sign: nobody withdraws alone (Art 23)."""
    handler = desk("linxiaoyu")
    search(handler, f"{house.workbench}/publications/", number)
    handler.locator("main li a").first.click()
    handler.get_by_role("link", name="报请撤回").click()
    handler.locator("select[name=article]").select_option("23")
    handler.locator("[name=reason]").fill("经核实，文书内容可以推断出被害人身份。")
    handler.get_by_role("button", name="报请", exact=True).click()
    handler.wait_for_load_state()
    for username in ("liangzhiyuan", "zhenghaotian", "fengmingzhe"):
        sign(desk(username), house, number)


def found(page, house, words: str, tries: int = 20) -> str:
    """The address of the first hit of a search, looked for over about two seconds of the index' time."""
    for _ in range(tries):
        page.goto(f"{house.portal}/documents/?q={words}")
        hits = page.locator("main a[href*='/d/']")
        if hits.count():
            return house.portal + hits.first.get_attribute("href")
        page.wait_for_timeout(250)
    return ""


def all_found(page, house, words: str) -> list[str]:
    """Addresses of all hits on the first page of a search."""
    page.goto(f"{house.portal}/documents/?q={words}")
    return [house.portal + str(a.get_attribute("href")) for a in page.locator("main a[href*='/d/']").all()]


def test_five_people_refer_return_publish_hide_and_restore(desk, house, browser):
    """Chapter 4 by five sign-ins: the secrecy department's answer, a return with its reason, hiding by one, restoring by
    the whole chain."""
    handler, head, deputy = desk("linxiaoyu"), desk("liangzhiyuan"), desk("zhenghaotian")
    manager, secrecy = desk("fengmingzhe"), desk("xiaozimo")
    open_case(handler, house, "贩卖毒品")
    process(handler, "refer", "涉及尚在侦查的另案，不能确定。")
    number = re.search(r"川成武检\S+号", handler.locator("h1").inner_text())[0]
    draft = handler.url.split("?")[0].split("#")[0]
    assert not handler.get_by_role("button", name=re.compile("报请审批")).count()

    secrecy.goto(draft)
    secrecy.locator("input[name=outcome][value=processed]").check()
    secrecy.locator("form[action$='/referral/'] [name=note]").fill("经审查，技术处理后可以公开。")
    press(secrecy, "答复")
    handler.goto(draft)
    press(handler, re.compile("报请审批"))

    head.goto(draft)
    head.locator("summary", has_text="退回承办人").click()
    head.locator("form[action$='/return/'] [name=reason]").fill("请再核对被告人住址。")
    press(head, "退回")
    handler.goto(draft)
    assert "请再核对被告人住址" in handler.locator("main").inner_text()
    press(handler, re.compile("报请审批"))
    for page in (head, deputy):
        page.goto(draft)
        press(page, re.compile("^同意"))
    manager.goto(draft)
    press(manager, re.compile("复核无误"))
    public = browser.new_page()
    address = found(public, house, number)
    assert address

    search(manager, f"{house.workbench}/publications/", number)
    manager.locator("main li a").first.click()
    manager.locator("summary", has_text="紧急隐藏").click()
    press(manager, "确认隐藏")
    gone(public, address)

    search(handler, f"{house.workbench}/publications/", number)
    handler.locator("main li a").first.click()
    handler.get_by_role("link", name="报请恢复公开").click()
    handler.locator("[name=reason]").fill("经核实，没有泄露应当保护的信息。")
    press(handler, "报请")
    for page in (head, deputy, manager):
        gone(public, address)
        sign(page, house, number)
    assert found(public, house, number) == address


def press(page, name) -> None:
    page.get_by_role("button", name=name, exact=isinstance(name, str)).first.click()
    page.wait_for_load_state()


def sign(page, house, number: str) -> None:
    """Look at a request in the signing list and agree."""
    page.goto(f"{house.workbench}/signing/")
    page.locator("li", has_text=number).get_by_role("link", name="查看并签批").click()
    press(page, "同意")


def gone(page, address: str) -> None:
    """The public's address answers that the item is not public now."""
    for _ in range(20):
        if page.goto(address).status == 410:
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"{address} is still public")

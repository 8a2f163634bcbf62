"""Chapter 2 in a browser: a lawyer from the application to the dismissal, and somebody helped where they live (Art 7-10)."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from anxin.demo.people import holding
from anxin.demo.places import ORGANS, organ_name

pytestmark = pytest.mark.chromium
PASSWORD = "很长的一句密码 2026"
HOME = ORGANS[0]


def scan(name: str) -> dict:
    """A photograph of a paper, as a file input takes it."""
    data = io.BytesIO()
    Image.new("RGB", (400, 250), "white").save(data, "JPEG")
    return {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}


def apply(page, house, kind: str, papers: list[str], **fields: str) -> tuple[str, str]:
    """Go through the three steps; the ticket and its code."""
    page.goto(house.party + "/")
    page.get_by_role("link", name="提交申请").first.click()
    page.get_by_role("link", name=f"我是{kind}", exact=True).click()
    page.get_by_label("检察院名称中的文字").fill(organ_name(HOME))
    page.get_by_role("button", name="查找").click()
    page.get_by_role("link", name=organ_name(HOME), exact=True).click()
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    for paper in papers:
        page.locator("input[type=file]").and_(page.get_by_label(paper)).first.set_input_files(scan(paper))
    page.get_by_role("button", name="提交申请").click()
    page.wait_for_url("**/apply/done/")
    ticket, code = page.locator(".ticket dd").all_inner_texts()
    return ticket, code


def calm(page) -> bool:
    """Nothing wider than the screen, and axe finds nothing."""
    from axe_playwright_python.sync_playwright import Axe

    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    found = Axe().run(page).response["violations"]
    return not wide and not [one["id"] for one in found]


def until(page, address: str, words: str) -> None:
    """Open a page again and again until it shows the words."""
    for _ in range(400):
        page.goto(address)
        if words in page.locator("body").inner_text():
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"{words} never came to {address}")


def waiting(desk, house, ticket: str) -> None:
    """Open the application with this ticket in the workbench."""
    until(desk, f"{house.workbench}/inquiries/?state=all", ticket)
    desk.locator("li", has_text=ticket).locator(".what a").click()


def agree(desk) -> None:
    """Take the person that is suggested, or the first one, and agree."""
    whose = desk.locator("input[name=whose]")
    if not desk.locator("input[name=whose]:checked").count():
        whose.first.check()
    desk.locator("[name=reason]").first.fill("材料齐全，与案件当事人一致。")
    desk.get_by_role("button", name="同意查询").click()
    desk.wait_for_load_state()


def at_the_entitlement(desk, house, name: str) -> None:
    """The handling organ opens what it granted."""
    desk.goto(f"{house.workbench}/entitlements/")
    desk.get_by_role("link", name=re.compile(re.escape(name))).first.click()


def sees_the_case(desk, page, house) -> str:
    """Fetch the code where the desk stands, open the account with it, look at the case."""
    desk.get_by_role("button", name=re.compile("发出一次性激活码")).click()
    facts = desk.locator("main dl.facts").first.inner_text()
    login, code = re.search(r"查询账号\s*(\d{10})", facts)[1], re.search(r"激活码\s*([0-9A-Z-]{14})", facts)[1]
    for _ in range(40):
        page.goto(f"{house.party}/activate/")
        page.locator("[name=login]").fill(login)
        page.locator("[name=code]").fill(code)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("[name=again]").fill(PASSWORD)
        page.get_by_role("button", name="激活并登录").click()
        page.wait_for_load_state()
        if page.url.endswith("/cases/"):
            break
        page.wait_for_timeout(1000)  # the package is on its way
    until(page, f"{house.party}/cases/", "查看进程")
    page.get_by_role("link", name=re.compile("^查看进程")).first.click()
    page.get_by_role("heading", name="办案进程").wait_for()
    return login


def open_case(desk, house) -> tuple[str, str]:
    """The number of a case that may be followed, and whom it is about: taken from what was granted before."""
    desk.goto(f"{house.workbench}/cases/")
    found = re.findall(r"\S+\[\d{4}\]\d{12}号|\S+〔\d{4}〕\d{12}号", desk.locator("main").inner_text())
    return sorted(found, key=lambda number: "刑诉受" not in number)  # those have a time limit to reckon


def granted(desk, house, browser_page, kind: str, papers: list[str], numbers: list[str], before, **fields: str) -> str:
    """Apply case after case until one may be followed; juveniles and secret cases are refused inside."""
    for number in numbers:
        ticket, code = apply(browser_page, house, kind, papers, case_number=number, **fields)
        before(ticket)
        waiting(desk, house, ticket)
        if not desk.get_by_role("button", name="同意查询").count():
            continue
        agree(desk)
        if "已同意" in desk.locator("main").inner_text():
            until_answered(browser_page, house, ticket, code)
            return ticket
    raise AssertionError("no case could be followed")


def until_answered(page, house, ticket: str, code: str) -> None:
    """The ticket's page of the portal tells the answer."""
    for _ in range(60):
        page.goto(f"{house.portal}/tickets/")
        page.locator("[name=ticket]").fill(ticket)
        page.locator("[name=code]").fill(code)
        page.get_by_role("button", name="查询", exact=True).click()
        page.wait_for_load_state()
        if "已同意" in page.locator("main").inner_text():
            return
        page.wait_for_timeout(250)
    raise AssertionError("the ticket was not answered")


def test_a_lawyer_from_application_to_timeline_to_dismissal(desk, house, browser):
    manager, page = desk("fengmingzhe"), browser.new_context(locale="zh-CN").new_page()
    numbers = open_case(manager, house)
    assert numbers
    granted(manager, house, page, "辩护人（律师）", ["律师执业证", "法律援助公函"], numbers, lambda ticket: None,
            name="司马青", id_number="110105198001010010", phone="13900000002", client="某当事人", licence="11101202610000002")
    at_the_entitlement(manager, house, "司马青")
    sees_the_case(manager, page, house)
    case = page.url
    for words in ("怎样计算", "程序性信息", "本案已公开的文书", "您的查询资格"):
        assert words in page.locator("main").inner_text(), words
    assert calm(page)
    until(page, house.party + "/looks/", "发出一次性激活码")
    assert "查看案件进程" in page.locator("main").inner_text()
    assert calm(page)
    manager.goto(f"{house.workbench}/entitlements/")
    manager.get_by_role("link", name=re.compile("司马青")).first.click()
    manager.locator("select[name=ground]").select_option(index=1)
    manager.get_by_role("button", name="立即注销", exact=True).click()
    manager.wait_for_load_state()
    until(page, case, "没有找到这个页面")
    page.goto(house.party + "/looks/")
    assert "没有找到这个页面" in page.locator("main").inner_text()


def test_somebody_helped_at_the_county_organ_where_they_live(desk, house, browser):
    helper_organ = next(code for code in ORGANS[1:] if not code.endswith("00") and holding(code, "case_management"))
    helper, manager = desk(holding(helper_organ, "case_management").username), desk("fengmingzhe")
    page = browser.new_context(locale="zh-CN", viewport={"width": 375, "height": 800}).new_page()

    def in_person(ticket: str) -> None:
        until(helper, f"{house.workbench}/assistance/", "宇文秀")
        helper.locator("li.task", has_text="待核对").first.locator(".what a").click()
        assert "本院看不到案件" in helper.locator("main").inner_text()
        helper.locator("[name=kind_1]").select_option(label="身份证")
        helper.locator("[name=file_1]").set_input_files(scan("身份证"))
        helper.get_by_role("button", name="已当面核对，传输给办理院").click()
        helper.wait_for_load_state()

    granted(manager, house, page, "当事人", [], open_case(manager, house), in_person, name="宇文秀",
            id_number="110105198001010029", phone="13900000003", assistant=organ_name(helper_organ))
    helper.goto(f"{house.workbench}/assistance/")
    helper.locator("li.task", has_text="已答复").filter(has_text="宇文秀").first.locator(".what a").click()
    sees_the_case(helper, page, house)
    assert calm(page)

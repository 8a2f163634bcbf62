"""A nationwide case from a county's draft through every level to its release on four levels at once (Art 11-14)."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from anxin.demo.people import holding

pytestmark = pytest.mark.chromium
COUNTY, ABOVE = "510107", ("510100", "510000", "100000")
WHO = "邵文举"


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def sign(page, house, button: str) -> str:
    """Open the item from the own signing list, say yes; its address."""
    page.goto(f"{house.workbench}/signing/")
    page.locator("li", has_text=WHO).get_by_role("link", name="查看并办理").last.click()
    page.wait_for_load_state()
    address = page.url
    press(page, button)
    assert not page.get_by_role("button", name=button, exact=True).count(), page.locator("main").inner_text()
    return address


def drafted(page, house) -> None:
    """From the task of Article 15 to the report: standard wording, facts struck out, secrecy review, mark."""
    page.goto(f"{house.workbench}/announcements/tasks/")
    page.locator("li", has_text=WHO).get_by_role("link", name="拟制").click()
    press(page, "生成初稿")
    text = page.get_by_label("正文")
    standard = text.input_value()
    text.fill(f"{standard}经查明，有关人员收受贿赂二百余万元。")
    press(page, "保存并检查")
    assert "二百余万元" in "".join(page.locator(".objected").all_inner_texts())
    press(page, "报请审批")
    assert "第十一条第二款" in page.locator("main").inner_text()
    page.get_by_label("正文").fill(standard)
    press(page, "保存并检查")
    assert not page.locator(".objected").count()
    pictured(page)
    for box in page.locator("input[name=checks]").all():
        box.check()
    page.locator("input[name=outcome][value=open]").check()
    press(page, "作出结论")
    page.locator("summary", has_text="添加标识").click()
    page.locator("select[name=name]").select_option("nationwide")
    page.locator("form[action$='/flag/'] [name=reason]").fill("涉及全国性专项整治")
    press(page, "添加")
    press(page, "报请审批")


def pictured(page) -> None:
    """A picture comes in only with the words that it shows."""
    out = io.BytesIO()
    Image.new("RGB", (320, 120), "navy").save(out, "PNG")
    page.locator("summary", has_text="加入图片").click()
    page.locator("input[type=file]").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": out.getvalue()})
    page.get_by_label("替代文字").fill("宣传海报")
    press(page, "加入")
    assert "照录图中的全部文字" in page.locator("main").inner_text()
    page.locator("summary", has_text="加入图片").click()
    page.locator("input[type=file]").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": out.getvalue()})
    page.get_by_label("图中文字").fill("成都市武侯区人民检察院")
    press(page, "加入")
    assert "图中文字：成都市武侯区人民检察院" in page.locator("main").inner_text()


def compared(page, house) -> str:
    """The first who approves compares the picture with its words; without the tick nothing goes on."""
    page.goto(f"{house.workbench}/signing/")
    page.locator("li", has_text=WHO).get_by_role("link", name="查看并办理").last.click()
    page.wait_for_load_state()
    address = page.url
    press(page, "同意")
    assert "请逐幅核对图片与图中文字" in page.locator("main").inner_text()
    page.get_by_label("已逐幅核对").check()
    press(page, "同意")
    assert not page.get_by_role("button", name="同意", exact=True).count(), page.locator("main").inner_text()
    return address


def test_a_nationwide_case_goes_from_the_county_to_four_levels_at_once(desk, house, browser):
    drafted(desk(holding(COUNTY, "handler").username), house)
    address = compared(desk(holding(COUNTY, "deputy_chief").username), house)
    public = browser.new_page()
    for organ in ABOVE:  # 层报: one after the other, each in its own workbench
        sign(desk(holding(organ, "deputy_chief").username), house, "同意")
        public.goto(f"{house.portal}/announcements/")
        assert WHO not in public.locator("main").inner_text()
    *early, late = ABOVE
    for organ in early:
        joins(desk(holding(organ, "press").username), address)
    sign(desk(holding(COUNTY, "case_management").username), house, "立即发布")  # no press department there (Art 14)

    on_the_portal(public, house)
    joins(desk(holding(late, "press").username), address)  # one organ more when it is out already (Art 13)
    home = on_the_portal(public, house, "等4院")
    columns = home.locator(".three > section")
    assert [WHO in columns.nth(n).inner_text() for n in range(3)] == [True, True, True]
    home.get_by_role("link", name=WHO).first.click()
    home.wait_for_load_state()
    shown = home.locator("main").inner_text()
    assert shown.count("人民检察院") >= 4
    assert "同步发布" in shown
    assert shown.count("加入发布") == 1
    assert "二百余万元" not in shown
    for organ in (COUNTY, *ABOVE):
        feed = home.request.get(f"{house.portal}/announcements/feed/?organ={organ}").text()
        assert WHO in feed, organ


def joins(page, address) -> None:
    page.goto(address)
    press(page, "本院同步发布")


def on_the_portal(page, house, words=WHO):
    for _ in range(40):
        page.goto(f"{house.portal}/")
        if any(words in text for text in page.locator("main li", has_text=WHO).all_inner_texts()):
            return page
        page.wait_for_timeout(250)
    raise AssertionError("the item did not arrive on the portal")

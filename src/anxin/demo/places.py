"""Where the demonstration takes place: a few procuratorates of all four levels, from the national tree."""

from __future__ import annotations

from anxin.demo.story import Place
from anxin.regulation.organs import Tree

ORGANS = ("510107", "510100", "510000", "100000", "371302", "371300", "110105", "110000", "653101", "341023")
"""The first one has a whole staff; the next three are its superiors, level by level."""

PLATES = {"51": "川", "37": "鲁", "11": "京", "65": "新", "34": "皖", "10": "京"}
REGIONS = {
    "510107": "四川省成都市武侯区", "510100": "四川省成都市青羊区", "510000": "四川省成都市锦江区", "100000": "北京市东城区",
    "371302": "山东省临沂市兰山区", "371300": "山东省临沂市罗庄区", "110105": "北京市朝阳区", "110000": "北京市石景山区",
    "653101": "新疆维吾尔自治区喀什市", "341023": "安徽省黄山市黟县",
}
CITIZENS = {"510000": "510104", "510100": "510105", "100000": "110101", "371300": "371311", "110000": "110107"}


def organ_name(code: str) -> str:
    return Tree.default().get(code).name


def place(code: str) -> Place:
    """The surroundings of an organ's cases."""
    tree = Tree.default()
    organ = tree.get(code)
    above = tree.get(organ.parent).name if organ.parent else organ.name
    seat = organ.name.removesuffix("人民检察院")
    return Place(
        code=code, organ=organ.name, short=organ.short.removesuffix("检"), superior=above, region=REGIONS[code], citizens=CITIZENS.get(code, code),
        court=f"{seat}人民法院", police=f"{REGIONS[code]}公安局", plate=PLATES[code[:2]])

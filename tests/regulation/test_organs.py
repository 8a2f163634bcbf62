"""The national tree of procuratorates."""

from collections import Counter

import pytest

from anxin.regulation.organs import Organ, Tree

TREE = Tree.default()


def test_a_district_of_a_municipality_reports_to_the_provincial_level():
    assert [o.name for o in TREE.chain_up("110105")] == ["北京市朝阳区人民检察院", "北京市人民检察院", "最高人民检察院"]
    assert [o.code for o in TREE.chain_up("341023")] == ["341023", "341000", "340000", "100000"]


def test_counties_directly_under_a_province_report_to_it_and_the_corps_cities_to_the_corps():
    assert [o.code for o in TREE.chain_up("469001")] == ["469001", "460000", "100000"]
    assert [o.code for o in TREE.chain_up("659001")] == ["659001", "660000", "100000"]


def test_four_levels_in_the_expected_numbers():
    levels = Counter(o.level for o in TREE.organs.values())
    assert levels["supreme"] == 1
    assert levels["provincial"] == 32
    assert levels["municipal"] == 333
    assert 2800 < levels["county"] < 3000
    assert {o.code for o in TREE.children("100000")} == {
        o.code for o in TREE.organs.values() if o.level == "provincial"
    }


def test_every_organ_reaches_the_supreme_one_through_rising_levels():
    rising = ("county", "municipal", "provincial", "supreme")
    for code in TREE.organs:
        levels = [rising.index(o.level) for o in TREE.chain_up(code)]
        assert levels == sorted(set(levels))
        assert levels[-1] == 3


def test_pseudo_divisions_and_development_zones_create_no_organ():
    words = ("市辖区", "直辖县级", "开发区", "管理区人民", "工业园", "省县人民")
    assert [o.name for o in TREE.organs.values() if any(w in o.name for w in words)] == []
    assert TREE.search("县")
    assert all(o.name != "县人民检察院" for o in TREE.organs.values())


def test_codes_names_and_short_names_are_unique():
    organs = TREE.organs.values()
    assert all(len(o.code) == 6 and o.code.isdigit() for o in organs)
    assert len({o.name for o in organs}) == len({o.short for o in organs}) == len(organs)
    assert (TREE.get("110105").short, TREE.get("341023").short) == ("京朝检", "黟检")


def test_press_departments_are_presumed_from_the_municipal_level_up():
    assert TREE.has_press("100000")
    assert TREE.has_press("341000")
    assert not TREE.has_press("341023")


def test_the_subtree_of_a_city_is_the_city_and_its_counties():
    below = TREE.subtree("341000")
    assert below[0].code == "341000"
    assert {o.parent for o in below[1:]} == {"341000"}
    assert len(TREE.subtree("100000")) == len(TREE.organs)


def test_search_finds_by_name_short_name_and_code():
    assert TREE.search("朝阳区人民检察院")[0].code == "110105"
    assert [o.code for o in TREE.search("黟检")] == ["341023"]
    assert [o.code for o in TREE.search("371329")] == ["371329"]


def test_an_unknown_code_and_a_missing_parent_are_refused_with_a_sentence():
    with pytest.raises(KeyError, match="没有代码为 000000"):
        TREE.get("000000")
    with pytest.raises(ValueError, match="上级院 1 不存在"):
        Tree.of([Organ("2", "某院", "某检", "1", "county", False)])

"""Where a name ends whose beginning is sure."""

import pytest

from anxin.redaction import spelling
from anxin.redaction.structure import Found
from tests.redaction.helpers import case, masked


def test_a_name_that_everywhere_goes_on_alike_is_the_longer_one():
    text = "卖给吴谢若汐八支，吴谢若汐注射后溃烂，吴谢若汐没有报警。王强到场，王强供述。"
    found = {"吴谢": Found("吴谢"), "王强": Found("王强")}
    spelling.extend(text, found, ())
    assert set(found) == {"吴谢若汐", "王强"}


@pytest.mark.parametrize(("name", "heard", "becomes"), [
    ("花晗骑", {"花晗"}, "花晗"), ("勒伍日", {"勒伍日古"}, "勒伍日古"), ("安娜彼", {"安娜彼得罗娃"}, "安娜彼得罗娃"),
    ("花晗骑", {"花晗", "花晗骑"}, "花晗骑"),  # the net is of two minds
    ("欧阳胜男", {"欧阳胜"}, "欧阳胜男"), ("叶抗美", {"叶抗美的"}, "叶抗美"), ("周南海", {"周南海屋后"}, "周南海"), ("王强", {"王"}, "王强"),
    ("哈丽旦·沙吾提", {"哈丽旦·沙"}, "哈丽旦·沙吾提"),
])
def test_the_net_says_how_long_a_name_is_where_it_always_says_the_same(name, heard, becomes):
    found = {name: Found(name, places=[7])}
    spelling.respell(found, {name: heard})
    assert {k: v.places for k, v in found.items()} == {becomes: [7]}


def test_whom_the_case_knows_is_spelled_as_there():
    text = "被害人花晗骑折叠车返回。花晗骑的陈述。"
    assert "花晗" not in masked(text, case(("花晗骑", "victim")), net=True)


def test_a_verb_after_a_name_is_not_part_of_it():
    assert "骑折叠车" in masked("代驾花晗骑折叠车返回，花晗随后报警。", net=True)

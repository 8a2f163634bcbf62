"""The verifier finds what is left, by code of its own, and never repeats it."""

import ast
from pathlib import Path

import pytest

import anxin.redaction.verify as verifier
from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse
from anxin.redaction.model import Protected
from anxin.redaction.verify import protected_values, verify
from tests.redaction.helpers import case

NAME = [Protected("邵文轩", "name")]


@pytest.mark.parametrize("written", ["邵文轩", "邵 文轩", "邵　文\n轩", "邵\u200b文轩", "邵*文-轩", "邵⽂轩"])
def test_a_name_left_in_any_writing_is_a_hit(written):
    hits = verify(f"后{written}离开。", NAME)
    assert [(h.kind, h.start) for h in hits] == [("name", 1)]
    assert "文轩" not in repr(hits)


@pytest.mark.parametrize(
    "written",
    [
        "13912345678",
        "１３９１２３４５６７８",
        "139 1234 5678",
        "139-1234-5678",
        "一三九一二三四五六七八",
        "①③⑨①②③④⑤⑥⑦⑧",
        "139123\n45678",
    ],
)
def test_a_number_left_in_any_writing_is_a_hit(written):
    assert verify(f"号码{written}。", [Protected("13912345678", "phone")])


def test_plain_shapes_are_hits_though_nobody_listed_them():
    text = "号码11010119900307123X，电话13912345678，卡号6222021234567890123，邮箱abc@example.com。"
    assert [h.kind for h in verify(text, [])] == ["id_card", "phone", "bank_card", "email"]


def test_registration_numbers_and_amounts_are_no_hits():
    assert verify("报案登记号13912345678，金额13912345678.50元，〔2020〕13号。", []) == []


def test_places_that_a_reviewer_left_do_not_block():
    text = "车流高峰期，高峰离开。"
    hits = verify(text, [Protected("高峰", "name")])
    assert len(hits) == 2
    assert [h.start for h in verify(text, [Protected("高峰", "name")], allowed=[(2, 4)])] == [6]


@pytest.mark.parametrize(("number", "left"), [("11010519491231002X", False), ("110105194912310021", True)])
def test_a_valid_identity_number_is_never_left_by_a_reviewer(number, left):
    for protected in ([], [Protected(number, "id_card")]):
        assert (verify(f"号码{number}。", protected, allowed=[(2, 20)]) == []) is left


def test_the_engines_own_result_passes_and_the_original_does_not():
    people = case(("秦若兰", "defendant", 12), ("邵文轩", "victim"))
    text = "被告人秦若兰，身份证号码110101199003071239，住北京市东城区和平里街道安贞路3号院5号楼202室。被害人邵文轩（电话13912345678）报案。"
    result = analyse(text, "起诉书", people, net=False)
    values = protected_values(result, people, text)
    assert verify(apply(result.spans, text), values) == []
    assert {h.kind for h in verify(text, values)} >= {"name", "phone", "id_card", "home_address"}


def test_the_verifier_shares_no_code_with_the_finders():
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    used = {
        n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module and n.module.startswith("anxin")
    }
    assert used <= {"anxin.redaction.model", "anxin.regulation.case", "anxin.regulation.rules"}

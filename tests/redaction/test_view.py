"""The view undoes how a text is written, and every offset leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.redaction.view import View

ALPHABET = st.text(
    st.sampled_from(
        "张三李四被告人的，。： 　\n\t0123456789ＡＢ１２①⓪·•.*-_\u200b\u00ad\ufeff⽟張東\ud800\ue000\u202eab|"
    ),
    max_size=200,
)


@given(ALPHABET)
def test_every_character_of_the_view_is_at_its_place_in_the_original(text):
    view = View(text)
    assert len(view.flat) == len(text)
    places = [view.origin(i) for i in range(len(view.text))]
    assert places == sorted(set(places))
    assert all(view.flat[place] == char for place, char in zip(places, view.text, strict=True))


def test_full_width_circled_traditional_and_radical_forms_are_folded():
    assert View("１２①⓪張⽟⻢").text == "1210张玉马"


def test_hard_wraps_and_page_lines_are_undone():
    line = "被告人在某地与他人发生争执后持械将他人打伤并逃离现场"
    text = "\n".join([line] * 6 + ["- 1 -", line, line[:9] + "。"])
    assert "\n" not in View(text).text.strip()


def test_paragraphs_and_signatures_keep_their_lines():
    text = "综上，其行为已构成犯罪。\n此致\n某县人民法院\n\n检察官　俞海川\n书记员　温子墨\n2020年1月2日"
    assert View(text).text.count("\n") == text.count("\n")


@pytest.mark.parametrize("torn", ["事后，谷\n　　雨的微信号", "户籍资料：\n谷\n雨住在本市"])
def test_a_known_name_torn_by_a_line_break_is_whole(torn: str) -> None:
    assert "谷雨" in View(torn, ["谷雨"]).text


def test_a_line_that_is_torn_after_one_character_or_a_dot_goes_on():
    assert "谷雨住" in View("户籍资料：\n谷\n雨住在本市", []).text
    assert "买买提伊明驾驶" in View("不知情。\n买买提‧\n伊明驾驶的车辆", []).text
    assert "谷雨" not in View("事后，谷\n　　雨的微信号", ["李明"]).text


def test_an_identity_number_torn_inside_a_cell_is_whole_and_a_page_number_is_not_taken_for_its_end() -> None:
    assert "360702840910799" in View("证件号码\t3607028409107\n99\n\t户籍地\t本省").text
    assert "3607028409107" in View("单号 3607028409107\n9\n完").text

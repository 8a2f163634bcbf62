"""The name finder: same answers as its plain form, whatever stands beside a sentence; small, quick, lazy."""

from __future__ import annotations

import subprocess
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.redaction import net, net_words
from tests.redaction.generate import generate
from tests.redaction.plain_net import PlainNet


@pytest.fixture(scope="module")
def sample():
    text = [r["text"] for r in generate(seed=3, n=40)]
    found = [t[a:b] for t in text for a, b in net_words.cut(t)]
    return Random(1).sample(found, 400)


def test_names_are_those_of_the_plain_finder(sample):
    plain = PlainNet()
    fast = net.load().find_names(sample)
    same = sum(a == plain.find_names(s) for a, s in zip(fast, sample, strict=True))
    assert same >= 0.999 * len(sample)
    assert sum(map(bool, fast)) > 100


def test_names_do_not_depend_on_the_neighbours(sample):
    finder = net.load()
    alone = [finder.find_names([s])[0] for s in sample[:100]]
    assert alone == finder.find_names(sample)[:100]
    assert finder.find_names(sample[::-1])[::-1] == finder.find_names(sample)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("被告人王建国与李晓燕发生争执，证人欧阳娜闻声赶到。", ["王建国", "李晓燕", "欧阳娜"]),
        ("邻居张桂芳见证了搜查过程。", ["张桂芳"]),
        ("公安机关依法扣押了作案工具。", []),
        ("", []),
        ("。", []),
        ("\n", []),
        ("2019年3月5日", []),
        ("\ud800\U0010ffff\u202e", []),
    ],
)
def test_names_of_simple_sentences(sentence, names):
    assert [sentence[a:b] for a, b in net.find_names(sentence)] == names


@pytest.mark.parametrize(("sentence", "home"), [
    ("被告人周某回到城关镇柳沟村三组的家中睡觉。", "柳沟村三组"), ("次日在柳沟村村口的小卖部盗窃香烟两条。", ""), ("现住石桥镇青石路8号2单元301室。", "青石路8号2单元301室"),
])
def test_stretches_that_read_like_a_home(sentence, home):
    [answer] = net.load().read([sentence], [()])
    assert "".join(sentence[a:b] for a, b, odds in answer.homes if odds > 0) == home


def test_margins_of_asked_places_are_those_of_the_best_reading_or_worse():
    sentence = "证人张桂芳的证言。"
    [answer] = net.load().read([sentence], [[(2, 5), (2, 4), (6, 8)]])
    right, short, other = answer.margins
    assert right == pytest.approx(0, abs=1e-3)
    assert short < -1
    assert other < -1


def test_ranges_are_read_each_by_itself_and_offsets_are_those_of_the_text():
    text = "甲。证人张桂芳的证言。被告人王建国的供述。"
    second = text.index("被告人")
    assert [text[a:b] for a, b in net.find_names(text, [(second, len(text))])] == ["王建国"]
    assert [text[a:b] for a, b in net.find_names(text)] == ["张桂芳", "王建国"]


@given(st.text(max_size=300))
def test_any_text_is_covered_by_sentences_and_answered(text):
    ranges = net_words.cut(text)
    assert all(0 < b - a <= 121 for a, b in ranges)
    covered = {i for a, b in ranges for i in range(a, b)}
    assert all(text[i] in "\n。；！？" for i in set(range(len(text))) - covered)
    for a, b in net.find_names(text):
        assert 0 <= a < b <= len(text)


def test_importing_the_finder_loads_nothing():
    code = "import anxin.redaction.net as n, sys; print(n.load.cache_info().currsize)"
    assert (
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": "src", "PATH": ""},
        ).stdout.strip()
        == "0"
    )

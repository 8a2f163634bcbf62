"""Input that nobody would write and somebody will send: an answer or a clear sentence, right offsets, time that grows
with the length."""

import itertools
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anxin.redaction.apply import apply
from anxin.redaction.batch import answers
from anxin.redaction.engine import LONGEST, TooLongError, analyse
from anxin.redaction.model import Analysis
from anxin.redaction.verify import protected_values, verify
from anxin.regulation.case import Case
from tests.redaction.generate import generate
from tests.redaction.helpers import case

PAGE = generate(5, 1, "a")[0]["text"]
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"
CROWD = [SURNAMES[i % 20] + GIVEN[i % 23] + GIVEN[(i * 7) % 23] for i in range(500)]


def answered(text: str, people: Case) -> Analysis:
    """The engine's answer, after its offsets were proved against the text."""
    result = analyse(text, "起诉书", people, net=False)
    apply(result.spans, text)
    places = [(s.start, s.end) for s in result.spans]
    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(places))
    assert all(text[d.start : d.end] == d.expected for d in result.doubts)
    return result


TEXTS = {
    "empty": ("", case()),
    "only white space": (" \n\u3000\t" * 50, case(("张三", "victim"))),
    "all digits": ("1234567890" * 400, case()),
    "telephones alone": ("13912345678 " * 300, case()),
    "one name over and over": ("张三" * 2000, case(("张三", "victim"))),
    "a name with a mark in each gap": ("张\u200b三，" * 800, case(("张三", "victim"))),
    "lone surrogates": ("\ud800" + PAGE + "\udfff张三离开。", case(("张三\udc00", "victim"), ("张三", "witness"))),
    "private use": (PAGE.replace("，", "\ue000"), case(("张\ue000三", "victim"))),
    "right-to-left marks": (PAGE.replace("的", "\u202e的\u202c") + "证人张\u200f三。", case(("张三", "victim"))),
    "dots": ("阿·" * 1500, case(("阿·阿", "victim"))),
    "opening brackets": ("（“【" * 1000, case()),
    "a word for homes over and over": ("住" * 3000, case()),
    "at signs": ("a" * 3000 + "@" + "b." * 1500, case()),
    "lists": ("张三、李四、" * 500, case(("张三", "victim"), ("李四", "witness"))),
    "a table": ("姓名\t电话\n" + "张三\t13912345678\n" * 300, case(("张三", "victim"))),
    "places": ("市县区镇" * 1000, case()),
    "combining marks": ("张\u0301三\u0302" * 600, case(("张三", "victim"))),
    "beyond the first plane": ("\U00020000\U0002a6d6三" * 600, case(("\U00020000三", "victim"))),
    "nul and controls": ("张三\x00\x01\x1b[31m" * 300, case(("张三", "victim"))),
    "carriage returns": (PAGE.replace("\n", "\r\n"), case(("张三", "victim"))),
}


@pytest.mark.parametrize("name", TEXTS)
def test_odd_text_gets_an_answer_with_right_offsets(name):
    answered(*TEXTS[name])


PEOPLE = {
    "names of one character": case(*[(name, "victim") for name in "张李王赵"]),
    "no name": case(("", "victim"), ("  ", "witness"), ("\u200b", "victim"), ("张三", "victim")),
    "an alias that is another's name": case(("张三", "victim", {"aliases": ["李四", "三", "张三"]}), ("李四", "defendant", 60)),
    "aliases that overlap": case(("张三丰", "victim", {"aliases": ["三丰", "张三", "丰"]}), ("张三", "witness", {"aliases": ["三丰张"]})),
    "one name many times": case(*[("张三", "victim")] * 30),
    "a name that is a sentence": case(("张三李四" * 40, "victim")),
    "patterns for names": case((".*", "victim"), ("(?=张)", "witness"), ("[张", "victim"), ("\\", "expert")),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_odd_people_get_an_answer_with_right_offsets(name):
    text = "被告人李四伙同张三丰殴打张三，三丰张报警。" + PAGE
    result = answered(text, PEOPLE[name])
    assert verify(apply(result.spans, text), protected_values(result, PEOPLE[name], text)) is not None


def test_five_hundred_participants_are_all_masked():
    people = case(*[(name, "victim") for name in CROWD])
    text = PAGE + "被害人名单：" + "、".join(CROWD) + "。"
    public = apply(answered(text, people).spans, text)
    assert [name for name in set(CROWD) if name in public] == []


def test_a_text_too_long_is_refused_with_its_length_and_the_limit():
    with pytest.raises(TooLongError, match=f"{LONGEST + 1} 字.*{LONGEST} 字"):
        analyse("文" * (LONGEST + 1), "起诉书", case())


def test_ten_megabytes_in_a_batch_are_one_error_line():
    lines = [json.dumps({"id": n, "doc_type": "起诉书", "text": t}) for n, t in ((1, "文" * 3_500_000), (2, "被告人张三。"))]
    rows = [json.loads(row) for row in answers(lines, net=False)]
    assert "上限" in rows[0]["error"]
    assert rows[1]["gate"]


GROWING = {
    "a document": PAGE.replace("\n", ""),  # one line
    "digits": "1234567890",
    "one name": "张三",
    "marked names": "张\u200b三，",
    "homes": "住",
    "lists": "张三、李四、",
    "table rows": "张三\t13912345678\n",
    "letters": "John Smith ",
    "dots": "阿·",
    "quotes": "“张三”",
    "mail": "a@b.cn",
    "lines": "\n",
    "a village's number": "村号组",
    "brackets": "（【",
    "dashes": "——",
    "surnames": "赵钱孙李周吴郑王",
    "an illness": "患病",
    "quarters": "市县区镇",
}


def name(n: int) -> str:
    return SURNAMES[n % 20] + GIVEN[n // 20 % 23] + GIVEN[n // 460 % 23]


DIFFERENT = {  # by the number of the piece: what repeats is looked up once, what never does is looked up each time
    "nicknames": lambda n: f"被害人{name(n)}（绰号“{name(n + 7)[1:]}”）报案。",
    "doubts": lambda n: f"证人{name(n)}证实，{name(n + 5000)}村号。",
    "rows": lambda n: f"{name(n)}\t4201061990{n % 9}1011{n % 900:03}\t139{n * 7919 % 10**8:08}\t武汉市江岸区春江路{n}号{n % 9}栋{n}室\n",
}


def cost(text: str, people: Case) -> float:
    begun = time.process_time()
    result = analyse(text, "起诉书", people, net=False)
    verify(apply(result.spans, text), protected_values(result, people, text)[:50])
    return time.process_time() - begun


@pytest.mark.parametrize("unit", GROWING)
def test_twice_the_text_takes_about_twice_the_time(unit, request):
    """Four times the text in well under the sixteen times that a quadratic step would take."""
    size = 250_000 if request.config.getoption("--campaign") else 6_000
    people = case(("张三", "victim"), ("李四", "witness"))
    text = (GROWING[unit] * (4 * size // len(GROWING[unit]) + 1))[: 4 * size]
    cost(text[:size], people)
    small, large = min(cost(text[:size], people) for _ in range(2)), min(cost(text, people) for _ in range(2))
    assert large < 9 * small + 0.05


@pytest.mark.parametrize("kind", DIFFERENT)
def test_twice_as_many_people_take_about_twice_the_time(kind, request):
    size = 2_000 if request.config.getoption("--campaign") else 500
    few, many = ("".join(map(DIFFERENT[kind], range(n))) for n in (size, 4 * size))
    small, large = (min(cost(text, case(("张三", "victim"))) for _ in range(2)) for text in (few, many))
    assert large < 9 * small + 0.05


def test_rows_of_one_width_stay_rows():
    rows = [(name(n), f"139{n * 7919 % 10**8:08}") for n in range(40)]
    text = "姓名\t电话\t住址\n" + "".join(f"{who}\t{phone}\t武汉市江岸区春江路{n + 10}号{n % 9}栋1室\n" for n, (who, phone) in enumerate(rows))
    for page in (text, text.replace("\t", "|")):
        result = answered(page, case())
        public = apply(result.spans, page)
        assert [value for row in rows for value in row if value in public] == []
        assert public.count("\n") == page.count("\n")  # nothing goes on into the next row
        assert sum(s.kind == "name" for s in result.spans) == len(rows)


@pytest.mark.campaign
def test_a_line_of_a_million_characters_is_answered():
    text = (PAGE.replace("\n", "") * (1_000_000 // len(PAGE) + 1))[:1_000_000]
    assert answered(text, case(("张三", "victim"))).spans


ODD = st.text(
    st.one_of(
        st.sampled_from("张三李四王某被告人害证、，。：（）“”·- \n\t\u3000\u200b\u202e0123456789X一二〇@.京A住省市县村号室年月日出生微信患病就读小学班"),
        st.characters(),
    ),
    max_size=120,
)


@settings(max_examples=120, deadline=None)
@given(ODD, st.lists(st.tuples(ODD.map(lambda t: t[:6]), st.sampled_from(["defendant", "victim", "witness", "petitioner"])), max_size=4))
def test_random_text_and_people_never_crash(text, people):
    answered(text, case(*people))


@pytest.mark.campaign
@settings(max_examples=20_000, deadline=None)
@given(ODD, st.lists(st.tuples(ODD.map(lambda t: t[:6]), st.sampled_from(["defendant", "victim"])), max_size=4))
def test_random_text_and_people_never_crash_for_long(text, people):
    answered(text, case(*people))

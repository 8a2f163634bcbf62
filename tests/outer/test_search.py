"""Search finds exactly what stands in the public texts, and nothing that is not public any more."""

from __future__ import annotations

import random
import re

import pytest

from anxin.outer.publications.search.analyser import tokens
from anxin.outer.publications.search.catchup import catch_up, index, rebuild
from anxin.outer.publications.search.engine import RELEVANCE, Entry, TooSlow
from anxin.outer.publications.search.fts5 import Fts5
from anxin.outer.publications.search.query import BadQuery, parse
from anxin.outer.publications.search.snippets import marked, snippet
from tests.outer.corridor import ending, publication

SIGNS = "盗窃诈骗某张王李𠮷𪚥被告人于年月日市区元"


def sentence(chance: random.Random, length: int) -> str:
    """Random text of few different characters, so that phrases hit often; with digits, letters and marks between."""
    return "".join(chance.choice(SIGNS if chance.random() < 0.85 else "，。〔〕 2014ab") for _ in range(length))


def canon(text: str) -> str:
    """Brute force's own view: runs of Han and runs of digits or letters, one blank between and around them."""
    runs = re.findall(r"[0-9a-z]+|[^\W0-9a-z_]+", text.lower())
    return f" {' '.join(runs)} "


def stands_in(needle: str, text: str) -> bool:
    """Whether the words of ``needle`` stand in ``text``: Han anywhere, a run of digits or letters only whole."""
    wanted, shown, at = canon(needle).strip(), canon(text), -1
    while (at := shown.find(wanted, at + 1)) >= 0:
        before, after = shown[at - 1], shown[at + len(wanted)]
        if not (_plain(wanted[0]) and _plain(before)) and not (_plain(wanted[-1]) and _plain(after)):
            return True
    return False


def _plain(char: str) -> bool:
    return char.isascii() and char.isalnum()


def heading(text: str) -> str:
    """The beginning of a text up to its first separator."""
    return canon(text).split()[0]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    chance = random.Random(20141001)
    texts = {20140101_0000000 + n: sentence(chance, chance.randint(20, 160)) for n in range(3000)}
    target = Fts5(tmp_path_factory.mktemp("index") / "search.sqlite")
    target.upsert(
        Entry(key, heading(text), text, {"type": (("起诉书", "抗诉书")[key % 2],), "year": ("2014",)})
        for key, text in texts.items()
    )
    return target, texts


def test_every_hit_and_no_other_as_brute_force_finds_them(corpus):
    target, texts = corpus
    chance = random.Random(7)
    for _ in range(250):
        source = chance.choice(list(texts.values()))
        at = chance.randrange(len(source) - 6)
        needle = source[at : at + chance.randint(1, 6)]
        if not canon(needle).strip():
            continue
        expected = sorted((key for key, text in texts.items() if stands_in(needle, text)), reverse=True)
        hits = target.search(parse(f'"{needle}"'), {}, limit=5000, count_cap=5000)
        assert [key for _, key in hits.keys] == expected, needle
        assert hits.total == len(expected)


def test_words_are_all_wanted_and_minus_is_not(corpus):
    target, texts = corpus
    hits = target.search(parse("盗窃 王李 -某张"), {"type": "起诉书"}, limit=5000)
    expected = {k for k, t in texts.items() if "盗窃" in t and "王李" in t and "某张" not in t and k % 2 == 0}
    assert {key for _, key in hits.keys} == expected
    assert expected


def test_paging_by_key_reaches_every_hit_once(corpus):
    target, _ = corpus
    for sort in ("date", RELEVANCE):
        whole = target.search(parse("盗窃"), {}, limit=5000, sort=sort).keys
        pages, before = [], None
        while keys := target.search(parse("盗窃"), {}, limit=37, before=before, sort=sort).keys:
            pages += keys
            before = keys[-1]
        assert (tuple(pages), len(set(pages))) == (whole, len(whole))


def test_by_relevance_title_hits_come_first(corpus):
    target, texts = corpus
    keys = target.search(parse("盗窃"), {}, limit=5000, sort=RELEVANCE).keys
    assert [tier for tier, _ in keys] == sorted((tier for tier, _ in keys), reverse=True)
    assert {key for tier, key in keys if tier} == {k for k, t in texts.items() if "盗窃" in heading(t)}


def test_counts_stop_at_the_cap(corpus):
    target, _ = corpus
    hits = target.search(parse("某"), {}, count_cap=100)
    assert (hits.total, hits.capped) == (100, True)


def test_facets_count_what_each_value_would_give(corpus):
    target, texts = corpus
    counts = {value: n for value, n, _ in target.facets(parse("盗窃"), {"type": "起诉书"})["type"]}
    assert counts["抗诉书"] == sum("盗窃" in text and key % 2 for key, text in texts.items())


def test_a_query_out_of_time_is_refused_with_a_sentence(corpus, monkeypatch):
    target, _ = corpus
    monkeypatch.setattr("anxin.outer.publications.search.fts5.time.monotonic", iter(range(10**6)).__next__)
    monkeypatch.setattr("anxin.outer.publications.search.fts5.STEPS", 10)
    with pytest.raises(TooSlow, match="更具体"):
        target.search(parse("某 盗 -李"), {}, count_cap=5000, limit=5000)


@pytest.mark.parametrize("text", ["字" * 201, "，。！", "-", " ".join("abcdefghijklmnopqrstu")])
def test_a_query_that_cannot_be_answered_is_refused_with_a_sentence(text):
    with pytest.raises(BadQuery, match="请"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    ['""盗窃', 'a"b', "NEAR(a b)", "title:x", "a* OR b", "'; DROP", "AND", "NOT 盗", "^a", "a\x00b", "{title}:a"],
)
def test_no_text_of_a_query_is_syntax_of_the_index(corpus, text):
    target, texts = corpus
    needles = [part for part in text.replace('"', " ").split() if canon(part).strip()]
    expected = {key for key, shown in texts.items() if all(stands_in(needle, shown) for needle in needles)}
    assert {key for _, key in target.search(parse(text), {}, limit=5000).keys} == expected


def test_a_token_names_its_place_in_the_text_as_written():
    text = "ＡＢ１２𠮷某"
    places = [(token.text, text[token.start : token.end]) for token in tokens(text)]
    assert places == [("ab12", "ＡＢ１２"), ("𠮷某", "𠮷"), ("某", "某")]


def test_hits_are_marked_and_everything_else_is_escaped():
    assert marked(parse("盗窃"), "<b>盗窃罪</b>") == "&lt;b&gt;<mark>盗窃</mark>罪&lt;/b&gt;"
    assert "<mark>2014</mark>" in snippet(parse("2014"), "前" * 300 + "〔２０１４〕2014号")


@pytest.mark.django_db
class TestIndexOfPublications:
    def test_a_published_document_is_found_by_number_in_every_bracket_style(self, sender):
        sender.send(publication(number="京朝检刑诉〔2014〕12号"))
        catch_up()
        for year in ("〔2014〕", "(2014)", "（２０１４）", "[2014]", "【2014】"):
            assert index().search(parse(f"京朝检刑诉{year}12号"), {}).total == 1, year

    def test_it_is_found_under_its_organ_and_all_organs_above(self, sender):
        sender.send(publication(organ="110105"))
        catch_up()
        found = [index().search(parse(""), {"organ": code}).total for code in ("110105", "110000", "120000")]
        assert found == [1, 1, 0]

    def test_after_a_withdrawal_no_trace_is_left_in_the_file(self, sender):
        words = "囧囦囨槑槑"
        # the file keeps terms without the front that they share with the term before
        ends = [pair.encode()[-4:] for pair in ("囧囦", "囦囨", "囨槑")]
        sender.send(publication(text=f"公开文本{words}公开文本"), publication("p2", number="另〔2014〕1号"))
        catch_up()
        assert all(end in _bytes() for end in ends)
        sender.send(ending("withdrawal"), lane="hide")
        catch_up()
        assert index().search(parse(words), {}).total == 0
        while catch_up() or index().tidy():
            pass
        assert not any(end in _bytes() for end in ends)
        assert index().search(parse("李某某"), {}).total == 1

    def test_restored_is_found_again_and_a_rebuilt_index_says_the_same(self, sender):
        sender.send(publication(), publication("p2"))
        sender.send(ending("hide"), lane="hide")
        catch_up()
        assert index().search(parse("盗窃"), {}).total == 1
        sender.send(ending("restore"))
        catch_up()
        before = index().search(parse("盗窃"), {}).keys
        assert (len(before), rebuild(), index().search(parse("盗窃"), {}).keys) == (2, 2, before)
        assert catch_up() == 0


def _bytes() -> bytes:
    return b"".join(p.read_bytes() for p in index().path.parent.glob(index().path.name + "*"))

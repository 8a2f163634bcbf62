"""The vocabulary as data: ``vocabulary/*.toml``, which a lawyer can read and correct."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from anxin.lint.words import Words
from anxin.redaction.chars import fold
from anxin.redaction.lexicon import alternation, homographs, words

CRIME, ALLOWED = "\ue000", "\ue001"     # stand in the working copy for a crime's name, for what may be said
NEUTRAL, ORGAN, ACT = "neutral", "organ", "act"     # what may stand; organs and their acts hold a clause together
HARMLESS = frozenset({NEUTRAL, ORGAN, ACT})
_GROUPS = {"机关": ORGAN, "程序": ACT}
UNRECOGNISED = "unrecognised"
_DIGITS = "[0-9〇零一二三四五六七八九十百千两几肆伍陆柒捌玖拾佰仟.,]"
_NUMBER = f"(?<![第{_DIGITS[1:]}){_DIGITS}{{1,24}}"
_HARD = frozenset({"guilt", "amount", "consequence", "motive", "victim", "time_place", "means"})
_UNKNOWN = "这里不能识别为人员、职务、涉嫌罪名、程序行为或者中性陈述。请删去，或者说明它不涉及案件事实和证据认定。"


@dataclass(frozen=True)
class Kind:
    """One kind of what may not be published, with the patterns that show it; ``rank`` 0 is named first."""

    id: str
    rank: int
    name: str
    sentence: str
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Rules:
    """Everything the engine knows. ``phrases`` may stand whole; ``notices`` only without a fact of the case inside."""

    article: str
    kinds: dict[str, Kind]
    words: Words
    crimes: Words
    phrases: tuple[re.Pattern[str], ...]
    notices: tuple[re.Pattern[str], ...]
    surnames: frozenset[str]
    sure: dict[str, str]
    sure_words: re.Pattern[str]
    sure_patterns: tuple[tuple[str, re.Pattern[str]], ...]
    speech: dict[str, re.Pattern[str]]
    lexicon: dict[str, str]
    lexicon_lengths: dict[str, tuple[int, ...]]
    lexicon_names: frozenset[str]

    def is_hard(self, meaning: str) -> bool:
        """Whether a word of this kind states a fact of the case even inside a notice of rights."""
        return meaning in _HARD


@lru_cache(maxsize=1)
def standard() -> Rules:
    """The vocabulary that comes with the system."""
    findings, neutral, crimes = _load("findings"), _load("neutral"), _load("crimes")
    kinds = {entry["id"]: _kind(entry, rank) for rank, entry in enumerate(findings["kind"])}
    kinds[UNRECOGNISED] = Kind(UNRECOGNISED, len(kinds), "未能识别", _UNKNOWN, ())
    groups = sorted(neutral["words"].items(), key=lambda item: item[0] in _GROUPS)
    meanings = {word: _GROUPS.get(name, NEUTRAL) for name, group in groups for word in group.split()}
    for entry in reversed(findings["kind"]):
        meanings.update(dict.fromkeys(fold(entry["words"]).split(), entry["id"]))
    names = {word: CRIME for group in crimes["names"].values() for word in group.split()}
    return Rules(findings["article"], kinds, Words(meanings), Words(names), _compiled(neutral["phrases"]),
                 _compiled(neutral["notices"]), _surnames(), *_sure(findings), _speech(neutral), *_lexicon(findings, neutral))


def _kind(entry: dict[str, Any], rank: int) -> Kind:
    return Kind(entry["id"], rank, entry["name"], entry["sentence"], _compiled(entry["patterns"]))


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p.replace("{数}", _NUMBER).replace("\\ue000", CRIME), re.MULTILINE) for p in patterns)


def _surnames() -> frozenset[str]:
    text = resources.files("anxin.redaction").joinpath("data/surnames.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset("".join(lines).replace(" ", ""))


def _sure(findings: dict[str, Any]) -> tuple[dict[str, str], re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    words_ = {word: entry["id"] for entry in reversed(findings["kind"]) for word in fold(entry.get("sure", "")).split()}
    patterns = [(entry["id"], p) for entry in findings["kind"] for p in _compiled(entry.get("sure_patterns", []))]
    return words_, re.compile(alternation(words_)), tuple(patterns)


def _speech(neutral: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(patterns)) for name, patterns in neutral["speech"].items()}


def _load(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(f"vocabulary/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=16)
def structure(name: str) -> frozenset[str]:
    """One list of ``structure.toml``: words around the names of people, posts and organisations."""
    return frozenset(_load("structure")[name].split())


# A word of the general list that starts with one of these is more often the preposition and another word.
_LEADS = frozenset("对以为将由被向内人已均经在就及与和于省市县区")
_WHOLE = structure("whole")


def _lexicon(findings: dict[str, Any], neutral: dict[str, Any]) -> tuple[dict[str, str], dict[str, tuple[int, ...]], frozenset[str]]:
    """Every word the linter can read with its class: common words, groups of what may stand, kinds of what may not."""
    classes = dict.fromkeys((w for w in words() if w and not (w[0] in _LEADS and w not in _WHOLE)), "word")
    for name, group in neutral["words"].items():
        classes.update(dict.fromkeys(group.split(), name))
    for entry in reversed(findings["kind"]):
        classes.update(dict.fromkeys(fold(entry["words"]).split(), entry["id"]))
    lengths: dict[str, set[int]] = {}
    for word in classes:
        lengths.setdefault(word[0], set()).add(len(word))
    return classes, {c: tuple(sorted(s, reverse=True)) for c, s in lengths.items()}, homographs()

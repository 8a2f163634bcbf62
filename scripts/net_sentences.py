"""Labelled sentences for the name finder: from the families, from the written prose, and with other names in them."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anxin.redaction.lexicon import homographs, surnames  # noqa: E402
from anxin.redaction.view import View  # noqa: E402
from tests.redaction.generate import generate  # noqa: E402
from tests.redaction.prose import marked  # noqa: E402

NAMES = {"name", "former_name", "given_name", "lawyer_name", "official_name", "nickname", "surname_only"}


@dataclass(frozen=True)
class Sentence:
    """``names``: places of names; ``loose``: places where either answer is right (a surname alone); ``homes``."""

    text: str
    names: list[tuple[int, int]]
    loose: list[tuple[int, int]]
    homes: list[tuple[int, int]]


def prose(files: Iterable[Path]) -> Iterator[Sentence]:
    for text, places in (line for file in files for line in marked(file)):
        names = [(a, b) for a, b, kind in places if kind != "home" and b - a > 1]
        yield Sentence(
            text,
            names,
            [(a, b) for a, b, kind in places if b - a == 1],
            [(a, b) for a, b, kind in places if kind == "home"],
        )


def documents(families: str, count: int, seed: int) -> Iterator[Sentence]:
    """Generated documents in the plain, simplified text that the finder reads."""
    for family in families:
        for row in generate(seed, count, family):
            view = View(row["text"], [n for p in row["case"]["participants"] for n in (p["name"], *p["aliases"])])
            place = {k: i for i in range(len(view.text)) for k in range(*view.span(i, i + 1))}
            found: dict[str, list[tuple[int, int]]] = {"names": [], "loose": [], "homes": []}
            for gold in row["gold"]:
                spans = gold["core"] if gold["kind"] == "home_address" else [(gold["start"], gold["end"])]
                what = (
                    "homes"
                    if gold["kind"] == "home_address"
                    else "loose"
                    if gold["kind"] == "surname_only"
                    else "names"
                )
                for a, b in spans if gold["kind"] in {*NAMES, "home_address"} else []:
                    inside = [place[k] for k in range(a, b) if k in place]
                    if inside:
                        found[what].append((min(inside), max(inside) + 1))
            yield Sentence(view.text, **found)


class Renamer:
    """Other names of the same form: from real surnames and given names' characters, one in eight a word."""

    def __init__(self, names: Sequence[str], chance: random.Random) -> None:
        plain = [n for n in names if 2 <= len(n) <= 3 and re.fullmatch("[\u3400-\u9fff]+", n)]
        self.given, self.usual = [c for n in plain for c in n[1:]], [n[0] for n in plain]
        self.surnames, self.words, self.chance = (
            sorted(surnames()),
            sorted(w for w in homographs() if 2 <= len(w) <= 4),
            chance,
        )

    def name(self) -> str:
        if self.chance.random() < 0.12:
            return self.chance.choice(self.words)
        first = self.chance.choice(self.surnames if self.chance.random() < 0.5 else self.usual)
        return first[0] + "".join(
            self.chance.choice(self.given) for _ in range(1 if self.chance.random() < 0.25 else 2)
        )

    def rename(self, s: Sentence, share: float) -> Sentence:
        """``share`` of the plain names replaced, the same name by the same one."""
        new: dict[str, str] = {}
        text, at, moved = "", 0, {"names": [], "loose": [], "homes": []}
        for a, b, kind in sorted((a, b, what) for what in moved for a, b in getattr(s, what)):
            if a < at:
                continue
            old = s.text[a:b]
            if kind == "names" and 2 <= len(old) <= 4 and re.fullmatch("[\u3400-\u9fff]+", old):
                new.setdefault(old, self.name() if self.chance.random() < share else old)
            text += s.text[at:a]
            moved[kind].append((len(text), len(text) + len(new.get(old, old))))
            text, at = text + new.get(old, old), b
        return Sentence(text + s.text[at:], **moved)

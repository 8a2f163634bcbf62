"""Scores an engine's answers against labelled rows: the definitions of the development set's README.

Covered: every core character of the piece has changed (white space and zero-width characters aside). A document
leaks when a direct identifier is not covered, silently when nothing there is flagged either. A keep piece is
violated when any character changed; wrongly masked is what changed outside all mask and optional pieces.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

IDLE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\u00ad]")  # may stay inside what is masked
NAMES = {"name", "given_name", "nickname", "former_name"}


@dataclass
class Score:
    """``kinds[kind]`` counts n and ok; ``misses`` are (row id, label, text around) for grouping by cause."""

    total: Counter = field(default_factory=Counter)
    kinds: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    keeps: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    names: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    tiers: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    slices: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[tuple[str, str, dict, str]] = field(default_factory=list)

    def rate(self, a: str, b: str) -> float:
        return 100 * self.total[a] / self.total[b] if self.total[b] else math.nan

    def summary(self) -> dict[str, float]:
        keeps = sum(self.keeps.values(), Counter())
        kept_names = sum((c for k, c in self.keeps.items() if k in NAMES or k.endswith("_name")), Counter())

        def share(c: Counter, a: str, b: str) -> float:
            return 100 * c[a] / c[b] if c[b] else math.nan

        return {
            "direct_recall": share(self.tiers["direct"], "ok", "n"),
            "sensitive_recall": share(self.tiers["sensitive"], "ok", "n"),
            "leak_rate": self.rate("leaking", "docs"),
            "silent_leak_rate": self.rate("silent", "docs"),
            "over_redaction_rate": self.rate("over", "outside"),
            "keep_violation_rate": share(keeps, "bad", "n"),
            "kept_name_violation": share(kept_names, "bad", "n"),
            "article_accuracy": self.rate("article_ok", "article_n"),
            "gate_accuracy": self.rate("gate_ok", "docs"),
            "collisions": self.rate("colliding", "docs"),
            "name_consistency": self.rate("consistent", "repeated"),
            "flags_per_doc": self.rate("flags", "docs") / 100,
            "flag_share": self.rate("flagged", "chars"),
            "docs": self.total["docs"],
            "chars": self.total["chars"],
        }


def interval(ok: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """95 % Wilson interval of a share, in percent."""
    if not n:
        return math.nan, math.nan
    p, zz = ok / n, z * z / n
    mid, half = p + zz / 2, z * math.sqrt(p * (1 - p) / n + zz / (4 * n))
    return 100 * max(0.0, (mid - half) / (1 + zz)), 100 * min(1.0, (mid + half) / (1 + zz))


def shown(original: str, replacement: str) -> set[int]:
    """Positions of the original that a replacement leaves readable: runs of two, or one at the very ends."""
    found = set()
    for i, j, k in SequenceMatcher(None, original, replacement, autojunk=False).get_matching_blocks():
        at_end = (i == j == 0) or (i + k == len(original) and j + k == len(replacement))
        if k >= 2 or (k == 1 and at_end):
            found.update(range(i, i + k))
    return found


@dataclass
class Applied:
    """What an answer does to a text: which positions change, which are flagged, what stands where."""

    text: str
    spans: list[dict]
    flags: list[dict]

    def __post_init__(self) -> None:
        self.changed, self.flagged = bytearray(len(self.text)), bytearray(len(self.text))
        self.out = list(self.text)
        for s in self.spans:
            a, b, new = s["start"], s["end"], s.get("replacement")
            stay = shown(self.text[a:b], new) if new is not None else set()
            for i in range(a, b):
                self.out[i] = ""
                self.changed[i] |= i - a not in stay
            self.out[a] = "■" if new is None else new
        for f in self.flags:
            self.flagged[f["start"] : f["end"]] = b"\1" * (f["end"] - f["start"])


def article_key(text: str) -> str:
    if "P2" in text:
        return "19.P2"
    numbers = re.findall(r"\d+", text)
    return ".".join(numbers[:1] + numbers[-1:]) if len(numbers) > 1 else "".join(numbers)


def score(rows: Iterable[dict], answers: Iterable[dict]) -> Score:
    """Rows as of the generator or the development set; answers as ``mask --batch`` writes them."""
    by_id = {a["id"]: a for a in answers}
    result = Score()
    for row in rows:
        _score_row(result, row, by_id.get(row["id"], {}))
    return result


def _score_row(result: Score, row: dict, answer: dict) -> None:
    text, total = row["text"], result.total
    done = Applied(text, sorted(answer.get("spans", []), key=lambda s: s["start"]), answer.get("flags", []))
    allowed = bytearray(len(text))
    people = {p["key"]: p for p in row["case"]["participants"]}
    leaks = silent = 0
    symbols: dict[str, set[str]] = defaultdict(set)
    mentions: Counter = Counter()
    for g in row["gold"]:
        a, b = g["start"], g["end"]
        if g["must"] != "keep":
            allowed[a:b] = b"\1" * (b - a)
        if g["must"] == "keep":
            bad = any(done.changed[a:b])
            result.keeps[g["kind"]].update(n=1, bad=bad)
            if bad:
                result.misses.append(("keep", row["id"], g, text[max(0, a - 12) : b + 12]))
        elif g["must"] == "mask":
            need = [i for x, y in g["core"] for i in range(x, y) if not IDLE.match(text[i])]
            ok = all(done.changed[i] for i in need)
            _count(result, row, g, people, ok)
            if ok:
                _article(total, done, g)
                if g["kind"] == "name" and g.get("form") == "full":
                    symbols[g["person"]].add(re.sub(r"\s", "", "".join(done.out[a:b])))
                    mentions[g["person"]] += 1
            elif g["tier"] == "direct":
                leaks += 1
                silent += not any(any(done.flagged[x:y]) for x, y in g["core"])
            if not ok:
                flag = any(any(done.flagged[x:y]) for x, y in g["core"])
                result.misses.append(("flagged" if flag else "miss", row["id"], g, text[max(0, a - 12) : b + 12]))
    _count_document(result, row, answer, done, allowed, leaks, silent, symbols, mentions)


def _count(result: Score, row: dict, g: dict, people: dict[str, dict], ok: bool) -> None:
    result.kinds[g["kind"]].update(n=1, ok=ok)
    result.tiers[g["tier"]].update(n=1, ok=ok)
    if g["kind"] in NAMES and g["person"] in people:
        known = "registered" if people[g["person"]]["registered"] else "unregistered"
        result.names[f"{g['kind']}, {known}"].update(n=1, ok=ok)
    if g["tier"] == "direct":
        for flag in row["flags"] or ["none"]:
            result.slices[flag].update(n=1, ok=ok)


def _article(total: Counter, done: Applied, g: dict) -> None:
    if not done.spans:
        return
    cited = {
        article_key(s["article"])
        for s in done.spans
        if s.get("article") and s["start"] < g["end"] and s["end"] > g["start"]
    }
    total.update(article_n=1, article_ok=bool(cited & {article_key(x) for x in g["articles_ok"]}))


def _count_document(
    result: Score,
    row: dict,
    answer: dict,
    done: Applied,
    allowed: bytearray,
    leaks: int,
    silent: int,
    symbols: dict[str, set[str]],
    mentions: Counter,
) -> None:
    total = result.total
    for flag in row["flags"] or ["none"]:
        result.slices[flag].update(docs=1, leaking=leaks > 0)
    of_all = Counter(s for names in symbols.values() for s in names)
    total.update(
        docs=1,
        chars=len(row["text"]),
        leaking=leaks > 0,
        silent=silent > 0,
        outside=len(allowed) - sum(allowed),
        over=sum(c and not a for c, a in zip(done.changed, allowed, strict=True)),
        flags=len(done.flags),
        flagged=sum(done.flagged),
        colliding=any(n > 1 for n in of_all.values()),
        repeated=sum(n > 1 for n in mentions.values()),
        consistent=sum(n > 1 and len(symbols[k]) == 1 for k, n in mentions.items()),
        gate_ok=row["gate"]["publish"] == answer.get("gate", {}).get("publish"),
    )


def oracle(rows: Iterable[dict]) -> list[dict]:
    """The perfect answer: every labelled piece masked, every person with one symbol."""
    answers = []
    for row in rows:
        keys = {p["key"]: i for i, p in enumerate(row["case"]["participants"])}
        spans = [
            {
                "start": g["start"],
                "end": g["end"],
                "article": g["article"],
                "kind": g["kind"],
                "replacement": f"{chr(65 + keys[g['person']])}某" if g["kind"] == "name" else "＊＊＊",
            }
            for g in row["gold"]
            if g["must"] == "mask"
        ]
        answers.append({"id": row["id"], "spans": spans, "gate": row["gate"]})
    return answers

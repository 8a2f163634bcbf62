"""Weigh the evidence of ``anxin.redaction.evidence`` on labelled text that the net has not seen.

    python scripts/train_net.py base.npz --families ace --out held.npz        # a net that has not seen b, d and f
    python scripts/fit_judge.py held.npz --families bdf [--documents 60] [--prose prose3.txt]

Prints the weights to write into ``evidence.py`` and ``judge.py`` (natural logarithms), and for several limits how many names lie above and
how many places that are none. ``--prose`` are files of tests/redaction/prose that the net has not seen.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anxin.redaction import engine, judge, net, odds  # noqa: E402
from anxin.redaction import evidence as about  # noqa: E402
from anxin.redaction.names import ends_at, is_han, is_tail, starts_at  # noqa: E402
from anxin.redaction.net_words import UNREAD, cut  # noqa: E402
from anxin.redaction.roles import PERSON_AFTER, right_word  # noqa: E402
from anxin.regulation.case import Case  # noqa: E402
from tests.redaction.generate import generate, inputs  # noqa: E402
from tests.redaction.prose import marked  # noqa: E402

NAMES = {"name", "former_name", "given_name", "lawyer_name", "official_name", "nickname", "surname_only"}
TWICE = 2.0  # a family's document is like life, a written line is all names: what comes of it counts half
RIDGE = 1.0
HEAD = "某某市人民检察院\n起诉书\n某检刑诉〔2023〕12号\n经依法审查查明：\n"


@dataclass
class Row:
    evidence: dict[str, float]
    is_name: bool
    weight: float


def labelled(
    families: str, count: int, files: list[str]
) -> Iterator[tuple[str, str, Case, list[tuple[int, int]], float]]:
    """(text, type, case, places of names, weight)."""
    for family in families:
        for row in generate(9, count, family):
            shown = inputs(row)
            names = [(g["start"], g["end"]) for g in row["gold"] if g["kind"] in NAMES]
            yield row["text"], row["doc_type"], Case.from_json(shown["case"]), names, TWICE
    empty = Case.from_json({"participants": [], "closed": True, "judgment_effective": True})
    for text, places in (line for file in files for line in marked(file)):
        names = [(len(HEAD) + a, len(HEAD) + b) for a, b, kind in places if kind != "home"]
        yield HEAD + text + "\n", "起诉书", empty, names, 1.0


def evidence(text: str, c: judge.Candidate, often: int, seen: int) -> dict[str, float]:
    """What speaks for and against a candidate: as ``judge`` reads it, each part by itself."""
    a, b, words = c.start, c.end, odds.load().words
    before, after = text[a - 1 : a], text[b : b + 1]
    low, high = about.run(text, a, b)
    value = about.unread_odds(text, a, b) if c.heard else odds.Reading(text[low:high], low).odds(a, b)
    body, read = about._NAMED_BODY.match(text, b), c.margin > UNREAD
    margin = max(c.margin, -12.0) if read else 0.0
    han = bool(after) and is_han(after)
    return {
        f"start{starts_at(text, a)}": 1, f"end{ends_at(text, b)}": 1, "odds": max(-14.0, min(10.0, value)), "often": log2(min(8, often or 1)),
        "level": words[c.name] + 18 if c.name in words else 0, "before": is_han(before or "x") and before + text[a] in words,
        "after": han and text[b - 1] + after in words, "acts": han and bool(right_word(text, b)), "tail": han and is_tail(after),
        "person": not han and bool(PERSON_AFTER.match(text, b)), "digit": before.isdigit() or after.isdigit(), "colon": after == "：",
        "water": text[b - 1] in about.WATERS, "body": bool(about._BODY.match(text, b)), "named": bool(body and not body[1]),
        "far": bool(body and body[1]), "acting": bool(body and about._ACTS.search(body[1])), "unread": not read, "margin": margin,
        "near": max(margin, -3.0), "best": read and margin > -0.01, "seen": min(seen, 3),
    }  # fmt: skip


def rows(finder: net.PersonNet, families: str, count: int, files: list[str]) -> Iterator[Row]:
    for text, doc_type, case, names, weight in labelled(families, count, files):
        opened = engine.open_document(text, doc_type, case)
        survey, view = opened.survey, opened.view
        place = {k: i for i in range(len(view.text)) for k in range(*view.span(i, i + 1))}
        inside = [[place[k] for k in range(a, b) if k in place] for a, b in names]
        gold = {(min(i), max(i) + 1) for i in inside if i}
        survey.ranges = cut(survey.text)
        survey.asked = [[c for c in survey.candidates if a <= c.start and c.end <= b] for a, b in survey.ranges]
        survey.hear(finder.read([survey.text[a:b] for a, b in survey.ranges], survey.places()))
        seen = Counter(c.name for c in survey.candidates if c.margin > judge.READ)
        often = Counter(c.name for c in survey.candidates if not c.known and not c.heard)
        for c in survey.candidates:
            right = (c.start, c.end) in gold
            if not c.known and (right or not any(a < c.end and c.start < b for a, b in gold)):
                yield Row(evidence(survey.text, c, often[c.name], seen[c.name]), right, weight)


def fit(sample: list[Row]) -> tuple[dict[str, float], np.ndarray]:
    """Logistic regression with L2 by Newton's method: the weights, and the score of every row."""
    names = sorted({k for r in sample for k in r.evidence})
    x = np.array([[float(r.evidence.get(k, 0)) for k in names] + [1.0] for r in sample])
    y, share = np.array([float(r.is_name) for r in sample]), np.array([r.weight for r in sample])
    w, ridge = np.zeros(x.shape[1]), np.full(x.shape[1], RIDGE)
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        bend = share * p * (1 - p) + 1e-6
        w += np.linalg.solve((x * bend[:, None]).T @ x + np.diag(ridge), x.T @ (share * (y - p)) - ridge * w)
    return dict(zip([*names, "bias"], w.tolist(), strict=True)), x @ w


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("net", type=Path)
    parser.add_argument("--families", default="")
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--prose", nargs="*", default=[])
    args = parser.parse_args()
    with np.load(args.net) as data:
        sample = list(rows(net.PersonNet(dict(data)), args.families, args.documents, args.prose))
    weights, scores = fit(sample)
    print(" ".join(f"{k}={v:.2f}" for k, v in weights.items()))
    right = np.array([r.is_name for r in sample])
    for limit in (1, 0.5, 0, -0.5, -1, -2, -2.5, -3, -4):
        print(
            f"{limit}: {(scores[right] >= limit).mean():.1%} of {right.sum()} names, {(scores[~right] >= limit).sum()} others"
        )


if __name__ == "__main__":
    main()

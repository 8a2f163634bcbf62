"""Learn the linter's judgment (src/anxin/lint/data/weights.txt.gz) from the written sentences of tests/lint/data.

    python scripts/train_linter.py

One sentence is one bag of clauses: a sentence that may stand has only clauses that may; one that must be blocked has
at least one that must, and which one is learned along. Logistic regression with L2, by L-BFGS, in NumPy. How words
lean is learned over the word vectors of the name finder (src/anxin/redaction/data/net, Apache-2.0), then written out
as one number a word. Deterministic.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anxin.lint.judge import SCALE, Judge, features  # noqa: E402
from anxin.lint.reading import Clause, read  # noqa: E402
from anxin.lint.tokens import MASKS  # noqa: E402
from anxin.lint.vocabulary import standard  # noqa: E402
from anxin.redaction.view import View  # noqa: E402
from tests.lint.samples import FRESH, SETS, sentences  # noqa: E402

OUT = ROOT / "src/anxin/lint/data/weights.txt.gz"
RIDGE = 1.0     # L2
LEAN = 0.12     # size of a word vector beside the features
RARE = 2        # a feature seen less often is left out
SURE = 1e9
WANTED = 0.97       # of the sentences that must be blocked, in cross-validation


@dataclass
class Bag:
    """One sentence: its set, whether it must be blocked, its clauses with the one after each."""

    source: str
    text: str
    blocked: bool
    clauses: list[tuple[Clause, Clause | None]]


def bags(names: Iterable[str] = SETS) -> list[Bag]:
    made = [(name, s) for name in names for s in sentences(name)]
    found = []
    for name, sentence in made:
        clauses = read(View(sentence.text).text, standard())
        pairs = [(c, after) for c, after in zip(clauses, [*clauses[1:], None], strict=False) if not c.is_law]
        found.append(Bag(name, sentence.text, sentence.blocked, pairs))
    return found


class Vectors:
    """Word vectors, standardised; a word without one has the mean of its characters'."""

    def __init__(self) -> None:
        with np.load(ROOT / "src/anxin/redaction/data/net/net.npz") as data:
            self.rows = dict(zip(data["inputs"].tobytes().decode().split("\n"), data["rows"].tolist(), strict=True))
            table = data["codes"].astype(np.float32) * data["scale"][:, None]
        self.table = (table - table.mean(0)) / table.std(0) * LEAN
        self.made: dict[str, np.ndarray] = {}

    def of(self, word: str) -> np.ndarray:
        if word not in self.made:
            row = self.rows.get(word)
            rows = [row] if row is not None else [self.rows[c] for c in word if c in self.rows]
            self.made[word] = self.table[rows].mean(0) if rows else np.zeros(self.table.shape[1], np.float32)
        return self.made[word]

    def mean(self, clause: Clause) -> np.ndarray:
        vectors = [self.of(t.text) for t in clause.made if t.text not in MASKS]
        return np.mean(vectors, axis=0) if vectors else np.zeros(self.table.shape[1], np.float32)

    def words(self) -> list[str]:
        return sorted({*standard().lexicon, *(w for w in self.rows if len(w) == 1)} - MASKS)


class Seen:
    """Words of the sentences that may stand, without those that only the sentence itself or its set has."""

    def __init__(self, sources: dict[str, set[str]], own: str) -> None:
        self.sources, self.own = sources, own

    def __contains__(self, word: str) -> bool:
        found = self.sources.get(word)
        return bool(found) and (len(found) > 1 or self.own not in found)


def learn(samples: Sequence[Bag], vectors: Vectors, limit: int = 0) -> Judge:
    """A judgment from these sentences."""
    sources: dict[str, set[str]] = {}
    for bag in samples:
        if not bag.blocked:
            for clause, _ in bag.clauses:
                for token in clause.made:
                    sources.setdefault(token.text, set()).add(bag.source)
    kinds = standard().kinds
    used = [bag for bag in samples if bag.clauses]
    present = [sorted(features(c, after, kinds, Seen(sources, bag.source))) for bag in used for c, after in bag.clauses]
    counts = Counter(f for fs in present for f in fs)
    columns = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= RARE))}
    dense = np.stack([vectors.mean(c) for bag in used for c, _ in bag.clauses])
    weights, bias = _fit_bags(used, _Matrix(present, columns, dense))
    sparse, lean = weights[: len(columns)], weights[len(columns):]
    words = vectors.words()
    leanings = np.rint(np.stack([vectors.of(w) for w in words]) @ lean * SCALE).astype(int)
    kept = {f: round(float(sparse[i]) * SCALE) for f, i in columns.items()}
    return Judge({f: w for f, w in kept.items() if w}, {w: int(v) for w, v in zip(words, leanings, strict=True) if v},
                 frozenset(sources), round(bias * SCALE), limit)


class _Matrix:
    """Clauses by features (each clause's row has length one) beside the dense columns."""

    def __init__(self, present: Sequence[Sequence[str]], columns: dict[str, int], dense: np.ndarray) -> None:
        rows = [[columns[f] for f in fs if f in columns] for fs in present]
        self.size, self.dense = len(columns), dense
        self.columns = np.concatenate([np.array(r, np.int64) for r in rows])
        self.owner = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
        self.values = np.repeat(1 / np.sqrt([len(fs) for fs in present]), [len(r) for r in rows])

    def times(self, weights: np.ndarray) -> np.ndarray:
        sparse = np.bincount(self.owner, weights[self.columns] * self.values, minlength=len(self.dense))
        return sparse + self.dense @ weights[self.size:]

    def turned(self, errors: np.ndarray) -> np.ndarray:
        sparse = np.bincount(self.columns, errors[self.owner] * self.values, minlength=self.size)
        return np.concatenate([sparse, self.dense.T @ errors])


def _fit_bags(used: Sequence[Bag], matrix: _Matrix) -> tuple[np.ndarray, float]:
    """Three rounds: in a sentence that must be blocked the clause with the highest score is the one."""
    sizes = [len(bag.clauses) for bag in used]
    target = np.repeat([float(bag.blocked) for bag in used], sizes)
    trust = np.repeat([1 / n if bag.blocked else 1.0 for bag, n in zip(used, sizes, strict=True)], sizes)
    starts = np.cumsum([0, *sizes[:-1]])
    x = np.zeros(matrix.size + matrix.dense.shape[1] + 1)
    for _ in range(3):
        x = _minimise(x, matrix, target, trust)
        scores = matrix.times(x[:-1]) + x[-1]
        for bag, start, n in zip(used, starts, sizes, strict=True):
            if bag.blocked and n > 1:
                part = scores[start:start + n]
                best = int(part.argmax())
                target[start:start + n] = part > 0
                trust[start:start + n] = np.where(part > 1, 0.3, np.where(part < -2, 0.3, 0.0))
                target[start + best] = trust[start + best] = 1
    return x[:-1], float(x[-1])


def _minimise(x: np.ndarray, matrix: _Matrix, target: np.ndarray, trust: np.ndarray, steps: int = 80) -> np.ndarray:
    """L-BFGS with backtracking."""
    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        z = matrix.times(x[:-1]) + x[-1]
        errors = trust * (1 / (1 + np.exp(-z)) - target)
        value = (trust * (np.logaddexp(0, z) - target * z)).sum() + RIDGE / 2 * (x[:-1] ** 2).sum()
        return float(value), np.append(matrix.turned(errors) + RIDGE * x[:-1], errors.sum())

    pairs: list[tuple[np.ndarray, np.ndarray]] = []
    value, gradient = loss(x)
    for _ in range(steps):
        direction = _direction(gradient, pairs)
        length = 1.0
        while True:
            new = x - length * direction
            better, slope = loss(new)
            if better <= value - 1e-4 * length * float(gradient @ direction) or length < 1e-6:
                break
            length /= 2
        s, y = new - x, slope - gradient
        if s @ y > 1e-10:
            pairs = [*pairs[-7:], (s, y)]
        done = abs(value - better) < 1e-4 * abs(value)
        x, value, gradient = new, better, slope
        if done:
            break
    return x


def _direction(gradient: np.ndarray, pairs: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    q, steps = gradient.copy(), []
    for s, y in reversed(pairs):
        a = s @ q / (y @ s)
        steps.append(a)
        q -= a * y
    if pairs:
        s, y = pairs[-1]
        q *= s @ y / (y @ y)
    else:
        q /= max(1.0, float(np.abs(gradient).max()))
    for (s, y), a in zip(pairs, reversed(steps), strict=True):
        q += s * (a - y @ q / (y @ s))
    return q


def scores(judge: Judge, samples: Iterable[Bag]) -> list[tuple[Bag, float]]:
    """The highest score of a clause in each sentence; a plain sure sign is above every limit."""
    kinds = standard().kinds
    found = []
    for bag in samples:
        each = [SURE if c.plain else judge.score(c, after, kinds) for c, after in bag.clauses]
        found.append((bag, max(each, default=-SURE)))
    return found


def cross_validated(samples: Sequence[Bag], vectors: Vectors, names: Iterable[str] = FRESH) -> list[tuple[Bag, float]]:
    """Each of these sets judged by what was learned from all the others."""
    found = []
    for name in names:
        judge = learn([bag for bag in samples if bag.source != name], vectors)
        found += scores(judge, [bag for bag in samples if bag.source == name])
    return found


def forecast(samples: Sequence[Bag], vectors: Vectors, names: Iterable[str] = FRESH) -> list[tuple[Bag, float]]:
    """Each of these sets judged by what was learned from the sets written before it: nobody had read it then."""
    found = []
    for name in names:
        before = SETS[:SETS.index(name)]
        judge = learn([bag for bag in samples if bag.source in before], vectors)
        found += scores(judge, [bag for bag in samples if bag.source == name])
    return found


def limit_for(scored: Iterable[tuple[Bag, float]], wanted: float = WANTED) -> int:
    """The highest limit that blocks at least ``wanted`` of what must be blocked."""
    bad = sorted(score for bag, score in scored if bag.blocked)
    return int(np.floor(bad[int(len(bad) * (1 - wanted))]))


def write(judge: Judge) -> None:
    def lines(numbers: dict[str, int]) -> str:
        return "\n".join(f"{key}\t{value}" for key, value in sorted(numbers.items()))

    parts = {"limits": lines({"bias": judge.bias, "limit": judge.limit}), "weights": lines(dict(judge.weights)),
             "leanings": lines(dict(judge.leanings)), "seen": "\n".join(sorted(judge.seen))}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(gzip.compress("\f".join(f"{name}\n{body}" for name, body in parts.items()).encode(), mtime=0))


def main() -> None:
    samples, vectors = bags(), Vectors()
    limit = limit_for(cross_validated(samples, vectors))
    judge = learn(samples, vectors, limit)
    write(judge)
    print(f"{len(judge.weights)} weights, {len(judge.leanings)} leanings, limit {limit}, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()

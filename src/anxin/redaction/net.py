"""A neural finder of personal names, in NumPy alone: the net under the rules, for people whom no structure names.

Two bidirectional recurrent layers and a linear-chain decoder over the words of a sentence. All sentences of a call
run together, longest first and time-major, both directions in one product, so that the matrices are large; the
first layer's products are computed once per different word. Data and licence: ``data/net`` (see ORIGIN.md there).

Deterministic: the same sentences give the same names, whatever stands beside them up to rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anxin.redaction.net_words import UNREAD, Splitter, cut

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

HIDDEN = 128
Places = Sequence[tuple[int, int]]
PERSON = 8  # label 2k begins, 2k + 1 continues a word of class k; the last label is no word
BATCH = 4096  # words in one run: bounds the memory
BEGINNINGS = slice(0, 49, 2)  # every label that begins a word, and the one for no word


class PersonNet:
    """The finder with its data loaded (about 60 MB, a third of a second)."""

    def __init__(self) -> None:
        with np.load(files("anxin.redaction") / "data/net/net.npz") as data:  # type: ignore[arg-type]
            self.data: dict[str, Any] = dict(data)
        inputs = self.data["inputs"].tobytes().decode().split("\n")
        self.rows = dict(zip(inputs, self.data["rows"].tolist(), strict=True))
        words = self.data["words"].tobytes().decode().split("\n")
        self.splitter = Splitter(dict(zip(words, self.data["counts"].tolist(), strict=True)))
        self.embedding: Floats | None = None
        self.unknown = int(self.data["unknown"])
        self._prepare()

    def _prepare(self) -> None:
        """Gates are halved: sigmoid(x) = tanh(x / 2) / 2 + 1 / 2, and tanh is one call."""
        for layer in "01":
            for name in ("input", "bias", "gates"):
                values = self.data[name + layer].astype(np.float32)
                values[..., : 2 * HIDDEN] *= 0.5
                self.data[name + layer] = values
            self.data["candidate" + layer] = self.data["candidate" + layer].astype(np.float32)

    def find_names(self, sentences: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The names in each sentence as (start, end) in its code points."""
        return [names for names, _ in self.read(sentences, [()] * len(sentences))]

    def read(self, sentences: Sequence[str], asked: Sequence[Places]) -> list[tuple[list[tuple[int, int]], list[float]]]:
        """For each sentence its names, and how much worse than the best reading one with a name at each asked place is.

        That is 0 where the best reading has the name, else a negative number (the logarithm of how much less likely it
        is); ``UNREAD`` where no words of the sentence begin and end with the place.
        """
        found: list[tuple[list[tuple[int, int]], list[float]]] = [([], [UNREAD] * len(a)) for a in asked]
        tokens = [self._tokens(self.splitter.split(s)) for s in sentences]
        order = sorted((i for i, t in enumerate(tokens) if t[0]), key=lambda i: -len(tokens[i][0]))
        batch: list[int] = []
        for i in order:
            if batch and (len(batch) + 1) * len(tokens[batch[0]][0]) > BATCH:
                self._run(batch, tokens, asked, found)
                batch = []
            batch.append(i)
        if batch:
            self._run(batch, tokens, asked, found)
        return found

    def _tokens(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """(embedding rows, lengths): a word without a row is read character by character."""
        rows, lengths = [], []
        for word in words:
            row = self.rows.get(word)
            if row is not None:
                rows.append(row)
                lengths.append(len(word))
            else:
                rows += [self.rows.get(c, self.unknown) for c in word]
                lengths += [1] * len(word)
        return rows, lengths

    def _run(
        self,
        batch: Sequence[int],
        tokens: Sequence[tuple[list[int], list[int]]],
        asked: Sequence[Places],
        found: list[tuple[list[tuple[int, int]], list[float]]],
    ) -> None:
        lattice = self._label([tokens[i][0] for i in batch])
        for row, i in enumerate(batch):
            lengths = tokens[i][1]
            found[i] = (_names(lattice.labels[row], lengths), lattice.margins(row, lengths, asked[i]))

    def _label(self, rows: Sequence[Sequence[int]]) -> Lattice:
        """The labels of sentences sorted by falling length."""
        lengths = np.array([len(r) for r in rows])
        steps = int(lengths[0])
        active = (lengths[None, :] > np.arange(steps)[:, None]).sum(1)  # sentences still running at each step
        starts = np.concatenate([[0], np.cumsum(active)])
        packed, mirror = np.empty(starts[-1], np.int64), np.empty(starts[-1], np.int64)
        for b, row in enumerate(rows):
            places = starts[: len(row)] + b
            packed[places] = row
            mirror[places] = places[::-1]
        different, where = np.unique(packed, return_inverse=True)
        gates = self._first(different)
        hidden = self._recur(0, np.stack([gates[0][where], gates[1][where[mirror]]]), active, starts, mirror)
        both = hidden @ self.data["input1"] + self.data["bias1"][:, None]
        both[1] = both[1][mirror]
        hidden = self._recur(1, both, active, starts, mirror)
        scores = hidden @ self.data["emission"] + self.data["emission_bias"]
        return Lattice(self.data, scores, lengths, active, starts)

    def _first(self, rows: Ints) -> Floats:
        if self.embedding is not None:
            vectors = self.embedding[rows]
        else:
            vectors = self.data["codes"][rows].astype(np.float32) * self.data["scale"][rows][:, None]
        out: Floats = vectors @ self.data["input0"] + self.data["bias0"][:, None]
        return out

    def _recur(self, layer: int, inputs: Floats, active: Ints, starts: Ints, mirror: Ints) -> Floats:
        """One layer: ``inputs`` (direction, word, 3 x hidden), the second direction mirrored in time; gives both halves
        side by side in reading order."""
        gates, candidate = self.data[f"gates{layer}"], self.data[f"candidate{layer}"]
        out = np.empty((2, inputs.shape[1], HIDDEN), np.float32)
        state = np.zeros((2, int(active[0]), HIDDEN), np.float32)
        for n, a in zip(active.tolist(), starts.tolist(), strict=False):
            state = state[:, :n]
            x = inputs[:, a : a + n]
            z = np.matmul(state, gates)
            z += x[..., : 2 * HIDDEN]
            np.tanh(z, out=z)
            z *= 0.5
            z += 0.5
            new = np.matmul(z[..., HIDDEN:] * state, candidate)
            new += x[..., 2 * HIDDEN :]
            np.tanh(new, out=new)
            new -= state
            new *= z[..., :HIDDEN]
            new += state
            out[:, a : a + n] = state = new
        return np.concatenate([out[0], out[1][mirror]], axis=1)


class Lattice:
    """All label sequences of some sentences (sorted by falling length, time-major) with their scores."""

    def __init__(self, data: dict[str, Any], scores: Floats, lengths: Ints, active: Ints, starts: Ints) -> None:
        self.move, self.first, self.end = data["move"], data["start"], data["end"]
        self.scores, self.lengths, self.active, self.starts = scores, lengths, active, starts
        self.best = self._forward()
        self.labels = self._decode()
        self._rest: Floats | None = None

    def _forward(self) -> Floats:
        """Score of the best sequence up to each word, by its label there (Viterbi)."""
        best = np.empty_like(self.scores)
        n = int(self.active[0])
        previous = self.scores[:n] + self.first
        best[:n] = previous
        for n, a in zip(self.active[1:].tolist(), self.starts[1:].tolist(), strict=False):
            previous = (previous[:n, :, None] + self.move).max(1)
            previous += self.scores[a : a + n]
            best[a : a + n] = previous
        return best

    def _decode(self) -> list[list[int]]:
        """The best label sequence of each sentence."""
        active, starts = self.active, self.starts
        out = np.zeros((len(active), len(self.lengths)), np.int64)
        following = np.zeros(len(self.lengths), np.int64)
        for t in range(len(active) - 1, -1, -1):
            n = int(active[t])
            ends = self.lengths[:n] == t + 1
            step = np.where(ends[:, None], self.end[None, :], self.move.T[following[:n]])
            following[:n] = (self.best[starts[t] : starts[t] + n] + step).argmax(1)
            out[t, :n] = following[:n]
        return [out[:size, b].tolist() for b, size in enumerate(self.lengths.tolist())]

    @property
    def rest(self) -> Floats:
        """Score of the best sequence after each word, by its label there; only computed where somebody asks."""
        if self._rest is None:
            rest = np.empty_like(self.scores)
            following: Floats = np.empty((0, self.scores.shape[1]), np.float32)
            steps = zip(self.active.tolist()[::-1], self.starts[:-1].tolist()[::-1], strict=True)
            for n, a in steps:
                here = np.empty((n, self.scores.shape[1]), np.float32)
                more = len(following)
                here[more:] = self.end
                if more:
                    here[:more] = (self.move + following[:, None, :]).max(2)
                rest[a : a + n] = here
                following = here + self.scores[a : a + n]
            self._rest = rest
        return self._rest

    def margins(self, row: int, lengths: Sequence[int], places: Places) -> list[float]:
        """How much worse the best reading with a person's name at each place is than the best reading of all."""
        if not places:
            return []
        at, cuts = 0, {0: 0}
        for i, length in enumerate(lengths):
            at += length
            cuts[at] = i + 1
        spans = [(cuts.get(start, len(lengths)), cuts.get(end, 0)) for start, end in places]
        aligned = [(i, j) for i, j in spans if i < j]
        if not aligned:
            return [UNREAD] * len(places)
        where = self.starts[: len(lengths)] + row
        before, inner, after = self._parts(where)
        top = before[-1]
        values = iter([before[i] + inner(i, j) + after(j, j - i) - top for i, j in aligned])
        return [next(values) if i < j else UNREAD for i, j in spans]

    def _parts(
        self, where: Ints
    ) -> tuple[list[float], Callable[[int, int], float], Callable[[int, int], float]]:
        """What one sentence's words give before, inside and after a name; the last of ``before`` is the best reading."""
        begin, inside, move = 2 * PERSON, 2 * PERSON + 1, self.move
        best, scores = self.best[where], self.scores[where]
        before = [float(self.first[begin]), *(best[:-1] + move[:, begin]).max(1).tolist(), float((best[-1] + self.end).max())]
        own = scores[:, [begin, inside]].tolist()
        following = scores + self.rest[where]
        after = [[*(move[label] + following)[:, BEGINNINGS].max(1).tolist(), float(self.end[label])] for label in (begin, inside)]
        first, more = float(move[begin, inside]), float(move[inside, inside])

        def inner(i: int, j: int) -> float:
            value: float = own[i][0]
            for k in range(i + 1, j):
                value += own[k][1] + (first if k == i + 1 else more)
            return value

        return before, inner, lambda j, size: after[size > 1][j]


def _names(labels: Sequence[int], lengths: Sequence[int]) -> list[tuple[int, int]]:
    """A word runs from a beginning label to the next one; its class is that of its last label."""
    names: list[tuple[int, int]] = []
    start = at = 0
    for i, (label, length) in enumerate(zip(labels, lengths, strict=True)):
        if label % 2 == 0 and label < 48:
            start = at
        at += length
        last = i + 1 == len(labels) or (labels[i + 1] % 2 == 0 and labels[i + 1] < 48)
        if last and label // 2 == PERSON:
            names.append((start, at))
    return names


@lru_cache(maxsize=1)
def load() -> PersonNet:
    """The one finder of this process, loaded at its first use."""
    return PersonNet()


def find_names(text: str, ranges: Sequence[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    """Places in ``text`` (code points, end exclusive, in order) that read like a person's name.

    ``ranges`` are the parts to read, each as one sentence (``cut(text)`` when not given). Give the plain,
    simplified text: the net knows neither spaces inside names nor full-width digits.
    """
    parts = list(cut(text) if ranges is None else ranges)
    found = load().find_names([text[a:b] for a, b in parts])
    return sorted((a + x, a + y) for (a, _), names in zip(parts, found, strict=True) for x, y in names)
